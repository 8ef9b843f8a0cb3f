//! Lookups against the peers', on random inputs.

use std::str::FromStr;

use http_status_codes2::status_code_registry::CODE_REGISTRY;
use status_docs_tests::random::Random;

use crate::Options;
use crate::measure::{Pair, pair};
use crate::peers::{NumEnum, PHF, Strum, StrumAnyCase, StrumPhf};
use crate::report::Report;

status_docs::status_table! {
    /// The reference with the phrases that the `http` crate has, so that all answers are equal.
    #[status(base = "http", csv = "tables/http-phrases.csv")]
    pub enum Status: u16;
}

/// The number of inputs to each loop.
const INPUTS: usize = 8_192;

fn status(random: &mut Random) -> Status {
    Status::ALL[random.below(Status::COUNT)]
}

/// What is looked up: all of it in the table, or half of it.
struct Inputs {
    name: &'static str,
    codes: Vec<u16>,
    texts: Vec<&'static str>,
    /// The same with letters in random case.
    mixed: Vec<&'static str>,
}

impl Inputs {
    fn of(name: &'static str, has_misses: bool) -> Self {
        let mut random = Random::default();
        let received: Vec<Received> = (0..RECEIVED).map(|_| Received::of(&mut random)).collect();
        let mut inputs = Self { name, codes: Vec::new(), texts: Vec::new(), mixed: Vec::new() };
        for _ in 0..INPUTS {
            let Received { text, mixed, wrong, wrong_mixed } = received[random.below(RECEIVED)];
            let is_miss = has_misses && random.below(2) == 0;
            inputs.texts.push(if is_miss { wrong } else { text });
            inputs.mixed.push(if is_miss { wrong_mixed } else { mixed });
            let mut code = status(&mut random).code();
            while is_miss && Status::from_code(code).is_some() {
                // What `http` accepts as a code.
                code = u16::try_from(random.below(900) + 100).expect("three digits");
            }
            inputs.codes.push(code);
        }
        inputs
    }
}

/// The number of texts that look as if they had just been received: each in memory of its own, and in the cache.
const RECEIVED: usize = 256;

/// A phrase, in the table and not in it, exact and in random case.
#[derive(Clone, Copy)]
struct Received {
    text: &'static str,
    mixed: &'static str,
    wrong: &'static str,
    wrong_mixed: &'static str,
}

impl Received {
    fn of(random: &mut Random) -> Self {
        let text = status(random).reason().to_owned();
        let mut wrong = text.clone();
        let at = random.below(text.len());
        wrong.replace_range(at..=at, "~");
        let mut in_any_case = |text: &str| -> String {
            let case = |c: char| if random.below(2) == 0 { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() };
            text.chars().map(case).collect()
        };
        let (mixed, wrong_mixed) = (in_any_case(&text).leak(), in_any_case(&wrong).leak());
        Self { text: text.leak(), mixed, wrong: wrong.leak(), wrong_mixed }
    }
}

fn http_reason(code: u16) -> Option<&'static str> {
    http::StatusCode::from_u16(code).ok()?.canonical_reason()
}

fn our_reason(code: u16) -> Option<&'static str> {
    Some(Status::from_code(code)?.reason())
}

/// Rows 6 to 10h.
pub fn measure(options: &Options, report: &mut Report) {
    if !["6", "7", "8", "9", "10", "10h"].iter().any(|row| options.wants(row)) {
        return;
    }
    let both = [Inputs::of("hits", false), Inputs::of("half misses", true)];
    both.iter().for_each(check);
    let rounds = options.rounds(301);
    for inputs in &both {
        let mut row = |row: &str, work: &str, against: &str, pair: Pair, target: Option<f64>| {
            let figures = format!("{:.2} / {:.2} ns", pair.ours, pair.theirs);
            report.row(row, &format!("{work}, {}", inputs.name), against, figures, pair.ratio, target);
        };
        if options.wants("6") {
            let num_enum = pair(&inputs.codes, rounds, Status::from_code, |code| NumEnum::try_from(code).ok());
            row("6", "code → enum", "num_enum", num_enum, Some(0.35));
            let strum = pair(&inputs.codes, rounds, Status::from_code, Strum::from_repr);
            row("6", "code → enum", "strum FromRepr", strum, Some(0.35));
        }
        if options.wants("7") {
            row("7", "code → reason", "http", pair(&inputs.codes, rounds, our_reason, http_reason), None);
            let find = |code| http_status_codes2::find_by_code(usize::from(code), &CODE_REGISTRY);
            row("7", "code → reason", "http-status-codes2", pair(&inputs.codes, rounds, our_reason, find), None);
        }
        if options.wants("9") {
            let strum = pair(&inputs.texts, rounds, Status::from_reason, |text| Strum::from_str(text).ok());
            row("9", "text → enum, exact", "strum EnumString", strum, Some(1.00));
            let with_phf = pair(&inputs.texts, rounds, Status::from_reason, |text| StrumPhf::from_str(text).ok());
            row("9", "text → enum, exact", "strum EnumString with phf", with_phf, Some(0.45));
            let phf = pair(&inputs.texts, rounds, Status::from_reason, |text| PHF.get(text).copied());
            row("9", "text → enum, exact", "phf::Map", phf, None);
        }
        if options.wants("10") {
            let strum = pair(&inputs.mixed, rounds, Status::from_reason, |text| StrumAnyCase::from_str(text).ok());
            row("10", "text → enum, any case", "strum ascii_case_insensitive", strum, Some(0.60));
        }
    }
    if options.wants("10h") {
        let [hits, half] = &both;
        let texts: Vec<(&str, &str)> = hits.texts.iter().copied().zip(half.texts.iter().copied()).collect();
        let pair = pair(&texts, rounds, |(_, half)| Status::from_reason(half), |(hit, _)| Status::from_reason(hit));
        let figures = format!("{:.2} / {:.2} ns", pair.ours, pair.theirs);
        report.row("10h", "text → enum, half misses", "our own hits", figures, pair.ratio, 1.20);
    }
    if options.wants("8") {
        let statuses: Vec<(Status, Strum)> = both[0]
            .codes
            .iter()
            .filter_map(|&code| Some((Status::from_code(code)?, Strum::from_repr(code)?)))
            .collect();
        let reason = |(status, _): (Status, Strum)| status.reason();
        let strum = |(_, status): (Status, Strum)| <&'static str>::from(status);
        let pair = pair(&statuses, rounds, reason, strum);
        let figures = format!("{:.2} / {:.2} ns", pair.ours, pair.theirs);
        report.row("8", "enum → reason", "strum IntoStaticStr", figures, pair.ratio, 0.10);
    }
}

/// All must give the same answers, or the times mean nothing.
fn check(inputs: &Inputs) {
    for &code in &inputs.codes {
        let ours = Status::from_code(code);
        assert_eq!(NumEnum::try_from(code).ok().map(|status| status as u16), ours.map(Status::code), "{code}");
        assert_eq!(Strum::from_repr(code).map(|status| status as u16), ours.map(Status::code), "{code}");
        assert_eq!(http_reason(code), our_reason(code), "{code}");
        let strum: Option<&'static str> = Strum::from_repr(code).map(Into::into);
        assert_eq!(strum, our_reason(code), "{code}");
        // This one has phrases of its own for some codes; only whether there is a row can be compared.
        let listed = http_status_codes2::find_by_code(usize::from(code), &CODE_REGISTRY);
        assert!(ours.is_none() || listed.is_some() || UNLISTED.contains(&code), "{code}");
    }
    for &text in &inputs.texts {
        let ours = Status::from_reason(text).map(Status::code);
        assert_eq!(Strum::from_str(text).ok().map(|status| status as u16), ours, "{text}");
        assert_eq!(StrumPhf::from_str(text).ok().map(|status| status as u16), ours, "{text}");
        assert_eq!(PHF.get(text).copied(), ours, "{text}");
    }
    for &text in &inputs.mixed {
        let ours = Status::from_reason(text).map(Status::code);
        assert_eq!(StrumAnyCase::from_str(text).ok().map(|status| status as u16), ours, "{text}");
    }
}

/// In use, but not in the registry.
const UNLISTED: [u16; 1] = [418];
