//! What readers see of a type: its variants in their order, each with who answers for it.

use std::fmt;

use quote::ToTokens;
use status_docs_data::{Code, Table};
use syn::LitStr;
use syn::ext::IdentExt;

use super::answer::Answer;
use super::input::{DataKind, DeriveRequest};
use super::resolve::resolve;
use crate::attr::Errors;

/// The variants of a type with a derive.
pub struct Variants(pub(crate) Box<DeriveRequest>);

impl fmt::Debug for Variants {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Variants").field(&self.0.ident).finish()
    }
}

/// A variant; a struct is its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Its name.
    pub name: String,
    /// Texts of its own, in place of the row's.
    pub reason: Option<String>,
    /// Likewise.
    pub definition: Option<String>,
    /// Likewise.
    pub tips: Option<String>,
    /// Who answers.
    pub answer: Answering,
}

/// Who answers for a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answering {
    /// The row with that code.
    Row(Code),
    /// The field of a transparent one: its type, as the source has it.
    Inner(String),
    /// The field that has the code, which may be any.
    Field(String),
}

impl Variants {
    /// The enum whose rows they are, where `table = …` names one.
    pub fn rows_of(&self) -> Option<String> {
        let path = self.0.rows_of.as_ref()?;
        Some(path.to_token_stream().to_string().replace(' ', ""))
    }

    /// Whether it is a type whose values do not differ.
    pub fn is_struct(&self) -> bool {
        self.0.kind == DataKind::Struct
    }

    /// Who answers for each, if all of them are right.
    pub fn answered(&self, table: &Table) -> Option<Vec<Answered>> {
        let resolved = resolve(&self.0, table, &mut Errors::default())?;
        let mut all = Vec::new();
        for (variant, answer) in self.0.variants.iter().zip(&resolved.answers) {
            let own = |text: &Option<LitStr>| text.as_ref().map(LitStr::value);
            all.push(Answered {
                name: variant.ident.unraw().to_string(),
                reason: own(&variant.reason),
                definition: own(&variant.definition),
                tips: own(&variant.tips),
                answer: match answer {
                    Answer::Row(named) => Answering::Row(named.row.code.clone()),
                    Answer::Field(field) => Answering::Field(field.declared.to_string().replace(' ', "")),
                    Answer::Inner(inner) => Answering::Inner(inner.ty.to_string().replace(' ', "")),
                },
            });
        }
        Some(all)
    }
}
