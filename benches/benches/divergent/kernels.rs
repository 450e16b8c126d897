//! The functions.

use ndweave::ufunc;
use num_complex::Complex;

ufunc! {
    /// The Mandelbrot set, line by line as one writes it for one point: what is left of `limit` when |z| reaches 2.
    pub fn mandel1(position: Complex<f64>, limit: i64) -> i64 {
        let mut limit = limit;
        let mut value = position;
        while value.norm_sqr() < 4.0 {
            limit -= 1;
            value = value * value + position;
            if limit < 0 {
                return 0;
            }
        }
        limit
    }

    /// The same in single precision.
    pub fn mandel1_f32(position: Complex<f32>, limit: i32) -> i32 {
        let mut limit = limit;
        let mut value = position;
        while value.norm_sqr() < 4.0 {
            limit -= 1;
            value = value * value + position;
            if limit < 0 {
                return 0;
            }
        }
        limit
    }

    /// The cube root, by Newton's method until it stands still.
    pub fn newton(x: f64) -> f64 {
        let mut y = x;
        loop {
            let next = (2.0 * y + x / (y * y)) / 3.0;
            if (next - y).abs() <= 1e-15 * y {
                return next;
            }
            y = next;
        }
    }

    /// How many steps lead to 1.
    #[allow(clippy::manual_is_multiple_of)]
    pub fn collatz(n: u64) -> u32 {
        let mut n = n;
        let mut steps = 0;
        while n != 1 {
            n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
            steps += 1;
        }
        steps
    }

    /// The root of z³ + z = y.
    pub fn bisection(y: f64) -> f64 {
        let (mut low, mut high) = (0.0, 300.0);
        while high - low > 1e-10 {
            let middle = 0.5 * (low + high);
            if middle * middle * middle + middle < y {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }

    /// Euclid's algorithm.
    pub fn gcd(a: u32, b: u32) -> u32 {
        let (mut a, mut b) = (a, b);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    }

    /// Where a walker is after a hundred turns, or when 8 away.
    pub fn walk(seed: u64) -> f64 {
        let mut state = seed;
        let mut at: f64 = 0.0;
        for _ in 0..100 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            at += if state >> 63 == 0 { 1.0 } else { -1.0 };
            if at.abs() >= 8.0 {
                break;
            }
        }
        at
    }

    /// The normal distribution, by Abramowitz and Stegun's 26.2.17.
    fn normal(x: f64) -> f64 {
        let t = 1.0 / (1.0 + 0.2316419 * x.abs());
        let sum = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        let tail = 0.3989422804014327 * (-0.5 * x * x).exp() * sum;
        if x > 0.0 { 1.0 - tail } else { tail }
    }

    /// The price of a call.
    pub fn black_scholes(spot: f64, strike: f64) -> f64 {
        let (rate, volatility, time) = (0.03, 0.2, 1.5);
        let root = volatility * 1.224744871391589;
        let d1 = ((spot / strike).ln() + (rate + 0.5 * volatility * volatility) * time) / root;
        let d2 = d1 - root;
        spot * normal(d1) - strike * (-rate * time).exp() * normal(d2)
    }

    /// The kernel of cubic convolution.
    pub fn cubic(x: f64) -> f64 {
        let x = (0.02 * x - 2.0).abs();
        if x < 1.0 {
            (1.5 * x - 2.5) * x * x + 1.0
        } else if x < 2.0 {
            ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0
        } else {
            0.0
        }
    }
}

// With core axes.
ufunc! {
    /// The cross product.
    pub fn cross(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
        [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
    }

    /// Distances of all pairs of points.
    pub fn cdist(p: [[f64; d]; m], q: [[f64; d]; n]) -> [[f64; n]; m] { sum[d]((p[m, d] - q[n, d]).powi(2)).sqrt() }

    /// The full convolution.
    pub fn convolve(a: [f64; n], b: [f64; k]) -> [f64; n + k - 1] {
        let mut out = [0.0; n + k - 1];
        for i in 0..n {
            for j in 0..k {
                out[i + j] += a[i] * b[j];
            }
        }
        out
    }
}
