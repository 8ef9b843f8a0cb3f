use status_docs::status_table;

status_table! {
    #[status(csv = "tables/goood.csv")]
    pub enum Fault: u16;
}

fn main() {
    // A stand-in without variants has every method.
    let fault: Option<Fault> = Fault::from_code(1).or("1".parse().ok());
    if let Some(fault) = fault {
        println!("{fault} {fault:?} {} {:?} {}", fault.code(), fault.tips(), fault.definition());
    }
}
