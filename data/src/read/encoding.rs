//! Bytes → text. A table is UTF-8; what is not is named and still decoded as well as can be, so
//! that its rows remain usable.

use std::borrow::Cow;

use crate::finding::Place;
use crate::refusal::{FileFault, Foreign};

/// A table's text and what was wrong with its bytes.
pub(crate) struct Decoded<'b> {
    pub(crate) text: Cow<'b, str>,
    /// Where in the text is a character that takes the place of wrong bytes.
    pub(crate) guessed: Vec<usize>,
    pub(crate) wrong: Option<(Place, FileFault)>,
    /// Of some files no text can be read.
    pub(crate) foreign: Option<Foreign>,
}

pub(crate) fn decode(mut bytes: &[u8]) -> Decoded<'_> {
    // A file that was exported twice has two marks.
    while let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        bytes = rest;
    }
    if let Some(foreign) = workbook(bytes) {
        return Decoded { text: Cow::Borrowed(""), guessed: Vec::new(), wrong: None, foreign: Some(foreign) };
    }
    if let Some((encoding, text)) = utf32(bytes).or_else(|| utf16(bytes)) {
        let start = Place { line: 1, column: 1, cell: None };
        let guessed = text.match_indices(char::REPLACEMENT_CHARACTER).map(|(index, _)| index).collect();
        return Decoded {
            text: Cow::Owned(text),
            guessed,
            wrong: Some((start, FileFault::Encoding(encoding))),
            foreign: None,
        };
    }
    let (valid, rest) = match std::str::from_utf8(bytes) {
        Ok(text) => {
            return Decoded { text: Cow::Borrowed(text), guessed: Vec::new(), wrong: None, foreign: None };
        }
        Err(error) => bytes.split_at(error.valid_up_to()),
    };
    let before = String::from_utf8_lossy(valid);
    // A lone carriage return ends a line too, here as in the scan.
    let lines = before.bytes().filter(|&byte| byte == b'\n').count() + before.matches('\r').count()
        - before.matches("\r\n").count();
    let line = lines + 1;
    let column = before.rsplit(['\n', '\r']).next().unwrap_or_default().chars().count() + 1;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let byte = rest.first().copied().unwrap_or_default();
    let (text, guessed) = as_windows_1252(bytes);
    let place = Place { line: number(line), column: number(column), cell: None };
    let letter = windows_1252(byte).filter(|letter| is_likely(*letter));
    Decoded {
        text: Cow::Owned(text),
        guessed,
        wrong: Some((place, FileFault::WrongByte { byte, letter })),
        foreign: None,
    }
}

/// Whether a character of Windows-1252 is one that tables have. What else a byte would be comes of another encoding.
fn is_likely(letter: char) -> bool {
    const SIGNS: &str = "\u{b0}\u{b5}\u{20ac}\u{a7}\u{2018}\u{2019}\u{201a}\u{201c}\u{201d}\u{201e}\u{ab}\u{bb}";
    letter.is_alphabetic() || SIGNS.contains(letter)
}

/// The text, with the bytes that are not UTF-8 taken for Windows-1252, which they nearly always are; and where
/// these are.
fn as_windows_1252(bytes: &[u8]) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut guessed = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for &byte in chunk.invalid() {
            guessed.push(text.len());
            text.push(windows_1252(byte).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
    }
    (text, guessed)
}

/// What Excel saves by itself, and what mail programs make of large files.
fn workbook(bytes: &[u8]) -> Option<Foreign> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Some(Foreign::Workbook);
    }
    bytes.starts_with(b"\x1f\x8b").then_some(Foreign::Compressed)
}

/// The text of a UTF-32 file with its mark, that of the little endian one being UTF-16's and a NUL.
fn utf32(bytes: &[u8]) -> Option<(&'static str, String)> {
    let (what, is_little, body) = match bytes {
        [0xff, 0xfe, 0, 0, body @ ..] => ("UTF-32 (little endian)", true, body),
        [0, 0, 0xfe, 0xff, body @ ..] => ("UTF-32 (big endian)", false, body),
        _ => return None,
    };
    let units = body.chunks_exact(4).filter_map(|unit| <[u8; 4]>::try_from(unit).ok());
    let number = |unit| if is_little { u32::from_le_bytes(unit) } else { u32::from_be_bytes(unit) };
    let text = units.map(|unit| char::from_u32(number(unit)).unwrap_or(char::REPLACEMENT_CHARACTER));
    Some((what, text.collect()))
}

/// The text of a UTF-16 file, with or without its mark.
fn utf16(bytes: &[u8]) -> Option<(&'static str, String)> {
    let nul_at = |parity: usize| {
        let head = bytes.iter().take(64).skip(parity).step_by(2);
        bytes.len() >= 4 && head.clone().all(|&byte| byte == 0)
    };
    let (what, is_little, body) = match bytes {
        [0xff, 0xfe, body @ ..] => ("UTF-16 (little endian)", true, body),
        [0xfe, 0xff, body @ ..] => ("UTF-16 (big endian)", false, body),
        // Both parities: a file of NULs, which is something else.
        _ if nul_at(1) && !nul_at(0) => ("UTF-16 (little endian)", true, bytes),
        _ if nul_at(0) && !nul_at(1) => ("UTF-16 (big endian)", false, bytes),
        _ => return None,
    };
    let units: Vec<u16> = body
        .chunks_exact(2)
        .filter_map(|pair| <[u8; 2]>::try_from(pair).ok())
        .map(|pair| if is_little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
        .collect();
    Some((what, String::from_utf16_lossy(&units)))
}

/// What Windows-1252 has at a byte above ASCII.
fn windows_1252(byte: u8) -> Option<char> {
    const HIGH: &str = "\u{20ac}\u{81}\u{201a}\u{192}\u{201e}\u{2026}\u{2020}\u{2021}\u{2c6}\u{2030}\u{160}\u{2039}\
        \u{152}\u{8d}\u{17d}\u{8f}\u{90}\u{2018}\u{2019}\u{201c}\u{201d}\u{2022}\u{2013}\u{2014}\u{2dc}\u{2122}\
        \u{161}\u{203a}\u{153}\u{9d}\u{17e}\u{178}";
    match byte {
        0x80..=0x9f => HIGH.chars().nth(usize::from(byte - 0x80)).filter(|c| !c.is_control()),
        0xa0..=0xff => Some(char::from(byte)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(bytes: &[u8]) -> (u32, u32, FileFault) {
        let (place, fault) = decode(bytes).wrong.unwrap();
        (place.line, place.column, fault)
    }

    #[test]
    fn other_encodings_are_named() {
        let utf16: Vec<u8> = "code,reason\n1,A\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let le = FileFault::Encoding("UTF-16 (little endian)");
        assert_eq!(wrong(&utf16), (1, 1, le.clone()));
        let marked = [b"\xff\xfe".as_slice(), &utf16].concat();
        assert_eq!(wrong(&marked), (1, 1, le));
        assert_eq!(decode(&marked).text, "code,reason\n1,A\n");
        let be: Vec<u8> = "\u{feff}code".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(wrong(&be), (1, 1, FileFault::Encoding("UTF-16 (big endian)")));
        let unmarked = be.get(2..).unwrap();
        assert_eq!(decode(unmarked).wrong, decode(&be).wrong);
        assert_eq!((decode(unmarked).text, decode(b"\0\0\0\0").wrong), (Cow::Borrowed("code"), None));
        let wide = |mark: &[u8], unit: fn(u32) -> [u8; 4]| {
            [mark, &"code\n1\n".chars().flat_map(|c| unit(c.into())).collect::<Vec<u8>>()].concat()
        };
        let wide = [wide(b"\xff\xfe\0\0", u32::to_le_bytes), wide(b"\0\0\xfe\xff", u32::to_be_bytes)];
        for (bytes, name) in wide.iter().zip(["UTF-32 (little endian)", "UTF-32 (big endian)"]) {
            assert_eq!(wrong(bytes), (1, 1, FileFault::Encoding(name)));
            assert_eq!(decode(bytes).text, "code\n1\n");
        }
        assert_eq!(decode(b"PK\x03\x04\x14").foreign, Some(Foreign::Workbook));
        assert_eq!(decode(b"\xd0\xcf\x11\xe0\xa1").foreign, Some(Foreign::Workbook));
        assert_eq!(decode(b"\x1f\x8b\x08").foreign, Some(Foreign::Compressed));
    }

    #[test]
    fn a_byte_that_is_not_utf8_is_a_letter_only_if_it_is_likely() {
        type Case<'c> = (&'c str, &'c [u8], u32, u32, u8, Option<char>);
        let cases: [Case<'_>; 9] = [
            ("an accent", b"code,reason\n1,Caf\xe9\n", 2, 6, 0xe9, Some('\u{e9}')),
            ("a quote, after lone carriage returns", b"code\r\n1\r22\x92", 3, 3, 0x92, Some('\u{2019}')),
            ("half of a character", b"code\n\xc3(", 2, 1, 0xc3, Some('\u{c3}')),
            ("a degree", b"5 \xb0C", 1, 3, 0xb0, Some('\u{b0}')),
            ("the euro", b"\x80", 1, 1, 0x80, Some('\u{20ac}')),
            ("a section", b"\xa7 1", 1, 1, 0xa7, Some('\u{a7}')),
            ("Shift-JIS: it would be a per mille sign", b"code\n\x89\xe6", 2, 1, 0x89, None),
            ("it would be a dagger", b"\x86", 1, 1, 0x86, None),
            ("nothing", b"\x81", 1, 1, 0x81, None),
        ];
        for (name, bytes, line, column, byte, letter) in cases {
            assert_eq!(wrong(bytes), (line, column, FileFault::WrongByte { byte, letter }), "{name}");
        }
    }

    #[test]
    fn utf8_with_or_without_its_mark_is_read() {
        for bytes in [b"\xef\xbb\xbfcode".as_slice(), b"\xef\xbb\xbf\xef\xbb\xbfcode", b"code"] {
            let decoded = decode(bytes);
            assert_eq!((decoded.text.as_ref(), decoded.wrong), ("code", None));
        }
    }
}
