//! What to say of cells that name no variant: each text once, and once for all where the column is one of numbers.

use super::alike::and_more;
use super::{names, numbers, tell_of};
use crate::check::{Unnamed, UnnamedColumn};
use crate::name::{self, quote};
use crate::number;
use crate::refusal::NoName;
use crate::report::Report;
use crate::rule::Rule;
use crate::sheet::Cell;
use crate::text;

/// Reports the cells of a column that name no variant.
pub(super) fn tell(column: &UnnamedColumn<'_>, report: &mut Report) {
    let (mut numbers, mut others) = (Vec::new(), Vec::new());
    for one in &column.cells {
        let text = one.first.text.trim_start_matches('-');
        let is_number = text::begins_with_digit(text);
        if is_number && matches!(one.why, NoName::Identifier(_)) { numbers.push(one) } else { others.push(one) }
    }
    // A number among words is a typing error, and not what the column is.
    if numbers.len() <= column.found {
        others = column.cells.iter().collect();
    } else if let Some(first) = numbers.first() {
        tell_of_numbers(column, first.first, &numbers, report);
    }
    for Unnamed { first, why, cells } in others {
        let (what, fix, help) = names::of_variant(first.text, why);
        let message = format!("{what}{}; {fix}{}", in_column(column), count(*cells));
        tell_of(*first, why.rule(), message, help, report);
    }
}

fn in_column(column: &UnnamedColumn<'_>) -> String {
    column.header.as_ref().map(|header| format!(", in column {}", quote(header))).unwrap_or_default()
}

/// Says of all cells that begin with a digit, and so give no names, what they are.
fn tell_of_numbers(column: &UnnamedColumn<'_>, first: Cell<'_>, unnamed: &[&Unnamed<'_>], report: &mut Report) {
    const SHOWN: usize = 3;
    let (mut texts, mut cells) = (Vec::new(), 0);
    for one in unnamed {
        texts.push(one.first.text);
        cells += one.cells;
    }
    let (are, method) = if let Some(int) = type_of(&texts) {
        ("these are numbers, not words", int)
    } else if texts.iter().all(|text| numbers::is_date(text)) {
        ("these are dates, not words", "&str")
    } else {
        ("these begin with a number, which no name in code can", "&str")
    };
    let (mut shown, mut variants) = (Vec::new(), Vec::new());
    for text in texts.iter().take(SHOWN) {
        shown.push(quote(text));
        let word = text.trim_start_matches(|c: char| !c.is_alphabetic());
        let name = name::pascal(word).unwrap_or_else(|_| "\u{2026}".to_owned());
        variants.push(format!("{name} = {}", quote(text)));
    }
    let more = and_more(texts.len().saturating_sub(SHOWN));
    let message = format!("{are}{}: {}{more}{}", in_column(column), shown.join(", "), count(cells));
    let help = match &column.typed {
        None => "class = \"\" takes the role from the column, and a name and a type in the body read it".to_owned(),
        Some(name) if column.is_theirs => format!(
            "a variant would be called {}, which is no name; {name}: {method} reads them as they are",
            name::words_in_pascal_case(first.text)
        ),
        Some(name) => format!(
            "{name}: {method} reads them as they are; a list gives them names: enum \u{2026} {{ {} }}",
            variants.join(", ")
        ),
    };
    tell_of(first, Rule::NoIdentifier, message, Some(help), report);
}

/// ` (5 cells)`
fn count(cells: usize) -> String {
    if cells > 1 { format!(" ({cells} cells)") } else { String::new() }
}

/// Types, the smallest first, with their ranges.
const TYPES: [(&str, i128, i128); 5] = [
    ("u8", 0, 0xff),
    ("u16", 0, 0xffff),
    ("u32", 0, 0xffff_ffff),
    ("i32", -0x8000_0000, 0x7fff_ffff),
    ("i64", -0x8000_0000_0000_0000, 0x7fff_ffff_ffff_ffff),
];

/// The smallest type of all these numbers, if they are numbers.
fn type_of(texts: &[&str]) -> Option<&'static str> {
    let (mut least, mut greatest) = (0, 0);
    for text in texts {
        let number = number::plain_integer(text)?;
        (least, greatest) = (least.min(number), greatest.max(number));
    }
    let fits = |(_, min, max): &&(&str, i128, i128)| *min <= least && greatest <= *max;
    TYPES.iter().find(fits).map(|(name, ..)| *name)
}
