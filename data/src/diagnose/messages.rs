//! What to say about languages and messages.

use crate::message::WrongMessage;
use crate::name::quote;
use crate::refusal::MessageFault;

/// The sentence for who keeps the sheet, and what can be written in Rust about it.
pub(super) fn say(fault: MessageFault) -> (String, Option<String>) {
    match fault {
        MessageFault::NotATag { role, tags } => (
            format!("{} is not a language; write a tag, such as {role}:de or {role}:zh-Hant", quote(&tags)),
            Some(format!("a column that is not a {role} in a language: allow(language_tag)")),
        ),
        MessageFault::NoSuchLanguage { tag, meant } => {
            let hint = meant.map(|(language, name)| format!("; {name} is {language}")).unwrap_or_default();
            (format!("there is no language {}{hint}", quote(&tag)), None)
        }
        MessageFault::Twice { role, tag } => {
            (format!("the {role} in {tag} has another column already; keep one of the two"), None)
        }
        MessageFault::NoDefault { role, header } => (
            format!("say which language {} is: write {role}:en above it", quote(&header)),
            Some("or name the languages, the one of columns without a tag first: languages(\"en\", …)".to_owned()),
        ),
        MessageFault::UnknownLanguage { tag, close, meant, all } => {
            let hint = match (meant, close) {
                (Some((header, role)), _) => format!("if {} is meant, write {role}:{tag} above it", quote(&header)),
                (None, Some(close)) => format!("did you mean {}?", quote(&close)),
                (None, None) if all.is_empty() => "no column has a language".to_owned(),
                (None, None) => format!("the columns have {}", all.join(", ")),
            };
            (format!("no column is in {}; {hint}", quote(&tag)), None)
        }
        MessageFault::Invisible(c) => {
            (format!("there is a character that nobody sees (U+{:04X}); type the text again", u32::from(c)), None)
        }
        MessageFault::Lost { language, names } => (describe_lost(&language, &names), None),
        MessageFault::Unknown { language, name, names } => {
            let hint = match crate::name::closest(&name, names.iter().map(String::as_str)) {
                Some(close) => format!("; did you mean {{{close}}}?"),
                None if names.is_empty() => ", and a value that only a translation shows is never given".to_owned(),
                None => {
                    let listed: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
                    format!("; that one has {}", listed.join(", "))
                }
            };
            (format!("the message in {language} shows {{{name}}}, which the default one does not show{hint}"), None)
        }
        MessageFault::Format(value) => (
            format!("{{{value}}} has a format, and a row has no fields that could follow it; write the name alone"),
            None,
        ),
        MessageFault::NoColumn => ("there is no column for the message; name one \"message\"".to_owned(), None),
        MessageFault::Untranslated { language, rows } => (describe_untranslated(&language, &rows), None),
        MessageFault::Wrong(wrong) => (describe_message(&wrong), None),
    }
}

/// What to say of values that a translation does not show.
pub fn describe_lost(language: &str, names: &[String]) -> String {
    let mut shown = Vec::new();
    let mut left_out = Vec::new();
    for name in names {
        shown.push(format!("{{{name}}}"));
        left_out.push(format!("{{-{name}}}"));
    }
    format!(
        "the message in {language} does not show {}, as the default one does; write it where it belongs, {} if it is left \
         out on purpose, or empty the cell",
        shown.join(", "),
        left_out.join(", ")
    )
}

/// What to say of rows that have no message in a language which must be complete: the first of them, and how many.
pub fn describe_untranslated(language: &str, rows: &[String]) -> String {
    const SHOWN: usize = 5;
    let count = rows.len();
    let has = if count == 1 { "row has" } else { "rows have" };
    let shown = rows.get(..count.min(SHOWN)).unwrap_or_default().join(", ");
    let more = count.saturating_sub(SHOWN);
    let and_more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{count} {has} no message in {language}: {shown}{and_more}")
}

/// What is wrong with a text that should be a message.
pub fn describe_message(wrong: &WrongMessage) -> String {
    match wrong {
        WrongMessage::Open => {
            "{ opens a value, and no } closes it; a value is {name}, and a brace that is text is {{".to_owned()
        }
        WrongMessage::Close => "} closes nothing; a value is {name}, and a brace that is text is }}".to_owned(),
        WrongMessage::Nameless => {
            "{} does not say which value; write its name: {name}, or {0} for the first".to_owned()
        }
        WrongMessage::Json => "{ opens a value, and this is text: write {{ and }} for braces that are shown".to_owned(),
        WrongMessage::Plural => {
            "a message has one form for all numbers; word it so that it fits each: \"Files: {count}\"".to_owned()
        }
        WrongMessage::Width(spec) => {
            format!("{} takes its width from a value; write a number: {{name:8}}", quote(spec))
        }
        WrongMessage::Within(name) => {
            format!("{{{name}}} is a value within a value; show one that has a name of its own")
        }
        WrongMessage::Digits(digits) => {
            format!("{} is not a number here; count the values from 0 in plain digits: {{0}}", quote(digits))
        }
        WrongMessage::Accent(name) => {
            format!("an accent in {} is written apart from its letter; type the name again", quote(name))
        }
        WrongMessage::Name(name) => {
            format!("{{{name}}} is not the name of a value, which is one word; a brace that is text is {{{{")
        }
        WrongMessage::Spec(spec) => {
            format!("{} after the colon is not a format; write {{name}}, or one such as {{name:>8}}", quote(spec))
        }
        WrongMessage::LeftOut(name) => {
            format!("{{-{name}}} leaves a value out, which only a translation can; take it out here")
        }
    }
}
