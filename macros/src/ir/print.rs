//! The levels of a kernel as text, for tests and for reading.

use std::fmt;

use super::{
    Contraction, Kind, Node, Operand, Outcome, Output, Program, Reading, Reduction, Source, Sub, SubKind, Write,
};

impl fmt::Display for Contraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_head(f, &self.labels, &self.operands)?;
        match &self.output {
            Output::New(subscripts) => writeln!(f, "-> new{}", Subscripts(subscripts))?,
            Output::Into { name, subscripts, .. } => writeln!(f, "-> {name}{}", Subscripts(subscripts))?,
        }
        for term in &self.terms {
            let sign = if term.negative { '-' } else { '+' };
            writeln!(f, "{sign} {}", Expression(&term.value, &self.operands))?;
        }
        Ok(())
    }
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_head(f, &self.labels, &self.operands)?;
        writeln!(f)?;
        for range in &self.ranges {
            writeln!(f, "{} in a range", range.label)?;
        }
        for (number, Reduction { rule, reduced, body, .. }) in self.reductions.iter().enumerate() {
            writeln!(f, "t{number} = {}{reduced:?}({})", rule.name, Expression(body, &self.operands))?;
        }
        match &self.outcome {
            Outcome::New(subscripts, value) => {
                writeln!(f, "new{} = {}", Subscripts(subscripts), Expression(value, &self.operands))
            }
            Outcome::Into(lets, writes) => {
                for (local, value) in lets {
                    writeln!(f, "let {} = {}", local.name, Expression(value, &self.operands))?;
                }
                for Write { name, subscripts, update, value, mask, .. } in writes {
                    let (subscripts, sign) = (Subscripts(subscripts), update.sign());
                    write!(f, "{name}{subscripts} {sign} {}", Expression(value, &self.operands))?;
                    match mask {
                        Some(mask) => writeln!(f, ", where {}", Expression(mask, &self.operands))?,
                        None => writeln!(f)?,
                    }
                }
                Ok(())
            }
        }
    }
}

fn write_head(f: &mut fmt::Formatter<'_>, labels: &[String], operands: &[Operand]) -> fmt::Result {
    write!(f, "labels")?;
    for (number, label) in labels.iter().enumerate() {
        write!(f, " {label}={number}")?;
    }
    writeln!(f)?;
    for operand in operands {
        let source = match operand.source {
            Source::Borrowed => "",
            Source::InPlace(_) => " (in place)",
            Source::Snapshot(_) => " (copied first)",
        };
        write!(f, "{}{}{source} ", operand.name, Subscripts(&operand.subscripts))?;
    }
    Ok(())
}

struct Subscripts<'a>(&'a [Sub]);

impl fmt::Display for Subscripts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let texts: Vec<String> = self
            .0
            .iter()
            .map(|subscript| match &subscript.kind {
                SubKind::Label(number) => number.to_string(),
                SubKind::Ellipsis => "..".to_owned(),
                SubKind::Fixed(_) => "fixed".to_owned(),
                SubKind::Gathered(gathered) => format!("{}{}", gathered.name, Subscripts(&gathered.subscripts)),
            })
            .collect();
        write!(f, "[{}]", texts.join(", "))
    }
}

struct Expression<'a>(&'a Node, &'a [Operand]);

impl fmt::Display for Expression<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Expression(node, operands) = self;
        match &node.kind {
            Kind::Operand(number) => write!(f, "{}", operands[*number].name),
            Kind::Scalar(number) => write!(f, "scalar{number}"),
            Kind::Literal(tokens) => write!(f, "{tokens}"),
            Kind::Local(local) => write!(f, "{}", local.name),
            Kind::Temp(number, Reading::Value) => write!(f, "t{number}"),
            Kind::Temp(number, Reading::Mean) => write!(f, "mean(t{number})"),
            Kind::Temp(number, Reading::Place) => write!(f, "place(t{number})"),
            Kind::Index(label) => write!(f, "index({label})"),
            Kind::Apply(..) | Kind::Call(..) => {
                let (function, arguments) = match &node.kind {
                    Kind::Apply(function, arguments) => ((*function).to_owned(), arguments),
                    Kind::Call(path, arguments) => (crate::check::text_of(path), arguments),
                    _ => return Ok(()),
                };
                write!(f, "{function}(")?;
                for (place, argument) in arguments.iter().enumerate() {
                    let comma = if place == 0 { "" } else { ", " };
                    write!(f, "{comma}{}", Expression(argument, operands))?;
                }
                write!(f, ")")
            }
            Kind::Cast(inner, _) => write!(f, "cast({})", Expression(inner, operands)),
            Kind::Block(lets, tail) => {
                for (local, value) in lets {
                    write!(f, "let {} = {}; ", local.name, Expression(value, operands))?;
                }
                write!(f, "{}", Expression(tail, operands))
            }
        }
    }
}
