//! The headers of one sheet: which column is meant by a text or by a role, and what is wrong with them.

use crate::finding::Subject;
use crate::index::Index;
use crate::name;
use crate::refusal::{Fault, HeaderFault};
use crate::report::Report;
use crate::role::{Role, fold};
use crate::sheet::{Cell, Record, Sheet};
use crate::trust::Trust;
use crate::wanted::Told;

pub(crate) struct Headers<'s> {
    sheet: &'s Sheet,
    found: Vec<Header<'s>>,
    pub(crate) told: Told,
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

/// That a sheet has no such header.
pub(crate) fn missing(sheet: &Sheet, header: &str) -> HeaderFault {
    let mut all = Vec::new();
    if let Some(record) = sheet.header() {
        for cell in record.cells().filter(|cell| !cell.text.is_empty()) {
            all.push(cell.text.to_owned());
        }
    }
    let close = name::closest(header, all.iter().map(String::as_str)).map(str::to_owned);
    HeaderFault::NoSuchHeader { header: header.to_owned(), close, all }
}

impl<'s> Headers<'s> {
    pub(crate) fn new(sheet: &'s Sheet, header: Record<'s>, told: Told) -> Self {
        let found = header.cells().map(|cell| Header { cell, folded: fold(cell.text), taken: None }).collect();
        Self { sheet, found, told }
    }

    /// Reports a header that is there twice.
    pub(crate) fn check(&self, report: &mut Report) {
        let mut first = Index::new();
        for (index, header) in self.found.iter().enumerate() {
            let cell = header.cell;
            // A column without a header is not read.
            if cell.text.is_empty() {
                continue;
            }
            if let Some(place) = first.insert(cell.text, index) {
                let there = self.found.get(place).and_then(|header| header.cell.place.cell);
                let there = match there.filter(|_| !self.sheet.is_header_given) {
                    Some(cell) => format!("cell {cell}"),
                    None => format!("column {}", place + 1),
                };
                self.refuse(index, HeaderFault::Twice { header: cell.text.to_owned(), there }, report);
            }
        }
    }

    /// The column of a header as the user wrote it, for a role or a column of that name: exactly, else folded.
    pub(crate) fn named(&mut self, wanted: &str, by: &str, subject: Subject, report: &mut Report) -> Option<usize> {
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
            None => report.refuse(&self.sheet.file, None, subject, missing(self.sheet, wanted).into()),
        }
        found
    }

    /// Says that a column is for something that the user wrote, so that no role finds it by itself.
    pub(crate) fn take(&mut self, column: usize, by: &str) {
        if let Some(header) = self.found.get_mut(column) {
            header.taken.get_or_insert_with(|| by.to_owned());
        }
    }

    /// The column whose header means the role. A finding if two do, of headers that count first, and of the code.
    pub(crate) fn meaning(&self, role: Role, report: &mut Report) -> Option<usize> {
        self.ranked(role, 0, report).or_else(|| self.ranked(role, 1, report))
    }

    /// The column whose header means the role by the words of that rank.
    pub(crate) fn ranked(&self, role: Role, rank: usize, report: &mut Report) -> Option<usize> {
        self.ranked_among(role, rank, |_| true, report)
    }

    pub(crate) fn ranked_among(
        &self,
        role: Role,
        rank: usize,
        is_free: impl Fn(usize) -> bool,
        report: &mut Report,
    ) -> Option<usize> {
        self.claim(role, rank, report, |column, folded| is_free(column) && role.rank(folded) == Some(rank))
    }

    /// The column of a header that its neighbours make this role.
    pub(crate) fn called(&self, header: &str, role: Role, report: &mut Report) -> Option<usize> {
        self.claim(role, 0, report, |_, folded| folded == header)
    }

    /// The first free column whose folded header is as asked for.
    pub(crate) fn first(&self, means: impl Fn(&str) -> bool) -> Option<usize> {
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
                if rank == 0 || role != Role::Name || are_names(self.sheet, index) {
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
    pub(crate) fn refuse(&self, column: usize, fault: impl Into<Fault>, report: &mut Report) {
        match self.found.get(column) {
            Some(Header { cell, .. }) if !self.sheet.is_header_given => {
                report.refuse(cell.file, Some(cell.place), Subject::Table, fault.into());
            }
            _ => report.refuse(&self.sheet.file, None, Subject::Word("headers"), fault.into()),
        }
    }

    /// The text of a header.
    pub(crate) fn text(&self, column: usize) -> Option<&'s str> {
        self.found.get(column).map(|header| header.cell.text)
    }

    pub(crate) fn file(&self) -> &'s str {
        &self.sheet.file
    }

    /// The columns that the user does not name, with their headers; none that is empty.
    pub(crate) fn free(&self) -> impl Iterator<Item = (usize, &'s str)> {
        let is_free = |(_, header): &(usize, &Header<'_>)| header.taken.is_none() && !header.cell.text.is_empty();
        self.found.iter().enumerate().filter(is_free).map(|(index, header)| (index, header.cell.text))
    }

    /// How many columns there are.
    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }

    pub(crate) fn folded(&self, column: usize) -> Option<&str> {
        self.found.get(column).map(|header| header.folded.as_str())
    }

    /// Those that are not empty, as they are.
    pub(crate) fn all(&self) -> Vec<String> {
        let mut all = Vec::new();
        for header in self.found.iter().filter(|header| !header.cell.text.is_empty()) {
            all.push(header.cell.text.to_owned());
        }
        all
    }

    /// What the user named a column for whose folded header is as asked for, and its header.
    pub(crate) fn taken(&self, is_meant: impl Fn(&str, &str) -> bool) -> Option<(String, String)> {
        for header in &self.found {
            if let Some(taken) = header.taken.as_ref().filter(|_| is_meant(&header.folded, header.cell.text)) {
                return Some((taken.clone(), header.cell.text.to_owned()));
            }
        }
        None
    }
}

/// Whether a name is that of a role that bridges answer with.
fn is_answer(subject: Subject, by: &str) -> bool {
    matches!(subject, Subject::Role(_)) && Role::named(by).is_some_and(Role::is_on_request)
}

/// Whether each cell of a column makes a name in code, and no two the same one.
fn are_names(sheet: &Sheet, column: usize) -> bool {
    let mut seen = Index::new();
    sheet.records().filter(|record| record.trust() != Trust::Guessed).all(|record| {
        let text = record.text(column);
        text.is_empty() || name::pascal(text).is_ok_and(|name| seen.add(name))
    })
}
