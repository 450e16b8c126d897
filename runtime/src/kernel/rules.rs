//! The rules by which the extents of one label agree, with the label in the message.
//!
//! rustc prints a type in a message with its whole path, so a label that is a type of the expansion's would read
//! `main::j`. Labels of one letter therefore have a rule of their own each; a longer label, which always stands as a token
//! of its own that rustc underlines, is a type parameter. (A trait declared by the expansion could carry any text, but
//! `#[diagnostic]` does not resolve under `#![no_implicit_prelude]`.)

use super::agree::{Axis, Joins, Pair};

/// One rule: `agree` joins the extent types of a pair. `Known` is what is known of both: unknown where they do not
/// agree, so that one mistake is one error.
macro_rules! rules {
    ($($Rule:ident $message:literal $label:literal;)*) => { $(
        #[doc = $label]
        #[diagnostic::on_unimplemented(message = $message, label = $label)]
        pub trait $Rule<Other, Known>: Sized {
            /// What is known of both extents.
            fn agree(pair: Pair<Self, Other>) -> Axis<Known>;
        }

        #[diagnostic::do_not_recommend]
        impl<A: Joins<B>, B> $Rule<B, A::Known> for A {
            #[inline(always)]
            fn agree(_: Pair<A, B>) -> Axis<A::Known> {
                Axis::marker()
            }
        }
    )* };
    ($($Rule:ident<Label> $message:literal $label:literal;)*) => { $(
        #[doc = $label]
        #[diagnostic::on_unimplemented(message = $message, label = $label)]
        pub trait $Rule<Label, Other, Known>: Sized {
            /// What is known of both extents.
            fn agree(pair: Pair<Self, Other>) -> Axis<Known>;
        }

        #[diagnostic::do_not_recommend]
        impl<Label, A: Joins<B>, B> $Rule<Label, B, A::Known> for A {
            #[inline(always)]
            fn agree(_: Pair<A, B>) -> Axis<A::Known> {
                Axis::marker()
            }
        }
    )* };
}

/// A label of several letters.
pub mod word {
    use super::*;

    rules! {
        Operands<Label>
            "axis `{Label}` is `{Self}` in one operand but `{Other}` in another"
            "this axis is `{Other}`";
        Diagonal<Label>
            "axis `{Label}` is both `{Self}` and `{Other}` in one operand"
            "this axis is `{Other}`";
        Output<Label>
            "axis `{Label}` is `{Self}` in the operands but `{Other}` in the output"
            "this axis is `{Other}`";
    }
}

/// The axes of an ellipsis.
pub mod ellipsis_axis {
    use super::*;

    rules! {
        Operands "an axis is `{Self}` in one operand but `{Other}` in another, and neither is 1" "this axis is `{Other}`";
        Output "an ellipsis axis is `{Self}` in the operands but `{Other}` in the output" "this axis is `{Other}`";
        Target "an axis is `{Self}` in the operands but `{Other}` in the output, which does not stretch" "this axis is `{Other}`";
    }
}

macro_rules! letters {
    ($($letter:ident $operands:literal $diagonal:literal $output:literal $label:literal;)*) => { $(
        #[doc = $label]
        #[allow(non_snake_case)]
        pub mod $letter {
            use super::*;

            rules! {
                Operands $operands $label;
                Diagonal $diagonal $label;
                Output $output $label;
            }
        }
    )* };
}

letters! {
    a
        "axis `a` is `{Self}` in one operand but `{Other}` in another"
        "axis `a` is both `{Self}` and `{Other}` in one operand"
        "axis `a` is `{Self}` in the operands but `{Other}` in the output"
        "axis `a` is `{Other}` here";
    b
        "axis `b` is `{Self}` in one operand but `{Other}` in another"
        "axis `b` is both `{Self}` and `{Other}` in one operand"
        "axis `b` is `{Self}` in the operands but `{Other}` in the output"
        "axis `b` is `{Other}` here";
    c
        "axis `c` is `{Self}` in one operand but `{Other}` in another"
        "axis `c` is both `{Self}` and `{Other}` in one operand"
        "axis `c` is `{Self}` in the operands but `{Other}` in the output"
        "axis `c` is `{Other}` here";
    d
        "axis `d` is `{Self}` in one operand but `{Other}` in another"
        "axis `d` is both `{Self}` and `{Other}` in one operand"
        "axis `d` is `{Self}` in the operands but `{Other}` in the output"
        "axis `d` is `{Other}` here";
    e
        "axis `e` is `{Self}` in one operand but `{Other}` in another"
        "axis `e` is both `{Self}` and `{Other}` in one operand"
        "axis `e` is `{Self}` in the operands but `{Other}` in the output"
        "axis `e` is `{Other}` here";
    f
        "axis `f` is `{Self}` in one operand but `{Other}` in another"
        "axis `f` is both `{Self}` and `{Other}` in one operand"
        "axis `f` is `{Self}` in the operands but `{Other}` in the output"
        "axis `f` is `{Other}` here";
    g
        "axis `g` is `{Self}` in one operand but `{Other}` in another"
        "axis `g` is both `{Self}` and `{Other}` in one operand"
        "axis `g` is `{Self}` in the operands but `{Other}` in the output"
        "axis `g` is `{Other}` here";
    h
        "axis `h` is `{Self}` in one operand but `{Other}` in another"
        "axis `h` is both `{Self}` and `{Other}` in one operand"
        "axis `h` is `{Self}` in the operands but `{Other}` in the output"
        "axis `h` is `{Other}` here";
    i
        "axis `i` is `{Self}` in one operand but `{Other}` in another"
        "axis `i` is both `{Self}` and `{Other}` in one operand"
        "axis `i` is `{Self}` in the operands but `{Other}` in the output"
        "axis `i` is `{Other}` here";
    j
        "axis `j` is `{Self}` in one operand but `{Other}` in another"
        "axis `j` is both `{Self}` and `{Other}` in one operand"
        "axis `j` is `{Self}` in the operands but `{Other}` in the output"
        "axis `j` is `{Other}` here";
    k
        "axis `k` is `{Self}` in one operand but `{Other}` in another"
        "axis `k` is both `{Self}` and `{Other}` in one operand"
        "axis `k` is `{Self}` in the operands but `{Other}` in the output"
        "axis `k` is `{Other}` here";
    l
        "axis `l` is `{Self}` in one operand but `{Other}` in another"
        "axis `l` is both `{Self}` and `{Other}` in one operand"
        "axis `l` is `{Self}` in the operands but `{Other}` in the output"
        "axis `l` is `{Other}` here";
    m
        "axis `m` is `{Self}` in one operand but `{Other}` in another"
        "axis `m` is both `{Self}` and `{Other}` in one operand"
        "axis `m` is `{Self}` in the operands but `{Other}` in the output"
        "axis `m` is `{Other}` here";
    n
        "axis `n` is `{Self}` in one operand but `{Other}` in another"
        "axis `n` is both `{Self}` and `{Other}` in one operand"
        "axis `n` is `{Self}` in the operands but `{Other}` in the output"
        "axis `n` is `{Other}` here";
    o
        "axis `o` is `{Self}` in one operand but `{Other}` in another"
        "axis `o` is both `{Self}` and `{Other}` in one operand"
        "axis `o` is `{Self}` in the operands but `{Other}` in the output"
        "axis `o` is `{Other}` here";
    p
        "axis `p` is `{Self}` in one operand but `{Other}` in another"
        "axis `p` is both `{Self}` and `{Other}` in one operand"
        "axis `p` is `{Self}` in the operands but `{Other}` in the output"
        "axis `p` is `{Other}` here";
    q
        "axis `q` is `{Self}` in one operand but `{Other}` in another"
        "axis `q` is both `{Self}` and `{Other}` in one operand"
        "axis `q` is `{Self}` in the operands but `{Other}` in the output"
        "axis `q` is `{Other}` here";
    r
        "axis `r` is `{Self}` in one operand but `{Other}` in another"
        "axis `r` is both `{Self}` and `{Other}` in one operand"
        "axis `r` is `{Self}` in the operands but `{Other}` in the output"
        "axis `r` is `{Other}` here";
    s
        "axis `s` is `{Self}` in one operand but `{Other}` in another"
        "axis `s` is both `{Self}` and `{Other}` in one operand"
        "axis `s` is `{Self}` in the operands but `{Other}` in the output"
        "axis `s` is `{Other}` here";
    t
        "axis `t` is `{Self}` in one operand but `{Other}` in another"
        "axis `t` is both `{Self}` and `{Other}` in one operand"
        "axis `t` is `{Self}` in the operands but `{Other}` in the output"
        "axis `t` is `{Other}` here";
    u
        "axis `u` is `{Self}` in one operand but `{Other}` in another"
        "axis `u` is both `{Self}` and `{Other}` in one operand"
        "axis `u` is `{Self}` in the operands but `{Other}` in the output"
        "axis `u` is `{Other}` here";
    v
        "axis `v` is `{Self}` in one operand but `{Other}` in another"
        "axis `v` is both `{Self}` and `{Other}` in one operand"
        "axis `v` is `{Self}` in the operands but `{Other}` in the output"
        "axis `v` is `{Other}` here";
    w
        "axis `w` is `{Self}` in one operand but `{Other}` in another"
        "axis `w` is both `{Self}` and `{Other}` in one operand"
        "axis `w` is `{Self}` in the operands but `{Other}` in the output"
        "axis `w` is `{Other}` here";
    x
        "axis `x` is `{Self}` in one operand but `{Other}` in another"
        "axis `x` is both `{Self}` and `{Other}` in one operand"
        "axis `x` is `{Self}` in the operands but `{Other}` in the output"
        "axis `x` is `{Other}` here";
    y
        "axis `y` is `{Self}` in one operand but `{Other}` in another"
        "axis `y` is both `{Self}` and `{Other}` in one operand"
        "axis `y` is `{Self}` in the operands but `{Other}` in the output"
        "axis `y` is `{Other}` here";
    z
        "axis `z` is `{Self}` in one operand but `{Other}` in another"
        "axis `z` is both `{Self}` and `{Other}` in one operand"
        "axis `z` is `{Self}` in the operands but `{Other}` in the output"
        "axis `z` is `{Other}` here";
    A
        "axis `A` is `{Self}` in one operand but `{Other}` in another"
        "axis `A` is both `{Self}` and `{Other}` in one operand"
        "axis `A` is `{Self}` in the operands but `{Other}` in the output"
        "axis `A` is `{Other}` here";
    B
        "axis `B` is `{Self}` in one operand but `{Other}` in another"
        "axis `B` is both `{Self}` and `{Other}` in one operand"
        "axis `B` is `{Self}` in the operands but `{Other}` in the output"
        "axis `B` is `{Other}` here";
    C
        "axis `C` is `{Self}` in one operand but `{Other}` in another"
        "axis `C` is both `{Self}` and `{Other}` in one operand"
        "axis `C` is `{Self}` in the operands but `{Other}` in the output"
        "axis `C` is `{Other}` here";
    D
        "axis `D` is `{Self}` in one operand but `{Other}` in another"
        "axis `D` is both `{Self}` and `{Other}` in one operand"
        "axis `D` is `{Self}` in the operands but `{Other}` in the output"
        "axis `D` is `{Other}` here";
    E
        "axis `E` is `{Self}` in one operand but `{Other}` in another"
        "axis `E` is both `{Self}` and `{Other}` in one operand"
        "axis `E` is `{Self}` in the operands but `{Other}` in the output"
        "axis `E` is `{Other}` here";
    F
        "axis `F` is `{Self}` in one operand but `{Other}` in another"
        "axis `F` is both `{Self}` and `{Other}` in one operand"
        "axis `F` is `{Self}` in the operands but `{Other}` in the output"
        "axis `F` is `{Other}` here";
    G
        "axis `G` is `{Self}` in one operand but `{Other}` in another"
        "axis `G` is both `{Self}` and `{Other}` in one operand"
        "axis `G` is `{Self}` in the operands but `{Other}` in the output"
        "axis `G` is `{Other}` here";
    H
        "axis `H` is `{Self}` in one operand but `{Other}` in another"
        "axis `H` is both `{Self}` and `{Other}` in one operand"
        "axis `H` is `{Self}` in the operands but `{Other}` in the output"
        "axis `H` is `{Other}` here";
    I
        "axis `I` is `{Self}` in one operand but `{Other}` in another"
        "axis `I` is both `{Self}` and `{Other}` in one operand"
        "axis `I` is `{Self}` in the operands but `{Other}` in the output"
        "axis `I` is `{Other}` here";
    J
        "axis `J` is `{Self}` in one operand but `{Other}` in another"
        "axis `J` is both `{Self}` and `{Other}` in one operand"
        "axis `J` is `{Self}` in the operands but `{Other}` in the output"
        "axis `J` is `{Other}` here";
    K
        "axis `K` is `{Self}` in one operand but `{Other}` in another"
        "axis `K` is both `{Self}` and `{Other}` in one operand"
        "axis `K` is `{Self}` in the operands but `{Other}` in the output"
        "axis `K` is `{Other}` here";
    L
        "axis `L` is `{Self}` in one operand but `{Other}` in another"
        "axis `L` is both `{Self}` and `{Other}` in one operand"
        "axis `L` is `{Self}` in the operands but `{Other}` in the output"
        "axis `L` is `{Other}` here";
    M
        "axis `M` is `{Self}` in one operand but `{Other}` in another"
        "axis `M` is both `{Self}` and `{Other}` in one operand"
        "axis `M` is `{Self}` in the operands but `{Other}` in the output"
        "axis `M` is `{Other}` here";
    N
        "axis `N` is `{Self}` in one operand but `{Other}` in another"
        "axis `N` is both `{Self}` and `{Other}` in one operand"
        "axis `N` is `{Self}` in the operands but `{Other}` in the output"
        "axis `N` is `{Other}` here";
    O
        "axis `O` is `{Self}` in one operand but `{Other}` in another"
        "axis `O` is both `{Self}` and `{Other}` in one operand"
        "axis `O` is `{Self}` in the operands but `{Other}` in the output"
        "axis `O` is `{Other}` here";
    P
        "axis `P` is `{Self}` in one operand but `{Other}` in another"
        "axis `P` is both `{Self}` and `{Other}` in one operand"
        "axis `P` is `{Self}` in the operands but `{Other}` in the output"
        "axis `P` is `{Other}` here";
    Q
        "axis `Q` is `{Self}` in one operand but `{Other}` in another"
        "axis `Q` is both `{Self}` and `{Other}` in one operand"
        "axis `Q` is `{Self}` in the operands but `{Other}` in the output"
        "axis `Q` is `{Other}` here";
    R
        "axis `R` is `{Self}` in one operand but `{Other}` in another"
        "axis `R` is both `{Self}` and `{Other}` in one operand"
        "axis `R` is `{Self}` in the operands but `{Other}` in the output"
        "axis `R` is `{Other}` here";
    S
        "axis `S` is `{Self}` in one operand but `{Other}` in another"
        "axis `S` is both `{Self}` and `{Other}` in one operand"
        "axis `S` is `{Self}` in the operands but `{Other}` in the output"
        "axis `S` is `{Other}` here";
    T
        "axis `T` is `{Self}` in one operand but `{Other}` in another"
        "axis `T` is both `{Self}` and `{Other}` in one operand"
        "axis `T` is `{Self}` in the operands but `{Other}` in the output"
        "axis `T` is `{Other}` here";
    U
        "axis `U` is `{Self}` in one operand but `{Other}` in another"
        "axis `U` is both `{Self}` and `{Other}` in one operand"
        "axis `U` is `{Self}` in the operands but `{Other}` in the output"
        "axis `U` is `{Other}` here";
    V
        "axis `V` is `{Self}` in one operand but `{Other}` in another"
        "axis `V` is both `{Self}` and `{Other}` in one operand"
        "axis `V` is `{Self}` in the operands but `{Other}` in the output"
        "axis `V` is `{Other}` here";
    W
        "axis `W` is `{Self}` in one operand but `{Other}` in another"
        "axis `W` is both `{Self}` and `{Other}` in one operand"
        "axis `W` is `{Self}` in the operands but `{Other}` in the output"
        "axis `W` is `{Other}` here";
    X
        "axis `X` is `{Self}` in one operand but `{Other}` in another"
        "axis `X` is both `{Self}` and `{Other}` in one operand"
        "axis `X` is `{Self}` in the operands but `{Other}` in the output"
        "axis `X` is `{Other}` here";
    Y
        "axis `Y` is `{Self}` in one operand but `{Other}` in another"
        "axis `Y` is both `{Self}` and `{Other}` in one operand"
        "axis `Y` is `{Self}` in the operands but `{Other}` in the output"
        "axis `Y` is `{Other}` here";
    Z
        "axis `Z` is `{Self}` in one operand but `{Other}` in another"
        "axis `Z` is both `{Self}` and `{Other}` in one operand"
        "axis `Z` is `{Self}` in the operands but `{Other}` in the output"
        "axis `Z` is `{Other}` here";
}
