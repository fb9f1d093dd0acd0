//! Whether the page comes up without a network. `static/start.js` sees to it and
//! knows; this is where the program hears of it.

use super::browser;
use web_sys::Event;

/// The event that tells of a change.
const CHANGED: &str = "glossator-offline";

/// The event that lets a waiting version take over.
const RENEW: &str = "glossator-renew";

/// What is known of a visit without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offline {
    /// Not yet anything.
    Unknown,
    /// The page will come up.
    Ready,
    /// It will, and a new version of it waits for a reload.
    Renewal,
    /// It will not: over plain http browsers keep no pages.
    Insecure,
    /// It will not: this browser keeps no pages here.
    Unsupported,
}

impl Offline {
    /// What is known now.
    pub fn now() -> Self {
        let root = browser::window().document().and_then(|document| document.document_element());
        match root.and_then(|root| root.get_attribute("data-offline")).as_deref() {
            Some("ready") => Self::Ready,
            Some("renewal") => Self::Renewal,
            Some("insecure") => Self::Insecure,
            Some("none") => Self::Unsupported,
            _ => Self::Unknown,
        }
    }

    /// The event of the window that tells of a change.
    pub fn changed() -> &'static str {
        CHANGED
    }

    /// Reloads the page in the version that waits.
    pub fn renew() {
        if let Ok(event) = Event::new(RENEW) {
            let _ = browser::window().dispatch_event(&event);
        }
    }
}
