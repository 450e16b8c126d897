//! `ufunc!`: the gang form against the scalar function.
use ndweave::{Array, ufunc};
use num_complex::Complex;

ufunc! {
    /// Leaky.
    pub fn leaky(x: f64, slope: f64) -> f64 {
        if x > 0.0 { x } else { slope * x }
    }

    /// Points of the set.
    pub fn mandelbrot(c: Complex<f64>, limit: u32) -> u32 {
        let mut z = Complex::new(0.0, 0.0);
        let mut n = 0;
        while n < limit && z.norm_sqr() <= 4.0 {
            z = z * z + c;
            n += 1;
        }
        n
    }

    fn collatz(n: u64) -> u32 {
        let mut n = n;
        let mut steps = 0;
        while n != 1 {
            n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
            steps += 1;
        }
        steps
    }
    fn gcd(a: u32, b: u32) -> u32 {
        let (mut a, mut b) = (a, b);
        while b != 0 { (a, b) = (b, a % b); }
        a
    }
    fn sign(x: f64) -> (f64, i8) {
        if x.is_nan() { return (x, 0); }
        match (x * 2.0) as i32 {
            i32::MIN..=-1 => (-1.0, -1),
            0 => (0.0, 0),
            _ => (1.0, 1),
        }
    }
}

#[test]
fn first() {
    let x = vec![-1.0, 0.5, 2.0];
    let y: ndweave::Array1<f64> = leaky(&x, 0.1);
    assert_eq!(y.to_vec(), [-0.1, 0.5, 2.0]);
    let z: f64 = leaky(-1.0, 0.5);
    assert_eq!(z, -0.5);
    let n: Vec<u64> = (1..100).collect();
    assert_eq!(collatz(&n).to_vec(), n.iter().map(|&n| collatz::scalar(n)).collect::<Vec<_>>());
    assert_eq!(gcd(&[12u32, 18], &[8, 27]), [4, 9]);
    let (a, b) = sign(&[-3.0, 0.1, f64::NAN, 7.0]);
    assert_eq!(b, [-1, 0, 0, 1]);
    assert_eq!(a[0], -1.0);
    let grid = Array::from_fn((30, 30), |[i, j]| Complex::new(-2.0 + 0.1 * i as f64, -1.5 + 0.1 * j as f64));
    let m = mandelbrot(&grid, 50);
    for (i, n) in m.indexed_iter() {
        assert_eq!(*n, mandelbrot::scalar(grid[i], 50));
    }
}
