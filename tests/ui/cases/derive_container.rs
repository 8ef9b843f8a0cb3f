use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(NotFound)]
pub enum Row {
    Gone,
}

#[derive(StatusDocs)]
#[status(404)]
pub enum Code {
    Gone,
}

#[derive(StatusDocs)]
#[status(transparent, reason = "x", definition = "y", tips = "z")]
pub enum Variant {
    Gone,
}

#[derive(StatusDocs)]
#[status(exhaustiv, cvs = "tables/good.csv", only = "4xx", doc(no_table), Gone(x))]
pub enum Unknown {
    Gone,
}

#[derive(StatusDocs)]
#[status(exhaustive = true, base = "gopher", crate = 7, duplicates = "first")]
pub enum Wrong {
    Gone,
}

#[derive(StatusDocs)]
#[status(crate = "not a path")]
pub enum Crate {
    Gone,
}

#[derive(StatusDocs)]
#[status]
#[status = "404"]
#[status(404 405)]
pub enum Bare {
    Gone,
}

fn main() {}
