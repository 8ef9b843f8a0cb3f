//! Looks texts up that were shuffled, of which all or half are in the table. Everything else that it does is the same for
//! both, and so are the branches.

use std::env;
use std::hint::black_box;

use status_docs::{StatusTable, status_table};

status_table! {
    #[status(csv = "src/small.csv")]
    enum Small: u32 { retry: Option<u32> }
}

status_table! {
    #[status(csv = "src/large.csv")]
    enum Large: u32 { retry: Option<u32> }
}

status_table! {
    #[status(csv = "src/text.csv")]
    enum Text: str { retry: Option<u32> }
}

fn main() {
    let mut arguments = env::args().skip(1);
    let (by, inputs, lookups) = (arguments.next().unwrap(), arguments.next().unwrap(), arguments.next().unwrap());
    let lookups = lookups.parse().unwrap();
    let reason = |reason: &'static str| reason.to_owned();
    let upper = |reason: &'static str| reason.to_uppercase();
    let found = match by.as_str() {
        "reason" => look_up(Small::from_reason, Small::iter().map(|row| reason(row.reason())), &inputs, lookups),
        "reason in any case" => look_up(Small::from_reason, Small::iter().map(|row| upper(row.reason())), &inputs, lookups),
        "reason in a large table" => look_up(Large::from_reason, Large::iter().map(|row| reason(row.reason())), &inputs, lookups),
        "name" => look_up(Small::from_name, Small::iter().map(|row| reason(row.name())), &inputs, lookups),
        "code" => look_up(Text::from_code, Text::iter().map(|row| reason(row.code())), &inputs, lookups),
        other => panic!("{other:?} is not looked up"),
    };
    println!("{found:?}");
}

fn look_up<T: StatusTable>(
    find: impl Fn(&str) -> Option<T>,
    texts: impl Iterator<Item = String>,
    inputs: &str,
    lookups: usize,
) -> usize {
    let right: Vec<String> = texts.filter(|text| text.len() <= 32).collect();
    let wrong: Vec<String> = right
        .iter()
        .enumerate()
        .map(|(index, text)| {
            let mut wrong = text.clone();
            let at = index % text.len();
            wrong.replace_range(at..=at, "~");
            wrong
        })
        .collect();
    let may_miss = usize::from(inputs == "half");
    let both = [right, wrong];
    let mut random = 1_u64;
    let mut next = |below: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % below
    };
    let mut found = 0;
    for _ in 0..lookups {
        let text = &both[next(2) & may_miss][next(both[0].len())];
        found += usize::from(black_box(find(black_box(text))).is_some());
    }
    assert_eq!(found == lookups, inputs == "hits", "{found} of {lookups}");
    found
}
