//! The words about a table and its file, for `status_table!` and the derive alike.

use proc_macro2::Span;
use status_docs_data::only::Reading;
use status_docs_data::wanted::NotationWord;
use status_docs_data::{CodeType, Dialect, Duplicates, IntType, Pick, REFERENCES, Reference, Rule, Wanted, name};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Ident, LitStr, Type};

use super::errors::Errors;
use super::{path_ident, ungrouped};

/// Which table is meant, how its file is read, and which of its rows are wanted.
#[derive(Default)]
pub(crate) struct TableWords {
    pub(crate) csv: Option<LitStr>,
    // How it is read.
    pub(super) delimiter: Option<u8>,
    pub(super) quote: Option<u8>,
    pub(super) escape: Option<u8>,
    pub(super) header_line: Option<u32>,
    pub(super) headers: Option<Vec<LitStr>>,
    pub(super) radix: Option<u32>,
    pub(super) empty: Option<Vec<LitStr>>,
    // Which rows there are, and what they are called.
    pub(super) base: Option<Vec<LitStr>>,
    pub(super) only: Option<Vec<PickEntry>>,
    pub(super) skip: Option<Vec<PickEntry>>,
    pub(super) duplicates: Option<LitStr>,
    pub(super) names: Option<LitStr>,
    pub(super) verbatim: Option<Ident>,
    // What is claimed of them.
    pub(super) reserved: Option<LitStr>,
    pub(super) required: Option<Vec<Ident>>,
    pub(super) allow: Option<Vec<(Rule, Span)>>,
    pub(super) link: Option<LitStr>,
    pub(super) notation: Option<LitStr>,
    /// Of an open table: the rows that are constants.
    pub(crate) consts: Option<LitStr>,
    /// Those that must be complete, that of columns without a tag first.
    pub(super) languages: Option<Vec<LitStr>>,
    /// The words that were given, where they are and where their values are.
    pub(super) spans: Vec<(&'static str, Span, Span)>,
}

/// An entry of `only(…)` or `skip(…)`, and where it is.
pub(crate) struct PickEntry {
    pub(super) pick: Pick,
    pub(super) span: Span,
}

impl TableWords {
    /// The references whose rows are used, perhaps with the user's own rows laid over them: those that were asked for;
    /// without a file, the first reference by default.
    pub(crate) fn references(&self) -> Vec<&'static Reference> {
        let mut references = self.asked();
        if references.is_empty() && self.csv.is_none() {
            references.extend(REFERENCES.first());
        }
        references
    }

    /// The references of `base`. Unknown ones are reported and left out.
    fn asked(&self) -> Vec<&'static Reference> {
        let mut references = Vec::new();
        for name in self.base.iter().flatten() {
            references.extend(named_over(&references, &name.value()).ok());
        }
        references
    }

    /// The codes that no row may have.
    pub(crate) fn reserved(&self) -> Option<String> {
        self.reserved.as_ref().map(LitStr::value)
    }

    /// Whether `allow(…)` switches a heuristic off.
    pub(crate) fn allows(&self, rule: Rule) -> bool {
        self.allow.iter().flatten().any(|(allowed, _)| *allowed == rule)
    }

    /// The reference whose codes these are.
    pub(crate) fn reference(&self) -> Option<&'static Reference> {
        self.references().first().copied()
    }

    /// Where findings about the table as a whole belong: the path as the user typed it.
    pub(crate) fn span(&self) -> Option<Span> {
        self.csv.iter().chain(self.base.iter().flatten()).next().map(LitStr::span)
    }

    /// Whether it is clear which table is meant: if `csv` or `base` is wrong, no other table is used in its place.
    pub(crate) fn is_clear(&self) -> bool {
        let is_base_clear = match &self.base {
            Some(names) => names.len() == self.asked().len(),
            None => self.span_of("base").is_none(),
        };
        is_base_clear && !self.is_csv_wrong()
    }

    /// Whether there is a `csv` that does not name a file.
    pub(crate) fn is_csv_wrong(&self) -> bool {
        self.csv.is_none() && self.span_of("csv").is_some()
    }

    /// Where the value of a word is, if it was given.
    pub(crate) fn span_of(&self, word: &str) -> Option<Span> {
        self.spans.iter().find(|(given, ..)| *given == word).map(|(.., value)| *value)
    }

    /// Where an editor goes from a row's name in code, and what the compiler shows for it: the path as the user typed
    /// it.
    ///
    /// An editor that hovers that token shows everything with this span. For a large table that would be far too much,
    /// so its rows get the span of the word before the path.
    pub(crate) fn place_of_names(&self, is_large: bool) -> Span {
        let words = self.spans.iter().filter(|(word, ..)| ["csv", "base"].contains(word));
        let word = words.max_by_key(|(word, ..)| *word).map(|(_, word, _)| *word);
        let place = if is_large { word } else { self.span() };
        // Still resolved as the macro's own, so that no lint takes it for the user's code and no editor renames the
        // path.
        place.map_or_else(Span::call_site, |place| Span::call_site().located_at(place))
    }

    /// Where an entry of a word is.
    pub(crate) fn span_of_entry(&self, word: &str, entry: usize) -> Option<Span> {
        let of_texts = |texts: &Option<Vec<LitStr>>| texts.as_ref()?.get(entry).map(LitStr::span);
        let of_picks = |picks: &Option<Vec<PickEntry>>| picks.as_ref()?.get(entry).map(|pick| pick.span);
        let span = match word {
            "only" => of_picks(&self.only),
            "skip" => of_picks(&self.skip),
            "base" => of_texts(&self.base),
            "headers" => of_texts(&self.headers),
            "languages" => of_texts(&self.languages),
            "empty" => of_texts(&self.empty),
            "required" => self.required.as_ref().and_then(|names| names.get(entry).map(Ident::span)),
            "allow" => self.allow.as_ref().and_then(|rules| rules.get(entry).map(|(_, span)| *span)),
            _ => None,
        };
        span.or_else(|| self.span_of(word))
    }

    /// Reports combinations from which no table can be built.
    pub(super) fn check(&self, errors: &mut Errors) {
        let mut lower = Vec::new();
        for base in self.base.iter().flatten() {
            match named_over(&lower, &base.value()) {
                Ok(reference) => lower.push(reference),
                Err(message) => errors.at(Rule::UnknownReference, base.span(), message),
            }
        }
    }

    /// The entries of `only` that are codes, each as it is written.
    pub(crate) fn only_codes(&self) -> Vec<String> {
        let mut codes = Vec::new();
        for entry in self.only.iter().flatten() {
            if let Pick::Text(text) = &entry.pick {
                for code in text.split(',') {
                    codes.push(code.trim().to_owned());
                }
            }
        }
        codes
    }

    /// What all codes begin with that `only` keeps, if it is one prefix.
    pub(crate) fn only_prefix(&self) -> Option<String> {
        match self.only_codes().as_slice() {
            [one] => Some(Reading::new(one)).filter(|reading| reading.is_prefix).map(|reading| reading.text),
            _ => None,
        }
    }

    /// Where `only` selects by a column.
    pub(super) fn cells_of_only(&self) -> Vec<Span> {
        let mut spans = Vec::new();
        for entry in self.only.iter().flatten() {
            if matches!(entry.pick, Pick::Cell { .. }) {
                spans.push(entry.span);
            }
        }
        spans
    }

    /// Whether names in code are cells exactly as written.
    pub(crate) fn is_verbatim(&self) -> bool {
        self.verbatim.is_some()
    }

    /// The table request, as far as these words determine it.
    pub(crate) fn wanted(&self, code: CodeType) -> Wanted {
        let value = |text: &LitStr| text.value();
        Wanted {
            base: self.references(),
            dialect: self.dialect(),
            only: picks(self.only.as_ref()),
            skip: picks(self.skip.as_ref()),
            names: self.names.as_ref().map(value),
            // Without a file it is a finding of its own.
            verbatim: self.is_verbatim() && self.csv.is_some(),
            duplicates: self.duplicates.as_ref().map(|duplicates| match duplicates.value().as_str() {
                "first" => Duplicates::First,
                _ => Duplicates::Alias,
            }),
            reserved: self.reserved.as_ref().map(value),
            required: self.required.iter().flatten().map(|name| name.unraw().to_string()).collect(),
            allow: self.allow.iter().flatten().map(|(rule, _)| *rule).collect(),
            radix: self.radix.is_some(),
            notation: self.notation.as_ref().map(|notation| match notation.value().as_str() {
                "hex" => NotationWord::Hex,
                _ => NotationWord::Decimal,
            }),
            link: self.link.as_ref().map(value),
            languages: self.languages().unwrap_or_default(),
            ..Wanted::by_headers(code)
        }
    }

    /// `languages(…)`, if it is given.
    pub(crate) fn languages(&self) -> Option<Vec<String>> {
        self.languages.as_ref().map(|languages| texts(languages))
    }

    /// How the file is written.
    pub(crate) fn dialect(&self) -> Dialect {
        Dialect {
            delimiter: self.delimiter,
            headers: self.headers.as_ref().map(|headers| texts(headers)),
            header_line: self.header_line,
            escape: self.escape,
            quote: self.quote,
            empty: self.empty.as_ref().map(|empty| texts(empty)).unwrap_or_default(),
        }
    }

    /// Whether codes are hexadecimal without `0x`.
    pub(crate) fn has_radix(&self) -> bool {
        self.radix.is_some()
    }

    /// The code type that the user wrote, if the table's codes can have it.
    pub(crate) fn code_type(&self, written: &Type, errors: &mut Errors) -> Option<CodeType> {
        let code = code_type(written, errors)?;
        if let Some(reference) = self.reference().filter(|reference| !reference.fits(code)) {
            errors.at(Rule::CodeType, written.span(), reference.misfit(code));
            return None;
        }
        Some(code)
    }
}

fn texts(literals: &[LitStr]) -> Vec<String> {
    let mut texts = Vec::new();
    for literal in literals {
        texts.push(literal.value());
    }
    texts
}

fn picks(entries: Option<&Vec<PickEntry>>) -> Vec<Pick> {
    let mut picks = Vec::new();
    for entry in entries.into_iter().flatten() {
        picks.push(entry.pick.clone());
    }
    picks
}

/// The code type that the user wrote.
pub(crate) fn code_type(written: &Type, errors: &mut Errors) -> Option<CodeType> {
    let name = path_ident(written).map(ToString::to_string).unwrap_or_default();
    match (IntType::named(&name), name.as_str()) {
        (Some(int), _) => Some(CodeType::Int(int)),
        (None, "str") => Some(CodeType::Text),
        _ => {
            let hint = match meant_code_type(written) {
                Some(meant) if width_hint(&name).is_empty() => format!("; write {meant}"),
                _ => width_hint(&name).to_owned(),
            };
            errors.at(Rule::CodeType, written.span(), format!("codes are {CODE_TYPES}{hint}"));
            None
        }
    }
}

/// The code type that was probably meant by something that is not one.
pub(crate) fn meant_code_type(written: &Type) -> Option<CodeType> {
    let name = match ungrouped(written) {
        Type::Paren(paren) => return meant_code_type(&paren.elem),
        Type::Reference(reference) => return meant_code_type(&reference.elem),
        ty => path_ident(ty)?.to_string(),
    };
    let (signed, bits) = match name.as_str() {
        "str" | "String" => return Some(CodeType::Text),
        "usize" | "u128" => (false, 64),
        "isize" | "i128" => (true, 64),
        _ => return IntType::named(&name).map(CodeType::Int),
    };
    Some(CodeType::Int(IntType { signed, bits }))
}

/// The reference of that name, if it can be laid over the others.
fn named_over(lower: &[&'static Reference], name: &str) -> Result<&'static Reference, String> {
    let Some(reference) = Reference::named(name) else {
        let names = REFERENCES.iter().map(|reference| reference.name);
        let hint = match name::closest(name, names.clone()) {
            Some(close) => format!("did you mean {close:?}?"),
            None => format!("they are {}", names.map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ")),
        };
        return Err(format!("there is no reference table {name:?}; {hint}"));
    };
    if lower.contains(&reference) {
        return Err(format!("{name:?} is given twice; keep one"));
    }
    lower.first().and_then(|lowest| reference.clash(lowest)).map_or(Ok(reference), Err)
}

/// The types that codes can have.
pub(crate) const CODE_TYPES: &str = "u8, u16, u32, u64, i8, i16, i32, i64 or str";

/// Why an integer type is not among them.
pub(crate) fn width_hint(name: &str) -> &'static str {
    match name {
        "usize" | "isize" => "; its range differs between targets",
        "u128" | "i128" => "; the widest is 64 bits",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use syn::parse::Parser;

    use super::*;
    use crate::attr::{CodeError, Entry, Place, Words, separated};

    fn read(text: &str) -> TableWords {
        let mut errors = Errors::default();
        let entries = separated::<Entry>.parse_str(text).unwrap();
        let words = Words::read(entries, Place::Table, &mut errors);
        assert_eq!(errors.len(), 0, "{text}");
        words.table
    }

    #[test]
    fn a_table_is_wanted_as_its_words_say() {
        let code = CodeType::Int(IntType { signed: false, bits: 16 });
        let plain = read("csv = \"t.csv\"").wanted(code);
        assert!(plain.base.is_empty() && plain.only.is_empty() && plain.skip.is_empty() && plain.names.is_none());
        assert!(plain.duplicates.is_none() && !plain.radix && plain.notation.is_none() && plain.link.is_none());
        assert_eq!((plain.code, plain.dialect.delimiter, plain.dialect.header_line), (code, None, None));
        let all = read(
            "csv(\"t.csv\", headers(\"code\", \"reason\"), header_line = 3, delimiter = ';', quote = '\\'', escape = '\\\\', \
             radix = 16, empty(\"-\", \"N/A\")), base(\"http\", \"nginx\"), only(\"4xx\", \"Model\" = \"A\"), \
             skip(\"Unassigned\", \"State\" = \"\"), names = \"E{code}\", link = \"https://a.b/{code}\", notation = \"hex\", \
             duplicates = \"first\", verbatim, reserved = \"59\", required(definition, r#tips), allow(look_alike)",
        )
        .wanted(code);
        assert_eq!(all.base.iter().map(|reference| reference.name).collect::<Vec<_>>(), ["http", "nginx"]);
        let cell = |header: &str, cell: &str| Pick::Cell { header: header.to_owned(), cell: cell.to_owned() };
        assert_eq!((all.only, all.names.as_deref()), (vec!["4xx".into(), cell("Model", "A")], Some("E{code}")));
        assert_eq!(all.skip, ["Unassigned".into(), cell("State", "")]);
        assert_eq!((all.link.as_deref(), all.reserved.as_deref()), (Some("https://a.b/{code}"), Some("59")));
        assert_eq!(
            (all.required, all.allow),
            (vec!["definition".to_owned(), "tips".to_owned()], vec![Rule::LookAlike])
        );
        assert!(all.verbatim && all.duplicates == Some(Duplicates::First));
        assert!(all.radix && matches!(all.notation, Some(NotationWord::Hex)));
        let Dialect { delimiter, headers, header_line, escape, quote, empty } = all.dialect;
        assert_eq!((delimiter, header_line, escape, quote), (Some(b';'), Some(3), Some(b'\\'), Some(b'\'')));
        assert_eq!(empty, ["-", "N/A"]);
        assert_eq!(headers, Some(vec!["code".to_owned(), "reason".to_owned()]));
        let decimal = read("csv = \"t.csv\", notation = \"decimal\"").wanted(code);
        assert!(matches!(decimal.notation, Some(NotationWord::Decimal)));
    }

    #[test]
    fn a_type_that_no_code_has_is_understood_all_the_same() {
        let types = "codes are u8, u16, u32, u64, i8, i16, i32, i64 or str";
        let cases = [
            ("u8", Some("u8"), ""),
            ("str", Some("str"), ""),
            ("usize", Some("u64"), "; its range differs between targets"),
            ("isize", Some("i64"), "; its range differs between targets"),
            ("u128", Some("u64"), "; the widest is 64 bits"),
            ("i128", Some("i64"), "; the widest is 64 bits"),
            ("String", Some("str"), "; write str"),
            ("&'static str", Some("str"), "; write str"),
            ("(i32)", Some("i32"), "; write i32"),
            ("(&u8)", Some("u8"), "; write u8"),
            ("f32", None, ""),
            ("char", None, ""),
            ("Vec<u8>", None, ""),
            ("<u8 as Own>::u16", None, ""),
            ("<u8>::u16", None, ""),
            ("::u16", None, ""),
        ];
        for (written, meant, hint) in cases {
            let ty: Type = syn::parse_str(written).unwrap();
            assert_eq!(meant_code_type(&ty).map(|code| code.to_string()).as_deref(), meant, "{written}");
            let mut errors = Errors::default();
            let code = code_type(&ty, &mut errors);
            let said: Vec<String> = errors.into_vec().iter().map(CodeError::message).collect();
            match code {
                Some(code) => assert_eq!((Some(code.to_string().as_str()), said.len()), (meant, 0), "{written}"),
                None => assert_eq!(said, [format!("{types}{hint}")], "{written}"),
            }
        }
    }

    /// Findings about an entry are at the entry.
    #[test]
    fn an_entry_is_where_it_is_written() {
        let text = "csv(\"t.csv\", empty(\"-\", \"?\")), only(\"1\", \"A\" = \"b\"), skip(\"C\" = \"d\"), required(tips), \
                    allow(look_alike), base(\"http\", \"nginx\"), reserved = \"7\"";
        let words = read(text);
        for (word, entry, written) in [
            ("only", 0, "\"1\""),
            ("only", 1, "\"A\""),
            ("skip", 0, "\"C\""),
            ("empty", 1, "\"?\""),
            ("required", 0, "tips"),
            ("allow", 0, "look_alike"),
            ("base", 1, "\"nginx\""),
            ("reserved", 0, "\"7\""),
            ("only", 9, "(\"1\", \"A\" = \"b\")"),
        ] {
            let span = words.span_of_entry(word, entry).unwrap();
            assert_eq!(&text[span.start().column..span.end().column], written, "{word} {entry}");
        }
        assert!(words.span_of_entry("names", 0).is_none());
        let path = words.span_of("csv").unwrap();
        assert_eq!(&text[path.start().column..path.end().column], "\"t.csv\"");
    }
}
