pub fn softmax(x: &Array2<f64>) -> Array2<f64> {
    match (&x, &x) {
        (x0, x1) => {
            use ::ndweave::macro_support as nd;
            nd::program!(
                "broadcast" 4 2, ["i", "j", "k", "k"], ["x"[0, 1], "x"[0, 2]], [""[0,
                1]], [[0] / [2] [nd::Read::Operand(1)], [0, 1] / []
                [nd::Read::Operand(0), nd::Read::Temp(0)], [0] / [1]
                [nd::Read::Temp(1)]], [nd::Read::Temp(1), nd::Read::Temp(2)], false
            );
            let x0 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x0));
            let x1 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x1));
            let axis_i = nd::axis(nd::Num::<0>, &x0);
            let axis_i = nd::label::i::Operands::agree(
                nd::pair(axis_i, nd::axis(nd::Num::<0>, &x1)),
            );
            let axis_j = nd::axis(nd::Num::<1>, &x0);
            let operands = (x0, (x1, ()));
            let t0 = nd::MaxOf::reduce(nd::over((x1, ()), nd::arg(nd::P0, &x1)));
            let t1 = nd::EachOf::reduce(
                nd::over(
                    (x0, (nd::read(&t0), ())),
                    nd::Exp::apply(
                        nd::Sub::apply(
                            nd::both(nd::arg(nd::P0, &x0), nd::temp(nd::P1, &t0)),
                        ),
                    ),
                ),
            );
            let t2 = nd::SumOf::reduce(
                nd::over((nd::read(&t1), ()), nd::temp(nd::P0, &t1)),
            );
            let body = nd::put({
                let bound0 = nd::temp(nd::P0, &t1);
                let e = &bound0;
                nd::bind(
                    bound0,
                    nd::Div::apply(nd::both(nd::bound(nd::P0, e), nd::temp(nd::P2, &t2))),
                )
            });
            let reads = (nd::read(&t1), (nd::read(&t2), ()));
            let shape = nd::Tuple((axis_i, axis_j));
            let result = nd::broadcast(
                Kernel,
                operands,
                &[],
                &[],
                shape,
                (t0, (t1, (t2, ()))),
                reads,
                body,
            );
            nd::Outcome(result).unwrap()
        }
    }
}
