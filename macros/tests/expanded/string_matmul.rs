pub fn string_matmul(a: &[[f64; 3]; 2], b: &[[f64; 4]; 1]) -> [[f64; 4]; 2] {
    match (&a, &b) {
        (x0, x1) => {
            use ::ndweave::macro_support as nd;
            nd::kernel!(
                "einsum" 3 2, ["i", "j", "k"], "a"[0, 1], "b"[1, 2] => ""[0, 2], [& [0,
                1]], true
            );
            let x0 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x0));
            let x1 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x1));
            let x1 = nd::Multiplies::operand(nd::like(&x0, x1));
            let axis_i = nd::axis(nd::Num::<0>, &x0);
            let axis_j = nd::axis(nd::Num::<1>, &x0);
            nd::label::j::Operands::agree(
                nd::stretch!(axis_j, nd::axis(nd::Num:: < 0 >, & x1)),
            );
            let axis_k = nd::axis(nd::Num::<1>, &x1);
            let operands = (x0, (x1, ()));
            let terms = nd::Term::first_plus(nd::product(nd::Num::<0>, operands));
            let shape = nd::Tuple((axis_i, axis_k));
            let result = nd::evaluate(Kernel, operands, &[], shape, terms);
            nd::Outcome(result).unwrap()
        }
    }
}
