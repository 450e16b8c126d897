//! Which passes of a program run together, and on how many points at a time.

use crate::contract::Choice;
use crate::nest::LabelSet;

/// Bytes that the passes of one chunk may touch: half of the smallest second-level cache in use.
const BUDGET: usize = 128 << 10;

/// What is known of a pass before it runs.
#[derive(Clone, Copy)]
pub struct Pass {
    /// The labels that its values depend on.
    pub kept: LabelSet,
    /// The reductions that it reads, as bits.
    pub needs: u64,
    /// Bytes of one value.
    pub size: usize,
    /// Bytes of values below which a chunk costs more than it saves.
    pub least: usize,
}

/// Bytes of values that a product of matrices makes in one go where these have a place anyway: half of a small last-level cache.
const IN_ONE_GO: usize = 16 << 20;
/// Rows of a product of matrices that are worth packing its right factor for.
const ROWS: usize = 256;

/// The least bytes of values that are worth a product of matrices of its own, which reads one factor as a whole. `lodged` says that the values have
/// a place in the output.
pub fn least(product: &Choice, size: usize, lodged: bool) -> usize {
    let [_, terms, columns] = product.extents.map(|extent| usize::try_from(extent).unwrap_or(usize::MAX));
    let row = columns.saturating_mul(size);
    if product.steps == 1 && terms.saturating_mul(row) <= BUDGET {
        // The factor stays in the cache.
        0
    } else if product.steps == 1 && lodged {
        IN_ONE_GO
    } else {
        ROWS.saturating_mul(row).min(IN_ONE_GO)
    }
}

/// How a program runs.
pub struct Chunks {
    /// The reductions that run before all chunks, as bits.
    pub full: u64,
    /// Label to how many of its points a chunk has, for the labels that are cut.
    pub cuts: Vec<(u8, usize)>,
}

/// Chooses the chunks of a program whose body has the labels `kept`; `operands` are the labels of what several
/// passes read.
///
/// A reduction that has no label with the output in common runs first, in full, and so do those that it reads. The others run with the
/// body, on a chunk of points of the labels that they all have in common: as many as keep what a chunk touches in a cache.
pub fn chunks(
    extents: &[usize],
    reductions: &[Pass],
    kept: LabelSet,
    operands: impl Iterator<Item = LabelSet>,
    whole: bool,
) -> Chunks {
    let all = if reductions.is_empty() { 0 } else { u64::MAX >> (64 - reductions.len()) };
    let mut full = 0;
    for (number, pass) in reductions.iter().enumerate() {
        if whole || pass.kept.and(kept) == LabelSet::EMPTY {
            full |= 1 << number;
        }
    }
    // Each is listed after those that it reads.
    for number in (0..reductions.len()).rev() {
        if full >> number & 1 == 1 {
            full |= reductions[number].needs;
        }
    }
    let together = |number: &usize| full >> number & 1 == 0;
    let shared =
        (0..reductions.len()).filter(together).fold(kept, |shared, number| shared.and(reductions[number].kept));
    if full == all || shared == LabelSet::EMPTY {
        return Chunks { full: all, cuts: Vec::new() };
    }
    let temps = (0..reductions.len()).filter(together).map(|number| (reductions[number].kept, reductions[number].size));
    // What lacks the shared labels is read again by each chunk, and stays where it is.
    let mut touched: Vec<(LabelSet, usize)> = temps
        .chain(operands.map(|labels| (labels, 8)))
        .filter(|(labels, _)| labels.and(shared) != LabelSet::EMPTY)
        .collect();
    // Bytes at one point of the labels that are not cut yet.
    for (labels, bytes) in &mut touched {
        let points = usize::try_from(labels.minus(shared).points(extents)).unwrap_or(usize::MAX);
        *bytes = bytes.saturating_mul(points);
    }
    let budget = (0..reductions.len()).filter(together).fold(BUDGET, |most, number| most.max(reductions[number].least));
    let mut labels: Vec<u8> = shared.into_iter().collect();
    let mut cuts: Vec<(u8, usize)> = Vec::new();
    while let Some(label) = labels.pop() {
        let extent = extents[label as usize].max(1);
        let (mut along, mut beside) = (0usize, 0usize);
        for &(labels, bytes) in &touched {
            // What does not fit anyway does not decide.
            let sum = if labels.contains(label) { &mut along } else { &mut beside };
            *sum = sum.saturating_add(if bytes < budget { bytes } else { 0 });
        }
        let cut = (budget.saturating_sub(beside) / along.max(1)).clamp(1, extent);
        for (_, bytes) in touched.iter_mut().filter(|(labels, _)| labels.contains(label)) {
            *bytes = bytes.saturating_mul(cut);
        }
        if cut < extents[label as usize] {
            cuts.push((label, cut));
        }
    }
    Chunks { full, cuts }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pass(kept: &[u8], needs: u64) -> Pass {
        Pass { kept: LabelSet::of(kept), needs, size: 8, least: 0 }
    }

    #[test]
    fn reductions_run_with_the_body_on_the_labels_in_common() {
        // Softmax of rows: m[i], s[i] (reads m), and the body over i, j.
        let passes = [pass(&[0], 0), pass(&[0], 1)];
        let labels = || [LabelSet::of(&[0, 1])].into_iter();
        let plan = chunks(&[1000, 1000], &passes, LabelSet::of(&[0, 1]), labels(), false);
        assert_eq!(plan.full, 0);
        // A row of 8,000 bytes and two numbers: 16 rows are 128 KiB.
        assert_eq!(plan.cuts, [(0, 16)]);
        let plan = chunks(&[1000, 1000], &passes, LabelSet::of(&[0, 1]), labels(), true);
        assert_eq!((plan.full, plan.cuts.len()), (3, 0));
    }

    #[test]
    fn a_reduction_over_everything_runs_first_with_what_it_reads() {
        // m[i]; total (reads m); the body over i.
        let passes = [pass(&[0], 0), pass(&[], 1)];
        let plan = chunks(&[10], &passes, LabelSet::of(&[0]), [LabelSet::of(&[0])].into_iter(), false);
        assert_eq!((plan.full, plan.cuts.len()), (3, 0));
    }

    #[test]
    fn reductions_without_a_label_in_common_run_in_full() {
        let passes = [pass(&[0], 0), pass(&[1], 0)];
        let plan = chunks(&[10, 10], &passes, LabelSet::of(&[0, 1]), [LabelSet::of(&[0, 1])].into_iter(), false);
        assert_eq!((plan.full, plan.cuts.len()), (3, 0));
    }
}
