//! The headers of one sheet: which column is meant by a text or by a role, and what is wrong with them.

use std::collections::HashMap;

use super::guess;
use crate::finding::Subject;
use crate::name::{self, quote};
use crate::refusal::Fault;
use crate::refusal::HeaderFault;
use crate::report::Report;
use crate::role::{Role, fold};
use crate::sheet::{Cell, Record, Sheet};
use crate::wanted::{Told, Wanted};

pub(super) struct Headers<'s> {
    sheet: &'s Sheet,
    found: Vec<Header<'s>>,
    pub(super) told: Told,
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
pub(crate) fn position(sheet: &Sheet, wanted: &str) -> Option<usize> {
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

/// That a sheet has no such header.
pub(crate) fn missing(sheet: &Sheet, header: &str) -> HeaderFault {
    let mut texts = Vec::new();
    if let Some(record) = sheet.header() {
        for cell in record.cells().filter(|cell| !cell.text.is_empty()) {
            texts.push(cell.text);
        }
    }
    HeaderFault::NoSuchHeader {
        header: header.to_owned(),
        close: name::closest(header, texts.iter().copied()).map(str::to_owned),
        all: list(texts.iter().copied()),
    }
}

impl<'s> Headers<'s> {
    pub(super) fn new(sheet: &'s Sheet, header: Record<'s>, told: Told) -> Self {
        let found = header.cells().map(|cell| Header { cell, folded: fold(cell.text), taken: None }).collect();
        Self { sheet, found, told }
    }

    /// Reports a header that is there twice.
    pub(super) fn check(&self, report: &mut Report) {
        let mut first: HashMap<&str, (usize, Cell<'s>)> = HashMap::new();
        for (index, header) in self.found.iter().enumerate() {
            let cell = header.cell;
            // A column without a header is not read.
            if cell.text.is_empty() {
                continue;
            }
            if let Some((place, first)) = first.get(cell.text) {
                let there = match first.place.cell.filter(|_| !self.sheet.is_header_given) {
                    Some(cell) => format!("cell {cell}"),
                    None => format!("column {}", place + 1),
                };
                self.refuse(index, HeaderFault::Twice { header: cell.text.to_owned(), there }, report);
            } else {
                first.insert(cell.text, (index, cell));
            }
        }
    }

    /// Reports what is wrong with a header: at its cell, or where the user gives it.
    pub(super) fn refuse(&self, column: usize, fault: HeaderFault, report: &mut Report) {
        match self.found.get(column) {
            Some(Header { cell, .. }) if !self.sheet.is_header_given => {
                report.refuse(cell.file, Some(cell.place), Subject::Table, fault.into());
            }
            _ => report.refuse(&self.sheet.file, None, Subject::Word("headers"), fault.into()),
        }
    }

    /// The column of a header as the user wrote it, for a role or a column of that name: exactly, else folded.
    pub(super) fn named(&mut self, wanted: &str, by: &str, subject: Subject, report: &mut Report) -> Option<usize> {
        let wanted = wanted.trim();
        let folded = fold(wanted);
        let is_exact = |header: &Header<'_>| header.cell.text == wanted;
        let mut found = self.found.iter().position(is_exact).filter(|_| !wanted.is_empty());
        if found.is_none() && !folded.is_empty() {
            let mut first: Option<&str> = None;
            for (index, header) in self.found.iter().enumerate().filter(|(_, header)| header.folded == folded) {
                let text = header.cell.text;
                if let Some(other) = first.filter(|first| *first != text) {
                    let fault = HeaderFault::Alike {
                        wanted: wanted.to_owned(),
                        first: other.to_owned(),
                        second: text.to_owned(),
                    };
                    report.refuse(&self.sheet.file, None, subject, fault.into());
                    break;
                }
                found = found.or(Some(index));
                first = Some(text);
            }
        }
        match found.and_then(|index| self.found.get_mut(index)) {
            // The column of the codes may have the answers as well, and stays that of the codes.
            Some(header) if Role::Code.is_meant_by(&header.folded) && is_answer(subject, by) => {}
            Some(header) => header.taken = Some(by.to_owned()),
            None => report.refuse(&self.sheet.file, None, subject, self.missing(wanted, None).into()),
        }
        found
    }

    /// Says that a column is for something that the user wrote, so that no role finds it by itself.
    pub(super) fn take(&mut self, column: usize, by: &str) {
        if let Some(header) = self.found.get_mut(column) {
            header.taken.get_or_insert_with(|| by.to_owned());
        }
    }

    /// The column whose header means the role. A finding if two do, of headers that count first, and of the code.
    pub(super) fn meaning(&self, role: Role, report: &mut Report) -> Option<usize> {
        self.ranked(role, 0, report).or_else(|| self.ranked(role, 1, report))
    }

    /// The column whose header means the role by the words of that rank.
    pub(super) fn ranked(&self, role: Role, rank: usize, report: &mut Report) -> Option<usize> {
        self.ranked_among(role, rank, |_| true, report)
    }

    pub(super) fn ranked_among(
        &self,
        role: Role,
        rank: usize,
        is_free: impl Fn(usize) -> bool,
        report: &mut Report,
    ) -> Option<usize> {
        self.claim(role, rank, report, |column, folded| is_free(column) && role.rank(folded) == Some(rank))
    }

    /// The column of a header that its neighbours make this role.
    pub(super) fn called(&self, header: &str, role: Role, report: &mut Report) -> Option<usize> {
        self.claim(role, 0, report, |_, folded| folded == header)
    }

    /// The first free column whose folded header is as asked for.
    pub(super) fn first(&self, means: impl Fn(&str) -> bool) -> Option<usize> {
        self.free().map(|(column, _)| column).find(|column| self.folded(*column).is_some_and(&means))
    }

    fn claim(
        &self,
        role: Role,
        rank: usize,
        report: &mut Report,
        means: impl Fn(usize, &str) -> bool,
    ) -> Option<usize> {
        let mut first: Option<(usize, &Header<'_>)> = None;
        for (index, header) in self.found.iter().enumerate() {
            if header.taken.is_some() || !means(index, &header.folded) {
                continue;
            }
            let Some((_, one)) = first else {
                // What is only probably the names has to be usable as such.
                if rank == 0 || role != Role::Name || guess::are_names(self.sheet, index) {
                    first = Some((index, header));
                }
                continue;
            };
            // Two of the same text are already reported.
            if header.cell.text != one.cell.text && (rank == 0 || role == Role::Code) {
                let fault = HeaderFault::TwoMeanings {
                    role,
                    first: one.cell.text.to_owned(),
                    second: header.cell.text.to_owned(),
                    told: self.told,
                };
                self.refuse(index, fault, report);
            }
        }
        first.map(|(index, _)| index)
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

    pub(super) fn missing(&self, wanted: &str, guess: Option<usize>) -> HeaderFault {
        let close = match guess.and_then(|column| self.found.get(column)) {
            Some(header) => Some(header.cell.text),
            None => name::closest(wanted, self.texts()),
        };
        HeaderFault::NoSuchHeader { header: wanted.to_owned(), close: close.map(str::to_owned), all: self.list() }
    }

    /// The column that probably has the codes, of a sheet where no header says so.
    pub(super) fn guess_code(&self, wanted: &Wanted) -> Option<usize> {
        let free: Vec<(usize, &str)> = self.free().collect();
        guess::close_to(&free, &[Role::Code]).or_else(|| guess::code_column(&free, self.sheet, wanted.code))
    }

    /// That a sheet has no code column.
    pub(super) fn no_code(&self, guess: Option<usize>) -> HeaderFault {
        let exactly = |header: &Header<'_>| Role::Code.rank(&header.folded) == Some(0);
        let probably = |header: &Header<'_>| guess::sounds_like_code(header.cell.text);
        let guess = guess.and_then(|column| self.found.get(column)).map(|header| header.cell.text.to_owned());
        let mut taken = self.taken(exactly);
        if taken.is_none() && guess.is_none() {
            taken = self.taken(probably);
        }
        HeaderFault::NoColumn { role: Role::Code, guess, taken, all: self.list(), told: self.told }
    }

    /// What the user named the code's header for, and that header.
    fn taken(&self, is_code: impl Fn(&Header<'_>) -> bool) -> Option<(String, String)> {
        let header = self.found.iter().find(|header| header.taken.is_some() && is_code(header))?;
        Some((header.taken.clone()?, header.cell.text.to_owned()))
    }

    /// The column that probably has the phrases, of a table where no header says so.
    pub(super) fn guess_phrase(
        &self,
        code: Option<usize>,
        definition: Option<usize>,
        is_used: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let is_description = |column: &usize| self.folded(*column) == Some("description");
        let free: Vec<(usize, &str)> = self.free().collect();
        definition
            .filter(is_description)
            .or_else(|| guess::close_to(&free, &[Role::Reason, Role::Name]))
            .or_else(|| guess::phrase_column(&free, self.sheet, code.unwrap_or_default(), definition, is_used))
    }

    /// That a table has no column for the phrase.
    pub(super) fn no_phrase(&self, guess: Option<usize>) -> HeaderFault {
        let guess = guess.and_then(|column| self.found.get(column)).map(|header| header.cell.text.to_owned());
        let is_name = guess.as_ref().is_some_and(|header| fold(header).ends_with("name"));
        let role = if is_name { Role::Name } else { Role::Reason };
        HeaderFault::NoColumn { role, guess, taken: None, all: self.list(), told: self.told }
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
