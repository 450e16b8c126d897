// Written by tests/generate/broadcast.py from tests/data/edge_numeric.json. Do not edit.
//
// 64 entries. Views into one buffer: 4 where what is read is the target, written in place; 12 where it overlaps the
// target in another way, which Rust does not let one write, so that the input is a copy of the buffer. Left out, as nothing in the
// notation accumulates: en-132, en-133.

use ndweave::{View, ViewMut, broadcast, einsum};

use crate::layouts::plain;
use crate::special_check::{any_of, digest, in_layouts, same};
use crate::view;

#[test]
fn en_098() {
    let laid0 = in_layouts::<f64>(
        &[11],
        &[f64::NAN, 1.0, f64::NAN, 3.0, f64::NAN, 5.0, f64::NAN, 7.0, f64::NAN, 9.0, f64::NAN],
    );
    for laid in &laid0 {
        let t0 = view!(laid, 1);
        same(laid.name, &[broadcast!(max[j](t0[j]))], &[f64::NAN], false);
    }
}

#[test]
fn en_099() {
    let laid0 = in_layouts::<f64>(
        &[11],
        &[f64::NAN, 9.0, f64::NAN, 7.0, f64::NAN, 5.0, f64::NAN, 3.0, f64::NAN, 1.0, f64::NAN],
    );
    for laid in &laid0 {
        let t0 = view!(laid, 1);
        same(laid.name, &[broadcast!(max[j](t0[j]))], &[f64::NAN], false);
    }
}

#[test]
fn en_100() {
    let laid0 = in_layouts::<f64>(&[2, 3], &[1.0, f64::NAN, 3.0, 2.0, f64::NAN, 0.0]);
    for laid in &laid0 {
        let t0 = view!(laid, 2);
        same(laid.name, broadcast!(max[j](t0[i, j]) -> [i]).as_slice(), &[f64::NAN, f64::NAN], false);
    }
}

#[test]
fn en_101() {
    let laid0 = in_layouts::<f64>(
        &[37],
        &[
            1.0,
            1.0,
            1.0,
            1.0,
            1.0,
            1.0,
            1.0,
            1.0,
            1.0,
            1.0,
            1.0,
            1.0,
            1.0,
            1.0,
            1.0,
            1.0,
            f64::NAN,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
            2.0,
        ],
    );
    for laid in &laid0 {
        let t0 = view!(laid, 1);
        same(laid.name, &[broadcast!(max[j](t0[j]))], &[f64::NAN], false);
    }
}

#[test]
fn en_102() {
    let laid0 = in_layouts::<f64>(
        &[11],
        &[f64::NAN, 1.0, f64::NAN, 3.0, f64::NAN, 5.0, f64::NAN, 7.0, f64::NAN, 9.0, f64::NAN],
    );
    for laid in &laid0 {
        let t0 = view!(laid, 1);
        same(laid.name, &[broadcast!(min[j](t0[j]))], &[f64::NAN], false);
    }
}

#[test]
fn en_103() {
    let laid0 = in_layouts::<f64>(&[2, 3], &[1.0, f64::NAN, 3.0, 2.0, f64::NAN, 0.0]);
    for laid in &laid0 {
        let t0 = view!(laid, 2);
        same(laid.name, broadcast!(if all[j](t0[i, j].is_nan()) { f64::NAN } else { max[j](if t0[i, j].is_nan() { -f64::INFINITY } else { t0[i, j] }) } -> [i]).as_slice(), &[3.0, 2.0], false);
    }
}

#[test]
fn en_104() {
    let laid0 = in_layouts::<f64>(
        &[11],
        &[f64::NAN, 1.0, f64::NAN, 3.0, f64::NAN, 5.0, f64::NAN, 7.0, f64::NAN, 9.0, f64::NAN],
    );
    for laid in &laid0 {
        let t0 = view!(laid, 1);
        same(
            laid.name,
            &[broadcast!(if all[j](t0[j].is_nan()) {
                f64::NAN
            } else {
                min[j](if t0[j].is_nan() { f64::INFINITY } else { t0[j] })
            })],
            &[1.0],
            false,
        );
    }
}

#[test]
fn en_105() {
    let laid0 = in_layouts::<f64>(&[2, 3], &[1.0, f64::NAN, 3.0, 2.0, f64::NAN, 0.0]);
    for laid in &laid0 {
        let t0 = view!(laid, 2);
        same(laid.name, broadcast!(if all[j](t0[i, j].is_nan()) { f64::NAN } else { min[j](if t0[i, j].is_nan() { f64::INFINITY } else { t0[i, j] }) } -> [i]).as_slice(), &[1.0, 0.0], false);
    }
}

#[test]
fn en_106() {
    let laid0 = in_layouts::<f64>(&[3], &[f64::NAN, f64::NAN, f64::NAN]);
    for laid in &laid0 {
        let t0 = view!(laid, 1);
        same(
            laid.name,
            &[broadcast!(if all[j](t0[j].is_nan()) {
                f64::NAN
            } else {
                min[j](if t0[j].is_nan() { f64::INFINITY } else { t0[j] })
            })],
            &[f64::NAN],
            false,
        );
    }
}

#[test]
fn en_107() {
    let laid0 = in_layouts::<f64>(&[4], &[1.0, 2.0, f64::NAN, 4.0]);
    for laid in &laid0 {
        let t0 = view!(laid, 1);
        same(laid.name, &[broadcast!(prod[j](t0[j]))], &[f64::NAN], false);
    }
}

#[test]
fn en_108() {
    let laid0 = in_layouts::<f64>(&[2], &[-0.0, 1.0]);
    for laid in &laid0 {
        let t0 = view!(laid, 1);
        same(laid.name, &[broadcast!(prod[j](t0[j]))], &[-0.0], true);
    }
}

#[test]
fn en_109() {
    let laid0 = in_layouts::<f64>(&[2], &[f64::NAN, 1.0]);
    for laid in &laid0 {
        let t0 = view!(laid, 1);
        same(laid.name, &[broadcast!(any[j](t0[j] != 0.0))], &[true], false);
    }
}

#[test]
fn en_110() {
    let laid0 = in_layouts::<f64>(&[2, 2], &[0.0, 1.0, 2.0, 0.0]);
    let laid1 = in_layouts::<f64>(&[2, 2], &[f64::INFINITY, 1.0, 1.0, f64::NAN]);
    for laid0 in &laid0 {
        for laid1 in &laid1 {
            let t0 = view!(laid0, 2);
            let t1 = view!(laid1, 2);
            any_of(
                broadcast!(sum[j](t0[i, j] * t1[j, k]) -> [i, k]).as_slice(),
                &[&[f64::NAN, f64::NAN, f64::INFINITY, f64::NAN][..]],
            );
            any_of(
                einsum!(t0[i, j] * t1[j, k] -> [i, k]).as_slice(),
                &[&[f64::NAN, f64::NAN, f64::INFINITY, f64::NAN][..]],
            );
            any_of(einsum!("ij,jk->ik", t0, t1).as_slice(), &[&[f64::NAN, f64::NAN, f64::INFINITY, f64::NAN][..]]);
        }
    }
}

#[test]
fn en_111() {
    let laid0 = in_layouts::<f64>(&[2], &[0.0, 1.0]);
    let laid1 = in_layouts::<f64>(&[2], &[f64::INFINITY, 2.0]);
    for laid0 in &laid0 {
        for laid1 in &laid1 {
            let t0 = view!(laid0, 1);
            let t1 = view!(laid1, 1);
            any_of(&[broadcast!(sum[i](t0[i] * t1[i]))], &[&[f64::NAN][..]]);
            any_of(&[einsum!(t0[i] * t1[i])], &[&[f64::NAN][..]]);
            any_of(&[einsum!("i,i->", t0, t1)], &[&[f64::NAN][..]]);
        }
    }
}

#[test]
fn en_112() {
    let laid0 = in_layouts::<f64>(&[3], &[0.0, -0.0, f64::INFINITY]);
    let laid1 = in_layouts::<f64>(&[3], &[f64::INFINITY, -f64::INFINITY, 0.0]);
    for laid0 in &laid0 {
        for laid1 in &laid1 {
            let t0 = view!(laid0, 1);
            let t1 = view!(laid1, 1);
            any_of(broadcast!(t0[i] * t1[i] -> [i]).as_slice(), &[&[f64::NAN, f64::NAN, f64::NAN][..]]);
            any_of(einsum!(t0[i] * t1[i] -> [i]).as_slice(), &[&[f64::NAN, f64::NAN, f64::NAN][..]]);
            any_of(einsum!("i,i->i", t0, t1).as_slice(), &[&[f64::NAN, f64::NAN, f64::NAN][..]]);
        }
    }
}

#[test]
fn en_113() {
    let laid0 = in_layouts::<f64>(&[], &[0.0]);
    let laid1 = in_layouts::<f64>(&[3], &[1.0, f64::INFINITY, f64::NAN]);
    for laid0 in &laid0 {
        for laid1 in &laid1 {
            let t0 = laid0.plain().values[0];
            let t1 = view!(laid1, 1);
            any_of(broadcast!(t0 * t1[i] -> [i]).as_slice(), &[&[0.0, f64::NAN, f64::NAN][..]]);
            any_of(einsum!(t0 * t1[i] -> [i]).as_slice(), &[&[0.0, f64::NAN, f64::NAN][..]]);
            any_of(einsum!(",i->i", t0, t1).as_slice(), &[&[0.0, f64::NAN, f64::NAN][..]]);
        }
    }
}

#[test]
fn en_114() {
    let laid0 = in_layouts::<f64>(&[2, 2], &[1.0, f64::NAN, f64::INFINITY, 2.0]);
    for laid0 in &laid0 {
        let t0 = view!(laid0, 2);
        any_of(broadcast!(t0[i, i] -> [i]).as_slice(), &[&[1.0, 2.0][..]]);
        any_of(einsum!(t0[i, i] -> [i]).as_slice(), &[&[1.0, 2.0][..]]);
        any_of(einsum!("ii->i", t0).as_slice(), &[&[1.0, 2.0][..]]);
    }
}

#[test]
fn en_115() {
    let laid0 = in_layouts::<f64>(&[0, 3], &[]);
    for laid0 in &laid0 {
        let t0 = view!(laid0, 2);
        any_of(broadcast!(sum[i](t0[i, j]) -> [j]).as_slice(), &[&[0.0, 0.0, 0.0][..]]);
        any_of(einsum!(t0[i, j] -> [j]).as_slice(), &[&[0.0, 0.0, 0.0][..]]);
        any_of(einsum!("ij->j", t0).as_slice(), &[&[0.0, 0.0, 0.0][..]]);
    }
}

#[test]
fn en_116() {
    let laid0 = in_layouts::<f64>(&[0], &[]);
    let laid1 = in_layouts::<f64>(&[2], &[f64::INFINITY, f64::NAN]);
    for laid0 in &laid0 {
        for laid1 in &laid1 {
            let t0 = view!(laid0, 1);
            let t1 = view!(laid1, 1);
            any_of(&[broadcast!(sum[i, j](t0[i] * t1[j]))], &[&[0.0][..], &[0.0][..], &[f64::NAN][..]]);
            any_of(&[einsum!(t0[i] * t1[j])], &[&[0.0][..], &[0.0][..], &[f64::NAN][..]]);
            any_of(&[einsum!("i,j->", t0, t1)], &[&[0.0][..], &[0.0][..], &[f64::NAN][..]]);
        }
    }
}

#[test]
fn en_117() {
    let laid0 = in_layouts::<f64>(&[1, 2], &[f64::INFINITY, 1.0]);
    let laid1 = in_layouts::<f64>(&[2, 1], &[1.0, -f64::INFINITY]);
    for laid0 in &laid0 {
        for laid1 in &laid1 {
            let t0 = view!(laid0, 2);
            let t1 = view!(laid1, 2);
            any_of(broadcast!(sum[j](t0[i, j] * t1[j, k]) -> [i, k]).as_slice(), &[&[f64::NAN][..]]);
            any_of(einsum!(t0[i, j] * t1[j, k] -> [i, k]).as_slice(), &[&[f64::NAN][..]]);
            any_of(einsum!("ij,jk->ik", t0, t1).as_slice(), &[&[f64::NAN][..]]);
        }
    }
}

#[test]
fn en_118() {
    let laid0 = in_layouts::<f64>(&[2, 3], &[0.0, 1.0, f64::NAN, 2.0, 0.0, 1.0]);
    let laid1 = in_layouts::<f64>(&[3, 2], &[f64::INFINITY, 1.0, 1.0, 2.0, 3.0, -f64::INFINITY]);
    for laid0 in &laid0 {
        for laid1 in &laid1 {
            let t0 = view!(laid0, 2);
            let t1 = view!(laid1, 2);
            any_of(
                broadcast!(sum[j](t0[i, j] * t1[j, k]) -> [i, k]).as_slice(),
                &[&[f64::NAN, f64::NAN, f64::INFINITY, -f64::INFINITY][..]],
            );
            any_of(
                einsum!(t0[i, j] * t1[j, k] -> [i, k]).as_slice(),
                &[&[f64::NAN, f64::NAN, f64::INFINITY, -f64::INFINITY][..]],
            );
            any_of(
                einsum!("ij,jk->ik", t0, t1).as_slice(),
                &[&[f64::NAN, f64::NAN, f64::INFINITY, -f64::INFINITY][..]],
            );
        }
    }
}

#[test]
fn en_119() {
    let mut buffer: Vec<f64> = (0..20).map(|k| (1 + 1 * k) as f64).collect();
    let copy = buffer.clone();
    let t0 = View::from_slice_strided(&copy, [8], [1], 0).unwrap();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [8], [-1], 10).unwrap();
    broadcast!(out[i] = -t0[i]);
    assert_eq!(
        buffer,
        [
            1.0, 2.0, 3.0, -8.0, -7.0, -6.0, -5.0, -4.0, -3.0, -2.0, -1.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0,
            19.0, 20.0
        ]
    );
}

#[test]
fn en_120() {
    let mut buffer: Vec<f64> = (0..20).map(|k| (1 + 1 * k) as f64).collect();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [8], [1], 3).unwrap();
    broadcast!(out[i] = -out[i]);
    assert_eq!(
        buffer,
        [
            1.0, 2.0, 3.0, -4.0, -5.0, -6.0, -7.0, -8.0, -9.0, -10.0, -11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0,
            19.0, 20.0
        ]
    );
}

#[test]
fn en_121() {
    let mut buffer: Vec<f64> = (0..20).map(|k| (1 + 1 * k) as f64).collect();
    let copy = buffer.clone();
    let t0 = View::from_slice_strided(&copy, [8], [1], 3).unwrap();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [8], [2], 0).unwrap();
    broadcast!(out[i] = -t0[i]);
    assert_eq!(
        buffer,
        [
            -4.0, 2.0, -5.0, 4.0, -6.0, 6.0, -7.0, 8.0, -8.0, 10.0, -9.0, 12.0, -10.0, 14.0, -11.0, 16.0, 17.0, 18.0,
            19.0, 20.0
        ]
    );
}

#[test]
fn en_122() {
    let mut buffer: Vec<f64> = (0..20).map(|k| (1 + 1 * k) as f64).collect();
    let copy = buffer.clone();
    let t0 = View::from_slice_strided(&copy, [8], [1], 3).unwrap();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [8], [-2], 18).unwrap();
    broadcast!(out[i] = -t0[i]);
    assert_eq!(
        buffer,
        [
            1.0, 2.0, 3.0, 4.0, -11.0, 6.0, -10.0, 8.0, -9.0, 10.0, -8.0, 12.0, -7.0, 14.0, -6.0, 16.0, -5.0, 18.0,
            -4.0, 20.0
        ]
    );
}

#[test]
fn en_123() {
    let mut buffer: Vec<f64> = (0..20).map(|k| (1 + 1 * k) as f64).collect();
    let copy = buffer.clone();
    let t0 = View::from_slice_strided(&copy, [8], [-1], 7).unwrap();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [8], [2], 3).unwrap();
    broadcast!(out[i] = -t0[i]);
    assert_eq!(
        buffer,
        [
            1.0, 2.0, 3.0, -8.0, 5.0, -7.0, 7.0, -6.0, 9.0, -5.0, 11.0, -4.0, 13.0, -3.0, 15.0, -2.0, 17.0, -1.0, 19.0,
            20.0
        ]
    );
}

#[test]
fn en_124() {
    let mut buffer: Vec<f64> = (0..20).map(|k| (1 + 1 * k) as f64).collect();
    let copy = buffer.clone();
    let t0 = View::from_slice_strided(&copy, [8], [2], 0).unwrap();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [8], [-2], 18).unwrap();
    broadcast!(out[i] = -t0[i]);
    assert_eq!(
        buffer,
        [
            1.0, 2.0, 3.0, 4.0, -15.0, 6.0, -13.0, 8.0, -11.0, 10.0, -9.0, 12.0, -7.0, 14.0, -5.0, 16.0, -3.0, 18.0,
            -1.0, 20.0
        ]
    );
}

#[test]
fn en_125() {
    let mut buffer: Vec<f64> = (0..20).map(|k| (1 + 1 * k) as f64).collect();
    let copy = buffer.clone();
    let t0 = View::from_slice_strided(&copy, [8], [2], 3).unwrap();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [8], [-1], 7).unwrap();
    broadcast!(out[i] = -t0[i]);
    assert_eq!(
        buffer,
        [
            -18.0, -16.0, -14.0, -12.0, -10.0, -8.0, -6.0, -4.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0,
            18.0, 19.0, 20.0
        ]
    );
}

#[test]
fn en_126() {
    let mut buffer: Vec<f64> = (0..20).map(|k| (1 + 1 * k) as f64).collect();
    let copy = buffer.clone();
    let t0 = View::from_slice_strided(&copy, [8], [-2], 15).unwrap();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [8], [1], 0).unwrap();
    broadcast!(out[i] = -t0[i]);
    assert_eq!(
        buffer,
        [
            -16.0, -14.0, -12.0, -10.0, -8.0, -6.0, -4.0, -2.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0,
            18.0, 19.0, 20.0
        ]
    );
}

#[test]
fn en_127() {
    let mut buffer: Vec<f64> = (0..20).map(|k| (1 + 1 * k) as f64).collect();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [8], [-2], 18).unwrap();
    broadcast!(out[i] = -out[i]);
    assert_eq!(
        buffer,
        [
            1.0, 2.0, 3.0, 4.0, -5.0, 6.0, -7.0, 8.0, -9.0, 10.0, -11.0, 12.0, -13.0, 14.0, -15.0, 16.0, -17.0, 18.0,
            -19.0, 20.0
        ]
    );
}

#[test]
fn en_128() {
    let mut buffer: Vec<f64> = (0..20).map(|k| (0 + 1 * k) as f64).collect();
    let copy = buffer.clone();
    let t1 = View::from_slice_strided(&copy, [8], [1], 0).unwrap();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [8], [2], 0).unwrap();
    broadcast!(out[i] = out[i] + t1[i]);
    assert_eq!(
        buffer,
        [0.0, 1.0, 3.0, 3.0, 6.0, 5.0, 9.0, 7.0, 12.0, 9.0, 15.0, 11.0, 18.0, 13.0, 21.0, 15.0, 16.0, 17.0, 18.0, 19.0]
    );
}

#[test]
fn en_129() {
    let mut buffer: Vec<f64> = (0..20).map(|k| (0 + 1 * k) as f64).collect();
    let copy = buffer.clone();
    let t0 = View::from_slice_strided(&copy, [8], [-2], 15).unwrap();
    let t1 = View::from_slice_strided(&copy, [8], [1], 0).unwrap();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [8], [2], 0).unwrap();
    broadcast!(out[i] = t0[i] + t1[i]);
    assert_eq!(
        buffer,
        [
            15.0, 1.0, 14.0, 3.0, 13.0, 5.0, 12.0, 7.0, 11.0, 9.0, 10.0, 11.0, 9.0, 13.0, 8.0, 15.0, 16.0, 17.0, 18.0,
            19.0
        ]
    );
}

#[test]
fn en_130() {
    let mut buffer: Vec<f64> = (0..18).map(|k| (0 + 1 * k) as f64).collect();
    let (first, second) = buffer.split_at_mut(9);
    let t0 = View::from_slice_strided(first, [3, 3], [3, 1], 0).unwrap();
    let mut out = ViewMut::from_slice_strided(second, [3, 3], [3, 1], 0).unwrap();
    broadcast!(out[i, k] = sum[j](t0[i, j] * out[j, k]));
    assert_eq!(
        buffer,
        [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 42.0, 45.0, 48.0, 150.0, 162.0, 174.0, 258.0, 279.0, 300.0]
    );
}

#[test]
fn en_131() {
    let mut buffer: Vec<f64> = (0..12).map(|k| (0 + 1 * k) as f64).collect();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [3, 3], [3, 1], 0).unwrap();
    broadcast!(out[i, j] = out[j, i]);
    assert_eq!(buffer, [0.0, 3.0, 6.0, 1.0, 4.0, 7.0, 2.0, 5.0, 8.0, 9.0, 10.0, 11.0]);
}

#[test]
fn en_134() {
    let mut buffer: Vec<f64> = (0..12).map(|k| (1 + 1 * k) as f64).collect();
    let copy = buffer.clone();
    let t0 = View::from_slice_strided(&copy, [4, 3], [1, 4], 0).unwrap();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [3], [4], 1).unwrap();
    broadcast!(out[j] = sum[i](t0[i, j]));
    assert_eq!(buffer, [1.0, 10.0, 3.0, 4.0, 5.0, 26.0, 7.0, 8.0, 9.0, 42.0, 11.0, 12.0]);
}

#[test]
fn en_135() {
    let mut buffer: Vec<f64> = (0..100).map(|k| (0 + 1 * k) as f64).collect();
    let copy = buffer.clone();
    let t0 = View::from_slice_strided(&copy, [90], [1], 0).unwrap();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [90], [1], 10).unwrap();
    broadcast!(out[i] = t0[i]);
    digest(
        &buffer,
        4050.0,
        257742.0,
        &[(0, 0.0), (1, 1.0), (2, 2.0), (14, 4.0), (33, 23.0), (50, 40.0), (66, 56.0), (98, 88.0), (99, 89.0)],
    );
}

#[test]
fn en_136() {
    let mut buffer: Vec<f64> = (0..10).map(|k| (0 + 1 * k) as f64).collect();
    let copy = buffer.clone();
    let t0 = View::from_slice_strided(&copy, [7], [1], 3).unwrap();
    let mut out = ViewMut::from_slice_strided(&mut buffer, [7], [1], 0).unwrap();
    broadcast!(out[i] = t0[i]);
    assert_eq!(buffer, [3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 7.0, 8.0, 9.0]);
}

#[test]
fn en_137() {
    let mut buffer = vec![0u8; 1];
    assert!(View::from_slice_strided(&buffer, [2], [0], 0).is_ok());
    let written = ViewMut::from_slice_strided(&mut buffer, [2], [0], 0);
    assert_eq!(written.is_err(), true);
}

#[test]
fn en_138() {
    let mut buffer = vec![0u8; 209854];
    assert!(View::from_slice_strided(&buffer, [1, 22], [0, -9993], 209853).is_ok());
    let written = ViewMut::from_slice_strided(&mut buffer, [1, 22], [0, -9993], 209853);
    assert_eq!(written.is_err(), false);
}

#[test]
fn en_139() {
    let mut buffer = vec![0u8; 1];
    assert!(View::from_slice_strided(&buffer, [0, 22], [0, -9993], 0).is_ok());
    let written = ViewMut::from_slice_strided(&mut buffer, [0, 22], [0, -9993], 0);
    assert_eq!(written.is_err(), false);
}

#[test]
fn en_140() {
    let mut buffer = vec![0u8; 5];
    assert!(View::from_slice_strided(&buffer, [3, 3], [1, 1], 0).is_ok());
    let written = ViewMut::from_slice_strided(&mut buffer, [3, 3], [1, 1], 0);
    assert_eq!(written.is_err(), true);
}

#[test]
fn en_141() {
    let mut buffer = vec![0u8; 30];
    assert!(View::from_slice_strided(&buffer, [3, 3, 2], [4, 6, 9], 0).is_ok());
    let written = ViewMut::from_slice_strided(&mut buffer, [3, 3, 2], [4, 6, 9], 0);
    assert_eq!(written.is_err(), false);
}

#[test]
fn en_142() {
    let mut buffer = vec![0u8; 17];
    assert!(View::from_slice_strided(&buffer, [3, 3, 2], [1, 3, 8], 0).is_ok());
    let written = ViewMut::from_slice_strided(&mut buffer, [3, 3, 2], [1, 3, 8], 0);
    assert_eq!(written.is_err(), true);
}

#[test]
fn en_143() {
    let mut buffer = vec![0u8; 3];
    assert!(View::from_slice_strided(&buffer, [2, 2], [-1, 1], 1).is_ok());
    let written = ViewMut::from_slice_strided(&mut buffer, [2, 2], [-1, 1], 1);
    assert_eq!(written.is_err(), true);
}

#[test]
fn en_144() {
    let mut buffer = vec![0u8; 15];
    assert!(View::from_slice_strided(&buffer, [3, 1], [7, 0], 0).is_ok());
    let written = ViewMut::from_slice_strided(&mut buffer, [3, 1], [7, 0], 0);
    assert_eq!(written.is_err(), false);
}

#[test]
fn en_145() {
    let mut buffer = vec![0u8; 5];
    let mut a = ViewMut::from_slice_strided(&mut buffer, [2], [3], 1).unwrap();
    broadcast!(a = 1);
    let b = View::from_slice_strided(&buffer, [3], [2], 0).unwrap();
    assert_eq!(broadcast!(any[i](b[i] == 1)), true);
}

#[test]
fn en_146() {
    let mut buffer = vec![0u8; 44];
    let mut a = ViewMut::from_slice_strided(&mut buffer, [4, 4], [12, 1], 0).unwrap();
    broadcast!(a = 1);
    let b = View::from_slice_strided(&buffer, [4, 4], [12, 1], 4).unwrap();
    assert_eq!(broadcast!(any[i, j](b[i, j] == 1)), false);
}

#[test]
fn en_147() {
    let mut buffer = vec![0u8; 46];
    let mut a = ViewMut::from_slice_strided(&mut buffer, [4, 3], [12, 4], 0).unwrap();
    broadcast!(a = 1);
    let b = View::from_slice_strided(&buffer, [4, 3], [12, 4], 1).unwrap();
    assert_eq!(broadcast!(any[i, j](b[i, j] == 1)), false);
}

#[test]
fn en_148() {
    let mut buffer = vec![0u8; 47];
    let mut a = ViewMut::from_slice_strided(&mut buffer, [4, 3], [12, 4], 0).unwrap();
    broadcast!(a = 1);
    let b = View::from_slice_strided(&buffer, [4, 5], [12, 2], 2).unwrap();
    assert_eq!(broadcast!(any[i, j](b[i, j] == 1)), true);
}

#[test]
fn en_149() {
    let mut buffer = vec![0u8; 3];
    let mut a = ViewMut::from_slice_strided(&mut buffer, [0], [1], 0).unwrap();
    broadcast!(a = 1);
    let b = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(broadcast!(any[i](b[i] == 1)), false);
}

#[test]
fn en_150() {
    let mut buffer = vec![0u8; 1];
    let mut a = ViewMut::from_slice_strided(&mut buffer, [1], [1], 0).unwrap();
    broadcast!(a = 1);
    let b = View::from_slice_strided(&buffer, [1], [1], 0).unwrap();
    assert_eq!(broadcast!(any[i](b[i] == 1)), true);
}

#[test]
fn en_151() {
    let mut buffer = vec![0u8; 11];
    let mut a = ViewMut::from_slice_strided(&mut buffer, [6], [-2], 10).unwrap();
    broadcast!(a = 1);
    let b = View::from_slice_strided(&buffer, [5], [2], 1).unwrap();
    assert_eq!(broadcast!(any[i](b[i] == 1)), false);
}

#[test]
fn en_152() {
    let buffer = vec![1i64; 10];
    let view = View::from_slice_strided(&buffer, [10], [2], 0);
    assert!(view.is_err());
}

#[test]
fn en_153() {
    let buffer = vec![1i64; 20];
    let view = View::from_slice_strided(&buffer, [3, 4], [8, -1], 0);
    assert!(view.is_err());
}

#[test]
fn en_154() {
    let buffer = vec![1i64; 30];
    let view = View::from_slice_strided(&buffer, [2, 3, 4], [-12, 4, 1], 0);
    assert!(view.is_err());
}

#[test]
fn en_155() {
    let buffer = vec![1i64; 1];
    let view = View::from_slice_strided(&buffer, [100], [0], 0);
    let view = view.unwrap();
    assert_eq!(broadcast!(sum[i](view[i])), 100);
}

#[test]
fn en_156() {
    let buffer = vec![1i64; 1000];
    let view = View::from_slice_strided(&buffer, [2], [10], 100);
    let view = view.unwrap();
    assert_eq!(broadcast!(sum[i](view[i])), 2);
}

#[test]
fn en_157() {
    let buffer = vec![1i64; 100];
    let view = View::from_slice_strided(&buffer, [2], [25], 95);
    assert!(view.is_err());
}

#[test]
fn en_158() {
    let buffer = vec![1i64; 100];
    let view = View::from_slice_strided(&buffer, [2], [69], 0);
    let view = view.unwrap();
    assert_eq!(broadcast!(sum[i](view[i])), 2);
}

#[test]
fn en_159() {
    let buffer = vec![1i64; 100];
    let view = View::from_slice_strided(&buffer, [2], [9], 90);
    let view = view.unwrap();
    assert_eq!(broadcast!(sum[i](view[i])), 2);
}

#[test]
fn en_160() {
    let buffer = vec![1i64; 0];
    let view = View::from_slice_strided(&buffer, [0], [1], 0);
    let view = view.unwrap();
    assert_eq!(broadcast!(sum[i](view[i])), 0);
}

#[test]
fn en_161() {
    let buffer = vec![1i64; 5];
    let view = View::from_slice_strided(&buffer, (), [], 4);
    assert_eq!(plain(broadcast!(view.unwrap() + 0)).values, [1]);
}

#[test]
fn en_162() {
    let buffer = vec![1i64; 6];
    let view = View::from_slice_strided(&buffer, [1, 6], [1000000, 1], 0);
    let view = view.unwrap();
    assert_eq!(broadcast!(sum[i, j](view[i, j])), 6);
}

#[test]
fn en_163() {
    let (x, n, tolerance) = (1.0000000000018199, 1000000, 1.5e-15f64);
    let (buffer, one) = (vec![x; n], [x]);
    let twice = vec![x; 2 * n];
    let same = View::from_slice_strided(&one, [n], [0], 0).unwrap();
    let backwards = View::from_slice_strided(&buffer, [n], [-1], n - 1).unwrap();
    let gaps = View::from_slice_strided(&twice, [n], [2], 0).unwrap();
    let rows = View::from_slice_strided(&buffer, [n], [1], 0).unwrap();
    for t in [same, backwards, gaps, rows] {
        assert!((broadcast!(mean[i](t[i])) - 1.0000000000018199f64).abs() <= tolerance);
        assert!((broadcast!(sum[i](t[i])) / n as f64 - 1.0000000000018199f64).abs() <= tolerance);
        assert!((einsum!(t[i]) / n as f64 - 1.0000000000018199f64).abs() <= tolerance);
    }
}
