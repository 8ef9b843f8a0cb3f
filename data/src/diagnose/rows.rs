//! What to say about rows: those that are not rows, and those that the user's words leave out.

use crate::diagnose::alike::and_more;
use crate::name::quote;
use crate::refusal::RowFault;
use crate::wanted::Told;

/// The sentence for who keeps the sheet, and what can be written in Rust about it.
#[allow(clippy::too_many_lines, reason = "a sentence for each fault")]
pub(super) fn say(fault: RowFault) -> (String, Option<String>) {
    let mut help = None;
    let message = match fault {
        RowFault::EmptyText { word } => {
            let (does, what) = if word == "skip" { ("skips", "leave rows out") } else { ("selects", "keep rows") };
            format!("an empty text {does} nothing; to {what} by an empty cell write {word}(\"Header\" = \"\")")
        }
        RowFault::NoSuchCell { header, cell, close, cells, more } => {
            let what = format!("no row has {} in column {}", quote(&cell), quote(&header));
            match close {
                Some(close) => format!("{what}; did you mean {}?", quote(&close)),
                None => format!("{what}; {}", its_cells(&cells, more)),
            }
        }
        RowFault::StrayComma { word } => format!("`{word}` has a comma with nothing beside it; take the comma out"),
        RowFault::NotASelection { word, entry } => format!(
            "{} in `{word}` is not a selection; write codes (200), classes (4xx) or ranges (300-304), separated by commas",
            quote(&entry)
        ),
        RowFault::Backwards { word, entry, first, last } => {
            format!("{} in `{word}` runs backwards; write {last}-{first}", quote(&entry))
        }
        RowFault::BareNumber { word, entry, hex, decimal } => {
            let mut ways = Vec::new();
            for (written, number) in hex.into_iter().chain(decimal) {
                let way = format!("{written} ({number})");
                if !ways.contains(&way) {
                    ways.push(way);
                }
            }
            let what = format!("{} in `{word}` may be hexadecimal or decimal", quote(&entry));
            format!(
                "{what}; write {}",
                if ways.is_empty() { "0x before each number".to_owned() } else { ways.join(", or ") }
            )
        }
        RowFault::SelectsNothing { word, entry, is_text } => {
            let hint = if is_text { EXACTLY } else { "" };
            format!("{} in `{word}` selects no row of the table{hint}", quote(&entry))
        }
        RowFault::SkipsNothing { text } => {
            format!("{} in `skip` is the name or the phrase of no row; take it out", quote(&text))
        }
        RowFault::EmptyPart { header } => {
            format!("the cell is empty, in column {}, and the code is made of it", quote(&header))
        }
        RowFault::Reserved { code } => format!("code {code} is reserved; take another one"),
        RowFault::Skipped { code, line, text, apart } => {
            let is_meant = "if the code is meant, write allow(skipped_code)";
            help = Some(match apart {
                Some((header, cell)) => format!(
                    "if the rows are those of several tables, choose one with only({header:?} = {cell:?}); {is_meant}"
                ),
                None => is_meant.to_owned(),
            });
            let called = if text.is_empty() { text } else { format!(" ({text})") };
            format!(
                "code {code} belonged to line {line}{called}, which `skip` leaves out; a retired code is not used again"
            )
        }
        RowFault::Required { name } => format!("the row has no {name}, which `required` asks for"),
        RowFault::RequiredOfBase { code, name } => {
            format!("{code} of the reference has no {name}; add a row for it")
        }
        RowFault::NothingRequired { name } => {
            format!("there is no column for the {name}, which `required` asks for; add one")
        }
        RowFault::NeverEmpty { name } => format!("`{name}` is never empty; leave it out of `required`"),
        RowFault::UnknownRequired { name, close } => {
            let close = close.map_or_else(String::new, |close| format!("; did you mean `{close}`?"));
            format!("there is no role and no column `{name}`{close}")
        }
        RowFault::Headings { texts, told } => {
            help = Some(headings_help(&texts, told));
            headings(texts.len())
        }
        RowFault::OneCell { delimiter, more } => {
            help = Some("if these are codes, write allow(one_cell_row)".to_owned());
            let also = if more == 0 { String::new() } else { format!(", and of {more} more,") };
            format!(
                "the cells of this row{also} are separated by {delimiter}, those of the header are not; separate them as \
                 there"
            )
        }
        RowFault::Quoted { more } => {
            help = Some("if these are codes, write allow(one_cell_row)".to_owned());
            format!(
                "the row as a whole is in quotes, and so one cell{}; take these quotes out, and write those that are \
                 doubled within them once",
                and_more(more)
            )
        }
        RowFault::HeaderAgain => {
            help = Some("if it is a row, write allow(header_again)".to_owned());
            "this row repeats the header; take it out".to_owned()
        }
        RowFault::SecondTable => {
            help = Some("if it is a row, write allow(second_table)".to_owned());
            "this looks like the header of a second table; a file has one: put the other one into a file of its own"
                .to_owned()
        }
        RowFault::Line => {
            help = Some("if it is a row, write allow(drawn_line)".to_owned());
            "this row only draws a line; take it out".to_owned()
        }
        RowFault::NothingLeft { only, skip, is_text } => {
            format!("{}{}", nothing_left(only, skip), if is_text { EXACTLY } else { "" })
        }
    };
    (message, help)
}

fn headings(count: usize) -> String {
    match count {
        1 => "this looks like a heading or a note; take the row out".to_owned(),
        2 => "this looks like a heading or a note, and so does another row; take the rows out".to_owned(),
        _ => format!("this looks like a heading or a note, and so do {} more rows; take the rows out", count - 1),
    }
}

/// `skip("int", "Drives")`: each text once.
fn headings_help(texts: &[String], told: Told) -> String {
    if told == Told::Options {
        return "if they are rows, --allow heading_row".to_owned();
    }
    let mut named: Vec<String> = Vec::new();
    for text in texts {
        let text = format!("{text:?}");
        if !named.contains(&text) {
            named.push(text);
        }
    }
    format!("if they are rows, write allow(heading_row); to leave them out, write skip({})", named.join(", "))
}

const EXACTLY: &str = "; text codes are compared exactly, and 08* is all that begin with 08";

/// `its cells are "A", "B", and 3 more`
fn its_cells(cells: &[String], more: usize) -> String {
    let mut shown: Vec<String> = Vec::new();
    for cell in cells {
        shown.push(quote(cell));
    }
    if more > 0 {
        shown.push(format!("and {more} more"));
    }
    match shown.as_slice() {
        [] => "all its cells are empty".to_owned(),
        [cell] => format!("all its cells are {cell}"),
        _ => format!("its cells are {}", shown.join(", ")),
    }
}

fn nothing_left(only: usize, skip: usize) -> String {
    let rows = |count: usize| if count == 1 { "the only row".to_owned() } else { format!("all {count} rows") };
    match (only, skip) {
        (0, skip) => format!("no row is left: `skip` leaves out {}", rows(skip)),
        (only, 0) => format!("no row is left: `only` leaves out {}", rows(only)),
        (only, skip) => {
            let s = |count: usize| if count == 1 { "" } else { "s" };
            format!(
                "no row is left: `only` leaves out {only} row{}, and `skip` leaves out {skip} row{}",
                s(only),
                s(skip)
            )
        }
    }
}
