//! A part of a table: `only = "4xx, 200, 300-304"`.

use crate::model::{Category, Code, Table, Value};
use crate::name::quote;
use crate::report::{Report, Subject};
use crate::value;

/// What one entry of a selection asks for.
enum Entry {
    /// `404`, `-2`, `23505`.
    Exact(Code),
    /// `300-304`, both ends included.
    Range(i128, i128),
}

impl Entry {
    fn parse(text: &str, is_integer: bool) -> Option<Self> {
        if !is_integer {
            return Some(Self::Exact(Code::Text(text.to_owned())));
        }
        if let Some(code) = number(text) {
            return Some(Self::Exact(Code::Int(code)));
        }
        let digits = text.trim_end_matches(['x', 'X']);
        let wild = u32::try_from(text.len() - digits.len()).ok()?;
        if (1..=18).contains(&wild) && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
            let span = 10_i128.checked_pow(wild)?;
            let first = digits.parse::<i128>().ok()?.checked_mul(span)?;
            return Some(Self::Range(first, first + (span - 1)));
        }
        // The dash behind the first character: a leading one is a sign.
        let dash = text.get(1..)?.find('-')? + 1;
        let (first, last) = (text.get(..dash)?, text.get(dash + 1..)?);
        Some(Self::Range(number(first.trim())?, number(last.trim())?))
    }

    fn selects(&self, code: &Code) -> bool {
        match (self, code) {
            (Self::Exact(wanted), code) => wanted == code,
            (Self::Range(first, last), Code::Int(code)) => first <= code && code <= last,
            (Self::Range(..), Code::Text(_)) => false,
        }
    }
}

/// A number as the table's cells may have it, and with leading zeros, which do no harm here.
fn number(text: &str) -> Option<i128> {
    value::plain_integer(text).or_else(|| text.parse().ok())
}

/// Keeps the rows that an entry of `only` selects; an entry that selects none is a finding.
pub fn select(mut table: Table, only: &str, report: &mut Report) -> Table {
    let is_integer = !matches!(table.code, crate::CodeType::Text);
    // Rows that are wrong are missing here: that an entry selects none of them is no news.
    let is_whole = report.is_empty();
    let mut keep = vec![false; table.rows.len()];
    for text in only.split(',').map(str::trim) {
        if text.is_empty() {
            let message = match only.trim() {
                "" => "`only` is empty and selects nothing; write codes, or take it out",
                _ => "`only` has a comma with nothing beside it; take the comma out",
            };
            report.file(&table.file, Subject::Only, message);
            continue;
        }
        let Some(entry) = Entry::parse(text, is_integer) else {
            let message = format!(
                "{} in `only` is no selection; write codes (200), classes (4xx) or ranges (300-304), with commas between",
                quote(text)
            );
            report.file(&table.file, Subject::Only, message);
            continue;
        };
        if let Entry::Range(first, last) = entry {
            if first > last {
                let message = format!("{} in `only` runs backwards; write {last}-{first}", quote(text));
                report.file(&table.file, Subject::Only, message);
                continue;
            }
        }
        let mut found = false;
        for (kept, row) in keep.iter_mut().zip(&table.rows) {
            if entry.selects(&row.code) {
                *kept = true;
                found = true;
            }
        }
        if !found && is_whole {
            let hint = if is_integer { "" } else { "; text codes are selected letter by letter" };
            let message = format!("{} in `only` selects no row of the table{hint}", quote(text));
            report.file(&table.file, Subject::Only, message);
        }
    }
    let mut kept = keep.into_iter();
    table.rows.retain(|_| kept.next().unwrap_or(false));
    drop_unused(&mut table);
    table
}

/// Categories of rows that are gone go too.
fn drop_unused(table: &mut Table) {
    let rows = &mut table.rows;
    let classes = renumber(&mut table.classes, rows.iter().filter_map(|row| row.class));
    for row in rows.iter_mut() {
        row.class = row.class.and_then(|class| classes.get(class).copied());
    }
    for (index, column) in table.columns.iter_mut().enumerate() {
        let used = rows.iter().filter_map(|row| match row.values.get(index) {
            Some(Value::Category(category)) => Some(*category),
            _ => None,
        });
        let categories = renumber(&mut column.categories, used);
        for row in rows.iter_mut() {
            if let Some(Value::Category(category)) = row.values.get_mut(index) {
                *category = categories.get(*category).copied().unwrap_or_default();
            }
        }
    }
}

/// Keeps the categories in use, counts them anew, and gives the new index of each old one.
fn renumber(categories: &mut Vec<Category>, used: impl Iterator<Item = usize>) -> Vec<usize> {
    for category in categories.iter_mut() {
        category.rows = 0;
    }
    for index in used {
        if let Some(category) = categories.get_mut(index) {
            category.rows += 1;
        }
    }
    let mut next = 0;
    let renumbered = categories
        .iter()
        .map(|category| {
            let index = next;
            next += usize::from(category.rows > 0);
            index
        })
        .collect();
    categories.retain(|category| category.rows > 0);
    renumbered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{rows, sentences, table, wanted};

    const FAULTS: &str = "code,reason,Sev,Class\n-2,Open,low,Door\n-1,Shut,high,Door\n7,Lost,low,Key\n40,A,mid,X\n49,B,low,Key\n\
                          404,C,high,Z\n410,D,low,Key";

    /// The rows that remain and what is said, of integer codes.
    fn select_of(only: &str) -> (String, Vec<String>) {
        let (faults, findings) = table(FAULTS, &wanted("i32").column("sev: enum"));
        assert_eq!(findings, [""; 0]);
        let mut report = Report::new();
        let part = select(faults, only, &mut report);
        (rows(&part).join(", "), sentences(report))
    }

    #[test]
    fn codes_classes_and_ranges_select_rows_in_the_order_of_the_table() {
        let cases = [
            ("404", "404 C"),
            ("410, 404,404", "404 C, 410 D"),
            ("4xx", "404 C, 410 D"),
            ("4X", "40 A, 49 B"),
            ("40x", "404 C"),
            ("404 - 410", "404 C, 410 D"),
            ("8-49", "40 A, 49 B"),
            ("-1", "-1 Shut"),
            ("-2--1", "-2 Open, -1 Shut"),
            ("-1-7", "-1 Shut, 7 Lost"),
            ("0x194", "404 C"),
            ("0x7-0x28,-0x1", "-1 Shut, 7 Lost, 40 A"),
            ("007", "7 Lost"),
            ("0x", "7 Lost"),
        ];
        for (only, remain) in cases {
            assert_eq!(select_of(only), (remain.to_owned(), vec![]), "{only}");
        }
    }

    #[test]
    fn what_selects_nothing_is_a_finding() {
        let none = |entry: &str| format!("t.csv: {entry:?} in `only` selects no row of the table");
        let junk = |entry: &str| {
            format!(
                "t.csv: {entry:?} in `only` is no selection; write codes (200), classes (4xx) or ranges (300-304), with \
                 commas between"
            )
        };
        let cases = [
            ("", "", "t.csv: `only` is empty and selects nothing; write codes, or take it out".to_owned()),
            ("404,", "404 C", "t.csv: `only` has a comma with nothing beside it; take the comma out".to_owned()),
            ("404, 405", "404 C", none("405")),
            ("5xx", "", none("5xx")),
            ("300-304", "", none("300-304")),
            ("410-404", "", "t.csv: \"410-404\" in `only` runs backwards; write 404-410".to_owned()),
            ("4xx; 5xx", "", junk("4xx; 5xx")),
            ("xxx", "", junk("xxx")),
            ("x4", "", junk("x4")),
            ("-", "", junk("-")),
            ("4-", "", junk("4-")),
            ("\u{ff14}xx", "", junk("\u{ff14}xx")),
            ("4xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "", junk("4xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")),
            ("170141183460469231731687303715884105728", "", junk("170141183460469231731687303715884105728")),
        ];
        for (only, remain, said) in cases {
            assert_eq!(select_of(only), (remain.to_owned(), vec![said]), "{only}");
        }
    }

    #[test]
    fn text_codes_are_selected_letter_by_letter() {
        let states = "code,reason\n00000,A\n4xx,B\n1-3,C\n23505,D";
        for (only, remain, said) in [
            ("23505, 4xx", "4xx B, 23505 D", vec![]),
            ("1-3", "1-3 C", vec![]),
            (
                "0",
                "",
                vec!["t.csv: \"0\" in `only` selects no row of the table; text codes are selected letter by letter"],
            ),
        ] {
            let mut report = Report::new();
            let part = select(table(states, &wanted("str")).0, only, &mut report);
            assert_eq!(
                (rows(&part).join(", "), sentences(report)),
                (remain.to_owned(), said.iter().map(ToString::to_string).collect())
            );
        }
    }

    #[test]
    fn categories_without_rows_go_too() {
        let (faults, _) = table(FAULTS, &wanted("i32").column("sev: enum"));
        let part = select(faults, "-1, 7, 49", &mut Report::new());
        let names = |categories: &[Category]| {
            categories.iter().map(|category| format!("{} {}", category.name, category.rows)).collect::<Vec<_>>()
        };
        assert_eq!(names(&part.classes), ["Door 1", "Key 2"]);
        assert_eq!(names(&part.columns[0].categories), ["Low 2", "High 1"]);
        let indexes: Vec<_> = part.rows.iter().map(|row| (row.class, row.values[0].clone())).collect();
        assert_eq!(
            indexes,
            [(Some(0), Value::Category(1)), (Some(1), Value::Category(0)), (Some(1), Value::Category(0))]
        );
    }

    #[test]
    fn a_row_that_is_wrong_is_not_missed_as_well() {
        let mut report = Report::new();
        let (faults, findings) = table("code,reason\n1,A\n2,", &wanted("u8"));
        assert_eq!(findings.len(), 1);
        report.file("t.csv", Subject::Table, "the reason phrase is empty");
        let part = select(faults, "2", &mut report);
        assert_eq!((part.rows.len(), report.len()), (0, 1));
    }
}
