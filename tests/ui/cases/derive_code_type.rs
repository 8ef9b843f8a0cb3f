use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv")]
pub enum Missing {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv")]
#[repr(C)]
pub enum NoInteger {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv")]
#[repr(usize)]
pub enum Repr {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = usize)]
pub enum Wide {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = String)]
pub enum Text {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = "u16")]
pub enum Quoted {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(code = u32)]
pub enum Reference {
    NotFound,
}

#[derive(StatusDocs)]
#[status(base = "http", csv = "tables/good.csv", code = u8)]
pub enum Narrow {
    NotFound,
}

fn main() {}
