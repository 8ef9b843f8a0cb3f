//! Every heuristic over cells, in one list: a column, and what is said of it, or nothing.

#![allow(clippy::format_push_string, reason = "a test may take its time")]

use crate::testing::{ids, wanted};
use crate::wanted::Wanted;

/// A name; what is wanted; the column's header and cells; the rules that it breaks.
type Case = (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const NOTHING: &[&str] = &[];

/// Of text codes: each row has a phrase of its own.
const CODES: &[(&str, &[&str], &[&str])] = &[
    ("asterisks around all", &["**E01**", "**E02**"], &["markup_code"]),
    ("one asterisk around all", &["*E01*", "*E02*"], &["markup_code"]),
    ("backticks around all", &["`E01`", "`E02`", "`E03`"], &["markup_code"]),
    ("tags around all", &["<code>E01</code>", "<code>E02</code>"], &["markup_code"]),
    ("links of Markdown", &["[E01](https://x.example/1)", "[E02](https://x.example/2)"], &["markup_code"]),
    ("one code with an asterisk", &["*", "E02"], NOTHING),
    ("asterisks around one", &["**E01**", "E02"], NOTHING),
    ("brackets are codes' own", &["[E01]", "[E02]"], NOTHING),
    ("angle brackets are too", &["<E01>", "<E02>"], NOTHING),
    ("underscores beside others", &["_init_", "exit"], NOTHING),
    ("two codes, with a comma", &["A-0010, A-200", "A-3"], &["several_codes"]),
    ("two codes, with a semicolon", &["8001; 8002", "8003"], &["several_codes"]),
    ("two codes, with a slash", &["E1 / E2", "E3"], &["several_codes"]),
    ("decimals with a comma", &["1,5", "2,5"], NOTHING),
    ("groups of thousands", &["1,000", "2,000"], NOTHING),
    ("parts of one code", &["CE-30001-4", "CE-30002-5"], NOTHING),
    ("a slash within", &["A/B", "1/2"], NOTHING),
    ("a comma before a word", &["E1, fatal", "E2"], NOTHING),
    ("digits that are gone", &["1234567890123450000", "1234567890123460000"], &["long_number"]),
    ("digits that are all there", &["9912140633506420", "9912140633506421"], NOTHING),
    ("one zero", &["9912140633506420", "1"], NOTHING),
    ("a round number", &["10000000000000000", "1"], NOTHING),
    ("lost zeros", &["00000", "8006", "42P01"], &["lost_zeros"]),
    ("a date among numbers", &["01.Jan", "3-5", "4-6", "5-7"], &["spreadsheet_date"]),
    ("an en dash", &["ORA\u{2013}00001", "ORA-00017"], &["look_alike"]),
    ("an accent apart", &["caf\u{e9}", "cafe\u{301}"], &["separate_accent"]),
    ("curly quotes", &["\u{201c}E1\u{201d}", "E2"], &["curly_quotes"]),
    ("HTML in a code is the code", &["&amp;", "<br>"], NOTHING),
];

/// Of names, phrases or aliases: one cell beside `Plain`.
const PHRASES: &[(&str, &str, &[&str])] = &[
    ("Cyrillic letters in a Latin word", "D\u{43e}\u{43e}r held", &["look_alike"]),
    ("a Latin letter in a Cyrillic word", "\u{414}\u{432}e\u{440}\u{44c}", &["look_alike"]),
    ("a Greek letter in a Latin word", "D\u{3bf}or", &["look_alike"]),
    ("words of two scripts", "\u{422}\u{438}\u{43f} A", NOTHING),
    ("a unit", "10k\u{3a9}", NOTHING),
    ("a difference", "\u{394}T", NOTHING),
    ("an angle", "\u{3c6}1", NOTHING),
    ("micro", "\u{b5}A", NOTHING),
    ("a Cyrillic word", "\u{414}\u{432}\u{435}\u{440}\u{44c}", NOTHING),
    ("an accent apart", "Cafe\u{301} open", &["separate_accent"]),
    ("a Cyrillic letter in two parts", "\u{438}\u{306}", &["separate_accent"]),
    ("an accent", "Caf\u{e9} open", NOTHING),
    ("a mark that no letter has", "x\u{301}", NOTHING),
    ("a script that needs marks", "\u{915}\u{93f}", NOTHING),
    ("an entity", "Fish &amp; chips", &["html_text"]),
    ("a numbered entity", "don&#39;t", &["html_text"]),
    ("a line break of HTML", "A<br>B", &["html_text"]),
    ("the same, closed", "A<br />B", &["html_text"]),
    ("the end of a tag", "<b>A</b>", &["html_text"]),
    ("an escaped line break", "1. Stop\\n2. Go", &["html_text"]),
    ("an escaped one of Windows", "1. Stop\\r\\n2. Go", &["html_text"]),
    ("a company", "AT&T", NOTHING),
    ("a department", "R&D; later", NOTHING),
    ("less", "a < b", NOTHING),
    ("a place for a value", "<id> is missing", NOTHING),
    ("a path", "C:\\new", NOTHING),
    ("a pattern", "\\d+", NOTHING),
    ("English quotes", "\u{201c}Door\u{201d}", &["curly_quotes"]),
    ("German quotes", "\u{201e}T\u{fc}r\u{201c}", &["curly_quotes"]),
    ("French quotes", "\u{ab} Porte \u{bb}", &["curly_quotes"]),
    ("quotes within", "\u{201c}Busy\u{201d} signal", NOTHING),
    ("two quoted words", "\u{201c}A\u{201d} or \u{201c}B\u{201d}", NOTHING),
    ("an apostrophe", "\u{2019}tis late", NOTHING),
];

/// Of other columns: the column as it is typed, or a role by its header.
const OTHERS: &[Case] = &[
    ("nothing, in tips", "", "tips", &["N/A", "x"], &["no_text"]),
    ("a dash, in tips", "", "tips", &["\u{2014}", "x"], &["no_text"]),
    ("a question mark, in tips", "", "tips", &["?", "x"], &["no_text"]),
    ("to do, in a definition", "", "definition", &["TODO", "x"], &["no_text"]),
    ("what a database writes", "", "definition", &["NULL", "\\N"], &["no_text"]),
    ("nothing in parentheses", "", "reference", &["(none)", "x"], &["no_text"]),
    ("nothing in an optional text", "site: Option<&str>", "Site", &["n.a.", "x"], &["no_text"]),
    ("a text of any kind", "site: &str", "Site", &["N/A", "None"], NOTHING),
    ("a category", "site: enum", "Site", &["None", "TBD"], NOTHING),
    ("a list", "", "tips", &["- check the valve", "x"], NOTHING),
    ("not everywhere", "", "tips", &["N/A on model B", "x"], NOTHING),
    ("a continent", "", "tips", &["NA", "No"], NOTHING),
    ("a month among versions", "since: &str", "Since", &["1.10", "1.2", "1. Feb"], &["spreadsheet_date"]),
    ("a month and a day among versions", "since: &str", "Since", &["1.10", "1.2", "Feb 10"], &["spreadsheet_date"]),
    ("a German month", "since: &str", "Since", &["1.10", "1.2", "04. Mrz"], &["spreadsheet_date"]),
    ("the number of a day", "since: &str", "Since", &["1.10", "1.2", "45306"], &["spreadsheet_date"]),
    ("a column of dates", "since: &str", "Since", &["2-Jan", "3-Feb", "4-Mar", "1.2"], NOTHING),
    ("an edition", "since: &str", "Since", &["1.10", "1.2", "Feb edition"], NOTHING),
    ("versions", "since: &str", "Since", &["1.10", "1.2", "2"], NOTHING),
    ("digits that are gone", "serial: u64", "Serial", &["1234567890123450000", "7"], &["long_number"]),
    ("a power of two", "serial: u64", "Serial", &["1152921504606846976", "7"], NOTHING),
];

fn rows(header: &str, cells: &[&str]) -> String {
    let mut text = format!("code,reason,{header}\n");
    for (index, cell) in cells.iter().enumerate() {
        text.push_str(&format!("{index},R{index},\"{}\"\n", cell.replace('"', "\"\"")));
    }
    text
}

#[test]
fn what_is_said_of_text_codes() {
    for (name, codes, expected) in CODES {
        let mut text = "code,reason\n".to_owned();
        for (index, code) in codes.iter().enumerate() {
            text.push_str(&format!("\"{code}\",R{index}\n"));
        }
        assert_eq!(ids(&text, &wanted("str")), *expected, "{name}");
    }
}

#[test]
fn what_is_said_of_names_phrases_and_aliases() {
    for (name, cell, expected) in PHRASES {
        let derive = Wanted { needs_names: false, ..wanted("u8") };
        let phrase = format!("code,reason\n1,\"{cell}\"\n2,Plain\n");
        assert_eq!(ids(&phrase, &derive), *expected, "{name}, as a phrase");
        let alias = format!("code,reason,aliases\n1,A,\"{cell}\"\n2,Plain,\n");
        assert_eq!(ids(&alias, &derive), *expected, "{name}, as an alias");
        let sentence = format!("code,reason,definition,tips\n1,A,\"{cell}\",\"{cell}\"\n2,Plain,,\n");
        assert_eq!(ids(&sentence, &derive), NOTHING, "{name}, in a sentence");
    }
}

#[test]
fn what_is_said_of_other_columns() {
    for (name, column, header, cells, expected) in OTHERS {
        let wanted = if column.is_empty() { wanted("u8") } else { wanted("u8").column(column) };
        assert_eq!(ids(rows(header, cells), &wanted), *expected, "{name}");
    }
}

#[test]
fn what_nobody_reads_has_no_finding() {
    let text = rows("Unread", &["N/A", "\u{201c}Door\u{201d}", "1. Feb"]);
    assert_eq!(ids(text, &wanted("u8")), NOTHING);
}

#[test]
fn many_cells_of_a_column_are_one_finding() {
    let said = |cells: &[&str]| crate::testing::table(rows("tips", cells), &wanted("u8")).1;
    assert_eq!(said(&["-", "x", "-", "-"]).len(), 3);
    let many = said(&["x", "-", "-", "?", "-", "-"]);
    assert_eq!(
        many[0].lines().next().unwrap(),
        "t.csv:3:6 (cell C3): \"-\" says that there is nothing, and would be shown; leave the cell empty; 5 cells of the \
         column are like this, the first in rows 3, 4 and 5"
    );
    assert_eq!(many.len(), 1);
}
