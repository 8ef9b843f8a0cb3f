use status_docs::{StatusDocs, status_table};

status_table! {
    // The sentence of a table without the column; the crates need not be there, for the errors come first.
    #[status(csv = "tables/good.csv", with(http = crate::none, tonic = crate::none))]
    enum NoColumn: u16;

    #[status(csv = "tables/sqlstate.csv", with(axum = crate::none))]
    enum Texts: str;

    #[status(csv = "tables/own_codes.csv", with(utoipa = crate::none, tonic = crate::none, exit_code))]
    enum EmptyCells: u32;
}

#[derive(StatusDocs)]
#[status(with(tonic = crate::none, exit_code))]
enum OfHttp {
    #[status(404)]
    Missing,
    #[status(500)]
    Broken,
}

#[derive(StatusDocs)]
#[status(base = "grpc", with(tonic = crate::none))]
enum OfGrpc {
    #[status(0)]
    Fine,
    #[status(5)]
    Missing,
}

fn main() {}
