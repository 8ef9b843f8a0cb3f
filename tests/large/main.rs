//! Tables as large as they may be: they compile, and every row of them is found.

use std::collections::BTreeSet;
use std::fmt::Write;

use status_docs_tests::scratch::Scratch;

/// Asks for every row, and for as many codes beside them.
const MAIN: &str = r#"
status_docs::status_table! {
    #[status(csv = "tables/large.csv")]
    pub enum Fault: CODE;
}

fn main() {
    let table = std::fs::read_to_string("tables/large.csv").unwrap();
    let mut found = 0;
    for (row, line) in table.lines().skip(1).enumerate() {
        let cells: Vec<&str> = line.split(',').collect();
        let code = QUERY;
        let fault = Fault::from_code(code).unwrap();
        assert_eq!((fault.code(), fault.reason(), fault.definition()), (code, cells[1], cells[2]));
        assert_eq!(Fault::ALL[row], fault);
        assert_eq!(Fault::from_reason(&cells[1].to_uppercase()), Some(fault));
        assert_eq!(line.split(',').take(2).collect::<Vec<_>>().join(" ").parse(), Ok(fault));
        found += 1;
    }
    let codes: std::collections::HashSet<_> = Fault::ALL.iter().map(|fault| fault.code()).collect();
    assert_eq!((found, codes.len()), (Fault::COUNT, Fault::COUNT));
    UNKNOWN
    print!("{found}");
}
"#;

/// Codes in runs, as real tables have them, spread over the whole range of the type.
fn spread(rows: u64, run: u64, span: u64) -> Vec<u64> {
    let runs = rows / run;
    // A multiplicative walk over the range: the runs stand in no order.
    let starts: BTreeSet<u64> = (0..runs).map(|n| n.wrapping_mul(2_654_435_761) % runs).collect();
    assert_eq!(starts.len() as u64, runs);
    let starts = (0..runs).map(|n| n.wrapping_mul(2_654_435_761) % runs * (span / runs));
    starts.flat_map(|start| start..start + run).collect()
}

fn table(codes: &[u64], code: impl Fn(u64) -> String) -> String {
    let mut table = String::from("code,reason,definition\n");
    for (row, &number) in codes.iter().enumerate() {
        let _ = writeln!(table, "{},Fault Number {row} Of The Door,It is fault {row}.", code(number));
    }
    table
}

fn check(name: &str, ty: &str, table: &str, query: &str, unknown: &str) {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), name);
    scratch.manifest("2024", "");
    scratch.write("tables/large.csv", table);
    scratch.write("src/main.rs", MAIN.replace("CODE", ty).replace("QUERY", query).replace("UNKNOWN", unknown));
    assert_eq!(scratch.run(&["run", "-q"]), (table.lines().count() - 1).to_string());
}

/// 10,000 rows; as many as `LARGE_ROWS` says (60,000 take half a minute, most of it in the
/// compiler's type check).
#[test]
fn integers_over_the_whole_range() {
    let rows = std::env::var("LARGE_ROWS").map_or(10_000, |rows| rows.parse().expect("LARGE_ROWS is a number"));
    let codes = spread(rows, 100, u64::from(u32::MAX));
    let unknown = "for n in 0..1_000_000_u32 {
        let code = n.wrapping_mul(2_654_435_761);
        assert_eq!(Fault::from_code(code).is_some(), codes.contains(&code));
    }";
    check("large-u32", "u32", &table(&codes, |code| code.to_string()), "cells[0].parse::<u32>().unwrap()", unknown);
}

#[test]
fn ten_thousand_texts() {
    let codes = spread(10_000, 1, u64::MAX);
    let unknown = "for n in 0..100_000_u32 {
        let code = format!(\"{n:016X}\");
        assert_eq!(Fault::from_code(&code).is_some(), codes.contains(code.as_str()));
    }";
    check("large-str", "str", &table(&codes, |code| format!("{code:016X}")), "cells[0]", unknown);
}

/// An enum of the user's that is a table, with codes of which each is far from the next, and a parameter.
#[test]
fn a_derived_table() {
    let codes = spread(1_000, 1, u64::from(u32::MAX));
    let variants: Vec<String> = (0..codes.len()).map(|row| format!("FaultNumber{row}OfTheDoor")).collect();
    let variants = variants.join(",");
    let source = format!(
        "#[derive(Clone, Copy, Debug, PartialEq, Eq, status_docs::StatusDocs)]
        #[status(csv = \"tables/large.csv\", code = u32, exhaustive)]
        pub enum Fault<const N: usize> {{ {variants} }}

        fn main() {{
            use status_docs::{{StatusDocs, StatusTable}};
            let all = <Fault<7> as StatusTable>::ALL;
            for fault in all {{
                assert_eq!(Fault::from_code(fault.code()), Some(*fault));
                assert_eq!(Fault::<7>::try_from(fault.code() + 1).unwrap_err().into_code(), fault.code() + 1);
            }}
            print!(\"{{}}\", all.len());
        }}"
    );
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "large-derived");
    scratch.manifest("2024", "");
    scratch.write("tables/large.csv", table(&codes, |code| code.to_string()));
    scratch.write("src/main.rs", source);
    assert_eq!(scratch.run(&["run", "-q"]), "1000");
}
