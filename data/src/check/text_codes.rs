//! What a spreadsheet does to a column of text codes, and only the whole column shows: lost zeros, and codes that
//! became dates.

use crate::number::is_date;
use crate::report::Report;
use crate::sheet::Cell;

/// Looks at the codes of all rows.
pub(super) fn check(cells: &[Cell<'_>], report: &mut Report) {
    lost_zeros(cells, report);
    dates(cells, report);
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Where the codes are of one width and some begin with a zero, a shorter one of digits alone has lost its own.
///
/// The shorter ones are left out to see that width. `0, 10, 11` and `0, 100, 200` have none that begins with a zero,
/// and pass.
fn lost_zeros(cells: &[Cell<'_>], report: &mut Report) {
    let Some(longest) = cells.iter().map(|cell| cell.text.len()).max() else { return };
    let is_shorter = |cell: &&Cell<'_>| cell.text.len() < longest && is_digits(cell.text);
    if !cells.iter().any(|cell| is_shorter(&cell)) {
        return;
    }
    let mut rest = cells.iter().filter(|cell| !is_shorter(cell)).peekable();
    let mut has_zero = false;
    if rest.peek().is_none()
        || !rest.all(|cell| {
            has_zero |= cell.text.starts_with('0');
            cell.text.len() == longest
        })
        || !has_zero
    {
        return;
    }
    for cell in cells.iter().filter(is_shorter) {
        let message = format!(
            "the code {:?} is shorter than the others, which have {longest} characters: a spreadsheet dropped its \
             leading zeros; format the column as text and write \"{:0>longest$}\"",
            cell.text, cell.text
        );
        report.at(cell.file, cell.place, message);
    }
}

/// A date among codes that are not dates. Where most look like dates, the codes are dates.
fn dates(cells: &[Cell<'_>], report: &mut Report) {
    let dates: Vec<&Cell<'_>> = cells.iter().filter(|cell| is_date(cell.text)).collect();
    if dates.is_empty() || dates.len() * 2 > cells.len() {
        return;
    }
    for cell in dates {
        let message = format!(
            "the code {:?} looks like a date, which a spreadsheet made of it; format the column as text and type it again",
            cell.text
        );
        report.at(cell.file, cell.place, message);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{table, wanted};

    fn findings(codes: &[&str]) -> usize {
        let rows: String = codes.iter().enumerate().map(|(index, code)| format!("{code},R{index}\n")).collect();
        let (_, said) = table(format!("code,name\n{rows}"), &wanted("str"));
        said.len()
    }

    #[test]
    fn zeros_that_a_spreadsheet_dropped() {
        let cases: [(&[&str], usize); 12] = [
            (&["0", "1000", "8003", "0100C", "42P01"], 3),
            (&["00000", "8006", "42P01"], 1),
            (&["01", "2", "03"], 1),
            (&["0", "10", "11"], 0),
            (&["0", "100", "200"], 0),
            (&["1", "2", "10"], 0),
            (&["00000", "42P01"], 0),
            (&["E1", "E10", "7"], 0),
            (&["01", "A", "2"], 0),
            (&["7"], 0),
            (&["01.Jan", "3-5", "4-6", "5-7"], 1),
            (&["1-JAN", "2-FEB", "3-MAR"], 0),
        ];
        for (codes, count) in cases {
            assert_eq!(findings(codes), count, "{codes:?}");
        }
    }

    #[test]
    fn the_cure_is_the_code_itself() {
        let (_, said) = table("code,name\n00000,A\n8006,B\n42P01,C\n", &wanted("str"));
        assert_eq!(
            said,
            ["t.csv:3:1 (cell A3): the code \"8006\" is shorter than the others, which have 5 characters: a \
                 spreadsheet dropped its leading zeros; format the column as text and write \"08006\""]
        );
    }
}
