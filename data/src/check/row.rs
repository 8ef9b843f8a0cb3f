//! One row: what it needs, cell by cell.

use super::category::Categories;
use super::{Check, Reported};
use crate::code::Code;
use crate::finding::Subject;
use crate::kind::{self, Kind, Value};
use crate::model::{Deprecation, Row};
use crate::number::{self, Mark};
use crate::refusal::{Called, CellFault, OwnRow};
use crate::role::Role;
use crate::schema::BoundRow;
use crate::sheet::Cell;
use crate::text;
use crate::trust::Trust;

/// Why a row has no code.
enum NoCode {
    /// What is wrong with its cell is reported; the rest of the row counts.
    Reported,
    /// Another row has it, and the rest of this one is not checked.
    Used,
}

impl<'c, 's> Check<'c, 's> {
    /// A row that has all that a row needs; otherwise what is wrong with it is reported.
    pub(super) fn row(&mut self, row: &'c BoundRow<'s>) -> Option<Row> {
        let record = self.bound.record(row)?;
        if record.trust() == Trust::Guessed {
            return None;
        }
        let code = match self.code(row) {
            Ok(code) => Some(code),
            Err(NoCode::Reported) => None,
            Err(NoCode::Used) => return None,
        };
        let phrase = self.phrase(row, code.as_ref());
        let values = self.values(row, code.as_ref());
        let class = self.class(row, code.as_ref());
        let [http, grpc, exit] = [Role::Http, Role::Grpc, Role::Exit]
            .map(|role| self.answer(row, role, code.as_ref().map(|(code, _)| code)));
        // Only now: all that is wrong with a row is found at once.
        let ((code, code_cell), (reason, name)) = (code?, phrase?);
        Some(Row {
            class: class.ok()?,
            values: values?,
            code,
            name,
            name_cell: self.wanted.asked.contains(&Role::Name).then(|| self.bound.text(row, Role::Name).to_owned()),
            reason,
            definition: self.text(row, Role::Definition).unwrap_or_default().to_owned(),
            tips: self.text(row, Role::Tips).map(str::to_owned),
            reference: self.text(row, Role::Reference).map(str::to_owned),
            aliases: Vec::new(),
            messages: Vec::new(),
            translations: Vec::new(),
            deprecation: self.text(row, Role::Deprecated).and_then(deprecation),
            http,
            grpc: grpc.and_then(|grpc| u8::try_from(grpc).ok()),
            exit: exit.and_then(|exit| u8::try_from(exit).ok()),
            origin: record.origin(),
            file: code_cell.file.to_owned(),
            line: record.line(),
            sheet_row: record.row(),
        })
    }

    fn text(&self, row: &BoundRow<'s>, role: Role) -> Option<&'s str> {
        Some(self.bound.text(row, role)).filter(|text| !text.is_empty())
    }

    fn code(&mut self, row: &'c BoundRow<'s>) -> Result<(Code, Cell<'s>), NoCode> {
        let cell = self.bound.cell(row, Role::Code).ok_or(NoCode::Reported)?;
        if cell.text.is_empty() {
            let header = self.bound.role_header(Role::Code).map(|header| header.text.to_owned());
            self.refuse(cell, CellFault::EmptyCode { header });
            return Err(NoCode::Reported);
        }
        self.notation.cell(cell.text, self.wanted.radix && cell.origin.is_own());
        let code = self.wanted.code_in(&cell).map_err(|why| {
            let name = self.name_of_range(row, cell);
            self.refuse(cell, CellFault::Code { text: cell.text.to_owned(), why, name });
            NoCode::Reported
        })?;
        if let (Some(reference), Code::Int(number)) = (self.wanted.reference(), &code) {
            if !reference.has(*number) {
                self.refuse(cell, CellFault::NotOfReference { code, reference });
                return Err(NoCode::Reported);
            }
        }
        if let Some(first) = self.unique.code(&code, cell) {
            self.is_later_row = self.wanted.duplicates.is_some();
            self.repeated(row, &code, cell, first);
            return Err(NoCode::Used);
        }
        Ok((code, cell))
    }

    /// What a row is called whose code is a range: where `only` is written, it keeps the row, and `skip` is what is left.
    fn name_of_range(&self, row: &BoundRow<'s>, cell: Cell<'s>) -> Option<String> {
        if self.wanted.only.is_empty() || number::range_of(cell.text, self.wanted.radix).is_none() {
            return None;
        }
        let mut names = [Role::Name, Role::Reason].into_iter().map(|role| self.bound.text(row, role));
        names.find(|text| !text.is_empty()).map(str::to_owned)
    }

    /// The row's phrase and its name.
    fn phrase(&mut self, row: &BoundRow<'s>, code: Option<&(Code, Cell<'s>)>) -> Option<(String, String)> {
        let is_filled = |cell: &Cell<'s>| !cell.text.is_empty();
        let name_cell = self.bound.cell(row, Role::Name);
        let mut reason_cell = self.bound.cell(row, Role::Reason);
        if let Some((first, other)) = self.bound.disagreement(row) {
            self.disagreement(row, first, other, code);
            reason_cell = Some(first);
        }
        let (name, reason) = (name_cell.filter(is_filled), reason_cell.filter(is_filled));
        let Some(source) = reason.or(name) else {
            // The phrase of a row that is named after its code is that name; a code that a base does not have may be a
            // typing error.
            if let (true, Some((_, cell)), None) = (self.names_rows(), code, self.bound.bases()) {
                let name = self.identifier(None, *cell, code)?;
                return Some((name.clone(), name));
            }
            self.no_phrase(row, reason_cell.or(name_cell), code);
            return None;
        };
        let phrase = match text::phrase(source.text) {
            Ok(phrase) => phrase.into_owned(),
            Err(unseen) => {
                self.refuse(source, CellFault::Hidden { text: source.text.to_owned(), unseen });
                return None;
            }
        };
        let name = self.identifier(name, source, code)?;
        if reason.is_none() {
            // The cell is the phrase already.
            self.spare = None;
        }
        Some((phrase, name))
    }

    /// Says that two references call one code differently, which the user's phrase can decide.
    fn disagreement(&mut self, row: &BoundRow<'s>, first: Cell<'s>, other: Cell<'s>, code: Option<&(Code, Cell<'s>)>) {
        // What is wrong with the code is reported.
        let Some((code, cell)) = code else { return };
        let called = |cell: Cell<'_>| Called { file: cell.file.to_owned(), text: cell.text.to_owned() };
        let own = OwnRow::new(self.bound.origin(), row.own.is_some());
        let fault =
            CellFault::ReferencesDisagree { first: called(first), other: called(other), code: code.clone(), row: own };
        match own {
            OwnRow::There => self.refuse(*cell, fault),
            OwnRow::Missing | OwnRow::NoFile => self.refuse_table(Subject::Table, fault),
        }
    }

    /// Says that a row has no phrase, at the cell where one could be.
    fn no_phrase(&mut self, row: &BoundRow<'s>, cell: Option<Cell<'s>>, code: Option<&(Code, Cell<'s>)>) {
        match (cell, code, self.bound.bases()) {
            // Rows of a base have a phrase. A code that it does not know may as well be a typing error.
            (_, Some((code, code_cell)), Some(base)) => {
                let fault = CellFault::NotInBase {
                    base,
                    are_several: self.bound.is_over_several(),
                    code: code.shown_in(code_cell.text),
                    has_cell: cell.is_some(),
                };
                self.refuse(cell.unwrap_or(*code_cell), fault);
            }
            // What is wrong with the code, or that there is no such column, is reported.
            (_, None, Some(_)) | (None, ..) => {}
            // A row with neither is no row: that it has no code says so.
            (Some(cell), None, None) if self.bound.text(row, Role::Code).is_empty() && cell.origin.is_own() => {}
            (Some(cell), ..) => {
                let role = if self.bound.has_role(Role::Reason) { Role::Reason } else { Role::Name };
                let header = self.header_of(role);
                self.refuse(cell, CellFault::EmptyPhrase { header });
            }
        }
    }

    /// The header of a role's column, which is there.
    fn header_of(&self, role: Role) -> String {
        self.bound.role_header(role).map_or_else(String::new, |header| header.text.to_owned())
    }

    fn class(&mut self, row: &BoundRow<'s>, code: Option<&(Code, Cell<'s>)>) -> Result<Option<usize>, Reported> {
        if !self.bound.has_role(Role::Class) {
            return Ok(None);
        }
        let cell = self.bound.cell(row, Role::Class);
        if let Some(class_of) = self.wanted.class_of() {
            let class = code.and_then(|(code, cell)| match code {
                Code::Int(number) => Some((*cell, Cell { text: class_of(*number)?, ..*cell })),
                Code::Text(_) => None,
            });
            if let (Some((code, Cell { text: class, .. })), Some(cell)) =
                (class, cell.filter(|cell| !cell.text.is_empty()))
            {
                if !is_alike(cell.text, class) {
                    let (code, class, text) = (code.text.to_owned(), class.to_owned(), cell.text.to_owned());
                    self.refuse(cell, CellFault::WrongClass { code, class, text });
                }
            }
            return match class {
                // The runtime crate has a type of these classes.
                _ if self.wanted.reference().is_some_and(|reference| reference.class_name.is_some()) => Ok(None),
                Some((_, class)) => self.classes.index(class).map(Some).ok_or(Reported),
                None => Err(Reported),
            };
        }
        match cell {
            Some(cell) if cell.text.is_empty() => {
                let header = self.header_of(Role::Class);
                self.refuse(cell, CellFault::EmptyClass { header });
                Err(Reported)
            }
            Some(cell) => self.classes.index(cell).map(Some).ok_or(Reported),
            // The row is the user's own and the class the base's, or the other way round.
            None => {
                if let Some((code, cell)) = code {
                    let code = code.shown_in(cell.text);
                    self.refuse(*cell, CellFault::NoClass { code });
                }
                Err(Reported)
            }
        }
    }

    /// The typed columns' values; `None` if a cell names no variant, so that there is no value to take its place.
    fn values(&mut self, row: &BoundRow<'s>, code: Option<&(Code, Cell<'s>)>) -> Option<Vec<Value>> {
        let mut values = Vec::with_capacity(self.wanted.columns.len());
        let mut is_whole = true;
        for index in 0..self.wanted.columns.len() {
            let (value, is_replaceable) = self.value(row, index, code);
            is_whole &= value.is_some() || is_replaceable;
            values.push(value.unwrap_or(Value::None));
        }
        is_whole.then_some(values)
    }

    /// The value of a typed column, and whether [`Value::None`] may take the place of one that is wrong.
    fn value(&mut self, row: &BoundRow<'s>, index: usize, code: Option<&(Code, Cell<'s>)>) -> (Option<Value>, bool) {
        let Some(column) = self.wanted.columns.get(index) else { return (None, true) };
        let is_replaceable = column.optional || !matches!(column.kind, Kind::Category(_));
        if !self.bound.has_column(index) {
            // The missing header is already reported; the row stays, with any value, for the code that names it.
            let stand_in = if is_replaceable { None } else { self.columns.get_mut(index).and_then(Categories::any) };
            return (stand_in.map(Value::Category), is_replaceable);
        }
        let header = || self.bound.column_header(index).map_or("", |header| header.text).to_owned();
        let cell = self.bound.value_cell(row, index);
        let Some(filled) = cell.filter(|cell| !cell.text.is_empty()) else {
            let value = column.kind.when_empty(column.optional);
            match (&value, cell) {
                (Some(_), _) => {}
                (None, Some(cell)) => {
                    self.refuse(cell, CellFault::EmptyValue { header: header() });
                }
                // A row of the base that the overlay does not mention.
                (None, None) => {
                    if let (Some(codes), Some((code, _))) = (self.uncovered.get_mut(index), code) {
                        codes.push(code.clone());
                    }
                }
            }
            return (value, is_replaceable);
        };
        if matches!(column.kind, Kind::Category(_)) {
            let category = self.columns.get_mut(index).and_then(|categories| categories.index(filled));
            return (category.map(Value::Category), is_replaceable);
        }
        let mark = self.marks.get(index).copied().unwrap_or(Mark::Point);
        match column.kind.parse(filled.text, mark) {
            Ok(value) => (Some(value), is_replaceable),
            Err(why) => {
                let text = filled.text.to_owned();
                self.refuse(filled, CellFault::Value { text, header: header(), why });
                (None, is_replaceable)
            }
        }
    }
}

/// The same letters, whatever their case and what separates them.
fn is_alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect()
    };
    letters(one) == letters(other)
}

fn deprecation(text: &str) -> Option<Deprecation> {
    match kind::boolean(text) {
        Some(true) => Some(Deprecation::Plain),
        _ if kind::is_no_remark(text) => None,
        _ => Some(Deprecation::Note(text.to_owned())),
    }
}
