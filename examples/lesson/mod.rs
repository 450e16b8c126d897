//! What the lessons share: options, headings, `show!`, NumPy's values, tables of times, pictures.

mod numpy;
mod picture;
pub mod times;

use std::env;
use std::error::Error;
use std::fmt::Display;
use std::fs;
use std::path::PathBuf;

pub use numpy::NumPy;
pub use picture::{Picture, read_greys};
pub use times::Times;

pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// Text is broken here.
const WIDTH: usize = 88;

/// What the command line asks for: `--short`, and a folder for the pictures.
pub struct Options {
    /// Smaller sizes, everything once, no times.
    pub short: bool,
    /// Where pictures go.
    pub pictures: PathBuf,
}

impl Options {
    /// Reads the command line of the lesson `name`, and makes the folder.
    pub fn read(name: &str) -> Outcome<Self> {
        let target = concat!(env!("CARGO_MANIFEST_DIR"), "/target/lessons/");
        let mut options = Options { short: false, pictures: PathBuf::from(target).join(name) };
        for argument in env::args().skip(1) {
            match argument.as_str() {
                "--short" => options.short = true,
                flag if flag.starts_with('-') => {
                    return Err(format!("{flag} is none of: --short, a folder for the pictures").into());
                }
                folder => options.pictures = PathBuf::from(folder),
            }
        }
        fs::create_dir_all(&options.pictures)?;
        Ok(options)
    }

    /// The path of a picture, which is printed.
    pub fn picture(&self, name: &str) -> PathBuf {
        let path = self.pictures.join(name);
        println!("    picture: {}\n", path.display());
        path
    }
}

/// The lesson's name.
pub fn title(name: &str) {
    println!("\n{name}\n{}", "═".repeat(name.chars().count()));
}

/// A section of the lesson.
pub fn section(name: &str) {
    println!("\n\n{name}\n{}\n", "─".repeat(name.chars().count()));
}

/// A paragraph.
pub fn text(paragraph: &str) {
    let mut line = String::new();
    for word in paragraph.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
            println!("{line}");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line += word;
    }
    println!("{line}\n");
}

/// Code that is shown, not run by this line.
pub fn code(lines: &str) {
    for line in lines.lines() {
        println!("  │ {line}");
    }
    println!();
}

/// A value, indented, with an empty line behind.
pub fn value(printed: impl Display) {
    for line in printed.to_string().lines() {
        println!("    {line}");
    }
    println!();
}

/// What the compiler says to a mistake: the text of a file of `tests/ui`, which `cargo test --test ui` keeps true.
/// The help and the notes behind the message are left out.
pub fn compiler_says(message: &str) {
    let mut shown = false;
    for line in message.lines() {
        if line.starts_with("error") {
            shown = true;
        } else if line.trim_start().starts_with("= ") || line.starts_with("help") || line.starts_with("note") {
            shown = false;
        }
        if shown {
            println!("    {line}");
        }
    }
    println!();
}

/// The message of a panic, without the panic's own print.
pub fn panic_of(kernel: impl FnOnce() + std::panic::UnwindSafe) -> String {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = std::panic::catch_unwind(kernel);
    std::panic::set_hook(hook);
    let panic = outcome.expect_err("this panics");
    match panic.downcast::<String>() {
        Ok(message) => *message,
        Err(panic) => panic.downcast_ref::<&str>().map_or_else(String::new, |message| (*message).to_owned()),
    }
}

/// Prints an expression and its value, and gives the value.
macro_rules! show {
    ($e:expr) => {{
        $crate::lesson::code(stringify!($e));
        let value = $e;
        $crate::lesson::value(ndweave::Operand::as_view(&value));
        value
    }};
}
pub(crate) use show;
