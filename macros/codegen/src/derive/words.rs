//! The words of `#[status(…)]` on a type and on a variant.

use proc_macro2::Span;
use status_docs_data::name;
use syn::ext::IdentExt;
use syn::{Ident, LitStr, Path, Type};

use crate::attr::{self, CodeLit, Errors, Given, TableChoice, Word};

/// Which row a variant is.
pub(super) enum Says {
    /// It does not say: its own name, then the default.
    Nothing,
    Row(RowName),
    /// Its field answers.
    Transparent(Ident),
    /// What it says is an error already.
    Wrong,
}

/// A row as the user names it.
pub(super) enum RowName {
    Code(CodeLit),
    Name(Ident),
}

impl RowName {
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Code(code) => code.span(),
            Self::Name(name) => name.span(),
        }
    }
}

/// What stands on a variant, or on a struct about itself.
pub(super) struct Words {
    pub(super) says: Says,
    pub(super) reason: Option<LitStr>,
    pub(super) definition: Option<LitStr>,
    pub(super) tips: Option<LitStr>,
}

/// What stands on the type.
pub(super) struct Container {
    pub(super) table: TableChoice,
    /// The key, and the type if it is one.
    pub(super) code: Option<(Ident, Option<Type>)>,
    pub(super) default: Says,
    pub(super) exhaustive: Option<Ident>,
    pub(super) krate: Option<Path>,
}

impl Default for Container {
    fn default() -> Self {
        Self { table: TableChoice::default(), code: None, default: Says::Nothing, exhaustive: None, krate: None }
    }
}

const OF_TABLE: [&str; 5] = ["csv", "base", "delimiter", "code", "crate"];
const OF_ENUM: [&str; 2] = ["default", "exhaustive"];
const OF_VARIANT: [&str; 4] = ["transparent", "reason", "definition", "tips"];

const ROW_ON_ENUM: &str = "a row stands on a variant; for all variants that name none, write default = …";
const VARIANT_TAKES: &str =
    "a variant takes a row such as 404 or NotFound, `transparent`, `reason`, `definition`, `tips`";

impl Words {
    /// `before` is how many errors there were before the attributes were split.
    pub(super) fn of_variant(words: Vec<Word>, before: usize, errors: &mut Errors) -> Self {
        let mut own = Self { says: Says::Nothing, reason: None, definition: None, tips: None };
        for word in words {
            let Some((key, given)) = own.take(word, errors) else { continue };
            let name = key.to_string();
            if OF_TABLE.contains(&name.as_str()) || OF_ENUM.contains(&name.as_str()) {
                errors.at(key.span(), format!("`{key}` stands on the type, not on a variant; {VARIANT_TAKES}"));
            } else {
                own.row_or_unknown(key, &given, &OF_VARIANT, errors);
            }
        }
        if errors.len() > before { own.broken() } else { own }
    }

    /// Takes a word that is about one status; gives back one that is not.
    fn take(&mut self, word: Word, errors: &mut Errors) -> Option<(Ident, Given)> {
        let (key, given) = match word {
            Word::Key(key, given) => (key, given),
            Word::Code(code) => {
                self.says(Says::Row(RowName::Code(code)), errors);
                return None;
            }
        };
        match (key.to_string().as_str(), given) {
            ("transparent", Given::Nothing) => self.says(Says::Transparent(key), errors),
            ("transparent", _) => errors.at(key.span(), "`transparent` stands by itself"),
            ("reason", given) => {
                let text = attr::text(&key, given, errors);
                if text.as_ref().is_some_and(|text| text.value().trim().is_empty()) {
                    errors.at(key.span(), "a reason phrase is never empty; leave the key out for that of the row");
                }
                attr::set(&mut self.reason, text, &key, errors);
            }
            ("definition", given) => {
                let text = attr::text(&key, given, errors);
                attr::set(&mut self.definition, text, &key, errors);
            }
            ("tips", given) => {
                let text = attr::text(&key, given, errors);
                attr::set(&mut self.tips, text, &key, errors);
            }
            (_, given) => return Some((key, given)),
        }
        None
    }

    /// Keys are lower case, rows are not; a row in lower case is close to one, and no key at all.
    fn row_or_unknown(&mut self, key: Ident, given: &Given, keys: &[&str], errors: &mut Errors) {
        let name = key.unraw().to_string();
        let is_key = !starts_upper(&key) && name::closest(&name, keys.iter().copied()).is_some();
        match given {
            Given::Nothing if !is_key => self.says(Says::Row(RowName::Name(key)), errors),
            _ if starts_upper(&key) => errors.at(key.span(), format!("a row stands by itself: {key}")),
            _ => attr::unknown(&key, keys, ", or a row such as 404 or NotFound", errors),
        }
    }

    fn says(&mut self, says: Says, errors: &mut Errors) {
        let span = match &says {
            Says::Row(row) => row.span(),
            Says::Transparent(word) => word.span(),
            Says::Nothing | Says::Wrong => return,
        };
        match (&self.says, &says) {
            (Says::Nothing, _) => self.says = says,
            (Says::Transparent(_), Says::Transparent(_)) => {
                errors.at(span, "`transparent` is given twice; keep one");
            }
            (Says::Transparent(_), _) | (_, Says::Transparent(_)) => {
                errors.at(span, "either a row is named or the field answers (`transparent`), not both");
            }
            _ => errors.at(span, "a status is one row of the table; keep one of the two"),
        }
    }

    /// What is wrong with it is an error already, so that its row is not looked for.
    pub(super) fn broken(self) -> Self {
        Self { says: Says::Wrong, ..self }
    }
}

impl Container {
    pub(super) fn of_enum(&mut self, words: Vec<Word>, errors: &mut Errors) {
        for word in words {
            let (key, given) = match word {
                Word::Key(key, given) => (key, given),
                Word::Code(code) => {
                    errors.at(code.span(), ROW_ON_ENUM);
                    continue;
                }
            };
            let Some((key, given)) = self.take(key, given, errors) else { continue };
            let name = key.to_string();
            if OF_VARIANT.contains(&name.as_str()) {
                errors.at(key.span(), format!("`{key}` stands on a variant, not on the enum"));
            } else if let (Given::Nothing, true) = (&given, starts_upper(&key)) {
                errors.at(key.span(), ROW_ON_ENUM);
            } else {
                let allowed: Vec<&str> = OF_TABLE.into_iter().chain(OF_ENUM).collect();
                attr::unknown(&key, &allowed, "", errors);
            }
        }
    }

    /// A struct is one status: what a variant says stands on it too.
    pub(super) fn of_struct(&mut self, words: Vec<Word>, errors: &mut Errors) -> Words {
        let before = errors.len();
        let mut own = Words { says: Says::Nothing, reason: None, definition: None, tips: None };
        for word in words {
            let Some((key, given)) = own.take(word, errors) else { continue };
            if OF_ENUM.iter().any(|word| key == word) {
                errors.at(key.span(), format!("`{key}` is about an enum's variants; a struct names its row: NotFound"));
                continue;
            }
            let Some((key, given)) = self.take(key, given, errors) else { continue };
            let allowed: Vec<&str> = OF_VARIANT.into_iter().chain(OF_TABLE).collect();
            own.row_or_unknown(key, &given, &allowed, errors);
        }
        if errors.len() > before { own.broken() } else { own }
    }

    /// Takes a word that is about the type; gives back one that is not.
    fn take(&mut self, key: Ident, given: Given, errors: &mut Errors) -> Option<(Ident, Given)> {
        let (key, given) = self.table.take(key, given, errors)?;
        match (key.to_string().as_str(), given) {
            ("code", given) => {
                let ty = if let Given::Type(ty) = given { Some(*ty) } else { None };
                if ty.is_none() {
                    errors.at(key.span(), "`code` takes the type of the codes: code = u16 (or str)");
                }
                let word = key.clone();
                attr::set(&mut self.code, Some((word, ty)), &key, errors);
            }
            ("default", given) => {
                let default = match given {
                    Given::Literal(code) => Says::Row(RowName::Code(code)),
                    Given::Type(ty) => match attr::path_ident(&ty) {
                        Some(name) => Says::Row(RowName::Name(name.clone())),
                        None => Says::Wrong,
                    },
                    Given::Nothing | Given::List(_) => Says::Wrong,
                };
                if matches!(default, Says::Wrong) {
                    errors.at(key.span(), "`default` takes a row: default = InternalServerError, or its code");
                }
                if matches!(self.default, Says::Nothing) {
                    self.default = default;
                } else {
                    errors.at(key.span(), "`default` is given twice; keep one");
                }
            }
            ("exhaustive", Given::Nothing) => {
                let word = key.clone();
                attr::set(&mut self.exhaustive, Some(word), &key, errors);
            }
            ("exhaustive", _) => errors.at(key.span(), "`exhaustive` stands by itself"),
            ("crate", given) => {
                let text = attr::text(&key, given, errors);
                let path = text.and_then(|text| {
                    let path = text.parse_with(Path::parse_mod_style);
                    if path.is_err() {
                        let message = "this is no path of a crate or module, such as \"::status_docs\"";
                        errors.at(text.span(), message);
                    }
                    path.ok()
                });
                attr::set(&mut self.krate, path, &key, errors);
            }
            (_, given) => return Some((key, given)),
        }
        None
    }
}

fn starts_upper(key: &Ident) -> bool {
    key.unraw().to_string().starts_with(|first: char| first.is_ascii_uppercase())
}
