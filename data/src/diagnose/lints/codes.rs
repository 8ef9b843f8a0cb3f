//! What a spreadsheet or a document does to a column of text codes, and only the whole column shows: lost zeros, codes
//! that became dates, several codes in a cell, markup around all, digits that are gone, and characters that look like
//! those of a keyboard.

use super::letters::{latin, separate_accent};
use super::{Hit, texts};
use crate::diagnose::numbers::{are_thousands, is_date};
use crate::name::{quote, show, typed};
use crate::order;
use crate::rule::Rule;
use crate::sheet::Cell;
use crate::text;

/// As many digits of a number as a spreadsheet keeps.
pub(super) const KEPT: usize = 15;

/// What each rule finds in a column of text codes.
pub(super) fn of<'s>(cells: &[Cell<'s>], has_odd: bool) -> Vec<(Rule, Vec<Hit<'s>>)> {
    let mut found = vec![
        (Rule::LostZeros, lost_zeros(cells)),
        (Rule::SpreadsheetDate, dates(cells)),
        (Rule::MarkupCode, markup(cells)),
        (Rule::SeveralCodes, several(cells)),
        (Rule::LongNumber, long_numbers(cells)),
    ];
    if has_odd {
        found.push((Rule::LookAlike, lookalikes(cells)));
        let (mut accents, mut quotes) = (Vec::new(), Vec::new());
        for cell in cells.iter().filter(|cell| !text::is_ascii(cell.text)) {
            accents.extend(separate_accent(cell.text).map(|said| (*cell, said)));
            quotes.extend(texts::curly_quotes(cell.text).map(|said| (*cell, said)));
        }
        found.push((Rule::SeparateAccent, accents));
        found.push((Rule::CurlyQuotes, quotes));
    }
    found
}

fn is_digits(text: &str) -> bool {
    text::is_number(text)
}

/// Where the codes are of one width and some begin with a zero, a shorter one of digits alone has lost its own.
///
/// The shorter ones are left out to see that width. `0, 10, 11` and `0, 100, 200` have none that begins with a zero,
/// and pass.
fn lost_zeros<'s>(cells: &[Cell<'s>]) -> Vec<Hit<'s>> {
    let mut longest = 0;
    for cell in cells {
        longest = longest.max(cell.text.len());
    }
    let mut hits = Vec::new();
    let mut has_zero = false;
    for cell in cells {
        if cell.text.len() == longest {
            has_zero |= cell.text.starts_with('0');
        } else if is_digits(cell.text) {
            let message = format!(
                "the code {:?} is shorter than the others, which have {longest} characters: a spreadsheet dropped its \
                 leading zeros; format the column as text and write \"{:0>longest$}\"",
                cell.text, cell.text
            );
            hits.push((*cell, message));
        } else {
            return Vec::new();
        }
    }
    if !has_zero {
        hits.clear();
    }
    hits
}

/// A date among codes that are not dates. Where most look like dates, the codes are dates.
fn dates<'s>(cells: &[Cell<'s>]) -> Vec<Hit<'s>> {
    let mut hits = Vec::new();
    for cell in cells {
        // A quick look: a date has digits and something between them.
        if cell.text.len() >= 4 && is_date(cell.text) {
            let message = format!(
                "the code {:?} looks like a date, which a spreadsheet made of it; format the column as text and type it again",
                cell.text
            );
            hits.push((*cell, message));
        }
    }
    if hits.len() * 2 > cells.len() {
        hits.clear();
    }
    hits
}

/// What Markdown, a wiki or a web page puts around each code: two codes or more, all alike.
fn markup<'s>(cells: &[Cell<'s>]) -> Vec<Hit<'s>> {
    let [first, second, ..] = cells else { return Vec::new() };
    let Some(around) = markup_of(first.text).filter(|around| markup_of(second.text) == Some(*around)) else {
        return Vec::new();
    };
    if !cells.iter().all(|cell| markup_of(cell.text) == Some(around)) {
        return Vec::new();
    }
    let message = match around {
        "[" => "each code is a link of Markdown; write its text alone".to_owned(),
        "<code>" | "<b>" => format!("each code is between {around} and its end; take them out of the sheet"),
        _ => format!("each code is between {around}; take it out of the sheet"),
    };
    vec![(*first, message)]
}

fn markup_of(text: &str) -> Option<&'static str> {
    const AROUND: [(&str, &str); 6] =
        [("**", "**"), ("*", "*"), ("_", "_"), ("`", "`"), ("<b>", "</b>"), ("<code>", "</code>")];
    if !text::begins_with_one_of(text, "*_`<[") {
        return None;
    }
    for (begin, end) in AROUND {
        let inner = text.strip_prefix(begin).and_then(|rest| rest.strip_suffix(end));
        if inner
            .is_some_and(|inner| text::begins(inner, char::is_alphanumeric) && inner.ends_with(char::is_alphanumeric))
        {
            return Some(begin);
        }
    }
    let inner = text.strip_prefix('[')?.strip_suffix(')')?;
    inner.contains("](").then_some("[")
}

/// Several codes in one cell: `A-0010, A-200`, `8001; 8002`. Decimals beside other decimals are numbers.
fn several<'s>(cells: &[Cell<'s>]) -> Vec<Hit<'s>> {
    let mut hits = Vec::new();
    let mut decimals = 0;
    for cell in cells {
        if !text::has_one_of(cell.text, ",;/.") {
            continue;
        }
        let is_decimal = is_decimal(cell.text);
        decimals += usize::from(is_decimal);
        let groups: Vec<&str> = cell.text.split(',').collect();
        if !are_thousands(&groups) && has_several(cell.text) {
            hits.push((*cell, is_decimal));
        }
    }
    let mut found = Vec::new();
    for (cell, is_decimal) in hits {
        if !is_decimal || decimals < 2 {
            found.push((cell, format!("{} is several codes; a row has one code: a row each", quote(cell.text))));
        }
    }
    found
}

/// Whether a text has several parts, each with a digit in it.
pub(crate) fn has_several(text: &str) -> bool {
    let slashed = text.replace(" / ", ";");
    let mut parts = 0;
    for part in slashed.split([',', ';', '\n', '\r']) {
        if part.trim().is_empty() {
            continue;
        }
        if !text::has_digit(part) {
            return false;
        }
        parts += 1;
    }
    parts > 1
}

/// `1,5`, `1.5` and `1,5E+03`
fn is_decimal(text: &str) -> bool {
    let number = text.split_once(['e', 'E']).map_or(text, |(number, _)| number);
    number.split_once([',', '.']).is_some_and(|(whole, rest)| is_digits(whole) && is_digits(rest))
}

/// Numbers of which a spreadsheet kept 15 digits, and wrote zeros for the others. One that is not zero there shows that
/// none was lost; a round number shows nothing.
pub(super) fn long_numbers<'s>(cells: &[Cell<'s>]) -> Vec<Hit<'s>> {
    let (mut hits, mut zeros) = (Vec::new(), 0);
    for cell in cells {
        let digits = cell.text.strip_prefix('-').unwrap_or(cell.text);
        if digits.len() <= KEPT || !is_digits(digits) {
            continue;
        }
        let Some((kept, lost)) = digits.split_at_checked(KEPT) else { continue };
        if text::has(lost, |digit| digit != '0') {
            return Vec::new();
        }
        if !kept.ends_with("000") {
            zeros += lost.len();
            let message = format!(
                "{} has more than 15 digits, and zeros after these: a spreadsheet rounded it; format the column as Text, \
                 then type it again",
                cell.text
            );
            hits.push((*cell, message));
        }
    }
    if zeros < 2 {
        hits.clear();
    }
    hits
}

/// Characters in place of a keyboard's: dashes of a document, letters of another alphabet, wide ones, and a footnote's
/// mark. No device sends them, and nobody sees the difference.
fn lookalikes<'s>(cells: &[Cell<'s>]) -> Vec<Hit<'s>> {
    let codes = Plain::of(cells);
    let mut hits = Vec::new();
    for cell in cells.iter().filter(|cell| !cell.text.is_ascii()) {
        let Some((odd, plain, code)) = codes.written(cell.text) else { continue };
        let what = match plain {
            Some(plain) => format!("in place of {plain}"),
            None => "as a mark of a footnote".to_owned(),
        };
        let message = format!("the code {} has {} in it, {what}; write {}", quote(cell.text), show(odd), typed(&code));
        hits.push((*cell, message));
    }
    hits
}

/// What the codes of a keyboard's characters begin with, for a look at the others.
struct Plain<'s> {
    beginnings: Vec<&'s str>,
    /// More than half of the codes have such characters alone.
    are_most: bool,
}

impl<'s> Plain<'s> {
    fn of(cells: &[Cell<'s>]) -> Self {
        let plain = || cells.iter().filter(|cell| cell.text.is_ascii());
        let mut beginnings: Vec<&str> = plain().map(|cell| beginning(cell.text)).collect();
        order::sort(&mut beginnings, Ord::cmp);
        beginnings.dedup();
        Self { beginnings, are_most: plain().count() * 2 > cells.len() }
    }

    /// The first character that is in place of a keyboard's, that one, and the code with it.
    fn written(&self, text: &str) -> Option<(char, Option<char>, String)> {
        let replaced = |plain: fn(char) -> Option<char>| {
            let odd = text.chars().find(|&c| plain(c).is_some())?;
            Some((odd, plain(odd), text.chars().map(|c| plain(c).unwrap_or(c)).collect::<String>()))
        };
        if has_dash(text) {
            return replaced(hyphen);
        }
        if !self.beginnings.is_empty() || text::has(text, |byte| byte.is_ascii_alphanumeric()) {
            if let Some(wide) = replaced(narrow) {
                return Some(wide);
            }
        }
        let folded: String = text.chars().map(|c| latin(c).unwrap_or(c)).collect();
        let is_like_another = folded.is_ascii()
            && !beginning(text).is_ascii()
            && self.beginnings.binary_search(&beginning(&folded)).is_ok();
        if is_like_another || text.split(|c: char| !c.is_alphanumeric()).any(is_of_two_alphabets) {
            return replaced(latin);
        }
        let bare = text.trim_end_matches(FOOTNOTES);
        let mark = text.strip_prefix(bare)?.chars().next()?;
        (self.are_most && bare.is_ascii()).then(|| (mark, None, bare.to_owned()))
    }
}

/// The letters before anything else.
fn beginning(text: &str) -> &str {
    text.strip_suffix(text.trim_start_matches(char::is_alphabetic)).unwrap_or(text)
}

/// A dash between letters or digits; one with spaces around it is a phrase's.
fn has_dash(text: &str) -> bool {
    let parts: Vec<&str> = text.split(|c| hyphen(c).is_some()).collect();
    let joins = |pair: &[&str]| match pair {
        [before, after] => before.ends_with(char::is_alphanumeric) && text::begins(after, char::is_alphanumeric),
        _ => false,
    };
    parts.windows(2).any(joins)
}

fn hyphen(c: char) -> Option<char> {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}').then_some('-')
}

/// The ASCII character of a wide one.
fn narrow(c: char) -> Option<char> {
    if !matches!(c, '\u{ff01}'..='\u{ff5e}') {
        return None;
    }
    char::from_u32(u32::from(c) - 0xfee0)
}

/// `E0\u{41e}1`: letters of Latin, and others that all look like some.
fn is_of_two_alphabets(run: &str) -> bool {
    let is_known = |c: char| c.is_ascii_alphanumeric() || latin(c).is_some();
    !run.is_ascii() && text::has(run, |byte| byte.is_ascii_alphabetic()) && run.chars().all(is_known)
}

/// What a footnote is marked with.
const FOOTNOTES: [char; 8] = ['\u{b9}', '\u{b2}', '\u{b3}', '\u{2074}', '\u{2075}', '\u{2076}', '\u{2020}', '\u{2021}'];

#[cfg(test)]
mod tests {
    use crate::testing::{table, wanted};

    fn findings(codes: &[&str]) -> usize {
        let rows: String = codes.iter().enumerate().map(|(index, code)| format!("{code},R{index}\n")).collect();
        let (_, said) = table(format!("code,name\n{rows}"), &wanted("str"));
        said.len()
    }

    #[test]
    fn zeros_that_a_spreadsheet_dropped() {
        let cases: [(&[&str], usize); 12] = [
            (&["0", "1000", "8003", "0100C", "42P01"], 3),
            (&["00000", "8006", "42P01"], 1),
            (&["01", "2", "03"], 1),
            (&["0", "10", "11"], 0),
            (&["0", "100", "200"], 0),
            (&["1", "2", "10"], 0),
            (&["00000", "42P01"], 0),
            (&["E1", "E10", "7"], 0),
            (&["01", "A", "2"], 0),
            (&["7"], 0),
            (&["01.Jan", "3-5", "4-6", "5-7"], 1),
            (&["1-JAN", "2-FEB", "3-MAR"], 0),
        ];
        for (codes, count) in cases {
            assert_eq!(findings(codes), count, "{codes:?}");
        }
    }

    #[test]
    fn the_cure_is_the_code_itself() {
        let (_, said) = table("code,name\n00000,A\n8006,B\n42P01,C\n", &wanted("str"));
        assert_eq!(
            said,
            ["t.csv:3:1 (cell A3): the code \"8006\" is shorter than the others, which have 5 characters: a \
                 spreadsheet dropped its leading zeros; format the column as text and write \"08006\""]
        );
    }

    #[test]
    fn characters_in_place_of_those_of_a_keyboard() {
        let cases: [(&[&str], &[&str]); 15] = [
            (&["ORA\u{2013}00001", "ORA-00017"], &["has '\u{2013}' (U+2013) in it, in place of -; write ORA-00001"]),
            (
                &["CE\u{2011}1\u{2011}2", "CE\u{2011}3"],
                &[
                    "has '\u{2011}' (U+2011) in it, in place of -; write CE-1-2",
                    "has '\u{2011}' (U+2011) in it, in place of -; write CE-3",
                ],
            ),
            (&["E0\u{41e}1", "E02"], &["has '\u{41e}' (U+041E) in it, in place of O; write E0O1"]),
            (&["\u{415}2", "E3"], &["has '\u{415}' (U+0415) in it, in place of E; write E2"]),
            (&["\u{395}2", "E3"], &["has '\u{395}' (U+0395) in it, in place of E; write E2"]),
            (&["\u{ff25}\u{ff12}", "E3"], &["has '\u{ff25}' (U+FF25) in it, in place of E; write E2"]),
            (
                &["P0104\u{b9}", "P0101", "P0102"],
                &["has '\u{b9}' (U+00B9) in it, as a mark of a footnote; write P0104"],
            ),
            (
                &["P0104\u{2020}\u{2021}", "P0101", "P0102"],
                &["has '\u{2020}' (U+2020) in it, as a mark of a footnote; write P0104"],
            ),
            // Where they belong.
            (&["\u{415}1", "\u{415}2", "\u{416}3"], &[]),
            (&["\u{41c}\u{41e}\u{422}\u{41e}\u{420}", "PUMP", "LED-\u{41c}\u{41e}\u{422}\u{41e}\u{420}"], &[]),
            (&["USB\u{41f}\u{43e}\u{440}\u{442}", "USB2"], &[]),
            (&["\u{ff25}\u{ff11}", "\u{ff25}\u{ff12}"], &[]),
            (&["Door \u{2013} open", "Door \u{2013} shut"], &[]),
            (&["E\u{b2}PROM", "FLASH"], &[]),
            (&["\u{dc}01", "A01", "\u{3a9}1", "m\u{b2}", "m\u{b3}"], &[]),
        ];
        for (codes, said) in cases {
            let rows: String = codes.iter().enumerate().map(|(index, code)| format!("{code},R{index}\n")).collect();
            let (_, found) = table(format!("code,name\n{rows}"), &wanted("str"));
            let found: Vec<&str> = found.iter().filter_map(|said| said.split("\" ").nth(1)).collect();
            assert_eq!(found, said, "{codes:?}");
        }
    }
}
