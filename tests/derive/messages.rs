//! What a type says is written in the table: in several languages, with the values of its fields.

use std::path::PathBuf;

use status_docs::{Language, StatusCases, StatusDocs};

/// Fields of every kind.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/orders.csv", code = u16, display)]
enum OrderError {
    Missing {
        id: u64,
        warehouse: String,
    },
    Db(#[allow(dead_code)] Database),
    Busy,
    Range {
        min: Option<i8>,
        max: u8,
        value: f32,
    },
    #[status(values(path = path.display(), count = tried.iter().map(Vec::<u8>::len).sum::<usize>()))]
    Path {
        path: PathBuf,
        tried: Vec<Vec<u8>>,
    },
    Silent,
    Raw {
        r#move: &'static str,
        r#type: char,
    },
    #[status(3, message = "Wait {0} s")]
    Wait(u32),
    #[status(transparent)]
    Inner(Box<Inner>),
    #[status(transparent)]
    Plain(Plain),
}

#[derive(Debug)]
struct Database;

impl std::fmt::Display for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no route")
    }
}

/// Its own languages.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/orders.csv", code = u16, messages)]
#[status(Busy)]
struct Inner;

impl std::fmt::Display for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("for the log")
    }
}

/// No messages: it says what it displays.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/orders.csv", code = u16)]
#[status(Busy)]
struct Plain;

impl std::fmt::Display for Plain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad("plain")
    }
}

fn missing() -> OrderError {
    OrderError::Missing { id: 7, warehouse: "Graz".to_owned() }
}

fn said(error: &OrderError, tag: &str) -> String {
    Language::new(tag).message_of(error).to_string()
}

#[test]
fn a_message_shows_the_fields() {
    let range = OrderError::Range { min: Some(-1), max: 9, value: 9.5 };
    let path = OrderError::Path { path: "a/b".into(), tried: vec![vec![1], vec![2, 3]] };
    let cases = [
        ("names", missing(), "Order 7 was not found in Graz"),
        ("an index", OrderError::Db(Database), "The database says: no route"),
        ("none", OrderError::Busy, "Busy, wait a minute"),
        ("formats and braces", range, "Some(-1) to   9: {9.5} is outside"),
        ("values that are no fields", path, "a/b is not there (3 tried)"),
        ("no message is the phrase", OrderError::Silent, "Silent"),
        ("raw names", OrderError::Raw { r#move: "up", r#type: 'x' }, "up is x"),
        ("its own message", OrderError::Wait(30), "Wait 30 s"),
        ("an inner error with messages", OrderError::Inner(Box::new(Inner)), "Busy, wait a minute"),
        ("an inner error without", OrderError::Plain(Plain), "plain"),
    ];
    for (name, error, expected) in cases {
        assert_eq!(error.to_string(), expected, "{name}");
    }
}

#[test]
fn a_language_has_its_own_text_or_the_default_one() {
    let cases = [
        ("the translation", missing(), "de", "In Graz gibt es die Bestellung 7 nicht"),
        ("a region of it", missing(), "de-AT", "In Graz gibt es die Bestellung 7 nicht"),
        ("a second tag", missing(), "zh-TW", "Graz 找不到訂單 7"),
        ("never a sibling", missing(), "zh-CN", "Order 7 was not found in Graz"),
        ("no translation", OrderError::Db(Database), "de", "The database says: no route"),
        ("its own message holds everywhere", OrderError::Wait(1), "de", "Wait 1 s"),
        ("the inner error's", OrderError::Inner(Box::new(Inner)), "de", "Bitte warten"),
    ];
    for (name, error, tag, expected) in cases {
        assert_eq!(said(&error, tag), expected, "{name}");
    }
    let german = Language::new("de");
    assert_eq!(missing().message_language(Language::new("de-CH")), Some(german));
    assert_eq!(missing().message_language(Language::new("fr")), Some(Language::new("en")));
    assert_eq!(OrderError::Silent.message_language(german), None);
    assert_eq!(OrderError::Inner(Box::new(Inner)).message_language(german), Some(german));
    let tags: Vec<&str> = OrderError::LANGUAGES.iter().map(Language::as_str).collect();
    assert_eq!(tags, ["en", "de", "zh-Hant", "zh-TW"]);
    let negotiated = Language::negotiate("fr, de-AT;q=0.5", OrderError::LANGUAGES).unwrap_or_default();
    assert_eq!(negotiated, german);
}

#[test]
fn the_whole_is_padded_and_nothing_reaches_a_value() {
    assert_eq!(format!("{:>20}|", OrderError::Wait(5)), "            Wait 5 s|");
    assert_eq!(format!("{:#}", OrderError::Range { min: None, max: 1, value: 0.0 }), "None to   1: {0} is outside");
    assert_eq!(format!("{:.4}", OrderError::Busy), "Busy");
}

#[test]
fn other_texts_are_translated_too() {
    let german = Language::new("de-AT");
    let docs = missing().docs_in(german);
    assert_eq!((docs.tips, docs.code), (Some("Die Nummer prüfen."), 1));
    assert_eq!(missing().docs_in(Language::new("fr")).tips, Some("Check the number."));
    assert_eq!(OrderError::Busy.docs_in(german).tips, None);
}

#[test]
fn what_it_displays_may_stay_the_developers() {
    assert_eq!(Inner.to_string(), "for the log");
    assert_eq!(Language::new("de").message_of(&Inner).to_string(), "Bitte warten");
}

/// A field may have any name, also that of what is emitted.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/orders.csv", code = u16, display, default = Silent)]
enum Odd<T: std::fmt::Display> {
    #[status(message = "{formatter} {language} {value} {text} {this}")]
    Names { formatter: u8, language: u8, value: T, text: u8, this: u8 },
}

#[test]
fn names_of_fields_do_not_clash() {
    let odd = Odd::Names { formatter: 1, language: 2, value: "three", text: 4, this: 5 };
    assert_eq!(odd.to_string(), "1 2 three 4 5");
}

/// `Display` of thiserror stays where only `messages` are asked for, and its `source` and `From` beside `display`.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(csv = "tables/orders.csv", code = u16, messages)]
enum Logged {
    #[error("db: {0}")]
    Db(#[from] std::num::ParseIntError),
}

#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(csv = "tables/orders.csv", code = u16, display)]
enum Shown {
    Db(#[from] std::num::ParseIntError),
}

#[test]
fn thiserror_stays_beside_it() {
    use std::error::Error;

    let wrong = || "x".parse::<u8>().unwrap_err();
    assert_eq!(Logged::from(wrong()).to_string(), "db: invalid digit found in string");
    let message = Language::default().message_of(&Logged::from(wrong())).to_string();
    assert_eq!(message, "The database says: invalid digit found in string");
    let shown = Shown::from(wrong());
    assert_eq!(shown.to_string(), "The database says: invalid digit found in string");
    assert!(shown.source().is_some());
}

/// What a message shows of a generic field is asked of its type by every impl; what it does not show, by none.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/orders.csv", code = u16, display, default = Silent)]
enum Generic<'a, T, U, V: std::fmt::Display> {
    #[status(message = "{value:?} {list:?} {own} {text} {value:?}")]
    Values { value: T, list: Vec<U>, own: V, text: &'a str },
    #[status(message = "{0:#06x}")]
    Hexadecimal(Wrapping<U>),
    #[status(message = "see {0}")]
    Own(Box<Self>),
    #[status(values(count = list.len()), message = "{count}")]
    Named { list: Vec<T> },
}

#[derive(Debug)]
struct Wrapping<T>(T);

impl<T: std::fmt::LowerHex> std::fmt::LowerHex for Wrapping<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// The bound of a field that answers reaches what it displays.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/orders.csv", code = u16, display)]
enum Outer<E> {
    Busy,
    #[status(transparent)]
    Inner(Box<E>),
}

#[test]
fn generic_fields_are_asked_for_what_is_shown() {
    type Full<'a> = Generic<'a, Option<u8>, u16, char>;
    fn docs(value: &impl StatusDocs) -> &'static str {
        value.reason()
    }
    let values = Full::Values { value: Some(1), list: vec![2], own: 'x', text: "t" };
    let cases = [
        ("formats", values, "Some(1) [2] x t Some(1)"),
        ("a wrapped one", Full::Hexadecimal(Wrapping(255)), "0x00ff"),
        ("itself", Full::Own(Box::new(Full::Hexadecimal(Wrapping(1)))), "see 0x0001"),
        ("a value that is no field", Full::Named { list: vec![None, Some(1)] }, "2"),
    ];
    for (name, value, expected) in cases {
        assert_eq!(value.to_string(), expected, "{name}");
        assert_eq!(docs(&value), "Silent", "{name}");
    }
    assert_eq!(Full::CASES.len(), 4);
    let outer = [Outer::Inner(Box::new(Plain)), Outer::Busy];
    assert_eq!(outer.map(|outer| outer.to_string()), ["plain", "Busy, wait a minute"]);
}

/// A type of another crate's, which knows no table.
#[derive(Debug)]
struct Foreign;

impl std::fmt::Display for Foreign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad("foreign")
    }
}

fn of_foreign(_: &Foreign) -> status_docs::StatusDoc<u16> {
    OrderError::Busy.docs()
}

#[derive(Debug, StatusDocs)]
#[status(csv = "tables/orders.csv", code = u16, display, default = Silent)]
enum Displayed {
    #[status(transparent = of_foreign)]
    Foreign(Foreign),
    Coded(#[status(code)] u16),
    #[status(message = "code {0} from {1}")]
    Own(#[status(code)] u8, &'static str),
}

#[derive(StatusDocs)]
#[status(csv = "tables/orders.csv", code = u16, messages)]
enum Spoken {
    #[status(transparent = of_foreign)]
    Foreign(Foreign),
}

#[test]
fn what_has_no_message_displays_itself_or_says_its_phrase() {
    let german = Language::new("de");
    let cases = [
        ("asked by a function", Displayed::Foreign(Foreign), "foreign"),
        ("a code with a row", Displayed::Coded(1), "Missing"),
        ("a code without one", Displayed::Coded(99), "Silent"),
        ("its own message", Displayed::Own(7, "Graz"), "code 7 from Graz"),
    ];
    for (name, value, expected) in cases {
        assert_eq!(value.to_string(), expected, "{name}");
        assert_eq!(german.message_of(&value).to_string(), expected, "{name}");
        let is_said = matches!(value, Displayed::Own(..));
        assert_eq!(value.message_language(german).is_some(), is_said, "{name}");
    }
    assert_eq!(format!("{:>9}|{:.3}", Displayed::Foreign(Foreign), Displayed::Coded(1)), "  foreign|Mis");
    assert_eq!(german.message_of(&Spoken::Foreign(Foreign)).to_string(), "Busy");
}

/// Other texts have languages without any messages.
#[derive(StatusDocs)]
#[status(csv = "tables/orders.csv", code = u16, languages("en", "de"))]
enum Translated {
    Missing,
    #[status(1, tips = "Ask.")]
    Own,
}

#[test]
fn languages_need_no_messages() {
    let german = Language::new("de");
    assert_eq!(Translated::Missing.docs_in(german).tips, Some("Die Nummer prüfen."));
    assert_eq!(Translated::Own.docs_in(german).tips, Some("Ask."));
    assert_eq!(Translated::LANGUAGES, ["en", "de", "zh-Hant", "zh-TW"].map(Language::new));
    assert_eq!(german.message_of(&Translated::Missing).to_string(), "Missing");
}

/// Codes that are received.
#[derive(StatusDocs)]
#[status(csv = "tables/orders.csv", code = u16, languages("en", "de"))]
#[status(default = Missing)]
enum Received {
    Busy,
    Other(#[status(code)] u16),
    #[status(tips = "Ask.")]
    Own(#[status(code)] u16),
}

/// The same without texts for codes that no row has.
#[derive(StatusDocs)]
#[status(csv = "tables/orders.csv", code = u16, display)]
struct Plainly(#[status(code)] u16);

#[test]
fn received_codes_are_said_in_the_language_too() {
    let german = Language::new("de");
    let cases = [
        ("a row", Received::Busy.docs_in(german), 3, None),
        ("a code that the table has", Received::Other(1).docs_in(german), 1, Some("Die Nummer prüfen.")),
        ("one without a translation", Received::Other(3).docs_in(german), 3, None),
        ("one that it has not", Received::Other(99).docs_in(german), 99, Some("Die Nummer prüfen.")),
        ("the row's, over its own text", Received::Own(1).docs_in(german), 1, Some("Die Nummer prüfen.")),
        ("its own text in every language", Received::Own(99).docs_in(german), 99, Some("Ask.")),
        ("no language of the table", Received::Other(1).docs_in(Language::new("fr")), 1, Some("Check the number.")),
        ("a struct", Plainly(1).docs_in(german), 1, Some("Die Nummer prüfen.")),
        ("a struct without a row", Plainly(99).docs_in(german), 99, None),
    ];
    for (name, docs, code, tips) in cases {
        assert_eq!((docs.code, docs.tips), (code, tips), "{name}");
    }
}

/// Variants whose messages show fields of the same types, or almost the same.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/alike.csv", code = u8, display)]
enum Alike {
    First {
        id: u64,
        place: &'static str,
    },
    Second {
        place: &'static str,
        id: u64,
    },
    Turned {
        id: u64,
        place: &'static str,
    },
    Number {
        id: i8,
        place: char,
    },
    Shown {
        id: u64,
        place: &'static str,
    },
    Tuple(u64, &'static str),
    #[status(values(id = 'v'))]
    More {
        place: &'static str,
    },
}

#[test]
fn variants_that_show_the_same_types_show_their_own_fields() {
    let place = "Graz";
    let cases = [
        ("the first", Alike::First { id: 1, place }, "1 in Graz", "In Graz 1"),
        ("fields in another order", Alike::Second { place, id: 2 }, "2 at Graz", "Bei Graz 2"),
        ("shown in another order", Alike::Turned { id: 3, place }, "Graz has 3", "Graz hat 3"),
        ("other types", Alike::Number { id: -4, place: 'G' }, "-4 in G", "In G -4"),
        ("other formats", Alike::Shown { id: 5, place }, "   5 in \"Graz\"", "In \"Graz\"    5"),
        ("a tuple", Alike::Tuple(6, place), "6 in Graz", "In Graz 6"),
        ("a value of its own", Alike::More { place }, "v in Graz", "In Graz v"),
    ];
    for (name, value, english, german) in cases {
        let said = Language::new("de").message_of(&value).to_string();
        assert_eq!((value.to_string().as_str(), said.as_str()), (english, german), "{name}");
    }
}

#[test]
fn macro_and_program_agree_on_what_a_tag_is() {
    let cases = [
        ("a language", "DE", Some("de")),
        ("a region", "de-at", Some("de-AT")),
        ("a script and a region", "ZH-HANT-tw", Some("zh-Hant-TW")),
        ("a region in digits", "es-419", Some("es-419")),
        ("a variant", "de-1996", Some("de-1996")),
        ("a private part", "en-gb-X-AB", Some("en-GB-x-ab")),
        ("a private part of one letter", "zh-hant-tw-x-a", Some("zh-Hant-TW-x-a")),
        ("three letters", "GSW", Some("gsw")),
        ("none of a language", "und", Some("und")),
        ("15 characters", "aa-bbbbbbbb-ccc", Some("aa-bbbbbbbb-ccc")),
        ("16 characters", "aa-bbbbbbbb-cccc", None),
        ("one letter", "d", None),
        ("four letters", "deut", None),
        ("a digit", "d3", None),
        ("nothing after a hyphen", "de-", None),
        ("nothing between two", "de--at", None),
        ("nothing before one", "-de", None),
        ("nothing after the private part", "de-x", None),
        ("nine letters", "de-abcdefghi", None),
        ("an underscore", "de_AT", None),
        ("a space", "de at", None),
        ("white space around", " de", None),
        ("nothing", "", None),
        ("another script", "дe", None),
    ];
    for (name, tag, expected) in cases {
        let canonical = status_docs_data::language::canonical(tag);
        let parsed = Language::parse(tag).map(|language| language.to_string());
        assert_eq!((canonical.as_deref(), parsed.as_deref()), (expected, expected), "{name}");
    }
}
