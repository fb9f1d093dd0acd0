//! What views can listen to. A change wakes only those whose topic it touched.

use crate::model::{AnnotationId, DocumentId};
use crate::table::{Coded, KeySet, Table};
use leptos::prelude::*;
use std::cell::RefCell;

/// Something that can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// The project's title.
    Head,
    /// Which documents there are, and their metadata.
    Documents,
    /// The codebook.
    Tags,
    /// The coders' labels.
    Coders,
    /// Who has read what.
    Readings,
    /// Which annotations there are, and where.
    Annotations,
    /// One annotation.
    Annotation(AnnotationId),
    /// The marks in the texts; [`App::take_touched`](super::App::take_touched) says which.
    Marks,
    /// What can be undone and redone.
    History,
    /// Refusals of suggestions, and instruments of the project's own.
    Law,
}

/// Its kind, then what it is about.
impl Coded for Topic {
    const WORDS: usize = 3;

    fn encode(self, words: &mut [u64]) {
        let (kind, about) = words.split_at_mut(1);
        kind[0] = match self {
            Topic::Head => 0,
            Topic::Documents => 1,
            Topic::Tags => 2,
            Topic::Coders => 3,
            Topic::Readings => 4,
            Topic::Annotations => 5,
            Topic::Annotation(_) => 6,
            Topic::Marks => 7,
            Topic::History => 8,
            Topic::Law => 9,
        };
        if let Topic::Annotation(id) = self {
            id.encode(about);
        }
    }

    fn decode(words: &[u64]) -> Self {
        let (kind, about) = words.split_at(1);
        match kind[0] {
            0 => Topic::Head,
            1 => Topic::Documents,
            2 => Topic::Tags,
            3 => Topic::Coders,
            4 => Topic::Readings,
            5 => Topic::Annotations,
            6 => Topic::Annotation(AnnotationId::decode(about)),
            7 => Topic::Marks,
            8 => Topic::History,
            _ => Topic::Law,
        }
    }
}

#[derive(Default)]
pub(super) struct Topics(RefCell<Table<Topic, ArcTrigger>>);

impl Topics {
    pub(super) fn track(&self, topic: Topic) {
        let trigger = self.0.borrow_mut().get_or_insert(topic, ArcTrigger::default).clone();
        trigger.track();
    }

    pub(super) fn publish(&self, topics: impl IntoIterator<Item = Topic>) {
        for topic in topics {
            let trigger = self.0.borrow().get(&topic).cloned();
            if let Some(trigger) = trigger {
                trigger.notify();
            }
        }
    }

    /// Wakes all that shows one annotation: each may look different.
    pub(super) fn publish_annotations(&self) {
        let shown: Vec<_> = {
            let topics = self.0.borrow();
            topics.keys().filter(|topic| matches!(topic, Topic::Annotation(_))).collect()
        };
        self.publish(shown);
    }
}

/// The blocks whose marks are not any more what they were.
#[derive(Clone, Debug, Default)]
pub struct Touched {
    /// Every mark may look different.
    pub is_all: bool,
    /// These blocks have other marks.
    pub blocks: KeySet<(DocumentId, usize)>,
    /// These annotations came, went or changed.
    pub annotations: KeySet<AnnotationId>,
}
