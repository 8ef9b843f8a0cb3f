//! Rows within a cell: a quote that opens by mistake, such as that of inches or a ditto mark, runs to the next one,
//! some rows below, and what is between them is lost without a word.

use crate::finding::Subject;
use crate::read::{Syntax, Way};
use crate::refusal::{Fault, FileFault, WhyBeyond};
use crate::report::Report;
use crate::rule::Rule;
use crate::sheet::{RecordStart, Sheet};
use crate::text;
use crate::trust::Trust;
use crate::wanted::Wanted;

/// Reports the records whose every line looks like a row: as many cells as the record has, and a code of the same kind
/// first. What people write on several lines has spaces after its commas, and not as many of them.
pub(crate) fn find_swallowed(text: &str, way: Way, sheet: &mut Sheet, wanted: &Wanted, report: &mut Report) {
    let is_candidate = |record: &RecordStart| record.line != record.end.0 && record.count > 1;
    let is_any = sheet.records.iter().chain(&sheet.header).any(is_candidate);
    if !is_any || wanted.allows(Rule::SwallowedRows) {
        return;
    }
    // A carriage return alone ends a line too.
    let body = text.get(way.skipped..).unwrap_or_default();
    let ends = body.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    let mut lines = (way.start.line..).zip(ends);
    let mut records = std::mem::take(&mut sheet.records);
    let mut header = sheet.header;
    for record in header.iter_mut().chain(&mut records) {
        if record.trust == Trust::Guessed || !is_candidate(record) {
            continue;
        }
        let mut own = lines.by_ref().skip_while(|(line, _)| *line < record.line);
        let Some((_, first)) = own.next() else { break };
        let below = usize::try_from(record.end.0 - record.line).unwrap_or(usize::MAX);
        let mut are_rows = has_cells(first, record.count, way.syntax.delimiter);
        for (_, line) in own.take(below) {
            are_rows = are_rows
                && has_cells(line, record.count, way.syntax.delimiter)
                && are_codes_alike(beginning(first, way.syntax), beginning(line, way.syntax));
        }
        let opening = sheet.fields_of(record).iter().enumerate().rfind(|(_, field)| field.line == record.line);
        if let Some((column, field)) = opening.filter(|_| are_rows) {
            let fault = Fault::File(FileFault::Swallowed { end: record.end.0 });
            report.refuse(&sheet.file, Some(record.place(column, field)), Subject::Table, fault);
            record.trust = Trust::Guessed;
        }
    }
    (sheet.records, sheet.header) = (records, header);
}

/// Why a row has more cells than the header, as far as its texts tell.
pub(crate) fn why_beyond(sheet: &Sheet, record: &RecordStart, width: usize, wanted: &Wanted) -> Option<WhyBeyond> {
    const OPENING: [char; 6] = ['\u{201c}', '\u{201e}', '\u{201d}', '\u{ab}', '\u{bb}', '\u{201a}'];
    const CLOSING: [char; 6] = ['\u{201d}', '\u{201c}', '\u{ab}', '\u{bb}', '\u{2018}', '\u{2019}'];
    let texts = || sheet.fields_of(record).iter().map(|field| sheet.text_of(field));
    let mut opened = None;
    for text in texts() {
        match opened {
            Some(quote) if text.ends_with(CLOSING) => return Some(WhyBeyond::CurlyQuote(quote)),
            Some(_) => {}
            None if text.ends_with(CLOSING) => {}
            None => opened = text.chars().next().filter(|first| OPENING.contains(first)),
        }
    }
    if texts().any(|text| text.ends_with('\\')) {
        return Some(WhyBeyond::Backslash);
    }
    // A row of its own begins with a code like the one before it.
    let expected = super::search::Expected::of(wanted);
    let code = sheet.header().and_then(|header| expected.code_column(header))?;
    let own = texts().nth(code)?;
    let next = texts().nth(width + code)?;
    let is_row = record.count > width + code + 1 && are_codes_alike(own, next);
    is_row.then(|| WhyBeyond::MissingBreak(next.to_owned()))
}

/// Whether a line has that many cells, none of which begins with a space.
fn has_cells(line: &str, count: usize, delimiter: u8) -> bool {
    let cells = line.split(char::from(delimiter));
    cells.clone().count() == count && cells.skip(1).all(|cell| !cell.starts_with(' '))
}

fn beginning(line: &str, syntax: Syntax) -> &str {
    line.split(char::from(syntax.delimiter)).next().unwrap_or_default()
}

/// Two codes that differ in digits alone.
fn are_codes_alike(one: &str, other: &str) -> bool {
    let rest = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "");
    one != other && rest(one) == rest(other) && [one, other].iter().all(|text| text::has_digit(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{rows, table, wanted};

    #[test]
    fn rows_that_a_quote_took_in() {
        let cases = [
            ("u8", "code,reason,tips\n1,A,x\n2,B,\"\n3,C,\"\n4,D,x\n", Some((3, "5 (cell C3)", 4)), vec!["1 A", "4 D"]),
            ("u8", "code,reason,tips\n2,\"Door,z\n3,Disk 5\",x\n4,D,x\n", Some((2, "3 (cell B2)", 3)), vec!["4 D"]),
            ("u8", "code;reason;tips\r\n2;B;\"\r\n3;C;x\r\n4;D;\"\r\n", Some((2, "5 (cell C2)", 4)), vec![]),
            ("str", "code,reason\nE1,\"Door\nE2,Disk 5\"\nE4,D\n", Some((2, "4 (cell B2)", 3)), vec!["E4 D"]),
            ("str", "\n\"a\nb\",code,reason\n1,E1,\"Door\n2,E2,Disk 5\"\n", Some((4, "6 (cell C3)", 5)), vec![]),
            // What people write.
            (
                "u8",
                "code,reason,tips\n1,A,\"a\rb\"\n2,B,\n3,C,\"a\r\nb\"\n4,D,x\n",
                None,
                vec!["1 A", "2 B", "3 C", "4 D"],
            ),
            ("u8", "code,reason,tips\n1,A,\"Check\n2, 3, 4\"\n", None, vec!["1 A"]),
            ("u8", "code,reason,tips\n1,A,\"1. Check, then\n2. Call, please\"\n", None, vec!["1 A"]),
            ("u8", "code,reason,tips\n1,A,\"x\n1,A,y\"\n", None, vec!["1 A"]),
            ("str", "code,reason,tips\nE1,A,\"a,b\nE2,b\"\n", None, vec!["E1 A"]),
            ("str", "code,reason\nE1,\"Door\nopen,shut\"\n", None, vec!["E1 DoorOpenShut"]),
        ];
        for (code, text, said, remain) in cases {
            let (found, findings) = table(text, &wanted(code));
            let said = said.map(|(line, place, end)| {
                format!(
                    "t.csv:{line}:{place}: the quote that opens here closes on line {end}, which looks like a row of its \
                     own; close it at the end of this cell, or take it out [swallowed_rows]"
                )
            });
            assert_eq!(findings, Vec::from_iter(said), "{text}");
            assert_eq!(rows(&found), remain, "{text}");
        }
    }

    #[test]
    fn rows_that_are_an_example_are_read() {
        let text = "code,reason,tips\n1,A,x\n2,B,\"\n3,C,\"\n4,D,x\n";
        let allowing = Wanted { allow: vec![Rule::SwallowedRows], ..wanted("u8") };
        let (found, findings) = table(text, &allowing);
        assert_eq!(findings, [""; 0]);
        assert_eq!(rows(&found), ["1 A", "2 B", "4 D"]);
    }
}
