import { strict as assert } from 'node:assert';
import { adoptLearned } from '../../../../src/core/codebook/adoptLearned.js';
import { compileCodebooks } from '../../../../src/core/codebook/compile.js';
import { parseCodebook } from '../../../../src/core/codebook/parseCodebook.js';
import { detectBlock } from '../../../../src/core/detection/detect.js';
import { type DecidedPassage, learnFrom, overlayOf } from '../../../../src/core/detection/lessons.js';
import { parsedBlock } from './handmade.js';

const SOURCE = `schema: policy-lens/codebook@1
id: street
version: 3 # of spring
title: { nl: Straat, en: Street }
codes:
  - id: together
    name: { nl: Samen, en: Together }
    definition: { nl: Samen., en: Together. }
    # what speaks for it
    indicators:
      nl:
        - samen
        - { any: [netwerk], weight: 0.6 } # of people
        - any: [kring]
          weight: 0.5
          fitted: 0.7
      en: [together]
  - id: above
    name: { nl: Boven, en: Above }
    definition: { nl: Boven., en: Above. }
    scoring: { nl: { base: 0.1, balanced: 0.4 }, en: { few: 0.9 } }
    indicators: { nl: [{ any: moet, weight: 0.6 }], en: [must] }
  - id: quiet
    name: { nl: Stil, en: Quiet }
    definition: { nl: Stil., en: Quiet. }
    indicators: { nl: [stilte] }
`;

function codebookIn(source: string) {
  const { codebook, messages } = parseCodebook(source, 'street.yaml');
  if (!codebook) throw new Error(JSON.stringify(messages));
  return codebook;
}

const BOOK = codebookIn(SOURCE);
const COMPILED = compileCodebooks([BOOK]);

function times(count: number, text: string, right: readonly string[], wrong: readonly string[]): DecidedPassage[] {
  const passage = { text, parsed: parsedBlock(text), right: new Set(right), wrong: new Set(wrong) };
  return Array.from({ length: count }, () => passage);
}

const PASSAGES = [
  ...times(10, 'De vissers zitten aan een netwerk van sloten.', [], ['street/together']),
  ...times(10, 'Wij zitten in een kring.', ['street/together'], []),
  ...times(14, 'De proeftuin ligt er voor de buren.', ['street/quiet'], []),
  ...times(14, 'Er moet regen vallen op het kantoor.', ['street/above'], []),
];

const LEARNED = learnFrom(COMPILED, PASSAGES);

describe('adopting what was learned into a codebook', () => {
  const adopted = adoptLearned(SOURCE, BOOK, LEARNED);

  it('writes weights, thresholds, words and the next version, and nothing else', () => {
    const [before, after] = [SOURCE.split('\n'), adopted.split('\n')];
    const kept = before.filter((line) => after.includes(line));
    const changed = before.filter((line) => !after.includes(line)).map((line) => line.trim().slice(0, 12));
    assert.ok(kept.includes('    # what speaks for it'));
    assert.match(adopted, /^version: 4 # of spring$/m);
    assert.match(adopted, /\{ any: \[netwerk\], weight: 0\.[1-5]\d? \} # of people/);
    assert.match(adopted, /weight: 0\.5\n {10}fitted: 0\.[7-9]\d?$/m);
    assert.match(adopted, /nl: \[stilte, \{ any: "proeftuin", weight: 0\.\d+ \}/);
    assert.ok(changed.length < 8, changed.join('\n'));
  });

  it('can be read again, and says of a text what the codebook with what was learned said', () => {
    const read = compileCodebooks([codebookIn(adopted)]);
    const learned = COMPILED.scored({ overlay: overlayOf(LEARNED) });
    const texts = [
      'Wij zitten in een kring en een netwerk.',
      'De proeftuin ligt er voor de buren.',
      'Er moet een netwerk komen.',
      'Dat moet samen.',
    ];
    const suggested = (compiled: typeof read, text: string): readonly string[] =>
      detectBlock(compiled, parsedBlock(text), text)
        .map(({ codePath }) => codePath)
        .sort();
    for (const text of texts) assert.deepEqual(suggested(read, text), suggested(learned, text), text);
  });

  it('leaves a codebook of which nothing was learned as it is', () => {
    assert.equal(adoptLearned(SOURCE, BOOK, []), SOURCE);
  });
});
