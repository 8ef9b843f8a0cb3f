use status_docs::status_table;

status_table! {
    #[status(csv = "tables/good.csv")]
    pub enum Fault: u16 {
        reson = "reason",
        tips,
        wait: usize,
        big: Option<u128>,
        text: String,
        list: [u8; 2],
        reason = "reason",
        reason = "definition",
    }
}

fn main() {}
