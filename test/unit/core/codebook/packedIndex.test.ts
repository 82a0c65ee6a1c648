import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { CompiledCodebooks } from '../../../../src/core/codebook/compile.js';
import { compileCodebooks, type PackedIndexes } from '../../../../src/core/codebook/compile.js';
import { compileIndexParts, type IndexParts } from '../../../../src/core/codebook/indexParts.js';
import { packIndex, unpackIndex } from '../../../../src/core/codebook/packedIndex.js';
import type { CodedLanguage } from '../../../../src/core/codebook/resolvePattern.js';
import { detectBlock } from '../../../../src/core/detection/detect.js';
import { parseBlock } from '../../../../src/core/text/segments.js';
import { policyProse } from '../../../bench/corpus.js';
import { codebooks, samplePaths, WORKSPACE } from '../../samples/readSamples.js';
import { codeWith } from './handmade.js';

const LANGUAGES = ['nl', 'en'] as const;

function resultOf<Result>(steps: Iterator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const partsOf = (language: CodedLanguage, enabled: ReadonlySet<string> = new Set()): IndexParts =>
  resultOf(compileIndexParts(codebooks, language, enabled));

const PACKED = new Map(LANGUAGES.map((language) => [language, packIndex(partsOf(language))]));

interface Told {
  readonly compiled: CompiledCodebooks;
  readonly unusable: readonly string[];
}

/** The built-in codebooks with indexes from these texts, loaded; `read` gives undefined where there is none. */
async function withPacked(
  read: (language: CodedLanguage) => string | undefined,
  languages: readonly CodedLanguage[] = LANGUAGES,
): Promise<Told> {
  const unusable: string[] = [];
  const packed: PackedIndexes = {
    async read(language) {
      const text = read(language);
      if (text === undefined) throw new Error('no such file');
      return text;
    },
    unusable: (language, reason) => unusable.push(`${language}: ${reason}`),
  };
  const compiled = compileCodebooks(codebooks, { packed });
  for (const language of languages) {
    await compiled.load(language);
    for (const _ of compiled.prepare(language));
  }
  return { compiled, unusable };
}

function found(compiled: CompiledCodebooks, text: string, language: CodedLanguage) {
  const parsed = parseBlock({ raw: text, kind: 'paragraph', format: 'plain', fallback: language });
  return detectBlock(compiled, { ...parsed, language }, text);
}

const PATTERNS = LANGUAGES.flatMap((language) =>
  codebooks.flatMap(({ codes }) =>
    codes.flatMap(({ indicators }) => indicators[language].flatMap((each) => each.patterns)),
  ),
);

/** Words that patterns are made of, so that many sentences hold some. */
const WORDS = [
  ...new Set(PATTERNS.flatMap((pattern) => pattern.split(/[\s|]+/).map((word) => word.replace(/[~*^/]/g, '')))),
].filter((word) => /^\p{L}/u.test(word));

const MORE = [
  'niet',
  'geen',
  'de minister',
  'de gemeente',
  'not',
  'the council',
  'en',
  'and',
  ',',
  '(',
  ')',
  ';',
  '12',
  'op',
];

const sentence = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...MORE)), { minLength: 1, maxLength: 25 })
  .map((words) => `${words.join(' ')}.`);

describe('an index as it ships', () => {
  const plain = compileCodebooks(codebooks);

  it('is the index that was compiled, part by part', () => {
    for (const language of LANGUAGES) {
      assert.deepEqual(resultOf(unpackIndex(PACKED.get(language) ?? '')), partsOf(language), language);
    }
  });

  it('keeps what a small codebook can hold: every kind of test, capitals and numbers', () => {
    const book = codeWith('["samen*", "*werking", "*beleid*", "# partners", "^wij", { any: [VWS], case: exact }]');
    const parts = resultOf(compileIndexParts([book], 'nl', new Set()));
    assert.deepEqual(resultOf(unpackIndex(packIndex(parts))), parts);
  });

  it('finds in any text what the compiled codebooks find', async () => {
    const { compiled, unusable } = await withPacked((language) => PACKED.get(language));
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), fc.constantFrom(...LANGUAGES), (text, language) =>
        assert.deepEqual(found(compiled, text.join(' '), language), found(plain, text.join(' '), language)),
      ),
      { numRuns: 100 },
    );
    assert.deepEqual(unusable, []);
  });

  it('finds in whole texts what the compiled codebooks find, to the last digit', async () => {
    const { compiled } = await withPacked((language) => PACKED.get(language));
    const texts = [
      ...samplePaths().map((path) => readFileSync(join(WORKSPACE, path), 'utf8')),
      ...LANGUAGES.map((language) => policyProse(5, 15_000, language)),
    ];
    for (const language of LANGUAGES) {
      const all = texts.map((text) => found(compiled, text, language));
      assert.deepEqual(
        all,
        texts.map((text) => found(plain, text, language)),
      );
      assert.ok(all.flat().length > 100, language);
    }
  });

  it('takes steps that are short enough to wait for', () => {
    const steps = [...unpackIndex(PACKED.get('nl') ?? '')];
    assert.ok(steps.length > 5);
  });

  const HALF = (text: string) => text.slice(0, text.length / 2);
  const MIXED_UP = (text: string) => text.replace('AAAB', 'AABA');
  const DAMAGES: readonly (readonly [name: string, damage: (text: string) => string | undefined, reason: string])[] = [
    ['missing', () => undefined, 'no such file'],
    ['empty', () => '', 'damaged'],
    ['cut off', HALF, 'damaged'],
    ['mixed up', MIXED_UP, 'damaged'],
    ['of another format', (text) => text.replace('index@1', 'index@0'), 'damaged'],
  ];
  for (const [name, damage, reason] of DAMAGES) {
    it(`is compiled after all when it is ${name}, and says so`, async () => {
      const { compiled, unusable } = await withPacked((language) => damage(PACKED.get(language) ?? ''), ['nl']);
      assert.deepEqual(unusable, [`nl: ${reason}`]);
      const text = policyProse(2, 5_000, 'nl');
      assert.deepEqual(found(compiled, text, 'nl'), found(plain, text, 'nl'));
    });
  }

  it('is of no use for other codebooks than its own', async () => {
    const other = packIndex(resultOf(compileIndexParts([codeWith('[huis]')], 'nl', new Set())));
    const { compiled, unusable } = await withPacked(() => other, ['nl']);
    assert.deepEqual(unusable, ['nl: made for other codebooks']);
    assert.ok(found(compiled, policyProse(2, 5_000, 'nl'), 'nl').length > 0);
  });
});
