//! Rows within a cell: a quote that opens by mistake, such as that of inches or a ditto mark, runs to the next one,
//! some rows below, and what is between them is lost without a word.

use super::dialect::Syntax;
use super::scan::{Scanned, Start};
use crate::report::{CellName, Place, Report};

/// Reports the records whose every line looks like a row: as many cells as the record has, and a code of the same kind
/// first. What people write on several lines has spaces after its commas, and not as many of them.
pub(super) fn check(text: &str, syntax: Syntax, start: Start, scanned: &mut Scanned, file: &str, report: &mut Report) {
    let is_candidate = |line: u32, end: u32, count: usize| line != end && count > 1;
    if !scanned.records.iter().any(|record| is_candidate(record.line, record.end.0, record.count)) {
        return;
    }
    // A carriage return alone is a line for the scan.
    let ends = text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    let mut lines = (start.line..).zip(ends);
    for record in &mut scanned.records {
        if record.damaged || !is_candidate(record.line, record.end.0, record.count) {
            continue;
        }
        let mut own = lines.by_ref().skip_while(|(line, _)| *line < record.line);
        let Some((_, first)) = own.next() else { return };
        let below = usize::try_from(record.end.0 - record.line).unwrap_or(usize::MAX);
        let mut are_rows = has_cells(first, record.count, syntax.delimiter);
        for (_, line) in own.take(below) {
            are_rows = are_rows
                && has_cells(line, record.count, syntax.delimiter)
                && are_codes_alike(beginning(first, syntax), beginning(line, syntax));
        }
        let fields = scanned.starts.get(record.first..record.first + record.count).unwrap_or_default();
        let opening = fields.iter().enumerate().rfind(|(_, (line, _))| *line == record.line);
        if let Some((column, &(line, character))) = opening.filter(|_| are_rows) {
            let cell = CellName { row: record.row, column: u32::try_from(column).unwrap_or(u32::MAX) };
            let message = format!(
                "the quote that opens here closes on line {}, which looks like a row of its own; close it at the end of \
                 this cell, or take it out",
                record.end.0
            );
            report.at(file, Place { line, column: character, cell: Some(cell) }, message);
            record.damaged = true;
        }
    }
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
    one != other
        && rest(one) == rest(other)
        && [one, other].iter().all(|text| text.contains(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
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
                     own; close it at the end of this cell, or take it out"
                )
            });
            assert_eq!(findings, Vec::from_iter(said), "{text}");
            assert_eq!(rows(&found), remain, "{text}");
        }
    }
}
