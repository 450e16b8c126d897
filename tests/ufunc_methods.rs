//! What ufuncs of two parameters do along axes: NumPy's examples, and each method against the scalar function in a loop.

use ndweave::{Array2, ufunc, ufuncs};

ufunc! {
    /// Neither associative nor with an identity.
    pub fn mixed(a: i64, b: i64) -> i64 {
        let sum = if a > b { a - 2 * b } else { 3 * a + b };
        sum % 1001
    }

    /// The greatest common divisor: a loop that lanes leave one by one.
    #[ufunc(identity = 0, associative)]
    pub fn gcd(a: u64, b: u64) -> u64 {
        let (mut a, mut b) = (a, b);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    }

    /// Of other types.
    pub fn scaled(a: f64, by: i32) -> f64 {
        a * by as f64
    }
}

fn numbers(n: usize) -> Vec<i64> {
    (0..n as i64).map(|i| i * 7919 % 23 - 11).collect()
}

#[test]
fn numpys_examples() {
    // The examples of NumPy's pages on `ufunc.reduce`, `accumulate`, `reduceat`, `outer` and `at`.
    assert_eq!(ufuncs::multiply::reduce::<0>(&[2, 3, 5]), 30);
    let x = Array2::from_fn((4, 2), |[i, j]| (2 * i + j) as i64);
    assert_eq!(ufuncs::add::reduce::<0>(&x).to_vec(), [12, 16]);
    assert_eq!(ufuncs::add::reduce::<1>(&x).to_vec(), [1, 5, 9, 13]);
    assert_eq!(ufuncs::add::reduce_from::<0>(10, &[1, 2]), 13);
    assert_eq!(ufuncs::add::reduce_all(&[[0.0; 3]; 0]), 0.0);
    assert_eq!(ufuncs::add::accumulate::<0>(&[2, 3, 5]).to_vec(), [2, 5, 10]);
    assert_eq!(ufuncs::multiply::accumulate::<0>(&[2, 3, 5]).to_vec(), [2, 6, 30]);
    let eight: Vec<i64> = (0..8).collect();
    let segments = ufuncs::add::reduceat::<0>(&eight, &[0, 4, 1, 5, 2, 6, 3, 7]).to_vec();
    assert_eq!(segments.iter().copied().step_by(2).collect::<Vec<_>>(), [6, 10, 14, 18]);
    assert_eq!(ufuncs::multiply::outer(&[1, 2, 3], &[4, 5, 6]).to_vec(), [4, 5, 6, 8, 10, 12, 12, 15, 18]);
    let mut a = [1, 2, 3, 4];
    ufuncs::add::at(&mut a, &[0, 1, 2, 2], &[1, 2, 0, 1]);
    assert_eq!(a, [2, 4, 4, 4]);
}

#[test]
fn one_after_another() {
    for n in [1, 2, 7, 8, 9, 100] {
        let x = numbers(n);
        let wanted = x[1..].iter().fold(x[0], |a, &b| mixed::scalar(a, b));
        assert_eq!(mixed::reduce::<0>(&x), wanted);
        assert_eq!(mixed::reduce_all(&x), wanted);
        let mut total = x[0];
        let mut all = vec![total];
        all.extend(x[1..].iter().map(|&b| {
            total = mixed::scalar(total, b);
            total
        }));
        assert_eq!(mixed::accumulate::<0>(&x).to_vec(), all);
        let outer = mixed::outer(&x, &[3, -4]);
        for (at, got) in outer.indexed_iter() {
            assert_eq!(*got, mixed::scalar(x[at[0]], [3, -4][at[1]]));
        }
        let mut target = vec![1; 3];
        let index: Vec<usize> = (0..n).map(|i| i * i % 3).collect();
        let mut wanted = target.clone();
        index.iter().zip(&x).for_each(|(&at, &x)| wanted[at] = mixed::scalar(wanted[at], x));
        mixed::at(&mut target, &index, &x);
        assert_eq!(target, wanted);
    }
}

#[test]
fn any_order_and_identity() {
    let x = Array2::from_fn((5, 37), |[i, j]| 12 * (1 + (i * 37 + j) as u64 % 40));
    assert_eq!(gcd::reduce_all(&x), 12);
    assert_eq!(gcd::reduce_all_from(8, &x), 4);
    let columns = gcd::reduce::<0>(&x);
    for (j, got) in columns.iter().enumerate() {
        assert_eq!(*got, (0..5).fold(0, |all, i| gcd::scalar(all, x[[i, j]])));
    }
    assert_eq!(gcd::reduce::<1>(&Array2::<u64>::zeros((2, 0))).to_vec(), [0, 0]);
    let mut target = [2.0, 3.0];
    scaled::at(&mut target, &[1, 1, 0], &[2, 5, -1]);
    assert_eq!(target, [-2.0, 30.0]);
}

/// The library's arithmetic wraps everywhere, whatever the build says of overflow.
#[test]
fn library_arithmetic_wraps() {
    assert_eq!(ufuncs::add::reduce::<0>(&[200u8, 100]), 44);
    assert_eq!(ufuncs::add(200u8, 100), 44);
    assert_eq!(ufuncs::multiply::accumulate::<0>(&[100i8, 2, 2]).to_vec(), [100, -56, -112]);
    assert_eq!(ufuncs::divide(1, 0), 0);
    assert_eq!(ufuncs::negative(i32::MIN), i32::MIN);
}

#[test]
#[should_panic(expected = "mixed")]
fn nothing_to_begin_with() {
    mixed::reduce::<0>(&[0i64; 0]);
}

#[test]
fn at_far_and_extreme_indices() {
    // More elements than the near caches hold, and indices from both ends.
    let n = 300_000;
    let index: Vec<i64> = (0..1000).map(|k| k * 62_710_561 % (2 * n) - n).collect();
    let values: Vec<f64> = (0..1000).map(f64::from).collect();
    let mut got = vec![0.0; n as usize];
    let mut wanted = got.clone();
    index.iter().zip(&values).for_each(|(at, x)| wanted[at.rem_euclid(n) as usize] += x);
    ufuncs::add::at(&mut got, &index, &values);
    assert_eq!(got, wanted);
    let from_front: Vec<usize> = index.iter().map(|at| at.rem_euclid(n) as usize).collect();
    got.fill(0.0);
    ufuncs::add::at(&mut got, &from_front, &values);
    assert_eq!(got, wanted);
    let refused = |update: fn(&mut [f64; 3])| std::panic::catch_unwind(|| update(&mut [0.0; 3])).is_err();
    assert!(refused(|x| ufuncs::add::at(x, &[0u64, 1 << 63, 1], 1.0)));
    assert!(refused(|x| ufuncs::add::at(x, &[u64::MAX], 1.0)));
    assert!(refused(|x| ufuncs::add::at(x, &[i64::MIN], 1.0)));
    assert!(refused(|x| ufuncs::add::at(x, &[i64::MAX, 0], 1.0)));
    assert!(refused(|x| ufuncs::add::at(x, &[2, 3u8], 1.0)));
    assert!(refused(|x| ufuncs::add::at(x, &[-4i8], 1.0)));
    assert!(refused(|x| ufuncs::add::at(x, &[1i128 << 64], 1.0)));
    assert!(!refused(|x| ufuncs::add::at(x, &[-3i8, 2], 1.0)));
}

/// Far more indices than entries: they are checked as they are used, and the target is restored if one is out of bounds.
#[test]
fn at_many_indices() {
    let index: Vec<i32> = (0..3000).map(|k| k * 7919 % 40 - 20).collect();
    let values: Vec<f64> = (0..3000).map(f64::from).collect();
    let mut wanted = [0.5; 20];
    index.iter().zip(&values).for_each(|(at, x)| wanted[at.rem_euclid(20) as usize] += x);
    let mut got = [0.5; 20];
    ufuncs::add::at(&mut got, &index, &values);
    assert_eq!(got, wanted);
    let from_front: Vec<u8> = index.iter().map(|at| at.rem_euclid(20) as u8).collect();
    got.fill(0.5);
    ufuncs::add::at(&mut got, &from_front, &values);
    assert_eq!(got, wanted);
    // The last index, and one in the middle.
    for place in [2999, 1700] {
        let mut index = index.clone();
        index[place] = -21;
        let mut kept = [0.5; 20];
        let error =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| ufuncs::add::at(&mut kept, &index, &values)));
        let message = *error.unwrap_err().downcast::<String>().unwrap();
        assert!(message.contains("-21") && message.contains(&format!("at place {place} of")), "{message}");
        assert_eq!(kept, [0.5; 20]);
    }
}
