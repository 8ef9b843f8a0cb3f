use status_docs::status_table;

status_table! {
    #[status(cvs = "tables/good.csv")]
    pub enum Misspelt: u16;

    #[status(csv("tables/good.csv", delimiter = "ab"), csv = "tables/good.csv", 404, doc(table))]
    pub enum Twice: u16;

    #[status(csv = "tables/good.csv", without(Clone, Display), only = 4)]
    #[repr(u16)]
    pub enum Impls: u16;

    #[status(base = "gopher")]
    pub enum Base: u16;

    #[status]
    pub enum Bare;

    #[status(csv = "tables/good.csv")]
    pub enum Untyped;

    #[status(csv = "tables/good.csv")]
    pub enum Wide: usize;

    pub enum Narrow: u8;
}

fn main() {
    let _ = (Twice::DoorOpen, Impls::DoorHeld, Base::NotFound, Bare::NotFound);
}
