//! Every command. Within one place no two share a key; what is checked of the
//! table is checked while compiling, below it.

use super::acts;
use super::book;
use super::{Deed, Id, Place, Row};
use crate::app::{App, Dialog, Leaf, Pane, Screen, Take};
use crate::formats::{CODEBOOKS, WRITERS};
use crate::text::Motion;
use crate::ui::annotations::switch_filter;
use crate::ui::codebook::Step;
use crate::ui::dialogs;
use crate::ui::foot;
use crate::ui::legal;
use crate::ui::lists::eye;
use crate::ui::pen;
use crate::ui::print;
use crate::ui::reader::{Edge, Unit, Way, push_edge, select_unit, tag_document, take};
use crate::ui::relating;
use leptos::prelude::*;

use Place::{Annotate, Chosen, Codebook, Page, Review, Text};

/// Every command, in the order of the sheet.
pub const COMMANDS: &[Row] = &[
    row(Id::Commands, Page, &["Mod+k"], |app| app.view.dialog.set(Some(Dialog::Commands))),
    row(Id::Keys, Page, &["?"], |app| app.view.dialog.set(Some(Dialog::Keys))),
    row(Id::Undo, Page, &["Mod+z"], |app| app.undo()).when(|app| app.undoable().is_some()),
    row(Id::Redo, Page, &["Mod+Shift+z", "Mod+y"], |app| app.redo()).when(|app| app.redoable().is_some()),
    row(Id::History, Page, &["y"], |app| app.view.dialog.set(Some(Dialog::History))),
    row(Id::Annotate, Page, &[], |app| acts::go_to_screen(app, Screen::Annotate)),
    row(Id::Codebook, Page, &[], |app| acts::go_to_screen(app, Screen::Codebook)),
    row(Id::Projects, Page, &[], |app| acts::go_to_screen(app, Screen::Projects)),
    row(Id::Ledger, Page, &[], |app| acts::go_to_screen(app, Screen::Ledger)),
    row(Id::NewInstrument, Page, &[], |app| app.view.dialog.set(Some(Dialog::Instrument(None)))),
    row(Id::Project, Page, &[], |app| app.view.dialog.set(Some(Dialog::Project))),
    row(Id::Saving, Page, &[], |app| app.view.dialog.set(Some(Dialog::Saving))),
    row(Id::TieFile, Page, &[], |app| app.tie_file()).when(|app| app.can_write_files()),
    row(Id::UntieFile, Page, &[], dialogs::untie).when(|app| app.view.file.with(Option::is_some)),
    row(Id::Erase, Page, &[], |app| app.view.dialog.set(Some(Dialog::Erase))),
    row(Id::Import, Page, &[], |_| acts::press(".import-field")),
    row(Id::PasteText, Page, &[], |app| app.view.dialog.set(Some(Dialog::Paste))),
    row(Id::ExportProject, Page, &[], |app| app.export(0)),
    row(Id::ExportAnnotations, Page, &[], |app| app.export(1)),
    row(Id::ExportTable, Page, &[], |app| app.export(2)),
    row(Id::ExportRelations, Page, &[], |app| app.export(3)),
    row(Id::Coder, Page, &[], |app| app.view.dialog.set(Some(Dialog::Coder(None)))),
    row(Id::Theme, Page, &[], acts::theme),
    row(Id::Reading, Page, &[], |app| app.view.dialog.set(Some(Dialog::Reading))),
    row(Id::Offline, Page, &[], foot::say_offline),
    row(Id::Print, Page, &[], print::print).when(acts::has_document),
    row(Id::NextAnnotation, Annotate, &["n"], |app| acts::step(app, 1)).when(acts::has_annotations),
    row(Id::PreviousAnnotation, Annotate, &["p"], |app| acts::step(app, -1)).when(acts::has_annotations),
    row(Id::Retag, Annotate, &["t"], acts::retag).when(acts::has_chosen),
    row(Id::Details, Annotate, &["i"], acts::details).when(acts::has_chosen),
    row(Id::Note, Annotate, &["e"], acts::note).when(acts::has_chosen),
    row(Id::Relate, Annotate, &["r"], relating::begin).when(acts::has_chosen),
    row(Id::AddPiece, Annotate, &["+"], acts::add_piece).when(|app| app.extendable().is_some()),
    row(Id::TagDocument, Annotate, &["d"], tag_document).when(acts::has_document),
    row(Id::Arcs, Annotate, &["a"], acts::arcs).when(acts::has_document),
    row(Id::Delete, Annotate, &["Delete", "Backspace"], acts::delete).when(acts::has_chosen),
    row(Id::Pen, Annotate, &["m"], pen::switch).when(acts::has_document),
    row(Id::KeepExample, Annotate, &["x"], book::example).when(acts::has_document),
    row(Id::KeepCounterExample, Annotate, &["Shift+x"], book::counter_example).when(acts::has_document),
    row(Id::Filter, Annotate, &["f"], switch_filter).when(acts::has_annotations),
    row(Id::HideTag, Annotate, &["h"], eye::switch_chosen).when(acts::has_tag_in_hand),
    row(Id::ShowTags, Annotate, &["Shift+h"], eye::reveal_all)
        .when(|app| app.view.hidden.with(|hidden| !hidden.is_empty())),
    row(Id::LookForLaw, Annotate, &["l"], legal::look).when(acts::has_document),
    row(Id::NextSuggestion, Annotate, &["j"], |app| legal::step(app, 1)).when(acts::has_document),
    row(Id::PreviousSuggestion, Annotate, &["k"], |app| legal::step(app, -1)).when(acts::has_document),
    row(Id::OfferAgain, Annotate, &[], |app| app.offer_again()).when(acts::has_refusals),
    row(Id::Leave, Annotate, &["Escape"], acts::leave),
    row(Id::ShowLists, Annotate, &[], |app| acts::go_to(app, Pane::Lists)),
    row(Id::ShowText, Annotate, &[], |app| acts::go_to(app, Pane::Reader)),
    row(Id::ShowAnnotations, Annotate, &[], |app| acts::go_to(app, Pane::Annotations)),
    row(Id::NextDocument, Annotate, &[], |app| acts::step_document(app, 1)).when(acts::has_other_documents),
    row(Id::PreviousDocument, Annotate, &[], |app| acts::step_document(app, -1))
        .when(acts::has_other_documents),
    row(Id::EditDocument, Annotate, &[], |app| {
        app.view.dialog.set(app.view.document.get_untracked().map(Dialog::Document));
    })
    .when(acts::has_document),
    row(Id::DoneReading, Annotate, &[], acts::done_reading).when(acts::has_document),
    row(Id::NewTag, Annotate, &[], acts::new_tag),
    row(Id::TagPassage, Text, &["Enter"], |app| take(app, Take::Words)).when(acts::has_document),
    row(Id::TagExactly, Text, &["Alt+Enter"], |app| take(app, Take::Exact)).when(acts::has_document),
    row(Id::SelectWord, Text, &["w"], |app| select_unit(app, Unit::Word)).when(acts::has_document),
    row(Id::SelectSentence, Text, &["s"], |app| select_unit(app, Unit::Sentence)).when(acts::has_document),
    row(Id::SelectParagraph, Text, &["b"], |app| select_unit(app, Unit::Block)).when(acts::has_document),
    way(Id::NextCharacter, &["ArrowRight"], Way::To(Motion::NextCharacter)),
    way(Id::PreviousCharacter, &["ArrowLeft"], Way::To(Motion::PreviousCharacter)),
    way(Id::NextWord, &["Mod+ArrowRight", "Alt+ArrowRight"], Way::To(Motion::NextWord)),
    way(Id::PreviousWord, &["Mod+ArrowLeft", "Alt+ArrowLeft"], Way::To(Motion::PreviousWord)),
    way(Id::NextSentence, &[".", ">"], Way::To(Motion::NextSentence)),
    way(Id::PreviousSentence, &[",", "<"], Way::To(Motion::PreviousSentence)),
    way(Id::NextParagraph, &["Mod+ArrowDown", "Alt+ArrowDown"], Way::To(Motion::NextBlock)),
    way(Id::PreviousParagraph, &["Mod+ArrowUp", "Alt+ArrowUp"], Way::To(Motion::PreviousBlock)),
    way(Id::LineDown, &["ArrowDown"], Way::Line(1)),
    way(Id::LineUp, &["ArrowUp"], Way::Line(-1)),
    way(Id::LineStart, &["Home"], Way::LineEnd(-1)),
    way(Id::LineEnd, &["End"], Way::LineEnd(1)),
    way(Id::TextStart, &["Mod+Home", "Alt+Home"], Way::To(Motion::Start)),
    way(Id::TextEnd, &["Mod+End", "Alt+End"], Way::To(Motion::End)),
    row(Id::EndLater, Chosen, &["Shift+ArrowRight", "Mod+Shift+ArrowRight"], |app| {
        push_edge(app, Edge::End, Motion::NextWord);
    })
    .when(acts::has_chosen),
    row(Id::EndEarlier, Chosen, &["Shift+ArrowLeft", "Mod+Shift+ArrowLeft"], |app| {
        push_edge(app, Edge::End, Motion::PreviousWord);
    })
    .when(acts::has_chosen),
    row(Id::StartLater, Chosen, &["Mod+ArrowRight"], |app| push_edge(app, Edge::Start, Motion::NextWord))
        .when(acts::has_chosen),
    row(Id::StartEarlier, Chosen, &["Mod+ArrowLeft"], |app| {
        push_edge(app, Edge::Start, Motion::PreviousWord);
    })
    .when(acts::has_chosen),
    row(Id::EndLaterExactly, Chosen, &["Alt+Shift+ArrowRight", "Mod+Alt+Shift+ArrowRight"], |app| {
        push_edge(app, Edge::End, Motion::NextCharacter);
    })
    .when(acts::has_chosen),
    row(Id::EndEarlierExactly, Chosen, &["Alt+Shift+ArrowLeft", "Mod+Alt+Shift+ArrowLeft"], |app| {
        push_edge(app, Edge::End, Motion::PreviousCharacter);
    })
    .when(acts::has_chosen),
    row(Id::StartLaterExactly, Chosen, &["Mod+Alt+ArrowRight"], |app| {
        push_edge(app, Edge::Start, Motion::NextCharacter);
    })
    .when(acts::has_chosen),
    row(Id::StartEarlierExactly, Chosen, &["Mod+Alt+ArrowLeft"], |app| {
        push_edge(app, Edge::Start, Motion::PreviousCharacter);
    })
    .when(acts::has_chosen),
    row(Id::AcceptSuggestion, Review, &["y"], legal::accept).when(acts::has_suggestion),
    row(Id::ChooseMeaning, Review, &["c"], legal::choose).when(acts::has_suggestion),
    row(Id::RefuseSuggestion, Review, &["x"], legal::refuse).when(acts::has_suggestion),
    row(Id::RefuseAlike, Review, &["Shift+x"], legal::refuse_alike).when(acts::has_suggestion),
    row(Id::BookNewTag, Codebook, &["n"], |app| book::at_button(app, ".codebook .new-tag")),
    row(Id::TagUp, Codebook, &["Alt+ArrowUp"], |app| book::step(app, Step::Up)).when(book::has_tag),
    row(Id::TagDown, Codebook, &["Alt+ArrowDown"], |app| book::step(app, Step::Down)).when(book::has_tag),
    row(Id::TagIn, Codebook, &["Alt+ArrowRight"], |app| book::step(app, Step::In)).when(book::has_tag),
    row(Id::TagOut, Codebook, &["Alt+ArrowLeft"], |app| book::step(app, Step::Out)).when(book::has_tag),
    row(Id::NewAttribute, Codebook, &["a"], book::new_attribute).when(book::has_tag),
    row(Id::MergeTag, Codebook, &["m"], book::merge).when(book::has_tag),
    row(Id::SplitTag, Codebook, &["s"], book::split).when(book::has_tag),
    row(Id::RetireTag, Codebook, &["r"], book::retire_tag).when(book::has_tag),
    row(Id::RemoveTag, Codebook, &["Delete"], book::remove_tag).when(book::has_tag),
    row(Id::NewRelationType, Codebook, &["l"], |app| book::at_button(app, ".codebook .add-relation")),
    row(Id::NewRule, Codebook, &["u"], |app| book::leaf(app, Leaf::Rule(None))),
    row(Id::Breaches, Codebook, &["b"], |app| book::leaf(app, Leaf::Breaches)),
    row(Id::NameVersion, Codebook, &["v"], |app| book::at_button(app, ".codebook .add-version")),
    row(Id::CompareVersions, Codebook, &["c"], book::compare),
    row(Id::Outdated, Codebook, &["o"], |app| book::leaf(app, Leaf::Outdated)),
    row(Id::ExportCodebook, Codebook, &[], |app| app.export_codebook(0)),
    row(Id::ExportQdc, Codebook, &[], |app| app.export_codebook(1)),
    row(Id::ExportMarkdown, Codebook, &[], |app| app.export_codebook(2)),
    row(Id::Starters, Codebook, &[], |app| app.view.dialog.set(Some(Dialog::Starters))),
];

const fn row(id: Id, place: Place, chords: &'static [&'static str], run: fn(App)) -> Row {
    Row { id, place, chords, deed: Deed::Run(run), is_offered: acts::always }
}

const fn way(id: Id, chords: &'static [&'static str], way: Way) -> Row {
    Row { id, place: Text, chords, deed: Deed::Move(way), is_offered: acts::has_document }
}

impl Row {
    /// The command is offered only then.
    const fn when(self, is_offered: fn(App) -> bool) -> Self {
        Self { is_offered, ..self }
    }
}

// Checked while compiling: every command has its row, in the order of the ids; those of a place
// stand together; within one place no two share a key; every kind of file has its command.
const _: () = {
    assert!(COMMANDS.len() == Id::ALL.len(), "every Id has one row");
    assert!(CODEBOOKS.len() == 3, "every format of the codebook has a command that exports it");
    assert!(WRITERS.len() == 4, "every format has a command that exports it");
    let mut at = 0;
    while at < COMMANDS.len() {
        let row = &COMMANDS[at];
        assert!(row.id as usize == at, "the rows stand in the order of the ids");
        assert!(
            at == 0 || COMMANDS[at - 1].place as usize <= row.place as usize,
            "a place's rows stand together"
        );
        let mut other = 0;
        while other < at {
            if COMMANDS[other].place as usize == row.place as usize {
                assert!(!share(COMMANDS[other].chords, row.chords), "two commands of one place share a key");
            }
            other += 1;
        }
        at += 1;
    }
};

const fn share(these: &[&str], those: &[&str]) -> bool {
    let mut at = 0;
    while at < these.len() * those.len() {
        if same(these[at % these.len()].as_bytes(), those[at / these.len()].as_bytes()) {
            return true;
        }
        at += 1;
    }
    false
}

const fn same(this: &[u8], that: &[u8]) -> bool {
    let mut at = 0;
    while at < this.len() && at < that.len() && this[at] == that[at] {
        at += 1;
    }
    at == this.len() && at == that.len()
}
