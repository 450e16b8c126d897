//! The order of the pairwise steps of a product: a `const fn`, so that constant extents are planned by the compiler.
//!
//! Each step keeps exactly the labels that the output or a factor yet to come carries. A label that one factor alone carries
//! is summed before anything else. Costs are additions and multiplications, and elements moved ([`MOVED`]), saturating.

use core::fmt;

use crate::nest::LabelSet;

/// Most factors of a product.
pub(super) const MAX_FACTORS: usize = 64;

/// Up to this many factors the order is optimal; beyond, each step is the best of its moment.
const MAX_OPTIMAL: usize = 8;

/// The order of the pairwise steps of a product. Slots are the factors first, then the results of the steps.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Path {
    pairs: [(u8, u8); MAX_FACTORS - 1],
    len: u8,
}

impl Path {
    const EMPTY: Path = Path { pairs: [(0, 0); MAX_FACTORS - 1], len: 0 };

    /// The slots of each step. With `n` factors, step `t` makes slot `n + t`.
    #[inline(always)]
    pub fn pairs(&self) -> &[(u8, u8)] {
        &self.pairs[..self.len as usize]
    }

    /// The factors one after another.
    #[cfg(test)]
    pub(super) fn left_to_right(factors: usize) -> Path {
        let mut path = Path::EMPTY;
        (1..factors)
            .for_each(|right| path.push(if right == 1 { 0 } else { path.len + factors as u8 - 1 }, right as u8));
        path
    }

    const fn push(&mut self, left: u8, right: u8) {
        self.pairs[self.len as usize] = (left, right);
        self.len += 1;
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.pairs()).finish()
    }
}

/// The order of pairwise steps for these factors: the cheapest one for up to 8 factors, a good one for up to 64.
///
/// `extents` is indexed by label.
///
/// # Panics
///
/// Panics if there are more than 64 factors.
pub const fn plan(factors: &[LabelSet], output: LabelSet, extents: &[usize]) -> Path {
    assert!(factors.len() <= MAX_FACTORS, "a product has at most 64 factors");
    match factors.len() {
        0 | 1 => Path::EMPTY,
        2 => {
            let mut path = Path::EMPTY;
            path.push(0, 1);
            path
        }
        3 => of_three(factors, output, extents),
        4 | 5 => optimal::<32>(factors, output, extents),
        6..=MAX_OPTIMAL => optimal::<256>(factors, output, extents),
        _ => greedy(factors, output, extents),
    }
}

/// Additions and multiplications of a pair step that keeps `kept` of the labels of both.
pub(super) const fn flops(left: LabelSet, right: LabelSet, kept: LabelSet, extents: &[usize]) -> u64 {
    let all = left.or(right);
    let points = all.points(extents);
    if all.minus(kept).is_empty() { points } else { points.saturating_mul(2) }
}

/// What it costs to read or write an element of a step, in additions and multiplications: a matrix product does about 16 in a nanosecond, and
/// what does not stay in the first caches comes at two elements in a nanosecond.
const MOVED: u64 = 8;

/// The cost of a pair step that keeps `kept` of the labels of both.
#[cfg(test)]
pub(super) const fn cost(left: LabelSet, right: LabelSet, kept: LabelSet, extents: &[usize]) -> u64 {
    let moved = left.points(extents).saturating_add(right.points(extents)).saturating_add(kept.points(extents));
    flops(left, right, kept, extents).saturating_add(moved.saturating_mul(MOVED))
}

/// The first pair of three factors, and the third one: in this order where it costs the same.
const FIRST_OF_THREE: [[usize; 3]; 3] = [[0, 1, 2], [0, 2, 1], [1, 2, 0]];

/// The cheapest of three orders. They differ in the intermediate and in the arithmetic alone.
const fn of_three(factors: &[LabelSet], output: LabelSet, extents: &[usize]) -> Path {
    let (mut best, mut cheapest, mut order) = (0, u64::MAX, 0);
    while order < FIRST_OF_THREE.len() {
        let [left, right, last] = FIRST_OF_THREE[order];
        let (left, right, last) = (factors[left], factors[right], factors[last]);
        let needed = output.or(last);
        let kept = left.or(right).and(needed);
        // What a factor alone carries has been summed.
        let (left, right) = (left.and(right.or(needed)), right.and(left.or(needed)));
        let last = last.and(output.or(left).or(right));
        let steps = flops(left, right, kept, extents).saturating_add(flops(kept, last, output, extents));
        let cost = steps.saturating_add(kept.points(extents).saturating_mul(2 * MOVED));
        if cost < cheapest {
            (best, cheapest) = (order, cost);
        }
        order += 1;
    }
    let [left, right, last] = FIRST_OF_THREE[best];
    let mut path = Path::EMPTY;
    path.push(left as u8, right as u8);
    // From left to right: the third factor stands first where the pair is behind it.
    if last < left {
        path.push(last as u8, 3)
    } else {
        path.push(3, last as u8)
    }
    path
}

/// Dynamic programming over the subsets of the factors, a bit a factor.
const fn optimal<const SUBSETS: usize>(factors: &[LabelSet], output: LabelSet, extents: &[usize]) -> Path {
    let all = (1usize << factors.len()) - 1;
    let mut unions = [LabelSet::EMPTY; SUBSETS];
    let mut subset = 1;
    while subset <= all {
        unions[subset] = unions[subset & (subset - 1)].or(factors[subset.trailing_zeros() as usize]);
        subset += 1;
    }
    // What a subset keeps once it is one intermediate.
    let mut kept = [LabelSet::EMPTY; SUBSETS];
    let mut sizes = [0u64; SUBSETS];
    let mut costs = [0u64; SUBSETS];
    let mut lefts = [0u8; SUBSETS];
    subset = 1;
    while subset <= all {
        kept[subset] = unions[subset].and(output.or(unions[all & !subset]));
        sizes[subset] = kept[subset].points(extents);
        if subset & (subset - 1) == 0 {
            let alone = !unions[subset].minus(kept[subset]).is_empty();
            costs[subset] = if alone { unions[subset].points(extents) } else { 0 };
        } else {
            // Smaller numbers are done: parts of a subset among them. From left to right first, others if cheaper.
            let mut left = subset & !(1 << subset.ilog2());
            costs[subset] = split_cost((&kept, &sizes, &costs), subset, left, extents);
            lefts[subset] = left as u8;
            let lowest = subset & subset.wrapping_neg();
            let others = subset & !lowest;
            let mut part = others;
            while part != 0 {
                part = (part - 1) & others;
                left = lowest | part;
                // Most splits are already too dear without their last step.
                if costs[left].saturating_add(costs[subset & !left]) < costs[subset] {
                    let cost = split_cost((&kept, &sizes, &costs), subset, left, extents);
                    if cost < costs[subset] {
                        costs[subset] = cost;
                        lefts[subset] = left as u8;
                    }
                }
            }
        }
        subset += 1;
    }
    let mut path = Path::EMPTY;
    emit(&lefts, all, factors.len() as u8, &mut path);
    path
}

const fn split_cost(
    (kept, sizes, costs): (&[LabelSet], &[u64], &[u64]),
    subset: usize,
    left: usize,
    extents: &[usize],
) -> u64 {
    let right = subset & !left;
    let step = flops(kept[left], kept[right], kept[subset], extents);
    let moved = sizes[left].saturating_add(sizes[right]).saturating_add(sizes[subset]);
    let before = costs[left].saturating_add(costs[right]);
    before.saturating_add(step).saturating_add(moved.saturating_mul(MOVED))
}

/// Appends the steps that make `subset`, and gives its slot.
const fn emit(lefts: &[u8], subset: usize, factors: u8, path: &mut Path) -> u8 {
    if subset & (subset - 1) == 0 {
        return subset.trailing_zeros() as u8;
    }
    let left = lefts[subset] as usize;
    let left_slot = emit(lefts, left, factors, path);
    let right_slot = emit(lefts, subset & !left, factors, path);
    path.push(left_slot, right_slot);
    factors + path.len - 1
}

/// At each step the pair whose result outgrows its operands least; pairs without a common label only when no other is left.
const fn greedy(factors: &[LabelSet], output: LabelSet, extents: &[usize]) -> Path {
    let mut path = Path::EMPTY;
    let mut slots = [0u8; MAX_FACTORS];
    let mut labels = [LabelSet::EMPTY; MAX_FACTORS];
    let mut live = factors.len();
    let mut at = 0;
    while at < live {
        slots[at] = at as u8;
        labels[at] = factors[at];
        at += 1;
    }
    while live > 1 {
        let (twice, thrice) = repeated(&labels, live);
        let (left, right) = best_pair(&labels, live, output, twice, thrice, extents);
        labels[left] = result(labels[left], labels[right], output, twice, thrice);
        path.push(slots[left], slots[right]);
        slots[left] = factors.len() as u8 + path.len - 1;
        // The others keep their order.
        live -= 1;
        at = right;
        while at < live {
            slots[at] = slots[at + 1];
            labels[at] = labels[at + 1];
            at += 1;
        }
    }
    path
}

/// Labels that two or more, and three or more, of the sets hold.
const fn repeated(labels: &[LabelSet], live: usize) -> (LabelSet, LabelSet) {
    let (mut once, mut twice, mut thrice) = (LabelSet::EMPTY, LabelSet::EMPTY, LabelSet::EMPTY);
    let mut at = 0;
    while at < live {
        thrice = thrice.or(twice.and(labels[at]));
        twice = twice.or(once.and(labels[at]));
        once = once.or(labels[at]);
        at += 1;
    }
    (twice, thrice)
}

/// What the product of a pair keeps: what the output has, or a set besides these two.
const fn result(a: LabelSet, b: LabelSet, output: LabelSet, twice: LabelSet, thrice: LabelSet) -> LabelSet {
    let both = a.and(b);
    let one = a.or(b).minus(both);
    a.or(b).and(output).or(both.and(thrice)).or(one.and(twice))
}

const fn best_pair(
    labels: &[LabelSet],
    live: usize,
    output: LabelSet,
    twice: LabelSet,
    thrice: LabelSet,
    extents: &[usize],
) -> (usize, usize) {
    let mut sizes = [0i128; MAX_FACTORS];
    let mut at = 0;
    while at < live {
        sizes[at] = labels[at].points(extents) as i128;
        at += 1;
    }
    let mut best = (0, 1);
    let mut best_shares = false;
    let mut best_growth = i128::MAX;
    let mut left = 0;
    while left < live {
        let mut right = left + 1;
        while right < live {
            let shares = !labels[left].and(labels[right]).is_empty();
            if shares || !best_shares {
                let size = result(labels[left], labels[right], output, twice, thrice).points(extents) as i128;
                let growth = size - sizes[left] - sizes[right];
                if growth < best_growth || (shares && !best_shares) {
                    (best, best_shares, best_growth) = ((left, right), shares, growth);
                }
            }
            right += 1;
        }
        left += 1;
    }
    best
}
