//! Other phrases: each means one row only, and every text that a row is shown as leads back to it.

use std::collections::{BTreeSet, HashMap};

use super::hash::{FastHash, Folded};
use super::repeated::Given;
use super::unique::Unique;
use crate::code::Code;
use crate::model::{Alias, Row};
use crate::name::{self, quote, quote_seen};
use crate::report::Report;
use crate::role::Role;
use crate::schema::{Bound, BoundRow};
use crate::sheet::Cell;
use crate::text;
use crate::wanted::Wanted;

/// Fills in the rows' aliases. A second pass, because an alias may collide with a row further down.
/// `sources` are the rows as they were bound, one for each of `rows`; `given` is what later rows of the same code give.
pub(super) fn check<'s>(
    bound: &Bound<'s>,
    wanted: &Wanted,
    unique: &Unique<'s>,
    sources: &[&BoundRow<'s>],
    given: &[Given<'s>],
    rows: &mut [Row],
    report: &mut Report,
) {
    let mut found: Vec<(usize, Vec<Alias>)> = Vec::new();
    let mut seen = Seen::new(bound, unique, sources, rows);
    if bound.has_role(Role::Aliases) || !given.is_empty() {
        seen.phrases.reserve(rows.len());
        for (index, row) in rows.iter().enumerate() {
            seen.phrases.entry(Folded(&row.reason)).or_insert(index);
        }
        let lists = sources.iter().enumerate().filter_map(|(row, source)| {
            let is_filled = !bound.text(source, Role::Aliases).is_empty();
            let cell = bound.cell(source, Role::Aliases).filter(|_| is_filled)?;
            Some(Given { row, cell, is_list: true })
        });
        for Given { row, cell, is_list } in lists.chain(given.iter().copied()) {
            let phrases: Vec<&str> = if is_list { cell.text.split('|').collect() } else { vec![cell.text] };
            let mut aliases = Vec::new();
            for phrase in phrases.into_iter().map(str::trim).filter(|phrase| !phrase.is_empty()) {
                match seen.alias(phrase, cell, row) {
                    Ok(alias) => aliases.extend(alias),
                    Err((cell, message)) => report.at(cell.file, cell.place, message),
                }
            }
            found.push((row, aliases));
        }
    }
    if wanted.parses {
        seen.misleading_texts(report);
    }
    for (index, aliases) in found {
        if let Some(row) = rows.get_mut(index) {
            row.aliases.extend(aliases);
        }
    }
}

struct Seen<'c, 's> {
    bound: &'c Bound<'s>,
    unique: &'c Unique<'s>,
    sources: &'c [&'c BoundRow<'s>],
    rows: &'c [Row],
    /// The first row of each phrase.
    phrases: HashMap<Folded<'c>, usize, FastHash>,
    /// The row and cell of each alias.
    /// By the phrase in lower case.
    aliases: HashMap<String, (usize, Cell<'s>), FastHash>,
    /// The row of each alias that names a constant.
    names: HashMap<String, usize, FastHash>,
    codes: Codes<'c>,
}

/// The row of each code; empty until it is asked for.
enum Codes<'c> {
    Numbers(HashMap<i128, usize, FastHash>),
    /// With the lengths that codes have, in bytes.
    Texts(HashMap<&'c str, usize, FastHash>, BTreeSet<usize>),
}

impl<'c, 's> Seen<'c, 's> {
    fn new(bound: &'c Bound<'s>, unique: &'c Unique<'s>, sources: &'c [&'c BoundRow<'s>], rows: &'c [Row]) -> Self {
        let length = |row: &Row| match &row.code {
            Code::Int(_) => None,
            Code::Text(text) => Some(text.len()),
        };
        let codes = match rows.first().map(|row| &row.code) {
            Some(Code::Text(_)) => Codes::Texts(HashMap::default(), rows.iter().filter_map(length).collect()),
            _ => Codes::Numbers(HashMap::default()),
        };
        Self {
            bound,
            unique,
            sources,
            rows,
            phrases: HashMap::default(),
            aliases: HashMap::default(),
            names: HashMap::default(),
            codes,
        }
    }

    fn show(&self, row: usize) -> String {
        self.rows.get(row).map_or(String::new(), |row| quote(&format!("{} {}", row.code, row.reason)))
    }

    /// Where a row is: `the row of code 404 on line 9 (cell A9)`.
    fn coded_row(&self, row: usize) -> String {
        let code = self.rows.get(row).map_or(String::new(), |row| row.code.quoted());
        let cell = self.sources.get(row).and_then(|source| self.bound.cell(source, Role::Code));
        let place = cell.map_or(String::new(), |cell| cell.seen_from(self.bound.origin()));
        format!("the row of code {code} on {place}")
    }

    /// The cell of a row's phrase, or else that of its name.
    fn phrase_cell(&self, row: usize) -> Option<Cell<'s>> {
        let source = self.sources.get(row)?;
        let cell = |role| self.bound.cell(source, role).filter(|cell| !cell.text.is_empty());
        cell(Role::Reason).or_else(|| cell(Role::Name))
    }

    /// The one of two cells that the user wrote.
    fn own(&self, cell: Cell<'s>, other: Option<Cell<'s>>) -> Cell<'s> {
        let is_own = |cell: &Cell<'_>| cell.origin.is_own();
        if is_own(&cell) { cell } else { other.filter(is_own).unwrap_or(cell) }
    }

    /// An alias that means one row only; `None` if it adds nothing.
    fn alias(&mut self, phrase: &str, cell: Cell<'s>, row: usize) -> Result<Option<Alias>, (Cell<'s>, String)> {
        let phrase = text::phrase(phrase).map_err(|unseen| {
            let message = format!(
                "the alias {} has {} in it, which nobody sees; take it out",
                quote_seen(phrase),
                name::show(unseen)
            );
            (cell, message)
        })?;
        let (phrase, folded) = (&*phrase, phrase.to_ascii_lowercase());
        match self.phrases.get(&Folded(phrase)) {
            Some(&other) if other != row => {
                let here = self.own(cell, self.phrase_cell(other));
                return Err((
                    here,
                    format!("the alias {} is already the phrase of {}", quote(phrase), self.show(other)),
                ));
            }
            Some(_) => return Ok(None),
            None => {}
        }
        match self.aliases.get(&folded) {
            Some(&(other, first)) if other != row => {
                let here = self.own(cell, Some(first));
                let there = if here.origin == cell.origin && here.place == cell.place { first } else { cell };
                let place = there.seen_from(here.origin);
                return Err((
                    here,
                    format!("the alias {} is also on {place}; it can mean only one row", quote(phrase)),
                ));
            }
            Some(_) => return Ok(None),
            None => {}
        }
        if let Some(other) = self.read_as_another(phrase, row) {
            return Err((
                cell,
                format!("the alias {} reads like {}; write it differently", quote(phrase), self.coded_row(other)),
            ));
        }
        let own = self.rows.get(row).map_or("", |row| row.name.as_str());
        let mut identifier = name::pascal(phrase).ok().filter(|identifier| identifier != own);
        if let Some(taken) = identifier.as_ref().and_then(|identifier| self.unique.named(identifier)) {
            let here = self.own(cell, Some(*taken));
            let there = if here.origin == cell.origin && here.place == cell.place { *taken } else { cell };
            let message = format!(
                "the alias {} becomes the same name as {} on {}; write it differently or take it out",
                quote(phrase),
                quote(if there.text == cell.text { phrase } else { there.text }),
                there.seen_from(here.origin)
            );
            return Err((here, message));
        }
        match identifier.as_ref().and_then(|identifier| self.names.get(identifier)) {
            Some(&other) if other != row => {
                let message = format!(
                    "the alias {} becomes the same name as an alias of {}; write it differently or take it out",
                    quote(phrase),
                    self.show(other)
                );
                return Err((cell, message));
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

    /// A text that a row is shown as, and that reads like another row: parsed, it would lead there. Only text codes
    /// can: a number ends where a phrase begins.
    fn misleading_texts(&mut self, report: &mut Report) {
        if matches!(self.codes, Codes::Numbers(_)) {
            return;
        }
        for (index, row) in self.rows.iter().enumerate() {
            let by_phrase = self.shown_as(&row.reason).filter(|other| *other != index);
            let cell = by_phrase.and_then(|_| self.phrase_cell(index));
            if let (Some(other), Some(cell)) = (by_phrase, cell) {
                let message = format!(
                    "the phrase {} reads like {}; write it differently",
                    quote(&row.reason),
                    self.coded_row(other)
                );
                report.at(cell.file, cell.place, message);
            }
            let Code::Text(code) = &row.code else { continue };
            // `E 1` with the phrase `Held` is shown as `E` with the phrase `1 Held` is.
            let shown = || code.contains(' ').then(|| format!("{code} {}", row.reason));
            let by_code = self.shown_as(code).or_else(|| self.shown_as(&shown()?)).filter(|other| *other != index);
            let cell = self.sources.get(index).and_then(|source| self.bound.cell(source, Role::Code));
            if let (Some(other), Some(cell)) = (by_code, cell) {
                let message =
                    format!("the code {} reads like {}; write it differently", quote(code), self.coded_row(other));
                report.at(cell.file, cell.place, message);
            }
        }
    }

    /// The other row that a text leads to by its code: `404`, `404 Not Found`.
    fn read_as_another(&mut self, text: &str, row: usize) -> Option<usize> {
        self.coded(text).or_else(|| self.shown_as(text)).filter(|other| *other != row)
    }

    /// The row whose code and phrase the text is.
    fn shown_as(&mut self, text: &str) -> Option<usize> {
        // Where a code may end: a number at the first space, a text at a length that codes have.
        let ends: Vec<usize> = match &self.codes {
            Codes::Numbers(_) if !text.starts_with(|c: char| c.is_ascii_digit() || c == '-') => return None,
            Codes::Numbers(_) => text.find(' ').into_iter().collect(),
            Codes::Texts(_, lengths) => {
                let is_space = |end: &&usize| text.as_bytes().get(**end) == Some(&b' ');
                lengths.range(..text.len()).filter(is_space).copied().collect()
            }
        };
        for end in ends {
            let Some((code, phrase)) = text.split_at_checked(end) else { continue };
            let phrase = phrase.trim_start();
            let other = self.coded(code);
            let is_phrase = |row: usize| {
                self.rows.get(row).is_some_and(|row| row.reason.eq_ignore_ascii_case(phrase))
                    || self.aliases.get(&phrase.to_ascii_lowercase()).is_some_and(|(other, _)| *other == row)
            };
            if other.is_some_and(is_phrase) {
                return other;
            }
        }
        None
    }

    /// The row whose code the text is, exactly.
    fn coded(&mut self, text: &str) -> Option<usize> {
        let rows = self.rows.iter().enumerate();
        match &mut self.codes {
            Codes::Numbers(codes) => {
                let code = crate::number::plain_integer(text)?;
                if codes.is_empty() {
                    let number = |(index, row): (usize, &Row)| match row.code {
                        Code::Int(code) => Some((code, index)),
                        Code::Text(_) => None,
                    };
                    *codes = rows.filter_map(number).collect();
                }
                codes.get(&code).copied()
            }
            Codes::Texts(_, lengths) if !lengths.contains(&text.len()) => None,
            Codes::Texts(codes, _) => {
                if codes.is_empty() {
                    let letters = |(index, row): (usize, &'c Row)| match &row.code {
                        Code::Int(_) => None,
                        Code::Text(code) => Some((code.as_str(), index)),
                    };
                    *codes = rows.filter_map(letters).collect();
                }
                codes.get(text).copied()
            }
        }
    }
}
