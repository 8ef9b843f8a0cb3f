//! `table = crate::Fault`: the rows are those of an existing enum. The macro knows none of them; the compiler looks
//! them up where the user names them.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use status_docs_data::Rule;
use status_docs_data::only::Reading;
use syn::ext::IdentExt;
use syn::{Lit, LitStr, Path};

use super::super::field::CodeField;
use super::super::inner::{Inner, mentions};
use super::super::input::{DataKind, DeriveRequest, Variant};
use super::super::message::{Speaker, speak_linked};
use super::super::resolve::check_columns;
use super::super::status_attr::StatusAttr;
use super::cases::CaseOf;
use super::{by_variant, cases, columns, docs_impl, inner_call, message, overlaid, own_texts, target};
use crate::attr::{CodeLit, Errors, RowName};
use crate::bridge::{self, Asked};
use crate::docs::escape;
use crate::input::{ColumnEntry, ColumnType};
use crate::render::target::located_at;
use crate::template::template;

/// Who answers for a variant.
enum Linked<'r> {
    Row {
        /// An expression that is the row.
        row: TokenStream,
        /// The row as Markdown.
        shown: String,
        /// The row as sentences have it: `Fault::DoorHeld`.
        said: String,
    },
    /// The field of a transparent variant.
    Inner(&'r Inner),
    /// The field that has the code.
    Field(&'r CodeField),
}

/// The impl of `StatusDocs`, which is only right if there are no errors.
pub(crate) fn render(request: &DeriveRequest, path: &Path, with: &[Asked], errors: &mut Errors) -> TokenStream {
    let mut rows = Rows {
        krate: &request.krate,
        path,
        prefix: request.table.only_prefix(),
        has_only: !request.table.only_codes().is_empty(),
        answers: bridge::Answers::new(with, request.table.allows(Rule::SuccessAnswer)),
        constants: TokenStream::new(),
        count: 0,
    };
    rows.constants.extend(rows.answers.of_table(&request.krate, path));
    let default = match &request.default {
        StatusAttr::Row(row) => Some(rows.named(row, errors)),
        _ => None,
    };
    let answers: Vec<Linked> =
        request.variants.iter().map(|variant| rows.answer(variant, default.as_ref(), errors)).collect();
    let krate = &request.krate;
    let docs = by_row(
        request,
        &answers,
        true,
        &|variant, answer, place| {
            let doc = match answer {
                Linked::Inner(inner) => inner_call(krate, inner, place),
                Linked::Field(field) => {
                    let code = self::received(request, field, place);
                    let docs = |row: &TokenStream| quote!(#krate::StatusDocs::docs(&#row));
                    return coded_docs(request, variant, &code, default.as_ref(), &docs);
                }
                Linked::Row { row, .. } => quote!(#krate::StatusDocs::docs(&#row)),
            };
            overlaid(&own_texts(krate, variant), doc)
        },
        &|row| quote!(#krate::StatusDocs::docs(&#row)),
    );
    let mut speakers = Vec::new();
    let mut linked = Vec::new();
    for (index, answer) in answers.iter().enumerate() {
        let (speaker, row) = match answer {
            Linked::Row { row, .. } => (Speaker::Linked(index), row.clone()),
            Linked::Inner(_) => (Speaker::Inner, TokenStream::new()),
            Linked::Field(_) => (Speaker::Phrase, TokenStream::new()),
        };
        speakers.push(speaker);
        linked.push(row);
    }
    let speech = speak_linked(request, speakers, linked, errors);
    let languages = template! {
        [krate]
        const LANGUAGES: &'static [#krate::Language] = <__StatusDocsRow as #krate::StatusCases>::LANGUAGES;
    };
    let mut cases = Vec::with_capacity(answers.len());
    for answer in &answers {
        cases.push(match answer {
            Linked::Inner(inner) => CaseOf::Inner(inner),
            Linked::Field(_) => CaseOf::Open,
            Linked::Row { row, .. } => CaseOf::Row(row.clone()),
        });
    }
    let cases_impl = cases::of(request, cases, &languages);
    let codes = codes(request, &answers);
    let mut received = Vec::new();
    for (variant, answer) in request.variants.iter().zip(&answers) {
        received.push(matches!(answer, Linked::Field(_)).then(|| {
            let code = quote!(#krate::StatusDocs::code(self));
            let docs = |row: &TokenStream| quote!(#krate::StatusDocs::docs_in(&#row, __status_docs_language));
            coded_docs(request, variant, &code, default.as_ref(), &docs)
        }));
    }
    let page = page(request, &answers);
    let said = message::methods(request, &speech, &request.code_type(), &received);
    let docs_impl = docs_impl(request, &page, &docs, &codes, &said);
    let texts = (!speech.texts.is_empty()).then(|| message::texts(krate, &speech));
    let display = message::display(request, &request.code_type());
    let checks = values_checks(request, &answers);
    check_columns(request, without_row(request, &answers), errors);
    let columns = forwarded(request, &answers, errors);
    let coverage = coverage(request, path, &answers);
    let constants = rows.constants;
    let doc_of = doc_of(krate, &answers);
    template! {
        [path, doc_of, coverage, constants, checks, texts, display, docs_impl, cases_impl, columns]
        // Only the compiler knows whether a row is deprecated, or a path is longer than necessary.
        #[allow(deprecated, unused_qualifications)]
        const _: () = {
            // An unresolved path is reported once.
            type __StatusDocsRow = #path;
            #doc_of
            #coverage
            #constants
            #checks
            #texts
            #display
            #[allow(rustdoc::private_intra_doc_links, rustdoc::redundant_explicit_links)]
            #docs_impl
            #cases_impl
            #columns
        };
    }
}

/// The code of each value.
fn codes(request: &DeriveRequest, answers: &[Linked<'_>]) -> TokenStream {
    let krate = &request.krate;
    by_row(
        request,
        answers,
        false,
        &|_, answer, place| match answer {
            Linked::Field(field) => received(request, field, place),
            Linked::Inner(_) => quote!(#krate::StatusDocs::docs(self).code),
            Linked::Row { row, .. } => quote!(#krate::StatusDocs::code(&#row)),
        },
        &|row| quote!(#krate::StatusDocs::code(&#row)),
    )
}

/// The first variant whose values need not have a row, and why.
fn without_row<'r>(request: &'r DeriveRequest, answers: &[Linked<'_>]) -> Option<(&'r Ident, &'static str)> {
    for (variant, answer) in request.variants.iter().zip(answers) {
        match answer {
            Linked::Row { .. } => {}
            Linked::Inner(_) => return Some((&variant.ident, "has no row of its own (transparent)")),
            Linked::Field(_) => return Some((&variant.ident, "may have a code that no row has")),
        }
    }
    None
}

/// What the table says of a row, if a variant has one.
fn doc_of(krate: &TokenStream, answers: &[Linked<'_>]) -> Option<TokenStream> {
    let has_rows = answers.iter().any(|answer| matches!(answer, Linked::Row { .. }));
    has_rows.then(|| {
        template! {
            [krate]
            const fn doc_of(
                __status_docs_row: __StatusDocsRow,
            ) -> #krate::StatusDoc<<__StatusDocsRow as #krate::StatusDocs>::Code> {
                #krate::__private::docs::<__StatusDocsRow>(
                    __status_docs_row.__status_docs_code(),
                    __status_docs_row.__status_docs_row(),
                )
            }
        }
    })
}

/// The same as [`by_variant`], but that the row of most variants is asked once, for all of them: `ask` is what is asked of
/// it. Of a thousand calls, the compiler would check each.
fn by_row(
    request: &DeriveRequest,
    answers: &[Linked<'_>],
    with_field: bool,
    expression: &dyn Fn(&Variant, &Linked<'_>, &TokenStream) -> TokenStream,
    ask: &dyn Fn(&TokenStream) -> TokenStream,
) -> TokenStream {
    let mut is_plain = false;
    for (variant, answer) in request.variants.iter().zip(answers) {
        is_plain |= answer.plain_row(request, variant).is_some();
    }
    if !is_plain || request.kind == DataKind::Struct {
        return by_variant(request, answers, with_field, expression);
    }
    let rows = by_variant(request, answers, with_field, &|variant, answer, place| {
        if let Some(row) = answer.plain_row(request, variant) {
            return row.clone();
        }
        let value = expression(variant, answer, place);
        quote!(return #value)
    });
    let asked = ask(&quote!(__status_docs_row));
    quote! {
        let __status_docs_row: __StatusDocsRow = #rows;
        #asked
    }
}

impl Linked<'_> {
    /// The row of a variant that lays no text of its own over it.
    fn plain_row(&self, request: &DeriveRequest, variant: &Variant) -> Option<&TokenStream> {
        match self {
            Linked::Row { row, .. } if own_texts(&request.krate, variant).is_empty() => Some(row),
            _ => None,
        }
    }
}

/// What `only` and `exhaustive` need to know of all rows, and check of them.
fn coverage(request: &DeriveRequest, path: &Path, answers: &[Linked<'_>]) -> TokenStream {
    let krate = &request.krate;
    let entries = request.table.only_codes();
    if entries.is_empty() && request.exhaustive.is_none() {
        return TokenStream::new();
    }
    let mut only = TokenStream::new();
    for entry in &entries {
        let Reading { range, text, is_prefix } = Reading::new(entry);
        let range = match range {
            Some((first, last)) => {
                let (first, last) = (Literal::i128_unsuffixed(first), Literal::i128_unsuffixed(last));
                quote!(::core::option::Option::Some((#first, #last)))
            }
            None => quote!(::core::option::Option::None),
        };
        only.extend(template! { [krate, entry, range, text, is_prefix] #krate::__private::Selected { entry: #entry, range: #range, text: #text, is_prefix: #is_prefix }, });
    }
    let title = text(path);
    let place = request.table.span_of("only").filter(|_| !entries.is_empty());
    let selects = place.map(|place| {
        located_at(
            place,
            template! { [krate, title] const _: () = #krate::__private::selects_rows::<__StatusDocsRow>(ONLY, CODES, #title); },
        )
    });
    let covers = request.exhaustive.as_ref().map(|word| {
        let (mut named, mut count) = (TokenStream::new(), 0_usize);
        for answer in answers {
            if let Linked::Row { row, .. } = answer {
                named.extend(quote!(#row,));
                count += 1;
            }
        }
        let count = Literal::usize_unsuffixed(count);
        // A loop, and no constant with the rows: a call for each in one body, or the compiler's look at each value, costs
        // more than all else does.
        let check = quote! {
            const _: () = {
                let __status_docs_named: [__StatusDocsRow; #count] = [#named];
                let mut __status_docs_rows = [0; #count];
                let mut __status_docs_index = 0;
                while __status_docs_index < #count {
                    __status_docs_rows[__status_docs_index] =
                        __status_docs_named[__status_docs_index].__status_docs_row();
                    __status_docs_index += 1;
                }
                #krate::__private::covers::<__StatusDocsRow, ROWS>(ONLY, CODES, &__status_docs_rows, #title);
            };
        };
        located_at(word.span(), check)
    });
    let codes = if entries.is_empty() {
        quote!(&[])
    } else {
        quote! {
            &{
                let mut __status_docs_codes = [#krate::__private::AnyCode::Int(0); ROWS];
                let mut __status_docs_row = 0;
                while __status_docs_row < ROWS {
                    __status_docs_codes[__status_docs_row] = __StatusDocsRow::__status_docs_code_at(__status_docs_row);
                    __status_docs_row += 1;
                }
                __status_docs_codes
            }
        }
    };
    quote! {
        const ROWS: ::core::primitive::usize = <__StatusDocsRow as #krate::StatusTable>::COUNT;
        const CODES: &[#krate::__private::AnyCode] = #codes;
        const ONLY: &[#krate::__private::Selected] = &[#only];
        #selects
        #covers
    }
}

/// Stops the build, at the variant, where the message of its row shows a value that it does not have.
fn values_checks(request: &DeriveRequest, answers: &[Linked<'_>]) -> TokenStream {
    let Some(word) = &request.speaks else { return TokenStream::new() };
    let krate = &request.krate;
    // An enum without messages is one error, at the word.
    let call = located_at(word.span(), quote!(.__status_docs_message()));
    let mut checks = quote! {
        const fn message_of(__status_docs_row: __StatusDocsRow) -> #krate::Template {
            __status_docs_row #call
        }
    };
    for (variant, answer) in request.variants.iter().zip(answers) {
        let Linked::Row { row, said, .. } = answer else { continue };
        if variant.message.is_some() {
            continue;
        }
        let mut has = TokenStream::new();
        for (name, ty) in variant.value_types() {
            let is_shown = match ty.filter(|ty| is_plain(ty, request)) {
                Some(ty) => quote!(#krate::__private::Field::<'static, #ty>::IS_SHOWN),
                None => quote!(true),
            };
            has.extend(quote!((#name, #is_shown),));
        }
        let ident = variant.ident.unraw();
        let before = format!("the message of `{said}` shows {{");
        let lacking = format!("}}; `{ident}` has no such value [{}]", Rule::UnknownValue);
        let hidden = format!("}}, which has no `Display` in `{ident}`; show it otherwise: values(name = …)");
        let check = template! {
            [krate, row, has, before, lacking, hidden]
            const _: () = {
                #[allow(unused_imports)]
                use #krate::__private::Undisplayed as _;
                #krate::__private::has_values(message_of(#row), &[#has], [#before, #lacking, #hidden]);
            };
        };
        checks.extend(located_at(variant.ident.span(), check));
    }
    checks
}

/// Whether a type can be asked outside of the impls: it mentions no parameter, no lifetime and not itself.
fn is_plain(ty: &TokenStream, request: &DeriveRequest) -> bool {
    let has_lifetime = ty.to_string().contains('\'') || ty.to_string().contains('&');
    let mut names: Vec<Ident> = request.generics.type_params().map(|parameter| parameter.ident.clone()).collect();
    names.extend(request.generics.const_params().map(|parameter| parameter.ident.clone()));
    names.push(Ident::new("Self", Span::call_site()));
    !has_lifetime && !names.iter().any(|name| mentions(ty.clone(), name))
}

/// The code that a field has, converted to the table's: only the compiler knows its type.
fn received(request: &DeriveRequest, field: &CodeField, place: &TokenStream) -> TokenStream {
    let (code, derefs) = (request.code_type(), field.derefs());
    located_at(
        field.span,
        template! { [code, derefs, place] <#code as ::core::convert::From<_>>::from(#derefs #place) },
    )
}

/// What is said of a code that is known at run time only.
fn coded_docs(
    request: &DeriveRequest,
    variant: &Variant,
    code: &TokenStream,
    default: Option<&(TokenStream, String)>,
    docs: &dyn Fn(&TokenStream) -> TokenStream,
) -> TokenStream {
    let krate = &request.krate;
    let default = default.map(|(row, _)| docs(row));
    let known = docs(&quote!(__status_docs_row));
    let http = quote! {
        #krate::__private::received_http::<__StatusDocsRow>(__status_docs_code, __status_docs_doc.http)
    };
    let unknown = super::coded::unknown(request, variant, default, Some(&http));
    let detail = super::own_detail(krate, variant);
    template! { [code, krate, detail, unknown, known] {
        let __status_docs_code = #code;
        match <__StatusDocsRow as #krate::StatusTable>::from_code(__status_docs_code) {
            ::core::option::Option::Some(__status_docs_row) => {
                let mut __status_docs_doc = #known;
                #detail
                __status_docs_doc
            }
            ::core::option::Option::None => #unknown,
        }
    } }
}

/// Methods that ask the row for its column of that name.
fn forwarded(request: &DeriveRequest, answers: &[Linked<'_>], errors: &mut Errors) -> TokenStream {
    let mut methods = TokenStream::new();
    for ColumnEntry { attrs, vis, name, ty, is_optional, .. } in &request.columns.columns {
        if let ColumnType::Emitted(category) = ty {
            let ident = &category.ident;
            let message = format!("the enum is that of the table: write its path, {name}: {ident}");
            errors.at(Rule::ColumnType, ident.span(), message);
            continue;
        }
        let Some(ty) = columns::plain_type(ty) else { continue };
        let place = name.span();
        let ty = if *is_optional { quote!(::core::option::Option<#ty>) } else { ty };
        let vis = vis.as_ref().unwrap_or(&request.columns.vis);
        // Another type than that of the table's column is an error at the name.
        let call = located_at(place, quote!(.#name()));
        let values = by_row(
            request,
            answers,
            false,
            &|_, answer, _| match answer {
                Linked::Inner(_) | Linked::Field(_) => quote!(::core::option::Option::None),
                Linked::Row { row, .. } => quote!(#row #call),
            },
            &|row| quote!(#row #call),
        );
        let doc = format!("The column `{name}` of the row.");
        methods.extend(quote! {
            #(#attrs)*
            #[doc = #doc]
            #[inline]
            #[must_use]
            #vis const fn #name(&self) -> #ty {
                #values
            }
        });
    }
    if methods.is_empty() {
        return methods;
    }
    let target = target(request);
    let (parameters, ty, clause) = target.function();
    quote! {
        #[allow(dead_code)]
        impl #parameters #ty #clause {
            #methods
        }
    }
}

/// The named rows, each as a constant: it is checked even if no value of the type is ever made, and a missing row is
/// reported once.
struct Rows<'p> {
    krate: &'p TokenStream,
    path: &'p Path,
    /// What all codes begin with that `only` keeps, if it is one prefix.
    prefix: Option<String>,
    /// Whether `only` keeps some rows.
    has_only: bool,
    /// What the bridges of the type answer with.
    answers: bridge::Answers<'p>,
    constants: TokenStream,
    count: usize,
}

impl Rows<'_> {
    fn answer<'r>(
        &mut self,
        variant: &'r Variant,
        default: Option<&(TokenStream, String)>,
        errors: &mut Errors,
    ) -> Linked<'r> {
        if let Some(inner) = &variant.inner {
            return Linked::Inner(inner);
        }
        if let Some(field) = &variant.coded {
            return Linked::Field(field);
        }
        let title = self.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        let said = match variant.row() {
            Some(RowName::Name(name)) => format!("{title}::{}", name.unraw()),
            Some(RowName::Code(code)) => {
                format!("{title} {}", written(code, &mut Errors::default()).1.trim_matches('"'))
            }
            None => format!("{title}::{}", variant.ident.unraw()),
        };
        let (row, shown) = match (variant.row(), default) {
            (None, _) if self.prefix.is_some() => self.prefixed(variant, default),
            (Some(row), _) => self.named(row, errors),
            (None, None) => self.named(&RowName::Name(variant.ident.clone()), errors),
            (None, Some((default, shown))) => {
                let name = variant.ident.unraw().to_string();
                let found = quote!(__StatusDocsRow::__status_docs_from_name(#name));
                let row = self.looked_up(variant.ident.span(), &found, default);
                let place = (variant.ident.span(), name.as_str());
                let checks = self.answers.of_row(self.krate, self.path, place, &quote!(__status_docs_row));
                if !checks.is_empty() {
                    self.constants.extend(located_at(
                        variant.ident.span(),
                        template! {
                            [found, checks]
                            const _: () = if let ::core::option::Option::Some(__status_docs_row) = #found {
                                #checks
                            };
                        },
                    ));
                }
                (row, format!("*that of its name, else* {shown}"))
            }
        };
        Linked::Row { row, shown, said }
    }

    /// Where all codes begin alike: the row of that name if it is kept, else that of the code, else the default.
    fn prefixed(&mut self, variant: &Variant, default: Option<&(TokenStream, String)>) -> (TokenStream, String) {
        let krate = self.krate;
        let name = variant.ident.unraw().to_string();
        let code = format!("{}{name}", self.prefix.as_deref().unwrap_or_default());
        let found = template! {
            [name, krate, code]
            match __StatusDocsRow::__status_docs_from_name(#name) {
                ::core::option::Option::Some(__status_docs_row)
                    if #krate::__private::keeps_row(ONLY, CODES, __status_docs_row.__status_docs_row()) =>
                {
                    ::core::option::Option::Some(__status_docs_row)
                }
                _ => __StatusDocsRow::__status_docs_from_code(#code),
            }
        };
        let message = format!(
            "no row of `{}` that `only` keeps has the name `{name}` or the code \"{code}\" [{}]",
            text(self.path),
            Rule::UnknownRow
        );
        let stop = quote!(#krate::__private::not_there::<__StatusDocsRow>(#message));
        let otherwise = default.map_or(&stop, |(default, _)| default);
        let row = self.looked_up(variant.ident.span(), &found, otherwise);
        self.check(variant.ident.span(), &name, &row);
        (
            row,
            default
                .map_or_else(|| escape(&code).into_owned(), |(_, shown)| format!("{}, *else* {shown}", escape(&code))),
        )
    }

    /// The row that the user names: the compiler reports it if it does not exist, and the editor can go to it.
    fn named(&mut self, row: &RowName, errors: &mut Errors) -> (TokenStream, String) {
        match row {
            RowName::Name(name) => {
                let row = self.constant(&quote!(__StatusDocsRow::#name));
                self.kept(name.span(), &name.unraw().to_string(), &row);
                self.check(name.span(), &name.unraw().to_string(), &row);
                (row, self.linked(&format!("::{name}"), &name.unraw().to_string()))
            }
            RowName::Code(code) => {
                let (expression, written) = written(code, errors);
                let message = format!("no row of `{}` has the code {written}", text(self.path));
                let krate = self.krate;
                let stop = quote!(#krate::__private::not_there::<__StatusDocsRow>(#message));
                let row =
                    self.looked_up(code.span(), &quote!(__StatusDocsRow::__status_docs_from_code(#expression)), &stop);
                self.kept(code.span(), written.trim_matches('"'), &row);
                self.check(code.span(), written.trim_matches('"'), &row);
                (row, self.linked("", &written))
            }
        }
    }

    /// Stops the build where `only` does not keep a row that the user names.
    fn kept(&mut self, place: Span, written: &str, row: &TokenStream) {
        if self.has_only {
            let krate = self.krate;
            let title = self.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
            let shown = format!("{title}::{written}");
            self.constants.extend(located_at(
                place,
                template! {
                    [krate, row, shown]
                    const _: () =
                        #krate::__private::is_kept::<__StatusDocsRow>(ONLY, CODES, #row.__status_docs_row(), #shown);
                },
            ));
        }
    }

    /// Stops the build where the bridges have no answer for a row, at what the user wrote.
    fn check(&mut self, place: Span, written: &str, row: &TokenStream) {
        let checks = self.answers.of_row(self.krate, self.path, (place, written), row);
        if !checks.is_empty() {
            self.constants.extend(located_at(place, quote!(const _: () = { #checks };)));
        }
    }

    /// A constant that is the row, or the other expression, at the place of what the user wrote.
    fn looked_up(&mut self, place: Span, found: &TokenStream, otherwise: &TokenStream) -> TokenStream {
        let row = template! {
            [found, otherwise]
            match #found {
                ::core::option::Option::Some(__status_docs_row) => __status_docs_row,
                ::core::option::Option::None => #otherwise,
            }
        };
        self.constant(&located_at(place, row))
    }

    fn constant(&mut self, row: &TokenStream) -> TokenStream {
        let name = format_ident!("ROW_{}", self.count);
        self.count += 1;
        self.constants.extend(quote!(const #name: __StatusDocsRow = #row;));
        quote!(#name)
    }

    /// A link to the enum, or to one of its items.
    fn linked(&self, what: &str, shown: &str) -> String {
        let path = text(self.path);
        let shown = escape(shown);
        // rustdoc does not know what `$crate` is.
        if path.contains('$') { shown.into_owned() } else { format!("[{shown}]({path}{what})") }
    }
}

/// A path as the user wrote it.
fn text(path: &Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}

/// The code as an expression, at its place, and as messages show it.
fn written(code: &CodeLit, errors: &mut Errors) -> (TokenStream, String) {
    let CodeLit { is_negative, lit } = code;
    let sign = is_negative.then(|| quote!(-));
    if !matches!((lit, is_negative), (Lit::Int(_), _) | (Lit::Str(_), false)) {
        let message = "a row is named by its code or its name: 404, \"23505\", NotFound";
        errors.at(Rule::UnknownRow, code.span(), message);
    }
    let expression = quote!(#sign #lit);
    let written = format!("{}{}", if *is_negative { "-" } else { "" }, lit.to_token_stream());
    (expression, written)
}

/// The table that the impl carries: Variant | Row.
fn page(request: &DeriveRequest, answers: &[Linked<'_>]) -> String {
    let head = match request.kind {
        DataKind::Enum => "The status of each variant.\n\n| Variant | Row |\n|---|---|\n",
        _ => "Its status.\n\n| Row |\n|---|\n",
    };
    request.variants.iter().zip(answers).fold(head.to_owned(), |page, (variant, answer)| {
        let name = variant.ident.unraw();
        let name = match request.kind {
            DataKind::Enum => format!("| [{}](variant@Self::{name}) ", escape(&name.to_string())),
            _ => String::new(),
        };
        let reason = variant.reason.as_ref().map(LitStr::value);
        let reason = reason.map(|reason| format!(": {}", escape(&reason))).unwrap_or_default();
        let row = match answer {
            Linked::Row { shown, .. } => shown,
            Linked::Inner(_) => "*that of the value inside*",
            Linked::Field(_) => "*that of its field*",
        };
        format!("{page}{name}| {row}{reason} |\n")
    })
}
