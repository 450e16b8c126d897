//! One entry of the table: how its operands come to be, and what is known of its result.

use crate::laid::{Laid, Number, row_major};
use crate::oracle::Plain;
use crate::table::TABLE;

pub struct Entry {
    pub name: &'static str,
    pub dtype: &'static str,
    pub spec: &'static str,
    pub recipes: &'static [Recipe],
    pub extents: &'static [usize],
    pub expect: Expect,
}

/// How an operand's values are drawn, and where they lie.
pub struct Recipe {
    pub extents: &'static [usize],
    pub seed: u64,
    pub lo: i64,
    pub n: u64,
    pub memory: Option<Memory>,
}

pub struct Memory {
    pub strides: &'static [isize],
    pub offset: usize,
    pub len: usize,
    /// Whether the values fill the buffer, and the view reads some of them more than once.
    pub fills_buffer: bool,
}

pub enum Expect {
    All(&'static [i64]),
    /// The sum, the sum weighted by `k % 97 + 1`, and some elements with their positions.
    Digest {
        sum: i64,
        weighted: i64,
        probes: &'static [(usize, i64)],
    },
}

impl Recipe {
    fn values(&self) -> impl Iterator<Item = i64> {
        let mut state = self.seed;
        std::iter::repeat_with(move || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            self.lo + ((state >> 33) % self.n) as i64
        })
    }

    fn lay<T: Number>(&self) -> Laid<T> {
        let Some(memory) = &self.memory else {
            let len = self.extents.iter().product();
            return Laid::empty(self.extents, &row_major(self.extents), 0, len).fill(self.values());
        };
        let mut laid = Laid::empty(self.extents, memory.strides, memory.offset, memory.len);
        if memory.fills_buffer {
            laid.buffer = self.values().take(memory.len).map(T::from_i64).collect();
            return laid;
        }
        laid.fill(self.values())
    }
}

/// The entry with this name.
pub fn entry(name: &str) -> &'static Entry {
    TABLE.iter().find(|entry| entry.name == name).expect("calls and table are written together")
}

impl Entry {
    pub fn operands<T: Number>(&self) -> Vec<Laid<T>> {
        self.recipes.iter().map(Recipe::lay).collect()
    }

    #[track_caller]
    pub fn check(&self, form: &str, result: Plain<i64>) {
        let Entry { name, spec, .. } = self;
        assert_eq!(result.extents, self.extents, "{name} `{spec}` in {form}: extents");
        match self.expect {
            Expect::All(values) => assert_eq!(result.values, values, "{name} `{spec}` in {form}"),
            Expect::Digest { sum, weighted, probes } => {
                for &(k, value) in probes {
                    assert_eq!(result.values[k], value, "{name} `{spec}` in {form}: element {k}");
                }
                assert_eq!(result.values.iter().sum::<i64>(), sum, "{name} `{spec}` in {form}: sum");
                let weigh = |(k, x): (usize, &i64)| x * (k as i64 % 97 + 1);
                let got: i64 = result.values.iter().enumerate().map(weigh).sum();
                assert_eq!(got, weighted, "{name} `{spec}` in {form}: weighted sum");
            }
        }
    }
}

/// The data recipe's own check values.
#[test]
fn draws_are_those_of_the_recipe() {
    let draw = |seed, lo, n, count| {
        let recipe = Recipe { extents: &[], seed, lo, n, memory: None };
        recipe.values().take(count).collect::<Vec<_>>()
    };
    assert_eq!(draw(1, -3, 7, 10), [-2, -2, -2, -1, 2, -2, 0, 0, 2, 1]);
    assert_eq!(draw(42, 0, 1000, 6), [334, 26, 538, 503, 294, 156]);
}
