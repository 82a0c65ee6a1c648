import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { splitBlocks } from '../../../../src/core/text/blocks.js';
import type { Format } from '../../../../src/core/text/policyText.js';
import { policyTextOf } from './arbitraryText.js';

/** `kind: text` for each block, line ends as `/`; headings with their level. */
function shown(text: string, format: Format = 'plain'): string[] {
  return splitBlocks(text, format).map(
    ({ start, end, kind, level }) =>
      `${kind}${level || ''}: ${text.slice(start, end).replace(/\s*(?:\r\n|\r|\n)\s*/g, '/')}`,
  );
}

const PROSE = 'De gemeente gaat met bewoners in gesprek over wat de wijk nodig heeft en wie wat doet.';

describe('Splitting any text into blocks', () => {
  const format = fc.constantFrom<Format>('plain', 'markdown');
  const anyText = fc.oneof(policyTextOf(60), fc.string({ unit: 'binary', maxLength: 300 }));

  it('leaves nothing but white space between the blocks, and none at their edges', () => {
    fc.assert(
      fc.property(anyText, format, (text, format) => {
        let at = 0;
        for (const { start, end } of splitBlocks(text, format)) {
          assert.match(text.slice(at, start), /^\s*$/);
          assert.equal(text.slice(start, end), text.slice(start, end).trim());
          assert.ok(end > start);
          at = end;
        }
        assert.match(text.slice(at), /^\s*$/);
      }),
      { numRuns: 500 },
    );
  }).timeout(20_000);

  it('gives headings a level from 1 to 6 and other blocks 0', () => {
    fc.assert(
      fc.property(anyText, format, (text, format) => {
        for (const { kind, level } of splitBlocks(text, format)) {
          assert.equal(level >= 1 && level <= 6, kind === 'heading');
        }
      }),
    );
  }).timeout(20_000);

  it('has no blocks for an empty text or white space', () => {
    assert.deepEqual(splitBlocks('', 'plain'), []);
    assert.deepEqual(splitBlocks(' \r\n\t\f\u00a0', 'markdown'), []);
  });
});

describe('Splitting plain text', () => {
  it('ends a paragraph at a blank line and at a form feed', () => {
    assert.deepEqual(shown(`${PROSE}\n${PROSE}\n\n${PROSE}\f${PROSE}`), [
      `paragraph: ${PROSE}/${PROSE}`,
      `paragraph: ${PROSE}`,
      `paragraph: ${PROSE}`,
    ]);
  });

  it('reads CRLF, LF and lone CR alike', () => {
    const expected = ['heading2: 3.1 Samen', `paragraph: ${PROSE}/en verder.`, 'listItem: • een', 'listItem: • twee'];
    for (const end of ['\n', '\r\n', '\r']) {
      assert.deepEqual(shown(['3.1 Samen', '', PROSE, 'en verder.', '• een', '• twee'].join(end)), expected);
    }
  });

  const headings: readonly (readonly [string, string])[] = [
    ['3 Afspraken', 'heading1'],
    ['3.1 Passende hulp', 'heading2'],
    ['3.1. Passende hulp', 'heading2'],
    ['3.2.1 Algemeen', 'heading3'],
    ['3A Gelijke kansen', 'heading1'],
    ['Hoofdstuk 2', 'heading1'],
    ['Hoofdstuk 2: Aan de slag', 'heading1'],
    ['Artikel 4', 'heading3'],
    ['Artikel 4. Reikwijdte', 'heading3'],
    ['Bijlage A', 'heading1'],
    ['Bijlage 1 – Samenhang met andere plannen', 'heading1'],
    ['Chapter 2 Working together', 'heading1'],
    ['Article 3 – Scope', 'heading3'],
    ['Annex II', 'heading1'],
    ['Section 4.2 Roles', 'heading2'],
    ['Van plan naar praktijk', 'heading4'],
    ['WERKAGENDA', 'heading2'],
    ['C o m p l e x i t e i t', 'heading2'],
  ];
  for (const [line, kind] of headings) {
    it(`takes '${line}', set apart, for a ${kind}`, () => {
      assert.deepEqual(shown(`${PROSE}\n\n${line}\n\n${PROSE}`)[1], `${kind}: ${line}`);
    });
  }

  const noHeadings = [
    '1 Zie de brief van de minister aan de Kamer, bijlage bij het verslag.',
    '12 december 2020',
    'Artikel 4 van de wet regelt dat de',
    'artikel 4',
    'Geachte voorzitter,',
    'Hiermee is het plan klaar.',
    'Aantal    2021    2022',
    'De partijen spreken af dat de',
  ];
  for (const line of noHeadings) {
    it(`does not take '${line}' for a heading`, () => {
      assert.doesNotMatch(shown(`${PROSE}\n\n${line}\n\n${PROSE}`)[1] ?? '', /^heading/);
    });
  }

  it('puts a number that stands alone with the title on the next line', () => {
    assert.deepEqual(shown(`${PROSE}\n\n3.2.1\nAlgemeen\n${PROSE}`)[1], 'heading3: 3.2.1/Algemeen');
    assert.deepEqual(shown(`${PROSE}\n\n3.2\n\nSamen in de regio\n\n${PROSE}`)[1], 'heading2: 3.2/Samen in de regio');
    assert.deepEqual(shown(`${PROSE}\n\f2\nWaar gaan\nwe naartoe\n\n${PROSE}`)[1], 'heading1: 2/Waar gaan/we naartoe');
  });

  it('sees a heading between paragraphs without blank lines by the room that is left on its line', () => {
    assert.deepEqual(shown(`Dat is zo.\nVan plan naar praktijk\n${PROSE}`), [
      'paragraph: Dat is zo.',
      'heading4: Van plan naar praktijk',
      `paragraph: ${PROSE}`,
    ]);
  });

  it('sees a new paragraph after a last line that is not full', () => {
    const lines = [
      'Wij gaan met elkaar in gesprek over wat er in de wijk nodig is en',
      'wie daar wat aan doet.',
      'Daarna leggen wij vast wat wij hebben afgesproken, en met wie.',
    ];
    assert.deepEqual(shown(lines.join('\n')), [`paragraph: ${lines[0]}/${lines[1]}`, `paragraph: ${lines[2]}`]);
  });

  it('takes marked lines for items, with the lines that run on', () => {
    const text =
      'Wij doen drie dingen:\n• eerst\n  dit\n- dan dat\n1. en dan\n2) dit\n(iv) en dat\na. ook dat\n\uf0b7 en dit';
    assert.deepEqual(shown(text), [
      'paragraph: Wij doen drie dingen:',
      'listItem: • eerst/dit',
      'listItem: - dan dat',
      'listItem: 1. en dan',
      'listItem: 2) dit',
      'listItem: (iv) en dat',
      'listItem: a. ook dat',
      'listItem: \uf0b7 en dit',
    ]);
  });

  it('leaves a dash or number at the start of a wrapped line where it is', () => {
    const text = 'Dat geldt voor de gemeente\n– en voor het Rijk – in dezelfde mate als in\n31. Dat is zo';
    assert.equal(shown(text).length, 1);
  });

  it('takes a block wholly between quotes for a quotation, and lines that begin with >', () => {
    assert.deepEqual(shown(`“${PROSE}”\n\n“Een” en “twee” staan hier.\n\n> Zij schreef\n> dat het kon.\nEn verder.`), [
      `quotation: “${PROSE}”`,
      'paragraph: “Een” en “twee” staan hier.',
      'quotation: > Zij schreef/> dat het kon./En verder.',
    ]);
  });

  it('takes captions for captions and sentences about tables for text', () => {
    assert.match(shown('Tabel 3: Uitgaven per jaar')[0] ?? '', /^caption/);
    assert.match(shown('Figuur 1 | Wat gezond maakt')[0] ?? '', /^caption/);
    assert.match(shown('Box 2')[0] ?? '', /^caption/);
    assert.match(shown('Tabel 3 laat zien wat het kost.')[0] ?? '', /^paragraph/);
  });

  for (const line of ['12', '- 12 -', 'Pagina 1 van 2', 'Page 3 of 10', 'Plan 2030 | 7', '8 | Plan 2030', '*****']) {
    it(`goes on over '${line}' with the sentence that it cuts in two`, () => {
      const text = `Wij gaan samen met\n\n${line}\n\n\fde bewoners aan de slag.`;
      assert.deepEqual(shown(text).length, 1);
      assert.match(shown(`Wij gaan samen verder.\n\n${line}\n\n\fDe rest volgt.`)[1] ?? '', /^furniture/);
    });
  }

  it('takes a table of contents for furniture, so that no section stands there twice', () => {
    const contents = 'Inhoud\n1 Inleiding 4\n\n2 Wat wij samen gaan\ndoen 8\n2.1 Wonen ........ 9';
    assert.deepEqual(shown(`${contents}\n\n1 Inleiding\n\n${PROSE}`).slice(1), [
      'heading1: 1 Inleiding',
      `paragraph: ${PROSE}`,
    ]);
    assert.match(shown(`${contents}\n\n1 Inleiding\n\n${PROSE}`)[0] ?? '', /^furniture: Inhoud.*9$/);
    assert.deepEqual(shown(`Inhoud\n1\n2\nInleiding\nWat wij gaan doen\n\f${PROSE}`).length, 2);
  });

  it('goes on over a blank line in the middle of a sentence', () => {
    const [first, second] = ['Wij gaan dit jaar in alle wijken samen met de', 'bewoners aan de slag.'];
    assert.deepEqual(shown(`${first}\n\n${second}`), [`paragraph: ${first}/${second}`]);
    assert.equal(shown('Wonen\n\nen zorg\n\nwelzijn').length, 3);
    assert.equal(shown(`${first}\n\na) ${second}`).length, 2);
  });

  it('joins the lines of a text that has a blank line after every line', () => {
    const sentence = ['Wij gaan samen met de', 'bewoners aan de slag in', 'alle wijken van de stad.'];
    const text = Array.from({ length: 10 }, () => sentence.join('\n\n')).join('\n\n');
    const blocks = splitBlocks(text, 'plain');
    assert.equal(blocks.length, 10);
    assert.equal(text.slice(blocks[3]?.start, blocks[3]?.end), sentence.join('\n\n'));
  });
});

describe('Splitting Markdown', () => {
  it('follows its marks', () => {
    const text = [
      '---\ntitle: Plan\n---',
      '# Kop',
      'Kop met streep\n---',
      'Een alinea\nloopt door.\n- een\n- twee',
      '> gezegd\n> en gedaan',
      '```\ncode\n\ncode\n```',
      '<!-- niet\n\nlezen -->',
      '| a | b |\n|---|---|\n| c | d |',
      '***',
      '## Page 3',
      'Tabel 2: Wat het kost',
    ].join('\n\n');
    assert.deepEqual(shown(text, 'markdown'), [
      'code: ---/title: Plan/---',
      'heading1: # Kop',
      'heading2: Kop met streep/---',
      'paragraph: Een alinea/loopt door.',
      'listItem: - een',
      'listItem: - twee',
      'quotation: > gezegd/> en gedaan',
      'code: ```/code/code/```',
      'code: <!-- niet/lezen -->',
      'paragraph: | a | b |',
      'furniture: |---|---|',
      'paragraph: | c | d |',
      'furniture: ***',
      'furniture: ## Page 3',
      'caption: Tabel 2: Wat het kost',
    ]);
  });

  it('takes --- at the start for a rule where no front matter is closed', () => {
    assert.deepEqual(shown('---\n\nTekst.', 'markdown'), ['furniture: ---', 'paragraph: Tekst.']);
  });
});

describe('Splitting a text that is not made by people', () => {
  it('cuts a line without end into parts, after sentences where it can', () => {
    const text = `${PROSE} `.repeat(20_000);
    const blocks = splitBlocks(text, 'plain');
    assert.ok(blocks.every(({ start, end }) => end - start <= 8_000));
    assert.ok(blocks.every(({ end }) => text[end - 1] === '.'));
  });

  it('cuts a paragraph of many lines at the end of a sentence', () => {
    const text =
      'Een lange regel zonder einde van een zin die maar doorgaat\nen dan eindigt. Zo is het, en niet anders dan dat.\n'.repeat(
        500,
      );
    const blocks = splitBlocks(text, 'plain');
    assert.ok(blocks.every(({ start, end }) => end - start <= 8_000 && text[end - 1] === '.'));
  });

  it('never parts a surrogate pair', () => {
    const text = '🌳'.repeat(20_000);
    for (const { start, end } of splitBlocks(`x${text}`, 'plain')) {
      assert.ok(!/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(`x${text}`.slice(start, end)));
    }
  });
});
