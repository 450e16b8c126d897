pub fn row_sums(c: &mut Array1<f64>, a: &Array2<f64>) {
    use ::ndweave::macro_support::BindTarget as _;
    match (&a, (c).ndweave_target()) {
        (x0, out) => {
            use ::ndweave::macro_support as nd;
            nd::kernel!("einsum" 2 1, ["i", "j"], "a"[0, 1] => "c"[0], [& [0]], false);
            let out = nd::Ranked::<1, _>::target(nd::OperandMut::ndweave_bind_mut(out));
            let x0 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x0));
            let axis_i = nd::axis(nd::Num::<0>, &x0);
            nd::label::i::Output::agree(nd::pair(axis_i, nd::axis(nd::Num::<0>, &out)));
            let operands = (x0, ());
            let terms = nd::Term::first_plus(nd::product(nd::Num::<0>, operands));
            let terms = nd::Fits::fit(nd::fit(&out, terms));
            nd::done(
                nd::evaluate_into(Kernel, operands, &[], out, &[], nd::Accumulate, terms),
            )
        }
    }
}
