//! The same checks for rows that only the compiler knows, those of `table = crate::Fault`: as constants.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use status_docs_data::{Role, Rule};
use syn::Path;

use super::{Asked, Body};
use crate::render::target::located_at;
use crate::template::template;

/// What the bridges of a type answer with.
pub(crate) struct Answers<'w> {
    /// The first bridge that answers with each role.
    http: Option<&'w Asked>,
    grpc: bool,
    exit: bool,
    /// The first bridge that sends a body.
    body: Option<&'w Asked>,
    allows_success: bool,
}

impl<'w> Answers<'w> {
    pub(crate) fn new(with: &'w [Asked], allows_success: bool) -> Self {
        let first = |role: Role| with.iter().find(|asked| asked.bridge.role == Some(role));
        Self {
            http: first(Role::Http),
            grpc: first(Role::Grpc).is_some(),
            exit: first(Role::Exit).is_some(),
            body: with.iter().find(|asked| asked.bridge.body != Body::None),
            allows_success,
        }
    }

    /// Says at the word, once, that no column has the status.
    pub(crate) fn of_table(&self, krate: &TokenStream, path: &Path) -> Option<TokenStream> {
        let asked = self.http?;
        let name = path.segments.last()?.ident.to_string();
        let message = format!(
            "the codes of {name} are its own, not HTTP's; say which column has the status: http = \"HTTP\"; if they are \
             HTTP's, http = the header of the codes [{}]",
            Rule::OwnCodes
        );
        Some(asked.at_word(quote! {
            const _: () = #krate::__private::says_http::<__StatusDocsRow>(#message);
        }))
    }

    /// Says that a row has no answer. The row is named as the user did.
    pub(crate) fn of_row(
        &self,
        krate: &TokenStream,
        path: &Path,
        (place, written): (Span, &str),
        row: &TokenStream,
    ) -> TokenStream {
        let path = path.to_token_stream().to_string().replace(' ', "");
        let fill = |role: Role, what: &str| {
            format!("no {what}: fill the cell of \"{written}\" in the column for {role} ({path})")
        };
        let mut checks = TokenStream::new();
        if self.http.is_some() {
            let lacking = fill(Role::Http, "HTTP status");
            let (mut bodiless, mut success) = (String::new(), String::new());
            if let Some(asked) = self.body {
                let word = asked.bridge.word;
                bodiless = format!(
                    "`{word}` answers with a body, and the status of \"{written}\" ({path}) has none; name another row \
                     [{}]",
                    Rule::NoBody
                );
                if !self.allows_success {
                    success = format!(
                        "`{word}` answers an error with the status of \"{written}\" ({path}), which clients take for a \
                         success; name a row from 400 on, or write allow({rule}) [{rule}]",
                        rule = Rule::SuccessAnswer
                    );
                }
            }
            checks.extend(template! {
                [krate, row, lacking, bodiless, success]
                #krate::__private::answers_http::<__StatusDocsRow>(#row.__status_docs_row(), [#lacking, #bodiless, #success]);
            });
        }
        if self.grpc {
            let lacking = fill(Role::Grpc, "gRPC code");
            let ok = format!("\"{written}\" ({path}) is answered with gRPC's 0, which means OK and not an error");
            checks.extend(template! {
                [krate, row, lacking, ok]
                #krate::__private::answers_grpc::<__StatusDocsRow>(#row.__status_docs_row(), [#lacking, #ok]);
            });
        }
        if self.exit {
            let lacking = fill(Role::Exit, "exit code");
            checks.extend(template! {
                [krate, row, lacking]
                #krate::__private::answers_exit::<__StatusDocsRow>(#row.__status_docs_row(), #lacking);
            });
        }
        located_at(place, checks)
    }
}
