//! Ordered maps and sets. What orders them is one type, whatever the keys and
//! values are: each `BTreeMap<K, V>` of its own would bring a copy of all its
//! code into the page.

mod coded;
mod heights;
mod text_map;
mod tree;

pub use coded::Coded;
pub use heights::Heights;
pub use text_map::TextMap;

use coded::{code, codes, key};
use std::fmt;
use std::iter::FusedIterator;
use std::marker::PhantomData;
use std::ops::Index;
use std::sync::Arc;
use tree::{Rows, Tree};

/// A map in the order of its keys.
///
/// Finding, inserting and removing take the logarithm of its size. A clone
/// shares the values with the original until one of them changes, but still
/// takes a step for each.
pub struct Table<K, V> {
    tree: Tree,
    /// The values, each at the place that the tree names.
    values: Vec<Option<Arc<V>>>,
    /// Places whose values are gone.
    free: Vec<u32>,
    keys: PhantomData<K>,
}

impl<K: Coded, V> Table<K, V> {
    /// A map with nothing in it.
    pub const fn new() -> Self {
        Self { tree: Tree::new(), values: Vec::new(), free: Vec::new(), keys: PhantomData }
    }

    /// How many keys it has.
    pub fn len(&self) -> usize {
        self.tree.len()
    }

    /// True where it has no key.
    pub fn is_empty(&self) -> bool {
        self.tree.len() == 0
    }

    /// True where the key is there.
    pub fn contains_key(&self, key: &K) -> bool {
        self.tree.find(&code(*key, 0)).is_some()
    }

    /// The value of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        let place = self.tree.find(&code(*key, 0))?;
        self.values[place].as_deref()
    }

    /// The value of a key, to be held elsewhere as well.
    pub fn shared(&self, key: &K) -> Option<Arc<V>> {
        let place = self.tree.find(&code(*key, 0))?;
        self.values[place].clone()
    }

    /// The values in the order of their keys, to be held elsewhere as well.
    pub fn all_shared(&self) -> impl Iterator<Item = Arc<V>> {
        let mut rows = self.tree.all();
        std::iter::from_fn(move || self.values[rows.next()?.1].clone())
    }

    /// Puts a value in, and gives back the one that it replaces.
    pub fn insert(&mut self, key: K, value: V) -> Option<Arc<V>> {
        self.share(key, Arc::new(value))
    }

    /// Puts a value in that another table holds as well.
    pub fn share(&mut self, key: K, value: Arc<V>) -> Option<Arc<V>> {
        let place = self.place_for(key);
        self.values[place].replace(value)
    }

    /// Takes a key out; gives back its value.
    pub fn remove(&mut self, key: &K) -> Option<Arc<V>> {
        let place = self.tree.take(&code(*key, 0))?;
        self.free.push(place as u32);
        self.values[place].take()
    }

    /// The place of a key's value; a new and empty one where there was none.
    fn place_for(&mut self, key: K) -> usize {
        let fresh = self.free.last().map_or(self.values.len(), |place| *place as usize);
        let place = self.tree.put(&code(key, 0), fresh);
        if self.values.len() == place {
            self.values.push(None);
        } else if self.free.last() == Some(&(place as u32)) {
            self.free.pop();
        }
        place
    }

    /// The keys with their values, in order.
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter { rows: self.tree.all(), values: &self.values, keys: PhantomData }
    }

    /// The keys that begin with these words of theirs (of pairs, those with this
    /// first half) with their values, in order.
    pub fn beginning_with<P: Coded>(&self, prefix: P) -> Iter<'_, K, V> {
        Iter { rows: self.tree.range(&codes(prefix)), values: &self.values, keys: PhantomData }
    }

    /// The keys in order.
    pub fn keys(&self) -> Keys<'_, K> {
        Keys { rows: self.tree.all(), keys: PhantomData }
    }

    /// The values in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> + Clone {
        self.iter().map(|(_, value)| value)
    }
}

impl<K: Coded, V: Clone> Table<K, V> {
    /// The value of a key, to be changed.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let place = self.tree.find(&code(*key, 0))?;
        self.values[place].as_mut().map(Arc::make_mut)
    }

    /// The value of a key, to be changed; a new one where there was none.
    pub fn get_or_insert(&mut self, key: K, new: impl FnOnce() -> V) -> &mut V {
        let place = self.place_for(key);
        Arc::make_mut(self.values[place].get_or_insert_with(|| Arc::new(new())))
    }
}

/// A [`Table`]'s keys with their values.
pub struct Iter<'a, K, V> {
    rows: Rows<'a>,
    values: &'a [Option<Arc<V>>],
    keys: PhantomData<K>,
}

impl<'a, K: Coded, V> Iterator for Iter<'a, K, V> {
    type Item = (K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        let (code, place) = self.rows.next()?;
        Some((key(code), self.values[place].as_deref()?))
    }
}

impl<K: Coded, V> FusedIterator for Iter<'_, K, V> {}

impl<K, V> Clone for Iter<'_, K, V> {
    fn clone(&self) -> Self {
        Self { rows: self.rows.clone(), values: self.values, keys: PhantomData }
    }
}

impl<'a, K: Coded, V> IntoIterator for &'a Table<K, V> {
    type Item = (K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The keys of a [`Table`] or a [`KeySet`].
pub struct Keys<'a, K> {
    rows: Rows<'a>,
    keys: PhantomData<K>,
}

impl<K: Coded> Iterator for Keys<'_, K> {
    type Item = K;

    fn next(&mut self) -> Option<K> {
        self.rows.next().map(|(code, _)| key(code))
    }
}

impl<K: Coded, V> Default for Table<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> Clone for Table<K, V> {
    fn clone(&self) -> Self {
        let Self { tree, values, free, .. } = self;
        Self { tree: tree.clone(), values: values.clone(), free: free.clone(), keys: PhantomData }
    }
}

impl<K: Coded, V: PartialEq> PartialEq for Table<K, V> {
    fn eq(&self, other: &Self) -> bool {
        let codes = self.tree.codes().eq(other.tree.codes());
        codes && self.values().eq(other.values())
    }
}

impl<K: Coded, V: Eq> Eq for Table<K, V> {}

impl<K: Coded + fmt::Debug, V: fmt::Debug> fmt::Debug for Table<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl<K: Coded, V> Index<&K> for Table<K, V> {
    type Output = V;

    fn index(&self, key: &K) -> &V {
        self.get(key).expect("who indexes a table knows that the key is there")
    }
}

/// Of rows with one key the last stays.
impl<K: Coded, V> FromIterator<(K, V)> for Table<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(rows: I) -> Self {
        let mut table = Self::new();
        rows.into_iter().for_each(|(key, value)| {
            table.insert(key, value);
        });
        table
    }
}

/// A set in the order of its keys. Finding, inserting and removing take the
/// logarithm of its size.
pub struct KeySet<K> {
    tree: Tree,
    keys: PhantomData<K>,
}

impl<K: Coded> KeySet<K> {
    /// A set with nothing in it.
    pub const fn new() -> Self {
        Self { tree: Tree::new(), keys: PhantomData }
    }

    /// How many keys it has.
    pub fn len(&self) -> usize {
        self.tree.len()
    }

    /// True where it has no key.
    pub fn is_empty(&self) -> bool {
        self.tree.len() == 0
    }

    /// True where the key is there. An empty set is asked often, and is quick to answer.
    pub fn contains(&self, key: &K) -> bool {
        !self.is_empty() && self.tree.find(&code(*key, 0)).is_some()
    }

    /// Puts a key in; false where it was there.
    pub fn insert(&mut self, key: K) -> bool {
        let before = self.tree.len();
        self.tree.put(&code(key, 0), 0);
        self.tree.len() > before
    }

    /// Takes a key out; false where it was not there.
    pub fn remove(&mut self, key: &K) -> bool {
        self.tree.take(&code(*key, 0)).is_some()
    }

    /// The keys in order.
    pub fn iter(&self) -> Keys<'_, K> {
        Keys { rows: self.tree.all(), keys: PhantomData }
    }

    /// The keys in order that begin with these words of theirs: of pairs, those
    /// with this first half.
    pub fn beginning_with<P: Coded>(&self, prefix: P) -> Keys<'_, K> {
        Keys { rows: self.tree.range(&codes(prefix)), keys: PhantomData }
    }
}

impl<K: Coded> Default for KeySet<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K> Clone for KeySet<K> {
    fn clone(&self) -> Self {
        Self { tree: self.tree.clone(), keys: PhantomData }
    }
}

impl<K> PartialEq for KeySet<K> {
    fn eq(&self, other: &Self) -> bool {
        self.tree.codes().eq(other.tree.codes())
    }
}

impl<K> Eq for KeySet<K> {}

impl<K: Coded + fmt::Debug> fmt::Debug for KeySet<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<'a, K: Coded> IntoIterator for &'a KeySet<K> {
    type Item = K;
    type IntoIter = Keys<'a, K>;

    fn into_iter(self) -> Keys<'a, K> {
        self.iter()
    }
}

impl<K: Coded> Extend<K> for KeySet<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, keys: I) {
        keys.into_iter().for_each(|key| {
            self.insert(key);
        });
    }
}

impl<K: Coded> FromIterator<K> for KeySet<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        let mut set = Self::new();
        set.extend(keys);
        set
    }
}
