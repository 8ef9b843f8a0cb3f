//! What calamine does not say of an .ods: the text that is shown for a number, formulas without a value, what is hidden,
//! which cells are merged.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::xlsx::Facts;

/// Rows and columns to the end of a sheet are one element that is repeated.
const MOST_REPEATED: u32 = 1024;

/// What is known of a sheet.
pub(super) fn facts(bytes: &[u8], sheet: &str) -> Facts {
    let mut text = String::new();
    let read = ZipArchive::new(Cursor::new(bytes))
        .ok()
        .and_then(|mut archive| archive.by_name("content.xml").ok()?.read_to_string(&mut text).ok());
    let mut walk = Walk::default();
    if read.is_some() {
        walk.read(&text, sheet);
    }
    walk.facts
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name.as_bytes())?;
    let value = std::str::from_utf8(&attribute.value).ok()?;
    Some(quick_xml::escape::unescape(value).ok()?.into_owned())
}

#[derive(Default)]
struct Walk {
    facts: Facts,
    is_inside: bool,
    row: u32,
    row_repeated: u32,
    column: u32,
    /// Columns as they are declared, before the rows.
    declared: u32,
    cell: Option<Cell>,
}

#[derive(Default)]
struct Cell {
    repeated: u32,
    kind: String,
    is_formula: bool,
    /// Rows and columns that it spans.
    spanned: (u32, u32),
    text: String,
    paragraphs: u32,
    is_in_text: bool,
}

impl Walk {
    fn read(&mut self, text: &str, sheet: &str) {
        let mut reader = Reader::from_str(text);
        loop {
            match reader.read_event() {
                Ok(Event::Start(element)) => self.start(&element, sheet, false),
                Ok(Event::Empty(element)) => self.start(&element, sheet, true),
                Ok(Event::Text(text)) => {
                    if let Some(cell) = self.cell.as_mut().filter(|cell| cell.is_in_text) {
                        cell.text.push_str(&text.xml10_content().unwrap_or_default());
                    }
                }
                Ok(Event::End(element)) => match element.name().as_ref() {
                    b"table:table" => self.is_inside = false,
                    b"table:table-row" => self.row += self.row_repeated,
                    b"table:table-cell" | b"table:covered-table-cell" => self.end_cell(),
                    b"text:p" => {
                        if let Some(cell) = &mut self.cell {
                            cell.is_in_text = false;
                        }
                    }
                    _ => {}
                },
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => {}
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>, sheet: &str, is_empty: bool) {
        let repeated =
            |name: &str| attribute(element, name).and_then(|text| text.parse::<u32>().ok()).unwrap_or(1).max(1);
        let is_hidden = || attribute(element, "table:visibility").is_some_and(|value| value != "visible");
        match element.name().as_ref() {
            b"table:table" => {
                self.is_inside = attribute(element, "table:name").is_some_and(|name| name == sheet);
                (self.row, self.declared) = (0, 0);
            }
            _ if !self.is_inside => {}
            b"table:table-column" => {
                let count = repeated("table:number-columns-repeated");
                if is_hidden() {
                    self.facts.hidden_columns.extend((0..count.min(MOST_REPEATED)).map(|index| self.declared + index));
                }
                self.declared += count;
            }
            b"table:table-row" => {
                self.row_repeated = repeated("table:number-rows-repeated");
                self.column = 0;
                if is_hidden() {
                    self.facts
                        .hidden_rows
                        .extend((0..self.row_repeated.min(MOST_REPEATED)).map(|index| self.row + index));
                }
                if is_empty {
                    self.row += self.row_repeated;
                }
            }
            b"table:table-cell" | b"table:covered-table-cell" => {
                self.cell = Some(Cell {
                    repeated: repeated("table:number-columns-repeated"),
                    kind: attribute(element, "office:value-type").unwrap_or_default(),
                    is_formula: attribute(element, "table:formula").is_some(),
                    spanned: (repeated("table:number-rows-spanned"), repeated("table:number-columns-spanned")),
                    ..Cell::default()
                });
                if is_empty {
                    self.end_cell();
                }
            }
            b"text:p" => {
                if let Some(cell) = &mut self.cell {
                    cell.is_in_text = !is_empty;
                    cell.paragraphs += 1;
                }
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let (row, column) = (self.row, self.column);
        self.column += cell.repeated;
        if cell.spanned != (1, 1) {
            self.facts.merged.push((row, row + cell.spanned.0 - 1, column, column + cell.spanned.1 - 1));
        }
        if cell.is_formula && cell.kind.is_empty() && cell.text.is_empty() {
            self.facts.uncalculated.push((row, column));
        }
        let unit = match cell.kind.as_str() {
            "percentage" => Some("percentage"),
            "currency" => Some("amount of money"),
            "float" => None,
            _ => return,
        };
        for down in 0..self.row_repeated.min(MOST_REPEATED) {
            for right in 0..cell.repeated.min(MOST_REPEATED) {
                let at = (row + down, column + right);
                match unit {
                    Some(unit) => {
                        self.facts.units.insert(at, unit);
                    }
                    None if cell.paragraphs == 1 => {
                        self.facts.shown.insert(at, cell.text.clone());
                    }
                    None => {}
                }
            }
        }
    }
}
