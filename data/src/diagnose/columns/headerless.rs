//! A file without a header line, whose first row was taken for one; and the reverse, a header line in a file that
//! is said to have none.

use super::guess;
use crate::code::CodeType;
use crate::number;
use crate::order;
use crate::refusal::HeaderFault;
use crate::role::{Role, fold};
use crate::schema::Headers;
use crate::sheet::{Record, Sheet};
use crate::text;
use crate::wanted::Told;

/// Whether the header over the codes is a code itself.
pub(super) fn is_code(header: &str, sheet: &Sheet, column: usize, code: CodeType) -> bool {
    match code {
        CodeType::Int(_) => number::plain_integer(header).is_some(),
        CodeType::Text => is_text_code(header, sheet, column),
    }
}

/// The header that is a code, of a file without a column for the code.
pub(super) fn code_column(headers: &Headers<'_>, sheet: &Sheet, code: CodeType) -> Option<usize> {
    // A row's text may sound so as well, and has no codes below it.
    for (column, text) in headers.free() {
        if guess::sounds_like_code(text) && guess::are_codes(sheet.records(), column, code) {
            return None;
        }
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
    if !text::has_digit(header) || text::has(header, char::is_whitespace) {
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

/// What the columns of a file without a header line probably are, in the order in which a table has them.
pub(super) struct Columns {
    code: usize,
    /// Name, phrase and definition, as far as there are columns for them.
    texts: Vec<(Role, usize)>,
}

impl Columns {
    /// Of the columns whose cells can name the rows, the shorter ones do.
    pub(super) fn guess(headers: &Headers<'_>, sheet: &Sheet, code: usize) -> Self {
        let columns = (0..headers.count()).filter(|column| *column != code);
        let lengths = columns.filter_map(|column| Some((guess::phrase_length(rows(sheet), column)?, column)));
        let mut lengths: Vec<_> = lengths.collect();
        order::sort(&mut lengths, Ord::cmp);
        let mut columns: Vec<usize> = lengths.into_iter().map(|(_, column)| column).collect();
        let name = columns.iter().position(|&column| {
            let has_phrase = columns.iter().any(|&other| other != column && are_phrases(sheet, other));
            are_identifiers(sheet, column, has_phrase)
        });
        let name = name.filter(|_| columns.len() > 1).map(|place| (Role::Name, columns.remove(place)));
        let texts = [Role::Reason, Role::Definition].into_iter().zip(columns);
        Self { code, texts: name.into_iter().chain(texts).collect() }
    }

    pub(super) fn roles(&self) -> impl Iterator<Item = (Role, usize)> {
        self.texts.iter().copied().chain([(Role::Code, self.code)])
    }

    /// That the first row was taken for a header.
    pub(super) fn fault(&self, sheet: &Sheet, told: Told) -> HeaderFault {
        let (line, text) = sheet.header().map_or((1, ""), |header| (header.line(), header.text(self.code)));
        let last = self.roles().map(|(_, column)| column).max().unwrap_or_default();
        let mut headers = Vec::new();
        for column in 0..=last {
            headers.push(self.roles().find(|(_, of)| *of == column).map_or("", |(role, _)| role.as_str()));
        }
        HeaderFault::NoHeaderLine { line, text: text.to_owned(), headers, is_open: self.texts.is_empty(), told }
    }
}

/// Whether a column has names as code writes them: `E_OPEN`, `doorHeld`; `Door` only beside a column of phrases.
fn are_identifiers(sheet: &Sheet, column: usize, has_phrases: bool) -> bool {
    let is_word = |text: &str| {
        text::begins(text, |c| c.is_ascii_alphabetic())
            && text::all(text, |byte| byte.is_ascii_alphanumeric() || byte == '_')
    };
    let is_of_code = |text: &str| {
        let is_capital = |c: char| c.is_ascii_uppercase();
        text.contains('_') || text.get(1..).is_some_and(|rest| rest.contains(is_capital))
    };
    rows(sheet).all(|row| is_word(row.text(column)))
        && (has_phrases || rows(sheet).all(|row| is_of_code(row.text(column))))
}

/// Whether most cells of a column have several words.
fn are_phrases(sheet: &Sheet, column: usize) -> bool {
    let several = rows(sheet).filter(|row| row.text(column).contains(' ')).count();
    several * 2 > rows(sheet).count()
}

/// Whether the first row of a file that is said to have no header line is one.
pub(super) fn is_header_line(sheet: &Sheet, code: usize) -> bool {
    let (Some(header), Some(first)) = (sheet.header(), sheet.records().next()) else { return false };
    let (given, text) = (fold(header.text(code)), first.text(code));
    let folded = fold(text);
    !text::has_digit(text) && (folded == given || Role::Code.is_meant_by(&folded) || guess::sounds_like_code(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_headers_are_told_apart_by_their_letters_and_digits() {
        let cases: [(&str, &[&str], bool); 15] = [
            ("P0100", &["P0101", "P0102"], true),
            ("E1", &["E2", "E10"], true),
            ("P0100", &["B0101", "C0102"], true),
            ("A-1", &["AB1"], false),
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
