// Written by tests/generate/ufunc_methods.py from tests/data/ufunc_methods.json. Do not edit.
//
// 35 of 136 entries; um-011, um-012, um-015, um-093, um-117 are refused by the compiler: see
// tests/ui/ufunc_methods_cases/.

use crate::prelude::*;

#[test]
fn um_089() {
    let expect = all(&[2, 2], &[1, 2, 3, 8]);
    each!(given::<i64>(&[2, 2], arange(1, 1)), 2, |x| expect.check(accumulate::<0, _, _, _>(Multiply, x).map(plain)));
}

#[test]
fn um_090() {
    let expect = all(&[2, 2], &[1, 2, 3, 12]);
    each!(given::<i64>(&[2, 2], arange(1, 1)), 2, |x| expect.check(accumulate::<1, _, _, _>(Multiply, x).map(plain)));
}

#[test]
fn um_091() {
    let expect = all(&[2, 2, 2], &[1, 2, 3, 4, 5, 12, 21, 32]);
    each!(given::<i64>(&[2, 2, 2], arange(1, 1)), 3, |x| expect
        .check(accumulate::<0, _, _, _>(Multiply, x).map(plain)));
}

#[test]
fn um_092() {
    let expect = all(&[0, 0], &[]);
    each!(given::<i64>(&[0, 0], lcg(608389, -3, 7)), 2, |x| expect
        .check(accumulate::<1, _, _, _>(Multiply, x).map(plain)));
}

#[test]
fn um_094() {
    let expect = all(&[5], &[61.0, 61.0, 77.0, 77.0, 77.0]);
    each!(given::<f64>(&[5], list(&[61.0, 60.0, 77.0, 41.0, 19.0])), 1, |x| expect
        .check(accumulate::<0, _, _, _>(Maximum, x).map(plain)));
}

#[test]
fn um_095() {
    let expect = all(&[12], &[0, -1, -3, -3, -4, -6, -6, -7, -9, -9, -10, -12]);
    each!(given::<i64>(&[12], list(&[0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2])), 1, |x| expect
        .check(accumulate::<0, _, _, _>(Subtract, x).map(plain)));
}

#[test]
fn um_096() {
    let expect = all(&[12], &[0, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
    each!(given::<i64>(&[12], list(&[0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2])), 1, |x| expect
        .check(accumulate::<0, _, _, _>(Maximum, x).map(plain)));
}

#[test]
fn um_097() {
    let expect = all(&[12], &[0, 1, 3, 3, 2, 0, 0, 1, 3, 3, 2, 0]);
    each!(given::<i64>(&[12], list(&[0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2])), 1, |x| expect
        .check(accumulate::<0, _, _, _>(BitwiseXor, x).map(plain)));
}

#[test]
fn um_098() {
    let expect = all(&[12], &[0, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
    each!(given::<i64>(&[12], list(&[0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2])), 1, |x| expect
        .check(accumulate::<0, _, _, _>(BitwiseOr, x).map(plain)));
}

#[test]
fn um_099() {
    let expect = all(&[12], &[false, true, false, false, true, false, false, true, false, false, true, false]);
    each!(
        given::<bool>(&[12], list(&[false, true, true, false, true, true, false, true, true, false, true, true])),
        1,
        |x| expect.check(accumulate::<0, _, _, _>(LogicalXor, x).map(plain))
    );
}

#[test]
fn um_100() {
    let expect = all(
        &[4, 5],
        &[0.0, 0.0, 0.0, 0.0, 0.0, -3.0, -3.0, 2.0, 2.0, 2.0, -3.0, 1.0, 2.0, 2.0, 2.0, 3.0, 3.0, 3.0, 3.0, 3.0],
    );
    each!(given::<f64>(&[4, 5], lcg(769885, -3, 7)).at(&[1, 4], 0, 20, false), 2, |x| expect
        .check(accumulate::<1, _, _, _>(Maximum, x).map(plain)));
}

#[test]
fn um_101() {
    let expect = all(
        &[4, 5],
        &[
            2.0, -3.0, -1.0, -2.0, -2.0, 0.0, -5.0, 0.0, -5.0, -4.0, 0.0, -2.0, -2.0, -8.0, -7.0, 0.0, 1.0, 0.0, -6.0,
            -4.0,
        ],
    );
    each!(given::<f64>(&[4, 5], lcg(105283, -3, 7)).at(&[-5, -1], 19, 20, false), 2, |x| expect
        .check(accumulate::<0, _, _, _>(Add, x).map(plain)));
}

#[test]
fn um_102() {
    let expect = all(
        &[4, 5],
        &[
            -2.0, -3.0, -2.0, 0.0, 0.0, -2.0, -2.0, -3.0, -4.0, -2.0, -3.0, -6.0, -6.0, -5.0, -7.0, 3.0, 5.0, 4.0, 2.0,
            0.0,
        ],
    );
    each!(given::<f64>(&[4, 5], lcg(719068, -3, 7)).at(&[-5, -1], 19, 20, false), 2, |x| expect
        .check(accumulate::<1, _, _, _>(Subtract, x).map(plain)));
}

#[test]
fn um_103() {
    let expect = all(
        &[4, 5],
        &[1.0, 2.0, 2.0, 2.0, 4.0, -1.0, -3.0, -5.0, -6.0, -7.0, 2.0, 5.0, 6.0, 9.0, 9.0, -2.0, -1.0, 0.0, 0.0, -1.0],
    );
    each!(given::<f64>(&[4, 5], lcg(926106, -3, 7)).at(&[20, 2], 1, 82, false), 2, |x| expect
        .check(accumulate::<1, _, _, _>(Subtract, x).map(plain)));
}

#[test]
fn um_104() {
    let expect = all(&[4], &[64.0, 32.0, 8.0, 16.0]);
    each!(given::<f64>(&[4], list(&[64.0, 2.0, 4.0, 0.5])), 1, |x| expect
        .check(accumulate::<0, _, _, _>(Divide, x).map(plain)));
}

#[test]
fn um_105() {
    let expect = digest(
        &[1000],
        167167000.0,
        8074426305.0,
        &[
            (0, 1.0),
            (1, 3.0),
            (2, 6.0),
            (142, 10296.0),
            (333, 55945.0),
            (500, 125751.0),
            (666, 222778.0),
            (998, 499500.0),
            (999, 500500.0),
        ],
    );
    each!(given::<f64>(&[1000], arange(1, 1)), 1, |x| expect.check(accumulate::<0, _, _, _>(Add, x).map(plain)));
}

#[test]
fn um_118() {
    let expect = all(&[2, 3, 1, 4], &[1, 2, 3, 4, 2, 4, 6, 8, 3, 6, 9, 12, 4, 8, 12, 16, 5, 10, 15, 20, 6, 12, 18, 24]);
    each!(given::<i64>(&[2, 3], arange(1, 1)), 2, |a| {
        each!(given::<i64>(&[1, 4], arange(1, 1)), 2, |b| expect.check(outer(Multiply, a, b).map(plain)));
    });
}

#[test]
fn um_119() {
    let expect = all(&[2, 2], &[0.0, 0.0, 0.0, 1.0]);
    each!(given::<f64>(&[2], arange(0, 1)), 1, |a| {
        each!(given::<f64>(&[2], arange(0, 1)), 1, |b| expect.check(outer(Multiply, a, b).map(plain)));
    });
}

#[test]
fn um_120() {
    let expect = all(
        &[2, 3, 4],
        &[
            -2.0, -1.0, 1.0, -2.0, -1.0, 0.0, 2.0, -1.0, -3.0, -2.0, 0.0, -3.0, -4.0, -3.0, -1.0, -4.0, -4.0, -3.0,
            -1.0, -4.0, -5.0, -4.0, -2.0, -5.0,
        ],
    );
    each!(given::<f64>(&[2, 3], lcg(7, -3, 7)).at(&[1, 2], 0, 6, false), 2, |a| {
        each!(given::<f64>(&[4], lcg(8, -3, 7)).at(&[-1], 3, 4, false), 1, |b| expect
            .check(outer(Add, a, b).map(plain)));
    });
}

#[test]
fn um_121() {
    let expect = all(
        &[2, 3, 4],
        &[
            2.0, 1.0, -1.0, 2.0, 3.0, 2.0, 0.0, 3.0, 1.0, 0.0, -2.0, 1.0, 0.0, -1.0, -3.0, 0.0, 0.0, -1.0, -3.0, 0.0,
            -1.0, -2.0, -4.0, -1.0,
        ],
    );
    each!(given::<f64>(&[2, 3], lcg(7, -3, 7)).at(&[1, 2], 0, 6, false), 2, |a| {
        each!(given::<f64>(&[4], lcg(8, -3, 7)).at(&[-1], 3, 4, false), 1, |b| expect
            .check(outer(Subtract, a, b).map(plain)));
    });
}

#[test]
fn um_122() {
    let expect = all(&[3], &[-9.0, -6.0, 9.0]);
    each!(given::<f64>(&[3], lcg(72169, -3, 7)), 1, |a| {
        each!(given::<f64>(&[], lcg(130034, -3, 7)), 0, |b| expect.check(outer(Multiply, a, b).map(plain)));
    });
}

#[test]
fn um_123() {
    let expect = all(&[0, 3], &[]);
    each!(given::<f64>(&[0], lcg(657798, -3, 7)), 1, |a| {
        each!(given::<f64>(&[3], lcg(72169, -3, 7)), 1, |b| expect.check(outer(Add, a, b).map(plain)));
    });
}

#[test]
fn um_124() {
    let expect = all(&[2, 0, 3], &[]);
    each!(given::<f64>(&[2, 0], lcg(854636, -3, 7)), 2, |a| {
        each!(given::<f64>(&[3], lcg(72169, -3, 7)), 1, |b| expect.check(outer(Add, a, b).map(plain)));
    });
}

#[test]
fn um_125() {
    let expect = all(&[10], &[0, 1, 4, 3, 4, 6, 6, 7, 8, 9]);
    let value = given::<i64>(&[], list(&[1])).lay();
    let value = view!(&value, 0);
    each_mut!(
        given::<i64>(&[10], arange(0, 1)),
        1,
        |x| at::<0, _, _, _, _, _, _>(Add, x.view_mut(), &[2, 5, 2], value),
        expect
    );
}

#[test]
fn um_126() {
    let expect = all(&[3, 3], &[0, 201, 102, 3, 404, 205, 6, 607, 308]);
    let value = given::<i64>(&[3, 3], list(&[100, 100, 100, 200, 200, 200, 300, 300, 300])).lay();
    let value = view!(&value, 2);
    each_mut!(
        given::<i64>(&[3, 3], arange(0, 1)),
        2,
        |x| at::<1, _, _, _, _, _, _>(Add, x.view_mut(), &[1, 2, 1], value),
        expect
    );
}

#[test]
fn um_127() {
    let expect = all(
        &[3, 3, 3],
        &[
            0, 401, 202, 3, 404, 205, 6, 407, 208, 9, 410, 211, 12, 413, 214, 15, 416, 217, 18, 419, 220, 21, 422, 223,
            24, 425, 226,
        ],
    );
    let value = given::<i64>(&[3], list(&[100, 200, 300])).lay();
    let value = view!(&value, 1);
    each_mut!(
        given::<i64>(&[3, 3, 3], arange(0, 1)),
        3,
        |x| at::<2, _, _, _, _, _, _>(Add, x.view_mut(), &[1, 2, 1], value),
        expect
    );
}

#[test]
fn um_128() {
    let expect = all(&[4], &[1.0, 8.0, 6.0, 4.0]);
    let value = given::<f64>(&[], list(&[3.0])).lay();
    let value = view!(&value, 0);
    each_mut!(
        given::<f64>(&[4], list(&[1.0, 2.0, 3.0, 4.0])),
        1,
        |x| at::<0, _, _, _, _, _, _>(Add, x.view_mut(), &[1, 2, 1], value),
        expect
    );
}

#[test]
fn um_129() {
    let expect = all(&[10], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 1]);
    let value = given::<i64>(&[4], list(&[1, 5, 2, 10])).lay();
    let value = view!(&value, 1);
    each_mut!(
        given::<i64>(&[10], arange(0, 1)),
        1,
        |x| at::<0, _, _, _, _, _, _>(Minimum, x.view_mut(), &[-1, 1, -1, 2], value),
        expect
    );
}

#[test]
fn um_130() {
    let expect = all(&[10], &[0, 5, 10, 3, 4, 5, 6, 7, 8, 9]);
    let value = given::<i64>(&[4], list(&[1, 5, 2, 10])).lay();
    let value = view!(&value, 1);
    each_mut!(
        given::<i64>(&[10], arange(0, 1)),
        1,
        |x| at::<0, _, _, _, _, _, _>(Maximum, x.view_mut(), &[-1, 1, -1, 2], value),
        expect
    );
}

#[test]
fn um_131() {
    let expect = all(&[10], &[0.0, 0.25, 0.25, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 4.5]);
    let value = given::<f64>(&[4], list(&[1.0, 4.0, 2.0, 8.0])).lay();
    let value = view!(&value, 1);
    each_mut!(
        given::<f64>(&[10], arange(0, 1)),
        1,
        |x| at::<0, _, _, _, _, _, _>(Divide, x.view_mut(), &[-1, 1, -1, 2], value),
        expect
    );
}

#[test]
fn um_132() {
    let expect = refusal();
    let value = given::<i64>(&[3], list(&[1, 2, 3])).lay();
    let value = view!(&value, 1);
    each_mut!(
        given::<i64>(&[5], arange(0, 1)),
        1,
        |x| at::<0, _, _, _, _, _, _>(Add, x.view_mut(), &[0, 1], value),
        expect
    );
}

#[test]
fn um_133() {
    let expect = all(&[3, 4], &[0.0, 18.0, 3.0, -4.0, -2.0, 0.0, -3.0, -12.0, -2.0, 6.0, 2.0, -12.0]);
    let value = given::<f64>(&[3], list(&[2.0, 3.0, 4.0])).lay();
    let value = view!(&value, 1);
    each_mut!(
        given::<f64>(&[3, 4], lcg(3, -3, 7)).at(&[1, 3], 0, 12, false),
        2,
        |x| at::<1, _, _, _, _, _, _>(Multiply, x.view_mut(), &[1, 1, 3], value),
        expect
    );
}

#[test]
fn um_134() {
    let expect = all(&[3, 4], &[9.0, 3.0, 8.0, -2.0, 2.0, 1.0, 3.0, 2.0, 8.0, 3.0, 9.0, -2.0]);
    let value = given::<f64>(&[], list(&[10.0])).lay();
    let value = view!(&value, 0);
    each_mut!(
        given::<f64>(&[3, 4], lcg(4, -3, 7)).at(&[-4, -1], 11, 12, false),
        2,
        |x| at::<0, _, _, _, _, _, _>(Add, x.slice_mut(s![.., ..;2]), &[0, 2], value),
        expect
    );
}

#[test]
fn um_135() {
    let expect = all(&[5], &[0.0, 1.0, 16.0, 3.0, 16.0]);
    let value = given::<f64>(&[], list(&[0.0])).lay();
    let value = view!(&value, 0);
    each_mut!(
        given::<f64>(&[5], arange(0, 1)),
        1,
        |x| at::<0, _, _, _, _, _, _>(Square, x.view_mut(), &[2, 2, 4], value),
        expect
    );
}

#[test]
fn um_136() {
    let expect = refusal();
    let value = given::<f64>(&[], list(&[1.0])).lay();
    let value = view!(&value, 0);
    each_mut!(
        given::<f64>(&[5], arange(0, 1)),
        1,
        |x| at::<0, _, _, _, _, _, _>(Add, x.view_mut(), &[5], value),
        expect
    );
}
