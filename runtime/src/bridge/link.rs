//! The page of a code.

use core::fmt::{self, Display, Write};

/// A link's template with the code in it.
///
/// What stands for the code is `{code}`, or `{code:x}`, `{code:08X}` where the table writes its codes so.
pub(crate) struct Link<'l, C: ?Sized> {
    pub(crate) template: &'static str,
    pub(crate) code: &'l C,
    pub(crate) number: Option<i128>,
}

impl<C: Display + ?Sized> Display for Link<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.template;
        while let Some((before, after)) = rest.split_once("{code") {
            let (format, after) = after.split_once('}').unwrap_or((after, ""));
            f.write_str(before)?;
            match (self.number, Hexadecimal::named(format)) {
                (Some(number), Some(hexadecimal)) => hexadecimal.write(f, bits(number, self.code))?,
                _ => write!(Percent(f), "{}", self.code)?,
            }
            rest = after;
        }
        f.write_str(rest)
    }
}

/// A negative code in hexadecimal is what its type has in memory.
fn bits<C: ?Sized>(number: i128, code: &C) -> u64 {
    let unused = 64 - 8 * size_of_val(code).min(8);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "codes have at most 64 bits")]
    let bits = number as u64;
    bits & (u64::MAX >> unused)
}

/// `:x`, `:X`, `:08X`: the digits' case and how many there are at least.
struct Hexadecimal {
    is_upper: bool,
    width: usize,
}

impl Hexadecimal {
    fn named(format: &str) -> Option<Self> {
        let format = format.strip_prefix(':')?;
        let (width, is_upper) = match format.strip_suffix('X') {
            Some(width) => (width, true),
            None => (format.strip_suffix('x')?, false),
        };
        Some(Self { is_upper, width: if width.is_empty() { 0 } else { width.parse().ok()? } })
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, bits: u64) -> fmt::Result {
        let width = self.width;
        if self.is_upper { write!(f, "{bits:0width$X}") } else { write!(f, "{bits:0width$x}") }
    }
}

/// Percent-encodes all that is not unreserved in a URI
/// ([RFC 3986, section 2.3](https://www.rfc-editor.org/rfc/rfc3986#section-2.3)).
struct Percent<'f, 'b>(&'f mut fmt::Formatter<'b>);

impl Write for Percent<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
                self.0.write_char(char::from(byte))?;
            } else {
                write!(self.0, "%{byte:02X}")?;
            }
        }
        Ok(())
    }
}
