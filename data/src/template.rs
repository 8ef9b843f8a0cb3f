//! Templates of headers: `{SPN}-{FMI}`.

use std::borrow::Cow;

use crate::refusal::NotATemplate;
use crate::text;

/// A part of a template.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part<'t> {
    Text(Cow<'t, str>),
    Header(&'t str),
}

/// Whether a text may be a template: a header may have braces as well.
pub(crate) fn has_braces(text: &str) -> bool {
    text::has_one_of(text, "{}")
}

/// The headers that a role's text names: those of a template, or itself.
pub(crate) fn headers_of(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    match parts(text) {
        Ok(parts) if has_braces(text) => {
            for part in parts {
                if let Part::Header(name) = part {
                    names.push(name);
                }
            }
        }
        _ if text.trim().is_empty() => {}
        _ => names.push(text),
    }
    names
}

/// The parts of a template.
pub(crate) fn parts(text: &str) -> Result<Vec<Part<'_>>, NotATemplate> {
    let mut parts = Vec::new();
    let mut rest = text;
    let mut has_header = false;
    while let Some(brace) = text::find_one_of(rest, "{}") {
        let (before, from) = rest.split_at(brace);
        if !before.is_empty() {
            parts.push(Part::Text(Cow::Borrowed(before)));
        }
        if let Some(after) = from.strip_prefix("{{") {
            parts.push(Part::Text(Cow::Borrowed("{")));
            rest = after;
        } else if let Some(after) = from.strip_prefix("}}") {
            parts.push(Part::Text(Cow::Borrowed("}")));
            rest = after;
        } else if let Some(after) = from.strip_prefix('{') {
            let (name, after) = after.split_once('}').ok_or(NotATemplate::Unclosed)?;
            if name.trim().is_empty() {
                return Err(NotATemplate::NoName);
            }
            parts.push(Part::Header(name.trim()));
            has_header = true;
            rest = after;
        } else {
            return Err(NotATemplate::Unopened);
        }
    }
    if !rest.is_empty() {
        parts.push(Part::Text(Cow::Borrowed(rest)));
    }
    if has_header { Ok(parts) } else { Err(NotATemplate::NoHeader) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_names_headers() {
        let cases = [
            ("{SPN}-{FMI}", "SPN FMI"),
            ("{ SPN }", "SPN"),
            ("{{{SPN}}}", "SPN"),
            ("SPN", "SPN"),
            ("", ""),
            ("{SPN", "{SPN"),
        ];
        for (text, names) in cases {
            assert_eq!(headers_of(text).join(" "), names, "{text}");
        }
        let wrong = [
            ("{SPN", NotATemplate::Unclosed),
            ("SPN}", NotATemplate::Unopened),
            ("{}", NotATemplate::NoName),
            ("a {{b}}", NotATemplate::NoHeader),
        ];
        for (text, why) in wrong {
            assert_eq!(parts(text), Err(why), "{text}");
        }
    }
}
