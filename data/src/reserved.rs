//! Codes that no row may have: those of `reserved`, and those of the rows that `skip` leaves out.

use crate::code::{Code, CodeType};
use crate::finding::Subject;
use crate::index::Index;
use crate::number;
use crate::only::{Selection, code_of};
use crate::refusal::RowFault;
use crate::report::Report;
use crate::role::Role;
use crate::rule::Rule;
use crate::schema::{Bound, BoundRow, Skipped};
use crate::wanted::Wanted;

/// Looks for rows with such codes among those that are kept.
pub(crate) fn check(bound: &Bound<'_>, wanted: &Wanted, report: &mut Report) {
    if let Some(reserved) = &wanted.reserved {
        reserved_codes(bound, reserved, wanted, report);
    }
    if !bound.left.skipped.is_empty() && !wanted.allows(Rule::SkippedCode) {
        skipped_codes(bound, wanted, report);
    }
}

fn reserved_codes(bound: &Bound<'_>, reserved: &str, wanted: &Wanted, report: &mut Report) {
    let word = Subject::Word("reserved");
    let selection = Selection::of_text(bound.file(), "reserved", reserved, word, wanted, report);
    for row in &bound.rows {
        let Some(cell) = bound.cell(row, Role::Code) else { continue };
        let Some(code) = code_of(bound, row, wanted).filter(|code| selection.has(code)) else { continue };
        let fault = RowFault::Reserved { code: code.shown_in(cell.text) };
        if cell.origin.is_own() {
            report.refuse(cell.file, Some(cell.place), Subject::Table, fault.into());
        } else {
            report.refuse(bound.file(), None, word, fault.into());
        }
    }
}

fn skipped_codes(bound: &Bound<'_>, wanted: &Wanted, report: &mut Report) {
    let mut codes = Index::new();
    let mut ranges = Vec::new();
    for (place, skipped) in bound.left.skipped.iter().enumerate() {
        match wanted.code_in(&skipped.code) {
            Ok(code) if !skipped.code.text.is_empty() => {
                codes.insert(code, place);
            }
            _ => {
                if let Some((first, last)) = written_range(skipped.code.text, wanted) {
                    ranges.push((first, last, skipped));
                }
            }
        }
    }
    // A code of a reference below is that of the reference, whatever the file says of it.
    let is_own = |row: &&BoundRow<'_>| row.base.is_none() && row.own.is_some_and(|record| record.origin().is_own());
    for row in bound.rows.iter().filter(is_own) {
        let (Some(cell), Some(code)) = (bound.cell(row, Role::Code), code_of(bound, row, wanted)) else { continue };
        let mut found: Option<&Skipped<'_>> = codes.get(&code).and_then(|place| bound.left.skipped.get(place));
        if let Code::Int(number) = code {
            for (first, last, skipped) in &ranges {
                if found.is_none() && *first <= number && number <= *last {
                    found = Some(skipped);
                }
            }
        }
        let Some(skipped) = found else { continue };
        let fault = RowFault::Skipped {
            code: code.shown_in(cell.text),
            line: skipped.code.place.line,
            text: skipped.text.to_owned(),
            apart: row.own.and_then(|record| bound.own.apart(record, skipped.record)),
        };
        report.refuse(cell.file, Some(cell.place), Subject::Table, fault.into());
    }
}

/// `10-19`, `5..=7`, and `0x10-0x1F` or `10-1F` where codes are written so; not `1xx`, which is a heading.
fn written_range(text: &str, wanted: &Wanted) -> Option<(i128, i128)> {
    let is_wild = text.ends_with(['x', 'X', '*', '?', '+']);
    if is_wild || wanted.code == CodeType::Text { None } else { number::range_of(text, wanted.radix) }
}

#[cfg(test)]
mod tests {
    use crate::testing::{over_http, table, wanted};
    use crate::wanted::{Pick, Wanted};
    use crate::{Report, Rule};

    fn skipping(code: &str, skip: &[&str]) -> Wanted {
        let mut picks = Vec::new();
        for entry in skip {
            picks.push(match entry.split_once(" = ") {
                Some((header, cell)) => Pick::Cell { header: header.to_owned(), cell: cell.to_owned() },
                None => Pick::from(*entry),
            });
        }
        Wanted { skip: picks, ..wanted(code) }
    }

    #[test]
    fn a_code_of_a_row_that_is_left_out_is_not_used_again() {
        struct Case(&'static str, &'static str, &'static str, &'static [&'static str], &'static str);
        let retired = "code 59 belonged to line 2 (Retired), which `skip` leaves out; a retired code is not used again [skipped_code]\nhelp: if the code is meant, write allow(skipped_code)";
        let cases = [
            Case(
                "a code again",
                "u8",
                "code,name,reason\n59,OldOne,Retired\n59,NewOne,In use\n",
                &["Retired"],
                "t.csv:3:1 (cell A3): ",
            ),
            Case("below it as well", "u8", "code,name,reason\n59,NewOne,Retired\n7,NewTwo,Other\n", &["Retired"], ""),
            Case("within a written range", "u8", "code,reason\n10-19,Reserved\n15,Bb\n", &["Reserved"], "15"),
            Case("at the end of it", "u8", "code,reason\n5..=7,Reserved\n7,Bb\n", &["Reserved"], "7"),
            Case("beyond it", "u8", "code,reason\n10-19,Reserved\n20,Cc\n", &["Reserved"], ""),
            Case("a heading of a class", "u16", "code,reason\n1xx,Info\n100,Cc\n", &["Info"], ""),
            Case("no code at all", "u8", "code,reason\n-,Gone\nn/a,Gone\n20,Cc\n", &["Gone"], ""),
            Case("two that are left out", "u8", "code,reason\n9,Gone\n9,Gone\n20,Cc\n", &["Gone"], ""),
            Case("text codes", "str", "code,reason\nE1,Gone\nE1,Cc\n", &["Gone"], "\"E1\""),
            Case("a range is a text", "str", "code,reason\nE1-E9,Gone\nE2,Cc\n", &["Gone"], ""),
            Case("left out by a column", "u8", "code,reason,State\n3,Aa,obsolete\n3,Bb,\n", &["State = obsolete"], "3"),
        ];
        for Case(name, code, text, skip, said) in cases {
            let (_, findings) = table(text, &skipping(code, skip));
            match said {
                "" => assert_eq!(findings, [""; 0], "{name}"),
                place if place.starts_with("t.csv") => assert_eq!(findings, [format!("{place}{retired}")], "{name}"),
                shown => {
                    assert_eq!(findings.len(), 1, "{name}");
                    let begin = format!("t.csv:3:1 (cell A3): code {shown} belonged to line 2 (");
                    assert!(findings[0].starts_with(&begin), "{name}: {}", findings[0]);
                }
            }
            let (_, allowed) = table(text, &Wanted { allow: vec![Rule::SkippedCode], ..skipping(code, skip) });
            assert_eq!(allowed, [""; 0], "{name}");
        }
    }

    #[test]
    fn a_row_that_only_drops_reserves_nothing() {
        let text = "Model,code,reason,State\nA,3,Aa,\nB,3,Bb,obsolete\n";
        let pick = Pick::Cell { header: "Model".to_owned(), cell: "A".to_owned() };
        let wanted = Wanted { only: vec![pick], ..skipping("u8", &["State = obsolete"]) };
        assert_eq!(table(text, &wanted).1, [""; 0]);
    }

    #[test]
    fn rows_of_several_models_are_told_apart() {
        let text = "Model,code,reason\nA,3,Gone\nB,3,Bb\nB,4,Cc\n";
        let (_, findings) = table(text, &skipping("u8", &["Gone"]));
        assert_eq!(
            findings,
            [
                "t.csv:3:3 (cell B3): code 3 belonged to line 2 (Gone), which `skip` leaves out; a retired code is not used \
              again [skipped_code]\nhelp: if the rows are those of several tables, choose one with only(\"Model\" = \
              \"B\"); if the code is meant, write allow(skipped_code)"
            ]
        );
    }

    #[test]
    fn a_reference_below_keeps_its_codes() {
        let (_, findings) =
            over_http("code,reason,State\n418,Gone,obsolete\n", &skipping("u16", &["State = obsolete"]));
        assert_eq!(findings, [""; 0]);
    }

    #[test]
    fn reserved_codes_are_those_of_no_row() {
        struct Case(&'static str, &'static str, &'static str, &'static str, &'static str);
        let cases = [
            Case(
                "a range",
                "u8",
                "59, 10-19",
                "code,reason\n12,Aa\n20,Bb\n",
                "t.csv:2:1 (cell A2): code 12 is reserved; take another one [reserved_code]",
            ),
            Case(
                "one code",
                "u8",
                "59",
                "code,reason\n58,Aa\n59,Bb\n",
                "t.csv:3:1 (cell A3): code 59 is reserved; take another one [reserved_code]",
            ),
            Case("no row has it", "u8", "59, 10-19", "code,reason\n9,Aa\n", ""),
            Case(
                "text codes",
                "str",
                "E0*, E17",
                "code,reason\nE05,Aa\nE1,Bb\n",
                "t.csv:2:1 (cell A2): code \"E05\" is reserved; take another one [reserved_code]",
            ),
            Case(
                "an exact text",
                "str",
                "E0*, E17",
                "code,reason\nE17,Aa\nE170,Bb\n",
                "t.csv:2:1 (cell A2): code \"E17\" is reserved; take another one [reserved_code]",
            ),
            Case(
                "hexadecimal",
                "u8",
                "0x10",
                "code,reason\n0x10,Aa\n17,Bb\n",
                "t.csv:2:1 (cell A2): code 0x10 is reserved; take another one [reserved_code]",
            ),
            Case(
                "no selection",
                "u8",
                "ten",
                "code,reason\n10,Aa\n",
                "t.csv: \"ten\" in `reserved` is not a selection; write codes (200), classes (4xx) or ranges (300-304), separated by commas [bad_selection]",
            ),
            Case(
                "nothing",
                "u8",
                "",
                "code,reason\n10,Aa\n",
                "t.csv: \"\" in `reserved` is not a selection; write codes (200), classes (4xx) or ranges (300-304), separated by commas [bad_selection]",
            ),
        ];
        for Case(name, code, reserved, text, said) in cases {
            let (_, findings) = table(text, &Wanted { reserved: Some(reserved.to_owned()), ..wanted(code) });
            let findings: Vec<&str> =
                findings.iter().map(String::as_str).filter(|said| !said.contains("already used")).collect();
            assert_eq!(findings, if said.is_empty() { vec![] } else { vec![said] }, "{name}");
        }
        // It lies outside of `only`, and may be that of a row that is left out.
        let wanted = Wanted { reserved: Some("59".to_owned()), ..skipping("u8", &["Gone"]) };
        assert_eq!(table("code,reason\n59,Gone\n1,Aa\n", &wanted).1, [""; 0]);
        let wanted =
            Wanted { reserved: Some("59".to_owned()), only: vec!["1".into()], ..super::tests::skipping("u8", &[]) };
        assert_eq!(table("code,reason\n59,Bb\n1,Aa\n", &wanted).1, [""; 0]);
        // A bare number is as little one of a hexadecimal table as in `only`.
        let wanted = Wanted { reserved: Some("10".to_owned()), radix: true, ..crate::testing::wanted("u8") };
        let mut report = Report::new();
        crate::compile(&crate::Source::from_bytes("t.csv", "code,reason\n10,Aa\n"), &wanted, &mut report);
        assert_eq!(report.into_findings()[0].rule, Rule::BareNumber);
    }
}
