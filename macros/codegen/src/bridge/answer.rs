//! What the bridges to web frameworks have in common: the problem, and the log of what clients are not told.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::{Asked, Asks, Bridged, Choice, Says};
use crate::template::template;

/// The options of such a bridge.
pub(super) const OPTIONS: &[Choice] = &[
    Choice::Flag("tips"),
    Choice::Flag("tracing"),
    Choice::Path("body"),
    Choice::Path("members"),
    Choice::Path("headers"),
];

/// What it requires of the type: the text of a value, where that is told or logged.
pub(super) fn asks(bridged: &Bridged<'_>, asked: &Asked) -> &'static [Asks] {
    if bridged.displays(asked) { &[Asks::Display] } else { &[] }
}

/// Binds `__status_docs_text`, what is displayed, and `__status_docs_told`, what a client may be told, where the table has
/// the messages; and which of the two is told. `language` is an option.
pub(super) fn texts(
    bridged: &Bridged<'_>,
    asked: &Asked,
    this: &TokenStream,
    language: Option<&TokenStream>,
) -> (TokenStream, Option<TokenStream>) {
    let (krate, place) = (bridged.target.krate, asked.place());
    if !bridged.has_text() {
        return (TokenStream::new(), None);
    }
    // Bound once, so that a type without one is one error.
    let text = bridged
        .displays(asked)
        .then(|| quote_spanned!(place=> let __status_docs_text: &dyn ::core::fmt::Display = #this;));
    let display = quote_spanned!(place=> &dyn ::core::fmt::Display);
    let in_language = |language: TokenStream| {
        template! {
            place=> [krate, language, this, display]
            let __status_docs_said = #krate::Language::message_of(#language, #this);
            let __status_docs_told: #display = &__status_docs_said;
        }
    };
    let told = match (bridged.says, language) {
        (Says::Own, _) | (Says::Displayed, None) => {
            return (quote_spanned!(place=> #text), Some(quote_spanned!(place=> __status_docs_text)));
        }
        (Says::Messages, None) => in_language(quote_spanned!(place=> ::core::default::Default::default())),
        (Says::Displayed | Says::Messages, Some(language)) => {
            in_language(quote_spanned!(place=> #language.unwrap_or_default()))
        }
    };
    (quote_spanned!(place=> #text #told), Some(quote_spanned!(place=> __status_docs_told)))
}

/// Says in which language the message is that is told, where one is asked for. A phrase and a fixed text are no message.
pub(super) fn content_language(bridged: &Bridged<'_>, asked: &Asked, this: &TokenStream) -> TokenStream {
    let (krate, place) = (bridged.target.krate, asked.place_of("languages"));
    if bridged.says == Says::Own || !bridged.has_text() {
        return TokenStream::new();
    }
    template! {
        place=> [krate, this]
        let __status_docs_tag = match __status_docs_language {
            ::core::option::Option::Some(__status_docs_language) if !__status_docs_problem.is_hidden() => {
                #krate::StatusDocs::message_language(#this, __status_docs_language)
            }
            _ => ::core::option::Option::None,
        };
        if let ::core::option::Option::Some(__status_docs_tag) = __status_docs_tag {
            if let ::core::result::Result::Ok(__status_docs_tag) =
                ::core::convert::TryFrom::try_from(#krate::Language::as_str(&__status_docs_tag))
            {
                let _ = __status_docs_response.headers_mut().insert("content-language", __status_docs_tag);
            }
        }
    }
}

/// Binds `__status_docs_doc` and `__status_docs_problem` for `self`, given as a reference, and logs what clients are not
/// told.
pub(super) fn problem(bridged: &Bridged<'_>, asked: &Asked, this: &TokenStream) -> TokenStream {
    let krate = bridged.target.krate;
    let place = asked.place();
    let language = asked.has("languages").then(|| quote_spanned!(place=> __status_docs_language));
    let (text, told) = texts(bridged, asked, this, language.as_ref());
    let with_text = told.map(|told| quote_spanned!(place=> .with_detail(#told)));
    let docs = match &language {
        None => quote_spanned!(place=> #krate::StatusDocs::docs(#this)),
        Some(language) => template! {
            place=> [language, krate, this]
            match #language {
                ::core::option::Option::Some(__status_docs_language) => {
                    #krate::StatusDocs::docs_in(#this, __status_docs_language)
                }
                ::core::option::Option::None => #krate::StatusDocs::docs(#this),
            }
        },
    };
    let tips = asked.has("tips").then(|| quote_spanned!(place=> .with_tips()));
    let status = quote_spanned!(place=> status = __status_docs_problem.status());
    let is_internal = quote_spanned!(place=> __status_docs_problem.status() >= 500);
    let mut log = log(bridged, asked, this, &status, &is_internal);
    if language.is_some() {
        // Once for each error, whatever languages it is answered in.
        log = log.map(|log| {
            quote_spanned! {place=>
                if ::core::option::Option::is_none(&__status_docs_language) {
                    #log
                }
            }
        });
    }
    let checked = bridged.checked(asked);
    let sent = bridged.sent(asked, &docs);
    template! {
        place=> [checked, sent, text, krate, with_text, tips, log]
        #checked
        let __status_docs_doc = #sent;
        #text
        let __status_docs_problem = #krate::Problem::new(&__status_docs_doc) #with_text #tips;
        #log
    }
}

/// Logs what a client is not told, with its causes: a text that is neither shown nor logged would be lost. How serious it
/// is follows from the status; a client's mistake that it is told is not news.
pub(super) fn log(
    bridged: &Bridged<'_>,
    asked: &Asked,
    this: &TokenStream,
    status: &TokenStream,
    is_internal: &TokenStream,
) -> Option<TokenStream> {
    if !bridged.has_text() || !asked.has("tracing") {
        return None;
    }
    let (krate, place) = (bridged.target.krate, asked.place_of("tracing"));
    let event = |level: TokenStream, message: &str| {
        template! {
            place=> [level, status, message]
            ::tracing::#level!(
                #status,
                code = %__status_docs_problem.code(),
                error = %__status_docs_causes.line::<::std::string::String>(),
                #message,
            )
        }
    };
    // Where the table has the messages, what is displayed is never told.
    let and_says_more = (bridged.says != Says::Messages)
        .then(|| quote_spanned!(place=> && __status_docs_causes.says_more::<::std::string::String>()));
    let (hidden, told) = ("answered without its text", "answered");
    let error_hidden = event(quote_spanned!(place=> error), hidden);
    let error_told = event(quote_spanned!(place=> error), told);
    let warn = event(quote_spanned!(place=> warn), hidden);
    let debug = event(quote_spanned!(place=> debug), told);
    Some(template! {
        place=> [krate, this, is_internal, error_hidden, error_told, warn, and_says_more, debug]
        {
            #[allow(unused_imports)]
            use #krate::__private::Causeless as _;
            let __status_docs_causes = #krate::__private::Logged(#this).causes(__status_docs_text);
            match #krate::__private::severity(&__status_docs_problem, #is_internal) {
                #krate::__private::Severity::ErrorHidden => #error_hidden,
                #krate::__private::Severity::ErrorTold => #error_told,
                #krate::__private::Severity::Warn => #warn,
                #krate::__private::Severity::Told => {
                    if ::tracing::enabled!(::tracing::Level::DEBUG) #and_says_more {
                        #debug
                    }
                }
            }
        }
    })
}

/// The response: the user's function of the error and the problem, or `default`.
pub(super) fn response(asked: &Asked, this: &TokenStream, default: TokenStream) -> TokenStream {
    match asked.option("body") {
        None => default,
        Some(envelope) => {
            let place = asked.place_of("body");
            quote_spanned!(place=> #envelope(#this, &__status_docs_problem))
        }
    }
}

/// The problem with the user's members after ours, as a value that is serialized: `Extended`. Only with the feature
/// `serde` of the runtime crate is there such a value; without it, this is an error at the word.
pub(super) fn members(
    bridged: &Bridged<'_>,
    asked: &Asked,
    this: &TokenStream,
    extended: &TokenStream,
    plain: TokenStream,
) -> TokenStream {
    let Some(members) = asked.option("members") else { return plain };
    let (krate, place) = (bridged.target.krate, asked.place_of("members"));
    template! {
        place=> [krate, members, this, extended, plain]
        #krate::__members! {
            {
                let __status_docs_extended =
                    #krate::__private::Extended::new(&__status_docs_problem, #members(#this, &__status_docs_problem));
                #extended
            }
            { #plain }
        }
    }
}
