use super::*;

fn entry(code: &str, number: &str, name: &str, reason: &str, class: &str) -> Entry {
    let text = |text: &str| text.to_owned();
    Entry {
        code: text(code),
        number: text(number),
        name: text(name),
        reason: text(reason),
        aliases: vec![format!("Old {reason}")],
        class: Some(text(class)),
        texts: vec![(text(""), format!("Says {name}.")), (text("Tips"), text("1. Look.\n\n2. Ask \u{1b}[31m.\n"))],
        value: number.parse().ok(),
        notation: Notation::Decimal,
    }
}

fn entries() -> Vec<Entry> {
    vec![
        entry("404", "404", "NotFound", "Not Found", "Client Error"),
        entry("409", "409", "Conflict", "Conflict", "Client Error"),
        entry("0x1F", "31", "DoorHeld", "Door Held", "Door"),
    ]
}

#[test]
fn an_entry_is_found_by_whatever_it_is_called() {
    let cases: [(&str, &[usize]); 13] = [
        ("404", &[0]),
        (" not  FOUND ", &[0]),
        ("notfound", &[0]),
        ("NOT_FOUND", &[0]),
        ("not-found", &[0]),
        ("N\u{f3}t F\u{f8}und", &[0]),
        ("404 Not Found", &[0]),
        ("old not found", &[0]),
        ("0x1f", &[2]),
        ("31", &[2]),
        ("", &[]),
        ("%%", &[]),
        ("found", &[]),
    ];
    for (what, expected) in cases {
        assert_eq!(called(&entries(), what), expected, "{what}");
    }
}

#[test]
fn a_selection_is_that_of_only() {
    let cases: [(&str, &[usize]); 12] = [
        ("4xx", &[0, 1]),
        ("40X", &[0, 1]),
        ("4*", &[0, 1]),
        ("client error", &[0, 1]),
        ("400-404", &[0]),
        ("404, 409", &[0, 1]),
        ("404 409", &[0, 1]),
        ("0x1x", &[2]),
        ("4x", &[]),
        ("xxx", &[]),
        ("0xxx", &[]),
        ("404, nobody", &[]),
    ];
    for (what, expected) in cases {
        assert_eq!(selected(&entries(), what), expected, "{what}");
    }
}

#[test]
fn words_are_found_in_any_text() {
    let cases: [(&str, &[usize]); 4] =
        [("says", &[0, 1, 2]), ("LOOK door", &[2]), ("ask client", &[0, 1]), ("says nobody", &[])];
    for (what, expected) in cases {
        assert_eq!(with_words(&entries(), what), expected, "{what}");
    }
}

#[test]
fn what_is_spelt_alike_was_probably_meant() {
    let cases: [(&str, &[&str]); 8] = [
        ("not fuond", &["404 Not Found"]),
        ("nat fuond", &["404 Not Found"]),
        ("old conflct", &["409 Conflict"]),
        ("DoorHled", &["0x1F Door Held"]),
        ("405", &[]),
        ("999", &[]),
        ("teapot", &[]),
        ("conf", &[]),
    ];
    for (what, expected) in cases {
        assert_eq!(similar(&entries(), what), expected, "{what}");
    }
    // The first three, each once.
    let all = [1, 1, 2, 3, 4].map(|code| entry(&code.to_string(), "", "", "Held", ""));
    assert_eq!(similar(&all, "heldd"), ["1 Held", "2 Held", "3 Held"]);
}

#[test]
fn a_body_has_lines_and_no_command_for_the_terminal() {
    let body = entries().swap_remove(0).body();
    assert_eq!(body, "    Says NotFound.\n    Tips:\n      1. Look.\n      2. Ask \u{fffd}[31m.\n");
    let texts = [("Tips", "Look."), ("Seen", " \n"), ("", "Twice.\n\nAgain.")];
    let texts = texts.map(|(head, text)| (head.to_owned(), text.to_owned())).to_vec();
    assert_eq!(Entry { texts, ..Entry::default() }.body(), "    Tips: Look.\n    Twice.\n    Again.\n");
}

#[test]
fn digits_without_a_mark_are_those_of_a_sheet_that_has_none() {
    let bare = |code: &str, value: i128| Entry {
        notation: Notation::Hex { width: Some(2), upper: true, bits: 8, bare: true },
        value: Some(value),
        number: folded(code.trim_start_matches("0x")),
        ..entry(code, "", "Timeout", "Timeout", "Panel")
    };
    let entries = [bare("0x10", 16), bare("0x1A", 26)];
    let cases: [(&str, &[usize]); 10] = [
        ("10", &[0]),
        ("0x10", &[0]),
        ("0010", &[0]),
        ("1a", &[1]),
        ("1A", &[1]),
        ("0X1a", &[1]),
        ("16", &[]),
        ("26", &[]),
        ("0x110", &[]),
        ("-10", &[]),
    ];
    for (what, expected) in cases {
        let found: Vec<usize> = called(&entries, what);
        assert_eq!(found, expected, "{what}");
    }
    assert_eq!(selected(&entries, "10-1f"), [0, 1]);
    assert_eq!(selected(&entries, "11-1f"), [1]);
}
