//! By what MDX is known.

/// Whether a file is MDX whatever its name says: comments of its kind, or components that it imports.
pub(super) fn looks_like_mdx(text: &str) -> bool {
    const SIGNS: [&str; 6] = [
        "{/*",
        " className=",
        " style={{",
        " src={",
        " href={",
        " onClick={",
    ];
    let imports = |line: &str| line.starts_with("import ") && is_import(line);
    SIGNS.iter().any(|sign| text.contains(sign))
        || text.trim_start().lines().next().is_some_and(imports)
        || (has_imported(text) && text.lines().any(imports))
}

/// Whether a text may have components, or elements that say that they hold Markdown.
pub(super) fn has_components(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_custom = |(at, _)| is_custom(&bytes[at + 1..]);
    has_imported(text)
        || text.match_indices('<').any(is_custom)
        || [" markdown=", " markdown>"]
            .iter()
            .any(|sign| text.contains(sign))
}

/// Whether a text has components of the kind that has to be imported.
fn has_imported(text: &str) -> bool {
    let mut pairs = text.as_bytes().windows(2);
    pairs.any(|pair| pair[0] == b'<' && pair[1].is_ascii_uppercase())
}

/// Whether a name of lower case with a hyphen in it begins here, as elements have that are none of HTML's.
fn is_custom(bytes: &[u8]) -> bool {
    let is_part = |byte: &&u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let first = bytes.iter().take_while(is_part).count();
    first > 0 && bytes.get(first) == Some(&b'-')
}

pub(super) fn is_import(line: &str) -> bool {
    let rest = line["import ".len()..].trim_start();
    let names_more =
        rest.starts_with(['{', '*']) && (line.contains(" from ") || !line.contains('}'));
    let names_one = rest.contains(" from '") || rest.contains(" from \"");
    rest.starts_with(['"', '\'']) || names_more || names_one
}

pub(super) fn is_export(line: &str) -> bool {
    let rest = line["export ".len()..].trim_start();
    [
        "const ",
        "default ",
        "function ",
        "let ",
        "var ",
        "async ",
        "class ",
        "{",
        "*",
        "type ",
        "interface ",
    ]
    .iter()
    .any(|word| rest.starts_with(word))
}
