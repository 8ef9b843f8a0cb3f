//! One cause, one finding: cells of a column that break one rule, and rows without a name, where they are many.

use crate::name::{listed, quote};
use crate::refusal::{CellFault, Fault, NameFault, Refused};
use crate::rule::Rule;
use crate::text;

/// With more of them, facts have one cause: a column that is the wrong one, or was never filled.
const FEW: usize = 10;

/// The same of what a heuristic finds.
const FEW_SPOILT: usize = 3;

/// As many rows as a sentence names.
const SHOWN: usize = 3;

/// What a report has of one cause.
#[derive(Default)]
pub(super) struct Alike {
    causes: Vec<Cause>,
    /// The header of the codes, where no row has one and all cells are words.
    words: Option<String>,
}

struct Cause {
    rule: Rule,
    /// `None` for rows, whatever the column of the cell that they are told at.
    column: Option<u32>,
    few: usize,
    count: usize,
    /// The first rows.
    rows: Vec<u32>,
    is_told: bool,
}

/// What has to be said of a refusal beside others.
pub(super) enum Beside {
    /// Nothing: it stands for itself.
    Nothing,
    /// It stands for all of its cause: what to add, or for rows without a name how many there are.
    All(String),
    Rows(usize),
    /// Another one stands for it.
    Told,
}

impl Alike {
    /// Counts causes. Takes out the mark that no row has a code.
    pub(super) fn of(refused: &mut Vec<Refused>) -> Self {
        let mut alike = Self { causes: Vec::new(), words: words(refused) };
        for one in &*refused {
            let Some((rule, column, few)) = alike.cause_of(one) else { continue };
            let index = alike.position(rule, column).unwrap_or_else(|| {
                let (count, rows, is_told) = (0, Vec::new(), false);
                alike.causes.push(Cause { rule, column, few, count, rows, is_told });
                alike.causes.len() - 1
            });
            let Some(cause) = alike.causes.get_mut(index) else { continue };
            cause.count += 1;
            if cause.rows.len() < SHOWN {
                cause.rows.push(one.place.and_then(|place| place.cell).map_or(0, |cell| cell.row));
            }
        }
        alike
    }

    /// The rule and the column of a refusal that may be one of many, and how many of them are still a finding each.
    fn cause_of(&self, refused: &Refused) -> Option<(Rule, Option<u32>, usize)> {
        let few = match &refused.fault {
            Fault::Name(NameFault::Row { .. }) => return Some((Rule::NoIdentifier, None, FEW)),
            Fault::Cell(CellFault::Spoilt { .. }) => FEW_SPOILT,
            Fault::Cell(CellFault::Code { .. }) if self.words.is_none() && refused.rule == Rule::UnreadableCode => {
                return None;
            }
            Fault::Cell(
                CellFault::Code { .. }
                | CellFault::EmptyCode { .. }
                | CellFault::EmptyPhrase { .. }
                | CellFault::EmptyClass { .. }
                | CellFault::EmptyValue { .. },
            ) => FEW,
            _ => return None,
        };
        let cell = refused.place?.cell?;
        Some((refused.rule, Some(cell.column), few))
    }

    fn position(&self, rule: Rule, column: Option<u32>) -> Option<usize> {
        self.causes.iter().position(|cause| cause.rule == rule && cause.column == column)
    }

    /// What has to be said of this one, which is told in its turn.
    pub(super) fn beside(&mut self, refused: &Refused) -> Beside {
        let cause = self.cause_of(refused).and_then(|(rule, column, _)| self.position(rule, column));
        let Some(cause) = cause.and_then(|index| self.causes.get_mut(index)) else { return Beside::Nothing };
        if cause.count <= cause.few {
            return Beside::Nothing;
        }
        if std::mem::replace(&mut cause.is_told, true) {
            return Beside::Told;
        }
        match (&self.words, cause.column) {
            (_, None) => Beside::Rows(cause.count),
            (Some(header), _) if refused.rule == Rule::UnreadableCode => {
                let header = quote(header);
                let said =
                    format!("; no cell below {header} is one: if it is not the column of the codes, say which is");
                Beside::All(said)
            }
            _ => Beside::All(and_others(cause.count, &cause.rows)),
        }
    }
}

/// The header of the codes, where no row has a code, and what is there in place of codes has no digit.
fn words(refused: &mut Vec<Refused>) -> Option<String> {
    let at = refused.iter().position(|one| matches!(one.fault, Fault::Cell(CellFault::NoCodes { .. })))?;
    let Fault::Cell(CellFault::NoCodes { header }) = refused.remove(at).fault else { return None };
    for one in &*refused {
        match &one.fault {
            Fault::Cell(CellFault::Code { text, .. }) if text::has_digit(text) => return None,
            _ => {}
        }
    }
    Some(header)
}

/// `; 5 cells of the column are like this, the first in rows 2, 3 and 4`
pub(super) fn and_others(count: usize, rows: &[u32]) -> String {
    let mut first = Vec::new();
    for row in rows.iter().take(SHOWN) {
        first.push(row.to_string());
    }
    format!("; {count} cells of the column are like this, the first in rows {}", listed(&first, "and"))
}

/// ` (and 2 more)`, of what is said once and is true of others as well.
pub(super) fn and_more(more: usize) -> String {
    if more == 0 { String::new() } else { format!(" (and {more} more)") }
}
