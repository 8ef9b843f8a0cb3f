//! Each rule has a table that shows it, and each heuristic lets that table pass under `allow`. Who adds a rule adds a case
//! here; what only the macros' words can break is in [`ELSEWHERE`], with the room that tests it.

use crate::kind::{Choice, Kind, Variants};
use crate::role::Role;
use crate::rule::{Level, RULES, Rule};
use crate::testing::{ids, wanted};
use crate::wanted::{Duplicates, Wanted, WantedColumn};

/// A table that breaks one rule, and no other.
struct Case {
    rule: &'static str,
    /// What the codes are, and more that is wanted.
    code: &'static str,
    with: fn(Wanted) -> Wanted,
    text: &'static str,
}

const fn case(rule: &'static str, code: &'static str, text: &'static str) -> Case {
    Case { rule, code, with: |wanted| wanted, text }
}

/// The same with more that is wanted than the codes.
const fn with(rule: &'static str, code: &'static str, with: fn(Wanted) -> Wanted, text: &'static str) -> Case {
    Case { rule, code, with, text }
}

fn headers(mut wanted: Wanted) -> Wanted {
    wanted.dialect.headers = Some(vec!["code".to_owned(), "title".to_owned()]);
    wanted
}

fn merging(wanted: Wanted) -> Wanted {
    Wanted { duplicates: Some(Duplicates::Alias), ..wanted }
}

fn verbatim(wanted: Wanted) -> Wanted {
    Wanted { verbatim: true, ..wanted }
}

/// A column whose cells are `Low` or `High`.
fn listed() -> WantedColumn {
    let choice = |name: &str| Choice { name: name.to_owned(), text: None };
    let kind = Kind::Category(Variants::Closed(vec![choice("Low"), choice("High")]));
    WantedColumn { name: "sev".to_owned(), header: None, kind, optional: false }
}

const CASES: &[Case] = &[
    // Rows and their cells.
    case("duplicate_code", "u8", "code,reason\n1,A\n1,B\n"),
    case(
        "several_tables",
        "str",
        "Model,code,reason\nA,1,Aa\nA,2,Ab\nA,3,Ac\nA,4,Ad\nB,1,Ba\nB,2,Bb\nB,3,Bc\nB,4,Bd\n",
    ),
    case("copied_row", "u8", "code,reason\n1,A\n1,A\n"),
    with("later_row", "u8", merging, "code,reason,tips\n1,A,x\n1,B,y\n"),
    case("empty_code", "u8", "code,reason\n,A\n2,B\n"),
    case("unreadable_code", "u8", "code,reason\nx,A\n2,B\n"),
    case("spreadsheet_code", "str", "code,reason\n2.20E+06,A\nE2,B\n"),
    case("empty_phrase", "u8", "code,reason\n1,\n2,B\n"),
    with("empty_cell", "u8", |wanted| wanted.column("retry: u8"), "code,reason,retry\n1,A,\n2,B,1\n"),
    with("wrong_value", "u8", |wanted| wanted.column("retry: u8"), "code,reason,retry\n1,A,x\n2,B,1\n"),
    with(
        "not_listed",
        "u8",
        |wanted| Wanted { columns: vec![listed()], ..wanted },
        "code,reason,sev\n1,A,Mid\n2,B,Low\n",
    ),
    case("no_identifier", "u8", "code,reason\n1,+++\n2,B\n"),
    case("same_name", "u8", "code,reason\n1,Door open\n2,Door Open\n"),
    with("not_a_name", "u8", verbatim, "code,name,reason\n1,A-B,A\n2,B,B\n"),
    with("name_of_ours", "u8", verbatim, "code,name,reason\n1,code,A\n2,B,B\n"),
    with("taken_name", "u8", |wanted| wanted.column("from_code: u8"), "code,reason,From code\n1,A,1\n2,B,1\n"),
    case("alias_taken", "u8", "code,reason,aliases\n1,A,B\n2,B,\n"),
    case("reads_alike", "u8", "code,reason,aliases\n1,A,2 B\n2,B,\n"),
    case("alias_list", "u8", "code,reason,aliases\n1,A,\"Held Open, Door Ajar\"\n2,B,\n"),
    case("spreadsheet_error", "u8", "code,reason,tips\n1,A,#REF!\n2,B,\n"),
    case("formula_cell", "u8", "code,reason,definition\n1,A,=B7\n2,B,\n"),
    case("lost_character", "u8", "code,reason,definition\n1,A,lost \u{fffd}\n2,B,\n"),
    case("garbled_text", "u8", "code,reason,definition\n1,A,T\u{c3}\u{bc}r\n2,B,\n"),
    // Cells of tables that are otherwise good.
    case("look_alike", "str", "code,reason\nA\u{2013}1,A\nA-2,B\n"),
    case("separate_accent", "u8", "code,name,reason\n1,A,Cafe\u{301}\n"),
    case("curly_quotes", "u8", "code,name,reason\n1,A,\u{201c}Door\u{201d}\n"),
    case("html_text", "u8", "code,name,reason\n1,A,Fish &amp; chips\n"),
    case("lost_zeros", "str", "code,reason\n00000,A\n8006,B\n42P01,C\n"),
    case("spreadsheet_date", "str", "code,reason\n01.Jan,A\n3-5,B\n4-6,C\n"),
    case("markup_code", "str", "code,reason\n**E1**,A\n**E2**,B\n"),
    case("several_codes", "str", "code,reason\n\"E1, E2\",A\nE3,B\n"),
    case("long_number", "u64", "code,reason\n1234567890123450000,A\n"),
    case("no_text", "u8", "code,reason,tips\n1,A,N/A\n"),
];

/// The same of rules whose sentences are tested with their ids.
const HEADERS: &[Case] = &[
    // Headers.
    case("two_headers", "u8", "number,id,reason\n1,2,A\n"),
    case("duplicate_header", "u8", "code,reason,reason\n1,A,B\n"),
    case("no_code_column", "u8", "Kode,reason\n1,A\n"),
    case("no_phrase_column", "u8", "code,area\n1,A\n"),
    with("bad_template", "str", |wanted| wanted.role(Role::Reason, "{A"), "code,A\n1,B\n"),
    with("empty_part", "str", |wanted| wanted.role(Role::Code, "{A}-{B}"), "A,B,reason\n1,2,A\n1,,B\n"),
    with("code_needed", "u8", |wanted| wanted.role(Role::Code, ""), "code,reason\n1,A\n"),
    with("name_needed", "u8", |wanted| wanted.role(Role::Name, "").role(Role::Reason, ""), "code,reason\n1,A\n"),
    case("misspelt_header", "u8", "code,reason,Tpis\n1,A,B\n"),
    case("not_the_code", "u8", "No,reason\nx,A\ny,B\n"),
    with(
        "no_header_line",
        "u8",
        |wanted| wanted.role(Role::Code, "100").role(Role::Reason, "Open"),
        "100,Open\n101,Held\n",
    ),
    case("heading_row", "str", "code,reason\nE1,A\nE2,B\nE3,C\nE4,D\nTotal: 4,Sum\n"),
    with(
        "one_cell_row",
        "str",
        |wanted| wanted.role(Role::Code, "code").role(Role::Reason, "code"),
        "code,tips\nE1,B\n\"E2,B\",\n",
    ),
    case("header_again", "str", "code,name\nE1,A\ncode,name\n"),
    case("second_table", "str", "code,name\nE1,A\nNumber,Text\nE2,B\n"),
    with("drawn_line", "str", |wanted| Wanted { needs_names: false, ..wanted }, "code,reason\n----,----\nE1,B\n"),
    with("header_line_given", "str", headers, "code,Open\nE1,Held\n"),
];

/// Rules that no table breaks by itself, or whose sentences are tested with their ids, and the room whose tests show them.
const ELSEWHERE: &[(&str, &str)] = &[
    ("missing_header", "data/src/schema"),
    ("skip_empty", "data/src/only.rs"),
    // No two texts that anybody knows.
    ("same_hash", "macros/codegen/src/layout/hash.rs"),
    ("lost_cell", "command"),
    ("unused_value", "command/tests/languages.rs"),
    ("partly_translated", "data/src/diagnose/notes.rs"),
    ("unused_column", "data/src/diagnose/notes.rs"),
    ("dropped_row", "data/src/diagnose/notes.rs"),
    ("near_duplicate", "data/src/diagnose/notes.rs"),
    ("same_row", "data/src/diagnose/notes.rs"),
    ("no_meaning", "data/src/diagnose/notes.rs"),
    ("loose_blanks", "data/src/diagnose/cures.rs"),
    ("empty_end", "data/src/diagnose/cures.rs"),
    ("split_alias", "data/src/diagnose/notes.rs"),
    ("html_in_text", "data/src/diagnose/notes.rs"),
    ("unused_allow", "data/src/compile/mod.rs"),
    ("unregistered_schema", "command"),
    ("not_packaged", "command"),
    ("wrong_class", "data/src/overlay.rs"),
    ("references_disagree", "data/src/reference/merge_tests.rs"),
    ("missing_file", "data/src/diagnose/file"),
    ("file_path", "data/src/diagnose/file"),
    ("unreadable_file", "data/src/diagnose/file"),
    ("large_file", "data/src/diagnose/file"),
    ("workbook_file", "data/src/diagnose/file"),
    ("foreign_file", "data/src/diagnose/file"),
    ("markdown_table", "data/src/diagnose/file"),
    ("lfs_pointer", "data/src/diagnose/file"),
    ("link_as_text", "data/src/diagnose/file"),
    ("quoted_lines", "data/src/diagnose/file"),
    ("wrong_encoding", "data/src/diagnose/file"),
    ("merge_conflict", "data/src/diagnose/file"),
    ("empty_file", "data/src/diagnose/file"),
    ("too_many_rows", "data/src/diagnose/file"),
    ("too_many_columns", "data/src/diagnose/file"),
    ("long_cell", "data/src/diagnose/file"),
    ("cut_cell", "data/src/diagnose/file"),
    ("lone_return", "data/src/diagnose/file"),
    ("nul_character", "data/src/diagnose/file"),
    ("unclosed_quote", "data/src/diagnose/file"),
    ("text_after_quote", "data/src/diagnose/file"),
    ("spaced_quote", "data/src/diagnose/file"),
    ("backslash_quote", "data/src/diagnose/file"),
    ("escaped_letter", "data/src/diagnose/file"),
    ("single_quotes", "data/src/diagnose/file"),
    ("swallowed_rows", "data/src/diagnose/file"),
    ("long_row", "data/src/diagnose/file"),
    ("too_many_headers", "data/src/diagnose/file"),
    ("header_elsewhere", "data/src/diagnose/file"),
    ("wrong_delimiter", "data/src/diagnose/file"),
    ("check_boxes", "data/src/diagnose/file"),
    ("invisible_character", "data/src/check/message_tests.rs"),
    ("unknown_value", "data/src/check/message_tests.rs"),
    ("lost_value", "data/src/check/message_tests.rs"),
    ("message_syntax", "data/src/check/message_tests.rs"),
    ("message_plural", "data/src/check/message_tests.rs"),
    ("foreign_placeholder", "data/src/check/message_tests.rs"),
    ("too_many_values", "data/src/check/message_tests.rs"),
    ("no_message", "data/src/check/message_tests.rs"),
    ("language_tag", "data/src/check/message_tests.rs"),
    ("no_such_language", "data/src/check/message_tests.rs"),
    ("language_twice", "data/src/check/message_tests.rs"),
    ("default_language", "data/src/check/message_tests.rs"),
    ("no_translation", "data/src/check/message_tests.rs"),
    ("unknown_language", "data/src/check/message_tests.rs"),
    ("two_displays", "data/src/check/message_tests.rs"),
    ("unused_value", "command/tests/languages.rs"),
    ("partly_translated", "data/src/diagnose/notes.rs"),
    ("unused_column", "data/src/diagnose/notes.rs"),
    ("dropped_row", "data/src/diagnose/notes.rs"),
    ("near_duplicate", "data/src/diagnose/notes.rs"),
    ("same_row", "data/src/diagnose/notes.rs"),
    ("no_meaning", "data/src/diagnose/notes.rs"),
    ("loose_blanks", "data/src/diagnose/notes.rs"),
    ("not_packaged", "command"),
    ("own_codes", "macros/codegen"),
    ("no_body", "macros/codegen"),
    ("success_answer", "macros/codegen"),
    ("cell_disagrees", "data/src/check/answers.rs"),
    ("no_such_cell", "data/src/only.rs"),
    ("bad_selection", "data/src/only.rs"),
    ("bare_number", "data/src/only.rs"),
    ("empty_selection", "data/src/only.rs"),
    ("idle_skip", "data/src/only.rs"),
    ("no_rows", "data/src/only.rs"),
    ("required_cell", "data/src/required.rs"),
    ("reserved_code", "data/src/reserved.rs"),
    ("skipped_code", "data/src/reserved.rs"),
    ("rust_syntax", "macros/codegen"),
    ("word_value", "macros/codegen"),
    ("old_word", "macros/codegen"),
    ("unknown_word", "macros/codegen"),
    ("word_twice", "macros/codegen"),
    ("misplaced_word", "macros/codegen"),
    ("needs_file", "macros/codegen"),
    ("clashing_words", "macros/codegen"),
    ("unknown_rule", "macros/codegen"),
    ("allowed_fact", "macros/codegen"),
    ("unknown_reference", "macros/codegen"),
    ("code_type", "macros/codegen"),
    ("table_attribute", "macros/codegen"),
    ("column_type", "macros/codegen"),
    ("column_entry", "macros/codegen"),
    ("category_enum", "macros/codegen"),
    ("unknown_row", "macros/codegen"),
    ("missing_variant", "macros/codegen"),
    ("wrong_discriminant", "macros/codegen"),
    ("answering_field", "macros/codegen"),
    ("no_status", "macros/codegen"),
    ("hash_clash", "macros/codegen"),
    ("bridge_word", "macros/codegen"),
    ("bridge_role", "macros/codegen"),
];

pub(crate) fn has_case(rule: Rule) -> bool {
    CASES.iter().any(|case| case.rule == rule.id())
}

#[test]
fn each_rule_has_a_table_that_shows_it() {
    for case in CASES.iter().chain(HEADERS) {
        assert_eq!(ids(case.text, &(case.with)(wanted(case.code))), [case.rule], "{}", case.text);
    }
}

#[test]
fn what_a_heuristic_refuses_passes_where_it_is_allowed() {
    for case in CASES.iter().chain(HEADERS) {
        let rule = Rule::from_id(case.rule).unwrap();
        let allowing = Wanted { allow: vec![rule], ..(case.with)(wanted(case.code)) };
        let passes = ids(case.text, &allowing).is_empty();
        assert_eq!(passes, rule.level() == Level::Heuristic, "{rule}");
    }
}

#[test]
fn no_rule_is_without_a_case() {
    let mut missing = Vec::new();
    for rule in RULES {
        let id = rule.id();
        if !CASES.iter().chain(HEADERS).any(|case| case.rule == id) && !ELSEWHERE.iter().any(|(other, _)| *other == id)
        {
            missing.push(id);
        }
    }
    assert_eq!(missing, [""; 0]);
}
