//! The distinct cells of a column whose cells name variants.

use std::collections::HashMap;

use super::hash::FastHash;
use crate::model::Category;
use crate::name::{self, quote};
use crate::report::Report;
use crate::sheet::Cell;

/// Distinct cells in the order in which they appear.
#[derive(Default)]
pub(super) struct Categories<'s> {
    found: Vec<Category>,
    by_text: HashMap<&'s str, Seen, FastHash>,
    by_name: HashMap<String, Cell<'s>, FastHash>,
    wrong: Vec<Wrong<'s>>,
}

/// What became of a text when it was first seen.
#[derive(Clone, Copy)]
enum Seen {
    /// A category, by its index.
    Category(usize),
    /// Nothing, for the reason with that index.
    Wrong(usize),
}

/// A text that gives no category of its own: one finding, however many cells have it.
struct Wrong<'s> {
    first: Cell<'s>,
    what: String,
    fix: &'static str,
    cells: usize,
}

impl<'s> Categories<'s> {
    /// The index of the cell's category, a new one if the text was not seen yet; `None` if it can
    /// be none, of which [`Categories::finish`] tells.
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
            Seen::Category(index) => {
                if let Some(category) = self.found.get_mut(index) {
                    category.rows += 1;
                }
                Some(index)
            }
            Seen::Wrong(index) => {
                if let Some(wrong) = self.wrong.get_mut(index) {
                    wrong.cells += 1;
                }
                None
            }
        }
    }

    fn first(&mut self, cell: Cell<'s>) -> Seen {
        let (what, fix) = match name::pascal(cell.text) {
            Ok(name) => match self.by_name.get(&name) {
                None => {
                    self.by_name.insert(name.clone(), cell);
                    self.found.push(Category { name, text: cell.text.to_owned(), rows: 0 });
                    return Seen::Category(self.found.len() - 1);
                }
                Some(other) => {
                    let (here, there) = (quote(cell.text), quote(other.text));
                    let place = other.seen_from(cell.origin);
                    let what = format!("{here} and {there} on {place} both become the variant {name}");
                    (what, "write them alike, or tell them apart")
                }
            },
            Err(why) => {
                let what = format!("{} {why}, so no variant can be named after it", quote(cell.text));
                (what, "write it with ASCII letters and digits")
            }
        };
        self.wrong.push(Wrong { first: cell, what, fix, cells: 0 });
        Seen::Wrong(self.wrong.len() - 1)
    }

    /// The categories; what gives none is reported.
    pub(super) fn finish(self, column: Option<&str>, report: &mut Report) -> Vec<Category> {
        for Wrong { first, what, fix, cells } in self.wrong {
            let column = column.map(|header| format!(", in column {}", quote(header))).unwrap_or_default();
            let count = if cells > 1 { format!(" ({cells} cells)") } else { String::new() };
            report.at(first.file, first.place, format!("{what}{column}; {fix}{count}"));
        }
        self.found
    }
}
