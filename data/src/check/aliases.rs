//! Other phrases: each means one row only, and every text that a row is shown as leads back to it.

use std::collections::HashMap;

use super::unique::Unique;
use crate::model::{Alias, Code, Row};
use crate::name;
use crate::report::Report;
use crate::schema::{Bound, Role};
use crate::sheet::Cell;

/// Fills in the rows' aliases. A second pass, because an alias may collide with a row further down.
pub(super) fn check(bound: &Bound<'_>, unique: Unique<'_>, rows: &mut [Row], report: &mut Report) {
    let by_code: HashMap<Code, usize> = rows.iter().enumerate().map(|(index, row)| (row.code.clone(), index)).collect();
    misleading_phrases(bound, &by_code, rows, &unique, report);
    if bound.role_header(Role::Aliases).is_none() {
        return;
    }
    let mut phrases: HashMap<String, usize> = HashMap::new();
    for (index, row) in rows.iter().enumerate() {
        phrases.entry(row.reason.to_ascii_lowercase()).or_insert(index);
    }
    let mut seen = Seen { phrases, aliases: HashMap::new(), names: HashMap::new(), unique };
    for bound_row in &bound.rows {
        let Some(cell) = bound.cell(bound_row, Role::Aliases).filter(|cell| !cell.text.is_empty()) else { continue };
        let code =
            bound.cell(bound_row, Role::Code).and_then(|code| crate::value::code(code.text, code_type(rows)?).ok());
        let Some(&index) = code.and_then(|code| by_code.get(&code)) else { continue };
        let mut aliases = Vec::new();
        for phrase in cell.text.split('|').map(str::trim).filter(|phrase| !phrase.is_empty()) {
            match seen.alias(phrase, cell, index, rows) {
                Ok(Some(alias)) => aliases.push(alias),
                Ok(None) => {}
                Err(message) => report.at(cell.file, cell.place, message),
            }
        }
        if let Some(row) = rows.get_mut(index) {
            row.aliases = aliases;
        }
    }
}

fn code_type(rows: &[Row]) -> Option<crate::CodeType> {
    match rows.first()?.code {
        Code::Int(_) => Some(crate::CodeType::Int(crate::model::IntType { signed: true, bits: 64 })),
        Code::Text(_) => Some(crate::CodeType::Text),
    }
}

struct Seen<'s> {
    /// The first row of each phrase, in lower case.
    phrases: HashMap<String, usize>,
    /// The row and cell of each alias, in lower case.
    aliases: HashMap<String, (usize, Cell<'s>)>,
    /// The row of each alias that names a constant.
    names: HashMap<String, usize>,
    unique: Unique<'s>,
}

impl<'s> Seen<'s> {
    /// An alias that means one row only; `None` if it says nothing new.
    fn alias(&mut self, phrase: &str, cell: Cell<'s>, row: usize, rows: &[Row]) -> Result<Option<Alias>, String> {
        let show = |index: usize| rows.get(index).map_or(String::new(), |row| format!("{} {}", row.code, row.reason));
        let folded = phrase.to_ascii_lowercase();
        match self.phrases.get(&folded) {
            Some(&other) if other != row => {
                return Err(format!("the alias {phrase:?} is already the phrase of {}", show(other)));
            }
            Some(_) => return Ok(None),
            None => {}
        }
        match self.aliases.get(&folded) {
            Some(&(other, first)) if other != row => {
                return Err(format!(
                    "the alias {phrase:?} is already an alias of {} on {}",
                    show(other),
                    first.whereabouts()
                ));
            }
            Some(_) => return Ok(None),
            None => {}
        }
        let own = rows.get(row).map_or("", |row| row.name.as_str());
        let mut identifier = name::pascal(phrase).ok().filter(|identifier| identifier != own);
        if let Some(taken) = identifier.as_ref().and_then(|identifier| self.unique.names.get(identifier)) {
            return Err(format!(
                "the alias {phrase:?} becomes the name of {:?} on {}; write it differently or take it out",
                taken.text,
                taken.whereabouts()
            ));
        }
        match identifier.as_ref().and_then(|identifier| self.names.get(identifier)) {
            Some(&other) if other != row => {
                return Err(format!(
                    "the alias {phrase:?} becomes the same name as an alias of {}; write it differently or take it out",
                    show(other)
                ));
            }
            // A second spelling of the same constant only parses.
            Some(_) => identifier = None,
            None => {}
        }
        if let Some(identifier) = &identifier {
            self.names.insert(identifier.clone(), row);
        }
        self.aliases.insert(folded, (row, cell));
        Ok(Some(Alias { phrase: phrase.to_owned(), name: identifier }))
    }
}

/// A phrase that begins with another row's code reads like that row when it is parsed
/// (`404 Not Found` as the phrase of 1).
fn misleading_phrases(
    bound: &Bound<'_>,
    by_code: &HashMap<Code, usize>,
    rows: &[Row],
    unique: &Unique<'_>,
    report: &mut Report,
) {
    for (index, row) in rows.iter().enumerate() {
        for (space, _) in row.reason.match_indices(' ') {
            let Some((head, tail)) = row.reason.split_at_checked(space) else { continue };
            let code = match row.code {
                Code::Int(_) => match head.parse() {
                    Ok(code) => Code::Int(code),
                    Err(_) => break,
                },
                Code::Text(_) => Code::Text(head.to_owned()),
            };
            let Some(&other) = by_code.get(&code) else { continue };
            let is_shown_alike =
                rows.get(other).is_some_and(|other| other.reason.eq_ignore_ascii_case(tail.trim_start()));
            if let (true, true, Some(cell)) = (is_shown_alike, other != index, unique.codes.get(&row.code)) {
                let place = bound
                    .rows
                    .iter()
                    .find_map(|bound_row| {
                        let own = bound.cell(bound_row, Role::Code)?;
                        (own.place == cell.place && own.file == cell.file)
                            .then(|| bound.cell(bound_row, Role::Reason).or_else(|| bound.cell(bound_row, Role::Name)))
                            .flatten()
                    })
                    .unwrap_or(*cell);
                report.at(
                    place.file,
                    place.place,
                    format!("the phrase {:?} reads like code {code}; write it differently", row.reason),
                );
            }
        }
    }
}
