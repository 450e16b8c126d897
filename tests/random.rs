//! Random arrays: their range, their moments, their repeatability, and the texts of refusals.

use ndweave::{Array, Array1, Const, Draw, ShapeError, shape};
use rand::SeedableRng;
use rand::rngs::StdRng;

fn rng() -> StdRng {
    StdRng::seed_from_u64(20_260_101)
}

/// Mean and variance, by the textbook.
fn moments(numbers: &[f64]) -> (f64, f64) {
    let n = numbers.len() as f64;
    let mean = numbers.iter().sum::<f64>() / n;
    (mean, numbers.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n)
}

#[test]
fn moments_are_those_of_the_distribution() {
    let n = 40_000;
    // Bounds of five standard errors: of a mean √(var / n), of a variance √((kurtosis − 1) var² / n).
    let near = |numbers: &[f64], mean: f64, variance: f64, kurtosis: f64| {
        let (found_mean, found_variance) = moments(numbers);
        let root = (n as f64).sqrt();
        assert!((found_mean - mean).abs() < 5.0 * variance.sqrt() / root, "{found_mean} {mean}");
        let error = 5.0 * variance * (kurtosis - 1.0).sqrt() / root;
        assert!((found_variance - variance).abs() < error, "{found_variance} {variance}");
    };
    near(Array::uniform(n, 2.0..8.0, &mut rng()).as_slice(), 5.0, 3.0, 1.8);
    near(Array::normal(n, -1.0, 3.0, &mut rng()).as_slice(), -1.0, 9.0, 3.0);
    let dice = Array::integers(n, 1..=6, &mut rng()).mapv(f64::from);
    near(dice.as_slice(), 3.5, 35.0 / 12.0, 303.0 / 175.0);
}

#[test]
fn samples_keep_to_their_range_and_shape() {
    let mut rng = rng();
    let x: Array<f32, shape![2, _]> = Array::uniform((Const::<2>, 500), -1.0f32..=1.0, &mut rng);
    assert!(x.iter().all(|x| (-1.0..=1.0).contains(x)));
    let bits = Array::integers((10, 10), 0u8..2, &mut rng);
    assert!(bits.iter().any(|x| *x == 0) && bits.iter().any(|x| *x == 1) && bits.iter().all(|x| *x < 2));
    assert_eq!(Array::normal((0, 3), 0.0, 1.0, &mut rng).extents(), [0, 3]);
    assert_eq!(Array::normal(3, 5.0, 0.0, &mut rng), [5.0; 3]);
}

#[test]
fn the_same_generator_gives_the_same_array() {
    let draw = || Array::normal((3, 4), 0.0, 1.0, &mut rng());
    assert_eq!(draw(), draw());
    let mut one = rng();
    assert_ne!(Array::uniform(5, 0.0..1.0, &mut one), Array::uniform(5, 0.0..1.0, &mut one));
}

#[test]
fn permutations_and_shuffles_keep_all_entries() {
    let mut rng = rng();
    let mut order = Array::permutation(100, &mut rng);
    assert_ne!(order, Array::from_fn(100, |[i]| i));
    order.as_mut_slice().sort_unstable();
    assert_eq!(order, Array::from_fn(100, |[i]| i));
    // Each of the 6 orders of 3 entries comes about as often: within 5 standard deviations of 1000 of 6000.
    let mut counts = [0; 27];
    for _ in 0..6000 {
        let order = Array::permutation(3, &mut rng);
        counts[9 * order[0] + 3 * order[1] + order[2]] += 1;
    }
    let seen: Vec<_> = counts.iter().filter(|count| **count > 0).collect();
    assert_eq!(seen.len(), 6);
    assert!(seen.iter().all(|count| (**count - 1000i32).abs() < 5 * 29), "{seen:?}");

    let mut a = Array::from_fn((4, 50), |[i, j]| 100 * i + j);
    let before = a.clone();
    a.shuffle::<1>(&mut rng);
    assert_ne!(a, before);
    let mut columns: Vec<[usize; 4]> = (0..50).map(|j| [0, 1, 2, 3].map(|i| a[[i, j]])).collect();
    columns.sort_unstable();
    assert_eq!(columns, (0..50).map(|j| [j, 100 + j, 200 + j, 300 + j]).collect::<Vec<_>>());
}

#[test]
fn choices() {
    let mut rng = rng();
    let a = Array::from_fn((2, 10), |[i, j]| 10 * i + j);
    let again = a.choice::<1>(300, Draw::Again, &mut rng);
    assert_eq!(again.extents(), [2, 300]);
    assert!((0..10).all(|n| again.iter().any(|x| *x == n)), "all ten come among 300");
    let once = a.choice::<1>(10, Draw::Once, &mut rng);
    let mut row: Vec<usize> = (0..10).map(|j| once[[0, j]]).collect();
    row.sort_unstable();
    assert_eq!(row, (0..10).collect::<Vec<_>>());

    let weights = [1.0, 0.0, 3.0];
    let letters = Array::from([0, 1, 2]);
    let drawn = letters.choice::<0>(8000, Draw::AgainBy(&weights), &mut rng);
    let count = |n: i32| drawn.iter().filter(|x| **x == n).count() as i32;
    assert_eq!(count(1), 0);
    assert!((count(0) - 2000).abs() < 5 * 39, "{}", count(0)); // √(8000 · ¼ · ¾) = 38.7
    let both = letters.choice::<0>(2, Draw::OnceBy(&weights), &mut rng);
    assert_eq!(both[0] + both[1], 2, "never the one of weight 0");
    assert_eq!(letters.choice::<0>(0, Draw::Again, &mut rng).len(), 0);
}

#[test]
fn refusals() {
    let mut rng = rng();
    let a = Array::from([1, 2, 3]);
    let refusal = |result: Result<Array1<i32>, ShapeError>| result.expect_err("not refused").to_string();
    assert_eq!(refusal(a.try_choice::<0>(4, Draw::Once, &mut rng)), "choice: 4 different ones of 3 entries");
    assert_eq!(
        refusal(a.try_choice::<0>(1, Draw::AgainBy(&[1.0, 2.0]), &mut rng)),
        "choice: there are 2 weights for 3 entries"
    );
    assert_eq!(refusal(Array1::<i32>::zeros(0).try_choice::<0>(5, Draw::Again, &mut rng)), "choice: 5 of no entries");
    for weights in [[0.0; 3], [1.0, -1.0, 1.0], [1.0, f64::NAN, 1.0]] {
        assert!(a.try_choice::<0>(1, Draw::AgainBy(&weights), &mut rng).is_err(), "{weights:?}");
        assert!(a.try_choice::<0>(3, Draw::OnceBy(&weights), &mut rng).is_err(), "{weights:?}");
    }
    assert_eq!(
        refusal(a.try_choice::<0>(3, Draw::OnceBy(&[1.0, 0.0, 2.0]), &mut rng)),
        "choice: 3 different ones, but only 2 weights are positive"
    );
    let panics = |call: &dyn Fn(&mut StdRng)| {
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| call(&mut StdRng::seed_from_u64(1)))).is_err()
    };
    assert!(panics(&|rng| _ = Array::uniform(3, 1.0..1.0, rng)));
    assert!(panics(&|rng| _ = Array::integers(3, 5..5, rng)));
    assert!(panics(&|rng| _ = Array::normal(3, 0.0, -1.0, rng)));
    assert!(panics(&|rng| _ = Array::normal(3, 0.0, f64::NAN, rng)));
}
