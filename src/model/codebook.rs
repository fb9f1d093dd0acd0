//! The codebook as a tree.

use super::{Project, Tag, TagId};

/// The tags directly under one, or at the top, in their order.
pub fn children(project: &Project, parent: Option<TagId>) -> Vec<&Tag> {
    let mut children: Vec<_> = project.tags().values().filter(|tag| tag.parent == parent).collect();
    children.sort_by(|a, b| (&a.order, a.id).cmp(&(&b.order, b.id)));
    children
}

/// Every tag with its depth, each followed by those under it.
pub fn depth_first(project: &Project) -> Vec<(usize, &Tag)> {
    fn walk<'p>(project: &'p Project, parent: Option<TagId>, depth: usize, out: &mut Vec<(usize, &'p Tag)>) {
        for tag in children(project, parent) {
            out.push((depth, tag));
            walk(project, Some(tag.id), depth + 1, out);
        }
    }
    let mut out = Vec::with_capacity(project.tags().len());
    walk(project, None, 0, &mut out);
    out
}

/// The names from the top down to a tag.
pub fn path(project: &Project, id: TagId) -> Vec<&str> {
    let mut names = Vec::new();
    let mut next = project.tag(id);
    while let Some(tag) = next {
        names.push(tag.name.as_str());
        next = tag.parent.and_then(|parent| project.tag(parent));
    }
    names.reverse();
    names
}

/// True where a tag lies somewhere under another, or is it.
pub(super) fn lies_under(project: &Project, id: TagId, ancestor: TagId) -> bool {
    let mut next = Some(id);
    while let Some(id) = next {
        if id == ancestor {
            return true;
        }
        next = project.tag(id).and_then(|tag| tag.parent);
    }
    false
}
