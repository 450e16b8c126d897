//! Whether a sum of products is worth the engine, where a loop nest could compute it as well: the reductions of `broadcast!`.
//! No `unsafe`, no element types.

use crate::nest::LabelSet;

use super::class::{Class, Groups};
use super::matrix::wide;
use super::path::{Path, flops, plan};

/// How the engine computes a sum of products.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Choice {
    /// The kind of its most expensive step.
    pub class: Class,
    /// The rows, terms and columns of that step.
    pub extents: [u64; 3],
    /// How many steps there are.
    pub steps: usize,
}

/// How the engine computes the sum of the product of these factors over the labels that are not `kept`, if it does that faster than
/// one loop nest over all labels: as a product of matrices, `ij,jk->ik`, among its steps if these are several.
pub fn choose(extents: &[usize], factors: &[LabelSet], kept: LabelSet, path: &Path) -> Option<Choice> {
    let all = factors.iter().fold(kept, |all, labels| all.or(*labels));
    if factors.len() < 2 || all.points(extents) == 0 {
        return None;
    }
    let mut slots: Vec<Option<LabelSet>> = factors.iter().map(|labels| Some(wide(*labels, extents))).collect();
    let kept = wide(kept, extents);
    let (mut chosen, mut most, mut work) = (None, 0, 0u64);
    for &(left, right) in path.pairs() {
        let [left, right] = [left, right].map(|slot| slots[slot as usize].take().unwrap_or(LabelSet::EMPTY));
        let needed = slots.iter().flatten().fold(kept, |needed, labels| needed.or(*labels));
        let result = left.or(right).and(needed);
        let groups = Groups::new(left, right, needed);
        let cost = flops(left, right, result, extents);
        work = work.saturating_add(cost);
        let alone = !groups.alone_left.is_empty() || !groups.alone_right.is_empty();
        if !alone && cost > most && matches!(groups.class(), Class::Gemm | Class::BatchedGemm) {
            let extents = [groups.left, groups.contracted, groups.right].map(|labels| labels.points(extents));
            (chosen, most) = (Some(Choice { class: groups.class(), extents, steps: path.pairs().len() }), cost);
        }
        slots.push(Some(result));
    }
    // The nest multiplies all factors and adds, at each point.
    let nest = all.points(extents).saturating_mul(factors.len() as u64);
    chosen.filter(|_| work <= nest)
}

/// Whether labels alone, whatever their extents, leave room for a product of matrices: labels that one factor has and another lacks, on both
/// sides, and one that both have and is summed.
pub const fn may_be_matrices(factors: &[LabelSet], kept: LabelSet) -> bool {
    let mut left = 0;
    while left < factors.len() {
        let mut right = left + 1;
        while right < factors.len() {
            let groups = Groups::new(factors[left], factors[right], kept);
            if !groups.left.is_empty() && !groups.right.is_empty() && !groups.contracted.is_empty() {
                return true;
            }
            right += 1;
        }
        left += 1;
    }
    // A chain of three may have its matrices after the first step, as `ij,jk,kl->il` has.
    factors.len() > 2 && kept.len() > 1
}

/// What a product needs, by its labels alone: what it does not need is not compiled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Needs {
    /// The sum of one factor.
    Sum,
    /// One loop nest over two factors.
    Loops,
    /// Several steps, or products of matrices.
    Steps,
}

/// What a product of these factors needs, whatever their extents.
pub const fn needs(factors: &[LabelSet], kept: LabelSet) -> Needs {
    match *factors {
        [_] => Needs::Sum,
        [left, right] => {
            let groups = Groups::new(left, right, kept);
            let steps = groups.sums_left_first() || groups.sums_right_first() || may_be_matrices(factors, kept);
            if steps { Needs::Steps } else { Needs::Loops }
        }
        _ => Needs::Steps,
    }
}

/// [`choose`], with the [`plan`] of the factors.
pub fn choose_path(extents: &[usize], factors: &[LabelSet], kept: LabelSet) -> Option<(Choice, Path)> {
    let path = plan(factors, kept, extents);
    choose(extents, factors, kept, &path).map(|choice| (choice, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(extents: &[usize], factors: &[&[u8]], kept: &[u8]) -> Option<(Class, [u64; 3], usize)> {
        let sets: Vec<LabelSet> = factors.iter().map(|labels| LabelSet::of(labels)).collect();
        let (choice, _) = choose_path(extents, &sets, LabelSet::of(kept))?;
        Some((choice.class, choice.extents, choice.steps))
    }

    #[test]
    fn products_of_matrices_are_chosen() {
        // ij,jk->ik; bij,bjk->bik.
        assert_eq!(chosen(&[5, 6, 7], &[&[0, 1], &[1, 2]], &[0, 2]), Some((Class::Gemm, [5, 6, 7], 1)));
        let batched = chosen(&[5, 6, 7, 3], &[&[3, 0, 1], &[3, 1, 2]], &[3, 0, 2]);
        assert_eq!(batched, Some((Class::BatchedGemm, [5, 6, 7], 1)));
        // ij,jk,kl->il: the step with more work decides.
        let chain = chosen(&[10, 20, 30, 5], &[&[0, 1], &[1, 2], &[2, 3]], &[0, 3]);
        assert_eq!(chain, Some((Class::Gemm, [20, 30, 5], 2)));
    }

    #[test]
    fn other_sums_are_left_to_the_nest() {
        // ij,j->i; ij,ij->i; an extent of 1; nothing at all; ij,jk->i, whose right side is summed alone.
        assert_eq!(chosen(&[5, 6], &[&[0, 1], &[1]], &[0]), None);
        assert_eq!(chosen(&[5, 6], &[&[0, 1], &[0, 1]], &[0]), None);
        assert_eq!(chosen(&[5, 6, 1], &[&[0, 1], &[1, 2]], &[0, 2]), None);
        assert_eq!(chosen(&[5, 0, 7], &[&[0, 1], &[1, 2]], &[0, 2]), None);
        assert_eq!(chosen(&[5, 6, 7], &[&[0, 1], &[1, 2]], &[0]), None);
        // ik,ik,ik->i: a nest has less to do than two steps.
        assert_eq!(chosen(&[5, 6], &[&[0, 1], &[0, 1], &[0, 1]], &[0]), None);
    }

    #[test]
    fn the_notation_tells_what_is_needed() {
        let of = |factors: &[&[u8]], kept: &[u8]| {
            let sets: Vec<LabelSet> = factors.iter().map(|labels| LabelSet::of(labels)).collect();
            needs(&sets, LabelSet::of(kept))
        };
        // ij->i; ij,j->i and i,i-> and i,j->ij; ij,jk->ik; ijx,jk->ik and ij,jx->i, where one factor is summed first; ijx,j->i, where not.
        assert_eq!(of(&[&[0, 1]], &[0]), Needs::Sum);
        assert_eq!(of(&[&[0, 1], &[1]], &[0]), Needs::Loops);
        assert_eq!(of(&[&[0], &[0]], &[]), Needs::Loops);
        assert_eq!(of(&[&[0], &[1]], &[0, 1]), Needs::Loops);
        assert_eq!(of(&[&[0, 1], &[1, 2]], &[0, 2]), Needs::Steps);
        assert_eq!(of(&[&[0, 1, 3], &[1, 2]], &[0, 2]), Needs::Steps);
        assert_eq!(of(&[&[0, 1], &[1, 3]], &[0]), Needs::Steps);
        assert_eq!(of(&[&[0, 1, 3], &[1]], &[0]), Needs::Loops);
        assert_eq!(of(&[&[0], &[0], &[0]], &[0]), Needs::Steps);
    }

    #[test]
    fn the_notation_tells_what_may_be_matrices() {
        let of = |factors: &[&[u8]], kept: &[u8]| {
            let sets: Vec<LabelSet> = factors.iter().map(|labels| LabelSet::of(labels)).collect();
            may_be_matrices(&sets, LabelSet::of(kept))
        };
        assert!(of(&[&[0, 1], &[1, 2]], &[0, 2]));
        assert!(of(&[&[0, 1], &[1, 2], &[2, 3]], &[0, 3]));
        assert!(!of(&[&[0, 1], &[1]], &[0]));
        assert!(!of(&[&[0], &[1]], &[0, 1]));
        assert!(!of(&[&[0, 1], &[0, 1]], &[0]));
    }
}
