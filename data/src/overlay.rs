//! A table laid over another: rows are joined by code, cell by cell. Nothing is checked here; the
//! joined rows go through the same check as any.

use crate::code::Code;
use crate::index::Index;
use crate::order;
use crate::role::Role;
use crate::schema::{Bound, BoundRow};
use crate::trust::Trust;
use crate::wanted::Wanted;

/// Lays `own` over `base`: a row whose code the base has takes the base row's place, any other one
/// follows after them. Which cell counts is decided by `Bound::cell`.
pub(crate) fn join<'s>(base: Bound<'s>, own: Bound<'s>, wanted: &Wanted) -> Bound<'s> {
    let code_of =
        |bound: &Bound<'s>, row: &BoundRow<'s>| -> Option<Code> { wanted.code_in(&bound.cell(row, Role::Code)?).ok() };
    let mut rows: Vec<BoundRow<'s>> = Vec::with_capacity(base.rows.len());
    let mut places = Index::with_capacity(base.rows.len());
    for (place, row) in base.rows.iter().enumerate() {
        rows.push(BoundRow { own: None, base: Some(place) });
        if let Some(code) = code_of(&base, row) {
            places.insert(code, place);
        }
    }
    // A damaged row is already reported, and leaves the base's row as it was.
    for row in own.rows.iter().filter(|row| row.own.is_some_and(|record| record.trust() != Trust::Guessed)) {
        let known = code_of(&own, row).and_then(|code| rows.get_mut(places.get(&code)?));
        match known {
            Some(joined) if joined.own.is_none() => joined.own = row.own,
            // New, or a second row for the same code, which the check names.
            _ => rows.push(*row),
        }
    }
    let (mut base, mut left) = (base, own.left);
    left.append(std::mem::take(&mut base.left));
    Bound { own: own.own, trust: own.trust.max(base.trust), base: Some(Box::new(base)), rows, spoilt: Vec::new(), left }
}

/// Lays a reference over others. Each is in the order of its codes, and so is the whole.
pub(crate) fn merge<'s>(base: Bound<'s>, reference: Bound<'s>, wanted: &Wanted) -> Bound<'s> {
    let mut merged = join(base, reference, wanted);
    let mut rows = std::mem::take(&mut merged.rows);
    let code = |row: &BoundRow<'s>| match merged.cell(row, Role::Code).and_then(|cell| wanted.code_in(&cell).ok()) {
        Some(Code::Int(code)) => Some(code),
        _ => None,
    };
    order::sort(&mut rows, |one, other| code(one).cmp(&code(other)));
    merged.rows = rows;
    merged
}

#[cfg(test)]
mod tests {
    use crate::Wanted;
    use crate::kind::Value;
    use crate::model::Deprecation;
    use crate::testing::{http, over_http, sentences, wanted};
    use crate::{Origin, Report, Source, compile};

    #[test]
    fn a_cell_that_is_filled_counts_and_an_empty_one_keeps_the_base() {
        let own = "Code,Camera tips,definition,reason,deprecated\n\
                   404,Update the firmware.,,,\n\
                   0xC8,,It worked.,,\n\
                   305,,,,no\n\
                   499,Ask the client.,,Client Closed Request,yes\n";
        let (table, findings) = over_http(own, &wanted("u16"));
        assert_eq!(findings, [""; 0]);
        assert_eq!((table.file.as_str(), table.rows.len()), ("own.csv", 63));
        let row = |code: &str| table.rows.iter().find(|row| row.code.to_string() == code).unwrap();
        let not_found = row("404");
        assert_eq!(not_found.tips.as_deref(), Some("Update the firmware."));
        assert_eq!(not_found.definition, "The server has nothing at the requested target and offers no redirect.");
        assert_eq!((not_found.file.as_str(), not_found.line, not_found.name.as_str()), ("own.csv", 2, "NotFound"));
        assert_eq!((row("200").definition.as_str(), row("200").reason.as_str()), ("It worked.", "OK"));
        assert_eq!(row("305").deprecation, None);
        // A row that the base does not have comes last, with what it has.
        let new = table.rows.last().unwrap();
        assert_eq!((new.name.as_str(), new.definition.as_str()), ("ClientClosedRequest", ""));
        assert_eq!((new.deprecation.clone(), new.line), (Some(Deprecation::Plain), 5));
        // The others are those of the base, in their places.
        assert_eq!((row("500").file.as_str(), row("500").line), ("http.csv", 53));
        assert_eq!(table.rows[26].code, not_found.code);
    }

    #[test]
    fn findings_name_the_file_and_the_cell_that_the_user_wrote() {
        let typed = |column: &str| wanted("u16").column(column);
        let cases: [(&str, &Wanted, &[&str]); 12] = [
            ("code,tips\n404,A\n405,\n", &wanted("u16"), &[]),
            (
                "code,tips\n404,A\n404,B\n",
                &wanted("u16"),
                &["own.csv:3:1 (cell A3): code 404 is already used on line 2 (cell A2)"],
            ),
            (
                "code,tips\n4o4,A\n,B\n",
                &wanted("u16"),
                &[
                    "own.csv:2:1 (cell A2): \"4o4\" is not a whole number; it has the letter o in place of a digit: write \
                     404",
                    "own.csv:3:1 (cell A3): the code is empty, in column \"code\"; every row needs one",
                ],
            ),
            (
                "code,tips\n494,A\n1700,B\n",
                &wanted("u16"),
                &[
                    "own.csv:2:1 (cell A2): the HTTP reference has no code 494, so this row needs a reason phrase; correct the code, \
                     or write a phrase in a column \"reason\"",
                    "own.csv:3:1 (cell A3): 1700 is not an HTTP status code (100 to 999)",
                ],
            ),
            (
                "code,reason\n494,\n",
                &wanted("u16"),
                &[
                    "own.csv:2:5 (cell B2): the HTTP reference has no code 494, so this row needs a reason phrase; correct the code, \
                   or write a phrase",
                ],
            ),
            (
                "code,class\n404,Server Error\n405,client-error\n406,\n",
                &wanted("u16"),
                &["own.csv:2:5 (cell B2): the class of 404 is \"Client Error\", not \"Server Error\"; write that or \
                   leave the cell empty"],
            ),
            // Of two rows that become one name, and of two that claim a phrase, the user's own is to blame.
            (
                "code,reason\n200,Not Found\n499,Gone\n",
                &wanted("u16"),
                &[
                    "own.csv:2:5 (cell B2): \"Not Found\" is also on line 28 (cell B28) of http.csv, and both become NotFound in code; add a column \"name\" and write one there",
                    "own.csv:3:5 (cell B3): \"Gone\" is also on line 34 (cell B34) of http.csv, and both become \
                     Gone in code; add a column \"name\" and write one there",
                ],
            ),
            (
                "code,name,reason\n499,Big,Payload Too Large\n498,PayloadTooLarge,Larger\n",
                &wanted("u16"),
                &["own.csv:2:9 (cell C2): the alias \"Payload Too Large\" is already the phrase of \"499 Payload Too \
                   Large\""],
            ),
            (
                "code,aliases\n404,Payload Too Large\n",
                &wanted("u16"),
                &[
                    "own.csv:2:5 (cell B2): the alias \"Payload Too Large\" is also on line 37 (cell G37) of http.csv; it \
                   can mean only one row",
                ],
            ),
            // A damaged row leaves the base's as it is.
            (
                "code,tips\n404,\"A\"B\n",
                &wanted("u16"),
                &[
                    "own.csv:2:8 (cell B2): there is text after a closing quote; close the quote at the end of the cell, \
                   and write a quote within the text twice (\"\") [text_after_quote]",
                ],
            ),
            (
                "code,Retry\n404,\n405,x\n",
                &typed("retry: u8"),
                &[
                    "own.csv: column \"Retry\" has no cell for codes that only the base has (100, 101, 102, 103, 200, and 55 \
                     more); add a row for each",
                    "own.csv:2:5 (cell B2): the cell is empty, in column \"Retry\"; fill it",
                    "own.csv:3:5 (cell B3): \"x\" is not a whole number, in column \"Retry\"; write a whole number from 0 to 255",
                ],
            ),
            (
                "code,Class\n404,A\n",
                &typed("class: enum"),
                &[
                    "own.csv: `class` is already a method of the enum; give the column another name, and keep its header with = \
                 \"…\"",
                    "own.csv: column \"Class\" has no cell for codes that only the base has (100, 101, 102, 103, 200, and 56 \
                 more); add a row for each",
                ],
            ),
        ];
        for (own, wanted, said) in cases {
            let (table, findings) = over_http(own, wanted);
            assert_eq!(findings, said, "{own}");
            let has_404 = table.rows.iter().any(|row| row.name == "NotFound");
            assert!(has_404 || own.starts_with("code,Class") || own.contains("200,Not Found"), "{own}");
        }
    }

    #[test]
    fn a_type_that_cannot_hold_the_codes_of_the_base_is_one_finding() {
        for (code, said) in [
            ("u8", vec!["own.csv: u8 cannot hold the codes of the HTTP reference (100 to 999); write u16 [code_type]"]),
            (
                "str",
                vec!["own.csv: str cannot hold the codes of the HTTP reference (100 to 999); write u16 [code_type]"],
            ),
            ("i16", vec![]),
        ] {
            let (table, findings) = over_http("code,tips\n200,A\n", &wanted(code));
            assert_eq!(findings, said);
            assert_eq!(table.rows.len(), if said.is_empty() { 62 } else { 0 });
        }
    }

    #[test]
    fn a_column_that_the_base_lacks_names_the_first_codes() {
        let uncovered = |only: &str| {
            let wanted = Wanted { only: vec![only.into()], ..wanted("u16").column("retry: u8") };
            over_http("code,Retry\n404,1\n", &wanted).1
        };
        for (only, codes) in [
            ("404", ""),
            ("10x, 404", "100, 101, 102, 103"),
            ("10x, 200, 404", "100, 101, 102, 103, 200"),
            ("10x, 200, 201, 404", "100, 101, 102, 103, 200, and 1 more"),
        ] {
            let said = format!(
                "own.csv: column \"Retry\" has no cell for codes that only the base has ({codes}); add a row for each"
            );
            assert_eq!(uncovered(only), if codes.is_empty() { vec![] } else { vec![said] }, "{only}");
        }
    }

    #[test]
    fn typed_columns_that_may_be_empty_are_so_for_the_base() {
        let typed = wanted("u16").column("retry: Option<u8>").column("hot: bool").column("note: &str");
        let (table, findings) = over_http("code,Retry,Hot,Note\n404,7,x,n\n", &typed);
        assert_eq!(findings, [""; 0]);
        assert_eq!(table.rows[26].values, [Value::Int(7), Value::Bool(true), Value::Text("n".to_owned())]);
        assert_eq!(table.rows[0].values, [Value::None, Value::Bool(false), Value::Text(String::new())]);
    }

    #[test]
    fn a_file_of_the_users_with_the_name_of_the_reference_is_the_users() {
        let wanted = Wanted { base: vec![http()], ..wanted("u16") };
        let mut report = Report::new();
        let own = Source::from_bytes("http.csv", "code,tips,reason\n404,A,\n499,,Gone\n");
        let table = compile(&own, &wanted, &mut report).unwrap();
        assert_eq!(
            sentences(report),
            ["http.csv:3:6 (cell C3): \"Gone\" is also on line 34 (cell B34) of http.csv, and both become \
                 Gone in code; add a column \"name\" and write one there"]
        );
        assert!(table.origin.is_own() && table.reference().is_some());
        let origin = |name: &str| table.rows.iter().find(|row| row.name == name).unwrap().origin;
        assert_eq!((origin("NotFound"), origin("Gone")), (Origin::Own, Origin::Reference(http())));
    }
}
