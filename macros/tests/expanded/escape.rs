#[inline]
#[track_caller]
#[allow(clippy::too_many_arguments)]
pub fn escape<
    __X0: ::ndweave::macro_support::Argument<f64>,
    __X1: ::ndweave::macro_support::Argument<u32>,
    __Result,
>(c: __X0, limit: __X1) -> __Result
where
    (__X0, __X1): ::ndweave::macro_support::Call<escape, (f64, u32), Result = __Result>,
{
    ::ndweave::macro_support::call::<escape, (f64, u32), _>((c, limit))
}
///Where [`escape`](escape()) writes to, and the function itself: `escape::into`, `escape::masked`, `escape::scalar`.
#[allow(non_camel_case_types, dead_code)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct escape<__X = ()> {
    operand: ::core::marker::PhantomData<__X>,
}
::ndweave::macro_support::ufunc_methods! {
    pub escape
}
#[allow(dead_code, clippy::too_many_arguments)]
impl escape<()> {
    /// The function at one point, as it was written.
    #[inline]
    pub fn scalar(c: f64, limit: u32) -> u32 {
        let (mut x, mut n) = (c, limit);
        while x < 4.0 {
            x = x * x + c;
            n -= 1;
            if n == 0 {
                return 0;
            }
        }
        limit - n
    }
    /// Writes the results into `out`: an array, or a tuple of arrays for several results.
    ///
    /// # Panics
    ///
    /// When extents that are known at run time only do not stretch to those of `out`.
    #[inline]
    #[track_caller]
    pub fn into<
        __Out,
        __X0: ::ndweave::macro_support::Argument<f64>,
        __X1: ::ndweave::macro_support::Argument<u32>,
    >(out: __Out, c: __X0, limit: __X1)
    where
        (__X0, __X1): ::ndweave::macro_support::CallInto<escape, (f64, u32), __Out>,
    {
        ::ndweave::macro_support::call_into::<escape, (f64, u32), _, _>(out, (c, limit));
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
        __X0: ::ndweave::macro_support::Argument<f64>,
        __X1: ::ndweave::macro_support::Argument<u32>,
    >(out: __Out, mask: __Mask, c: __X0, limit: __X1)
    where
        (__X0, __X1): ::ndweave::macro_support::CallInto<escape, (f64, u32), __Out>,
    {
        ::ndweave::macro_support::call_masked::<
            escape,
            (f64, u32),
            _,
            _,
            _,
        >(out, mask, (c, limit));
    }
}
impl ::ndweave::macro_support::Ufunc<(f64, u32)> for escape {
    type Out = u32;
    type Order = ::ndweave::macro_support::LeftToRight;
    const NAME: &'static str = "escape";
    const PARAMS: &'static [::ndweave::macro_support::Subscripts] = &[
        ::ndweave::macro_support::Subscripts {
            name: "mask",
            axes: &[::ndweave::macro_support::ELLIPSIS],
        },
        ::ndweave::macro_support::Subscripts {
            name: "c",
            axes: &[::ndweave::macro_support::ELLIPSIS],
        },
        ::ndweave::macro_support::Subscripts {
            name: "limit",
            axes: &[::ndweave::macro_support::ELLIPSIS],
        },
    ];
    #[inline(always)]
    fn scalar(args: (f64, u32)) -> u32 {
        escape::scalar(args.0, args.1)
    }
    #[inline(always)]
    #[allow(warnings, clippy::all)]
    fn gang<__S: ::ndweave::macro_support::Simd>(
        s: __S,
        live: <__S as ::ndweave::macro_support::Simd>::Mask,
        args: (
            ::ndweave::macro_support::Varying<__S, f64>,
            ::ndweave::macro_support::Varying<__S, u32>,
        ),
    ) -> <u32 as ::ndweave::macro_support::Results>::Lanes<__S> {
        use ::ndweave::macro_support as __nd;
        use __nd::gang::{
            Apply as _, ApplyMixed as _, Counts as _, Fits as _, Invoke as _, Kept as _,
            Refuse as _, RefuseChoice as _, RefuseCondition as _, RefuseInvocation as _,
        };
        let (mut c, mut limit) = args;
        let mut live = live;
        let mut returned: <u32 as __nd::Results>::Lanes<__S> = __nd::unset(s);
        let (mut x, mut n) = (c, limit);
        {
            let entry1 = live;
            let holds4 = (&__nd::condition(
                s,
                (&&__nd::on::<
                    __nd::LtNode<__nd::gang::First, __nd::gang::Second>,
                    _,
                    _,
                >(s, (x, __nd::splat(s, 4.0))))
                    .apply(),
            ))
                .mask();
            live = __nd::and(s, live, holds4);
            let begun2 = live;
            loop {
                let holds4 = (&__nd::condition(
                    s,
                    (&&__nd::on::<
                        __nd::LtNode<__nd::gang::First, __nd::gang::Second>,
                        _,
                        _,
                    >(s, (x, __nd::splat(s, 4.0))))
                        .apply(),
                ))
                    .mask();
                live = __nd::and(s, live, holds4);
                if !__nd::any(s, live) {
                    break;
                }
                x = {
                    let value = (&&__nd::on::<
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
                            >(s, (x, x)))
                                .apply(),
                            c,
                        ),
                    ))
                        .apply();
                    (&__nd::choice(s, live, x, value)).replaced()
                };
                n = (&__nd::choice(s, live, n, __nd::splat(s, 1))).lowered();
                let holds3 = (&__nd::condition(
                    s,
                    (&&__nd::on::<
                        __nd::EqNode<__nd::gang::First, __nd::gang::Second>,
                        _,
                        _,
                    >(s, (n, __nd::splat(s, 0))))
                        .apply(),
                ))
                    .mask();
                live = __nd::and_not(s, live, holds3);
            }
            live = begun2;
            let holds5 = (&__nd::condition(
                s,
                (&&__nd::on::<
                    __nd::EqNode<__nd::gang::First, __nd::gang::Second>,
                    _,
                    _,
                >(s, (n, __nd::splat(s, 0))))
                    .apply(),
            ))
                .mask();
            live = __nd::and(s, live, holds5);
            let gone_of_0 = live;
            returned = {
                let value = __nd::splat(s, 0);
                (&__nd::choice(s, live, returned, value)).merged()
            };
            live = __nd::none(s);
            live = __nd::and_not(s, entry1, gone_of_0);
        }
        let value = (&&__nd::on::<
            __nd::SubNode<__nd::gang::First, __nd::gang::Second>,
            _,
            _,
        >(s, (limit, n)))
            .apply();
        (&__nd::choice(s, live, returned, value)).merged()
    }
}
