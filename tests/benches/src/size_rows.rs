//! What stays in a program.

use std::fs;

use crate::Options;
use crate::compile::{Goal, Toolchain, directory, write};
use crate::measure::cost_of;
use crate::report::Report;

/// Asks for everything that a row answers, each in one place. The answers are used as a whole: if only the length of a
/// text were used, the optimiser would leave the text out.
const ALL: &str = "
#[inline(never)]
fn ask(status: HttpStatus) {
    std::hint::black_box((status.name(), status.reason(), status.definition(), status.tips()));
    std::hint::black_box((status.reference(), status.class()));
}
fn main() {
    let argument = std::env::args().next().unwrap_or_default();
    if let Some(status) = HttpStatus::from_code(argument.len() as u16).or(HttpStatus::from_reason(&argument)) {
        ask(status);
    }
    std::process::exit(argument.len() as i32);
}
";

/// Asks for a row, but for none of its texts.
const FROM_CODE: &str = "
fn main() {
    let argument = std::env::args().next().unwrap_or_default();
    let found = HttpStatus::from_code(argument.len() as u16);
    std::process::exit(found.map_or(0, |status| status as i32));
}
";

/// The same program without any table.
const NONE: &str = "
fn main() {
    let argument = std::env::args().next().unwrap_or_default();
    std::process::exit(argument.len() as i32);
}
";

/// Row 11.
pub fn measure(options: &Options, report: &mut Report) {
    if !options.wants("11") {
        return;
    }
    let toolchain = Toolchain::new(options);
    let directory = directory("size");
    let size = |name: &str, main: &str, has_table: bool| {
        let table = if has_table { "status_docs::status_table!();\n" } else { "" };
        let source = write(&directory, &format!("{name}.rs"), &format!("#![allow(warnings)]\n{table}{main}"));
        cost_of(&toolchain.compile(&source, Goal::Program));
        loaded(&fs::read(directory.join(name)).expect("the program"))
    };
    let (none, from_code) = (size("none", NONE, false), size("from_code", FROM_CODE, true));
    let (all, unused) = (size("all", ALL, true), size("unused", NONE, true));
    let text = text_bytes();
    let figures = format!("{} B, of which text {text} B", all - none);
    let work = "size added to a program: from_code, from_reason and all accessors, 62 rows";
    report.row("11", work, "the text's own bytes", figures, (all - none) as f64 / text as f64, 1.6);
    let work = "size added to a program: from_code alone, bytes";
    report.row("11", work, "0", format!("{} B", from_code - none), (from_code - none) as f64, 1024.0);
    let work = "size added to a program: a table that is not used, bytes";
    report.row("11", work, "0", format!("{} B", unused - none), (unused - none) as f64, 0.0);
}

/// The texts that the accessors answer with.
fn text_bytes() -> usize {
    use status_docs::HttpStatus;
    let optional = |text: Option<&str>| text.map_or(0, str::len);
    let row = |status: &HttpStatus| {
        status.name().len()
            + status.reason().len()
            + status.definition().len()
            + optional(status.tips())
            + optional(status.reference())
    };
    HttpStatus::ALL.iter().map(row).sum()
}

/// The bytes of an ELF file's sections, without the gaps between them: a file grows in pages, and whether it needs one
/// more is chance.
fn loaded(program: &[u8]) -> usize {
    // 8 takes no room in the file.
    sections(program, &|kind, _| kind != 8)
}

/// The bytes of its machine code.
pub fn instructions(program: &[u8]) -> usize {
    // 1 is what a program brings along, 4 is a flag for what is executed.
    sections(program, &|kind, flags| kind == 1 && flags & 4 != 0)
}

/// The bytes of an ELF file's sections of some kinds and flags.
fn sections(program: &[u8], is_wanted: &dyn Fn(usize, usize) -> bool) -> usize {
    let number = |at: usize, bytes: usize| {
        program[at..at + bytes].iter().rev().fold(0_usize, |number, &byte| number << 8 | usize::from(byte))
    };
    assert!(program.starts_with(b"\x7fELF\x02\x01"), "sizes are read from 64-bit ELF programs");
    let (table, entry, count) = (number(0x28, 8), number(0x3a, 2), number(0x3c, 2));
    let section = |index: usize| {
        let at = table + index * entry;
        if is_wanted(number(at + 4, 4), number(at + 8, 8)) { number(at + 0x20, 8) } else { 0 }
    };
    (0..count).map(section).sum()
}
