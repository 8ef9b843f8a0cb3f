use status_docs::StatusDocs;

pub struct Plain;

#[derive(StatusDocs)]
pub enum Error {
    #[status(transparent)]
    Inner(Plain),
    #[status(transparent)]
    Boxed(Box<std::rc::Rc<Plain>>),
}

fn main() {}
