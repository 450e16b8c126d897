#[inline]
#[track_caller]
#[allow(clippy::too_many_arguments)]
pub fn leaky<
    __X0: ::ndweave::macro_support::Argument<f64>,
    __X1: ::ndweave::macro_support::Argument<f64>,
    __Result,
>(x: __X0, slope: __X1) -> __Result
where
    (__X0, __X1): ::ndweave::macro_support::Call<leaky, (f64, f64), Result = __Result>,
{
    ::ndweave::macro_support::call::<leaky, (f64, f64), _>((x, slope))
}
///Where [`leaky`](leaky()) writes to, and the function itself: `leaky::into`, `leaky::masked`, `leaky::scalar`.
#[allow(non_camel_case_types, dead_code)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct leaky<__X = ()> {
    operand: ::core::marker::PhantomData<__X>,
}
::ndweave::macro_support::ufunc_methods! {
    pub leaky
}
#[allow(dead_code, clippy::too_many_arguments)]
impl leaky<()> {
    /// The function at one point, as it was written.
    #[inline]
    pub fn scalar(x: f64, slope: f64) -> f64 {
        if x > 0.0 { x } else { slope * x }
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
        __X1: ::ndweave::macro_support::Argument<f64>,
    >(out: __Out, x: __X0, slope: __X1)
    where
        (__X0, __X1): ::ndweave::macro_support::CallInto<leaky, (f64, f64), __Out>,
    {
        ::ndweave::macro_support::call_into::<leaky, (f64, f64), _, _>(out, (x, slope));
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
        __X1: ::ndweave::macro_support::Argument<f64>,
    >(out: __Out, mask: __Mask, x: __X0, slope: __X1)
    where
        (__X0, __X1): ::ndweave::macro_support::CallInto<leaky, (f64, f64), __Out>,
    {
        ::ndweave::macro_support::call_masked::<
            leaky,
            (f64, f64),
            _,
            _,
            _,
        >(out, mask, (x, slope));
    }
}
impl ::ndweave::macro_support::Ufunc<(f64, f64)> for leaky {
    type Out = f64;
    type Order = ::ndweave::macro_support::LeftToRight;
    const NAME: &'static str = "leaky";
    const PARAMS: &'static [::ndweave::macro_support::Subscripts] = &[
        ::ndweave::macro_support::Subscripts {
            name: "mask",
            axes: &[::ndweave::macro_support::ELLIPSIS],
        },
        ::ndweave::macro_support::Subscripts {
            name: "x",
            axes: &[::ndweave::macro_support::ELLIPSIS],
        },
        ::ndweave::macro_support::Subscripts {
            name: "slope",
            axes: &[::ndweave::macro_support::ELLIPSIS],
        },
    ];
    #[inline(always)]
    fn scalar(args: (f64, f64)) -> f64 {
        leaky::scalar(args.0, args.1)
    }
    #[inline(always)]
    #[allow(warnings, clippy::all)]
    fn gang<__S: ::ndweave::macro_support::Simd>(
        s: __S,
        live: <__S as ::ndweave::macro_support::Simd>::Mask,
        args: (
            ::ndweave::macro_support::Varying<__S, f64>,
            ::ndweave::macro_support::Varying<__S, f64>,
        ),
    ) -> <f64 as ::ndweave::macro_support::Results>::Lanes<__S> {
        use ::ndweave::macro_support as __nd;
        use __nd::gang::{
            Apply as _, ApplyMixed as _, Counts as _, Fits as _, Invoke as _, Kept as _,
            Refuse as _, RefuseChoice as _, RefuseCondition as _, RefuseInvocation as _,
        };
        let (mut x, mut slope) = args;
        let mut live = live;
        let mut returned: <f64 as __nd::Results>::Lanes<__S> = __nd::unset(s);
        let value = {
            let mask1 = (&__nd::condition(
                s,
                (&&__nd::on::<
                    __nd::GtNode<__nd::gang::First, __nd::gang::Second>,
                    _,
                    _,
                >(s, (x, __nd::splat(s, 0.0))))
                    .apply(),
            ))
                .mask();
            let outer2 = live;
            live = __nd::and(s, outer2, mask1);
            let yes3 = { x };
            live = __nd::and_not(s, outer2, mask1);
            let no4 = {
                (&&__nd::on::<
                    __nd::MulNode<__nd::gang::First, __nd::gang::Second>,
                    _,
                    _,
                >(s, (slope, x)))
                    .apply()
            };
            live = outer2;
            (&__nd::choice(s, mask1, no4, yes3)).merged()
        };
        (&__nd::choice(s, live, returned, value)).replaced()
    }
}
