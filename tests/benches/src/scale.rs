//! 1,000 → 10,000 → 60,000 rows: what the macro takes, the compiler's own work on the enum left out.

use std::fs;

use crate::Options;
use crate::generate::{Codes, Table};
use crate::measure::costs_in_turn;
use crate::report::Report;
use crate::scratch::{self, Compiler, Goal};

/// The rows called `scale`.
pub fn measure(options: &Options, report: &mut Report) {
    if !options.wants("scale") {
        return;
    }
    let compiler = Compiler::new();
    for (codes, name) in
        [(Codes::Near, "codes close by"), (Codes::Far, "u32 codes far apart"), (Codes::Text, "text codes")]
    {
        let mut per_row = Vec::new();
        for (rows, rounds) in [(1_000, 9), (10_000, 5), (60_000, 3)] {
            let table = Table::of(rows, codes);
            let directory = scratch::directory(&format!("scale-{codes:?}-{rows}"));
            let write = |name: &str, text: &str| {
                let file = directory.join(name);
                fs::write(&file, text).expect("the target directory can be written");
                file
            };
            write("table.csv", &table.csv());
            // The enum is under a `cfg` that is off: all is expanded, and all is dropped.
            let dropped = write("dropped.rs", &table.with_macro("table.csv", true));
            let kept = write("kept.rs", &table.with_macro("table.csv", false));
            let empty = write("empty.rs", "//! Nothing.\n");
            let commands = [&dropped, &kept, &empty].map(|file| compiler.compile(file, Goal::Check));
            let [dropped, kept, empty] =
                costs_in_turn(&[&commands[0], &commands[1], &commands[2]], options.rounds(rounds), || {})
                    .try_into()
                    .expect("three of them");
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
