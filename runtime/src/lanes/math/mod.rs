//! Vector math: the elementary functions over gangs, written once for all tiers.

/// c₀ + x·(c₁ + x·(c₂ + …)): `horner!(x; c0, c1, …)`, in one chain of multiplications and additions.
macro_rules! horner {
    ($x:expr; $c:expr $(,)?) => {
        $x.like($c)
    };
    ($x:expr; $c:expr, $($rest:expr),+ $(,)?) => {
        $crate::lanes::math::horner!($x; $($rest),+).madd($x, $x.like($c))
    };
}
pub(crate) use horner;

/// The same polynomial as of `horner!`, in two chains: the even and the odd powers.
macro_rules! polynomial {
    ($x:expr; $($c:expr),+ $(,)?) => {{
        let (x, square) = ($x, $x * $x);
        $crate::lanes::math::polynomial!(@ x square [] [] $($c),+)
    }};
    (@ $x:ident $square:ident [$($even:expr,)*] [$($odd:expr,)*] $a:expr, $b:expr $(, $rest:expr)*) => {
        $crate::lanes::math::polynomial!(@ $x $square [$($even,)* $a,] [$($odd,)* $b,] $($rest),*)
    };
    (@ $x:ident $square:ident [$($even:expr,)*] [$($odd:expr,)*] $($a:expr)?) => {{
        let odd = $crate::lanes::math::horner!($square; $($odd),*);
        odd.madd($x, $crate::lanes::math::horner!($square; $($even,)* $($a)?))
    }};
}
pub(crate) use polynomial;

/// The same polynomial in as few steps as can be (Estrin): neighbours joined in pairs, and those in pairs, with the squares of squares.
macro_rules! estrin {
    ($x:expr; $($c:expr),+ $(,)?) => {{
        let x = $x;
        $crate::lanes::math::estrin!(@ x [] $(x.like($c)),+)
    }};
    (@ $x:ident [] $a:expr $(,)?) => {
        $a
    };
    (@ $x:ident [$($pair:expr,)*] $a:expr, $b:expr $(, $rest:expr)* $(,)?) => {
        $crate::lanes::math::estrin!(@ $x [$($pair,)* $b.madd($x, $a),] $($rest),*)
    };
    (@ $x:ident [$pair:expr,]) => {
        $pair
    };
    (@ $x:ident [$($pair:expr,)+] $($a:expr)?) => {{
        let square = $x * $x;
        $crate::lanes::math::estrin!(@ square [] $($pair,)+ $($a)?)
    }};
}
pub(crate) use estrin;

pub mod f32;
pub mod f64;
mod powi;

pub use powi::{powi, powi_uniform};
