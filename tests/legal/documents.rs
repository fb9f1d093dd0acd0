//! What whole documents, scans and lots of passages have taught, whatever it is about.

use super::check;

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
fn what_a_scan_garbled_is_read_all_the_same() {
    check("called for in «un-charter#73(e):Artic1e 73 e of the Charter of the United Nations»");
    check("in line with «vcdr#31:article 3l of the Vienna Convention on Diplomatic Relations» of that year");
    check("approved by «un:A/RES/260A(III):General Assembly resolution 260 A (III) of 9 December l948»");
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
fn what_whole_documents_of_the_united_nations_taught() {
    check(
        "«un:S/RES/188(1964):188 (1964). Resolution of 9 April 1964»\n[«un:S/5650:S/5650»]\n\nThe Security Council,",
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
fn what_the_ninth_round_taught() {
    // Chinese: that declaration, a list with a comma, a title that is not known, the document's own noun.
    check(
        "注意到《«udhr:世界人權宣言»》宣布人人生而自由，人人有資格享受該«udhr:宣言»所載的一切權利，決心執行《«-:消除對婦女歧視宣言»》內載的各項原則",
    );
    check(
        "«un-charter:聯合國憲章»\n\n第一條\n一、除依«=un-charter#77 un-charter#79 un-charter#81:第七十七條、第七十九條，及第八十一條»所訂者外。\n\n第二條\n«=un-charter#chapter-XII un-charter#chapter-XIII:本憲章第十二章及第十三章»所規定之領土。\n\n第三條\n對於憲章之更改，依本憲章。",
    );
    // Lists that begin with other words, sessions in brackets.
    check(
        "The Committee on the Elimination of Discrimination against Women recalls its general recommendations, including «comment:CEDAW/19:No. 19» on violence, «comment:CEDAW/26:No. 26» on workers, and «comment:CEDAW/9:general recommendation No. 9 (Eighth session, 1989)»",
    );
    // Scans.
    check(
        "the percentage that the Security Council decided in «un:S/RES/705(1991)#2:paragraph 2 of resolution 70S (1991)»",
    );
    check("the letter of the Chairman («un:S/25307:8/25307») was heard by the Security Council");
    // Where a State follows, no title begins.
    check(
        "Since the «iccpr:International Covenant on Civil and Political Rights» is in force, the «iccpr:Covenant» for the Czech Republic too",
    );
    check(
        "under these Principles\n\n1. A report shall be made. By the «-:Declaration of Commitment on HIV/AIDS» and the «-:Declaration of Legal Principles Governing the Activities of States in the Exploration and Use of Outer Space»",
    );
    check("as in «case:Nazari v. Denmark:Nazari v. Denmark»,[[fn:7]] which concerned a refusal");
}

#[test]
fn what_a_copy_has_glued_is_read_all_the_same() {
    check(
        "as set out in«udhr#3:article 3 of theUniversal Declaration ofHuman Rights» and «iccpr#6:article 6 of the International Covenant on Civiland Political Rights»",
    );
    check(
        "States Parties to the «iccpr-op1:first Optional Protocolto the International Covenant on Civil and Political Rights» adoptedon that day",
    );
    check("inhuman or degrading treatment; the sector, the author and the inspector of a Convention");
}

#[test]
fn a_treaty_in_chinese_knows_itself_its_parent_and_the_four_conventions() {
    check(
        "«ap1:日內瓦公約第一附加議定書»\n\n第一條\n一、本議定書補充«=gc1 gc2 gc3 gc4:1949年8月12日日內瓦四公約»，應適用於各公約«=gc1#2 gc2#2 gc3#2 gc4#2:共同第二條»所指的場合。\n\n第二條\n本議定書保護«gc4#5:第四公約第五條»和«ap1#75:本議定書第七十五條»所述的人，依«ap1#1:第一條»，但不影響海牙和平解決國際紛爭條約第四十四條。\n\n第三條\n本議定書自批准起生效。\n",
    );
    check(
        "«icescr-op:經濟社會文化權利國際公約任擇議定書»\n\n本議定書締約國，憶及《«icescr:經濟社會文化權利國際公約»》（以下簡稱《«icescr:公約»》），\n\n第一條\n成為本議定書締約國的《«icescr:公約»》締約國，依本議定書。\n\n第二條\n締約國依照《«=icescr#16 icescr#17:公約》第十六條和第十七條»提交的報告，及«icescr-op#11(6):第十一條第六款»所述期限。\n",
    );
}

#[test]
fn heads_of_early_resolutions_and_repetitions_within_a_paragraph() {
    check(
        "«un:S/RES/199(1964):199 (1964). Resolution of 30 December 1964»\n[«un:S/6129:S/6129»]\n\nThe Security Council,\n\nNoting with concern",
    );
    check(
        "The right was explained («un:E/C.12/2000/4#8:E/C.12/2000/4, para. 8»). It extends to determinants of health («un:E/C.12/2000/4#17:ibid., para. 17»). Another paragraph begins.\n\nThis one is about something else (ibid., para. 3).",
    );
}
