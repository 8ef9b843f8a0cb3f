//! `google.rpc.ErrorInfo`, which tells a gRPC client the row: written here, so that the user's crate names no other one.

use core::fmt::{self, Display, Write};

use crate::code::Code;
use crate::docs::StatusDoc;
use crate::problem::link::Filled;

const ERROR_INFO: &str = "type.googleapis.com/google.rpc.ErrorInfo";

/// Takes the bytes of a message one by one.
type Sink<'s> = &'s mut dyn FnMut(u8);

/// The details of a gRPC status, a `google.rpc.Status` around an `ErrorInfo`: the row's name as the reason, and as
/// metadata its code, where that is not gRPC's, and its page.
#[inline]
pub fn error_info<C: Code>(doc: &StatusDoc<C>, code: u8, message: &dyn Display, domain: &str, sink: Sink<'_>) {
    varint_field(1, u64::from(code), sink);
    text_field(2, message, sink);
    let own = (doc.code.number() != Some(i128::from(code))).then_some(&doc.code as &dyn Display);
    let link = doc.link.map(|template| Filled { template, code: &doc.code });
    let info = |sink: Sink<'_>| {
        text_field(1, &Reason(doc.name), sink);
        text_field(2, &domain, sink);
        if let Some(own) = own {
            entry(&"code", own, sink);
        }
        if let Some(link) = &link {
            entry(&"link", link, sink);
        }
    };
    // An `Any` among the details.
    field(
        3,
        &|sink| {
            text_field(1, &ERROR_INFO, sink);
            field(2, &info, sink);
        },
        sink,
    );
}

/// An entry of the metadata.
#[inline]
fn entry(key: &dyn Display, value: &dyn Display, sink: Sink<'_>) {
    field(
        3,
        &|sink| {
            text_field(1, key, sink);
            text_field(2, value, sink);
        },
        sink,
    );
}

/// A field with a length, which takes a first run to count.
#[inline]
fn field(number: u8, content: &dyn Fn(Sink<'_>), sink: Sink<'_>) {
    let mut length = 0;
    content(&mut |_| length += 1);
    sink(number << 3 | 2);
    varint(length, sink);
    content(sink);
}

#[inline]
fn text_field(number: u8, text: &dyn Display, sink: Sink<'_>) {
    field(
        number,
        &|sink| {
            let _ = write!(Bytes(sink), "{text}");
        },
        sink,
    );
}

#[inline]
fn varint_field(number: u8, value: u64, sink: Sink<'_>) {
    sink(number << 3);
    varint(value, sink);
}

/// Seven bits at a time, the lowest first.
#[inline]
fn varint(mut value: u64, sink: Sink<'_>) {
    loop {
        let byte = u8::try_from(value & 0x7f).unwrap_or_default();
        value >>= 7;
        if value == 0 {
            sink(byte);
            return;
        }
        sink(byte | 0x80);
    }
}

struct Bytes<'b>(Sink<'b>);

impl Write for Bytes<'_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            (self.0)(byte);
        }
        Ok(())
    }
}

/// `OrderMissing` as `ORDER_MISSING`.
struct Reason(&'static str);

impl Display for Reason {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut previous = '_';
        let mut characters = self.0.chars().peekable();
        while let Some(c) = characters.next() {
            let is_next_lower = characters.peek().is_some_and(char::is_ascii_lowercase);
            let is_word =
                c.is_ascii_uppercase() && previous != '_' && (!previous.is_ascii_uppercase() || is_next_lower);
            if is_word {
                f.write_char('_')?;
            }
            f.write_char(c.to_ascii_uppercase())?;
            previous = c;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString;
    use std::vec::Vec;

    use super::{Reason, error_info};
    use crate::docs::StatusDoc;

    #[test]
    fn a_reason_is_the_name_in_capitals() {
        for (name, reason) in [
            ("OrderMissing", "ORDER_MISSING"),
            ("NotFound", "NOT_FOUND"),
            ("Ok", "OK"),
            ("Http2Error", "HTTP2_ERROR"),
            ("TLSFailed", "TLS_FAILED"),
            ("ER_DUP_KEY", "ER_DUP_KEY"),
        ] {
            assert_eq!(Reason(name).to_string(), reason);
        }
    }

    #[test]
    fn a_detail_is_protobuf() {
        let doc = StatusDoc::new("E1", "Gone", "Gone");
        let mut bytes = Vec::new();
        error_info(&doc, 5, &"no", "a.b", &mut |byte| bytes.push(byte));
        let info = b"\x0a\x04GONE\x12\x03a.b\x1a\x0a\x0a\x04code\x12\x02E1";
        let mut expected =
            b"\x08\x05\x12\x02no\x1a\x43\x0a\x28type.googleapis.com/google.rpc.ErrorInfo\x12\x17".to_vec();
        expected.extend_from_slice(info);
        assert_eq!((bytes.as_slice(), info.len()), (expected.as_slice(), 0x17));
        // A code of gRPC's is not told twice.
        let mut bytes = Vec::new();
        error_info(&StatusDoc::new(5_u8, "NotFound", ""), 5, &"", "a", &mut |byte| bytes.push(byte));
        assert!(!bytes.windows(4).any(|window| window == b"code"));
    }
}
