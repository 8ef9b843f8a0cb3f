//! What calamine does not say of an .xlsx: how numbers are shown, which formulas were never calculated, what is hidden,
//! which cells are merged.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// What is known of the sheets of a workbook.
pub(super) struct Xlsx<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// The format of each style.
    formats: Vec<String>,
    /// The part of each sheet, by its name.
    parts: HashMap<String, String>,
    /// The program that wrote the file calculated nothing, and asks for it to be done.
    is_uncalculated: bool,
}

/// What is known of one sheet, by rows and columns from 0.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// How a number is shown, where that says more than the number.
    pub(super) formats: HashMap<(u32, u32), String>,
    /// Numbers as the file has them.
    pub(super) raw: HashMap<(u32, u32), String>,
    /// Formulas without a value.
    pub(super) uncalculated: Vec<(u32, u32)>,
    pub(super) hidden_rows: Vec<u32>,
    pub(super) hidden_columns: Vec<u32>,
    /// First and last row, first and last column.
    pub(super) merged: Vec<(u32, u32, u32, u32)>,
    /// What is shown of a number, where the file says it.
    pub(super) shown: HashMap<(u32, u32), String>,
    /// Percentages and amounts of money, by their words.
    pub(super) units: HashMap<(u32, u32), &'static str>,
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute =
        element.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name.as_bytes())?;
    let value = std::str::from_utf8(&attribute.value).ok()?;
    Some(quick_xml::escape::unescape(value).ok()?.into_owned())
}

impl<'b> Xlsx<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Option<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut xlsx = Self { archive, formats: Vec::new(), parts: HashMap::new(), is_uncalculated: false };
        xlsx.read_workbook();
        xlsx.read_styles();
        Some(xlsx)
    }

    fn part(&mut self, name: &str) -> Option<String> {
        let mut text = String::new();
        self.archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
        Some(text)
    }

    fn read_workbook(&mut self) {
        let relations = self.part("xl/_rels/workbook.xml.rels").unwrap_or_default();
        let mut targets = HashMap::new();
        each(&relations, |element| {
            if element.local_name().as_ref() == b"Relationship" {
                if let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target")) {
                    let part = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                    targets.insert(id, part);
                }
            }
        });
        let workbook = self.part("xl/workbook.xml").unwrap_or_default();
        let (mut parts, mut is_uncalculated) = (HashMap::new(), false);
        each(&workbook, |element| match element.local_name().as_ref() {
            b"sheet" => {
                if let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id")) {
                    if let Some(part) = targets.get(&id) {
                        parts.insert(name, part.clone());
                    }
                }
            }
            b"calcPr" => {
                is_uncalculated =
                    attribute(element, "fullCalcOnLoad").is_some_and(|value| value == "1" || value == "true");
            }
            _ => {}
        });
        self.parts = parts;
        self.is_uncalculated = is_uncalculated;
    }

    fn read_styles(&mut self) {
        let styles = self.part("xl/styles.xml").unwrap_or_default();
        let mut own: HashMap<u32, String> = HashMap::new();
        let mut formats = Vec::new();
        let mut is_cell_style = false;
        let mut reader = Reader::from_str(&styles);
        loop {
            match reader.read_event() {
                Ok(Event::Start(element) | Event::Empty(element)) => match element.local_name().as_ref() {
                    b"numFmt" => {
                        let id = attribute(&element, "numFmtId").and_then(|id| id.parse().ok());
                        if let (Some(id), Some(code)) = (id, attribute(&element, "formatCode")) {
                            own.insert(id, code);
                        }
                    }
                    b"cellXfs" => is_cell_style = true,
                    b"xf" if is_cell_style => {
                        let id: u32 = attribute(&element, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                        formats.push(own.get(&id).cloned().unwrap_or_else(|| built_in(id).to_owned()));
                    }
                    _ => {}
                },
                Ok(Event::End(element)) if element.local_name().as_ref() == b"cellXfs" => is_cell_style = false,
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => {}
            }
        }
        self.formats = formats;
    }

    /// What is known of a sheet.
    pub(super) fn facts(&mut self, sheet: &str) -> Facts {
        let mut facts = Facts::default();
        let Some(text) = self.parts.get(sheet).cloned().and_then(|part| self.part(&part)) else { return facts };
        let mut reader = Reader::from_str(&text);
        let mut cell = Cell::default();
        let mut row = 0;
        loop {
            match reader.read_event() {
                Ok(Event::Start(element)) => Self::start(&element, false, &mut facts, &mut cell, &mut row),
                Ok(Event::Empty(element)) => Self::start(&element, true, &mut facts, &mut cell, &mut row),
                Ok(Event::Text(text)) if cell.is_in_value => {
                    cell.value.push_str(&text.xml10_content().unwrap_or_default());
                }
                Ok(Event::End(element)) => match element.local_name().as_ref() {
                    b"v" => cell.is_in_value = false,
                    b"c" => self.end(&cell, &mut facts),
                    _ => {}
                },
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => {}
            }
        }
        facts
    }

    fn start(element: &BytesStart<'_>, is_empty: bool, facts: &mut Facts, cell: &mut Cell, row: &mut u32) {
        let number = |name: &str| attribute(element, name).and_then(|text| text.parse::<u32>().ok());
        let is_hidden = || attribute(element, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true");
        match element.local_name().as_ref() {
            b"col" if is_hidden() => {
                if let (Some(first), Some(last)) = (number("min"), number("max")) {
                    // To the end of the sheet, if the rest is hidden.
                    facts.hidden_columns.extend((first..=last.min(first + 256)).map(|column| column - 1));
                }
            }
            b"row" => {
                *row = number("r").map_or(*row + 1, |row| row);
                *cell = Cell { column: 0, ..Cell::default() };
                if is_hidden() {
                    facts.hidden_rows.push(row.saturating_sub(1));
                }
            }
            b"c" => {
                let place = attribute(element, "r").and_then(|place| cell_name(&place));
                let next = (row.saturating_sub(1), cell.column);
                let (at, column) = place.unwrap_or(next);
                *cell = Cell {
                    at: (at, column),
                    column: column + 1,
                    style: number("s").and_then(|style| usize::try_from(style).ok()).unwrap_or_default(),
                    kind: attribute(element, "t").unwrap_or_default(),
                    ..Cell::default()
                };
            }
            b"f" => cell.is_formula = true,
            b"v" => {
                cell.is_in_value = !is_empty;
                cell.has_value = true;
            }
            b"mergeCell" => {
                let reference = attribute(element, "ref").unwrap_or_default();
                let (first, last) = reference.split_once(':').unwrap_or((&reference, &reference));
                if let (Some(first), Some(last)) = (cell_name(first), cell_name(last)) {
                    facts.merged.push((first.0, last.0, first.1, last.1));
                }
            }
            _ => {}
        }
    }

    fn end(&self, cell: &Cell, facts: &mut Facts) {
        let is_number = cell.kind.is_empty() || cell.kind == "n";
        if cell.is_formula {
            let is_missing = cell.value.is_empty() && cell.kind != "str";
            let is_never_calculated = self.is_uncalculated && is_number && cell.value == "0";
            if is_missing || is_never_calculated {
                facts.uncalculated.push(cell.at);
                return;
            }
        }
        if !is_number || !cell.has_value {
            return;
        }
        facts.raw.insert(cell.at, cell.value.clone());
        if let Some(format) = self.formats.get(cell.style).filter(|format| !format.is_empty()) {
            facts.formats.insert(cell.at, format.clone());
        }
    }
}

#[derive(Debug, Default)]
struct Cell {
    at: (u32, u32),
    /// The column after it, for a cell that does not say where it is.
    column: u32,
    style: usize,
    kind: String,
    is_formula: bool,
    has_value: bool,
    is_in_value: bool,
    value: String,
}

fn each(xml: &str, mut visit: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => visit(&element),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
}

/// `C14` as row and column from 0.
fn cell_name(name: &str) -> Option<(u32, u32)> {
    let name = name.replace('$', "");
    let split = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = name.split_at(split);
    let mut column: u32 = 0;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        column = column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
    }
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// Formats that every workbook has, as far as they matter here.
pub(super) fn built_in(id: u32) -> &'static str {
    match id {
        9 | 10 => "0%",
        5..=8 | 37..=44 => "\"$\"#,##0",
        _ => "",
    }
}

/// How a number is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ShownAs {
    /// As this text.
    Text(String),
    /// As the number with a unit, which is left out.
    Unit(&'static str),
    /// As the number.
    Number,
}

/// How a format shows a whole number: with leading zeros (`00000`), with texts around and between its digits (`"E"000`).
pub(super) fn shown(number: i64, format: &str) -> ShownAs {
    let sections = sections(format);
    let section = match (number.signum(), sections.as_slice()) {
        (-1, [_, negative, ..]) => negative,
        (0, [_, _, zero, ..]) => zero,
        (_, [first, ..]) => first,
        (_, []) => return ShownAs::Number,
    };
    let Some(parts) = Part::of(section) else { return ShownAs::Number };
    if parts.contains(&Part::Percent) {
        return ShownAs::Unit("percentage");
    }
    if parts.contains(&Part::Currency) {
        return ShownAs::Unit("amount of money");
    }
    let zeros = parts.iter().filter(|part| **part == Part::Digit(true)).count();
    let has_text = parts.iter().any(|part| matches!(part, Part::Text(_)));
    let is_only_number = zeros <= 1 && !has_text;
    if is_only_number || !parts.iter().any(|part| matches!(part, Part::Digit(_))) {
        return ShownAs::Number;
    }
    let digits = number.unsigned_abs().to_string();
    let places = parts.iter().filter(|part| matches!(part, Part::Digit(_))).count();
    // The digits that have no place of their own are before the first one.
    let mut left: Vec<char> = digits.chars().collect();
    let mut shown: Vec<String> = Vec::new();
    let mut index = places;
    for part in parts.iter().rev() {
        match part {
            Part::Digit(is_zero) => {
                index -= 1;
                let digit = left.pop();
                match digit {
                    Some(digit) => shown.push(digit.to_string()),
                    None if *is_zero => shown.push("0".to_owned()),
                    None => {}
                }
                if index == 0 {
                    while let Some(digit) = left.pop() {
                        shown.push(digit.to_string());
                    }
                }
            }
            Part::Text(text) => shown.push(text.clone()),
            Part::Percent | Part::Currency => {}
        }
    }
    shown.reverse();
    // A format with a section for negative numbers says itself how they are shown.
    let sign = if number < 0 && sections.len() < 2 { "-" } else { "" };
    ShownAs::Text(format!("{sign}{}", shown.concat().trim()))
}

/// Whether a format is that of a percentage or of money, whatever the number.
pub(super) fn unit(format: &str) -> Option<&'static str> {
    let first = sections(format).into_iter().next()?;
    let parts = Part::lenient(&first);
    if parts.contains(&Part::Percent) {
        Some("percentage")
    } else if parts.contains(&Part::Currency) {
        Some("amount of money")
    } else {
        None
    }
}

/// `0;-0;"none"` in three.
fn sections(format: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut is_quoted = false;
    let mut characters = format.chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => {
                all.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(section) = all.last_mut() {
            section.push(c);
            if c == '\\' {
                section.extend(characters.next());
            }
        }
    }
    all
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// `0`, which is always shown, or `#`.
    Digit(bool),
    Text(String),
    Percent,
    Currency,
}

impl Part {
    /// The parts of a section that shows a whole number digit by digit.
    fn of(section: &str) -> Option<Vec<Self>> {
        let is_plain = {
            let mut is_quoted = false;
            let mut characters = section.chars();
            let mut is_plain = true;
            while let Some(c) = characters.next() {
                match c {
                    '"' => is_quoted = !is_quoted,
                    '\\' if !is_quoted => {
                        characters.next();
                    }
                    // A colour, a condition, a currency.
                    '[' if !is_quoted => {
                        let _ = characters.by_ref().find(|c| *c == ']');
                    }
                    // Fractions, decimals, powers, dates, texts.
                    '.' | ',' | '/' | '?' | 'E' | 'e' | '@' | 'y' | 'm' | 'd' | 'h' | 's' if !is_quoted => {
                        is_plain = false;
                    }
                    _ => {}
                }
            }
            is_plain && !section.eq_ignore_ascii_case("general")
        };
        let parts = Self::lenient(section);
        (is_plain || parts.contains(&Self::Percent) || parts.contains(&Self::Currency)).then_some(parts)
    }

    fn lenient(section: &str) -> Vec<Self> {
        let mut parts = Vec::new();
        let text = |parts: &mut Vec<Self>, more: &str| {
            let is_money = more.chars().any(|c| "$\u{20ac}\u{a3}\u{a5}\u{20b9}\u{20bd}\u{20a9}".contains(c))
                || ["USD", "EUR", "CHF", "GBP", "JPY", "kr", "z\u{142}"].contains(&more.trim());
            match parts.last_mut() {
                _ if is_money => parts.push(Self::Currency),
                Some(Self::Text(last)) => last.push_str(more),
                _ => parts.push(Self::Text(more.to_owned())),
            }
        };
        let mut characters = section.chars();
        while let Some(c) = characters.next() {
            match c {
                '0' => parts.push(Self::Digit(true)),
                '#' | '?' => parts.push(Self::Digit(false)),
                '%' => parts.push(Self::Percent),
                '"' => {
                    let quoted: String = characters.by_ref().take_while(|c| *c != '"').collect();
                    text(&mut parts, &quoted);
                }
                '\\' => {
                    if let Some(next) = characters.next() {
                        text(&mut parts, &next.to_string());
                    }
                }
                // As wide as the next character, or filled with it.
                '_' | '*' => {
                    characters.next();
                }
                '[' => {
                    let inner: String = characters.by_ref().take_while(|c| *c != ']').collect();
                    // A language alone (`[$-409]`) is no currency.
                    if inner.strip_prefix('$').is_some_and(|money| !money.starts_with('-')) {
                        parts.push(Self::Currency);
                    }
                }
                ',' | '.' => {}
                other => text(&mut parts, &other.to_string()),
            }
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_is_shown_as_its_format_says() {
        let cases = [
            ("leading zeros", 17, "00000", ShownAs::Text("00017".to_owned())),
            ("more digits than zeros", 123_456, "00000", ShownAs::Text("123456".to_owned())),
            ("a letter before", 7, "\"E\"000", ShownAs::Text("E007".to_owned())),
            ("a bare letter before", 7, "X000", ShownAs::Text("X007".to_owned())),
            ("a dash between", 12_345, "000-000", ShownAs::Text("012-345".to_owned())),
            ("an escaped dot", 1205, "00\\.00", ShownAs::Text("12.05".to_owned())),
            ("negative", -7, "000", ShownAs::Text("-007".to_owned())),
            ("negative in its own section", -7, "000;(000)", ShownAs::Text("(007)".to_owned())),
            ("a colour is not shown", 7, "[Red]000", ShownAs::Text("007".to_owned())),
            ("one zero is the number", 17, "0", ShownAs::Number),
            ("general", 17, "General", ShownAs::Number),
            ("decimals", 17, "0.00", ShownAs::Number),
            ("thousands", 17_000, "#,##0", ShownAs::Number),
            ("a power", 17, "0.00E+00", ShownAs::Number),
            ("a percentage", 1, "0%", ShownAs::Unit("percentage")),
            ("money", 1, "[$\u{20ac}-407] #,##0.00", ShownAs::Unit("amount of money")),
            ("money in quotes", 1, "\"$\"#,##0.00", ShownAs::Unit("amount of money")),
            ("a language is no money", 17, "[$-409]00000", ShownAs::Text("00017".to_owned())),
        ];
        for (name, number, format, expected) in cases {
            assert_eq!(shown(number, format), expected, "{name}");
        }
    }

    #[test]
    fn a_cell_has_its_row_and_column() {
        for (name, place) in [("A1", Some((0, 0))), ("$AB$14", Some((13, 27))), ("A0", None), ("14", None), ("A", None)]
        {
            assert_eq!(cell_name(name), place, "{name}");
        }
    }
}
