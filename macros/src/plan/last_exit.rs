//! Exits at the end of a turn.
//!
//! In `while norm(z) < 4.0 { z = z * z + c; n -= 1; if n < 0 { return 0; } }` the lanes that return are those for which `n < 0` when the
//! loop is over: a lane that is done keeps its `n`, so the test still says what it said in the lane's last turn. The loop need not note in
//! each turn who left it where, which takes a register and two instructions for each of the gang's.

use super::is_varying;
use crate::ir::routine::{Block, Exit, ExitKind, Expr, Head, Kind, Loop, Routine, Statement};

/// Whether the exit of a loop, planned but for this, can be looked up behind it. So it is where all of this holds:
///
/// - The turn ends with `if test { exit }`, whose exit leads out of more than this loop, and with a constant, if any.
/// - No lane leaves the loop, or a turn of it, in another way but by its `while`.
/// - The test costs little, and cannot fail for lanes that never come to it.
/// - What it reads outlives the loop, and changes in it for live lanes only.
pub fn exits_last(repeat: &Loop, routine: &Routine) -> bool {
    let Some((test, exit)) = last_exit(&repeat.body) else { return false };
    let leaves = exit.masked && exit.kind != ExitKind::Break(repeat.number);
    let constant = exit.value.as_ref().is_none_or(Expr::is_named);
    let head = match &repeat.head {
        Head::Always => true,
        Head::While(condition) => is_varying(condition, routine) && is_simple(condition),
        Head::For(_) => false,
    };
    if !routine.loops[repeat.number].masked || !leaves || !constant || !head || !is_simple(test) {
        return false;
    }
    let (mut exits, mut passing) = (0, Vec::new());
    for statement in &repeat.body.statements {
        // The test is in the scope of these alone.
        if let Statement::Let(binding) = statement {
            binding.pattern.variables(&mut |variable| passing.push(variable));
        }
    }
    repeat.body.visit(&mut |expr| match &expr.kind {
        Kind::Exit(_) => exits += 1,
        Kind::Assign(assign) if !assign.masked => passing.push(assign.variable),
        _ => {}
    });
    let mut lasts = true;
    test.visit(&mut |expr| {
        if let Kind::Variable(variable) = &expr.kind {
            lasts &= !passing.contains(variable);
        }
    });
    exits == 1 && lasts
}

/// `if test { exit }` at the end of a block.
pub fn last_exit(block: &Block) -> Option<(&Expr, &Exit)> {
    let (Some(Statement::Expr(last)), None) = (block.statements.last(), &block.tail) else { return None };
    let Kind::If(choice) = &last.kind else { return None };
    let inner = match (&choice.yes.statements[..], &choice.yes.tail) {
        ([Statement::Expr(inner)], None) => inner,
        ([], Some(inner)) => inner,
        _ => return None,
    };
    match &inner.kind {
        Kind::Exit(exit) if choice.no.is_none() => Some((&choice.condition, exit)),
        _ => None,
    }
}

/// Whether an expression is made of operations on variables and literals alone.
fn is_simple(expr: &Expr) -> bool {
    match &expr.kind {
        Kind::Variable(_) => true,
        Kind::Constant => expr.is_named(),
        Kind::Apply(_, arguments) => arguments.iter().all(is_simple),
        Kind::Cast(inner, _) | Kind::Field(inner, _) => is_simple(inner),
        Kind::Lazy(_, sides) => is_simple(&sides.0) && is_simple(&sides.1),
        _ => false,
    }
}
