//! The levels of a kernel as text, for tests and for reading.

use std::fmt;

use super::{Contraction, Kind, Node, Output, Source, Sub, SubKind};

impl fmt::Display for Contraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "labels")?;
        for (number, label) in self.labels.iter().enumerate() {
            write!(f, " {label}={number}")?;
        }
        writeln!(f)?;
        for operand in &self.operands {
            let source = match operand.source {
                Source::Borrowed => "",
                Source::InPlace => " (in place)",
                Source::Snapshot => " (copied first)",
            };
            write!(f, "{}{}{source} ", operand.name, Subscripts(&operand.subscripts))?;
        }
        match &self.output {
            Output::New(subscripts) => writeln!(f, "-> new{}", Subscripts(subscripts))?,
            Output::Into { name, subscripts, .. } => writeln!(f, "-> {name}{}", Subscripts(subscripts))?,
        }
        for term in &self.terms {
            let sign = if term.negative { '-' } else { '+' };
            writeln!(f, "{sign} {}", Expression(&term.value, self))?;
        }
        Ok(())
    }
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
            })
            .collect();
        write!(f, "[{}]", texts.join(", "))
    }
}

struct Expression<'a>(&'a Node, &'a Contraction);

impl fmt::Display for Expression<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Expression(node, kernel) = self;
        match &node.kind {
            Kind::Operand(number) => write!(f, "{}", kernel.operands[*number].name),
            Kind::Scalar(number) => write!(f, "scalar{number}"),
            Kind::Literal(tokens) => write!(f, "{tokens}"),
            Kind::Local(name) => write!(f, "{name}"),
            Kind::Apply(function, arguments) => {
                write!(f, "{function}(")?;
                for (place, argument) in arguments.iter().enumerate() {
                    let comma = if place == 0 { "" } else { ", " };
                    write!(f, "{comma}{}", Expression(argument, kernel))?;
                }
                write!(f, ")")
            }
            Kind::Cast(inner, _) => write!(f, "cast({})", Expression(inner, kernel)),
            Kind::Block(lets, tail) => {
                for (name, value) in lets {
                    write!(f, "let {name} = {}; ", Expression(value, kernel))?;
                }
                write!(f, "{}", Expression(tail, kernel))
            }
        }
    }
}
