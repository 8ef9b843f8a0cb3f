//! What people paste: a code with words around it, a line of a log, an address.

use super::{Entry, folded, number, squeezed};

/// The entries of one table, and what the table is called.
pub(crate) struct Subjects<'s> {
    /// `Fault`, `http`, as they are compared.
    pub(crate) names: Vec<String>,
    pub(crate) entries: &'s [Entry],
}

/// A word of what was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    /// As it is compared, without punctuation around it.
    text: String,
    /// Something says that it is a code: `#1001`, `code=1001`, a part of an address.
    is_marked: bool,
}

/// What was pasted, in words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paste {
    words: Vec<Word>,
}

/// A row that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) subject: usize,
    pub(crate) row: usize,
    /// How many words of the paste it has.
    score: usize,
}

/// What a paste means.
#[derive(Debug, Default)]
pub(crate) struct Meant {
    /// The best first.
    pub(crate) hits: Vec<Hit>,
    /// Nothing else was in the paste but words that say what kind of code it is.
    pub(crate) is_exact: bool,
}

/// Words before a number that say it is a code, in any text.
const KINDS: [&str; 21] = [
    "alarm",
    "alert",
    "cause",
    "code",
    "err",
    "errno",
    "error",
    "event",
    "exception",
    "exit",
    "fault",
    "http",
    "id",
    "no",
    "number",
    "nr",
    "reason",
    "result",
    "sqlstate",
    "status",
    "warning",
];

impl Paste {
    pub(crate) fn new(text: &str, subjects: &[Subjects<'_>]) -> Self {
        let mut paste = Self::default();
        let is_code = |word: &str| is_known(word, subjects);
        let says_code = |word: &str| {
            let last = word.rsplit(['_', '-', '.']).next().unwrap_or(word);
            // `fault_code`, `errorCode`; `retries` and `door` have numbers of their own.
            KINDS.iter().any(|kind| *kind == last || (kind.len() > 3 && last.ends_with(kind)))
                || subjects.iter().any(|subject| subject.names.contains(&squeezed(word)))
        };
        for chunk in folded(text).split(' ') {
            paste.chunk(chunk, &is_code, &says_code);
        }
        paste
    }

    fn push(&mut self, text: &str, is_marked: bool) {
        let text = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '-' && c != '*');
        let text = text.trim_end_matches('-');
        if text.chars().any(char::is_alphanumeric) {
            self.words.push(Word { text: text.to_owned(), is_marked });
        }
    }

    /// What is between two blanks.
    fn chunk(&mut self, chunk: &str, is_code: &dyn Fn(&str) -> bool, says_code: &dyn Fn(&str) -> bool) {
        let trimmed = chunk.trim_matches(|c: char| "()[]{}<>\"'`,;.!?".contains(c));
        if is_code(trimmed) {
            return self.push(trimmed, chunk.starts_with(['[', '#', '(']) && number(trimmed).is_some());
        }
        if let Some((_, rest)) = trimmed.split_once("://") {
            // The host is no code, and what is asked of a page is none where its path has one.
            let Some((_, rest)) = rest.split_once(['/', '?', '#']) else { return };
            let separators = ['/', '&', '=', ':', '?', '#'];
            let path = rest.split(['?', '#']).next().unwrap_or(rest);
            let has_code = path.split(separators).any(|part| !is_noise(part) && is_code(page_of(part, is_code)));
            for part in if has_code { path } else { rest }.split(separators) {
                if !is_noise(part) {
                    self.push(page_of(part, is_code), true);
                }
            }
            return;
        }
        // `HTTP/2` is a protocol, and no code of anything.
        if let Some(version) = trimmed.strip_prefix("http/") {
            if version.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
                return self.push("http", false);
            }
        }
        if is_noise(trimmed.trim_matches([':', '-'])) {
            return;
        }
        let is_path = trimmed.matches('/').count() > 1 || trimmed.starts_with('/');
        let mut is_marked = chunk.starts_with(['#', '[']);
        let (mut start, mut before) = (0, "");
        for (at, c) in trimmed.char_indices().chain([(trimmed.len(), ' ')]) {
            let is_end = at == trimmed.len() || "=:/,;()[]{}<>\"|#".contains(c);
            if !is_end {
                continue;
            }
            let part = trimmed.get(start..at).unwrap_or_default();
            if !is_noise(part) {
                // `ERR_E1001`
                let last = part.rsplit_once('_').filter(|(head, last)| says_code(head) && is_code(last));
                self.push(last.map_or(part, |(_, last)| last), is_marked || is_path || last.is_some());
            }
            if !part.is_empty() {
                before = part;
            }
            // In `{"code":100` a quote is between them.
            is_marked = matches!(c, '#' | '[') || (matches!(c, '=' | ':') && says_code(before));
            start = at + c.len_utf8();
        }
    }

    /// The rows that it means.
    pub(crate) fn find(&self, subjects: &[Subjects<'_>]) -> Meant {
        let words: Vec<String> = self.words.iter().flat_map(|word| atoms(&word.text)).collect();
        let is_short = self.words.len() <= 3;
        let mut scores: Vec<(Hit, bool)> = Vec::new();
        for (subject, of) in subjects.iter().enumerate() {
            for (row, entry) in of.entries.iter().enumerate() {
                let (score, is_strong) = self.score(entry, &words, of, subjects, is_short);
                if score > 0 {
                    scores.push((Hit { subject, row, score }, is_strong));
                }
            }
        }
        // A bare number counts only if nothing better matches.
        let is_any_strong = scores.iter().any(|(_, is_strong)| *is_strong);
        scores.retain(|(_, is_strong)| *is_strong || !is_any_strong);
        self.prefer_named(subjects, &mut scores);
        let mut hits: Vec<Hit> = scores.into_iter().map(|(hit, _)| hit).collect();
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
        let is_exact = self.is_exact(subjects, &hits);
        if let Some(best) = hits.first().map(|hit| hit.score).filter(|_| is_exact) {
            hits.retain(|hit| hit.score == best);
        }
        Meant { hits, is_exact }
    }

    /// How many words of an entry are there, and whether more than a bare number is.
    fn score(
        &self,
        entry: &Entry,
        words: &[String],
        of: &Subjects<'_>,
        subjects: &[Subjects<'_>],
        is_short: bool,
    ) -> (usize, bool) {
        let (mut score, mut is_strong) = (0, false);
        for phrase in std::iter::once(&entry.reason).chain(&entry.aliases) {
            let phrase = atoms(&folded(phrase));
            if is_within(&phrase, words) && phrase.len() > score {
                (score, is_strong) = (phrase.len(), true);
            }
        }
        let name = squeezed(&entry.name);
        if !name.is_empty() && self.words.iter().any(|word| squeezed(&word.text) == name) {
            let parts = entry.name.chars().filter(char::is_ascii_uppercase).count().max(1);
            (score, is_strong) = (score.max(parts), true);
        }
        if let Some(is_sure) = self.code(entry, of, subjects, is_short) {
            score += 1;
            is_strong |= is_sure;
        }
        (score, is_strong)
    }

    /// Whether an entry's code is there, and whether something says that it is one.
    fn code(&self, entry: &Entry, of: &Subjects<'_>, subjects: &[Subjects<'_>], is_short: bool) -> Option<bool> {
        let mut found = None;
        for (index, word) in self.words.iter().enumerate() {
            let is_whole = entry.has_code(&word.text);
            let is_glued = !is_whole
                && glued(&word.text).is_some_and(|code| entry.has_code(code) && !is_known(&word.text, subjects));
            if !is_whole && !is_glued {
                continue;
            }
            let before = index.checked_sub(1).and_then(|before| self.words.get(before)).map(|word| word.text.as_str());
            let is_kind = |word: &str| {
                let is_word = word.chars().all(|c| c.is_alphabetic() || c == '_' || c == '-');
                KINDS.contains(&word) || of.names.iter().any(|name| *name == squeezed(word)) || (is_short && is_word)
            };
            let has_letters = word.text.chars().any(char::is_alphabetic);
            let is_sure = is_glued || word.is_marked || has_letters || before.is_some_and(is_kind);
            found = Some(found.unwrap_or(false) || is_sure);
        }
        found
    }

    /// `SQLSTATE 23505` means the table of that name, if it has the code.
    fn prefer_named(&self, subjects: &[Subjects<'_>], scores: &mut Vec<(Hit, bool)>) {
        let is_named = |subject: usize| {
            let names = subjects.get(subject).map(|subject| subject.names.as_slice()).unwrap_or_default();
            self.words.iter().any(|word| names.contains(&squeezed(&word.text)))
        };
        if scores.iter().any(|(hit, _)| is_named(hit.subject)) {
            scores.retain(|(hit, _)| is_named(hit.subject) || hit.score > 1);
        }
    }

    /// Whether all that is there is a code and its phrase, after at most two words that say what it is.
    fn is_exact(&self, subjects: &[Subjects<'_>], hits: &[Hit]) -> bool {
        let Some(best) = hits.first() else { return false };
        let Some(entry) = subjects.get(best.subject).and_then(|subject| subject.entries.get(best.row)) else {
            return false;
        };
        let mut atoms_of_entry = atoms(&folded(&entry.reason));
        atoms_of_entry.extend(entry.aliases.iter().flat_map(|alias| atoms(&folded(alias))));
        let (mut before, mut has_code) = (0, false);
        for word in &self.words {
            let is_code = entry.has_code(&word.text) || glued(&word.text).is_some_and(|code| entry.has_code(code));
            if is_code {
                has_code = true;
            } else if !(has_code && atoms(&word.text).iter().all(|atom| atoms_of_entry.contains(atom))) {
                let is_word = word.text.chars().all(|c| c.is_alphabetic() || c == '_' || c == '-');
                if has_code || !is_word {
                    return false;
                }
                before += 1;
            }
        }
        has_code && before <= 2
    }

    /// The number that it is about, if it is a number with at most words that say what it is.
    pub(crate) fn number(&self) -> Option<&str> {
        let numbers: Vec<&str> =
            self.words.iter().filter(|word| number(&word.text).is_some()).map(|word| word.text.as_str()).collect();
        match numbers.as_slice() {
            [number] if self.words.len() <= 3 => Some(number),
            _ => None,
        }
    }
}

/// The letters and digits of a text, word by word.
fn atoms(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|atom| !atom.is_empty()).map(str::to_owned).collect()
}

fn is_within(phrase: &[String], words: &[String]) -> bool {
    !phrase.is_empty() && words.windows(phrase.len()).any(|window| window == phrase)
}

/// The code in a word with letters before it: `e1001`, `err-1001`.
fn glued(word: &str) -> Option<&str> {
    let at = word.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0)?;
    let (letters, digits) = word.split_at_checked(at)?;
    let letters = letters.trim_end_matches(['-', '_', '.']);
    // `gate-3` is a gate.
    let is_prefix = KINDS.contains(&letters) || (letters.len() <= 3 && letters.chars().all(char::is_alphabetic));
    (is_prefix && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

/// The code that a page is called by: `E1001.html`.
fn page_of<'p>(part: &'p str, is_code: &dyn Fn(&str) -> bool) -> &'p str {
    part.rsplit_once('.').filter(|(bare, _)| is_code(bare)).map_or(part, |(bare, _)| bare)
}

fn is_known(word: &str, subjects: &[Subjects<'_>]) -> bool {
    subjects.iter().any(|subject| subject.entries.iter().any(|entry| entry.has_code(word)))
}

/// Dates, times, addresses and versions: numbers with something between them.
fn is_noise(text: &str) -> bool {
    let text = text.trim_start_matches('v');
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = text.split(['-', '.', ':', '/', 't', 'z', '+']).filter(|part| !part.is_empty()).collect();
    let has_separator = text.chars().skip(1).any(|c| "-.:/".contains(c));
    has_separator && parts.len() > 1 && parts.iter().all(|part| is_digits(part))
}
