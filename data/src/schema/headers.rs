//! The headers of one sheet: which column is meant by a text or by a role, and what is wrong with them.

use std::collections::HashMap;

use crate::name::{self, quote};
use crate::report::{Report, Subject};
use crate::role::Role;
use crate::sheet::{Cell, Record, Sheet};

pub(super) struct Headers<'s> {
    sheet: &'s Sheet,
    found: Vec<Header<'s>>,
    /// The user can say which column is what: see [`Wanted::has_body`](crate::Wanted::has_body).
    has_body: bool,
}

struct Header<'s> {
    cell: Cell<'s>,
    folded: String,
    /// The table's body names it, so no role finds it by itself.
    taken: bool,
}

/// A header as it is compared: case, spaces, `_` and `-` do not count.
fn fold(header: &str) -> String {
    header.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// Whether a sheet has a header that is written so.
pub(super) fn has(sheet: &Sheet, wanted: &str) -> bool {
    let folded = fold(wanted);
    sheet.header().is_some_and(|header| header.cells().any(|cell| fold(cell.text) == folded))
}

impl<'s> Headers<'s> {
    pub(super) fn new(sheet: &'s Sheet, header: Record<'s>, has_body: bool) -> Self {
        let found = header.cells().map(|cell| Header { cell, folded: fold(cell.text), taken: false }).collect();
        Self { sheet, found, has_body }
    }

    /// A header that stands twice, or is missing above a column with cells, means nothing for sure.
    pub(super) fn check(&self, report: &mut Report) {
        let mut first: HashMap<&str, Cell<'s>> = HashMap::new();
        let mut below_nothing = vec![false; self.found.len()];
        if self.found.iter().any(|header| header.cell.text.is_empty()) {
            for record in self.sheet.records() {
                for (slot, cell) in below_nothing.iter_mut().zip(record.cells()) {
                    *slot |= !cell.text.is_empty();
                }
            }
        }
        for (header, has_cells) in self.found.iter().zip(below_nothing) {
            let cell = header.cell;
            if cell.text.is_empty() {
                if has_cells {
                    let message = "the header is empty and cells stand below it; give the column a header";
                    report.at(cell.file, cell.place, message);
                }
            } else if let Some(first) = first.get(cell.text) {
                let there = first.place.cell.map(|cell| format!(" in cell {cell}")).unwrap_or_default();
                let message = format!(
                    "the header {} already stands{there}; give each column a header of its own",
                    quote(cell.text)
                );
                report.at(cell.file, cell.place, message);
            } else {
                first.insert(cell.text, cell);
            }
        }
    }

    /// The column of a header as the user wrote it in the table's body: letter by letter, else folded.
    pub(super) fn named(&mut self, wanted: &str, subject: Subject, report: &mut Report) -> Option<usize> {
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
                        "both {} and {} could be the header {wanted:?}; write the one that is meant letter by letter",
                        quote(first.cell.text),
                        quote(second.cell.text)
                    );
                    report.file(&self.sheet.file, subject, message);
                }
                first.map(|(index, _)| index)
            }
        };
        match found.and_then(|index| self.found.get_mut(index)) {
            Some(header) => header.taken = true,
            None => report.file(&self.sheet.file, subject, self.missing(wanted)),
        }
        found
    }

    /// The column whose header means the role; a finding if two do.
    pub(super) fn meaning(&self, role: Role, report: &mut Report) -> Option<usize> {
        self.claim(role, report, |folded| {
            role.headers().contains(&folded) || (role == Role::Tips && folded.ends_with("tips"))
        })
    }

    /// The column `description`, which its neighbours make this role.
    pub(super) fn description(&self, role: Role, report: &mut Report) -> Option<usize> {
        self.claim(role, report, |folded| folded == "description")
    }

    fn claim(&self, role: Role, report: &mut Report, means: impl Fn(&str) -> bool) -> Option<usize> {
        let is_claim = |(_, header): &(usize, &Header<'_>)| !header.taken && means(&header.folded);
        let mut claims = self.found.iter().enumerate().filter(is_claim);
        let (index, Header { cell: first, .. }) = claims.next()?;
        for (_, Header { cell: second, .. }) in claims {
            // Two of the same text are a finding already.
            if second.text != first.text {
                let or_say = if self.has_body {
                    format!(", or say in the table's body which it is: {role} = {:?}", first.text)
                } else {
                    String::new()
                };
                let (one, other) = (quote(first.text), quote(second.text));
                let message = format!("the headers {one} and {other} both mean the {role}; rename one{or_say}");
                report.at(second.file, second.place, message);
            }
        }
        Some(index)
    }

    fn missing(&self, wanted: &str) -> String {
        match name::closest(wanted, self.texts()) {
            Some(close) => format!("there is no header {wanted:?}; did you mean {}?", quote(close)),
            None => format!("there is no header {wanted:?}; {}", self.list()),
        }
    }

    /// What to say of a sheet without a code column.
    pub(super) fn no_code(&self) -> String {
        let what = "there is no column for the code";
        match self.close_to(&[Role::Code]) {
            Some(close) => {
                let or_say = self.or_say(Role::Code, close);
                format!("{what}; if {} is it, rename it to \"code\"{or_say}", quote(close))
            }
            None => format!("{what}; name one \"code\"{} ({})", self.or_say(Role::Code, "\u{2026}"), self.list()),
        }
    }

    /// What to say of a table without a column for the phrase.
    pub(super) fn no_phrase(&self, definition: Option<Cell<'_>>) -> String {
        let what = "there is no column for the reason phrase";
        let is_description = |cell: &Cell<'_>| fold(cell.text) == "description";
        let guess = match definition.filter(is_description) {
            Some(description) => Some(description.text),
            None => self.close_to(&[Role::Reason, Role::Name]),
        };
        match guess {
            Some(close) => {
                let or_say = self.or_say(Role::Reason, close);
                format!("{what}; if {} is it, rename it to \"reason\"{or_say}", quote(close))
            }
            None => {
                let or_say = self.or_say(Role::Reason, "\u{2026}");
                format!("{what}; name one \"reason\" or \"name\"{or_say} ({})", self.list())
            }
        }
    }

    /// The other way to make a column a role's, where there is one.
    fn or_say(&self, role: Role, header: &str) -> String {
        if self.has_body { format!(", or say {role} = {header:?} in the table's body") } else { String::new() }
    }

    /// A header that nearly means one of the roles.
    fn close_to(&self, roles: &[Role]) -> Option<&'s str> {
        let known = roles.iter().flat_map(|role| role.headers());
        let is_close = |header: &&Header<'_>| name::closest(&header.folded, known.clone().copied()).is_some();
        self.found.iter().filter(|header| !header.taken).find(is_close).map(|header| header.cell.text)
    }

    fn texts(&self) -> impl Iterator<Item = &'s str> {
        self.found.iter().map(|header| header.cell.text).filter(|text| !text.is_empty())
    }

    /// The first headers, quoted; a table may have hundreds.
    fn list(&self) -> String {
        const SHOWN: usize = 12;
        let mut texts = self.texts();
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
}
