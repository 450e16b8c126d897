//! Random arrays, from any generator of the crate `rand`; behind the feature `rand`.

use core::fmt::Display;

use num_traits::Float;
use rand::Rng;
use rand::distr::uniform::{SampleUniform, Uniform};
use rand::distr::weighted::WeightedIndex;
use rand::seq::{SliceRandom, index};
use rand_distr::{Distribution, Normal, StandardNormal};

use crate::array::{Array, Array1};
use crate::axes::EditAxis;
use crate::element::Element;
use crate::error::{ShapeError, expect};
use crate::extent::Dyn;
use crate::shape::{IntoShape, Shape};
use crate::slicing::IndexNumber;
use crate::view::{View, ViewMut};

impl<T: Copy, S: Shape> Array<T, S> {
    /// An array of independent samples of a distribution, drawn in row-major order.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// use rand::{SeedableRng, rngs::StdRng};
    /// use rand_distr::Exp;
    /// let mut rng = StdRng::seed_from_u64(7);
    /// let waits = Array::sampled((2, 3), &Exp::new(0.5).unwrap(), &mut rng);
    /// assert!(waits.iter().all(|wait: &f64| *wait >= 0.0));
    /// ```
    ///
    /// # Panics
    ///
    /// When the shape is too large to exist.
    #[track_caller]
    pub fn sampled(
        shape: impl IntoShape<Shape = S>,
        distribution: &impl Distribution<T>,
        rng: &mut (impl Rng + ?Sized),
    ) -> Self {
        Self::from_fn(shape, |_| distribution.sample(rng))
    }

    /// An array of numbers drawn evenly from a range, `0.0..1.0` or `-1.0..=1.0`.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// use rand::{SeedableRng, rngs::StdRng};
    /// let x = Array::uniform((2, 3), -1.0..1.0, &mut StdRng::seed_from_u64(7));
    /// assert!(x.iter().all(|x| (-1.0..1.0).contains(x)));
    /// ```
    ///
    /// # Panics
    ///
    /// When the range is empty or not finite, or the shape is too large to exist.
    #[track_caller]
    pub fn uniform<R>(shape: impl IntoShape<Shape = S>, range: R, rng: &mut (impl Rng + ?Sized)) -> Self
    where
        T: SampleUniform + Float,
        Uniform<T>: TryFrom<R, Error: Display>,
    {
        Self::sampled(shape, &expect(even("uniform", range)), rng)
    }

    /// An array of integers drawn evenly from a range, `0..6` or `1..=6`.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// use rand::{SeedableRng, rngs::StdRng};
    /// let dice = Array::integers(10, 1..=6, &mut StdRng::seed_from_u64(7));
    /// assert!(dice.iter().all(|n| (1..=6).contains(n)));
    /// ```
    ///
    /// # Panics
    ///
    /// When the range is empty, or the shape is too large to exist.
    #[track_caller]
    pub fn integers<R>(shape: impl IntoShape<Shape = S>, range: R, rng: &mut (impl Rng + ?Sized)) -> Self
    where
        T: SampleUniform + IndexNumber,
        Uniform<T>: TryFrom<R, Error: Display>,
    {
        Self::sampled(shape, &expect(even("integers", range)), rng)
    }

    /// An array of normally distributed numbers.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// use rand::{SeedableRng, rngs::StdRng};
    /// let x = Array::normal(1000, 5.0, 0.1, &mut StdRng::seed_from_u64(7));
    /// assert!((x.iter().sum::<f64>() / 1000.0 - 5.0).abs() < 0.02);
    /// ```
    ///
    /// # Panics
    ///
    /// When the deviation is negative or not finite, or the shape is too large to exist.
    #[track_caller]
    pub fn normal(shape: impl IntoShape<Shape = S>, mean: T, deviation: T, rng: &mut (impl Rng + ?Sized)) -> Self
    where
        T: Element + rand_distr::num_traits::Float,
        StandardNormal: Distribution<T>,
    {
        let zero = <T as Element>::zero();
        match Normal::new(mean, deviation) {
            Ok(normal) if deviation >= zero => Self::sampled(shape, &normal, rng),
            _ => ShapeError::new(format!("normal: {deviation:?} is no standard deviation")).raise(),
        }
    }
}

/// The even distribution over a range.
fn even<T: SampleUniform, R>(what: &str, range: R) -> Result<Uniform<T>, ShapeError>
where
    Uniform<T>: TryFrom<R, Error: Display>,
{
    Uniform::try_from(range).map_err(|error| ShapeError::new(format!("{what}: no number can be drawn: {error}")))
}

impl Array1<usize> {
    /// The numbers from 0 up to `count`, each once, in random order.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// use rand::{SeedableRng, rngs::StdRng};
    /// let mut order = Array::permutation(5, &mut StdRng::seed_from_u64(7)).to_vec();
    /// order.sort();
    /// assert_eq!(order, [0, 1, 2, 3, 4]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the array would be too large to exist.
    #[track_caller]
    pub fn permutation(count: usize, rng: &mut (impl Rng + ?Sized)) -> Self {
        let mut order = Self::from_fn(count, |[i]| i);
        order.as_mut_slice().shuffle(rng);
        order
    }
}

/// How [`Array::choice`] draws entries.
#[derive(Clone, Copy, Debug)]
pub enum Draw<'a> {
    /// Any entry each time, all with the same probability.
    Again,
    /// No entry twice, all with the same probability.
    Once,
    /// Any entry each time, with probabilities in the ratio of these weights.
    AgainBy(&'a [f64]),
    /// No entry twice; each time, with probabilities in the ratio of the weights of those that are left.
    OnceBy(&'a [f64]),
}

impl Draw<'_> {
    /// `count` numbers below `len`.
    fn indices(self, len: usize, count: usize, rng: &mut (impl Rng + ?Sized)) -> Result<Vec<usize>, ShapeError> {
        let refused = |why: String| ShapeError::new(format!("choice: {why}"));
        if let Draw::AgainBy(weights) | Draw::OnceBy(weights) = self
            && weights.len() != len
        {
            return Err(refused(format!("there are {} weights for {len} entries", weights.len())));
        }
        if len == 0 && count > 0 {
            return Err(refused(format!("{count} of no entries")));
        }
        if let Draw::Once | Draw::OnceBy(_) = self
            && count > len
        {
            return Err(refused(format!("{count} different ones of {len} entries")));
        }
        match self {
            Draw::Again if count == 0 => Ok(Vec::new()),
            Draw::Again => {
                let even = even("choice", 0..len)?;
                Ok((0..count).map(|_| even.sample(rng)).collect())
            }
            Draw::Once => Ok(index::sample(rng, len, count).into_vec()),
            Draw::AgainBy(weights) => {
                let weighted = WeightedIndex::new(weights).map_err(|error| refused(error.to_string()))?;
                Ok((0..count).map(|_| weighted.sample(rng)).collect())
            }
            Draw::OnceBy(weights) => {
                let sample = index::sample_weighted(rng, len, |entry| weights[entry], count);
                let mut indices = sample.map_err(|error| refused(error.to_string()))?.into_vec();
                if indices.len() < count {
                    let likely = weights.iter().filter(|weight| **weight > 0.0).count();
                    return Err(refused(format!("{count} different ones, but only {likely} weights are positive")));
                }
                indices.shuffle(rng);
                Ok(indices)
            }
        }
    }
}

impl<T: Copy, S: Shape> View<'_, T, S> {
    /// As [`Array::choice`].
    #[track_caller]
    pub fn choice<const AXIS: usize>(
        &self,
        count: usize,
        draw: Draw<'_>,
        rng: &mut (impl Rng + ?Sized),
    ) -> Array<T, S::With<Dyn>>
    where
        S: EditAxis<AXIS>,
    {
        expect(self.try_choice::<AXIS>(count, draw, rng))
    }

    /// As [`Array::try_choice`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn try_choice<const AXIS: usize>(
        &self,
        count: usize,
        draw: Draw<'_>,
        rng: &mut (impl Rng + ?Sized),
    ) -> Result<Array<T, S::With<Dyn>>, ShapeError>
    where
        S: EditAxis<AXIS>,
    {
        let entries = Array1::from_vec(draw.indices(self.extents().as_ref()[AXIS], count, rng)?);
        self.try_select::<AXIS>(&entries)
    }
}

impl<T: Copy, S: Shape> ViewMut<'_, T, S> {
    /// As [`Array::shuffle`].
    pub fn shuffle<const AXIS: usize>(&mut self, rng: &mut (impl Rng + ?Sized))
    where
        S: EditAxis<AXIS>,
    {
        let order = Array1::permutation(self.extents().as_ref()[AXIS], rng);
        let shuffled = self.select::<AXIS>(&order);
        self.assign(&shuffled);
    }
}

impl<T: Copy, S: Shape> Array<T, S> {
    /// Puts the entries of axis `AXIS` into random order.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// use rand::{SeedableRng, rngs::StdRng};
    /// let mut a = Array::from([[1, 2], [3, 4], [5, 6]]);
    /// a.shuffle::<0>(&mut StdRng::seed_from_u64(7));
    /// assert!((0..3).all(|i| a[[i, 1]] == a[[i, 0]] + 1));
    /// ```
    pub fn shuffle<const AXIS: usize>(&mut self, rng: &mut (impl Rng + ?Sized))
    where
        S: EditAxis<AXIS>,
    {
        self.view_mut().shuffle::<AXIS>(rng);
    }

    /// `count` entries of axis `AXIS`, drawn at random as [`Draw`] says.
    ///
    /// ```
    /// use ndweave_runtime::{Array, Draw};
    /// use rand::{SeedableRng, rngs::StdRng};
    /// let mut rng = StdRng::seed_from_u64(7);
    /// let cards = Array::arange(0, 52, 1);
    /// let hand = cards.choice::<0>(5, Draw::Once, &mut rng);
    /// assert_eq!(hand.len(), 5);
    /// let loaded = Array::from([1, 2, 3, 4, 5, 6]).choice::<0>(20, Draw::AgainBy(&[0.0, 0.0, 0.0, 0.0, 1.0, 9.0]), &mut rng);
    /// assert!(loaded.iter().all(|n| *n >= 5));
    /// ```
    ///
    /// # Panics
    ///
    /// When there are no entries, or not as many as are to be drawn once, or the weights are not one non-negative number for each entry
    /// with a positive sum.
    #[track_caller]
    pub fn choice<const AXIS: usize>(
        &self,
        count: usize,
        draw: Draw<'_>,
        rng: &mut (impl Rng + ?Sized),
    ) -> Array<T, S::With<Dyn>>
    where
        S: EditAxis<AXIS>,
    {
        self.view().choice::<AXIS>(count, draw, rng)
    }

    /// As [`Array::choice`], with a `Result`.
    ///
    /// # Errors
    ///
    /// When `choice` would panic.
    pub fn try_choice<const AXIS: usize>(
        &self,
        count: usize,
        draw: Draw<'_>,
        rng: &mut (impl Rng + ?Sized),
    ) -> Result<Array<T, S::With<Dyn>>, ShapeError>
    where
        S: EditAxis<AXIS>,
    {
        self.view().try_choice::<AXIS>(count, draw, rng)
    }
}
