//! The traits of the runtime crate that are sealed, and its enums that may grow.

use status_docs::{AsCode, Case, Code, Detail};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wide(u128);

impl std::fmt::Display for Wide {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl Code for Wide {
    type Query<'a> = u128;

    fn query<'a>(self) -> Self::Query<'a> {
        self.0
    }

    fn parse(text: &str) -> Option<u128> {
        text.parse().ok()
    }
}

impl AsCode<u16> for Wide {
    fn as_code(&self) -> u16 {
        0
    }
}

fn case(case: &Case<u16>) -> bool {
    match case {
        Case::Row { .. } => true,
        Case::Inner(_) | Case::Unlisted(_) => false,
    }
}

fn detail(detail: Detail) -> bool {
    match detail {
        Detail::ByStatus | Detail::Shown | Detail::Hidden | Detail::Fixed(_) => true,
    }
}

fn main() {
    println!("{:?} {}", case as fn(&Case<u16>) -> bool, detail(Detail::Shown));
}
