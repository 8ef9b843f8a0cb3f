//! Tables of any size, for tests that need large ones: every role, a typed column, and most cells filled. The same
//! number of rows gives the same text every time.

use std::fmt::Write;

/// How the codes of a generated table are distributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codes {
    /// Ascending in runs of twenty with gaps between them, as tables number by subject; within `u16` up to 20,000 rows.
    Runs,
    /// Scattered in no order over the whole range of `u32`: the worst case for the compiler, which looks up each
    /// discriminant that does not follow from the one before.
    Scattered,
    /// Texts of five letters and digits.
    Text,
}

/// A generated table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<Row>,
    codes: Codes,
}

/// One row of it, cell by cell.
#[derive(Clone, Debug)]
pub struct Row {
    /// The code as it is written.
    pub code: String,
    /// The variant.
    pub name: String,
    /// The phrase.
    pub reason: String,
    /// What it means.
    pub definition: String,
    /// What to do; half of the rows have it.
    pub tips: String,
    /// A URL; a third of the rows has one.
    pub reference: String,
    /// One of [`CLASSES`].
    pub class: &'static str,
    /// Another phrase; a fourth of the rows has one.
    pub alias: String,
    /// The typed column, an `Option<u32>`; a fifth of the rows has it.
    pub retry: String,
}

const SUBJECTS: [&str; 8] = ["Door", "Camera", "Reader", "Relay", "Battery", "Tamper Switch", "Network Link", "Siren"];
const FAULTS: [&str; 8] =
    ["was forced", "does not answer", "is low", "was lost", "is blocked", "has failed", "was reset", "is overloaded"];
const NAMES: [&str; 8] = ["Forced", "Mute", "Low", "Lost", "Blocked", "Failed", "Reset", "Overloaded"];
/// The classes.
pub const CLASSES: [&str; 4] = ["Notice", "Warning", "Fault", "Alarm"];

impl Table {
    /// A table of this many rows.
    #[must_use]
    pub fn of(rows: usize, codes: Codes) -> Self {
        Self { rows: (0..rows).map(|index| Row::of(index, codes)).collect(), codes }
    }

    /// The file that a team would keep.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut csv = String::from("code,name,reason,definition,tips,reference,class,aliases,retry\n");
        for row in &self.rows {
            let Row { code, name, reason, definition, tips, reference, class, alias, retry } = row;
            let _ = writeln!(csv, "{code},{name},{reason},{definition},{tips},{reference},{class},{alias},{retry}");
        }
        csv
    }

    /// The type of its codes.
    #[must_use]
    pub fn code_type(&self) -> &'static str {
        match self.codes {
            Codes::Runs if self.rows.len() <= 20_000 => "u16",
            Codes::Runs | Codes::Scattered => "u32",
            Codes::Text => "str",
        }
    }

    /// Our macro on the file. With `is_dropped` the compiler throws away all that it emits.
    #[must_use]
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
}

impl Row {
    fn of(index: usize, codes: Codes) -> Self {
        let (subject, fault) = (SUBJECTS[index % 8], FAULTS[index / 8 % 8]);
        let class = CLASSES[index % 4];
        let number = u32::try_from(index).expect("not that many rows");
        let code = match codes {
            Codes::Runs => (100 + index / 20 * 32 + index % 20).to_string(),
            // An odd factor is a permutation of all u32.
            Codes::Scattered => number.wrapping_mul(0x9E37_79B1).to_string(),
            Codes::Text => format!("{}{:04X}", char::from(b'G' + u8::try_from(index % 16).expect("small")), index / 16),
        };
        let is_some = |share: usize, text: String| match index % share {
            0 => text,
            _ => String::new(),
        };
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
