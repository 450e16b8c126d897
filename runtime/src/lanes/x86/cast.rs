//! Casts of gangs from casts of registers.

/// Methods of `Simd` that cast register by register; a function may give two registers for one.
macro_rules! each {
    ($at:tt $($cast:ident: $From:ident => $To:ident $f:path;)*) => {
        $($crate::lanes::x86::cast::each! { @one $at $cast $From $To $f })*
    };
    (@one [$($k:literal)*] $cast:ident $From:ident $To:ident $f:path) => {
        #[inline(always)]
        fn $cast(self, x: Self::$From) -> Self::$To {
            let x = x.registers;
            // SAFETY: the CPU has the tier (invariant 1 of the token).
            $crate::lanes::vector::bits(unsafe { [$($f(x[$k].0)),*] })
        }
    };
}
pub(super) use each;

/// Methods of `Simd` that cast two registers to one.
macro_rules! pairs {
    ($at:tt $($cast:ident: $From:ident => $To:ident $f:path;)*) => {
        $($crate::lanes::x86::cast::pairs! { @one $at $cast $From $To $f })*
    };
    (@one [$(($a:literal $b:literal))*] $cast:ident $From:ident $To:ident $f:path) => {
        #[inline(always)]
        fn $cast(self, x: Self::$From) -> Self::$To {
            let x = x.registers;
            // SAFETY: the CPU has the tier (invariant 1 of the token).
            $crate::lanes::vector::bits(unsafe { [$($f([x[$a].0, x[$b].0])),*] })
        }
    };
}
pub(super) use pairs;
