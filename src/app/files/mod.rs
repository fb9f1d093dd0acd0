//! Files that come in: chosen, dropped or pasted. Everything that was offered at
//! once is read first and sorted; then projects, texts and annotations go in, in
//! this order, so that annotations find the texts that came with them.

mod download;
mod recognise;
mod remark;
mod room;

pub(in crate::app) use download::file_name;

use super::{Answer, App, Dialog, browser, decode_with};
use crate::formats::{LARGEST, codebook, csv, json, plain};
use crate::model::{Command, Document, DocumentId, EditError, Order, Original, Project};
use crate::text::Text;
use js_sys::Uint8Array;
use leptos::prelude::*;
use recognise::{Kind, recognise};
use remark::Remark;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Something that may become a document, a project or annotations.
#[derive(Clone, Debug, PartialEq)]
pub enum Offered {
    /// A file, chosen or dropped.
    File {
        /// Its name.
        name: String,
        /// What is in it.
        bytes: Arc<[u8]>,
    },
    /// A text from the clipboard.
    Pasted {
        /// What it shall be called.
        title: String,
        /// The text.
        text: String,
    },
}

/// A file whose bytes are neither UTF-8 nor UTF-16: a person has to say how they
/// are to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// The file's name.
    pub name: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
    /// What is asked or said once this is answered.
    pub next: Option<Box<Dialog>>,
}

impl App {
    /// Takes files that were chosen or dropped.
    pub fn take_files(&self, files: web_sys::FileList) {
        self.read_files(files, Asked::Anything);
    }

    /// Takes files that were chosen as a codebook.
    pub fn take_codebook(&self, files: web_sys::FileList) {
        self.read_files(files, Asked::Codebook);
    }

    fn read_files(&self, files: web_sys::FileList, asked: Asked) {
        let files: Vec<_> = (0..files.length()).filter_map(|at| files.get(at)).collect();
        let app = *self;
        spawn_local(async move {
            let (mut offered, mut remarks) = (Vec::new(), Vec::new());
            for file in files {
                match read(&file).await {
                    Ok(bytes) => offered.push(Offered::File { name: file.name(), bytes }),
                    Err(remark) => remarks.push(remark),
                }
            }
            app.take(offered, asked, remarks).await;
        });
    }

    /// Takes a pasted text.
    pub fn paste(&self, title: String, text: String) {
        let app = *self;
        spawn_local(async move {
            app.take(vec![Offered::Pasted { title, text }], Asked::Anything, Vec::new()).await
        });
    }

    /// Adds a file as the text that it is in this encoding.
    pub fn accept_encoding(&self, unread: Unread, encoding: &str) {
        let mut remarks = Vec::new();
        let name = unread.name;
        let read = decode_with(&unread.bytes, encoding);
        let read = read.ok_or_else(|| Remark::UnknownEncoding(name.clone(), encoding.to_owned())).and_then(
            |(raw, _)| {
                let original = plain::original(&raw, encoding, Some(&unread.bytes));
                document(&name, recognise::title(&name), &raw, original)
            },
        );
        let app = *self;
        spawn_local(async move {
            match read {
                Ok(document) => {
                    app.add_documents(vec![(name, document)], &mut Vec::new(), &mut remarks).await;
                }
                Err(remark) => remarks.push(remark),
            }
            let next = unread.next.map(|next| *next);
            app.view.dialog.set(answer(&remarks, next));
        });
    }

    /// Leaves a file out whose encoding nobody knows.
    pub fn leave_out(&self, unread: Unread) {
        self.view.dialog.set(unread.next.map(|next| *next));
    }

    async fn take(&self, offered: Vec<Offered>, asked: Asked, mut remarks: Vec<Remark>) {
        let (mut projects, mut documents) = (Vec::new(), Vec::new());
        let (mut later, mut unread, mut taken) = (Vec::new(), Vec::new(), Vec::new());
        for offered in offered {
            let (name, kind) = recognise(offered);
            match kind {
                Kind::Project(project) => projects.push((name, project)),
                Kind::Text(document) => documents.push((name, *document)),
                Kind::Unread(bytes) => unread.push((name, bytes)),
                Kind::Refused(remark) => remarks.push(remark),
                Kind::Table(_) if asked == Asked::Codebook => {
                    remarks.push(Remark::NoCodebook(name, codebook::table::head()));
                }
                kind @ (Kind::Annotations(_) | Kind::Table(_) | Kind::Codebook(_)) => {
                    later.push((name, kind))
                }
            }
        }
        let mut projects = projects.into_iter();
        if let Some((name, project)) = projects.next() {
            self.replace(name, project, &mut taken, &mut remarks).await;
        }
        remarks.extend(projects.map(|(name, _)| Remark::SecondProject(name)));
        if !documents.is_empty() {
            self.add_documents(documents, &mut taken, &mut remarks).await;
        }
        for (name, kind) in later {
            self.take_in(name, kind, &mut taken, &mut remarks);
        }
        // One step tells of itself; of several only the last would be heard.
        if taken.len() > 1 || !remarks.is_empty() {
            remarks.splice(0..0, taken.into_iter().map(|names| Remark::Taken(names.join("”, “"))));
        }
        let mut dialog = answer(&remarks, None);
        for (name, bytes) in unread.into_iter().rev() {
            dialog = Some(Dialog::Encoding(Unread { name, bytes, next: dialog.map(Box::new) }));
        }
        if dialog.is_some() || matches!(self.view.dialog.get_untracked(), Some(Dialog::Paste)) {
            self.view.dialog.set(dialog);
        }
    }

    async fn replace(
        &self,
        name: String,
        project: Box<Project>,
        taken: &mut Taken,
        remarks: &mut Vec<Remark>,
    ) {
        let fresh = self.with(|known| {
            let is_known = |document: &&Document| {
                known.document(document.id).is_some_and(|known| known.text == document.text)
            };
            project
                .documents()
                .into_iter()
                .filter(|document| !is_known(document))
                .cloned()
                .collect::<Vec<_>>()
        });
        if let Err(remark) = self.make_room(&name, &fresh.iter().collect::<Vec<_>>()).await {
            return remarks.push(remark);
        }
        let first = project.documents().first().map(|document| document.id);
        match self.change(Command::ReplaceProject(project)) {
            Ok(false) => remarks.push(Remark::NothingNew(name)),
            Ok(true) => {
                taken.push(vec![name]);
                if let Some(first) = first {
                    self.show(first);
                }
            }
            Err(error) => remarks.push(Remark::Faulty(name, error.to_string())),
        }
    }

    /// Adds the texts that are not there yet, in one step, and shows the first.
    async fn add_documents(
        &self,
        offered: Vec<(String, Document)>,
        taken: &mut Taken,
        remarks: &mut Vec<Remark>,
    ) {
        let (mut names, mut fresh) = (Vec::new(), Vec::<Document>::new());
        for (name, document) in offered {
            let same = |known: &&Document| known.text == document.text;
            let known = self
                .with(|project| project.documents().into_iter().find(same).map(|known| known.title.clone()));
            match known.or_else(|| fresh.iter().find(same).map(|known| known.title.clone())) {
                Some(known) => remarks.push(Remark::Known(name, known)),
                None => {
                    names.push(name);
                    fresh.push(document);
                }
            }
        }
        let Some(first) = fresh.first().map(|document| document.id) else { return };
        if let Err(remark) = self.make_room(&names.join("”, “"), &fresh.iter().collect::<Vec<_>>()).await
        {
            return remarks.push(remark);
        }
        match self.dispatch(Command::AddDocuments(fresh)) {
            Ok(()) => {
                taken.push(names);
                self.show(first);
            }
            Err(error) => remarks.push(Remark::Faulty(names.join("”, “"), error.to_string())),
        }
    }

    fn take_in(&self, name: String, kind: Kind, taken: &mut Taken, remarks: &mut Vec<Remark>) {
        let read = self.with(|project| match kind {
            Kind::Annotations(set) => set.attach(project).map(|incoming| (incoming, Vec::new())),
            Kind::Table(text) => {
                csv::read(&text, project, &mut browser::random, self.coder(), browser::now())
            }
            Kind::Codebook(text) => codebook::read(&text, project, &mut browser::random),
            _ => Ok(Default::default()),
        });
        let done = read.map_err(|error| error.to_string()).and_then(|(incoming, warnings)| {
            let done = self.change(Command::TakeIn(Box::new(incoming)));
            done.map(|changed| (changed, warnings)).map_err(|error| error.to_string())
        });
        match done {
            Ok((changed, warnings)) => {
                remarks.extend(warnings.into_iter().map(|warning| Remark::Warning(name.clone(), warning)));
                if changed {
                    taken.push(vec![name]);
                } else {
                    remarks.push(Remark::NothingNew(name));
                }
            }
            Err(error) => remarks.push(Remark::Faulty(name, error)),
        }
    }

    /// Does it; true where that made a difference.
    fn change(&self, command: Command) -> Result<bool, EditError> {
        let before = self.inner().editor.borrow().last();
        self.dispatch(command)?;
        Ok(self.inner().editor.borrow().last() != before)
    }
}

/// What a person was asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Whatever the program reads.
    Anything,
    /// A codebook: a table of anything else is none.
    Codebook,
}

/// The names of the files that went in, a list for each step.
type Taken = Vec<Vec<String>>;

/// A document of a text from outside.
fn document(name: &str, title: String, raw: &str, original: Original) -> Result<Document, Remark> {
    let text = Text::import(raw).ok_or_else(|| Remark::TooLarge(name.to_owned()))?;
    if text.as_str().is_empty() {
        return Err(Remark::Empty(name.to_owned()));
    }
    Ok(Document {
        id: DocumentId::from_random(browser::random()),
        title,
        source: String::new(),
        author: String::new(),
        date: String::new(),
        language: String::new(),
        fields: Default::default(),
        order: Order::after(None),
        original,
        text,
        memo: String::new(),
        extra: Default::default(),
    })
}

/// The message that says all of it, then what was to come anyway.
fn answer(remarks: &[Remark], next: Option<Dialog>) -> Option<Dialog> {
    let mut lines: Vec<_> = remarks.iter().map(ToString::to_string).collect();
    match next {
        _ if lines.is_empty() => next,
        // Questions first: what is said waits until the last of them is answered.
        Some(Dialog::Encoding(unread)) => {
            let next = answer(remarks, unread.next.map(|next| *next)).map(Box::new);
            Some(Dialog::Encoding(Unread { next, ..unread }))
        }
        Some(Dialog::Message(said)) => {
            lines.splice(0..0, said.lines);
            Some(Dialog::Message(Answer { lines, ..said }))
        }
        _ => Some(Dialog::Message(Answer { title: TITLE.to_owned(), lines })),
    }
}

/// The heading over remarks.
const TITLE: &str = "What came of it";

async fn read(file: &web_sys::File) -> Result<Arc<[u8]>, Remark> {
    if file.size() > LARGEST as f64 {
        return Err(Remark::TooLarge(file.name()));
    }
    let closed = |_| Remark::Closed(file.name());
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(closed)?;
    Ok(Uint8Array::new(buffer.unchecked_ref::<js_sys::ArrayBuffer>()).to_vec().into())
}

/// True where a file says that it is one of ours, or is called so.
fn is_json(name: &str, text: &str) -> bool {
    let start = text.get(..text.floor_char_boundary(512)).unwrap_or_default();
    let ours =
        start.trim_start().starts_with('{') && start.contains("\"format\"") && start.contains("glossator");
    ours || name.to_lowercase().ends_with(".json")
}

fn read_json(name: &str, text: &str) -> Kind {
    match json::read(text) {
        Ok(json::Opened::Project(project)) => Kind::Project(project),
        Ok(json::Opened::Annotations(set)) => Kind::Annotations(set),
        Err(error) => Kind::Refused(Remark::Faulty(name.to_owned(), error.to_string())),
    }
}
