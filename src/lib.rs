//! Glossator: a program for marking up texts together in a web browser.
//!
//! The core (`text`, `model`, `history`, `store`, `formats`) has no clock, no
//! chance and no browser; `app` gives it those, and `ui` shows it. See
//! ARCHITECTURE.md.

#![warn(missing_docs)]

pub mod table;

pub mod text;

pub mod legal;

pub mod model;

pub mod history;

pub mod formats;
pub mod store;

pub mod marked;

#[cfg(feature = "ui")]
pub mod app;
#[cfg(feature = "ui")]
pub mod ui;
