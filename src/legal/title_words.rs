//! Words before the nouns that instruments are called by: those that belong to a title, and those that make it none.
//! Each list is one text: a row of words would weigh twice as much.

/// True where a word is in such a list.
pub(super) fn is_in(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == word)
}

/// Words that a title may have before its noun, beside names.
pub(super) const ADJECTIVES: &str = "european american interamerican african arab islamic universal supplementary framework single \
    general unesco ilo who hague geneva vienna global basic guiding oecd fao osce oau asean cis imo \
    icao unhcr icrc au eu fundamental standard minimum model revised organization organisation \
    labour tripartite world interim partnership stabilisation euromediterranean";

/// What makes principles, guidelines and rules those of an international body.
pub(super) const STANDARDS: &str = "basic guiding fundamental minimum international nations un european body oecd ilo who fao osce \
    unesco unhcr icrc asean";

/// Words before *Convention*, *Treaty* … that make it a meeting, or no title at all.
pub(super) const COMMON: &str = "the this that these such any each every no all both said same present new draft national \
    constitutional democratic republican party annual federal state nominating baptist labor peace \
    extradition tax bilateral multilateral international regional internet transfer security \
    clinical medical health safety diplomatic optional additional amending first second third fourth \
    joint customs ministerial political written sworn summit royal city school corporate town \
    company bank citizens municipal founding independence its their his her our relevant other \
    framework un nations european african american geneva hague vienna in of see under and or to for \
    by on a an final united universal former original main model special human rights public private \
    standard basic";
