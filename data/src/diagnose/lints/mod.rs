//! Heuristics over tables that are otherwise good: what a spreadsheet, a word processor or a wiki leaves in cells, which
//! compiles and is wrong. Each says only what is probable, so that `allow(rule)` switches it off.
//!
//! Asked once, after all rows are checked. A look at the whole text comes before one at each cell, and a look at its
//! bytes before one at its letters: most tables have nothing of all this.

mod codes;
mod letters;
mod spoilt;
#[cfg(test)]
mod tests;
mod texts;

use super::{alike, tell_of};
use crate::code::{CodeType, IntType};
use crate::kind::Kind;
use crate::report::Report;
use crate::role::Role;
use crate::rule::Rule;
use crate::schema::Bound;
use crate::sheet::{Cell, Record};
use crate::text;
use crate::trust::Trust;
use crate::wanted::Wanted;

/// A cell that a rule is about, and what to say of it.
type Hit<'s> = (Cell<'s>, String);

/// Beyond so many cells of one column, a rule has one finding for all of them: they have one cause.
const FEW: usize = 3;

/// Looks at what the user's file has in the columns that something reads. `later` are the indexes of rows that nothing
/// reads, because an earlier one has their code.
pub(super) fn look(bound: &Bound<'_>, wanted: &Wanted, later: &[usize], report: &mut Report) {
    if !bound.origin().is_own() || bound.trust != Trust::Sound {
        return;
    }
    let mut records = Vec::with_capacity(bound.rows.len());
    for (index, row) in bound.rows.iter().enumerate() {
        match row.own {
            Some(record) if record.trust() != Trust::Guessed && !later.contains(&index) => records.push(record),
            _ => {}
        }
    }
    let whole = bound.own.sheet.text.as_str();
    let mut lints =
        Lints { wanted, records: &records, has_odd: !text::is_ascii(whole), has_html: has_html(whole), report };
    if let Some(column) = bound.own.role(Role::Code) {
        lints.code(column);
    }
    for role in [Role::Name, Role::Reason, Role::Aliases] {
        if let Some(column) = bound.own.role(role) {
            lints.name(column, role == Role::Aliases);
        }
    }
    for role in [Role::Definition, Role::Tips, Role::Reference] {
        if let Some(column) = bound.own.role(role) {
            lints.nothing(column);
        }
    }
    for (typed, column) in wanted.columns.iter().zip(&bound.own.columns) {
        let Some(column) = *column else { continue };
        match typed.kind {
            Kind::Text => {
                if typed.optional {
                    lints.nothing(column);
                }
                lints.dates(column);
            }
            Kind::Int(int) => lints.number(column, int),
            Kind::Bool | Kind::Float(_) | Kind::Char | Kind::Category(_) => {}
        }
    }
}

/// What a text of several sentences has of HTML, which is shown as it is.
#[cfg(feature = "readers")]
pub(super) fn html_in(text: &str) -> Option<String> {
    texts::html_found(text).map(str::to_owned)
}

/// Whether a name or a phrase has what a rule says of it, so that nothing else has to be said.
pub(super) fn is_told(text: &str, wanted: &Wanted) -> bool {
    (!wanted.allows(Rule::LookAlike) && letters::look_alike(text).is_some())
        || (!wanted.allows(Rule::SeparateAccent) && letters::separate_accent(text).is_some())
        || (!wanted.allows(Rule::CurlyQuotes) && texts::curly_quotes(text).is_some())
}

pub(crate) use spoilt::take_out as take_spoilt_out;

/// What to say of a cell that a spreadsheet or an editor spoilt.
pub(super) fn say_spoilt(text: &str) -> String {
    spoilt::of_cell(text).map_or_else(String::new, |(_, message)| message)
}

/// Whether a text has a character that HTML or an escape begins with. One character at a time: the search for a set of
/// them is compiled, unoptimised, into the macro.
pub(super) fn has_html(text: &str) -> bool {
    text.contains('&') || text.contains('<') || text.contains('\\')
}

struct Lints<'c, 's> {
    wanted: &'c Wanted,
    records: &'c [Record<'s>],
    /// Some cell of the file is not ASCII.
    has_odd: bool,
    /// Some cell has a character that HTML or an escape begins with.
    has_html: bool,
    report: &'c mut Report,
}

impl<'s> Lints<'_, 's> {
    fn is_on(&self, rule: Rule) -> bool {
        !self.wanted.allows(rule)
    }

    /// The cells of a column that are not empty.
    fn cells(&self, column: usize) -> Vec<Cell<'s>> {
        let mut cells = Vec::with_capacity(self.records.len());
        for record in self.records {
            if !record.text(column).is_empty() {
                cells.push(record.cell(column));
            }
        }
        cells
    }

    fn code(&mut self, column: usize) {
        match self.wanted.code {
            CodeType::Int(int) => self.number(column, int),
            CodeType::Text => {
                let cells = self.cells(column);
                for (rule, hits) in codes::of(&cells, self.has_odd) {
                    self.tell(rule, hits);
                }
            }
        }
    }

    /// A column of integers: only those of 64 bits have more digits than a spreadsheet keeps.
    fn number(&mut self, column: usize, int: IntType) {
        if int.bits < 64 {
            return;
        }
        let mut long = Vec::new();
        for record in self.records {
            if record.text(column).len() > codes::KEPT {
                long.push(record.cell(column));
            }
        }
        self.tell(Rule::LongNumber, codes::long_numbers(&long));
    }

    /// A column of texts that are found by what they say: names, phrases, and lists of aliases.
    fn name(&mut self, column: usize, is_list: bool) {
        if !self.has_odd && !self.has_html {
            return;
        }
        let (mut alike, mut accents, mut quotes, mut html) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for record in self.records {
            let text = record.text(column);
            if self.has_odd && !text::is_ascii(text) {
                let cell = || record.cell(column);
                alike.extend(letters::look_alike(text).map(|said| (cell(), said)));
                accents.extend(letters::separate_accent(text).map(|said| (cell(), said)));
                if is_list {
                    for part in text.split('|') {
                        quotes.extend(texts::curly_quotes(part.trim()).map(|said| (cell(), said)));
                    }
                } else {
                    quotes.extend(texts::curly_quotes(text).map(|said| (cell(), said)));
                }
            }
            if self.has_html {
                html.extend(texts::html(text).map(|said| (record.cell(column), said)));
            }
        }
        self.tell(Rule::LookAlike, alike);
        self.tell(Rule::SeparateAccent, accents);
        self.tell(Rule::CurlyQuotes, quotes);
        self.tell(Rule::HtmlText, html);
    }

    /// A column of sentences, or of texts that may be missing: a word for nothing would be shown.
    fn nothing(&mut self, column: usize) {
        let mut hits = Vec::new();
        for record in self.records {
            let text = record.text(column);
            if text::is_nothing(text) {
                hits.push((record.cell(column), texts::said_of_nothing(text)));
            }
        }
        self.tell(Rule::NoText, hits);
    }

    /// A column of texts: versions that became dates.
    fn dates(&mut self, column: usize) {
        if self.is_on(Rule::SpreadsheetDate) {
            let hits = texts::dates(&self.cells(column));
            self.tell(Rule::SpreadsheetDate, hits);
        }
    }

    /// One finding for each cell, or for all of a column where they are many.
    fn tell(&mut self, rule: Rule, hits: Vec<Hit<'s>>) {
        if self.is_on(rule) {
            tell(rule, hits, self.report);
        }
    }
}

/// Reports what a rule found in one column.
fn tell(rule: Rule, hits: Vec<Hit<'_>>, report: &mut Report) {
    let is_many = hits.len() > FEW;
    let mut more = String::new();
    if is_many {
        let mut rows = Vec::new();
        for (cell, _) in hits.iter().take(FEW) {
            rows.push(cell.place.cell.map_or(0, |cell| cell.row));
        }
        more = alike::and_others(hits.len(), &rows);
    }
    for (cell, message) in hits.into_iter().take(if is_many { 1 } else { FEW }) {
        tell_of(cell, rule, message + &more, texts::help(rule), report);
    }
}
