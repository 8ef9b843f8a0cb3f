//! The variants that the cells of a column name.

use crate::index::Index;
use crate::kind::{Choice, Kind, Variants};
use crate::model::{Category, Table};
use crate::name::{self, quote};
use crate::refusal::NoName;
use crate::sheet::Cell;
use crate::text;

/// The variants of one column, in the order in which they appear or are listed.
#[derive(Default)]
pub(super) struct Categories<'s> {
    found: Vec<Category>,
    /// What became of each text when it was first seen, in `outcomes`.
    texts: Index<'s>,
    outcomes: Vec<Outcome>,
    /// The cells that variants are named after, in `cells`.
    names: Index<'s>,
    cells: Vec<Cell<'s>>,
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

/// What became of a text when it was first seen.
#[derive(Clone, Copy)]
enum Outcome {
    /// A category, by its index.
    Category(usize),
    /// Nothing, for the reason with that index.
    Unnamed(usize),
}

/// A text that names no variant: one finding, however many cells have it.
pub(crate) struct Unnamed<'s> {
    pub(crate) first: Cell<'s>,
    pub(crate) why: NoName,
    pub(crate) cells: usize,
}

/// A column in which some cells name no variant.
pub(crate) struct UnnamedColumn<'s> {
    /// Its header; `None` for the class.
    pub(crate) header: Option<String>,
    /// The name of the typed column.
    pub(crate) typed: Option<String>,
    /// The enum is the user's own.
    pub(crate) is_theirs: bool,
    /// How many variants other cells name.
    pub(crate) found: usize,
    pub(crate) cells: Vec<Unnamed<'s>>,
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
        let place = self.texts.insert(cell.text, self.outcomes.len());
        let seen = match place.and_then(|place| self.outcomes.get(place).copied()) {
            Some(seen) => seen,
            None => {
                let seen = self.first(cell);
                self.outcomes.push(seen);
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
                None => Err(NoName::NotAStatus),
            },
        };
        match named {
            Ok(index) => {
                let is_listed = matches!(self.allowed, Allowed::Listed(_));
                let is_new =
                    !self.outcomes.iter().any(|seen| matches!(seen, Outcome::Category(seen) if *seen == index));
                // What a listed variant is called is the first cell that names it.
                if let Some(category) = self.found.get_mut(index).filter(|_| is_listed && is_new) {
                    cell.text.clone_into(&mut category.text);
                }
                Outcome::Category(index)
            }
            Err(why) => {
                self.unnamed.push(Unnamed { first: cell, why, cells: 0 });
                Outcome::Unnamed(self.unnamed.len() - 1)
            }
        }
    }

    /// A variant that is named after its cell.
    fn named(&mut self, cell: Cell<'s>) -> Result<usize, NoName> {
        let phrase = text::phrase(cell.text).map_err(NoName::Hidden)?;
        let name = name::pascal(&phrase).map_err(NoName::Identifier)?;
        if let Some(other) = self.names.get(name.as_str()).and_then(|place| self.cells.get(place)) {
            let index = self.found.iter().position(|category| category.name == name);
            return match index.filter(|_| text::phrase(other.text).as_deref() == Ok(&phrase)) {
                Some(index) => Ok(index),
                None => Err(NoName::Taken { name, there: other.text.to_owned(), place: other.seen_from(cell.origin) }),
            };
        }
        self.names.insert(name.clone(), self.cells.len());
        self.cells.push(cell);
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

    /// The variants, and the new index of each one that there was: those without a row are gone, unless they are
    /// listed. Cells that name no variant are put among the `unnamed`.
    pub(super) fn finish(
        self,
        header: Option<&str>,
        typed: Option<&str>,
        unnamed: &mut Vec<UnnamedColumn<'s>>,
    ) -> (Vec<Category>, Vec<usize>) {
        if !self.unnamed.is_empty() {
            unnamed.push(UnnamedColumn {
                header: header.map(str::to_owned),
                typed: typed.map(str::to_owned),
                is_theirs: self.is_theirs,
                found: self.found.len(),
                cells: self.unnamed,
            });
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

/// The listed variant that a cell names: by its own text where it has one, else by its name, in any ASCII case.
fn listed(text: &str, choices: &[Choice]) -> Result<usize, NoName> {
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
        let close = name::closest(text, names).filter(|close| !has_other_word(close)).map(str::to_owned);
        let entry = (!name.is_empty()).then(|| format!("{name} = {}", quote(&phrase)));
        NoName::NotListed { all, close, entry }
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
