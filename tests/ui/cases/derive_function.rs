use status_docs::StatusDocs;

fn inside() -> u16 {
    #[derive(StatusDocs)]
    enum Local {
        NotFond,
    }
    Local::NotFond.code()
}

fn main() {
    inside();
}
