use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(csv = "tables/goood.csv", code = u16, exhaustive)]
pub enum Missing {
    DoorOpen,
    #[status(77)]
    Any,
}

#[derive(StatusDocs)]
#[status(csv = "tables/damage.csv", code = u16)]
pub enum Damaged {
    #[status(1)]
    One,
    // It is unknown which rows the damaged ones were.
    Two,
}

#[derive(StatusDocs)]
#[status(csv = "../good.csv", code = u16)]
pub struct Outside;

#[derive(StatusDocs)]
#[status(csv = "tables/no_code.csv", code = u16)]
pub struct NoCode;

fn answers<T: StatusDocs<Code = u16>>(_: T) {}

fn main() {
    answers(Missing::Any);
    answers(Damaged::Two);
    answers(Outside);
}
