//! What is wrong with a file before its columns are looked at: what it is instead of a table, where its header is, what
//! separates and quotes its cells.
//!
//! Where a file is read in another way than it first looked, which this room finds, its rows are still there, so that
//! the user's code finds its names while the file is repaired.

mod conflict;
mod foreign;
mod lints;
mod search;
mod swallowed;

pub(crate) use conflict::settle_conflicts;
pub(crate) use foreign::kind as foreign;
pub(crate) use lints::{empty_cells, find_cut_cells, find_single_quotes, named_columns, take_check_boxes_out};
pub(crate) use search::another_way;
use swallowed::find_swallowed;
pub(crate) use swallowed::why_beyond;

use super::alike::and_more;
use crate::name;
use crate::read::{File, MAX_CELL_BYTES, MAX_COLUMNS, Reading, Way};
use crate::refusal::{FileFault, Foreign, InsteadOf, WhyBeyond};
use crate::wanted::{Told, Wanted};

/// Reads the text of a file, or the beginning of it; records that swallowed others are guesses.
pub(crate) fn read(file: &File<'_>, text: &str, way: Way, wanted: &Wanted) -> Reading {
    let mut reading = file.read(text, way, wanted);
    find_swallowed(text, way, &mut reading.sheet, wanted, &mut reading.findings);
    reading
}

const SAVE_AS: &str = "save the file as \"CSV UTF-8\"";

/// What is said of it, and what can be written in Rust about it.
pub(super) fn sentence(file: &str, fault: &FileFault, told: Told) -> (String, Option<String>) {
    let csv = |words: &str| Some(words_about(file, words, told));
    let said = |message: &str| (message.to_owned(), None);
    match fault {
        FileFault::Foreign(foreign) => of_foreign(file, foreign),
        FileFault::Encoding(encoding) => (format!("the file is encoded as {encoding}; {SAVE_AS}"), None),
        FileFault::WrongByte { byte, letter } => {
            let guess = letter.map(|letter| format!(", and would be {} in Windows-1252", name::show(letter)));
            (format!("the byte 0x{byte:02X} here is not UTF-8{}; {SAVE_AS}", guess.unwrap_or_default()), None)
        }
        FileFault::Conflict(lines) => (conflict::sentence(lines), None),
        FileFault::LoneReturn { more } => {
            let message = "there is a carriage return without a line feed; save the file with line ends LF or CRLF";
            (format!("{message}{}", and_more(*more)), None)
        }
        FileFault::Nul { more } => {
            (format!("there is a NUL character; take it out, or {SAVE_AS}{}", and_more(*more)), None)
        }
        FileFault::BackslashQuote { more } => (
            format!("a quote within quotes is written \\\" here; write it twice (\"\"){}", and_more(*more)),
            csv("escape = '\\\\'"),
        ),
        FileFault::EscapedLetter { escape, letter } => {
            let message = format!(
                "{escape}{letter} in quotes means nothing here; write {escape} itself twice ({escape}{escape})"
            );
            (message, None)
        }
        FileFault::SpaceAfterQuote => said("there is a space after a closing quote; take it out"),
        FileFault::SpaceBeforeQuote { more } => {
            (format!("there is a space before an opening quote; take it out{}", and_more(*more)), None)
        }
        FileFault::TextAfterQuote => said(
            "there is text after a closing quote; close the quote at the end of the cell, and write a quote within the \
             text twice (\"\")",
        ),
        FileFault::UnclosedQuote => {
            said("the quote that opens here is never closed; close it at the end of the cell, or take it out")
        }
        FileFault::Swallowed { end } => {
            let message = format!(
                "the quote that opens here closes on line {end}, which looks like a row of its own; close it at the end \
                 of this cell, or take it out"
            );
            (message, None)
        }
        FileFault::Empty { .. }
        | FileFault::EmptyBelowHeaders
        | FileFault::HeaderOnly
        | FileFault::TooManyColumns
        | FileFault::TooManyRows { .. }
        | FileFault::LongCell { .. } => (of_limits(fault), None),
        FileFault::TooManyHeaders { .. }
        | FileFault::LongerThanMost { .. }
        | FileFault::LongerThanHeader { .. }
        | FileFault::BeyondHeader { .. }
        | FileFault::AllBeyondHeader { .. } => (of_widths(fault), None),
        FileFault::HeaderLineZero
        | FileFault::HeaderLineOfSeparator
        | FileFault::HeaderLineBeyond { .. }
        | FileFault::HeaderLineBlank { .. }
        | FileFault::HeaderElsewhere { .. }
        | FileFault::WrongSeparatorLine { .. }
        | FileFault::WrongDelimiter { .. }
        | FileFault::UnusualDelimiter(_)
        | FileFault::TwoDelimiters(..) => of_dialect(file, fault, told),
        FileFault::CheckBoxes { first, last, word } => {
            let rows = if first == last { format!("row {first} has") } else { format!("rows {first} to {last} have") };
            let these = if first == last { "this row" } else { "these rows" };
            (format!("{rows} nothing but {word}: check boxes below the table; delete {these}"), None)
        }
        FileFault::CutCell => {
            said("the text is cut: Excel keeps 32,767 characters of a cell; the rest is gone, so type the end again")
        }
        FileFault::Apostrophes => (
            "texts are between two ' here; save the file with \" as the text delimiter (string delimiter)".to_owned(),
            csv("quote = '\\''"),
        ),
    }
}

/// What is written about a file: in code, or to a command whose shell takes quotes and backslashes for its own.
fn words_about(file: &str, words: &str, told: Told) -> String {
    match told {
        Told::Body | Told::Words => format!("csv(\"{file}\", {words})"),
        Told::Options if words.contains('\'') => format!("--csv \"{}\"", words.replace('\\', "\\\\")),
        Told::Options => format!("--csv '{words}'"),
    }
}

/// Where the header is, and what separates the cells.
fn of_dialect(file: &str, fault: &FileFault, told: Told) -> (String, Option<String>) {
    let csv = |words: &str| Some(words_about(file, words, told));
    let said = |message: &str| (message.to_owned(), None);
    match fault {
        FileFault::HeaderLineZero => said("`header_line` counts lines from 1"),
        FileFault::HeaderLineOfSeparator => {
            said("`header_line` is 1, where the file says what separates its cells (sep=…); count that line too")
        }
        FileFault::HeaderLineBeyond { line, lines } => {
            let s = if *lines == 1 { "" } else { "s" };
            (format!("`header_line` is {line}, but the file has {lines} line{s}"), None)
        }
        FileFault::HeaderLineBlank { line, next } => {
            let message = format!("line {line} is blank, and the next one with text is {next}");
            (message, csv(&format!("header_line = {next}")))
        }
        FileFault::HeaderElsewhere { row, line, texts, instead_of } => {
            let seems = format!("the header seems to be in row {row} ({})", texts.join(", "));
            let message = match instead_of {
                InsteadOf::Line(given) => format!("`header_line` is {given}, but {seems}"),
                InsteadOf::Row { row, cells } => {
                    let cells = if *cells == 1 {
                        "one cell".to_owned()
                    } else {
                        format!("{cells} cells and none for the code")
                    };
                    format!("row {row} has {cells}; {seems}: delete what is above it")
                }
            };
            (message, csv(&format!("header_line = {line}")))
        }
        FileFault::WrongSeparatorLine { is, said } => {
            let message = format!(
                "the first line says that {} separates the cells (sep={}), but {} does; correct that line, or take it out",
                described(*said),
                char::from(*said),
                described(*is)
            );
            (message, None)
        }
        FileFault::WrongDelimiter { is, said } => {
            let (is, said) = (described(*is), described(*said));
            (format!("`delimiter` says that {said} separates the cells, but {is} does; take `delimiter` out"), None)
        }
        FileFault::UnusualDelimiter(b' ') => {
            said("a space separates the cells here; save the file with commas, semicolons or tabs")
        }
        FileFault::UnusualDelimiter(delimiter) => {
            let message = format!(
                "{} separates the cells here; save the file with commas, semicolons or tabs",
                described(*delimiter)
            );
            (message, csv(&format!("delimiter = {:?}", char::from(*delimiter))))
        }
        FileFault::TwoDelimiters(one, other) => {
            let message = format!(
                "{} or {} separates the cells here: the header has as many of the one as of the other, and no column \
                 for the code either way",
                described(*one),
                described(*other)
            );
            (message, csv(&format!("delimiter = {:?}", char::from(*one))))
        }
        _ => said(""),
    }
}

fn of_limits(fault: &FileFault) -> String {
    let example = "such as \"code,reason,definition\"";
    match fault {
        FileFault::Empty { from: Some(line) } => {
            format!("the file is empty from line {line} on; that line must be the header, {example}")
        }
        FileFault::EmptyBelowHeaders => "the file is empty; add a row for each code".to_owned(),
        FileFault::HeaderOnly => "the table has a header and no rows; add a row for each code".to_owned(),
        FileFault::TooManyColumns => format!(
            "the row has more than {MAX_COLUMNS} columns, which is where spreadsheets end; from here on nothing is read"
        ),
        FileFault::TooManyRows { rows, most, line } => {
            format!("the table has {rows} rows, and at most {most} are read; split it at line {line}")
        }
        FileFault::LongCell { bytes } => {
            format!("the cell has {bytes} bytes, and at most {MAX_CELL_BYTES} (64 KiB) are read")
        }
        _ => format!("the file is empty; its first line must be the header, {example}"),
    }
}

fn of_widths(fault: &FileFault) -> String {
    match fault {
        FileFault::TooManyHeaders { headers, widest } => {
            let s = if *widest == 1 { "" } else { "s" };
            format!(
                "`headers` has {headers} headers, but no row has more than {widest} cell{s}; give each column one, from \
                 the left"
            )
        }
        FileFault::LongerThanMost { cells, most, delimiter } => format!(
            "the row has {cells} cells, where most have {most}; put quotes around a text with {} in it",
            described(*delimiter)
        ),
        FileFault::LongerThanHeader { cells, headers, last, delimiter, more } => {
            let what = described(*delimiter);
            format!(
                "the row has {cells} cells, and the header {headers} (cell {last}); put quotes around a text with {what} \
                 in it, or take {what} out at the end{}",
                and_more(*more)
            )
        }
        FileFault::BeyondHeader { last, why: Some(WhyBeyond::CurlyQuote(quote)), more, .. } => format!(
            "there is a cell beyond the last header (cell {last}): {quote} does not quote in a CSV; write \" around the \
             text{}",
            and_more(*more)
        ),
        FileFault::BeyondHeader { last, delimiter, why: Some(WhyBeyond::Backslash), more } => format!(
            "there is a cell beyond the last header (cell {last}): a backslash does not keep {} in a text; put quotes around \
             the text{}",
            described(*delimiter),
            and_more(*more)
        ),
        FileFault::BeyondHeader { last, delimiter, why, more } => {
            let also = match why {
                Some(WhyBeyond::MissingBreak(code)) => {
                    format!(", or give this column a header; or a line break is missing before {code}")
                }
                _ => ", or give this column a header".to_owned(),
            };
            format!(
                "there is a cell beyond the last header (cell {last}); put quotes around a text with {} in it{also}{}",
                described(*delimiter),
                and_more(*more)
            )
        }
        FileFault::AllBeyondHeader { last } => {
            format!("every row has cells beyond the last header (cell {last}); give each column a header, or empty it")
        }
        _ => String::new(),
    }
}

fn of_foreign(file: &str, foreign: &Foreign) -> (String, Option<String>) {
    const BUILD_SCRIPT: &str = "or let a build script write the CSV: csv = \"$OUT_DIR/…\"";
    let message = match foreign {
        Foreign::Workbook => {
            let message = format!("the file is a workbook, not a CSV; {SAVE_AS}");
            return (message, Some(format!("or let `cargo status-docs import {file}` write the CSV")));
        }
        Foreign::Json => {
            return ("the file is JSON; export the table as CSV".to_owned(), Some(BUILD_SCRIPT.to_owned()));
        }
        Foreign::Yaml => {
            return ("the file is YAML; export the table as CSV".to_owned(), Some(BUILD_SCRIPT.to_owned()));
        }
        Foreign::Link(path) => {
            let message = format!(
                "the file holds a path and nothing else ({path:?}): it was a link to another file, and git wrote it out \
                 as text; copy the table itself here, or let git make links (core.symlinks)"
            );
            return (message, None);
        }
        Foreign::Compressed => "the file is compressed (gzip), not a CSV; unpack it",
        Foreign::Html => "the file is an HTML page; download or export the table itself as CSV",
        Foreign::Xml => "the file is XML; export the table as CSV",
        Foreign::Pdf => "the file is a PDF; export the table as CSV",
        Foreign::Rtf => "the file is a text document (RTF); export the table as CSV",
        Foreign::Drawn => "the file is a table drawn with lines; export its rows as CSV",
        Foreign::Markdown => "the file is a Markdown table; write its rows as CSV, such as 404,Not Found",
        Foreign::LfsPointer => {
            "git keeps this file elsewhere (LFS), and it is not here yet; fetch it with `git lfs pull`"
        }
        Foreign::QuotedLines => {
            "each line of the file is in quotes as a whole, and so one cell; take these quotes out, and write those that \
             are doubled within them once"
        }
    };
    (message.to_owned(), None)
}

/// A delimiter as a sentence names it.
fn described(delimiter: u8) -> String {
    match delimiter {
        b',' => "a comma".to_owned(),
        b';' => "a semicolon".to_owned(),
        b'\t' => "a tab".to_owned(),
        b' ' => "a space".to_owned(),
        b':' => "a colon".to_owned(),
        b'|' => "a vertical bar".to_owned(),
        other => format!("{:?}", char::from(other)),
    }
}
