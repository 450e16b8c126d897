//! When does a point diverge? The lesson's four ways with arrays, and the function that NumPy cannot run.

use ndweave::Array2;

use crate::constructors::grid_of;
use crate::lesson::{NumPy, Options, Outcome, Picture, Times, read_greys, section, text};
use crate::mandelbrot::{
    Grid, mandel1, mandel2, mandel4, mandel5, mandel5_in_one_pass, mandel6, mandel7, mandel8, smooth,
};

/// The lesson's variants on its grid, all with NumPy's counts, in one table.
pub fn variants(values: &Grid, numpy: &NumPy, options: &Options) -> Outcome<Array2<f64>> {
    section("More Mandelbrot: at which step?");
    text(
        "An array of counts is written where a point diverges for the first time. Then without a root; then only for \
         points that still run, chosen by a mask; then in arrays that shrink. NumPy gets slower each time it avoids \
         work. Rust code has no interpreter to feed, but reading and writing memory costs here as well.",
    );
    let path = format!("{}/examples/data/lesson_4/counts.png", env!("CARGO_MANIFEST_DIR"));
    let numpys = read_greys(path)?.mapv(f64::from);
    let mut times = Times::new(options, "lesson");
    let counts = times.row("mandel4: masks, as NumPy does", "43.1 ms", || mandel4(values, 50));
    let others = [
        times.row("mandel5: without the root", "67.6 ms", || mandel5(values, 50)),
        times.row("         the same in one pass", "", || mandel5_in_one_pass(values, 50)),
        times.row("mandel6: only what has not diverged", "71.2 ms", || mandel6(values, 50)),
        times.row("mandel7: arrays that shrink", "79.6 ms", || mandel7(values, 50)),
    ];
    times.print();
    for other in &others {
        assert_eq!(&counts, other);
    }
    assert_eq!(counts, numpys);
    numpy.count(counts.len());
    numpy.same("sum of the counts", &(counts.sum_all() as i64));
    text("All five have NumPy's 90000 counts, to the last one.");
    Picture::of(counts.view(), 2).save(options.picture("mandel4.png"))?;
    Ok(counts)
}

/// The function of one point, as a kernel.
pub fn the_eighth(values: &Grid, counts: &Array2<f64>, options: &Options) -> Outcome<()> {
    section("The one that NumPy cannot write");
    text(
        "A point leaves its loop when it is done, and the next point has another number of steps: with whole arrays that \
         cannot be said. ufunc! takes the function of one point as it stands, with its while, its if and its return, and \
         runs a gang of points in step; lanes that are done wait under a mask.",
    );
    let mut times = Times::new(options, "lesson");
    let by_hand = times.row("a loop over the points", "", || {
        let mut counts = Array2::zeros(values.extents());
        for (count, &point) in counts.iter_mut().zip(values) {
            *count = mandel8::scalar(point, 50);
        }
        counts
    });
    times.row("the same with a root: mandel2", "676 ms", || mandel2(values, 50));
    let by_ufunc = times.row("mandel8(&values, 50): ufunc!", "", || mandel8(values, 50));
    times.print();
    assert_eq!(by_ufunc, by_hand);
    assert_eq!(&by_ufunc.mapv(|count| count as f64), counts);
    assert_eq!(by_ufunc[[150, 200]], mandel1(values[[150, 200]], 50));
    text("The counts are NumPy's. With other functions the same points make a better picture:");
    let resolution = if options.short { 60 } else { 900 };
    let smooth = smooth(&grid_of(resolution), 200);
    Picture::of(smooth.mapv(|steps| (steps + 1.0).max(1.0).ln()).view(), 1).save(options.picture("smooth.png"))
}
