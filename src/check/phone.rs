//! Telephone and card numbers in what a reader typed, and what the guide says of them.

use std::ops::Range;

use super::{Finding, How, Kind, Near, Verdict, called_by};
use crate::guide::Guide;
use crate::text::phone::{Book, Class, Look, Number, read};

/// The numbers in a text, besides what stands in the addresses.
pub(super) fn find(guide: &Guide, text: &str, addresses: &[Range<usize>]) -> Vec<Finding> {
    let book = book(guide);
    let reading = read(&book, text, addresses);
    let cards = reading.cards.into_iter().map(|range| Finding {
        range,
        kind: Kind::Card,
        verdict: Verdict::CardNumber,
    });
    let numbers = reading.numbers.into_iter().map(|number| Finding {
        verdict: verdict(guide, &book, &number),
        range: number.range,
        kind: Kind::Phone,
    });
    numbers.chain(cards).collect()
}

/// What the guide says of numbers.
pub(super) fn book(guide: &Guide) -> Book {
    Book::new(&guide.official_numbers).with_innocent(&guide.not_numbers)
}

fn verdict(guide: &Guide, book: &Book, number: &Number) -> Verdict {
    match number.class {
        Class::Official { place, look } => {
            let as_written = guide.official_numbers[place].clone();
            match look {
                Look::Plain => Verdict::Listed {
                    desks: called_by(guide, &as_written),
                    as_written,
                },
                Look::Letters => Verdict::Lookalike {
                    of: as_written,
                    how: How::LettersForDigits,
                },
                Look::Unusual | Look::Enclosed => Verdict::UnusualSigns { of: as_written },
            }
        }
        Class::Beginning => Verdict::Incomplete,
        Class::Other | Class::Misshapen | Class::Possible if book.is_empty() => {
            Verdict::NothingListed
        }
        Class::Other | Class::Misshapen | Class::Possible => {
            let near = book.nearest(&number.digits);
            let near = near.map(|(place, difference)| Near {
                as_written: guide.official_numbers[place].clone(),
                difference,
            });
            Verdict::NotListed { near }
        }
    }
}
