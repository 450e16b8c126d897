pub fn distances(p: &[[f64; 2]; 3], q: &[[f64; 2]; 2]) -> [[f64; 2]; 3] {
    match (&p, &q) {
        (x0, x1) => {
            use ::ndweave::macro_support as nd;
            nd::program!(
                "broadcast" 3 2, ["i", "j", "k"], ["p"[0, 2], "q"[1, 2]], [""[0, 1]],
                [[0, 1] / [2] [nd::Read::Operand(0), nd::Read::Operand(1)]], [], false
            );
            let x0 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x0));
            let x1 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x1));
            let axis_i = nd::axis(nd::Num::<0>, &x0);
            let axis_j = nd::axis(nd::Num::<0>, &x1);
            let axis_k = nd::axis(nd::Num::<1>, &x0);
            nd::label::k::Operands::agree(nd::pair(axis_k, nd::axis(nd::Num::<1>, &x1)));
            let operands = (x0, (x1, ()));
            let t0 = nd::SumOf::reduce(
                nd::over(
                    (x0, (x1, ())),
                    nd::Powi::apply(
                        nd::both(
                            nd::Sub::apply(
                                nd::both(nd::arg(nd::P0, &x0), nd::arg(nd::P1, &x1)),
                            ),
                            nd::whole::<{ 2 }>(),
                        ),
                    ),
                ),
            );
            let body = nd::last(nd::Assign);
            let reads = ();
            let shape = nd::Tuple((axis_i, axis_j));
            let result = nd::broadcast(
                Kernel,
                operands,
                &[],
                &[],
                shape,
                (t0, ()),
                reads,
                body,
            );
            nd::Outcome(result).unwrap()
        }
    }
}
