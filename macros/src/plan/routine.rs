//! What differs from lane to lane.
//!
//! A *region* is code that runs under one mask: the whole function, the branch of a varying `if`, the body of a loop that lanes leave
//! one by one, and what follows a statement by which lanes retire. A variable that is assigned in the region in which it is declared
//! can take the value as it is; elsewhere only live lanes may take it, and then it varies. Parameters vary, and what is computed from
//! what varies; all else is the same for all lanes and stays ordinary Rust, control flow included.
//!
//! Each depends on the others, so everything starts as uniform, and the function is walked until nothing changes any more.

use super::retired::free_assignments;
use crate::ir::routine::{Block, Exit, ExitKind, Expr, Head, Kind, Let, Loop, Pattern, Routine, Statement};

/// Plans a function.
pub fn plan_ufunc(routine: &mut Routine) {
    for variable in &mut routine.variables[..routine.params.len()] {
        variable.varying = true;
    }
    let mut body = std::mem::take(&mut routine.body);
    loop {
        let mut walk = Walk { routine: &mut *routine, region: 0, regions: 0, around: Vec::new(), changed: false };
        walk.block(&mut body);
        if !walk.changed {
            break;
        }
    }
    routine.body = body;
    free_assignments(routine);
}

struct Walk<'a> {
    routine: &'a mut Routine,
    /// The region of what is walked now.
    region: usize,
    /// How many there are.
    regions: usize,
    /// The loops around, the innermost last.
    around: Vec<usize>,
    changed: bool,
}

impl Walk<'_> {
    fn fresh(&mut self) {
        self.regions += 1;
        self.region = self.regions;
    }

    fn set(flag: &mut bool, value: bool, changed: &mut bool) {
        *changed |= value && !*flag;
        *flag |= value;
    }

    fn vary(&mut self, variable: usize, varying: bool) {
        Self::set(&mut self.routine.variables[variable].varying, varying, &mut self.changed);
    }

    fn block(&mut self, block: &mut Block) {
        for statement in &mut block.statements {
            match statement {
                Statement::Let(binding) => self.binding(binding),
                Statement::Expr(expr) => self.expr(expr),
            }
        }
        if let Some(tail) = &mut block.tail {
            self.expr(tail);
        }
    }

    fn binding(&mut self, binding: &mut Let) {
        if let Some(value) = &mut binding.value {
            self.expr(value);
        }
        let value = binding.value.as_ref();
        self.bind(&binding.pattern, value);
    }

    /// Variables that are bound here, to `value` if there is one.
    fn bind(&mut self, pattern: &Pattern, value: Option<&Expr>) {
        match (pattern, value.map(|value| &value.kind)) {
            (Pattern::Tuple(parts), Some(Kind::Tuple(values))) if parts.len() == values.len() => {
                for (part, value) in parts.iter().zip(values) {
                    self.bind(part, Some(value));
                }
            }
            // What is taken apart otherwise is a tuple of lanes.
            (Pattern::Tuple(parts), _) => parts.iter().for_each(|part| {
                part.variables(&mut |variable| self.declare(variable, true));
            }),
            (Pattern::Variable(variable), kind) => {
                let tuple = matches!(kind, Some(Kind::Tuple(_)));
                let varying = tuple || value.is_some_and(|value| is_varying(value, self.routine));
                self.declare(*variable, varying);
            }
            (Pattern::Nothing, _) => {}
        }
    }

    fn declare(&mut self, variable: usize, varying: bool) {
        self.routine.variables[variable].region = self.region;
        self.vary(variable, varying);
    }

    fn expr(&mut self, expr: &mut Expr) {
        match &mut expr.kind {
            Kind::Variable(_) | Kind::Constant => {}
            Kind::Apply(_, arguments) | Kind::Tuple(arguments) | Kind::Call(_, arguments) => {
                arguments.iter_mut().for_each(|argument| self.expr(argument));
            }
            Kind::Powi(inner, _) | Kind::Cast(inner, _) | Kind::Field(inner, _) => self.expr(inner),
            Kind::Lazy(_, sides) => {
                let (left, right) = &mut **sides;
                self.expr(left);
                let outer = self.region;
                if is_varying(left, self.routine) {
                    self.fresh();
                }
                self.expr(right);
                self.region = outer;
            }
            Kind::Block(block) => self.block(block),
            Kind::If(_) => self.choice(expr),
            Kind::Loop(repeat) => self.repeat(repeat),
            Kind::Exit(exit) => self.exit(exit),
            Kind::Assign(assign) => {
                self.expr(&mut assign.value);
                let masked = self.routine.variables[assign.variable].region != self.region;
                assign.region = self.region;
                Self::set(&mut assign.masked, masked, &mut self.changed);
                let varying = assign.masked || is_varying(&assign.value, self.routine);
                self.vary(assign.variable, varying);
            }
        }
    }

    fn choice(&mut self, expr: &mut Expr) {
        let Kind::If(choice) = &mut expr.kind else { return };
        self.expr(&mut choice.condition);
        let varying = is_varying(&choice.condition, self.routine);
        let outer = self.region;
        let mut after = outer;
        for block in std::iter::once(&mut choice.yes).chain(&mut choice.no) {
            self.region = outer;
            if varying {
                self.fresh();
            }
            let begin = self.region;
            self.block(block);
            if self.region != begin {
                // Lanes have retired inside.
                after = self.region;
            }
        }
        let exits = exits_inside(&choice.yes) || choice.no.as_ref().is_some_and(exits_inside);
        Self::set(&mut choice.exits, exits, &mut self.changed);
        self.region = outer;
        if after != outer || exits {
            self.fresh();
        }
    }

    fn repeat(&mut self, repeat: &mut Loop) {
        let number = repeat.number;
        if let Head::For(range) = &mut repeat.head {
            self.expr(&mut range.from);
            self.expr(&mut range.to);
            let varying = is_varying(&range.from, self.routine) || is_varying(&range.to, self.routine);
            Self::set(&mut self.routine.loops[number].masked, varying, &mut self.changed);
        }
        let outer = self.region;
        if self.routine.loops[number].masked {
            self.fresh();
        }
        self.routine.loops[number].region = self.region;
        self.around.push(number);
        match &mut repeat.head {
            Head::Always => {}
            Head::While(condition) => {
                self.expr(condition);
                let varying = is_varying(condition, self.routine);
                Self::set(&mut self.routine.loops[number].masked, varying, &mut self.changed);
            }
            Head::For(range) => {
                let varying = is_varying(&range.from, self.routine) || is_varying(&range.to, self.routine);
                let region = self.region;
                range.pattern.variables(&mut |variable| {
                    self.routine.variables[variable].region = region;
                    self.vary(variable, varying);
                });
            }
        }
        self.block(&mut repeat.body);
        self.around.pop();
        self.region = outer;
        if self.routine.loops[number].leaves {
            self.fresh();
        }
    }

    fn exit(&mut self, exit: &mut Exit) {
        if let Some(value) = &mut exit.value {
            self.expr(value);
        }
        let loops = &self.routine.loops;
        let target = match exit.kind {
            ExitKind::Break(number) | ExitKind::Continue(number) => Some(number),
            ExitKind::Return => None,
        };
        let region = target.map_or(0, |number| loops[number].region);
        let depth = target.map_or(0, |number| self.around.iter().rposition(|&around| around == number).unwrap_or(0));
        let crossed: Vec<usize> = self.around[depth..].to_vec();
        let masked = self.region != region || crossed.iter().any(|&number| loops[number].masked);
        Self::set(&mut exit.masked, masked, &mut self.changed);
        if !exit.masked {
            return;
        }
        for number in crossed {
            let cycle = &mut self.routine.loops[number];
            Self::set(&mut cycle.masked, true, &mut self.changed);
            if target != Some(number) {
                Self::set(&mut cycle.leaves, true, &mut self.changed);
            }
        }
        match exit.kind {
            ExitKind::Continue(number) => {
                Self::set(&mut self.routine.loops[number].continues, true, &mut self.changed);
            }
            ExitKind::Return => Self::set(&mut self.routine.returns, true, &mut self.changed),
            ExitKind::Break(_) => {}
        }
        self.fresh();
    }
}

/// Whether an expression has a value for each lane, or has to be written as if it had.
pub fn is_varying(expr: &Expr, routine: &Routine) -> bool {
    let any = |exprs: &[Expr]| exprs.iter().any(|expr| is_varying(expr, routine));
    match &expr.kind {
        Kind::Variable(number) => routine.variables[*number].varying,
        Kind::Constant => false,
        Kind::Apply(_, arguments) | Kind::Tuple(arguments) => any(arguments),
        Kind::Powi(inner, _) | Kind::Cast(inner, _) | Kind::Field(inner, _) => is_varying(inner, routine),
        Kind::Lazy(_, sides) => is_varying(&sides.0, routine) || is_varying(&sides.1, routine),
        Kind::Call(..) | Kind::Exit(_) => true,
        Kind::If(choice) => {
            is_varying(&choice.condition, routine)
                || block_varies(&choice.yes, routine)
                || choice.no.as_ref().is_some_and(|no| block_varies(no, routine))
        }
        Kind::Block(block) => block_varies(block, routine),
        Kind::Loop(repeat) => {
            let head = match &repeat.head {
                Head::Always => false,
                Head::While(condition) => is_varying(condition, routine),
                Head::For(range) => is_varying(&range.from, routine) || is_varying(&range.to, routine),
            };
            head || routine.loops[repeat.number].masked || block_varies(&repeat.body, routine)
        }
        Kind::Assign(assign) => routine.variables[assign.variable].varying || is_varying(&assign.value, routine),
    }
}

fn block_varies(block: &Block, routine: &Routine) -> bool {
    block.statements.iter().any(|statement| match statement {
        Statement::Let(binding) => {
            let mut varying = binding.value.as_ref().is_some_and(|value| is_varying(value, routine));
            binding.pattern.variables(&mut |variable| varying |= routine.variables[variable].varying);
            varying
        }
        Statement::Expr(expr) => is_varying(expr, routine),
    }) || block.tail.as_ref().is_some_and(|tail| is_varying(tail, routine))
}

/// Whether lanes retire inside, each for itself.
pub fn exits_inside(block: &Block) -> bool {
    let statements = block.statements.iter().any(|statement| match statement {
        Statement::Let(binding) => binding.value.as_ref().is_some_and(exits),
        Statement::Expr(expr) => exits(expr),
    });
    statements || block.tail.as_ref().is_some_and(|tail| exits(tail))
}

fn exits(expr: &Expr) -> bool {
    match &expr.kind {
        Kind::Variable(_) | Kind::Constant => false,
        Kind::Apply(_, arguments) | Kind::Tuple(arguments) | Kind::Call(_, arguments) => arguments.iter().any(exits),
        Kind::Powi(inner, _) | Kind::Cast(inner, _) | Kind::Field(inner, _) => exits(inner),
        Kind::Lazy(_, sides) => exits(&sides.0) || exits(&sides.1),
        Kind::Block(block) => exits_inside(block),
        Kind::If(choice) => {
            exits(&choice.condition) || exits_inside(&choice.yes) || choice.no.as_ref().is_some_and(exits_inside)
        }
        Kind::Loop(repeat) => exits_inside(&repeat.body),
        Kind::Exit(exit) => exit.masked,
        Kind::Assign(assign) => exits(&assign.value),
    }
}
