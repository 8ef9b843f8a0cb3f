//! A row → what it is looked for and shown by; what somebody types or pastes → the rows that it means.

mod paste;
mod said;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use status_docs_data::markdown::normalise;
use status_docs_data::model::Deprecation;
use status_docs_data::{Code, Notation, Role, Row, Table, Value, link};

pub(crate) use paste::{Paste, Subjects};
pub(crate) use said::{Said, rows as said_rows};

/// A row by what it is looked for and shown by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The code as the table writes it: `0x1F`.
    pub(crate) code: String,
    /// The code as a number is typed, if that is another text: `31`.
    pub(crate) number: String,
    /// The name in code.
    pub(crate) name: String,
    /// The phrase.
    pub(crate) reason: String,
    /// Other phrases that mean this row.
    pub(crate) aliases: Vec<String>,
    /// The group that it belongs to.
    pub(crate) class: Option<String>,
    /// What is said of it, each text with what is before it: `Tips`, or nothing.
    pub(crate) texts: Vec<(String, String)>,
    /// The code as a number, of a table whose codes are numbers.
    pub(crate) value: Option<i128>,
    /// How the table writes its codes.
    pub(crate) notation: Notation,
}

/// Letters with a mark, and those that are typed for them.
const MARKED: [(&str, &str); 18] = [
    ("àáâãäåāăą", "a"),
    ("çćčĉċ", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ğĝģġ", "g"),
    ("ìíîïīĭįı", "i"),
    ("ķ", "k"),
    ("łĺļľ", "l"),
    ("ñńņň", "n"),
    ("òóôõöøōŏő", "o"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ţťŧț", "t"),
    ("ùúûüũūŭůűų", "u"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    ("ß", "ss"),
    ("æ", "ae"),
];

/// A text as it is compared: in lower case, without accents, with plain quotes and dashes, one space between words.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::new();
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars().flat_map(char::to_lowercase) {
        match c {
            // An accent that is a character of its own.
            '\u{300}'..='\u{36f}' => {}
            '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{2032}' => folded.push('\''),
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' | '\u{2033}' => folded.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
            c if c.is_ascii() => folded.push(c),
            // Full-width letters and digits.
            '\u{ff01}'..='\u{ff5e}' => folded.extend(char::from_u32(u32::from(c) - 0xfee0)),
            c => match MARKED.iter().find(|(marked, _)| marked.contains(c)) {
                Some((_, plain)) => folded.push_str(plain),
                None => folded.push(c),
            },
        }
    }
    folded
}

/// Its letters and digits alone: `door-forced`, `DOOR_FORCED` and `Door Forced` are the same.
pub(crate) fn squeezed(text: &str) -> String {
    folded(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The number that a text is: `31`, `-5`, `0x1F`.
pub(crate) fn number(text: &str) -> Option<i128> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let hex = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X"));
    let is_digits = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let value = match hex {
        Some(hex) => i128::from_str_radix(hex, 16).ok(),
        None if is_digits => digits.parse().ok(),
        None => None,
    };
    value.map(|value| sign * value)
}

/// The rows of a table, in its order.
pub(crate) fn entries(table: &Table) -> Vec<Entry> {
    table.rows.iter().map(|row| entry(table, row)).collect()
}

pub(crate) fn entry(table: &Table, row: &Row) -> Entry {
    Entry {
        code: table.notation.show(&row.code),
        number: match table.notation {
            Notation::Hex { bare: true, .. } => folded(table.notation.show(&row.code).trim_start_matches("0x")),
            _ => row.code.to_string(),
        },
        notation: table.notation,
        name: row.name.clone(),
        reason: normalise(&row.reason),
        aliases: row.aliases.iter().map(|alias| alias.phrase.clone()).collect(),
        class: class(table, row).map(normalise),
        texts: texts(table, row),
        value: match row.code {
            Code::Int(code) => Some(code),
            Code::Text(_) => None,
        },
    }
}

/// The indexes of the entries that a test keeps.
fn all(entries: &[Entry], is_meant: impl Fn(&Entry) -> bool) -> Vec<usize> {
    let mut found = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        if is_meant(entry) {
            found.push(index);
        }
    }
    found
}

/// The entries that are called exactly so: by code, name, phrase, or alias.
pub(crate) fn called(entries: &[Entry], what: &str) -> Vec<usize> {
    let what = folded(what);
    if what.is_empty() {
        return Vec::new();
    }
    let exact = all(entries, |entry| entry.is_called(&what));
    if !exact.is_empty() {
        return exact;
    }
    // `64h`, as some write hexadecimal; in a line of a log it is a time.
    if let Some(digits) = what.strip_suffix('h').filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit())) {
        let found = all(entries, |entry| entry.has_code(&format!("0x{digits}")));
        if !found.is_empty() {
            return found;
        }
    }
    let squeezed = squeezed(&what);
    // `%%%` is nobody's name.
    if squeezed.is_empty() || number(&what).is_some() {
        return Vec::new();
    }
    all(entries, |entry| entry.is_called_about(&squeezed))
}

/// The entries that have all the words, somewhere in their texts.
pub(crate) fn with_words(entries: &[Entry], what: &str) -> Vec<usize> {
    let what = folded(what);
    let words: Vec<&str> = what.split(' ').collect();
    all(entries, |entry| {
        let text = entry.whole();
        words.iter().all(|word| text.contains(word))
    })
}

/// The entries that a selection as in `only` means: `4xx`, `100-102`, `100, 102`, `08*`; or a class in words.
pub(crate) fn selected(entries: &[Entry], what: &str) -> Vec<usize> {
    let what = folded(what);
    let by_class = all(entries, |entry| entry.class.as_ref().is_some_and(|class| folded(class) == what));
    if !by_class.is_empty() || what.is_empty() {
        return by_class;
    }
    let what = what.replace(" to ", "-").replace("..=", "-").replace("..", "-");
    let separator = if what.contains(',') { ',' } else { ' ' };
    let items: Vec<&str> = what.split(separator).map(str::trim).filter(|item| !item.is_empty()).collect();
    let is_selection = items.iter().all(|item| is_selecting(item, entries)) && !items.is_empty();
    if !is_selection {
        return Vec::new();
    }
    let found = all(entries, |entry| items.iter().any(|item| entry.is_selected(item)));
    if !found.is_empty() {
        return found;
    }
    // `08xx` is the class 08 of codes that have five letters.
    all(entries, |entry| entry.value.is_none() && items.iter().any(|item| entry.begins_as(item)))
}

/// Whether a text selects codes: a pattern, a range, or a code of these.
fn is_selecting(item: &str, entries: &[Entry]) -> bool {
    pattern(item).is_some()
        || range(item, number).is_some()
        || entries.iter().any(|entry| entry.has_code(item) || range(item, |text| entry.number_in(text)).is_some())
}

/// What codes of a pattern begin with, and how long they are, if it says that.
fn pattern(item: &str) -> Option<(&str, Option<usize>)> {
    if let Some(fixed) = item.strip_suffix('*') {
        return (!fixed.is_empty() && !fixed.contains('*')).then_some((fixed, None));
    }
    let fixed = item.trim_end_matches('x');
    let is_pattern = fixed.len() < item.len() && !fixed.is_empty() && fixed != "0";
    // `fax` is a word.
    let has_digit = fixed.chars().any(|c| c.is_ascii_digit());
    (is_pattern && has_digit).then(|| (fixed, Some(item.chars().count())))
}

fn range(item: &str, number: impl Fn(&str) -> Option<i128>) -> Option<(i128, i128)> {
    let at = item.char_indices().skip(1).find(|(_, c)| *c == '-')?.0;
    let (first, last) = (item.get(..at)?.trim(), item.get(at + 1..)?.trim());
    let (first, last) = (number(first)?, number(last)?);
    (first <= last).then_some((first, last))
}

impl Entry {
    fn is_called(&self, what: &str) -> bool {
        let code = folded(&self.code);
        let reason = folded(&self.reason);
        self.has_code(what)
            || what == reason
            || what == folded(&self.name)
            || self.aliases.iter().any(|alias| folded(alias) == what)
            || what.strip_prefix(&code).is_some_and(|rest| rest.strip_prefix(' ') == Some(&reason))
    }

    /// Whether its code is written so, in lower case.
    pub(crate) fn has_code(&self, what: &str) -> bool {
        what == folded(&self.code)
            || what == self.number
            || (self.value.is_some() && self.number_in(what) == self.value)
    }

    /// The number that a text is in this table: `16` is 0x10 where the sheet writes its codes so.
    fn number_in(&self, text: &str) -> Option<i128> {
        match self.notation {
            Notation::Hex { bare: true, .. } => self.notation.number(text),
            _ => number(text),
        }
    }

    /// Whether a name, a phrase, an alias or a code of letters has these letters and digits.
    pub(crate) fn is_called_about(&self, letters: &str) -> bool {
        let is = |text: &str| squeezed(text) == letters;
        (self.value.is_none() && is(&self.code))
            || is(&self.name)
            || is(&self.reason)
            || self.aliases.iter().any(|alias| is(alias))
    }

    fn is_selected(&self, item: &str) -> bool {
        if self.has_code(item) {
            return true;
        }
        if let (Some((first, last)), Some(value)) = (range(item, |text| self.number_in(text)), self.value) {
            return (first..=last).contains(&value);
        }
        let code = folded(&self.code);
        pattern(item).is_some_and(|(fixed, length)| {
            code.starts_with(fixed) && length.is_none_or(|length| code.chars().count() == length)
        })
    }

    /// Whether its code begins as a pattern does, which may be shorter.
    fn begins_as(&self, item: &str) -> bool {
        let code = folded(&self.code);
        pattern(item).is_some_and(|(fixed, length)| {
            code.starts_with(fixed) && length.is_some_and(|length| code.chars().count() > length)
        })
    }

    /// All that is said of it, as it is compared.
    fn whole(&self) -> String {
        let aliases = self.aliases.iter().map(String::as_str);
        let texts = self.texts.iter().map(|(_, text)| text.as_str());
        let all = [&*self.code, &self.name, &self.reason, self.class.as_deref().unwrap_or_default()];
        folded(&all.into_iter().chain(aliases).chain(texts).collect::<Vec<_>>().join("\n"))
    }

    /// The texts, line by line, each line indented and none of them empty.
    pub(crate) fn body(&self) -> String {
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
/// Of numbers, nearly all are alike, so there is nothing that was probably meant.
pub(crate) fn similar<'e>(entries: impl IntoIterator<Item = &'e Entry>, what: &str) -> Vec<String> {
    const MOST: usize = 3;
    let what = folded(what);
    if !what.chars().any(char::is_alphabetic) || number(&what).is_some() {
        return Vec::new();
    }
    let allowed = (what.chars().count() / 3).clamp(1, 4);
    let mut close: BTreeSet<(usize, usize, String)> = BTreeSet::new();
    for (index, entry) in entries.into_iter().enumerate() {
        let mut names = vec![&entry.code, &entry.reason, &entry.name];
        names.extend(&entry.aliases);
        let distance = names.iter().map(|name| strsim::damerau_levenshtein(&what, &folded(name))).min();
        if let Some(distance) = distance.filter(|distance| *distance <= allowed) {
            close.insert((distance, index, format!("{} {}", entry.code, entry.reason)));
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
/// All that a row says, in the order in which it is shown.
fn texts(table: &Table, row: &Row) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let mut say = |head: &str, text: &str| texts.push((head.to_owned(), text.to_owned()));
    match &row.deprecation {
        Some(Deprecation::Note(note)) => say("Deprecated", note),
        Some(Deprecation::Plain) => say("", "Deprecated."),
        None => {}
    }
    say("", &row.definition);
    say(&label(table, Role::Tips), row.tips.as_deref().unwrap_or_default());
    for (index, said) in row.messages.iter().enumerate() {
        let tag = table.languages.get(index).and_then(|tags| tags.first());
        let head = tag.map_or_else(|| "Says".to_owned(), |tag| format!("Says ({tag})"));
        say(&head, said.as_ref().map_or("", |said| said.text.as_str()));
    }
    for translation in &row.translations {
        let tag = table.languages.get(translation.language).and_then(|tags| tags.first()).map_or("", String::as_str);
        say(&format!("{} ({tag})", label(table, translation.role)), &translation.text);
    }
    let aliases: Vec<&str> = row.aliases.iter().map(|alias| &*alias.phrase).collect();
    say("Also", &aliases.join(", "));
    for (column, value) in table.columns.iter().zip(&row.values) {
        let shown = match value {
            Value::None => continue,
            Value::Bool(value) => if *value { "yes" } else { "no" }.to_owned(),
            Value::Int(value) => value.to_string(),
            Value::Char(value) => value.to_string(),
            Value::Float(value) | Value::Text(value) => value.clone(),
            Value::Category(index) => {
                column.categories.get(*index).map(|category| category.text.clone()).unwrap_or_default()
            }
        };
        say(&normalise(&column.header), &shown);
    }
    for (role, value) in [
        (Role::Http, row.http.map(u64::from)),
        (Role::Grpc, row.grpc.map(u64::from)),
        (Role::Exit, row.exit.map(u64::from)),
    ] {
        say(&label(table, role), &value.map(|value| value.to_string()).unwrap_or_default());
    }
    let facts: Vec<String> =
        [class(table, row).map(normalise), row.reference.as_deref().map(reference)].into_iter().flatten().collect();
    say("", &facts.join(", "));
    say("", &table.link_of(row).unwrap_or_default());
    texts
}

/// The row's class: the table's own, or what follows from the code.
pub(crate) fn class<'t>(table: &'t Table, row: &Row) -> Option<&'t str> {
    match (table.reference().and_then(|reference| reference.class_of), &row.code) {
        (Some(class_of), Code::Int(code)) => class_of(*code),
        _ => Some(&table.classes.get(row.class?)?.text),
    }
}

/// The header of the role, with a capital.
fn label(table: &Table, role: Role) -> String {
    let header = normalise(table.header(role).unwrap_or(role.as_str()));
    let mut characters = header.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// `RFC 9110 §15.5.5`, and whatever is not a link as it is.
fn reference(reference: &str) -> String {
    let parts = link::parts(reference);
    normalise(&parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(", "))
}
