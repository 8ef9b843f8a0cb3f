//! A CSV in any dialect, by the doors through which the macro reads one.

use std::path::Path;

use status_docs_data::{CodeType, Dialect, Report, Rule, Source, Wanted};

use super::grid::{Grid, Origin};
use crate::path::shown;

pub(super) fn read(file: &Path, bytes: &[u8], dialect: &Dialect) -> Grid {
    let name = shown(file);
    let source = Source::from_bytes(&name, bytes.to_vec());
    let wanted = Wanted { dialect: dialect.clone(), ..Wanted::by_headers(CodeType::Text) };
    let mut report = Report::new();
    let sheet = status_docs_data::read(&source, &wanted, &mut report);
    let mut grid = Grid::default();
    let mut origin = Origin::default();
    let mut header_line = 0;
    if let Some(header) = sheet.header() {
        header_line = header.line();
        origin.rows.push(header_line);
        grid.rows.push(header.cells().map(|cell| cell.text.to_owned()).collect());
        if header.line() > 1 && dialect.headers.is_none() {
            grid.said.change_whole(format!("the header is on line {}; what is above it is left out", header.line()));
        }
    }
    for record in sheet.records() {
        origin.rows.push(record.line());
        grid.rows.push(record.cells().map(|cell| cell.text.to_owned()).collect());
    }
    grid.origin = origin;
    for finding in report.into_findings() {
        // What was above the header is left out, and the encoding is another one now: both are said.
        let is_done = match finding.rule {
            Rule::HeaderElsewhere | Rule::HeadingRow => finding.place.is_none_or(|place| place.line < header_line),
            Rule::WrongEncoding => encoding(bytes).is_some(),
            _ => false,
        };
        if is_done {
            continue;
        }
        let place = finding.place.map_or_else(
            || "the file".to_owned(),
            |place| {
                let cell = place.cell.map(|cell| format!(" (cell {cell})")).unwrap_or_default();
                format!("line {}{cell}", place.line)
            },
        );
        grid.said.lose(place, finding.message);
    }
    if let Some(encoding) = encoding(bytes) {
        grid.said.change_whole(format!("{encoding} is written as UTF-8 without a byte order mark"));
    }
    grid
}

fn encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        [0xef, 0xbb, 0xbf, ..] => Some("UTF-8 with a byte order mark"),
        _ => None,
    }
}
