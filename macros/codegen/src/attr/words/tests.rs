//! The tables of words in rustdoc, compared with [`WORDS`].

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Group};
use quote::{ToTokens, quote};
use syn::parse::Parser;

use super::*;
use crate::attr::CodeError;
use crate::attr::syntax::separated;
use crate::rustdoc_tables::{cells, code_in, text};

/// The words of a table, each of which is read as it is documented.
fn documented(file: &str, sentence: &str, places: &[Place]) -> BTreeSet<&'static str> {
    let mut words = BTreeSet::new();
    for cell in cells(file, sentence) {
        for example in code_in(&cell) {
            let place = *places.iter().find(|place| reads(example, **place)).unwrap_or_else(|| {
                panic!("{file}: `{example}` is not read at {places:?}");
            });
            let read = read(example, place).unwrap();
            words.extend(read.given.iter().map(|(word, _)| word.name));
            assert!(read.given.len() == 1 || read.row.is_some(), "{file}: {example}");
        }
    }
    words
}

fn reads(example: &str, place: Place) -> bool {
    read(example, place).is_some()
}

/// What an example parses to, together with a file if it is on a type; `None` if it is wrong.
fn read(example: &str, place: Place) -> Option<Words> {
    let mut errors = Errors::default();
    let entries = separated::<Entry>.parse_str(example).ok()?;
    let mut words = Words::default();
    for entry in entries {
        match entry {
            Entry::Key(key, argument) => words.key(key, argument, place, &mut errors),
            entry => words.literal_alone(entry, place, &mut errors),
        }
    }
    (errors.len() == 0).then_some(words)
}

fn names(are_meant: impl Fn(&Word) -> bool) -> BTreeSet<&'static str> {
    WORDS.iter().filter(|word| are_meant(word)).map(|word| word.name).collect()
}

fn is_about_table(word: &Word) -> bool {
    word.places == TABLE
}

fn is_on_type(word: &Word) -> bool {
    TYPE.iter().any(|place| word.is_at(*place)) && !word.is_at(Place::Variant)
}

#[test]
fn the_front_page_has_every_word() {
    let page = "../../runtime/src/lib.rs";
    let about_table = documented(page, "About the table", TABLE);
    assert_eq!(about_table, names(is_about_table));
    assert_eq!(documented(page, "how the file is read:", FILE), names(|word| word.places == FILE));
    let of_macro = documented(page, "For [`status_table!`]:", &[Place::Table]);
    assert_eq!(of_macro, names(|word| word.is_at(Place::Table) && !is_about_table(word)));
    let of_type = documented(page, ", on the type:", TYPE);
    assert_eq!(of_type, names(|word| is_on_type(word) && !is_about_table(word)));
    let of_variant = documented(page, "and on a variant", &[Place::Variant]);
    assert_eq!(of_variant, names(|word| word.is_at(Place::Variant)));
    assert_eq!(documented(page, "and on a field:", &[Place::Field]), names(|word| word.is_at(Place::Field)));
}

#[test]
fn the_derive_has_its_words() {
    let page = "../src/lib.rs";
    let of_type = documented(page, "# On the type", TYPE);
    assert!(of_type.is_superset(&names(|word| is_on_type(word) && !is_about_table(word))), "{of_type:?}");
    let of_variant = documented(page, "# On a variant", &[Place::Variant]);
    assert_eq!(of_variant, names(|word| word.is_at(Place::Variant)));
}

#[test]
fn the_fuzzer_knows_every_word() {
    let grammar = text("../../tests/invariants/grammar.rs");
    let fuzzed: BTreeSet<&str> = grammar.split('\u{a6}').map(str::trim).collect();
    assert!(fuzzed.is_superset(&names(|_| true)), "{fuzzed:?}");
}

#[test]
fn an_example_is_what_the_word_takes() {
    for word in WORDS {
        for example in word.example.split(", or ") {
            let read = read(example, word.places[0]).unwrap_or_else(|| panic!("{example}"));
            assert!(read.is_given(word.name), "{example}");
        }
    }
}

#[test]
fn lists_hold_what_their_word_takes() {
    let words = |text: &str| read(text, Place::Table).unwrap();
    let texts = |texts: Option<Vec<LitStr>>| texts.unwrap().iter().map(LitStr::value).collect::<Vec<_>>();
    let file = |text: &str| words(&format!("csv(\"t.csv\", {text})")).table;
    assert_eq!(texts(file("headers(\"code\", \"\", \"name\",)").headers), ["code", "", "name"]);
    assert_eq!(texts(file("empty(\"-\")").empty), ["-"]);
    assert_eq!(texts(words("base = \"http\"").table.base), ["http"]);
    assert_eq!(texts(words("base(\"http\", \"http\")").table.base), ["http", "http"]);
    assert_eq!(file("escape = '\\\\'").escape, Some(b'\\'));
    assert_eq!(words("r#only = \"4xx\"").table.only.unwrap().len(), 1);
    assert_eq!(words("only(\"4xx\", \"Model\" = \"A\", \"Model\" = \"\")").table.only.unwrap().len(), 3);
    assert_eq!(words("each(crate::markers, reason, http)").each.unwrap().columns, ["reason", "http"]);
    assert_eq!(words("each(markers)").each.unwrap().columns.len(), 0);
    let columns = read("columns(code = \"Fault No.\", r#reason = \"Kurztext\")", Place::Enum).unwrap().columns.unwrap();
    assert_eq!(columns.to_string(), "code = \"Fault No.\" , r#reason = \"Kurztext\"");
    for wrong in [
        "csv(\"t.csv\", headers())",
        "csv(\"t.csv\", headers(code))",
        "csv(\"t.csv\", headers = \"code\")",
        "skip(a = \"b\")",
        "skip(\"a\" = b)",
        "skip(\"a\" = 5)",
        "skip(5)",
        "skip = \"a\"",
        "only()",
        "base()",
        "base(http)",
        "verbatim = true",
        "reserved = 59",
        "required = tips",
        "required(\"tips\")",
        "allow",
        "allow()",
        "doc()",
        "doc = plain",
        "doc(table)",
        "csv()",
        "csv(delimiter = ';')",
        "csv(\"t.csv\", \"u.csv\")",
        "csv(\"t.csv\", base = \"http\")",
        "each()",
        "each(\"markers\")",
        "each(crate::markers, crate::reason)",
        "csv = \"x.csv\"y",
        "csv = b\"x.csv\"",
        "csv",
        "csv(\"t.csv\", delimiter = ';'u)",
        "csv(\"t.csv\", header_line = 0)",
        "csv(\"t.csv\", header_line = 3u8)",
        "csv(\"t.csv\", header_line = -3)",
        "csv(\"t.csv\", radix = 10)",
        "notation = \"octal\"",
        "duplicates = true",
        "without(\"Display\")",
        "without(Display = 1)",
        "without = Display",
        "each = <T>::markers",
        "each = <T as Own>::markers",
        "each = [markers]",
    ] {
        assert!(!reads(wrong, Place::Table), "{wrong}");
    }
}

/// What a `macro_rules!` passes on is in a group that has no brackets.
#[test]
fn a_path_may_be_from_a_macro_of_the_users() {
    let path = Group::new(Delimiter::None, quote!(crate::markers));
    let entries = separated::<Entry>.parse2(quote!(each = #path)).unwrap();
    let mut errors = Errors::default();
    let each = Words::read(entries, Place::Table, &mut errors).each.unwrap();
    assert_eq!((each.path.to_token_stream().to_string().as_str(), errors.len()), ("crate :: markers", 0));
}

#[test]
fn words_about_a_file_need_one() {
    let said = |text: &str| said(Place::Table, text);
    assert_eq!(said("csv = \"t.csv\", duplicates = \"alias\", verbatim"), [""; 0]);
    assert_eq!(
        said("duplicates = \"alias\", verbatim"),
        [
            "`duplicates` is about a file; there is no `csv` here",
            "`verbatim` is about the `name` cells of a file; there is no `csv` here"
        ]
    );
    // It is there, and wrong.
    let of_csv = "`csv` takes a text: csv = \"tables/faults.csv\"";
    assert_eq!(said("csv = 5, duplicates = \"alias\""), [of_csv]);
}

/// The shapes of `with(…)` entries, for any bridge.
#[test]
fn lists_hold_keys_with_values_and_lists() {
    let entries = |text: &str| separated::<Entry>.parse_str(text);
    let given =
        entries("with(http, axum = axum_core, axum(tips), axum(body = crate::envelope), serde = serde::x)").unwrap();
    let [Entry::Key(with, Argument::List(_, bridges))] = given.as_slice() else { panic!() };
    assert_eq!((with.to_string().as_str(), bridges.len()), ("with", 5));
    let [
        _,
        Entry::Key(_, Argument::Type(_)),
        Entry::Key(_, Argument::List(_, tips)),
        Entry::Key(_, Argument::List(_, body)),
        _,
    ] = bridges.as_slice()
    else {
        panic!()
    };
    assert!(matches!(tips.as_slice(), [Entry::Key(_, Argument::None)]));
    assert!(matches!(body.as_slice(), [Entry::Key(_, Argument::Type(_))]));
    assert!(entries("a(b(c(d)))").is_ok());
    assert!(entries(&format!("{}{}", "a(".repeat(60), ")".repeat(60))).is_err());
}

#[test]
fn a_delimiter_is_one_ascii_character_between_cells() {
    let cases: [(&str, Option<u8>); 14] = [
        ("';'", Some(b';')),
        (r#""|""#, Some(b'|')),
        (r#""\t""#, Some(b'\t')),
        (r"'\\'", Some(b'\\')),
        ("'a'", None),
        ("'7'", None),
        (r#"'"'"#, None),
        (r"'\n'", None),
        ("' '", None),
        (r"'\0'", None),
        (r"'\u{e9}'", None),
        (r#"";;""#, None),
        (r#""""#, None),
        ("9", None),
    ];
    for (text, byte) in cases {
        for is_negative in [false, true] {
            let literal = CodeLit { is_negative, lit: syn::parse_str(text).unwrap() };
            assert_eq!(takes::character(&literal).ok(), byte.filter(|_| !is_negative), "{text} {is_negative}");
        }
    }
}

/// What is said of words at a place.
fn said(place: Place, text: &str) -> Vec<String> {
    let mut errors = Errors::default();
    Words::read(separated::<Entry>.parse_str(text).unwrap(), place, &mut errors);
    errors.into_vec().iter().map(CodeError::message).collect()
}

#[test]
fn what_is_wrong_on_an_enum_is_said() {
    let misplaced_row = "a row belongs on a variant; for all variants that name none, write default = …";
    let of_table = "there is no `NotFound` here (allowed: `csv`, `base`, `only`, `skip`, `duplicates`, `names`, `verbatim`, \
                    `reserved`, `required`, `allow`, `link`, `notation`, `messages`, `languages`, `without`, `with`, `warn_deprecated`, `doc`, `each`, `consts`)";
    let of_enum = "there is no `NotFound` here (allowed: `csv`, `base`, `only`, `skip`, `duplicates`, `names`, `verbatim`, \
                   `reserved`, `required`, `allow`, `link`, `notation`, `columns`, `display`, `messages`, `languages`, `without`, `with`, `table`, `code`, \
                   `default`, `exhaustive`, `crate`, `detail`)";
    let of_enum_in_lower_case = of_enum.replace("NotFound", "notfound");
    let cases: &[(Place, &str, &[&str])] = &[
        (Place::Table, "cvs = \"t.csv\"", &["there is no `cvs` here; did you mean `csv`?"]),
        (Place::Table, "NotFound", &[of_table]),
        (Place::Table, "404", &["a code has no meaning here; the rows come from the table"]),
        (Place::Table, "exhaustive", &["`exhaustive` is a word of `#[derive(StatusDocs)]`, not of `status_table!`"]),
        (Place::Table, "doc(plain), doc(no_table)", &["`doc` is given twice; keep one"]),
        (Place::Enum, "NotFound", &[misplaced_row]),
        (Place::Enum, "404", &[misplaced_row]),
        (Place::Enum, "NotFound = 7", &[of_enum]),
        (Place::Enum, "notfound", &[&of_enum_in_lower_case]),
        (Place::Enum, "doc(plain)", &["`doc` is a word of `status_table!`, not of `#[derive(StatusDocs)]`"]),
        (Place::Enum, "tips = \"x\"", &["`tips` belongs on a variant, not on the enum"]),
        (Place::Enum, "defualt = NotFound", &["there is no `defualt` here; did you mean `default`?"]),
        (
            Place::Enum,
            "table = crate::Fault, csv = \"t.csv\"",
            &["the rows are those of `table`, and `csv` cannot change them; keep one"],
        ),
        (Place::Enum, "table = crate::Fault, only(\"4xx\", \"Team\" = \"A\")", &["with `table`, `only` selects codes"]),
        (
            Place::Enum,
            "table = crate::Fault, base = \"http\", code = u16",
            &["the rows are those of `table`, and `base` cannot change them; keep one"],
        ),
        (Place::Enum, "table = crate::Fault, code = u16, with(axum), default = Other", &[]),
        (Place::Enum, "code = u16", &["`code` is about a file; there is no `csv` here"]),
        (
            Place::Enum,
            "table = crate::Fault, duplicates = \"first\"",
            &["`duplicates` is about a file; there is no `csv` here"],
        ),
        (Place::Enum, "table = crate::Fault, exhaustive", &[]),
        (Place::Enum, "exhaustive = 1", &["`exhaustive` takes no value"]),
        (Place::Enum, "default = \"x\"", &[]),
        (
            Place::Enum,
            "default = crate::NotFound",
            &["`default` takes a row, by its name or its code: default = InternalServerError"],
        ),
    ];
    for (place, text, expected) in cases {
        assert_eq!(said(*place, text), *expected, "{place:?} {text}");
    }
}

#[test]
fn what_is_wrong_with_a_status_or_a_value_is_said() {
    let cases: &[(Place, &str, &[&str])] = &[
        (
            Place::Struct,
            "default = NotFound",
            &["`default` is about an enum's variants; a struct names its row: NotFound"],
        ),
        (Place::Struct, "NotFound, tips = \"x\"", &[]),
        (Place::Struct, "404, NotFound", &["a status is one row of the table; keep one of the two"]),
        (Place::Variant, "404", &[]),
        (Place::Variant, "NotFound", &[]),
        // In lower case, it is a row or a word, whichever it is more like.
        (Place::Variant, "notfound", &[]),
        (Place::Variant, "tisp", &["there is no `tisp` here; did you mean `tips`?"]),
        (Place::Variant, "Tips", &[]),
        (Place::Variant, "NotFound = 7", &["a row takes no value: NotFound"]),
        (Place::Variant, "NotFound(x)", &["a row takes no value: NotFound"]),
        (
            Place::Variant,
            "transparent, NotFound",
            &["either a row is named or the field answers (`transparent`), not both"],
        ),
        (
            Place::Variant,
            "transparent = 1",
            &[
                "`transparent` takes nothing, or the path of a function: transparent, or transparent = crate::codes::of_parse",
            ],
        ),
        (
            Place::Variant,
            "csv = \"t.csv\"",
            &[
                "`csv` belongs on the type, not on a variant, which takes a row such as 404 or NotFound, `transparent`, `reason`, \
               `definition`, `tips`, `message`, `values`, `detail`",
            ],
        ),
        (
            Place::Variant,
            "something = 1",
            &[
                "there is no `something` here (allowed: `transparent`, `reason`, `definition`, `tips`, `message`, `values`, `detail`, or a row such as \
               404 or NotFound)",
            ],
        ),
        (Place::Variant, "reason = \" \"", &["a reason phrase is never empty; leave the word out for that of the row"]),
        (Place::Variant, "reason = \"x\"y", &["remove `y` after the text: \"x\""]),
        (Place::Table, "csv(\"t.csv\", radix = 10)", &["`radix` takes 16: radix = 16"]),
        (
            Place::Table,
            "csv(\"t.csv\", header_line = 0)",
            &["`header_line` takes a whole number from 1 on: header_line = 3"],
        ),
        (
            Place::Table,
            "csv = concat!(\"a\", \"b\")",
            &[
                "csv = \"…\" takes the text itself: a macro in its place is not expanded; a file that the build script wrote is \
               csv = \"$OUT_DIR/faults.csv\"",
            ],
        ),
    ];
    for (place, text, expected) in cases {
        assert_eq!(said(*place, text), *expected, "{place:?} {text}");
    }
    assert_eq!(
        said(Place::Table, "csv = \"t.csv\", names = concat!(\"4\", \"xx\")"),
        ["names = \"…\" takes the text itself: a macro in its place is not expanded"]
    );
    assert_eq!(said(Place::Table, "csv = crate::PATH"), ["`csv` takes a text: csv = \"tables/faults.csv\""]);
}

/// Every error has the id of its rule, at the end of its first line.
#[allow(clippy::too_many_lines, reason = "a line for each word")]
#[test]
fn an_error_has_its_rule() {
    let allowed = "help: `allow` takes ";
    for (name, place, text, expected) in [
        (
            "a word of old",
            Place::Table,
            "csv = \"t.csv\", delimiter = ';'",
            "`delimiter` is written with the file: csv(\"t.csv\", delimiter = ';') [old_word]",
        ),
        (
            "a word of old without a file",
            Place::Enum,
            "radix = 16",
            "`radix` is written with the file: csv(\"…\", radix = 16) [old_word]",
        ),
        (
            "brackets",
            Place::Table,
            "base = [\"http\", \"nginx\"]",
            "several are written in parentheses: base(\"http\", \"nginx\") [old_word]",
        ),
        ("doc_table", Place::Table, "doc_table = false", "`doc_table` is written doc(no_table) [old_word]"),
        (
            "doc_table that is so anyway",
            Place::Table,
            "doc_table = true",
            "without `doc(no_table)`, the page has its table; take this out [old_word]",
        ),
        ("doc_cards", Place::Table, "doc_cards = \"plain\"", "`doc_cards` is written doc(plain) [old_word]"),
        (
            "a crate in quotes",
            Place::Enum,
            "crate = \"::renamed\"",
            "write the path without quotes: crate = ::renamed [old_word]",
        ),
        (
            "a table in quotes",
            Place::Enum,
            "table = \"crate::Fault\"",
            "write the path without quotes: table = crate::Fault [word_value]",
        ),
        (
            "a macro in quotes",
            Place::Table,
            "each = \"not a path\"",
            "`each` takes a path without quotes, such as each = ::status_docs [word_value]",
        ),
        (
            "a value for a flag",
            Place::Table,
            "csv = \"t.csv\", verbatim = true",
            "`verbatim` takes no value [word_value]",
        ),
        (
            "a text for names",
            Place::Table,
            "required(\"tips\")",
            "write a name, without quotes or a value [word_value]",
        ),
        (
            "an option of doc",
            Place::Table,
            "doc(plane)",
            "there is no `plane` here; did you mean `plain`? [unknown_word]",
        ),
        ("a fact", Place::Table, "allow(duplicate_code)", "a code twice is a fact; use duplicates = … [allowed_fact]"),
        (
            "another fact",
            Place::Table,
            "allow(word_value)",
            "`word_value` is a fact and cannot be allowed: mend what it finds [allowed_fact]",
        ),
        (
            "no rule",
            Place::Table,
            "allow(look_alik)",
            "there is no rule `look_alik`; did you mean `look_alike`? [unknown_rule]",
        ),
        ("nothing like a rule", Place::Table, "allow(xyz)", "there is no rule `xyz` [unknown_rule]"),
        (
            "a rule twice",
            Place::Table,
            "allow(look_alike, look_alike)",
            "`look_alike` is given twice; keep one [word_twice]",
        ),
        ("a column twice", Place::Table, "each(markers, tips, tips)", "`tips` is given twice; keep one [word_twice]"),
        (
            "a word twice",
            Place::Table,
            "csv = \"t.csv\", csv = \"u.csv\"",
            "`csv` is given twice; keep one [word_twice]",
        ),
        (
            "a word of the file twice",
            Place::Table,
            "csv(\"t.csv\", radix = 16, radix = 16)",
            "`radix` is given twice; keep one [word_twice]",
        ),
        (
            "another word in csv",
            Place::Table,
            "csv(\"t.csv\", base = \"http\")",
            "`base` is not about how the file is read; write it beside csv(…) [misplaced_word]",
        ),
        (
            "a word of the file on a variant",
            Place::Variant,
            "radix = 16",
            "`radix` is about the file of the type: csv(\"…\", radix = 16) [misplaced_word]",
        ),
        (
            "no file in csv",
            Place::Table,
            "csv()",
            "`csv` takes the path of a file: csv(\"tables/faults.csv\", delimiter = ';') [word_value]",
        ),
        (
            "a file later",
            Place::Table,
            "csv(delimiter = ';')",
            "the file comes first: csv(\"tables/faults.csv\", delimiter = ';') [word_value]",
        ),
        (
            "two files",
            Place::Table,
            "csv(\"t.csv\", \"u.csv\")",
            "beside the file, `csv` takes words about it: csv(\"tables/faults.csv\", delimiter = ';') [word_value]",
        ),
        (
            "a pair alone",
            Place::Table,
            "\"Model\" = \"A\"",
            "a code has no meaning here; the rows come from the table [misplaced_word]",
        ),
        (
            "a pair on a variant",
            Place::Variant,
            "\"Model\" = \"A\"",
            "a row is named by its code or its name: 404, NotFound [word_value]",
        ),
        ("a reference", Place::Table, "base(\"http\", \"grpc\", \"xyz\")", "there is no reference table \"xyz\""),
    ] {
        let mut errors = Errors::default();
        Words::read(separated::<Entry>.parse_str(text).unwrap(), place, &mut errors);
        let said: Vec<String> = errors.into_vec().iter().map(ToString::to_string).collect();
        let first = said.last().and_then(|said| said.lines().next()).unwrap_or_default();
        let is_one = said.len() == 1 || name == "a reference";
        assert!(is_one && first.starts_with(expected), "{name}: {said:?}");
        assert_eq!(
            said.iter().any(|said| said.contains(allowed)),
            expected.ends_with("[unknown_rule]"),
            "{name}: {said:?}"
        );
    }
}

/// All words of an earlier edition at once, each with the form that has them all.
#[test]
fn words_of_old_are_shown_together() {
    let form = "csv(\"t.csv\", headers(\"code\", \"\"), header_line = 3)";
    assert_eq!(
        said(Place::Table, "headers(\"code\", \"\"), csv = \"t.csv\", header_line = 3"),
        ["headers", "header_line"].map(|word| format!("`{word}` is written with the file: {form}"))
    );
}
