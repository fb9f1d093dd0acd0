//! What has a number: resolutions, symbols, comments, acts of the Union, treaty series.

use super::{check, found};
use glossator::legal::{Kind, Status};

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
fn look_alike_numbers_are_left_alone() {
    check("by 11 votes to 2, from 9 to 26 September, vol. 12, 2001, pp. 12-14");
    check("Official Journal nos. 12/98, 4/07; communications nos. 64/92, 68/92");
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
fn footnote_digits_stay_outside() {
    check("under the «npt:Treaty on the Non-Proliferation of Nuclear Weapons».12 It");
    check("of the «vcdr:Vienna Convention on Diplomatic Relations of 18 April 1961», 106 the");
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
fn a_resolution_of_the_united_nations_by_number_alone_is_of_no_certain_organ() {
    let all = found("North Korea condemned UN Resolution 2397.");
    assert_eq!((all[0].status, all[0].kind, all[0].hints.len()), (Status::Unresolved, Kind::Resolution, 1));
    check("order form A/4, flight S/7; see document «un:S/7:S/7»");
    check(
        "The General Assembly,\n\nRecalling its «un:A/RES/2626(XXV):resolutions 2626 (XXV)» entitled “Strategy” and «un:A/RES/3362(S-VII):3362 (S-VII)»",
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
fn what_looks_like_a_symbol_and_is_none() {
    check("the surveyor’s report (ref. A/114-S), the Model S/PV-300, part numbers A/61/10 and A/61/12");
    check("of the preceding year.\nA/C.4/SR.1298                     117\n");
    check("the report («un:E/2019/32(PartI):E/2019/32 (Part I)») and «un:A/HRC/S-17/2:A/HRC/S-17/2»");
    check("the resolution of 9 June, Standing Order No. 145(1) and others");
}

#[test]
fn words_that_a_scan_ended_with_a_digit() {
    check(
        "the «iccpr:International Covenant on Civi1 and Political Rights», but the «genocide:Genocide Convention»1 was",
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
fn a_counted_set_whose_numbers_follow_is_told() {
    check(
        "The «=un:S/RES/822(1993) un:S/RES/853(1993) un:S/RES/874(1993) un:S/RES/884(1993):four UN Security Council resolutions» («un:S/RES/822(1993):822», «un:S/RES/853(1993):853», «un:S/RES/874(1993):874» and «un:S/RES/884(1993):884») stand.",
    );
    check("The «=:four resolutions of the Security Council» (1993) stand.");
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
fn symbols_with_a_dollar_and_ranges_of_addenda() {
    check(
        "(«un:S/24783:S/24783», «un:S/24810:$/24810», «un:S/24870:S$/24870», «=un:S/24900 un:S/24900/Add.1 un:S/24900/Add.2 un:S/24900/Add.3:S/24900 and Add.1\nto 3»), at $ 24810/year or $24/1000 each",
    );
    check(
        "«=un:A/RES/60/147#annex.3(b) un:A/RES/60/147#annex.4:General Assembly resolution 60/147, annex, paras. 3 (b) and 4». «un:E/1990/23#annex-III.7:E/1990/23, annex III, para. 7».",
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
fn days_without_a_year_committees_and_footnotes_behind_numbers() {
    check(
        "Recalling its «un:S/RES/425(1978):resolutions 425 (1978)» and «un:S/RES/426(1978):426 (1978)\nof 19 March», «un:S/RES/427(1978):427 (1978) of 3 May» and «un:S/RES/434(1978):434 (1978) of\n18 September 1978»",
    );
    check("«comment:CCPR/20:General Comment No. 20 of the Human Rights Committee (1992)» says so.");
    check("in document «=un:S/13026 un:S/13026/Corr.1:S/13026 and Corr.1», 6\n\nExpressing concern");
}
