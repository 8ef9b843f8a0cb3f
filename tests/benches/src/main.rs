//! The reach of status-docs, measured: one table with every row that the design asks for.
//!
//! ```text
//! cargo bench -p status-docs-benches                       everything, some ten minutes
//! cargo bench -p status-docs-benches -- --quick            fewer rounds
//! cargo bench -p status-docs-benches -- --only 6,7,scale   some rows
//! cargo bench -p status-docs-benches -- --of ../before     what is compiled is that of another checkout
//! ```

mod adopt_rows;
mod bridge_rows;
mod build_rows;
mod command_rows;
mod compile;
mod edit_rows;
mod instead;
mod measure;
mod message_rows;
mod peers;
mod report;
mod run_rows;
mod scale;
mod size_rows;
mod thousand_rows;
mod tree_rows;

use std::path::PathBuf;
use std::process::ExitCode;

use report::Report;
use status_docs_tests::scratch::{toml_string, workspace};

/// The options of the command line.
pub struct Options {
    /// Fewer rounds, for a first look.
    pub is_quick: bool,
    only: Option<Vec<String>>,
    of: PathBuf,
}

impl Options {
    /// Whether a row is wanted.
    #[must_use]
    pub fn wants(&self, row: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.iter().any(|wanted| wanted == row))
    }

    /// `status-docs` as a dependency.
    #[must_use]
    pub fn ours(&self) -> String {
        format!("status-docs = {{ path = {} }}", toml_string(&self.of.join("runtime")))
    }

    /// This many rounds, or a third of them with `--quick`.
    #[must_use]
    pub fn rounds(&self, full: usize) -> usize {
        if self.is_quick { full.div_ceil(3) } else { full }
    }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let mut options = Options { is_quick: false, only: None, of: workspace() };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            measure::COST_OF => return measure::print_cost_of(arguments),
            command_rows::COUNT_RECORDS => return command_rows::count_records(&arguments.next().expect("a file")),
            // Cargo passes this to every bench.
            "--bench" => {}
            "--quick" => options.is_quick = true,
            "--only" => {
                let rows = arguments.next().expect("--only takes rows: --only 6,7,scale");
                options.only = Some(rows.split(',').map(str::to_owned).collect());
            }
            "--of" => {
                let checkout = arguments.next().expect("--of takes a checkout of this repository");
                options.of = std::path::absolute(checkout).expect("a path");
            }
            other => panic!("{other:?} is none of --quick, --only 6,7,scale, --of ../before"),
        }
    }
    let mut report = Report::default();
    run_rows::measure(&options, &mut report);
    thousand_rows::measure(&options, &mut report);
    size_rows::measure(&options, &mut report);
    build_rows::measure(&options, &mut report);
    tree_rows::measure(&options, &mut report);
    edit_rows::measure(&options, &mut report);
    bridge_rows::measure(&options, &mut report);
    command_rows::measure(&options, &mut report);
    message_rows::measure(&options, &mut report);
    adopt_rows::measure(&options, &mut report);
    scale::measure(&options, &mut report);
    report.print();
    if report.is_all_met() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
