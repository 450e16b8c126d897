// Written by tests/generate/ufunc_methods.py from tests/data/ufunc_methods.json. Do not edit.

use crate::prelude::*;

#[test]
fn um_137() {
    let expect = all(&[2, 2], &[2, 27, 16, 5]);
    let mask = given::<bool>(&[2, 2], list(&[false, true, true, false])).lay();
    let mask = view!(&mask, 2);
    each!(given::<i64>(&[2, 2], arange(2, 1)), 2, |a| {
        each!(given::<i64>(&[2], list(&[2, 3])), 1, |b| {
            each_mut!(
                given::<i64>(&[2, 2], arange(2, 1)),
                2,
                |x| CallInto::<power, (i64, i64,), _>::run_masked((a, b,), x, mask),
                expect
            )
        });
    });
}

#[test]
fn um_138() {
    let expect = all(&[10], &[2.0, 1.5, 1.5, 2.0, 1.5, 1.5, 2.0, 2.0, 2.0, 1.5]);
    let mask = given::<bool>(&[10], list(&[true, false, false, true, false, false, true, true, true, false])).lay();
    let mask = view!(&mask, 1);
    each!(given::<f64>(&[10], constant(1.0)), 1, |a| {
        each!(given::<f64>(&[10], constant(1.0)), 1, |b| {
            each_mut!(
                given::<f64>(&[10], constant(1.5)),
                1,
                |x| CallInto::<ufuncs::add, (f64, f64,), _>::run_masked((a, b,), x, mask),
                expect
            )
        });
    });
}

#[test]
fn um_139() {
    let expect = digest(
        &[5, 4, 3],
        120.0,
        3740.0,
        &[(0, 0.0), (1, 2.0), (2, 4.0), (8, 4.0), (20, 4.0), (30, 0.0), (40, 2.0), (58, 2.0), (59, 4.0)],
    );
    each!(given::<f64>(&[1, 3], arange(0, 1)), 2, |a| {
        each!(given::<f64>(&[1, 3], arange(0, 1)), 2, |b| {
            each_mut!(
                given::<f64>(&[5, 4, 3], constant(9.0)),
                3,
                |x| CallInto::<ufuncs::add, (f64, f64,), _>::run_into((a, b,), x),
                expect
            )
        });
    });
}

#[test]
fn um_140() {
    let expect = all(&[3, 4], &[-1.0, -3.0, 2.0, 1.0, -2.0, -9.0, -4.0, 1.0, 1.0, 0.0, -6.0, 1.0]);
    each!(given::<f64>(&[3, 4], lcg(61481, -3, 7)), 2, |a| {
        each!(given::<f64>(&[4], lcg(95451, -3, 7)), 1, |b| {
            each_mut!(
                given::<f64>(&[3, 4], constant(7.0)).at(&[1, 3], 0, 12, false),
                2,
                |x| CallInto::<ufuncs::multiply, (f64, f64,), _>::run_into((a, b,), x),
                expect
            )
        });
    });
}

#[test]
fn um_141() {
    let expect = all(&[3, 4], &[0.0, 7.0, 2.0, 7.0, 1.0, 7.0, 1.0, 7.0, 3.0, 7.0, -1.0, 7.0]);
    let mask = given::<bool>(&[4], list(&[true, false, true, false])).lay();
    let mask = view!(&mask, 1);
    each!(given::<f64>(&[3, 4], lcg(61481, -3, 7)), 2, |a| {
        each!(given::<f64>(&[3, 1], lcg(501535, -3, 7)), 2, |b| {
            each_mut!(
                given::<f64>(&[3, 4], constant(7.0)).at(&[1, 3], 0, 12, false),
                2,
                |x| CallInto::<ufuncs::add, (f64, f64,), _>::run_masked((a, b,), x, mask),
                expect
            )
        });
    });
}

#[test]
fn um_143() {
    let expect = all(&[2, 2, 3], &[2.0, 5.0, -1.0, 6.0, 0.0, -1.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0]);
    let mask = given::<bool>(&[2, 1, 1], list(&[true, false])).lay();
    let mask = view!(&mask, 3);
    each!(given::<f64>(&[2, 3], lcg(631105, -3, 7)), 2, |a| {
        each!(given::<f64>(&[3], lcg(72169, -3, 7)), 1, |b| {
            each_mut!(
                given::<f64>(&[2, 2, 3], constant(5.0)),
                3,
                |x| CallInto::<ufuncs::add, (f64, f64,), _>::run_masked((a, b,), x, mask),
                expect
            )
        });
    });
}

#[test]
fn um_144() {
    let expect = all(&[3], &[2.0, -1.0, 2.0]);
    each!(given::<f64>(&[3], list(&[1.5, -1.5, 2.0])), 1, |a| {
        expect.check(Call::<ufuncs::ceil, (f64,)>::run((a,)).map(plain))
    });
}

#[test]
fn um_145() {
    let expect = all(&[3], &[1.0, -1.0, 2.0]);
    each!(given::<f64>(&[3], list(&[1.5, -1.5, 2.0])), 1, |a| {
        expect.check(Call::<ufuncs::trunc, (f64,)>::run((a,)).map(plain))
    });
}
