//! The command line.

use crate::functions::FUNCTIONS;

pub const USAGE: &str = "\
The largest errors of einsum!'s functions, in units in the last place.

cargo run --release --example ulp -- [options]

  --count N         arguments per function and type (10000000)
  --quick           the same as --count 100000
  --slow            all 2^32 arguments of the functions of one f32; nothing else; takes hours
  --function NAME   this function alone
  --type f32|f64    this type alone
  --tier NAME       this tier alone: portable, v3 or v4
  --arguments       list the worst argument of every function, type and tier
";

#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    pub count: u64,
    pub slow: bool,
    pub function: Option<String>,
    pub element: Option<String>,
    pub tier: Option<String>,
    pub arguments: bool,
    /// Set by the program itself: measure the tier of the environment and print rows.
    pub worker: bool,
}

/// What the program passes to itself.
pub const WORKER: &str = "--worker";

impl Options {
    pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            count: 10_000_000,
            slow: false,
            function: None,
            element: None,
            tier: None,
            arguments: false,
            worker: false,
        };
        let mut arguments = arguments.into_iter();
        while let Some(option) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("`{option}` needs a value"));
            match option.as_str() {
                "--count" => options.count = number(&value()?)?,
                "--quick" => options.count = 100_000,
                "--slow" => options.slow = true,
                "--function" => options.function = Some(known("function", value()?, FUNCTIONS.iter().map(|f| f.name))?),
                "--type" => options.element = Some(known("type", value()?, ["f32", "f64"])?),
                "--tier" => options.tier = Some(known("tier", value()?, ["portable", "v3", "v4"])?),
                "--arguments" => options.arguments = true,
                WORKER => options.worker = true,
                _ => return Err(format!("unknown option `{option}`")),
            }
        }
        Ok(options)
    }
}

fn number(text: &str) -> Result<u64, String> {
    text.replace('_', "").parse().map_err(|_| format!("`{text}` is not a number of arguments"))
}

fn known<'a>(kind: &str, name: String, names: impl IntoIterator<Item = &'a str>) -> Result<String, String> {
    let names: Vec<_> = names.into_iter().collect();
    if names.contains(&name.as_str()) {
        return Ok(name);
    }
    Err(format!("no {kind} `{name}`: there are {}", names.join(", ")))
}
