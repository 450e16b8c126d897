//! Every einsum that other libraries test: the subscripts go through the macro, in NumPy's form and in index form, and
//! the results are NumPy's. The calls, the table and the refusals are written by `tests/generate/einsum.py`.

#[path = "../oracle/mod.rs"]
mod oracle;

#[path = "../oracle/laid.rs"]
mod laid;

mod calls;
mod entry;
mod refusals;
mod table;

use ndweave::ShapeError;
use oracle::Plain;

/// Two million products each: left out where they would only repeat what the others show.
const LONGEST: [&str; 2] = ["ev_089", "ev_090"];

/// The oracle that the other tests stand on says what NumPy says, on every entry that does not sum by *or*.
#[test]
fn the_oracle_agrees_with_numpy() {
    let is_held = |entry: &&entry::Entry| entry.dtype != "bool" && !LONGEST.contains(&entry.name);
    let mut held = 0;
    for entry in table::TABLE.iter().filter(is_held) {
        let operands: Vec<Plain<i64>> = entry
            .operands::<i64>()
            .iter()
            .map(|laid| Plain { extents: laid.extents.clone(), values: laid.values() })
            .collect();
        entry.check("the oracle", oracle::einsum(entry.spec, &operands));
        held += 1;
    }
    assert_eq!(held, 324 - 3);
}

/// The call is refused, and the message names a label that disagrees and both of its extents. The shapes that it may
/// show besides do not count: they hold those numbers anyway.
#[track_caller]
fn refused<T>(result: Result<T, ShapeError>, disagreements: &[(&str, usize, usize)]) {
    let Err(error) = result else { panic!("accepted: {disagreements:?}") };
    let message = error.to_string();
    let parts: Vec<&str> = message.split('[').collect();
    let told: String = parts.iter().map(|part| part.split_once(']').map_or(*part, |(_, rest)| rest)).collect();
    let words: Vec<&str> = told.split(|c: char| !c.is_alphanumeric()).collect();
    let names = |label: &str| {
        if label == "ellipsis" { message.contains(label) } else { message.contains(&format!("`{label}`")) }
    };
    let tells = |&(label, one, other): &(&str, usize, usize)| {
        names(label) && [one, other].iter().all(|n| words.contains(&n.to_string().as_str()))
    };
    assert!(disagreements.iter().any(tells), "{message:?} tells none of {disagreements:?}");
}
