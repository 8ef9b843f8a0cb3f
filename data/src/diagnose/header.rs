//! What to say about headers.

use crate::name::quote;
use crate::schema::HeaderFault;

/// The sentence for who keeps the sheet, and what can be written in Rust about it.
pub(super) fn say(fault: HeaderFault) -> (String, Option<String>) {
    match fault {
        HeaderFault::NoSuchHeader { header, close, all } => {
            let what = format!("there is no header {header:?}");
            let message = match close {
                Some(close) => format!("{what}; did you mean {}?", quote(&close)),
                None => format!("{what}; {all}"),
            };
            (message, None)
        }
    }
}
