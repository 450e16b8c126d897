// Written by tests/generate/ufunc_methods.py from tests/data/ufunc_methods.json. Do not edit.
//
// 5 of 17 entries; the compiler refuses the others: see tests/ui/ufunc_methods_cases/signatures.rs.

use crate::prelude::*;

// (i),(i)->()
ndweave::ufunc! {
    fn um_184(_x0: [f64; i], _x1: [f64; i]) -> f64 { 0.0 }
}

#[test]
fn reads_um_184() {
    let call = |x0: [usize; 2], x1: [usize; 2]| {
        CoreCall::<um_184, (f64, f64)>::run((&Array::<f64, _>::zeros(x0), &Array::<f64, _>::zeros(x1)))
            .map(|out| out.extents().to_vec())
    };
    assert_eq!(call([2, 4], [2, 4]).unwrap(), [2]);
    assert!(call([2, 5], [2, 4]).is_err());
    assert!(call([2, 4], [2, 5]).is_err());
}

// (3?),(3?,3?),(n)->(9)
ndweave::ufunc! {
    fn um_186(_x0: [f64; 3], _x1: [[f64; 3]; 3], _x2: [f64; n]) -> [f64; 9] { [0.0; 9] }
}

#[test]
fn reads_um_186() {
    let call = |x0: [usize; 2], x1: [usize; 3], x2: [usize; 2]| {
        CoreCall::<um_186, (f64, f64, f64)>::run((
            &Array::<f64, _>::zeros(x0),
            &Array::<f64, _>::zeros(x1),
            &Array::<f64, _>::zeros(x2),
        ))
        .map(|out| out.extents().to_vec())
    };
    assert_eq!(call([2, 3], [2, 3, 3], [2, 4]).unwrap(), [2, 9]);
    assert!(call([2, 4], [2, 3, 3], [2, 4]).is_err());
    assert!(call([2, 3], [2, 4, 3], [2, 4]).is_err());
    assert!(call([2, 3], [2, 3, 4], [2, 4]).is_err());
    assert!(call([2, 3], [2, 3, 3], [2, 5]).is_ok());
}

// (3?),(3?,3?),(n)->(9)
ndweave::ufunc! {
    fn um_186_without(_x0: f64, _x1: f64, _x2: [f64; n]) -> [f64; 9] { [0.0; 9] }
}

#[test]
fn reads_um_186_without() {
    let call = |x0: [usize; 1], x1: [usize; 1], x2: [usize; 2]| {
        CoreCall::<um_186_without, (f64, f64, f64)>::run((
            &Array::<f64, _>::zeros(x0),
            &Array::<f64, _>::zeros(x1),
            &Array::<f64, _>::zeros(x2),
        ))
        .map(|out| out.extents().to_vec())
    };
    assert_eq!(call([2], [2], [2, 4]).unwrap(), [2, 9]);
    assert!(call([2], [2], [2, 5]).is_ok());
}

// ( 3? ) , (3? ,  3?) ,(n )-> ( 9)
ndweave::ufunc! {
    fn um_187(_x0: [f64; 3], _x1: [[f64; 3]; 3], _x2: [f64; n]) -> [f64; 9] { [0.0; 9] }
}

#[test]
fn reads_um_187() {
    let call = |x0: [usize; 2], x1: [usize; 3], x2: [usize; 2]| {
        CoreCall::<um_187, (f64, f64, f64)>::run((
            &Array::<f64, _>::zeros(x0),
            &Array::<f64, _>::zeros(x1),
            &Array::<f64, _>::zeros(x2),
        ))
        .map(|out| out.extents().to_vec())
    };
    assert_eq!(call([2, 3], [2, 3, 3], [2, 4]).unwrap(), [2, 9]);
    assert!(call([2, 4], [2, 3, 3], [2, 4]).is_err());
    assert!(call([2, 3], [2, 4, 3], [2, 4]).is_err());
    assert!(call([2, 3], [2, 3, 4], [2, 4]).is_err());
    assert!(call([2, 3], [2, 3, 3], [2, 5]).is_ok());
}

// ( 3? ) , (3? ,  3?) ,(n )-> ( 9)
ndweave::ufunc! {
    fn um_187_without(_x0: f64, _x1: f64, _x2: [f64; n]) -> [f64; 9] { [0.0; 9] }
}

#[test]
fn reads_um_187_without() {
    let call = |x0: [usize; 1], x1: [usize; 1], x2: [usize; 2]| {
        CoreCall::<um_187_without, (f64, f64, f64)>::run((
            &Array::<f64, _>::zeros(x0),
            &Array::<f64, _>::zeros(x1),
            &Array::<f64, _>::zeros(x2),
        ))
        .map(|out| out.extents().to_vec())
    };
    assert_eq!(call([2], [2], [2, 4]).unwrap(), [2, 9]);
    assert!(call([2], [2], [2, 5]).is_ok());
}

// (_a)->(_a)
ndweave::ufunc! {
    fn um_191(_x0: [f64; _a]) -> [f64; _a] { let mut out0 = [0.0; _a]; out0 }
}

#[test]
fn reads_um_191() {
    let call = |x0: [usize; 2]| {
        CoreCall::<um_191, (f64,)>::run((&Array::<f64, _>::zeros(x0),)).map(|out| out.extents().to_vec())
    };
    assert_eq!(call([2, 4]).unwrap(), [2, 4]);
    assert!(call([2, 5]).is_ok());
}

// ()->()
ndweave::ufunc! {
    fn um_192(_x0: f64) -> f64 { 0.0 }
}

#[test]
fn reads_um_192() {
    let call =
        |x0: [usize; 1]| Call::<um_192, (f64,)>::run((&Array::<f64, _>::zeros(x0),)).map(|out| out.extents().to_vec());
    assert_eq!(call([2]).unwrap(), [2]);
}
