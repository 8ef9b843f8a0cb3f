//! What a user would write instead of our macro, for the same table.

use std::fmt::Write;

use status_docs_tests::generate::{CLASSES, Row, Table};

/// The peer's macro on the same file: an enum and two matches.
pub fn with_csv_codegen(table: &Table, file: &str) -> String {
    let code = table.code_type();
    format!(
        r#"//! A table.
csv_codegen::csv_template!("{file}", {{
    /// Faults.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[repr({code})]
    pub enum Fault {{
        #each {{ #[doc = #("{{definition}}")] #Type({{name}}) = #({{code}}_{code}), }}
    }}
    impl Fault {{
        /// By code.
        pub fn from_code(code: {code}) -> Option<Self> {{
            match code {{
                #each {{ #({{code}}_{code}) => Some(Self::#Type({{name}})), }}
                _ => None,
            }}
        }}
        /// Its phrase.
        pub fn reason(self) -> &'static str {{
            match self {{
                #each {{ Self::#Type({{name}}) => #("{{reason}}"), }}
            }}
        }}
    }}
}});
"#
    )
}

/// What is written by hand today: an enum, derives, a match for each column.
pub fn by_hand(table: &Table) -> String {
    let code = table.code_type();
    let mut source = String::from("//! A table.\n");
    let mut class = String::new();
    for name in CLASSES {
        let _ = write!(class, "/// A class.\n{name},");
    }
    let derive = "#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]";
    let _ = write!(source, "/// Classes.\n{derive}\npub enum FaultClass {{ {class} }}\n/// Faults.\n{derive}\n");
    let _ = writeln!(source, "#[repr({code})]\npub enum Fault {{");
    for row in &table.rows {
        let Row { code, name, reason, definition, tips, .. } = row;
        let _ = writeln!(source, "/// **{code} {reason}** — {definition}\n///\n/// **Tips:** {tips}");
        let _ = writeln!(source, "#[doc(alias = \"{code}\")]\n{name} = {code},");
    }
    source.push_str("}\nimpl Fault {\n");
    list_all(table, &mut source);
    let text = "&'static str";
    method(table, &mut source, "name", text, |row| format!("{:?}", row.name));
    method(table, &mut source, "reason", text, |row| format!("{:?}", row.reason));
    method(table, &mut source, "definition", text, |row| format!("{:?}", row.definition));
    method(table, &mut source, "tips", "Option<&'static str>", |row| some(&format!("{:?}", row.tips)));
    method(table, &mut source, "reference", "Option<&'static str>", |row| some(&format!("{:?}", row.reference)));
    method(table, &mut source, "class", "FaultClass", |row| format!("FaultClass::{}", row.class));
    method(table, &mut source, "retry", "Option<u32>", |row| some(&row.retry));
    lookup(table, &mut source, "from_code", code, |row| row.code.clone());
    lookup(table, &mut source, "from_reason", "&str", |row| {
        let alias = if row.alias.is_empty() { String::new() } else { format!(" | {:?}", row.alias) };
        format!("{:?}{alias}", row.reason)
    });
    lookup(table, &mut source, "from_name", "&str", |row| format!("{:?}", row.name));
    let _ = write!(source, "/// Its code.\npub const fn code(self) -> {code} {{ self as {code} }}\n}}\n");
    source.push_str(BY_HAND_IMPLS);
    source
}

fn list_all(table: &Table, source: &mut String) {
    source.push_str("/// All.\npub const ALL: &'static [Self] = &[");
    for row in &table.rows {
        let _ = write!(source, "Self::{},", row.name);
    }
    source.push_str("];\n");
}

fn method(table: &Table, source: &mut String, name: &str, result: &str, value: impl Fn(&Row) -> String) {
    let _ = writeln!(source, "/// Its {name}.\npub const fn {name}(self) -> {result} {{ match self {{");
    for row in &table.rows {
        let _ = writeln!(source, "Self::{} => {},", row.name, value(row));
    }
    source.push_str("} }\n");
}

fn lookup(table: &Table, source: &mut String, name: &str, key: &str, pattern: impl Fn(&Row) -> String) {
    let _ = writeln!(source, "/// A lookup.\npub fn {name}(key: {key}) -> Option<Self> {{ match key {{");
    for row in &table.rows {
        let _ = writeln!(source, "{} => Some(Self::{}),", pattern(row), row.name);
    }
    source.push_str("_ => None } }\n");
}

const BY_HAND_IMPLS: &str = r#"
impl core::fmt::Display for Fault {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} {}", self.code(), self.reason())
    }
}
impl core::str::FromStr for Fault {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        text.parse().ok().and_then(Self::from_code).or_else(|| Self::from_name(text))
            .or_else(|| Self::from_reason(text)).ok_or(())
    }
}
"#;

fn some(value: &str) -> String {
    if value.is_empty() || value == "\"\"" { "None".to_owned() } else { format!("Some({value})") }
}
