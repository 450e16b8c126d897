//! The assembly of kernels: what the compiler made of each tier.
//!
//! `tests/assembly/` is a crate of kernels, compiled here in release mode to text. The tiers of x86-64 can be read on any such
//! machine, whether its CPU has them or not.

use std::path::{Path, PathBuf};
use std::process::Command;

/// One function: its lines, labels and directives included.
struct Function {
    name: String,
    lines: Vec<String>,
}

/// Compiles the crate of kernels to assembly.
fn assembly() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("assembly");
    let status = Command::new(env!("CARGO"))
        .args(["rustc", "--package", "ndweave-assembly", "--lib", "--release", "--quiet", "--locked", "--target-dir"])
        .arg(&target)
        .args(["--", "--emit", "asm", "-C", "codegen-units=1"])
        .env_remove("RUSTFLAGS")
        // What users get: the CI compiles faster.
        .env_remove("CARGO_PROFILE_RELEASE_LTO")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .current_dir(root)
        .status()
        .expect("cargo starts");
    assert!(status.success(), "the kernels compile");
    let of_ours = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("ndweave_assembly") && name.ends_with(".s")
    };
    let files = std::fs::read_dir(target.join("release/deps")).expect("a folder of dependencies");
    let newest = files
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(of_ours)
        .max_by_key(|path| path.metadata().and_then(|data| data.modified()).ok())
        .expect("an assembly file");
    std::fs::read_to_string(newest).expect("a readable assembly file")
}

/// The functions of an assembly file.
fn functions(text: &str) -> Vec<Function> {
    let mut functions: Vec<Function> = Vec::new();
    for line in text.lines() {
        match line.strip_suffix(':') {
            Some(name) if !name.starts_with(['.', '\t', ' ', '"']) => {
                functions.push(Function { name: name.to_owned(), lines: Vec::new() });
            }
            _ => {
                if let Some(function) = functions.last_mut() {
                    function.lines.push(line.trim().to_owned());
                }
            }
        }
    }
    functions
}

impl Function {
    /// The bodies of its innermost loops: from a label to a jump back to it, without another such pair inside.
    fn innermost_loops(&self) -> Vec<&[String]> {
        let label = |line: &str| line.strip_suffix(':').map(str::to_owned);
        let mut loops: Vec<(usize, usize)> = Vec::new();
        for (end, line) in self.lines.iter().enumerate() {
            let mut words = line.split_whitespace();
            let (Some(jump), Some(to)) = (words.next(), words.next()) else { continue };
            if !jump.starts_with('j') {
                continue;
            }
            let start = self.lines[..end].iter().position(|line| label(line).as_deref() == Some(to));
            loops.extend(start.map(|start| (start, end)));
        }
        let inner = |&(start, end): &(usize, usize)| {
            !loops.iter().any(|&(a, b)| (a, b) != (start, end) && start <= a && b <= end)
        };
        loops.iter().filter(|at| inner(at)).map(|&(start, end)| &self.lines[start..=end]).collect()
    }
}

/// Whether a line stores a whole register of this class, `ymm` or `zmm`, to neighbours in memory.
fn stores(line: &str, class: &str) -> bool {
    // AT&T's order: the destination is last.
    line.starts_with("vmovup") && line.contains(class) && line.ends_with(')')
}

#[test]
#[cfg_attr(not(target_arch = "x86_64"), ignore = "the tiers v3 and v4 are of x86-64")]
fn the_tiers_are_vector_code() {
    let text = assembly();
    let functions = functions(&text);
    for (tier, class) in [("v3", "%ymm"), ("v4", "%zmm")] {
        let trampoline = format!("8dispatch{}{tier}", tier.len());
        let ours: Vec<&Function> = functions.iter().filter(|function| function.name.contains(&trampoline)).collect();
        assert!(ours.len() >= 2, "{tier}: a trampoline for each kernel");
        let mut loops = 0;
        for function in &ours {
            let panics = function.lines.iter().find(|line| line.contains("panic"));
            assert_eq!(panics, None, "{tier}: bounds are checked in {}", function.name);
            for body in function.innermost_loops() {
                if !body.iter().any(|line| stores(line, class)) {
                    continue;
                }
                loops += 1;
                let call = body.iter().find(|line| line.starts_with("call"));
                assert_eq!(call, None, "{tier}: a call in a loop of {}:\n{}", function.name, body.join("\n"));
            }
        }
        assert!(loops >= 2, "{tier}: {loops} loops store {class}");
    }
}

#[test]
fn a_loop_is_found_in_text() {
    let text = "f:\n\tpushq %rax\n.LBB0:\n\tmovl %eax, %ebx\n.LBB1:\n\tvmovupd\t%ymm0, (%rdi)\n\tjne\t.LBB1\n\tcall g\n\tjmp\t.LBB0\ng:\n\tretq\n";
    let functions = functions(text);
    assert_eq!(functions.len(), 2);
    let loops = functions[0].innermost_loops();
    assert_eq!(loops.len(), 1);
    assert!(loops[0].iter().any(|line| stores(line, "%ymm")) && !loops[0].iter().any(|line| line.starts_with("call")));
    assert!(functions[1].innermost_loops().is_empty());
}
