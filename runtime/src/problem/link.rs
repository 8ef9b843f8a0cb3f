//! The page of a code.

use core::fmt::{self, Display, Write};

use crate::code::Code;
use crate::docs::StatusDoc;
use crate::link::Link;
use crate::shown::{Hexadecimal, Shown};

/// A link's template with the code filled in: `{code}`, or `{code:X}`, `{code:08x}` for a table in hexadecimal, with its
/// digits' case and how many there are at least.
pub(crate) struct Filled<'l, C: ?Sized> {
    pub(crate) template: &'static str,
    pub(crate) code: &'l C,
}

impl<C: Display + ?Sized> Display for Filled<'_, C> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.template;
        while let Some((before, after)) = rest.split_once("{code") {
            let (format, after) = after.split_once('}').unwrap_or((after, ""));
            let bits = 8 * u32::try_from(size_of_val(self.code)).unwrap_or(8);
            f.write_str(before)?;
            write!(Percent(f), "{}", Shown { code: &self.code, hexadecimal: hexadecimal(format, bits) })?;
            rest = after;
        }
        f.write_str(rest)
    }
}

/// Where to read more about a status: the page of its code, else its reference, if that is a URL.
#[inline]
pub fn page<C: Code>(doc: StatusDoc<C>) -> Option<impl Display + 'static> {
    let is_url = |text: &&'static str| text.starts_with("https://") || text.starts_with("http://");
    let link = doc.link.map(|template| Page::Link(Link::new(template, doc.code)));
    link.or_else(|| doc.reference.filter(is_url).map(Page::Reference))
}

enum Page<C> {
    Link(Link<C>),
    Reference(&'static str),
}

impl<C: Display> Display for Page<C> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Link(link) => link.fmt(f),
            Self::Reference(url) => f.write_str(url),
        }
    }
}

/// `:X`, `:08x`
#[inline]
fn hexadecimal(format: &str, bits: u32) -> Option<Hexadecimal> {
    let format = format.strip_prefix(':')?;
    let (width, is_upper) = match format.strip_suffix('X') {
        Some(width) => (width, true),
        None => (format.strip_suffix('x')?, false),
    };
    let width = if width.is_empty() { 0 } else { width.parse().ok()? };
    Some(Hexadecimal { width, is_upper, bits })
}

/// Percent-encodes everything that is not unreserved in a URI ([RFC 3986, section
/// 2.3](https://www.rfc-editor.org/rfc/rfc3986#section-2.3)).
struct Percent<'f, 'b>(&'f mut fmt::Formatter<'b>);

impl Write for Percent<'_, '_> {
    #[inline]
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

#[cfg(test)]
mod tests {
    use std::string::ToString;

    use super::page;
    use crate::docs::StatusDoc;

    #[test]
    fn a_page_is_the_link_or_a_reference_that_is_a_url() {
        for (link, reference, expected) in [
            (None, None, None),
            (Some("https://e.org/{code}"), None, Some("https://e.org/7")),
            (Some("https://e.org/{code}"), Some("https://other.org"), Some("https://e.org/7")),
            (None, Some("https://other.org/{code}"), Some("https://other.org/{code}")),
            (None, Some("RFC 9110"), None),
        ] {
            let doc = StatusDoc { reference, link, ..StatusDoc::new(7_u8, "", "") };
            assert_eq!(page(doc).map(|page| page.to_string()).as_deref(), expected);
        }
    }
}
