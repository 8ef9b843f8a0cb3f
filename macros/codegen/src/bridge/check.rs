//! Whether every row has a code of the protocol that a bridge converts to.

use std::fmt::Write;

use status_docs_data::{Code, Role, Row, Rule, Table};
use syn::Path;

use super::Asked;
use crate::attr::Errors;

/// Reports each bridge that does not know what to answer for a row, at its word. For a type that derives, the rows are
/// those that its variants name.
pub(crate) fn check<'r>(
    with: &[Asked],
    table: &Table,
    rows: &(impl Iterator<Item = &'r Row> + Clone),
    errors: &mut Errors,
) {
    for asked in with {
        let Some(role) = asked.bridge.role else { continue };
        let mut lacking = rows.clone().filter(|row| row.answer(role).is_none() && !is_code(role, &row.code));
        let Some(first) = lacking.next() else { continue };
        let (what, least, most) = protocol(role);
        let code = table.notation.show(&first.code);
        let fix = match table.header(role) {
            Some(header) => format!("fill its cell in column \"{header}\""),
            None => format!("add a column `{role}`"),
        };
        let mut message = format!("code {code} is not {what} ({least} to {most}); {fix}");
        let _ = match lacking.count() {
            0 => Ok(()),
            1 => write!(message, " (1 more code like it)"),
            others => write!(message, " ({others} more codes like it)"),
        };
        errors.at(Rule::BridgeRole, asked.span, message);
    }
}

/// Reports a bridge that would answer an error as a success (gRPC's 0), at its word.
pub(crate) fn check_errors<'r>(
    with: &[Asked],
    table: &Table,
    rows: &(impl Iterator<Item = &'r Row> + Clone),
    errors: &mut Errors,
) {
    for asked in with.iter().filter(|asked| asked.bridge.role == Some(Role::Grpc)) {
        let is_ok = |row: &&Row| row.grpc.map_or(row.code == Code::Int(0), |grpc| grpc == 0);
        if let Some(row) = rows.clone().find(is_ok) {
            let code = table.notation.show(&row.code);
            let message = format!("code {code} is answered with gRPC's 0, which means OK and not an error");
            errors.at(Rule::BridgeRole, asked.span, message);
        }
    }
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

/// Whether a code is one of the protocol's own.
pub(super) fn is_code(role: Role, code: &Code) -> bool {
    let (_, least, most) = protocol(role);
    matches!(code, Code::Int(code) if (least..=most).contains(code))
}

/// What a code of the protocol is called, the smallest and the largest.
fn protocol(role: Role) -> (&'static str, i128, i128) {
    match role {
        Role::Grpc => ("a gRPC code", 0, 16),
        Role::Exit => ("an exit code", 0, 255),
        _ => ("an HTTP status", 100, 999),
    }
}
