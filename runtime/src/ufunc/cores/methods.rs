//! What ufuncs with core axes lack: the methods that join two elements, and masks.

/// Operands of the methods that join two elements, of `F`: none has core axes, so their methods say why there are none.
#[diagnostic::on_unimplemented(
    message = "`{F}` has core axes, or runs per point: only other ufuncs of two elements reduce, accumulate, have an outer form or update elements",
    label = "`{F}` has no such method",
    note = "NumPy's generalised ufuncs have none of these methods either; calls loop over the axes in front of the core axes"
)]
pub trait JoinsElements<F> {}

/// Masks of `F`: none with core axes takes one.
#[diagnostic::on_unimplemented(
    message = "`{F}` has core axes, or runs per point: it takes no mask",
    label = "`{F}` has no masked form",
    note = "NumPy's generalised ufuncs take no `where` either: select the points in front, or write into a copy"
)]
pub trait Masks<F> {}

/// The methods that a ufunc with core axes does not have.
#[doc(hidden)]
#[macro_export]
macro_rules! core_methods {
    ($vis:vis $name:ident, $($param:ident)*) => {
        #[allow(dead_code, unused_variables)]
        #[doc(hidden)]
        impl<__X> $name<__X> {
            $vis fn reduce<const AXIS: usize>(operand: __X) where __X: $crate::macro_support::JoinsElements<$name> {}
            $vis fn reduce_all(operand: __X) where __X: $crate::macro_support::JoinsElements<$name> {}
            $vis fn accumulate<const AXIS: usize>(operand: __X) where __X: $crate::macro_support::JoinsElements<$name> {}
            $vis fn reduceat<const AXIS: usize, __I>(operand: __X, index: __I) where __X: $crate::macro_support::JoinsElements<$name> {}
            $vis fn outer<__Y>(operand: __X, other: __Y) where __X: $crate::macro_support::JoinsElements<$name> {}
            $vis fn at<__I, __V>(target: __X, index: __I, values: __V) where __X: $crate::macro_support::JoinsElements<$name> {}
            #[allow(non_camel_case_types, clippy::too_many_arguments)]
            $vis fn masked<__Mask, $($param),*>(out: __X, mask: __Mask, $($param: $param),*)
            where
                __Mask: $crate::macro_support::Masks<$name>,
            {}
        }
    };
}
