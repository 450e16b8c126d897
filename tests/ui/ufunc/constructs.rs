//! What a gang form does not have.

use ndweave::ufunc;

const TABLE: [f64; 3] = [1.0, 2.0, 3.0];

ufunc! {
    fn closure(x: f64) -> f64 {
        let double = |y: f64| y * 2.0;
        x
    }
    fn array(x: f64) -> f64 {
        let parts = [x, 2.0 * x];
        x
    }
    fn repeated(x: f64) -> f64 {
        let parts = [x; 3];
        x
    }
    fn index(x: f64, i: usize) -> f64 {
        x * TABLE[i]
    }
    fn reference(x: f64) -> f64 {
        let y = &x;
        *y
    }
    fn print(x: f64) -> f64 {
        println!("{x}");
        x
    }
    fn checked(x: f64) -> f64 {
        assert!(x > 0.0)
    }
    fn unsafe_block(x: f64) -> f64 {
        unsafe { x }
    }
    fn nested_item(x: f64) -> f64 {
        const TWO: f64 = 2.0;
        x * TWO
    }
    fn let_else(x: f64) -> f64 {
        let (y, 0) = (x, 1) else { return 0.0 };
        y
    }
    fn if_let(x: f64) -> f64 {
        if let y = x { y } else { 0.0 }
    }
    fn labelled_block(x: f64) -> f64 {
        'a: { break 'a x; }
    }
    fn text(x: f64) -> f64 {
        let name = "x";
        x
    }
    fn for_over_array(x: f64) -> f64 {
        for y in TABLE { }
        x
    }
    fn open_range(x: f64) -> f64 {
        for i in 0.. { break; }
        x
    }
    fn question(x: f64) -> f64 {
        x.checked()?
    }
    fn a_struct(x: f64) -> f64 {
        let p = Point { x };
        x
    }
}

struct Point {
    x: f64,
}

fn main() {}
