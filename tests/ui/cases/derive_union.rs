use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(404)]
pub union Bits {
    int: u32,
    float: f32,
}

fn answers<T: StatusDocs<Code = u16>>(_: T) {}

fn main() {
    answers(Bits { int: 1 });
}
