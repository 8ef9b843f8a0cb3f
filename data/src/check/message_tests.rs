use crate::message::Message;
use crate::model::Table;
use crate::testing::{table, wanted};
use crate::{Role, Rule, Wanted};

fn speaking() -> Wanted {
    Wanted { asked: vec![Role::Message], ..wanted("u8") }
}

/// For an enum whose rows have no fields.
fn fieldless() -> Wanted {
    Wanted { is_fieldless: true, ..speaking() }
}

/// A message as it is written, braces of text doubled.
fn written(message: &Message) -> String {
    let mut text = String::new();
    for piece in &message.pieces {
        text += &piece.text.replace('{', "{{").replace('}', "}}");
        if let Some(value) = &piece.value {
            let colon = if value.spec.is_empty() { "" } else { ":" };
            text += &["{", &value.name, colon, &value.spec, "}"].concat();
        }
    }
    text
}

/// The messages of a row by language, `-` for none.
fn messages(table: &Table, row: usize) -> Vec<String> {
    let said = table.rows[row].messages.iter();
    said.map(|said| said.as_ref().map_or("-".to_owned(), |said| written(&said.message))).collect()
}

fn tags(table: &Table) -> Vec<String> {
    table.languages.iter().map(|tags| tags.join(" ")).collect()
}

const SHEET: &str = "code,name,message:en,message:de,\"message:zh-Hant, zh-TW\"\n\
                     1,Missing,Order {id} was not found,Die Bestellung {id} fehlt,{id} x\n\
                     2,Busy,\"Busy, wait\",Bitte warten,\n\
                     3,Odd,,,\n";

#[test]
fn a_row_has_its_messages_by_language() {
    let (table, findings) = table(SHEET, &speaking());
    assert_eq!(findings, [""; 0]);
    assert_eq!(tags(&table), ["en", "de", "zh-Hant zh-TW"]);
    assert_eq!(messages(&table, 0), ["Order {id} was not found", "Die Bestellung {id} fehlt", "{id} x"]);
    assert_eq!(messages(&table, 1), ["Busy, wait", "Bitte warten", "-"]);
    assert_eq!(messages(&table, 2), ["-", "-", "-"]);
    let place = table.rows[0].messages[1].as_ref().unwrap().place;
    assert_eq!((place.line, place.cell.unwrap().to_string()), (2, "D2".to_owned()));
}

#[test]
fn without_the_word_a_message_is_what_it_always_was() {
    let text = "code,name,message,message:de\n1,Held,It is {held}.,x\n";
    let (plain, findings) = table(text, &wanted("u8"));
    assert_eq!(findings, [""; 0]);
    assert_eq!((plain.rows[0].definition.as_str(), plain.languages.len()), ("It is {held}.", 0));
    assert!(plain.rows[0].messages.is_empty() && plain.rows[0].translations.is_empty());
    let one = "code,name,message,definition\n1,Held,It is {held}.,Long.\n";
    let (spoken, findings) = table(one, &speaking());
    assert_eq!(findings, [""; 0]);
    assert_eq!((messages(&spoken, 0), spoken.rows[0].definition.as_str()), (vec!["It is {held}.".to_owned()], "Long."));
    assert_eq!(spoken.languages.len(), 0);
}

#[test]
fn other_texts_have_translations_too() {
    let text = "code,name,reason,reason:de,tips,tips (de),Tips (internal)\n1,Held,Held,Offen,Close it.,Zumachen.,x\n\
                2,Odd,Odd,,,Nie.,\n";
    let (table, findings) = table(text, &Wanted { languages: vec!["en".into(), "de".into()], ..wanted("u8") });
    assert_eq!(findings, [""; 0]);
    assert_eq!(tags(&table), ["en", "de"]);
    let said = |row: usize| -> Vec<String> {
        let texts = table.rows[row].translations.iter();
        texts.map(|text| format!("{} {} {}", text.language, text.role, text.text)).collect()
    };
    // A text that is not there has no translation either.
    assert_eq!((said(0), said(1)), (vec!["1 reason Offen".into(), "1 tips Zumachen.".into()], vec![]));
}

#[test]
fn what_is_wrong_with_languages_is_said_at_the_header() {
    let cases = [
        ("a country", "message:en,message:jp", "D1): there is no language \"jp\"; Japanese is ja [no_such_language]"),
        ("no language", "message:en,message:qq", "D1): there is no language \"qq\" [no_such_language]"),
        ("not a tag", "message:en,message:web page", "[language_tag]"),
        (
            "twice",
            "message:en,message:EN",
            "D1): the message in en has another column already; keep one of the two [language_twice]",
        ),
        (
            "no default",
            "message,message:de",
            "C1): say which language \"message\" is: write message:en above it [default_language]",
        ),
        (
            "a country and nothing else",
            "message:jp,x",
            "C1): there is no language \"jp\"; Japanese is ja [no_such_language]",
        ),
        (
            "a role without a default",
            "message:en,tips:de",
            "D1): say which language \"tips:de\" is: write tips:en above it [default_language]",
        ),
    ];
    for (name, headers, expected) in cases {
        let (_, findings) = table(format!("code,name,{headers}\n1,Held,a,b\n"), &fieldless());
        assert_eq!(findings.len(), 1, "{name}: {findings:?}");
        let first = findings[0].lines().next().unwrap();
        assert!(first.ends_with(expected), "{name}: {first}");
    }
    let innocent = [
        ("in brackets", "message (web),message (internal)"),
        ("allowed", "message:en,message:web page"),
        ("glued on", "message:en,message_de"),
    ];
    for (name, headers) in innocent {
        let wanted = Wanted { allow: vec![Rule::LanguageTag], ..speaking() };
        let (_, findings) = table(format!("code,name,{headers}\n1,Held,a,b\n"), &wanted);
        assert_eq!(findings, [""; 0], "{name}");
    }
}

#[test]
fn languages_that_are_named_have_to_be_there() {
    let said = |languages: &[&str], headers: &str| {
        let languages = languages.iter().map(ToString::to_string).collect();
        table(format!("code,name,{headers}\n1,Held,a,b\n"), &Wanted { languages, ..speaking() }).1
    };
    assert_eq!(said(&["en", "de"], "message,message:de"), [""; 0]);
    let [finding] = &said(&["en", "dr"], "message,message:de")[..] else { panic!() };
    assert!(finding.contains("no column is in \"dr\"; did you mean \"de\"? [unknown_language]"), "{finding}");
    let [finding] = &said(&["en", "de"], "message:en,Message_DE")[..] else { panic!() };
    assert!(
        finding.contains("no column is in \"de\"; if \"Message_DE\" is meant, write message:de above it"),
        "{finding}"
    );
    // What is wrong in a header may be the language that is missed.
    let [finding] = &said(&["en", "ja"], "message:en,message:jp")[..] else { panic!() };
    assert!(finding.contains("[no_such_language]"), "{finding}");
}

#[test]
fn what_is_wrong_with_a_message_is_said_at_its_cell_once() {
    let cases = [
        (
            "JSON",
            "\"{\"\"id\"\": 7}\"",
            "",
            "C2): { opens a value, and this is text: write {{ and }} for braces that are shown [message_syntax]",
        ),
        ("a plural", "\"{n, plural, one {a}}\"", "", "[message_plural]"),
        (
            "an override",
            "a\u{202e}b",
            "",
            "C2): there is a character that nobody sees (U+202E); type the text again [invisible_character]",
        ),
        (
            "a lost value",
            "{id} in {place}",
            "in {place}",
            "D2): the message in de does not show {id}, as the default one does; write it where it belongs, {-id} if it is left out on purpose, or empty the cell [lost_value]",
        ),
        (
            "a value of a translation alone",
            "{id}",
            "{idd}",
            "D2): the message in de shows {idd}, which the default one does not show; did you mean {id}? [unknown_value]",
        ),
        ("a value without a default", "", "{id}", "[unknown_value]"),
        (
            "a format",
            "{id:>3}",
            "",
            "C2): {id:>3} has a format, and a row has no fields that could follow it; write the name alone [message_syntax]",
        ),
        ("a wrong default is not lost as well", "{id} {", "x", "[message_syntax]"),
    ];
    for (name, en, de, expected) in cases {
        let (table, findings) = table(format!("code,name,message:en,message:de\n1,Held,{en},{de}\n"), &fieldless());
        assert_eq!(findings.len(), 1, "{name}: {findings:?}");
        let first = findings[0].lines().next().unwrap();
        assert!(first.ends_with(expected), "{name}: {first}");
        assert_eq!(table.rows.len(), 1, "{name}: the row is there");
    }
    let innocent = [
        ("left out on purpose", "{id} in {place}", "in {place} {-id}"),
        ("in another order, in another format", "{id} {n:>3}", "{n} {id:?}"),
        ("more than the default", "{id}", "{id} {place}"),
        ("no translation", "{id}", ""),
        ("no default", "", "{id}"),
    ];
    for (name, en, de) in innocent {
        let (_, findings) = table(format!("code,name,message:en,message:de\n1,Held,{en},{de}\n"), &speaking());
        assert_eq!(findings, [""; 0], "{name}");
    }
    let allowed = Wanted { allow: vec![Rule::LostValue], ..speaking() };
    assert_eq!(table("code,name,message:en,message:de\n1,Held,{id},x\n", &allowed).1, [""; 0]);
}

#[test]
fn a_derive_knows_the_fields() {
    let derive = Wanted { has_body: false, ..speaking() };
    let innocent = [
        ("in another format", "{id} {n:>3}", "{n} {id:?}"),
        ("more than the default", "{id}", "{id} {place}"),
        ("no default", "", "{id}"),
        ("lost, which the derive says", "{id}", "x"),
    ];
    for (name, en, de) in innocent {
        let (_, findings) = table(format!("code,name,message:en,message:de\n1,Held,{en},{de}\n"), &derive);
        assert_eq!(findings, [""; 0], "{name}");
    }
}

#[test]
fn a_language_that_must_be_complete_is_so_in_every_row() {
    let languages = |tags: &[&str]| tags.iter().map(ToString::to_string).collect();
    let said = |text: &str, tags: &[&str]| table(text, &Wanted { languages: languages(tags), ..fieldless() }).1;
    let sheet = "code,name,message:en,message:de\n1,Aa,a,b\n2,Bb,a,\n3,Cc,,\n4,Dd,a,{\n";
    let findings = said(sheet, &["en", "de"]);
    let of =
        |rule: &str| -> Vec<String> { findings.iter().filter(|finding| finding.contains(rule)).cloned().collect() };
    // A cell that is wrong is not also missing.
    assert_eq!(
        of("no_translation"),
        [
            "t.csv: 1 row has no message in en: Cc [no_translation]",
            "t.csv: 2 rows have no message in de: Bb, Cc [no_translation]"
        ]
    );
    assert_eq!(findings.len(), 3, "{findings:?}");
    let many: String = (0..7).map(|row| format!("{row},R{row},a,\n")).collect();
    let [finding] = &said(&format!("code,name,message,message:de\n{many}"), &["en", "de"])[..] else { panic!() };
    assert!(
        finding.ends_with("7 rows have no message in de: R0, R1, R2, R3, R4 and 2 more [no_translation]"),
        "{finding}"
    );
}

#[test]
fn messages_that_are_asked_for_need_a_column() {
    let [finding] = &table("code,name\n1,Held\n", &fieldless()).1[..] else { panic!() };
    assert!(finding.ends_with("there is no column for the message; name one \"message\" [no_message]"), "{finding}");
}

#[test]
fn a_column_of_a_language_may_be_named() {
    let tongues = |all: &[(&str, &str)]| {
        all.iter().map(|(tag, header)| (Role::Message, (*tag).to_owned(), (*header).to_owned())).collect()
    };
    let wanted = |all: &[(&str, &str)]| Wanted {
        roles: vec![(Role::Message, "Text".to_owned())],
        languages: vec!["en".to_owned()],
        tongues: tongues(all),
        ..wanted("u8")
    };
    let sheet = "code,name,Text,Meldung,Message: odd one\n1,Held,{id} a,{id} b,c\n";
    let (table_, findings) = table(sheet, &Wanted { allow: vec![Rule::LanguageTag], ..wanted(&[("DE", "Meldung")]) });
    assert_eq!(findings, [""; 0]);
    assert_eq!(
        (tags(&table_), messages(&table_, 0)),
        (vec!["en".into(), "de".into()], vec!["{id} a".into(), "{id} b".into()])
    );
    // Where the columns are does not matter.
    let before = "code,name,Meldung,Text\n1,Held,{id} b,{id} a\n";
    let (table_, findings) = table(before, &wanted(&[("de", "Meldung")]));
    assert_eq!(findings, [""; 0]);
    assert_eq!(messages(&table_, 0), ["{id} a", "{id} b"]);
    let parts = "code,name,Subject,Problem,Meldung\n1,Held,Door {id},open,{id} b\n";
    let composed =
        Wanted { roles: vec![(Role::Message, "{Subject} {Problem}".to_owned())], ..wanted(&[("de", "Meldung")]) };
    let (table_, findings) = table(parts, &composed);
    assert_eq!(findings, [""; 0]);
    assert_eq!(messages(&table_, 0), ["Door {id} open", "{id} b"]);
    let cases = [
        ("a country", &[("jp", "Meldung")][..], "[no_such_language]"),
        ("no tag", &[("german", "Meldung")], "[language_tag]"),
        ("no header", &[("de", "Meldng")], "did you mean \"Meldung\"?"),
        ("twice", &[("de", "Meldung"), ("de", "name")], "[language_twice]"),
    ];
    for (name, tongues, expected) in cases {
        let wanted = Wanted { allow: vec![Rule::LanguageTag], ..wanted(tongues) };
        let findings = table(sheet, &wanted).1;
        assert!(findings.iter().any(|finding| finding.contains(expected)), "{name}: {findings:?}");
    }
}
