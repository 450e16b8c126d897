//! What `broadcast!` costs the compiler: a crate with 100 different calls, and one with the same 100 kernels as loops over
//! slices, are built for release, after their dependencies.
//!
//! `cargo run --release -p ndweave-benches --bin compile_time [-- --keep]`; `--keep` leaves the two crates where they are.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{env, fs};

mod kernels;
mod pairs;

/// How often each crate is built; the best counts.
const ROUNDS: usize = 3;

/// What one build took, in seconds.
#[derive(Clone, Copy)]
struct Cost {
    /// By the clock.
    wall: f64,
    /// Of processors, all threads together: what counts where others use the machine too.
    cpu: f64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let kernels = kernels::all();
    assert_eq!(kernels.len(), 100);
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let folder = env::temp_dir().join(format!("ndweave-compile-time-{}", std::process::id()));
    let dependency = format!("ndweave = {{ path = {:?} }}", workspace.display().to_string());
    let ours = "use ndweave::{Array1, Array2, Dyn, View, broadcast};\n\n";
    let ours = write_crate(&folder, "calls", &dependency, ours, kernels.iter().map(|kernel| &kernel.ours))?;
    let plain = write_crate(&folder, "loops", "", "", kernels.iter().map(|kernel| &kernel.plain))?;
    for package in [&ours, &plain] {
        fs::copy(workspace.join("Cargo.lock"), package.join("Cargo.lock"))?;
        build(package, &folder)?;
    }
    let mut best = [Cost { wall: f64::INFINITY, cpu: f64::INFINITY }; 2];
    for _ in 0..ROUNDS {
        for (best, package) in best.iter_mut().zip([&ours, &plain]) {
            let source = package.join("src/lib.rs");
            fs::write(&source, fs::read(&source)?)?;
            let cost = build(package, &folder)?;
            *best = Cost { wall: best.wall.min(cost.wall), cpu: best.cpu.min(cost.cpu) };
        }
    }
    for (name, cost) in ["100 calls of broadcast!", "100 loops"].iter().zip(best) {
        println!("{name:24} {:6.2} s, {:6.2} s of processors", cost.wall, cost.cpu);
    }
    println!("{:24} {:6.2}    {:6.2}", "ratio", best[0].wall / best[1].wall, best[0].cpu / best[1].cpu);
    if env::args().any(|argument| argument == "--keep") {
        println!("{}", folder.display());
    } else {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// A library of these functions.
fn write_crate<'a>(
    folder: &Path,
    name: &str,
    dependency: &str,
    uses: &str,
    functions: impl Iterator<Item = &'a String>,
) -> Result<PathBuf, Box<dyn Error>> {
    let package = folder.join(name);
    fs::create_dir_all(package.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependency}\n\n[workspace]\n"
    );
    fs::write(package.join("Cargo.toml"), manifest)?;
    let source = functions.enumerate().map(|(at, function)| {
        // Small functions are otherwise compiled where they are called, which is nowhere.
        format!("#[inline(never)]\n{}\n", function.replace("pub fn kernel", &format!("pub fn kernel_{at}")))
    });
    fs::write(package.join("src/lib.rs"), uses.to_owned() + &source.collect::<String>())?;
    Ok(package)
}

/// Builds the crate, and its dependencies if they are not built yet.
fn build(package: &Path, folder: &Path) -> Result<Cost, Box<dyn Error>> {
    let before = cpu_of_children();
    let start = Instant::now();
    let status = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()))
        .args(["build", "--release", "--quiet", "--target-dir"])
        .arg(folder.join("target"))
        .current_dir(package)
        .status()?;
    let wall = start.elapsed().as_secs_f64();
    if !status.success() {
        return Err(format!("{} does not build", package.display()).into());
    }
    Ok(Cost { wall, cpu: cpu_of_children() - before })
}

/// Seconds of processors that children have used which have ended, with their own children.
#[cfg(unix)]
fn cpu_of_children() -> f64 {
    // SAFETY: numbers only, for which zeros are values.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: the address of one `rusage`.
    unsafe { libc::getrusage(libc::RUSAGE_CHILDREN, &mut usage) };
    let seconds = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 * 1e-6;
    seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

#[cfg(not(unix))]
fn cpu_of_children() -> f64 {
    f64::NAN
}
