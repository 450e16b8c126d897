//! Making, joining, repeating and padding, against NumPy 2.4: `tests/generate/making.py` wrote `tests/data/making.csv`.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use ndweave::{
    Array, Array2, Array3, Const, Operand, Pad, Shape, View, assert_allclose, assert_array_equal, block, s, shape,
};

/// NumPy's results by name, and which of them have been compared.
struct Numpy {
    rows: BTreeMap<&'static str, (Vec<usize>, Vec<&'static str>)>,
    seen: RefCell<BTreeSet<String>>,
}

impl Numpy {
    fn read() -> Self {
        let row = |line: &'static str| {
            let mut fields = line.split(',');
            let (name, shape, values) = (fields.next()?, fields.next()?, fields.next()?);
            let shape = shape.split_whitespace().map(|extent| extent.parse().unwrap()).collect();
            Some((name, (shape, values.split_whitespace().collect())))
        };
        Numpy { rows: include_str!("data/making.csv").lines().map_while(row).collect(), seen: RefCell::default() }
    }

    fn row(&self, name: &str, shape: &[usize]) -> &[&'static str] {
        let (extents, values) = self.rows.get(name).unwrap_or_else(|| panic!("no `{name}` in the data"));
        assert_eq!(shape, extents, "the shape of {name}");
        assert!(self.seen.borrow_mut().insert(name.to_owned()), "{name} compared twice");
        values
    }

    /// Compares integers exactly.
    #[track_caller]
    fn check<T: Copy + ToString>(&self, name: &str, found: &impl Operand<Elem = T>) {
        let found = found.as_view();
        let values = self.row(name, found.extents().as_ref());
        assert_eq!(found.iter().map(T::to_string).collect::<Vec<_>>(), values, "{name}");
    }

    /// Compares floats within some units in the last place of `f64`, or of `f32`.
    #[track_caller]
    fn check_close<S: Shape>(&self, name: &str, found: View<'_, f64, S>, rtol: f64) {
        let values = self.row(name, found.extents().as_ref()).iter();
        let values: Vec<f64> = values.map(|value| value.parse().unwrap()).collect();
        assert_allclose!(found.to_vec(), values, rtol);
    }
}

fn a() -> Array<i64, shape![2, 3]> {
    Array::from_fn((Const::<2>, Const::<3>), |[i, j]| (3 * i + j) as i64)
}

fn t() -> Array3<i64> {
    Array::arange(0, 24, 1).into_reshaped((2, 3, 4)).unwrap()
}

const X: [i64; 4] = [1, 2, 3, 4];
const Y: [i64; 2] = [10, 20];

#[test]
fn everything_is_as_numpy_makes_it() {
    let numpy = Numpy::read();
    sequences(&numpy);
    grids(&numpy);
    diagonals(&numpy);
    repeats(&numpy);
    turns(&numpy);
    pads(&numpy);
    joins(&numpy);
    let seen = numpy.seen.borrow();
    let unseen: Vec<_> = numpy.rows.keys().filter(|name| !seen.contains(**name)).collect();
    assert!(unseen.is_empty(), "never compared: {unseen:?}");
}

fn sequences(numpy: &Numpy) {
    let wide = |x: f32| f64::from(x.to_string().parse::<f32>().unwrap());
    let narrow = Array::arange(0.1f32, 1.3, 0.2).mapv(wide);
    numpy.check_close("arange_f32", narrow.view(), 1e-6);
    numpy.check_close("arange_down", Array::arange(5.0, -2.0, -0.7).view(), 0.0);
    numpy.check_close("arange_ceil", Array::arange(1.0, 1.3, 0.1).view(), 0.0);
    numpy.check("arange_i8", &Array::arange(-128i8, 127, 50));
    numpy.check("arange_u64", &Array::arange(3u64, 1 << 63, 1 << 62));
    numpy.check("arange_none", &Array::arange(3, 3, 1));
    numpy.check_close("linspace", Array::linspace(-1.0, 2.0, 7).view(), 0.0);
    numpy.check_close("linspace_one", Array::linspace(3.0, 9.0, 1).view(), 0.0);
    numpy.check_close("linspace_down", Array::linspace(1.0, 0.1, 4).view(), 0.0);
    numpy.check_close("logspace", Array::logspace(-2.0, 1.0, 5).view(), 1e-15);
    numpy.check_close("geomspace", Array::geomspace(2.0, 5000.0, 6).view(), 1e-14);
    numpy.check_close("geomspace_negative", Array::geomspace(-1000.0, -1.0, 4).view(), 1e-14);
    numpy.check_close("geomspace_one", Array::geomspace(3.0, 9.0, 1).view(), 0.0);
}

fn grids(numpy: &Numpy) {
    let (x, y) = Array::meshgrid(&X, &Y);
    numpy.check("meshgrid_x", &x);
    numpy.check("meshgrid_y", &y);
    let (a, b) = Array::meshgrid_ij(&X, &Y);
    numpy.check("meshgrid_ij_a", &a);
    numpy.check("meshgrid_ij_b", &b);
    let (i, j) = Array::mgrid(-1..2, 3..5);
    numpy.check("mgrid_i", &i);
    numpy.check("mgrid_j", &j);
    let (i, j) = Array::mgrid_by((-1.5..0.5, 0.3), (7.0..0.0, -3.0));
    numpy.check_close("mgrid_by_i", i.view(), 0.0);
    numpy.check_close("mgrid_by_j", j.view(), 0.0);
    let indices: [Array<usize, shape![2, _, 2]>; 3] = Array::indices((Const::<2>, 3, Const::<2>));
    for (axis, index) in indices.iter().enumerate() {
        numpy.check(&format!("indices_{axis}"), index);
    }
}

fn diagonals(numpy: &Numpy) {
    for k in [-3, -1, 0, 2, 9] {
        numpy.check(&format!("eye_{k}"), &Array::<i64, _>::eye_at((3, 4), k));
        numpy.check(&format!("tri_{k}"), &Array::<i64, _>::tri((3, 4), k));
        numpy.check(&format!("tril_{k}"), &t().tril(k));
        numpy.check(&format!("triu_{k}"), &t().triu(k));
        numpy.check(&format!("diag_{k}"), &a().diag_at(k));
    }
    for k in [-2, 0, 1] {
        numpy.check(&format!("from_diag_{k}"), &Array::from_diag_at(&X, k));
    }
    assert_eq!(a().diag_at(isize::MIN).len() + a().diag_at(isize::MAX).len(), 0);
    assert_array_equal!(a().triu(isize::MIN), a());
    assert_array_equal!(a().tril(isize::MAX), a());
    let mut m = a();
    m.diag_at_mut(-1).fill(-7);
    assert_eq!(m, [[0, 1, 2], [-7, 4, 5]]);
}

fn repeats(numpy: &Numpy) {
    numpy.check("kron", &a().kron(&[[1, 10], [100, 1000]]));
    numpy.check("kron_vectors", &Array::from(X).kron(&Y));
    numpy.check("kron_3", &t().kron(&Array::arange(0, 4, 1).reshape((1, 2, 2)).unwrap()));
    numpy.check("kron_empty", &a().kron(&Array2::zeros((0, 2))));
    numpy.check("tile", &a().tile([2, 3]));
    numpy.check("tile_none", &a().tile([2, 0]));
    numpy.check("tile_t", &a().t().tile([1, 2]));
    numpy.check("tile_3", &t().tile([2, 1, 2]));
    numpy.check("repeat_0", &t().repeat::<0>(3));
    numpy.check("repeat_1", &t().repeat::<1>(3));
    numpy.check("repeat_2", &t().repeat::<2>(3));
    numpy.check("repeat_none", &a().repeat::<1>(0));
    numpy.check("roll_0", &t().roll::<0>(5));
    numpy.check("roll_1", &t().roll::<1>(5));
    numpy.check("roll_2", &t().roll::<2>(5));
    numpy.check("roll_back_0", &t().roll::<0>(-1));
    numpy.check("roll_back_1", &t().roll::<1>(-1));
    numpy.check("roll_back_2", &t().roll::<2>(-1));
    numpy.check("roll_t", &a().t().roll::<0>(1));
    numpy.check("roll_empty", &Array2::<i64>::zeros((2, 0)).roll::<1>(3));
}

fn turns(numpy: &Numpy) {
    numpy.check("flip", &t().flip());
    let whole = a();
    let quarter: View<'_, i64, shape![3, 2]> = whole.rot90();
    numpy.check("rot90_1", &quarter);
    numpy.check("rot90_2", &a().rot180());
    numpy.check("rot90_3", &a().rot270());
    numpy.check("rot90_3d_1", &t().rot90());
    numpy.check("rot90_3d_2", &t().rot180());
    numpy.check("rot90_3d_3", &t().rot270());
    let mut m = a();
    m.rot90_mut().index_axis_mut::<0>(0).fill(9);
    assert_eq!(m, [[0, 1, 9], [3, 4, 9]]);
}

fn pads(numpy: &Numpy) {
    for (name, mode) in
        [("edge", Pad::Edge), ("reflect", Pad::Reflect), ("symmetric", Pad::Symmetric), ("wrap", Pad::Wrap)]
    {
        numpy.check(&format!("pad_{name}"), &a().pad([(2, 1), (0, 4)], mode));
        numpy.check(&format!("pad_wide_{name}"), &Array::from(X).pad([(9, 11)], mode));
        numpy.check(&format!("pad_one_{name}"), &Array::from([7]).pad([(2, 3)], map(mode)));
        numpy.check(&format!("pad_t_{name}"), &a().t().pad([(1, 0), (3, 2)], mode));
    }
    numpy.check("pad_constant", &a().pad([(2, 1), (0, 4)], Pad::Constant(-1)));
    numpy.check("pad_constant_t", &a().t().pad([(0, 1), (3, 0)], Pad::Constant(-1)));
    numpy.check("pad_constant_empty", &Array2::zeros((2, 0)).pad([(0, 1), (1, 1)], Pad::Constant(5)));
    assert_eq!(Array2::<u8>::zeros((2, 0)).pad([(1, 0), (0, 0)], Pad::Edge).extents(), [3, 0]);
}

/// A mode for elements of another type.
fn map(mode: Pad<i64>) -> Pad<i32> {
    match mode {
        Pad::Constant(value) => Pad::Constant(value as i32),
        Pad::Edge => Pad::Edge,
        Pad::Reflect => Pad::Reflect,
        Pad::Symmetric => Pad::Symmetric,
        Pad::Wrap => Pad::Wrap,
    }
}

fn joins(numpy: &Numpy) {
    let t = t();
    let parts = [t.view(), t.flip(), t.view()];
    numpy.check("concat_0", &Array::concat::<0>(&parts));
    numpy.check("concat_1", &Array::concat::<1>(&parts));
    numpy.check("concat_2", &Array::concat::<2>(&parts));
    let (a, dynamic) = (a(), a().into_dynamic());
    let turned = dynamic.t();
    numpy.check("concat_t", &Array::concat::<0>(&[turned, turned.slice(s![..1, ..])]));
    numpy.check("concat_t_1", &Array::concat::<1>(&[turned, turned.slice(s![.., ..1])]));
    let scaled = [a.clone(), a.mapv(|x| 10 * x), a.mapv(|x| -x)];
    numpy.check("stack_0", &Array::stack::<0>(&scaled));
    numpy.check("stack_1", &Array::stack::<1>(&scaled));
    numpy.check("stack_2", &Array::stack::<2>(&scaled));
    for (n, part) in t.split::<2>(2).iter().enumerate() {
        numpy.check(&format!("split_{n}"), part);
    }
    for (n, part) in t.split_at_each::<1>(&[1, 1, 3]).iter().enumerate() {
        numpy.check(&format!("split_at_{n}"), part);
    }
    numpy.check("column_stack", &Array::column_stack(&[X, X.map(|x| 2 * x), X]));
    numpy
        .check("column_stack_matrices", &Array::column_stack(&[a.view_dynamic(), a.split_at::<1>(1).0.view_dynamic()]));
    numpy.check("block", &block![[a, [[7], [8]]], [[[9, 10, 11, 12]]]]);
}

/// The text of a panic.
fn panic_text<T>(call: impl FnOnce() -> T) -> String {
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(call));
    let payload = caught.err().expect("no panic");
    payload.downcast_ref::<String>().expect("a message").clone()
}

#[test]
fn refusals_name_axes_and_extents() {
    let a = a();
    let table = [
        (panic_text(|| a.split::<1>(2)), "split: axis 1 with extent 3 has no 2 equal parts"),
        (panic_text(|| a.split::<0>(0)), "split: axis 0 with extent 2 has no 0 equal parts"),
        (panic_text(|| a.split_at_each::<1>(&[2, 1])), "split: place 1 along axis 1 stands behind 2"),
        (panic_text(|| a.split_at_each::<1>(&[1, 4])), "cannot split axis 1 with extent 2 at 3"),
        (panic_text(|| Array::geomspace(0.0, 5.0, 3)), "geomspace: no multiples lead from 0.0 to 5.0"),
        (panic_text(|| Array::geomspace(-1.0, 5.0, 3)), "geomspace: no multiples lead from -1.0 to 5.0"),
        (
            panic_text(|| Array2::<u8>::zeros((3, 0)).pad([(0, 0), (2, 0)], Pad::Wrap)),
            "pad: axis 1 has no entries, so only a constant can stand beside them",
        ),
        (panic_text(|| a.tile([1, usize::MAX])), "tile: axis 1 with extent 3 times 18446744073709551615 overflows"),
        (panic_text(|| a.repeat::<0>(usize::MAX)), "repeat: axis 0 with extent 2 times 18446744073709551615 overflows"),
        (
            panic_text(|| a.pad([(1, 1), (usize::MAX, 7)], Pad::Edge)),
            "pad: axis 1 with extent 3 and margins 18446744073709551615 and 7 overflows",
        ),
        (
            panic_text(|| block![[a, [[7], [8], [9]]]]),
            "block: in row 0, concat: axis 0 has extent 2 in part 0 (shape [2, 3]) but 3 in part 1 (shape [3, 1])",
        ),
        (
            panic_text(|| block![[a], [[[1, 2]]]]),
            "block: of the rows, concat: axis 1 has extent 3 in part 0 (shape [2, 3]) but 2 in part 1 (shape [1, 2])",
        ),
        (
            panic_text(|| Array::column_stack(&[vec![1, 2], vec![3]])),
            "concat: axis 0 has extent 2 in part 0 (shape [2, 1]) but 1 in part 1 (shape [1, 1])",
        ),
    ];
    for (found, text) in table {
        assert_eq!(found, text);
    }
}
