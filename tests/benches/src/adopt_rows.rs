//! What moving code in costs: typed columns of a derive, names as they are written, `exhaustive` over an enum's table, and
//! received codes.

use std::fmt::Write;

use crate::Options;
use crate::build_rows::figures;
use crate::compile::{self, Goal, Toolchain};
use crate::measure::{costs_in_turn, pair};
use crate::report::Report;

/// Row 18.
pub fn measure(options: &Options, report: &mut Report) {
    if !options.wants("18") {
        return;
    }
    compiled(options, report);
    received(options, report);
}

fn compiled(options: &Options, report: &mut Report) {
    let ours = options.ours();
    let toolchain = Toolchain::with(&[&ours], &["status_docs"]);
    let directory = compile::directory("adopt");
    let command = |name: &str, rows: usize, words: &str, before: &str| {
        compile::write(&directory, &format!("{name}.csv"), &table(rows));
        let source = enumeration(name, rows, words, before);
        toolchain.compile(&compile::write(&directory, &format!("{name}.rs"), &source), Goal::Check)
    };
    let columns = ", columns(sqlstate: &str = \"sqlstate\", retry: Option<u32> = \"retry\", \
                   severity: enum Severity = \"severity\")";
    let before = "status_docs::status_table! {\n    /// Faults.\n    #[status(csv = \"NAME.csv\", verbatim)]\n    pub enum \
                  Fault: u16;\n}\n";
    let commands = [
        command("plain", 900, "csv = \"NAME.csv\", code = u16", ""),
        command("columns", 900, &format!("csv = \"NAME.csv\", code = u16{columns}"), ""),
        command("verbatim", 900, "csv = \"NAME.csv\", code = u16, verbatim", ""),
        command("csv", 1000, "csv = \"NAME.csv\", code = u16, exhaustive", before),
        command("table", 1000, "table = crate::Fault, exhaustive", before),
    ];
    let [plain, columns, verbatim, csv, table] = costs_in_turn(&commands.each_ref(), options.rounds(21), || {});
    let mut row = |work: &str, against: &str, ours: crate::measure::Cost, theirs: crate::measure::Cost, target: f64| {
        report.row("18", work, against, figures(ours, theirs), ours.seconds / theirs.seconds, target);
    };
    row("check of a derive over 900 rows with three typed columns", "the same without", columns, plain, 1.3);
    row("the same with `verbatim`", "the same without", verbatim, plain, 1.05);
    row("check of `exhaustive` beside `table`, 1000 rows", "the same with `csv`", table, csv, 1.5);
}

fn name(row: usize) -> String {
    format!("ER_{}_{row}", ["DUP", "LOCK", "GONE", "FULL"][row % 4])
}

fn table(rows: usize) -> String {
    let mut csv = String::from("code,name,reason,sqlstate,retry,severity\n");
    for row in 0..rows {
        let severity = ["Low", "Middle", "High"][row % 3];
        let retry = if row % 3 == 0 { String::new() } else { (row % 7).to_string() };
        let _ = writeln!(
            csv,
            "{},{},Something went wrong {row},{:05},{retry},{severity}",
            1000 + row * 3,
            name(row),
            row % 90
        );
    }
    csv
}

fn enumeration(file: &str, rows: usize, words: &str, before: &str) -> String {
    let mut source = format!(
        "//! Errors.\n\n{before}\n/// What can go wrong.\n#[derive(Debug, status_docs::StatusDocs)]\n#[status({words})]\n\
         #[allow(non_camel_case_types)]\npub enum Error {{\n"
    )
    .replace("NAME", file);
    for row in 0..rows {
        let _ = writeln!(source, "    /// {row}.\n    {}(/** . */ u8),", name(row));
    }
    source + "}\n"
}

/// A protocol's methods, and those that it does not know yet.
#[derive(Clone, Copy, PartialEq, Eq, status_docs::StatusDocs)]
#[status(csv = "tables/methods.csv", code = u8, exhaustive)]
enum Received {
    Get,
    Post,
    Put,
    Delete,
    Fetch,
    Patch,
    Patched,
    Observed,
    Other(#[status(code)] u8),
}

status_docs::status_table! {
    /// The same without.
    #[status(csv = "tables/methods.csv")]
    enum Method: u8;
}

fn received(options: &Options, report: &mut Report) {
    // Half of them are of rows.
    let mut inputs = Vec::new();
    for input in 0..4096_usize {
        let input = if input % 2 == 0 { input / 2 % 8 + 1 } else { input % 251 };
        inputs.push(u8::try_from(input).expect("at most 250"));
    }
    for &input in &inputs {
        assert_eq!(matches!(Received::from(input), Received::Other(_)), Method::from_code(input).is_none());
    }
    let pair = pair(&inputs, options.rounds(301), Received::from, Method::from_code);
    let figures = format!("{:.2} / {:.2} ns", pair.ours, pair.theirs);
    report.row(
        "18",
        "received code → variant, or the code in a field",
        "`from_code` of a table",
        figures,
        pair.ratio,
        1.1,
    );
}
