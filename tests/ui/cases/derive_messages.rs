//! Each finding of a message is at its cell, and the arrow at the variant that lacks a value.

use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(csv = "tables/messages.csv", code = u16, display)]
enum Unread {
    Fine,
}

#[derive(StatusDocs)]
#[status(csv("tables/messages.csv"), code = u16, display, only = "1, 3, 7", languages("en", "de"))]
enum Lacking {
    Missing { id: u64 },
    Busy,
    #[status(7, message = "Waits {seconds}")]
    Waits(u32),
    #[status(7, message = "")]
    Empty,
}

#[derive(StatusDocs)]
#[status(csv = "tables/messages.csv", code = u16, display, messages, only = "6-7")]
enum Foreign {
    Old { id: u64 },
}

#[derive(StatusDocs)]
#[status(csv = "tables/messages.csv", code = u16, display, only = "7")]
enum Twice {
    #[error("fine")]
    Fine,
}

#[derive(StatusDocs)]
#[status(csv = "tables/messages.csv", code = u16, only = "7")]
enum Unasked {
    #[status(message = "Fine", values(a = 1))]
    Fine,
}

#[derive(StatusDocs)]
#[status(display)]
enum NoColumn {
    NotFound,
}

struct NoDisplay;

#[derive(StatusDocs)]
#[status(csv = "tables/messages.csv", code = u16, display, only = "7")]
enum Undisplayed {
    #[status(7, message = "{what} {0}")]
    Fine { what: NoDisplay },
}

#[derive(StatusDocs)]
#[status(csv = "tables/messages.csv", code = u16, display, only = "7")]
enum Shown {
    #[status(7, message = "{what}")]
    Fine { what: NoDisplay },
}

fn main() {
    // No follow-up: what is displayed is there.
    println!("{} {}", Unread::Fine, Foreign::Old { id: 1 });
}
