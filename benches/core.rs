//! The core's hot paths, each with what it does in a second: `cargo bench --no-default-features`. A word behind it
//! measures only what has that word in its name; `-- --quick` takes two minutes instead of ten.
//!
//! They are compiled as the page is, for size; as WebAssembly in a browser they are slower.

#[path = "core/books.rs"]
mod books;
#[path = "../tests/sample/mod.rs"]
mod sample;

use books::{book, chinese, latin, one_more, project};
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use glossator::formats::{json, plain};
use glossator::history::{At, Editor, Kind, Step};
use glossator::legal::{Options, Table, recognise};
use glossator::model::*;
use glossator::store::{Entry, Pair, Taking, encode, nothing, open};
use glossator::table::KeySet;
use glossator::text::{Text, blocks};
use sample::{Chance, at};
use std::hint::black_box;
use std::time::Instant;

/// The texts of the large projects have so many characters.
const MEGABYTE: usize = 1_000_000;

/// How many annotations the projects have.
const SIZES: [usize; 2] = [10_000, 50_000];

fn texts() -> [(&'static str, String); 2] {
    [("latin", latin(MEGABYTE)), ("chinese", chinese(MEGABYTE))]
}

/// From each unit to each other one, at places all over a text.
fn positions(c: &mut Criterion) {
    const PLACES: usize = 1_000;
    let mut group = c.benchmark_group("positions");
    group.throughput(Throughput::Elements(PLACES as u64));
    for (name, content) in texts() {
        let text = Text::new(&content).expect("it is not too long");
        let mut chance = Chance(3);
        let offsets: Vec<u32> = (0..PLACES).map(|_| chance.below(MEGABYTE) as u32).collect();
        let places: Vec<_> = offsets.iter().filter_map(|offset| text.position(*offset)).collect();
        assert_eq!(places.len(), PLACES);
        let utf16: Vec<_> = places.iter().map(|place| text.utf16_of(*place).get()).collect();
        let byte: Vec<_> = places.iter().map(|place| text.byte_of(*place).get() as usize).collect();
        let id = |way| BenchmarkId::new(way, name);
        group.bench_function(id("code points to UTF-16"), |b| {
            b.iter(|| each(&places, |at| text.utf16_of(at)))
        });
        group.bench_function(id("UTF-16 to code points"), |b| {
            b.iter(|| each(&utf16, |at| text.position_of_utf16(at)))
        });
        group.bench_function(id("code points to bytes"), |b| b.iter(|| each(&places, |at| text.byte_of(at))));
        group.bench_function(id("bytes to code points"), |b| {
            b.iter(|| each(&byte, |at| text.position_of_byte(at)))
        });
    }
    group.finish();
}

fn each<P: Copy, T>(places: &[P], turn: impl Fn(P) -> T) {
    for place in places {
        black_box(turn(*place));
    }
}

/// A plain text comes in: decoded, its newlines made one, hashed, cut into blocks.
fn import(c: &mut Criterion) {
    let mut group = c.benchmark_group("import of a text");
    group.sample_size(20);
    for (name, content) in texts() {
        group.throughput(Throughput::Bytes(content.len() as u64));
        group.bench_function(name, |b| {
            b.iter(|| {
                let plain::Decoded::Text { raw, .. } = plain::decode(content.as_bytes()) else {
                    panic!("it is UTF-8");
                };
                blocks(&Text::import(&raw).expect("it is not too long"))
            });
        });
    }
    group.finish();
}

/// The segments of every block of a book.
fn all_segments(c: &mut Criterion) {
    let mut group = c.benchmark_group("segments");
    group.sample_size(20);
    let project = project(SIZES[0]);
    let index = Index::new(&project);
    let layout = index.layout(book()).expect("it is there");
    group.throughput(Throughput::Elements(SIZES[0] as u64));
    group.bench_function("lanes, per annotation", |b| b.iter(|| Lanes::new(layout.placed())));
    let lanes = Lanes::new(layout.placed());
    let cut_all = || {
        for (at, block) in layout.blocks.iter().enumerate() {
            let here = layout.on_block(at).filter_map(|id| project.annotation(id));
            black_box(segments(block.span, here, &lanes));
        }
    };
    group.throughput(Throughput::Elements(SIZES[0] as u64));
    group.bench_function("of all blocks, per annotation", |b| b.iter(cut_all));
    group.throughput(Throughput::Elements(layout.blocks.len() as u64));
    group.bench_function("of all blocks, per block", |b| b.iter(cut_all));
    group.finish();
}

/// What one edit costs among many annotations: an annotation comes and goes again.
fn edits(c: &mut Criterion) {
    let mut group = c.benchmark_group("edit");
    for size in SIZES {
        let start = project(size);
        let mut index = Index::new(&start);
        let mut editor = Editor::new(start.clone());
        let come = editor.run(one_more(&start), at(2)).expect("it is new").applied;
        let go = editor.undo(at(2)).expect("there is a step").applied;
        group.throughput(Throughput::Elements(2));
        let mut changed = start.clone();
        group.bench_function(BenchmarkId::new("patch applied", size), |b| {
            b.iter(|| {
                for patch in [&come.patch, &go.patch] {
                    let applied = apply(&mut changed, patch, Strictness::Whole, Stamping::Given);
                    black_box(applied.expect("it fits"));
                }
            });
        });
        group.bench_function(BenchmarkId::new("index follows", size), |b| {
            b.iter(|| {
                black_box(index.follow(editor.project(), &come));
                black_box(index.follow(editor.project(), &go));
            });
        });
        group.bench_function(BenchmarkId::new("planned, applied and undone", size), |b| {
            b.iter(|| {
                black_box(editor.run(one_more(&start), at(2)).expect("it is not there"));
                black_box(editor.undo(at(2)).expect("there is a step"));
            });
        });
    }
    group.finish();
}

/// A tag with a seventh of all annotations goes, and comes back.
fn bulk(c: &mut Criterion) {
    let mut group = c.benchmark_group("bulk");
    group.sample_size(10);
    for size in SIZES {
        let start = project(size);
        let tag = start.tags().keys().last().expect("there are tags");
        let mut index = Index::new(&start);
        group.throughput(Throughput::Elements(index.uses(tag).0 as u64 * 2));
        let mut editor = Editor::new(start);
        group.bench_function(BenchmarkId::new("tag deleted and undone, per annotation", size), |b| {
            b.iter(|| {
                let gone =
                    editor.run(Command::DeleteTag(tag, Orphans::Delete), at(2)).expect("it is there").applied;
                index.follow(editor.project(), &gone);
                let back = editor.undo(at(2)).expect("there is a step").applied;
                index.follow(editor.project(), &back);
            });
        });
    }
    group.finish();
}

/// The codebook reshaped: a tag with many annotations becomes one with another, or is split in two.
fn reshaping(c: &mut Criterion) {
    let mut group = c.benchmark_group("codebook");
    group.sample_size(10);
    for size in SIZES {
        let start = project(size);
        let tags: Vec<_> = start.tags().keys().collect();
        let (into, merged) = tags.split_last().expect("there are tags");
        let moved: usize = merged.iter().map(|tag| Index::new(&start).uses(*tag).0).sum();
        let merge = Command::MergeTags { tags: merged.to_vec(), into: *into };
        let new =
            NewTag { id: TagId::from_random([9; 16]), name: "half".to_owned(), parent: None, colour: None };
        let says = (Sieve::Says("the".to_owned()), new.id);
        let split = Command::SplitTag { id: *into, new: vec![new], parts: vec![says] };
        // The split is of a tag that all annotations have.
        let mut whole = Editor::new(start.clone());
        whole.run(merge.clone(), at(1)).expect("the tags are there");
        let whole = whole.project().clone();
        for (name, start, command, each) in [("merged", start, merge, moved), ("split", whole, split, size)] {
            let mut editor = Editor::new(start);
            let mut index = Index::new(editor.project());
            let each = u32::try_from(each).expect("it is a small number");
            group.bench_function(BenchmarkId::new(format!("{name} and undone, per annotation"), size), |b| {
                b.iter_custom(|times| {
                    let begun = Instant::now();
                    for _ in 0..times {
                        let done = editor.run(command.clone(), at(2)).expect("the tags are there").applied;
                        index.follow(editor.project(), &done);
                        let undone = editor.undo(at(2)).expect("there is a step").applied;
                        index.follow(editor.project(), &undone);
                    }
                    begun.elapsed() / each
                });
            });
        }
    }
    group.finish();
}

/// The project file.
fn files(c: &mut Criterion) {
    let mut group = c.benchmark_group("project file");
    group.sample_size(10);
    for size in SIZES {
        let project = project(size);
        let file = json::write_project(&project);
        group.throughput(Throughput::Elements(size as u64));
        group.bench_function(BenchmarkId::new("written", size), |b| b.iter(|| json::write_project(&project)));
        group.bench_function(BenchmarkId::new("read", size), |b| {
            b.iter(|| json::read(&file).expect("it was just written"));
        });
    }
    group.finish();
}

/// What is kept in the browser: a step as an entry of the log, a project as a snapshot, and both opened again.
fn saved_form(c: &mut Criterion) {
    let mut group = c.benchmark_group("saved form");
    group.sample_size(10);
    for size in SIZES {
        let project = project(size);
        let mut editor = Editor::new(project.clone()).resume(1, At::default());
        let begun = editor.begin(&nothing(), at(1));
        let step = editor.run(one_more(&project), at(2)).expect("it is new").step;
        let tag = project.tags().keys().last().expect("there are tags");
        let large = editor.run(Command::DeleteTag(tag, Orphans::Delete), at(3)).expect("it is there").step;
        for (name, step) in [("entry", &step), ("entry of a bulk", &large)] {
            group.throughput(Throughput::Elements(step.patch.changes.len() as u64));
            group.bench_function(BenchmarkId::new(format!("{name}, per change"), size), |b| {
                b.iter(|| encoded(step));
            });
        }
        group.throughput(Throughput::Elements(size as u64));
        let taken = || {
            Taking::begin(&project, at(4), begun.place, vec![begun.place], None, &KeySet::new())
                .whole(&project)
        };
        group.bench_function(BenchmarkId::new("snapshot, per annotation", size), |b| b.iter(taken));
        let mut pairs: Vec<Pair> = encoded(&begun);
        pairs.extend(taken().1);
        group.bench_function(BenchmarkId::new("opened, per annotation", size), |b| {
            b.iter_batched(|| pairs.clone(), open, BatchSize::LargeInput);
        });
    }
    group.finish();
}

fn encoded(step: &Step) -> Vec<Pair> {
    encode(&Entry { after: None, kind: Kind::Done, step: step.clone() })
}

/// References to international law in a megabyte of what is full of them, beside a plain scan for some words.
fn references(c: &mut Criterion) {
    let text = Text::new(&books::legal(MEGABYTE)).expect("it is not too long");
    let table = Table::embedded();
    let words = ["Convention", "resolution", "Article", "S/RES/", "Charter"];
    let mut group = c.benchmark_group("references");
    group.sample_size(20);
    group.throughput(Throughput::Bytes(text.as_str().len() as u64));
    group.bench_function("recognised", |b| b.iter(|| recognise(&text, &table, &Options::default())));
    group.bench_function("plain scan for five words", |b| {
        b.iter(|| words.iter().map(|word| text.as_str().matches(word).count()).sum::<usize>());
    });
    group.finish();
}

criterion_group!(
    benches,
    positions,
    import,
    all_segments,
    edits,
    bulk,
    reshaping,
    files,
    saved_form,
    references
);
criterion_main!(benches);
