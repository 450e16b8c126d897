//! Elements: numbers of all sizes, structs, and bytes in another order.

use ndweave::{Array, Array1, broadcast, field, field_mut};

use crate::lesson::{code, section, show, text, value};

/// A complex number of integers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Gauss {
    re: i32,
    im: i32,
}

/// How much memory elements take.
pub fn types() {
    section("Elements");
    text(
        "Floats, integers of 8 to 128 bits, bool and complex numbers; any other Copy number of yours after element!(…). The \
         type says how much memory an element takes:",
    );
    let i16: Array1<u16> = Array::arange(0, 100, 1);
    let i64: Array1<u64> = Array::arange(0, 100, 1);
    value(format!("u16: {} bytes, u64: {} bytes", size_of_val(i16.as_slice()), size_of_val(i64.as_slice())));
    assert_eq!((size_of_val(i16.as_slice()), size_of_val(i64.as_slice())), (200, 800));
    text(
        "Text, dates and objects can be elements of a NumPy array, but it does not compute with them. Here they stand in a Vec.",
    );
}

/// An array of structs, and views of their fields.
pub fn gaussian_integers() {
    section("Structured elements");
    text(
        "A structured dtype is a struct. Any Copy struct can be the element of an array, and a field of all structs is a view, \
         with strides that step over the rest:",
    );
    code("struct Gauss { re: i32, im: i32 }");
    let mut c2 = Array::full(2, Gauss::default());
    c2[[0]] = Gauss { re: 1, im: 1 };
    c2[[1]] = Gauss { re: 2, im: -1 };
    value(c2.iter().map(|g| format!("{}{:+}i", g.re, g.im)).collect::<Vec<_>>().join("\n"));
    show!(field!(c2, re));
    value(format!("strides {:?}", field!(c2, re).strides()));
    assert_eq!(field!(c2, im).strides(), [2]);

    text("Fields are operands: the norms of all numbers, without a copy, and the conjugates, in place.");
    let (re, im) = (field!(c2, re), field!(c2, im));
    assert_eq!(show!(broadcast!(re * re + im * im)), [2, 5]);
    code("let mut im = field_mut!(c2, im);\nbroadcast!(im = -im);");
    let mut im = field_mut!(c2, im);
    broadcast!(im = -im);
    assert_eq!(c2.as_slice(), [Gauss { re: 1, im: -1 }, Gauss { re: 2, im: 1 }]);
    text("No dictionary is asked for a field's name while the program runs; a name that is none does not compile.");
}

/// Big and little ends.
pub fn byte_order() {
    section("Byte order");
    text(
        "NumPy's '>u2' is an array whose bytes stand the other way round, turned at every access. A Rust integer has the \
         machine's order; data from elsewhere is turned once, where it comes in:",
    );
    code(
        "let big: Array1<u16> = …;    // read from a file whose numbers start with the big end\nlet numbers = big.mapv(u16::from_be);",
    );
    let big = Array::from_vec(vec![u16::from_ne_bytes([0x00, 0x05]), u16::from_ne_bytes([0x01, 0x00])]);
    let numbers = big.mapv(u16::from_be);
    assert_eq!(numbers, [5, 256]);
    for order in [5u16.to_be_bytes(), 5u16.to_le_bytes()] {
        value(format!("{order:02x?}  {:016b}", 5));
    }
    text("The bits of the number are the same in both; only the bytes move.");
}
