#[derive(status_docs::StatusDocs)]
#[status(csv = "tables/errors.csv", code = u16, exhaustive)]
pub enum ServiceError {
    Lost,
    #[status(2)]
    Late,
}
