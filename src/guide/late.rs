//! A value that is read from its bytes when somebody asks for it: of a large guide nearly nothing is ever asked for.

use std::fmt;
use std::ops::{Deref, Index, Range};
use std::sync::{Arc, OnceLock};

use serde::de::{DeserializeOwned, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Behaves like its value. Bytes that are none of a value's are the default one.
pub struct Late<T> {
    /// Of postcard; empty where the value came first.
    bytes: Box<[u8]>,
    value: OnceLock<T>,
}

impl<T> From<T> for Late<T> {
    fn from(value: T) -> Self {
        Self {
            bytes: Box::default(),
            value: OnceLock::from(value),
        }
    }
}

impl<T: Default> Default for Late<T> {
    fn default() -> Self {
        T::default().into()
    }
}

impl<T: DeserializeOwned + Default> Late<T> {
    fn read(&self) -> T {
        postcard::from_bytes(&self.bytes).unwrap_or_default()
    }

    /// Makes another value of it.
    pub fn change(&mut self, change: impl FnOnce(&mut T)) {
        let mut value = self.value.take().unwrap_or_else(|| self.read());
        change(&mut value);
        *self = value.into();
    }
}

impl<T: DeserializeOwned + Default> Deref for Late<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value.get_or_init(|| self.read())
    }
}

impl<T: Clone> Clone for Late<T> {
    fn clone(&self) -> Self {
        Self {
            bytes: self.bytes.clone(),
            value: self.value.clone(),
        }
    }
}

impl<T: DeserializeOwned + Default + PartialEq> PartialEq for Late<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: DeserializeOwned + Default + Eq> Eq for Late<T> {}

impl<T: DeserializeOwned + Default + fmt::Debug> fmt::Debug for Late<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Serialize> Serialize for Late<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value.get() {
            Some(value) if self.bytes.is_empty() => {
                let bytes = postcard::to_stdvec(value).map_err(serde::ser::Error::custom)?;
                serializer.serialize_bytes(&bytes)
            }
            _ => serializer.serialize_bytes(&self.bytes),
        }
    }
}

impl<'de, T> Deserialize<'de> for Late<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = deserializer.deserialize_bytes(Borrowed)?;
        Ok(Self {
            bytes: bytes.into(),
            value: OnceLock::new(),
        })
    }
}

/// Some of the bytes that somebody keeps.
pub type Bytes<'a> = Box<dyn Deref<Target = [u8]> + 'a>;

/// Bytes that somebody keeps, and reads when they are asked for.
pub trait Kept: Send + Sync {
    /// How many there are.
    fn size(&self) -> usize;

    /// `None` where there are none, or others than were written.
    fn read(&self, range: Range<usize>) -> Option<Bytes<'_>>;
}

impl Kept for Vec<u8> {
    fn size(&self) -> usize {
        self.len()
    }

    fn read(&self, range: Range<usize>) -> Option<Bytes<'_>> {
        Some(Box::new(self.get(range)?))
    }
}

/// A list whose items are read one by one, each when somebody asks for it. Bytes that are none of an item's are the default
/// one.
#[derive(Clone)]
pub struct LateList<T> {
    len: usize,
    /// `None` where the items came first.
    kept: Option<KeptItems>,
    /// There is no room for them before somebody asks for the first.
    items: OnceLock<Box<[OnceLock<Box<T>>]>>,
}

/// Items of postcard, one behind the other.
#[derive(Clone)]
struct KeptItems {
    bytes: Arc<dyn Kept>,
    start: usize,
    /// Where each ends, counted from the start.
    ends: Box<[usize]>,
}

impl KeptItems {
    fn read(&self, at: usize) -> Option<Bytes<'_>> {
        let before = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        let place = |end| self.start.checked_add(end);
        self.bytes.read(place(before)?..place(*self.ends.get(at)?)?)
    }
}

impl<T> LateList<T> {
    /// Of items that have so many bytes each, which are kept one behind the other from `start` on.
    pub fn kept(bytes: &Arc<dyn Kept>, start: usize, lengths: &[u32]) -> Self {
        let mut end = 0_usize;
        let ends = lengths.iter().map(|&length| {
            end = end.saturating_add(length as usize);
            end
        });
        Self {
            len: lengths.len(),
            kept: Some(KeptItems {
                bytes: Arc::clone(bytes),
                start,
                ends: ends.collect(),
            }),
            items: OnceLock::new(),
        }
    }

    pub const fn len(&self) -> usize {
        self.len
    }

    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    fn items(&self) -> &[OnceLock<Box<T>>] {
        let none_read = || (0..self.len).map(|_| OnceLock::new()).collect();
        self.items.get_or_init(none_read)
    }
}

impl<T: DeserializeOwned + Default> LateList<T> {
    pub fn get(&self, at: usize) -> Option<&T> {
        let read = || {
            let bytes = self.kept.as_ref().and_then(|kept| kept.read(at));
            let value = bytes.and_then(|bytes| postcard::from_bytes(&bytes).ok());
            Box::new(value.unwrap_or_default())
        };
        Some(self.items().get(at)?.get_or_init(read))
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        (0..self.len()).map(|at| &self[at])
    }
}

impl<T: Serialize> LateList<T> {
    /// Writes its items one behind the other, and says how many bytes each has. `None` if some are kept and cannot be read.
    pub fn write(&self, all: &mut Vec<u8>) -> Option<Vec<u32>> {
        let lengths = (0..self.len).map(|at| {
            let start = all.len();
            match &self.kept {
                Some(kept) => all.extend_from_slice(&kept.read(at)?),
                None => all.extend(postcard::to_stdvec(self.items()[at].get()?).ok()?),
            }
            u32::try_from(all.len() - start).ok()
        });
        lengths.collect()
    }
}

/// None.
impl<T> Default for LateList<T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<T: DeserializeOwned + Default> Index<usize> for LateList<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        let len = self.len();
        self.get(at)
            .unwrap_or_else(|| panic!("there are {len} items, and none at {at}"))
    }
}

impl<T> From<Vec<T>> for LateList<T> {
    fn from(items: Vec<T>) -> Self {
        let items = items.into_iter().map(|item| OnceLock::from(Box::new(item)));
        let items: Box<[OnceLock<Box<T>>]> = items.collect();
        Self {
            len: items.len(),
            kept: None,
            items: OnceLock::from(items),
        }
    }
}

impl<T: DeserializeOwned + Default + fmt::Debug> fmt::Debug for LateList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

struct Borrowed;

impl<'de> Visitor<'de> for Borrowed {
    type Value = &'de [u8];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_borrowed_bytes<E>(self, bytes: &'de [u8]) -> Result<Self::Value, E> {
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_comes_back_when_it_is_asked_for() {
        let late = Late::from("text".to_owned());
        let bytes = postcard::to_stdvec(&late).unwrap();
        let mut again: Late<String> = postcard::from_bytes(&bytes).unwrap();
        assert!(again.value.get().is_none());
        assert_eq!(postcard::to_stdvec(&again).unwrap(), bytes);
        assert_eq!(again, late);
        assert_eq!(postcard::to_stdvec(&again).unwrap(), bytes);
        again.change(|text| text.push('s'));
        assert_eq!(*again, "texts");
        let changed: Late<String> =
            postcard::from_bytes(&postcard::to_stdvec(&again).unwrap()).unwrap();
        assert_eq!(*changed, "texts");
    }

    fn kept<T: Serialize>(items: Vec<T>) -> (Arc<dyn Kept>, Vec<u32>) {
        let mut bytes = b"before".to_vec();
        let lengths = LateList::from(items).write(&mut bytes).unwrap();
        (Arc::new(bytes), lengths)
    }

    #[test]
    fn the_items_of_a_list_come_back_one_by_one() {
        let texts = ["a", "", "bc"].map(str::to_owned);
        let (bytes, lengths) = kept(texts.to_vec());
        let list = LateList::<String>::kept(&bytes, 6, &lengths);
        assert_eq!(list.len(), 3);
        assert_eq!(list[2], "bc");
        let read = list.items().iter().map(|item| item.get().is_some());
        assert_eq!(read.collect::<Vec<_>>(), [false, false, true]);
        assert!(list.clone().iter().eq(&texts));
        assert_eq!(list.get(3), None);
        let mut again = b"before".to_vec();
        assert_eq!(list.write(&mut again), Some(lengths));
        assert_eq!(
            bytes.read(0..bytes.size()).as_deref().map(|all| &**all),
            Some(&again[..])
        );
    }

    #[test]
    fn an_item_that_is_none_is_the_default() {
        let (bytes, lengths) = kept(vec![7_u8]);
        assert_eq!(LateList::<String>::kept(&bytes, 6, &lengths)[0], "");
        let beyond = LateList::<u8>::kept(&bytes, 99, &lengths);
        assert_eq!(beyond[0], 0);
        assert_eq!(beyond.write(&mut Vec::new()), None, "nothing wrong is kept");
        assert_eq!(LateList::<u8>::kept(&bytes, usize::MAX, &lengths)[0], 0);
    }

    #[test]
    fn what_is_no_value_is_the_default() {
        let bytes = postcard::to_stdvec(&Late::from(7_u8)).unwrap();
        let late: Late<String> = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(*late, "");
    }
}
