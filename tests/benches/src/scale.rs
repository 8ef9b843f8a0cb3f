//! 1,000 → 10,000 → 60,000 rows: what the macro takes, without the compiler's own work on the enum.

use status_docs_tests::generate::{Codes, Table};

use crate::Options;
use crate::compile::{Goal, Toolchain, directory, write};
use crate::measure::costs_in_turn;
use crate::report::Report;

/// The rows called `scale`.
pub fn measure(options: &Options, report: &mut Report) {
    if !options.wants("scale") {
        return;
    }
    let toolchain = Toolchain::new(options);
    for (codes, name) in
        [(Codes::Runs, "codes in runs"), (Codes::Scattered, "scattered u32 codes"), (Codes::Text, "text codes")]
    {
        let mut per_row = Vec::new();
        for (rows, rounds) in [(1_000, 9), (10_000, 5), (60_000, 3)] {
            let table = Table::of(rows, codes);
            let directory = directory(&format!("scale-{codes:?}-{rows}"));
            let write = |name: &str, text: &str| write(&directory, name, text);
            write("table.csv", &table.csv());
            // The enum is under a `cfg` that is off: everything is expanded and then dropped.
            let dropped = write("dropped.rs", &table.with_macro("table.csv", true));
            let kept = write("kept.rs", &table.with_macro("table.csv", false));
            let empty = write("empty.rs", "//! Nothing.\n");
            let commands = [&dropped, &kept, &empty].map(|file| toolchain.compile(file, Goal::Check));
            let [dropped, kept, empty] = costs_in_turn(&commands.each_ref(), options.rounds(rounds), || {});
            let seconds = dropped.seconds - empty.seconds;
            per_row.push(seconds / rows as f64);
            let growth = per_row[per_row.len() - 1] / per_row[0];
            let figures =
                format!("expansion {seconds:.3} s; whole check {:.2} s, {:.0} MB", kept.seconds, kept.megabytes);
            let target = (rows > 1_000).then_some(1.25);
            report.row("scale", &format!("expansion a row, {name}, {rows} rows"), "1000 rows", figures, growth, target);
        }
    }
}
