pub fn ramp(x0: f64, dx: f64) -> Array<f64, shape![5]> {
    match (&x0, &dx, 0, 5) {
        (s0, s1, start0, end0) => {
            use ::ndweave::macro_support as nd;
            nd::program!(
                "broadcast" 1 0, ["i"], [], [""[0]], [], [nd::Read::Index(0)], false
            );
            let axis_i = nd::ranged_by::<5>();
            let s0 = nd::ScopeScalar::scalar(s0);
            let s1 = nd::ScopeScalar::scalar(s1);
            let operands = ();
            let body = nd::put(
                nd::Add::apply(
                    nd::both(
                        nd::lit(s0),
                        nd::Mul::apply(
                            nd::both(
                                nd::lit(s1),
                                nd::Cast::<f64, _, _>::apply(nd::value(nd::P0)),
                            ),
                        ),
                    ),
                ),
            );
            let reads = (nd::number(), ());
            let shape = nd::Tuple((axis_i,));
            let result = nd::broadcast(
                Kernel,
                operands,
                &[],
                &[
                    nd::range(
                        0,
                        nd::FixedIndex::fixed_index(start0),
                        nd::FixedIndex::fixed_index(end0),
                    ),
                ],
                shape,
                (),
                reads,
                body,
            );
            nd::Outcome(result).unwrap()
        }
    }
}
