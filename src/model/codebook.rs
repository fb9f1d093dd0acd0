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
    let mut tags: Vec<_> = project.tags().values().collect();
    tags.sort_by(|a, b| (a.parent, &b.order, b.id).cmp(&(b.parent, &a.order, a.id)));
    // The next one lies on top, so siblings go onto it from the last.
    let mut open: Vec<(usize, &Tag)> = Vec::new();
    let mut out = Vec::with_capacity(tags.len());
    let push = |open: &mut Vec<_>, depth, parent| {
        let siblings = &tags[tags.partition_point(|tag| tag.parent < parent)..];
        open.extend(siblings.iter().take_while(|tag| tag.parent == parent).map(|tag| (depth, *tag)));
    };
    push(&mut open, 0, None);
    while let Some((depth, tag)) = open.pop() {
        out.push((depth, tag));
        push(&mut open, depth + 1, Some(tag.id));
    }
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
pub fn lies_under(project: &Project, id: TagId, ancestor: TagId) -> bool {
    let mut next = Some(id);
    while let Some(id) = next {
        if id == ancestor {
            return true;
        }
        next = project.tag(id).and_then(|tag| tag.parent);
    }
    false
}
