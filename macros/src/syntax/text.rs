//! NumPy's subscript strings: `"ij,jk->ik"`, with `...` and implicit output.

/// A subscript string.
#[derive(Debug, PartialEq)]
pub struct Subscripts {
    /// One entry an operand.
    pub inputs: Vec<Vec<Letter>>,
    /// The output, where it is written.
    pub output: Option<Vec<Letter>>,
}

/// A letter or an ellipsis, with its place in the string, counted in characters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Letter {
    Label(char, usize),
    Ellipsis(usize),
}

impl Letter {
    /// The place in the string.
    pub fn place(self) -> usize {
        match self {
            Letter::Label(_, place) | Letter::Ellipsis(place) => place,
        }
    }
}

/// A mistake in a subscript string, and where it stands.
#[derive(Debug, PartialEq)]
pub struct TextError {
    pub place: usize,
    pub message: String,
}

/// Reads a subscript string. White space is allowed anywhere but inside `...` and `->`, as NumPy allows it.
pub fn parse_text(text: &str) -> Result<Subscripts, Vec<TextError>> {
    let mut reader = Reader { chars: text.chars().collect(), place: 0, errors: Vec::new() };
    let mut inputs = vec![Vec::new()];
    let mut output: Option<Vec<Letter>> = None;
    while let Some(&char) = reader.chars.get(reader.place) {
        let place = reader.place;
        reader.place += 1;
        match char {
            ' ' | '\t' | '\n' | '\r' => {}
            ',' if output.is_some() => reader.error(place, "a comma in the output: there is one output"),
            ',' => inputs.push(Vec::new()),
            '.' => {
                let ellipsis = reader.read_ellipsis(place);
                current(&mut inputs, &mut output).extend(ellipsis);
            }
            '-' => reader.read_arrow(place, &mut output),
            letter if letter.is_ascii_alphabetic() => {
                current(&mut inputs, &mut output).push(Letter::Label(letter, place));
            }
            '>' => reader.error(place, "`>` without `-`: the arrow is `->`"),
            other => reader.error(place, &format!("`{other}` is not a label: labels are the letters a-z and A-Z")),
        }
    }
    if reader.errors.is_empty() { Ok(Subscripts { inputs, output }) } else { Err(reader.errors) }
}

/// The list that the next letter belongs to.
fn current<'a>(inputs: &'a mut [Vec<Letter>], output: &'a mut Option<Vec<Letter>>) -> &'a mut Vec<Letter> {
    match (output, inputs.last_mut()) {
        (Some(output), _) => output,
        (None, Some(input)) => input,
        // `inputs` starts with one entry and only grows.
        (output @ None, None) => output.insert(Vec::new()),
    }
}

struct Reader {
    chars: Vec<char>,
    place: usize,
    errors: Vec<TextError>,
}

impl Reader {
    fn error(&mut self, place: usize, message: &str) {
        self.errors.push(TextError { place, message: message.to_owned() });
    }

    /// The rest of `...`, whose first dot stood at `place`.
    fn read_ellipsis(&mut self, place: usize) -> Option<Letter> {
        let dots = 1 + self.chars[self.place..].iter().take_while(|&&char| char == '.').count();
        self.place += dots - 1;
        if dots == 3 {
            return Some(Letter::Ellipsis(place));
        }
        let written = ".".repeat(dots);
        self.error(place, &format!("`{written}` is not an ellipsis: an ellipsis is three dots, `...`"));
        None
    }

    /// The rest of `->`, whose minus sign stood at `place`.
    fn read_arrow(&mut self, place: usize, output: &mut Option<Vec<Letter>>) {
        if self.chars.get(self.place) != Some(&'>') {
            return self.error(place, "`-` without `>`: the arrow is `->`");
        }
        self.place += 1;
        if output.is_some() {
            return self.error(place, "a second `->`: there is one output");
        }
        *output = Some(Vec::new());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<Letter> {
        text.chars().enumerate().map(|(place, letter)| Letter::Label(letter, place)).collect()
    }

    #[test]
    fn reads_numpys_forms() {
        let read = parse_text("ij").unwrap();
        assert_eq!((read.inputs, read.output), (vec![letters("ij")], None));
        let read = parse_text("i -> ").unwrap();
        assert_eq!((read.inputs, read.output), (vec![letters("i")], Some(vec![])));
        let read = parse_text("...i,").unwrap();
        assert_eq!(read.inputs, [vec![Letter::Ellipsis(0), Letter::Label('i', 3)], vec![]]);
    }

    #[test]
    fn reports_every_mistake_at_its_place() {
        let places = |text| -> Vec<usize> { parse_text(text).unwrap_err().iter().map(|error| error.place).collect() };
        assert_eq!(places("i1,j.->k"), [1, 4]);
        assert_eq!(places("i->j->k"), [4]);
        assert_eq!(places("ij>-ji"), [2, 3]);
        assert_eq!(places("i->j,k"), [4]);
    }
}
