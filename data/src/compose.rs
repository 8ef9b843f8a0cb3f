//! Columns that are put together of others: `code = "{SPN}-{FMI}"`.

use crate::finding::Subject;
use crate::refusal::HeaderFault;
use crate::report::Report;
use crate::schema::{header_position, missing_header};
use crate::sheet::{Composed, Field, Sheet};
use crate::template::{Part, has_braces, parts};
use crate::wanted::Wanted;

/// Adds the columns that the user's roles are put together of.
pub(crate) fn compose(sheet: &mut Sheet, wanted: &Wanted, report: &mut Report) {
    for (role, (_, text)) in wanted.roles.iter().enumerate() {
        let is_header = sheet.header().is_some_and(|header| header.cells().any(|cell| cell.text == text.trim()));
        if !has_braces(text) || is_header || sheet.header.is_none() {
            continue;
        }
        let subject = Subject::Role(role);
        let parts = match parts(text) {
            Ok(parts) => parts,
            Err(why) => {
                let fault = HeaderFault::BadTemplate { template: text.clone(), why };
                report.refuse(&sheet.file, None, subject, fault.into());
                continue;
            }
        };
        let mut columns = Vec::new();
        let mut is_whole = true;
        for part in &parts {
            columns.push(match part {
                Part::Text(_) => None,
                Part::Header(name) => {
                    let column = header_position(sheet, name);
                    if column.is_none() {
                        report.refuse(&sheet.file, None, subject, missing_header(sheet, name).into());
                        is_whole = false;
                    }
                    column
                }
            });
        }
        if is_whole {
            let composed = composed(sheet, role, text, &parts, &columns);
            sheet.composed.push(composed);
        }
    }
}

fn composed(sheet: &mut Sheet, role: usize, text: &str, parts: &[Part<'_>], columns: &[Option<usize>]) -> Composed {
    let mut named = Vec::new();
    for column in columns.iter().flatten() {
        named.push(*column);
    }
    let first = named.first().copied().unwrap_or_default();
    let mut texts = vec![text.trim().to_owned()];
    let mut places = Vec::new();
    let mut partial = Vec::new();
    for record in sheet.header().into_iter().chain(sheet.records()) {
        let place = record.cell(first).place;
        places.push((place.line, place.column));
        if places.len() == 1 {
            continue;
        }
        let mut result = String::new();
        let mut empty = None;
        let mut is_empty = true;
        for (part, column) in parts.iter().zip(columns) {
            match (part, column) {
                (Part::Text(text), _) => result.push_str(text),
                (Part::Header(_), Some(column)) => {
                    let cell = record.text(*column);
                    if cell.is_empty() {
                        empty = empty.or(Some(*column));
                    } else {
                        is_empty = false;
                        result.push_str(cell);
                    }
                }
                (Part::Header(_), None) => {}
            }
        }
        partial.push(empty.filter(|_| !is_empty));
        texts.push(if is_empty { String::new() } else { single_spaced(&result) });
    }
    let mut fields = Vec::with_capacity(texts.len());
    for (text, (line, column)) in texts.iter().zip(places) {
        let start = u32::try_from(sheet.text.len()).unwrap_or(u32::MAX);
        sheet.text.push_str(text);
        let end = u32::try_from(sheet.text.len()).unwrap_or(u32::MAX);
        fields.push(Field { start, end, line, column });
    }
    Composed { role, first, named, fields, partial }
}

/// Trimmed, and with one blank where there are several.
fn single_spaced(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    for c in text.trim().chars() {
        if c != ' ' || !single.ends_with(' ') {
            single.push(c);
        }
    }
    single
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::Role;
    use crate::testing::{rows, table, wanted};

    const CODES: &str = "SPN,FMI,Keyword,Protocol,{odd},Weight\n520,3,Pump,CAN,a,1\n520,4,,J1939 ,b,2\n\
                         7,12,Key  lost,,c,3\n";

    #[test]
    fn a_column_is_put_together_of_others() {
        struct Case(&'static str, &'static str, &'static str, &'static str);
        let cases = [
            Case(
                "code and phrase",
                "{SPN}-{FMI}",
                "{Keyword} {Protocol}",
                "520-3 Pump CAN, 520-4 J1939, 7-12 Key lost",
            ),
            Case(
                "text around it",
                "E{SPN}.{FMI}",
                "Is {Keyword}{Protocol}!",
                "E520.3 Is PumpCAN!, E520.4 Is J1939!, E7.12 Is Key lost!",
            ),
            Case(
                "braces",
                "{{{SPN}}}-{FMI}",
                "{Protocol} {Keyword}",
                "{520}-3 CAN Pump, {520}-4 J1939, {7}-12 Key lost",
            ),
            Case(
                "folded headers",
                "{spn}/{fmi}",
                "{key_word} {protocol}",
                "520/3 Pump CAN, 520/4 J1939, 7/12 Key lost",
            ),
            Case("a header with braces", "{SPN}-{FMI}", "{odd}", "520-3 a, 520-4 b, 7-12 c"),
        ];
        for Case(name, code, reason, expected) in cases {
            let reads = wanted("str").role(Role::Code, code).role(Role::Reason, reason);
            let (table, findings) = table(CODES, &Wanted { names: Some("E{code}".to_owned()), ..reads });
            assert_eq!(findings, [""; 0], "{name}");
            let shown: Vec<String> = table.rows.iter().map(|row| format!("{} {}", row.code, row.reason)).collect();
            assert_eq!(shown.join(", "), expected, "{name}");
        }
    }

    #[test]
    fn its_headers_stay_for_typed_columns_and_no_role_finds_them() {
        let text = "Code,Name,Title,Severity\n1,A,Run,high\n2,B,Stop,low\n";
        let reads = wanted("str").role(Role::Code, "{Severity}-{Code}").column("severity: enum = \"Severity\"");
        let (table, findings) = table(text, &reads);
        assert_eq!((rows(&table), findings), (vec!["high-1 A".to_owned(), "low-2 B".to_owned()], vec![]));
        assert_eq!(table.columns[0].categories.len(), 2);
        assert_eq!(table.header(Role::Code), Some("{Severity}-{Code}"));
    }

    #[test]
    fn what_is_wrong_is_at_the_first_cell_that_is_named_or_at_the_empty_one() {
        let said = |text: &str, wanted: &Wanted| table(text, wanted).1;
        let composed = wanted("str").role(Role::Code, "{SPN}-{FMI}");
        assert_eq!(
            said("Title,SPN,FMI\nRun,1,2\nStop,3,\nWait,,\nHold,1,2\n", &composed),
            [
                "t.csv:3:8 (cell C3): the cell is empty, in column \"FMI\", and the code is made of it [empty_part]",
                "t.csv:4:6 (cell B4): the code is empty, in column \"{SPN}-{FMI}\"; every row needs one",
                "t.csv:5:6 (cell B5): code \"1-2\" is already used on line 2 (cell B2); if both names are right, write one in a column \"aliases\"",
            ]
        );
        let (table, findings) = table("A,B,Title\n1,2,Run\n", &wanted("u8").role(Role::Code, "{A}{B}"));
        assert_eq!((rows(&table), findings), (vec!["12 Run".to_owned()], vec![]));
    }

    #[test]
    fn a_template_that_is_none_is_said_where_it_is_written() {
        let said = |template: &str| {
            let (_, mut findings) = table("SPN,FMI,Title\n1,2,Run\n", &wanted("str").role(Role::Code, template));
            assert_eq!(findings.len(), 1, "{template}: {findings:?}");
            findings.remove(0)
        };
        assert_eq!(said("{SPM}-{FMI}"), "t.csv: there is no header \"SPM\"; did you mean \"SPN\"? [missing_header]");
        for (template, why) in [
            ("{SPN", "has a { without its }; write {{ for the sign itself"),
            ("SPN}", "has a } without its {; write }} for the sign itself"),
            ("{}-{FMI}", "has {} in it; write a header between them"),
            ("a {{b}}", "has no header in it; write one between { and }"),
        ] {
            assert_eq!(said(template), format!("t.csv: {template:?} {why} [bad_template]"));
        }
    }
}
