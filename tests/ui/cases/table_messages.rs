//! Messages of rows that have no fields: at the cell, at the word, and where `message!` is called.

use status_docs::{StatusDocs, message, status_table};

status_table! {
    #[status(csv = "tables/spoken.csv", messages, languages("en", "de"))]
    enum Unread: u16;

    #[status(csv = "tables/spoken.csv", display)]
    enum Displayed: u16;

    #[status(csv = "tables/faults.csv", messages)]
    enum NoColumn: u16 {
        code = "Fault No.",
        message = "",
    }

    #[status(base = "http", messages)]
    enum OfReference: u16;

    #[status(csv = "tables/nowhere.csv", messages)]
    enum NoFile: u16;

    #[status(csv = "tables/spoken.csv", messages, only = "1-2", without(link, message))]
    enum Without: u16;

    #[status(csv = "tables/spoken.csv", messages, only = "1-2")]
    enum Fault: u16 {
        code("de") = "code",
        tips("jp") = "tips",
    }

    #[status(csv = "tables/spoken.csv", messages, only = "1-2")]
    enum Right: u16;

    #[status(csv = "tables/spoken.csv", only = "1-2")]
    enum Silent: u16;
}

struct Undisplayed;

#[derive(StatusDocs)]
#[status(table = Right, display)]
enum Linked {
    Held { door: u8 },
    #[status(Held)]
    Hidden { door: Undisplayed, seconds: u8 },
    Forced,
}

#[derive(StatusDocs)]
#[status(table = Right, display, default = Forced)]
enum Own {
    #[status(message = "{what}")]
    One(u8),
}

#[derive(StatusDocs)]
#[status(table = Silent, messages)]
enum OfSilent {
    Held,
    Forced,
}

fn main() {
    let _ = message!(Right::Held, door = 1);
    let _ = message!(Right::Held, door = 1, seconds = 2, more = 3);
    let _ = message!(Right::Held, door = Undisplayed, seconds = 2);
    let _ = message!(Right::Forced, r#door = 1);
    // No follow-up: what is wrong with the table is reported.
    let _ = message!(Unread::Odd, anything = 1);
    let _ = Unread::Held.message().text();
    let _ = Fault::Held.message();
    let _ = Displayed::Held;
    let _ = message!(OfReference::NotFound, id = 1);
    let _ = NoFile::from_code(1).map(|row| row.message().text());
}
