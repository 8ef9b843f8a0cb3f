//! The reach of status-docs, measured: one table with every row that the design asks for.
//!
//! ```text
//! cargo bench -p status-docs-benches                       everything, some ten minutes
//! cargo bench -p status-docs-benches -- --quick            fewer rounds
//! cargo bench -p status-docs-benches -- --only 6,7,scale   some rows
//! ```

mod build_rows;
mod generate;
mod measure;
mod peers;
mod report;
mod run_rows;
mod scale;
mod scratch;
mod size_rows;

use std::process::ExitCode;

use report::Report;

/// What was asked for on the command line.
pub struct Options {
    /// Fewer rounds, for a first look.
    pub is_quick: bool,
    only: Option<Vec<String>>,
}

impl Options {
    /// Whether a row is wanted.
    #[must_use]
    pub fn wants(&self, row: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.iter().any(|wanted| wanted == row))
    }

    /// As many rounds, or a third of them.
    #[must_use]
    pub fn rounds(&self, full: usize) -> usize {
        if self.is_quick { full.div_ceil(3) } else { full }
    }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let mut options = Options { is_quick: false, only: None };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            measure::COST_OF => return measure::print_cost_of(arguments),
            // Cargo says so to every bench.
            "--bench" => {}
            "--quick" => options.is_quick = true,
            "--only" => {
                let rows = arguments.next().expect("--only takes rows: --only 6,7,scale");
                options.only = Some(rows.split(',').map(str::to_owned).collect());
            }
            other => panic!("{other:?} is none of --quick, --only 6,7,scale"),
        }
    }
    let mut report = Report::default();
    run_rows::measure(&options, &mut report);
    size_rows::measure(&options, &mut report);
    build_rows::measure(&options, &mut report);
    scale::measure(&options, &mut report);
    report.print();
    if report.is_all_met() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
