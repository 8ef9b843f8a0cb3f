//! A part of a table: `only = "4xx, 200, 300-304"`.

use crate::model::{Category, Code, Table, Value};
use crate::name::quote;
use crate::report::{Report, Subject};
use crate::value;

/// What one entry of a selection asks for.
enum Entry {
    /// `404`, `-2`, `23505`.
    Exact(Code),
    /// `300-304`, both ends included.
    Range(i128, i128),
}

impl Entry {
    fn parse(text: &str, is_integer: bool) -> Option<Self> {
        if !is_integer {
            return Some(Self::Exact(Code::Text(text.to_owned())));
        }
        if let Some(code) = number(text) {
            return Some(Self::Exact(Code::Int(code)));
        }
        let digits = text.trim_end_matches(['x', 'X']);
        let wild = u32::try_from(text.len() - digits.len()).ok()?;
        if (1..=18).contains(&wild) && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
            let span = 10_i128.checked_pow(wild)?;
            let first = digits.parse::<i128>().ok()?.checked_mul(span)?;
            return Some(Self::Range(first, first + (span - 1)));
        }
        // The dash behind the first character: a leading one is a sign.
        let dash = text.get(1..)?.find('-')? + 1;
        let (first, last) = (text.get(..dash)?, text.get(dash + 1..)?);
        Some(Self::Range(number(first.trim())?, number(last.trim())?))
    }

    fn selects(&self, code: &Code) -> bool {
        match (self, code) {
            (Self::Exact(wanted), code) => wanted == code,
            (Self::Range(first, last), Code::Int(code)) => first <= code && code <= last,
            (Self::Range(..), Code::Text(_)) => false,
        }
    }
}

/// A number as the table's cells may have it, and with leading zeros, which do no harm here.
fn number(text: &str) -> Option<i128> {
    value::plain_integer(text).or_else(|| text.parse().ok())
}

/// Keeps the rows that an entry of `only` selects; an entry that selects none is a finding.
pub fn select(mut table: Table, only: &str, report: &mut Report) -> Table {
    let is_integer = !matches!(table.code, crate::CodeType::Text);
    // Rows that are wrong are missing here: that an entry selects none of them is no news.
    let is_whole = report.is_empty();
    let mut keep = vec![false; table.rows.len()];
    for text in only.split(',').map(str::trim) {
        if text.is_empty() {
            let message = match only.trim() {
                "" => "`only` is empty and selects nothing; write codes, or take it out",
                _ => "`only` has a comma with nothing beside it; take the comma out",
            };
            report.file(&table.file, Subject::Only, message);
            continue;
        }
        let Some(entry) = Entry::parse(text, is_integer) else {
            let message = format!(
                "{} in `only` is no selection; write codes (200), classes (4xx) or ranges (300-304), with commas between",
                quote(text)
            );
            report.file(&table.file, Subject::Only, message);
            continue;
        };
        if let Entry::Range(first, last) = entry {
            if first > last {
                let message = format!("{} in `only` runs backwards; write {last}-{first}", quote(text));
                report.file(&table.file, Subject::Only, message);
                continue;
            }
        }
        let mut found = false;
        for (kept, row) in keep.iter_mut().zip(&table.rows) {
            if entry.selects(&row.code) {
                *kept = true;
                found = true;
            }
        }
        if !found && is_whole {
            let hint = if is_integer { "" } else { "; text codes are selected letter by letter" };
            let message = format!("{} in `only` selects no row of the table{hint}", quote(text));
            report.file(&table.file, Subject::Only, message);
        }
    }
    let mut kept = keep.into_iter();
    table.rows.retain(|_| kept.next().unwrap_or(false));
    drop_unused(&mut table);
    table
}

/// Categories of rows that are gone go too.
fn drop_unused(table: &mut Table) {
    let rows = &mut table.rows;
    let classes = renumber(&mut table.classes, rows.iter().filter_map(|row| row.class));
    for row in rows.iter_mut() {
        row.class = row.class.and_then(|class| classes.get(class).copied());
    }
    for (index, column) in table.columns.iter_mut().enumerate() {
        let used = rows.iter().filter_map(|row| match row.values.get(index) {
            Some(Value::Category(category)) => Some(*category),
            _ => None,
        });
        let categories = renumber(&mut column.categories, used);
        for row in rows.iter_mut() {
            if let Some(Value::Category(category)) = row.values.get_mut(index) {
                *category = categories.get(*category).copied().unwrap_or_default();
            }
        }
    }
}

/// Keeps the categories in use, counts them anew, and gives the new index of each old one.
fn renumber(categories: &mut Vec<Category>, used: impl Iterator<Item = usize>) -> Vec<usize> {
    for category in categories.iter_mut() {
        category.rows = 0;
    }
    for index in used {
        if let Some(category) = categories.get_mut(index) {
            category.rows += 1;
        }
    }
    let mut next = 0;
    let renumbered = categories
        .iter()
        .map(|category| {
            let index = next;
            next += usize::from(category.rows > 0);
            index
        })
        .collect();
    categories.retain(|category| category.rows > 0);
    renumbered
}
