//! What the tests of the core share: seeded chance, and texts, commands and
//! projects made by it.

#![allow(dead_code, unused_imports)]

mod chance;
mod commands;
mod texts;

pub use chance::Chance;
pub use commands::{KINDS, incoming, kind_of, random_command, start, time};
pub use texts::{SAMPLES, random_text};

use glossator::model::*;
use std::collections::BTreeSet;

impl Chance {
    /// A number below `limit`.
    pub fn below(&mut self, limit: u32) -> u32 {
        (self.next() % u64::from(limit)) as u32
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len() as u32) as usize]
    }

    /// True once in so many times.
    pub fn one_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }
}

/// Runs a law for seeds from 0; ten times as many where `GLOSSATOR_LONG` is set.
/// A seed that fails is in the message.
pub fn for_seeds(count: u64, law: impl Fn(u64, &mut Chance)) {
    let count = if std::env::var_os("GLOSSATOR_LONG").is_some() { count * 10 } else { count };
    for seed in 0..count {
        let running = Running(seed);
        law(seed, &mut Chance(seed));
        std::mem::forget(running);
    }
}

/// Says which seed was running when a law panicked.
struct Running(u64);

impl Drop for Running {
    fn drop(&mut self) {
        eprintln!("the law failed with seed {}", self.0);
    }
}

/// What holds of every project, however it came about.
#[track_caller]
pub fn assert_sound(project: &Project) {
    for (id, annotation) in project.annotations() {
        assert_eq!(id, annotation.id);
        let document = project.document(annotation.document).expect("an annotation's document is there");
        assert!(annotation.target.fits(&document.text), "{annotation:?} lies outside its text");
        assert!(project.tag(annotation.tag).is_some(), "{annotation:?} has lost its tag");
        assert!(project.coder(annotation.coder).is_some(), "{annotation:?} has lost its coder");
        assert!(!project.tombstones().contains_key(&id.into()), "{annotation:?} is both there and deleted");
        assert!(annotation.stamp.lamport <= project.lamport());
        assert!(annotation.stamp.rev > 0);
    }
    for tombstone in project.tombstones().values() {
        assert!(tombstone.stamp.lamport <= project.lamport());
    }
    for ((coder, document), reading) in project.readings() {
        assert_eq!((coder, document), (reading.coder, reading.document));
        assert!(project.document(document).is_some(), "{reading:?} has lost its document");
        assert!(project.coder(coder).is_some(), "{reading:?} has lost its coder");
    }
    for (id, relation) in project.relations() {
        assert_eq!(id, relation.id);
        assert!(project.relation_types().contains_key(&relation.kind), "{relation:?} has lost its type");
        for end in [relation.from, relation.to] {
            assert!(project.annotation(end).is_some(), "{relation:?} has lost an end");
            assert!(project.relations_of(end).any(|other| other.id == id), "{relation:?} is not found");
        }
        assert!(project.coder(relation.coder).is_some(), "{relation:?} has lost its coder");
        assert!(!project.tombstones().contains_key(&id.into()), "{relation:?} is both there and deleted");
        assert!(relation.stamp.lamport <= project.lamport());
        assert!(relation.stamp.rev > 0);
    }
    let ends: usize =
        project.annotations().keys().map(|annotation| project.relations_of(annotation).count()).sum();
    let joined = project.relations().values().map(|relation| 1 + usize::from(relation.from != relation.to));
    assert_eq!(ends, joined.sum::<usize>());
    for kind in project.relation_types().values() {
        let mut tags = kind.from.iter().chain(&kind.to).flatten();
        assert!(tags.all(|tag| project.tag(*tag).is_some()), "{kind:?} joins a tag that is gone");
    }
    for rule in project.rules().values() {
        let mut tags = [Some(rule.tag), rule.other].into_iter().flatten();
        assert!(tags.all(|tag| project.tag(tag).is_some()), "{rule:?} is about a tag that is gone");
    }
    for (id, tag) in project.tags() {
        assert_eq!(id, tag.id);
        let mut seen = BTreeSet::from([tag.id]);
        let mut parent = tag.parent;
        while let Some(id) = parent {
            assert!(seen.insert(id), "{tag:?} lies under itself");
            parent = project.tag(id).expect("a tag's parent is there").parent;
        }
    }
    assert_eq!(depth_first(project).len(), project.tags().len());
}

/// The codebook in one line: `claim(accusation demand) actor`.
pub fn codebook(project: &Project) -> String {
    fn under(project: &Project, parent: Option<TagId>) -> String {
        let show = |tag: &&Tag| match under(project, Some(tag.id)) {
            below if below.is_empty() => tag.name.clone(),
            below => format!("{}({below})", tag.name),
        };
        children(project, parent).iter().map(show).collect::<Vec<_>>().join(" ")
    }
    under(project, None)
}
