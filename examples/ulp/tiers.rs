//! Instruction sets, each in a process of its own: the library chooses its tier once.

use std::env;
use std::process::{Command, Stdio};

use crate::options::WORKER;
use crate::row::Row;

/// The variable that forces a tier.
const FORCED: &str = "NDWEAVE_TIER";

/// The tiers that this CPU has.
pub fn supported() -> Vec<&'static str> {
    let mut tiers = vec!["portable"];
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::is_x86_feature_detected as has;
        let v3 = has!("avx2") && has!("fma");
        if v3 {
            tiers.push("v3");
        }
        if v3 && has!("avx512f") && has!("avx512bw") && has!("avx512dq") && has!("avx512vl") {
            tiers.push("v4");
        }
    }
    tiers
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

/// The tier that this process was told to use.
pub fn forced() -> String {
    env::var(FORCED).unwrap_or_default()
}
