//! Phrases that are nearly alike.

use status_docs::status_table;

status_table! {
    /// Phrases that differ only in the bit of the ASCII case, but not in a letter.
    #[status(csv = "tables/phrases.csv")]
    pub enum Phrase: u8;
}

#[test]
fn every_row_is_found() {
    super::every_row_is_found::<Phrase>();
}

#[test]
fn only_the_case_of_ascii_letters_is_folded() {
    assert_eq!(Phrase::from_reason("VALUE {X}"), Some(Phrase::Curly));
    // Rows may share a phrase: the first one is found, and the others by code and phrase.
    assert_eq!(Phrase::from_reason("value [x]"), Some(Phrase::Square));
    assert_eq!("9 value [x]".parse(), Ok(Phrase::Shared));
    assert_eq!(Phrase::from_reason("`"), Some(Phrase::Tick));
    assert_eq!(Phrase::from_reason("@"), Some(Phrase::At));
    assert_eq!(Phrase::from_reason("CAF\u{e9} AU LAIT, S'IL VOUS PLA\u{ee}T"), Some(Phrase::Small));
    assert_eq!(Phrase::from_reason("the QUICK brown fox jumps over {THE} lazy dog"), Some(Phrase::Longer));
    assert_eq!(Phrase::from_reason("the QUICK brown fox jumps over <THE> lazy dog"), None);
}
