// Written by tests/generate/einsum.py from tests/data/einsum_invalid.json. Do not edit.

use ndweave::{Array, try_einsum};

use crate::refused;

/// `ii->i`
#[test]
fn ei_008() {
    let t0 = Array::<f64, _>::ones([2, 3]);
    refused(try_einsum!("ii->i", t0), &[("i", 2, 3)]);
    refused(try_einsum!(t0[i, i] -> [i]), &[("i", 2, 3)]);
}

/// `ij,jk->ik`
#[test]
fn ei_017() {
    let t0 = Array::<f64, _>::ones([2, 3]);
    let t1 = Array::<f64, _>::ones([4, 4]);
    refused(try_einsum!("ij,jk->ik", t0, t1), &[("j", 3, 4)]);
    refused(try_einsum!(t0[i, j] * t1[j, k] -> [i, k]), &[("j", 3, 4)]);
}

/// `ij,jk->ik`
#[test]
fn ei_037() {
    let t0 = Array::<f64, _>::ones([2, 2]);
    let t1 = Array::<f64, _>::ones([2, 2]);
    let mut out = Array::<f64, _>::ones([3, 3]);
    refused(try_einsum!(out[i, k] = t0[i, j] * t1[j, k]), &[("i", 3, 2), ("k", 3, 2)]);
    assert!(out.as_slice().iter().all(|x| *x == 1.0), "a refused call writes nothing");
}

/// `i,i,i->i`
#[test]
fn ei_061() {
    let t0 = Array::<f64, _>::ones([2]);
    let t1 = Array::<f64, _>::ones([1]);
    let t2 = Array::<f64, _>::ones([3]);
    refused(try_einsum!("i,i,i->i", t0, t1, t2), &[("i", 2, 3)]);
    refused(try_einsum!(t0[i] * t1[i] * t2[i] -> [i]), &[("i", 2, 1), ("i", 2, 3)]);
}

/// `ij,ji->`
#[test]
fn ei_062() {
    let t0 = Array::<f64, _>::ones([2, 3]);
    let t1 = Array::<f64, _>::ones([2, 3]);
    refused(try_einsum!("ij,ji->", t0, t1), &[("j", 3, 2), ("i", 2, 3)]);
    refused(try_einsum!(t0[i, j] * t1[j, i]), &[("j", 3, 2), ("i", 2, 3)]);
}

/// `ij,jk,kl->il`
#[test]
fn ei_063() {
    let t0 = Array::<f64, _>::ones([2, 3]);
    let t1 = Array::<f64, _>::ones([3, 4]);
    let t2 = Array::<f64, _>::ones([5, 2]);
    refused(try_einsum!("ij,jk,kl->il", t0, t1, t2), &[("k", 4, 5)]);
    refused(try_einsum!(t0[i, j] * t1[j, k] * t2[k, l] -> [i, l]), &[("k", 4, 5)]);
}

/// `a,b,a->b`
#[test]
fn ei_064() {
    let t0 = Array::<f64, _>::ones([2]);
    let t1 = Array::<f64, _>::ones([3]);
    let t2 = Array::<f64, _>::ones([3]);
    refused(try_einsum!("a,b,a->b", t0, t1, t2), &[("a", 2, 3)]);
    refused(try_einsum!(t0[a] * t1[b] * t2[a] -> [b]), &[("a", 2, 3)]);
}

/// `ii->i`
#[test]
fn ei_065() {
    let t0 = Array::<f64, _>::ones([1, 3]);
    refused(try_einsum!("ii->i", t0), &[("i", 1, 3)]);
    refused(try_einsum!(t0[i, i] -> [i]), &[("i", 1, 3)]);
}

/// `iii->`
#[test]
fn ei_066() {
    let t0 = Array::<f64, _>::ones([3, 3, 2]);
    refused(try_einsum!("iii->", t0), &[("i", 3, 2)]);
    refused(try_einsum!(t0[i, i, i]), &[("i", 3, 2)]);
}

/// `ii,ij->j`
#[test]
fn ei_067() {
    let t0 = Array::<f64, _>::ones([2, 3]);
    let t1 = Array::<f64, _>::ones([2, 3]);
    refused(try_einsum!("ii,ij->j", t0, t1), &[("i", 2, 3)]);
    refused(try_einsum!(t0[i, i] * t1[i, j] -> [j]), &[("i", 2, 3)]);
}

/// `...i,...i->...`
#[test]
fn ei_068() {
    let t0 = Array::<f64, _>::ones([2, 4]);
    let t1 = Array::<f64, _>::ones([3, 4]);
    refused(try_einsum!("...i,...i->...", t0, t1), &[("ellipsis", 2, 3)]);
}

/// `a...,b...->ab...`
#[test]
fn ei_069() {
    let t0 = Array::<f64, _>::ones([2, 3]);
    let t1 = Array::<f64, _>::ones([2, 4]);
    refused(try_einsum!("a...,b...->ab...", t0, t1), &[("ellipsis", 3, 4)]);
}

/// `i,i->i`
#[test]
fn ei_070() {
    let t0 = Array::<f64, _>::ones([3]);
    let t1 = Array::<f64, _>::ones([3]);
    let mut out = Array::<f64, _>::ones([1]);
    refused(try_einsum!(out[i] = t0[i] * t1[i]), &[("i", 1, 3)]);
    assert!(out.as_slice().iter().all(|x| *x == 1.0), "a refused call writes nothing");
}
