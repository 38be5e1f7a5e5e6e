//! A value that is read from its bytes when somebody asks for it: of a large guide nearly nothing is ever asked for.

use std::fmt;
use std::ops::{Deref, Index};
use std::sync::OnceLock;

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
        let bytes = deserializer.deserialize_bytes(Bytes)?;
        Ok(Self {
            bytes: bytes.into(),
            value: OnceLock::new(),
        })
    }
}

/// A list whose items are read one by one, each when somebody asks for it. Bytes that are none of an item's are the default one.
pub struct LateList<T> {
    /// Of postcard, one behind the other; empty where the items came first.
    bytes: Box<[u8]>,
    items: Box<[Item<T>]>,
}

#[derive(Clone)]
struct Item<T> {
    /// Where its bytes end.
    end: u32,
    value: OnceLock<Box<T>>,
}

impl<T> LateList<T> {
    pub const fn len(&self) -> usize {
        self.items.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    fn bytes(&self, at: usize) -> &[u8] {
        let start = at.checked_sub(1).map_or(0, |before| self.items[before].end);
        let range = start as usize..self.items[at].end as usize;
        self.bytes.get(range).unwrap_or_default()
    }
}

impl<T: DeserializeOwned + Default> LateList<T> {
    pub fn get(&self, at: usize) -> Option<&T> {
        let read = || Box::new(postcard::from_bytes(self.bytes(at)).unwrap_or_default());
        let item = self.items.get(at)?;
        Some(item.value.get_or_init(read))
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        (0..self.len()).map(|at| &self[at])
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
        let item = |value| Item {
            end: 0,
            value: OnceLock::from(Box::new(value)),
        };
        Self {
            bytes: Box::default(),
            items: items.into_iter().map(item).collect(),
        }
    }
}

impl<T: Clone> Clone for LateList<T> {
    fn clone(&self) -> Self {
        Self {
            bytes: self.bytes.clone(),
            items: self.items.clone(),
        }
    }
}

impl<T: DeserializeOwned + Default + fmt::Debug> fmt::Debug for LateList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// How many bytes each item has, then the bytes of all.
impl<T: Serialize> Serialize for LateList<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = Vec::new();
        let mut lengths = Vec::with_capacity(self.len());
        for (at, item) in self.items.iter().enumerate() {
            let start = all.len();
            match item.value.get() {
                Some(value) if self.bytes.is_empty() => {
                    all = postcard::to_extend(value, all).map_err(serde::ser::Error::custom)?;
                }
                _ => all.extend_from_slice(self.bytes(at)),
            }
            lengths.push(all.len() - start);
        }
        (lengths, Raw(&all)).serialize(serializer)
    }
}

struct Raw<'a>(&'a [u8]);

impl Serialize for Raw<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

impl<'de, T> Deserialize<'de> for LateList<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (lengths, bytes) = <(Vec<u32>, &[u8])>::deserialize(deserializer)?;
        let mut end = 0_u32;
        let items = lengths.into_iter().map(|length| {
            end = end.saturating_add(length);
            Item {
                end,
                value: OnceLock::new(),
            }
        });
        Ok(Self {
            items: items.collect(),
            bytes: bytes.into(),
        })
    }
}

struct Bytes;

impl<'de> Visitor<'de> for Bytes {
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

    #[test]
    fn the_items_of_a_list_come_back_one_by_one() {
        let list = LateList::from(vec!["a".to_owned(), String::new(), "bc".to_owned()]);
        let bytes = postcard::to_stdvec(&list).unwrap();
        let again: LateList<String> = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(again.len(), 3);
        assert_eq!(again[2], "bc");
        let read = again.items.iter().map(|item| item.value.get().is_some());
        assert_eq!(read.collect::<Vec<_>>(), [false, false, true]);
        assert_eq!(postcard::to_stdvec(&again).unwrap(), bytes);
        assert!(again.iter().eq(list.iter()));
        assert!(again.clone().iter().eq(list.iter()));
        assert_eq!(again.get(3), None);
    }

    #[test]
    fn an_item_that_is_none_is_the_default() {
        let bytes = postcard::to_stdvec(&LateList::from(vec![7_u8])).unwrap();
        let list: LateList<String> = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(list[0], "");
    }

    #[test]
    fn what_is_no_value_is_the_default() {
        let bytes = postcard::to_stdvec(&Late::from(7_u8)).unwrap();
        let late: Late<String> = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(*late, "");
    }
}
