//! The variants that the cells of a column name.

use std::collections::HashMap;

use super::hash::FastHash;
use crate::kind::{Choice, Kind, Variants};
use crate::model::{Category, Table};
use crate::name::{self, quote, quote_seen};
use crate::number;
use crate::refusal::Fault;
use crate::report::{Report, Subject};
use crate::rule::Rule;
use crate::sheet::Cell;
use crate::text;

/// The variants of one column, in the order in which they appear or are listed.
#[derive(Default)]
pub(super) struct Categories<'s> {
    found: Vec<Category>,
    by_text: HashMap<&'s str, Outcome, FastHash>,
    by_name: HashMap<String, Cell<'s>, FastHash>,
    unnamed: Vec<Unnamed<'s>>,
    allowed: Allowed<'s>,
    /// The enum is the user's own, so that it cannot be given texts here.
    is_theirs: bool,
}

/// Which variants a cell may name.
#[derive(Default)]
enum Allowed<'s> {
    /// Any: each distinct cell is one.
    #[default]
    Any,
    /// Those of a list.
    Listed(Vec<Choice>),
    /// Those of the HTTP reference, by code, phrase or both.
    HttpStatus(Option<&'s Table>),
}

/// Why a text names no variant.
struct Wrong {
    rule: Rule,
    what: String,
    fix: String,
    help: Option<String>,
}

impl Wrong {
    fn new(rule: Rule, what: String, fix: &str) -> Self {
        Self { rule, what, fix: fix.to_owned(), help: None }
    }
}

/// What became of a text when it was first seen.
#[derive(Clone, Copy)]
enum Outcome {
    /// A category, by its index.
    Category(usize),
    /// Nothing, for the reason with that index.
    Unnamed(usize),
}

/// A text that names no variant: one finding, however many cells have it.
struct Unnamed<'s> {
    first: Cell<'s>,
    rule: Rule,
    what: String,
    fix: String,
    /// What can be written in Rust about it.
    help: Option<String>,
    cells: usize,
}

impl<'s> Categories<'s> {
    /// `http` is the table of the HTTP reference, for a column of its statuses.
    pub(super) fn of(kind: &Kind, http: Option<&'s Table>) -> Self {
        let Kind::Category(variants) = kind else { return Self::default() };
        let (allowed, found) = match variants {
            Variants::Open | Variants::Theirs => (Allowed::Any, Vec::new()),
            Variants::HttpStatus => (Allowed::HttpStatus(http), Vec::new()),
            Variants::Closed(choices) => {
                let category = |choice: &Choice| Category {
                    name: choice.name.clone(),
                    text: choice.text.clone().unwrap_or_else(|| choice.name.clone()),
                    rows: 0,
                };
                (Allowed::Listed(choices.clone()), choices.iter().map(category).collect())
            }
        };
        let is_theirs = matches!(variants, Variants::Theirs);
        Self { found, allowed, is_theirs, ..Self::default() }
    }

    /// The index of the cell's variant, a new one if the text was not seen yet; `None` if it names none, which
    /// [`Categories::finish`] reports.
    pub(super) fn index(&mut self, cell: Cell<'s>) -> Option<usize> {
        let seen = match self.by_text.get(cell.text) {
            Some(&seen) => seen,
            None => {
                let seen = self.first(cell);
                self.by_text.insert(cell.text, seen);
                seen
            }
        };
        match seen {
            Outcome::Category(index) => Some(index),
            Outcome::Unnamed(index) => {
                if let Some(unnamed) = self.unnamed.get_mut(index) {
                    unnamed.cells += 1;
                }
                None
            }
        }
    }

    /// Any variant, of a column that is missing: the first of a list, and else one that is made for it. A variant of the
    /// user's own enum cannot be made.
    pub(super) fn any(&mut self) -> Option<usize> {
        if self.found.is_empty() && matches!(self.allowed, Allowed::Any) && !self.is_theirs {
            self.found.push(Category { name: "Missing".to_owned(), text: String::new(), rows: 0 });
        }
        (!self.found.is_empty()).then_some(0)
    }

    /// Counts a row that is good. A variant that only rows with findings name would be one more to match.
    pub(super) fn count(&mut self, index: usize) {
        if let Some(category) = self.found.get_mut(index) {
            category.rows += 1;
        }
    }

    fn first(&mut self, cell: Cell<'s>) -> Outcome {
        let named = match &self.allowed {
            Allowed::Any => self.named(cell),
            Allowed::Listed(choices) => listed(cell.text, choices),
            Allowed::HttpStatus(http) => match http.and_then(|http| http_status(cell.text, http)) {
                Some(name) => Ok(self.known(name, cell)),
                None => Err(Wrong::new(
                    Rule::NotListed,
                    format!("{} is not a status of the HTTP reference", quote(cell.text)),
                    "write its code, its phrase or both: 404 Not Found",
                )),
            },
        };
        match named {
            Ok(index) => {
                let is_listed = matches!(self.allowed, Allowed::Listed(_));
                let is_new =
                    !self.by_text.values().any(|seen| matches!(seen, Outcome::Category(seen) if *seen == index));
                // What a listed variant is called is the first cell that names it.
                if let Some(category) = self.found.get_mut(index).filter(|_| is_listed && is_new) {
                    cell.text.clone_into(&mut category.text);
                }
                Outcome::Category(index)
            }
            Err(Wrong { rule, what, fix, help }) => {
                self.unnamed.push(Unnamed { first: cell, rule, what, fix, help, cells: 0 });
                Outcome::Unnamed(self.unnamed.len() - 1)
            }
        }
    }

    /// A variant that is named after its cell.
    fn named(&mut self, cell: Cell<'s>) -> Result<usize, Wrong> {
        let phrase = text::phrase(cell.text).map_err(|unseen| {
            let what = format!("{} has {} in it, which is invisible", quote_seen(cell.text), name::show(unseen));
            Wrong::new(Rule::InvisibleCharacter, what, "take it out")
        })?;
        let name = name::pascal(&phrase).map_err(|why| {
            let what = format!("{} {why}, so it cannot be a name in code", quote(cell.text));
            Wrong::new(Rule::NoIdentifier, what, "write it with ASCII letters and digits")
        })?;
        if let Some(other) = self.by_name.get(&name) {
            if text::phrase(other.text).as_deref() == Ok(&phrase) {
                return self
                    .found
                    .iter()
                    .position(|category| category.name == name)
                    .ok_or_else(|| Wrong::new(Rule::SameName, String::new(), ""));
            }
            let (here, there) = (quote(cell.text), quote(other.text));
            let place = other.seen_from(cell.origin);
            let what = format!("{here} and {there} on {place} both become {name} in code");
            return Err(Wrong::new(Rule::SameName, what, "write them the same way, or give them different names"));
        }
        self.by_name.insert(name.clone(), cell);
        self.found.push(Category { name, text: phrase.into_owned(), rows: 0 });
        Ok(self.found.len() - 1)
    }

    /// A variant that is known by its name, whatever the cell says.
    fn known(&mut self, name: String, cell: Cell<'s>) -> usize {
        match self.found.iter().position(|category| category.name == name) {
            Some(index) => index,
            None => {
                self.found.push(Category { name, text: cell.text.to_owned(), rows: 0 });
                self.found.len() - 1
            }
        }
    }

    /// Says of all cells that begin with a digit, and so give no names, what they are: one finding a column.
    fn numbers(&mut self, column: Option<&str>, typed: Option<&str>, report: &mut Report) {
        const SHOWN: usize = 3;
        let is_number = |unnamed: &Unnamed<'_>| {
            let text = unnamed.first.text.trim_start_matches('-');
            unnamed.rule == Rule::NoIdentifier && text.starts_with(|c: char| c.is_ascii_digit())
        };
        // A number among words is a typing error, and not what the column is.
        if self.unnamed.iter().filter(|unnamed| is_number(unnamed)).count() <= self.found.len() {
            return;
        }
        let mut texts = Vec::new();
        let mut first: Option<Cell<'s>> = None;
        let mut cells = 0;
        self.unnamed.retain(|unnamed| {
            let is_one = is_number(unnamed);
            if is_one {
                first = first.or(Some(unnamed.first));
                texts.push(unnamed.first.text);
                cells += unnamed.cells;
            }
            !is_one
        });
        let Some(first) = first else { return };
        let (are, method) = if let Some(int) = type_of(&texts) {
            ("these are numbers, not words", int)
        } else if texts.iter().all(|text| number::is_date(text)) {
            ("these are dates, not words", "&str")
        } else {
            ("these begin with a number, which no name in code can", "&str")
        };
        let mut shown = Vec::new();
        let mut variants = Vec::new();
        for text in texts.iter().take(SHOWN) {
            shown.push(quote(text));
            let word = text.trim_start_matches(|c: char| !c.is_alphabetic());
            let name = name::pascal(word).unwrap_or_else(|_| "\u{2026}".to_owned());
            variants.push(format!("{name} = {}", quote(text)));
        }
        let more = crate::report::and_more(texts.len().saturating_sub(SHOWN));
        let column = column.map(|header| format!(", in column {}", quote(header))).unwrap_or_default();
        let count = if cells > 1 { format!(" ({cells} cells)") } else { String::new() };
        let message = format!("{are}{column}: {}{more}{count}", shown.join(", "));
        let without =
            "class = \"\" takes the role from the column, and a name and a type in the body read it".to_owned();
        let help = typed.map_or(without, |name| {
            let list = variants.join(", ");
            if self.is_theirs {
                let called = texts.first().copied().unwrap_or_default();
                format!(
                    "a variant would be called {}, which is no name; {name}: {method} reads them as they are",
                    name::words_in_pascal_case(called)
                )
            } else {
                format!("{name}: {method} reads them as they are; a list gives them names: enum \u{2026} {{ {list} }}")
            }
        });
        report.refuse(
            first.file,
            Some(first.place),
            Subject::Table,
            Fault::Said { rule: Rule::NoIdentifier, message, help: Some(help) },
        );
    }

    /// The variants, and the new index of each one that there was: those without a row are gone, unless they are
    /// listed. Cells that name no variant are reported.
    pub(super) fn finish(
        mut self,
        column: Option<&str>,
        typed: Option<&str>,
        report: &mut Report,
    ) -> (Vec<Category>, Vec<usize>) {
        self.numbers(column, typed, report);
        for Unnamed { first, rule, what, fix, help, cells } in self.unnamed {
            let column = column.map(|header| format!(", in column {}", quote(header))).unwrap_or_default();
            let count = if cells > 1 { format!(" ({cells} cells)") } else { String::new() };
            let message = format!("{what}{column}; {fix}{count}");
            report.refuse(first.file, Some(first.place), Subject::Table, Fault::Said { rule, message, help });
        }
        let is_listed = matches!(self.allowed, Allowed::Listed(_));
        let mut next = 0;
        let renumbered = self.found.iter().map(|category| {
            let index = next;
            next += usize::from(is_listed || category.rows > 0);
            index
        });
        let renumbered = renumbered.collect();
        let found = self.found.into_iter().filter(|category| is_listed || category.rows > 0).collect();
        (found, renumbered)
    }
}

/// Types, the smallest first, with their ranges.
const TYPES: [(&str, i128, i128); 5] = [
    ("u8", 0, 0xff),
    ("u16", 0, 0xffff),
    ("u32", 0, 0xffff_ffff),
    ("i32", -0x8000_0000, 0x7fff_ffff),
    ("i64", -0x8000_0000_0000_0000, 0x7fff_ffff_ffff_ffff),
];

/// The smallest type of all these numbers, if they are numbers.
fn type_of(texts: &[&str]) -> Option<&'static str> {
    let (mut least, mut greatest) = (0, 0);
    for text in texts {
        let number = number::plain_integer(text)?;
        (least, greatest) = (least.min(number), greatest.max(number));
    }
    let fits = |(_, min, max): &&(&str, i128, i128)| *min <= least && greatest <= *max;
    TYPES.iter().find(fits).map(|(name, ..)| *name)
}

/// The listed variant that a cell names: by its own text where it has one, else by its name, in any ASCII case.
fn listed(text: &str, choices: &[Choice]) -> Result<usize, Wrong> {
    let phrase = text::phrase(text).unwrap_or_default();
    let name = name::pascal(&phrase).unwrap_or_default();
    let is_meant = |choice: &Choice| match &choice.text {
        Some(own) => own.trim().eq_ignore_ascii_case(&phrase),
        None => choice.name.eq_ignore_ascii_case(&name),
    };
    let shown = |choice: &Choice| choice.text.as_deref().map_or_else(|| choice.name.clone(), quote);
    choices.iter().position(is_meant).ok_or_else(|| {
        let all: Vec<String> = choices.iter().map(shown).collect();
        let names = choices.iter().map(|choice| choice.text.as_deref().unwrap_or(&choice.name));
        // "No error" is no misspelt "Error": the other word counts.
        let has_other_word = |close: &str| text.split_whitespace().count() > close.split_whitespace().count();
        let fix = match name::closest(text, names).filter(|close| !has_other_word(close)) {
            Some(close) => format!("did you mean {close}?"),
            None => "write one of these, or add it to the list in the code".to_owned(),
        };
        let wrong = Wrong::new(Rule::NotListed, format!("{} is not one of {}", quote(text), all.join(", ")), &fix);
        let help = format!("{name} = {} in the list makes it one", quote(&phrase));
        Wrong { help: (!name.is_empty()).then_some(help), ..wrong }
    })
}

/// The name of the HTTP status that a cell says by code, phrase, both or name.
fn http_status(text: &str, http: &Table) -> Option<String> {
    let is_meant = |row: &crate::model::Row| {
        let code = row.code.to_string();
        let phrase = text.strip_prefix(code.as_str()).map(str::trim_start);
        text == code
            || text == row.name
            || row.reason.eq_ignore_ascii_case(text)
            || phrase.is_some_and(|phrase| row.reason.eq_ignore_ascii_case(phrase))
            || row.aliases.iter().any(|alias| alias.phrase.eq_ignore_ascii_case(phrase.unwrap_or(text)))
    };
    http.rows.iter().find(|row| is_meant(row)).map(|row| row.name.clone())
}
