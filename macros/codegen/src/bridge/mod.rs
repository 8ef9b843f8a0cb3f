//! The impls of other crates' traits that `with(…)` asks for: one file each, with one value [`Bridge`], listed in
//! [`BRIDGES`].
//!
//! Emitted code names the user's crate, so that status-docs depends on none of them. It has the span of the word: a
//! missing crate, or a trait that the user's type lacks, is one error, at the word.

mod actix_web;
mod answer;
mod asked;
mod axum;
mod check;
mod exit_code;
mod http;
mod linked;
mod miette;
mod serde;
#[cfg(test)]
mod tests;
mod tonic;
mod utoipa;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use status_docs_data::{Role, Row, Table};
use syn::Attribute;

pub(crate) use asked::{Asked, read};
pub(crate) use check::{Checked, refuse_derives};
pub(crate) use linked::Answers;

use crate::render::target::{Bounds, Kind, Target};

/// One or more impls that `with(…)` asks for.
pub(crate) struct Bridge {
    /// What `with(…)` calls it; its crate has the same name, unless the user gives another path.
    word: &'static str,
    /// Whether the user can give the path of its crate.
    has_path: bool,
    /// What may be in its parentheses.
    options: &'static [Choice],
    /// The column that it answers with, where the code itself is not such a code.
    role: Option<Role>,
    /// The derives of its crate that would write the same impls.
    derives: &'static [&'static str],
    /// Whether its answers have a body.
    body: Body,
    emit: fn(&Bridged<'_>, &Asked) -> TokenStream,
}

/// What a bridge does with the body of an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Body {
    /// It sends one, so that a status without a body cannot be answered.
    Sent,
    /// It says what an error type sends; of a table, it says what its rows are.
    Documented,
    /// It has none.
    None,
}

/// An option of a bridge.
pub(crate) enum Choice {
    /// `axum(tips)`
    Flag(&'static str),
    /// `axum(body = crate::envelope)`
    Path(&'static str),
    /// `utoipa(name = "Problem")`, and what may be wrong with the text.
    Text(&'static str, asked::Wrong),
    /// `utoipa(headers("Retry-After"))`
    Texts(&'static str, asked::Wrong),
}

impl Choice {
    fn name(&self) -> &'static str {
        match self {
            Self::Flag(name) | Self::Path(name) | Self::Text(name, _) | Self::Texts(name, _) => name,
        }
    }
}

/// All bridges, in the order in which errors list them.
static BRIDGES: &[&Bridge] = &[
    &http::BRIDGE,
    &axum::BRIDGE,
    &actix_web::BRIDGE,
    &utoipa::BRIDGE,
    &serde::BRIDGE,
    &tonic::BRIDGE,
    &miette::BRIDGE,
    &exit_code::BRIDGE,
];

/// The roles that bridges look for in a table.
pub(crate) fn roles(with: &[Asked]) -> Vec<Role> {
    with.iter().filter_map(|asked| asked.bridge.role).collect()
}

/// The type that bridges convert from.
pub(crate) struct Bridged<'b> {
    target: &'b Target<'b>,
    /// The type of its codes.
    code: TokenStream,
    with: &'b [Asked],
    /// The inner errors that answer in place of a variant.
    inner: Vec<Inner>,
    /// Whose text a value says.
    says: Says,
    /// Bounds of fields that the messages of the type show.
    shown: Vec<TokenStream>,
    /// The roles whose answers are the codes themselves.
    codes: Vec<Role>,
    /// Whether its rows have an HTTP status.
    has_status: bool,
    /// The table of `table = …`.
    rows_of: Option<TokenStream>,
    /// No row is 0, which gRPC does not treat as an error.
    is_error: bool,
    /// Its codes are received, and none of them may be answered as a success.
    refuses_success: bool,
}

/// Whose text a value says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// What the user wrote is displayed and told.
    Own,
    /// The table's messages are displayed and told.
    Displayed,
    /// The table's messages are told, and what the user wrote is for the log.
    Messages,
}

/// An inner error.
pub(crate) struct Inner {
    pub(crate) ty: TokenStream,
    /// The impl needs bounds that it answers and, for some bridges, that it lists its cases.
    pub(crate) needs_bound: bool,
    pub(crate) needs_listed: bool,
}

impl<'b> Bridged<'b> {
    /// A type with codes of this type.
    pub(crate) fn of(target: &'b Target<'b>, code: TokenStream, with: &'b [Asked]) -> Self {
        Self {
            target,
            code,
            with,
            inner: Vec::new(),
            says: Says::Own,
            shown: Vec::new(),
            codes: Vec::new(),
            has_status: true,
            rows_of: None,
            is_error: true,
            refuses_success: false,
        }
    }

    /// The same with the rows of another enum.
    pub(crate) fn with_rows_of(self, rows_of: Option<TokenStream>) -> Self {
        Self { rows_of, ..self }
    }

    /// The same where codes are received, or an inner error answers, so that the build cannot check that each is an error.
    pub(crate) fn refusing_success(self, refuses_success: bool) -> Self {
        Self { refuses_success, ..self }
    }

    /// The doc of an answer with a body.
    fn sent(&self, asked: &Asked, docs: &TokenStream) -> TokenStream {
        let (krate, place) = (self.target.krate, asked.place());
        if self.refuses_success {
            quote_spanned!(place=> #krate::__private::sent_error(#docs))
        } else {
            quote_spanned!(place=> #krate::__private::sent(#docs))
        }
    }

    /// The same with inner errors.
    pub(crate) fn with_inner(self, inner: impl Iterator<Item = Inner>) -> Self {
        Self { inner: inner.collect(), ..self }
    }

    /// The same with messages, and what these ask of generic fields.
    pub(crate) fn with_messages(self, says: Says, shown: Vec<TokenStream>) -> Self {
        Self { says, shown, ..self }
    }

    /// The same with what is known of its rows.
    pub(crate) fn with_rows(self, table: &Table, rows: &[&Row]) -> Self {
        let mut codes = Vec::new();
        for role in [Role::Http, Role::Grpc] {
            if table.is_answer(role) || (role == Role::Grpc && !table.has(role)) {
                codes.push(role);
            }
        }
        let mut is_error = true;
        for row in rows {
            is_error &= check::answer(table, row, Role::Grpc) != Some(0);
        }
        Self { codes, has_status: table.has(Role::Http) || table.codes_answer(Role::Http), is_error, ..self }
    }

    /// All that `with(…)` asks for.
    pub(crate) fn emit(&self, cfgs: &[Attribute]) -> TokenStream {
        if self.with.is_empty() {
            return TokenStream::new();
        }
        let items = self.with.iter().map(|asked| (asked.bridge.emit)(self, asked));
        quote! {
            #(#cfgs)*
            // A path is what one writes in a macro, also where its last segment would do.
            #[allow(unused_qualifications)]
            const _: () = {
                #(#items)*
            };
        }
    }

    /// `impl Trait for Type`
    fn header(&self, asked: &Asked, of: &TokenStream, asks: &[Asks]) -> TokenStream {
        self.header_of(asked, None, of, &asked.at_word(self.target.ty()), asks)
    }

    /// `impl<'lifetime> Trait for AnotherType`
    fn header_of(
        &self,
        asked: &Asked,
        lifetime: Option<TokenStream>,
        of: &TokenStream,
        for_: &TokenStream,
        asks: &[Asks],
    ) -> TokenStream {
        let (krate, ty) = (self.target.krate, self.target.ty());
        let code = &self.code;
        let answers = self
            .inner
            .iter()
            .filter(|inner| inner.needs_bound)
            .map(|Inner { ty, .. }| quote!(#ty: #krate::StatusDocs<Code = #code>));
        let mut bounds: Vec<TokenStream> = answers.collect();
        bounds.extend(self.shown.iter().cloned());
        for asks in asks {
            let of_type = match asks {
                Asks::Cases => {
                    let listed = self.inner.iter().filter(|inner| inner.needs_listed);
                    bounds.extend(listed.map(|Inner { ty, .. }| quote!(#ty: #krate::StatusCases)));
                    continue;
                }
                Asks::Display => quote!(::core::fmt::Display),
                Asks::Debug => quote!(::core::fmt::Debug),
                Asks::Error => quote!(::core::error::Error),
                Asks::Shared => quote!(::core::marker::Send + ::core::marker::Sync + 'static),
            };
            // For a type without parameters, an unmet bound would be an error here and not at the word.
            if self.target.has_type_parameter() {
                bounds.push(quote!(#ty: #of_type));
            }
        }
        let bounds = Bounds { inner: &bounds, lazy: self.target.bounds().lazy };
        // The user's paths keep their places, and all else is at the word.
        let [trait_, type_] = ["__StatusDocsTrait", "__StatusDocsType"].map(|name| Ident::new(name, asked.place()));
        let header = self.target.header_of(lifetime, &trait_.to_token_stream(), &type_.to_token_stream(), bounds);
        let replaced = |token: TokenTree| match &token {
            TokenTree::Ident(ident) if *ident == trait_ => of.clone(),
            TokenTree::Ident(ident) if *ident == type_ => for_.clone(),
            _ => TokenStream::from(token),
        };
        asked.at_word(header).into_iter().map(replaced).collect()
    }

    /// `From` a value, implemented by the one from a reference, whose body reads `__status_docs_status`.
    fn conversion(&self, asked: &Asked, into: &TokenStream, asks: &[Asks], body: &TokenStream) -> TokenStream {
        let (place, ty) = (asked.place(), self.target.ty());
        let header = |from: TokenStream| {
            self.header_of(asked, None, &quote_spanned!(place=> ::core::convert::From<#from>), into, asks)
        };
        let (of_value, of_reference) = (header(ty.clone()), header(quote!(&#ty)));
        quote_spanned! {place=>
            #of_reference {
                fn from(__status_docs_status: &#ty) -> Self {
                    #body
                }
            }

            #of_value {
                fn from(__status_docs_status: #ty) -> Self {
                    ::core::convert::From::from(&__status_docs_status)
                }
            }
        }
    }

    /// Stops the build where a row of an inner type has no HTTP status: its rows are not known here. Named and not called,
    /// so that nothing is left of it at run time.
    fn checked(&self, asked: &Asked) -> Option<TokenStream> {
        if self.inner.is_empty() {
            return None;
        }
        let (krate, code, ty) = (self.target.krate, &self.code, self.target.ty());
        Some(asked.at_word(quote! {
            {
                #[allow(unused_imports)]
                use #krate::__private::Unlisted as _;
                let _: fn() = #krate::__private::Probe::<#ty, #code>::HTTP;
            }
        }))
    }

    /// Whether the code itself is what a bridge answers, so that the conversion can be reversed.
    fn is_code(&self, role: Role) -> bool {
        self.target.kind().is_table() && self.codes.contains(&role)
    }

    /// A row of a table has only its phrase; a value of the user's own type has a text.
    fn has_text(&self) -> bool {
        self.target.kind() != Kind::Table
    }

    /// Whether a bridge shows what is displayed: it tells it, or logs it.
    fn displays(&self, asked: &Asked) -> bool {
        self.has_text() && (self.says != Says::Messages || asked.has("tracing"))
    }

    /// Whether answers include the table's tips.
    fn tells_tips(&self) -> bool {
        self.with.iter().any(|asked| asked.has("tips"))
    }
}

/// What an impl requires of a type, besides that it answers.
#[derive(Clone, Copy)]
enum Asks {
    Display,
    Debug,
    Error,
    /// That another thread may have it, as long as it likes.
    Shared,
    /// That its inner errors list their cases.
    Cases,
}
