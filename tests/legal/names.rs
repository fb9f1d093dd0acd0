//! Instruments by their names and titles, in the table and not, in any language.

use super::{check, found, table};
use glossator::legal::{Kind, Options, OwnInstrument, Reference, Status, Table, recognise};
use glossator::text::Text;

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
fn abbreviations_alone_say_nothing() {
    check("The CAT sat on the mat; ECHR 2015-III; the Court (ECHR) and CRC.");
}

#[test]
fn customary_rules() {
    check("«cihl#14:rule 14 of the ICRC Study»; «cihl#14:ICRC CIHL Rule 14»");
    check("Henckaerts and Doswald-Beck, «cihl#14:Customary International Humanitarian Law, rule 14»");
    check("customary international humanitarian law");
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
fn titles_of_books_rooms_and_heads_of_pages_are_left_alone() {
    check("Nowak, The United Nations Convention against Torture: A Commentary, p. 117");
    check("ICRC, Commentary on the Additional Protocols, para. 4");
    check("Room S/124, Annex B of the lease; screen resolution 1920 (2019) standard");
    check("and so on.\n\nE/CN.4/1016/Add.1\npage 12\n\nThe Committee");
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

#[test]
fn universal_declarations_of_other_things() {
    check(
        "The «-:Universal Declaration on the Human Genome and Human Rights (1997)», the «-:Universal Declaration on Cultural Diversity» and the «udhr:Universal Declaration», adopted as the «udhr:Universal Declaration of Human Rights»; the «udhr:Universal Declaration» on Monday.",
    );
}
