//! The enums that are emitted for the cells of a column, as the user writes them in the body.

use std::borrow::Cow;
use std::rc::Rc;

use quote::ToTokens;
use status_docs_data::kind::{Choice, Variants};
use status_docs_data::{Category, Kind, Rule};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitStr, Token, Visibility};

use super::attributes::{self, Attributes};
use crate::attr::{self, Errors, plain};

/// `#[derive(…)] enum Severity { Low, High = "3 - high" }`
pub(crate) struct CategoryEnum {
    /// Without the derives.
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) derives: Vec<syn::Path>,
    /// Without one, it is that of its column.
    pub(crate) vis: Option<Visibility>,
    pub(crate) ident: Ident,
    /// The closed list, which columns may share; without one, the cells make the variants.
    pub(crate) list: Option<Rc<Vec<Listed>>>,
}

/// An entry of a closed list.
pub(crate) struct Listed {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) ident: Ident,
    /// The text of its cells, if it is not the name.
    pub(crate) text: Option<LitStr>,
}

impl Parse for CategoryEnum {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = match input.parse()? {
            Visibility::Inherited => None,
            vis => Some(vis),
        };
        input.parse::<Token![enum]>()?;
        let ident = input.parse()?;
        let list = if input.peek(syn::token::Brace) {
            let content;
            syn::braced!(content in input);
            Some(Rc::new(attr::separated(&content)?))
        } else {
            None
        };
        Ok(Self { attrs, derives: Vec::new(), vis, ident, list })
    }
}

impl Parse for Listed {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let ident = input.parse()?;
        let text = if input.parse::<Option<Token![=]>>()?.is_some() { Some(input.parse()?) } else { None };
        Ok(Self { attrs, ident, text })
    }
}

impl CategoryEnum {
    pub(super) fn kind(&self) -> Kind {
        Kind::Category(match &self.list {
            None => Variants::Open,
            Some(list) => Variants::Closed(list.iter().map(Listed::choice).collect()),
        })
    }

    /// Its variants in the table; without a table, a closed list still has all of them.
    pub(crate) fn categories<'c>(&self, found: &'c [Category]) -> Cow<'c, [Category]> {
        let list = self.list.as_ref().filter(|list| list.len() != found.len());
        let Some(list) = list else { return Cow::Borrowed(found) };
        let category = |listed: &Listed| {
            let Choice { name, text } = listed.choice();
            Category { text: text.unwrap_or_else(|| name.clone()), name, rows: 0 }
        };
        Cow::Owned(list.iter().map(category).collect())
    }

    /// The name without `r#`.
    pub(super) fn name(&self) -> String {
        self.ident.unraw().to_string()
    }

    /// Whether two closed lists are the same one, written twice.
    fn lists_the_same(&self, other: &Self) -> bool {
        let choices =
            |category: &Self| category.list.iter().flat_map(|list| list.iter().map(Listed::choice)).collect::<Vec<_>>();
        choices(self) == choices(other)
    }

    /// Reports what is wrong with the enum by itself, and sorts its attributes.
    pub(super) fn check(&mut self, errors: &mut Errors) {
        let mut attrs = std::mem::take(&mut self.attrs);
        attributes::refuse_cfg(&mut attrs, errors);
        attributes::refuse_conditional(&mut attrs, self.emitted_derives(), errors);
        let Attributes { others, mut derives } = Attributes::of(attrs, errors);
        let emitted = self.emitted_derives();
        derives.retain(|path| attributes::std_derive(path).is_none_or(|name| !emitted.contains(&name.as_str())));
        (self.attrs, self.derives) = (others, derives);
        self.check_list(errors);
    }

    /// The derives of such an enum; it is ordered only if its variants are listed.
    pub(crate) fn emitted_derives(&self) -> &'static [&'static str] {
        const DERIVES: [&str; 8] = ["Clone", "Copy", "Debug", "Eq", "Hash", "PartialEq", "Ord", "PartialOrd"];
        if self.list.is_some() { &DERIVES } else { DERIVES.split_at(6).0 }
    }

    fn check_list(&mut self, errors: &mut Errors) {
        let Some(list) = self.list.as_mut().and_then(Rc::get_mut) else { return };
        if list.is_empty() {
            let message = "list what the cells may be: enum Severity { Low, High }; without braces, the cells make the \
                           variants";
            errors.at(Rule::CategoryEnum, self.ident.span(), message);
            self.list = None;
            return;
        }
        let mut known: Vec<Choice> = Vec::new();
        let has_all = list.iter().any(|listed| listed.ident == "All");
        list.retain_mut(|listed| {
            attributes::refuse_cfg(&mut listed.attrs, errors);
            if let Some(Err(error)) = listed.text.as_ref().map(plain) {
                errors.push(Rule::WordValue, error);
            }
            if listed.ident == "ALL" {
                errors.at(
                    Rule::CategoryEnum,
                    listed.ident.span(),
                    "`ALL` is the constant of all variants; call this one `All`",
                );
                if has_all {
                    return false;
                }
                listed.be_all();
            }
            let choice = listed.choice();
            let name = &choice.name;
            let same =
                known.iter().find(|other| other.name == *name || cell(other).eq_ignore_ascii_case(cell(&choice)));
            if let Some(other) = same {
                let message = if other.name == *name {
                    format!("`{name}` is listed twice; keep one")
                } else {
                    format!(
                        "a cell {:?} would be `{}` and `{name}`; say what their cells are: {name} = \"…\"",
                        cell(&choice),
                        other.name
                    )
                };
                errors.at(Rule::CategoryEnum, listed.ident.span(), message);
                return false;
            }
            known.push(choice);
            true
        });
    }
}

/// The text of a cell of this entry.
fn cell(choice: &Choice) -> &str {
    choice.text.as_deref().unwrap_or(&choice.name).trim()
}

impl Listed {
    /// Renames `ALL` as its error says, so that its cells are not wrong as well.
    fn be_all(&mut self) {
        let span = self.ident.span();
        self.text.get_or_insert_with(|| LitStr::new("ALL", span));
        self.ident = Ident::new("All", span);
    }

    fn choice(&self) -> Choice {
        Choice { name: self.ident.unraw().to_string(), text: self.text.as_ref().map(LitStr::value) }
    }
}

/// Each enum has one column, or one closed list; a list that is written once applies to all columns that name it.
pub(super) fn share<'c>(categories: impl Iterator<Item = &'c mut CategoryEnum>, errors: &mut Errors) {
    let mut seen: Vec<&mut CategoryEnum> = Vec::new();
    for category in categories {
        let name = category.name();
        let Some(first) = seen.iter_mut().find(|first| first.name() == name) else {
            seen.push(category);
            continue;
        };
        match (&first.list, &category.list) {
            (None, None) => {
                let message = format!(
                    "`{name}` is the enum of another column too; name this one differently, or list what both may hold: \
                     enum {name} {{ … }}"
                );
                errors.at(Rule::CategoryEnum, category.ident.span(), message);
            }
            (Some(_), Some(_)) if !first.lists_the_same(category) => {
                let message =
                    format!("`{name}` is listed twice, and differently; list it once, and write `enum {name}` here");
                errors.at(Rule::CategoryEnum, category.ident.span(), message);
                category.list.clone_from(&first.list);
            }
            (Some(list), _) => category.list = Some(Rc::clone(list)),
            (None, Some(list)) => first.list = Some(Rc::clone(list)),
        }
        first.attrs.append(&mut category.attrs);
        for derive in category.derives.drain(..) {
            let written = derive.to_token_stream().to_string();
            if !first.derives.iter().any(|other| other.to_token_stream().to_string() == written) {
                first.derives.push(derive);
            }
        }
    }
}
