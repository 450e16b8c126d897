pub fn moments(dev: &mut [f64], sq: &mut [f64], x: &[f64]) -> Result<(), ShapeError> {
    use ::ndweave::macro_support::BindTarget as _;
    match (&x, &x, (dev).ndweave_target(), (sq).ndweave_target()) {
        (x0, x1, out0, out1) => {
            use ::ndweave::macro_support as nd;
            nd::program!(
                "broadcast" 2 2, ["i", "k"], ["x"[0], "x"[1]], ["dev"[0], "sq"[0]], [[] /
                [1] [nd::Read::Operand(1)]], [nd::Read::Operand(0), nd::Read::Temp(0),
                nd::Read::Terms(0)], false
            );
            let out0 = nd::Ranked::<
                1,
                _,
            >::target(nd::OperandMut::ndweave_bind_mut(out0));
            let out1 = nd::Ranked::<
                1,
                _,
            >::target(nd::OperandMut::ndweave_bind_mut(out1));
            let x0 = nd::Ranked::<1, _>::operand(nd::Operand::ndweave_bind(x0));
            let x1 = nd::Ranked::<1, _>::operand(nd::Operand::ndweave_bind(x1));
            let axis_i = nd::axis(nd::Num::<0>, &x0);
            nd::label::i::Output::agree(nd::pair(axis_i, nd::axis(nd::Num::<0>, &out0)));
            nd::label::i::Output::agree(nd::pair(axis_i, nd::axis(nd::Num::<0>, &out1)));
            let operands = (x0, (x1, ()));
            let t0 = nd::MeanOf::reduce(nd::over((x1, ()), nd::arg(nd::P0, &x1)));
            let body = {
                let bound0 = nd::Sub::apply(
                    nd::both(
                        nd::arg(nd::P0, &x0),
                        nd::mean(nd::temp(nd::P1, &t0), nd::value(nd::P2)),
                    ),
                );
                let d = &bound0;
                nd::bind(
                    bound0,
                    nd::writes(
                        nd::Writes::checked(
                            nd::write(&out0, nd::Assign, nd::bound(nd::P0, d)),
                        ),
                        nd::masked(
                            nd::Where::check(
                                nd::Gt::apply(nd::both(nd::bound(nd::P0, d), nd::lit(0.0))),
                            ),
                            nd::Writes::checked(
                                nd::write(
                                    &out1,
                                    nd::Accumulate,
                                    nd::Mul::apply(
                                        nd::both(nd::bound(nd::P0, d), nd::bound(nd::P0, d)),
                                    ),
                                ),
                            ),
                        ),
                    ),
                )
            };
            let reads = (x0, (nd::read(&t0), (nd::number(), ())));
            let targets = (out0, (out1, ()));
            nd::broadcast_into(
                Kernel,
                operands,
                &[],
                &[],
                targets,
                &[],
                (t0, ()),
                reads,
                body,
            )
        }
    }
}
