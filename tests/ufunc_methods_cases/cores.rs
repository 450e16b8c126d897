// Written by tests/generate/ufunc_methods.py from tests/data/ufunc_methods.json. Do not edit.
//
// 35 of 38 entries; um-161, um-166, um-171 are refused by the compiler: see tests/ui/ufunc/core_*.rs.

use crate::prelude::*;

#[test]
fn um_146() {
    let expect = refusal::<f64>();
    each!(given::<f64>(&[4, 2], arange(0, 1)), 2, |a| {
        each!(given::<f64>(&[4, 1], arange(0, 1)), 2, |b| {
            expect.check(CoreCall::<inner1d, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_147() {
    let expect = refusal::<f64>();
    each!(given::<f64>(&[3, 2], arange(0, 1)), 2, |a| {
        each!(given::<f64>(&[2], constant(1.0)), 1, |b| {
            {
                let mut out = Array::<f64, _>::zeros(());
                expect.check(CoreCallInto::<inner1d, (f64, f64), _>::run_into((a, b), &mut out).map(|()| plain(out)));
            }
        });
    });
}

#[test]
fn um_148() {
    let expect = all(&[3], &[1.0, 5.0, 9.0]);
    each!(given::<f64>(&[3, 2], arange(0, 1)), 2, |a| {
        each!(given::<f64>(&[2], constant(1.0)), 1, |b| {
            {
                let mut out = Array::<f64, _>::zeros([3]);
                expect.check(CoreCallInto::<inner1d, (f64, f64), _>::run_into((a, b), &mut out).map(|()| plain(out)));
            }
        });
    });
}

#[test]
fn um_149() {
    let expect = all(&[2, 3], &[2.0, 8.0, 14.0, 46.0, 60.0, 74.0]);
    each!(given::<f64>(&[2, 3, 2], arange(0, 1)), 3, |a| {
        each!(given::<f64>(&[2, 1, 2], arange(1, 1)), 3, |b| {
            {
                let mut out = Array::<f64, _>::zeros([2, 3]);
                expect.check(CoreCallInto::<inner1d, (f64, f64), _>::run_into((a, b), &mut out).map(|()| plain(out)));
            }
        });
    });
}

#[test]
fn um_150() {
    let expect = all(&[3, 3], &[405.0, 474.0, 549.0, 522.0, 600.0, 684.0, 639.0, 726.0, 819.0]);
    each!(given::<f64>(&[3, 3, 3], arange(0, 1)), 3, |a| {
        each!(given::<f64>(&[3, 1, 3], arange(10, 1)), 3, |b| {
            expect.check(CoreCall::<inner1d, (f64, f64)>::run((a.permute([1, 2, 0]), b.permute([1, 2, 0]))).map(plain));
        });
    });
}

#[test]
#[should_panic(expected = "axis 2 stands at places 2 and 3")]
fn um_151() {
    let out = CoreCall::<matrix_multiply, (f64, f64)>::run((
        &Array::<f64, _>::zeros([2, 3, 2]),
        &Array::<f64, _>::zeros([2, 2, 2, 1]),
    ));
    let _ = out.unwrap().permute([0, 1, 2, 2]);
}

#[test]
fn um_152() {
    let expect = all(&[3, 3], &[405.0, 474.0, 549.0, 522.0, 600.0, 684.0, 639.0, 726.0, 819.0]);
    each!(given::<f64>(&[3, 3, 3], arange(0, 1)), 3, |a| {
        each!(given::<f64>(&[3, 1, 3], arange(10, 1)), 3, |b| {
            expect.check(CoreCall::<inner1d, (f64, f64)>::run((a.permute([1, 2, 0]), b.permute([1, 2, 0]))).map(plain));
        });
    });
}

#[test]
fn um_153() {
    let expect = all(&[3, 1, 3], &[315.0, 348.0, 381.0, 522.0, 564.0, 606.0, 783.0, 834.0, 885.0]);
    each!(given::<f64>(&[3, 3, 3], arange(0, 1)), 3, |a| {
        each!(given::<f64>(&[3, 1, 3], arange(10, 1)), 3, |b| {
            expect.check(
                CoreCall::<inner1d, (f64, f64)>::run((a.permute([1, 2, 0]), b))
                    .map(|out| plain(out.insert_axis::<1>().to_owned())),
            );
        });
    });
}

#[test]
fn um_154() {
    let expect = all(&[2], &[759.0, 4116.0]);
    each!(given::<f64>(&[2, 3], arange(0, 1)), 2, |a| {
        each!(given::<f64>(&[2, 3], arange(10, 1)), 2, |b| {
            each!(given::<f64>(&[2, 3], arange(20, 1)), 2, |c| {
                expect.check(CoreCall::<innerwt, (f64, f64, f64)>::run((a, b, c)).map(plain));
            });
        });
    });
}

#[test]
fn um_155() {
    let expect = all(&[3], &[897.0, 1575.0, 2403.0]);
    each!(given::<f64>(&[2, 3], arange(0, 1)), 2, |a| {
        each!(given::<f64>(&[2, 3], arange(10, 1)), 2, |b| {
            each!(given::<f64>(&[2, 3], arange(20, 1)), 2, |c| {
                expect.check(
                    CoreCall::<innerwt, (f64, f64, f64)>::run((
                        a.permute([1, 0]),
                        b.permute([1, 0]),
                        c.permute([1, 0]),
                    ))
                    .map(plain),
                );
            });
        });
    });
}

#[test]
fn um_156() {
    let expect = all(&[2, 3], &[0, 1, 2, 3, 5, 7]);
    each!(given::<i64>(&[2, 3], arange(0, 1)), 2, |a| {
        expect.check(
            CoreCall::<cumsum, (i64,)>::run((a.permute([1, 0]),)).map(|out| plain(out.permute([1, 0]).to_owned())),
        );
    });
}

#[test]
fn um_157() {
    let expect = all(&[2, 3], &[24668436.0, 26496348.0, 28403172.0, 30390444.0, 32459700.0, 34612476.0]);
    each!(given::<f64>(&[2, 3, 4], arange(100, 1)), 3, |a| {
        each!(given::<f64>(&[2, 3, 4], arange(200, 1)), 3, |b| {
            each!(given::<f64>(&[2, 3, 4], arange(300, 1)), 3, |c| {
                expect.check(CoreCall::<innerwt, (f64, f64, f64)>::run((a, b, c)).map(plain));
            });
        });
    });
}

#[test]
fn um_158() {
    let expect = all(&[3, 3], &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    each!(given::<f64>(&[3, 3], list(&[1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0])), 2, |a| {
        each!(given::<f64>(&[3, 3], list(&[1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0])), 2, |b| {
            expect.check(CoreCall::<cross1d, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_159() {
    let expect = refusal::<f64>();
    each!(given::<f64>(&[3, 3], list(&[1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0])), 2, |a| {
        each!(given::<f64>(&[4], arange(0, 1)), 1, |b| {
            expect.check(CoreCall::<cross1d, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_160() {
    let expect = all(
        &[4, 2, 2, 1, 2],
        &[
            16.0, 22.0, 52.0, 58.0, 34.0, 49.0, 124.0, 139.0, 52.0, 76.0, 196.0, 220.0, 70.0, 103.0, 268.0, 301.0,
            88.0, 130.0, 340.0, 382.0, 106.0, 157.0, 412.0, 463.0, 124.0, 184.0, 484.0, 544.0, 142.0, 211.0, 556.0,
            625.0,
        ],
    );
    each!(given::<f64>(&[4, 2, 1, 1, 3], arange(1, 1)), 5, |a| {
        each!(given::<f64>(&[2, 3, 2], arange(0, 1)), 3, |b| {
            expect.check(CoreCall::<matmul, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_162() {
    let expect = digest(
        &[10, 10],
        0.0,
        0.0,
        &[(0, 0.0), (1, 0.0), (2, 0.0), (14, 0.0), (33, 0.0), (50, 0.0), (66, 0.0), (98, 0.0), (99, 0.0)],
    );
    each!(given::<f64>(&[10, 0], constant(1.0)), 2, |a| {
        each!(given::<f64>(&[0, 10], constant(1.0)), 2, |b| {
            expect.check(CoreCall::<matrix_multiply, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_163() {
    let expect = all(
        &[2, 3, 3],
        &[-4.0, 0.0, -2.0, -11.0, 5.0, 2.0, 4.0, -5.0, 3.0, 21.0, 18.0, -15.0, 1.0, -3.0, -18.0, -16.0, -3.0, 4.0],
    );
    each!(given::<f64>(&[2, 3, 4], lcg(31, -3, 7)).at(&[1, 2, 6], 0, 24, false), 3, |a| {
        each!(given::<f64>(&[2, 4, 3], lcg(32, -3, 7)).at(&[-32, 8, -1], 36, 68, false), 3, |b| {
            expect.check(CoreCall::<matrix_multiply, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_164() {
    let expect = all(
        &[2, 3, 3],
        &[-4.0, 0.0, -2.0, -11.0, 5.0, 2.0, 4.0, -5.0, 3.0, 21.0, 18.0, -15.0, 1.0, -3.0, -18.0, -16.0, -3.0, 4.0],
    );
    each!(given::<f64>(&[2, 3, 4], lcg(31, -3, 7)).at(&[-12, -4, -1], 23, 24, false), 3, |a| {
        each!(given::<f64>(&[2, 4, 3], lcg(32, -3, 7)).at(&[96, 12, 2], 1, 194, false), 3, |b| {
            expect.check(CoreCall::<matrix_multiply, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_165() {
    let expect = all(&[2, 3, 1], &[-2.0, -8.0, -8.0, -2.0, -1.0, -3.0]);
    each!(given::<f64>(&[1, 3, 4], lcg(571216, -3, 7)), 3, |a| {
        each!(given::<f64>(&[2, 4, 1], lcg(315689, -3, 7)), 3, |b| {
            expect.check(CoreCall::<matrix_multiply, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_167() {
    let expect = refusal::<f64>();
    each!(given::<f64>(&[1, 2], constant(1.0)), 2, |a| {
        each!(given::<f64>(&[2, 3], constant(1.0)), 2, |b| {
            {
                let mut out = Array::<f64, _>::zeros([2, 3]);
                expect
                    .check(CoreCallInto::<conv1d_full, (f64, f64), _>::run_into((a, b), &mut out).map(|()| plain(out)));
            }
        });
    });
}

#[test]
fn um_168() {
    let expect = all(&[1, 1, 2, 3], &[1.0, 2.0, 3.0, 2.0, 4.0, 6.0]);
    each!(given::<f64>(&[1, 1, 2], list(&[1.0, 2.0])), 3, |a| {
        each!(given::<f64>(&[3], list(&[1.0, 2.0, 3.0])), 1, |b| {
            expect.check(CoreCall::<outer1d, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_169() {
    let expect = all(&[2, 2], &[-1.0, 1.0, -1.0, 1.0]);
    each!(given::<f64>(&[2, 2], list(&[1.0, 3.0, 2.0, 4.0])), 2, |a| {
        expect.check(CoreCall::<center, (f64,)>::run((a,)).map(plain));
    });
}

#[test]
fn um_170() {
    let expect = refusal::<f64>();
    each!(given::<f64>(&[2], constant(1.0)), 1, |a| {
        each!(given::<f64>(&[1, 2], constant(1.0)), 2, |b| {
            expect.check(CoreCall::<vecmat, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_172() {
    let expect = all(&[2, 1, 1], &[1.0, 1.0]);
    each!(given::<f64>(&[1, 1], constant(1.0)), 2, |a| {
        each!(given::<f64>(&[2, 1, 1], constant(1.0)), 3, |b| {
            expect.check(CoreCall::<matmul, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_173() {
    let expect = all(&[2, 1, 1], &[1.0, 1.0]);
    each!(given::<f64>(&[2, 1, 1], constant(1.0)), 3, |a| {
        each!(given::<f64>(&[1, 1], constant(1.0)), 2, |b| {
            expect.check(CoreCall::<matmul, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_174() {
    let expect = all(&[], &[2.0]);
    each!(given::<f64>(&[2], constant(1.0)), 1, |a| {
        each!(given::<f64>(&[2], constant(1.0)), 1, |b| {
            expect.check(CoreCall::<vecdot, (f64, f64)>::run((a, b)).map(scalar));
        });
    });
}

#[test]
fn um_175() {
    let expect = all(&[2, 2], &[7.0, 10.0, 7.0, 10.0]);
    each!(given::<f64>(&[2], list(&[1.0, 2.0])), 1, |a| {
        each!(given::<f64>(&[2, 2, 2], list(&[1.0, 2.0, 3.0, 4.0, 1.0, 2.0, 3.0, 4.0])), 3, |b| {
            expect.check(CoreCall::<vecmat, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_176() {
    let expect = all(&[2, 2], &[5.0, 11.0, 5.0, 11.0]);
    each!(given::<f64>(&[2, 2, 2], list(&[1.0, 2.0, 3.0, 4.0, 1.0, 2.0, 3.0, 4.0])), 3, |a| {
        each!(given::<f64>(&[2], list(&[1.0, 2.0])), 1, |b| {
            expect.check(CoreCall::<matvec, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_177() {
    let expect = all(&[2, 2], &[3.0, 2.0, 7.0, 4.0]);
    each!(given::<f64>(&[2, 2], list(&[1.0, 2.0, 3.0, 4.0])), 2, |a| {
        each!(given::<f64>(&[2, 2], list(&[1.0, 0.0, 1.0, 1.0])), 2, |b| {
            expect.check(CoreCall::<matmul, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_178() {
    let expect = all(&[2, 2], &[1.0, 2.0, 4.0, 6.0]);
    each!(given::<f64>(&[2, 2], list(&[1.0, 0.0, 1.0, 1.0])), 2, |a| {
        each!(given::<f64>(&[2, 2], list(&[1.0, 2.0, 3.0, 4.0])), 2, |b| {
            expect.check(CoreCall::<matmul, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_179() {
    let expect = all(&[2, 2, 2], &[7.0, 10.0, 15.0, 22.0, 1.0, 2.0, 4.0, 6.0]);
    each!(given::<f64>(&[2, 2, 2], list(&[1.0, 2.0, 3.0, 4.0, 1.0, 0.0, 1.0, 1.0])), 3, |a| {
        each!(given::<f64>(&[2, 2], list(&[1.0, 2.0, 3.0, 4.0])), 2, |b| {
            expect.check(CoreCall::<matmul, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_180() {
    let expect = all(&[2, 2], &[3.0, 6.0, 4.0, 8.0]);
    each!(given::<f64>(&[2, 1], list(&[3.0, 4.0])), 2, |a| {
        each!(given::<f64>(&[1, 2], list(&[1.0, 2.0])), 2, |b| {
            expect.check(CoreCall::<matmul, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_181() {
    let expect = all(&[3, 3], &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    each!(given::<f64>(&[3, 0], lcg(123193, -3, 7)), 2, |a| {
        each!(given::<f64>(&[0, 3], lcg(770743, -3, 7)), 2, |b| {
            expect.check(CoreCall::<matmul, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_182() {
    let expect = all(&[0, 0], &[]);
    each!(given::<f64>(&[0, 3], lcg(770743, -3, 7)), 2, |a| {
        each!(given::<f64>(&[3, 0], lcg(123193, -3, 7)), 2, |b| {
            expect.check(CoreCall::<matmul, (f64, f64)>::run((a, b)).map(plain));
        });
    });
}

#[test]
fn um_183() {
    let expect = refusal::<f64>();
    each!(given::<f64>(&[0, 1, 1], constant(1.0)), 3, |a| {
        each!(given::<f64>(&[0, 1, 1], constant(1.0)), 3, |b| {
            {
                let mut out = Array::<f64, _>::zeros([1, 1, 1]);
                expect.check(CoreCallInto::<matmul, (f64, f64), _>::run_into((a, b), &mut out).map(|()| plain(out)));
            }
        });
    });
}
