//! The headers of one sheet: which column is meant by a text or by a role, and what is wrong with them.

use std::collections::HashMap;

use super::guess;
use crate::name::{self, quote};
use crate::refusal::Fault;
use crate::report::{Report, Subject};
use crate::role::{Role, fold};
use crate::sheet::{Cell, Record, Sheet};
use crate::wanted::Wanted;

pub(super) struct Headers<'s> {
    sheet: &'s Sheet,
    found: Vec<Header<'s>>,
    /// The user can say which column is what in a body: see [`Wanted::has_body`](crate::Wanted::has_body).
    has_body: bool,
}

struct Header<'s> {
    cell: Cell<'s>,
    folded: String,
    /// The user named it for a role or a column, so no role finds it by itself.
    taken: Option<String>,
}

/// Whether a sheet has a header that is written so.
pub(super) fn has(sheet: &Sheet, wanted: &str) -> bool {
    let folded = fold(wanted);
    sheet.header().is_some_and(|header| header.cells().any(|cell| fold(cell.text) == folded))
}

/// The column of a header as the user wrote it: exactly, else folded.
pub(super) fn position(sheet: &Sheet, wanted: &str) -> Option<usize> {
    let (wanted, header) = (wanted.trim(), sheet.header()?);
    let mut alike = None;
    for (column, cell) in header.cells().enumerate() {
        if cell.text == wanted && !wanted.is_empty() {
            return Some(column);
        }
        if alike.is_none() && !cell.text.is_empty() && fold(cell.text) == fold(wanted) {
            alike = Some(column);
        }
    }
    alike
}

/// The first headers, quoted; a table may have hundreds.
pub(super) fn list<'t>(mut texts: impl Iterator<Item = &'t str>) -> String {
    const SHOWN: usize = 12;
    let mut shown: Vec<String> = texts.by_ref().take(SHOWN).map(quote).collect();
    let more = texts.count();
    if more > 0 {
        shown.push(format!("and {more} more"));
    }
    match shown.len() {
        0 => "all headers are empty".to_owned(),
        1 => format!("the only header is {}", shown.concat()),
        _ => format!("the headers are {}", shown.join(", ")),
    }
}

impl<'s> Headers<'s> {
    pub(super) fn new(sheet: &'s Sheet, header: Record<'s>, has_body: bool) -> Self {
        let found = header.cells().map(|cell| Header { cell, folded: fold(cell.text), taken: None }).collect();
        Self { sheet, found, has_body }
    }

    /// Reports a header that is there twice, and a missing one above a column with cells.
    pub(super) fn check(&self, report: &mut Report) {
        let mut first: HashMap<&str, (usize, Cell<'s>)> = HashMap::new();
        let mut below_nothing = vec![false; self.found.len()];
        // Of headers that the user gives, an empty one is a column without use.
        if !self.sheet.is_header_given && self.found.iter().any(|header| header.cell.text.is_empty()) {
            for record in self.sheet.records() {
                for (slot, cell) in below_nothing.iter_mut().zip(record.cells()) {
                    *slot |= !cell.text.is_empty();
                }
            }
        }
        for (index, (header, has_cells)) in self.found.iter().zip(below_nothing).enumerate() {
            let cell = header.cell;
            if cell.text.is_empty() {
                if has_cells {
                    self.finding(
                        index,
                        "the header is empty, and there are cells below it; give the column a header",
                        report,
                    );
                }
            } else if let Some((place, first)) = first.get(cell.text) {
                let there = match first.place.cell.filter(|_| !self.sheet.is_header_given) {
                    Some(cell) => format!("cell {cell}"),
                    None => format!("column {}", place + 1),
                };
                let message = format!(
                    "the header {} is already in {there}; give each column a header of its own",
                    quote(cell.text)
                );
                self.finding(index, &message, report);
            } else {
                first.insert(cell.text, (index, cell));
            }
        }
    }

    /// Reports what is wrong with a header: at its cell, or where the user gives it.
    pub(super) fn finding(&self, column: usize, message: &str, report: &mut Report) {
        match self.found.get(column) {
            Some(Header { cell, .. }) if !self.sheet.is_header_given => report.at(cell.file, cell.place, message),
            _ => report.file(&self.sheet.file, Subject::Word("headers"), message),
        }
    }

    /// The column of a header as the user wrote it, for a role or a column of that name: exactly, else folded.
    pub(super) fn named(&mut self, wanted: &str, by: &str, subject: Subject, report: &mut Report) -> Option<usize> {
        let wanted = wanted.trim();
        let folded = fold(wanted);
        let is_exact = |header: &Header<'_>| header.cell.text == wanted;
        let is_alike = |header: &Header<'_>| !folded.is_empty() && header.folded == folded;
        let found = match self.found.iter().position(is_exact).filter(|_| !wanted.is_empty()) {
            Some(exact) => Some(exact),
            None => {
                let mut alike = self.found.iter().enumerate().filter(|(_, header)| is_alike(header));
                let first = alike.next();
                let second =
                    alike.find(|(_, second)| first.is_some_and(|(_, first)| first.cell.text != second.cell.text));
                if let (Some((_, first)), Some((_, second))) = (first, second) {
                    let message = format!(
                        "both {} and {} could be the header {wanted:?}; write the one that is meant exactly",
                        quote(first.cell.text),
                        quote(second.cell.text)
                    );
                    report.file(&self.sheet.file, subject, message);
                }
                first.map(|(index, _)| index)
            }
        };
        match found.and_then(|index| self.found.get_mut(index)) {
            // The column of the codes may have the answers as well, and stays that of the codes.
            Some(header) if Role::Code.is_meant_by(&header.folded) && is_answer(subject, by) => {}
            Some(header) => header.taken = Some(by.to_owned()),
            None => report.file(&self.sheet.file, subject, self.missing(wanted)),
        }
        found
    }

    /// The column whose header means the role; a finding if two do.
    pub(super) fn meaning(&self, role: Role, report: &mut Report) -> Option<usize> {
        self.claim(role, report, |folded| role.is_meant_by(folded))
    }

    /// The column of a header that its neighbours make this role.
    pub(super) fn called(&self, header: &str, role: Role, report: &mut Report) -> Option<usize> {
        self.claim(role, report, |folded| folded == header)
    }

    fn claim(&self, role: Role, report: &mut Report, means: impl Fn(&str) -> bool) -> Option<usize> {
        let is_claim = |(_, header): &(usize, &Header<'_>)| header.taken.is_none() && means(&header.folded);
        let mut claims = self.found.iter().enumerate().filter(is_claim);
        let (index, Header { cell: first, .. }) = claims.next()?;
        for (other, Header { cell: second, .. }) in claims {
            // Two of the same text are already reported.
            if second.text != first.text {
                let (one, two) = (quote(first.text), quote(second.text));
                let or_say = self.or_say(role, first.text);
                let message = format!("the headers {one} and {two} both mean the {role}; rename one{or_say}");
                self.finding(other, &message, report);
            }
        }
        Some(index)
    }

    /// Takes a column for a role, so that no other one finds it.
    pub(super) fn take(&mut self, column: usize, role: Role) {
        if let Some(header) = self.found.get_mut(column) {
            header.taken = Some(role.as_str().to_owned());
        }
    }

    /// Refuses a header: at its cell, or where the user gives it.
    pub(super) fn fault(&self, column: usize, fault: impl Into<Fault>, report: &mut Report) {
        match self.found.get(column) {
            Some(Header { cell, .. }) if !self.sheet.is_header_given => {
                report.refuse(cell.file, Some(cell.place), Subject::Table, fault.into());
            }
            _ => report.refuse(&self.sheet.file, None, Subject::Word("headers"), fault.into()),
        }
    }

    /// The text of a header.
    pub(super) fn text(&self, column: usize) -> Option<&'s str> {
        self.found.get(column).map(|header| header.cell.text)
    }

    pub(super) fn file(&self) -> &'s str {
        &self.sheet.file
    }

    fn missing(&self, wanted: &str) -> String {
        match name::closest(wanted, self.texts()) {
            Some(close) => format!("there is no header {wanted:?}; did you mean {}?", quote(close)),
            None => format!("there is no header {wanted:?}; {}", self.list()),
        }
    }

    /// The column that probably has the codes, of a sheet where no header says so.
    pub(super) fn guess_code(&self, wanted: &Wanted) -> Option<usize> {
        let free: Vec<(usize, &str)> = self.free().collect();
        guess::close_to(&free, &[Role::Code]).or_else(|| guess::code_column(&free, self.sheet, wanted.code))
    }

    /// What to say about a sheet without a code column.
    pub(super) fn no_code(&self, guess: Option<usize>) -> String {
        let what = "there is no column for the code";
        let is_role = |header: &Header<'_>| Role::Code.is_meant_by(&header.folded);
        if let Some(taken) = self.taken(what, is_role) {
            return taken;
        }
        if let Some(Header { cell: Cell { text, .. }, .. }) = guess.and_then(|column| self.found.get(column)) {
            return self.if_it_is(what, Role::Code, text);
        }
        self.taken(what, |header| guess::sounds_like_code(header.cell.text)).unwrap_or_else(|| {
            format!("{what}; name one \"code\"{} ({})", self.or_say(Role::Code, "\u{2026}"), self.list())
        })
    }

    /// What to say where the user names the code's header for something else.
    fn taken(&self, what: &str, is_code: impl Fn(&Header<'_>) -> bool) -> Option<String> {
        let header = self.found.iter().find(|header| header.taken.is_some() && is_code(header))?;
        let (text, by) = (header.cell.text, header.taken.as_ref()?);
        Some(format!("{what}: `{by}` took {}; write {} as well", quote(text), self.say(Role::Code, text)))
    }

    /// The column that probably has the phrases, of a table where no header says so.
    pub(super) fn guess_phrase(&self, definition: Option<usize>, is_used: impl Fn(usize) -> bool) -> Option<usize> {
        let text = |column: usize| self.found.get(column).map(|header| header.cell.text);
        let is_description = |column: &usize| text(*column).is_some_and(|text| fold(text) == "description");
        let free: Vec<(usize, &str)> = self.free().collect();
        definition
            .filter(is_description)
            .or_else(|| guess::close_to(&free, &[Role::Reason, Role::Name]))
            .or_else(|| guess::phrase_column(&free, self.sheet, is_used))
    }

    /// What to say about a table without a column for the phrase.
    pub(super) fn no_phrase(&self, guess: Option<usize>) -> String {
        let what = "there is no column for the reason phrase";
        match guess.and_then(|column| self.found.get(column)) {
            Some(close) => self.if_it_is(what, Role::Reason, close.cell.text),
            None => {
                let or_say = self.or_say(Role::Reason, "\u{2026}");
                format!("{what}; name one \"reason\" or \"name\"{or_say} ({})", self.list())
            }
        }
    }

    fn if_it_is(&self, what: &str, role: Role, header: &str) -> String {
        let rename = format!("if {} is it, rename it to \"{role}\"", quote(header));
        format!("{what}; {rename}{}", self.or_say(role, header))
    }

    /// The other way to make a column a role's than to rename it.
    fn or_say(&self, role: Role, header: &str) -> String {
        let place = if self.has_body { " in the table's body" } else { "" };
        format!(", or say {}{place}", self.say(role, header))
    }

    /// How the user says which column is a role's: in the table's body, or in the words of a derive.
    fn say(&self, role: Role, header: &str) -> String {
        if self.has_body { format!("{role} = {header:?}") } else { format!("columns({role} = {header:?})") }
    }

    /// The columns that the user does not name, with their headers; none that is empty.
    pub(super) fn free(&self) -> impl Iterator<Item = (usize, &'s str)> {
        let is_free = |(_, header): &(usize, &Header<'_>)| header.taken.is_none() && !header.cell.text.is_empty();
        self.found.iter().enumerate().filter(is_free).map(|(index, header)| (index, header.cell.text))
    }

    /// How many columns there are.
    pub(super) fn count(&self) -> usize {
        self.found.len()
    }

    pub(super) fn folded(&self, column: usize) -> Option<&str> {
        self.found.get(column).map(|header| header.folded.as_str())
    }

    fn texts(&self) -> impl Iterator<Item = &'s str> {
        self.found.iter().map(|header| header.cell.text).filter(|text| !text.is_empty())
    }

    fn list(&self) -> String {
        list(self.texts())
    }
}

/// Whether a name is that of a role that bridges answer with.
fn is_answer(subject: Subject, by: &str) -> bool {
    matches!(subject, Subject::Role(_)) && Role::named(by).is_some_and(Role::is_on_request)
}
