//! Taking the time: CPU time and memory of a command from the operating system, and the ratio of
//! two loops, both from interleaved runs.

use std::hint::black_box;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use status_docs_tests::random::Random;

/// The bench calls itself with this, so that the system's figures are those of one command only.
pub const COST_OF: &str = "--cost-of";

/// What a command took.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Seconds of CPU, of all its threads and children.
    pub seconds: f64,
    /// The most memory it had, in MB.
    pub megabytes: f64,
}

impl Cost {
    /// What it took beyond another one.
    pub fn over(self, other: Self) -> Self {
        Self { seconds: self.seconds - other.seconds, megabytes: self.megabytes - other.megabytes }
    }
}

/// Runs the command after [`COST_OF`] and prints what it took.
pub fn print_cost_of(mut arguments: impl Iterator<Item = String>) -> ExitCode {
    let program = arguments.next().expect("a program");
    let status = Command::new(&program).args(arguments).stdout(Stdio::null()).status().expect("it can be started");
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system counts");
    let microseconds = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    println!("{microseconds} {}", usage.max_rss());
    if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What a command takes; it must succeed.
pub fn cost_of(command: &Command) -> Cost {
    let mut counted = Command::new(std::env::current_exe().expect("our own path"));
    counted.arg(COST_OF).arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => counted.env(name, value),
            None => counted.env_remove(name),
        };
    }
    if let Some(directory) = command.get_current_dir() {
        counted.current_dir(directory);
    }
    let output = counted.output().expect("our own program starts");
    assert!(output.status.success(), "{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr));
    let counts = String::from_utf8(output.stdout).expect("numbers");
    let mut counts = counts.split_whitespace().map(|count| count.parse::<f64>().expect("a number"));
    let seconds = counts.next().expect("CPU time") / 1e6;
    Cost { seconds, megabytes: counts.next().expect("memory") / 1024.0 }
}

/// The median costs of several commands, run in turn: A B C A B C, so that a slow moment of the machine affects them
/// all. Before each run of each command, `before` prepares it.
pub fn costs_in_turn<const N: usize>(commands: &[&Command; N], rounds: usize, mut before: impl FnMut()) -> [Cost; N] {
    let mut costs = [const { Vec::new() }; N];
    for _ in 0..rounds {
        for (command, costs) in commands.iter().zip(&mut costs) {
            before();
            costs.push(cost_of(command));
        }
    }
    let median_cost = |costs: &Vec<Cost>| Cost {
        seconds: median(costs.iter().map(|cost| cost.seconds)),
        megabytes: median(costs.iter().map(|cost| cost.megabytes)),
    };
    costs.each_ref().map(median_cost)
}

/// Two loops over the same inputs, measured in turn.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// Nanoseconds of the first for one input.
    pub ours: f64,
    /// Nanoseconds of the second for one input.
    pub theirs: f64,
    /// The median of the ratios, pair by pair.
    pub ratio: f64,
}

/// Feeds all inputs to `ours` and to `theirs`, in turn, both in the same order, which changes in each round.
///
/// In one order throughout, the branch predictor of a recent processor seems to learn all 8,192 by heart; a program
/// that receives each status once has no such help. On an AMD EPYC, lookups that branch on their input appeared up to
/// five times as fast as in a new order; others did not change.
pub fn pair<I: Copy, A, B>(inputs: &[I], rounds: usize, ours: impl Fn(I) -> A, theirs: impl Fn(I) -> B) -> Pair {
    let mut inputs = inputs.to_vec();
    let mut random = Random::default();
    let mut times = Vec::with_capacity(rounds);
    // The first rounds fill the caches.
    for round in 0..rounds + 3 {
        random.shuffle(&mut inputs);
        let both = (nanoseconds(&inputs, &ours), nanoseconds(&inputs, &theirs));
        if round >= 3 {
            times.push(both);
        }
    }
    Pair {
        ours: median(times.iter().map(|time| time.0)),
        theirs: median(times.iter().map(|time| time.1)),
        ratio: median(times.iter().map(|time| time.0 / time.1)),
    }
}

#[inline(never)]
fn nanoseconds<I: Copy, O>(inputs: &[I], lookup: impl Fn(I) -> O) -> f64 {
    let inputs = black_box(inputs);
    let start = Instant::now();
    for &input in inputs {
        black_box(lookup(input));
    }
    start.elapsed().as_secs_f64() * 1e9 / inputs.len() as f64
}

/// The middle one.
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
