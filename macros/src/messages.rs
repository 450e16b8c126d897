//! What `broadcast!` says to mistakes, and what it understands, as text.

use proc_macro2::{TokenStream, TokenTree};

use crate::check::{check_broadcast, text_of};
use crate::errors::Errors;
use crate::plan::plan_broadcast;
use crate::syntax::parse_broadcast;

/// The messages of the expansion of this input; empty where it has no mistake.
fn messages(input: &str) -> Vec<String> {
    let tokens: TokenStream = input.parse().unwrap();
    let expansion = crate::expand::broadcast(quote::quote!(::ndweave; broadcast; #tokens));
    let mut found = Vec::new();
    collect(expansion, &mut found);
    found
}

/// The texts of all `compile_error!`s.
fn collect(tokens: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (place, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let is_error = place > 1 && tokens[place - 2].to_string() == "compile_error";
        if is_error {
            let text: syn::LitStr = syn::parse2(group.stream()).unwrap();
            found.push(text.value());
        } else {
            collect(group.stream(), found);
        }
    }
}

/// What was understood, one line a level.
fn understood(input: &str) -> String {
    let tokens: TokenStream = input.parse().unwrap();
    let notation = text_of(&tokens);
    let mut errors = Errors::default();
    let mut program = check_broadcast(&parse_broadcast(tokens).unwrap(), notation, &mut errors);
    assert!(errors.is_empty(), "{}", errors.to_compile_errors());
    let plan = plan_broadcast(&mut program);
    let passes = match (plan.last, plan.whole) {
        (true, _) => "last\n",
        (_, true) => "whole\n",
        _ => "",
    };
    format!("{program}{passes}")
}

#[test]
#[ignore]
fn show() {
    let text = std::fs::read_to_string(std::env::var("SHOW").unwrap()).unwrap();
    for line in text.lines().filter(|line| !line.is_empty()) {
        println!(">>> {line}");
        let found = messages(line);
        if found.is_empty() {
            println!("{}", understood(line));
        }
        for message in found {
            println!("    ! {message}");
        }
    }
}
