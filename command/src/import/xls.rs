//! What calamine does not say of an .xls: how numbers are shown, which formulas were never calculated, what is hidden.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use super::xlsx::{Facts, built_in};

/// A record begins with its kind and its length, two bytes each.
struct Records<'s> {
    rest: &'s [u8],
}

impl<'s> Iterator for Records<'s> {
    type Item = (u16, &'s [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = short(self.rest, 0)?;
        let length = usize::from(short(self.rest, 2)?);
        let body = self.rest.get(4..4 + length)?;
        self.rest = self.rest.get(4 + length..)?;
        Some((kind, body))
    }
}

const FORMULA: u16 = 0x0006;
const EOF: u16 = 0x000a;
const COLUMN: u16 = 0x007d;
const SHEET: u16 = 0x0085;
const NUMBERS: u16 = 0x00bd;
const STYLE: u16 = 0x00e0;
const NUMBER: u16 = 0x0203;
const ROW: u16 = 0x0208;
const COMPACT_NUMBER: u16 = 0x027e;
const FORMAT: u16 = 0x041e;
const BEGINNING: u16 = 0x0809;

/// What is known of a sheet; nothing, if the file is older than Excel 97.
pub(super) fn facts(bytes: &[u8], sheet: &str) -> Facts {
    let mut facts = Facts::default();
    let Some(stream) = stream(bytes) else { return facts };
    let globals = Globals::read(&stream);
    let Some(offset) = globals.sheets.get(sheet).and_then(|offset| usize::try_from(*offset).ok()) else { return facts };
    let Some(rest) = stream.get(offset..) else { return facts };
    for (kind, body) in (Records { rest }) {
        if kind == EOF {
            break;
        }
        let at = |column: usize| Some((u32::from(short(body, 0)?), u32::from(short(body, column)?)));
        match kind {
            NUMBER | COMPACT_NUMBER => {
                if let (Some(at), Some(style)) = (at(2), short(body, 4)) {
                    globals.show(&mut facts, at, style);
                }
            }
            NUMBERS => several(&globals, body, &mut facts),
            FORMULA => {
                if let (Some(at), Some(style)) = (at(2), short(body, 4)) {
                    globals.show(&mut facts, at, style);
                    if is_uncalculated(body) {
                        facts.uncalculated.push(at);
                    }
                }
            }
            ROW => {
                if let (Some(row), Some(flags)) = (short(body, 0), short(body, 12)) {
                    if flags & 0x20 != 0 {
                        facts.hidden_rows.push(u32::from(row));
                    }
                }
            }
            COLUMN => {
                if let (Some(first), Some(last), Some(flags)) = (short(body, 0), short(body, 2), short(body, 8)) {
                    if flags & 1 != 0 {
                        // To the end of the sheet, if the rest is hidden.
                        facts.hidden_columns.extend(u32::from(first)..=u32::from(last.min(255)));
                    }
                }
            }
            _ => {}
        }
    }
    facts
}

/// The workbook within the file, from Excel 97 on.
fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    const EXCEL_97: u16 = 0x0600;
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let mut stream = Vec::new();
    file.open_stream("/Workbook").ok()?.read_to_end(&mut stream).ok()?;
    let (kind, body) = Records { rest: &stream }.next()?;
    (kind == BEGINNING && short(body, 0) == Some(EXCEL_97)).then_some(stream)
}

/// A run of numbers in a row: the row, the first column, then a style and four bytes for each.
fn several(globals: &Globals, body: &[u8], facts: &mut Facts) {
    let (Some(row), Some(first)) = (short(body, 0), short(body, 2)) else { return };
    let count = body.len().saturating_sub(6) / 6;
    for index in 0..count {
        if let (Some(style), Ok(column)) = (short(body, 4 + 6 * index), u32::try_from(index)) {
            globals.show(facts, (u32::from(row), u32::from(first) + column), style);
        }
    }
}

/// Whether a formula has no result, and asks to be calculated when the file is opened.
fn is_uncalculated(body: &[u8]) -> bool {
    const ON_OPENING: u16 = 0b11;
    let Some(result) = body.get(6..14) else { return false };
    let is_nothing = result.ends_with(&[0xff, 0xff]) && result.first() == Some(&3);
    let is_zero = result.iter().all(|byte| *byte == 0);
    (is_nothing || is_zero) && short(body, 14).is_some_and(|flags| flags & ON_OPENING != 0)
}

/// What stands before all sheets.
#[derive(Default)]
struct Globals {
    /// The format of each style.
    formats: Vec<String>,
    /// Where each sheet begins.
    sheets: HashMap<String, u32>,
}

impl Globals {
    fn read(stream: &[u8]) -> Self {
        let mut globals = Self::default();
        let mut own: HashMap<u16, String> = HashMap::new();
        let mut styles = Vec::new();
        for (kind, body) in (Records { rest: stream }) {
            match kind {
                EOF => break,
                SHEET => {
                    let length = body.get(6).copied().map(usize::from);
                    if let (Some(offset), Some(name)) = (long(body, 0), length.and_then(|length| text(body, 7, length)))
                    {
                        globals.sheets.insert(name, offset);
                    }
                }
                FORMAT => {
                    let length = short(body, 2).map(usize::from);
                    if let (Some(id), Some(code)) = (short(body, 0), length.and_then(|length| text(body, 4, length))) {
                        own.insert(id, code);
                    }
                }
                STYLE => styles.push(short(body, 2).unwrap_or_default()),
                _ => {}
            }
        }
        for id in styles {
            globals.formats.push(own.get(&id).cloned().unwrap_or_else(|| built_in(u32::from(id)).to_owned()));
        }
        globals
    }

    fn show(&self, facts: &mut Facts, at: (u32, u32), style: u16) {
        if let Some(format) = self.formats.get(usize::from(style)).filter(|format| !format.is_empty()) {
            facts.formats.insert(at, format.clone());
        }
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// A text of so many letters: a byte says whether each has two bytes.
fn text(bytes: &[u8], at: usize, length: usize) -> Option<String> {
    let is_wide = bytes.get(at)? & 1 != 0;
    let letters = bytes.get(at + 1..at + 1 + if is_wide { 2 * length } else { length })?;
    let mut units = Vec::new();
    for index in 0..length {
        units.push(if is_wide { short(letters, 2 * index)? } else { u16::from(*letters.get(index)?) });
    }
    Some(String::from_utf16_lossy(&units))
}
