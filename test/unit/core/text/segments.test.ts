import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { fold } from '../../../../src/core/text/fold.js';
import type { BlockKind, Format } from '../../../../src/core/text/policyText.js';
import { readBlock } from '../../../../src/core/text/reading.js';
import { parseBlock } from '../../../../src/core/text/segments.js';
import { policyTextOf } from './arbitraryText.js';

function sentences(raw: string, fallback: 'nl' | 'en' = 'nl', format: Format = 'plain'): string[] {
  return parseBlock({ raw, kind: 'paragraph', format, fallback }).sentences.map(({ start, end }) =>
    raw.slice(start, end),
  );
}

/** `|` marks the borders that are expected. */
function assertBorders(marked: string, language: 'nl' | 'en'): void {
  const expected = marked.split('|').map((sentence) => sentence.trim());
  assert.deepEqual(sentences(expected.join(' '), language), expected);
}

describe('Sentences in Dutch', () => {
  const cases = [
    'De gemeente doet o.a. onderzoek. | De rest volgt.',
    'Dat volgt uit art. 3.1 van de wet. | Meer niet.',
    'D.w.z. morgen. | Dan pas.',
    'Daar komt Mw. De Vries aan. | Zij is er.',
    'Neem bijv. Utrecht als voorbeeld.',
    'Zie nr. 4 en ca. 5 personen. | Dat is alles.',
    'Dat kan i.v.m. De Wet niet.',
    'Scholen, zorg e.d. doen mee. | Ook scholen, zorg e.d. | De rest volgt.',
    'Daar zijn Dr. Jansen, prof. dr. P. de Vries en J. Bruijn. | Zij doen mee.',
    'Zie Stb. 2020, 12 en Kst. 36 725, nr. 29. | Kst. 25 424, nr. 744.',
    'Het kost 3.14 of 1.000,50 euro. | Dat is veel.',
    'Kijk op www.x.nl voor meer. | Of kijk op www.x.nl. | Daar staat het.',
    'Hij zei: “Wij komen. Echt waar.” en ging weg. | Dat was het.',
    'Hij zei: “Wij komen.” | Daarna ging hij weg.',
    '“Wij komen. | Echt waar.”',
    '‘Kom mee!’ riep hij. | Zij kwam.',
    'Wat nu? | Wij gaan door! | Dat is zo.',
    'Dat is zo. | Het kost veel. | In 2022. | De partijen doen mee.',
    'Zie blz. 3 t/m 5. | Dhr. Bos doet mee.',
    'Het bedrijf B.V. Noord werkt mee. | Zo ook de N.V. | De rest niet.',
    'Op 1 jan. 2024 begint het. | Daarna volgt meer.',
    "Zo is het. | 's Ochtends begint het. | 't Kan nu.",
    'Dat duurt nog even... | En dan?',
    'Dat is (zie par. 4.1.2, onder d) zo. | Dat is zo (zie boven.) | De rest volgt.',
    'Wij gaan door. | 3 gemeenten doen mee.',
    '1. Wij gaan door. | 2. Wij stoppen niet.',
    'Dat geldt ook voor de ggz. | Partijen doen mee. | Het geld gaat naar de ggz. | 3 partijen doen mee.',
    'Dat staat in Trb. 12 en verder.',
    'Zie onderdeel J. Contractering voor meer.',
  ];
  for (const marked of cases) it(marked, () => assertBorders(marked, 'nl'));

  it('are not glued together by a note at the end of one', () => {
    assert.deepEqual(sentences('Dat doen de koplopers.5 De rest volgt.12'), [
      'Dat doen de koplopers.',
      'De rest volgt.',
    ]);
  });

  it('run on over line ends, with or without a hyphen', () => {
    assert.deepEqual(sentences('Wij zijn verant-\nwoordelijk voor\nde wijk. Zij\nook.'), [
      'Wij zijn verant-\nwoordelijk voor\nde wijk.',
      'Zij\nook.',
    ]);
  });

  it('end at the borders of the cells of a Markdown table', () => {
    assert.deepEqual(sentences('| Samen doen | Wie doet wat |', 'nl', 'markdown'), ['Samen doen', 'Wie doet wat']);
  });
});

describe('Sentences in English', () => {
  const cases = [
    'Use e.g. The Plan for this. | It works.',
    'See No. 4 and ask Mr. Jones. | He knows.',
    'The U.S. Government acts. | In the U.S. | We act too.',
    'See Sec. 4.1, art. 5 and Fig. 3 for that. | It is 3.14.',
    'He said "We come. Really." and left. | We stayed.',
    'Approx. 5 people came. | St. Mary’s helped.',
    'Smith et al. showed this. | It was done by Smith et al. | The rest followed.',
    'We work with Acme Inc. | They help.',
    'Ministers decide on Jan. 5. | Members act.',
  ];
  for (const marked of cases) it(marked, () => assertBorders(marked, 'en'));
});

describe('Words', () => {
  function folded(raw: string, format: Format = 'plain'): string[] {
    const { sentences } = parseBlock({ raw, kind: 'paragraph', format, fallback: 'nl' });
    return sentences.flatMap(({ words }) => words.map((word) => word.folded));
  }

  it('are folded: lower case, straight quotes, put together', () => {
    assert.deepEqual(folded('De GGD’en zijn verant-\nwoordelijk'), ['de', "ggd'en", 'zijn', 'verantwoordelijk']);
    assert.deepEqual(folded('pati\u0065\u0308nten'), ['pati\u00ebnten']);
  });

  it('keep the full stops inside an abbreviation and lose the one after it', () => {
    assert.deepEqual(folded('Zie o.a. art. 5.'), ['zie', 'o.a.', 'art', '5']);
  });

  it('keep a suspended hyphen', () => {
    assert.deepEqual(folded('De zorg- en welzijnssector'), ['de', 'zorg-', 'en', 'welzijnssector']);
  });

  it('know where they stand', () => {
    const raw = 'Wij zijn verant-\nwoordelijk.';
    const words = parseBlock({ raw, kind: 'paragraph', format: 'plain', fallback: 'nl' }).sentences[0]?.words ?? [];
    assert.deepEqual(
      words.map(({ start, end }) => raw.slice(start, end)),
      ['Wij', 'zijn', 'verant-\nwoordelijk'],
    );
  });
});

describe('Parsing a block', () => {
  it('has no sentences in code and furniture', () => {
    for (const kind of ['code', 'furniture'] as const) {
      assert.deepEqual(parseBlock({ raw: 'Wij doen het.', kind, format: 'plain', fallback: 'nl' }).sentences, []);
    }
  });

  it('has no sentences in another language', () => {
    const raw = 'Die Gemeinde spricht mit den Bürgern über die Frage, was das Viertel nötig hat und wer das macht.';
    assert.deepEqual(parseBlock({ raw, kind: 'paragraph', format: 'plain', fallback: 'nl' }), {
      language: 'other',
      sentences: [],
    });
  });

  it('gives sentences in order, their words inside, and the same words when a sentence is read on its own', () => {
    const kind = fc.constantFrom<BlockKind>('paragraph', 'listItem', 'heading', 'quotation');
    fc.assert(
      fc.property(policyTextOf(6), kind, (raw, kind) => {
        let at = 0;
        for (const { start, end, words } of parseBlock({ raw, kind, format: 'plain', fallback: 'nl' }).sentences) {
          assert.ok(start >= at && end > start && end <= raw.length);
          assert.equal(raw.slice(start, end), raw.slice(start, end).trim());
          at = start;
          for (const word of words) {
            assert.ok(word.start >= at && word.end <= end);
            assert.equal(
              fold(readBlock(raw.slice(word.start, word.end), { kind: 'paragraph', format: 'plain' }).text),
              word.folded,
            );
            at = word.end;
          }
          at = end;
        }
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('survives marks that nest as deep as the block is long', () => {
    for (const mark of ['> ', '- ', '1. ', '[', '*a ', '((', '“']) {
      for (const format of ['plain', 'markdown'] as const) {
        const raw = `${mark.repeat(2_000)}Wij doen mee`;
        const { sentences } = parseBlock({ raw, kind: 'paragraph', format, fallback: 'nl' });
        assert.equal(sentences.at(-1)?.words.at(-1)?.folded, 'mee');
      }
    }
  }).timeout(20_000);
});
