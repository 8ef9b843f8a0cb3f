//! What to say of cells.

use super::{lints, numbers};
use crate::code::Code;
use crate::name::{self, quote, quote_seen};
use crate::refusal::{CellFault, OwnRow};

/// As many codes as a sentence names.
const SHOWN: usize = 5;

/// The sentence for who keeps the sheet, and what can be written in Rust about it.
#[allow(clippy::too_many_lines, reason = "a sentence for each fault")]
pub(super) fn say(fault: CellFault) -> (String, Option<String>) {
    let mut help = None;
    let message = match fault {
        CellFault::EmptyCode { header } => {
            let column = header.map(|header| format!(", in column {}", quote(&header))).unwrap_or_default();
            format!("the code is empty{column}; every row needs one")
        }
        CellFault::Code { text, why, name } => {
            let (what, fix, in_rust) = numbers::say(&text, &why, true);
            match name {
                Some(name) => {
                    help = Some(format!("skip({})", quote(&name)));
                    what + numbers::ONE_CODE
                }
                None => {
                    help = in_rust;
                    what + &fix
                }
            }
        }
        CellFault::NoCodes { header } => {
            format!("no cell below {} is one: if it is not the column of the codes, say which is", quote(&header))
        }
        CellFault::NotOfReference { code, reference } => {
            let (least, greatest) = reference.codes;
            format!("{code} is not {} ({least} to {greatest})", reference.code_title)
        }
        CellFault::EmptyPhrase { header } => {
            help = Some(may_be_empty("names = \"E{code}\"", &header));
            empty(&header)
        }
        CellFault::EmptyClass { header } => {
            help = Some(may_be_empty("class: Option<enum \u{2026}>", &header));
            empty(&header)
        }
        CellFault::EmptyValue { header } => {
            help = Some(format!(
                "make the column an Option<\u{2026}>, or leave such rows out: skip({} = \"\")",
                quote(&header)
            ));
            empty(&header)
        }
        CellFault::Uncovered { header, codes } => {
            let mut shown: Vec<String> = codes.iter().take(SHOWN).map(Code::quoted).collect();
            if codes.len() > SHOWN {
                shown.push(format!("and {} more", codes.len() - SHOWN));
            }
            help = Some("or make the column an Option<\u{2026}>".to_owned());
            format!(
                "column {header:?} has no cell for codes that only the base has ({}); add a row for each",
                shown.join(", ")
            )
        }
        CellFault::Hidden { text, unseen } => {
            format!("{} has {}, which is invisible; take it out", quote_seen(&text), name::show(unseen))
        }
        CellFault::ReferencesDisagree { first, other, code, row } => {
            let what = format!(
                "{}, which comes first, calls {code} {}, and {} calls it {}",
                first.file,
                quote(&first.text),
                other.file,
                quote(&other.text)
            );
            match row {
                OwnRow::There => {
                    format!("{what}; write the phrase that you want in this row, in a column \"reason\"")
                }
                OwnRow::Missing => format!("{what}; add a row for {code} with the phrase that you want"),
                OwnRow::NoFile => format!(
                    "{what}; lay a file of your own over them, csv = \"\u{2026}\", that has a row for {code} with the \
                     phrase that you want"
                ),
            }
        }
        CellFault::NotInBase { base, are_several, code, has_cell } => {
            let has = if are_several { "have" } else { "has" };
            let where_to = if has_cell { "" } else { " in a column \"reason\"" };
            format!(
                "{base} {has} no code {code}, so this row needs a reason phrase; correct the code, or write a \
                 phrase{where_to}"
            )
        }
        CellFault::WrongClass { code, class, text } => {
            format!("the class of {code} is {class:?}, not {}; write that or leave the cell empty", quote(&text))
        }
        CellFault::NoClass { code } => {
            format!("code {code} has no class; every row needs one, in a column \"class\"")
        }
        CellFault::Value { text, header, why } => {
            let (what, fix, _) = numbers::say(&text, &why, false);
            format!("{what}, in column {}{fix}", quote(&header))
        }
        CellFault::NoAnswer { text, reference } => {
            let (least, greatest) = reference.codes;
            format!("{} is not {} ({least} to {greatest})", quote(&text), reference.code_title)
        }
        CellFault::TwoAnswers { text, number, called, named, name } => {
            let called = called.as_deref().unwrap_or("another code");
            format!("{} says two things: {number} is {called}, and {name} is {named}; keep one", quote(&text))
        }
        CellFault::LaterRow { code, place } => {
            help = Some("duplicates = \"first\" takes what the first row says".to_owned());
            format!(
                "code {code} is already used on {place}, and this cell says something else, which would be lost as the \
                 row becomes an alias; write the same in both rows"
            )
        }
        CellFault::Spoilt { text, .. } => lints::say_spoilt(&text),
    };
    (message, help)
}

fn empty(header: &str) -> String {
    format!("the cell is empty, in column {}; fill it", quote(header))
}

fn may_be_empty(word: &str, header: &str) -> String {
    format!("{word} lets it be empty; to leave such rows out: skip({} = \"\")", quote(header))
}
