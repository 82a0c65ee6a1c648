import { strict as assert } from 'node:assert';
import { assertBorders, sentencesOf } from './borders.js';

const NL: Readonly<Record<string, readonly string[]>> = {
  'abbreviations within them': [
    'Wij steunen o.a. De Kap, d.w.z. de vereniging, m.n. in Zeist. | Meer niet.',
    'Dat regelt art. 3.1, tweede lid, jo. art. 4.2a van de wet. | Zo is het.',
    'Volgens prof. dr. Bakker, mr. Smit, ir. Kok en drs. De Wit kan het. | Wij volgen hen.',
    'Vraag het aan mw. De Vries of dhr. Van Dam. | Mevr. Bos weet het ook.',
    'Het gaat om ca. 1.200 plaatsen à € 3,50 p.p. per dag. | Dat is veel.',
    'De opgave (o.a. wonen, zorg enz.) vraagt tijd. | Wij nemen die.',
    'De raad besloot i.o.m. Het Huis, t.b.v. De Wijk en i.h.k.v. Het Akkoord. | Klaar.',
    'Zie hfst. 4, par. 2, blz. 17 e.v. | Daar staat meer.',
    'Volgens Bakker e.a. (2019) en blz. 12 e.v. (1068) is dat zo. | Zo is het.',
    'Dat schreef J.P. De Boer in nr. 8. | Hij is jurist.',
    'Het Kon. Besluit van 3 mei geldt nog. | Het is oud.',
    'De brief d.d. 12 jan. 2023 bleef liggen. | Niemand las hem.',
    'Zie bijv. Kamerstukken II 2021/22, nr. 4. | Of bijv. Bijlage B.',
  ],
  'abbreviations at their end': [
    'Wij doen sport, muziek, enz. | De rest volgt.',
    'Wij doen sport, muziek, etc. | Daarnaast is er kunst.',
    'Scholen, clubs e.d. | Wij nodigen hen uit.',
    'Dat doen wij z.s.m. | Het plan is er al.',
    'De kosten zijn € 4 mln. | Het Rijk betaalt.',
    'Het loopt via de ggz. | Wij helpen mee.',
    'Zo luidt plan A. | De wijk kiest plan B. | Het bestuur volgt.',
  ],
  'numbers and dates': [
    'Dat gold tot 1 januari 2023. | Nu niet meer.',
    'In 2021 was het 3,5 procent, in 2022 4.1. | Dat groeit.',
    'Het geldt vanaf 1-1-2024. | 40 gemeenten doen mee.',
    'Om 12.30 uur of 13:45 uur begint het. | Wees er bij.',
    'Versie 2.0.1 is er. | Versie 3 volgt.',
    '3.1. De gemeente kiest. | Zij beslist.',
  ],
  addresses: [
    'Lees www.voorbeeld.nl/plan.pdf?a=1.2 of https://voorbeeld.nl/a.B. | Daar staat het.',
    'Mail naar A.de.Boer@gemeente-voorbeeld.nl. | Wij antwoorden snel.',
    'Het staat op voorbeeld.nl. | Kijk daar.',
    'Ga naar Voorbeeld.nl en vul het in. | Klaar.',
  ],
  'quotations inside': [
    'Zij vroeg: ‘Wie doet dit? Wie betaalt?’ en wachtte. | Niemand zei iets.',
    'De zin “Wij willen dit. Wij kunnen dit.” staat in het plan. | Wij lezen hem vaak.',
    '“Dat kan niet!”, riep de wethouder. | Het kon wel.',
    'Zij zei: „Kom maar.” | Toen ging zij.',
    "Hij noemde het 'een begin.' | Dat was het.",
    'Dat heet ‘samen leven’. | Zo noemen wij het ook.',
  ],
  'other punctuation': [
    'Echt waar?! | Ja, echt!! | Nou dan.',
    'Wij wachten… en wachten. | Dan komt het… | Eindelijk.',
    'Dat is (!) de vraag. | Wie (?) Weet het niet?',
    'Dit is weggelaten. | […] De rest bleef staan.',
    'Wij doen mee (zie de bijlage.) | Anderen niet.',
    'Dat is al gezegd (in art. 4). | Nu de rest.',
    'Het is 100%. | Meer kan niet.',
    'Het eerste. | • het tweede.',
    'Wij gaan door ... | Dat moet.',
    'Dat is alles;. | ’s Avonds volgt meer.',
  ],
};

const EN: Readonly<Record<string, readonly string[]>> = {
  'abbreviations within them': [
    'Ask Dr. Hall, Prof. Lee or Ms. Young, e.g. The Hague. | They know.',
    'See para. 4.2, No. 12 and Figs. 3 and 4. | All of it.',
    'It costs approx. 1,200 pounds vs. 900 before. | Too much.',
    'The U.K. Government and Acme Ltd. Group agree. | Good.',
    'It was J. R. Smith who said so. | He was right.',
    'This took effect on Sept. 5, 2021. | It still holds.',
    'The agency, i.e. The Board, decides. | We follow.',
    'Gen. Baker and Sen. Young agree. | The rest does not.',
  ],
  'abbreviations at their end': [
    'We offer sport, music, etc. | The rest follows.',
    'We meet at 9 a.m. | The doors open early.',
    'We work in the U.K. | We also work abroad.',
    'The answer is no. | We go on.',
    'This is option A. | The board prefers it.',
  ],
  'numbers and addresses': [
    'It rose from 3.5 to 4.1. | That is growth.',
    'See www.example.org/a.b or mail a.b@example.org. | We reply.',
    'It ended in 2023. | 40 councils joined.',
  ],
  'quotations inside': [
    'They said: “We will. We can.” and left. | We stayed.',
    '‘Come along!’ she said. | We came.',
    'The line "We will. We can." is in the plan. | We read it.',
    'That is “a start.” | It is not the end.',
  ],
  'other punctuation': ['Really?! | Yes. | It is… | Well, so be it.', 'We wait (and wait.) | Then it comes.'],
};

for (const [name, language, groups] of [
  ['Dutch', 'nl', NL],
  ['English', 'en', EN],
] as const) {
  describe(`Where ${name} sentences end`, () => {
    for (const [what, cases] of Object.entries(groups)) {
      describe(what, () => {
        for (const marked of cases) it(marked, () => assertBorders(marked, language));
      });
    }
  });
}

describe('A lost space after a full stop', () => {
  it('does not join two sentences', () => {
    assert.deepEqual(sentencesOf('Dat doet de gemeente.De rest volgt.', 'nl'), [
      'Dat doet de gemeente.',
      'De rest volgt.',
    ]);
    assert.deepEqual(sentencesOf('Wie betaalt?Het Rijk betaalt.', 'nl'), ['Wie betaalt?', 'Het Rijk betaalt.']);
  });

  it('is none after an abbreviation or within a name', () => {
    for (const one of [
      'Dat zegt prof.Jansen.',
      'Neem bijv.Utrecht.',
      'Mail Jan.Jansen@x.nl nu.',
      'Het bedrijf A.Noord kan het.',
    ]) {
      assert.deepEqual(sentencesOf(one, 'nl'), [one]);
    }
  });
});
