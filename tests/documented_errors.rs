//! The compile errors that the documentation quotes: each stands, code and words, in `tests/ui`, where the compiler's output is kept.
//!
//! A `compile_fail` test alone would also pass where something else fails.

use std::fs;
use std::path::Path;

/// The code of a file of `tests/ui`, and what the compiler says to it.
struct Mistakes {
    code: String,
    output: String,
}

/// Every file of `tests/ui`.
fn mistakes() -> Vec<Mistakes> {
    let mut found = Vec::new();
    for room in fs::read_dir("tests/ui").unwrap() {
        for file in fs::read_dir(room.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "rs") {
                let read = |path: &Path| fs::read_to_string(path).unwrap();
                // Documentation shows it as a program's.
                let output = read(&path.with_extension("stderr")).replace(path.to_str().unwrap(), "src/main.rs");
                found.push(Mistakes { code: read(&path), output });
            }
        }
    }
    assert!(found.len() > 100, "{} files", found.len());
    found
}

/// A page, without the marks of documentation comments.
fn read_page(path: &str) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| line.strip_prefix("/// ").unwrap_or(line)).flat_map(|line| [line, "\n"]).collect()
}

/// The fenced blocks of a page whose first line starts with `fence`.
fn blocks<'a>(page: &'a str, fence: &str) -> Vec<&'a str> {
    let parts = page.split("```").skip(1).step_by(2);
    parts.filter_map(|block| block.strip_prefix(fence).map(|rest| rest.split_once('\n').unwrap().1)).collect()
}

const PAGES: [&str; 7] = [
    "README.md",
    "src/coming_from/warnings.md",
    "src/lib.rs",
    "src/reference/broadcast.md",
    "src/reference/einsum.md",
    "src/reference/subscripts.md",
    "src/reference/ufunc.md",
];

#[test]
fn quoted_mistakes_are_tested_ones() {
    let (mistakes, mut count) = (mistakes(), 0);
    for page in PAGES {
        let text = read_page(page);
        for block in blocks(&text, "compile_fail") {
            let quoted = block.lines().filter_map(|line| line.split_once(" // ")).collect::<Vec<_>>();
            assert_eq!(quoted.len(), 1, "{page}: one line with the compiler's words in\n{block}");
            let (code, words) = quoted[0];
            let code = code.trim().trim_end_matches(';');
            let tested = mistakes.iter().any(|file| file.code.contains(code) && file.output.contains(words));
            assert!(tested, "{page}: `{code}` with the words\n{words}\nis not in tests/ui");
            count += 1;
        }
    }
    assert!(count >= 40, "{count} mistakes");
}

/// Blocks that show the compiler's output, up to the notes behind it.
#[test]
fn shown_outputs_are_the_compilers() {
    let (mistakes, mut count) = (mistakes(), 0);
    for page in PAGES {
        let text = read_page(page);
        for block in blocks(&text, "text").into_iter().filter(|block| block.starts_with("error")) {
            let shown = |output: &str| output.contains(block.trim_end());
            assert!(mistakes.iter().any(|file| shown(&file.output)), "{page}:\n{block}is not in tests/ui");
            count += 1;
        }
    }
    assert_eq!(count, 3, "in einsum!, broadcast! and the README");
}
