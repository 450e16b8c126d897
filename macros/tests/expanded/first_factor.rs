#[inline]
#[track_caller]
#[allow(clippy::too_many_arguments)]
fn first_factor<
    T: ndweave::Float,
    __X0: ::ndweave::macro_support::Argument<T>,
    __X1: ::ndweave::macro_support::Argument<u32>,
>(
    n: __X0,
    last: __X1,
) -> ::ndweave::macro_support::Called<first_factor, (T, u32), (__X0, __X1)>
where
    (__X0, __X1): ::ndweave::macro_support::Call<first_factor, (T, u32)>,
{
    ::ndweave::macro_support::call::<first_factor, (T, u32), _>((n, last))
}
///Where [`first_factor`](first_factor()) writes to, and the function itself: `first_factor::into`, `first_factor::masked`, `first_factor::scalar`.
#[allow(non_camel_case_types, dead_code)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
struct first_factor {}
#[allow(dead_code, clippy::too_many_arguments)]
impl first_factor {
    /// The function at one point, as it was written.
    #[inline]
    fn scalar<T: ndweave::Float>(n: T, last: u32) -> (bool, u32) {
        let _ = (n, last);
        loop {}
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
    const NAME: &'static str = "first_factor";
    const PARAMS: &'static [::ndweave::macro_support::Subscripts] = &[
        ::ndweave::macro_support::Subscripts {
            name: "n",
            axes: &[::ndweave::macro_support::ELLIPSIS],
        },
        ::ndweave::macro_support::Subscripts {
            name: "last",
            axes: &[::ndweave::macro_support::ELLIPSIS],
        },
    ];
    const MASKED: &'static [::ndweave::macro_support::Subscripts] = &[
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
        loop {}
    }
}
::core::compile_error! {
    "`T::from` cannot be called on elements: a ufunc takes operators, the methods of numbers, and calls of other ufuncs"
}
::core::compile_error! {
    "`unwrap` is not a method that lanes have: they have the methods of numbers, such as `sqrt`, `exp`, `powi`, `min`; others can be ufuncs of your own"
}
