//! Columns → tables and the methods that read them.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};
use status_docs_data::model::Deprecation;
use status_docs_data::{Role, Row};

use super::literal::{Narrow, Texts, Value, slice};
use super::methods::is_http;
use super::target::code_type;
use super::{Context, accessor, category, codes};
use crate::template::template;

/// The columns besides those that every table has.
#[derive(Default)]
pub(super) struct Columns {
    /// Tables of the roles, which the trait names.
    pub(super) roles: TokenStream,
    pub(super) methods: TokenStream,
}

/// The role columns that a table may have.
pub(super) fn render(context: Context<'_>) -> Columns {
    let mut columns = Columns::default();
    for (role, get) in
        [(Role::Definition, definition as fn(&Row) -> &str), (Role::Tips, tips), (Role::Reference, reference)]
    {
        if context.table.has(role) {
            let (table, method) = role_column(context, role, get);
            columns.roles.extend(table);
            columns.methods.extend(method);
        }
    }
    columns.roles.extend(answers(context));
    columns.methods.extend(answer_methods(context));
    columns.methods.extend(link(context));
    if context.table.has(Role::Class) {
        let (table, method) = category::class(context);
        columns.roles.extend(table);
        columns.methods.extend(method);
    }
    for (role, column) in [
        (Role::Aliases, aliases as fn(Context<'_>) -> (Option<TokenStream>, TokenStream)),
        (Role::Deprecated, deprecation),
    ] {
        if context.table.has(role) {
            let (table, method) = column(context);
            columns.roles.extend(table.filter(|_| context.layout.is_some()));
            columns.methods.extend(method);
        }
    }
    columns
}

/// What bridges answer for each row, stored as the number plus one; 0 means none. Rows laid
/// over HTTP have their codes there: only this column says that they are HTTP's.
fn answers(context: Context<'_>) -> Option<TokenStream> {
    context.layout?;
    let mut tables = TokenStream::new();
    for role in [Role::Http, Role::Grpc, Role::Exit] {
        let is_code = role == Role::Http && context.table.codes_answer(role);
        if !is_code && !context.table.has(role) {
            continue;
        }
        let mut numbers = Vec::with_capacity(context.table.rows.len());
        for row in &context.table.rows {
            numbers.push(context.table.answer(row, role).map_or(0, |number| usize::from(number) + 1));
        }
        let constant = format_ident!("{}", role.as_str().to_uppercase());
        tables.extend(Narrow(&numbers).constant(context.krate, &constant));
    }
    Some(tables)
}

/// The methods of these columns. What they answer follows from what the user wrote in Rust, and never from the cells: a
/// plain number where `required(…)` asks for a cell in each row, and where the codes are HTTP's.
fn answer_methods(context: Context<'_>) -> TokenStream {
    let krate = context.krate;
    let is_http = is_http(context.table.reference());
    let mut methods = TokenStream::new();
    for (role, number, otherwise) in
        [(Role::Http, quote!(u16), 500_u16), (Role::Grpc, quote!(u8), 2), (Role::Exit, quote!(u8), 1)]
    {
        let has_code = is_http && role == Role::Http;
        if !context.table.has(role) && !has_code {
            continue;
        }
        let number = quote!(::core::primitive::#number);
        let function = format_ident!("{}", role.as_str());
        let found = quote!(#krate::__private::#function::<Self>(row_of(self)));
        let otherwise = match context.target.open {
            _ if !has_code => Literal::u16_unsuffixed(otherwise).into_token_stream(),
            Some(_) => {
                let code = codes::code_of(context.target, &quote!(self));
                quote!(#code as #number)
            }
            None => quote!(self as #number),
        };
        let (result, read) = if !context.table.has(role) {
            (number, otherwise)
        } else if has_code || context.request.is_required(role) {
            let read = template! {
                [found, otherwise]
                match #found {
                    ::core::option::Option::Some(__status_docs_number) => __status_docs_number,
                    ::core::option::Option::None => #otherwise,
                }
            };
            (number, read)
        } else {
            (quote!(::core::option::Option<#number>), found)
        };
        methods.extend(accessor::of_role(context, role, &result, read));
    }
    methods
}

/// The page of the code.
fn link(context: Context<'_>) -> TokenStream {
    if context.leaves_out("link") || context.table.link_template().is_none() {
        return TokenStream::new();
    }
    let (krate, code) = (context.krate, code_type(context.table.code));
    let code_of = codes::code_of(context.target, &quote!(self));
    let read = quote!(#krate::__private::link::<Self>(#code_of));
    accessor::further(context, Role::Code, "link", LINK, &quote!(#krate::Link<#code>), read)
}

const LINK: &str = "The page of the code: a URL, which is written with `Display`.";

fn definition(row: &Row) -> &str {
    &row.definition
}

fn tips(row: &Row) -> &str {
    row.tips.as_deref().unwrap_or_default()
}

fn reference(row: &Row) -> &str {
    row.reference.as_deref().unwrap_or_default()
}

fn role_column(context: Context<'_>, role: Role, get: fn(&Row) -> &str) -> (Option<TokenStream>, TokenStream) {
    let krate = context.krate;
    let constant = format_ident!("{}", role.as_str().to_uppercase());
    let function = format_ident!("{}", role.as_str());
    let text = quote!(&'static ::core::primitive::str);
    let result = if role == Role::Definition { text } else { quote!(::core::option::Option<#text>) };
    let read = quote!(#krate::__private::#function::<Self>(row_of(self)));
    let table = context.layout.map(|_| Texts::joined(context.table.rows.iter().map(get)).constant(krate, &constant));
    (table, accessor::of_role(context, role, &result, read))
}

/// The aliases, which are in the table of the phrases.
fn aliases(context: Context<'_>) -> (Option<TokenStream>, TokenStream) {
    let krate = context.krate;
    let text = quote!(&'static ::core::primitive::str);
    let count = context.table.rows.iter().map(|row| row.aliases.len()).sum();
    let table = (count > 0).then(|| {
        let count = Literal::usize_unsuffixed(count);
        let texts = slice(&quote!([#text; #count]), &quote!(#krate::__private::alias_texts::<Self, #count>()));
        quote!(const ALIASES: &'static [#text] = #texts;)
    });
    let read = quote!(#krate::__private::aliases::<Self>(row_of(self)));
    (table, accessor::of_role(context, Role::Aliases, &quote!(&'static [#text]), read))
}

const IS_DEPRECATED: &str = "Whether it should not be used any more.";

/// The few rows that are deprecated, and why.
fn deprecation(context: Context<'_>) -> (Option<TokenStream>, TokenStream) {
    let krate = context.krate;
    let notes = context.table.rows.iter().enumerate().filter_map(|(index, row)| match row.deprecation.as_ref()? {
        Deprecation::Plain => Some((index, "")),
        Deprecation::Note(note) => Some((index, note.as_str())),
    });
    let (rows, notes): (Vec<usize>, Vec<&str>) = notes.unzip();
    let table = (!rows.is_empty()).then(|| {
        let rows = Narrow(&rows).constant(krate, &format_ident!("DEPRECATED"));
        let notes = Texts::joined(notes.into_iter()).constant(krate, &format_ident!("DEPRECATIONS"));
        quote!(#rows #notes)
    });
    let result = quote!(::core::option::Option<&'static ::core::primitive::str>);
    let read = quote!(#krate::__private::deprecation_note::<Self>(row_of(self)));
    let mut methods = accessor::of_role(context, Role::Deprecated, &result, read);
    let result = quote!(::core::primitive::bool);
    let read = quote!(#krate::__private::is_deprecated::<Self>(row_of(self)));
    methods.extend(accessor::further(context, Role::Deprecated, "is_deprecated", IS_DEPRECATED, &result, read));
    (table, methods)
}
