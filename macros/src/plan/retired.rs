//! Values that lanes take though they are done.
//!
//! In `while norm(z) < 4.0 { z = z * z + c; n += 1; }` a lane that has left the loop never looks at `z` again, though others go on. So all
//! lanes may take the new value, which saves a choice a turn. For `n`, which is read behind the loop, only live lanes may.

use super::last_exit::{exits_last, last_exit};
use crate::ir::routine::{Block, Expr, Head, Kind, Loop, Pattern, Routine, Statement};

/// Finds the assignments inside of loops whose values only the loop reads.
pub fn free_assignments(routine: &mut Routine) {
    let mut body = std::mem::take(&mut routine.body);
    let mut places = Places {
        routine,
        reads: Vec::new(),
        declared: Vec::new(),
        spans: Vec::new(),
        around: Vec::new(),
        now: 0,
        free: false,
    };
    places.reads.resize(places.routine.variables.len(), Vec::new());
    places.declared.resize(places.routine.variables.len(), None);
    places.spans.resize(places.routine.loops.len(), Span::default());
    places.block(&mut body);
    places.free = true;
    places.now = 0;
    places.block(&mut body);
    routine.body = body;
}

/// Where a loop ends, and the loop around it.
#[derive(Clone, Copy, Default)]
struct Span {
    end: usize,
    around: Option<usize>,
}

/// Where things are, in the order in which they run.
struct Places<'a> {
    routine: &'a Routine,
    /// Variable to where it is read.
    reads: Vec<Vec<usize>>,
    /// Variable to the loop in which it is declared.
    declared: Vec<Option<usize>>,
    spans: Vec<Span>,
    around: Vec<usize>,
    now: usize,
    /// Whether this is the second walk, in which assignments are freed.
    free: bool,
}

impl Places<'_> {
    fn block(&mut self, block: &mut Block) {
        for statement in &mut block.statements {
            match statement {
                Statement::Let(binding) => {
                    binding.value.iter_mut().for_each(|value| self.expr(value));
                    self.declare(&binding.pattern);
                }
                Statement::Expr(expr) => self.expr(expr),
            }
        }
        block.tail.iter_mut().for_each(|tail| self.expr(tail));
    }

    fn declare(&mut self, pattern: &Pattern) {
        let around = self.around.last().copied();
        pattern.variables(&mut |variable| self.declared[variable] = around);
    }

    fn expr(&mut self, expr: &mut Expr) {
        self.now += 1;
        match &mut expr.kind {
            Kind::Variable(variable) => {
                if !self.free {
                    self.reads[*variable].push(self.now);
                }
            }
            Kind::Constant => {}
            Kind::Apply(_, arguments) | Kind::Tuple(arguments) | Kind::Call(_, arguments) => {
                arguments.iter_mut().for_each(|argument| self.expr(argument));
            }
            Kind::Powi(inner, _) | Kind::Cast(inner, _) | Kind::Field(inner, _) => self.expr(inner),
            Kind::Lazy(_, sides) => {
                self.expr(&mut sides.0);
                self.expr(&mut sides.1);
            }
            Kind::If(choice) => {
                self.expr(&mut choice.condition);
                self.block(&mut choice.yes);
                choice.no.iter_mut().for_each(|no| self.block(no));
            }
            Kind::Block(block) => self.block(block),
            Kind::Loop(repeat) => self.repeat(repeat),
            Kind::Exit(exit) => exit.value.iter_mut().for_each(|value| self.expr(value)),
            Kind::Assign(assign) => {
                self.expr(&mut assign.value);
                if self.free && assign.masked && self.is_free(assign.variable, assign.region) {
                    assign.masked = false;
                }
            }
        }
    }

    fn repeat(&mut self, repeat: &mut Loop) {
        let number = repeat.number;
        if !self.free {
            repeat.exits_last = exits_last(repeat, self.routine);
        }
        if let Head::For(range) = &mut repeat.head {
            self.expr(&mut range.from);
            self.expr(&mut range.to);
        }
        let around = self.around.last().copied();
        self.around.push(number);
        match &mut repeat.head {
            Head::While(condition) => self.expr(condition),
            Head::For(range) => self.declare(&range.pattern),
            Head::Always => {}
        }
        self.block(&mut repeat.body);
        self.around.pop();
        self.spans[number] = Span { end: self.now, around };
        if let Some((test, _)) = last_exit(&repeat.body).filter(|_| repeat.exits_last && !self.free) {
            self.now += 1;
            self.reads_behind(test);
        }
    }

    /// The test of a loop's last exit is read behind it, too.
    fn reads_behind(&mut self, test: &Expr) {
        test.visit(&mut |expr| {
            if let Kind::Variable(variable) = &expr.kind {
                self.reads[*variable].push(self.now);
            }
        });
    }

    /// Whether no lane that has left the loop whose turns run under this mask reads the variable again.
    fn is_free(&self, variable: usize, region: usize) -> bool {
        let of_turn = |number: &&usize| {
            let cycle = &self.routine.loops[**number];
            cycle.masked && cycle.region == region
        };
        let Some(&number) = self.around.iter().rev().find(of_turn) else { return false };
        let span = self.spans[number];
        // In a loop around both, what is read before would be read again.
        span.around == self.declared[variable] && self.reads[variable].iter().all(|&read| read <= span.end)
    }
}
