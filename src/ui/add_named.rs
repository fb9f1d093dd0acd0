//! A button that becomes a field for a name.

use leptos::{ev, html, prelude::*};

/// A button that becomes a field; Enter hands over what it holds.
#[component]
pub fn AddNamed(
    /// A class for the button.
    class: &'static str,
    /// What the button shows.
    text: &'static str,
    /// What the button does.
    label: &'static str,
    /// What the field takes.
    field_label: &'static str,
    /// Takes the name; false where it is refused.
    add: Callback<String, bool>,
) -> impl IntoView {
    let (is_open, set_open) = signal(false);
    let field = NodeRef::<html::Input>::new();
    let button = NodeRef::<html::Button>::new();
    let close = move || {
        set_open.set(false);
        request_animation_frame(move || {
            // What was made may have taken the focus already.
            let is_lost = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
            if let Some(Some(button)) = button.try_get_untracked().filter(|_| is_lost) {
                let _ = button.focus();
            }
        });
    };
    crate::ui::effect(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        // An input method's Enter takes a candidate and not the field.
        "Enter" if !event.is_composing() => {
            event.prevent_default();
            if add.run(event_target_value(&event)) {
                close();
            }
        }
        "Escape" => {
            event.prevent_default();
            close();
        }
        _ => {}
    };
    let on_blur = move |event: ev::FocusEvent| {
        if event_target_value(&event).trim().is_empty() {
            set_open.try_set(false);
        }
    };
    view! {
        <Show
            when=move || is_open.get()
            fallback=move || view! {
                <button type="button" class=format!("add-named {class}") aria-label=label title=label node_ref=button
                    on:click=move |_| set_open.set(true)>{text}</button>
            }
        >
            <input type="text" class="add-field" dir="auto" aria-label=field_label placeholder=field_label
                node_ref=field on:keydown=on_key on:blur=on_blur/>
        </Show>
    }
}
