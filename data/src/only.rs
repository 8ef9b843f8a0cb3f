//! A part of a table: `only = "4xx, 200, 300-304"` and `skip("Reserved")`. Before rows are checked, so that
//! those that are not kept have no findings.

use crate::code::{Code, CodeType};
use crate::name::quote;
use crate::number;
use crate::report::{Report, Subject};
use crate::role::Role;
use crate::schema::{Bound, BoundRow};
use crate::wanted::{Pick, Wanted};

/// What one entry of a selection asks for.
enum Entry {
    /// `404`, `-2`, `23505`.
    Exact(Code),
    /// `300-304`, both ends included.
    Range(i128, i128),
    /// `08*`, of text codes.
    Prefix(String),
}

impl Entry {
    fn parse(text: &str, is_integer: bool) -> Option<Self> {
        if !is_integer {
            return Some(match text.strip_suffix('*').filter(|prefix| !prefix.is_empty()) {
                Some(prefix) => Self::Prefix(prefix.to_owned()),
                None => Self::Exact(Code::Text(text.to_owned())),
            });
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
        // The dash after the first character: a leading one is a sign.
        let dash = text.get(1..)?.find('-')? + 1;
        let (first, last) = (text.get(..dash)?, text.get(dash + 1..)?);
        Some(Self::Range(number(first.trim())?, number(last.trim())?))
    }

    fn selects(&self, code: &Code) -> bool {
        match (self, code) {
            (Self::Exact(wanted), code) => wanted == code,
            (Self::Range(first, last), Code::Int(code)) => first <= code && code <= last,
            (Self::Prefix(prefix), Code::Text(code)) => code.starts_with(prefix),
            (Self::Range(..), Code::Text(_)) | (Self::Prefix(_), Code::Int(_)) => false,
        }
    }

    /// Whether it selects any code of a range.
    fn meets(&self, (from, to): (i128, i128)) -> bool {
        match self {
            Self::Exact(Code::Int(code)) => (from..=to).contains(code),
            Self::Range(first, last) => *first <= to && from <= *last,
            Self::Exact(Code::Text(_)) | Self::Prefix(_) => false,
        }
    }
}

/// A number as the table's cells may have it, and with leading zeros, which do no harm here.
fn number(text: &str) -> Option<i128> {
    number::plain_integer(text).or_else(|| text.parse().ok())
}

/// Leaves out the rows that `skip` names and those that no entry of `only` selects. What names or selects nothing is a
/// finding.
pub(crate) fn select(bound: &mut Bound<'_>, wanted: &Wanted, is_whole: bool, report: &mut Report) {
    skip(bound, wanted, report);
    let mut only: Vec<&str> = Vec::new();
    for pick in &wanted.only {
        if let Pick::Text(codes) = pick {
            only.push(codes);
        }
    }
    if !only.is_empty() {
        keep(bound, wanted, &only.join(","), is_whole, report);
    }
}

/// A row whose code cannot be read stays, and is reported, unless it is a range that `only` leaves out altogether.
fn keep(bound: &mut Bound<'_>, wanted: &Wanted, only: &str, is_whole: bool, report: &mut Report) {
    let is_integer = !matches!(wanted.code, CodeType::Text);
    let entries = entries(bound.file(), only, is_integer, report);
    let codes: Vec<Option<Code>> = bound.rows.iter().map(|row| code_of(bound, row, wanted)).collect();
    let is_elsewhere = |row: &BoundRow<'_>| {
        let range = number::range_of(bound.text(row, Role::Code)).filter(|_| is_integer);
        range.is_some_and(|range| !entries.iter().any(|entry| entry.selects.meets(range)))
    };
    let unread = codes.iter().zip(&bound.rows).map(|(code, row)| code.is_none() && !is_elsewhere(row));
    let mut kept: Vec<bool> = unread.collect();
    // A row that cannot be read may be the one that an entry means.
    let is_whole = is_whole && !kept.contains(&true);
    for entry in &entries {
        let mut found = false;
        for (kept, code) in kept.iter_mut().zip(&codes) {
            if code.as_ref().is_some_and(|code| entry.selects.selects(code)) {
                *kept = true;
                found = true;
            }
        }
        if !found && is_whole {
            let hint =
                if is_integer { "" } else { "; text codes are compared exactly, and 08* is all that begin with 08" };
            let message = format!("{} in `only` selects no row of the table{hint}", quote(entry.text));
            report.file(bound.file(), Subject::Only, message);
        }
    }
    let mut kept = kept.into_iter();
    bound.rows.retain(|_| kept.next().unwrap_or(true));
}

/// Leaves out the rows whose name or phrase is one of those, in any ASCII case and with or without parentheses.
fn skip(bound: &mut Bound<'_>, wanted: &Wanted, report: &mut Report) {
    let mut texts: Vec<&str> = Vec::new();
    for pick in &wanted.skip {
        if let Pick::Text(text) = pick {
            texts.push(text);
        }
    }
    if texts.is_empty() {
        return;
    }
    let skipped: Vec<String> = texts.iter().map(|text| bare(text)).collect();
    let mut is_used = vec![false; skipped.len()];
    let mut rows = std::mem::take(&mut bound.rows);
    rows.retain(|row| {
        let texts = [Role::Name, Role::Reason].map(|role| bound.text(row, role)).map(bare);
        let found = skipped.iter().position(|skipped| texts.contains(skipped));
        if let Some(used) = found.and_then(|found| is_used.get_mut(found)) {
            *used = true;
        }
        found.is_none()
    });
    bound.rows = rows;
    for (text, _) in texts.iter().zip(is_used).filter(|(_, is_used)| !is_used) {
        let message = format!("{} in `skip` is the name or the phrase of no row; take it out", quote(text));
        report.file(bound.file(), Subject::Word("skip"), message);
    }
}

/// `(Unassigned)` is `unassigned`, and so is `Unassigned (see below)`.
fn bare(text: &str) -> String {
    let outside = match (text.find('('), text.rfind(')')) {
        (Some(open), Some(close)) if open > 0 && open < close => {
            format!("{}{}", text.get(..open).unwrap_or_default(), text.get(close + 1..).unwrap_or_default())
        }
        _ => text.replace(['(', ')'], ""),
    };
    outside.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase()
}

/// The code of a row; `None` if its cell cannot be read.
fn code_of(bound: &Bound<'_>, row: &BoundRow<'_>, wanted: &Wanted) -> Option<Code> {
    let cell = bound.cell(row, Role::Code).filter(|cell| !cell.text.is_empty())?;
    wanted.code_in(&cell).ok()
}

/// An entry as the user wrote it.
struct Written<'o> {
    text: &'o str,
    selects: Entry,
}

/// The entries that can be read; the others are reported.
fn entries<'o>(file: &str, only: &'o str, is_integer: bool, report: &mut Report) -> Vec<Written<'o>> {
    let mut entries = Vec::new();
    for text in only.split(',').map(str::trim) {
        let message = if text.is_empty() {
            match only.trim() {
                "" => "`only` is empty and selects nothing; write codes, or take it out".to_owned(),
                _ => "`only` has a comma with nothing beside it; take the comma out".to_owned(),
            }
        } else {
            match Entry::parse(text, is_integer) {
                Some(Entry::Range(first, last)) if first > last => {
                    format!("{} in `only` runs backwards; write {last}-{first}", quote(text))
                }
                Some(selects) => {
                    entries.push(Written { text, selects });
                    continue;
                }
                None => format!(
                    "{} in `only` is not a selection; write codes (200), classes (4xx) or ranges (300-304), separated \
                     by commas",
                    quote(text)
                ),
            }
        };
        report.file(file, Subject::Only, message);
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::Value;
    use crate::model::Category;
    use crate::testing::{rows, table, wanted};

    const FAULTS: &str = "code,reason,Sev,Class\n-2,Open,low,Door\n-1,Shut,high,Door\n7,Lost,low,Key\n40,A,mid,X\n49,B,low,Key\n\
                          404,C,high,Z\n410,D,low,Key";

    fn selecting(code: &str, only: &str) -> Wanted {
        Wanted { only: vec![only.into()], ..wanted(code) }
    }

    /// The rows that remain and what is said, of integer codes.
    fn select_of(only: &str) -> (String, Vec<String>) {
        let (part, findings) = table(FAULTS, &selecting("i32", only).column("sev: enum"));
        (rows(&part).join(", "), findings)
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
            ("404-404", "404 C"),
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
                "t.csv: {entry:?} in `only` is not a selection; write codes (200), classes (4xx) or ranges (300-304), \
                 separated by commas"
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
            ("-4xx", "", junk("-4xx")),
            ("4xxxxxxxxxxxxxxxxxxx", "", junk("4xxxxxxxxxxxxxxxxxxx")),
            ("\u{ff14}xx", "", junk("\u{ff14}xx")),
            ("4xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "", junk("4xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")),
            ("170141183460469231731687303715884105728", "", junk("170141183460469231731687303715884105728")),
        ];
        for (only, remain, said) in cases {
            assert_eq!(select_of(only), (remain.to_owned(), vec![said]), "{only}");
        }
    }

    #[test]
    fn text_codes_are_compared_exactly() {
        let states = "code,reason\n00000,A\n4xx,B\n1-3,C\n23505,D";
        for (only, remain, said) in [
            ("23505, 4xx", "4xx B, 23505 D", vec![]),
            ("1-3", "1-3 C", vec![]),
            (
                "0",
                "",
                vec![
                    "t.csv: \"0\" in `only` selects no row of the table; text codes are compared exactly, and 08* is all that begin with 08",
                ],
            ),
        ] {
            let (part, findings) = table(states, &selecting("str", only));
            assert_eq!(
                (rows(&part).join(", "), findings),
                (remain.to_owned(), said.iter().map(ToString::to_string).collect())
            );
        }
    }

    #[test]
    fn categories_are_those_of_the_rows_that_are_kept() {
        let (part, findings) = table(FAULTS, &selecting("i32", "-1, 7, 49").column("sev: enum"));
        assert_eq!(findings, [""; 0]);
        let names = |categories: &[Category]| {
            categories.iter().map(|category| format!("{} {}", category.name, category.rows)).collect::<Vec<_>>()
        };
        assert_eq!(names(&part.classes), ["Door 1", "Key 2"]);
        assert_eq!(names(&part.columns[0].categories), ["High 1", "Low 2"]);
        let indexes: Vec<_> = part.rows.iter().map(|row| (row.class, row.values[0].clone())).collect();
        assert_eq!(
            indexes,
            [(Some(0), Value::Category(0)), (Some(1), Value::Category(1)), (Some(1), Value::Category(1))]
        );
    }

    #[test]
    fn text_codes_are_selected_by_how_they_begin() {
        let (part, findings) = table("code,name\n08006,A\n0A000,B\n08P01,C\n", &selecting("str", "08*"));
        assert_eq!((rows(&part).join(", "), findings), ("08006 A, 08P01 C".to_owned(), vec![]));
    }

    #[test]
    fn a_range_that_is_left_out_altogether_is_not_a_wrong_code() {
        let text = "code,reason\n1,A\n9,B\n10,Unassigned\n11,Unassigned\n20-29,Reserved\n3xx,Reserved\n";
        let (part, findings) = table(text, &selecting("u16", "1-9"));
        assert_eq!((rows(&part).join(", "), findings.len()), ("1 A, 9 B".to_owned(), 0));
        for meets in ["1-9, 25", "1-9, 20-24", "9, 12-20", "29-40"] {
            let (_, findings) = table(text, &selecting("u16", meets));
            assert_eq!(
                findings,
                [
                    "t.csv:6:1 (cell A6): \"20-29\" is not a whole number (u16: 0 to 65535); a row has one code: keep such \
                     rows out with `only` or `skip`, and match Open::Unknown for codes that the table does not have"
                ],
                "{meets}"
            );
        }
    }

    #[test]
    fn rows_that_are_skipped_are_not_checked() {
        let skipping =
            |texts: &[&str]| Wanted { skip: texts.iter().map(|text| Pick::from(*text)).collect(), ..wanted("u8") };
        let text = "code,reason\n1,A\n2,(Unassigned)\n3,unassigned\n10-19,Reserved (see 4)\n,Reserved\n4,B\n";
        let (part, findings) = table(text, &skipping(&["Unassigned", "reserved"]));
        assert_eq!((rows(&part).join(", "), findings), ("1 A, 4 B".to_owned(), vec![]));
        let (_, findings) = table("code,reason\n1,A\n", &skipping(&["Unassigned"]));
        assert_eq!(findings, ["t.csv: \"Unassigned\" in `skip` is the name or the phrase of no row; take it out"]);
    }

    #[test]
    fn nothing_is_said_of_rows_that_are_not_kept() {
        let said = |text: &str, only: &str| table(text, &selecting("u8", only)).1;
        assert_eq!(said("code,reason\n1,A\n2,\n3,A", "1"), [""; 0]);
        // A row that is wrong is not missed as well, and neither is one whose code cannot be read.
        assert_eq!(
            said("code,reason\n1,A\n2,", "2"),
            ["t.csv:3:3 (cell B3): the reason phrase is empty, in column \"reason\"; every row needs one"]
        );
        assert_eq!(
            said("code,reason\n1,A\n2,\"B\n3,C\n", "3"),
            [
                "t.csv:3:3 (cell B3): the quote that opens here is never closed; close it at the end of the cell, or take it \
                 out",
            ]
        );
        assert_eq!(
            said("code,reason\n1,A\nx,B", "1, 2"),
            ["t.csv:3:1 (cell A3): \"x\" is not a whole number (u8: 0 to 255)"]
        );
    }
}
