//! Nothing to go over.

use ndweave::broadcast;

fn main() {
    let _ = broadcast!();
    let _ = broadcast!(1.0);
    let _ = broadcast!(1.0 + 2.0 -> []);
    let _ = broadcast!(1.0 -> [i]);
    let _ = broadcast!("ij,jk->ik", [[1]], [[1]]);
}
