//! Landlock: files, programs, TCP, and who can be signalled.

use std::error::Error;
use std::path::Path;
use std::{fs, io};

use landlock::{
    ABI, Access, AccessFs, AccessNet, LandlockStatus, PathBeneath, PathFd, RestrictionStatus,
    Ruleset, RulesetAttr, RulesetCreatedAttr, RulesetError, RulesetStatus, Scope,
    path_beneath_rules,
};

/// The newest version of the interface that is known here. On an older kernel everything that it has is enforced.
const NEWEST: ABI = ABI::V7;

/// What is mapped into this process, line by line.
const MAPS: &str = "/proc/self/maps";

/// The version of the interface that the kernel has. The crate tells only who restricts himself, so this binds the calling
/// thread.
pub fn version() -> Option<i32> {
    let ruleset = Ruleset::default().handle_access(AccessFs::Execute).ok()?;
    match ruleset.create().ok()?.restrict_self().ok()?.landlock {
        LandlockStatus::Available {
            effective_abi,
            kernel_abi,
        } => Some(kernel_abi.unwrap_or(effective_abi as i32)),
        _ => None,
    }
}

/// Everything that Landlock knows is forbidden, everywhere.
pub fn seal() -> Result<(), RulesetError> {
    let status = Ruleset::default()
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?
        .restrict_self()?;
    note(&status);
    Ok(())
}

/// Only this program can be started, with the libraries and the loader that it was started with.
pub(super) fn allow_this_program_only() -> Result<(), Box<dyn Error>> {
    let program = program().map_err(|error| format!("{MAPS}: {error}"))?;
    let mut ruleset = Ruleset::default()
        .handle_access(AccessFs::Execute)?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?;
    for file in program {
        if let Ok(file) = PathFd::new(Path::new(&file)) {
            ruleset = ruleset.add_rule(PathBeneath::new(file, AccessFs::Execute))?;
        }
    }
    note(&ruleset.restrict_self()?);
    Ok(())
}

/// Files are read below one list of folders or files, and written too below the other; nothing else is opened, and nothing
/// started. What is not there cannot be opened later either.
pub(super) fn allow_below(read: &[&Path], written: &[&Path]) -> Result<(), RulesetError> {
    let reading = AccessFs::ReadFile | AccessFs::ReadDir;
    let writing = reading
        | AccessFs::WriteFile
        | AccessFs::Truncate
        | AccessFs::MakeReg
        | AccessFs::MakeDir
        | AccessFs::RemoveFile
        | AccessFs::RemoveDir
        | AccessFs::Refer;
    let status = Ruleset::default()
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?
        .add_rules(path_beneath_rules(read, reading))?
        .add_rules(path_beneath_rules(written, writing))?
        .restrict_self()?;
    note(&status);
    Ok(())
}

/// The files that this program runs from: itself, whatever its name is by now, and what the loader mapped with it,
/// including the loader.
fn program() -> io::Result<Vec<String>> {
    let mut files = vec!["/proc/self/exe".to_owned()];
    for line in fs::read_to_string(MAPS)?.lines() {
        let path = line.find('/').map(|start| &line[start..]);
        if let Some(path) = path
            && !files.iter().any(|file| file == path)
        {
            files.push(path.to_owned());
        }
    }
    Ok(files)
}

fn note(status: &RestrictionStatus) {
    if status.ruleset == RulesetStatus::NotEnforced {
        log::warn!("the kernel has no Landlock: seccomp alone keeps files and programs away");
    }
}
