//! Views of fields: what they reach, through every layout, and what they refuse.
//!
//! The expected values are those of loops over the structs themselves.

#![forbid(unsafe_code)]

use std::fmt::Debug;
use std::ops::Deref;
use std::panic::{AssertUnwindSafe, catch_unwind};

use ndweave::{Array, Array2, Const, Dyn, Extent, View, View2, ViewMut, broadcast, einsum, field, field_mut, s, shape};
use num_complex::Complex;

#[derive(Clone, Copy, Debug, PartialEq)]
struct Gauss {
    re: i32,
    im: i32,
}

/// Fields of several sizes, with padding between and behind them.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Particle {
    tag: u8,
    position: [f64; 3],
    spin: (i16, Gauss),
    alive: bool,
    cells: [[u8; 2]; 3],
}

fn particle(n: usize) -> Particle {
    let (i, x) = (n as i32, n as f64);
    Particle {
        tag: n as u8,
        position: [x, x + 0.25, x + 0.5],
        spin: (-(n as i16), Gauss { re: 10 * i, im: 10 * i + 1 }),
        alive: n.is_multiple_of(3),
        cells: [[n as u8, 1], [2, 3], [4, n as u8 + 5]],
    }
}

fn particles() -> Array2<Particle> {
    Array::from_fn((4, 5), |[i, j]| particle(5 * i + j))
}

/// Whether a field read through a view is what `get` reads from each struct.
fn agrees<T: Copy + PartialEq + Debug>(
    structs: View2<Particle>,
    view: impl Fn(View2<Particle>) -> Array2<T>,
    get: impl Fn(&Particle) -> T,
) {
    let expected = Array::from_fn(structs.extents(), |index| get(&structs[index]));
    assert_eq!(view(structs).to_vec(), expected.to_vec());
}

#[test]
fn every_field_in_every_layout() {
    let whole = particles();
    let layouts = [
        whole.view(),
        whole.t(),
        whole.slice(s![..;2, 1..;3]),
        whole.slice(s![..;-1, ..;-2]),
        whole.slice(s![1..2, 4..]),
        whole.slice(s![2..2, ..]),
        whole.slice(s![3, NewAxis, ..]).broadcast_to((3, 5)).unwrap(),
    ];
    for layout in layouts {
        agrees(layout, |a| field!(a, tag).to_owned(), |p| p.tag);
        agrees(layout, |a| field!(a, alive).to_owned(), |p| p.alive);
        agrees(layout, |a| field!(a, spin.0).to_owned(), |p| p.spin.0);
        agrees(layout, |a| field!(a, spin.1.im).to_owned(), |p| p.spin.1.im);
        agrees(layout, |a| field!(a, position[2]).to_owned(), |p| p.position[2]);
        agrees(layout, |a| field!(a, cells[2][1]).to_owned(), |p| p.cells[2][1]);
    }
}

#[test]
fn axes_of_a_field_come_last() {
    let a = particles();
    let positions: View<f64, shape![_, _, 3]> = field!(a, position);
    assert_eq!(positions.to_owned(), Array::from_fn((4, 5, Const::<3>), |[i, j, k]| a[[i, j]].position[k]));
    let cells: View<u8, shape![_, 3, 2]> = field!(a.slice(s![..;-2, 1]), cells);
    assert_eq!(
        cells.to_owned(),
        Array::from_fn((2, Const::<3>, Const::<2>), |[n, i, j]| a[[3 - 2 * n, 1]].cells[i][j])
    );
    let square = einsum!(field!(a, position)[i, j, k] * field!(a, position)[i, j, k] -> [i, j]);
    assert_eq!(square[[1, 2]], 7.0 * 7.0 + 7.25 * 7.25 + 7.5 * 7.5);
}

#[test]
fn writing_leaves_the_rest_alone() {
    let mut a = particles();
    field_mut!(a, spin.1.re).fill(-1);
    field_mut!(a, position[1]).slice_mut(s![..;2, ..;-1]).assign(&Array::from_fn((2, 5), |[i, j]| (10 * i + j) as f64));
    let heights = field_mut!(a, cells);
    assert_eq!(heights.extents(), [4, 5, 3, 2]);
    { heights }.fill(9);
    for i in 0..4 {
        for j in 0..5 {
            let mut expected = particle(5 * i + j);
            expected.spin.1.re = -1;
            expected.cells = [[9; 2]; 3];
            if i % 2 == 0 {
                expected.position[1] = (10 * (i / 2) + 4 - j) as f64;
            }
            assert_eq!(a[[i, j]], expected);
        }
    }
}

fn imaginary<N: Extent>(g: &Array<Gauss, (N,)>) -> View<'_, i32, (N,)> {
    field!(g, im)
}

fn real(g: &[Gauss]) -> View<'_, i32, (Dyn,)> {
    field!(g, re)
}

fn conjugate(g: &mut Vec<Gauss>) {
    field_mut!(g, im).mapv_inplace(|im| -im);
}

#[test]
fn whatever_holds_structs() {
    let (one, two) = (Gauss { re: 1, im: 2 }, Gauss { re: 3, im: 4 });
    let mut v = vec![one, two];
    conjugate(&mut v);
    assert_eq!(real(&v).to_vec(), [1, 3]);
    assert_eq!(field!(&&v, im).to_vec(), [-2, -4]);
    let pair = [one, two];
    let re: View<i32, shape![2]> = field!(pair, re);
    assert_eq!(re, [1, 3]);
    let mut a = Array::full((Const::<2>,), two);
    assert_eq!(imaginary(&a), [4, 4]);
    // The view of a part lives as long as the array, not as the part.
    let last = field!(a.slice(s![1..]), re);
    assert_eq!(last, [3]);
    field_mut!(a, re).fill(7);
    let mut view: ViewMut<Gauss, _> = a.view_mut();
    field_mut!(view, im).assign(&[8, 9]);
    assert_eq!(field!(view, im), [8, 9]);
    assert_eq!(a.as_slice(), [Gauss { re: 7, im: 8 }, Gauss { re: 7, im: 9 }]);
    field_mut!(a.as_mut_slice(), re).fill(0);
    field_mut!(a.slice_mut(s![1..]), re).fill(1);
    field_mut!(&mut a, re).slice_mut(s![..1]).fill(2);
    assert_eq!(field!(a, re), [2, 1]);
    field_mut!(*&mut a, re).fill(0);
    assert_eq!(broadcast!(field!(a, re) + field!(a, im)), [8, 9]);
}

#[test]
fn structs_that_own_and_those_that_borrow() {
    struct Person {
        name: String,
        age: u8,
    }
    let mut people = vec![Person { name: "Emmy".into(), age: 53 }, Person { name: "Ada".into(), age: 36 }];
    field_mut!(people, age).mapv_inplace(|age| age + 1);
    assert_eq!(field!(people, age), [54, 37]);
    assert_eq!(people[1].name, "Ada");
    let weather = [("Monday", 21.5), ("Tuesday", 19.0)];
    assert_eq!(einsum!(field!(weather, 1)[day]), 40.5);
    let z = Array::from([Complex::new(1.0, 2.0), Complex::new(3.0, 4.0)]);
    assert_eq!(field!(z, im), [2.0, 4.0]);
}

#[test]
fn no_structs_and_no_bytes() {
    #[derive(Clone, Copy)]
    #[repr(align(32))]
    struct Wide {
        x: f64,
        none: [f32; 0],
    }
    assert_eq!(size_of::<Wide>(), 32);
    let empty: Vec<Wide> = Vec::new();
    assert!(field!(empty, x).is_empty());
    let nothing = Array::full((3, 0), Wide { x: 0.0, none: [] });
    assert_eq!(field!(nothing, x).extents(), [3, 0]);
    let some = [Wide { x: 1.0, none: [] }; 3];
    assert_eq!(field!(some, none).extents(), [3, 0]);
    assert_eq!(field!(some, x).strides(), [4]);
    assert_eq!(field!([((),); 3].map(|unit| (unit, 1u8)), 1), [1, 1, 1]);
}

/// A struct whose only field is chosen by a number in it: each element can give another part of itself.
#[derive(Clone, Copy)]
#[repr(C)]
struct Switch {
    which: u64,
    parts: [Gauss; 2],
}

impl Deref for Switch {
    type Target = Gauss;
    fn deref(&self) -> &Gauss {
        &self.parts[self.which as usize]
    }
}

fn panics(kernel: impl FnOnce()) -> String {
    let caught = catch_unwind(AssertUnwindSafe(kernel)).unwrap_err();
    caught.downcast_ref::<String>().expect("a message").clone()
}

#[test]
fn what_is_not_in_the_struct() {
    #[derive(Clone, Copy)]
    struct Borrowing<'a> {
        target: &'a Gauss,
        rows: &'a [f64],
    }
    let (gauss, rows) = (Gauss { re: 1, im: 2 }, [0.5, 1.5]);
    let a = [Borrowing { target: &gauss, rows: &rows }; 2];
    let behind = "field!: what is named here is not in the struct itself but behind a reference of it";
    assert_eq!(panics(|| _ = field!(a, target.re)), behind);
    assert_eq!(panics(|| _ = field!(a, rows[1])), behind);
    let mut boxes = vec![Box::new(gauss); 2];
    assert_eq!(panics(|| field_mut!(boxes, im).fill(0)), behind);

    let parts = [Gauss { re: 1, im: 2 }, Gauss { re: 3, im: 4 }];
    let mut switches = [0, 0, 1].map(|which| Switch { which, parts });
    assert_eq!(field!(switches[..2], im), [2, 2]);
    let moves = "field!: what is named here stands at byte 8 of the first struct but at byte 16 of another one";
    assert_eq!(panics(|| _ = field!(switches, re)), moves);
    let turned = View::from_slice_strided(&switches, (3,), [-1], 2).unwrap();
    let turned_moves = "field!: what is named here stands at byte 16 of the first struct but at byte 8 of another one";
    assert_eq!(panics(|| _ = field!(turned, re)), turned_moves);
    switches[2].which = 0;
    assert_eq!(field!(switches, re), [1, 1, 1]);
}
