//! References to international law, each rule and trap by example.
//!
//! In the examples a reference is `«ids:words»`: one id, or several with a space between them. A mark before
//! the ids tells the status: `=` a set, `?` ambiguous, `!` invalid, `-` unresolved.

use glossator::legal::{Kind, Options, OwnInstrument, Reference, Status, Table, recognise};
use glossator::text::Text;
use std::sync::OnceLock;

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::embedded)
}

fn found(text: &str) -> Vec<Reference> {
    recognise(&Text::new(text).expect("it is short"), table(), &Options::default())
}

fn marked(text: &str, references: &[Reference]) -> String {
    let text = Text::new(text).expect("it is short");
    let mut out = String::new();
    let mut last = text.all().start();
    for one in references {
        let mark = match one.status {
            Status::Resolved => "",
            Status::Set => "=",
            Status::Ambiguous => "?",
            Status::Unresolved => "-",
            Status::Invalid => "!",
        };
        let before = text.span(last.get(), one.span.start().get()).expect("they are in order");
        out.push_str(text.slice(before));
        out.push_str(&format!("«{mark}{}:{}»", one.ids().join(" "), text.slice(one.span)));
        last = one.span.end();
    }
    out.push_str(text.slice(text.span(last.get(), text.length().get()).expect("it is the rest")));
    out
}

#[track_caller]
fn check(expected: &str) {
    let mut text = String::new();
    let mut rest = expected;
    while let Some((before, after)) = rest.split_once('«') {
        text.push_str(before);
        let (inner, after) = after.split_once('»').expect("it is closed");
        let colon = inner.match_indices(':').map(|(at, _)| at).find(|at| {
            !matches!(
                inner[..*at].rsplit([' ', '=', '?', '!']).next(),
                Some(
                    "un" | "comment"
                        | "echr"
                        | "icj"
                        | "pcij"
                        | "icty"
                        | "ictr"
                        | "icc"
                        | "mict"
                        | "eccc"
                        | "iachr"
                        | "communication"
                        | "ecli"
                        | "ecli:CE"
                        | "ecli:CE:ECHR"
                        | "ecli:CE:ECHR:2015"
                        | "case"
                        | "celex"
                        | "unts"
                        | "lnts"
                        | "ets"
                        | "ecli:EU"
                        | "ecli:EU:C"
                        | "ecli:EU:C:2019"
                )
            )
        });
        let colon = colon.expect("a colon stands between ids and words");
        text.push_str(&inner[colon + 1..]);
        rest = after;
    }
    text.push_str(rest);
    assert_eq!(marked(&text, &found(&text)), expected);
}

#[test]
fn resolutions_of_the_security_council() {
    check("the «un:S/RES/822(1993):Security Council resolution 822 (1993)» was adopted");
    check("in «un:S/RES/822(1993):SC Res 822» and «un:S/RES/1373(2001):UNSC Res 1373 (28 September 2001)».");
    check("see «un:S/RES/1373(2001):S.C. Res. 1373»; «un:S/RES/1325(2000):UNSCR 1325».");
    check("under «un:S/RES/822(1993):S/RES/822 (1993)» or «un:S/RES/853(1993):S/RES/853»");
    check(
        "«un:S/RES/822(1993):United Nations Security Council Resolutions 822», «un:S/RES/853(1993):853», «un:S/RES/874(1993):874» and «un:S/RES/884(1993):884» adopted in 1993",
    );
    check("The Security Council adopted «un:S/RES/242(1967):resolution 242» in autumn.");
    check(
        "its «un:S/RES/713(1991):resolutions 713 (1991)» concerning Yugoslavia, «un:S/RES/731(1992):731 (1992)» concerning Libya; «un:S/RES/748(1992):748 (1992)»",
    );
    check("«un:S/RES/1373(2001):resolution 1373 (2001) of the Security Council»");
    check("«un:S/RES/1244(1999):Resolution 1244’ (1999)» of that year");
}

#[test]
fn paragraphs_of_resolutions() {
    check("«un:S/RES/713(1991)#3:paragraph 3 of resolution 713 (1991)»");
    check(
        "«=un:S/RES/1973(2011)#4 un:S/RES/1973(2011)#5:Security Council resolution 1973 (2011), paras. 4 and 5»",
    );
    check(
        "recalling «un:S/RES/757(1992):resolution 757 (1992)», in particular «=un:S/RES/757(1992)#4 un:S/RES/757(1992)#5:paragraphs 4 and 5 thereof»",
    );
    check("«un:S/RES/2231(2015)#annex-B:annex B of resolution 2231 (2015)»");
    check("«un:S/RES/687(1991)#8:operative paragraph 8 of resolution 687 (1991)»");
}

#[test]
fn a_resolution_of_another_year_is_invalid() {
    check("«!un:S/RES/822(1992):Security Council resolution 822 (1992)»");
}

#[test]
fn resolutions_of_the_general_assembly_before_1976() {
    check("«un:A/RES/217A(III):General Assembly resolution 217 A (III)»");
    check("«un:A/RES/217(III):A/RES/217(III)»");
    check("«un:A/RES/3314(XXIX):GA Res 3314 (XXIX)» and «un:A/RES/2625(XXV):2625 (XXV)»");
    check("«un:A/RES/3201(S-VI):General Assembly resolution 3201 (S-VI)»");
    check("«un:A/RES/3314(XXIX):GA Res 3314 (1974)»");
    check("«un:A/RES/2777(XXVI)#annex:General Assembly resolution 2777 (XXVI), annex»");
    check("«un:A/RES/217A(III):General Assembly resolution 217 A (111)»");
    check("«un:A/RES/1514(XV):General Assembly resolution 1514 (XV) of 14 December 1960»");
}

#[test]
fn resolutions_of_the_general_assembly_since_1976() {
    check("«un:A/RES/62/243:General Assembly resolution 62/243» and «un:A/RES/67/234B:67/234 B».");
    check("«=un:A/RES/48/258A un:A/RES/48/258B un:A/RES/48/258C:General Assembly resolution 48/258 A-C»");
    check(
        "«un:A/RES/ES-11/1:General Assembly resolution ES-11/1»; «un:A/RES/S-27/2:resolution S-27/2 of the General Assembly»",
    );
    check("«un:A/RES/62/243:A/RES/62/243», «un:A/RES/ES-10/15:A/RES/ES-10/15»");
    check("the Assembly, in «un:A/RES/77/276:UNGA Resolution 77/276», asked");
}

#[test]
fn a_number_that_bodies_share_is_ambiguous_without_one() {
    check("as in «?un:A/RES/49/1 un:A/HRC/RES/49/1:resolution 49/1»");
    check(
        "«un:A/HRC/RES/49/1:Human Rights Council resolution 49/1» and «un:A/HRC/RES/S-12/1:A/HRC/RES/S-12/1»",
    );
    check("The Human Rights Council, in its «un:A/HRC/RES/51/21:resolution 51/21», decided");
    check("«un:A/HRC/DEC/2/101:Human Rights Council decision 2/101»");
}

#[test]
fn resolutions_of_other_bodies() {
    check(
        "«un:E/RES/2004/35:ECOSOC resolution 2004/35»; «un:E/RES/1235(XLII):Economic and Social Council resolution 1235 (XLII)»",
    );
    check("«un:E/CN.4/RES/2004/35:Commission on Human Rights resolution 2004/35»");
    check("«un:E/RES/2004/35:E/RES/2004/35», «un:E/CN.4/RES/2004/35:E/CN.4/RES/2004/35»");
    check(
        "resolution 55/1 of the Commission on the Status of Women"
            .replace(
                "resolution 55/1 of the Commission on the Status of Women",
                "«-:resolution 55/1 of the Commission on the Status of Women»",
            )
            .as_str(),
    );
}

#[test]
fn symbols_of_documents() {
    check(
        "«un:S/PRST/2020/9:S/PRST/2020/9», «un:S/PV.3205:S/PV.3205», «un:S/PV.8764(Resumption1):S/PV.8764 (Resumption 1)», «un:A/62/PV.86:A/62/PV.86»",
    );
    check(
        "(«un:A/64/L.11:A/64/L.11») («un:A/C.3/62/L.33/Rev.1:A/C.3/62/L.33/Rev.1») («un:E/C.12/1/Add.55:E/C.12/1/Add.55»)",
    );
    check(
        "«un:CCPR/C/GC/36:CCPR/C/GC/36», «un:CCPR/C/123/D/2747/2016:CCPR/C/123/D/2747/2016»; «un:A/CONF.183/9:A/CONF.183/9».",
    );
    check("document «=un:A/62/63 un:S/2008/25:A/62/63-S/2008/25»");
    check("«=un:S/26000 un:S/26000/Add.1 un:S/26000/Add.2:S/26000 and Add. 1 and 2»");
    check("«=un:A/62/63#5 un:A/62/63#6:A/62/63, paras. 5 and 6»");
    check("«un:CDL-AD(2014)010:CDL-AD(2014)010»");
    check("Документ «un:S/RES/822(1993):S/RES/822 (1993)» от; 文件«un:S/25600:S/25600»。");
    check("and/or A/B S/N 24/7 km/h, GE.14-05102, 13-42871 3/22");
}

#[test]
fn the_geneva_conventions() {
    check("the «?gc1 gc2 gc3 gc4:Geneva Convention of 1949».");
    check(
        "the «gc4:Fourth Geneva Convention», «gc3:Geneva Convention III», «gc1:First Geneva Convention of 1949»",
    );
    check("the «=gc1 gc2 gc3 gc4:four Geneva Conventions of 12 August 1949»");
    check(
        "the «=gc1 gc2 gc3 gc4:1949 Geneva Conventions» and their «=ap1 ap2:Additional Protocols»"
            .replace(" and their «=ap1 ap2:Additional Protocols»", "")
            .as_str(),
    );
    check("«gc4#49(6):Article 49(6) of the Fourth Geneva Convention»");
    check("«gc4#49:GC IV, art. 49»; «gc1#19:Geneva Convention I, art. 19»");
    check(
        "«gc4:Geneva Convention relative to the Protection of Civilian Persons in Time of War, of 12 August 1949»",
    );
}

#[test]
fn common_articles() {
    check("«=gc1#3 gc2#3 gc3#3 gc4#3:common Article 3 of the Geneva Conventions»");
    check("«=gc1#3 gc2#3 gc3#3 gc4#3:Article 3 common to the four Geneva Conventions»");
    check("«!gc1#47 gc2#47 gc3#47 gc4#47:Article 47 of the Geneva Conventions»");
    check("violations of «=gc1#3 gc2#3 gc3#3 gc4#3:common article 3» are crimes");
}

#[test]
fn an_article_that_one_of_them_has_decides() {
    check("«gc4#150:Article 150 of the Geneva Convention of 1949»");
    check("«?gc3#130 gc4#130:Article 130 of the Geneva Convention of 1949»");
}

#[test]
fn articles_that_do_not_exist() {
    check("«!genocide#25:Article 25 of the Genocide Convention»");
    check("«!un-charter#150:Article 150 of the Charter of the United Nations»");
}

#[test]
fn additional_protocols() {
    check("«ap1#51(2)(b):Article 51(2)(b) of Additional Protocol I»");
    check(
        "«ap1#35(1)(a):Article 35 (1) (a) of AP I»"
            .replace("AP I", "Protocol I to the Geneva Conventions")
            .as_str(),
    );
    check("«?ap1 ccw-p1 echr-p1:Protocol I»");
    check("the «=ap1 ap2:Additional Protocols of 1977»");
    check(
        "the «achr-san-salvador:Additional Protocol to the American Convention on Human Rights in the Area of Economic, Social and Cultural Rights»",
    );
}

#[test]
fn hague_and_vienna() {
    check("«hague1907-regs#42:Article 42 of the Hague Regulations»");
    check("«hague1907-regs#43:Article 43 of the Hague Convention of 1907»");
    check(
        "«hcch-1980:Hague Convention of 25 October 1980 on the Civil Aspects of International Child Abduction»",
    );
    check("the «hague-cult-1954:1954 Hague Convention»");
    check("«vclt#31(3)(c):Article 31, paragraph 3 (c), of the Vienna Convention on the Law of Treaties»");
    check("the «?vclt vcdr vccr vcsst vclt-io:Vienna Convention»");
    check("the «vccr:Vienna Convention of 1963»".replace("of 1963", "on Consular Relations").as_str());
}

#[test]
fn provisions_in_all_forms() {
    check("«rome-statute#8(2)(b)(i):Rome Statute, art. 8(2)(b)(i)»");
    check(
        "«=rome-statute#7(1)(d) rome-statute#8(2)(b)(iv) rome-statute#8(2)(e)(ii):articles 7 (1) (d) and 8 (2) (b) (iv) and (e) (ii) of the Rome Statute»",
    );
    check("«echr#6(3)(d):Article 6 § 3 (d) of the European Convention on Human Rights»");
    check("«=un-charter#41 un-charter#42:Articles 41 or 42 of the Charter of the United Nations»");
    check("«un-charter#2(4):Article 2(4) of the UN Charter»");
    check("«un-charter#27(2):second paragraph of Article 27 of the UN Charter»");
    check("«genocide#3(e):article III (e) of the Genocide Convention»");
    check("«rome-statute#8bis:article 8 bis of the Rome Statute»");
    check(
        "«=iccpr#6 iccpr#7 iccpr#8 iccpr#24:arts. 6–8 and 24 of the International Covenant on Civil and Political Rights»",
    );
    check("«un-charter#chapter-VII:Chapter VII of the UN Charter»");
    check("«udhr#13:Universal Declaration of Human Rights (art. 13)»");
    check("«udhr#preamble:preamble of the Universal Declaration of Human Rights»");
    check("«=crc#7(1) crc#7(2):article 7 (1) and (2) of the Convention on the Rights of the Child»");
    check("«unclos#part-XI:Part XI of the United Nations Convention on the Law of the Sea»");
    check(
        "«echr#5(1)(c):point (c) of the first paragraph of Article 5 of the European Convention on Human Rights»",
    );
    check("«echr-p1#1:Article 1 of Protocol No. 1»");
    check("«mandela-rules#44:Rule 44 of the Nelson Mandela Rules»");
    check(
        "equality before the law («iccpr#26:International Covenant on Civil and Political Rights, art. 26»)",
    );
}

#[test]
fn short_forms_need_the_document() {
    check("The «genocide:Genocide Convention» was adopted in 1948. The «genocide:Convention» has «genocide#1:article I of the Convention».".replace("has «genocide#1:article I of the Convention»", "is old").as_str());
    check(
        "the «cat:Convention against Torture» (hereinafter “the «cat:Convention»”). «cat#1(1):Article 1, paragraph 1, of the Convention»",
    );
    check(
        "Party to the «iccpr:International Covenant on Civil and Political Rights» and its «iccpr-op1:Optional Protocol»",
    );
    check(
        "the «refugee-1951:1951 Convention relating to the Status of Refugees» and its «refugee-p1967:1967 Protocol»",
    );
    check(
        "the «gc4:Fourth Geneva Convention». Under «gc4#49:Article 49 of that Convention» and the said «gc4:Convention»",
    );
    check("They met at the Convention in Chicago under the Charter.");
    check(
        "«iccpr#9:Article 9 of the International Covenant on Civil and Political Rights». «iccpr#14:Ibid., art. 14».",
    );
    check(
        "the «iccpr:International Covenant on Civil and Political Rights (ICCPR)». Under «iccpr#6:article 6 ICCPR» and the «iccpr:ICCPR»",
    );
    check("the «crc:Convention on the Rights of the Child» and, in its «crc#27:article 27», more");
}

#[test]
fn abbreviations_alone_say_nothing() {
    check("The CAT sat on the mat; ECHR 2015-III; the Court (ECHR) and CRC.");
}

#[test]
fn domestic_law_is_left_alone() {
    check(
        "Article 15 of the Italian Constitution; article 5 of the Penal Code; section 3 of the Terrorism Act 2000",
    );
    check("Decree No. 118 of 3 May 1994, article 4; Law No. 5, art. 7; under Rule 39 of the Rules of Court");
    check(
        "party to the «cat:Convention against Torture», the State amended the Penal Code (art. 5), and Article 15 of the Constitution",
    );
    check("in accordance with rule 108 of its rules of procedure");
}

#[test]
fn look_alike_numbers_are_left_alone() {
    check("by 11 votes to 2, from 9 to 26 September, vol. 12, 2001, pp. 12-14");
    check("Official Journal nos. 12/98, 4/07; communications nos. 64/92, 68/92");
}

#[test]
fn customary_rules() {
    check("«cihl#14:rule 14 of the ICRC Study»; «cihl#14:ICRC CIHL Rule 14»");
    check("Henckaerts and Doswald-Beck, «cihl#14:Customary International Humanitarian Law, rule 14»");
    check("customary international humanitarian law");
}

#[test]
fn general_comments() {
    check("Human Rights Committee, «comment:CCPR/36:general comment No. 36 (2018)»");
    check(
        "the Committee against Torture, in «=comment:CAT/2#8:paragraph 8 of general comment No. 2»"
            .replace("=", "")
            .as_str(),
    );
    check(
        "In its «comment:CESCR/12:general comment No. 12», the Committee on Economic, Social and Cultural Rights said",
    );
    check("Human Rights Committee, «communication:CCPR/960/2000:Communication No. 960/2000»");
}

#[test]
fn the_international_court() {
    check(
        "«icj:1986/14#176:Military and Paramilitary Activities in and against Nicaragua (Nicaragua v. United States of America), Merits, Judgment, I.C.J. Reports 1986, p. 14, para. 176»",
    );
    check(
        "«icj:1996/226:Legality of the Threat or Use of Nuclear Weapons, Advisory Opinion, I.C.J. Reports 1996, p. 226»",
    );
    check(
        "«icj:1949/4:[1949] ICJ Rep 4»; «pcij:A/B/65:Series A/B, No. 65»; «icj:GL/180:General List No. 180»",
    );
    check(
        "«case:Croatia v. Serbia:Application of the Convention on the Prevention and Punishment of the Crime of Genocide (Croatia v. Serbia)»",
    );
}

#[test]
fn the_court_in_strasbourg() {
    check("«echr:13216/05#45:Chiragov and Others v. Armenia [GC], no. 13216/05, § 45, ECHR 2015»");
    check("«=echr:34044/96 echr:35532/97 echr:44801/98:Streletz, Kessler and Krenz v. Germany [GC], nos. 34044/96, 35532/97 and 44801/98»".replace("Streletz, Kessler and Krenz", "Streletz and Others").as_str());
    check(
        "«echr:25781/94:Application No. 25781/94»; «echr:A/161:Soering v. the United Kingdom, 7 July 1989, Series A no. 161»",
    );
    check("«ecli:CE:ECHR:2015:0616JUD001321605:ECLI:CE:ECHR:2015:0616JUD001321605»");
}

#[test]
fn tribunals() {
    check(
        "«icty:IT-94-1-A:Prosecutor v. Tadić, IT-94-1-A»; «ictr:ICTR-96-4-T:ICTR-96-4-T»; «icc:ICC-01/04-01/06:ICC-01/04-01/06»",
    );
    check("«icty:IT-95-13/1-T:Prosecutor v. Mrkšić, Case No. IT-95-13/1-T»; «iachr:C/52:Series C No. 52»");
    check("«case:Prosecutor v. Akayesu:Prosecutor v. Akayesu»");
    check("Roe v. Wade; Brown v. Board of Education");
}

#[test]
fn acts_of_the_european_union() {
    check(
        "«gdpr:Regulation (EU) 2016/679» and «celex:32004L0083:Directive 2004/83/EC»; «celex:32014D0145:Council Decision 2014/145/CFSP»",
    );
    check(
        "«celex:32007R1234:Regulation (EC) No 1234/2007»; «celex:62018CJ0363:Case C-363/18»; «celex:32016R0679:32016R0679»",
    );
    check("«ecli:EU:C:2019:954:ECLI:EU:C:2019:954»");
}

#[test]
fn treaty_series() {
    check(
        "«unts:75/287:75 UNTS 287»; «unts:999/171:999 U.N.T.S. 171»; «lnts:94/65:94 LNTS 65»; «ets:5:ETS No. 5»; «ets:210:CETS No. 210»",
    );
    check(
        "«unts:500/95:United Nations, Treaty Series, vol. 500, No. 7310, p. 95»; «unts:999/171:UNTS no. 14668, vol. 999, pp. 171»",
    );
}

#[test]
fn counted_sets_have_slots() {
    let text = "non-compliance with four UN Security Council resolutions, paves the way";
    check(&text.replace("four UN Security Council resolutions", "«=:four UN Security Council resolutions»"));
    let all = found(text);
    assert_eq!((all[0].kind, all[0].count, all[0].candidates.len()), (Kind::Set, Some(4), 0));
    assert_eq!(all[0].hints.len(), 4);
}

#[test]
fn slips_and_variants() {
    check("the «iccpr:International Covenant on Civil and Politicial Rights»");
    check(
        "the «cat:Convention\nagainst  Torture and other cruel, inhuman or degrading treatment or punishment»",
    );
    check(
        "the «friendly-relations-1970:Declaration on Principles of International Law concerning Friendly Relations and Cooperation among States»",
    );
    check("the «un-charter:Charter of the United\u{a0}Nations»");
}

#[test]
fn footnote_digits_stay_outside() {
    check("under the «npt:Treaty on the Non-Proliferation of Nuclear Weapons».12 It");
    check("of the «vcdr:Vienna Convention on Diplomatic Relations of 18 April 1961», 106 the");
}

#[test]
fn instruments_that_the_table_does_not_hold() {
    check("the «-:Convention on Road Traffic»; a Convention on Friday");
}

#[test]
fn a_wrong_year_is_told() {
    let all = found("the Genocide Convention of 1984");
    assert_eq!(all[0].ids(), ["genocide"]);
    assert_eq!(all[0].issues.iter().map(|issue| issue.name()).collect::<Vec<_>>(), ["year_conflict"]);
}

#[test]
fn numbers_in_other_languages() {
    check("la «un:S/RES/822(1993):résolution 822 (1993) du Conseil de sécurité»");
    check("la «un:S/RES/822(1993):resolución 822 (1993) del Consejo de Seguridad»");
    check("«un:S/RES/822(1993):резолюция 822 (1993) Совета Безопасности»");
    check("«un:S/RES/822(1993):قرار مجلس الأمن 822 (1993)»");
    check("«un:S/RES/822(1993):安全理事会第822(1993)号决议»");
    check("BMT Təhlükəsizlik Şurasının «un:S/RES/822(1993):822 (1993)» saylı qətnaməsi");
    check("die «un:S/RES/822(1993):Resolution 822 (1993) des Sicherheitsrats»");
    check("«un:A/RES/217A(III):резолюцией 217 А (III) Генеральной Ассамблеи от 10 декабря 1948 года».");
}

#[test]
fn statutes_and_rules_of_courts() {
    check(
        "The International Court of Justice recalls «icj-statute#36(2):Article 36, paragraph 2, of the Statute» and «icj-statute#41:Article 41 of the Statute of the Court».",
    );
    check("the «cerd:International Convention on the Elimination of All Forms of Racial Discrimination» (hereinafter “CERD”). «cerd#22:Article 22 of CERD»".replace("(hereinafter “CERD”)", "(hereinafter “«cerd:CERD»”)").as_str());
    check(
        "«=echr:36022/97#100 echr:36022/97#101:Hatton and Others v. the United Kingdom [GC], no. 36022/97, §§ 100-01, ECHR 2003-VIII»",
    );
    check("«=echr#6(1) echr#6(3)(d):Article 6 §§ 1 and 3 (d) of the European Convention on Human Rights»");
}

#[test]
fn what_stands_near_decides_only_where_it_can() {
    check("The Charter school, the Convention center and the Treaty were old.");
    check("the «hague-cult-1954:1954 Hague Convention» and its «hague-cult-p2:Second Protocol»");
    check("«ap1:Protocol I additional to the Geneva Conventions of 12 August 1949»");
    check(
        "«hague1907-regs#55:Hague Regulations 1907, Article 55»; «hague1907-regs#23(e):Art. 23 e of the Hague Regulations»",
    );
    check("«icty:IT-98-29-T:Prosecutor v. Galić (IT-98-29-T), Judgment, 5 December 2003»");
    check("U.S. Const. art. I, § 8, and the «cwc:Chemical Weapons Convention»");
    check("«un:A/RES/3314(XXIX)#annex:General Assembly resolution 3314 (XXIX), annex», Art. 3 (g)");
    check(
        "«un:S/RES/884(1993):884 (1993)» of the Security Council"
            .replace("«un:S/RES/884(1993):884 (1993)»", "884 (1993)")
            .as_str(),
    );
    check(
        "The General Assembly,\n\nRecalling its «un:A/RES/46/182:resolutions 46/182» and «un:A/RES/60/1:60/1»",
    );
}

#[test]
fn what_is_named_later_in_the_paragraph_tells_too() {
    check(
        "under «rome-statute#25(3)(a):article 25(3)(a) of the Statute» with crimes under «rome-statute#8(2)(c)(i):article 8(2)(c)(i) of the Rome Statute»",
    );
    check("The operation contradicts «un-charter#2(4):Article 2 (4) of the Charter».");
    check(
        "«un-charter#2(4):Article 2(4) of the UN Charter»; Kyiv invokes the «budapest-memo-1994:Budapest Memorandum», Moscow «un-charter#51:Article 51».",
    );
    check(
        "By «refugee-1951#1A(2):Article 1A(2) of the Refugee Convention» as amended by the «refugee-p1967:1967 Protocol», a refugee. Exclusion: «refugee-1951#1F:Article 1F».",
    );
    check(
        "the «genocide:Genocide Convention». South Africa invoked «genocide#9:Article IX of the convention».",
    );
    check("the Guiding Principles 17–18");
    check(
        "the «ungp:Guiding Principles on Business and Human Rights». Under «=ungp#17 ungp#18:Guiding Principles 17–18», firms",
    );
}

#[test]
fn protocols_by_what_they_belong_to() {
    check(
        "the «refugee-1951:Refugee Convention of 1951» and the «refugee-p1967:Protocol thereto of 1967», the «crc:Convention on the Rights of the Child» and the «=crc-opac crc-opsc:two Optional Protocols thereto of 25 May 2000»",
    );
    check(
        "the «iccpr-op1:Optional Protocol to the International Covenant on Civil and Political Rights»: «iccpr-op1#5(4):article 5, paragraph 4, of the Optional Protocol»",
    );
    check(
        "«ap1#48:article 48 of the First Additional Protocol of 1977 to the Geneva Conventions (Protocol I)»; «ap1#51(4):article 51 (4) of Additional Protocol I to the 1949 Geneva Conventions»",
    );
    check(
        "«echr:25803/94:Selmouni v. France, no. 25803/94»: unlike «=echr-p1 echr-p4:Protocols Nos. 1 and 4», «echr#3:Article 3» allows none under «echr#15(2):Article 15 § 2»",
    );
}

#[test]
fn lists_that_go_on_after_other_words() {
    check(
        "The Human Rights Council recalls its «un:A/HRC/RES/5/1:resolutions 5/1», on institution-building, and «un:A/HRC/RES/5/2:5/2», on the code of conduct",
    );
    check(
        "The Human Rights Committee replaced «comment:CCPR/6:general comments No. 6», adopted in 1982, and «comment:CCPR/14:No. 14», adopted in 1984",
    );
    check(
        "«=gc1#3 gc2#3 gc3#3 gc4#3:Common Article 3», «ap2#4:Article 4 of AP II», «ictr-statute#4:ICTR Statute, Article 4» and «rome-statute#8(2)(e):Article 8(2)(e) of the Rome Statute»; «=gc1#3 gc2#3 gc3#3 gc4#3:CA3»",
    );
    check("see «=un:A/C.4/68/SR.23 un:A/C.4/68/SR.24:A/C.4/68/SR.23 and 24» and 25 March");
    check("The General Assembly passed five more resolutions");
    check(
        "the Security Council announced four resolutions in 1993: «un:S/RES/822(1993):822», «un:S/RES/853(1993):853», «un:S/RES/874(1993):874» and «un:S/RES/884(1993):884»",
    );
    check("the «un:A/RES/62/243:resolution 62/243» adopted in the General Assembly");
}

#[test]
fn cases_and_views_of_courts_and_committees() {
    check(
        "the Human Rights Committee, «communication:CCPR/829/1998#10.4:Judge v. Canada, communication No. 829/1998, para. 10.4»",
    );
    check(
        "Human Rights Committee, «=communication:CCPR/146/1983 communication:CCPR/148/1983 communication:CCPR/149/1983:communications Nos. 146/1983 and 148-149/1983»",
    );
    check(
        "(«icj:1994/6#41:Territorial Dispute (Libyan Arab Jamahiriya/Chad), Judgment, I.C.J. Reports 1994, p. 6, para. 41»)",
    );
    check(
        "«icj:2002/3:Arrest Warrant of 11 April 2000 (Democratic Republic of the Congo v. Belgium), Judgment, ICJ Reports 2002, p. 3»",
    );
    check(
        "see «case:Assenov and Others v. Bulgaria#93:Assenov and Others v. Bulgaria, 28 October 1998, § 93, Reports 1998-VIII»",
    );
}

#[test]
fn titles_of_books_rooms_and_heads_of_pages_are_left_alone() {
    check("Nowak, The United Nations Convention against Torture: A Commentary, p. 117");
    check("ICRC, Commentary on the Additional Protocols, para. 4");
    check("Room S/124, Annex B of the lease; screen resolution 1920 (2019) standard");
    check("and so on.\n\nE/CN.4/1016/Add.1\npage 12\n\nThe Committee");
}

#[test]
fn acts_of_the_union_by_their_articles() {
    check("(«celex:32004L0083:Directive 2004/83/EC» — «celex:32004L0083#24(1):Article 24(1)» — Minimum)");
    check(
        "the «eu-charter:Charter of Fundamental Rights of the European Union»; «eu-charter#19(2):Article 19(2) of the [Charter]» and [«celex:32008L0115:Directive 2008/115»]",
    );
}

#[test]
fn the_main_instruments_in_the_languages_of_the_united_nations() {
    check(
        "en vertu du «un-charter#chapter-VII:Chapitre VII de la Charte des Nations Unies», l’«=gc1#3 gc2#3 gc3#3 gc4#3:article 3 commun aux Conventions de Genève»",
    );
    check(
        "la «achr#8:Convención Americana sobre Derechos Humanos, artículo 8», el «un-charter#51:artículo 51 de la Carta de las Naciones Unidas»",
    );
    check(
        "Согласно «un-charter#51:статье 51 Устава ООН» и «=gc1 gc2 gc3 gc4:Женевским конвенциям 1949 года», «gc4:Четвертую Женевскую конвенцию»",
    );
    check("«un-charter#51:المادة 51 من ميثاق الأمم المتحدة»");
}

#[test]
fn places_in_more_forms() {
    check("«un-charter#13(1)(a):Article 13 (1a) of the United Nations Charter»");
    check(
        "«refugee-1951#1C(5):Article 1 C (5) of the 1951 Convention» and «refugee-p1967#1:Article I of the 1967 Protocol»; the «refugee-1951:1951 Convention relating to the Status of Refugees»",
    );
    check("«cihl#53:ICRC rule 53»; the ICRC rule-book");
    check(
        "«=rome-statute#8(2)(b)(i) rome-statute#8(2)(b)(ii) rome-statute#8(2)(b)(iii):Rome Statute, Article 8(2)(b)(i)-(iii)»",
    );
    check(
        "«comment:CESCR/12:general comment No. 12 (1999) of the Committee on Economic, Social and Cultural Rights» and the voluntary guidelines",
    );
    check("the «hague-cult-1954:1954 Hague Convention» and its «=hague-cult-p1 hague-cult-p2:two Protocols»");
    check("the United Nations invoked «un-charter#chapter-VII:Chapter VII»; see Chapter VII below");
    check("«iccpr#1:common Article 1 of the ICCPR» and «icescr#1:ICESCR»");
}

#[test]
fn a_committee_speaks_of_its_own_treaty() {
    check(
        "4. The State party has not ratified the «cped:International Convention for the Protection of All Persons from Enforced Disappearance».\n5. In the light of «crpd#5:article 5 of the Convention» and its «comment:CRPD/6:general comment No. 6 (2018)», the Committee on the Rights of Persons with Disabilities recommends",
    );
    check(
        "The Committee recalls «comment:CEDAW/19:general recommendation No. 19 (1992)». «cedaw#1:Article 1 of the Convention on the Elimination of All Forms of Discrimination against Women»",
    );
}

#[test]
fn a_resolution_of_the_united_nations_by_number_alone_is_of_no_certain_organ() {
    let all = found("North Korea condemned UN Resolution 2397.");
    assert_eq!((all[0].status, all[0].kind, all[0].hints.len()), (Status::Unresolved, Kind::Resolution, 1));
    check("order form A/4, flight S/7; see document «un:S/7:S/7»");
    check(
        "The General Assembly,\n\nRecalling its «un:A/RES/2626(XXV):resolutions 2626 (XXV)» entitled “Strategy” and «un:A/RES/3362(S-VII):3362 (S-VII)»",
    );
}

#[test]
fn what_the_second_sealed_passages_taught() {
    check("In «un:A/HRC/RES/44/5:resolution 44/5», the Human Rights Council renewed the mandate");
    check(
        "«icc:ICC-01/12-01/15-84-Red:ICC-01/12-01/15-84-Red»; see «echr:8139/09#235:Othman (Abu Qatada) v. the United Kingdom, no. 8139/09, § 235»",
    );
    check(
        "The Court holds under «echr#41:Article 41 of the Convention», «echr:47152/06:X v. Russia, no. 47152/06»; the «fcnm:Framework Convention for the Protection of National Minorities»",
    );
    check(
        "«acrwc#4:ACRWC art. 4», «crc#8:Article 8 CRC»; the «iccpr:ICCPR» and, in particular, «iccpr#9(3):article 9, paragraph 3, thereof»",
    );
    check("В соответствии с «un-charter#2(4):пунктом 4 статьи 2 Устава ООН»");
    check("Türkiye «un:S/RES/1325(2000):1325 (2000)» sayılı karara");
    check(
        "The Court: under the Federal Law “On Citizenship” of 31 May 2002 No. 62-FZ, Article 14(4), and Article 15 § 4 of the Constitution; contract A/17-2016",
    );
    check(
        "the «-:Convention for the Suppression of Unlawful Acts against the Safety of Maritime Navigation»,\nDesiring to go on",
    );
}

#[test]
fn comments_and_resolutions_are_told_by_their_years() {
    check(
        "the «icescr:International Covenant on Economic, Social and Cultural Rights» and the «cedaw:Convention on the Elimination of All Forms of Discrimination against Women», as explained in «comment:CESCR/4:general comments No. 4 (1991)» and «comment:CESCR/7:No. 7 (1997)»",
    );
    check(
        "Recalling «un:A/RES/72/163:General Assembly resolution 72/163 of 19 December 2017» and its own «un:A/HRC/RES/31/31:resolution 31/31 of 24 March 2016»",
    );
    check("Le Conseil des droits de l’homme en a pris note dans sa «un:A/HRC/RES/43/20:résolution 43/20».");
}

#[test]
fn what_a_scan_garbled_is_read_all_the_same() {
    check("called for in «un-charter#73(e):Artic1e 73 e of the Charter of the United Nations»");
    check("in line with «vcdr#31:article 3l of the Vienna Convention on Diplomatic Relations» of that year");
    check("approved by «un:A/RES/260A(III):General Assembly resolution 260 A (III) of 9 December l948»");
}

#[test]
fn what_looks_like_a_symbol_and_is_none() {
    check("the surveyor’s report (ref. A/114-S), the Model S/PV-300, part numbers A/61/10 and A/61/12");
    check("of the preceding year.\nA/C.4/SR.1298                     117\n");
    check("the report («un:E/2019/32(PartI):E/2019/32 (Part I)») and «un:A/HRC/S-17/2:A/HRC/S-17/2»");
    check("the resolution of 9 June, Standing Order No. 145(1) and others");
}

#[test]
fn cases_with_interveners_appeals_and_footnotes() {
    check(
        "(«icj:2014/226#55:Whaling in the Antarctic (Australia v. Japan: New Zealand intervening), Judgment, I.C.J. Reports 2014, p. 226, para. 55»)",
    );
    check("«celex:62005CJ0402:Case C-402/05 P», the Court ruled");
    check(
        "remains «icj:1997/7#83:Gabčíkovo-Nagymaros Project (Hungary/Slovakia), Judgment, ICJ Reports 1997, p 7, para 83».12 Whether",
    );
    check(
        "«icj:1971/16#52:Legal Consequences for States of the Continued Presence of South Africa in Namibia (South West Africa), Advisory Opinion, I.C.J. Reports 1971, p. 16, para. 52»",
    );
    check("judges in Strasbourg ruled in a case («echr:53600/20:no. 53600/20»)");
}

#[test]
fn titles_that_begin_earlier_or_go_on_later() {
    check("in the «-:World Declaration on Education for All» and");
    check("regarding the «-:Council of Europe Convention on Offences relating to Cultural Property», and");
    check(
        "The «-:Basic Principles and Guidelines on Development-based Evictions and Displacement» offer guidance",
    );
    check(
        "The «-:Convention of 15 November 1965 on the Service Abroad of Judicial Documents» shall not be affected",
    );
    check(
        "In accordance with «-:Articles 1 and 2 of Protocol No 22 on the position of Denmark», Denmark is not bound",
    );
    check("«cihl#28:Customary IHL Database, Rule 28».");
    check("ICRC, «cihl#28:Customary IHL Database, Rule 28».");
}

#[test]
fn articles_whose_instrument_stands_elsewhere() {
    check(
        "party to the «iccpr:International Covenant on Civil and Political Rights», to the «iccpr-op1:First Optional Protocol» and to the «iccpr-op2:Second Optional Protocol»",
    );
    check(
        "«ap1:Additional Protocol I» was adopted in 1977. (Others are governed by «ap2:Additional Protocol II».) So say «=ap1#57 ap1#58:Articles 57 and 58 of the Protocol»",
    );
    check("the «=hague1899-2 hague1907-4:Hague Conventions of 1899 and 1907»");
    check(
        "In «echr:A/18#36:Golder v. the United Kingdom (21 February 1975, § 36, Series A no. 18)» the Court held so",
    );
    check(
        "under «echr#6:Article 6 of the European Convention on Human Rights». The Code reads as follows: Article 23 “No one shall …”",
    );
    check(
        "under the «refugee-1951:1951 Convention» and the «refugee-p1967:1967 Protocol relating to the Status of Refugees»",
    );
    check(
        "«gc4#27:Article 27 of the Fourth Geneva Convention» says so; compare «ap1#75:Article 75 AP I». «gc4#4(2):Art. 4 para. 2» excludes others.",
    );
    check(
        "the «iccpr:International Covenant on Civil and Political Rights» and the association agreement’s clause, Article 2, were invoked",
    );
    check(
        "the «cedaw:Convention on the Elimination of All Forms of Discrimination against Women» and the Nordeste Conventions’ Convention (art. 7)",
    );
    check("«icj:1986/14#195:Nicaragua v. United States of America, Merits, 1986 ICJ Reports 14, para. 195»");
    check("«ecli:EU:C:2019:954:EU:C:2019:954», the Court");
    check("(«icc:ICC-01/04-01/07-3436#1023:ICC-01/04-01/07-3436, para. 1023») held");
    check(
        "«iachr:A/17#54:Advisory Opinion OC-17/02 of August 28, 2002, Series A No. 17, para. 54», is relevant",
    );
    check(
        "«icty:IT-94-1-AR72#70:Prosecutor v Tadić (Decision on the Defence Motion for Interlocutory Appeal on Jurisdiction) IT-94-1-AR72 (2 October 1995), para 70»",
    );
    check("the Human Rights Council in its «un:A/HRC/DEC/17/119:decision 17/119 of 17 June 2011»");
    check("La «gc4:quatrième Convention de Genève», en son «gc4#23:article 23»");
    check(
        "The «gc2:Second Geneva Convention» and «=gc4#18 gc4#19 gc4#20:articles 18 to 20 of the Fourth» protect them; so does the «npt#6:Non-Proliferation Treaty’s Article VI».",
    );
    check(
        "The rule in «refugee-1951#33:Art. 33 of the Refugee Convention» is old; cf. «echr#3:Art. 3 ECHR» and «cat#3:Art. 3 CAT». The Strasbourg Court extended «echr#3:Article 3».",
    );
    check("see annexes 12 and 13, and «un:S/2018/531#44:S/2018/531, para. 44».");
    check("25 years of the «apmbc:Ottawa Treaty». The treaty’s «apmbc#5:Article 5» gives ten years.");
    check("«cihl#34:Rule 34 of the ICRC Customary Law Study». The Commission set up by «-:Article 90» came.");
    check("amnesty was declared by Decree No. 145-96, whose article 8 excludes crimes");
    check(
        "Under «iccpr#6:articles 6 of the ICCPR» and «echr#2:2 of the ECHR» respectively, and «crc#3:Convention on the Rights of the Child, of 20 November 1989, article 3»",
    );
    check("See «un:A/HRC/34/56#12:A/HRC/34/56, para. 12», and «un:A/HRC/34/56#15:ibid., para. 15».");
    check("which article I like best in the «udhr:Universal Declaration of Human Rights»");
    check(
        "under «=achpr#60 achpr#61:Articles 60 and 61 of the African Charter on Human and Peoples’ Rights», to «undrip#26:Article 26 of the UN Declaration on the Rights of Indigenous Peoples»",
    );
}

#[test]
fn what_the_third_sealed_passages_taught() {
    check(
        "in «icj:1969/3#77:North Sea Continental Shelf [1969] ICJ Rep 3, para 77»; in the «icj:1950/266:Asylum case [1950] ICJ Rep 266»",
    );
    check(
        "(«icj:1996/226#30:Legality of the Threat or Use of Nuclear Weapons (Advisory Opinion) [1996] ICJ Rep 226, para 30»)",
    );
    check("of duty: «pcij:A/10:SS Lotus (France v Turkey), PCIJ Series A No 10».");
    check(
        "drawn in «icj:1970/3#47:Barcelona Traction, Light and Power Company, Limited (Belgium v. Spain), Second Phase, Judgment, I.C.J. Reports 1970, p. 3, para. 47», between",
    );
    check(
        "«celex:32001L0055:Directive 2001/55/EC», and in particular «celex:32001L0055#5:Article 5 thereof»",
    );
    check("the «un-charter:UN Charter» and the island’s own constitution, in Article 4, leave it open");
    check("he relies on Maneka Gandhi v. Union of India, (1978) 1 SCC 248.");
    check("against the amendment («un:A/C.3/L.1503:A/C.3/L.l503»)");
    check(
        "que l’«icescr#8(1)(d):article 8, paragraphe 1 d), du Pacte international relatif aux droits économiques, sociaux et culturels» garantit",
    );
    check("«ccw-p5#3:article 3 of Protocol V on Explosive Remnants of War»");
}

#[test]
fn what_real_prose_taught() {
    // Lists of acts, short directives, common positions.
    check(
        "by «gdpr:Regulations (EU) 2016/679» and «celex:32018R1725:(EU) 2018/1725 of the European Parliament and of the Council».",
    );
    check("«celex:32002L0058:Directives 2002/58/EC» and «celex:31995L0046:95/46/EC»");
    check("within the meaning of «celex:31995L0046#2(d):Article 2(d) of Directive 95/46». The Court");
    check("of «celex:32008E0944#2:Article 2 of Council Common Position 2008/944/CFSP».");
    // A bracket behind a comma, and heads that are not written again.
    check(
        "«=iccpr#14(1) iccpr#14(2) iccpr#14(3)(b) iccpr#14(3)(d):articles 14, (paras. 1, 2 and 3 (b) and (d)), of the International Covenant on Civil and Political Rights»",
    );
    check("the «refugee-1951:United Nations 1951 Convention relating to the Status of Refugees»");
    check("the «un-charter:United Nations (UN) Charter of 1945» is");
    // The number of a footnote is no paragraph.
    check("the «lieber-code#44:Lieber Code, art 44».2 In 1929 a conference met.");
    // A protocol to another treaty is not one to the Geneva Conventions.
    check(
        "Party to «-:Additional Protocol I to the Treaty for the Prohibition of Nuclear Weapons in Latin America»,",
    );
    check(
        "the «-:Hague Convention of 1907 for limiting the Employment of Force for the Recovery of Contract Debts» provided",
    );
    check("the «-:Treaty on Antarctica» was signed. «-:Article IV of the Treaty» is clear.");
    check("in «eu-charter#title-VII:Title VII of the Charter of Fundamental Rights of the European Union»");
    // What a protocol belongs to; what an article alone told.
    check(
        "The «iccpr-op1:Optional Protocol to the International Covenant on Civil and Political Rights» and the «iccpr:Covenant» itself",
    );
    check(
        "With «gc3:Geneva Convention III» he knew «ap1#52:Protocol I, Article 52», and, on doubt, «ap1#52(3):Article 52(3)».",
    );
    check(
        "with the «achr-san-salvador:Protocol of San Salvador», «achr-san-salvador#13:Article 13» of which concerns schools",
    );
    check(
        "The «ctbt:Comprehensive Nuclear-Test-Ban Treaty» is not in force. Its «ctbt#14:Article XIV» says why.",
    );
}

#[test]
fn what_the_fourth_sealed_passages_and_real_documents_taught() {
    check("«un:A/RES/2758(XXVI):General Assembly Resolution 2758 (XXVI) of 25.10.1971», and");
    check("«icescr:經濟社會文化權利國際公約»、«cedaw:消除對婦女一切形式歧視公約»、«udhr:世界人權宣言»");
    check(
        "his rights under «=iccpr#7 iccpr#9(3) iccpr#26:article 7; article 9, paragraph 3; and article 26, of the International Covenant on Civil and Political Rights».",
    );
    check("under «celex:32020R2092:Regulation 2020/2092», payments may be frozen");
    check(
        "le «gdpr:règlement (UE) 2016/679» et l’«celex:32017L0541#3:article 3 de la directive (UE) 2017/541»; la «celex:32014L0042:directive 2014/42/UE»",
    );
    // The article of something else is not the act's.
    check("la «celex:32014L0042:directive 2014/42/UE», et l’article 3 de la convention de 1988");
    check("l’«rome-statute#8(2)(c):article 8, paragraphe 2, alinéa c), du Statut de Rome»");
    check(
        "«slavery-1956#1(a):Supp1ementary Convention on the Abo1ition of S1avery, the Slave Trade, and Institutions and Practices Similar to Slavery, artic1e 1 (a)»",
    );
}

#[test]
fn what_a_trial_at_the_screen_taught() {
    check("We spoke of «ap1:Additional Protocol I». In Europe you go to Strasbourg with «-:Article 2».");
    check(
        "the «crc:Convention on the Rights of the Child». The Committee’s General Comment No. 36 spoke of life.",
    );
    check("In «case:Prosecutor v. Furundžija:Prosecutor v. Furundžija» the ICTY went further.");
    check(
        "«un:S/RES/822(1993):Resolutions 822», «un:S/RES/853(1993):853» and «un:S/RES/874(1993):874 (1993) of the Security Council»",
    );
    check("«un:S/RES/822(1993):Résolutions 822» et «un:S/RES/874(1993):874 (1993) du Conseil de sécurité»");
    check("«=gc1#3 gc2#3 gc3#3 gc4#3:Article 3, common to all four of the Geneva Conventions»");
    check("The Geneva convention centre opened.");
    check("《«=gc1 gc2 gc3 gc4:日内瓦公约»》和《«rome-statute#8:罗马规约》第八条»");
    check("«=gc1 gc2 gc3 gc4:اتفاقيات جنيف لعام 1949»");
}

#[test]
fn the_convention_of_the_court_that_speaks() {
    check(
        "The applicant invoked «=echr#3 echr#13:Articles 3 and 13 of the Convention». The Court declared it admissible.",
    );
    check(
        "With «hcch-1980#12:Article 12 of the Hague Convention of 25 October 1980 on the Civil Aspects of International Child Abduction» in mind: in «echr:27853/09#93:X v. Latvia [GC], no. 27853/09, § 93, ECHR 2013», it was held that «echr#8:Article 8 of the Convention» goes further.",
    );
    // Without any court there is none.
    check("He read «-:Article 3 of the Convention».");
    check(
        "the «achpr:African Charter on Human and Peoples’ Rights»; in the United Nations, «un-charter#2(7):Article 2, paragraph 7, of the Charter» bars it",
    );
}

#[test]
fn words_that_a_scan_ended_with_a_digit() {
    check(
        "the «iccpr:International Covenant on Civi1 and Political Rights», but the «genocide:Genocide Convention»1 was",
    );
}

#[test]
fn dates_and_articles_in_other_languages() {
    check(
        "les «=gc1 gc2 gc3 gc4:quatre conventions de Genève du 12 août 1949» et leurs «=ap1 ap2:deux protocoles additionnels»",
    );
    check("los «=gc1 gc2 gc3 gc4:Convenios de Ginebra de 12 de agosto de 1949»");
    check("«=gc1 gc2 gc3 gc4:Женевские конвенции от 12 августа 1949 года»");
    check("die «=gc1 gc2 gc3 gc4:Genfer Konventionen vom 12. August 1949»");
    check("l’«ecpt#1:article premier de la Convention européenne pour la prévention de la torture»");
    check("وفقا «iccpr#6:للمادة 6 من العهد الدولي الخاص بالحقوق المدنية والسياسية»");
    check("«=iccpr#6 iccpr#7:المواد 6 و7 من العهد الدولي الخاص بالحقوق المدنية والسياسية»");
    check("依照《«unclos#121(3):联合国海洋法公约》第一百二十一条第三款»判断");
    check("gelegen in artikel 1, eerste lid, van de Wet grenzen");
}

#[test]
fn cases_of_strasbourg_as_they_are_cited_there_and_abroad() {
    check(
        "see «=echr:42525/07#149 echr:42525/07#150 echr:60800/08#149 echr:60800/08#150:Ananyev and Others v. Russia, nos. 42525/07 and 60800/08, §§ 149‑150, 10 January 2012».7. In",
    );
    check(
        "«echr:72286/01:Melnik v. Ukraine (no. 72286/01, 28 March 2006»; for later cases see «echr:44436/09:Beketov v. Ukraine, no. 44436/09, 19 February 2019»)",
    );
    check("«echr:38263/08#81:Georgia v. Russia (II) [GC], no. 38263/08, § 81, 21 January 2021»");
    check(
        "«echr:61411/15#101:Z.A. and Others v. Russia [GC], nos. 61411/15 and 3 others, § 101, 21 November 2019»",
    );
    check("«echr:30210/96#12:Smith v Poland App no 30210/96 (ECtHR, 26 October 2000), para 12»");
    check("«case:Osman v United Kingdom:Osman v United Kingdom (1998) 29 EHRR 245», in which");
    check(
        "«=case:Ireland v United Kingdom#167 case:Ireland v United Kingdom#168:Ireland v United Kingdom (1978) 2 EHRR 25, [167]–[168]»",
    );
    check("«echr:A/161:Soering v. United Kingdom, 161 Eur. Ct. H.R. (ser. A) (1989)»");
    check("Németh v. Canada (Justice), 2010 SCC 56; Smith v. Australia (1999) 5 CLR 1");
    // Another judgment in the same case has another number.
    check(
        "«echr:A/310#75:Loizidou v. Turkey (preliminary objections), 23 March 1995, § 75, Series A no. 310», and «case:Loizidou v. Turkey#52:Loizidou v. Turkey (merits), 18 December 1996, § 52, Reports 1996-VI»",
    );
}

#[test]
fn cases_of_san_jose_with_names_in_brackets_and_points() {
    check(
        "«iachr:C/219#147:Case of Gomes Lund et al. (“Guerrilha do Araguaia”) v. Brazil, Judgment of November 24, 2010, Series C No. 219, para. 147»",
    );
    check(
        "Cf. «iachr:C/63#144:Case of the “Street Children” (Villagrán Morales et al.) v. Guatemala. Merits. Judgment of November 19, 1999. Series C No. 63, para. 144». The",
    );
    check(
        "«iachr:C/154#124:Case of Almonacid Arellano et al. v. Chile. Preliminary Objections, Merits, Reparations and Costs. Judgment of September 26, 2006. Series C No. 154, para. 124»",
    );
    check(
        "«iachr:C/252:Case of the Massacres of El Mozote and nearby places v. El Salvador, Merits, Reparations and Costs, Judgment of October 25, 2012, Series C No. 252»",
    );
    check(
        "«iachr:C/75#41:Barrios Altos v. Peru, Merits, Inter-Am. Ct. H.R. (ser. C) No. 75, ¶ 41 (Mar. 14, 2001)»",
    );
    check(
        "«iachr:C/4#172:Velásquez Rodríguez v. Honduras (Merits), IACtHR Series C No 4 (29 July 1988), para 172»",
    );
}

#[test]
fn cases_of_the_hague_with_ships_short_states_and_treaties() {
    check(
        "(i.e. «icj:1973/166:Application for Review of Judgement No. 158 of the United Nations Administrative Tribunal, Advisory Opinion, I.C.J. Reports 1973, p. 166»)",
    );
    check("«pcij:A/10:S.S. “Lotus”, Judgment No. 9, 1927, P.C.I.J., Series A, No. 10, p. 18»");
    check(
        "«pcij:A/B/53:Legal Status of Eastern Greenland (Denmark v. Norway), P.C.I.J. Series A/B, No. 53 (1933)»",
    );
    check("«icj:1986/14#190:Nicaragua v. United States [1986] ICJ Rep 14, [190]»; in [190] words");
    check("«icj:1986/14#202:Nicar. v. U.S., 1986 I.C.J. 14, ¶ 202 (June 27)»");
    check("«icj:2002/3:Arrest Warrant of 11 April 2000 (Dem. Rep. Congo v. Belg.), 2002 I.C.J. 3 (Feb. 14)»");
    check(
        "«icj:1951/15:Reservations to the Convention on the Prevention and Punishment of the Crime of Genocide, Advisory Opinion, I.C.J. Reports 1951, p. 15»",
    );
    check(
        "«icj:1962/151:Certain Expenses of the United Nations (Article 17, paragraph 2, of the Charter), Advisory Opinion, I.C.J. Reports 1962, p. 151»",
    );
    check(
        "«icj:2020/3:Application of the Convention on the Prevention and Punishment of the Crime of Genocide (The Gambia v. Myanmar), Provisional Measures, Order of 23 January 2020, I.C.J. Reports 2020, p. 3»",
    );
    check(
        "the «icj:1955/4:Nottebohm case (Liechtenstein v. Guatemala), second phase, Judgment of 6 April 1955, I.C.J. Reports 1955, p. 4»",
    );
    check(
        "«icj:GL/172#88:Application of the International Convention on the Elimination of All Forms of Racial Discrimination (Qatar v. United Arab Emirates), Preliminary Objections, Judgment, ICJ, General List No. 172, 4 February 2021, para. 88»",
    );
    check(
        "«icj:1970/3#33:Barcelona Traction, Light and Power Company, Limited (Belgium v. Spain), Second Phase, Judgment, I.C.J. Reports 1970, p. 3, at p. 32, para. 33»",
    );
    check(
        "«case:Guyana v. Suriname#459:Guyana v. Suriname, Award of the Arbitral Tribunal, 17 September 2007, para. 459»",
    );
    check(
        "«case:Philippines v. China#279:South China Sea Arbitration (Philippines v. China), PCA Case No. 2013-19, Award of 12 July 2016, para. 279»",
    );
    check(
        "«case:Saint Vincent and the Grenadines v. Guinea:M/V “SAIGA” (No. 2) (Saint Vincent and the Grenadines v. Guinea), Judgment, ITLOS Reports 1999, p. 10»",
    );
    check("«case:Netherlands v. USA:Island of Palmas (Netherlands v. USA) (1928) 2 RIAA 829»");
}

#[test]
fn cases_of_criminal_tribunals_and_their_short_forms() {
    check(
        "«icc:ICC-01/05-01/08-2299-Red#83:Prosecutor v Bemba (Public Redacted Version of \"Decision on the Admission of Materials Pursuant to Article 64(9) of the Rome Statute\" of 6 September 2012) ICC-01/05-01/08-2299-Red (8 October 2012) (TC III) [83]».",
    );
    check(
        "«icty:IT-94-1-A#64:Prosecutor v Tadić (Appeal Judgment) (ICTY, Appeals Chamber, Case No IT-94-1-A, 15 July 1999) [64]»",
    );
    check(
        "«icc:ICC-01/04-02/12-271:Prosecutor v. Mathieu Ngudjolo Chui, Judgment on the appeal against the decision entitled “Judgment pursuant to article 74 of the Statute”, 7 April 2015, ICC-01/04-02/12-271»",
    );
    check(
        "«icty:IT-96-21-T:Prosecutor v. Delalić et al. (“Čelebići”), Case No. IT-96-21-T, Judgement, 16 November 1998»",
    );
    check(
        "«icty:IT-95-16-T#520:Prosecutor v. Kupreškić, Case No. IT-95-16-T, Judgment, ¶ 520 (Int’l Crim. Trib. for the Former Yugoslavia Jan. 14, 2000)»",
    );
    check(
        "«icc:ICC-01/04-01/06-2842#568:Prosecutor v. Thomas Lubanga Dyilo (ICC-01/04-01/06), Judgment pursuant to Article 74 of the Statute, 14 March 2012 (ICC-01/04-01/06-2842), para. 568»",
    );
    // Another accused is another case.
    check(
        "«icty:IT-94-1-A:Prosecutor v. Tadić, IT-94-1-A»; «case:Prosecutor v. Galić:Prosecutor v. Galić»; the «icty:IT-94-1-A:Tadić Appeal Judgement»; the «case:Galić Trial Judgement#5:Galić Trial Judgement, para. 5»",
    );
    check(
        "«icty:IT-94-1-A:Prosecutor v. Tadić, IT-94-1-A» (“Dule Judgment”); «icty:IT-94-1-A#9:Tadić, cited above, para. 9»",
    );
    check(
        "The Final Appeal Judgement, para. 5; the Trial Judgment, para. 7; the Impugned Trial Judgement, para. 3; Galić Trial Judgement",
    );
    check(
        "The Appeals Chamber in «case:Bemba et al:Bemba et al» held; the Chamber in Smith et al. (2010); in Jones et al. found",
    );
}

#[test]
fn judgments_before_their_report_and_lists_of_accused() {
    check("the «echr:A/18#35:Golder judgment of 21 February 1975, Series A no. 18, pp. 17-18, § 35»");
    check("«echr:A/28:Klass and Others v. Germany judgment of 6 September 1978, Series A no. 28»; the");
    check(
        "«=icty:IT-96-23-T#482 icty:IT-96-23/1-T#482:Prosecutor v. Dragoljub Kunarac, Radomir Kovač and Zoran Vuković, Case No. IT-96-23-T & IT-96-23/1-T, Judgement, 22 February 2001, para. 482»",
    );
    check(
        "«=icty:IT-03-66-T#94 icty:IT-03-66-T#95:Prosecutor v. Limaj, Case No. IT-03-66-T, Trial Judgment, ¶¶ 94–95 (Nov. 30, 2005)»",
    );
    check("«icty:IT-95-17/1-T:Prosecutor v. Anto Furundžija, ICTY, Case No. IT-95-17/1-T, 10 December 1998»");
    check(
        "«icc:ICC-02/11-01/15:PROSECUTOR v. LAURENT GBAGBO, ICC-02/11-01/15»; «case:PROSECUTOR v. LAURENT GBAGBO and CHARLES BLE GOUDE:PROSECUTOR v. LAURENT GBAGBO and CHARLES BLE GOUDE» Public Document",
    );
    check("In «case:Prosecutor v. Krnojelac:Prosecutor v. Krnojelac», Judgement was given on 15 March 2002");
    check("Canada v. Smith; Spain v. Jones; the «case:Ireland v. Commission:Ireland v. Commission»");
    check("the Supreme Court in [2015] 1 SCR 331");
    check(
        "«iachr:C/4#172:Caso Velásquez Rodríguez Vs. Honduras. Fondo. Sentencia de 29 de julio de 1988. Serie C No. 4, párr. 172»",
    );
    check("«pcij:A/17:Factory at Chorzów (Germany v. Poland) (Merits) [1928] PCIJ (ser A) No 17», 47");
    check(
        "«icj:GL/180:Application of the International Convention on the Elimination of All Forms of Racial Discrimination (Armenia v Azerbaijan) (Order of 22 February 2023) ICJ General List No 180»",
    );
    check(
        "«=echr:20958/14 echr:38334/18:Ukraine v Russia (re Crimea) (dec) [GC] nos 20958/14 and 38334/18, 16 December 2020»",
    );
}

#[test]
fn parties_with_letters_quotes_and_brackets() {
    check("in the Case of Loizidou, the Court followed «case:Cyprus v. Turkey:Cyprus v. Turkey»");
    check(
        "«echr:25579/05#227:A, B and C v. Ireland [GC], no. 25579/05, § 227, ECHR 2010»; on point A, «echr:1234/05:X v. France, no. 1234/05»",
    );
    check(
        "«=echr:41340/98 echr:41342/98:Refah Partisi (the Welfare Party) and Others v. Turkey [GC], nos. 41340/98 and 41342/98, ECHR 2003-II»",
    );
    check(
        "«echr:3532/07:“Orthodox Ohrid Archdiocese (Greek-Orthodox Archdiocese of Peć)” v. the former Yugoslav Republic of Macedonia, no. 3532/07, 16 November 2017»",
    );
    check(
        "«echr:39371/20:Duarte Agostinho and Others v. Portugal and 32 Others (dec.) [GC], no. 39371/20, 9 April 2024»",
    );
    check(
        "«echr:13258/87:M & Co. v. Germany, no. 13258/87, Commission decision of 9 February 1990, Decisions and Reports 64, p. 138»",
    );
    check(
        "«echr:44774/98:Leyla Şahin v. Turkey (44774/98)», «echr:21974/07:MERCIECA AND OTHERS v. MALTA - 21974/07 [2011] ECHR 933 (14 June 2011)»",
    );
    check(
        "the «case:Social Rights Center v. Nigeria:Social Rights Center v. Nigeria» (155/96); «case:Kindler v. Canada:Kindler v. Canada» (470/1991)",
    );
}

#[test]
fn views_whose_number_stands_before_the_name() {
    check(
        "the Human Rights Committee, «communication:CCPR/470/1991#13.2:Kindler v. Canada (470/1991), para. 13.2»",
    );
    check(
        "the Human Rights Committee in «communication:CCPR/469/1991#16.4:Ng v. Canada, communication No. 469/1991, Views of 5 November 1993, para. 16.4»",
    );
    check(
        "the Human Rights Committee, «communication:CCPR/2217/2012#7.3:communication No. 2217/2012, Ivanov v. Belarus, Views adopted on 5 July 2017, para. 7.3»",
    );
}

#[test]
fn nouns_of_other_languages() {
    check(
        "Le «iccpr:Pacte international relatif aux droits civils et politiques» et la «crc:Convention relative aux droits de l'enfant». L’«crc#3:article 3 de la Convention» et l’«iccpr#6:article 6 du Pacte» sont clairs; la «crc:Convention» prévoit une protection.",
    );
    check(
        "«iccpr:Международный пакт о гражданских и политических правах» и «crc:Конвенция о правах ребенка». Суд применил «crc#3:статью 3 Конвенции», но не «iccpr#6:статью 6 Пакта».",
    );
    check("La «crc:Convención sobre los Derechos del Niño»: el «crc#12:artículo 12 de la Convención» exige");
    check(
        "نص «iccpr:العهد الدولي الخاص بالحقوق المدنية والسياسية» على ذلك. «iccpr#6:المادة 6 من العهد» واضحة.",
    );
    // Where nothing was named, or a title that is not known, it is nobody's; so is an article of a law.
    check("«iccpr:Международный пакт о гражданских и политических правах». Суд применил статью 3 Конвенции.");
    check(
        "La «crc:Convención sobre los Derechos del Niño» y la Convención Iberoamericana de los Jóvenes; el artículo 3 de la Convención dice",
    );
    check(
        "Le «iccpr:Pacte international relatif aux droits civils et politiques» et l’article 5 du règlement",
    );
    check("«crc:Конвенция о правах ребенка». Статья 5 закона, статья 7 настоящей Конвенции.");
    check("el artículo 27 del Convenio colectivo, el artículo 5 del Estatuto, la Carta Magna");
    check(
        "Selon l’article 14 de la Charte de 1814; la «un-charter:Charte des Nations Unies», «un-charter#51:article 51 de la Charte».",
    );
    check(
        "l’«echr#8:article 8 de la convention européenne de sauvegarde des droits de l’homme et des libertés fondamentales», l’«refugee-1951#1:article 1er de la convention de Genève du 28 juillet 1951»; la Charte de l’environnement, article 7",
    );
    check("O «achr#8:artigo 8º da Convenção Americana sobre Direitos Humanos»");
    // *Convenio* and *Convención* are two things; a title goes on.
    check(
        "El «ilo-c169:Convenio 169» y la «achr:Convención Americana»; el «achr#21:artículo 21 de la Convención», el «ilo-c169#6:artículo 6 del Convenio». Artículo 14 constitucional.",
    );
    check(
        "la «?gc1 gc2 gc3 gc4:Convention de Genève de 1949», mais la Convention de Genève sur la haute mer",
    );
    check(
        "Нарушение «echr#6:статьи 6 Конвенции о защите прав человека и основных свобод» и статьи 1 Протокола № 1; «=echr#3 echr#5:статьи 3 и 5 Конвенции».",
    );
    check(
        "Порушення «echr#6(1):пункту 1 статті 6 Конвенції про захист прав людини і основоположних свобод» та «echr#13:статті 13 Конвенції».",
    );
}

#[test]
fn titles_as_real_texts_have_them() {
    check("under the «-:International Telecommunication Convention (Malaga-Torremolinos, 1973)», and");
    check(
        "The «-:General Act of the Berlin Conference» and the «-:Final Act of the Congress of Vienna», but the Final Act of the play",
    );
    check("the «-:Montreux Convention Regarding the Regime of the Straits»");
    check("The Agreement of 5 May 2010 shall be governed by English law.");
    check("The «-:Convention of 28th October, 1933» applies; the Convention of Philadelphia does not.");
    check("the «-:Geneva Accords of 1954» and the «udhr:UN Human Rights Declaration»");
    check("the «-:Convention on Road Traffic\nArticle 5» is");
    check("a «-:Treaty of Friendship, Commerce and Navigation» between the Parties signed at Managua");
    check(
        "the «-:Brussels Declaration and the Programme of Action for the Least Developed Countries for the Decade 2001-2010».",
    );
    check(
        "The «privileges-1946:Convention on the Privileges and Immunities of the United Nations» (the «privileges-1946:General Convention») applies.",
    );
    check("The General Convention of the Episcopal Church met.");
    check("Согласно «un-charter#51:статье 51 Устава ООН» и статье 3 Устава МАГАТЭ");
}

#[test]
fn titles_that_tell_more() {
    check("the «-:1922 Washington Treaty relating to the Use of Submarines and Noxious Gases in Warfare»");
    check(
        "the «nato-1949:Washington Treaty» of NATO; the «-:1856 Paris Declaration Respecting Maritime Law»",
    );
    check(
        "the «-:Marrakesh Agreement Establishing the World Trade Organization» and the «-:Doha Declaration on the TRIPS Agreement and Public Health»",
    );
    check("the «-:International Convention for the Prevention of Pollution from Ships, 1973», as modified");
    check(
        "the «-:Agreement for the Suppression of the Circulation of Obscene Publications», but the Agreement for the Sale of Goods",
    );
    check("and «-:ILO Convention No. 189» concerning; «ilo-c169:ILO Convention No. 169» on");
    check("«-:Article XX of the GATT», «echr-p12:Protocol 12 to the ECHR»");
    check("the «-:International Telecommunications Convention of Malaga-Torremolinos, 1973», and");
    check("Moynier, Étude sur la Convention de Genève, Paris, 1870");
    check("the «-:Second Hague Convention of 1907», the «hague1899-2:Second Hague Convention of 1899»");
    check("«-:Article 15 of the Convention of Lausanne of July 24, 1923», respecting");
    check(
        "The «cat:Convention against Torture» is not the «-:Convention» signed at Paris on March 20, 1883.",
    );
    check("«-:Article 81(1) of the EC Treaty», the «-:Final Act of the Uruguay Round»");
    check("the «hcch-1980:Hague Convention on child abduction», the «-:Treaty of Paris (1783)».");
}

#[test]
fn the_treaties_of_the_union() {
    check(
        "the «tfeu:Treaty on the Functioning of the European Union» and «teu#5:Article 5 of the Treaty on European Union». «tfeu#290:Article 290 of the Treaty»; «?teu#4 tfeu#4:Article 4 of the Treaty»; without prejudice to the «=teu tfeu:Treaties».",
    );
    check(
        "in the «eu-charter:Charter of Fundamental Rights of the European Union», which has the same legal value as the «-:Treaties».",
    );
    check("The Treaties shall be the supreme law of the land.");
    check(
        "«-:Protocol (No 2) on the application of the principles of subsidiarity and proportionality», annexed",
    );
}

#[test]
fn a_counted_set_means_what_the_document_names() {
    let all = found(
        "Four resolutions of the Security Council: resolutions 822 (1993), 853 (1993), 874 (1993) and 884 (1993).",
    );
    assert_eq!((all[0].kind, all[0].status, all[0].ids().len()), (Kind::Set, Status::Set, 4));
    let all = found("Four resolutions of the Security Council: resolutions 822 (1993) and 853 (1993).");
    assert_eq!((all[0].ids().len(), all[0].hints.len()), (0, 4));
}

#[test]
fn a_committee_goes_on_with_its_own_treaty() {
    // The committee that opens the document; a bare article; another treaty in another sentence.
    check(
        "The Committee on the Elimination of Racial Discrimination, recalling its practice, notes that «cerd#4:article 4 of \
         the Convention» binds all States parties. The «iccpr:International Covenant on Civil and Political Rights» says \
         so in «iccpr#20:article 20». States parties report under «cerd#9:article 9».\n\nThe duties of «cerd#2:article 2» remain.",
    );
    // Nobody is named: what is meant is not known, and yet it is a reference.
    check(
        "1. The Committee notes that States parties rarely report on «-:article 12».\n\n2. It recalls the object of the \
         «-:Covenant», and «-:general comment No. 9».",
    );
    // Its own comment tells by its year whose document it is, though another committee is cited.
    check(
        "In its «comment:CRPD/6:general comment No. 6 (2018)», the Committee explained it to States parties. «crpd#5:Article 5 \
         of the Convention» asks for more than the same treatment of all: it asks that whoever decides looks at what each person \
         needs, that nobody is left out who could take part, and that the costs of taking part are not borne by those alone \
         who cannot do without help, in schools as at work. The Committee on the Rights of the Child, in its \
         «comment:CRC/9:general comment No. 9», agrees. «crpd#5:Article 5 of the Convention» is clear.",
    );
    // *the Covenant* before any is named: the other one is named in full.
    check(
        "The Committee finds «icescr#2:article 2 of the Covenant» clear. States parties to the «icescr:Covenant» know \
         «iccpr#2:article 2 of the International Covenant on Civil and Political Rights». Those that are parties to the \
         «iccpr:International Covenant on Civil and Political Rights» have a duty. The «icescr:International Covenant on Economic, \
         Social and Cultural Rights» has its own. The «icescr:Covenant» is neutral.",
    );
    // It found a violation of its own treaty.
    check(
        "The Committee against Torture found a violation of «cat#16:article 16 of the Convention». The Human Rights Committee \
         relied on «iccpr#7:article 7 of the Covenant».",
    );
    check(
        "See «comment:CCPR/28:Human Rights Committee general comment No. 28», «comment:CRPD/4:Committee on the Rights of \
         Persons with Disabilities general comment No. 4 (2016)» and «comment:CERD/7:general recommendation VII \
         of the Committee on the Elimination of Racial Discrimination».",
    );
}

#[test]
fn what_whole_documents_of_the_united_nations_taught() {
    check(
        "«un:S/RES/188(1964):188 (1964)». Resolution of 9 April 1964\n[«un:S/5650:S/5650»]\n\nThe Security Council,",
    );
    check(
        "Noting «un:A/RES/40/39:General Assembly resolutions 40/39» and in particular «un:A/RES/42/60#14:42/60, paragraph 14»,",
    );
    // The running head with the number of the printing job.
    check("The duty is clear. A/73/207 18-12051 4/23 It binds all. See «un:A/72/178#4:A/72/178, para. 4».");
    check("«=un-charter#preamble un-charter#1:Charter of the United Nations (preamble and art. 1)»");
    check(
        "The «crc:Convention of the Rights of the Child» and the «palermo-trafficking:Trafficking in Persons Protocol».",
    );
    check(
        "The «iccpr:International Covenant on Civil and Political Rights» binds. See «iccpr#10:article 10 of the International \
         Covenant», and the rights of all («iccpr#26:Covenant, art. 26»).",
    );
    check(
        "«ap2:Protocol II to the 1949 Geneva Conventions»; «=gc1#3 gc2#3 gc3#3 gc4#3:common article 3 of the Geneva Conventions of 1949» and «ap2:Additional Protocol II».",
    );
    check("«unts:No.972:United Nations, Treaty Series, vol. 75 (1950), No. 972».");
    // An article of a journal.
    check(
        "The «icescr#12:article 12 of the International Covenant on Economic, Social and Cultural Rights» binds. BioMed, vol. 9, article 11 (2009).",
    );
    check(
        "the «-:Basic Principles for the Treatment of Prisoners» and the «body-of-principles:Body of Principles for the Protection of All Persons under Any Form of Detention or Imprisonment»",
    );
}

#[test]
fn what_press_journals_and_speeches_taught() {
    // A day is no further resolution.
    check("See, for example, «un:S/RES/2286(2016):UNSC Res. 2286», 3 May 2016; the hospitals were spared.");
    check(
        "the four «un:S/RES/822(1993):resolutions # 822», «un:S/RES/853(1993):853», «un:S/RES/874(1993):874» and «un:S/RES/884(1993):884», adopted by the UN Security Council",
    );
    check("«un:CCPR/C/21/Rev.1/Add.13#10:CCPR/C/21/Rev.1/Add. 13, para. 10».");
    check(
        "having regard to «=teu#2 teu#3(3) teu#6 teu#7:Articles 2, 3(3) second indent, 6 and 7 of the Treaty on European Union»,",
    );
    check(
        "There are further rules, eg «gc4#44:Art. 44 Geneva Convention relative to the Protection of Civilian Persons in Time of War».",
    );
    check(
        "The «hague-cult-1954:1954 Hague Convention for the Protection of Cultural Property» and its «hague-cult-p2:Second Protocol of 1999»; under «hague-cult-p2#9:Article 9 of the Second Protocol» export is forbidden.",
    );
    check(
        "The «ccw:1980 Convention on Certain Conventional Weapons» and its «ccw-p3:Protocol III»; «ccw-p3:Protocol III to the Convention on Conventional Weapons».",
    );
    check(
        "Claims under «refugee-1951#1A(2):Article 1A(2) of the 1951 Convention» and the «refugee-p1967:1967 Protocol relating to the Status of Refugees».",
    );
    check(
        "«un-charter#41:Article 41 of Chapter VII of the United Nations Charter»; «un-charter#51:Article 51 in Chapter VII of the Charter».",
    );
    check(
        "the «gc4:Fourth Geneva Convention Relative to the Protection of Civilian Persons in Time of War of August 12, 1949»",
    );
    check(
        "«=gc1#50 gc2#51 gc3#130 gc4#147:Articles 50, 51, 130 and 147 of the four Geneva Conventions» respectively",
    );
    check(
        "«=gc1#49 gc2#50 gc3#129 gc4#146:Articles 49, 50, 129 and 146 of Geneva Conventions I-IV», and «=gc1#1 gc1#2 gc2#1 gc2#2 gc3#1 gc3#2 gc4#1 gc4#2:Articles 1 and 2 of the Geneva Conventions».",
    );
    check("the «=ap1 ap2 ap3:Additional Protocols of 1977 and 2005»");
    check(
        "the «trilateral-2020:November 9, 2020 trilateral statement», the «trilateral-2020:trilateral statement of November 9», the «trilateral-2020:trilateral statement of 9 November 2020»",
    );
    check(
        "The «=gc1 gc2 gc3 gc4:four Geneva Conventions» are law. «gc1#35:Convention I Art. 35» protects; «gc1#19:Art. 19 of Convention I» adds. («ap1#37(1):Protocol I, Art. 37(1)»)",
    );
    check(
        "accused of violating the «genocide:Genocide Convention» in the Gaza Strip («case:South Africa v Israel:South Africa v Israel»)",
    );
    // The tool of a report, and what it says of itself.
    check(
        "The title is narrow: the «gc4:Fourth Geneva Convention» is about civilians. «gc4#4:Article 4 of this Convention» says who they are.",
    );
    check("«=gc1#3 gc2#3 gc3#3 gc4#3:common Article 3 [of the Geneva Conventions]» and other rules");
    check(
        "The «-:Yamoussoukro IV Accord of 30 October 1991» and the «-:Peace Accords for Angola»; in accord with the «-:Lusaka Accords» and of one accord",
    );
}

#[test]
fn the_conventions_in_the_languages_of_their_readers() {
    check(
        "La «gc4:IVe Convention de Genève», la «gc1:Ire Convention de Genève» et la «gc3:IIIème Convention de Genève»",
    );
    check(
        "Die «gc3:dritte Genfer Konvention» und die «gc4:vierte Genfer Konvention» schützen; das «ap1:erste Zusatzprotokoll von 1977», «gc2#12:Artikel 12 der zweiten Genfer Konvention», «=gc1#3 gc2#3 gc3#3 gc4#3:gemeinsamen Artikel 3 der Genfer Konventionen», «gc1:Genfer Abkommen I», «=ap1 ap2:Zusatzprotokolle I und II», «ap2:II. Zusatzprotokolls»",
    );
    check(
        "«un:S/RES/1265(1999):резолюции СБ ООН 1265 (1999)» и «=ap1 ap2:Дополнительных протоколах 1977 года»; «gc4:Женевская конвенция о защите гражданского населения во время войны»",
    );
    check(
        "«=gc1#3 gc2#3 gc3#3 gc4#3:ст. 3, общая для четырех Женевских конвенций»; «un:S/RES/822(1993):резолюции Совета Безопасности ООН № 822», «un:S/RES/853(1993):853» и «un:S/RES/884(1993):884»",
    );
    check(
        "el «ap2:Protocolo adicional a los Convenios de Ginebra del 12 de agosto de 1949 relativo a la protección de las víctimas de los conflictos armados sin carácter internacional (Protocolo II)» y el «helsinki-1975:Acta Final de la Conferencia sobre la Seguridad y la Cooperación en Europa»",
    );
}

#[test]
fn what_memoranda_and_appeals_taught() {
    check(
        "In «un:S/RES/2573(2021):resolution 2573 (2021)» attacks were condemned. «un:S/RES/2573(2021)#7:Paragraph 7 of resolution 2573» repeats it, as does «un:S/RES/1325(2000):resolution 1325» on women.",
    );
    check(
        "The «hague-cult-1954:Convention for the Protection of Cultural Property in the Event of Armed Conflict (The Hague, 1954)», its «hague-cult-p1:First Protocol (1954)» and «hague-cult-p2:Second Protocol (1999)».",
    );
    check(
        "«=gc1#2 gc2#2 gc3#2 gc4#2:Article 2 common to the Geneva Conventions» is wide. The «havana-firearms:Basic Principles on the Use of Force and Firearms» and the «ungp:UN Guiding Principles on Business and Human Rights» too.",
    );
    check(
        "the «=gc1 gc2 gc3 gc4:four 1949 Geneva Conventions» and the «=ap1 ap2:two 1977 Additional Protocols»",
    );
    check(
        "The «ap1:first Protocol additional to the Geneva Conventions» and the «ap2#13:second Additional Protocol to the Geneva Conventions, art. 13»",
    );
}

#[test]
fn what_case_notes_and_press_taught() {
    check(
        "It brought forth «=un:S/RES/822(1993) un:S/RES/853(1993) un:S/RES/874(1993) un:S/RES/884(1993):4 UN resolutions» («un:S/RES/822(1993):822», «un:S/RES/853(1993):853», «un:S/RES/874(1993):874» and «un:S/RES/884(1993):884»).",
    );
    check(
        "«gc4#49(6):Article 49(6) of the Fourth Geneva Convention» forbids it, and «gc4#49(6):Article 49(6) of that Convention» is law. The «rome-statute:Rome Statute» is said to rest on «gc4#49(6):Article 49(6)».",
    );
    check(
        "«=echr#2 echr#3 echr#5 echr#13:Articles 2 (right to life), 3 (prohibition of torture), 5 (right to liberty and security) and 13 of the European Convention on Human Rights»",
    );
    check("le «rome-statute:Statut de Rome de la Cour pénale internationale (CPI)» ; la CPI juge");
    check(
        "The applicants rely on «echr#2:Article 2 of the European Convention on Human Rights». «echr-p1#1:Art 1 P1» is peaceful enjoyment.",
    );
    check(
        "The «=gc1 gc2 gc3 gc4:Geneva Conventions» have it: «=gc1#3 gc2#3 gc3#3 gc4#3:Article 3 common to all four Conventions».",
    );
    check(
        "los «=achr#8 achr#25:artículos 8 y 25 de la Convención Americana de Derechos Humanos»; «ap1#51(6):Art. 51 Abs. 6 ZP I zu den Genfer Abkommen»",
    );
}

#[test]
fn a_counted_set_whose_numbers_follow_is_told() {
    check(
        "The «=un:S/RES/822(1993) un:S/RES/853(1993) un:S/RES/874(1993) un:S/RES/884(1993):four UN Security Council resolutions» («un:S/RES/822(1993):822», «un:S/RES/853(1993):853», «un:S/RES/874(1993):874» and «un:S/RES/884(1993):884») stand.",
    );
    check("The «=:four resolutions of the Security Council» (1993) stand.");
}

#[test]
fn what_footnotes_of_rapporteurs_taught() {
    check(
        "«comment:CCPR/35#3:Human Rights Committee general comment No. 35 on liberty and security of person, para. 3»; «comment:CESCR/14#43(a):Committee on Economic, Social and Cultural Rights general comments No. 14 (2000) on the right to the highest attainable standard of health, para. 43 (a)», and «comment:CESCR/20#30:No. 20 (2009) on non-discrimination in economic, social and cultural rights, para. 30».",
    );
    check(
        "See communications Nos. «un:UAUSA2/2018:UA USA 2/2018», «un:OLUSA23/2017:OL USA 23/2017» and «un:OL/CHN18/2019:OL/CHN18/2019 of 1 November 2019»; «un:UA/GBR/3/2019:UA/GBR/3/2019».",
    );
    check(
        "«=un:A/74/148#48 un:A/74/148#49 un:A/74/148#50:A/74/148, para. 48–50»; European Court of Human Rights, «echr:5310/71:Ireland v. the United Kingdom, Case No. 5310/71, Judgment, 18 January 1978».",
    );
    check("the «-:Rome Declaration of the World Food Summit», States parties should act");
    check(
        "its «comment:CRC/4:general comment No. 4 (2003)» on adolescent health and development in the context of the Convention on the Rights of the Child says so; it welcomes the draft convention on the rights of persons with disabilities",
    );
    check("依「«vcdr:維也納外交關係公約»」，享有«=vcdr#29 vcdr#30 vcdr#31:第二十九條至三十一條»所規定之特權");
}

#[test]
fn an_act_of_the_union_cites_its_own_articles() {
    check(
        "«celex:32003R2201:Council Regulation (EC) No 2201/2003»\nconcerning jurisdiction, repealing «celex:32000R1347:Regulation (EC) No 1347/2000»\n\nArticle 1\nThis Regulation shall apply pursuant to «celex:32003R2201#3(1)(a):Article 3(1)(a)» if «celex:32003R2201#5:Article 5 of this Regulation» allows.\n\nArticle 2\nIn accordance with «=celex:32003R2201#3 celex:32003R2201#4 celex:32003R2201#5:Articles 3, 4 and 5», and by way of exception to «celex:32003R2201#8:Article 8» where «celex:32001R0044#2:Article 2 of Regulation (EC) No 44/2001» or «celex:32001R0044#7:Article 7 of that Regulation» apply. The «-:Treaty establishing the European Community», and in particular «-:Article 61(c) thereof». «celex:32003R2201#annex-I:Annex I to this Regulation» says so.",
    );
    check(
        "The Court of Justice was asked about «celex:32004L0083#15(c):Article 15(c) of Directive 2004/83/EC» and «celex:32004L0083#2(e):Article 2(e) of the Directive».",
    );
}

#[test]
fn statutes_of_other_tribunals_are_not_that_of_the_court() {
    check(
        "INTERNATIONAL COURT OF JUSTICE\n\nUnder «icj-statute#65(1):Article 65, paragraph 1, of the Statute of the Court» it may give an opinion. «-:Article XII of the Annex to the Statute of the Administrative Tribunal of the International Labour Organization» and «-:Article II, paragraph 5, of the Statute of the Tribunal» say so. Was the ILOAT competent, under «-:Article II of its Statute», to hear it? By «icj-statute#66(2):Article 66, paragraph 2, of its Statute», the Court decided so. «-:Article 11 of the Tribunal’s Statute» was invoked; «-:Article VI of the Statute of the ILOAT».",
    );
}

#[test]
fn dates_behind_symbols_and_conventions_to_do_something() {
    check(
        "(UN doc. «=un:A/2909#13 un:A/2909#17:A/2909 of 10 June 1955, paras. 13 and 17»); Information Circular «un:ST/AFS/SER.A/238:ST/AFS/SER.A/238 of 19 January 1954»",
    );
    check(
        "the States parties to the «-:United Nations Convention to Combat Desertification in Those Countries Experiencing Serious Drought and/or Desertification, Particularly in Africa» (hereinafter the “«-:UNCCD»” or the “«-:Convention»”)",
    );
}

#[test]
fn lists_of_accused_and_links() {
    check(
        "«ictr:ICTR-98-41:Prosecutor v Théoneste Bagosora, Gratien Kabiligi, Aloys Ntabakuze (ICTR-98-41)» and «ictr:ICTR-98-41:Prosecutor v Bagosora et al (Transcript) ICTR-98-41 (18 June 2003)» https://ucr.irmct.org/LegalRef/ICTR-98-41/TRS17031R0000629620.DOC; see http://undocs.org/A/RES/62/243 and «un:A/RES/62/243:A/RES/62/243»",
    );
}

#[test]
fn a_judgment_goes_on_with_its_own_convention() {
    check(
        "The applicant complained under «echr#6(1):Article 6 § 1 of the European Convention on Human Rights» (see «echr:6767/04#47:Prescher v. Bulgaria no. 6767/04, § 47, 7 June 2011»).\n23.  The Court has regard to «crpd#14:Article 14 of the Convention on the Rights of Persons with Disabilities».\n24.  It finds a violation of «echr#8:Article 8 of the Convention». The complaint under «echr#14:Article 14» is admissible (see «echr:62903/15#175:Kurt, cited above, § 175», and «case:Schöpfer v. Switzerland:Schöpfer v. Switzerland (20 May 1998, Reports of Judgments and Decisions 1998-III)»).\n25.  It was punished under Articles 217 and 218 (see «echr:62903/15#160:Kurt v. Austria [GC], no. 62903/15, § 160, 15 June 2021»; «echr:15172/13#147:Ilgar Mammadov v. Azerbaijan (infringement proceedings) [GC], no. 15172/13, § 147»; «echr:60642/08:Ališić and Others v. Bosnia and Herzegovina, Croatia, Serbia, Slovenia and the former Yugoslav Republic of Macedonia [GC], no. 60642/08»).",
    );
    check(
        "(«icj:1982/325:Application for Review of Judgement No. 273 of the United Nations Administrative Tribunal, I.C.J. Reports 1982, p. 325»), the 1956 Advisory Opinion, «icj:1956/84:I.C.J. Reports 1956, p. 84».",
    );
    check("«celex:32002R1605#128:Article 128 of Council Regulation (EC, Euratom) No 1605/2002»");
}

#[test]
fn journals_organisations_ministers_and_refugees_are_no_references() {
    for text in [
        "Journal of Conflict Resolution 62(1): 174–202; the North Atlantic Treaty Organization said so",
        "Yang v Canada (Citizenship and Immigration) is a case of its own courts",
        "The United Nations knows who falls under the Convention refugee definition, and whom it helps.",
    ] {
        check(text);
    }
}

#[test]
fn what_opinions_and_rapporteurs_taught() {
    check(
        "INTERNATIONAL COURT OF JUSTICE\n«icj-statute#65(1):Article 65, paragraph 1, of Statute» — «un-charter#96(1):Article 96, paragraph 1, ol the Charter». The «-:1949 General Armistice Agreement between Jordan and Israel» and «-:Article 9 of the 1994 Peace Treaty between Israel and Jordan» stand.",
    );
    check("«un:WHA61.21:World Health Assembly resolution WHA61.21» and «un:WHA58.33:resolution WHA58.33»");
    check(
        "«icc:ICC-01/04-01/07:Prosecutor v Katanga, ICC-01/04-01/07»: murder («rome-statute#7(1)(a):Article 7(1)(a)»); wilful killing («rome-statute#8(2)(a)(i):Article 8(2)(a)(i)»)",
    );
}

#[test]
fn titles_of_cases_with_representatives_numbers_and_reports_in_brackets() {
    check(
        "see «echr:47848/08#156:Centre for Legal Resources on behalf of Valentin Câmpeanu v. Romania [GC], no. 47848/08, § 156, ECHR 2014», and «=case:Maslák (no. 2)#167 case:Maslák (no. 2)#168:Maslák (no. 2) (cited above, §§ 167-68)».",
    );
    check(
        "in the case concerning «icj:2002/352:Land and Maritime Boundary between Cameroon and Nigeria (Cameroon v. Nigeria: Equatorial Guinea Intervening) (Judgment, I.C.J. Reports 2002, p. 352)».",
    );
    check(
        "The Court observes that «iccpr#4:Article 4 of the Covenant» allows for derogation.\n\n127. Others remain applicable. «iccpr#12:Article 12 of the International Covenant on Civil and Political Rights» says so.",
    );
}

#[test]
fn what_whole_judgments_and_orders_taught() {
    check(
        "(«icj:1996/232#10:Legality of the Threat or Use of Nuclear Weapons, Advisory Opinion, I. CJ. Reports 1996 (I), p. 232, para. 10»); «icj:1950/70:Interpretation of Peace Treaties with Bulgaria, Hungary and Romania, I.CJ. Reports 1950, p. 70»",
    );
    check(
        "the «ilo-c138:ILO Minimum Age Convention No. 138» and the «-:ILO Migrant Workers Convention No. 143», unlike the «icrmw:Migrant Workers Convention»",
    );
    check(
        "«celex:32015L0849:Directive (EU) 2015/849 of the European Parliament and of the Council of 20 May 2015»\non the prevention of money laundering\n\nall sanctions imposed in accordance with «=celex:32015L0849#58 celex:32015L0849#59:Articles 58 and 59» on institutions (see «celex:32009F0315:Framework Decision 2009/315/JHA»), and «celex:32015L0849#60:Article 60».\n\nArticle 63\nIt is amended.",
    );
    check(
        "«icc:ICC-01/12-01/15-T-4-Red-ENG:Prosecutor v Al Mahdi (Transcript) ICC-01/12-01/15-T-4-Red-ENG (22 August 2016)» 41",
    );
    check(
        "(see «echr:42454/02:Menchinskaya v. Russia, no. 42454/02, 15 January 2009», and «echr:5447/03:Korolev v. Russia, no. 5447/03, 1 April 2010»). Compare «=echr:42454/02#36 echr:42454/02#37:Menchinskaya, §§ 36 and 37», and «echr:5447/03#37:Korolev, § 37», both cited above.",
    );
    check("established by «celex:32004D0280#9:Article 9 of Decision No 280/2004/EC»");
    check(
        "the provisions of the «?gc1 gc2 gc3 gc4:Geneva Convention of 1949» and of the «ap1:Additional Protocol No. 1 of 1977»",
    );
    check(
        "The «genocide:Convention on the Prevention and Punishment of the Crime of Genocide» stands. Ships pass under the 1948 Convention on free navigation on the Danube.",
    );
    check(
        "«icc:ICC-01/05-01/08-424:Prosecutor v Bemba (Decision) ICC-01/05-01/08-424 (15 June 2009)» (PTC II) 94, fn 118.",
    );
}

#[test]
fn headings_of_judgments_in_capitals() {
    check(
        "The applicant lodged it under «echr#34:Article 34 of the Convention for the Protection of Human Rights and Fundamental Freedoms».\n\nII.  ALLEGED VIOLATION OF «=echr#6 echr#8:ARTICLES 6 AND 8 OF THE CONVENTION» AND «echr-p1#1:ARTICLE 1 OF PROTOCOL NO. 1» IN RESPECT OF THE NON-ENFORCEMENT\n\nIII.  ALLEGED VIOLATION OF «echr#6(1):ARTICLE 6 § 1 OF THE CONVENTION» ON ACCOUNT OF THE QUASHING OF THE JUDGMENT",
    );
    check(
        "The rights of «echr#1:Article 1 of the European Convention on Human Rights» …\n\nII.  ALLEGED VIOLATION OF «echr#6(1):ARTICLE 6 § 1 OF THE CONVENTION» WITH RESPECT TO FAIRNESS\n\nThese complaints disclose a breach of «=echr#6(1) echr#13:Article 6 § 1 and of Article 13 of the Convention» (see «echr:31107/96:Iatridis v. Greece [GC], no. 31107/96», and «case:Kudła#157:Kudła, cited above, § 157»). If there has been a violation of «echr#2:Article 2 of the Convention» or the «-:Protocols thereto», the Court shall afford just satisfaction.",
    );
    check(
        "«=gc1#3 gc2#3 gc3#3 gc4#3:Article 3 common to the Geneva Conventions» and «ap2:Additional Protocol II» (murder)",
    );
    check(
        "Following the entry into force of the new Criminal Code in 2001, its Article 365 § 2 provided for it. «echr#2:Article 2 of the European Convention on Human Rights» says so.",
    );
}

#[test]
fn its_article_in_the_sentence_after() {
    check(
        "The Assembly in its «un:A/RES/61/106:resolution 61/106» adopted the «crpd:Convention on the Rights of Persons with Disabilities (Disability Convention)». This «crpd:Convention» recognized the link in its «crpd#24:article 24» as follows: “States Parties recognize the right.”",
    );
    check(
        "States ratified the «crc:Convention on the Rights of the Child». It recognizes this in its «crc#12:article 12».",
    );
    check(
        "States ratified the «crc:Convention on the Rights of the Child». The Government amended the Constitution and its «-:article 12».",
    );
}

#[test]
fn agreements_and_standards_by_name() {
    check(
        "the main provisions of the “«-:Acordos de Paz»” and the “«-:Acordos de Paz para Angola»”; the «-:Armistice Agreements» and the «-:Paris Agreements», not the «paris-agreement:Paris Agreement»",
    );
    check(
        "«-:Rule 60, para. 1, of the Standard Minimum Rules»; «-:rules 37-39 of the Standard Minimum Rules»; «-:paragraph 32 of the Global Strategy for Shelter to the Year 2000»",
    );
}

#[test]
fn standards_by_their_noun() {
    check(
        "The «-:Mental Illness Principles» recognize rights. But this core provision in the «-:Principles» is subject to exceptions. While some of the «-:Principles» recognize rights, the Principles of the Constitution do not.",
    );
    check(
        "The «-:Standard Minimum Rules for the Treatment of Prisoners» (the «-:Rules») were adopted. The «-:Rules» continue to be vital. Even though the Rules of Procedure were amended, the principles in the «-:Rules» stand.",
    );
    check("The Court amended the Rules in 2001. According to the Guidelines, the Principles apply.");
    check(
        "The Committee found a violation of «cat#14:article 14 of the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment», without reference to the «-:Mental Illness Principles». It found one of «cat#14:article 14». The «-:Istanbul Protocol» and the Principles to Combat Impunity say so.",
    );
}

#[test]
fn titles_that_go_on() {
    check(
        "echoes «-:article 9, paragraph 1, of ILO Convention No. 143 (1975) concerning Migrations in Abusive Conditions and the Promotion of Equality of Opportunity»; the «-:Guidelines for Protecting Schools and Universities from Military Use during Armed Conflict» and the Guidelines for private schools in Bhutan",
    );
    check(
        "States ratified the «crc:Convention on the Rights of the Child». In full compliance with «crc#40:article 40 of Convention», a decision is taken.",
    );
    check(
        "The case of «-:ILO Convention No. 189» on which we rely, «ilo-c182:ILO Convention No. 182 (1999)» concerning what happened.",
    );
}

#[test]
fn symbols_with_a_dollar_and_ranges_of_addenda() {
    check(
        "(«un:S/24783:S/24783», «un:S/24810:$/24810», «un:S/24870:S$/24870», «=un:S/24900 un:S/24900/Add.1 un:S/24900/Add.2 un:S/24900/Add.3:S/24900 and Add.1\nto 3»), at $ 24810/year or $24/1000 each",
    );
    check(
        "«=un:A/RES/60/147#annex.3(b) un:A/RES/60/147#annex.4:General Assembly resolution 60/147, annex, paras. 3 (b) and 4». «un:E/1990/23#annex-III.7:E/1990/23, annex III, para. 7».",
    );
}

#[test]
fn charters_and_recommendations_by_their_titles() {
    check(
        "the joint «-:UNESCO-ILO Recommendation Concerning the Status of Teachers (1966)» and the «-:UNESCO Recommendation Concerning the Status of Higher-Education Teaching Personnel (1997)»; the «-:Ottawa Charter for Health Promotion»",
    );
    check(
        "The «-:Alma-Ata Declaration» on health; the «alma-ata-1991:Alma-Ata Declaration of 21 December 1991».",
    );
    check(
        "«crpd:身心障礙者權利公約»\n\n本公約締約國，\n\n第一條\n本公約宗旨如下。\n第二條\n依«crpd#1:第一條»之規定，不影響«crpd#3:本公約第三條»。\n第三條\n本公約之原則。\n第四條\n本公約。",
    );
}

#[test]
fn general_comments_that_were_cited_before() {
    check(
        "The Committee on Economic, Social and Cultural Rights adopted «comment:CESCR/14:general comment No. 14», and the Human Rights Committee and the Committee on the Rights of the Child spoke of health.\n\nFor them, «comment:CESCR/14:general comment No. 14» is compelling.",
    );
    check(
        "It was elaborated in «comment:CESCR/14:general comments Nos. 14» and «comment:CESCR/22:22 of the Committee on Economic, Social and Cultural Rights», as well as by the Committee on the Rights of the Child.",
    );
    check(
        "«comment:CESCR/14:General comment No. 14 of the Committee on Economic, Social and Cultural Rights»; «comment:CRC/14:general comment No. 14 of the Committee on the Rights of the Child».\n\nSee «?comment:CESCR/14 comment:CRC/14:general comment No. 14».",
    );
}

#[test]
fn two_cases_with_and_between() {
    check(
        "In «case:Cestaro v. Italy:Cestaro v. Italy» and «case:Bartesaghi Gallo and Others v. Italy:Bartesaghi Gallo and Others v. Italy», the European Court of Human Rights found it.",
    );
    check(
        "The Assembly adopted the «-:Basic Principles for the Treatment of Prisoners». «-:Principle 7» states it; «-:article 6 of the Trusteeship Agreement» too.",
    );
}

#[test]
fn articles_of_a_covenant_that_nobody_names() {
    check(
        "1. «-:Article 25 of the Covenant» protects the rights of every citizen.\n\n2. Political parties respect the provisions of «-:article 25» in order to enable citizens to exercise their rights, and article 7 of the Civil Code; article 12 was repealed.",
    );
}

#[test]
fn the_declaration_in_other_languages() {
    check(
        "«udhr:Déclaration universelle des droits de l’homme»\n\nConsidérant que dans la «un-charter:Charte» les peuples des Nations Unies ont proclamé leur foi, proclame la présente «udhr:Déclaration universelle des droits de l’homme».",
    );
    check(
        "«udhr:Declaração Universal dos Direitos Humanos»\n\nConsiderando que, na «un-charter:Carta», os povos das Nações Unidas proclamam a sua fé",
    );
    check(
        "«udhr:ЗАГАЛЬНА ДЕКЛАРАЦІЯ ПРАВ ЛЮДИНИ» та «udhr:Загальну Декларацію Прав Людини»; «udhr:世界人権宣言»、«un-charter:国連憲章»において; 이 «udhr:세계인권선언을»; «udhr:Powszechną Deklarację Praw Człowieka», «udhr:Powszechna Deklaracja Praw Człowieka»; «udhr:Splošna deklaracija človekovih pravic»",
    );
    check("La Charte de l’environnement garantit ceci. Aux termes de la Charte, chacun a ce droit.");
}

#[test]
fn agreements_that_end_a_conflict() {
    check(
        "Recalling the «-:Comprehensive Peace Agreement of 9 January 2005», the «-:Darfur Peace Agreement», the «-:Addis Ababa Agreement», the «-:Libyan Political Agreement», the «-:Minsk Agreement» and «-:article 4 of the Ohrid Framework Agreement»; under the Services Agreement and the Status of Mission Agreement, an agreement was reached.",
    );
}

#[test]
fn judgments_that_a_scan_cut_and_decisions_that_are_counted() {
    check(
        "14 «icj:2012/422#99:Questions relating to the Obligation to Prosecute or Extradite (Belgium v. Senegal), Judg ment, I.C.J. Reports 2012, p. 422, para. 99».",
    );
    check(
        "see «icc:ICC-01/12-01/18-1114:Prosecutor v. Al Hassan, Second Decision on the Defence Request, 20 October 2020, ICC-01/12-01/18-1114», and so on",
    );
}

#[test]
fn vague_mentions_only_on_demand() {
    let text = Text::new("according to international conventions and the laws of war").expect("it is short");
    assert!(recognise(&text, table(), &Options::default()).is_empty());
    let all = recognise(&text, table(), &Options { vague: true });
    assert_eq!(
        all.iter().map(|one| (text.slice(one.span), one.kind)).collect::<Vec<_>>(),
        [("international conventions", Kind::Vague), ("laws of war", Kind::Vague)]
    );
}

#[test]
fn a_projects_own_instrument_takes_part_at_once() {
    let mut table = Table::embedded();
    table.add(&OwnInstrument {
        id: "own-tbilisi".to_owned(),
        name: "Tbilisi Accord on Water".to_owned(),
        aliases: vec!["TAW".to_owned()],
        articles: Some(7),
        ..OwnInstrument::default()
    });
    let text = Text::new("Article 3 of the Tbilisi Accord on Water; TAW, art. 9").expect("it is short");
    let all = recognise(&text, &table, &Options::default());
    assert_eq!(all.iter().flat_map(Reference::ids).collect::<Vec<_>>(), ["own-tbilisi#3", "own-tbilisi#9"]);
    assert_eq!(all[1].status, Status::Invalid);
}
