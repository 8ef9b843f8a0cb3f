//! What a spreadsheet or a document does to a column of text codes, and only the whole column shows: lost zeros, codes
//! that became dates, and characters that look like those of a keyboard.

use crate::name::{quote, show};
use crate::number::is_date;
use crate::report::Report;
use crate::sheet::Cell;

/// Looks at the codes of all rows.
pub(super) fn check(cells: &[Cell<'_>], report: &mut Report) {
    lost_zeros(cells, report);
    dates(cells, report);
    lookalikes(cells, report);
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Where the codes are of one width and some begin with a zero, a shorter one of digits alone has lost its own.
///
/// The shorter ones are left out to see that width. `0, 10, 11` and `0, 100, 200` have none that begins with a zero,
/// and pass.
fn lost_zeros(cells: &[Cell<'_>], report: &mut Report) {
    let Some(longest) = cells.iter().map(|cell| cell.text.len()).max() else { return };
    let is_shorter = |cell: &&Cell<'_>| cell.text.len() < longest && is_digits(cell.text);
    if !cells.iter().any(|cell| is_shorter(&cell)) {
        return;
    }
    let mut rest = cells.iter().filter(|cell| !is_shorter(cell)).peekable();
    let mut has_zero = false;
    if rest.peek().is_none()
        || !rest.all(|cell| {
            has_zero |= cell.text.starts_with('0');
            cell.text.len() == longest
        })
        || !has_zero
    {
        return;
    }
    for cell in cells.iter().filter(is_shorter) {
        let message = format!(
            "the code {:?} is shorter than the others, which have {longest} characters: a spreadsheet dropped its \
             leading zeros; format the column as text and write \"{:0>longest$}\"",
            cell.text, cell.text
        );
        report.at(cell.file, cell.place, message);
    }
}

/// A date among codes that are not dates. Where most look like dates, the codes are dates.
fn dates(cells: &[Cell<'_>], report: &mut Report) {
    let dates: Vec<&Cell<'_>> = cells.iter().filter(|cell| is_date(cell.text)).collect();
    if dates.is_empty() || dates.len() * 2 > cells.len() {
        return;
    }
    for cell in dates {
        let message = format!(
            "the code {:?} looks like a date, which a spreadsheet made of it; format the column as text and type it again",
            cell.text
        );
        report.at(cell.file, cell.place, message);
    }
}

/// Characters in place of a keyboard's: dashes of a document, letters of another alphabet, wide ones, and a footnote's
/// mark. No device sends them, and nobody sees the difference.
fn lookalikes(cells: &[Cell<'_>], report: &mut Report) {
    if cells.iter().all(|cell| cell.text.is_ascii()) {
        return;
    }
    let codes = Plain::of(cells);
    for cell in cells.iter().filter(|cell| !cell.text.is_ascii()) {
        let Some((odd, plain, code)) = codes.written(cell.text) else { continue };
        let what = match plain {
            Some(plain) => format!("in place of {plain}"),
            None => "as a mark of a footnote".to_owned(),
        };
        let message = format!("the code {} has {} in it, {what}; write {code}", quote(cell.text), show(odd));
        report.at(cell.file, cell.place, message);
    }
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
        beginnings.sort_unstable();
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
        if !self.beginnings.is_empty() || text.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
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
        [before, after] => before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric),
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
    !run.is_ascii() && run.bytes().any(|byte| byte.is_ascii_alphabetic()) && run.chars().all(is_known)
}

/// The Latin letter that a Cyrillic or a Greek one looks like.
fn latin(c: char) -> Option<char> {
    const CYRILLIC: &str = "\u{410}\u{412}\u{415}\u{41a}\u{41c}\u{41d}\u{41e}\u{420}\u{421}\u{422}\u{425}\u{405}\u{406}\u{408}\
                            \u{430}\u{435}\u{43e}\u{440}\u{441}\u{443}\u{445}\u{455}\u{456}\u{458}";
    const OF_CYRILLIC: &str = "ABEKMHOPCTXSIJaeopcyxsij";
    const GREEK: &str =
        "\u{391}\u{392}\u{395}\u{396}\u{397}\u{399}\u{39a}\u{39c}\u{39d}\u{39f}\u{3a1}\u{3a4}\u{3a5}\u{3a7}\u{3bf}";
    const OF_GREEK: &str = "ABEZHIKMNOPTYXo";
    let pairs = CYRILLIC.chars().zip(OF_CYRILLIC.chars()).chain(GREEK.chars().zip(OF_GREEK.chars()));
    pairs.into_iter().find(|(other, _)| *other == c).map(|(_, letter)| letter)
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
