//! Workbooks: values by calamine, and beside them what it does not say.

use std::io::Cursor;

use calamine::{Data, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError};
use status_docs_data::Dialect;

use super::format::{PASSWORD, Workbook};
use super::grid::{Grid, Origin, Region, Said};
use super::xlsx::{self, Facts, ShownAs};
use super::{Imported, choose, ods, xls};
use crate::Failure;

/// As far as a sheet is read: as many rows and columns as a table has.
const MOST_ROWS: usize = 70_000;

pub(super) fn read(
    kind: Workbook,
    bytes: &[u8],
    sheet: Option<&str>,
    dialect: &Dialect,
    name: &str,
) -> Result<Imported, Failure> {
    let failure = |message: String| Failure::usage(format!("{name}: {message}"));
    let mut sheets = Sheets::open(kind, bytes).map_err(&failure)?;
    let grid = sheets.grid(sheet).map_err(&failure)?;
    grid.finish(dialect.header_line).map_err(&failure)
}

/// An open workbook.
enum Sheets<'b> {
    Xlsx(Box<Xlsx<Cursor<&'b [u8]>>>, Option<Box<xlsx::Xlsx<'b>>>),
    Xls(Box<Xls<Cursor<&'b [u8]>>>, &'b [u8]),
    Ods(Box<Ods<Cursor<&'b [u8]>>>, &'b [u8]),
}

fn damaged(error: &dyn std::fmt::Display) -> String {
    format!("the workbook cannot be read ({error}); open it in a spreadsheet and save it again")
}

impl<'b> Sheets<'b> {
    fn open(kind: Workbook, bytes: &'b [u8]) -> Result<Self, String> {
        let cursor = Cursor::new(bytes);
        Ok(match kind {
            Workbook::Xlsx => {
                let book = Xlsx::new(cursor).map_err(|error| match error {
                    XlsxError::Password => PASSWORD.to_owned(),
                    error => damaged(&error),
                })?;
                Self::Xlsx(Box::new(book), xlsx::Xlsx::open(bytes).map(Box::new))
            }
            Workbook::Xls => Self::Xls(
                Box::new(Xls::new(cursor).map_err(|error| match error {
                    XlsError::Password => PASSWORD.to_owned(),
                    error => damaged(&error),
                })?),
                bytes,
            ),
            Workbook::Ods => {
                let book = Ods::new(cursor).map_err(|error| match error {
                    OdsError::Password => PASSWORD.to_owned(),
                    error => damaged(&error),
                })?;
                Self::Ods(Box::new(book), bytes)
            }
        })
    }

    fn metadata(&self) -> Vec<calamine::Sheet> {
        match self {
            Self::Xlsx(book, _) => book.sheets_metadata().to_vec(),
            Self::Xls(book, _) => book.sheets_metadata().to_vec(),
            Self::Ods(book, _) => book.sheets_metadata().to_vec(),
        }
    }

    fn range(&mut self, sheet: &str) -> Result<Range<Data>, String> {
        match self {
            Self::Xlsx(book, _) => book.worksheet_range(sheet).map_err(|error| damaged(&error)),
            Self::Xls(book, _) => book.worksheet_range(sheet).map_err(|error| damaged(&error)),
            Self::Ods(book, _) => book.worksheet_range(sheet).map_err(|error| damaged(&error)),
        }
    }

    fn facts(&mut self, sheet: &str) -> Facts {
        match self {
            Self::Xlsx(_, facts) => facts.as_mut().map(|facts| facts.facts(sheet)).unwrap_or_default(),
            Self::Ods(_, bytes) => ods::facts(bytes, sheet),
            Self::Xls(book, bytes) => {
                let mut facts = xls::facts(bytes, sheet);
                for region in book.worksheet_merge_cells(sheet).unwrap_or_default() {
                    facts.merged.push((region.start.0, region.end.0, region.start.1, region.end.1));
                }
                facts
            }
        }
    }

    /// The sheet that is meant: the only visible one with cells, or the one that is named.
    fn grid(&mut self, wanted: Option<&str>) -> Result<Grid, String> {
        let all = self.metadata();
        let is_chart = |sheet: &&calamine::Sheet| {
            matches!(sheet.typ, SheetType::ChartSheet) && wanted.is_none_or(|wanted| wanted == sheet.name)
        };
        let chart = all.iter().find(is_chart).map(|sheet| sheet.name.clone());
        if let (Some(name), Some(_)) = (&chart, wanted) {
            return Err(format!("the sheet {name:?} is a chart, and has no cells"));
        }
        let mut grids = Vec::new();
        for sheet in &all {
            if !matches!(sheet.typ, SheetType::WorkSheet) {
                continue;
            }
            let range = self.range(&sheet.name)?;
            let facts = self.facts(&sheet.name);
            let mut grid = grid(&sheet.name, &range, &facts);
            grid.is_hidden = sheet.visible != SheetVisible::Visible;
            let is_wanted = wanted.is_some() || !(grid.is_hidden || (grid.is_empty() && grid.said.lost.is_empty()));
            if is_wanted {
                grids.push(grid);
            }
        }
        if grids.is_empty() {
            return Err(match chart {
                Some(name) => format!("the sheet {name:?} is a chart, and no other sheet has cells"),
                None => "no visible sheet has cells; a hidden one is named with --sheet".to_owned(),
            });
        }
        choose(grids, wanted, "sheet")
    }
}

fn grid(name: &str, range: &Range<Data>, facts: &Facts) -> Grid {
    let mut grid = Grid { name: name.to_owned(), ..Grid::default() };
    let Some((top, left)) = range.start() else {
        for at in &facts.uncalculated {
            lose_formula(&mut grid.said, *at);
        }
        return grid;
    };
    let mut columns = Vec::new();
    let width = u32::try_from(range.width()).unwrap_or(u32::MAX);
    columns.extend(left..left.saturating_add(width));
    let mut rows = Vec::new();
    for (index, cells) in range.rows().take(MOST_ROWS).enumerate() {
        let row = top + u32::try_from(index).unwrap_or(u32::MAX);
        rows.push(row + 1);
        let mut texts = Vec::new();
        for (cell, column) in cells.iter().zip(&columns) {
            texts.push(text(cell, (row, *column), facts, &mut grid.said));
        }
        grid.rows.push(texts);
    }
    let origin = Origin { rows, columns: Some(columns) };
    for at in &facts.uncalculated {
        lose_formula(&mut grid.said, *at);
    }
    let inner = |row: u32, column: u32| {
        let row = usize::try_from(row.checked_sub(top)?).ok()?;
        let column = usize::try_from(column.checked_sub(left)?).ok()?;
        (row < origin.rows.len()).then_some((row, column))
    };
    for (first_row, last_row, first_column, last_column) in &facts.merged {
        if let (Some(first), Some(last)) = (
            inner(*first_row, *first_column),
            inner((*last_row).min(top + u32::try_from(range.height()).unwrap_or(1) - 1), *last_column),
        ) {
            grid.merged.push(Region { rows: (first.0, last.0), columns: (first.1, last.1) });
        }
    }
    for row in &facts.hidden_rows {
        let is_filled = |row: usize| grid.rows.get(row).is_some_and(|cells| cells.iter().any(|cell| !cell.is_empty()));
        if inner(*row, left).is_some_and(|(row, _)| is_filled(row)) {
            grid.said.change("hidden rows are imported too", format!("row {}", row + 1));
        }
    }
    for column in &facts.hidden_columns {
        let is_filled =
            |column: usize| grid.rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()));
        if inner(top, *column).is_some_and(|(_, column)| is_filled(column)) {
            grid.said.change("hidden columns are imported too", format!("column {}", letters(*column)));
        }
    }
    grid.origin = origin;
    grid
}

fn lose_formula(said: &mut Said, (row, column): (u32, u32)) {
    let cell = status_docs_data::finding::CellName { row: row + 1, column };
    said.lose(
        format!("cell {cell}"),
        "its formula was never calculated; open the workbook in a spreadsheet and save it",
    );
}

fn letters(column: u32) -> String {
    let name = status_docs_data::finding::CellName { row: 0, column }.to_string();
    name.trim_end_matches('0').to_owned()
}

/// A cell as a person sees it.
fn text(cell: &Data, at: (u32, u32), facts: &Facts, said: &mut Said) -> String {
    let place = || {
        let cell = status_docs_data::finding::CellName { row: at.0 + 1, column: at.1 };
        format!("cell {cell}")
    };
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Bool(value) => value.to_string(),
        Data::Error(error) => error.to_string(),
        _ if facts.uncalculated.contains(&at) => String::new(),
        #[allow(clippy::cast_precision_loss, reason = "a workbook's numbers are floats, whichever way they are kept")]
        Data::Int(value) => number(*value as f64, at, facts, said, &place),
        Data::Float(value) => number(*value, at, facts, said, &place),
        Data::DateTime(date) if date.is_duration() => time(date.as_f64()),
        Data::DateTime(date) => {
            said.change("dates are written as 2024-01-31", format!("column {}", letters(at.1)));
            // To the second: a workbook's 14:30 is 14:29:59.999.
            let seconds = (date.as_f64() * 86_400.0).round() / 86_400.0;
            if (0.0..1.0).contains(&date.as_f64()) {
                return time(date.as_f64());
            }
            // A little more, so that the division does not end up below the second.
            let kind = calamine::ExcelDateTimeType::DateTime;
            let is_1904 = date.to_ymd_hms_milli().0
                != calamine::ExcelDateTime::new(date.as_f64(), kind, false).to_ymd_hms_milli().0;
            let rounded = calamine::ExcelDateTime::new(seconds + 0.000_001, kind, is_1904);
            let (year, month, day, hour, minute, second, _) = rounded.to_ymd_hms_milli();
            iso((year, month, day), (hour, minute, second))
        }
        Data::DateTimeIso(text) => {
            said.change("dates are written as 2024-01-31", format!("column {}", letters(at.1)));
            iso_text(text)
        }
        Data::DurationIso(text) => duration(text).unwrap_or_else(|| text.clone()),
    }
}

fn iso((year, month, day): (u16, u8, u8), (hour, minute, second): (u8, u8, u8)) -> String {
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second) {
        (0, 0, 0) => date,
        (hour, minute, 0) => format!("{date}T{hour:02}:{minute:02}"),
        (hour, minute, second) => format!("{date}T{hour:02}:{minute:02}:{second:02}"),
    }
}

/// `2024-01-31T14:29:59.999`, to the second.
fn iso_text(text: &str) -> String {
    let Some((date, time)) = text.split_once('T') else { return text.to_owned() };
    let mut parts = time.split(':').map(|part| part.parse::<f64>().unwrap_or_default());
    let (hour, minute, second) =
        (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let day = (hour * 3600.0 + minute * 60.0 + second).round();
    // The last half second of a day belongs to the next one, whose date is not counted here.
    let time = self::time(day.min(86_399.0) / 86_400.0);
    if time == "00:00" { date.to_owned() } else { format!("{date}T{time}") }
}

/// `PT14H30M00S`
fn duration(text: &str) -> Option<String> {
    let (mut seconds, mut digits) = (0.0, String::new());
    for c in text.strip_prefix("PT")?.chars() {
        let unit = match c {
            'H' => 3600.0,
            'M' => 60.0,
            'S' => 1.0,
            c => {
                digits.push(if c == ',' { '.' } else { c });
                continue;
            }
        };
        seconds += digits.parse::<f64>().ok()? * unit;
        digits.clear();
    }
    Some(time(seconds / 86_400.0))
}

/// A part of a day, or several: `14:30`, `36:00:05`.
fn time(days: f64) -> String {
    let seconds = whole((days * 86_400.0).round()).unwrap_or_default();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{rest:02}") }
}

/// A number without decimals.
fn whole(value: f64) -> Option<i64> {
    const MOST: f64 = 9_007_199_254_740_992.0;
    #[allow(clippy::cast_possible_truncation, reason = "it is whole, and smaller than 2^53")]
    (value.fract() == 0.0 && value.abs() <= MOST).then_some(value as i64)
}

fn number(value: f64, at: (u32, u32), facts: &Facts, said: &mut Said, place: &dyn Fn() -> String) -> String {
    let raw = facts.raw.get(&at).map(String::as_str).unwrap_or_default();
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let is_long = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || b == b'-') && digits(text) > 15;
    let plain = value.to_string();
    if is_long(raw) || is_long(plain.trim_end_matches('0')) || (is_long(&plain) && value.abs() < 1e21) {
        let message = "a number of more than 15 digits has lost its end in a spreadsheet; write it as a text";
        said.lose(place(), message);
    }
    if let Some(unit) = facts.units.get(&at) {
        say_unit(said, unit, at.1);
    }
    if let Some(shown) = facts.shown.get(&at).filter(|shown| is_padded(shown, value)) {
        say_format(said, place());
        return shown.clone();
    }
    let format = facts.formats.get(&at).map(String::as_str).unwrap_or_default();
    match whole(value).map(|number| xlsx::shown(number, format)) {
        Some(ShownAs::Text(text)) => {
            say_format(said, place());
            return text;
        }
        Some(ShownAs::Unit(unit)) => say_unit(said, unit, at.1),
        Some(ShownAs::Number) => {}
        None => {
            if let Some(unit) = xlsx::unit(format) {
                say_unit(said, unit, at.1);
            }
        }
    }
    if plain == "-0" { "0".to_owned() } else { plain }
}

/// Whether a text is a whole number with zeros before it, or with letters around it.
fn is_padded(shown: &str, value: f64) -> bool {
    let Some(value) = whole(value) else { return false };
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let is_plain = shown.chars().all(|c| c.is_ascii_alphanumeric() || "-_ .:/#".contains(c));
    let is_same = digits.parse::<u64>().is_ok_and(|shown| shown == value.unsigned_abs());
    let plain = value.to_string();
    // `1.000` may be a thousand with its point.
    let is_grouped = shown.contains(['.', ' '])
        && shown.chars().all(|c| c.is_ascii_digit() || ". -".contains(c))
        && !shown.trim_start_matches('-').starts_with('0');
    is_plain && is_same && shown != plain && !is_grouped
}

fn say_format(said: &mut Said, place: String) {
    said.change("numbers are written as their format shows them", place);
}

fn say_unit(said: &mut Said, unit: &str, column: u32) {
    let what = match unit {
        "percentage" => "percentages are written as the number (0.25 for 25 %)",
        _ => "amounts of money are written as the number",
    };
    said.change(what, format!("column {}", letters(column)));
}
