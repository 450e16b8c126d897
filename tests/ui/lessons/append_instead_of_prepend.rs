//! Axes that an operand lacks stand in front, not behind: 2 elements do not meet 3 columns.

use ndweave::broadcast;

fn main() {
    let (a, b) = ([[0, 1, 2], [3, 4, 5]], [0, 1]);
    broadcast!(a * b);
}
