use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(csv = "tables/shared.csv")]
    pub enum Code: str;

    #[status(csv = "tables/good.csv")]
    pub enum Fault: u16;
}

#[derive(StatusDocs)]
#[status(table = Code, only = "GroupError::*", exhaustive)]
enum Missing {
    NotFound,
}

#[derive(StatusDocs)]
#[status(table = Code, only = "GroupError::*")]
enum Unknown {
    NotFound,
    Lost,
}

#[derive(StatusDocs)]
#[status(table = Fault, only = "1, 999", exhaustive)]
enum Left<T> {
    #[status(DoorHeld)]
    Held(T),
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(table = Fault, only("1", "Team" = "A"))]
enum Cells {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(table = Code, only = "GroupError::*")]
enum Other {
    NotFound,
    #[status(UserNotFound)]
    User,
}

fn main() {}
