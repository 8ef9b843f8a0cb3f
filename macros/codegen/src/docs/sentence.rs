//! The sentences of types and methods: what they answer, and which column that is from.

use status_docs_data::{CodeType, Column, Role};

use super::{Cards, DocText, Docs, Origin, escape};

impl Docs<'_> {
    /// The first sentence of an enum that the user did not document.
    pub(crate) fn summary(&self) -> DocText {
        let (page, plain) = match self.origin {
            Origin::References => return format!("The status codes of {}.", self.references()).into(),
            Origin::Overlay => (
                format!("The status codes of {}, with what {} says about them.", self.references(), self.file),
                format!("The status codes of {}, with what a table says about them.", self.references()),
            ),
            Origin::File => (format!("The status codes of {}.", self.file), "The status codes of a table.".to_owned()),
        };
        DocText { page, other: (self.cards == Cards::Plain).then_some(plain) }
    }

    /// `the HTTP reference, the nginx reference and the Cloudflare reference`
    fn references(&self) -> String {
        let titles: Vec<&str> = self.table.base.iter().map(|reference| reference.title).collect();
        match titles.split_last() {
            Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
            _ => titles.concat(),
        }
    }

    /// What the method of a role answers, and where its texts come from.
    pub(crate) fn role(&self, role: Role) -> String {
        let sentence = match role {
            Role::Code => match self.table.code {
                CodeType::Int(_) if self.is_open => "The status code.",
                CodeType::Int(_) => "The status code, which is the variant\u{2019}s discriminant too.",
                CodeType::Text => "The status code, exactly as the table has it.",
            },
            Role::Name if self.is_open => "The name that the row has in code, or would have.",
            Role::Name => "The name of the variant.",
            Role::Reason => "The reason phrase.",
            Role::Definition => "What it means; `\"\"` where the table does not say.",
            Role::Tips => "What to do about it; `None` where the table does not say.",
            Role::Reference => "Where it is specified; `None` where the table does not say.",
            Role::Class => "The class it belongs to.",
            Role::Aliases => "Other phrases for it.",
            Role::Deprecated => {
                "Why it should not be used any more; `None` where the table gives no reason, or it may be."
            }
            Role::Http => "The HTTP status to answer with.",
            Role::Grpc => "The gRPC code to answer with.",
            Role::Exit => "The exit code of a program that ends with it.",
            Role::Message => "What it says, with names in braces where `message!` puts values in.",
        };
        // A table without this column has the other one, which takes its place.
        let origin = match role {
            Role::Reason if !self.table.has(role) => self.column_of(Role::Name),
            Role::Name => None,
            Role::Class if self.class_follows() => {
                let is_digit = self.table.reference().is_some_and(|reference| reference.class_name.is_some());
                Some(
                    if is_digit {
                        "It follows from the code\u{2019}s first digit."
                    } else {
                        "It follows from the code."
                    }
                    .to_owned(),
                )
            }
            _ => self.column_of(role),
        };
        origin.map_or_else(|| sentence.to_owned(), |origin| format!("{sentence}\n\n{origin}"))
    }

    fn column_of(&self, role: Role) -> Option<String> {
        Some(match self.origin {
            Origin::References => format!("From {}.", self.references()),
            Origin::Overlay => format!("From {} and, where that is silent, {}.", self.file, self.references()),
            Origin::File => {
                let header = self.table.header(role)?;
                format!("From the column \u{201c}{}\u{201d} of {}.", escape(header), self.file)
            }
        })
    }

    /// The sentence of a typed column's method.
    pub(crate) fn column(&self, column: &Column) -> String {
        let empty = if column.optional { "; `None` where the cell is empty" } else { "" };
        format!("The column \u{201c}{}\u{201d} of {}{empty}.", escape(&column.header), self.file)
    }

    /// Whether the class follows from the code and not from a cell.
    fn class_follows(&self) -> bool {
        self.table.reference().is_some_and(|reference| reference.class_of.is_some())
    }

    /// The sentence of the enum of the classes.
    pub(crate) fn classes(&self, header: &str) -> String {
        if self.class_follows() { format!("The classes of {}.", self.references()) } else { self.category(&[header]) }
    }

    /// The sentence of an enum whose variants are the cells of a column, or of several.
    pub(crate) fn category(&self, headers: &[&str]) -> String {
        let columns = if headers.len() == 1 { "column" } else { "columns" };
        let headers: Vec<String> = headers.iter().map(|header| format!("\u{201c}{}\u{201d}", escape(header))).collect();
        format!("The cells of the {columns} {} of {}.", headers.join(" and "), self.file)
    }

    /// The sentence of one of its variants.
    pub(crate) fn category_variant(text: &str, rows: usize) -> String {
        let rows = match rows {
            0 => "no row".to_owned(),
            1 => "1 row".to_owned(),
            _ => format!("{rows} rows"),
        };
        format!("**{}**, in {rows} of the table.", escape(text))
    }

    /// The sentence of the lookup by code.
    pub(crate) fn lookup(&self) -> String {
        let this = match self.table.code {
            CodeType::Int(_) => "this code",
            CodeType::Text => "exactly this code",
        };
        format!("The status with {this}; `None` if the table has no such row. In constant time.")
    }
}
