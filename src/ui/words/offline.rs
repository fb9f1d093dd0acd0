//! Words for visits without a network, and for new versions of the page.

/// What the foot says of it.
#[allow(missing_docs)]
pub struct Offline {
    pub ready: &'static str,
    pub ready_why: &'static str,
    pub only_online: &'static str,
    pub insecure: &'static str,
    pub unsupported: &'static str,
    pub unknown: &'static str,
    pub renewal: &'static str,
    pub renewal_why: &'static str,
    pub reload_now: &'static str,
}

/// English.
pub static ENGLISH: Offline = Offline {
    ready: "Works offline",
    ready_why: "This browser has kept the whole program: this address comes up with the network off too. Your \
                texts and annotations never leave this browser, unless you export them.",
    only_online: "Only online",
    insecure: "This address begins with http:, and browsers keep pages for a visit without a network only over \
               https: (or on your own computer, as localhost). Your work is kept all the same; only the page \
               itself has to be loaded each time.",
    unsupported: "This browser does not keep pages for a visit without a network: it cannot, its settings or a \
                  private window forbid it, or the host has sent a file wrong. Your work is not touched by \
                  that; only the page itself has to be loaded each time.",
    unknown: "The page is not kept yet for a visit without a network: that is done once it has been loaded whole.",
    renewal: "A new version is ready",
    renewal_why: "It takes over when you reload with the button beside this, or when no tab shows this version \
                  any more. Until then nothing changes, and your work is not touched by it.",
    reload_now: "Reload now",
};
