//! Paths that are not readable files: one finding each, at once, without reading them into memory.

use std::fs::{self, File};
use std::io::Read;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use status_docs_data::{Folders, Source};
use status_docs_tests::scratch::Scratch;

const NOT_REGULAR: &str = "this is not a regular file; a table is read from a regular file only [file_path]";
const LOOP: &str = "the file cannot be read (Too many levels of symbolic links (os error 40)) [unreadable_file]";

/// Each name with its finding.
const FILES: [(&str, &str); 8] = [
    (
        "huge.csv",
        "the file has 1073741824 bytes, a table may have 16777216 (16 MiB); split it or drop columns [large_file]",
    ),
    ("fifo.csv", NOT_REGULAR),
    ("link_to_fifo.csv", NOT_REGULAR),
    ("zero.csv", NOT_REGULAR),
    ("loop.csv", LOOP),
    ("dangling.csv", "this is a link to a file that does not exist [missing_file]"),
    ("directory.csv", "this is a directory; name the CSV file in it [file_path]"),
    (
        "directory.csv/inner.csv",
        "there is no such file; the path is relative to the package's Cargo.toml [missing_file]",
    ),
];

/// Makes them all in a folder.
fn make(folder: &Path) {
    fs::create_dir_all(folder.join("directory.csv")).unwrap();
    // A sparse file, which takes no room on the disk.
    File::create(folder.join("huge.csv")).unwrap().set_len(1 << 30).unwrap();
    let made = Command::new("mkfifo").arg(folder.join("fifo.csv")).status().unwrap();
    assert!(made.success());
    for (link, to) in [
        ("link_to_fifo.csv", "fifo.csv"),
        ("zero.csv", "/dev/zero"),
        ("loop.csv", "loop.csv"),
        ("dangling.csv", "nowhere.csv"),
    ] {
        symlink(to, folder.join(link)).unwrap();
    }
}

fn folders(package: &Path) -> Folders {
    Folders { package: Some(package.to_owned()), ..Folders::default() }
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The most memory that this process ever had, in KiB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

// Promise: One file
#[test]
fn each_is_one_finding_in_under_a_second() {
    let folder = folder("unreadable");
    make(&folder);
    for (name, message) in FILES {
        let said = Source::open(&folders(&folder), name).unwrap_err().to_string();
        assert_eq!(said, format!("{name}: {message}"));
    }
    // The other tests of this binary run at the same time and use memory too; the limit is still below the file of a
    // gigabyte.
    assert!(peak() < 512 * 1024, "{} KiB", peak());
}

#[test]
fn a_file_without_permission() {
    let folder = folder("forbidden");
    let path = folder.join("secret.csv");
    fs::write(&path, "code,reason\n1,Door Open\n").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if File::open(&path).is_ok() {
        // The superuser may read everything.
        eprintln!("skipped: this user may read what nobody may");
        return;
    }
    let said = Source::open(&folders(&folder), "secret.csv").unwrap_err().to_string();
    assert_eq!(said, "secret.csv: the file may not be read; check its permissions [unreadable_file]");
}

/// Within a build: the compiler neither hangs nor grows, and reports the same.
// Promise: One file
#[test]
fn a_build_says_the_same() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "hostile-files");
    make(scratch.dir());
    let tables = FILES.iter().enumerate().map(|(index, (name, _))| {
        format!("mod m{index} {{ status_docs::status_table! {{ #[status(csv = {name:?})] pub enum E: u16; }} }}\n")
    });
    scratch.write("src/lib.rs", tables.collect::<String>());
    let said = within(Duration::from_secs(300), scratch.cargo(&["check", "--color=never"]));
    let mut errors: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("error: ")).collect();
    // Cargo's own summary.
    errors.retain(|error| !error.starts_with("could not compile"));
    let mut expected: Vec<String> = FILES.iter().map(|(name, message)| format!("{name}: {message}")).collect();
    errors.sort_unstable();
    expected.sort_unstable();
    assert_eq!(errors, expected, "{said}");
}

/// What a command printed; one that does not end in time is killed, together with its compilers.
fn within(limit: Duration, mut command: Command) -> String {
    use std::os::unix::process::CommandExt;
    let start = Instant::now();
    let mut child =
        command.process_group(0).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("cargo can be started");
    let mut stderr = child.stderr.take().unwrap();
    let reader = std::thread::spawn(move || {
        let mut said = String::new();
        let _ = stderr.read_to_string(&mut said);
        said
    });
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > limit {
            let group = format!("-{}", child.id());
            let _ = Command::new("kill").args(["-9", "--", &group]).status();
            panic!("the build hangs");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    reader.join().unwrap()
}
