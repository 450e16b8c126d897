//! The methods and functions that a kernel may call, and the runtime's name for each.

/// A method: its name in Rust, the runtime's constructor, and how many arguments it takes beside the receiver.
pub struct Method {
    pub name: &'static str,
    pub constructor: &'static str,
    pub arguments: usize,
}

const fn method(name: &'static str, constructor: &'static str, arguments: usize) -> Method {
    Method { name, constructor, arguments }
}

/// Every method of the notation.
pub const METHODS: &[Method] = &[
    method("abs", "abs", 0),
    method("acos", "acos", 0),
    method("acosh", "acosh", 0),
    method("arg", "arg_of", 0),
    method("asin", "asin", 0),
    method("asinh", "asinh", 0),
    method("atan", "atan", 0),
    method("atan2", "atan2", 1),
    method("atanh", "atanh", 0),
    method("cbrt", "cbrt", 0),
    method("ceil", "ceil", 0),
    method("clamp", "clamp", 2),
    method("conj", "conj", 0),
    method("copysign", "copysign", 1),
    method("cos", "cos", 0),
    method("cosh", "cosh", 0),
    method("exp", "exp", 0),
    method("exp2", "exp2", 0),
    method("exp_m1", "exp_m1", 0),
    method("floor", "floor", 0),
    method("fract", "fract", 0),
    method("hypot", "hypot", 1),
    method("is_finite", "is_finite", 0),
    method("is_infinite", "is_infinite", 0),
    method("is_nan", "is_nan", 0),
    method("ln", "ln", 0),
    method("ln_1p", "ln_1p", 0),
    method("log", "log", 1),
    method("log10", "log10", 0),
    method("log2", "log2", 0),
    method("max", "max", 1),
    method("min", "min", 1),
    method("mul_add", "mul_add", 2),
    method("norm", "norm", 0),
    method("norm_sqr", "norm_sqr", 0),
    method("pow", "pow", 1),
    method("powf", "powf", 1),
    method("powi", "powi", 1),
    method("recip", "recip", 0),
    method("round", "round", 0),
    method("signum", "signum", 0),
    method("sin", "sin", 0),
    method("sinh", "sinh", 0),
    method("sqrt", "sqrt", 0),
    method("tan", "tan", 0),
    method("tanh", "tanh", 0),
    method("to_degrees", "to_degrees", 0),
    method("to_radians", "to_radians", 0),
    method("trunc", "trunc", 0),
    method("wrapping_add", "add", 1),
    method("wrapping_mul", "mul", 1),
    method("wrapping_neg", "neg", 0),
    method("wrapping_sub", "sub", 1),
];

/// The method of this name.
pub fn find(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name == name)
}

/// What to write instead of a method that NumPy or another library calls so.
pub fn cure(name: &str) -> Option<&'static str> {
    Some(match name {
        "square" | "sqr" => "powi(2)",
        "log" => "ln",
        "power" | "pow" => "powi(n)` or `powf(x)",
        "absolute" | "fabs" => "abs",
        "sign" => "signum",
        "arctan2" => "atan2",
        "maximum" => "max",
        "minimum" => "min",
        "conjugate" => "conj",
        "clip" => "clamp",
        "log1p" => "ln_1p",
        "expm1" => "exp_m1",
        "reciprocal" => "recip",
        "sum" | "mean" | "prod" => {
            "` is a reduction, not a method of an element; in `einsum!` labels that the output lacks are summed: `-> [labels]"
        }
        _ => return None,
    })
}

/// Known names close to this one: a letter too many, too few, changed or swapped.
pub fn similar(name: &str) -> Option<&'static str> {
    METHODS.iter().map(|method| method.name).find(|known| distance(known, name) <= 1)
}

/// Levenshtein's distance, by the two-row recurrence.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, right) in b.chars().enumerate() {
            let changed = diagonal + usize::from(left != right);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.chars().count()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_names_and_near_names() {
        assert_eq!(find("powi").map(|method| method.arguments), Some(1));
        assert_eq!(similar("sqr"), Some("sqrt"));
        assert_eq!(similar("frobnicate"), None);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
