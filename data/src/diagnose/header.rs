//! What to say about headers.

use crate::name::quote;
use crate::refusal::HeaderFault;
use crate::refusal::NotATemplate;
use crate::role::Role;
use crate::wanted::Told;

/// The sentence for who keeps the sheet, and what can be written in code about it.
pub(super) fn say(fault: HeaderFault) -> (String, Option<String>) {
    match fault {
        HeaderFault::NoSuchHeader { header, close, all } => {
            let what = format!("there is no header {header:?}");
            let message = match close {
                Some(close) => format!("{what}; did you mean {}?", quote(&close)),
                None => format!("{what}; {}", list(&all)),
            };
            (message, None)
        }
        HeaderFault::Alike { wanted, first, second } => {
            let (first, second) = (quote(&first), quote(&second));
            let message = format!(
                "both {first} and {second} could be the header {wanted:?}; write the one that is meant exactly"
            );
            (message, None)
        }
        HeaderFault::TwoMeanings { role, first, second, told } => {
            let (one, two) = (quote(&first), quote(&second));
            let message = format!("the headers {one} and {two} both mean the {}; rename one", title(role));
            (message, Some(map(role, &first, told)))
        }
        HeaderFault::Twice { header, there } => {
            let header = quote(&header);
            (format!("the header {header} is already in {there}; give each column a header of its own"), None)
        }
        HeaderFault::NoColumn { role, guess, taken, all, told } => no_column(role, guess.as_deref(), taken, &all, told),
        HeaderFault::BadTemplate { template, why } => {
            let why = match why {
                NotATemplate::Unclosed => "has a { without its }; write {{ for the sign itself",
                NotATemplate::Unopened => "has a } without its {; write }} for the sign itself",
                NotATemplate::NoName => "has {} in it; write a header between them",
                NotATemplate::NoHeader => "has no header in it; write one between { and }",
            };
            (format!("{template:?} {why}"), None)
        }
        HeaderFault::NoCode => {
            ("every row needs a code; name the column that has it, or leave `code` out".to_owned(), None)
        }
        HeaderFault::NothingNames => {
            let message = "neither a name nor a phrase has a column, so rows have no names in code; name a column";
            (message.to_owned(), Some("names = \"E{code}\" names rows after their codes".to_owned()))
        }
        HeaderFault::Misspelt { header, known, method, told } => {
            let message = format!("{} is not used; did you mean {known:?}?", quote(&header));
            let entry = format!("{method}: &str = {header:?}");
            let name = match told {
                Told::Options => format!("if not, --column '{entry}', or --allow misspelt_header"),
                Told::Body | Told::Words => format!("if not, name it: {entry}; or write allow(misspelt_header)"),
            };
            (message, Some(name))
        }
        HeaderFault::NoCodesThere { header, cell, told } => {
            let message = format!(
                "no cell below {} is a code, the first is {}; if this is not the column of the codes, say which is",
                quote(&header),
                quote(&cell)
            );
            (message, Some(map(Role::Code, "\u{2026}", told)))
        }
        HeaderFault::NoHeaderLine { line, text, headers, is_open, told } => {
            no_header_line(line, &text, &headers, is_open, told)
        }
        HeaderFault::HeaderLineGiven => (
            "this line is a header; take `headers` out, which is for files without one".to_owned(),
            Some("if it is a row, write allow(header_line_given)".to_owned()),
        ),
    }
}

fn title(role: Role) -> &'static str {
    match role {
        Role::Reason => "reason phrase",
        _ => role.as_str(),
    }
}

/// How the user says which column is a role's.
fn map(role: Role, header: &str, told: Told) -> String {
    match told {
        Told::Body => format!("write {role} = {header:?} in the table's body"),
        Told::Words => format!("write columns({role} = {header:?})"),
        Told::Options => format!("--column '{role} = {header:?}'"),
    }
}

fn no_column(
    role: Role,
    guess: Option<&str>,
    taken: Option<(String, String)>,
    all: &[String],
    told: Told,
) -> (String, Option<String>) {
    let is_code = role == Role::Code;
    let what = format!("there is no column for the {}", if is_code { "code" } else { "reason phrase" });
    if let Some((by, header)) = taken {
        let message = format!("{what}: `{by}` took {}", quote(&header));
        let also = map(role, &header, told).replacen("write", "write as well:", 1);
        return (message, Some(also));
    }
    match guess {
        Some(header) => {
            let message = format!("{what}; if {} is it, rename it to \"{role}\"", quote(header));
            (message, Some(map(role, header, told)))
        }
        None => {
            let names = if is_code { "\"code\"" } else { "\"reason\" or \"name\"" };
            (format!("{what}; name one {names} ({})", list(all)), Some(map(role, "\u{2026}", told)))
        }
    }
}

/// `headers("code", "", "reason")`, as far as the columns can be guessed.
fn no_header_line(
    line: u32,
    text: &str,
    headers: &[&'static str],
    is_open: bool,
    told: Told,
) -> (String, Option<String>) {
    let mut named = Vec::new();
    for header in headers {
        named.push(format!("{header:?}"));
    }
    if is_open {
        named.push("\u{2026}".to_owned());
    }
    let message = format!(
        "line {line} looks like a row ({} is a code): the file has no header; write one above it, or say what its columns \
         are, from the left",
        quote(text)
    );
    let words = format!("headers({})", named.join(", "));
    let help = match told {
        Told::Options => format!("--csv '{words}'"),
        Told::Body | Told::Words => format!("write csv(\"\u{2026}\", {words})"),
    };
    (message, Some(help))
}

/// The first headers, quoted; a table may have hundreds.
fn list(headers: &[String]) -> String {
    const SHOWN: usize = 12;
    let mut shown = Vec::new();
    for header in headers.iter().take(SHOWN) {
        shown.push(quote(header));
    }
    let more = headers.len().saturating_sub(SHOWN);
    if more > 0 {
        shown.push(format!("and {more} more"));
    }
    match shown.len() {
        0 => "all headers are empty".to_owned(),
        1 => format!("the only header is {}", shown.concat()),
        _ => format!("the headers are {}", shown.join(", ")),
    }
}
