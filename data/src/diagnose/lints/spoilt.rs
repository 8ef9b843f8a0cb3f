//! Cells that a spreadsheet or an editor spoilt: an error in place of a value, and text that was decoded wrongly.

use crate::finding::Subject;
use crate::index::Index;
use crate::name::quote;
use crate::refusal::CellFault;
use crate::report::Report;
use crate::role::Role;
use crate::rule::Rule;
use crate::schema::Bound;
use crate::sheet::{Cell, Record, Sheet};
use crate::text;
use crate::trust::Trust;
use crate::wanted::{Duplicates, Wanted};

/// What is wrong with a cell's text, whatever its column.
pub(super) fn of_cell(text: &str) -> Option<(Rule, String)> {
    if is_spreadsheet_error(text) {
        return said(
            Rule::SpreadsheetError,
            format!(
                "the cell holds a spreadsheet's error ({text}); correct the formula, or type what the cell should say"
            ),
        );
    }
    if is_formula(text) {
        return said(
            Rule::FormulaCell,
            format!("the cell holds a formula ({text}) and not its result; show results, and export again"),
        );
    }
    if text.contains('\u{fffd}') {
        return said(
            Rule::LostCharacter,
            format!("{} has U+FFFD in it, the sign for a character that was lost; type it again", quote(text)),
        );
    }
    let garbled = garbled(text)?;
    said(
        Rule::GarbledText,
        format!(
            "{} has {garbled:?} in it: the text was decoded wrongly; open the original as UTF-8 and export it again",
            quote(text)
        ),
    )
}

#[allow(clippy::unnecessary_wraps, reason = "what is found, in one line")]
fn said(rule: Rule, message: String) -> Option<(Rule, String)> {
    Some((rule, message))
}

/// What begins an error with a number: `Err:508`.
const NUMBERED: [&str; 2] = ["Err", "Fehler"];

/// Whether a row's cells need a look at all. The text is searched as a whole, which is nothing against a look at
/// each cell; for single characters, because the standard library's search for one is optimised even in a macro.
fn is_possible_in(sheet: &Sheet) -> bool {
    // The cells one after the other, with nothing between them.
    let text = sheet.text.as_str();
    let is_numbered = |(colon, _)| {
        let before = text.get(..colon).unwrap_or_default();
        NUMBERED.iter().any(|begin| before.ends_with(begin))
    };
    // A formula begins its cell; most tables have an equals sign somewhere else, if at all.
    let begins_cell = || sheet.fields.iter().any(|field| sheet.text_of(field).starts_with('='));
    text.contains('#')
        || (text.contains('=') && begins_cell())
        || text.match_indices(':').any(is_numbered)
        || (!text.is_ascii() && text.contains(MARKS))
}

/// Each of these begins what [`of_cell`] looks for.
const MARKS: [char; 4] = ['\u{fffd}', '\u{c3}', '\u{c2}', '\u{e2}'];

/// Takes the rows out of the others that have a spoilt cell among the columns that mean something: each is refused at the first such cell.
pub(crate) fn take_out(bound: &mut Bound<'_>, wanted: &Wanted, report: &mut Report) {
    let sheet = bound.own.sheet;
    if !sheet.origin.is_own() || !is_possible_in(sheet) {
        return;
    }
    let mut codes = Index::new();
    let rows = std::mem::take(&mut bound.rows);
    for row in rows {
        // Nothing of a later row is read but its code and its names.
        let is_first = wanted.duplicates == Some(Duplicates::First);
        let code = bound.cell(&row, Role::Code).filter(|_| is_first).and_then(|cell| wanted.code_in(&cell).ok());
        let is_later = code.as_ref().is_some_and(|code| codes.has(code));
        let spoilt = row.own.filter(|record| !is_later && record.trust() != Trust::Guessed);
        match spoilt.and_then(|record| first_spoilt(bound, record, wanted)) {
            Some((cell, rule)) => {
                let fault = CellFault::Spoilt { rule, text: cell.text.to_owned() };
                report.refuse(cell.file, Some(cell.place), Subject::Table, fault.into());
                bound.spoilt.push((row, cell));
            }
            None => {
                if let Some(code) = code {
                    codes.add(code);
                }
                bound.rows.push(row);
            }
        }
    }
}

fn first_spoilt<'s>(bound: &Bound<'s>, record: Record<'s>, wanted: &Wanted) -> Option<(Cell<'s>, Rule)> {
    for column in bound.own.roles.iter().chain(&bound.own.columns).flatten() {
        let cell = record.cell(*column);
        if let Some((rule, _)) = of_cell(cell.text).filter(|(rule, _)| !wanted.allows(*rule)) {
            return Some((cell, rule));
        }
    }
    None
}

fn is_spreadsheet_error(text: &str) -> bool {
    // As Excel and Calc write them; some in German and French, which is what those save.
    const ERRORS: &str = "#REF! #N/A #DIV/0! #NAME? #VALUE! #NUM! #NULL! #SPILL! #CALC! #GETTING_DATA #FIELD! \
                          #BLOCKED! #BEZUG! #NV #WERT! #ZAHL! #\u{dc}BERLAUF! #VALEUR! #NOM? #NOMBRE! #VALOR! \
                          #VALORE!";
    let is_overflow = text.len() >= 3 && text::all(text, |b| b == '#');
    let is_numbered = |rest: &str| rest.len() == 3 && text::are_digits(rest);
    is_overflow
        || ERRORS.split(' ').any(|error| error == text)
        || text.split_once(':').is_some_and(|(begin, rest)| NUMBERED.contains(&begin) && is_numbered(rest))
}

/// A formula in place of its result, as a sheet is saved that shows formulas: `=SUM(A1:A3)`, `=B7`, `=Codes!$A$2`, `=1/0`.
/// `=0` and `= or above` are what people write.
fn is_formula(text: &str) -> bool {
    let Some(formula) = text.strip_prefix('=') else { return false };
    let rest = formula.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '.' || c == '$');
    let name = formula.strip_suffix(rest).unwrap_or_default();
    if name.is_empty() {
        // Numbers with an operator between them.
        let is_part = |c: char| c.is_ascii_digit() || "+-*/^().".contains(c);
        return formula.chars().all(is_part)
            && text::begins(formula, |c| c.is_ascii_digit() || c == '(')
            && text::has_one_of(formula, "+-*/^");
    }
    let is_reference = name.len() <= 4
        && text::all(name, |byte| byte.is_ascii_uppercase() || byte == '$')
        && text::begins_with_digit(rest);
    (rest.starts_with('(') && text.ends_with(')')) || rest.starts_with('!') || is_reference
}

/// UTF-8 that was read as Windows-1252: `Ã¼` for `ü`, `â€™` for `’`, `Â°` for `°`.
///
/// After `Ã`, what Portuguese writes after its capitals (`NÃO`, `IRMÃ”`) is innocent, and so are spaces and quotes.
fn garbled(text: &str) -> Option<&str> {
    let mut characters = text.char_indices().peekable();
    while let Some((start, c)) = characters.next() {
        let Some(&(at, next)) = characters.peek() else { break };
        let is_garbled = match c {
            '\u{c3}' => {
                matches!(next, '\u{80}'..='\u{9f}' | '\u{a1}'..='\u{aa}' | '\u{ac}'..='\u{ba}' | '\u{bc}'..='\u{bf}')
                    || "\u{20ac}\u{201a}\u{192}\u{201e}\u{2020}\u{2021}\u{2c6}\u{2030}\u{160}\u{2039}\u{152}\u{17d}\u{2022}\
                        \u{2dc}\u{2122}\u{161}\u{203a}\u{153}\u{17e}\u{178}"
                        .contains(next)
            }
            '\u{c2}' => "\u{b0}\u{a7}\u{b1}\u{b2}\u{b3}\u{b5}\u{b7}\u{a9}\u{ae}\u{a3}\u{ab}\u{bb}".contains(next),
            '\u{e2}' => next == '\u{20ac}',
            _ => false,
        };
        if is_garbled {
            return text.get(start..at + next.len_utf8());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{table, wanted};

    /// What is said of a table with such a cell among others.
    fn said(cell: &str) -> Vec<String> {
        let text = format!("code,name,tips\n1,A,x\n2,B,\"{}\"\n3,C,x\n", cell.replace('"', "\"\""));
        table(text, &wanted("u8")).1
    }

    fn is_possible_of(text: &str) -> bool {
        is_possible_in(&crate::testing::sheet("t.csv", text, &mut crate::Report::new()))
    }

    #[test]
    fn what_a_spreadsheet_or_an_editor_spoilt() {
        let errors =
            ["#REF!", "#N/A", "#DIV/0!", "#NAME?", "###", "########", "Err:508", "Fehler:508", "#NV", "#BEZUG!"];
        for error in errors {
            let expected = format!(
                "t.csv:3:5 (cell C3): the cell holds a spreadsheet's error ({error}); correct the formula, or type what the \
                 cell should say"
            );
            assert_eq!(said(error), [expected]);
        }
        for spoilt in
            ["T\u{c3}\u{bc}r", "can\u{e2}\u{20ac}\u{2122}t", "5 \u{c2}\u{b0}C", "\u{c3}\u{201e}rger", "lost \u{fffd}"]
        {
            let expected = format!("t.csv:3:5 (cell C3): {}", of_cell(spoilt).unwrap().1);
            assert_eq!(said(spoilt), [expected]);
        }
        for formula in ["=SUM(A1:A3)", "=B7", "=Codes!$A$2", "=$B$7&\"x\"", "=1/0", "=(2+3)*4", "=VERKETTEN(A1;B1)"] {
            let expected = format!(
                "t.csv:3:5 (cell C3): the cell holds a formula ({formula}) and not its result; show results, and export again"
            );
            assert_eq!(said(formula), [expected]);
        }
        let innocent = [
            "=",
            "=0",
            "=5",
            "= or above",
            "==",
            "=>",
            "=open",
            "=-1",
            "a=B7",
            "=Door (left) is open",
            "#",
            "##",
            "#17",
            "C#",
            "see #REF! there",
            "Err:5",
            "N\u{c3}O",
            "IRM\u{c3}\u{201d}",
            "MA\u{c7}\u{c3} \u{ab}x\u{bb}",
            "MANH\u{c3}\u{a0}",
            "\u{c2}ge",
            "p\u{e2}te",
            "T\u{fc}r",
            "AMANH\u{c3}\u{2026}",
            "=Door5",
            "=LEVEL5",
            "=OFF",
            "=Door (left)",
            "=f(x) or less",
            "",
        ];
        for text in innocent {
            assert_eq!(of_cell(text), None, "{text}");
            assert_eq!(said(text), [""; 0], "{text}");
        }
        // Nothing in it needs a look at each cell.
        assert!(!is_possible_of("code,name,tips\n1,A=b,see: C\n2,T\u{fc}r,Er: 508\n"));
    }
}
