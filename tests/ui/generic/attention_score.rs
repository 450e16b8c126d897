//! Attention: the axes of the keys are not in the order that the labels say.

use ndweave::{Array, Extent, einsum};

fn score<Batch: Extent, Head: Extent, Query: Extent, Key: Extent, Depth: Extent>(
    q: &Array<f32, (Batch, Head, Query, Depth)>,
    k: &Array<f32, (Batch, Head, Depth, Key)>,
) -> Array<f32, (Batch, Head, Query, Depth)> {
    einsum!(q[b, h, i, d] * k[b, h, j, d] -> [b, h, i, j])
}

fn weighted<Batch: Extent, Head: Extent, Query: Extent, Key: Extent, Depth: Extent>(
    p: &Array<f32, (Batch, Head, Query, Key)>,
    v: &Array<f32, (Batch, Key, Head, Depth)>,
) -> Array<f32, (Batch, Head, Query, Depth)> {
    einsum!("bhqk,bhkd->bhqd", p, v)
}

fn main() {}
