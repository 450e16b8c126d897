//! Signatures that NumPy cannot read, and results of lengths that no call could tell.

use ndweave::ufunc;

// um-190: '(x)(y)->()'
ufunc! {
    fn um_190(x: [f64; x] y: [f64; y]) -> f64 { 0.0 }
}

// um-193: '(0)->()'
ufunc! {
    fn um_193(x: [f64; 0]) -> f64 { 0.0 }
}

// um-194: '(-1)->()'
ufunc! {
    fn um_194(x: [f64; -1]) -> f64 { 0.0 }
}

// um-195: '(i j)->()'
ufunc! {
    fn um_195(x: [f64; i j]) -> f64 { 0.0 }
}

// um-196: '(i)-()'
ufunc! {
    fn um_196(x: [f64; i]) - f64 { 0.0 }
}

// um-197: '(i)->()->()'
ufunc! {
    fn um_197(x: [f64; i]) -> f64 -> f64 { 0.0 }
}

// um-198: ''
ufunc! {
    fn um_198() -> f64 { 0.0 }
}

// um-199: '(i*)->()'
ufunc! {
    fn um_199(x: [f64; i*]) -> f64 { 0.0 }
}

// um-200: '(i),(i)'
ufunc! {
    fn um_200(x: [f64; i], y: [f64; i]) {}
}

// um-185: '(i1, i12),   (J_1)->(i12, i2)'
ufunc! {
    fn um_185(_x0: [[f64; i12]; i1], _x1: [f64; J_1]) -> [[f64; i2]; i12] { let mut out0 = [[0.0; i2]; i12]; out0 }
}

// um-188: '(x)->(y),()'
ufunc! {
    fn um_188(_x0: [f64; x]) -> ([f64; y], f64) { let mut out0 = [0.0; y]; (out0, 0.0) }
}

// um-189: '(  ), ( a,  b,c )  ,(  d)   ->   (d  ,  e)'
ufunc! {
    fn um_189(_x0: f64, _x1: [[[f64; c]; b]; a], _x2: [f64; d]) -> [[f64; e]; d] { let mut out0 = [[0.0; e]; d]; out0 }
}

fn main() {}
