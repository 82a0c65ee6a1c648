import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { compileCodebooks } from '../../../../src/core/codebook/compile.js';
import { parseCodebook } from '../../../../src/core/codebook/parseCodebook.js';
import { readPolicyText } from '../../../../src/core/text/edit.js';
import { parseBlock } from '../../../../src/core/text/segments.js';
import { measureOffsets } from '../../../bench/offsets.js';
import { type CleanPassage, type Damaged, type DamageOptions, damage, optionsFrom } from './damage.js';
import { CLEAN_TEXTS, type CleanText } from './policyProse.js';

interface ReadSentence {
  readonly words: readonly string[];
  readonly places: readonly string[];
}

function sentencesOf(raw: string, kind: CleanPassage['kind'], language: 'nl' | 'en') {
  return parseBlock({ raw, kind, format: 'plain', fallback: language }).sentences;
}

/** The sentences of the clean text, with the places that their words have in the damaged one. */
function expected({ passages, text }: Damaged, language: 'nl' | 'en'): ReadSentence[] {
  return passages.flatMap((passage) =>
    sentencesOf(passage.text, passage.kind, language).map(({ words }) => ({
      words: words.map(({ folded }) => folded),
      places: words.map((word) =>
        text.slice(passage.starts[word.start] ?? 0, passage.ends[word.end - 1] ?? passage.ends.at(-1)),
      ),
    })),
  );
}

function found({ text, added }: Damaged, language: 'nl' | 'en'): ReadSentence[] {
  return readPolicyText(text, 'plain').blocks.flatMap((block) => {
    const raw = text.slice(block.start, block.end);
    const { sentences } = parseBlock({ ...block, raw, format: 'plain', fallback: language });
    const own = sentences.filter(
      ({ start, end }) => !added.some((one) => one.start <= block.start + start && block.start + end <= one.end),
    );
    return own.map(({ words }) => ({
      words: words.map(({ folded }) => folded),
      places: words.map(({ start, end }) => raw.slice(start, end)),
    }));
  });
}

function assertReads(clean: CleanText, options: DamageOptions): void {
  const damaged = damage(clean, options);
  assert.deepEqual(found(damaged, clean.language), expected(damaged, clean.language));
}

describe('A text that was damaged', () => {
  it('reads as it was, each word in its own place, whatever was done to it', () => {
    const clean = fc.constantFrom(...CLEAN_TEXTS);
    const options = fc.nat(1_000_000).map(optionsFrom);
    fc.assert(fc.property(clean, options, assertReads), { numRuns: 300, seed: 20_260_701 });
  }).timeout(60_000);
});

describe('Quotations in a text that was damaged', () => {
  it('are the ones of the clean text, on the same words', () => {
    const files = ['interventions', 'partner-principal'].map((id) => `media/codebooks/${id}.yaml`);
    const codebooks = files.flatMap((file) => parseCodebook(readFileSync(file, 'utf8'), file).codebook ?? []);
    const { quotations, exact, clean, found } = measureOffsets(compileCodebooks(codebooks), [], 20);
    assert.ok(clean > 100);
    assert.deepEqual({ exact, found }, { exact: quotations, found: clean });
  }).timeout(60_000);
});
