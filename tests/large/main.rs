//! Tables as large as they may be: they compile, and every row of them is found.

use status_docs_tests::generate::{Codes, Table};
use status_docs_tests::scratch::Scratch;

/// Looks up every row in every way, and checks its answers.
const MAIN: &str = r#"
fn main() {
    let table = std::fs::read_to_string("tables/large.csv").unwrap();
    let mut found = 0;
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let code = QUERY;
        let fault = Fault::from_code(code).unwrap();
        assert_eq!((fault.code(), fault.name(), fault.reason(), fault.definition()), (code, cells[1], cells[2], cells[3]));
        assert_eq!(fault.tips().unwrap_or_default(), cells[4]);
        assert_eq!(fault.reference().unwrap_or_default(), cells[5]);
        assert_eq!(fault.class().as_str(), cells[6]);
        assert_eq!(fault.retry(), cells[8].parse().ok());
        assert_eq!(Fault::from_reason(&cells[2].to_uppercase()), Some(fault));
        assert!(cells[7].is_empty() || Fault::from_reason(cells[7]) == Some(fault));
        for text in [cells[0], cells[1], cells[2], &format!("{} {}", cells[0], cells[2])] {
            assert_eq!(text.parse(), Ok(fault));
        }
        found += 1;
    }
    let codes: std::collections::HashSet<_> = table.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    for unknown in UNKNOWN {
        let is_code = codes.contains(unknown.to_string().as_str());
        assert_eq!(Fault::from_code(CODE).is_some(), is_code, "{unknown}");
    }
    assert_eq!(found, Fault::COUNT);
    let codes = table.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned());
    assert!(Fault::iter().map(|fault| fault.code().to_string()).eq(codes));
    CONSTANT
    print!("{found}");
}
"#;

/// The constant of all rows, where the compiler can evaluate it quickly.
const ALL: &str = "assert!(Fault::iter().eq(Fault::ALL.iter().copied()));";

/// Compiles a table and looks up its rows; `unknown` is an iterator over codes, few of which are in the table.
fn check(name: &str, rows: usize, codes: Codes, unknown: &str, constant: &str) {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), name);
    let table = Table::of(rows, codes);
    scratch.write("tables/large.csv", table.csv());
    let (query, code) = match codes {
        Codes::Text => ("cells[0]", "&unknown"),
        Codes::Runs | Codes::Scattered => ("cells[0].parse().unwrap()", "unknown"),
    };
    let main = MAIN.replace("QUERY", query).replace("UNKNOWN", unknown).replace("CODE", code);
    let source = table.with_macro("tables/large.csv", false) + &main.replace("CONSTANT", constant);
    scratch.write("src/main.rs", source);
    assert_eq!(scratch.run(&["run", "-q"]), rows.to_string());
}

/// 10,000 rows; as many as `LARGE_ROWS` says (60,000 take half a minute, most of it in the
/// compiler's type check).
fn rows() -> usize {
    std::env::var("LARGE_ROWS").map_or(10_000, |rows| rows.parse().expect("LARGE_ROWS is a number"))
}

#[test]
fn codes_in_runs() {
    check("large-runs", rows(), Codes::Runs, "0..60_000", ALL);
}

#[test]
fn scattered_codes() {
    let unknown = "(0..1_000_000_u32).map(|n| n.wrapping_mul(2_654_435_761).rotate_left(7))";
    check("large-scattered", rows(), Codes::Scattered, unknown, "");
}

#[test]
fn ten_thousand_texts() {
    check("large-text", 10_000, Codes::Text, "(0..100_000_u32).map(|n| format!(\"H{n:04X}\"))", ALL);
}

/// The user's own enum as a table, with codes that are far from each other, and a generic parameter.
#[test]
fn a_derived_table() {
    let table = Table::of(1_000, Codes::Scattered);
    let variants: Vec<&str> = table.rows.iter().map(|row| row.name.as_str()).collect();
    let variants = variants.join(",");
    let source = format!(
        "#[derive(Clone, Copy, Debug, PartialEq, Eq, status_docs::StatusDocs)]
        #[status(csv = \"tables/large.csv\", code = u32, exhaustive)]
        pub enum Fault<const N: usize> {{ {variants} }}

        fn main() {{
            use status_docs::{{StatusDocs, StatusTable}};
            assert!(Fault::<7>::iter().eq(<Fault<7> as StatusTable>::ALL.iter().copied()));
            for fault in Fault::<7>::iter() {{
                assert_eq!(Fault::from_code(fault.code()), Some(fault));
                assert_eq!(Fault::<7>::try_from(fault.code() + 1).unwrap_err().into_code(), fault.code() + 1);
            }}
            print!(\"{{}}\", <Fault<7> as StatusTable>::COUNT);
        }}"
    );
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "large-derived");
    scratch.write("tables/large.csv", table.csv());
    scratch.write("src/main.rs", source);
    assert_eq!(scratch.run(&["run", "-q"]), "1000");
}
