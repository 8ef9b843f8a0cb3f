use status_docs::status_table;

status_table! {
    #[status(csv = "tables/good.csv")]
    pub enum Fault: u16 {
        owner: crate::Team = "class",
    }
}

pub enum Team {
    Door,
}

fn main() {}
