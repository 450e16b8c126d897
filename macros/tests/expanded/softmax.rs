pub fn softmax(x: &Array2<f64>) -> Array2<f64> {
    match (&x, &x, &x) {
        (x0, x1, x2) => {
            use ::ndweave::macro_support as nd;
            nd::program!(
                "broadcast" 4 3, ["i", "j", "k", "k"], ["x"[0, 1], "x"[0, 2], "x"[0, 3]],
                [""[0, 1]], [[0] / [2] [nd::Read::Operand(1)], [0] / [3]
                [nd::Read::Operand(2), nd::Read::Temp(0)]], [nd::Read::Operand(0),
                nd::Read::Temp(0), nd::Read::Temp(1)], false
            );
            let x0 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x0));
            let x1 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x1));
            let x2 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x2));
            let axis_i = nd::axis(nd::Num::<0>, &x0);
            let axis_i = nd::label::i::Operands::agree(
                nd::pair(axis_i, nd::axis(nd::Num::<0>, &x1)),
            );
            let axis_i = nd::label::i::Operands::agree(
                nd::pair(axis_i, nd::axis(nd::Num::<0>, &x2)),
            );
            let axis_j = nd::axis(nd::Num::<1>, &x0);
            let operands = (x0, (x1, (x2, ())));
            let t0 = nd::MaxOf::reduce(nd::over((x1, ()), nd::arg(nd::P0, &x1)));
            let t1 = nd::SumOf::reduce(
                nd::over(
                    (x2, (nd::read(&t0), ())),
                    nd::Exp::apply(
                        nd::Sub::apply(
                            nd::both(nd::arg(nd::P0, &x2), nd::temp(nd::P1, &t0)),
                        ),
                    ),
                ),
            );
            let body = nd::put({
                let bound0 = nd::Exp::apply(
                    nd::Sub::apply(nd::both(nd::arg(nd::P0, &x0), nd::temp(nd::P1, &t0))),
                );
                let e = &bound0;
                nd::bind(
                    bound0,
                    nd::Div::apply(nd::both(nd::bound(nd::P0, e), nd::temp(nd::P3, &t1))),
                )
            });
            let reads = (x0, (nd::read(&t0), (nd::read(&t1), ())));
            let shape = nd::Tuple((axis_i, axis_j));
            let result = nd::broadcast(
                Kernel,
                operands,
                &[],
                &[],
                shape,
                (t0, (t1, ())),
                reads,
                body,
            );
            nd::Outcome(result).unwrap()
        }
    }
}
