//! Whatever happens to a signed folder by chance: it is what was signed, or it is none.

use std::fs;

use super::place::Place;
use crate::support::Numbers;

const TIMES: usize = 400;

/// Something happens to the bytes of a file.
fn damage(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    let at = numbers.below(bytes.len().max(1));
    match numbers.below(5) {
        0 => bytes.truncate(at),
        1 if !bytes.is_empty() => bytes[at] ^= 1 << numbers.below(8),
        2 => bytes.insert(at, b'0'),
        3 if !bytes.is_empty() => drop(bytes.remove(at)),
        _ => bytes.extend_from_slice(b"\nx"),
    }
}

#[test]
fn what_is_damaged_is_the_same_or_nothing() {
    let Some(place) = Place::new() else { return };
    let whole = place.signed().open().expect("it was signed");
    let mut files: Vec<String> = whole.contents().names().map(str::to_owned).collect();
    files.extend([
        "guide.manifest".to_owned(),
        "guide.manifest.minisig".to_owned(),
    ]);
    let mut numbers = Numbers(7);
    let (mut refused, mut same) = (0, 0);
    for n in 0..TIMES {
        let file = &files[numbers.below(files.len())];
        let before = place.read(file);
        match numbers.below(8) {
            0 => fs::remove_file(place.guide().join(file)).unwrap(),
            1 => {
                let other = &files[numbers.below(files.len())];
                place.write(file, place.read(other));
            }
            _ => {
                let mut bytes = before.clone();
                damage(&mut bytes, &mut numbers);
                place.write(file, bytes);
            }
        }
        match place.signed().open() {
            Ok(release) => {
                // What nobody signs is the comment of the signature, and how its lines end.
                assert_eq!(release.contents(), whole.contents(), "{n}: {file}");
                same += 1;
            }
            Err(_) => refused += 1,
        }
        place.write(file, before);
    }
    assert!(refused > TIMES / 2 && same > 0, "{refused} {same}");
    assert!(place.load().is_ok());
}
