//! The methods and functions that a kernel may call, and what the runtime calls each: a trait (`Sqrt`) whose
//! function `apply` builds the expression.

use super::scope::Form;

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
    method("abs", "Abs", 0),
    method("acos", "Acos", 0),
    method("acosh", "Acosh", 0),
    method("arg", "ArgOf", 0),
    method("asin", "Asin", 0),
    method("asinh", "Asinh", 0),
    method("atan", "Atan", 0),
    method("atan2", "Atan2", 1),
    method("atanh", "Atanh", 0),
    method("cbrt", "Cbrt", 0),
    method("ceil", "Ceil", 0),
    method("clamp", "Clamp", 2),
    method("conj", "Conj", 0),
    method("copysign", "Copysign", 1),
    method("cos", "Cos", 0),
    method("cosh", "Cosh", 0),
    method("exp", "Exp", 0),
    method("exp2", "Exp2", 0),
    method("exp_m1", "ExpM1", 0),
    method("floor", "Floor", 0),
    method("fract", "Fract", 0),
    method("hypot", "Hypot", 1),
    method("is_finite", "IsFinite", 0),
    method("is_infinite", "IsInfinite", 0),
    method("is_nan", "IsNan", 0),
    method("ln", "Ln", 0),
    method("ln_1p", "Ln1p", 0),
    method("log", "Log", 1),
    method("log10", "Log10", 0),
    method("log2", "Log2", 0),
    method("max", "Max", 1),
    method("min", "Min", 1),
    method("mul_add", "MulAdd", 2),
    method("norm", "Norm", 0),
    method("norm_sqr", "NormSqr", 0),
    method("pow", "Pow", 1),
    method("powf", "Powf", 1),
    method("powi", "Powi", 1),
    method("recip", "Recip", 0),
    method("round", "Round", 0),
    method("signum", "Signum", 0),
    method("sin", "Sin", 0),
    method("sinh", "Sinh", 0),
    method("sqrt", "Sqrt", 0),
    method("tan", "Tan", 0),
    method("tanh", "Tanh", 0),
    method("to_degrees", "ToDegrees", 0),
    method("to_radians", "ToRadians", 0),
    method("trunc", "Trunc", 0),
    method("wrapping_add", "Add", 1),
    method("wrapping_mul", "Mul", 1),
    method("wrapping_neg", "Neg", 0),
    method("wrapping_sub", "Sub", 1),
];

/// The method of this name.
pub fn find(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name == name)
}

/// The methods of `Element` and its like, the arithmetic that kernels mean, which ufuncs have beside: in the scalar function, too, it never panics.
const OF_ELEMENTS: &[Method] = &[
    method("absolute", "Abs", 0),
    method("down", "Down", 0),
    method("minus", "Sub", 1),
    method("modulo", "Rem", 1),
    method("negated", "Neg", 0),
    method("over", "Div", 1),
    method("plus", "Add", 1),
    method("shifted_left", "Shl", 1),
    method("shifted_right", "Shr", 1),
    method("times", "Mul", 1),
];

/// The method of this name that values of a ufunc have.
pub fn find_in_ufunc(name: &str) -> Option<&'static Method> {
    find(name).or_else(|| OF_ELEMENTS.iter().find(|method| method.name == name))
}

/// What to write instead of a method that NumPy or another library calls so.
fn cure(name: &str) -> Option<&'static str> {
    Some(match name {
        "square" | "sqr" => "powi(2)",
        "power" => "powi(n)` or `powf(x)",
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
        _ => return None,
    })
}

/// What is said of a name that is no method of elements.
pub fn unknown(name: &str, form: Form) -> String {
    match name {
        "sum" | "mean" | "prod" if form == Form::Sums => format!(
            "`{name}` is a reduction, not a method of elements: in `einsum!` the labels that the output lacks are summed; \
             `broadcast!` has explicit reductions: `{name}[k](…)`"
        ),
        "all" | "any" | "count" | "argmin" | "argmax" if form == Form::Sums => format!(
            "`{name}` is a reduction, not a method of elements; `broadcast!` has explicit reductions: `{name}[k](…)`"
        ),
        "sum" | "mean" | "prod" | "all" | "any" | "count" | "argmin" | "argmax" => {
            format!("`{name}` is a reduction, not a method of elements: with labels, write `{name}[k](…)`")
        }
        "map" => "`map` is not a method of elements: write what the closure does to the element itself".to_owned(),
        _ => match cure(name).or_else(|| similar(name)) {
            Some(cure) => format!("`{name}` is not a method of elements; write `{cure}`"),
            None => format!(
                "`{name}` is not a method of elements: they have the methods of numbers, such as `sqrt`, `exp`, `powi`, `min`"
            ),
        },
    }
}

/// What is said of a name that is no method of the elements that a ufunc computes with.
pub fn unknown_in_ufunc(name: &str) -> String {
    match cure(name).or_else(|| similar(name)) {
        Some(cure) => format!("`{name}` is not a method that lanes have; write `{cure}`"),
        None => format!(
            "`{name}` is not a method that lanes have: they have the methods of numbers, such as `sqrt`, `exp`, `powi`, `min`; others \
             can be ufuncs of your own"
        ),
    }
}

/// What is said of a method with too many or too few arguments.
pub fn wrong_count(method: &Method, given: usize) -> String {
    let takes = match method.arguments {
        0 => "no argument".to_owned(),
        1 => "one argument".to_owned(),
        n => format!("{n} arguments"),
    };
    let verb = if given == 1 { "is" } else { "are" };
    let given = if given == 0 { "none".to_owned() } else { given.to_string() };
    let cure = match method.name {
        "log" => "; `ln` is the natural logarithm",
        "ln" => "; `log` takes a base",
        _ => "",
    };
    format!("`{}` takes {takes}, but {given} {verb} given{cure}", method.name)
}

/// Known names close to this one: a letter too many, too few, changed or swapped.
fn similar(name: &str) -> Option<&'static str> {
    METHODS.iter().map(|method| method.name).find(|known| distance(known, name) <= 1)
}

/// Levenshtein's distance, by the two-row recurrence.
pub fn distance(a: &str, b: &str) -> usize {
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
