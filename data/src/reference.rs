//! The reference tables: one CSV and one value each.

use std::fmt;

use crate::code::{CodeType, IntType};

/// A table of codes that is embedded in this crate, by the name that `base = "…"` takes.
pub struct Reference {
    /// What `base = "…"` takes.
    pub name: &'static str,
    /// What findings call its file.
    pub file: &'static str,
    /// What sentences call it: `the HTTP reference`.
    pub title: &'static str,
    /// What its codes are called: `an HTTP status code`.
    pub code_title: &'static str,
    /// The type of its codes.
    pub code: IntType,
    /// The least and the greatest code that a table laid over it may have.
    pub codes: (i128, i128),
    /// The class of a code, where it follows from the code; such a table needs no class of its own, and can
    /// neither add one nor move a code.
    pub class_of: Option<fn(i128) -> Option<&'static str>>,
    /// The type of the runtime crate that has these classes.
    pub class_name: Option<&'static str>,
    /// The enum that the runtime crate has of it.
    pub enum_name: Option<&'static str>,
    /// The CSV.
    pub bytes: &'static [u8],
}

const U16: IntType = IntType { signed: false, bits: 16 };

/// All references. The first one is what a request without a table means.
pub static REFERENCES: &[Reference] = &[Reference {
    name: "http",
    file: "http.csv",
    title: "the HTTP reference",
    code_title: "an HTTP status code",
    code: U16,
    codes: (100, 999),
    class_of: Some(http_class),
    class_name: Some("StatusClass"),
    enum_name: Some("HttpStatus"),
    bytes: include_bytes!("../http.csv"),
}];

impl Reference {
    /// The reference of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        REFERENCES.iter().find(|reference| reference.name == name)
    }

    /// Whether a code type holds all its codes.
    pub fn fits(&self, code: CodeType) -> bool {
        let (least, greatest) = self.codes;
        matches!(code, CodeType::Int(int) if int.min() <= least && int.max() >= greatest)
    }

    /// Whether a code is one that a table laid over it may have.
    pub fn has(&self, code: i128) -> bool {
        (self.codes.0..=self.codes.1).contains(&code)
    }

    /// Why a code type cannot be that of its codes.
    pub fn misfit(&self, code: CodeType) -> String {
        let (least, greatest) = self.codes;
        format!("{code} cannot hold the codes of {} ({least} to {greatest}); write {}", self.title, self.code)
    }
}

/// The class of an HTTP status code as the embedded table writes it. RFC 9110, section 15, has clients treat codes
/// from 600 on as server errors.
fn http_class(code: i128) -> Option<&'static str> {
    match code {
        100..=199 => Some("Informational"),
        200..=299 => Some("Success"),
        300..=399 => Some("Redirection"),
        400..=499 => Some("Client Error"),
        500..=999 => Some("Server Error"),
        _ => None,
    }
}

impl PartialEq for Reference {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Reference {}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reference({})", self.name)
    }
}

/// Whose a file, a row or a cell is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// The user's own.
    #[default]
    Own,
    /// A reference's.
    Reference(&'static Reference),
}

impl Origin {
    /// Whether it is the user's.
    pub fn is_own(self) -> bool {
        self == Self::Own
    }
}
