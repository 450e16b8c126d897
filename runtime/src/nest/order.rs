//! Which loop runs inside which: a choice from strides and extents alone.

use super::loops::Loops;
use super::pack;

/// The order of the rows of a table of loops.
///
/// Rows `0..kept` are loops over the output, outermost first; summed loops follow up to the end. The innermost loop is the
/// last row: of the sum ([`Style::Dot`]), or of the output, moved behind the summed ones ([`Style::Tile`]).
pub(super) struct Order {
    pub style: Style,
    /// How many rows, from the first, are outer loops over the output.
    pub kept: usize,
    /// The innermost output loop is cut to tiles before this row runs: `kept`, or one before where an operand has neighbours
    /// along that row.
    pub tile_at: usize,
    /// Points a tile, where they are fewer than fit in it.
    pub tile_width: usize,
}

/// What the innermost loop does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Walks the output: `ij->j` adds rows to a tile of the output, which is stored once.
    Tile,
    /// Walks a summed label: `ij->i` adds to accumulators that are the element in the end.
    Dot,
}

/// Points along the innermost output loop that a transposing tile covers. The other side is what then fits: a cache line of
/// the operand at least, read at once, so that it need not stay in a cache that strides of 4096 bytes would thrash.
const TRANSPOSED_WIDTH: usize = 32;

/// Sorts the rows of a nest that sums nothing. The last one is the innermost.
pub(super) fn order_map(loops: &mut Loops) {
    loops.fuse();
    sort(loops);
    let best =
        (0..loops.len()).min_by_key(|&row| (lane_cost(loops, row), loops.out_stride(row) != 1, loops.len() - row));
    if let Some(row) = best {
        to_end(loops, row);
    }
}

/// The operands that stride along the innermost loop but have neighbours along another one, which moves to the place before it;
/// as bits.
pub(super) fn crosswise(loops: &mut Loops) -> u64 {
    let Some(inner) = loops.len().checked_sub(1) else { return 0 };
    let strides = |loops: &Loops, row: usize, operand: usize| loops.operand_strides(row)[operand];
    let across = |loops: &Loops, row: usize| {
        let crosses =
            |&operand: &usize| strides(loops, inner, operand).unsigned_abs() > 1 && strides(loops, row, operand) == 1;
        let plain = (0..loops.operands().min(64)).filter(|&operand| loops.is_plain(operand));
        plain.filter(crosses).fold(0u64, |bits, operand| bits | 1 << operand)
    };
    let best = (0..inner).max_by_key(|&row| (across(loops, row).count_ones(), row));
    match best {
        Some(row) if across(loops, row) != 0 => {
            move_to(loops, row, inner - 1);
            across(loops, inner - 1)
        }
        _ => 0,
    }
}

/// Sorts the rows and chooses the innermost one. Elements `fit_tile` by size or the style is [`Style::Dot`].
pub(super) fn order(loops: &mut Loops, fit_tile: bool) -> Order {
    loops.fuse();
    sort(loops);
    let kept = (0..loops.len()).filter(|&row| !loops.is_summed(row)).count();
    let candidates = if fit_tile { 0..loops.len() } else { kept..loops.len() };
    // The cheapest; of equals the one that writes neighbours, then the later one (of smaller strides).
    let best = candidates.min_by_key(|&row| (lane_cost(loops, row), loops.out_stride(row) != 1, loops.len() - row));
    let whole = |style, kept| Order { style, kept, tile_at: kept, tile_width: usize::MAX };
    match best {
        None if fit_tile => whole(Style::Tile, 0),
        None => whole(Style::Dot, kept),
        Some(row) if row >= kept => {
            to_end(loops, row);
            whole(Style::Dot, kept)
        }
        Some(row) => {
            to_end(loops, row);
            let kept = kept - 1;
            if transposes(loops, kept) {
                Order { tile_at: kept - 1, tile_width: TRANSPOSED_WIDTH, ..whole(Style::Tile, kept) }
            } else if let Some(tile_width) = reused(loops, kept) {
                Order { tile_at: kept - 1, tile_width, ..whole(Style::Tile, kept) }
            } else {
                whole(Style::Tile, kept)
            }
        }
    }
}

/// Whether an operand walks along another output loop with stride 1 while it strides along the innermost one;
/// that loop moves to the place before the tiles.
fn transposes(loops: &mut Loops, kept: usize) -> bool {
    let inner = loops.len() - 1;
    for operand in 0..loops.operand_strides(inner).len() {
        if loops.operand_strides(inner)[operand].unsigned_abs() <= 1 || !loops.is_plain(operand) {
            continue;
        }
        if let Some(row) = (0..kept).find(|&row| loops.operand_strides(row)[operand].unsigned_abs() == 1) {
            move_to(loops, row, kept - 1);
            return true;
        }
    }
    false
}

/// Points a tile where an operand is read again at each step of the loop before the tiles, and is too large for the first cache: as many as
/// then fit. `ik,kj->ij` reads `b[k, j]` for every `i`.
fn reused(loops: &Loops, kept: usize) -> Option<usize> {
    /// Elements of a block: half of the smallest first-level cache in use.
    const BLOCK: usize = 2048;
    let inner = loops.len() - 1;
    let before = kept.checked_sub(1)?;
    let terms = loops.points(kept..inner);
    let again = |operand: &usize| {
        let stride = |row: usize| loops.operand_strides(row)[*operand];
        stride(before) == 0 && stride(inner) != 0 && (kept..inner).all(|row| stride(row) != 0)
    };
    let large = terms > 1 && terms.saturating_mul(loops.extent(inner)) > 2 * BLOCK;
    let width = (BLOCK / terms.max(1)).next_multiple_of(TRANSPOSED_WIDTH).max(TRANSPOSED_WIDTH);
    (large && width < loops.extent(inner) && (0..loops.operands()).any(|operand| again(&operand))).then_some(width)
}

/// About what one point costs when this loop is the innermost, times 16: 1 for a neighbour in memory, also where it is copied there first,
/// 4 for a stride, 6 for what an index array names, nothing for the same element again, and 32 for the start of the loop, shared between its points and rounded down.
fn lane_cost(loops: &Loops, row: usize) -> usize {
    let cost = |stride: isize, copied: bool| match stride {
        0 => 0,
        1 => 1,
        _ if copied => 1,
        _ => 4,
    };
    let out: usize = loops.out_strides(row).iter().map(|&stride| cost(stride, false)).sum();
    let operands = loops.operand_strides(row).iter().enumerate();
    let access: usize = operands
        .map(|(at, &stride)| match loops.is_gathered(row, at) {
            _ if at >= loops.own() => 0,
            true if pack::is_hoisted(loops, row, at) => 1,
            true => 6,
            false => cost(stride, pack::is_hoisted(loops, row, at)),
        })
        .sum();
    16 * (out + access + 32 / loops.extent(row))
}

/// Kept rows before summed ones, larger strides before smaller ones.
fn sort(loops: &mut Loops) {
    for row in 1..loops.len() {
        let mut at = row;
        while at > 0 && key(loops, at - 1) < key(loops, at) {
            loops.swap(at - 1, at);
            at -= 1;
        }
    }
}

fn key(loops: &Loops, row: usize) -> (bool, usize) {
    let reach = loops.strides(row).iter().fold(0usize, |sum, stride| sum.saturating_add(stride.unsigned_abs()));
    (!loops.is_summed(row), reach)
}

fn to_end(loops: &mut Loops, row: usize) {
    move_to(loops, row, loops.len() - 1);
}

fn move_to(loops: &mut Loops, row: usize, to: usize) {
    for at in row..to {
        loops.swap(at, at + 1);
    }
}
