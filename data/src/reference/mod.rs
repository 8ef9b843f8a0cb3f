//! The reference tables: one CSV and one value each.

use std::fmt;

use crate::code::{CodeType, IntType};
use crate::role::Role;

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
    /// The reference that it adds codes to.
    pub adds_to: Option<&'static str>,
    /// The role whose answers its codes are: those of HTTP's reference are the statuses themselves.
    pub answers: Option<Role>,
    /// The CSV.
    pub bytes: &'static [u8],
}

const U8: IntType = IntType { signed: false, bits: 8 };
const U16: IntType = IntType { signed: false, bits: 16 };

/// All references. The first one is what a request without a table means.
pub static REFERENCES: &[Reference] = &[
    HTTP,
    Reference {
        name: "grpc",
        answers: Some(Role::Grpc),
        file: "grpc.csv",
        title: "the gRPC reference",
        code_title: "a gRPC status code",
        code: U8,
        codes: (0, 16),
        class_of: None,
        class_name: None,
        enum_name: None,
        adds_to: None,
        bytes: include_bytes!("../../grpc.csv"),
    },
    Reference {
        name: "websocket",
        answers: None,
        file: "websocket.csv",
        title: "the WebSocket reference",
        code_title: "a WebSocket close code",
        code: U16,
        codes: (1000, 4999),
        class_of: Some(websocket_class),
        class_name: None,
        enum_name: None,
        adds_to: None,
        bytes: include_bytes!("../../websocket.csv"),
    },
    Reference {
        name: "exit",
        answers: Some(Role::Exit),
        file: "exit.csv",
        title: "the exit code reference",
        code_title: "an exit code",
        code: U8,
        codes: (0, 255),
        class_of: Some(exit_class),
        class_name: None,
        enum_name: None,
        adds_to: None,
        bytes: include_bytes!("../../exit.csv"),
    },
    Reference {
        name: "nginx",
        file: "nginx.csv",
        title: "the nginx reference",
        bytes: include_bytes!("../../nginx.csv"),
        ..ADDED_TO_HTTP
    },
    Reference {
        name: "cloudflare",
        file: "cloudflare.csv",
        title: "the Cloudflare reference",
        bytes: include_bytes!("../../cloudflare.csv"),
        ..ADDED_TO_HTTP
    },
    Reference {
        name: "iis",
        file: "iis.csv",
        title: "the IIS reference",
        bytes: include_bytes!("../../iis.csv"),
        ..ADDED_TO_HTTP
    },
    Reference {
        name: "aws-elb",
        file: "aws-elb.csv",
        title: "the AWS load balancer reference",
        bytes: include_bytes!("../../aws-elb.csv"),
        ..ADDED_TO_HTTP
    },
];

const HTTP: Reference = Reference {
    name: "http",
    answers: Some(Role::Http),
    file: "http.csv",
    title: "the HTTP reference",
    code_title: "an HTTP status code",
    code: U16,
    codes: (100, 999),
    class_of: Some(http_class),
    class_name: Some("StatusClass"),
    enum_name: Some("HttpStatus"),
    adds_to: None,
    bytes: include_bytes!("../../http.csv"),
};

/// What proxies and servers add to HTTP has the codes and classes of HTTP.
const ADDED_TO_HTTP: Reference = Reference { enum_name: None, adds_to: Some(HTTP.name), ..HTTP };

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

    /// Why it cannot be laid over another reference; `None` if it can, as they have the same kind of code.
    pub fn clash(&self, lower: &Self) -> Option<String> {
        let kind = |reference: &Self| reference.adds_to.unwrap_or(reference.name);
        (kind(self) != kind(lower)).then(|| {
            format!(
                "{} and {} cannot be one table: a code of one is {}, of the other {}",
                lower.title, self.title, lower.code_title, self.code_title
            )
        })
    }

    /// The reference whose codes a role's cells are, of a role that a bridge answers with.
    pub fn answering(role: Role) -> Option<&'static Self> {
        REFERENCES.iter().find(|reference| reference.answers == Some(role))
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

/// RFC 6455, section 7.4.2: who defines a close code. Those that no endpoint may send are a class of their own.
fn websocket_class(code: i128) -> Option<&'static str> {
    match code {
        1005 | 1006 | 1015 => Some("Local"),
        1000..=2999 => Some("Protocol"),
        3000..=3999 => Some("Registered"),
        4000..=4999 => Some("Private"),
        _ => None,
    }
}

/// Who gives an exit code its meaning.
fn exit_class(code: i128) -> Option<&'static str> {
    match code {
        0 => Some("Success"),
        64..=78 => Some("Sysexits"),
        126 | 127 => Some("Shell"),
        // 128 and the number of a signal, of which there are up to 64.
        129..=192 => Some("Signal"),
        1..=255 => Some("Failure"),
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

#[cfg(test)]
mod merge_tests;
#[cfg(test)]
mod tests;
