#[inline]
#[track_caller]
#[allow(clippy::too_many_arguments)]
pub fn convolve<
    __X0: ::ndweave::macro_support::Argument<f64>,
    __X1: ::ndweave::macro_support::Argument<f64>,
    __Result,
>(a: __X0, b: __X1) -> __Result
where
    (
        __X0,
        __X1,
    ): ::ndweave::macro_support::CoreCall<convolve, (f64, f64), Result = __Result>,
{
    ::ndweave::macro_support::core_call::<convolve, (f64, f64), _>((a, b))
}
///Where [`convolve`](convolve()) writes to: `convolve::into`.
#[allow(non_camel_case_types, dead_code)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct convolve<__X = ()> {
    operand: ::core::marker::PhantomData<__X>,
}
::ndweave::macro_support::core_methods! {
    pub convolve, a b
}
#[allow(dead_code, clippy::too_many_arguments)]
impl convolve<()> {
    /// The function at one point.
    #[inline(always)]
    pub fn scalar<'__out>(
        a: &[f64],
        b: &[f64],
        __out0: ::ndweave::macro_support::Room<'__out, f64>,
    ) -> &'__out mut [f64] {
        #[allow(unused_variables)]
        let n = a.len();
        #[allow(unused_variables)]
        let taps = b.len();
        #[allow(unused_mut)]
        let mut out = __out0.fill(0.0, n + taps - 1);
        for i in 0..n {
            for j in 0..taps {
                out[i + j] += a[i] * b[j];
            }
        }
        out
    }
    /// Writes the results into `out`: an array, or a tuple of arrays for several results.
    ///
    /// # Panics
    ///
    /// When extents that are known at run time only differ, from each other or from those of `out`.
    #[inline]
    #[track_caller]
    pub fn into<
        __Out,
        __X0: ::ndweave::macro_support::Argument<f64>,
        __X1: ::ndweave::macro_support::Argument<f64>,
    >(out: __Out, a: __X0, b: __X1)
    where
        (
            __X0,
            __X1,
        ): ::ndweave::macro_support::CoreCallInto<convolve, (f64, f64), __Out>,
    {
        ::ndweave::macro_support::core_call_into::<
            convolve,
            (f64, f64),
            _,
            _,
        >(out, (a, b));
    }
}
const _: () = {
    #[allow(non_camel_case_types)]
    pub enum taps {}
    impl ::ndweave::macro_support::Core<(f64, f64)> for convolve {
        const NAME: &'static str = "convolve";
        const PARAMS: &'static [&'static str] = &["a", "b"];
        const LABELS: &'static [&'static str] = &["n", "taps"];
        const FILLED: bool = false;
        type Labels = (
            ::ndweave::macro_support::Free,
            (::ndweave::macro_support::Free, ()),
        );
        type Params = (
            ::ndweave::macro_support::Item<
                f64,
                (
                    ::ndweave::macro_support::Of<
                        0,
                        ::ndweave::macro_support::Letter<'n'>,
                    >,
                    (),
                ),
                ::ndweave::macro_support::Slice<f64>,
            >,
            ::ndweave::macro_support::Item<
                f64,
                (
                    ::ndweave::macro_support::Of<
                        1,
                        ::ndweave::macro_support::Word<taps>,
                    >,
                    (),
                ),
                ::ndweave::macro_support::Slice<f64>,
            >,
        );
        type Results = (
            ::ndweave::macro_support::Item<
                f64,
                (::ndweave::macro_support::Computed, ()),
                ::ndweave::macro_support::Slice<f64>,
            >,
        );
        #[allow(unused_variables)]
        fn computed(result: usize, axis: usize, labels: &[usize]) -> usize {
            let n = labels[0];
            let taps = labels[1];
            match (result, axis) {
                (0, 0) => n + taps - 1,
                _ => 0,
            }
        }
        fn run(
            frame: ::ndweave::macro_support::Frame<'_, Self, (f64, f64)>,
        ) -> ::ndweave::macro_support::Result<(), ::ndweave::ShapeError> {
            frame.points()
        }
    }
    impl ::ndweave::macro_support::Point<(f64, f64)> for convolve {
        #[inline(always)]
        fn point<'__a>(
            args: ::ndweave::macro_support::ArgsOf<'__a, Self, (f64, f64)>,
            rooms: ::ndweave::macro_support::Rooms<'__a, Self, (f64, f64)>,
        ) -> ::ndweave::macro_support::OutsOf<'__a, Self, (f64, f64)> {
            let _ = &rooms;
            convolve::scalar(args.0, args.1, rooms.0)
        }
    }
};
