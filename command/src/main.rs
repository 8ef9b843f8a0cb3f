//! `cargo status-docs`

fn main() -> std::process::ExitCode {
    cargo_status_docs::cli::run()
}
