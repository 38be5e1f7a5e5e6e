//! Sizes of pictures, as editors write them beside address or words.

/// Whether a text is a size: `300`, `300x200`, `50%`, `300x`, `x200`.
pub(in crate::guide::dialect) fn is(text: &str) -> bool {
    let is_length = |length: &str| {
        let digits = length.trim_end_matches("px").trim_end_matches('%');
        digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let (width, height) = text.split_once('x').unwrap_or((text, ""));
    text.contains(|c: char| c.is_ascii_digit()) && is_length(width) && is_length(height)
}

/// What stands between the brackets of a picture without its size, `url =300x200`; `None` if there is none.
pub(super) fn without(address: &str) -> Option<String> {
    let (before, rest) = address.split_once(" =")?;
    let end = rest.find(' ').unwrap_or(rest.len());
    let (size, title) = rest.split_at(end);
    is(size).then(|| format!("{}{title}", before.trim_end()))
}
