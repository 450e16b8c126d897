// Written by tests/generate/ufunc_methods.py from tests/data/ufunc_methods.json. Do not edit.
//
// 96 of 136 entries; um-011, um-012, um-015, um-093, um-117 are refused by the compiler: see
// tests/ui/ufunc_methods_cases/.

use crate::prelude::*;

#[test]
fn um_001() {
    let expect = all(&[], &[28.0]);
    each!(given::<f64>(&[7], arange(1, 1)), 1, |x| expect.check(reduce::<0, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_002() {
    let expect = all(&[], &[120.0]);
    each!(given::<f64>(&[15], arange(1, 1)), 1, |x| expect.check(reduce::<0, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_003() {
    let expect = all(&[], &[136.0]);
    each!(given::<f64>(&[16], arange(1, 1)), 1, |x| expect.check(reduce::<0, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_004() {
    let expect = all(&[], &[8128.0]);
    each!(given::<f64>(&[127], arange(1, 1)), 1, |x| expect.check(reduce::<0, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_005() {
    let expect = all(&[], &[8256.0]);
    each!(given::<f64>(&[128], arange(1, 1)), 1, |x| expect.check(reduce::<0, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_006() {
    let expect = all(&[], &[524800.0]);
    each!(given::<f64>(&[1024], arange(1, 1)), 1, |x| expect.check(reduce::<0, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_007() {
    let expect = all(&[], &[250.0]);
    each!(given::<f64>(&[250], constant(1.0)).at(&[2], 0, 500, false), 1, |x| expect
        .check(reduce::<0, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_008() {
    let expect = all(&[], &[167.0]);
    each!(given::<f64>(&[167], constant(1.0)).at(&[3], 0, 500, false), 1, |x| expect
        .check(reduce::<0, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_009() {
    let expect = all(&[], &[4.0]);
    let mask = given::<bool>(&[2], list(&[true, false])).lay();
    let mask = view!(&mask, 1);
    each!(given::<f64>(&[2, 2], list(&[1.0, 2.0, 3.0, 4.0])), 2, |x| expect
        .check(reduce_all_where(Add, x, mask, None).map(scalar)));
}

#[test]
fn um_010() {
    let expect = all(&[], &[0.0]);
    each!(given::<f64>(&[0], lcg(657798, -3, 7)), 1, |x| expect.check(reduce_all(Add, x, None).map(scalar)));
}

#[test]
fn um_013() {
    let expect = all(&[], &[3.0]);
    each!(given::<f64>(&[], list(&[3.0])), 0, |x| expect.check(reduce_all(Maximum, x, None).map(scalar)));
}

#[test]
fn um_014() {
    let expect = all(&[], &[3.0]);
    each!(given::<f64>(&[], list(&[3.0])), 0, |x| expect.check(reduce_all(Power, x, None).map(scalar)));
}

#[test]
fn um_016() {
    let expect = all(&[2], &[-3.0, -3.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(362641, -3, 7)), 3, |x| expect
        .check(reduce_axes::<axes![1, 2], _, _, _>(Minimum, x, None).map(plain)));
}

#[test]
fn um_017() {
    let expect = all(&[3, 4], &[-2.0, -3.0, 0.0, -2.0, -2.0, 1.0, -2.0, 1.0, -3.0, 0.0, -3.0, -3.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(362641, -3, 7)), 3, |x| expect
        .check(reduce::<0, _, _, _>(Minimum, x, None).map(plain)));
}

#[test]
fn um_018() {
    let expect = all(&[], &[-3.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(247274, -3, 7)).at(&[1, 2, 6], 0, 24, false), 3, |x| expect
        .check(reduce_all(Minimum, x, None).map(scalar)));
}

#[test]
fn um_019() {
    let expect = all(&[2, 3], &[0.0, -2.0, -3.0, -3.0, -3.0, -3.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(247274, -3, 7)).at(&[1, 2, 6], 0, 24, false), 3, |x| expect
        .check(reduce::<2, _, _, _>(Minimum, x, None).map(plain)));
}

#[test]
fn um_020() {
    let expect = all(&[3], &[-2.0, -3.0, -3.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(250006, -3, 7)).at(&[1, 8, 2], 0, 24, false), 3, |x| expect
        .check(reduce_axes::<axes![0, 2], _, _, _>(Minimum, x, None).map(plain)));
}

#[test]
fn um_021() {
    let expect = all(&[], &[-3.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(190807, -3, 7)).at(&[-12, -4, -1], 23, 24, false), 3, |x| expect
        .check(reduce_all(Minimum, x, None).map(scalar)));
}

#[test]
fn um_022() {
    let expect = all(&[4], &[-3.0, -3.0, -3.0, -3.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(190807, -3, 7)).at(&[-12, -4, -1], 23, 24, false), 3, |x| expect
        .check(reduce_axes::<axes![0, 1], _, _, _>(Minimum, x, None).map(plain)));
}

#[test]
fn um_023() {
    let expect = all(&[3], &[-3.0, -3.0, -1.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(190807, -3, 7)).at(&[-12, -4, -1], 23, 24, false), 3, |x| expect
        .check(reduce_axes::<axes![0, 2], _, _, _>(Minimum, x, None).map(plain)));
}

#[test]
fn um_024() {
    let expect = all(&[2], &[-3.0, -3.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(190807, -3, 7)).at(&[-12, -4, -1], 23, 24, false), 3, |x| expect
        .check(reduce_axes::<axes![1, 2], _, _, _>(Minimum, x, None).map(plain)));
}

#[test]
fn um_025() {
    let expect = all(&[2, 4], &[-1.0, -3.0, -2.0, 1.0, -3.0, -2.0, -3.0, -3.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(190807, -3, 7)).at(&[-12, -4, -1], 23, 24, false), 3, |x| expect
        .check(reduce::<1, _, _, _>(Minimum, x, None).map(plain)));
}

#[test]
fn um_026() {
    let expect = all(&[2, 3], &[-1.0, -3.0, 0.0, -3.0, -3.0, -1.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(190807, -3, 7)).at(&[-12, -4, -1], 23, 24, false), 3, |x| expect
        .check(reduce::<2, _, _, _>(Minimum, x, None).map(plain)));
}

#[test]
fn um_027() {
    let expect = all(&[], &[-3.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(906799, -3, 7)).at(&[-30, 10, -1], 35, 64, false), 3, |x| expect
        .check(reduce_all(Minimum, x, None).map(scalar)));
}

#[test]
fn um_028() {
    let expect = all(&[2], &[-3.0, -3.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(906799, -3, 7)).at(&[-30, 10, -1], 35, 64, false), 3, |x| expect
        .check(reduce_axes::<axes![1, 2], _, _, _>(Minimum, x, None).map(plain)));
}

#[test]
fn um_029() {
    let expect = all(&[3, 4], &[-3.0, -3.0, -2.0, -2.0, 1.0, 2.0, -1.0, -1.0, -1.0, -3.0, -1.0, -3.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(906799, -3, 7)).at(&[-30, 10, -1], 35, 64, false), 3, |x| expect
        .check(reduce::<0, _, _, _>(Minimum, x, None).map(plain)));
}

#[test]
fn um_030() {
    let expect = all(&[2, 4], &[-1.0, -3.0, -2.0, -3.0, -3.0, -3.0, -1.0, 1.0]);
    each!(given::<f64>(&[2, 3, 4], lcg(906799, -3, 7)).at(&[-30, 10, -1], 35, 64, false), 3, |x| expect
        .check(reduce::<1, _, _, _>(Minimum, x, None).map(plain)));
}

#[test]
fn um_031() {
    let expect = all(&[], &[0.0]);
    each!(given::<f64>(&[0], lcg(657798, -3, 7)), 1, |x| expect
        .check(reduce::<0, _, _, _>(Maximum, x, Some(0.0)).map(plain)));
}

#[test]
fn um_032() {
    let expect = all(&[], &[f64::INFINITY]);
    each!(given::<f64>(&[0], lcg(657798, -3, 7)), 1, |x| expect
        .check(reduce::<0, _, _, _>(Minimum, x, Some(f64::INFINITY)).map(plain)));
}

#[test]
fn um_033() {
    let expect = all(&[], &[-f64::INFINITY]);
    each!(given::<f64>(&[0], lcg(657798, -3, 7)), 1, |x| expect
        .check(reduce::<0, _, _, _>(Maximum, x, Some(-f64::INFINITY)).map(plain)));
}

#[test]
fn um_034() {
    let expect = all(&[], &[4.0]);
    each!(given::<f64>(&[1], list(&[5.0])), 1, |x| expect
        .check(reduce::<0, _, _, _>(Minimum, x, Some(4.0)).map(plain)));
}

#[test]
fn um_035() {
    let expect = all(&[], &[5.0]);
    each!(given::<f64>(&[1], list(&[4.0])), 1, |x| expect
        .check(reduce::<0, _, _, _>(Maximum, x, Some(5.0)).map(plain)));
}

#[test]
fn um_036() {
    let expect = all(&[], &[4.0]);
    each!(given::<f64>(&[1], list(&[4.0])), 1, |x| expect
        .check(reduce::<0, _, _, _>(Minimum, x, Some(5.0)).map(plain)));
}

#[test]
fn um_037() {
    let expect = refusal();
    each!(given::<f64>(&[0, 5], lcg(954277, -3, 7)), 2, |x| expect
        .check(reduce::<0, _, _, _>(Divide, x, None).map(plain)));
}

#[test]
fn um_038() {
    let expect = refusal();
    each!(given::<f64>(&[0, 0, 5], lcg(764207, -3, 7)), 3, |x| expect
        .check(reduce::<1, _, _, _>(Divide, x, None).map(plain)));
}

#[test]
fn um_039() {
    let expect = all(&[0, 5], &[]);
    each!(given::<f64>(&[0, 0, 5], lcg(764207, -3, 7)), 3, |x| expect
        .check(reduce::<1, _, _, _>(Divide, x, Some(1.0)).map(plain)));
}

#[test]
fn um_040() {
    let expect = all(&[3], &[0.0, 12.0, 15.0]);
    let mask = given::<bool>(&[3], list(&[false, true, true])).lay();
    let mask = view!(&mask, 1);
    each!(given::<f64>(&[3, 3], arange(0, 1)), 2, |x| expect
        .check(reduce_where::<0, _, _, _, _>(Add, x, mask, None).map(plain)));
}

#[test]
fn um_041() {
    let expect = all(&[3], &[3.0, 0.0, 21.0]);
    let mask = given::<bool>(&[3, 1], list(&[true, false, true])).lay();
    let mask = view!(&mask, 2);
    each!(given::<f64>(&[3, 3], arange(0, 1)), 2, |x| expect
        .check(reduce_where::<1, _, _, _, _>(Add, x, mask, None).map(plain)));
}

#[test]
fn um_042() {
    let expect = all(&[], &[27.0]);
    let mask = given::<bool>(&[3], list(&[false, true, true])).lay();
    let mask = view!(&mask, 1);
    each!(given::<f64>(&[3, 3], arange(0, 1)), 2, |x| expect.check(reduce_all_where(Add, x, mask, None).map(scalar)));
}

#[test]
fn um_043() {
    let expect = all(&[], &[24.0]);
    let mask = given::<bool>(&[3, 1], list(&[true, false, true])).lay();
    let mask = view!(&mask, 2);
    each!(given::<f64>(&[3, 3], arange(0, 1)), 2, |x| expect.check(reduce_all_where(Add, x, mask, None).map(scalar)));
}

#[test]
fn um_044() {
    let expect = all(&[3], &[6.0, 5.0, 8.0]);
    let mask = given::<bool>(&[3], list(&[true, false, true])).lay();
    let mask = view!(&mask, 1);
    each!(given::<f64>(&[3, 3], arange(0, 1)), 2, |x| expect
        .check(reduce_where::<0, _, _, _, _>(Maximum, x, mask, Some(5.0)).map(plain)));
}

#[test]
fn um_045() {
    let expect = all(&[], &[8.0]);
    each!(given::<f64>(&[3, 3], arange(0, 1)), 2, |x| expect
        .check(reduce_all(Maximum, x, Some(-f64::INFINITY)).map(scalar)));
}

#[test]
fn um_046() {
    let expect = refusal();
    let mask = given::<bool>(&[3], list(&[false, true, false])).lay();
    let mask = view!(&mask, 1);
    each!(given::<f64>(&[3, 3], arange(0, 1)), 2, |x| expect
        .check(reduce_where::<0, _, _, _, _>(Maximum, x, mask, None).map(plain)));
}

#[test]
fn um_047() {
    let expect = all(&[2], &[58.0, 2.0]);
    each!(given::<f64>(&[2, 3], list(&[64.0, 2.0, 4.0, 8.0, 4.0, 2.0])).at(&[-3, -1], 5, 6, false), 2, |x| expect
        .check(reduce::<1, _, _, _>(Subtract, x, None).map(plain)));
}

#[test]
fn um_048() {
    let expect = all(&[], &[8.0]);
    each!(given::<f64>(&[4], list(&[64.0, 2.0, 4.0, 1.0])), 1, |x| expect
        .check(reduce::<0, _, _, _>(Divide, x, None).map(plain)));
}

#[test]
fn um_049() {
    let expect = all(&[2], &[4.0, 9.0]);
    each!(given::<f64>(&[2, 3], list(&[2.0, 2.0, 1.0, 3.0, 1.0, 2.0])).at(&[-3, -1], 5, 6, false), 2, |x| expect
        .check(reduce::<1, _, _, _>(Power, x, None).map(plain)));
}

#[test]
fn um_050() {
    let expect = refusal();
    each!(given::<f64>(&[4, 0], lcg(447394, -3, 7)), 2, |x| expect
        .check(reduce::<1, _, _, _>(Maximum, x, None).map(plain)));
}

#[test]
fn um_051() {
    let expect = all(&[0], &[]);
    each!(given::<f64>(&[4, 0], lcg(447394, -3, 7)), 2, |x| expect
        .check(reduce::<0, _, _, _>(Maximum, x, None).map(plain)));
}

#[test]
fn um_052() {
    let expect = refusal();
    each!(given::<f64>(&[0, 4], lcg(445354, -3, 7)), 2, |x| expect
        .check(reduce::<0, _, _, _>(Maximum, x, None).map(plain)));
}

#[test]
fn um_053() {
    let expect = all(&[0, 0], &[]);
    each!(given::<f64>(&[0, 0], lcg(78782, -3, 7)), 2, |x| expect
        .check(reduce_axes::<axes![], _, _, _>(Maximum, x, None).map(plain)));
}

#[test]
fn um_054() {
    let expect = refusal();
    each!(given::<f64>(&[2, 0, 2], lcg(877992, -3, 7)), 3, |x| expect
        .check(reduce::<1, _, _, _>(Maximum, x, None).map(plain)));
}

#[test]
fn um_055() {
    let expect = refusal();
    each!(given::<f64>(&[0, 4, 0], lcg(367156, -3, 7)), 3, |x| expect
        .check(reduce_axes::<axes![0, 2], _, _, _>(Maximum, x, None).map(plain)));
}

#[test]
fn um_056() {
    let expect = refusal();
    each!(given::<f64>(&[3, 4, 0], lcg(806929, -3, 7)), 3, |x| expect
        .check(reduce_axes::<axes![0, 2], _, _, _>(Maximum, x, None).map(plain)));
}

#[test]
fn um_057() {
    let expect = all(&[0, 0], &[]);
    each!(given::<f64>(&[0, 0], lcg(78782, -3, 7)), 2, |x| expect
        .check(reduce_axes::<axes![], _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_058() {
    let expect = all(&[4], &[0.0, 0.0, 0.0, 0.0]);
    each!(given::<f64>(&[4, 0, 0], lcg(95244, -3, 7)), 3, |x| expect
        .check(reduce_axes::<axes![1, 2], _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_059() {
    let expect = all(&[4], &[0.0, 0.0, 0.0, 0.0]);
    each!(given::<f64>(&[0, 4, 0], lcg(367156, -3, 7)), 3, |x| expect
        .check(reduce_axes::<axes![0, 2], _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_060() {
    let expect = all(&[3, 0], &[]);
    each!(given::<f64>(&[3, 0, 4], lcg(260489, -3, 7)), 3, |x| expect
        .check(reduce::<2, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_061() {
    let expect = all(&[1, 1], &[10.0]);
    each!(given::<f64>(&[1, 10], constant(1.0)), 2, |x| expect
        .check(reduce_keeping::<1, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_062() {
    let expect = refusal();
    each!(given::<f64>(&[1, 10], constant(1.0)), 2, |x| {
        let mut out = Array::<f64, _>::zeros([3]);
        expect.check(reduce_into::<1, _, _, _, _>(Add, out.view_mut(), x, None).map(|()| plain(out)));
    });
}

#[test]
fn um_063() {
    let expect = all(&[], &[false]);
    each!(given::<bool>(&[4], list(&[false, false, false, false])), 1, |x| expect
        .check(reduce::<0, _, _, _>(LogicalAnd, x, None).map(plain)));
}

#[test]
fn um_064() {
    let expect = all(&[], &[true]);
    each!(given::<bool>(&[4], list(&[true, true, true, true])), 1, |x| expect
        .check(reduce::<0, _, _, _>(LogicalAnd, x, None).map(plain)));
}

#[test]
fn um_065() {
    let expect = all(&[], &[true]);
    each!(given::<bool>(&[0], list(&[])), 1, |x| expect.check(reduce::<0, _, _, _>(LogicalAnd, x, None).map(plain)));
}

#[test]
fn um_066() {
    let expect = all(&[], &[false]);
    each!(given::<bool>(&[4], list(&[false, false, false, false])), 1, |x| expect
        .check(reduce::<0, _, _, _>(LogicalOr, x, None).map(plain)));
}

#[test]
fn um_067() {
    let expect = all(&[], &[false]);
    each!(given::<bool>(&[4], list(&[false, false, false, false])), 1, |x| expect
        .check(reduce::<0, _, _, _>(LogicalXor, x, None).map(plain)));
}

#[test]
fn um_068() {
    let expect = all(&[], &[true]);
    each!(given::<bool>(&[4], list(&[true, false, true, true])), 1, |x| expect
        .check(reduce::<0, _, _, _>(LogicalXor, x, None).map(plain)));
}

#[test]
fn um_069() {
    let expect = all(&[], &[0]);
    each!(given::<i64>(&[0], lcg(816637, -3, 7)), 1, |x| expect
        .check(reduce::<0, _, _, _>(BitwiseXor, x, None).map(plain)));
}

#[test]
fn um_070() {
    let expect = all(&[], &[-1]);
    each!(given::<i64>(&[1], list(&[-1])), 1, |x| expect.check(reduce::<0, _, _, _>(BitwiseAnd, x, None).map(plain)));
}

#[test]
fn um_071() {
    let expect = all(&[], &[-1]);
    each!(given::<i64>(&[0], lcg(816637, -3, 7)), 1, |x| expect
        .check(reduce::<0, _, _, _>(BitwiseAnd, x, None).map(plain)));
}

#[test]
fn um_072() {
    let expect = all(&[], &[-f64::INFINITY]);
    each!(given::<f64>(&[0], lcg(657798, -3, 7)), 1, |x| expect
        .check(reduce::<0, _, _, _>(Logaddexp, x, None).map(plain)));
}

#[test]
fn um_073() {
    let expect = all(&[], &[4]);
    each!(given::<i64>(&[3], list(&[100, 7, 3])), 1, |x| expect
        .check(reduce::<0, _, _, _>(FloorDivide, x, None).map(plain)));
}

#[test]
fn um_074() {
    let expect = all(&[], &[0.0]);
    each!(given::<f64>(&[2, 0, 3], lcg(625547, -3, 7)), 3, |x| expect.check(reduce_all(Add, x, None).map(scalar)));
}

#[test]
fn um_075() {
    let expect = all(&[2, 3], &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    each!(given::<f64>(&[2, 0, 3], lcg(625547, -3, 7)), 3, |x| expect
        .check(reduce::<1, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_076() {
    let expect = all(&[], &[24.0]);
    each!(given::<f64>(&[2, 2], list(&[1.0, 2.0, 3.0, 4.0])), 2, |x| expect
        .check(reduce_axes::<axes![0, 1], _, _, _>(Multiply, x, None).map(plain)));
}

#[test]
fn um_077() {
    let expect = all(&[2, 3], &[1.0, 1.0, 1.0, 1.0, 1.0, 1.0]);
    each!(given::<f64>(&[2, 0, 3], lcg(625547, -3, 7)), 3, |x| expect
        .check(reduce::<1, _, _, _>(Multiply, x, None).map(plain)));
}

#[test]
fn um_078() {
    let expect = all(&[4], &[2.0, 2.0, 2.0, 2.0]);
    each!(given::<f64>(&[3, 4, 5], lcg(277230, -2, 5)).at(&[1, 3, 12], 0, 60, false), 3, |x| expect
        .check(reduce_axes::<axes![0, 2], _, _, _>(Maximum, x, None).map(plain)));
}

#[test]
fn um_079() {
    let expect = all(&[3, 4], &[-0.0, 0.0, -0.0, 0.0, -0.0, 4.0, -0.0, -0.0, 0.0, -4.0, -16.0, -0.0]);
    each!(given::<f64>(&[3, 4, 5], lcg(700720, -2, 5)).at(&[1, 3, 12], 0, 60, false), 3, |x| expect
        .check(reduce::<2, _, _, _>(Multiply, x, None).map(plain)));
}

#[test]
fn um_080() {
    let expect = all(&[3, 1, 5], &[3.0, -2.0, 2.0, 2.0, 1.0, 0.0, 5.0, 4.0, 3.0, -4.0, 0.0, 2.0, 6.0, 0.0, -1.0]);
    each!(given::<f64>(&[3, 4, 5], lcg(697634, -2, 5)).at(&[160, 20, 2], 1, 482, false), 3, |x| expect
        .check(reduce_keeping::<1, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_081() {
    let expect = all(&[4], &[2.0, 2.0, 2.0, 2.0]);
    each!(given::<f64>(&[3, 4, 5], lcg(601615, -2, 5)).at(&[160, 20, 2], 1, 482, false), 3, |x| expect
        .check(reduce_axes::<axes![0, 2], _, _, _>(Maximum, x, None).map(plain)));
}

#[test]
fn um_082() {
    let expect = all(&[3, 1, 5], &[8.0, 8.0, -4.0, 4.0, 8.0, 4.0, 8.0, 0.0, 4.0, 8.0, -8.0, 8.0, -8.0, 4.0, 8.0]);
    each!(given::<f64>(&[3, 4, 5], lcg(232684, -2, 5)).at(&[5, 0, 1], 0, 15, true), 3, |x| expect
        .check(reduce_keeping::<1, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_083() {
    let expect = all(&[3, 4], &[-0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0]);
    each!(given::<f64>(&[3, 4, 5], lcg(226685, -2, 5)).at(&[5, 0, 1], 0, 15, true), 3, |x| expect
        .check(reduce::<2, _, _, _>(Multiply, x, None).map(plain)));
}

#[test]
fn um_084() {
    let expect = all(&[3, 1, 5], &[1.0, -3.0, -1.0, -3.0, -1.0, 1.0, -3.0, -1.0, -2.0, 5.0, 2.0, -6.0, 0.0, -1.0, 3.0]);
    each!(given::<f64>(&[3, 4, 5], lcg(215078, -2, 5)).at(&[-48, 12, -1], 102, 148, false), 3, |x| expect
        .check(reduce_keeping::<1, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_085() {
    let expect = digest(
        &[64],
        -21.0,
        -157.0,
        &[(0, -3.0), (1, 7.0), (2, -4.0), (9, 1.0), (21, 3.0), (32, -4.0), (42, -7.0), (62, 4.0), (63, -2.0)],
    );
    each!(given::<f64>(&[5, 64], lcg(285705, -3, 7)), 2, |x| expect
        .check(reduce::<0, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_086() {
    let expect = all(&[3], &[-13.0, 26.0, 9.0]);
    each!(given::<f64>(&[129, 3], lcg(183269, -3, 7)), 2, |x| expect
        .check(reduce::<0, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_087() {
    let expect = all(&[7], &[-2, 2, 2, 1, -1, 0, 2]);
    each!(given::<i32>(&[6, 7], lcg(339463, -3, 7)), 2, |x| expect
        .check(reduce::<0, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_088() {
    let expect = all(&[7], &[11, 9, 9, 7, 13, 7, 10]);
    each!(given::<u8>(&[6, 7], lcg(38120, 0, 4)), 2, |x| expect.check(reduce::<0, _, _, _>(Add, x, None).map(plain)));
}

#[test]
fn um_106() {
    let expect = all(&[3, 3], &[1.0, 5.0, 9.0, 13.0, 17.0, 21.0, 25.0, 29.0, 33.0]);
    each!(given::<f64>(&[3, 6], arange(0, 1)), 2, |x| expect
        .check(reduceat::<1, _, _, _, _>(Add, x, &[0, 2, 4]).map(plain)));
}

#[test]
fn um_107() {
    let expect = all(&[5], &[-3.0, 1.0, 9.0, 2.0, 11.0]);
    each!(given::<f64>(&[9], lcg(658478, -3, 7)), 1, |x| expect
        .check(reduceat::<0, _, _, _, _>(Add, x, &[0, 3, 3, 8, 2]).map(plain)));
}

#[test]
fn um_108() {
    let expect = all(&[4, 3], &[1.0, -5.0, -5.0, 3.0, 0.0, 4.0, 0.0, 2.0, 2.0, -3.0, -1.0, -10.0]);
    each!(given::<f64>(&[4, 6], lcg(812193, -3, 7)), 2, |x| expect
        .check(reduceat::<1, _, _, _, _>(Add, x, &[5, 0, 2]).map(plain)));
}

#[test]
fn um_109() {
    let expect = all(&[5], &[1.0, 1.0, -7.0, 2.0, -11.0]);
    each!(given::<f64>(&[9], lcg(658478, -3, 7)), 1, |x| expect
        .check(reduceat::<0, _, _, _, _>(Subtract, x, &[0, 3, 3, 8, 2]).map(plain)));
}

#[test]
fn um_110() {
    let expect = all(&[4, 3], &[1.0, -1.0, 1.0, 3.0, 4.0, -2.0, 0.0, -2.0, -6.0, -3.0, -1.0, 6.0]);
    each!(given::<f64>(&[4, 6], lcg(812193, -3, 7)), 2, |x| expect
        .check(reduceat::<1, _, _, _, _>(Subtract, x, &[5, 0, 2]).map(plain)));
}

#[test]
fn um_111() {
    let expect = all(&[3, 3], &[3.0, -5.0, -1.0, 3.0, -3.0, -2.0, -2.0, 1.0, 5.0]);
    each!(given::<f64>(&[6, 3], lcg(11, -3, 7)).at(&[1, 6], 0, 18, false), 2, |x| expect
        .check(reduceat::<0, _, _, _, _>(Subtract, x, &[0, 4, 1]).map(plain)));
}

#[test]
fn um_112() {
    let expect = all(&[5], &[0.0, 1.0, 3.0, 2.0, 3.0]);
    each!(given::<f64>(&[9], lcg(658478, -3, 7)), 1, |x| expect
        .check(reduceat::<0, _, _, _, _>(Maximum, x, &[0, 3, 3, 8, 2]).map(plain)));
}

#[test]
fn um_113() {
    let expect = all(&[1], &[-4.0]);
    each!(given::<f64>(&[5], lcg(942823, -3, 7)), 1, |x| expect
        .check(reduceat::<0, _, _, _, _>(Add, x, &[0]).map(plain)));
}

#[test]
fn um_114() {
    let expect = all(&[0, 2], &[]);
    each!(given::<f64>(&[0, 4], lcg(445354, -3, 7)), 2, |x| expect
        .check(reduceat::<1, _, _, _, _>(Add, x, &[0, 2]).map(plain)));
}

#[test]
fn um_115() {
    let expect = refusal();
    each!(given::<f64>(&[5], lcg(942823, -3, 7)), 1, |x| expect
        .check(reduceat::<0, _, _, _, _>(Add, x, &[0, -6]).map(plain)));
}

#[test]
fn um_116() {
    let expect = refusal();
    each!(given::<f64>(&[0], lcg(657798, -3, 7)), 1, |x| expect
        .check(reduceat::<0, _, _, _, _>(Add, x, &[0]).map(plain)));
}
