//! What the compiler says, read from cargo's messages.

use serde_json::Value;

/// What the compiler said about one place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The binary or library that it is about.
    pub target: String,
    /// `error` or `warning`.
    pub level: String,
    /// Line and column of the primary span.
    pub place: (u64, u64),
    /// The source text under the primary span.
    pub source: String,
    /// The message without its children.
    pub message: String,
}

/// A compiler message of cargo's, if it is about a place or says more than a summary.
pub(super) fn diagnostic(message: &Value) -> Option<Diagnostic> {
    if message["reason"] != "compiler-message" {
        return None;
    }
    let said = &message["message"];
    let spans = said["spans"].as_array()?;
    let span = spans.iter().find(|span| span["is_primary"] == true)?;
    let line = &span["text"][0];
    let highlighted = |key: &str| usize::try_from(line[key].as_u64()?.saturating_sub(1)).ok();
    let source = line["text"].as_str().zip(highlighted("highlight_start")).zip(highlighted("highlight_end"));
    Some(Diagnostic {
        target: message["target"]["name"].as_str()?.to_owned(),
        level: said["level"].as_str()?.to_owned(),
        place: (span["line_start"].as_u64()?, span["column_start"].as_u64()?),
        source: source.map_or(String::new(), |((text, start), end)| {
            text.chars().skip(start).take(end.saturating_sub(start)).collect()
        }),
        message: said["message"].as_str()?.to_owned(),
    })
}
