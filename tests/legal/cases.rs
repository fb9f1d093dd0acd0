//! Cases of courts, tribunals and committees.

use super::check;

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
fn lists_of_accused_and_links() {
    check(
        "«ictr:ICTR-98-41:Prosecutor v Théoneste Bagosora, Gratien Kabiligi, Aloys Ntabakuze (ICTR-98-41)» and «ictr:ICTR-98-41:Prosecutor v Bagosora et al (Transcript) ICTR-98-41 (18 June 2003)» https://ucr.irmct.org/LegalRef/ICTR-98-41/TRS17031R0000629620.DOC; see http://undocs.org/A/RES/62/243 and «un:A/RES/62/243:A/RES/62/243»",
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
fn two_cases_with_and_between() {
    check(
        "In «case:Cestaro v. Italy:Cestaro v. Italy» and «case:Bartesaghi Gallo and Others v. Italy:Bartesaghi Gallo and Others v. Italy», the European Court of Human Rights found it.",
    );
    check(
        "The Assembly adopted the «-:Basic Principles for the Treatment of Prisoners». «-:Principle 7» states it; «-:article 6 of the Trusteeship Agreement» too.",
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
