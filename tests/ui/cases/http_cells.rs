use status_docs::status_table;

status_table! {
    #[status(csv = "tables/http_cells.csv")]
    pub enum Fault: u16 { http: status_docs::HttpStatus = "HTTP" }
}

fn main() {
    let _ = Fault::A.http();
}
