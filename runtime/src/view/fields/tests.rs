//! What Miri looks at: reads and writes of fields, and no others.

use crate::array::Array;
use crate::view::View;
use crate::{field, field_mut};

#[derive(Clone, Copy, Debug, PartialEq)]
struct Mixed {
    small: u8,
    wide: [i64; 2],
    pair: (u16, bool),
}

fn mixed(n: usize) -> Mixed {
    Mixed { small: n as u8, wide: [n as i64, -(n as i64)], pair: (n as u16, n % 2 == 1) }
}

#[test]
fn fields_of_turned_and_stepped_views() {
    let mut a = Array::from_fn((3, 4), |[i, j]| mixed(4 * i + j));
    assert_eq!(field!(a.t(), wide)[[3, 2, 1]], -11);
    assert_eq!(field!(a.reverse::<1>(), pair.1).to_vec(), [true, false].repeat(6));
    field_mut!(a.t_mut().reverse_mut::<0>(), wide[0]).fill(5);
    let mut small = field_mut!(a, small);
    small.iter_mut().for_each(|small| *small += 100);
    small[[2, 3]] = 7;
    for (index, element) in a.indexed_iter() {
        let n = 4 * index[0] + index[1];
        let small = if n == 11 { 7 } else { n as u8 + 100 };
        assert_eq!(*element, Mixed { small, wide: [5, -(n as i64)], ..mixed(n) });
    }
}

#[test]
fn variants_of_an_enum() {
    #[derive(Clone, Copy)]
    #[repr(C)]
    enum Either {
        Left(u8),
        Right(u8, u64),
    }
    let left = |either: &Either| matches!(either, Either::Left(_));
    let mut a = [Either::Left(3), Either::Left(4), Either::Right(5, 6)];
    // A closure as the macro would never write it: a part that not every variant has.
    let numbers = super::field(View::from_slice_strided(&a, 2, [1], 0).unwrap(), |either| match either {
        Either::Left(number) | Either::Right(number, _) => number,
    });
    assert_eq!(super::FieldOf::view(numbers), [3, 4]);
    let kept = super::field_mut(crate::view::ViewMut::from_slice_strided(&mut a, 2, [1], 0).unwrap(), |either| {
        *either = Either::Right(9, 10);
        match either {
            Either::Left(_) => unreachable!(),
            Either::Right(_, number) => number,
        }
    });
    super::FieldOf::view_mut(kept).fill(11);
    assert!(a.iter().all(|either| !left(either)));
    assert!(matches!(a, [Either::Right(9, 11), Either::Right(9, 11), Either::Right(5, 6)]));
}
