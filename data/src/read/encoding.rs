//! Bytes → text. A table is UTF-8; what is not is named and still decoded as well as can be, so
//! that its rows remain usable.

use std::borrow::Cow;

use crate::name;
use crate::report::Place;

/// A table's text and what was wrong with its bytes.
pub(super) struct Decoded<'b> {
    pub(super) text: Cow<'b, str>,
    /// Where in the text is a character that takes the place of wrong bytes.
    pub(super) guessed: Vec<usize>,
    pub(super) wrong: Option<(Place, String)>,
}

const SAVE_AS: &str = "save the file as \"CSV UTF-8\"";

pub(super) fn decode(mut bytes: &[u8]) -> Decoded<'_> {
    // A file that was exported twice has two marks.
    while let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        bytes = rest;
    }
    if let Some((what, text)) = workbook(bytes).or_else(|| utf32(bytes)).or_else(|| utf16(bytes)) {
        let start = Place { line: 1, column: 1, cell: None };
        let guessed = text.match_indices(char::REPLACEMENT_CHARACTER).map(|(index, _)| index).collect();
        return Decoded {
            text: Cow::Owned(text),
            guessed,
            wrong: Some((start, format!("the file is {what}; {SAVE_AS}"))),
        };
    }
    let (valid, rest) = match std::str::from_utf8(bytes) {
        Ok(text) => return Decoded { text: Cow::Borrowed(text), guessed: Vec::new(), wrong: None },
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
    let guess = match windows_1252(byte) {
        Some(letter) => format!(", and would be {} in Windows-1252", name::show(letter)),
        None => String::new(),
    };
    let (text, guessed) = as_windows_1252(bytes);
    Decoded {
        text: Cow::Owned(text),
        guessed,
        wrong: Some((
            Place { line: number(line), column: number(column), cell: None },
            format!("the byte 0x{byte:02X} here is not UTF-8{guess}; {SAVE_AS}"),
        )),
    }
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

/// What Excel saves by itself, and what mail programs make of large files, of which no text can be read.
fn workbook(bytes: &[u8]) -> Option<(&'static str, String)> {
    let is_workbook = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0");
    let is_compressed = bytes.starts_with(b"\x1f\x8b");
    let what = if is_compressed { "compressed (gzip)" } else { "a workbook, not a CSV" };
    (is_workbook || is_compressed).then(|| (what, String::new()))
}

/// The text of a UTF-32 file with its mark, that of the little endian one being UTF-16's and a NUL.
fn utf32(bytes: &[u8]) -> Option<(&'static str, String)> {
    let (what, is_little, body) = match bytes {
        [0xff, 0xfe, 0, 0, body @ ..] => ("encoded as UTF-32 (little endian)", true, body),
        [0, 0, 0xfe, 0xff, body @ ..] => ("encoded as UTF-32 (big endian)", false, body),
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
        [0xff, 0xfe, body @ ..] => ("encoded as UTF-16 (little endian)", true, body),
        [0xfe, 0xff, body @ ..] => ("encoded as UTF-16 (big endian)", false, body),
        // Both parities: a file of NULs, which is something else.
        _ if nul_at(1) && !nul_at(0) => ("encoded as UTF-16 (little endian)", true, bytes),
        _ if nul_at(0) && !nul_at(1) => ("encoded as UTF-16 (big endian)", false, bytes),
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

    fn wrong(bytes: &[u8]) -> (u32, u32, String) {
        let (place, message) = decode(bytes).wrong.unwrap();
        (place.line, place.column, message)
    }

    #[test]
    fn other_encodings_are_named_with_the_fix() {
        let utf16: Vec<u8> = "code,reason\n1,A\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let le = "the file is encoded as UTF-16 (little endian); save the file as \"CSV UTF-8\"";
        assert_eq!(wrong(&utf16), (1, 1, le.to_owned()));
        let marked = [b"\xff\xfe".as_slice(), &utf16].concat();
        assert_eq!(wrong(&marked), (1, 1, le.to_owned()));
        assert_eq!(decode(&marked).text, "code,reason\n1,A\n");
        let be: Vec<u8> = "\u{feff}code".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(
            wrong(&be),
            (1, 1, "the file is encoded as UTF-16 (big endian); save the file as \"CSV UTF-8\"".to_owned())
        );
        let unmarked = be.get(2..).unwrap();
        assert_eq!(decode(unmarked).wrong, decode(&be).wrong);
        assert_eq!((decode(unmarked).text, decode(b"\0\0\0\0").wrong), (Cow::Borrowed("code"), None));
        let wide = |mark: &[u8], unit: fn(u32) -> [u8; 4]| {
            [mark, &"code\n1\n".chars().flat_map(|c| unit(c.into())).collect::<Vec<u8>>()].concat()
        };
        let wide = [wide(b"\xff\xfe\0\0", u32::to_le_bytes), wide(b"\0\0\xfe\xff", u32::to_be_bytes)];
        for (bytes, end) in wide.iter().zip(["little", "big"]) {
            let said = format!("the file is encoded as UTF-32 ({end} endian); save the file as \"CSV UTF-8\"");
            assert_eq!(wrong(bytes), (1, 1, said));
            assert_eq!(decode(bytes).text, "code\n1\n");
        }
        let said = "the file is a workbook, not a CSV; save the file as \"CSV UTF-8\"";
        assert_eq!(wrong(b"PK\x03\x04\x14"), (1, 1, said.to_owned()));
        assert_eq!(wrong(b"\xd0\xcf\x11\xe0\xa1"), (1, 1, said.to_owned()));
        let latin = b"code,reason\n1,Caf\xe9\n";
        let said = "the byte 0xE9 here is not UTF-8, and would be '\u{e9}' (U+00E9) in Windows-1252; save the file as \
                    \"CSV UTF-8\"";
        assert_eq!(wrong(latin), (2, 6, said.to_owned()));
        let mac = b"code\r\n1\r22\x92";
        let said = "the byte 0x92 here is not UTF-8, and would be '\u{2019}' (U+2019) in Windows-1252; save the file as \
                    \"CSV UTF-8\"";
        assert_eq!(wrong(mac), (3, 3, said.to_owned()));
        let broken = b"code\n\xc3(";
        let said = "the byte 0xC3 here is not UTF-8, and would be '\u{c3}' (U+00C3) in Windows-1252; save the file as \
                    \"CSV UTF-8\"";
        assert_eq!(wrong(broken), (2, 1, said.to_owned()));
    }

    #[test]
    fn utf8_with_or_without_its_mark_is_read() {
        for bytes in [b"\xef\xbb\xbfcode".as_slice(), b"\xef\xbb\xbf\xef\xbb\xbfcode", b"code"] {
            let decoded = decode(bytes);
            assert_eq!((decoded.text.as_ref(), decoded.wrong), ("code", None));
        }
    }
}
