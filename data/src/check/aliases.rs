//! Other phrases: each means one row only, and every text that a row is shown as leads back to it.

use super::repeated::{Gives, LaterName};
use super::unique::Unique;
use super::{list, verbatim};
use crate::code::Code;
use crate::finding::Subject;
use crate::index::{Index, Key};
use crate::model::{Alias, Row};
use crate::name::{self, quote};
use crate::notation::Notation;
use crate::refusal::{NameFault, NoName};
use crate::report::Report;
use crate::role::Role;
use crate::rule::Rule;
use crate::schema::{Bound, BoundRow};
use crate::sheet::Cell;
use crate::text;
use crate::wanted::Wanted;

/// Fills in the rows' aliases. A second pass, because an alias may collide with a row further down.
/// `sources` are the rows as they were bound, one for each of `rows`; `given` is what later rows of the same code give.
#[allow(clippy::too_many_arguments, reason = "what a check has found out")]
pub(super) fn check<'s>(
    bound: &Bound<'s>,
    wanted: &Wanted,
    unique: &Unique<'s>,
    sources: &[&BoundRow<'s>],
    later_names: &[LaterName<'s>],
    (is_verbatim, notation): (bool, Notation),
    rows: &mut [Row],
    report: &mut Report,
) {
    let mut found: Vec<Found<'s>> = Vec::new();
    let mut meanings = Meanings::new(bound, wanted, unique, sources, rows);
    (meanings.is_verbatim, meanings.notation) = (is_verbatim, notation);
    if bound.has_role(Role::Aliases) || !later_names.is_empty() {
        for (index, row) in rows.iter().enumerate() {
            meanings.phrases.insert(Key::folded(&row.reason), index);
        }
        let lists = sources.iter().enumerate().filter_map(|(row, source)| {
            let is_filled = !bound.text(source, Role::Aliases).is_empty();
            let cell = bound.cell(source, Role::Aliases).filter(|_| is_filled)?;
            Some(LaterName { row, cell, gives: Gives::List })
        });
        if is_verbatim {
            for (index, row) in rows.iter().enumerate() {
                meanings.row_names.insert(Key::folded(&row.name), index);
            }
        }
        // What the table says comes first; what is left is free.
        for LaterName { row, cell, gives } in lists.chain(later_names.iter().copied()) {
            let parts = if gives.is_list() { list::split(cell.text) } else { list::Parts::one(cell.text) };
            if parts.is_doubtful && !gives.is_free() && cell.origin.is_own() && !wanted.allows(Rule::AliasList) {
                refuse(cell, NameFault::AliasList { text: cell.text.to_owned() }, report);
                continue;
            }
            let mut aliases = Vec::new();
            for phrase in parts.texts {
                match meanings.alias(phrase, cell, row) {
                    Ok(Some(alias)) if gives == Gives::Spare => aliases.push(Alias { name: None, ..alias }),
                    Ok(alias) => aliases.extend(alias),
                    Err(_) if gives.is_free() => {}
                    Err((cell, fault)) => refuse(cell, fault, report),
                }
            }
            found.push(Found { row, cell, aliases, is_free: gives.is_free() });
        }
    }
    if wanted.parses {
        meanings.misleading_aliases(&mut found, report);
        meanings.misleading_texts(report);
    }
    for Found { row, aliases, .. } in found {
        if let Some(row) = rows.get_mut(row) {
            row.aliases.extend(aliases);
        }
    }
}

/// The aliases that a cell gives a row.
struct Found<'s> {
    row: usize,
    cell: Cell<'s>,
    aliases: Vec<Alias>,
    /// They are dropped without a finding where they mean something else.
    is_free: bool,
}

/// What a text already means, before it becomes an alias.
struct Meanings<'c, 's> {
    bound: &'c Bound<'s>,
    wanted: &'c Wanted,
    unique: &'c Unique<'s>,
    sources: &'c [&'c BoundRow<'s>],
    rows: &'c [Row],
    /// How codes are shown, and read.
    notation: Notation,
    /// Names in code are cells as they are written.
    is_verbatim: bool,
    /// Then, the row of each name, in any case.
    row_names: Index<'c>,
    /// The first row of each phrase, in any case.
    phrases: Index<'c>,
    /// The place among `found` of each alias, in any case.
    aliases: Index<'c>,
    /// The row and cell of each alias.
    found: Vec<(usize, Cell<'s>)>,
    /// The row of each alias that names a constant.
    names: Index<'c>,
    codes: Codes<'c>,
}

/// The row of each code: numbers, and texts exactly and in any case.
struct Codes<'c> {
    all: &'c [Row],
    are_texts: bool,
    /// The first row of each code in any case; empty until it is asked, which is seldom.
    rows: Index<'c>,
    /// Rows whose code differs from that of an earlier one in case alone.
    twins: Vec<(&'c str, usize)>,
    /// The lengths that text codes have, in bytes.
    lengths: Vec<usize>,
    /// Whether a code has a space in it, which is where a phrase could begin.
    have_spaces: bool,
}

impl<'c, 's> Meanings<'c, 's> {
    fn new(
        bound: &'c Bound<'s>,
        wanted: &'c Wanted,
        unique: &'c Unique<'s>,
        sources: &'c [&'c BoundRow<'s>],
        rows: &'c [Row],
    ) -> Self {
        Self {
            bound,
            wanted,
            unique,
            sources,
            rows,
            notation: Notation::Decimal,
            is_verbatim: false,
            row_names: Index::new(),
            phrases: Index::new(),
            aliases: Index::new(),
            found: Vec::new(),
            names: Index::new(),
            codes: Codes::new(rows),
        }
    }

    fn show(&self, row: usize) -> String {
        self.rows.get(row).map_or(String::new(), |row| quote(&self.displayed_text(row)))
    }

    /// What `Display` writes of a row.
    fn displayed_text(&self, row: &Row) -> String {
        format!("{} {}", self.notation.show(&row.code), row.reason)
    }

    /// That a text of a row is read as another one.
    fn reads_alike(&self, what: &'static str, text: String, other: usize) -> NameFault {
        let code = self.rows.get(other).map_or(String::new(), |row| self.notation.quoted(&row.code));
        let cell = self.sources.get(other).and_then(|source| self.bound.cell(source, Role::Code));
        let place = cell.map_or(String::new(), |cell| cell.seen_from(self.bound.origin()));
        NameFault::ReadsAlike { what, text, code, place }
    }

    /// That an alias already is the phrase, or the name, of another row.
    fn taken(&self, alias: &str, of: &'static str, other: usize) -> NameFault {
        NameFault::AliasTaken { text: alias.to_owned(), of, row: self.show(other) }
    }

    /// The cell of a row's phrase, or else that of its name.
    fn phrase_cell(&self, row: usize) -> Option<Cell<'s>> {
        let source = self.sources.get(row)?;
        let cell = |role| self.bound.cell(source, role).filter(|cell| !cell.text.is_empty());
        cell(Role::Reason).or_else(|| cell(Role::Name))
    }

    /// An alias that means one row only; `None` if it adds nothing.
    fn alias(&mut self, phrase: &str, cell: Cell<'s>, row: usize) -> Result<Option<Alias>, (Cell<'s>, NameFault)> {
        let wrong = |phrase: &str, why: NoName| NameFault::Alias { text: phrase.to_owned(), why };
        let phrase = text::phrase(phrase).map_err(|unseen| (cell, wrong(phrase, NoName::Hidden(unseen))))?;
        let phrase = &*phrase;
        match self.phrases.get(Key::folded(phrase)) {
            Some(other) if other != row => {
                let here = self.phrase_cell(other).map_or(cell, |other| own_first(cell, other).0);
                return Err((here, self.taken(phrase, "phrase", other)));
            }
            Some(_) => return Ok(None),
            None => {}
        }
        match self.alias_of(phrase) {
            Some((other, first)) if other != row => {
                let (here, there) = own_first(cell, first);
                let (text, place) = (phrase.to_owned(), there.seen_from(here.origin));
                return Err((here, NameFault::AliasTwice { text, place }));
            }
            Some(_) => return Ok(None),
            None => {}
        }
        let own = self.rows.get(row).map_or("", |row| row.name.as_str());
        if phrase == own {
            return Ok(None);
        }
        if let Some(other) = self.row_names.get(Key::folded(phrase)).filter(|other| *other != row) {
            return Err((cell, self.taken(phrase, "name", other)));
        }
        let identifier = if self.is_verbatim {
            verbatim::identifier(phrase).ok().map(str::to_owned)
        } else {
            name::pascal(phrase).ok()
        };
        let mut identifier = identifier.filter(|identifier| identifier != own);
        if let (true, Some(identifier)) = (self.is_verbatim, &identifier) {
            if let Some(what) = verbatim::name_of_ours(identifier, self.wanted, self.bound) {
                return Err((cell, wrong(identifier, NoName::Ours(what))));
            }
        }
        if let Some(taken) = identifier.as_ref().and_then(|identifier| self.unique.named(identifier)) {
            let (here, there) = own_first(cell, *taken);
            let text = if there.text == cell.text { phrase } else { there.text };
            let (name, place) = (identifier.clone().unwrap_or_default(), there.seen_from(here.origin));
            return Err((here, wrong(phrase, NoName::Taken { name, there: text.to_owned(), place })));
        }
        match identifier.as_deref().and_then(|identifier| self.names.get(identifier)) {
            Some(other) if other != row => {
                let (text, row) = (phrase.to_owned(), self.show(other));
                return Err((cell, NameFault::AliasName { text, row }));
            }
            // A second spelling of the same constant only parses.
            Some(_) => identifier = None,
            None => {}
        }
        if let Some(identifier) = &identifier {
            self.names.insert(identifier.clone(), row);
        }
        self.aliases.insert(Key::Folded(phrase.to_owned().into()), self.found.len());
        self.found.push((row, cell));
        Ok(Some(Alias { phrase: phrase.to_owned(), name: identifier }))
    }

    /// The row and cell of an alias that was found before.
    fn alias_of(&self, phrase: &str) -> Option<(usize, Cell<'s>)> {
        self.found.get(self.aliases.get(Key::folded(phrase))?).copied()
    }

    /// Aliases that are read as another row, by its code: `404`, `404 Not Found`.
    fn misleading_aliases(&mut self, found: &mut [Found<'s>], report: &mut Report) {
        for Found { row, cell, aliases, is_free } in found {
            let mut misleading = Vec::new();
            for Alias { phrase, .. } in aliases.iter() {
                let read = match self.coded(phrase) {
                    None if is_number(phrase) => self.code_and_phrase(phrase),
                    coded => coded,
                };
                let other = read.filter(|other| other != row).or_else(|| self.displayed(phrase, *row));
                let Some(other) = other else { continue };
                if *is_free {
                    misleading.push(phrase.clone());
                    continue;
                }
                refuse(*cell, self.reads_alike("alias", quote(phrase), other), report);
            }
            if !misleading.is_empty() {
                aliases.retain(|alias| !misleading.contains(&alias.phrase));
            }
        }
    }

    /// What a row is displayed as has to lead back to it. A number ends where a phrase begins, so that only text codes
    /// can mislead.
    fn misleading_texts(&mut self, report: &mut Report) {
        if !self.codes.are_texts {
            return;
        }
        for (index, row) in self.rows.iter().enumerate() {
            if let Some(other) = self.displayed(&row.reason, index) {
                if let Some(cell) = self.phrase_cell(index) {
                    refuse(cell, self.reads_alike("phrase", quote(&row.reason), other), report);
                }
            }
            if self.codes.have_spaces {
                self.misleading_codes(index, row, report);
            }
        }
    }

    /// `E 1` with the phrase `Held` is displayed as `E` with the phrase `1 Held` is, and as the code `E 1 Held`.
    fn misleading_codes(&mut self, index: usize, row: &Row, report: &mut Report) {
        let shown = self.displayed_text(row);
        let is_alias = !is_number(&shown) && self.aliases.has(Key::folded(&shown));
        let misread = match self.coded(&shown) {
            Some(other) => Some((other, index)),
            // As an alias it is found before its code is looked at.
            None if is_alias => None,
            None => self.code_and_phrase(&shown).filter(|other| *other != index).map(|other| (index, other)),
        };
        let Some((here, there)) = misread else { return };
        let (Some(row), Some(source)) = (self.rows.get(here), self.sources.get(here)) else { return };
        if let Some(cell) = self.bound.cell(source, Role::Code) {
            refuse(cell, self.reads_alike("code", self.notation.quoted(&row.code), there), report);
        }
    }

    /// The other row that is displayed like this phrase of a row, which is then found in its place: phrases are
    /// read in any case, and before code and phrase, unless the text begins with a number.
    fn displayed(&mut self, phrase: &str, row: usize) -> Option<usize> {
        if !self.codes.are_texts || is_number(phrase) {
            return None;
        }
        for (end, _) in phrase.match_indices(' ') {
            let (code, rest) = phrase.split_at_checked(end)?;
            for other in self.codes.in_any_case(code) {
                let reason = self.rows.get(other).map_or("", |row| &row.reason);
                if other != row && reason.eq_ignore_ascii_case(rest.trim_start()) {
                    return Some(other);
                }
            }
        }
        None
    }

    /// The row whose code and phrase, or code and alias, the text is.
    fn code_and_phrase(&mut self, text: &str) -> Option<usize> {
        for (end, _) in text.match_indices(' ') {
            let (code, phrase) = text.split_at_checked(end)?;
            let phrase = phrase.trim_start();
            if let Some(row) = self.coded(code) {
                let is_reason = self.rows.get(row).is_some_and(|row| row.reason.eq_ignore_ascii_case(phrase));
                if is_reason || self.alias_of(phrase).is_some_and(|(other, _)| other == row) {
                    return Some(row);
                }
            }
            // A number ends at the first space, a text anywhere.
            if !self.codes.are_texts {
                return None;
            }
        }
        None
    }

    /// The row whose code the text is, exactly.
    fn coded(&mut self, text: &str) -> Option<usize> {
        if self.codes.are_texts {
            return self.codes.exactly(text);
        }
        let code = self.notation.number(text)?;
        self.codes.fill();
        self.codes.rows.get(Key::Int(code))
    }
}

fn refuse(cell: Cell<'_>, fault: NameFault, report: &mut Report) {
    report.refuse(cell.file, Some(cell.place), Subject::Table, fault.into());
}

/// Two cells that clash, the one that is to blame first: what the user wrote, and else the alias.
fn own_first<'s>(alias: Cell<'s>, other: Cell<'s>) -> (Cell<'s>, Cell<'s>) {
    if !alias.origin.is_own() && other.origin.is_own() { (other, alias) } else { (alias, other) }
}

/// Whether a parser takes the text for a code and a phrase before it looks for a phrase.
fn is_number(text: &str) -> bool {
    matches!(text.as_bytes(), [b'0'..=b'9', ..] | [b'-', b'0'..=b'9', ..])
}

impl<'c> Codes<'c> {
    fn new(all: &'c [Row]) -> Self {
        let (mut are_texts, mut lengths, mut have_spaces) = (false, Vec::new(), false);
        for row in all {
            if let Code::Text(code) = &row.code {
                are_texts = true;
                have_spaces |= code.contains(' ');
                if !lengths.contains(&code.len()) {
                    lengths.push(code.len());
                }
            }
        }
        Self { all, are_texts, rows: Index::new(), twins: Vec::new(), lengths, have_spaces }
    }

    fn fill(&mut self) {
        if !self.rows.is_empty() {
            return;
        }
        for (row, Row { code, .. }) in self.all.iter().enumerate() {
            match code {
                Code::Int(code) => _ = self.rows.insert(Key::Int(*code), row),
                Code::Text(code) => {
                    if self.rows.insert(Key::folded(code), row).is_some() {
                        self.twins.push((code, row));
                    }
                }
            }
        }
    }

    /// The rows of a text code in any case.
    fn in_any_case(&mut self, code: &str) -> Vec<usize> {
        let mut rows = Vec::new();
        if !self.lengths.contains(&code.len()) {
            return rows;
        }
        self.fill();
        rows.extend(self.rows.get(Key::folded(code)));
        for (twin, row) in &self.twins {
            if twin.eq_ignore_ascii_case(code) {
                rows.push(*row);
            }
        }
        rows
    }

    /// The row of a text code as it is written.
    fn exactly(&mut self, code: &str) -> Option<usize> {
        let is_same =
            |row: &usize| matches!(self.all.get(*row), Some(Row { code: Code::Text(text), .. }) if text == code);
        self.in_any_case(code).into_iter().find(is_same)
    }
}
