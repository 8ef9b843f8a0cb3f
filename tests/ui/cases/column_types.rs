use status_docs::status_table;

status_table! {
    #[status(csv = "tables/columns.csv")]
    pub enum Fault: u16 {
        wait: Option<std::time::Duration> = "Wait",
        waits: Option<Duration> = "Wait",
        owners: Vec<&str> = "Team",
        bytes: Vec<u8> = "Team",
        boxed: Option<Box<str>> = "Team",
        count: NonZeroU8 = "Wait",
        text: &'static [u8] = "Team",
        double: Option<Option<u8>> = "Wait",
        bare: Option = "Wait",
    }

    #[status(csv = "tables/good.csv")]
    pub enum Good: u16 {
        meaning: std::option::Option<&str> = "definition",
        kind: ::core::option::Option<enum Kind> = "class",
    }
}

fn main() {
    let _: (Option<&str>, Option<Kind>) = (Good::DoorOpen.meaning(), Good::DoorOpen.kind());
}
