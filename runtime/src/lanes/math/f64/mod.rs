//! Elementary functions of `f64` gangs.
