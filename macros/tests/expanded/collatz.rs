#[inline]
#[track_caller]
#[allow(clippy::too_many_arguments)]
pub fn collatz<__X0: ::ndweave::macro_support::Argument<u64>, __Result>(
    n: __X0,
) -> __Result
where
    (__X0,): ::ndweave::macro_support::Call<collatz, (u64,), Result = __Result>,
{
    ::ndweave::macro_support::call::<collatz, (u64,), _>((n,))
}
///Where [`collatz`](collatz()) writes to, and the function itself: `collatz::into`, `collatz::masked`, `collatz::scalar`.
#[allow(non_camel_case_types, dead_code)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct collatz<__X = ()> {
    operand: ::core::marker::PhantomData<__X>,
}
#[allow(dead_code, clippy::too_many_arguments)]
impl collatz<()> {
    /// The function at one point, as it was written.
    #[inline]
    pub fn scalar(n: u64) -> u32 {
        let (mut n, mut steps) = (n, 0);
        while n != 1 {
            n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
            steps += 1;
        }
        steps
    }
    /// Writes the results into `out`: an array, or a tuple of arrays for several results.
    ///
    /// # Panics
    ///
    /// When extents that are known at run time only do not stretch to those of `out`.
    #[inline]
    #[track_caller]
    pub fn into<__Out, __X0: ::ndweave::macro_support::Argument<u64>>(
        out: __Out,
        n: __X0,
    )
    where
        (__X0,): ::ndweave::macro_support::CallInto<collatz, (u64,), __Out>,
    {
        ::ndweave::macro_support::call_into::<collatz, (u64,), _, _>(out, (n,));
    }
    /// Writes the results into `out` where `mask` is set; other elements stay as they are, and are not computed.
    ///
    /// # Panics
    ///
    /// When extents that are known at run time only do not stretch to those of `out`.
    #[inline]
    #[track_caller]
    pub fn masked<
        __Out,
        __Mask: ::ndweave::macro_support::Argument<bool>,
        __X0: ::ndweave::macro_support::Argument<u64>,
    >(out: __Out, mask: __Mask, n: __X0)
    where
        (__X0,): ::ndweave::macro_support::CallInto<collatz, (u64,), __Out>,
    {
        ::ndweave::macro_support::call_masked::<
            collatz,
            (u64,),
            _,
            _,
            _,
        >(out, mask, (n,));
    }
}
impl ::ndweave::macro_support::Ufunc<(u64,)> for collatz {
    type Out = u32;
    type Order = ::ndweave::macro_support::LeftToRight;
    const NAME: &'static str = "collatz";
    const PARAMS: &'static [::ndweave::macro_support::Subscripts] = &[
        ::ndweave::macro_support::Subscripts {
            name: "mask",
            axes: &[::ndweave::macro_support::ELLIPSIS],
        },
        ::ndweave::macro_support::Subscripts {
            name: "n",
            axes: &[::ndweave::macro_support::ELLIPSIS],
        },
    ];
    #[inline(always)]
    fn scalar(args: (u64,)) -> u32 {
        collatz::scalar(args.0)
    }
    #[inline(always)]
    #[allow(warnings, clippy::all)]
    fn gang<__S: ::ndweave::macro_support::Simd>(
        s: __S,
        live: <__S as ::ndweave::macro_support::Simd>::Mask,
        args: (::ndweave::macro_support::Varying<__S, u64>,),
    ) -> <u32 as ::ndweave::macro_support::Results>::Lanes<__S> {
        use ::ndweave::macro_support as __nd;
        use __nd::gang::{
            Apply as _, ApplyMixed as _, Counts as _, Fits as _, Invoke as _, Kept as _,
            Refuse as _, RefuseChoice as _, RefuseCondition as _, RefuseInvocation as _,
        };
        let (mut n,) = args;
        let mut live = live;
        let mut returned: <u32 as __nd::Results>::Lanes<__S> = __nd::unset(s);
        let (mut n, mut steps) = (n, __nd::splat(s, 0));
        {
            let entry1 = live;
            loop {
                let holds6 = (&__nd::condition(
                    s,
                    (&&__nd::on::<
                        __nd::NeNode<__nd::gang::First, __nd::gang::Second>,
                        _,
                        _,
                    >(s, (n, __nd::splat(s, 1))))
                        .apply(),
                ))
                    .mask();
                live = __nd::and(s, live, holds6);
                if !__nd::any(s, live) {
                    break;
                }
                n = {
                    let value = {
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
                                        __nd::gang::RemainderNode<1u32>,
                                        _,
                                        _,
                                    >(s, (n,)))
                                        .apply(),
                                    __nd::splat(s, 0),
                                ),
                            ))
                                .apply(),
                        ))
                            .mask();
                        let outer3 = live;
                        live = __nd::and(s, outer3, mask2);
                        let yes4 = {
                            (&&__nd::on::<__nd::gang::QuotientNode<1u32>, _, _>(s, (n,)))
                                .apply()
                        };
                        live = __nd::and_not(s, outer3, mask2);
                        let no5 = {
                            (&&__nd::on::<
                                __nd::AddNode<__nd::gang::First, __nd::gang::Second>,
                                _,
                                _,
                            >(
                                s,
                                (
                                    (&&__nd::on::<
                                        __nd::MulNode<__nd::gang::First, __nd::gang::Second>,
                                        _,
                                        _,
                                    >(s, (__nd::splat(s, 3), n)))
                                        .apply(),
                                    __nd::splat(s, 1),
                                ),
                            ))
                                .apply()
                        };
                        live = outer3;
                        (&__nd::choice(s, mask2, no5, yes4)).merged()
                    };
                    (&__nd::choice(s, live, n, value)).replaced()
                };
                steps = (&__nd::choice(s, live, steps, __nd::splat(s, 1))).raised();
            }
            live = entry1;
        }
        let value = steps;
        (&__nd::choice(s, live, returned, value)).replaced()
    }
}
