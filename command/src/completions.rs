//! Completions of shells, and manual pages, from the arguments themselves.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::Failure;
use crate::cli::Arguments;

/// The completions of a shell: for `cargo-status-docs`, and where the shell can be told, for `cargo status-docs` too.
pub(crate) fn completions(shell: Shell) -> String {
    let mut command = Arguments::command();
    command.set_bin_name("cargo-status-docs");
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut command, "cargo-status-docs", &mut bytes);
    let mut text = String::from_utf8_lossy(&bytes).into_owned();
    match shell {
        // Cargo's own completions ask for a function of this name.
        Shell::Bash => text.push_str(BASH),
        Shell::Zsh => text.push_str(ZSH),
        Shell::Fish => text.push_str(FISH),
        _ => {}
    }
    text
}

const BASH: &str = "
# `cargo status-docs`: what cargo completes with stays as it is.
__cargo_status_docs_cargo=\"$(complete -p cargo 2>/dev/null | sed -n 's/.*-F \\([^ ]*\\).*/\\1/p')\"
__cargo_status_docs_within_cargo() {
    if [[ \"${COMP_WORDS[1]}\" == status-docs && $COMP_CWORD -gt 1 ]]; then
        COMP_WORDS=(cargo-status-docs \"${COMP_WORDS[@]:2}\")
        COMP_CWORD=$((COMP_CWORD - 1))
        _cargo-status-docs cargo-status-docs \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD-1]}\"
    elif [[ -n \"$__cargo_status_docs_cargo\" ]]; then
        \"$__cargo_status_docs_cargo\" \"$@\"
    fi
}
complete -F __cargo_status_docs_within_cargo -o bashdefault -o default cargo
";

const ZSH: &str = "
# `cargo status-docs`: zsh's completion of cargo asks for this function.
_cargo-status-docs-within-cargo() { _cargo-status-docs \"$@\" }
compdef _cargo-status-docs cargo-status-docs
";

const FISH: &str = "
# `cargo status-docs`
complete -c cargo -n '__fish_seen_subcommand_from status-docs' -f -a '(complete -C \"cargo-status-docs \"(commandline -ct))'
";

fn rendered(command: clap::Command) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(command)
        .render(&mut bytes)
        .map_err(|error| Failure::usage(format!("the page cannot be written: {error}")))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn command() -> clap::Command {
    let mut command = Arguments::command().disable_help_subcommand(true);
    command.build();
    command
}

/// The page of the command.
pub(crate) fn page() -> Result<String, Failure> {
    rendered(command())
}

/// The page of the command, and one for each subcommand, with their files' names.
pub(crate) fn pages() -> Result<Vec<(String, String)>, Failure> {
    let command = command();
    let mut pages = vec![("cargo-status-docs.1".to_owned(), rendered(command.clone())?)];
    for subcommand in command.get_subcommands() {
        let name = format!("cargo-status-docs-{}", subcommand.get_name());
        pages.push((format!("{name}.1"), rendered(subcommand.clone())?));
    }
    Ok(pages)
}
