//! Which annotations touch which block and how often each tag is used, kept up to date change by
//! change, so that no view ever looks at all annotations.

use super::{Annotation, AnnotationId, Applied, Document, DocumentId, Project, Record, TagId, Target};
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

/// How many annotations of each document have a tag; documents with none are left out.
type Uses = Table<DocumentId, usize>;

/// The layouts of a project's documents, and how often its tags are used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    layouts: Table<DocumentId, Layout>,
    uses: Table<TagId, Uses>,
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

    /// How many annotations have a tag, and on how many documents.
    pub fn uses(&self, tag: TagId) -> (usize, usize) {
        self.uses.get(&tag).map_or((0, 0), |uses| (uses.values().sum(), uses.len()))
    }

    /// How many tags are used.
    pub fn used_tags(&self) -> usize {
        self.uses.len()
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
                touched.extend(self.take(annotation));
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
                touched.extend(self.add(annotation));
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

    /// Returns the blocks that it lies on.
    fn add(&mut self, annotation: &Annotation) -> Vec<(DocumentId, usize)> {
        let uses = self.uses.get_or_insert(annotation.tag, Uses::default);
        *uses.get_or_insert(annotation.document, || 0) += 1;
        self.change(annotation, Layout::add)
    }

    /// Returns the blocks that it lay on.
    fn take(&mut self, annotation: &Annotation) -> Vec<(DocumentId, usize)> {
        let Annotation { tag, document, .. } = annotation;
        if let Some(uses) = self.uses.get_mut(tag) {
            match uses.get_mut(document) {
                Some(number) if *number > 1 => *number -= 1,
                _ => drop(uses.remove(document)),
            }
            if uses.is_empty() {
                self.uses.remove(tag);
            }
        }
        self.change(annotation, Layout::take)
    }

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
