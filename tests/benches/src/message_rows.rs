//! What messages of a table cost, against those that one writes in code: to compile, and to say.

use std::fmt::{self, Display, Write};
use std::fs;

use crate::Options;
use crate::build_rows::figures;
use crate::compile::{self, Goal, Toolchain};
use crate::measure::{cost_of, costs_in_turn, pair};
use crate::report::Report;
use crate::size_rows::instructions;

/// Row 17.
pub fn measure(options: &Options, report: &mut Report) {
    if !options.wants("17") {
        return;
    }
    compiled(options, report);
    said(options, report);
}

fn compiled(options: &Options, report: &mut Report) {
    let dependencies = [options.ours(), "thiserror = \"2\"".to_owned()];
    let dependencies: Vec<&str> = dependencies.iter().map(String::as_str).collect();
    let toolchain = Toolchain::with(&dependencies, &["status_docs", "thiserror"]);
    let directory = compile::directory("messages");
    let command = |name: &str, rows: usize, languages: usize, derive: &str, message: Message| {
        let csv = format!("{name}.csv");
        compile::write(&directory, &csv, &table(rows, languages));
        let source = enumeration(rows, &csv, derive, message);
        toolchain.compile(&compile::write(&directory, &format!("{name}.rs"), &source), Goal::Check)
    };
    let commands = [
        command("display240", 240, 2, "status_docs::StatusDocs", Message::Table),
        command("thiserror240", 240, 1, "thiserror::Error, status_docs::StatusDocs", Message::Attribute),
        command("display1000", 1000, 2, "status_docs::StatusDocs", Message::Table),
        command("written1000", 1000, 1, "status_docs::StatusDocs", Message::Written),
        command("display1000in5", 1000, 5, "status_docs::StatusDocs", Message::Table),
    ];
    let [display, thiserror, many, written, languages] = costs_in_turn(&commands.each_ref(), options.rounds(21), || {});
    let mut row = |work: &str, against: &str, ours: crate::measure::Cost, theirs: crate::measure::Cost, target: f64| {
        report.row("17", work, against, figures(ours, theirs), ours.seconds / theirs.seconds, target);
    };
    row("check of 240 messages in 2 languages", "thiserror in one", display, thiserror, 1.0);
    row("check of 1000 messages in 2 languages", "a `write!` each in one", many, written, 1.10);
    row("check of 1000 messages in 5 languages", "the same in 2", languages, many, 1.045);
    let code = |name: &str, rows: usize, languages: usize| {
        let csv = format!("{name}.csv");
        compile::write(&directory, &csv, &table(rows, languages));
        let shown = "#[inline(never)]\nfn show(error: &ApiError) -> String {\n    error.to_string()\n}\n\nfn main() {\n    \
                     let id = std::env::args().count() as u64;\n    let error = if id == 2 { ApiError::Failed0 { id, place: \
                     String::new() } } else { ApiError::Failed1 { id, place: String::new() } };\n    \
                     println!(\"{}\", show(&error));\n}\n";
        let source = enumeration(rows, &csv, "status_docs::StatusDocs", Message::Table) + shown;
        let source = compile::write(&directory, &format!("{name}.rs"), &source);
        cost_of(&toolchain.compile(&source, Goal::Program));
        instructions(&fs::read(directory.join(name)).expect("the program"))
    };
    for languages in [2, 5] {
        let few = code(&format!("few{languages}"), 2, languages);
        let many = code(&format!("many{languages}"), 1000, languages);
        let a_row = many.saturating_sub(few) as f64 / 998.0;
        let work = format!("code of 1000 messages in {languages} languages, bytes a row");
        report.row("17", &work, "0", format!("{few} B with 2 rows, {many} B with 1000"), a_row, 20.0);
    }
}

/// Where the text of a variant is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Message {
    /// In the table: `display`.
    Table,
    /// In `#[error("…")]`.
    Attribute,
    /// In a `Display` by hand.
    Written,
}

fn table(rows: usize, languages: usize) -> String {
    let tags = ["en", "de", "fr", "es", "it"];
    let mut csv = String::from("code,name");
    for tag in tags.iter().take(languages) {
        let _ = write!(csv, ",message:{tag}");
    }
    for row in 0..rows {
        let _ = write!(csv, "\n{row},Failed{row}");
        for tag in tags.iter().take(languages) {
            let _ = write!(csv, ",{tag} {row}: order {{id}} was not found in {{place}}");
        }
    }
    csv + "\n"
}

fn enumeration(rows: usize, csv: &str, derive: &str, message: Message) -> String {
    let display = if message == Message::Table { ", display" } else { "" };
    let mut source = format!(
        "//! Errors.\n\n/// What can go wrong.\n#[derive(Debug, {derive})]\n#[status(csv = \"{csv}\", code = u16{display})]\npub enum ApiError {{\n"
    );
    let text = |row: usize| format!("en {row}: order {{id}} was not found in {{place}}");
    for row in 0..rows {
        if message == Message::Attribute {
            let _ = writeln!(source, "    #[error(\"{}\")]", text(row));
        }
        let _ = writeln!(source, "    /// {row}.\n    Failed{row} {{ /** . */ id: u64, /** . */ place: String }},");
    }
    source.push_str("}\n");
    if message == Message::Written {
        source.push_str("\nimpl std::fmt::Display for ApiError {\n    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {\n        match self {\n");
        for row in 0..rows {
            let _ = writeln!(source, "            Self::Failed{row} {{ id, place }} => write!(f, \"{}\"),", text(row));
        }
        source.push_str("        }\n    }\n}\n");
    }
    source
}

/// The table's messages.
#[derive(Clone, Copy, status_docs::StatusDocs)]
#[status(csv = "tables/messages.csv", code = u8, display)]
enum Ours {
    Missing { id: u64, warehouse: &'static str },
    Locked { id: u64, user: &'static str },
}

/// The same in code.
struct Theirs(Ours);

impl Display for Theirs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Ours::Missing { id, warehouse } => write!(f, "Order {id} was not found in {warehouse}"),
            Ours::Locked { id, user } => write!(f, "Order {id} is locked by {user}"),
        }
    }
}

/// Where messages are written, so that neither allocates.
struct Line {
    bytes: [u8; 96],
    length: usize,
}

impl Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

fn line(value: &impl Display) -> usize {
    let mut line = Line { bytes: [0; 96], length: 0 };
    write!(line, "{value}").expect("it fits");
    line.length + usize::from(line.bytes[0])
}

fn said(options: &Options, report: &mut Report) {
    let inputs: Vec<Ours> = (0..4096)
        .map(|id| match id % 2 {
            0 => Ours::Missing { id, warehouse: "Graz" },
            _ => Ours::Locked { id, user: "somebody" },
        })
        .collect();
    for input in &inputs {
        assert_eq!(input.to_string(), Theirs(*input).to_string());
    }
    let pair = pair(&inputs, options.rounds(101), |input| line(&input), |input| line(&Theirs(input)));
    let figures = format!("{:.1} / {:.1} ns", pair.ours, pair.theirs);
    report.row("17", "a message with two values", "the same `write!`", figures, pair.ratio, 2.0);
}
