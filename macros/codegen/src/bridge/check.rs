//! Whether every row has an answer that a bridge can give.

use std::fmt::Write;

use status_docs_data::{Code, Role, Row, Rule, Table};
use syn::Path;

use super::{Asked, Body};
use crate::attr::Errors;

/// Whose rows are checked.
pub(crate) struct Checked<'c> {
    /// The name of the type.
    pub(crate) name: String,
    /// Its table.
    pub(crate) table: &'c Table,
    /// Whether the type derives: its rows are those that its variants name, and each is an error.
    pub(crate) is_derive: bool,
    /// Whether it may answer with a success or a redirection: `allow(success_answer)`.
    pub(crate) allows_success: bool,
}

impl Checked<'_> {
    /// Reports each bridge that does not know what to answer for a row, or cannot, at its word.
    pub(crate) fn check(&self, with: &[Asked], rows: &[&Row], errors: &mut Errors) {
        for asked in with {
            if let Some(name) = asked.text("name").filter(|_| !self.is_derive) {
                let message = "a table is a schema already, under the name of its enum; take `name` out";
                errors.at(Rule::BridgeWord, name.span(), message);
            }
            if asked.bridge.role == Some(Role::Grpc) && asked.text("domain").is_some() {
                if let Some(message) = unfit_reason(rows) {
                    errors.at(Rule::BridgeRole, asked.span, message);
                }
            }
            let Some(role) = asked.bridge.role.filter(|_| !self.is_left_out(asked)) else { continue };
            let message = match self.lacking(role, rows) {
                Some(message) => Some(message),
                None if self.sends_body(asked) => self.bodiless(asked, rows),
                None => None,
            };
            let message = message.or_else(|| self.means_ok(role, rows));
            if let Some((rule, message)) = message {
                errors.at(rule, asked.span, message);
            }
        }
    }

    /// A table without a status has a schema and no responses.
    fn is_left_out(&self, asked: &Asked) -> bool {
        !self.is_derive && asked.bridge.body == Body::Documented && !has_answers(self.table, Role::Http)
    }

    fn sends_body(&self, asked: &Asked) -> bool {
        match asked.bridge.body {
            Body::Sent => true,
            Body::Documented => self.is_derive,
            Body::None => false,
        }
    }

    /// What to say of rows for which there is no answer.
    fn lacking(&self, role: Role, rows: &[&Row]) -> Option<(Rule, String)> {
        let (first, others) = first_of(rows, &|row| answer(self.table, row, role).is_none())?;
        if !has_answers(self.table, role) && role == Role::Http {
            return Some((Rule::OwnCodes, self.own_codes()));
        }
        let (what, least, most) = protocol(role);
        let code = self.table.notation.show(&first.code);
        let fix = match self.table.header(role) {
            Some(header) => format!("fill its cell in column \"{header}\""),
            None => format!("add a column `{role}`"),
        };
        // Of HTTP only a column is asked: the codes are the table's own.
        let message = if role == Role::Http {
            format!("code {code} has no HTTP status; {fix}")
        } else {
            format!("code {code} is not {what} ({least} to {most}); {fix}")
        };
        Some((Rule::BridgeRole, and_like_it(message, others)))
    }

    /// What to say where the codes are not HTTP's, and no column has the statuses.
    fn own_codes(&self) -> String {
        let header = self.table.header(Role::Code).unwrap_or("code");
        let say = |header: &str| {
            if self.is_derive { format!("columns(http = {header:?})") } else { format!("http = {header:?}") }
        };
        format!(
            "the codes of {} are its own, not HTTP's; say which column has the status: {}; if they are HTTP's, {}",
            self.name,
            say("HTTP"),
            say(header)
        )
    }

    /// What to say of rows whose answer has no body, or is none of an error.
    fn bodiless(&self, asked: &Asked, rows: &[&Row]) -> Option<(Rule, String)> {
        let word = asked.bridge.word;
        let status = |row: &Row| answer(self.table, row, Role::Http).unwrap_or(500);
        if let Some((first, others)) = first_of(rows, &|row| has_no_body(status(row))) {
            let fix = if self.table.is_answer(Role::Http) && !self.is_derive {
                "keep the errors: only = \"4xx, 5xx\""
            } else if self.is_derive {
                "name another row"
            } else {
                "give it another status, or leave the row out"
            };
            let (shown, status) = (self.table.notation.show(&first.code), status(first));
            let message =
                format!("`{word}` answers with a body, and {status}, the status of code {shown}, has none; {fix}");
            return Some((Rule::NoBody, and_like_it(message, others)));
        }
        if !self.is_derive || self.allows_success {
            return None;
        }
        let (first, others) = first_of(rows, &|row| status(row) < 400)?;
        let (shown, status) = (self.table.notation.show(&first.code), status(first));
        let message = format!(
            "`{word}` answers an error with {status}, the status of code {shown}, which clients take for a success; name a \
             row from 400 on, or write allow(success_answer)"
        );
        Some((Rule::SuccessAnswer, and_like_it(message, others)))
    }

    /// What to say of an error that would be answered as a success: gRPC's 0.
    fn means_ok(&self, role: Role, rows: &[&Row]) -> Option<(Rule, String)> {
        if role != Role::Grpc || !self.is_derive {
            return None;
        }
        let (row, _) = first_of(rows, &|row| answer(self.table, row, role) == Some(0))?;
        let code = self.table.notation.show(&row.code);
        let message = format!("code {code} is answered with gRPC's 0, which means OK and not an error");
        Some((Rule::BridgeRole, message))
    }
}

/// The first such row, and how many more there are.
fn first_of<'r>(rows: &[&'r Row], is_such: &dyn Fn(&Row) -> bool) -> Option<(&'r Row, usize)> {
    let (mut first, mut others) = (None, 0);
    for row in rows {
        if is_such(row) {
            others += usize::from(first.is_some());
            first = first.or(Some(*row));
        }
    }
    Some((first?, others))
}

/// What to say of a name that cannot be the reason of a `google.rpc.ErrorInfo`.
fn unfit_reason(rows: &[&Row]) -> Option<String> {
    for row in rows {
        if row.name.is_empty() || row.code == Code::Int(0) {
            continue;
        }
        let reason = reason(&row.name);
        let is_capital = |c: char| c.is_ascii_uppercase();
        let is_fit = reason.len() <= 63
            && reason.starts_with(is_capital)
            && reason.len() > 2
            && reason.chars().all(|c| is_capital(c) || c.is_ascii_digit() || c == '_')
            && !reason.ends_with('_');
        if !is_fit {
            return Some(format!(
                "{reason} cannot be the reason of a gRPC error: a capital letter, then capitals, digits and `_`, up to 63 of \
                 them; give {} another name",
                row.name
            ));
        }
    }
    None
}

/// `OrderMissing` as `ORDER_MISSING`, as the runtime crate writes it.
fn reason(name: &str) -> String {
    let mut reason = String::new();
    let mut previous = '_';
    let mut characters = name.chars().peekable();
    while let Some(c) = characters.next() {
        let is_next_lower = characters.peek().is_some_and(char::is_ascii_lowercase);
        if c.is_ascii_uppercase() && previous != '_' && (!previous.is_ascii_uppercase() || is_next_lower) {
            reason.push('_');
        }
        reason.push(c.to_ascii_uppercase());
        previous = c;
    }
    reason
}

/// Whether the table says what its rows are answered with.
fn has_answers(table: &Table, role: Role) -> bool {
    table.has(role) || table.codes_answer(role)
}

/// What a bridge answers for a row. A gRPC code or an exit code may be the code itself, whatever the table.
pub(super) fn answer(table: &Table, row: &Row, role: Role) -> Option<u16> {
    let is_code = || match (role, &row.code) {
        (Role::Grpc | Role::Exit, Code::Int(code)) => {
            let (_, least, most) = protocol(role);
            u16::try_from(*code).ok().filter(|_| (least..=most).contains(code))
        }
        _ => None,
    };
    table.answer(row, role).or_else(is_code)
}

/// Whether an HTTP answer with this status has no body: a client reads the next answer in its place.
pub(crate) fn has_no_body(status: u16) -> bool {
    matches!(status, 100..=199 | 204 | 205 | 304)
}

fn and_like_it(mut message: String, others: usize) -> String {
    let _ = match others {
        0 => Ok(()),
        1 => write!(message, " (1 more code like it)"),
        others => write!(message, " ({others} more codes like it)"),
    };
    message
}

/// Reports and removes the user's derives that would write the same impls as a bridge.
pub(crate) fn refuse_derives(with: &[Asked], derives: &mut Vec<Path>, errors: &mut Errors) {
    derives.retain(|path| {
        let Some(last) = path.segments.last() else { return true };
        let is_of = |asked: &&Asked| {
            let is_there = path.segments.len() == 1 || path.segments.iter().any(|segment| segment.ident == asked.bridge.word);
            is_there && asked.bridge.derives.iter().any(|name| last.ident == name)
        };
        let Some(asked) = with.iter().find(is_of) else { return true };
        let (word, name) = (asked.bridge.word, &last.ident);
        let message = format!(
            "`with({word})` writes `{name}` too; keep one: with the bridge a status is its code, with the derive the name \
             of its variant"
        );
        errors.at(Rule::BridgeWord, last.ident.span(), message);
        false
    });
}

/// What a code of the protocol is called, the smallest and the largest.
fn protocol(role: Role) -> (&'static str, i128, i128) {
    match role {
        Role::Grpc => ("a gRPC code", 0, 16),
        Role::Exit => ("an exit code", 0, 255),
        _ => ("an HTTP status", 100, 999),
    }
}
