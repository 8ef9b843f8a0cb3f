//! What holds for any bytes, and for any table that is valid.

use proptest::prelude::*;

use crate::testing::{http, table, wanted};
use crate::{Code, Dialect, RULES, Report, Role, Source, Value, Wanted, compile, name};

/// Bytes that come close to a table, and any other ones.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let near = "(\u{feff}|sep=;\n)?(code|Code;|id,)[,;](name|reason|reason,tips|class,title)[,;\na-z]{0,12}\n\
                ([0-9x,;|\" \r\na-fA-F\u{e9}\u{a0}'.-]{0,12}[,;\n]){0,12}";
    prop_oneof![
        3 => near.prop_map(String::into_bytes),
        1 => proptest::collection::vec(any::<u8>(), 0..300),
        1 => ".{0,60}".prop_map(String::into_bytes),
        1 => near.prop_map(|text| text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ]
}

fn wants() -> impl Strategy<Value = Wanted> {
    let code = prop_oneof![Just("u8"), Just("u16"), Just("i64"), Just("str")];
    let column = prop_oneof![
        Just(None),
        Just(Some("tips: enum = \"tips\"")),
        Just(Some("a: Option<u8> = \"title\"")),
        Just(Some("b: f64 = \"reason\"")),
        Just(Some("c: enum")),
    ];
    (code, column, any::<bool>(), any::<bool>()).prop_map(|(code, column, is_http, is_part)| {
        let base = if is_http { vec![http()] } else { Vec::new() };
        let only = is_part.then(|| "1xx, 3-9, x".into()).into_iter().collect();
        let wanted = Wanted { base, only, ..wanted(code) };
        column.into_iter().fold(wanted, Wanted::column)
    })
}

fn is_variant(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase()) && name.bytes().all(|b| b.is_ascii_alphanumeric())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    // Promise: A table or findings
    #[test]
    fn any_bytes_give_a_valid_table_and_findings_with_a_file(
        bytes in bytes(),
        wanted in wants(),
        delimiter in proptest::option::of(any::<u8>()),
    ) {
        let wanted = Wanted { dialect: Dialect { delimiter, ..Dialect::default() }, ..wanted };
        let mut report = Report::new();
        if let Some(table) = compile(&Source::from_bytes("t.csv", bytes), &wanted, &mut report) {
            let mut codes: Vec<&Code> = table.rows.iter().map(|row| &row.code).collect();
            codes.sort();
            codes.dedup();
            prop_assert_eq!(codes.len(), table.rows.len());
            let aliases = table.rows.iter().flat_map(|row| &row.aliases).filter_map(|alias| alias.name.as_ref());
            let mut names: Vec<&String> = table.rows.iter().map(|row| &row.name).chain(aliases).collect();
            prop_assert!(names.iter().all(|name| is_variant(name)), "{:?}", names);
            let count = names.len();
            names.sort();
            names.dedup();
            prop_assert_eq!(names.len(), count);
            for row in &table.rows {
                prop_assert!(!row.reason.is_empty());
                prop_assert_eq!(row.values.len(), table.columns.len());
                let has_class = table.has(Role::Class) && wanted.base.is_empty();
                prop_assert_eq!(row.class.is_some(), has_class);
                for (value, column) in row.values.iter().zip(&table.columns) {
                    if let Value::Category(index) = value {
                        prop_assert!(is_variant(&column.categories[*index].name));
                    }
                }
            }
        }
        let is_empty = report.is_empty();
        let findings = report.into_findings();
        prop_assert_eq!(is_empty, findings.is_empty());
        for finding in findings {
            prop_assert!(finding.file.is_some(), "{}", finding);
            prop_assert!(!finding.message.contains('\n'), "{}", finding);
        }
    }

    /// A valid table, in any dialect, comes back cell by cell.
    // Promise: Text is text
    #[test]
    fn what_is_written_is_read(
        rows in proptest::collection::vec(
            (any::<i64>(), "[^\0\r\u{feff}\u{fffd}#=\u{c2}\u{c3}\u{e2}]{0,12}", proptest::option::of(any::<u64>()), any::<bool>(), any::<f64>()),
            1..12,
        ),
        delimiter in prop_oneof![Just(b','), Just(b';'), Just(b'\t'), Just(b'|')],
        is_crlf in any::<bool>(),
        is_quoted in any::<bool>(),
        mark in prop_oneof![Just(""), Just("\u{feff}")],
    ) {
        let rows: Vec<_> = rows.into_iter().filter(|row| row.4.is_finite()).enumerate().collect();
        prop_assume!(!rows.is_empty());
        let mut writer = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .terminator(if is_crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') })
            .quote_style(if is_quoted { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary })
            .from_writer(mark.as_bytes().to_vec());
        writer.write_record(["code", "name", "definition", "retry", "on", "weight"]).unwrap();
        let mut seen = std::collections::HashSet::new();
        for (index, (code, definition, retry, on, weight)) in &rows {
            prop_assume!(seen.insert(code));
            let retry = retry.map(|retry| retry.to_string()).unwrap_or_default();
            let on = if *on { "yes" } else { "" };
            let (code, name, weight) = (code.to_string(), format!("Row {index}"), weight.to_string());
            writer.write_record([&code, &name, definition, &retry, on, &weight]).unwrap();
        }
        // What a heuristic takes for a mistake is a text as well.
        let mut typed = wanted("i64").column("retry: Option<u64>").column("on: bool").column("weight: f64");
        typed.allow = RULES.iter().copied().filter(|rule| rule.can_be_allowed()).collect();
        let (found, findings) = table(writer.into_inner().unwrap(), &typed);
        prop_assert_eq!(findings, Vec::<String>::new());
        prop_assert_eq!(found.rows.len(), rows.len());
        for (row, (index, (code, definition, retry, on, weight))) in found.rows.iter().zip(&rows) {
            prop_assert_eq!(&row.code, &Code::Int((*code).into()));
            prop_assert_eq!(&row.name, &name::pascal(&format!("Row {index}")).unwrap());
            prop_assert_eq!(&row.definition, definition.trim());
            prop_assert_eq!(&row.values[0], &retry.map_or(Value::None, |retry| Value::Int(retry.into())));
            prop_assert_eq!(&row.values[1], &Value::Bool(*on));
            prop_assert!(matches!(&row.values[2], Value::Float(text) if text.parse() == Ok(*weight)));
        }
    }
}
