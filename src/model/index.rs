//! Which annotations touch which block, kept up to date change by change, so
//! that no block ever looks at all annotations.

use super::{Annotation, AnnotationId, Applied, Document, DocumentId, Project, Record, Target};
use crate::table::{KeySet, Table};
use crate::text::{Block, Span, block_at, blocks};
use std::rc::Rc;

/// One document cut into blocks, with what lies on each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The blocks of the text.
    pub blocks: Rc<[Block]>,
    on_block: KeySet<(usize, AnnotationId)>,
    /// The annotations with what they lie on.
    targets: Table<AnnotationId, Target>,
}

impl Layout {
    fn new(document: &Document) -> Self {
        Self { blocks: blocks(&document.text).into(), on_block: KeySet::new(), targets: Table::new() }
    }

    /// The annotations that touch a block.
    pub fn on_block(&self, block: usize) -> impl Iterator<Item = AnnotationId> + '_ {
        self.on_block.beginning_with(block).map(|(_, id)| id)
    }

    /// The blocks that a span touches.
    pub fn touched(&self, span: Span) -> impl Iterator<Item = usize> + '_ {
        let first = block_at(&self.blocks, span.start());
        let rest = self.blocks.iter().enumerate().skip(first);
        rest.take_while(move |(_, block)| block.span.start() < span.end())
            .filter(move |(_, block)| block.span.overlaps(span))
            .map(|(at, _)| at)
    }

    /// The blocks that an annotation lies on, each once.
    fn under(&self, target: &Target) -> Vec<usize> {
        let mut blocks: Vec<_> = target.spans().iter().flat_map(|span| self.touched(*span)).collect();
        // The spans are in order, and so are their blocks.
        blocks.dedup();
        blocks
    }

    /// Returns the blocks that it lies on.
    fn add(&mut self, id: AnnotationId, target: &Target) -> Vec<usize> {
        let blocks = self.under(target);
        self.targets.insert(id, target.clone());
        self.on_block.extend(blocks.iter().map(|block| (*block, id)));
        blocks
    }

    /// Returns the blocks that it lay on.
    fn take(&mut self, id: AnnotationId, target: &Target) -> Vec<usize> {
        let blocks = self.under(target);
        self.targets.remove(&id);
        for block in &blocks {
            self.on_block.remove(&(*block, id));
        }
        blocks
    }
}

/// The layouts of a project's documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    layouts: Table<DocumentId, Layout>,
}

impl Index {
    /// The index of a whole project.
    pub fn new(project: &Project) -> Self {
        let mut index = Self::default();
        for document in project.documents() {
            index.add_document(document);
        }
        for annotation in project.annotations().values() {
            index.change(annotation, Layout::add);
        }
        index
    }

    /// The layout of one document.
    pub fn layout(&self, document: DocumentId) -> Option<&Layout> {
        self.layouts.get(&document)
    }

    /// The annotations of one document, by id.
    pub fn on_document(&self, document: DocumentId) -> impl Iterator<Item = AnnotationId> + '_ {
        self.layouts.get(&document).into_iter().flat_map(|layout| layout.targets.keys())
    }

    /// How many annotations lie on one document.
    pub fn count(&self, document: DocumentId) -> usize {
        self.layouts.get(&document).map_or(0, |layout| layout.targets.len())
    }

    /// Follows what was applied; returns the blocks whose marks it touched.
    pub fn follow(&mut self, applied: &Applied) -> KeySet<(DocumentId, usize)> {
        let changes = &applied.patch.changes;
        let mut touched = KeySet::new();
        for change in changes {
            if let Some(Record::Annotation(annotation)) = change.before() {
                touched.extend(self.change(annotation, Layout::take));
            }
        }
        for change in changes {
            match (change.before(), change.after()) {
                (None, Some(Record::Document(document))) => self.add_document(document),
                (Some(Record::Document(document)), None) => {
                    self.layouts.remove(&document.id);
                }
                (Some(Record::Document(before)), Some(Record::Document(after)))
                    if before.text != after.text =>
                {
                    self.lay_out_anew(after, &mut touched);
                }
                _ => {}
            }
        }
        for change in changes {
            if let Some(Record::Annotation(annotation)) = change.after() {
                touched.extend(self.change(annotation, Layout::add));
            }
        }
        touched
    }

    fn add_document(&mut self, document: &Document) {
        self.layouts.insert(document.id, Layout::new(document));
    }

    /// Another project had another text by this id.
    fn lay_out_anew(&mut self, document: &Document, touched: &mut KeySet<(DocumentId, usize)>) {
        let mut layout = Layout::new(document);
        if let Some(old) = self.layouts.get(&document.id) {
            for (id, target) in &old.targets {
                layout.add(id, target);
            }
        }
        touched.extend((0..layout.blocks.len()).map(|block| (document.id, block)));
        self.layouts.insert(document.id, layout);
    }

    /// Adds or takes an annotation; returns its blocks.
    fn change(
        &mut self,
        annotation: &Annotation,
        edit: fn(&mut Layout, AnnotationId, &Target) -> Vec<usize>,
    ) -> Vec<(DocumentId, usize)> {
        let document = annotation.document;
        let layout = self.layouts.get_mut(&document);
        let blocks = layout.map(|layout| edit(layout, annotation.id, &annotation.target));
        blocks.into_iter().flatten().map(|block| (document, block)).collect()
    }
}
