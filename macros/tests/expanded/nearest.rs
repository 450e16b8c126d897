pub fn nearest(x: &[f64], to: f64) -> usize {
    match (&x, &to) {
        (x0, s0) => {
            use ::ndweave::macro_support as nd;
            nd::program!(
                "broadcast" 1 1, ["i"], ["x"[0]], [""[]], [[] / [0]
                [nd::Read::Operand(0), nd::Read::Flat(0)]], [nd::Read::Temp(0)], false
            );
            let x0 = nd::Ranked::<1, _>::operand(nd::Operand::ndweave_bind(x0));
            let s0 = nd::ScopeScalar::scalar(s0);
            let operands = (x0, ());
            let t0 = nd::ArgMinOf::reduce(
                nd::over_indexed(
                    (x0, (nd::number(), ())),
                    nd::Abs::apply(
                        nd::Sub::apply(nd::both(nd::arg(nd::P0, &x0), nd::lit(s0))),
                    ),
                    nd::value(nd::P1),
                ),
            );
            let body = nd::put(nd::best_index(nd::temp(nd::P0, &t0)));
            let reads = (nd::read(&t0), ());
            let result = nd::broadcast_scalar(
                Kernel,
                operands,
                &[],
                &[],
                (t0, ()),
                reads,
                body,
            );
            nd::Outcome(result).unwrap()
        }
    }
}
