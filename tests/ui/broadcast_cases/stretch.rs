//! Constant extents that do not stretch to each other.

use ndweave::broadcast;

// bc-028
fn bc_028() {
    let t0 = [1.0; 3];
    let t1 = [1.0; 4];
    let _ = broadcast!(t0 + t1);
}

// bc-029
fn bc_029() {
    let t0 = [[[1.0; 4]; 3]; 1];
    let t1 = [[[1.0; 3]; 3]; 2];
    let _ = broadcast!(t0 + t1);
}

// bc-030
fn bc_030() {
    let t0 = [[1.0; 2]; 1];
    let t1 = [[1.0; 1]; 3];
    let t2 = [[1.0; 2]; 3];
    let t3 = [[1.0; 5]; 10];
    let _ = broadcast!(t0 + t1 + t2 + t3);
}

// bc-031
fn bc_031() {
    let t0 = [1.0; 2];
    let t1 = [[1.0; 3]; 2];
    let _ = broadcast!(t0 + t1);
}

// bc-032
fn bc_032() {
    let t0 = [1.0; 2];
    let t1 = [1.0; 3];
    let _ = broadcast!(t0 + t1);
}

// bc-037
fn bc_037() {
    let t0 = [[1.0; 3]; 2];
    let t1 = [[1.0; 2]; 2];
    let _ = broadcast!(t0 + t1);
}

// bc-038
fn bc_038() {
    let t0 = [[[1.0; 4]; 3]; 3];
    let t1 = [[[1.0; 4]; 3]; 2];
    let _ = broadcast!(t0 + t1);
}

// bc-039
fn bc_039() {
    let t0 = [[1.0; 3]; 1];
    let t1 = [[1.0; 1]; 2];
    let t2 = [1.0; 2];
    let _ = broadcast!(t0 + t1 + t2);
}

// bc-046
fn bc_046() {
    let t0 = [[[1.0; 2]; 1]; 3];
    let t1 = [[[1.0; 3]; 4]; 3];
    let _ = broadcast!(t0 + t1);
}

fn main() {}
