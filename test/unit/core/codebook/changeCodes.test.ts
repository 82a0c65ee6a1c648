import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type CreateNodeOptions, type DocumentOptions, parse, stringify, type ToStringOptions } from 'yaml';
import { type CodesChanged, changeCodes } from '../../../../src/core/codebook/changeCodes.js';
import type { CodeChange } from '../../../../src/core/codebook/changeCodesCheck.js';
import { allCodes } from '../../../../src/core/codebook/codebook.js';
import { parseCodebook } from '../../../../src/core/codebook/parseCodebook.js';

const HARBOUR = `# how parties meet in the harbour
schema: policy-lens/codebook@1
id: harbour
version: 3
title: { nl: Havens, en: Harbours }
lists:
  quay: { nl: [kade, kades], en: [quay] }
codes:
  # they see one another
  - id: meeting
    name: { nl: Ontmoeting, en: Meeting }   # as in the report
    indicators:
      nl:
        - ontmoet*
        # with whom?
        - { all: [gesprek, "@quay"], within: 6, weight: 0.8 }
      en: [meet|meets]
    codes:
      - id: visit
        name: { nl: Bezoek, en: Visit }
        indicators: { nl: [bezoek*], en: [visit*] }
        # seen once in the corpus

  # they write to one another
  - id: letter
    name:
      nl: Brief
      en: Letter
    definition:
      nl: >-
        Partijen schrijven
        elkaar.
      en: Parties write to one another.
    indicators:
      nl: [brief*, ontmoet*]
      en: [letter*]

  - id: rule
    name: { nl: Regel, en: Rule }
    indicators: { nl: [havenregel*], en: [harbour rule] }
  - id: both
    name: { nl: Beide, en: Both }
    derived: { all: [meeting, rule], within: [sentence] }
`;

const TOWN = `schema: policy-lens/codebook@1
id: town
version: 1
title: { nl: Steden, en: Towns }
codes:
- id: street
  name: { nl: Straat, en: Street }
  indicators: { nl: [straat*], en: [street*] }
`;

const texts = (more: Readonly<Record<string, string>> = {}) => new Map(Object.entries({ harbour: HARBOUR, ...more }));

function done(change: CodeChange, files = texts()): CodesChanged {
  const result = changeCodes(change, files);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result;
}

function refused(change: CodeChange, files = texts()): string {
  const result = changeCodes(change, files);
  return 'refused' in result ? `${result.refused.reason}: ${result.refused.names.join(' ')}` : 'done';
}

function pathsIn(text: string | undefined): readonly string[] {
  const { codebook, messages } = parseCodebook(text ?? '', 'x.yaml');
  assert.deepEqual(messages, []);
  return [...allCodes(codebook?.codes ?? [])].map(({ path }) => path);
}

describe('renaming a code', () => {
  it('changes its id, what is derived from it, and the version; all else stays as it was written', () => {
    const { texts: after, paths } = done({ kind: 'rename', path: 'harbour/meeting', id: 'encounter', name: {} });
    const expected = HARBOUR.replace('- id: meeting', '- id: encounter')
      .replace('all: [meeting, rule]', 'all: [encounter, rule]')
      .replace('version: 3', 'version: 4');
    assert.equal(after.get('harbour'), expected);
    assert.deepEqual(
      [...paths],
      [
        ['harbour/meeting', 'harbour/encounter'],
        ['harbour/meeting/visit', 'harbour/encounter/visit'],
      ],
    );
  });

  it('changes only its names where the id stays: no annotation is touched, and the version stays', () => {
    const name = { nl: 'Treffen', en: "It's: 5" };
    const { texts: after, paths } = done({ kind: 'rename', path: 'harbour/meeting', id: 'meeting', name });
    assert.equal(
      after.get('harbour'),
      HARBOUR.replace('{ nl: Ontmoeting, en: Meeting }', `{ nl: Treffen, en: "It's: 5" }`),
    );
    assert.equal(paths.size, 0);
  });

  it('is refused for an id that is none, and for one that a neighbour has', () => {
    const rename = (id: string): CodeChange => ({ kind: 'rename', path: 'harbour/letter', id, name: {} });
    assert.equal(refused(rename('Letter')), 'badId: Letter');
    assert.equal(refused(rename('meeting')), 'taken: meeting');
    assert.equal(refused({ ...rename('x'), path: 'harbour/gone' }), 'unknown: harbour/gone');
  });
});

describe('deleting a code', () => {
  it('takes its comments with it, and nothing else', () => {
    const { texts: after, paths } = done({ kind: 'delete', path: 'harbour/letter' });
    const gone = HARBOUR.slice(HARBOUR.indexOf('  # they write'), HARBOUR.indexOf('  - id: rule'));
    assert.equal(after.get('harbour'), HARBOUR.replace(gone, '').replace('version: 3', 'version: 4'));
    assert.deepEqual([...paths], [['harbour/letter', undefined]]);
  });

  it('takes the list of sub-codes with the last of them', () => {
    const after = done({ kind: 'delete', path: 'harbour/meeting/visit' }).texts.get('harbour');
    assert.ok(after?.includes('en: [meet|meets]\n'));
    assert.ok(!after?.includes('visit'));
    assert.deepEqual(pathsIn(after), ['harbour/meeting', 'harbour/letter', 'harbour/rule', 'harbour/both']);
  });

  it('is refused where another is derived from it, and for the last one', () => {
    assert.equal(refused({ kind: 'delete', path: 'harbour/rule' }), 'partOfDerived: harbour/both');
    assert.equal(refused({ kind: 'delete', path: 'town/street' }, texts({ town: TOWN })), 'lastCode: town');
  });
});

describe('moving a code', () => {
  it('puts it under another one, as its new neighbours are indented', () => {
    const { texts: after, paths } = done({ kind: 'move', path: 'harbour/letter', under: 'harbour/meeting' });
    const text = after.get('harbour') ?? '';
    assert.ok(
      text.includes('      # they write to one another\n      - id: letter\n        name:\n          nl: Brief\n'),
    );
    assert.ok(text.includes('          nl: >-\n            Partijen schrijven\n            elkaar.\n'));
    assert.ok(text.includes('        # seen once in the corpus\n'));
    assert.deepEqual([...paths], [['harbour/letter', 'harbour/meeting/letter']]);
    assert.deepEqual(pathsIn(text), [
      ...['harbour/meeting', 'harbour/meeting/visit', 'harbour/meeting/letter'],
      ...['harbour/rule', 'harbour/both'],
    ]);
  });

  it('brings it to the top, with its comments, and follows it in what is derived', () => {
    const text = done({ kind: 'move', path: 'harbour/meeting/visit', under: 'harbour' }).texts.get('harbour');
    assert.ok(
      text?.endsWith(
        '  - id: visit\n    name: { nl: Bezoek, en: Visit }\n    indicators: { nl: [bezoek*], en: [visit*] }\n    # seen once in the corpus\n',
      ),
    );
    const under = done({ kind: 'move', path: 'harbour/rule', under: 'harbour/letter' }).texts.get('harbour');
    assert.ok(under?.includes('derived: { all: [meeting, letter/rule]'));
    assert.ok(under?.includes('      en: [letter*]\n    codes:\n      - id: rule\n        name:'));
  });

  it('takes along the word lists that it needs in another codebook', () => {
    const files = texts({ town: TOWN, harbour: HARBOUR.replace('all: [meeting, rule]', 'all: [letter, rule]') });
    const { texts: after, paths } = done({ kind: 'move', path: 'harbour/meeting', under: 'town/street' }, files);
    assert.deepEqual(pathsIn(after.get('town')), ['town/street', 'town/street/meeting', 'town/street/meeting/visit']);
    assert.ok(after.get('town')?.includes('lists: { quay: { nl: [ kade, kades ], en: [ quay ] } }'));
    assert.deepEqual(pathsIn(after.get('harbour')), ['harbour/letter', 'harbour/rule', 'harbour/both']);
    assert.equal(paths.get('harbour/meeting/visit'), 'town/street/meeting/visit');
  });

  it('is refused where a list of that name says something else, where it is needed, and under itself', () => {
    const harbour = HARBOUR.replace('all: [meeting, rule]', 'all: [letter, rule]');
    const town = TOWN.replace('codes:', 'lists: { quay: { nl: [wal], en: [wall] } }\ncodes:');
    const away: CodeChange = { kind: 'move', path: 'harbour/meeting', under: 'town' };
    assert.equal(refused(away, texts({ town, harbour })), 'otherList: quay');
    assert.equal(refused(away, texts({ town })), 'partOfDerived: harbour/both');
    assert.equal(refused({ ...away, under: 'harbour/meeting/visit' }), 'itself: harbour/meeting/visit');
    assert.equal(refused({ ...away, path: 'harbour/both', under: 'town' }, texts({ town })), 'derived: harbour/both');
  });

  it('takes another id where its own is taken, and leaves thresholds behind, which only the top has', () => {
    const harbour = HARBOUR.replace('  - id: letter\n', '  - id: visit\n    scoring: { nl: { few: 0.9 } }\n');
    const move: CodeChange = { kind: 'move', path: 'harbour/visit', under: 'harbour/meeting' };
    assert.equal(refused(move, texts({ harbour })), 'taken: visit');
    const text = done({ ...move, id: 'letter' }, texts({ harbour })).texts.get('harbour');
    assert.ok(pathsIn(text).includes('harbour/meeting/letter'));
    assert.ok(!text?.includes('scoring'));
  });
});

describe('merging a code into another', () => {
  it('joins what speaks for them and leaves what the other says of itself; sub-codes follow', () => {
    const harbour = HARBOUR.replace('all: [meeting, rule]', 'all: [letter, rule]');
    const { texts: after, paths } = done(
      { kind: 'merge', path: 'harbour/meeting', into: 'harbour/letter' },
      texts({ harbour }),
    );
    const { codebook } = parseCodebook(after.get('harbour') ?? '', 'x.yaml');
    const letter = codebook?.codes.find(({ id }) => id === 'letter');
    assert.equal(letter?.name.nl, 'Brief');
    assert.deepEqual(
      letter?.indicators.nl.map(({ patterns, weight }) => [patterns, weight]),
      [
        [['brief*'], 0.6],
        [['ontmoet*'], 0.6],
        [['gesprek', '@quay'], 0.8],
      ],
    );
    assert.deepEqual(
      letter?.indicators.en.map(({ source }) => source),
      ['letter*', 'meet|meets'],
    );
    assert.deepEqual(pathsIn(after.get('harbour')), [
      ...['harbour/letter', 'harbour/letter/visit', 'harbour/rule', 'harbour/both'],
    ]);
    assert.equal(paths.get('harbour/meeting/visit'), 'harbour/letter/visit');
  });

  it('works into the code above it, and into another codebook', () => {
    const up = done({ kind: 'merge', path: 'harbour/meeting/visit', into: 'harbour/meeting' }).texts.get('harbour');
    assert.ok(up?.includes('weight: 0.8 }\n        - bezoek*\n      en: [meet|meets, visit*]'));
    const away = done({ kind: 'merge', path: 'harbour/letter', into: 'town/street' }, texts({ town: TOWN }));
    assert.ok(away.texts.get('town')?.includes('{ nl: [straat*, brief*, ontmoet*], en: [street*, letter*] }'));
  });

  it('is refused where a derived code would lose a part, into itself, and into a derived one', () => {
    const merge = (path: string, into: string): CodeChange => ({ kind: 'merge', path, into });
    assert.equal(refused(merge('harbour/rule', 'harbour/meeting')), 'partOfDerived: harbour/both');
    assert.equal(refused(merge('harbour/meeting', 'harbour/meeting/visit')), 'itself: harbour/meeting/visit');
    assert.equal(refused(merge('harbour/letter', 'harbour/both')), 'derived: harbour/both');
  });
});

describe('a codebook file', () => {
  it('with mistakes is left to its author', () => {
    const harbour = HARBOUR.replace('name: { nl: Regel, en: Rule }', 'nam: { nl: Regel }');
    assert.equal(refused({ kind: 'delete', path: 'harbour/letter' }, texts({ harbour })), 'mistakes: harbour');
  });

  it('can be laid out in many ways', () => {
    const value: unknown = parse(HARBOUR);
    const layouts: readonly (DocumentOptions & CreateNodeOptions & ToStringOptions)[] = [
      { indent: 4 },
      { indentSeq: false },
      { indent: 3, indentSeq: false, defaultStringType: 'QUOTE_SINGLE' },
      { collectionStyle: 'flow' },
      { collectionStyle: 'flow', lineWidth: 0 },
      { lineWidth: 24 },
    ];
    for (const layout of layouts) {
      const harbour = stringify(value, layout);
      for (const change of changesOf(HARBOUR).filter((_, index) => index % 3 === 0)) {
        const [one, other] = [changeCodes(change, texts({ harbour })), changeCodes(change, texts())];
        const said = `${JSON.stringify(change)} ${JSON.stringify(layout)}`;
        if ('refused' in one || 'refused' in other) assert.deepEqual(one, other, said);
        else assert.deepEqual(parse(one.texts.get('harbour') ?? ''), parse(other.texts.get('harbour') ?? ''), said);
      }
    }
  });

  it('that shares parts by anchors is left to its author where they would be lost', () => {
    const anchored = HARBOUR.replace('    name:\n      nl: Brief', '    name: &name\n      nl: Brief');
    const harbour = anchored.replace('{ nl: Regel, en: Rule }', '*name');
    assert.equal(pathsIn(harbour).length, 5);
    assert.equal(refused({ kind: 'delete', path: 'harbour/letter' }, texts({ harbour })), 'layout: ');
    const merge: CodeChange = { kind: 'merge', path: 'harbour/letter', into: 'harbour/meeting' };
    assert.match(refused(merge, texts({ harbour })), /^layout/);
  });

  it('keeps its line ends', () => {
    const harbour = HARBOUR.replaceAll('\n', '\r\n');
    for (const change of changesOf(HARBOUR)) {
      const result = changeCodes(change, texts({ harbour }));
      if ('refused' in result) continue;
      assert.ok(!/[^\r]\n/.test(result.texts.get('harbour') ?? ''), JSON.stringify(change));
      const plain = done(change).texts.get('harbour') ?? '';
      assert.equal(result.texts.get('harbour')?.replaceAll('\r\n', '\n'), plain, JSON.stringify(change));
    }
  });

  it('that comes with the tool can be changed like any other', function () {
    // Long files, which are read several times.
    this.timeout(20_000);
    const source = readFileSync('media/codebooks/partner-principal.yaml', 'utf8');
    const files = new Map([['partner-principal', source]]);
    const path = 'partner-principal/partner/voluntary';
    const after = done({ kind: 'rename', path, id: 'free', name: {} }, files).texts.get('partner-principal');
    const before = source.split('\n');
    assert.equal(after?.split('\n').filter((line, index) => line !== before[index]).length, 2);
    const away = done({ kind: 'merge', path, into: 'partner-principal/checks-and-balances' }, files);
    const merged = away.texts.get('partner-principal');
    assert.equal(pathsIn(merged).length, pathsIn(source).length - 1);
  });
});

/** Every change that could be asked for. */
function changesOf(text: string): readonly CodeChange[] {
  const paths = pathsIn(text);
  return paths.flatMap((path): CodeChange[] => [
    { kind: 'rename', path, id: 'other', name: { nl: 'Anders' } },
    { kind: 'delete', path },
    ...[...paths, 'harbour'].map((under): CodeChange => ({ kind: 'move', path, under })),
    ...paths.map((into): CodeChange => ({ kind: 'merge', path, into })),
  ]);
}

describe('any row of changes', () => {
  it('leaves a codebook without mistakes in which every code is where it was said to be', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 4 }), (picks) => {
        let text = HARBOUR;
        for (const pick of picks) {
          const changes = changesOf(text);
          const change = changes[pick % changes.length];
          if (!change) return;
          const before = pathsIn(text);
          const result = changeCodes(change, texts({ harbour: text }));
          if ('refused' in result) {
            assert.notEqual(result.refused.reason, 'layout', JSON.stringify(change));
            continue;
          }
          text = result.texts.get('harbour') ?? text;
          const expected = before.flatMap((path) => (result.paths.has(path) ? (result.paths.get(path) ?? []) : path));
          assert.deepEqual([...pathsIn(text)].sort(), [...new Set(expected)].sort(), JSON.stringify(change));
          assert.ok(text.startsWith('# how parties meet in the harbour\n'));
        }
      }),
      { numRuns: 60 },
    );
  });
});
