//! Ordered maps and sets: the same as the standard library's, but with one tree.

mod support;

use glossator::model::{
    AnnotationId, BuriedId, CoderId, DocumentId, InstrumentId, Key, RefusalId, RelationId, RelationTypeId,
    RuleId, TagId, VersionId,
};
use glossator::table::{Coded, KeySet, Table, TextMap};
use glossator::text::{Hash, Text};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use support::*;

/// One of few ids, so that they meet; the others' words differ only at their ends.
fn bytes(chance: &mut Chance) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[*chance.pick(&[0, 7, 8, 15])] = *chance.pick(&[0, 1, 127, 128, 255]);
    bytes
}

fn key(chance: &mut Chance) -> Key {
    let document = DocumentId::from_random(bytes(chance));
    match chance.below(13) {
        0 => Key::Head,
        1 => Key::Document(document),
        2 => Key::Tag(TagId::from_random(bytes(chance))),
        3 => Key::Coder(CoderId::from_random(bytes(chance))),
        4 => Key::Annotation(AnnotationId::from_random(bytes(chance))),
        5 => Key::Tombstone(BuriedId::from_random(bytes(chance))),
        6 => Key::RelationType(RelationTypeId::from_random(bytes(chance))),
        7 => Key::Relation(RelationId::from_random(bytes(chance))),
        8 => Key::Rule(RuleId::from_random(bytes(chance))),
        9 => Key::Version(VersionId::from_random(bytes(chance))),
        10 => Key::Refusal(RefusalId::from_random(bytes(chance))),
        11 => Key::Instrument(InstrumentId::from_random(bytes(chance))),
        _ => Key::Reading(CoderId::from_random(bytes(chance)), document),
    }
}

#[test]
fn a_table_does_what_a_b_tree_does() {
    for_seeds(500, |_, chance| {
        let (mut table, mut model) = (Table::new(), BTreeMap::new());
        let mut before = (table.clone(), model.clone());
        for step in 0..200 {
            let key = key(chance);
            match chance.below(5) {
                0 => assert_eq!(table.remove(&key).as_deref(), model.remove(&key).as_ref()),
                1 => {
                    let known = table.get_or_insert(key, || step);
                    let model = model.entry(key).or_insert(step);
                    assert_eq!(known, model);
                    (*known, *model) = (step, step);
                }
                2 => {
                    table.get_mut(&key).into_iter().for_each(|value| *value += 1);
                    model.get_mut(&key).into_iter().for_each(|value| *value += 1);
                }
                3 if chance.one_in(10) => {
                    let copy: Table<_, _> = table.iter().map(|(key, value)| (key, *value)).collect();
                    assert!(copy == table, "a table does not depend on how it came about");
                    before = (table.clone(), model.clone());
                }
                _ => assert_eq!(table.insert(key, step).as_deref().copied(), model.insert(key, step)),
            }
            assert_eq!(table.get(&key), model.get(&key));
            assert_eq!(table.contains_key(&key), model.contains_key(&key));
            assert_eq!((table.len(), table.is_empty()), (model.len(), model.is_empty()));
        }
        assert!(table.iter().eq(model.iter().map(|(key, value)| (*key, value))));
        assert!(table.keys().eq(model.keys().copied()) && table.values().eq(model.values()));
        assert!(before.0.iter().eq(before.1.iter().map(|(key, value)| (*key, value))), "a clone is apart");
        assert_eq!(before.0 == table, before.1 == model);
    });
}

#[test]
fn a_large_table_does_what_a_b_tree_does() {
    for_seeds(20, |_, chance| {
        let (mut table, mut model) = (Table::new(), BTreeMap::new());
        let check = |table: &Table<(u64, u64), u64>, model: &BTreeMap<(u64, u64), u64>| {
            assert_eq!(table.len(), model.len());
            assert!(table.iter().eq(model.iter().map(|(key, value)| (*key, value))));
            for first in 0..40 {
                let alike = model.range((first, 0)..=(first, u64::MAX)).map(|(key, value)| (*key, value));
                assert!(table.beginning_with(first).eq(alike), "those that begin with {first}");
            }
        };
        // In order, from the back, and in between.
        for number in 0..1_500 {
            let key = match chance.below(3) {
                0 => (30, number),
                1 => (10, 5_000 - number),
                _ => (chance.below(40) as u64, chance.below(50) as u64),
            };
            assert_eq!(table.insert(key, number).as_deref().copied(), model.insert(key, number));
        }
        check(&table, &model);
        let whole = (table.clone(), model.clone());
        let mut keys: Vec<_> = model.keys().copied().collect();
        let mut gone = 0;
        while !keys.is_empty() {
            // A stretch goes from its front, and one here and there.
            let at = if chance.one_in(2) { keys.len() / 3 } else { chance.below(keys.len() as u32) as usize };
            let key = keys.remove(at);
            assert_eq!(table.remove(&key).as_deref().copied(), model.remove(&key));
            assert!(!table.contains_key(&key));
            gone += 1;
            if gone % 100 == 0 {
                check(&table, &model);
            }
        }
        assert!(table.is_empty() && table.iter().next().is_none());
        check(&whole.0, &whole.1);
    });
}

#[test]
fn a_key_set_does_what_a_b_tree_does() {
    for_seeds(500, |_, chance| {
        let (mut set, mut model) = (KeySet::new(), BTreeSet::new());
        let pair = |chance: &mut Chance| (chance.below(5) as usize, AnnotationId::from_random(bytes(chance)));
        for _ in 0..100 {
            let key = pair(chance);
            if chance.one_in(3) {
                assert_eq!(set.remove(&key), model.remove(&key));
            } else {
                assert_eq!(set.insert(key), model.insert(key));
            }
            assert_eq!(set.contains(&key), model.contains(&key));
            assert_eq!((set.len(), set.is_empty()), (model.len(), model.is_empty()));
        }
        assert!(set.iter().eq(model.iter().copied()));
        assert!(set == set.iter().collect());
        for first in [0, 3, 4, 5, usize::MAX] {
            let found = model.iter().copied().filter(|(half, _)| *half == first);
            assert!(set.beginning_with(first).eq(found));
        }
    });
}

#[test]
fn a_table_gives_the_rows_that_begin_alike() {
    let rows = [((2, 1), "c"), ((1, 9), "b"), ((1, 0), "a"), ((u64::MAX, 3), "d")];
    let table: Table<(u64, u32), &str> = rows.into_iter().collect();
    let found = |first: u64| table.beginning_with(first).map(|(_, value)| *value).collect::<String>();
    assert_eq!([0, 1, 2, u64::MAX].map(found), ["", "ab", "c", "d"]);
}

#[test]
fn a_value_that_two_tables_share_changes_in_one() {
    let (mut one, mut other) = (Table::new(), Table::new());
    let value = std::sync::Arc::new(1);
    one.share(0_u32, value.clone());
    other.share(0_u32, value);
    one.get_mut(&0).into_iter().for_each(|value| *value += 1);
    assert_eq!((one.get(&0), other.get(&0)), (Some(&2), Some(&1)));
}

#[track_caller]
fn check_order<K: Coded + Ord + Debug>(keys: &[K]) {
    let set: KeySet<_> = keys.iter().copied().collect();
    let model: BTreeSet<_> = keys.iter().copied().collect();
    assert!(set.iter().eq(model), "{keys:?} come in another order");
}

#[test]
fn every_kind_of_key_sorts_as_it_does_elsewhere() {
    for_seeds(100, |_, chance| {
        let mut ids = || std::array::from_fn::<_, 20, _>(|_| bytes(chance));
        check_order(&ids().map(AnnotationId::from_random));
        check_order(&ids().map(|id| (CoderId::from_random(id), DocumentId::from_random([id[0]; 16]))));
        check_order(&ids().map(|id| Hash::of(&id)));
        check_order(&std::array::from_fn::<_, 50, _>(|_| key(chance)));
    });
    let text = Text::new(&"x".repeat(300)).expect("it is short");
    check_order(&[300, 0, 255, 256, 1].map(|at| text.position(at).expect("it lies within the text")));
    check_order(&[(1, u64::MAX), (u32::MAX, 0), (0, 5), (1, 0)]);
}

#[test]
fn texts_by_name_do_what_a_b_tree_does() {
    for_seeds(500, |_, chance| {
        let (mut map, mut model) = (TextMap::new(), BTreeMap::new());
        let mut rows = Vec::new();
        for step in 0..50 {
            let name = random_text(chance, 2).chars().take(2).collect::<String>();
            if chance.one_in(3) {
                assert_eq!(map.remove(&name), model.remove(&name));
                continue;
            }
            map.insert(name.clone(), step.to_string());
            model.insert(name.clone(), step.to_string());
            assert_eq!(map.get(&name), model.get(&name).map(String::as_str));
            rows.push((name, step.to_string()));
        }
        assert_eq!(map.is_empty(), model.is_empty());
        assert!(map.into_iter().eq(model));
        let collected: TextMap = rows.iter().cloned().collect();
        assert!(collected.into_iter().eq(rows.into_iter().collect::<BTreeMap<_, _>>()));
    });
}
