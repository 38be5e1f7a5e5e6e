//! A value that is read from its bytes when somebody asks for it: of a large guide nearly nothing is ever asked for.

use std::fmt;
use std::ops::Deref;
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
    fn what_is_no_value_is_the_default() {
        let bytes = postcard::to_stdvec(&Late::from(7_u8)).unwrap();
        let late: Late<String> = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(*late, "");
    }
}
