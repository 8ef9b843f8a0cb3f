//! Columns beside the code, the name, the phrase and the aliases: a random cell, and its expected answer.

use status_docs_tests::random::Random;

/// A column, and where it is among its table's.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    kind: Kind,
    index: usize,
    is_optional: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Definition,
    Tips,
    Reference,
    Class,
    /// What a program says, with the values `a` and `b`.
    Message,
    Bool,
    Int(Int),
    F32,
    F64,
    Char,
    Text,
    /// An enum that the macro emits.
    Open,
    /// The same, with its variants listed.
    Closed,
    /// An enum of the user's.
    Path,
}

/// An integer type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Int {
    pub(crate) name: &'static str,
    pub(crate) least: i128,
    pub(crate) greatest: i128,
}

/// All integer types.
pub(crate) const INTS: [Int; 8] = [
    Int { name: "u8", least: 0, greatest: u8::MAX as i128 },
    Int { name: "u16", least: 0, greatest: u16::MAX as i128 },
    Int { name: "u32", least: 0, greatest: u32::MAX as i128 },
    Int { name: "u64", least: 0, greatest: u64::MAX as i128 },
    Int { name: "i8", least: i8::MIN as i128, greatest: i8::MAX as i128 },
    Int { name: "i16", least: i16::MIN as i128, greatest: i16::MAX as i128 },
    Int { name: "i32", least: i32::MIN as i128, greatest: i32::MAX as i128 },
    Int { name: "i64", least: i64::MIN as i128, greatest: i64::MAX as i128 },
];

impl Int {
    /// A value, often one at the edge.
    pub(crate) fn value(self, random: &mut Random) -> i128 {
        let Self { least, greatest, .. } = self;
        match random.below(8) {
            0 => least,
            1 => greatest,
            2 => 0,
            3 => least + 1,
            4 => greatest - 1,
            5 => i128::from(random.bits() % 100),
            _ => least + i128::from(random.bits()) % (greatest - least + 1),
        }
    }
}

/// The variants of categories: as the cell has it, and as code has it.
const CATEGORIES: [(&str, &str); 4] = [("Low", "Low"), ("very high", "VeryHigh"), ("n/a - ok", "NAOk"), ("ok", "Ok")];
/// The variants whose cells equal their names.
const PLAIN: usize = 2;

/// Texts that a writer of code, Markdown, HTML or CSV has to escape.
const TEXTS: [&str; 20] = [
    "{}",
    "{0:?}",
    "\"quoted\"",
    "a, b",
    "semi; colon",
    "back\\slash",
    "`code`",
    "<b>bold</b>",
    "T\u{fc}r",
    "\u{65e5}\u{672c}",
    "\u{1f6aa}",
    "100%",
    "it's",
    "#1",
    "**star**",
    "[link](x)",
    "$x",
    "r#\"raw\"#",
    "// none",
    "&amp;",
];

/// A few texts, one after another.
pub(crate) fn text(random: &mut Random) -> String {
    let texts: Vec<&str> = (0..=random.below(3)).map(|_| *random.choose(&TEXTS)).collect();
    texts.join(" ")
}

impl Column {
    /// Some columns of a table.
    pub(crate) fn some(random: &mut Random) -> Vec<Self> {
        let roles = [Kind::Definition, Kind::Tips, Kind::Reference, Kind::Class, Kind::Message];
        let mut kinds: Vec<Kind> = roles.into_iter().filter(|_| random.below(2) == 0).collect();
        for _ in 0..random.below(6) {
            let int = Kind::Int(*random.choose(&INTS));
            let others =
                [Kind::Bool, Kind::F32, Kind::F64, Kind::Char, Kind::Text, Kind::Open, Kind::Closed, Kind::Path];
            kinds.push(if random.below(2) == 0 { int } else { *random.choose(&others) });
        }
        kinds
            .into_iter()
            .enumerate()
            .map(|(index, kind)| Self { kind, index, is_optional: random.below(2) == 0 })
            .collect()
    }

    fn is_role(&self) -> bool {
        matches!(self.kind, Kind::Definition | Kind::Tips | Kind::Reference | Kind::Class | Kind::Message)
    }

    /// The word that asks for it.
    pub(crate) fn word(&self) -> &'static str {
        if self.kind == Kind::Message { ", messages" } else { "" }
    }

    pub(crate) fn header(&self) -> String {
        match self.kind {
            Kind::Definition => "definition".to_owned(),
            Kind::Tips => "tips".to_owned(),
            Kind::Reference => "reference".to_owned(),
            Kind::Class => "class".to_owned(),
            Kind::Message => "message:en".to_owned(),
            _ => format!("Column {}", self.index),
        }
    }

    /// Its entry in the table's body; a role needs none. `table` makes the names of emitted enums unique.
    pub(crate) fn entry(&self, table: usize) -> String {
        if self.is_role() {
            return String::new();
        }
        let index = self.index;
        let ty = match self.kind {
            Kind::Int(int) => int.name.to_owned(),
            Kind::Bool => "bool".to_owned(),
            Kind::F32 => "f32".to_owned(),
            Kind::F64 => "f64".to_owned(),
            Kind::Char => "char".to_owned(),
            Kind::Open => format!("enum Open{table}x{index}"),
            Kind::Closed => {
                format!("enum Closed{table}x{index} {{ Low, VeryHigh, NAOk = \"n/a - ok\", Ok }}")
            }
            Kind::Path => "crate::Level".to_owned(),
            _ => "&str".to_owned(),
        };
        let ty = if self.is_optional { format!("Option<{ty}>") } else { ty };
        format!("column_{index}: {ty} = \"Column {index}\",\n")
    }

    /// How a program shows what the column answers for `status`.
    pub(crate) fn shown(&self) -> String {
        let index = self.index;
        match self.kind {
            Kind::Definition => "status.definition().to_owned()".to_owned(),
            Kind::Tips => "status.tips().unwrap_or(\"(none)\").to_owned()".to_owned(),
            Kind::Reference => "status.reference().unwrap_or(\"(none)\").to_owned()".to_owned(),
            Kind::Class => "status.class().as_str().to_owned()".to_owned(),
            Kind::Message => "{ let said = status.message(); \
                 format!(\"{} | {} | {:?}\", said.with(&[(\"a\", &1), (\"b\", &'x')]), said.text(), said.names()) }"
                .to_owned(),
            _ => {
                let value = match self.kind {
                    Kind::F32 | Kind::F64 => "value.to_bits().to_string()",
                    Kind::Open | Kind::Closed => "format!(\"{value:?} {}\", value.as_str())",
                    Kind::Path => "format!(\"{value:?}\")",
                    _ => "value.to_string()",
                };
                if self.is_optional {
                    format!("status.column_{index}().map_or(\"(none)\".to_owned(), |value| {value})")
                } else {
                    format!("{{ let value = status.column_{index}(); {value} }}")
                }
            }
        }
    }

    /// A cell, and the answer.
    pub(crate) fn cell(&self, random: &mut Random) -> (String, String) {
        let is_empty = random.below(5) == 0;
        let can_be_empty = self.is_optional || matches!(self.kind, Kind::Bool | Kind::Text);
        match self.kind {
            Kind::Definition if is_empty => (String::new(), String::new()),
            Kind::Tips | Kind::Reference if is_empty => (String::new(), "(none)".to_owned()),
            Kind::Definition | Kind::Tips if random.below(4) == 0 => {
                twice(format!("{}\n{}", text(random), text(random)))
            }
            Kind::Definition | Kind::Tips | Kind::Reference => twice(text(random)),
            Kind::Message => message(random),
            Kind::Class => twice((*random.choose(&["Client Error", "Notice", "T\u{2019}s own"])).to_owned()),
            _ if is_empty && can_be_empty => {
                let empty = if self.is_optional {
                    "(none)"
                } else if self.kind == Kind::Bool {
                    "false"
                } else {
                    ""
                };
                (String::new(), empty.to_owned())
            }
            kind => kind.cell(random),
        }
    }
}

/// A message, and what is said with `a = 1` and `b = 'x'`, as it is written, and the values that it shows.
fn message(random: &mut Random) -> (String, String) {
    let parts = [
        ("{a}", "1", "a"),
        ("{b}", "x", "b"),
        ("{ a }", "1", "a"),
        ("{{", "{", ""),
        ("}}", "}", ""),
        ("{{a}}", "{a}", ""),
        ("T\u{fc}r %s $a 'x' \"y\"", "T\u{fc}r %s $a 'x' \"y\"", ""),
        ("Held", "Held", ""),
        ("\u{a0}\u{3000}!", "\u{a0}\u{3000}!", ""),
    ];
    let (mut cell, mut said, mut names) = ("Says".to_owned(), "Says".to_owned(), Vec::new());
    for _ in 0..random.below(8) {
        let (written, shown, name) = *random.choose(&parts);
        cell.extend([" ", written]);
        said.extend([" ", shown]);
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    let answer = format!("{said} | {cell} | {names:?}");
    (cell, answer)
}

fn twice(text: String) -> (String, String) {
    (text.clone(), text)
}

impl Kind {
    fn cell(self, random: &mut Random) -> (String, String) {
        match self {
            Self::Bool => {
                let words = [
                    ("yes", true),
                    ("No", false),
                    ("TRUE", true),
                    ("false", false),
                    ("1", true),
                    ("0", false),
                    ("x", true),
                ];
                let (word, value) = *random.choose(&words);
                (word.to_owned(), value.to_string())
            }
            Self::Int(int) => {
                let value = int.value(random);
                let is_hex = value >= 0 && random.below(4) == 0;
                (if is_hex { format!("{value:#x}") } else { value.to_string() }, value.to_string())
            }
            Self::F32 => {
                let value = *random.choose(&[
                    0.0,
                    -1.5,
                    f32::MAX,
                    f32::MIN,
                    f32::MIN_POSITIVE,
                    1e-45,
                    0.1,
                    16_777_217.0,
                    1.0 / 3.0,
                ]);
                (
                    if random.below(2) == 0 { format!("{value:e}") } else { value.to_string() },
                    value.to_bits().to_string(),
                )
            }
            Self::F64 => {
                let value =
                    *random.choose(&[0.0, -1.5, f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324, 0.1, 1e23, 1.0 / 3.0]);
                (
                    if random.below(2) == 0 { format!("{value:e}") } else { value.to_string() },
                    value.to_bits().to_string(),
                )
            }
            Self::Char => twice(
                random.choose(&['a', '"', '\'', '\\', ',', '{', '\u{fc}', '\u{1f6aa}', '7', '`', '#']).to_string(),
            ),
            Self::Open | Self::Closed => {
                let (cell, name) = *random.choose(&CATEGORIES);
                (cell.to_owned(), format!("{name} {cell}"))
            }
            Self::Path => {
                let (cell, name) = CATEGORIES[random.below(PLAIN)];
                (cell.to_owned(), name.to_owned())
            }
            _ => twice(text(random)),
        }
    }
}
