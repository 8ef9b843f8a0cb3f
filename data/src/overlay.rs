//! A table laid over another: rows are joined by code, cell by cell. Nothing is checked here; the
//! joined rows go through the same check as any.

use std::collections::HashMap;

use crate::model::{Code, CodeType};
use crate::schema::{Bound, BoundRow, Role};
use crate::value;

/// Lays `own` over `base`: a row whose code the base has takes the base row's place, any other one
/// stands behind. Which cell counts is decided by [`Bound::cell`].
pub fn join<'s>(base: Bound<'s>, own: Bound<'s>, code: CodeType) -> Bound<'s> {
    let code_of = |bound: &Bound<'s>, row: &BoundRow<'s>| -> Option<Code> {
        value::code(bound.cell(row, Role::Code)?.text, code).ok()
    };
    let mut rows: Vec<BoundRow<'s>> = base.rows.iter().map(|row| BoundRow { own: None, base: row.own }).collect();
    let places: HashMap<Code, usize> =
        base.rows.iter().enumerate().filter_map(|(place, row)| Some((code_of(&base, row)?, place))).collect();
    // A row that is damaged leaves the base's row as it was: a finding speaks of it already.
    for row in own.rows.iter().filter(|row| row.record().is_some_and(|record| !record.is_damaged())) {
        let known = code_of(&own, row).and_then(|code| rows.get_mut(*places.get(&code)?));
        match known {
            Some(joined) if joined.own.is_none() => joined.own = row.own,
            // New, or a second row for the same code, which the check names.
            _ => rows.push(*row),
        }
    }
    Bound { own: own.own, base: Some(base.own), rows }
}
