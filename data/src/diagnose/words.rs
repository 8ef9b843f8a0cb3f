//! What to say of words of the user's that the table cannot follow.

use crate::name::quote;
use crate::refusal::WordFault;

pub(super) fn say(fault: WordFault) -> String {
    match fault {
        WordFault::TakenMethod { name } => format!(
            "`{name}` is already a method of the enum; give the column another name, and keep its header with = \"\u{2026}\""
        ),
        WordFault::Link { has_code } => {
            let wrong = if has_code {
                "has to be a URL that begins with https://"
            } else {
                "has to say where the code goes: {code}"
            };
            format!("`link` {wrong}, as in link = \"https://docs.example.com/errors/{{code}}\"")
        }
        WordFault::Names { why } => format!("`names` {why}, as in names = \"E{{code}}\""),
        WordFault::Verbatim { headers } => {
            let mut shown = Vec::new();
            for header in &headers {
                shown.push(quote(header));
            }
            format!(
                "`verbatim` needs a column for the names; the headers are {}; map one: name = \"\u{2026}\"",
                shown.join(", ")
            )
        }
        WordFault::CodeType { reference, code } => reference.misfit(code),
    }
}
