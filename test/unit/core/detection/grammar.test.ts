import { strict as assert } from 'node:assert';
import { compileCodebooks } from '../../../../src/core/codebook/compile.js';
import { detectBlock } from '../../../../src/core/detection/detect.js';
import { parseBlock } from '../../../../src/core/text/segments.js';
import { codeWith } from '../codebook/handmade.js';

/** The words on which an indicator rests in a text as it is read; empty where it finds nothing. */
function found(indicators: string, text: string, language: 'nl' | 'en'): string {
  const block = parseBlock({ raw: text, kind: 'paragraph', format: 'plain', fallback: language });
  const [suggestion] = detectBlock(compileCodebooks([codeWith(indicators)]), { ...block, language }, text);
  return (suggestion?.evidence ?? []).map(({ start, end }) => text.slice(start, end)).join(' | ');
}

interface Construct {
  readonly what: string;
  readonly indicators: string;
  readonly language: 'nl' | 'en';
  readonly found: Readonly<Record<string, string>>;
  readonly left: readonly string[];
}

const ROLES_NL = '[{ who: "@government", does: ["~verplichten", "~op/leggen"], to: "@institution" }]';
const ROLES_EN = '[{ who: "@government", does: ["~oblige", "~impose"], to: "@institution" }]';

const CONSTRUCTS: readonly Construct[] = [
  {
    what: 'a Dutch separable verb',
    indicators: '["~samen/werken"]',
    language: 'nl',
    found: {
      'De gemeente werkt met alle havens samen.': 'werkt met alle havens samen',
      'De havens hebben lang samengewerkt.': 'samengewerkt',
      'Om samen te werken is vertrouwen nodig.': 'samen te werken',
      'De havens moeten samen kunnen werken.': 'samen kunnen werken',
      'Ik werk graag met alle havens samen.': 'Ik werk graag met alle havens samen',
      'Werk samen met de havens.': 'Werk samen',
      'Er kwam een samenwerkingsverband.': 'samenwerkingsverband',
    },
    left: [
      'De gemeente werkt hard, omdat de havens samen zijn.',
      'Samen varen zij; de haven werkt.',
      'Het werk is samen klaar.',
    ],
  },
  {
    what: 'a Dutch verb whose particle is a preposition too',
    indicators: '["~op/leggen"]',
    language: 'nl',
    found: {
      'De minister legt de havens een plicht op.': 'legt de havens een plicht op',
      'De minister legt een plicht op aan de havens.': 'legt een plicht op',
      'De havens kregen een boete opgelegd.': 'opgelegd',
    },
    left: ['De minister legt de nadruk op veiligheid.', 'Zij legt een touw op de kade.'],
  },
  {
    what: 'an English phrasal verb',
    indicators: '["~carry/out"]',
    language: 'en',
    found: {
      'The ports carry out the plan.': 'carry out',
      'The ports carried the plan out in spring.': 'carried the plan out',
    },
    left: ['They carry boxes out of the shed.', 'They carry on without a plan.'],
  },
  {
    what: 'a number and the beginning of a sentence',
    indicators: '["artikel #", "^wij"]',
    language: 'nl',
    found: { 'Dat volgt uit artikel 5a van de wet.': 'artikel 5a', 'Wij varen uit.': 'Wij' },
    left: ['Dat volgt uit artikel vijf van de wet.', 'Morgen varen wij uit.'],
  },
  {
    what: 'patterns in their order',
    indicators: '[{ order: ["port", "~report", "ministry"] }]',
    language: 'en',
    found: { 'Each port reports to the ministry.': 'port | reports | ministry' },
    left: ['The ministry reports to each port.', 'Each port writes to the ministry.'],
  },
  {
    what: 'patterns within a clause',
    indicators: '[{ all: [kennis, "~delen"], within: clause }]',
    language: 'nl',
    found: { 'De havens delen hun kennis.': 'delen | kennis' },
    left: ['De havens delen een loods waarin veel kennis zit.', 'De havens delen een loods; de kennis is elders.'],
  },
  {
    what: 'a gap within brackets and strong marks',
    indicators: '["ministry ... helps"]',
    language: 'en',
    found: { 'The ministry (of ports) always helps.': 'ministry (of ports) always helps' },
    left: ['The ministry left; a friend helps.', 'The port (with the ministry) helps.'],
  },
  {
    what: 'a neighbour',
    indicators: '[{ any: toezicht, near: ["~houden"] }]',
    language: 'nl',
    found: { 'De havenmeester houdt streng toezicht.': 'toezicht' },
    left: [
      'Het toezicht van de havenmeester in de noordelijke havens wordt gehouden.',
      'Het toezicht groeit, en wij houden vol.',
    ],
  },
  {
    what: 'no such neighbour',
    indicators: '[{ any: supervision, not-near: [name] }]',
    language: 'en',
    found: { 'There is supervision of the ports.': 'supervision' },
    left: ['The name was Supervision of the Ports.'],
  },
  {
    what: 'who acts on whom in Dutch',
    indicators: ROLES_NL,
    language: 'nl',
    found: {
      'De minister verplicht de instellingen tot een verslag.': 'minister | verplicht | instellingen',
      'Daarom verplicht de minister de instellingen tot een verslag.': 'verplicht | minister | instellingen',
      'De instellingen worden door de minister verplicht.': 'instellingen | minister | verplicht',
      'Aan de instellingen heeft de minister een plicht opgelegd.': 'instellingen | minister | opgelegd',
    },
    left: [
      'De instellingen verplichten de minister tot een verslag.',
      'De minister wordt door de instellingen verplicht.',
      'De minister spreekt met instellingen die elkaar verplichten.',
    ],
  },
  {
    what: 'who acts on whom in English',
    indicators: ROLES_EN,
    language: 'en',
    found: {
      'The ministry obliges the institutions to report.': 'ministry | obliges | institutions',
      'The institutions are obliged by the ministry to report.': 'institutions | obliged | ministry',
      'Last year the minister imposed a duty on the institutions.': 'minister | imposed | institutions',
    },
    left: [
      'The institutions oblige the ministry to report.',
      'The ministry is obliged by the institutions to report.',
      'The ministry waits, while the institutions oblige each other.',
    ],
  },
];

describe('an indicator with grammar in it finds', () => {
  for (const { what, indicators, language, found: hits, left } of CONSTRUCTS) {
    it(`${what}, and rests on its words`, () => {
      for (const [sentence, words] of Object.entries(hits))
        assert.equal(found(indicators, sentence, language), words, sentence);
    });
    it(`${what}, and nothing that only looks like it`, () => {
      for (const sentence of left) assert.equal(found(indicators, sentence, language), '', sentence);
    });
  }
});

const DENIED: Readonly<Record<'nl' | 'en', readonly (readonly [indicators: string, sentence: string])[]>> = {
  nl: [
    ['["~op/leggen"]', 'De plicht werd niet opgelegd.'],
    ['["~op/leggen"]', 'De minister legt geen plichten op.'],
    ['["~op/leggen"]', 'Het lukte zonder plichten op te leggen.'],
    ['[dwang]', 'Zij deden het zonder dwang.'],
    ['[dwang]', 'Er zijn geen regels, boetes of dwang.'],
    ['["~verplichten"]', 'Melden is niet langer verplicht.'],
    ['["~verplichten"]', 'Wij verplichten niemand.'],
    ['["~verplichten"]', 'Wij verplichten de havens nooit tot een verslag.'],
  ],
  en: [
    ['["~impose"]', 'The duty was not imposed.'],
    ['["~impose"]', "They didn't impose a duty."],
    ['["~impose"]', 'The ministry imposes no duties.'],
    ['[coercion]', 'It was done without any coercion.'],
    ['["~require"]', 'A report is no longer required.'],
    ['["~require"]', 'The ports cannot be required to report.'],
  ],
};

const STANDING: typeof DENIED = {
  nl: [
    ['["~op/leggen"]', 'Niet alleen werden plichten opgelegd, maar ook boetes.'],
    ['["~verplichten"]', 'De havens zijn, niet in de laatste plaats door de wet, verplicht tot een verslag.'],
    ['["~verplichten"]', 'Er is geen enkele twijfel: melden is verplicht.'],
    ['["~samen/werken"]', 'Wie niet wacht, werkt met ons samen.'],
    ['["~verplichten"]', 'Het is al dan niet verplicht.'],
    ['["niet verplicht"]', 'Melden is niet verplicht.'],
    ['["~begeleiden"]', 'Wij begeleiden havens zonder loods.'],
    ['["goedkeuring"]', 'Zonder goedkeuring mocht geen veer uitvaren.'],
    ['["~vragen"]', 'Wij vragen de havens geen olie te lozen.'],
    ['["~samen/werken"]', 'De havens hebben geen geld en werken toch samen.'],
  ],
  en: [
    ['["~impose"]', 'Not only were duties imposed, they were kept.'],
    ['["~require"]', 'Ports are required to report, whether or not they are open.'],
    ['["approval"]', 'No ferry leaves without approval.'],
    ['["~fine"]', 'Those who moor without a permit are fined.'],
    ['["~work together"]', 'The ports, which are not open, work together.'],
  ],
};

describe('what is denied', () => {
  for (const language of ['nl', 'en'] as const) {
    it(`does not count, unless the indicator says so: ${language}`, () => {
      for (const [indicators, sentence] of DENIED[language]) {
        assert.equal(found(indicators, sentence, language), '', sentence);
        const pattern = indicators.slice(1, -1);
        assert.notEqual(found(`[{ any: ${pattern}, negated: any }]`, sentence, language), '', sentence);
        assert.notEqual(found(`[{ any: ${pattern}, negated: only }]`, sentence, language), '', sentence);
      }
    });

    it(`is told from what only looks so: ${language}`, () => {
      for (const [indicators, sentence] of STANDING[language]) {
        assert.notEqual(found(indicators, sentence, language), '', sentence);
      }
    });
  }

  it('is not what `negated: only` finds where nothing is denied', () => {
    assert.equal(found('[{ any: "~verplichten", negated: only }]', 'Melden is verplicht.', 'nl'), '');
  });
});

describe('hostile texts and patterns', () => {
  const words = (text: string) => text.split(' ').map((folded, index) => ({ folded, start: index, end: index + 1 }));
  const detectWords = (indicators: string, text: string, marks: readonly number[] = []) => {
    const breaks = marks.map((before) => ({ before, kind: 'comma' as const }));
    const sentence = { start: 0, end: text.length, words: words(text), breaks };
    return detectBlock(compileCodebooks([codeWith(indicators)]), { language: 'nl', sentences: [sentence] }, text)
      .length;
  };
  const many = 200_000;

  it('cost time by their words alone', function () {
    this.timeout(20_000);
    const indicators =
      '["~op/leggen", { order: [a, b, a, b], within: clause }, { any: a, near: [b], not-near: [c] }, { who: a, does: b, to: a }, { all: [a, b, d], within: clause }]';
    assert.equal(detectWords(indicators, 'leg op a b niet '.repeat(many / 5).trim()), 1);
    assert.equal(detectWords('["~op/leggen"]', 'leg x x op y '.repeat(many / 5).trim()), 0);
    assert.equal(detectWords(indicators, 'a niet '.repeat(many / 2).trim()), 0);
    const marks = Array.from({ length: many / 4 }, (_, index) => index * 4);
    assert.equal(detectWords(indicators, 'a b dat leg '.repeat(many / 4).trim(), marks), 1);
  });

  it('keep brackets apart however deep they are', () => {
    const text = Array.from({ length: 2000 }, () => 'leg').join(' ');
    const breaks = Array.from({ length: 1000 }, (_, index) => ({ before: index, kind: 'open' as const }));
    const closing = Array.from({ length: 1000 }, (_, index) => ({ before: 1000 + index, kind: 'close' as const }));
    const sentence = { start: 0, end: text.length, words: words(text), breaks: [...breaks, ...closing] };
    const compiled = compileCodebooks([codeWith('["leg leg"]')]);
    assert.equal(detectBlock(compiled, { language: 'nl', sentences: [sentence] }, text).length, 1);
  });

  it('are compiled in bounded space', () => {
    const heavy = JSON.stringify([
      Array(16).fill('@government|@institution|~op/leggen').join(' ... ').split(' ... ').slice(0, 8).join(' ... '),
    ]);
    const states = compileCodebooks([codeWith(heavy)]).index('nl')?.automaton.stateCount ?? 0;
    assert.ok(states > 8 && states < 2000, String(states));
  });
});
