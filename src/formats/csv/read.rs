//! Reading the table back, as it was or as a spreadsheet saved it.

use super::cells::{same_lines, split_path, unguard};
use super::table::{Columns, Row, rows, take_each};
use super::{AND, UNIT, values};
use crate::formats::error::excerpt;
use crate::formats::{LARGEST, ReadError};
use crate::model::*;
use crate::table::{Coded, KeySet, TextMap};
use crate::text::{Hash, Span};

/// Reads rows for documents that the project has: those with the id of an
/// annotation change its tag, ends, note, certainty and values; others become annotations. A row
/// that does not fit is left out, and a warning names it.
///
/// `fresh` gives random bytes for ids, `coder` is who gets rows without a coder.
///
/// # Errors
/// When nothing could be read.
pub fn read(
    source: &str,
    project: &Project,
    fresh: &mut dyn FnMut() -> [u8; 16],
    coder: CoderId,
    now: Time,
) -> Result<(Incoming, Vec<String>), ReadError> {
    if source.len() > LARGEST {
        return Err(ReadError::TooLarge { bytes: source.len() });
    }
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    if source.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let mut rows = rows(source);
    let columns = Columns::find(&rows.next().unwrap_or_default())?;
    let mut reader = Reader {
        values: values::columns(project),
        project,
        fresh,
        coder,
        now,
        incoming: Incoming::default(),
        ids: KeySet::new(),
        said: project.annotations().values().map(saying).collect(),
    };
    let warnings = take_each(rows, |row| reader.take(&Row { columns: &columns, cells: row }))?;
    Ok((reader.incoming, warnings))
}

/// What an annotation says, in short. The same twice says nothing more.
fn saying(annotation: &Annotation) -> Hash {
    let mut words = vec![0; 6];
    (annotation.document, (annotation.tag, annotation.coder)).encode(&mut words);
    let ends = |span: &Span| [span.start(), span.end()].map(|end| u64::from(end.get()));
    words.extend(annotation.target.spans().iter().flat_map(ends));
    let bytes: Vec<_> = words.into_iter().flat_map(u64::to_be_bytes).collect();
    Hash::of(&bytes)
}

struct Reader<'r> {
    values: Vec<values::Column<'r>>,
    project: &'r Project,
    fresh: &'r mut dyn FnMut() -> [u8; 16],
    coder: CoderId,
    now: Time,
    incoming: Incoming,
    /// The annotations that rows were about.
    ids: KeySet<AnnotationId>,
    /// What is said already, here or in the project.
    said: KeySet<Hash>,
}

impl<'r> Reader<'r> {
    /// Takes one row in, or says why not.
    fn take(&mut self, row: &Row<'_>) -> Result<(), String> {
        let document = self.document(row)?;
        let target = target(row, document)?;
        let id = AnnotationId::parse(row.raw("annotation id").trim());
        let stamp = Stamp { modified: self.now, rev: 1, lamport: self.project.lamport() + 1 };
        if let Some(known) = id.and_then(|id| self.project.annotation(id)) {
            if known.document != document.id {
                return Err("this annotation lies on another document".to_owned());
            }
            if !self.ids.insert(known.id) {
                return Err("an earlier row has the same annotation id".to_owned());
            }
            let tag = self.tag(row, Some(known.tag))?;
            let mut next = Annotation { target, ..known.clone() };
            if tag != known.tag {
                (next.tag, next.tag_revision) = (tag, self.revision(tag));
            }
            if row.has("note") && !same_lines(row.cell("note"), &known.note) {
                next.note = row.cell("note").to_owned();
            }
            next.certainty = values::certainty(row, known.certainty)?;
            self.read_values(row, &mut next)?;
            if next != *known {
                next.stamp = Stamp { rev: known.stamp.rev + 1, ..stamp };
                self.incoming.annotations.push(next);
            }
            return Ok(());
        }
        let tag = self.tag(row, None)?;
        let coder = self.coder_of(row);
        let id =
            id.filter(|id| self.ids.insert(*id)).unwrap_or_else(|| AnnotationId::from_random((self.fresh)()));
        let buried = self.project.tombstones().get(&id.into()).map_or(0, |tombstone| tombstone.stamp.rev);
        let mut new = Annotation {
            id,
            document: document.id,
            target,
            tag,
            tag_revision: self.revision(tag),
            coder,
            values: TextMap::new(),
            certainty: values::certainty(row, None)?,
            note: row.cell("note").to_owned(),
            created: Time::parse(row.raw("created").trim()).unwrap_or(self.now),
            stamp: Stamp { rev: buried + 1, ..stamp },
            extra: Extra::default(),
        };
        self.read_values(row, &mut new)?;
        if !self.said.insert(saying(&new)) {
            return Err("this passage already has this tag by this coder".to_owned());
        }
        self.incoming.annotations.push(new);
        Ok(())
    }

    fn read_values(&self, row: &Row<'_>, annotation: &mut Annotation) -> Result<(), String> {
        // As it was before the row, as the row was written.
        let asked = values::Asked::of(self.project, annotation);
        self.values.iter().try_for_each(|column| column.read(row, annotation, &asked))
    }

    fn document(&self, row: &Row<'_>) -> Result<&'r Document, String> {
        let id = DocumentId::parse(row.raw("document id").trim());
        if let Some(document) = id.and_then(|id| self.project.document(id)) {
            return Ok(document);
        }
        let title = row.cell("document").trim();
        let mut called =
            self.project.documents().into_iter().filter(|document| document.title.trim() == title);
        match (called.next(), called.next()) {
            (Some(document), None) => Ok(document),
            (Some(_), Some(_)) => Err(format!("several documents are called “{}”", excerpt(title))),
            _ => Err(format!("there is no document “{}” in this project", excerpt(title))),
        }
    }

    /// The tag that a row names, made if it is not there. A known annotation's
    /// tag stays where the row names it by the same words.
    fn tag(&mut self, row: &Row<'_>, current: Option<TagId>) -> Result<TagId, String> {
        let by_path = row.has("tag path") && !row.raw("tag path").trim().is_empty();
        let names = if by_path {
            split_path(row.cell("tag path"))
        } else {
            vec![row.cell("tag").trim().to_owned()].into_iter().filter(|name| !name.is_empty()).collect()
        };
        let project = self.project;
        let is_named = |id: &TagId| {
            let path = path(project, *id);
            let path = if by_path { &path[..] } else { &path[path.len().saturating_sub(1)..] };
            path.iter().map(|name| name.trim()).eq(names.iter().map(String::as_str))
        };
        if names.is_empty() {
            return Err("it names no tag".to_owned());
        }
        let known = || depth_first(project).into_iter().map(|(_, tag)| tag.id).find(is_named);
        if let Some(id) = current.filter(is_named).or_else(known) {
            return Ok(id);
        }
        let mut parent = None;
        for name in names {
            let there = children(project, parent).into_iter().find(|tag| tag.name.trim() == name);
            let made = self.incoming.tags.iter().find(|tag| tag.parent == parent && tag.name == name);
            let id = there.or(made).map(|tag| tag.id);
            parent = Some(id.unwrap_or_else(|| self.make_tag(name, parent)));
        }
        Ok(parent.expect("there is at least one name"))
    }

    fn make_tag(&mut self, name: String, parent: Option<TagId>) -> TagId {
        let id = TagId::from_random((self.fresh)());
        let made = |id: TagId| self.incoming.tags.iter().find(move |tag| tag.id == id);
        let above = parent.and_then(|parent| self.project.tag(parent).or_else(|| made(parent)));
        let siblings = self.incoming.tags.iter().filter(|tag| tag.parent == parent);
        let last = siblings.chain(children(self.project, parent)).map(|tag| &tag.order).max();
        let colour = above.map_or(PALETTE[self.incoming.tags.len() % PALETTE.len()], |above| above.colour);
        let tag = Tag::new(id, name, parent, Order::after(last), colour);
        self.incoming.tags.push(tag);
        id
    }

    /// A tag that was just made has revision 1.
    fn revision(&self, tag: TagId) -> u32 {
        self.project.tag(tag).map_or(1, |tag| tag.revision)
    }

    /// The coder that a row names by label or id; one who is not there is made.
    fn coder_of(&mut self, row: &Row<'_>) -> CoderId {
        let name = row.cell("coder").trim().to_owned();
        let id = CoderId::parse(&name);
        let known = self.project.coders().values().chain(&self.incoming.coders);
        let named = |coder: &&Coder| Some(coder.id) == id || (!name.is_empty() && coder.label.trim() == name);
        if let Some(coder) = known.into_iter().find(named) {
            return coder.id;
        }
        let coder = match id {
            Some(id) => Coder { id, label: String::new(), extra: Extra::default() },
            None if name.is_empty() => {
                Coder { id: self.coder, label: String::new(), extra: Extra::default() }
            }
            None => Coder { id: CoderId::from_random((self.fresh)()), label: name, extra: Extra::default() },
        };
        let id = coder.id;
        let is_there =
            self.project.coder(id).is_some() || self.incoming.coders.iter().any(|coder| coder.id == id);
        if !is_there {
            self.incoming.coders.push(coder);
        }
        id
    }
}

/// The passage of a row; the document must have the row's words there.
fn target(row: &Row<'_>, document: &Document) -> Result<Target, String> {
    let unit = row.raw("unit").trim();
    if !unit.is_empty() && unit != UNIT {
        return Err(format!("its unit is “{}”, not “{UNIT}”", excerpt(unit)));
    }
    let (starts, ends) = (numbers(row.raw("start"))?, numbers(row.raw("end"))?);
    if starts.len() != ends.len() {
        return Err("it has not as many starts as ends".to_owned());
    }
    let words = row.raw("text");
    if starts.is_empty() {
        let whole = words.is_empty().then(Target::document);
        return whole.ok_or_else(|| "it has a text but no start and end".to_owned());
    }
    let text = &document.text;
    let spans: Option<Vec<Span>> =
        starts.iter().zip(&ends).map(|(start, end)| text.span(*start, *end)).collect();
    let target = spans.and_then(Target::ranges);
    let none = || format!("{} to {} is no passage of this text", row.raw("start"), row.raw("end"));
    let target = target.ok_or_else(none)?;
    let real: Vec<_> = target.spans().iter().map(|span| text.slice(*span)).collect();
    let real = real.join(GAP);
    if same_lines(unguard(words), &real) || same_lines(words, &real) {
        Ok(target)
    } else {
        Err(format!("it says “{}”, but the text has “{}” there", excerpt(words), excerpt(&real)))
    }
}

fn numbers(cell: &str) -> Result<Vec<u32>, String> {
    let number =
        |part: &str| part.trim().parse().map_err(|_| format!("“{}” is no position in a text", excerpt(cell)));
    if cell.trim().is_empty() { Ok(Vec::new()) } else { cell.split(AND).map(number).collect() }
}
