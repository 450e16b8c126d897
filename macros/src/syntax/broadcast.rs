//! `broadcast!`, as written: one expression, or statements that write existing outputs.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::{Block, Error, Expr, Lit, Local, Result, Stmt};

use super::brackets;
use super::output::{OutputLabels, Target, Update, parse_expr, split_arrow, split_target};

/// The input of `broadcast!` and its kin. Bracket groups have been rewritten to tuples.
pub enum BroadcastInput {
    /// `x[i] + y[j] -> [i, j]`
    New(Box<NewForm>),
    /// `out[i] = x[i]`, or several of them with `let`s, each behind `;`
    Writes(Vec<Statement>),
}

/// An expression whose value is a new array or a scalar.
pub struct NewForm {
    pub expr: Expr,
    pub output: Option<OutputLabels>,
}

/// One statement of a block.
pub enum Statement {
    Let(Box<Local>),
    Write(Box<Write>),
}

/// `out[i] += x[i], where m[i]`
pub struct Write {
    pub target: Target,
    pub expr: Expr,
    pub mask: Option<Expr>,
}

/// What is said of a comma between expressions.
const COMMA: &str =
    "a comma: operands are joined by operators, as in `a * x + b`; a mask is written `, where` and a condition";

/// Parses the input of `broadcast!` and its kin.
pub fn parse_broadcast(tokens: TokenStream) -> Result<BroadcastInput> {
    check_start(&tokens)?;
    let (parts, block) = split_statements(brackets::rewrite(tokens));
    if let ([part], false) = (parts.as_slice(), block) {
        return parse_single(part.clone());
    }
    let mut statements = Vec::new();
    let mut mistakes: Option<Error> = None;
    for part in parts {
        match parse_statement(part) {
            Ok(statement) => statements.push(statement),
            Err(error) => match &mut mistakes {
                Some(mistakes) => mistakes.combine(error),
                None => mistakes = Some(error),
            },
        }
    }
    match mistakes {
        Some(mistakes) => Err(mistakes),
        None => Ok(BroadcastInput::Writes(statements)),
    }
}

fn check_start(tokens: &TokenStream) -> Result<()> {
    match tokens.clone().into_iter().next() {
        None => Err(Error::new(
            Span::call_site(),
            "nothing to compute; write `broadcast!(a * x + b)` or `broadcast!(x[i] + y[j] -> [i, j])`",
        )),
        Some(TokenTree::Literal(literal)) if matches!(Lit::new(literal.clone()), Lit::Str(_)) => Err(Error::new(
            literal.span(),
            "`broadcast!` takes an expression, as in `x[i] + y[j] -> [i, j]`; NumPy's strings belong to `einsum!`",
        )),
        Some(_) => Ok(()),
    }
}

/// The parts between semicolons, and whether they are a block.
fn split_statements(tokens: TokenStream) -> (Vec<TokenStream>, bool) {
    let mut parts = vec![Vec::new()];
    for token in tokens {
        match (&token, parts.last_mut()) {
            (TokenTree::Punct(punct), _) if punct.as_char() == ';' => parts.push(Vec::new()),
            (_, Some(part)) => part.push(token),
            (_, None) => {}
        }
    }
    let block = parts.len() > 1 || parts.iter().any(|part| begins_let(part));
    let parts = parts.into_iter().filter(|part: &Vec<TokenTree>| !part.is_empty());
    (parts.map(|part| part.into_iter().collect()).collect(), block)
}

fn begins_let(part: &[TokenTree]) -> bool {
    matches!(part.first(), Some(TokenTree::Ident(word)) if word == "let")
}

fn parse_single(tokens: TokenStream) -> Result<BroadcastInput> {
    let parts = Parts::parse(tokens)?;
    if let Some(target) = parts.target {
        let write = Write { target, expr: parts.expr, mask: parts.mask.map(|(_, mask)| mask) };
        refuse_arrow(parts.output.as_ref())?;
        return Ok(BroadcastInput::Writes(vec![Statement::Write(Box::new(write))]));
    }
    if matches!(&parts.expr, Expr::If(choice) if choice.else_branch.is_none() && assigns(&choice.then_branch)) {
        return Err(Error::new_spanned(&parts.expr, writes_nothing(&parts.expr)));
    }
    if let Some((span, _)) = parts.mask {
        return Err(Error::new(
            span,
            "a mask without an output: what would the other elements be? Write `if condition { value } else { other }`, or \
             write into an existing output, `out[i] = value, where condition`",
        ));
    }
    Ok(BroadcastInput::New(Box::new(NewForm { expr: parts.expr, output: parts.output })))
}

fn parse_statement(tokens: TokenStream) -> Result<Statement> {
    let first = tokens.clone().into_iter().next();
    if begins_let(first.as_slice()) {
        return parse_let(tokens);
    }
    let parts = Parts::parse(tokens)?;
    if parts.target.is_none() && parts.output.is_some() {
        return Err(Error::new_spanned(
            &parts.expr,
            "a new array among statements: a block writes existing outputs, `out[i] = …`; for a new array put its `let`s in \
             braces, `{ let d = …; d * d } -> [i]`",
        ));
    }
    refuse_arrow(parts.output.as_ref())?;
    match parts.target {
        Some(target) => {
            let mask = parts.mask.map(|(_, mask)| mask);
            Ok(Statement::Write(Box::new(Write { target, expr: parts.expr, mask })))
        }
        None => Err(Error::new_spanned(&parts.expr, writes_nothing(&parts.expr))),
    }
}

/// Whether a block updates something.
fn assigns(block: &Block) -> bool {
    block.stmts.iter().any(|statement| match statement {
        Stmt::Expr(expr, _) => matches!(split_target(expr.clone(), |update, _| Ok(update)), Ok((Some(_), _))),
        _ => false,
    })
}

fn writes_nothing(expr: &Expr) -> &'static str {
    match expr {
        Expr::If(_) => "a statement is not conditional: write `out[i] = value, where condition`",
        Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) => {
            "a loop cannot stand in a kernel: labels go over all points by themselves"
        }
        _ => "this statement writes nothing: write it into an output, `out[i] = …`, or bind it, `let d = …`",
    }
}

/// A `let` as Rust has it.
fn parse_let(tokens: TokenStream) -> Result<Statement> {
    let last = tokens.clone().into_iter().last().map_or(Span::call_site(), |token| token.span());
    let with_end: TokenStream = quote::quote_spanned!(last=> #tokens;);
    let statements = syn::parse::Parser::parse2(Block::parse_within, with_end)?;
    match statements.into_iter().next() {
        Some(Stmt::Local(local)) => Ok(Statement::Let(Box::new(local))),
        _ => Err(Error::new_spanned(tokens, "a `let` in a kernel binds a name to a value")),
    }
}

fn refuse_arrow(output: Option<&OutputLabels>) -> Result<()> {
    match output {
        Some(output) => {
            Err(Error::new(output.span, "two outputs: the labels of the array on the left say it all; drop the arrow"))
        }
        None => Ok(()),
    }
}

/// What one expression or statement consists of.
struct Parts {
    target: Option<Target>,
    expr: Expr,
    output: Option<OutputLabels>,
    /// The condition, and where `where` stands.
    mask: Option<(Span, Expr)>,
}

impl Parts {
    fn parse(tokens: TokenStream) -> Result<Parts> {
        let (left, behind) = split_where(tokens)?;
        let (left, output) = split_arrow(left)?;
        let (mask, output) = match behind {
            Some((word, mask)) => {
                // The arrow may stand behind the condition.
                let (mask, after) = split_arrow(mask)?;
                (Some((word.span(), parse_mask(&word, mask)?)), output.or(after))
            }
            None => (None, output),
        };
        let expr = parse_expr(left, output.as_ref(), COMMA)?;
        let (target, expr) = split_target(expr, check_update)?;
        Ok(Parts { target, expr, output, mask })
    }
}

/// Splits at `, where`; a comma at the end is dropped, as in a call.
fn split_where(tokens: TokenStream) -> Result<(TokenStream, Option<(Ident, TokenStream)>)> {
    let mut left: Vec<TokenTree> = tokens.into_iter().collect();
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ',');
    let is_where = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "where");
    if left.len() > 1 && left.last().is_some_and(is_comma) {
        left.pop();
    }
    let Some(place) = left.iter().position(is_where) else { return Ok((left.into_iter().collect(), None)) };
    let behind = left.split_off(place);
    let mut behind = behind.into_iter();
    let Some(TokenTree::Ident(word)) = behind.next() else { return Ok((left.into_iter().collect(), None)) };
    if !left.pop().is_some_and(|token| is_comma(&token)) {
        return Err(Error::new(
            word.span(),
            "a comma is missing in front of `where`: `out[i] = value, where condition`",
        ));
    }
    Ok((left.into_iter().collect(), Some((word, behind.collect()))))
}

fn parse_mask(word: &Ident, tokens: TokenStream) -> Result<Expr> {
    if tokens.is_empty() {
        return Err(Error::new(word.span(), "a condition is missing behind `where`"));
    }
    let mask: Expr = parse_expr(tokens, None, "a comma: join conditions by `&` or `|`")?;
    match mask {
        Expr::Assign(assign) => Err(Error::new(assign.eq_token.span(), "`=` in a condition: equality is written `==`")),
        mask => Ok(mask),
    }
}

fn check_update(update: Update, span: Span) -> Result<Update> {
    match update {
        Update::Other => Err(Error::new(
            span,
            "`broadcast!` updates its outputs with `=`, `+=`, `-=`, `*=` or `/=`; for others write `=` and read the output on \
             the right",
        )),
        update => Ok(update),
    }
}
