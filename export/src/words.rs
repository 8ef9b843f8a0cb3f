//! What the page itself says, language by language. A language begins here.

/// The page's own words in one language: complete by its type.
pub(crate) struct Words {
    /// Its tag.
    pub(crate) lang: &'static str,
    pub(crate) skip: &'static str,
    pub(crate) search: &'static str,
    pub(crate) placeholder: &'static str,
    pub(crate) sort_by: &'static str,
    pub(crate) table_order: &'static str,
    pub(crate) last_first: &'static str,
    /// After one.
    pub(crate) code: &'static str,
    /// After any other number.
    pub(crate) codes: &'static str,
    /// Whether none is counted as one is.
    pub(crate) is_none_singular: bool,
    /// `{found}` and `{all}`.
    pub(crate) of: &'static str,
    /// The same, if nothing has all that was typed.
    pub(crate) closest: &'static str,
    /// `{query}`.
    pub(crate) none: &'static str,
    pub(crate) clear: &'static str,
    pub(crate) copy: &'static str,
    pub(crate) copied: &'static str,
    /// In a list of values: any of them.
    pub(crate) all: &'static str,
    pub(crate) also: &'static str,
    pub(crate) deprecated: &'static str,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    pub(crate) from: &'static str,
    pub(crate) over: &'static str,
    pub(crate) report: &'static str,
    /// The page of a code.
    pub(crate) page: &'static str,
    /// Before the type that answers for a variant.
    pub(crate) answers_as: &'static str,
    /// A list of tables.
    pub(crate) tables: &'static str,
    /// Of the texts.
    pub(crate) language: &'static str,
}

/// The languages that the page speaks.
pub(crate) const LANGUAGES: [Words; 4] = [
    Words {
        lang: "en",
        skip: "Skip to the codes",
        search: "Search",
        placeholder: "Code, phrase or words of the text",
        sort_by: "Sort by",
        table_order: "table order",
        last_first: "Last first",
        code: "code",
        codes: "codes",
        is_none_singular: false,
        of: "{found} of {all}",
        closest: "closest: {found} of {all}",
        none: "No code matches \u{201c}{query}\u{201d}.",
        clear: "Clear the search",
        copy: "Copy",
        copied: "Copied",
        all: "all",
        also: "also:",
        deprecated: "Deprecated",
        yes: "yes",
        no: "no",
        from: "from",
        over: "over",
        report: "Report a mistake in this row",
        page: "Page",
        answers_as: "answers as",
        tables: "Tables",
        language: "Language",
    },
    Words {
        lang: "de",
        skip: "Zu den Codes",
        search: "Suche",
        placeholder: "Code, Bezeichnung oder W\u{f6}rter aus dem Text",
        sort_by: "Sortieren nach",
        table_order: "Reihenfolge der Tabelle",
        last_first: "Absteigend",
        code: "Code",
        codes: "Codes",
        is_none_singular: false,
        of: "{found} von {all}",
        closest: "am n\u{e4}chsten: {found} von {all}",
        none: "Kein Code passt zu \u{201e}{query}\u{201c}.",
        clear: "Suche l\u{f6}schen",
        copy: "Kopieren",
        copied: "Kopiert",
        all: "alle",
        also: "auch:",
        deprecated: "Veraltet",
        yes: "ja",
        no: "nein",
        from: "aus",
        over: "\u{fc}ber",
        report: "Fehler in dieser Zeile melden",
        page: "Seite",
        answers_as: "antwortet als",
        tables: "Tabellen",
        language: "Sprache",
    },
    Words {
        lang: "fr",
        skip: "Aller aux codes",
        search: "Recherche",
        placeholder: "Code, libell\u{e9} ou mots du texte",
        sort_by: "Trier par",
        table_order: "ordre du tableau",
        last_first: "Ordre d\u{e9}croissant",
        code: "code",
        codes: "codes",
        is_none_singular: true,
        of: "{found} sur {all}",
        closest: "le plus proche\u{a0}: {found} sur {all}",
        none: "Aucun code ne correspond \u{e0} \u{ab}\u{a0}{query}\u{a0}\u{bb}.",
        clear: "Effacer la recherche",
        copy: "Copier",
        copied: "Copi\u{e9}",
        all: "tous",
        also: "aussi\u{a0}:",
        deprecated: "Obsol\u{e8}te",
        yes: "oui",
        no: "non",
        from: "de",
        over: "sur",
        report: "Signaler une erreur dans cette ligne",
        page: "Page",
        answers_as: "r\u{e9}pond comme",
        tables: "Tableaux",
        language: "Langue",
    },
    Words {
        lang: "es",
        skip: "Ir a los c\u{f3}digos",
        search: "Buscar",
        placeholder: "C\u{f3}digo, descripci\u{f3}n o palabras del texto",
        sort_by: "Ordenar por",
        table_order: "orden de la tabla",
        last_first: "Orden descendente",
        code: "c\u{f3}digo",
        codes: "c\u{f3}digos",
        is_none_singular: false,
        of: "{found} de {all}",
        closest: "lo m\u{e1}s parecido: {found} de {all}",
        none: "Ning\u{fa}n c\u{f3}digo coincide con \u{ab}{query}\u{bb}.",
        clear: "Borrar la b\u{fa}squeda",
        copy: "Copiar",
        copied: "Copiado",
        all: "todos",
        also: "tambi\u{e9}n:",
        deprecated: "Obsoleto",
        yes: "s\u{ed}",
        no: "no",
        from: "de",
        over: "sobre",
        report: "Informar de un error en esta fila",
        page: "P\u{e1}gina",
        answers_as: "responde como",
        tables: "Tablas",
        language: "Idioma",
    },
];

impl Words {
    /// Those of a language, of its region or not: English, if the page speaks none of it.
    pub(crate) fn of(tag: &str) -> &'static Self {
        const ENGLISH: &Words = &LANGUAGES[0];
        Self::known(tag).unwrap_or(ENGLISH)
    }

    pub(crate) fn known(tag: &str) -> Option<&'static Self> {
        let language = tag.split('-').next().unwrap_or(tag);
        LANGUAGES.iter().find(|words| words.lang.eq_ignore_ascii_case(language))
    }

    /// `62 codes`, or `1 code`.
    pub(crate) fn count(&self, codes: usize) -> String {
        let is_one = codes == 1 || (codes == 0 && self.is_none_singular);
        format!("{codes} {}", if is_one { self.code } else { self.codes })
    }

    /// A truth value.
    pub(crate) fn answer(&self, value: bool) -> &'static str {
        if value { self.yes } else { self.no }
    }
}
