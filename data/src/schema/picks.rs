//! Rows that `only` and `skip` choose by their cells, before anything else of a row is looked at.

use super::Codes;
use super::headers;
use crate::finding::Subject;
use crate::index::Index;
use crate::name;
use crate::refusal::RowFault;
use crate::report::Report;
use crate::sheet::{Cell, Record, Sheet};
use crate::trust::Trust;
use crate::wanted::{Pick, Wanted};

/// `"Model" = "A"` of `only` or of `skip`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Picked<'w> {
    word: &'static str,
    /// Which entry of the word it is.
    index: usize,
    header: &'w str,
    cell: &'w str,
}

/// Those of the entries by a column that are about the sheet at an index: the topmost one that has the header, or the
/// topmost of all, where it is missed.
pub(crate) fn of_sheet<'w>(sheets: &[Sheet], sheet: usize, wanted: &'w Wanted) -> Vec<Picked<'w>> {
    let mut picked = Vec::new();
    for (word, entries) in [("only", &wanted.only), ("skip", &wanted.skip)] {
        for (index, entry) in entries.iter().enumerate() {
            let Pick::Cell { header, cell } = entry else { continue };
            let of = sheets.iter().rposition(|sheet| headers::position(sheet, header).is_some());
            if of.unwrap_or(sheets.len().saturating_sub(1)) == sheet {
                picked.push(Picked { word, index, header, cell });
            }
        }
    }
    picked
}

/// The entries by a column, each with the column.
pub(super) struct Picks<'w> {
    only: Vec<Wish<'w>>,
    skip: Vec<Wish<'w>>,
    /// Guessed where the rows that are wanted are not known.
    pub(super) trust: Trust,
}

struct Wish<'w> {
    column: usize,
    picked: Picked<'w>,
    is_found: bool,
}

/// What a word says of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    Kept,
    NotOfOnly,
    Skipped,
}

impl<'w> Picks<'w> {
    /// Finds the columns. What is wrong is reported, and then nothing is chosen: which rows are wanted is not known.
    pub(super) fn new(sheet: &Sheet, picked: &[Picked<'w>], report: &mut Report) -> Self {
        let mut picks = Self { only: Vec::new(), skip: Vec::new(), trust: Trust::Sound };
        for &picked in picked {
            let Some(column) = headers::position(sheet, picked.header) else {
                let fault = headers::missing(sheet, picked.header);
                report.refuse(&sheet.file, None, picked.subject(), fault.into());
                picks.trust = Trust::Guessed;
                continue;
            };
            let wish = Wish { column, picked, is_found: false };
            if picked.word == "only" { picks.only.push(wish) } else { picks.skip.push(wish) }
        }
        if picks.only.is_empty() && picks.skip.is_empty() {
            return picks;
        }
        let mut trust = Trust::Sound;
        for record in sheet.records() {
            trust = trust.max(record.trust());
            for wish in picks.only.iter_mut().chain(&mut picks.skip) {
                wish.is_found |= wish.is_fulfilled(record);
            }
        }
        // The cell may be one of those that are already reported.
        for wish in picks.only.iter().chain(&picks.skip).filter(|wish| trust == Trust::Sound && !wish.is_found) {
            report.refuse(&sheet.file, None, wish.picked.subject(), wish.no_such_cell(sheet).into());
            picks.trust = Trust::Guessed;
        }
        picks
    }

    /// Of one column, `only` takes any of its cells; of several, a row has to fit all.
    pub(super) fn choose(&self, record: Record<'_>) -> Choice {
        if self.trust == Trust::Guessed || record.trust() == Trust::Guessed {
            return Choice::Kept;
        }
        for wish in &self.only {
            let is_any = self.only.iter().any(|other| other.column == wish.column && other.is_fulfilled(record));
            if !is_any {
                return Choice::NotOfOnly;
            }
        }
        if self.skip.iter().any(|wish| wish.is_fulfilled(record)) {
            return Choice::Skipped;
        }
        Choice::Kept
    }
}

impl Picked<'_> {
    fn subject(self) -> Subject {
        Subject::Entry(self.word, self.index)
    }
}

impl Wish<'_> {
    fn is_fulfilled(&self, record: Record<'_>) -> bool {
        is_same(record.text(self.column), self.picked.cell)
    }

    fn no_such_cell(&self, sheet: &Sheet) -> RowFault {
        const SHOWN: usize = 5;
        let mut seen = Index::new();
        let mut cells: Vec<&str> = Vec::new();
        for record in sheet.records() {
            let text = record.text(self.column);
            if !text.is_empty() && seen.add(text) {
                cells.push(text);
            }
        }
        let close = name::closest(self.picked.cell, cells.iter().copied()).map(str::to_owned);
        let more = cells.len().saturating_sub(SHOWN);
        cells.truncate(SHOWN);
        let mut shown = Vec::new();
        for cell in cells {
            shown.push(cell.to_owned());
        }
        let header = sheet.header().map_or("", |header| header.text(self.column)).to_owned();
        RowFault::NoSuchCell { header, cell: self.picked.cell.to_owned(), close, cells: shown, more }
    }
}

/// The same text in any ASCII case, white space of any kind and length as one space.
fn is_same(text: &str, wanted: &str) -> bool {
    if text.eq_ignore_ascii_case(wanted) {
        return true;
    }
    let (mut of_text, mut of_wanted) = (text.split_whitespace(), wanted.split_whitespace());
    loop {
        match (of_text.next(), of_wanted.next()) {
            (None, None) => return true,
            (Some(one), Some(other)) if one.eq_ignore_ascii_case(other) => {}
            _ => return false,
        }
    }
}

/// The texts of `skip`, as they are compared; an empty one is reported where the word is, and compared with nothing.
pub(crate) struct SkipTexts {
    /// Each with the entry that it is.
    texts: Vec<(usize, String)>,
}

impl SkipTexts {
    pub(crate) fn new(wanted: &Wanted) -> Self {
        let mut texts = Vec::new();
        for (index, entry) in wanted.skip.iter().enumerate() {
            match entry {
                Pick::Text(text) if !text.trim().is_empty() => texts.push((index, bare(text))),
                Pick::Text(_) | Pick::Cell { .. } => {}
            }
        }
        Self { texts }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Whether two entries are the same text but for case and parentheses, so that what one leaves out the other does.
    pub(crate) fn are_alike(&self, one: usize, other: usize) -> bool {
        let text = |entry: usize| self.texts.iter().find(|(index, _)| *index == entry).map(|(_, text)| text);
        text(one).is_some() && text(one) == text(other)
    }

    /// The entry that is this text, if any.
    pub(crate) fn entry_of(&self, text: &str) -> Option<usize> {
        if text.is_empty() || self.texts.is_empty() {
            return None;
        }
        let text = bare(text);
        self.texts.iter().find(|(_, skipped)| *skipped == text).map(|(index, _)| *index)
    }

    /// The entry that a heading is: of a row without a code, the first cell that is not empty.
    pub(super) fn heading(&self, record: Record<'_>, code: usize, codes: Codes, wanted: &Wanted) -> Option<usize> {
        let cell = record.cell(code);
        let has_code = !cell.text.is_empty() && codes.can_be(cell.text) && wanted.code_in(&cell).is_ok();
        if has_code { None } else { self.entry_of(first_filled(record)?.text) }
    }
}

fn first_filled(record: Record<'_>) -> Option<Cell<'_>> {
    record.cells().find(|cell| !cell.text.is_empty())
}

/// `(Unassigned)` is `unassigned`, and so is `Unassigned (see below)`.
fn bare(text: &str) -> String {
    let outside = match (text.find('('), text.rfind(')')) {
        (Some(open), Some(close)) if open > 0 && open < close => {
            format!("{}{}", text.get(..open).unwrap_or_default(), text.get(close + 1..).unwrap_or_default())
        }
        _ => text.replace(['(', ')'], ""),
    };
    let mut bare = String::new();
    for word in outside.split_whitespace() {
        if !bare.is_empty() {
            bare.push(' ');
        }
        bare.push_str(&word.to_ascii_lowercase());
    }
    bare
}
