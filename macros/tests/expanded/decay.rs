pub fn decay(x: &[f64]) -> Array1<f64> {
    match (&x,) {
        (x0,) => {
            use ::ndweave::macro_support as nd;
            nd::kernel!("einsum" 1 1, ["i"], "x"[0] => ""[0], [& [0]], false);
            let x0 = nd::Ranked::<1, _>::operand(nd::Operand::ndweave_bind(x0));
            let axis_i = nd::axis(nd::Num::<0>, &x0);
            let operands = (x0, ());
            let terms = nd::Term::first_plus(
                nd::general(
                    nd::Num::<0>,
                    operands,
                    nd::Exp::apply(nd::Neg::apply(nd::arg(nd::P0, &x0))),
                ),
            );
            let shape = nd::Tuple((axis_i,));
            let result = nd::evaluate(Kernel, operands, &[], shape, terms);
            nd::Outcome(result).unwrap()
        }
    }
}
