/// Distances of all pairs of points.
#[inline]
#[track_caller]
#[allow(clippy::too_many_arguments)]
pub fn all_pairs<
    T: ndweave::Float,
    __X0: ::ndweave::macro_support::Argument<T>,
    __X1: ::ndweave::macro_support::Argument<T>,
    __Result,
>(p: __X0, q: __X1) -> __Result
where
    (
        __X0,
        __X1,
    ): ::ndweave::macro_support::CoreCall<all_pairs, (T, T), Result = __Result>,
{
    ::ndweave::macro_support::core_call::<all_pairs, (T, T), _>((p, q))
}
///Where [`all_pairs`](all_pairs()) writes to: `all_pairs::into`.
#[allow(non_camel_case_types, dead_code)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct all_pairs<__X = ()> {
    operand: ::core::marker::PhantomData<__X>,
}
::ndweave::macro_support::core_methods! {
    pub all_pairs, p q
}
#[allow(dead_code, clippy::too_many_arguments)]
impl all_pairs<()> {
    /// Writes the results into `out`: an array, or a tuple of arrays for several results.
    ///
    /// # Panics
    ///
    /// When extents that are known at run time only differ, from each other or from those of `out`.
    #[inline]
    #[track_caller]
    pub fn into<
        T: ndweave::Float,
        __Out,
        __X0: ::ndweave::macro_support::Argument<T>,
        __X1: ::ndweave::macro_support::Argument<T>,
    >(out: __Out, p: __X0, q: __X1)
    where
        (__X0, __X1): ::ndweave::macro_support::CoreCallInto<all_pairs, (T, T), __Out>,
    {
        ::ndweave::macro_support::core_call_into::<all_pairs, (T, T), _, _>(out, (p, q));
    }
}
const _: () = {
    impl<T: ndweave::Float> ::ndweave::macro_support::Core<(T, T)> for all_pairs {
        const NAME: &'static str = "all_pairs";
        const PARAMS: &'static [&'static str] = &["p", "q"];
        const LABELS: &'static [&'static str] = &["m", "d", "n"];
        const FILLED: bool = true;
        type Labels = (
            ::ndweave::macro_support::Free,
            (::ndweave::macro_support::Free, (::ndweave::macro_support::Free, ())),
        );
        type Params = (
            ::ndweave::macro_support::Item<
                T,
                (
                    ::ndweave::macro_support::Of<
                        1,
                        ::ndweave::macro_support::Letter<'d'>,
                    >,
                    (
                        ::ndweave::macro_support::Of<
                            0,
                            ::ndweave::macro_support::Letter<'m'>,
                        >,
                        (),
                    ),
                ),
                ::ndweave::macro_support::Padded<
                    (
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                    ),
                >,
            >,
            ::ndweave::macro_support::Item<
                T,
                (
                    ::ndweave::macro_support::Of<
                        1,
                        ::ndweave::macro_support::Letter<'d'>,
                    >,
                    (
                        ::ndweave::macro_support::Of<
                            2,
                            ::ndweave::macro_support::Letter<'n'>,
                        >,
                        (),
                    ),
                ),
                ::ndweave::macro_support::Padded<
                    (
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                    ),
                >,
            >,
        );
        type Results = (
            ::ndweave::macro_support::Item<
                T,
                (
                    ::ndweave::macro_support::Of<
                        2,
                        ::ndweave::macro_support::Letter<'n'>,
                    >,
                    (
                        ::ndweave::macro_support::Of<
                            0,
                            ::ndweave::macro_support::Letter<'m'>,
                        >,
                        (),
                    ),
                ),
                ::ndweave::macro_support::Padded<
                    (
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                    ),
                >,
            >,
        );
        fn run(
            frame: ::ndweave::macro_support::Frame<'_, Self, (T, T)>,
        ) -> ::ndweave::macro_support::Result<(), ::ndweave::ShapeError> {
            #[allow(non_camel_case_types, clippy::too_many_arguments)]
            fn kernels<
                T: ndweave::Float,
                m: ::ndweave::Extent,
                d: ::ndweave::Extent,
                n: ::ndweave::Extent,
            >(
                p: ::ndweave::View<
                    '_,
                    T,
                    (
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        m,
                        d,
                    ),
                >,
                q: ::ndweave::View<
                    '_,
                    T,
                    (
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        n,
                        d,
                    ),
                >,
                mut out: ::ndweave::ViewMut<
                    '_,
                    T,
                    (
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        ::ndweave::Dyn,
                        m,
                        n,
                    ),
                >,
            ) -> ::ndweave::macro_support::Result<(), ::ndweave::ShapeError> {
                ::ndweave::try_broadcast! {
                    out[.., m, n] = sum[d] ((p[.., m, d] - q[.., n, d]).powi(2)).sqrt()
                }?;
                ::ndweave::macro_support::Result::Ok(())
            }
            let ((p, q), (out,)) = frame.views();
            kernels(p, q, out)
        }
    }
};
