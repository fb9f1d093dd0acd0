//! Which annotations touch which block and how often each tag is used, kept up to date change by
//! change, so that no view ever looks at all annotations.

use super::{Annotation, AnnotationId, Applied, Document, DocumentId, Project, Record, TagId, Target, Time};
use crate::table::{KeySet, Table};
use crate::text::{Block, CodePoint, Span, block_at, blocks};
use std::cmp::Reverse;
use std::rc::Rc;

/// An annotation as its document has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Placed {
    /// Where it begins, and ends; nothing for the whole document. Of those that begin together the longest
    /// is the first.
    reach: Option<(CodePoint, Reverse<CodePoint>)>,
    /// When it was made.
    pub created: Time,
    /// Which one.
    pub id: AnnotationId,
    /// Its tag.
    pub tag: TagId,
    /// In how many ranges it lies.
    pub ranges: usize,
}

impl Placed {
    /// An annotation, as its document has it.
    pub fn new(annotation: &Annotation) -> Self {
        let Annotation { id, tag, created, target, .. } = annotation;
        let reach = target.hull().map(|hull| (hull.start(), Reverse(hull.end())));
        Self { reach, created: *created, id: *id, tag: *tag, ranges: target.spans().len() }
    }

    /// From where it begins to where it ends; nothing for the whole document.
    pub fn hull(&self) -> Option<Span> {
        self.reach.map(|(start, Reverse(end))| Span::between(start, end))
    }
}

/// One document cut into blocks, with what lies on each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The blocks of the text.
    pub blocks: Rc<[Block]>,
    on_block: KeySet<(usize, AnnotationId)>,
    placed: Vec<Placed>,
}

impl Layout {
    fn new(document: &Document) -> Self {
        Self { blocks: blocks(&document.text).into(), on_block: KeySet::new(), placed: Vec::new() }
    }

    /// The annotations in the order of the text.
    pub fn placed(&self) -> &[Placed] {
        &self.placed
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

    /// Takes annotations out, and puts others in: one walk, however many they are.
    fn change(&mut self, Moved { gone, come }: &Moved) {
        let in_order = |mut placed: Vec<Placed>| {
            placed.sort_unstable();
            placed.into_iter().peekable()
        };
        let mut placed = Vec::with_capacity(self.placed.len() + come.len());
        let (mut gone, mut come) = (in_order(gone.clone()), in_order(come.clone()));
        for one in &self.placed {
            if gone.next_if_eq(one).is_some() {
                continue;
            }
            placed.extend(std::iter::from_fn(|| come.next_if(|new| new < one)));
            placed.push(*one);
        }
        placed.extend(come);
        self.placed = placed;
    }
}

/// What leaves a document, and what comes to it.
#[derive(Clone, Debug, Default)]
struct Moved {
    gone: Vec<Placed>,
    come: Vec<Placed>,
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
        let mut moved: Table<DocumentId, Moved> = Table::new();
        for annotation in project.annotations().values() {
            index.add(annotation);
            moved.get_or_insert(annotation.document, Moved::default).come.push(Placed::new(annotation));
        }
        index.place(moved);
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

    /// The annotations of one document in the order of its text.
    pub fn placed(&self, document: DocumentId) -> &[Placed] {
        self.layouts.get(&document).map_or(&[], Layout::placed)
    }

    /// How many annotations lie on one document.
    pub fn count(&self, document: DocumentId) -> usize {
        self.placed(document).len()
    }

    /// How many annotations of one document have a tag of these.
    pub fn count_with(&self, document: DocumentId, tags: &KeySet<TagId>) -> usize {
        tags.iter().filter_map(|tag| self.uses.get(&tag)?.get(&document)).sum()
    }

    /// Follows what was applied and made the project what it is; returns the blocks whose marks it touched.
    pub fn follow(&mut self, project: &Project, applied: &Applied) -> KeySet<(DocumentId, usize)> {
        let changes = &applied.patch.changes;
        let mut touched = KeySet::new();
        let mut moved: Table<DocumentId, Moved> = Table::new();
        for change in changes {
            if let Some(Record::Annotation(annotation)) = change.before() {
                moved.get_or_insert(annotation.document, Moved::default).gone.push(Placed::new(annotation));
                touched.extend(self.take(annotation));
            }
        }
        let mut other_texts = Vec::new();
        for change in changes {
            match (change.before(), change.after()) {
                (None, Some(Record::Document(document))) => self.add_document(document),
                (Some(Record::Document(document)), None) => {
                    self.layouts.remove(&document.id);
                }
                (Some(Record::Document(before)), Some(Record::Document(after)))
                    if before.text != after.text =>
                {
                    other_texts.push(after);
                }
                _ => {}
            }
        }
        for change in changes {
            if let Some(Record::Annotation(annotation)) = change.after() {
                moved.get_or_insert(annotation.document, Moved::default).come.push(Placed::new(annotation));
                touched.extend(self.add(annotation));
            }
        }
        self.place(moved);
        for document in other_texts {
            self.lay_out_anew(project, document, &mut touched);
        }
        touched
    }

    fn place(&mut self, moved: Table<DocumentId, Moved>) {
        for (document, moved) in &moved {
            if let Some(layout) = self.layouts.get_mut(&document) {
                layout.change(moved);
            }
        }
    }

    fn add_document(&mut self, document: &Document) {
        self.layouts.insert(document.id, Layout::new(document));
    }

    /// Another project had another text by this id.
    fn lay_out_anew(
        &mut self,
        project: &Project,
        document: &Document,
        touched: &mut KeySet<(DocumentId, usize)>,
    ) {
        let mut layout = Layout::new(document);
        if let Some(old) = self.layouts.get(&document.id) {
            layout.placed = old.placed.clone();
            for annotation in old.placed.iter().filter_map(|placed| project.annotation(placed.id)) {
                layout
                    .on_block
                    .extend(layout.under(&annotation.target).into_iter().map(|at| (at, annotation.id)));
            }
        }
        touched.extend((0..layout.blocks.len()).map(|block| (document.id, block)));
        self.layouts.insert(document.id, layout);
    }

    /// Returns the blocks that it lies on.
    fn add(&mut self, annotation: &Annotation) -> Vec<(DocumentId, usize)> {
        let uses = self.uses.get_or_insert(annotation.tag, Uses::default);
        *uses.get_or_insert(annotation.document, || 0) += 1;
        let (layout, blocks) = self.under(annotation);
        if let Some(layout) = layout {
            layout.on_block.extend(blocks.iter().map(|(_, block)| (*block, annotation.id)));
        }
        blocks
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
        let (layout, blocks) = self.under(annotation);
        if let Some(layout) = layout {
            for (_, block) in &blocks {
                layout.on_block.remove(&(*block, annotation.id));
            }
        }
        blocks
    }

    /// The layout that an annotation lies in, and on which blocks.
    fn under(&mut self, annotation: &Annotation) -> (Option<&mut Layout>, Vec<(DocumentId, usize)>) {
        let document = annotation.document;
        let layout = self.layouts.get_mut(&document);
        let blocks = layout.as_ref().map(|layout| layout.under(&annotation.target)).unwrap_or_default();
        (layout, blocks.into_iter().map(|block| (document, block)).collect())
    }
}
