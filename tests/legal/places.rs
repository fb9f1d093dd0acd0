//! Articles and other places, and what they and other short forms belong to.

use super::check;

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
fn acts_of_the_union_by_their_articles() {
    check("(«celex:32004L0083:Directive 2004/83/EC» — «celex:32004L0083#24(1):Article 24(1)» — Minimum)");
    check(
        "the «eu-charter:Charter of Fundamental Rights of the European Union»; «eu-charter#19(2):Article 19(2) of the [Charter]» and [«celex:32008L0115:Directive 2008/115»]",
    );
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
fn articles_of_a_covenant_that_nobody_names() {
    check(
        "1. «-:Article 25 of the Covenant» protects the rights of every citizen.\n\n2. Political parties respect the provisions of «-:article 25» in order to enable citizens to exercise their rights, and article 7 of the Civil Code; article 12 was repealed.",
    );
}

#[test]
fn the_charter_speaks_of_itself_in_chinese_too() {
    check(
        "«un-charter:聯合國憲章»\n\n第一條\n聯合國之宗旨。\n\n第二條\n為求實現«un-charter#1:第一條»所述各宗旨起見，不得認為本憲章授權聯合國干涉。\n\n第三條\n簽訂本憲章，且依«un-charter#110:憲章第一百一十條»規定而予以批准者。\n\n第四條\n接受本憲章所載之義務。",
    );
}
