use status_docs::status_table;

status_table! {
    #[status(csv = "tables/severities.csv")]
    pub enum Fault: u16 {
        one: enum Severity = "One",
        two: enum Severity = "Two",
        three: enum Fault = "One",
        kind: enum FaultClass = "Two",
        empty: enum Empty {} = "One",
        twice: enum Twice { Low, High, Low, ALL } = "One",
        same: enum Same { Low = "x", High = "X" } = "Sign",
        first: enum Listed { Low, High } = "One",
        second: enum Listed { High, Low } = "Two",
        #[cfg(test)]
        sign: &str = "Sign",
        third: #[cfg(test)] enum Third { #[cfg(test)] Low, High } = "One",
    }

    #[status(csv = "tables/severities.csv")]
    pub enum Closed: u16 {
        one: enum ClosedOne { Low, High = "3 - high" } = "One",
        two: enum ClosedTwo { Low, High } = "Two",
        kind: enum ClosedClass = "Sign",
    }

    #[status(csv = "tables/severities.csv", only = "1")]
    pub enum Last: u16 { class: enum Third = "Class",  one: enum ClosedOne { Low, High } = "One" }
}

fn main() {
    let _ = (Fault::A.one() == Severity::Low, Fault::A.two() == Severity::Low);
    let _ = (Fault::A.three(), Fault::A.empty(), Fault::A.twice(), Fault::A.second() > Listed::Low, Fault::A.sign());
    let _ = (Closed::A.one() < ClosedOne::High, Closed::A.kind(), Closed::A.class());
}
