//! Which annotations touch which block, kept up to date change by change, so
//! that no block ever looks at all annotations.

use super::{Annotation, AnnotationId, Applied, Document, DocumentId, Project, Record, Target};
use crate::text::{Block, Span, block_at, blocks};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// One document cut into blocks, with what lies on each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The blocks of the text.
    pub blocks: Rc<[Block]>,
    on_block: Vec<BTreeSet<AnnotationId>>,
}

impl Layout {
    fn new(document: &Document) -> Self {
        let blocks: Rc<[Block]> = blocks(&document.text).into();
        let on_block = vec![BTreeSet::new(); blocks.len()];
        Self { blocks, on_block }
    }

    /// The annotations that touch a block.
    pub fn on_block(&self, block: usize) -> impl Iterator<Item = AnnotationId> + '_ {
        self.on_block.get(block).into_iter().flatten().copied()
    }

    /// The blocks that a span touches.
    pub fn touched(&self, span: Span) -> impl Iterator<Item = usize> + '_ {
        let first = block_at(&self.blocks, span.start());
        let rest = self.blocks.iter().enumerate().skip(first);
        rest.take_while(move |(_, block)| block.span.start() < span.end())
            .filter(move |(_, block)| block.span.overlaps(span))
            .map(|(at, _)| at)
    }

    /// The blocks that an annotation lies on.
    fn under(&self, target: &Target) -> BTreeSet<usize> {
        target.spans().iter().flat_map(|span| self.touched(*span)).collect()
    }
}

/// The layouts of a project's documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    layouts: BTreeMap<DocumentId, Layout>,
    by_document: BTreeMap<DocumentId, BTreeMap<AnnotationId, Target>>,
}

impl Index {
    /// The index of a whole project.
    pub fn new(project: &Project) -> Self {
        let mut index = Self::default();
        for document in project.documents() {
            index.add_document(document);
        }
        for annotation in project.annotations().values() {
            index.add(annotation);
        }
        index
    }

    /// The layout of one document.
    pub fn layout(&self, document: DocumentId) -> Option<&Layout> {
        self.layouts.get(&document)
    }

    /// The annotations of one document, by id.
    pub fn on_document(&self, document: DocumentId) -> impl Iterator<Item = AnnotationId> + '_ {
        self.by_document.get(&document).into_iter().flat_map(BTreeMap::keys).copied()
    }

    /// How many annotations lie on one document.
    pub fn count(&self, document: DocumentId) -> usize {
        self.by_document.get(&document).map_or(0, BTreeMap::len)
    }

    /// Follows what was applied; returns the blocks whose marks it touched.
    pub fn follow(&mut self, applied: &Applied) -> BTreeSet<(DocumentId, usize)> {
        let changes = &applied.patch.changes;
        let mut touched = BTreeSet::new();
        for change in changes {
            if let Some(Record::Annotation(annotation)) = change.before() {
                touched.extend(self.take(annotation));
            }
        }
        for change in changes {
            match (change.before(), change.after()) {
                (None, Some(Record::Document(document))) => self.add_document(document),
                (Some(Record::Document(document)), None) => {
                    self.layouts.remove(&document.id);
                    self.by_document.remove(&document.id);
                }
                (Some(Record::Document(before)), Some(Record::Document(after)))
                    if before.text != after.text =>
                {
                    touched.extend(self.lay_out_anew(after));
                }
                _ => {}
            }
        }
        for change in changes {
            if let Some(Record::Annotation(annotation)) = change.after() {
                touched.extend(self.add(annotation));
            }
        }
        touched
    }

    fn add_document(&mut self, document: &Document) {
        self.layouts.insert(document.id, Layout::new(document));
        self.by_document.insert(document.id, BTreeMap::new());
    }

    /// Another project had another text by this id.
    fn lay_out_anew(&mut self, document: &Document) -> Vec<(DocumentId, usize)> {
        let mut layout = Layout::new(document);
        for (id, target) in self.by_document.get(&document.id).into_iter().flatten() {
            for block in layout.under(target) {
                layout.on_block[block].insert(*id);
            }
        }
        let blocks = 0..layout.blocks.len();
        self.layouts.insert(document.id, layout);
        blocks.map(|block| (document.id, block)).collect()
    }

    fn add(&mut self, annotation: &Annotation) -> Vec<(DocumentId, usize)> {
        let ids = self.by_document.entry(annotation.document).or_default();
        ids.insert(annotation.id, annotation.target.clone());
        self.change(annotation, |on_block| on_block.insert(annotation.id))
    }

    fn take(&mut self, annotation: &Annotation) -> Vec<(DocumentId, usize)> {
        if let Some(ids) = self.by_document.get_mut(&annotation.document) {
            ids.remove(&annotation.id);
        }
        self.change(annotation, |on_block| on_block.remove(&annotation.id))
    }

    fn change(
        &mut self,
        annotation: &Annotation,
        edit: impl Fn(&mut BTreeSet<AnnotationId>) -> bool,
    ) -> Vec<(DocumentId, usize)> {
        let Some(layout) = self.layouts.get_mut(&annotation.document) else {
            return Vec::new();
        };
        let blocks = layout.under(&annotation.target);
        for block in &blocks {
            edit(&mut layout.on_block[*block]);
        }
        blocks.into_iter().map(|block| (annotation.document, block)).collect()
    }
}
