//! What somebody types → the rows that it means, and what a row says at a terminal: shared by `cargo status-docs explain`
//! and the example `http_status`. It has a feature of its own, which no macro's build enables.

use std::collections::BTreeSet;

use crate::markdown::normalise;

/// A row by what it is looked for and shown by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The code as the table writes it: `0x1F`.
    pub code: String,
    /// The code as a number is typed, if that is another text: `31`.
    pub number: String,
    /// The name in code.
    pub name: String,
    /// The phrase.
    pub reason: String,
    /// Other phrases that mean this row.
    pub aliases: Vec<String>,
    /// The group that it belongs to.
    pub class: Option<String>,
    /// What is said of it, each text with what is before it: `Tips`, or nothing.
    pub texts: Vec<(String, String)>,
}

/// What entries are looked for by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// A code, a name, a phrase or an alias; a class by its name or its first digit (`4xx`).
    Called(String),
    /// Words, all of them somewhere in the entry.
    Words(Vec<String>),
}

/// Words as they are compared: in lower case, with one space between them.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Query {
    /// A code, a name, a phrase, an alias or a class.
    pub fn called(what: &str) -> Self {
        Self::Called(folded(what))
    }

    /// Words that are somewhere in an entry.
    pub fn words(what: &str) -> Self {
        Self::Words(folded(what).split(' ').map(str::to_owned).collect())
    }

    /// The indexes of the entries that are meant: those that are called exactly so, else those of a class.
    pub fn find(&self, entries: &[Entry]) -> Vec<usize> {
        let all = |is_meant: &dyn Fn(&Entry) -> bool| -> Vec<usize> {
            let entries = entries.iter().enumerate();
            entries.filter(|(_, entry)| is_meant(entry)).map(|(index, _)| index).collect()
        };
        match self {
            Self::Called(what) => {
                let called = all(&|entry| entry.is_called(what));
                if called.is_empty() { all(&|entry| entry.is_in_class(what)) } else { called }
            }
            Self::Words(words) => all(&|entry| {
                let text = entry.whole();
                words.iter().all(|word| text.contains(word))
            }),
        }
    }
}

impl Entry {
    fn is_called(&self, what: &str) -> bool {
        let (code, reason, name) = (self.code.to_lowercase(), folded(&self.reason), self.name.to_lowercase());
        what == code
            || what == self.number
            || what == reason
            || what == name
            || what.replace('_', "") == name
            || self.aliases.iter().any(|alias| folded(alias) == what)
            || what.strip_prefix(&code).is_some_and(|rest| rest.strip_prefix(' ') == Some(&reason))
    }

    /// `4xx`, `08xxx` and the like: as many characters, each that or any. Or the class in words.
    fn is_in_class(&self, what: &str) -> bool {
        let fixed = what.trim_end_matches('x');
        let code = self.code.to_lowercase();
        let is_pattern = !fixed.is_empty() && fixed != "0";
        self.class.as_ref().is_some_and(|class| folded(class) == what)
            || (is_pattern && code.chars().count() == what.chars().count() && code.starts_with(fixed))
    }

    /// All that is said of it, in lower case.
    fn whole(&self) -> String {
        let aliases = self.aliases.iter().map(String::as_str);
        let texts = self.texts.iter().map(|(_, text)| text.as_str());
        let all = [&*self.code, &self.name, &self.reason, self.class.as_deref().unwrap_or_default()];
        folded(&all.into_iter().chain(aliases).chain(texts).collect::<Vec<_>>().join("\n"))
    }

    /// The texts, line by line, each line indented and none of them empty.
    pub fn body(&self) -> String {
        let mut body: Vec<String> = Vec::new();
        for (head, text) in &self.texts {
            let lines: Vec<String> = text.lines().map(normalise).filter(|line| !line.is_empty()).collect();
            match lines.as_slice() {
                [] => {}
                [line] if !head.is_empty() => body.push(format!("    {head}: {line}\n")),
                lines if head.is_empty() => body.extend(lines.iter().map(|line| format!("    {line}\n"))),
                lines => {
                    body.push(format!("    {head}:\n"));
                    body.extend(lines.iter().map(|line| format!("      {line}\n")));
                }
            }
        }
        body.concat()
    }
}

/// What was probably meant: codes with phrases of entries whose code, name or phrase is spelt alike, the likeliest first.
pub fn similar<'e>(entries: impl IntoIterator<Item = &'e Entry>, what: &str) -> Vec<String> {
    const MOST: usize = 3;
    let what = folded(what);
    let is_number = what.chars().all(|c| c.is_ascii_digit());
    let allowed = (what.chars().count() / 3).clamp(1, 4);
    let distance = |text: &str| strsim::damerau_levenshtein(&what, &text.to_lowercase());
    let mut close: BTreeSet<(usize, usize, String)> = BTreeSet::new();
    for (index, entry) in entries.into_iter().enumerate() {
        let code = distance(&entry.code);
        let names = [&entry.reason, &entry.name].into_iter().chain(&entry.aliases);
        let spelt = names.map(|name| distance(name)).min().unwrap_or(code).min(code);
        // Of numbers, nearly all are alike.
        if (is_number && code == 1) || (!is_number && spelt <= allowed) {
            close.insert((if is_number { code } else { spelt }, index, format!("{} {}", entry.code, entry.reason)));
        }
    }
    let mut meant: Vec<String> = Vec::new();
    for (.., shown) in close {
        if !meant.contains(&shown) && meant.len() < MOST {
            meant.push(shown);
        }
    }
    meant
}

#[cfg(test)]
mod tests {
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
        let cases: [(&str, &[usize]); 17] = [
            ("404", &[0]),
            (" not  FOUND ", &[0]),
            ("notfound", &[0]),
            ("NOT_FOUND", &[0]),
            ("404 Not Found", &[0]),
            ("old not found", &[0]),
            ("4xx", &[0, 1]),
            ("40X", &[0, 1]),
            ("client error", &[0, 1]),
            ("0x1f", &[2]),
            ("31", &[2]),
            ("0x1x", &[2]),
            ("4x", &[]),
            ("xxx", &[]),
            ("0xxx", &[]),
            ("", &[]),
            ("found", &[]),
        ];
        for (what, expected) in cases {
            assert_eq!(Query::called(what).find(&entries()), expected, "{what}");
        }
    }

    #[test]
    fn words_are_found_in_any_text() {
        let cases: [(&str, &[usize]); 4] =
            [("says", &[0, 1, 2]), ("LOOK door", &[2]), ("ask client", &[0, 1]), ("says nobody", &[])];
        for (what, expected) in cases {
            assert_eq!(Query::words(what).find(&entries()), expected, "{what}");
        }
    }

    #[test]
    fn what_is_spelt_alike_was_probably_meant() {
        let cases: [(&str, &[&str]); 9] = [
            ("not fuond", &["404 Not Found"]),
            ("nat fuond", &["404 Not Found"]),
            ("old conflct", &["409 Conflict"]),
            ("DoorHled", &["0x1F Door Held"]),
            ("405", &["404 Not Found", "409 Conflict"]),
            ("40", &["404 Not Found", "409 Conflict"]),
            ("999", &[]),
            ("teapot", &[]),
            ("conf", &[]),
        ];
        for (what, expected) in cases {
            assert_eq!(similar(&entries(), what), expected, "{what}");
        }
        // The first three, each once.
        let all = [1, 1, 2, 3, 4].map(|code| entry(&code.to_string(), "", "", "Held", ""));
        assert_eq!(similar(&all, "5"), ["1 Held", "2 Held", "3 Held"]);
        assert_eq!(similar(&all[..2], "heldd"), ["1 Held"]);
    }

    #[test]
    fn a_body_has_lines_and_no_command_for_the_terminal() {
        let body = entries().swap_remove(0).body();
        assert_eq!(body, "    Says NotFound.\n    Tips:\n      1. Look.\n      2. Ask \u{fffd}[31m.\n");
        let texts = [("Tips", "Look."), ("Seen", " \n"), ("", "Twice.\n\nAgain.")];
        let texts = texts.map(|(head, text)| (head.to_owned(), text.to_owned())).to_vec();
        assert_eq!(Entry { texts, ..Entry::default() }.body(), "    Tips: Look.\n    Twice.\n    Again.\n");
    }
}
