use status_docs::status_table;

status_table! {
    #[status(csv = "tables/good.csv", each = "markers")]
    pub enum Text: u16;

    #[status(csv = "tables/good.csv", each)]
    pub enum Nothing: u16;

    #[status(csv = "tables/good.csv", each(markers))]
    pub enum List: u16;

    // Nothing is called without a row.
    #[status(csv = "tables/empty.csv", each = nowhere)]
    pub enum Empty: u16;
}

#[derive(status_docs::StatusDocs)]
#[status(each = markers)]
struct NotFound;

fn main() {
    let _ = (Text::DoorOpen, Nothing::DoorOpen, List::DoorOpen);
}
