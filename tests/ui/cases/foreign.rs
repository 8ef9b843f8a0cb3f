use status_docs::status_table;

status_table! {
    #[status(csv = "tables/link.csv")]
    pub enum Link: u16;

    #[status(csv = "tables/page.csv")]
    pub enum Page: u16;

    #[status(csv = "tables/objects.csv")]
    pub enum Objects: u16;

    #[status(csv = "tables/markdown.csv")]
    pub enum Markdown: u16;

    #[status(csv = "tables/large_file.csv")]
    pub enum LargeFile: u16;

    #[status(csv = "tables/conflict.csv")]
    pub enum Conflict: u16;

    #[status(csv = "tables/notes.csv")]
    pub enum Notes: u16;
}

fn main() {
    let _ = (Conflict::DoorHeld, Notes::DoorHeld.tips());
}
