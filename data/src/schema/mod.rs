//! Which column is what: headers → roles and typed columns.

mod codes;
mod headers;
mod languages;
mod phrase;
mod picks;

use crate::finding::Subject;
use crate::reference::{Origin, REFERENCES};
use crate::refusal::{HeaderFault, RowFault};
use crate::report::Report;
use crate::role::Role;
use crate::sheet::{COMPOSED, Cell, Record, Sheet};
use crate::template;
use crate::trust::Trust;
use crate::wanted::Wanted;
pub(crate) use codes::Codes;
pub(crate) use headers::Headers;
pub(crate) use headers::{missing as missing_header, position as header_position};
use languages::Languages;
use picks::{Choice, Picks};
pub(crate) use picks::{Picked, SkipTexts, of_sheet};

/// One sheet, and which of its columns is what.
#[derive(Clone, Debug)]
pub(crate) struct Binding<'s> {
    pub(crate) sheet: &'s Sheet,
    pub(crate) roles: [Option<usize>; Role::COUNT],
    pub(crate) columns: Vec<Option<usize>>,
    /// The texts in other languages.
    pub(crate) languages: Languages,
    /// How far the header can be relied on: what one that is not sound lacks may be a consequence.
    pub(crate) header_trust: Trust,
    /// Guessed, and reported, where no header says which columns are what: the rows are only there so that the user's
    /// code finds its variants, and what is wrong in them may come of the guess.
    pub(crate) trust: Trust,
}

impl<'s> Binding<'s> {
    /// The column of a role.
    pub(crate) fn role(&self, role: Role) -> Option<usize> {
        self.roles.get(role as usize).copied().flatten()
    }

    /// The columns that are read, in no order.
    pub(crate) fn read_columns(&self) -> Vec<usize> {
        let mut read = Vec::new();
        for column in self.roles.iter().chain(&self.columns).flatten() {
            read.push(*column);
        }
        for (_, _, column) in &self.languages.columns {
            read.push(*column);
        }
        read
    }

    /// Takes what was guessed for roles that have no column.
    pub(crate) fn guess(&mut self, guessed: impl IntoIterator<Item = (Role, usize)>) {
        self.trust = Trust::Guessed;
        for (role, column) in guessed {
            if let Some(slot) = self.roles.get_mut(role as usize) {
                slot.get_or_insert(column);
            }
        }
    }

    /// Whether a record has no text for a role.
    pub(crate) fn is_empty(&self, record: Record<'s>, role: Role) -> bool {
        self.role(role).is_none_or(|column| record.text(column).is_empty())
    }

    pub(crate) fn header(&self, column: usize) -> Option<Cell<'s>> {
        Some(self.sheet.header()?.cell(column))
    }

    pub(crate) fn text(&self, record: Record<'s>, role: Role) -> &'s str {
        self.role(role).map_or("", |column| record.text(column))
    }

    fn skipped(&self, record: Record<'s>) -> Skipped<'s> {
        let code = record.cell(self.role(Role::Code).unwrap_or_default());
        let (name, reason) = (self.text(record, Role::Name), self.text(record, Role::Reason));
        Skipped { record, code, text: if reason.is_empty() { name } else { reason } }
    }

    /// The column, and its cell in `kept`, by which the rows of one of several tables in the file can be chosen: other
    /// rows have it too, and `other` has another one.
    pub(crate) fn apart(&self, kept: Record<'s>, other: Record<'s>) -> Option<(String, String)> {
        let texts = [Role::Code, Role::Name, Role::Reason, Role::Definition, Role::Tips, Role::Deprecated];
        for (column, header) in self.sheet.header()?.cells().enumerate() {
            let (here, there) = (kept.text(column), other.text(column));
            let is_text = texts.iter().any(|role| self.role(*role) == Some(column));
            if is_text || header.text.is_empty() || here.is_empty() || there.is_empty() || here == there {
                continue;
            }
            let alike = self.sheet.records().filter(|record| record.text(column) == here).count();
            if alike > 1 {
                return Some((header.text.to_owned(), here.to_owned()));
            }
        }
        None
    }
}

/// A row of one sheet, or of a base with an overlay's row over it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BoundRow<'s> {
    pub(crate) own: Option<Record<'s>>,
    /// The index of the row below it in [`Bound::base`].
    pub(crate) base: Option<usize>,
}

/// Rows whose cells can be asked for by role and by typed column.
#[derive(Clone, Debug)]
pub(crate) struct Bound<'s> {
    pub(crate) own: Binding<'s>,
    /// What this sheet is laid over, which may be laid over another one itself.
    pub(crate) base: Option<Box<Bound<'s>>>,
    pub(crate) rows: Vec<BoundRow<'s>>,
    /// The rows that a spreadsheet or an editor spoilt, which is reported, and the cell where.
    pub(crate) spoilt: Vec<(BoundRow<'s>, Cell<'s>)>,
    /// The rows that are not among them.
    pub(crate) left: Left<'s>,
    /// How far the columns can be relied on, and that the rows are those that are wanted: `only` and `skip` may name
    /// what is not there.
    pub(crate) trust: Trust,
}

/// The rows that words leave out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Left<'s> {
    pub(crate) by_only: usize,
    pub(crate) by_skip: usize,
    /// The entries of `skip` that are the text of a row.
    pub(crate) used: Vec<usize>,
    /// The user's rows that `skip` leaves out.
    pub(crate) skipped: Vec<Skipped<'s>>,
    /// The user's rows that `only` leaves out.
    #[cfg(feature = "readers")]
    pub(crate) dropped: Vec<Skipped<'s>>,
}

/// A row that `skip` leaves out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Skipped<'s> {
    pub(crate) record: Record<'s>,
    pub(crate) code: Cell<'s>,
    /// What it is called.
    pub(crate) text: &'s str,
}

impl Left<'_> {
    /// Whether there are any.
    pub(crate) fn is_any(&self) -> bool {
        self.by_only > 0 || self.by_skip > 0
    }

    /// Notes that an entry of `skip` is the text of a row.
    pub(crate) fn uses(&mut self, entry: usize) {
        if !self.used.contains(&entry) {
            self.used.push(entry);
        }
    }

    /// Takes those of another sheet as well.
    pub(crate) fn append(&mut self, other: Self) {
        self.by_only += other.by_only;
        self.by_skip += other.by_skip;
        for entry in other.used {
            self.uses(entry);
        }
        self.skipped.extend(other.skipped);
        #[cfg(feature = "readers")]
        self.dropped.extend(other.dropped);
    }
}

impl<'s> Bound<'s> {
    /// The file that the user named.
    pub(crate) fn file(&self) -> &'s str {
        &self.own.sheet.file
    }

    /// Whether nothing is wrong with the header.
    pub(crate) fn has_sound_header(&self) -> bool {
        self.own.header_trust == Trust::Sound
    }

    /// Whether no column is the phrase's or the name's.
    pub(crate) fn lacks_phrase(&self, wanted: &Wanted) -> bool {
        let is_there = |role| self.has_role(role) || wanted.has_header(role);
        // With `names`, a row without a phrase is called by its name.
        let is_wanted = !(wanted.is_without(Role::Reason) && (wanted.names.is_some() || wanted.is_without(Role::Name)));
        self.has_sound_header() && is_wanted && !is_there(Role::Name) && !is_there(Role::Reason)
    }

    /// Whether the sheet on top is the user's.
    pub(crate) fn origin(&self) -> Origin {
        self.own.sheet.origin
    }

    /// What the tables below this one are called in sentences.
    pub(crate) fn bases(&self) -> Option<String> {
        let base = self.base.as_ref()?;
        let file = base.file();
        let title =
            REFERENCES.iter().find(|reference| reference.file == file).map_or(file, |reference| reference.title);
        Some(match base.bases() {
            Some(below) => format!("{below} and {title}"),
            None => title.to_owned(),
        })
    }

    /// Whether it is laid over more than one table.
    pub(crate) fn is_over_several(&self) -> bool {
        self.base.as_ref().is_some_and(|base| base.base.is_some())
    }

    /// The row below a row.
    fn below(&self, row: &BoundRow<'s>) -> Option<(&Bound<'s>, &BoundRow<'s>)> {
        let base = self.base.as_deref()?;
        Some((base, base.rows.get(row.base?)?))
    }

    /// The record that the user wrote, or that of the base.
    pub(crate) fn record(&self, row: &BoundRow<'s>) -> Option<Record<'s>> {
        row.own.or_else(|| {
            let (base, below) = self.below(row)?;
            base.record(below)
        })
    }

    /// A row that `skip` leaves out; `None` for one that the user's file does not have.
    pub(crate) fn skipped(&self, row: &BoundRow<'s>) -> Option<Skipped<'s>> {
        let record = row.own.filter(|record| record.origin().is_own())?;
        Some(self.own.skipped(record))
    }

    /// The header of a role's column, the user's own before the base's.
    pub(crate) fn role_header(&self, role: Role) -> Option<Cell<'s>> {
        let own = self.own.role(role).and_then(|column| self.own.header(column));
        own.or_else(|| self.base.as_ref()?.role_header(role))
    }

    /// The header of a role that the table has. Where the user names one that is not there, which is reported, it is
    /// taken to be, so that its method is; but for a class, which each row would need.
    pub(crate) fn role_text<'w>(&self, role: Role, wanted: &'w Wanted) -> Option<&'w str>
    where
        's: 'w,
    {
        let named = wanted
            .roles
            .iter()
            .find(|(mapped, header)| *mapped == role && role != Role::Class && !header.trim().is_empty());
        self.role_header(role).map(|header| header.text).or(named.map(|(_, header)| header.as_str()))
    }

    /// True if one of the sheets has a column for the role.
    pub(crate) fn has_role(&self, role: Role) -> bool {
        self.own.role(role).is_some() || self.base.as_ref().is_some_and(|base| base.has_role(role))
    }

    /// True if the sheet has the typed column.
    pub(crate) fn has_column(&self, column: usize) -> bool {
        matches!(self.own.columns.get(column), Some(Some(_)))
    }

    /// The header of a typed column.
    pub(crate) fn column_header(&self, column: usize) -> Option<Cell<'s>> {
        self.own.header(self.own.columns.get(column).copied().flatten()?)
    }

    /// A row's cell for a role: the overlay's if it is not empty, else the base's.
    pub(crate) fn cell(&self, row: &BoundRow<'s>, role: Role) -> Option<Cell<'s>> {
        let own = match (self.own.role(role), row.own) {
            (Some(column), Some(record)) => Some(record.cell(column)),
            _ => None,
        };
        match own {
            Some(cell) if !cell.text.is_empty() => own,
            _ => self.below(row).and_then(|(base, below)| base.cell(below, role)).or(own),
        }
    }

    /// The text of a row's cell for a role, which is that of [`Bound::cell`]; empty without a cell.
    pub(crate) fn text(&self, row: &BoundRow<'s>, role: Role) -> &'s str {
        let own = match (self.own.role(role), row.own) {
            (Some(column), Some(record)) => record.text(column),
            _ => "",
        };
        match self.below(row) {
            Some((base, below)) if own.is_empty() => base.text(below, role),
            _ => own,
        }
    }

    /// The phrases of two references that call one code differently: that of the one that comes first, and the
    /// other. `None` where the user's phrase decides.
    pub(crate) fn disagreement(&self, row: &BoundRow<'s>) -> Option<(Cell<'s>, Cell<'s>)> {
        let (base, below) = self.below(row)?;
        let filled = |cell: &Cell<'s>| !cell.text.is_empty();
        let here = self.own.role(Role::Reason).and_then(|column| Some(row.own?.cell(column))).filter(filled);
        if here.is_some() && self.origin().is_own() {
            return None;
        }
        base.disagreement(below).or_else(|| {
            let (here, first) = (here?, base.cell(below, Role::Reason).filter(filled)?);
            (!here.text.eq_ignore_ascii_case(first.text)).then_some((first, here))
        })
    }

    /// A row's cell for a typed column; a base has none.
    pub(crate) fn value_cell(&self, row: &BoundRow<'s>, column: usize) -> Option<Cell<'s>> {
        let index = self.own.columns.get(column).copied().flatten()?;
        Some(row.own?.cell(index))
    }
}

/// A sheet whose columns are bound as far as its headers say, and what was found while they were.
pub(crate) struct Opened<'s> {
    pub(crate) binding: Binding<'s>,
    pub(crate) headers: Headers<'s>,
    pub(crate) found: Report,
    /// The header, of a file without one, whose first row was taken for it.
    pub(crate) first: Option<Record<'s>>,
    /// The first row is the header line of a file that is said to have none.
    pub(crate) has_header_line: bool,
}

/// Binds the columns of a sheet. A header that only the sheets `below` have is theirs.
pub(crate) fn open<'s>(sheet: &'s Sheet, below: &[Sheet], wanted: &Wanted) -> Option<Opened<'s>> {
    let header = sheet.header()?;
    let mut found = Report::new();
    let mut headers = Headers::new(sheet, header, wanted.told());
    let mut binding = columns(sheet, below, wanted, &mut headers, &mut found);
    binding.header_trust = header.trust();
    Some(Opened { binding, headers, found, first: None, has_header_line: false })
}

/// Takes the rows of a bound sheet. `None` if it has no code column, without which no row means anything.
pub(crate) fn bind<'s>(
    opened: Opened<'s>,
    picked: &[Picked<'_>],
    wanted: &Wanted,
    report: &mut Report,
) -> Option<Bound<'s>> {
    let Opened { binding, found, first, has_header_line, .. } = opened;
    let header_trust = binding.header_trust;
    report.trusting(header_trust, |report| report.append(found));
    binding.role(Role::Code)?;
    let sheet = binding.sheet;
    let picks = report.trusting(header_trust, |report| Picks::new(sheet, picked, report));
    let trust = binding.trust.max(picks.trust);
    let mut bound =
        Bound { own: binding, base: None, rows: Vec::new(), spoilt: Vec::new(), left: Left::default(), trust };
    let records = first.into_iter().chain(sheet.records().skip(usize::from(has_header_line)));
    report.trusting(trust, |report| bound.take_rows(records, &picks, wanted, report));
    Some(bound)
}

/// Which column is what.
fn columns<'s>(
    sheet: &'s Sheet,
    below: &[Sheet],
    wanted: &Wanted,
    headers: &mut Headers<'s>,
    report: &mut Report,
) -> Binding<'s> {
    headers.check(report);
    let mut roles = [None; Role::COUNT];
    for (index, (role, header)) in wanted.roles.iter().enumerate() {
        if header.trim().is_empty() {
            without(*role, index, sheet, wanted, report);
            continue;
        }
        let is_theirs = *role != Role::Code
            && !headers::has(sheet, header)
            && below.iter().any(|below| headers::has(below, header));
        let composed = sheet.composed.iter().position(|composed| composed.role == index);
        let Some(slot) = roles.get_mut(*role as usize).filter(|_| !is_theirs) else { continue };
        *slot = match composed {
            Some(composed) => {
                for column in sheet.composed.get(composed).into_iter().flat_map(|composed| &composed.named) {
                    headers.take(*column, role.as_str());
                }
                Some(COMPOSED + composed)
            }
            // What is wrong with a template is reported.
            None if template::has_braces(header) && !headers::has(sheet, header) => None,
            None => headers.named(header, role.as_str(), Subject::Role(index), report),
        };
    }
    let mut columns = Vec::new();
    for (index, column) in wanted.columns.iter().enumerate() {
        let header = column.header.as_deref().unwrap_or(&column.name);
        columns.push(headers.named(header, &column.name, Subject::Column(index), report));
    }
    let before = report.len();
    let tongues = languages::find(headers, wanted, report);
    // `message` is the definition of a table without messages: whoever asks for them gets it first.
    let is_looked_for = |role: Role| {
        let is_free = !wanted.is_mapped(role) || (role == Role::Code && wanted.is_without(role));
        is_free && !wanted.replaces(role) && wanted.looks_for(role)
    };
    if let Some(column) =
        Some(Role::Message).filter(|role| is_looked_for(*role)).and_then(|role| headers.meaning(role, report))
    {
        headers.take(column, Role::Message.as_str());
        if let Some(slot) = roles.get_mut(Role::Message as usize) {
            *slot = Some(column);
        }
    }
    for role in Role::ALL {
        // A definition and a phrase are also a matter of their neighbours.
        if !matches!(role, Role::Message | Role::Definition) && is_looked_for(role) {
            if let Some(slot) = roles.get_mut(role as usize) {
                *slot = headers.meaning(role, report);
            }
        }
    }
    phrase::decide(headers, sheet, &mut roles, wanted, !below.is_empty(), report);
    let languages = languages::bind((tongues, before), headers, &mut roles, wanted, report);
    Binding { sheet, roles, columns, languages, header_trust: Trust::Sound, trust: Trust::Sound }
}

/// `code = ""`, and a name and a phrase that both have no column, where rows need a name.
fn without(role: Role, index: usize, sheet: &Sheet, wanted: &Wanted, report: &mut Report) {
    let fault = match role {
        Role::Code => HeaderFault::NoCode,
        Role::Reason if wanted.is_without(Role::Name) && wanted.names.is_none() && wanted.needs_names => {
            HeaderFault::NothingNames
        }
        _ => return,
    };
    report.refuse(&sheet.file, None, Subject::Role(index), fault.into());
}

impl<'s> Bound<'s> {
    /// The rows, without those that are left out by a cell.
    fn take_rows(
        &mut self,
        records: impl Iterator<Item = Record<'s>>,
        picks: &Picks<'_>,
        wanted: &Wanted,
        report: &mut Report,
    ) {
        let Some(code) = self.own.role(Role::Code) else { return };
        let sheet = self.own.sheet;
        let skipped = SkipTexts::new(wanted);
        let codes = (!skipped.is_empty()).then(|| Codes::new(sheet, code, wanted));
        self.rows.reserve(sheet.records.len());
        for record in records {
            match picks.choose(record) {
                Choice::Kept => {}
                Choice::NotOfOnly => {
                    self.left.by_only += 1;
                    continue;
                }
                Choice::Skipped => {
                    self.left.by_skip += 1;
                    self.left.skipped.push(self.own.skipped(record));
                    continue;
                }
            }
            let is_own = sheet.origin.is_own() && record.trust() != Trust::Guessed;
            let heading = codes.and_then(|codes| skipped.heading(record, code, codes, wanted));
            if let Some(entry) = heading.filter(|_| is_own) {
                self.left.uses(entry);
                self.left.by_skip += 1;
                self.left.skipped.push(self.own.skipped(record));
                continue;
            }
            if let Some(part) = record.empty_part(code) {
                let cell = record.cell(part);
                let header = sheet.header().map_or("", |header| header.text(part)).to_owned();
                report.refuse(cell.file, Some(cell.place), Subject::Table, RowFault::EmptyPart { header }.into());
                continue;
            }
            self.rows.push(BoundRow { own: Some(record), base: None });
        }
    }
}

#[cfg(test)]
mod tests;
