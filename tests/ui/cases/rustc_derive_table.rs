use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(csv = "tables/good.csv")]
    pub enum Fault: u16;

    #[status(csv = "tables/sqlstate.csv")]
    pub enum State: str;
}

#[derive(StatusDocs)]
#[status(table = crate::Fault, default = 2)]
enum Named {
    #[status(DoorOpne)]
    Open,
    #[status(4)]
    Four,
    #[status(70000)]
    TooLarge,
    #[status("1")]
    Text,
    Own,
}

#[derive(StatusDocs)]
#[status(table = State)]
enum States {
    #[status("{0}")]
    Braces,
    Unnamed,
}

#[derive(StatusDocs)]
#[status(table = Nowhere)]
enum Missing {
    Unnamed,
}

#[derive(StatusDocs)]
#[status(table = Fault, default = 99)]
enum Default {
    Unnamed,
}

fn main() {}
