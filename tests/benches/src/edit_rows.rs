//! What a table costs whenever a line beside it changes: an incremental check, the cost that people pay all day.

use std::fs;
use std::path::{Path, PathBuf};

use status_docs_tests::generate::{Codes, Table};

use crate::Options;
use crate::build_rows::figures;
use crate::compile::{self, Toolchain};
use crate::instead;
use crate::measure::{cost_of, costs_in_turn};
use crate::report::Report;

/// Row 13.
pub fn measure(options: &Options, report: &mut Report) {
    if !options.wants("13") {
        return;
    }
    let toolchain = Toolchain::new(options);
    for (rows, target, rounds) in [(62, 1.0, 41), (1_000, 0.9, 21), (10_000, 0.6, 7)] {
        let table = Table::of(rows, Codes::Runs);
        let directory = compile::directory(&format!("edits-{rows}"));
        compile::write(&directory, "table.csv", &table.csv());
        let crates = [
            Edited::write(&directory, "with_macro.rs", &table.with_macro("table.csv", false)),
            Edited::write(&directory, "by_hand.rs", &instead::by_hand(&table)),
            Edited::write(&directory, "empty.rs", "//! Nothing.\n"),
        ];
        let commands = crates.each_ref().map(|edited| toolchain.check_again(&edited.file));
        // The first check of each is not an incremental one.
        for (edited, command) in crates.iter().zip(&commands) {
            edited.save(0);
            cost_of(command);
        }
        let mut edits = 0;
        let next_edit = || {
            edits += 1;
            for edited in &crates {
                edited.save(edits);
            }
        };
        let [ours, theirs, empty] = costs_in_turn(&commands.each_ref(), options.rounds(rounds), next_edit);
        let (ours, theirs) = (ours.over(empty), theirs.over(empty));
        let work = format!("incremental check after an edit beside {rows} rows, over an empty crate");
        let ratio = ours.seconds / theirs.seconds;
        report.row("13", &work, "enum and matches by hand", figures(ours, theirs), ratio, target);
    }
}

/// A crate with a function beside its table, whose body is edited.
struct Edited {
    file: PathBuf,
    source: String,
}

impl Edited {
    /// A crate with this source; the results of earlier checks of it are removed.
    fn write(directory: &Path, name: &str, source: &str) -> Self {
        let file = directory.join(name);
        let _ = fs::remove_dir_all(file.with_extension("incremental"));
        Self { file, source: source.to_owned() }
    }

    /// Only the line before the table changes: nothing after it moves.
    fn save(&self, edit: u32) {
        let (docs, table) = self.source.split_once('\n').expect("a line of documentation");
        let source = format!("{docs}\n/// Edited.\npub fn edited() -> u32 {{ {:06} }}\n{table}", 100_000 + edit);
        fs::write(&self.file, source).expect("the target directory can be written");
    }
}
