pub fn lookup(t: &Array2<f64>, ix: &[u32], y: &Array1<f64>) -> Array2<f64> {
    match (&t, &ix, &y) {
        (x0, x1, x2) => {
            use ::ndweave::macro_support as nd;
            nd::program!(
                "broadcast" 2 3, ["i", "j"], ["t"[nd::GATHERED, 1], "ix"[0], "y"[1]],
                [""[0, 1]], [], [nd::Read::Operand(0), nd::Read::Operand(2)], false, 0 by
                1
            );
            let x0 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x0));
            let x1 = nd::Ranked::<1, _>::operand(nd::Operand::ndweave_bind(x1));
            let x1 = nd::IndexElement::index(x1);
            let x2 = nd::Ranked::<1, _>::operand(nd::Operand::ndweave_bind(x2));
            let axis_i = nd::axis(nd::Num::<0>, &x1);
            let axis_j = nd::axis(nd::Num::<1>, &x0);
            let axis_j = nd::label::j::Operands::agree(
                nd::pair(axis_j, nd::axis(nd::Num::<0>, &x2)),
            );
            let operands = (x0, (x1, (x2, ())));
            let body = nd::put(
                nd::Mul::apply(nd::both(nd::arg(nd::P0, &x0), nd::arg(nd::P1, &x2))),
            );
            let reads = (x0, (x2, ()));
            let shape = nd::Tuple((axis_i, axis_j));
            let result = nd::broadcast(
                Kernel,
                operands,
                &[],
                &[],
                shape,
                (),
                reads,
                body,
            );
            nd::Outcome(result).unwrap()
        }
    }
}
