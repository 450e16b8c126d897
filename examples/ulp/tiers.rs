//! Instruction sets, each in a process of its own: the library chooses its tier once.

use std::env;
use std::process::{Command, Stdio};

use ndweave::Tier;

use crate::options::WORKER;
use crate::row::Row;

/// Forces a tier.
const FORCED: &str = "NDWEAVE_TIER";

/// The tiers that this CPU has, or the one asked for.
pub fn wanted(only: Option<&str>) -> Result<Vec<&'static str>, String> {
    let supported: Vec<_> = Tier::supported().map(Tier::name).collect();
    let wanted: Vec<_> = supported.iter().copied().filter(|tier| only.is_none_or(|only| only == *tier)).collect();
    if wanted.is_empty() {
        return Err(format!("this CPU lacks the tier: it has {}", supported.join(", ")));
    }
    Ok(wanted)
}

/// The rows that this program measures when it is started with the tier forced.
pub fn measured_with(tier: &str) -> Result<Vec<Row>, String> {
    let program = env::current_exe().map_err(|error| format!("cannot find this program again: {error}"))?;
    let output = Command::new(program)
        .args(env::args().skip(1))
        .arg(WORKER)
        .env(FORCED, tier)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cannot start this program again: {error}"))?;
    if !output.status.success() {
        return Err(format!("tier {tier}: the measurement ended with {}", output.status));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().map(|line| Row::from_line(line).ok_or_else(|| format!("tier {tier}: an odd line: {line}"))).collect()
}
