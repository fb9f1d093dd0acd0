//! Documents of committees that name neither their committee nor its treaty: views on communications, older comments.

use super::check;

/// What every such document goes on with: a State party, an author, a communication.
fn views(begins: &str, subject: &str) -> String {
    format!(
        "{begins}\n\nThe author of the communication says so, and the State party denies it. {subject} The author submitted the \
         communication in time, the author adds, though the State party and again the State party denied that; the Committee notes \
         it, and the Committee goes on.\n"
    )
}

#[test]
fn views_belong_to_the_committee_that_their_words_tell() {
    check(&views(
        "He claims a violation of «iccpr#17:article 17 of the Covenant», and of «iccpr#14(3)(d):article 14 (3) (d)».",
        "Under «iccpr-op1#5(2)(b):article 5 (2 (b)) of the Optional Protocol» it has looked into the matter; the «iccpr-op1:Optional \
         Protocol» is in force.",
    ));
    check(&views(
        "Her rights under «icescr#11(1):article 11 (1) of the Covenant» were denied by the eviction.",
        "The conditions of «icescr-op#3(1):article 3 (1) of the Optional Protocol» are met. A claim under «icescr#11:article 11» may be heard.",
    ));
    check(&views(
        "The complainant would be tortured, contrary to «cat#3:article 3 of the Convention».",
        "The complainant has met «cat#22(5)(b):article 22 (5) (b) of the Convention».",
    ));
    check(&views(
        "As a woman she invokes «cedaw#2:article 2 of the Convention», on discrimination against women and on what women bear.",
        "Under «cedaw-op#4(1):article 4 (1) of the Optional Protocol» it is admissible.",
    ));
    // The protocol by which it came is in no table, but it is one.
    check(&views(
        "The child’s best interests under «crc#3:article 3 of the Convention» were not heard.",
        "It is admissible under «-:article 7 (e) of the Optional Protocol», which the child relies on.",
    ));
}

#[test]
fn a_case_of_the_european_court_in_views_changes_nothing() {
    check(&views(
        "The complainant relies on «echr:37201/06#125:Saadi v. Italy, application No. 37201/06, para. 125», and on «cat#3:article 3 of \
         the Convention».",
        "The Court held that Article 3 § 1 of its own text is absolute; torture is, under «cat#2(2):article 2 (2) of the Convention».",
    ));
}

#[test]
fn communications_and_comments_in_views_are_the_committees_own() {
    check(&views(
        "He was tortured; «cat#3:article 3 of the Convention» forbids his return.",
        "See «communication:CAT/562/2013#9.3:communication No. 562/2013, para. 9.3», and «comment:CAT/4#11:general comment No. 4 \
         (2017), para. 11», with «comment:CAT/1#8:paragraph 8 of its general comment No. 1». The complainant, a complainant in good faith, \
         was a victim of torture.",
    ));
}

#[test]
fn articles_of_a_states_own_acts_are_left_alone_in_views() {
    check(&views(
        "The court convicted her under article 293 (3), and article 144 et seq. of the General Security Act applies; «iccpr#14(1):article \
         14 (1) of the Covenant» was breached.",
        "Under article 1, part 10, of the Law on the Press and article L 141-1 of the Code he has no remedy; «iccpr#26:article 26» was \
         invoked, and a violation of «iccpr#17:article 17».",
    ));
}

#[test]
fn an_article_said_to_be_violated_is_the_treatys_though_its_protocol_was_named() {
    check(&views(
        "The Committee, acting under «iccpr-op1#5(4):article 5 (4) of the Optional Protocol», finds a violation of «iccpr#7:article 7».",
        "The «iccpr:Covenant» and the «iccpr-op1:Optional Protocol» entered into force for the State party long ago.",
    ));
}

#[test]
fn a_comment_that_names_no_covenant_is_read_by_what_it_speaks_of() {
    check(
        "1. «iccpr#17:Article 17» provides for the right of every person to be protected. The Committee notes that reports of States \
         parties to the «iccpr:Covenant» say too little.\n\n2. Compliance with «iccpr#17:article 17 of the Covenant» requires more, the \
         Committee thinks, and «iccpr:Covenant» rights depend on it.",
    );
    check(
        "1. «icescr#11:Article 11 of the Covenant» asks of States parties a progressive realization. The Committee, aware that economic, \
         social and cultural rights cost money, is of the view that the «icescr:Covenant» obligations stand.",
    );
    // A rapporteur speaks of whatever a report is about.
    check(
        "The Special Rapporteur and again the Special Rapporteur speak of torture, which the Committee condemned; States parties to the \
         Convention know it.",
    );
}
