//! A text to its enum among 1,000 rows, where the method begins to matter.

use std::str::FromStr;

use status_docs_tests::random::Random;

use crate::Options;
use crate::measure::pair;
use crate::report::Report;

include!(concat!(env!("OUT_DIR"), "/thousand.rs"));

/// The number of inputs to each loop, and of texts that look as if they had just been received.
const INPUTS: usize = 8_192;
const RECEIVED: usize = 256;

/// Row 9b.
pub fn measure(options: &Options, report: &mut Report) {
    if !options.wants("9b") {
        return;
    }
    for (name, has_misses) in [("hits", false), ("half misses", true)] {
        let inputs = inputs(has_misses);
        check(&inputs);
        let rounds = options.rounds(201);
        let mut row = |against: &str, pair: crate::measure::Pair| {
            let work = format!("text → enum, exact, 1000 rows, {name}");
            let figures = format!("{:.2} / {:.2} ns", pair.ours, pair.theirs);
            report.row("9b", &work, against, figures, pair.ratio, 0.30);
        };
        row("strum EnumString", pair(&inputs, rounds, Fault::from_reason, |text| Strum::from_str(text).ok()));
        row(
            "strum EnumString with phf",
            pair(&inputs, rounds, Fault::from_reason, |text| StrumPhf::from_str(text).ok()),
        );
    }
}

/// Phrases, or every other one with a letter changed.
fn inputs(has_misses: bool) -> Vec<&'static str> {
    let mut random = Random::default();
    let all: Vec<Fault> = Fault::iter().collect();
    let received: Vec<[&'static str; 2]> = (0..RECEIVED)
        .map(|_| {
            let text = random.choose(&all).reason().to_owned();
            let mut wrong = text.clone();
            let at = random.below(text.len());
            wrong.replace_range(at..=at, "~");
            let (text, wrong): (&str, &str) = (text.leak(), wrong.leak());
            [text, wrong]
        })
        .collect();
    let kind = |random: &mut Random| usize::from(has_misses && random.below(2) == 0);
    (0..INPUTS)
        .map(|_| {
            let texts = received[random.below(RECEIVED)];
            texts[kind(&mut random)]
        })
        .collect()
}

/// All must give the same answers, or the times mean nothing.
fn check(inputs: &[&'static str]) {
    for &text in inputs {
        let ours = Fault::from_reason(text).map(Fault::code);
        assert_eq!(Strum::from_str(text).ok().map(|fault| fault as u16), ours, "{text}");
        assert_eq!(StrumPhf::from_str(text).ok().map(|fault| fault as u16), ours, "{text}");
    }
}
