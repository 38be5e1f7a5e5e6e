//! The built-in guide, and guides with something wrong.

use madoguchi::guide::{Source, load};

#[test]
fn the_built_in_guide_loads() {
    let (guide, problems) = load(&Source::BuiltIn);
    assert_eq!(problems, []);
    let guide = guide.unwrap();
    assert_eq!(guide.articles.len(), 8);
    assert_eq!(guide.sections().count(), 38);
}
