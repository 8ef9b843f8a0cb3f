//! Letters that look like others, and letters in two parts.

use crate::name::{quote, show};

/// The first word whose letters would all be of one script if its look-alikes were replaced: `D\u{43e}or`.
///
/// Letters of mathematics and units look like no Latin one: `\u{394}T`, `10k\u{3a9}`.
pub(super) fn look_alike(text: &str) -> Option<String> {
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let Some((odd, plain)) = foreign_letter(word) else { continue };
        return Some(format!(
            "{} has {} in {}, which looks like {plain} and is of another alphabet; type the word again",
            quote(text),
            show(odd),
            quote(word),
        ));
    }
    None
}

/// The letter of a word that is of another script than the rest, and the one that it looks like.
fn foreign_letter(word: &str) -> Option<(char, char)> {
    // Letters of each kind: Latin, Latin that look Cyrillic, Cyrillic, and those of it that look Latin.
    let (mut latin_letters, mut look_cyrillic, mut cyrillic_letters, mut look_latin) = (0, 0, 0, 0);
    let (mut others, mut first_latin, mut first_other) = (0, None, None);
    for c in word.chars().filter(|c| c.is_alphabetic()) {
        match c {
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => {
                latin_letters += 1;
                if let Some(like) = cyrillic(c) {
                    look_cyrillic += 1;
                    first_latin = first_latin.or(Some((c, like)));
                }
            }
            _ => {
                cyrillic_letters += usize::from(matches!(c, '\u{400}'..='\u{4ff}'));
                match latin(c) {
                    Some(like) => {
                        look_latin += 1;
                        first_other = first_other.or(Some((c, like)));
                    }
                    None => others += 1,
                }
            }
        }
    }
    if latin_letters == 0 {
        return None;
    }
    if look_latin > 0 && others == 0 {
        return first_other;
    }
    // A Cyrillic word with few Latin letters in it, all of which look Cyrillic.
    let is_cyrillic = others > 0 && look_latin + others == cyrillic_letters && latin_letters < cyrillic_letters;
    if is_cyrillic && look_cyrillic == latin_letters { first_latin } else { None }
}

/// The first letter that is written as two characters, where one exists.
pub(super) fn separate_accent(text: &str) -> Option<String> {
    let mut previous = None;
    for c in text.chars() {
        if let Some((base, composed)) = previous.and_then(|base| Some((base, composed(base, c)?))) {
            return Some(format!(
                "{} has {composed} in it as two characters, {base} and {}: texts that look the same would differ; type \
                 it again",
                quote(text),
                show(c)
            ));
        }
        previous = Some(c);
    }
    None
}

/// Marks, letters, and the letters with their marks: those of European languages.
const COMPOSED: [(char, &str, &str); 13] = [
    ('\u{300}', "AEIOUaeiou\u{415}\u{418}\u{435}\u{438}", "ÀÈÌÒÙàèìòùЀЍѐѝ"),
    (
        '\u{301}',
        "AEIOUYaeiouyCcLlNnRrSsZz\u{391}\u{395}\u{397}\u{399}\u{39f}\u{3a5}\u{3a9}\u{3b1}\u{3b5}\u{3b7}\u{3b9}\u{3bf}\u{3c5}\u{3c9}\u{413}\u{41a}\u{433}\u{43a}",
        "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźΆΈΉΊΌΎΏάέήίόύώЃЌѓќ",
    ),
    ('\u{302}', "AEIOUaeiouCcGgHhJjSsWwYy", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"),
    ('\u{303}', "ANOanoIiUu", "ÃÑÕãñõĨĩŨũ"),
    ('\u{304}', "AaEeIiOoUu", "ĀāĒēĪīŌōŪū"),
    ('\u{306}', "AaEeGgIiOoUu\u{423}\u{418}\u{438}\u{443}", "ĂăĔĕĞğĬĭŎŏŬŭЎЙйў"),
    ('\u{307}', "CcEeGgIZz", "ĊċĖėĠġİŻż"),
    ('\u{308}', "AEIOUaeiouyY\u{399}\u{3a5}\u{3b9}\u{3c5}\u{415}\u{406}\u{435}\u{456}", "ÄËÏÖÜäëïöüÿŸΪΫϊϋЁЇёї"),
    ('\u{30a}', "AaUu", "ÅåŮů"),
    ('\u{30b}', "OoUu", "ŐőŰű"),
    ('\u{30c}', "CcDdEeLlNnRrSsTtZz", "ČčĎďĚěĽľŇňŘřŠšŤťŽž"),
    ('\u{326}', "SsTt", "ȘșȚț"),
    ('\u{327}', "CcGgKkLlNnRrSsTt", "ÇçĢģĶķĻļŅņŖŗŞşŢţ"),
];

fn composed(base: char, mark: char) -> Option<char> {
    let (_, letters, with_mark) = COMPOSED.iter().find(|(known, ..)| *known == mark)?;
    letters.chars().zip(with_mark.chars()).find(|(letter, _)| *letter == base).map(|(_, composed)| composed)
}

const CYRILLIC: &str = "\u{410}\u{412}\u{415}\u{41a}\u{41c}\u{41d}\u{41e}\u{420}\u{421}\u{422}\u{425}\u{405}\u{406}\u{408}\
                        \u{430}\u{435}\u{43e}\u{440}\u{441}\u{443}\u{445}\u{455}\u{456}\u{458}";
const OF_CYRILLIC: &str = "ABEKMHOPCTXSIJaeopcyxsij";
const GREEK: &str =
    "\u{391}\u{392}\u{395}\u{396}\u{397}\u{399}\u{39a}\u{39c}\u{39d}\u{39f}\u{3a1}\u{3a4}\u{3a5}\u{3a7}\u{3bf}";
const OF_GREEK: &str = "ABEZHIKMNOPTYXo";

/// The Latin letter that a Cyrillic or a Greek one looks like.
pub(super) fn latin(c: char) -> Option<char> {
    let pairs = CYRILLIC.chars().zip(OF_CYRILLIC.chars()).chain(GREEK.chars().zip(OF_GREEK.chars()));
    pairs.into_iter().find(|(other, _)| *other == c).map(|(_, letter)| letter)
}

/// The Cyrillic letter that a Latin one looks like.
fn cyrillic(c: char) -> Option<char> {
    OF_CYRILLIC.chars().zip(CYRILLIC.chars()).find(|(letter, _)| *letter == c).map(|(_, other)| other)
}
