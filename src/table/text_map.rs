//! Texts by name: free fields, values, and what a newer program wrote.

/// A text for each name, in the order of the names.
///
/// Finding takes the logarithm of its size. Inserting and removing move all that
/// stands behind: it is made for the few fields of a record. Many are collected,
/// which sorts them once.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextMap(Vec<(String, String)>);

impl TextMap {
    /// A map with nothing in it.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// True where it has no name.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(there, _)| there.as_str().cmp(name))
    }

    /// The text of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.place(name).ok().map(|place| self.0[place].1.as_str())
    }

    /// Puts a text in the place of the one that the name had.
    pub fn insert(&mut self, name: String, text: String) {
        match self.place(&name) {
            Ok(place) => self.0[place].1 = text,
            Err(place) => self.0.insert(place, (name, text)),
        }
    }

    /// Takes a name out; gives back its text.
    pub fn remove(&mut self, name: &str) -> Option<String> {
        self.place(name).ok().map(|place| self.0.remove(place).1)
    }

    /// The names with their texts, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, (String, String)> {
        self.0.iter()
    }
}

/// Of rows with one name the last stays.
impl FromIterator<(String, String)> for TextMap {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(rows: I) -> Self {
        let mut rows: Vec<_> = rows.into_iter().collect();
        rows.reverse();
        rows.sort_by(|(one, _), (other, _)| one.cmp(other));
        rows.dedup_by(|(one, _), (other, _)| one == other);
        Self(rows)
    }
}

impl IntoIterator for TextMap {
    type Item = (String, String);
    type IntoIter = std::vec::IntoIter<(String, String)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
