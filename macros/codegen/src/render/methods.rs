//! The inherent items of a table's enum: which of them a table has, and which the user writes instead.
//!
//! Whatever else is emitted calls none of them: the user's method of that name may answer something else.

use proc_macro2::Ident;
use status_docs_data::{Reference, Role, Rule, Table};
use syn::ext::IdentExt;

use super::category::OF_CLASS;
use crate::attr::Errors;
use crate::input::TableRequest;

/// An inherent item, by its name.
struct Method {
    name: &'static str,
    when: When,
}

/// Which tables have it.
#[derive(Clone, Copy)]
enum When {
    Always,
    /// Those with a column of this role.
    Column(Role),
    /// The same, and those whose codes are HTTP's.
    Status,
    /// Those whose classes are HTTP's.
    HttpClass,
    /// Those with the word `link`.
    Link,
    /// Those that may have texts in several languages.
    Languages,
}

/// All of them but the methods that ask for one class of HTTP's, which [`OF_CLASS`] lists.
const METHODS: [Method; 22] = [
    method("ALL", When::Always),
    method("COUNT", When::Always),
    method("iter", When::Always),
    method("from_code", When::Always),
    method("from_name", When::Always),
    method("from_reason", When::Always),
    method("code", When::Always),
    method("name", When::Always),
    method("reason", When::Always),
    method("definition", When::Column(Role::Definition)),
    method("tips", When::Column(Role::Tips)),
    method("reference", When::Column(Role::Reference)),
    method("class", When::Column(Role::Class)),
    method("aliases", When::Column(Role::Aliases)),
    method("deprecation", When::Column(Role::Deprecated)),
    method("is_deprecated", When::Column(Role::Deprecated)),
    method("http_status", When::Status),
    method("grpc_code", When::Column(Role::Grpc)),
    method("exit_code", When::Column(Role::Exit)),
    method("link", When::Link),
    method("message", When::Column(Role::Message)),
    method("LANGUAGES", When::Languages),
];

const fn method(name: &'static str, when: When) -> Method {
    Method { name, when }
}

fn all() -> impl Iterator<Item = Method> {
    METHODS.into_iter().chain(OF_CLASS.iter().map(|(name, ..)| method(name, When::HttpClass)))
}

/// The names of all of them.
#[cfg(test)]
pub(super) fn all_names() -> impl Iterator<Item = &'static str> {
    all().map(|method| method.name)
}

/// Whether a table's codes are HTTP's.
pub(super) fn is_http(reference: Option<&Reference>) -> bool {
    reference.is_some_and(|reference| reference.class_name == Some("StatusClass"))
}

/// Whether `without(…)` leaves something to the user.
pub(super) fn is_left_out(without: &[Ident], name: &str) -> bool {
    without.iter().any(|word| word.unraw() == name)
}

/// The names that a typed column of this table cannot have: with a role, only where the table has its column.
pub(crate) fn taken(request: &TableRequest) -> Vec<(&'static str, Option<Role>)> {
    let is_http = is_http(request.table.reference());
    let mut taken = Vec::new();
    for Method { name, when } in all() {
        let role = match when {
            When::Always => None,
            When::Column(role) => Some(role),
            When::Status => (!is_http).then_some(Role::Http),
            When::HttpClass if is_http => Some(Role::Class),
            When::Link if request.table.span_of("link").is_some() => None,
            When::Languages if request.has_languages() => None,
            When::HttpClass | When::Link | When::Languages => continue,
        };
        if !is_left_out(&request.without, name) {
            taken.push((name, role));
        }
    }
    taken
}

/// Reports names in `without(…)` that are items of other tables, or typed columns of this one.
pub(crate) fn check(request: &mut TableRequest, table: &Table) {
    let mut errors = std::mem::take::<Errors>(&mut request.errors);
    for word in &request.without {
        let name = word.unraw().to_string();
        let column = request.columns.iter().any(|column| column.name.unraw() == name);
        let Some(Method { when, .. }) = all().find(|method| method.name == name) else {
            if column {
                errors.at(
                    Rule::UnknownWord,
                    word.span(),
                    format!("`{name}` is a column of this table; leave the column out"),
                );
            }
            continue;
        };
        let is_http = is_http(table.reference());
        let lacking = match when {
            When::Always => continue,
            When::Column(role) if table.has(role) => continue,
            When::Status if is_http || table.has(Role::Http) => continue,
            When::HttpClass if is_http && table.has(Role::Class) => continue,
            When::Link if table.link_template().is_some() => continue,
            When::Languages if request.has_languages() => continue,
            // The user's own method of that name may be the column itself.
            _ if column => continue,
            When::Column(_) | When::Status => "the table has no such column",
            When::HttpClass => "the table has no classes of HTTP",
            When::Link => "the table has no `link`",
            When::Languages => "the table has neither `messages` nor `languages`",
        };
        errors.at(Rule::UnknownWord, word.span(), format!("there is no method `{name}` to leave out: {lacking}"));
    }
    request.errors = errors;
}

/// The names of all items.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    all().map(|method| method.name)
}
