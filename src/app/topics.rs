//! What views can listen to. A change wakes only those whose topic it touched.

use crate::model::{AnnotationId, DocumentId};
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;

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
    /// The marks of one block.
    Block(DocumentId, usize),
    /// What can be undone and redone.
    History,
}

#[derive(Default)]
pub(super) struct Topics(RefCell<BTreeMap<Topic, ArcTrigger>>);

impl Topics {
    pub(super) fn track(&self, topic: Topic) {
        let trigger = self.0.borrow_mut().entry(topic).or_default().clone();
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

    /// Wakes the blocks of all documents: every mark may look different.
    pub(super) fn publish_blocks(&self) {
        let blocks: Vec<_> = {
            let topics = self.0.borrow();
            topics
                .keys()
                .copied()
                .filter(|topic| matches!(topic, Topic::Block(..) | Topic::Annotation(_)))
                .collect()
        };
        self.publish(blocks);
    }
}
