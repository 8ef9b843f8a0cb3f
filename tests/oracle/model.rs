//! What a table answers, by linear search over its rows: it uses none of our code, so it cannot be wrong in the same
//! way.
//!
//! A text is read in the order of the documentation: exact code, name, phrase or alias in any ASCII case, code and
//! phrase together; where the text begins with a number, code and phrase come before the phrase.

/// A row as the table's author wrote it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// In decimal, where it is a number.
    pub(crate) code: String,
    /// As the table writes it, in hexadecimal perhaps, and `Display` too.
    pub(crate) written: String,
    /// The variant.
    pub(crate) name: String,
    /// The phrase.
    pub(crate) reason: String,
    /// Other phrases.
    pub(crate) aliases: Vec<String>,
}

impl Row {
    /// What `Display` writes.
    pub(crate) fn shown(&self) -> String {
        format!("{} {}", self.written, self.reason)
    }

    fn has_phrase(&self, phrase: &str) -> bool {
        self.reason.eq_ignore_ascii_case(phrase) || self.has_alias(phrase)
    }

    fn has_alias(&self, phrase: &str) -> bool {
        self.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(phrase))
    }
}

/// The rows of a table, and how its codes are read.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) rows: Vec<Row>,
    /// Whether the table writes its codes in hexadecimal.
    pub(crate) is_hex: bool,
}

impl Model {
    /// The row of an exact code.
    pub(crate) fn of_code(&self, code: &str) -> Option<usize> {
        let is_row = |row: &Row| row.code == code || (self.is_hex && is_same_hex(&row.written, code));
        self.rows.iter().position(is_row)
    }

    /// The row of that name.
    pub(crate) fn of_name(&self, name: &str) -> Option<usize> {
        self.rows.iter().position(|row| row.name == name)
    }

    /// The first row of that phrase, in any ASCII case; else the one with that alias.
    pub(crate) fn of_phrase(&self, phrase: &str) -> Option<usize> {
        let by_reason = self.rows.iter().position(|row| row.reason.eq_ignore_ascii_case(phrase));
        by_reason.or_else(|| self.rows.iter().position(|row| row.has_alias(phrase)))
    }

    /// The row that a text is parsed as.
    pub(crate) fn of_text(&self, text: &str) -> Option<usize> {
        if let Some(row) = self.of_code(text).or_else(|| self.of_name(text)) {
            return Some(row);
        }
        let (by_phrase, by_both) = (self.of_phrase(text), self.of_code_and_phrase(text));
        let digits = text.strip_prefix('-').unwrap_or(text);
        if digits.starts_with(|c: char| c.is_ascii_digit()) { by_both.or(by_phrase) } else { by_phrase.or(by_both) }
    }

    /// The row of a code before a space, the first space where more than one would do, and a phrase of it after that.
    fn of_code_and_phrase(&self, text: &str) -> Option<usize> {
        text.match_indices(' ').find_map(|(space, _)| {
            self.of_code(&text[..space]).filter(|&row| self.rows[row].has_phrase(&text[space + 1..]))
        })
    }

    /// Why the table is ambiguous: a text that a row is shown as, or another phrase of it, leads to another row.
    pub(crate) fn ambiguity(&self) -> Option<String> {
        for (index, row) in self.rows.iter().enumerate() {
            for text in row.aliases.iter().cloned().chain([row.shown()]) {
                let found = self.of_text(&text);
                if found != Some(index) {
                    return Some(format!("{text:?} of row {index} leads to {found:?}"));
                }
            }
            // An alias that two rows share means both.
            let shared = self.rows.iter().skip(index + 1).find(|other| {
                row.aliases.iter().any(|alias| other.has_phrase(alias))
                    || other.aliases.iter().any(|alias| row.has_phrase(alias))
            });
            if let Some(other) = shared {
                return Some(format!("row {index} and {} share an alias", other.shown()));
            }
        }
        None
    }
}

/// Whether two texts are the same hexadecimal number: in any case, and with any zeros after the `0x`.
fn is_same_hex(one: &str, other: &str) -> bool {
    let digits = |text: &str| -> Option<String> {
        let digits = text.to_ascii_lowercase().strip_prefix("0x")?.to_owned();
        let is_number = !digits.is_empty() && digits.chars().all(|digit| digit.is_ascii_hexdigit());
        is_number.then(|| digits.trim_start_matches('0').to_owned())
    };
    digits(one).is_some() && digits(one) == digits(other)
}
