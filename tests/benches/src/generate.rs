//! Tables of any size and the code that a user would write by hand for them. The same number of
//! rows gives the same text every time.

use std::fmt::Write;

/// How the codes of a generated table lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codes {
    /// Ascending in runs of twenty with gaps between them, as tables number their subjects; within
    /// `u16` up to 20,000 rows.
    Near,
    /// Over the whole range of `u32`.
    Far,
    /// Texts of five letters and digits.
    Text,
}

/// A generated table.
pub struct Table {
    /// Its rows.
    pub rows: Vec<Row>,
    codes: Codes,
}

/// One row of it.
pub struct Row {
    /// The code as it is written.
    pub code: String,
    /// The variant.
    pub name: String,
    /// The phrase.
    pub reason: String,
    definition: String,
    tips: String,
    reference: String,
    class: &'static str,
    alias: String,
    retry: String,
}

const SUBJECTS: [&str; 8] = ["Door", "Camera", "Reader", "Relay", "Battery", "Tamper Switch", "Network Link", "Siren"];
const FAULTS: [&str; 8] =
    ["was forced", "does not answer", "is low", "was lost", "is blocked", "has failed", "was reset", "is overloaded"];
const NAMES: [&str; 8] = ["Forced", "Mute", "Low", "Lost", "Blocked", "Failed", "Reset", "Overloaded"];
const CLASSES: [&str; 4] = ["Notice", "Warning", "Fault", "Alarm"];

impl Table {
    /// A table of so many rows.
    pub fn of(rows: usize, codes: Codes) -> Self {
        Self { rows: (0..rows).map(|index| Row::of(index, codes)).collect(), codes }
    }

    /// The file that a team would keep.
    pub fn csv(&self) -> String {
        let mut csv = String::from("code,name,reason,definition,tips,reference,class,aliases,retry\n");
        for row in &self.rows {
            let Row { code, name, reason, definition, tips, reference, class, alias, retry } = row;
            let _ = writeln!(csv, "{code},{name},{reason},{definition},{tips},{reference},{class},{alias},{retry}");
        }
        csv
    }

    fn code_type(&self) -> &'static str {
        match self.codes {
            Codes::Near if self.rows.len() <= 20_000 => "u16",
            Codes::Near | Codes::Far => "u32",
            Codes::Text => "str",
        }
    }

    /// Our macro on the file. With `is_dropped` the compiler throws away all that it emits.
    pub fn with_macro(&self, file: &str, is_dropped: bool) -> String {
        let dropped = if is_dropped { "#[cfg(any())]\n    " } else { "" };
        let code = self.code_type();
        format!(
            "//! A table.\n\
             status_docs::status_table! {{\n    \
                 {dropped}#[status(csv = \"{file}\")]\n    \
                 pub enum Fault: {code} {{ retry: Option<u32> }}\n\
             }}\n"
        )
    }

    /// The peer's macro on the same file: an enum and two matches.
    pub fn with_csv_codegen(file: &str) -> String {
        format!(
            r#"//! A table.
csv_codegen::csv_template!("{file}", {{
    /// Faults.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[repr(u16)]
    pub enum Fault {{
        #each {{ #[doc = #("{{definition}}")] #Type({{name}}) = #({{code}}_u16), }}
    }}
    impl Fault {{
        /// By code.
        pub fn from_code(code: u16) -> Option<Self> {{
            match code {{
                #each {{ #({{code}}_u16) => Some(Self::#Type({{name}})), }}
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
    pub fn by_hand(&self) -> String {
        let code = self.code_type();
        let mut source = String::from("//! A table.\n");
        let mut class = String::new();
        for name in CLASSES {
            let _ = write!(class, "/// A class.\n{name},");
        }
        let derive = "#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]";
        let _ = write!(source, "/// Classes.\n{derive}\npub enum FaultClass {{ {class} }}\n/// Faults.\n{derive}\n");
        let _ = writeln!(source, "#[repr({code})]\npub enum Fault {{");
        for row in &self.rows {
            let Row { code, name, reason, definition, tips, .. } = row;
            let _ = writeln!(source, "/// **{code} {reason}** — {definition}\n///\n/// **Tips:** {tips}");
            let _ = writeln!(source, "#[doc(alias = \"{code}\")]\n{name} = {code},");
        }
        source.push_str("}\nimpl Fault {\n");
        self.list_all(&mut source);
        let text = "&'static str";
        self.method(&mut source, "name", text, |row| format!("{:?}", row.name));
        self.method(&mut source, "reason", text, |row| format!("{:?}", row.reason));
        self.method(&mut source, "definition", text, |row| format!("{:?}", row.definition));
        self.method(&mut source, "tips", "Option<&'static str>", |row| some(&format!("{:?}", row.tips)));
        self.method(&mut source, "reference", "Option<&'static str>", |row| some(&format!("{:?}", row.reference)));
        self.method(&mut source, "class", "FaultClass", |row| format!("FaultClass::{}", row.class));
        self.method(&mut source, "retry", "Option<u32>", |row| some(&row.retry));
        self.lookup(&mut source, "from_code", code, |row| row.code.clone());
        self.lookup(&mut source, "from_reason", "&str", |row| {
            let alias = if row.alias.is_empty() { String::new() } else { format!(" | {:?}", row.alias) };
            format!("{:?}{alias}", row.reason)
        });
        self.lookup(&mut source, "from_name", "&str", |row| format!("{:?}", row.name));
        let _ = write!(source, "/// Its code.\npub const fn code(self) -> {code} {{ self as {code} }}\n}}\n");
        source.push_str(BY_HAND_IMPLS);
        source
    }

    fn list_all(&self, source: &mut String) {
        source.push_str("/// All.\npub const ALL: &'static [Self] = &[");
        for row in &self.rows {
            let _ = write!(source, "Self::{},", row.name);
        }
        source.push_str("];\n");
    }

    fn method(&self, source: &mut String, name: &str, result: &str, value: impl Fn(&Row) -> String) {
        let _ = writeln!(source, "/// Its {name}.\npub const fn {name}(self) -> {result} {{ match self {{");
        for row in &self.rows {
            let _ = writeln!(source, "Self::{} => {},", row.name, value(row));
        }
        source.push_str("} }\n");
    }

    fn lookup(&self, source: &mut String, name: &str, key: &str, pattern: impl Fn(&Row) -> String) {
        let _ = writeln!(source, "/// A lookup.\npub fn {name}(key: {key}) -> Option<Self> {{ match key {{");
        for row in &self.rows {
            let _ = writeln!(source, "{} => Some(Self::{}),", pattern(row), row.name);
        }
        source.push_str("_ => None } }\n");
    }
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

impl Row {
    fn of(index: usize, codes: Codes) -> Self {
        let (subject, fault) = (SUBJECTS[index % 8], FAULTS[index / 8 % 8]);
        let class = CLASSES[index % 4];
        let number = u32::try_from(index).expect("not that many rows");
        let code = match codes {
            Codes::Near => (100 + index / 20 * 32 + index % 20).to_string(),
            // An odd factor is a permutation of all u32.
            Codes::Far => number.wrapping_mul(0x9E37_79B1).to_string(),
            Codes::Text => format!("{}{:04X}", char::from(b'G' + u8::try_from(index % 16).expect("small")), index / 16),
        };
        let is_some = |share: usize, text: String| if index.is_multiple_of(share) { text } else { String::new() };
        Self {
            code,
            name: format!("{}{}{index}", subject.replace(' ', ""), NAMES[index / 8 % 8]),
            reason: format!("{subject} {index} {fault}"),
            definition: format!("The unit reports that the {} with number {index} {fault}.", subject.to_lowercase()),
            tips: is_some(2, format!("Check the wiring of unit {index} and restart the controller.")),
            reference: is_some(3, format!("https://support.example.org/faults/{index}")),
            class,
            alias: is_some(4, format!("{subject} trouble {index}")),
            retry: is_some(5, (index % 90 + 10).to_string()),
        }
    }
}
