//! What was written for an attribute and cannot be kept: it stays as long as the page is open.

use super::App;
use crate::model::{AnnotationId, AttributeId};
use leptos::prelude::*;

impl App {
    /// What was written there last and is no value, listening.
    pub fn unfit(&self, annotation: AnnotationId, attribute: AttributeId) -> Memo<Option<String>> {
        let all = self.view.unfit;
        Memo::new(move |_| {
            all.with(|all| {
                let here = all.iter().find(|(of, at, _)| (*of, *at) == (annotation, attribute));
                here.map(|(_, _, typed)| typed.clone())
            })
        })
    }

    /// Keeps what was written there and is no value; with nothing, forgets it.
    pub fn keep_unfit(&self, annotation: AnnotationId, attribute: AttributeId, typed: Option<String>) {
        self.view.unfit.update(|all| {
            all.retain(|(of, at, _)| (*of, *at) != (annotation, attribute));
            all.extend(typed.map(|typed| (annotation, attribute, typed)));
        });
    }
}
