#[inline]
#[track_caller]
#[allow(clippy::too_many_arguments)]
fn first_factor<
    T: ndweave::Float,
    __X0: ::ndweave::macro_support::Argument<T>,
    __X1: ::ndweave::macro_support::Argument<u32>,
    __Result,
>(n: __X0, last: __X1) -> __Result
where
    (
        __X0,
        __X1,
    ): ::ndweave::macro_support::Call<first_factor, (T, u32), Result = __Result>,
{
    ::ndweave::macro_support::call::<first_factor, (T, u32), _>((n, last))
}
///Where [`first_factor`](first_factor()) writes to, and the function itself: `first_factor::into`, `first_factor::masked`, `first_factor::scalar`.
#[allow(non_camel_case_types, dead_code)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
struct first_factor<__X = ()> {
    operand: ::core::marker::PhantomData<__X>,
}
#[allow(dead_code, clippy::too_many_arguments)]
impl first_factor<()> {
    /// The function at one point, as it was written.
    #[inline]
    fn scalar<T: ndweave::Float>(n: T, last: u32) -> (bool, u32) {
        let mut divisor = T::from(2).unwrap();
        for i in 2..last {
            if (n / divisor).fract() == n - n {
                return (true, i);
            }
            divisor = divisor + T::from(1).unwrap();
        }
        (false, last)
    }
    /// Writes the results into `out`: an array, or a tuple of arrays for several results.
    ///
    /// # Panics
    ///
    /// When extents that are known at run time only do not stretch to those of `out`.
    #[inline]
    #[track_caller]
    fn into<
        T: ndweave::Float,
        __Out,
        __X0: ::ndweave::macro_support::Argument<T>,
        __X1: ::ndweave::macro_support::Argument<u32>,
    >(out: __Out, n: __X0, last: __X1)
    where
        (__X0, __X1): ::ndweave::macro_support::CallInto<first_factor, (T, u32), __Out>,
    {
        ::ndweave::macro_support::call_into::<
            first_factor,
            (T, u32),
            _,
            _,
        >(out, (n, last));
    }
    /// Writes the results into `out` where `mask` is set; other elements stay as they are, and are not computed.
    ///
    /// # Panics
    ///
    /// When extents that are known at run time only do not stretch to those of `out`.
    #[inline]
    #[track_caller]
    fn masked<
        T: ndweave::Float,
        __Out,
        __Mask: ::ndweave::macro_support::Argument<bool>,
        __X0: ::ndweave::macro_support::Argument<T>,
        __X1: ::ndweave::macro_support::Argument<u32>,
    >(out: __Out, mask: __Mask, n: __X0, last: __X1)
    where
        (__X0, __X1): ::ndweave::macro_support::CallInto<first_factor, (T, u32), __Out>,
    {
        ::ndweave::macro_support::call_masked::<
            first_factor,
            (T, u32),
            _,
            _,
            _,
        >(out, mask, (n, last));
    }
}
impl<T: ndweave::Float> ::ndweave::macro_support::Ufunc<(T, u32)> for first_factor {
    type Out = (bool, u32);
    type Order = ::ndweave::macro_support::LeftToRight;
    const NAME: &'static str = "first_factor";
    const PARAMS: &'static [::ndweave::macro_support::Subscripts] = &[
        ::ndweave::macro_support::Subscripts {
            name: "mask",
            axes: &[::ndweave::macro_support::ELLIPSIS],
        },
        ::ndweave::macro_support::Subscripts {
            name: "n",
            axes: &[::ndweave::macro_support::ELLIPSIS],
        },
        ::ndweave::macro_support::Subscripts {
            name: "last",
            axes: &[::ndweave::macro_support::ELLIPSIS],
        },
    ];
    #[inline(always)]
    fn scalar(args: (T, u32)) -> (bool, u32) {
        first_factor::scalar(args.0, args.1)
    }
    #[inline(always)]
    #[allow(warnings, clippy::all)]
    fn gang<__S: ::ndweave::macro_support::Simd>(
        s: __S,
        live: <__S as ::ndweave::macro_support::Simd>::Mask,
        args: (
            ::ndweave::macro_support::Varying<__S, T>,
            ::ndweave::macro_support::Varying<__S, u32>,
        ),
    ) -> <(bool, u32) as ::ndweave::macro_support::Results>::Lanes<__S> {
        use ::ndweave::macro_support as __nd;
        use __nd::gang::{
            Apply as _, ApplyMixed as _, Counts as _, Fits as _, Invoke as _, Kept as _,
            Refuse as _, RefuseChoice as _, RefuseCondition as _, RefuseInvocation as _,
        };
        let (mut n, mut last) = args;
        let mut live = live;
        let mut returned: <(bool, u32) as __nd::Results>::Lanes<__S> = __nd::unset(s);
        let mut divisor = __nd::splat(s, T::from(2).unwrap());
        {
            let entry1 = live;
            let mut gone_of_0 = __nd::none(s);
            let mut counter5 = __nd::splat(s, 2);
            let end6 = last;
            let holds7 = (&__nd::condition(
                s,
                (&&__nd::on::<
                    __nd::LtNode<__nd::gang::First, __nd::gang::Second>,
                    _,
                    _,
                >(s, (counter5, end6)))
                    .apply(),
            ))
                .mask();
            live = __nd::and(s, live, holds7);
            loop {
                if !__nd::any(s, live) {
                    break;
                }
                let i = counter5;
                {
                    let mask2 = (&__nd::condition(
                        s,
                        (&&__nd::on::<
                            __nd::EqNode<__nd::gang::First, __nd::gang::Second>,
                            _,
                            _,
                        >(
                            s,
                            (
                                (&&__nd::on::<
                                    __nd::FractNode<__nd::gang::First>,
                                    _,
                                    _,
                                >(
                                    s,
                                    (
                                        (&&__nd::on::<
                                            __nd::DivNode<__nd::gang::First, __nd::gang::Second>,
                                            _,
                                            _,
                                        >(s, (n, divisor)))
                                            .apply(),
                                    ),
                                ))
                                    .apply(),
                                (&&__nd::on::<
                                    __nd::SubNode<__nd::gang::First, __nd::gang::Second>,
                                    _,
                                    _,
                                >(s, (n, n)))
                                    .apply(),
                            ),
                        ))
                            .apply(),
                    ))
                        .mask();
                    let outer3 = live;
                    live = __nd::and(s, outer3, mask2);
                    returned = {
                        let value = (__nd::splat(s, true), i);
                        (&__nd::choice(s, live, returned, value)).merged()
                    };
                    gone_of_0 = __nd::or(s, gone_of_0, live);
                    live = __nd::none(s);
                    let on4 = live;
                    live = __nd::and_not(s, outer3, mask2);
                    live = __nd::or(s, on4, live);
                }
                divisor = {
                    let value = (&&__nd::on::<
                        __nd::AddNode<__nd::gang::First, __nd::gang::Second>,
                        _,
                        _,
                    >(s, (divisor, __nd::splat(s, T::from(1).unwrap()))))
                        .apply();
                    (&__nd::choice(s, live, divisor, value)).merged()
                };
                counter5 = (&&__nd::on::<
                    __nd::AddNode<__nd::gang::First, __nd::gang::Second>,
                    _,
                    _,
                >(s, (counter5, __nd::splat(s, 1))))
                    .apply();
                let holds8 = (&__nd::condition(
                    s,
                    (&&__nd::on::<
                        __nd::LtNode<__nd::gang::First, __nd::gang::Second>,
                        _,
                        _,
                    >(s, (counter5, end6)))
                        .apply(),
                ))
                    .mask();
                live = __nd::and(s, live, holds8);
            }
            live = __nd::and_not(s, entry1, gone_of_0);
        }
        let value = (__nd::splat(s, false), last);
        (&__nd::choice(s, live, returned, value)).merged()
    }
}
