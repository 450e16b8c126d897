pub fn trace(a: View2<'_, f64>) -> Result<f64, ShapeError> {
    match (&a,) {
        (x0,) => {
            use ::ndweave::macro_support as nd;
            nd::kernel!("einsum" 1 1, ["i"], "a"[0, 0] => ""[], [& [0]], false);
            let x0 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x0));
            let axis_i = nd::axis(nd::Num::<0>, &x0);
            nd::label::i::Diagonal::agree(nd::pair(axis_i, nd::axis(nd::Num::<1>, &x0)));
            let operands = (x0, ());
            let terms = nd::Term::first_plus(nd::product(nd::Num::<0>, operands));
            nd::evaluate_scalar(Kernel, operands, &[], terms)
        }
    }
}
