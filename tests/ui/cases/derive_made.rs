use status_docs::StatusDocs;

macro_rules! made {
    ($name:ident, $row:ident, $code:literal) => {
        #[derive(StatusDocs)]
        pub enum $name {
            #[status($row)]
            One,
            #[status($code)]
            Two,
        }
    };
}

made!(Error, NotFond, 4004);

fn main() {}
