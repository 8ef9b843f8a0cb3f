//! Enums of `status_table!` whose rows have messages, and derives over them.

use std::fmt;

use status_docs::{Language, StatusCases, StatusDocs, Template, message, status_table};

status_table! {
    #[status(csv = "tables/spoken.csv", messages)]
    pub enum Fault: u16;

    #[status(csv = "tables/spoken.csv", languages("en", "de"), without(LANGUAGES))]
    enum Translated: u16;

    #[status(csv = "tables/stoerungen.csv", without(message), names = "E{code}")]
    enum Named: u16 {
        reason = "Kurztext",
        message("de") = "Bedeutung",
        reason("en") = "Abhilfe",
    }
}

// The user's.
impl Named {
    fn message(self) -> u16 {
        self.code()
    }
}

const HELD: Template = Fault::DoorHeld.message();

fn german() -> Language {
    Language::new("de-AT")
}

#[test]
fn a_row_has_a_template() {
    let cases = [
        ("no value", Fault::DoorForced, "The door was forced", &[][..], "The door was forced"),
        (
            "values, with spaces around a name",
            Fault::DoorHeld,
            "Door {door} has been open for { seconds } s",
            &["door", "seconds"],
            "Door {door} has been open for {seconds} s",
        ),
        ("braces", Fault::Braces, "{{not a value}} {value}}}", &["value"], "{not a value} {value}}"),
        ("no message is the phrase", Fault::Quiet, "Quiet {really}", &[], "Quiet {really}"),
    ];
    for (name, row, text, names, shown) in cases {
        let template = row.message();
        assert_eq!((template.text(), template.names(), template.to_string().as_str()), (text, names, shown), "{name}");
    }
    assert_eq!(HELD.in_language(german()).text(), "Seit {seconds} s ist die Tür {door} offen");
    assert_eq!(HELD.in_language(german()).language(), Some(Language::new("de")));
    assert_eq!(HELD.in_language(Language::new("zh-TW")).language(), Some(Language::new("en")));
    assert_eq!(Fault::DoorForced.message().in_language(Language::new("zh-TW")).text(), "門被強行打開");
    assert_eq!(Fault::Quiet.message().in_language(german()).language(), None);
    assert_eq!(format!("{HELD:?}"), "Template(\"Door {door} has been open for { seconds } s\")");
    assert_eq!(format!("{:>22}|{:.3}", Fault::DoorForced.message(), HELD), "   The door was forced|Doo");
}

#[test]
fn a_template_is_filled_in() {
    let door = String::from("B");
    let said = message!(Fault::DoorHeld, seconds = 15 * 2, door = door);
    assert_eq!(said.to_string(), "Door B has been open for 30 s");
    assert_eq!(said.in_language(german()).to_string(), "Seit 30 s ist die Tür B offen");
    assert_eq!(format!("{said:>32}|{said:.4}|{said:?}"), {
        "   Door B has been open for 30 s|Door|Filled(Door B has been open for 30 s)"
    });
    // What is borrowed is still there.
    assert_eq!(message!(Fault::Braces, value = &door,).to_string(), "{not a value} B}");
    assert_eq!(message!(Fault::Braces, value = 1).in_language(german()).to_string(), "Weg ");
    assert_eq!(message!(Fault::DoorForced).to_string(), "The door was forced");
    assert_eq!(message!(Fault::Quiet).to_string(), "Quiet {really}");
    assert_eq!(HELD.with(&[("seconds", &30)]).to_string(), "Door {door} has been open for 30 s");
    assert_eq!(
        HELD.with(&[("seconds", &30), ("more", &1), ("door", &door)]).to_string(),
        "Door B has been open for 30 s"
    );
    let german = message!(Fault::DoorHeld, door = 1, seconds = 2).in_language(german());
    assert_eq!(german.to_string(), "Seit 2 s ist die Tür 1 offen");
}

#[test]
fn a_row_says_what_needs_no_values() {
    let said = |row: Fault| german().message_of(&row).to_string();
    let cases = [
        ("a translation", Fault::DoorForced, "Die Tür wurde aufgebrochen", Some("de")),
        ("values nobody gives", Fault::DoorHeld, "Door held", None),
        ("a phrase", Fault::Quiet, "Quiet {really}", None),
    ];
    for (name, row, expected, language) in cases {
        assert_eq!(said(row), expected, "{name}");
        let in_german = row.message_language(german()).map(|language| language.to_string());
        assert_eq!(in_german.as_deref(), language, "{name}");
    }
    // Display stays the inverse of FromStr.
    assert_eq!(Fault::DoorForced.to_string(), "100 Door forced");
    assert_eq!("Door held".parse(), Ok(Fault::DoorHeld));
}

#[test]
fn other_texts_are_translated() {
    let docs = |row: Fault| row.docs_in(german());
    assert_eq!(
        (docs(Fault::DoorForced).reason, docs(Fault::DoorForced).tips),
        ("Tür aufgebrochen", Some("Die Tür ansehen."))
    );
    assert_eq!((docs(Fault::DoorHeld).reason, docs(Fault::DoorHeld).tips), ("Tür offen", None));
    assert_eq!((docs(Fault::Quiet).reason, docs(Fault::Quiet).tips), ("Quiet {really}", Some("Wait.")));
    assert_eq!(Translated::DoorForced.docs_in(german()).reason, "Tür aufgebrochen");
    // Without messages, the column is the definition that it always was.
    assert_eq!(Translated::DoorForced.docs_in(german()).definition, "Die Tür wurde aufgebrochen");
    let tags = ["en", "de", "zh-Hant", "zh-TW"].map(Language::new);
    assert_eq!((Fault::LANGUAGES, <Fault as StatusCases>::LANGUAGES), (&tags[..], &tags[..]));
    assert_eq!(Translated::LANGUAGES, &tags[..]);
    assert_eq!(Named::LANGUAGES, ["de", "en"].map(Language::new));
    let first = Named::from_code(1).unwrap();
    assert_eq!((first.message(), first.docs_in(Language::new("en")).reason), (1, "Tür schließen."));
    assert_eq!(german().message_of(&first).to_string(), "Die Tür ist offen.");
}

/// What no message shows needs no `Display`.
struct Opaque;

#[derive(StatusDocs)]
#[status(table = Fault, display)]
enum Linked<'a, T: fmt::Display> {
    DoorHeld {
        door: &'a str,
        seconds: T,
        detail: Opaque,
    },
    DoorForced(Opaque),
    #[status(DoorHeld, values(door = _0.len(), seconds = "few"))]
    Counted(Vec<u8>),
    #[status(102, message = "odd {0:?}")]
    Own(Option<u8>),
    #[status(transparent)]
    Inner(Fault),
}

#[derive(StatusDocs)]
#[status(table = Fault, messages, default = Quiet)]
enum Spoken {
    DoorForced,
    Nobody,
}

#[derive(StatusDocs)]
#[status(table = Fault)]
struct DoorForced;

/// Codes that are received.
#[derive(StatusDocs)]
#[status(table = Fault)]
#[status(default = DoorHeld)]
enum Received {
    DoorForced,
    Other(#[status(code)] u16),
    #[status(reason = "Own")]
    Own(#[status(code)] u16),
}

#[test]
fn a_derive_over_such_an_enum_shows_its_fields() {
    let held = || Linked::DoorHeld { door: "B", seconds: 30, detail: Opaque };
    let cases = [
        ("fields", held(), "Door B has been open for 30 s", "Seit 30 s ist die Tür B offen"),
        ("none", Linked::DoorForced(Opaque), "The door was forced", "Die Tür wurde aufgebrochen"),
        ("named values", Linked::Counted(vec![1]), "Door 1 has been open for few s", "Seit few s ist die Tür 1 offen"),
        ("its own message", Linked::Own(None), "odd None", "odd None"),
        ("a row inside", Linked::Inner(Fault::DoorForced), "The door was forced", "Die Tür wurde aufgebrochen"),
    ];
    for (name, value, english, in_german) in cases {
        assert_eq!(
            (value.to_string(), german().message_of(&value).to_string()),
            (english.into(), in_german.into()),
            "{name}"
        );
    }
    assert_eq!(format!("{:>31}|", held()), "  Door B has been open for 30 s|");
    assert_eq!(held().message_language(german()), Some(Language::new("de")));
    assert_eq!(held().docs_in(german()).reason, "Tür offen");
    assert_eq!(Linked::<u8>::LANGUAGES, Fault::LANGUAGES);
    assert_eq!(german().message_of(&Spoken::DoorForced).to_string(), "Die Tür wurde aufgebrochen");
    assert_eq!(german().message_of(&Spoken::Nobody).to_string(), "Quiet {really}");
    assert_eq!(DoorForced.docs_in(german()).reason, "Tür aufgebrochen");
    assert_eq!(Spoken::CASES.len(), 2);
    let received = [
        ("a row", Received::DoorForced, "Tür aufgebrochen", Some("Die Tür ansehen.")),
        ("a code that the table has", Received::Other(100), "Tür aufgebrochen", Some("Die Tür ansehen.")),
        ("one without a translation", Received::Other(103), "Quiet {really}", Some("Wait.")),
        ("one that it has not", Received::Other(9), "Tür offen", None),
        ("the row's, over its own text", Received::Own(100), "Tür aufgebrochen", Some("Die Tür ansehen.")),
        ("its own text in every language", Received::Own(9), "Own", None),
    ];
    for (name, value, reason, tips) in received {
        let docs = value.docs_in(german());
        assert_eq!((docs.reason, docs.tips, docs.code), (reason, tips, value.code()), "{name}");
    }
    assert!(Fault::iter().all(|row| row.has_message()));
}
