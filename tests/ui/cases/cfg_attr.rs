use status_docs::status_table;

status_table! {
    #[cfg_attr(feature = "de", status(csv = "tables/good.csv"))]
    #[cfg_attr(not(feature = "de"), status(csv = "tables/good.csv"))]
    pub enum Either: u16;

    #[cfg_attr(all(), derive(Clone), doc = "A table.")]
    #[status(csv = "tables/good.csv")]
    pub enum Derived: u16;

    #[cfg_attr(all(), repr(u8))]
    #[cfg_attr(all(), cfg_attr(all(), cfg(test)))]
    #[status(csv = "tables/good.csv")]
    pub enum Shaped: u16 {
        #[cfg_attr(all(), cfg(any()))]
        class = "class",
        #[cfg(any())]
        definition = "definition",
    }

    #[cfg_attr(any(), derive(Mine), non_exhaustive, doc = "Also a table.")]
    #[cfg_attr(any(), derive(Mine))]
    #[status(csv = "tables/good.csv", without(Hash))]
    pub enum Fine: u16;
}

fn main() {
    let _ = (Derived::DoorOpen, Shaped::DoorHeld, Fine::DoorOpen);
}
