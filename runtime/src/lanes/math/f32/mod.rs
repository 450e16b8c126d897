//! Elementary functions of `f32` gangs.
