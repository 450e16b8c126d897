use ndweave::{Array, Extent, View, array};

fn last<E: Extent>(a: View<f64, (E,)>) -> View<f64, (E,)> {
    a.swap_axes::<0, 1>()
}

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    a.index_axis::<2>(0);
    a.swap_axes::<0, 3>();
    a.swap_axes::<5, 1>();
    a.reverse::<2>();
    a.remove_axis::<7>();
    let _ = a.split_at::<2>(1);
    a.sliding_windows_along::<2>(2);
    Array::concat::<2>(&[&a, &a]);
    last(array![1., 2.].view());
}
