//! A file without a header line, whose first row was taken for one; and the reverse, a header line in a file that
//! is said to have none.

use super::guess;
use super::headers::Headers;
use crate::code::CodeType;
use crate::name::quote;
use crate::number;
use crate::role::{Role, fold};
use crate::sheet::{Record, Sheet};

/// Whether the header over the codes is a code itself.
pub(super) fn is_code(header: &str, sheet: &Sheet, column: usize, code: CodeType) -> bool {
    match code {
        CodeType::Int(_) => number::plain_integer(header).is_some(),
        CodeType::Text => is_text_code(header, sheet, column),
    }
}

/// The header that is a code, of a file without a column for the code.
pub(super) fn code_column(headers: &Headers<'_>, sheet: &Sheet, code: CodeType) -> Option<usize> {
    if headers.free().any(|(_, text)| guess::sounds_like_code(text)) {
        return None;
    }
    let is_column = |(column, text): &(usize, &str)| {
        is_code(text, sheet, *column, code) && guess::are_codes(rows(sheet), *column, code)
    };
    headers.free().find(is_column).map(|(column, _)| column)
}

/// All rows of a file without a header line.
fn rows(sheet: &Sheet) -> impl Iterator<Item = Record<'_>> {
    sheet.header().into_iter().chain(sheet.records())
}

/// A text with a digit that is built as all codes below it are: `P0100` over `P0101`, and `00000` over `0100C` where
/// others are digits alone. `Code1` over `AB123` is not.
fn is_text_code(header: &str, sheet: &Sheet, column: usize) -> bool {
    if !header.contains(|c: char| c.is_ascii_digit()) || header.contains(char::is_whitespace) {
        return false;
    }
    let cells = || sheet.records().map(|record| record.text(column));
    if cells().next().is_none() {
        return false;
    }
    let (runs, letters) = (mask(header, true), mask(header, false));
    cells().all(|text| mask(text, true) == runs)
        || (cells().all(|text| text.len() == header.len()) && cells().any(|text| mask(text, false) == letters))
}

/// Letters and digits of a text by their kinds; of digits in a row, one, if only the runs count.
fn mask(text: &str, are_runs: bool) -> String {
    let mut mask = String::with_capacity(text.len());
    for c in text.chars() {
        let kind = match c {
            '0'..='9' => '0',
            _ if c.is_lowercase() => 'a',
            _ if c.is_alphabetic() => 'A',
            other => other,
        };
        if !(are_runs && kind == '0' && mask.ends_with('0')) {
            mask.push(kind);
        }
    }
    mask
}

/// What to say about a first row that was taken for a header.
pub(super) fn finding(headers: &Headers<'_>, sheet: &Sheet, code: usize) -> String {
    let (line, text) = sheet.header().map_or((1, ""), |header| (header.line(), header.text(code)));
    format!(
        "line {line} looks like a row ({} is a code): the file has no header; say what its columns are, from the left: {}",
        quote(text),
        suggestion(headers, sheet, code)
    )
}

/// `headers("code", "", "reason")`, as far as the columns can be guessed.
fn suggestion(headers: &Headers<'_>, sheet: &Sheet, code: usize) -> String {
    let columns = (0..headers.count()).filter(|column| *column != code);
    let lengths = columns.filter_map(|column| Some((guess::phrase_length(rows(sheet), column)?, column)));
    let phrase = lengths.min().map(|(_, column)| column);
    let mut named = Vec::new();
    for column in 0..=code.max(phrase.unwrap_or_default()) {
        named.push(match column {
            column if column == code => "\"code\"",
            column if Some(column) == phrase => "\"reason\"",
            _ => "\"\"",
        });
    }
    if phrase.is_none() {
        named.push("\u{2026}");
    }
    format!("headers({})", named.join(", "))
}

/// Whether the first row of a file that is said to have no header line is one.
pub(super) fn is_header_line(sheet: &Sheet, code: usize) -> bool {
    let (Some(header), Some(first)) = (sheet.header(), sheet.records().next()) else { return false };
    let (given, text) = (fold(header.text(code)), first.text(code));
    let folded = fold(text);
    !text.contains(|c: char| c.is_ascii_digit())
        && (folded == given || Role::Code.is_meant_by(&folded) || guess::sounds_like_code(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_headers_are_told_apart_by_their_letters_and_digits() {
        let cases: [(&str, &[&str], bool); 13] = [
            ("P0100", &["P0101", "P0102"], true),
            ("E1", &["E2", "E10"], true),
            ("CE-30001-4", &["CE-30002-5"], true),
            ("00000", &["01000", "0100C", "42P01"], true),
            ("00000", &["0100C", "42P01"], false),
            ("Code1", &["AB123", "AB124"], false),
            ("code 1", &["abcd 2"], false),
            ("Code", &["P0101"], false),
            ("OK", &["FAIL"], false),
            ("ISO3166", &["DE", "FR"], false),
            ("Rev2", &["A1", "B2"], false),
            ("e1", &["E2"], false),
            ("", &["", ""], false),
        ];
        for (header, codes, is_code) in cases {
            let text = format!("\"{header}\",name\n{},A\n", codes.join(",A\n"));
            let sheet = crate::testing::sheet("t.csv", text, &mut crate::Report::new());
            assert_eq!(is_text_code(header, &sheet, 0), is_code, "{header} over {codes:?}");
        }
    }
}
