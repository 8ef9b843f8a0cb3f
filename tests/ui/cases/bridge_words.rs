use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(only = "404", with(axun))]
    enum Misspelt: u16;

    #[status(only = "404", with("axum", http(tips), exit_code = ::other, exit_code))]
    enum Shapes: u8;
}

#[derive(StatusDocs)]
#[status(with(axum(tip, body, tracing = 1), axum, axum, utoipa(schema)))]
#[status(400)]
struct Options;

#[derive(StatusDocs)]
#[status(with = axum)]
enum NoList {
    #[status(404, detail = 7)]
    Detail,
    #[status(404, detail("x"))]
    InParentheses,
    #[status(404, with(axum))]
    OnVariant,
}

status_table! {
    #[derive(Debug, serde::Serialize, Deserialize)]
    #[status(only = "404", with(serde = crate::nothing))]
    enum Twice: u16;
}

fn main() {}
