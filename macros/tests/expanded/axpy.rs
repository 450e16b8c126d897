pub fn axpy(y: &mut Array2<f64>, a: f64, x: &Array1<f64>) {
    use ::ndweave::macro_support::BindTarget as _;
    match (&a, &x, (y).ndweave_target()) {
        (x0, x1, out0) => {
            use ::ndweave::macro_support as nd;
            nd::program!(
                "broadcast" 8 2, [], ["a"[nd::ELLIPSIS], "x"[nd::ELLIPSIS]],
                ["y"[nd::ELLIPSIS]], [], [nd::Read::Operand(0), nd::Read::Operand(1)],
                false
            );
            let out0 = nd::RankedAtLeast::<
                0,
                _,
            >::target(nd::OperandMut::ndweave_bind_mut(out0));
            let x0 = nd::RankedAtLeast::<
                0,
                _,
            >::operand(nd::Operand::ndweave_bind(nd::settled!(x0)));
            let x1 = nd::RankedAtLeast::<
                0,
                _,
            >::operand(nd::Operand::ndweave_bind(nd::settled!(x1)));
            let ellipsis = nd::ellipsis(nd::Num::<0>, nd::Num::<0>, &x0);
            let ellipsis = nd::agree_ellipsis!(
                Operands, ellipsis, nd::ellipsis(nd::Num:: < 0 >, nd::Num:: < 0 >, & x1)
            );
            nd::agree_ellipsis!(
                Target, ellipsis, nd::ellipsis(nd::Num:: < 0 >, nd::Num:: < 0 >, & out0)
            );
            let operands = (x0, (x1, ()));
            let body = nd::Writes::checked(
                nd::write(
                    &out0,
                    nd::Accumulate,
                    nd::Mul::apply(nd::both(nd::arg(nd::P0, &x0), nd::arg(nd::P1, &x1))),
                ),
            );
            let reads = (x0, (x1, ()));
            let targets = (out0, ());
            nd::done(
                nd::broadcast_into(
                    Kernel,
                    operands,
                    &[],
                    &[],
                    targets,
                    &[],
                    (),
                    reads,
                    body,
                ),
            )
        }
    }
}
