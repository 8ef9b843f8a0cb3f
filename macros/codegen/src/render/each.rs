//! The call of the user's own macro with all rows, for items that we do not emit.

use std::fmt::Write;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use status_docs_data::model::Deprecation;
use status_docs_data::{Code, Column, Role, Row, Rule, Table, Value, name};
use syn::ext::IdentExt;

use super::{Context, text};
use crate::attr::Each;
use crate::input::TableRequest;

/// What a row's entry may be about, beside the typed columns.
const ROLES: [Role; 11] = [
    Role::Name,
    Role::Reason,
    Role::Definition,
    Role::Tips,
    Role::Reference,
    Role::Class,
    Role::Aliases,
    Role::Deprecated,
    Role::Http,
    Role::Grpc,
    Role::Exit,
];

/// The roles that are looked for because the user's macro is given them.
pub(crate) fn roles(each: Option<&Each>) -> Vec<Role> {
    let mut roles = Vec::new();
    for column in each.iter().flat_map(|each| &each.columns) {
        roles.extend(
            Role::named(&column.unraw().to_string()).filter(|role| *role == Role::Name || role.is_on_request()),
        );
    }
    roles
}

/// Reports what the rows do not have.
pub(crate) fn check(request: &mut TableRequest, table: &Table) {
    let Some(each) = &request.each else { return };
    for column in &each.columns {
        let written = column.unraw().to_string();
        let is_typed = request.columns.iter().any(|entry| entry.name.unraw() == written);
        let asked = Role::named(&written);
        let has_role = |role: Role| matches!(role, Role::Name | Role::Reason) || table.has(role);
        if is_typed || asked.is_some_and(|role| ROLES.contains(&role) && has_role(role)) {
            continue;
        }
        let (rule, message) = match asked {
            Some(Role::Code) => (Rule::WordValue, "each row has its code; leave `code` out".to_owned()),
            Some(role) => (Rule::UnknownWord, format!("there is no column for `{role}`")),
            None => {
                let typed: Vec<String> = request.columns.iter().map(|entry| entry.name.unraw().to_string()).collect();
                let names = ROLES.iter().map(|role| role.as_str()).chain(typed.iter().map(String::as_str));
                let hint = match name::closest(&written, names.clone()) {
                    Some(close) => format!("did you mean `{close}`?"),
                    None => format!("a row has {}", names.collect::<Vec<_>>().join(", ")),
                };
                (Rule::UnknownWord, format!("a row has no `{written}`; {hint}"))
            }
        };
        request.errors.at(rule, column.span(), message);
    }
}

/// `crate::markers! { DoorForced = 100; … }`, or `DoorForced = 100 { reason: "…", http: 404 };`: name and code of each
/// row, and what else was asked for. Integers are decimal and signed, however the table writes them, so that they are
/// literals of the code type. What a method would answer with `None` is not there.
pub(super) fn render(context: Context<'_>) -> Option<TokenStream> {
    let each = context.request.each.as_ref()?;
    let (path, cfgs) = (&each.path, &context.request.cfgs);
    if context.table.rows.is_empty() {
        return None;
    }
    let mut rows = String::new();
    for row in &context.table.rows {
        let _ = write!(rows, "{} = ", name::in_code(&row.name));
        match &row.code {
            Code::Int(code) => {
                let _ = write!(rows, "{code}");
            }
            Code::Text(code) => text::push_string(&mut rows, code),
        }
        if !each.columns.is_empty() {
            entries(&mut rows, context, each, row);
        }
        rows.push(';');
    }
    let rows = text::tokens(&rows);
    Some(quote! {
        #(#cfgs)*
        #path! { #rows }
    })
}

/// `{ reason: "…", http: 404 }`
fn entries(text: &mut String, context: Context<'_>, each: &Each, row: &Row) {
    text.push('{');
    let mut between = "";
    for column in &each.columns {
        let Some(value) = value(context, column, row) else { continue };
        let _ = write!(text, "{between}{column}: {value}");
        between = ",";
    }
    text.push('}');
}

/// One literal or one identifier.
fn value(context: Context<'_>, column: &Ident, row: &Row) -> Option<String> {
    let written = column.unraw().to_string();
    let of_column = context.table.columns.iter().zip(&row.values).find(|(typed, _)| typed.name == written);
    if let Some((typed, value)) = of_column {
        return of_type(typed, value);
    }
    let answer = |role: Role| row.answer(role).map(|number| number.to_string());
    match Role::named(&written)? {
        Role::Name => {
            // As the cell has it; a row without one has the name that code has.
            let cell = row.name_cell.as_deref().filter(|cell| !cell.is_empty());
            Some(literal(cell.unwrap_or_else(|| row.name.strip_prefix("r#").unwrap_or(&row.name))))
        }
        Role::Reason => Some(literal(&row.reason)),
        Role::Definition => Some(literal(&row.definition)),
        Role::Tips => row.tips.as_deref().map(literal),
        Role::Reference => row.reference.as_deref().map(literal),
        Role::Class => class(context.table, row),
        Role::Aliases if row.aliases.is_empty() => None,
        Role::Aliases => {
            let mut aliases = String::new();
            for alias in &row.aliases {
                let between = if aliases.is_empty() { "" } else { " | " };
                let _ = write!(aliases, "{between}{}", alias.phrase);
            }
            Some(literal(&aliases))
        }
        Role::Deprecated => row.deprecation.as_ref().map(|deprecation| match deprecation {
            Deprecation::Plain => literal(""),
            Deprecation::Note(note) => literal(note),
        }),
        role @ (Role::Http | Role::Grpc | Role::Exit) => answer(role),
        _ => None,
    }
}

/// The variant of the row's class.
fn class(table: &Table, row: &Row) -> Option<String> {
    match (table.reference().and_then(|reference| reference.class_of), &row.code) {
        (Some(class_of), Code::Int(code)) => name::pascal(class_of(*code)?).ok(),
        _ => Some(table.classes.get(row.class?)?.name.clone()),
    }
}

fn of_type(column: &Column, value: &Value) -> Option<String> {
    match value {
        Value::None => None,
        Value::Bool(value) => Some(value.to_string()),
        Value::Int(value) => Some(value.to_string()),
        Value::Float(value) => Some(value.clone()),
        Value::Char(value) => Some(format!("{value:?}")),
        // Of an optional column, an empty text is none.
        Value::Text(text) if column.optional && text.is_empty() => None,
        Value::Text(text) => Some(literal(text)),
        Value::Category(index) => column.categories.get(*index).map(|category| category.name.clone()),
    }
}

fn literal(value: &str) -> String {
    let mut literal = String::new();
    text::push_string(&mut literal, value);
    literal
}

#[cfg(test)]
mod tests {
    use crate::expanded::{Expanded, assert_has};

    const TABLE: &str = "code,name,reason,tips,aliases,deprecated,http,area,wait,live,share\n\
                         -1,er dup,\"Say \"\"no\"\"\",Wait.,Twice,use 2,409,North side,3,yes,0.5\n\
                         2,Other,Other,,,,,South,,no,1\n";

    fn expanded(each: &str) -> Expanded {
        let body = "area: enum Area, wait: Option<u32>, live: bool, share: f64";
        Expanded::table(TABLE, &format!("#[status(csv = \"t.csv\", {each})] enum E: i8 {{ {body} }}"))
    }

    #[test]
    fn a_row_has_what_was_asked_for_in_that_order() {
        for (name, each, rows) in [
            ("the path alone", "each = crate::m", "ErDup = -1; Other = 2;"),
            ("the path in parentheses", "each(crate::m)", "ErDup = -1; Other = 2;"),
            (
                "a text and what is empty",
                "each(m, tips, reason)",
                r#"ErDup = -1 { tips: "Wait.", reason: "Say \"no\"" }; Other = 2 { reason: "Other" };"#,
            ),
            (
                "a number and a name",
                "each(m, http, name)",
                r#"ErDup = -1 { http: 409, name: "er dup" }; Other = 2 { name: "Other" };"#,
            ),
            (
                "aliases and a note",
                "each(m, aliases, deprecated)",
                r#"ErDup = -1 { aliases: "Twice", deprecated: "use 2" }; Other = 2 {};"#,
            ),
            (
                "typed columns",
                "each(m, area, wait, live, share)",
                "ErDup = -1 { area: NorthSide, wait: 3, live: true, share: 0.5 }; Other = 2 { area: South, live: false, share: 1.0 };",
            ),
        ] {
            let Expanded { errors, code, .. } = expanded(each);
            assert_eq!(errors, [""; 0], "{name}");
            assert_has(&code, &[(rows, true)], name);
        }
    }

    #[test]
    fn what_a_row_does_not_have_is_said() {
        for (name, each, message, rule) in [
            ("the code", "each(m, code)", "each row has its code; leave `code` out", "word_value"),
            ("a role without its column", "each(m, grpc)", "there is no column for `grpc`", "unknown_word"),
            ("a misspelt role", "each(m, tisp)", "a row has no `tisp`; did you mean `tips`?", "unknown_word"),
            ("a misspelt column", "each(m, wiat)", "a row has no `wiat`; did you mean `wait`?", "unknown_word"),
            ("twice", "each(m, tips, tips)", "`tips` is given twice; keep one", "word_twice"),
        ] {
            let Expanded { errors, rules, .. } = expanded(each);
            assert_eq!((errors, rules), (vec![message.to_owned()], vec![rule.to_owned()]), "{name}");
        }
    }
}
