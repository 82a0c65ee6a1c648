import { strict as assert } from 'node:assert';
import type { Coding } from '../../../../src/core/analysis/coding.js';
import { openDoubleRoles } from '../../../../src/core/analysis/doubleRoles.js';
import type { Suggestion } from '../../../../src/core/detection/suggestion.js';
import type { Span } from '../../../../src/core/text/span.js';
import { code, coding } from './samples.js';

const TEXT =
  'Samen met de havens maken wij een plan. Het is zomer. De havens moeten het plan indienen. Samen eten wij.';
const DOUBLE = code('roles/double', { derived: { all: ['partner', 'principal'], within: ['sentence', 'paragraph'] } });

const spanOf = (words: string): Span => {
  const start = TEXT.indexOf(words);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length };
};

function suggested(path: string, quote: string, evidence: readonly string[], derived?: Suggestion['derived']): Coding {
  const span = spanOf(quote);
  const suggestion: Suggestion = {
    ...span,
    ...{ codePath: path, codebook: 'roles@1', score: 0.8, language: 'nl', sentence: 0, derived },
    evidence: evidence.map((words) => ({ ...spanOf(words), indicator: words, id: 'i', weight: 0.8, adds: 1 })),
  };
  return coding(`${path} ${quote}`, {
    codePath: path,
    span,
    quote,
    suggestion,
    origin: derived ? 'derived' : 'suggestion',
  });
}

const FIRST = 'Samen met de havens maken wij een plan.';
const THIRD = 'De havens moeten het plan indienen.';
const UP_TO_THIRD = TEXT.slice(0, TEXT.indexOf(' Samen eten'));

const told = (codings: readonly Coding[]) =>
  openDoubleRoles(codings, DOUBLE).map(({ sides, place }) => ({
    words: sides.map(({ words }) => words.map(({ start, end }) => TEXT.slice(start, end))),
    place: TEXT.slice(place.start, place.end),
  }));

describe('double roles as a writer is told of them', () => {
  it('underline the sentence that has both, and know the words of each side', () => {
    const codings = [
      suggested('roles/partner', FIRST, ['Samen met', 'maken wij']),
      suggested('roles/principal/duty', FIRST, ['een plan']),
      suggested('roles/double', FIRST, [], 'sentence'),
    ];
    assert.deepEqual(told(codings), [{ words: [['Samen met', 'maken wij'], ['een plan']], place: FIRST }]);
  });

  it('underline of a paragraph the shortest stretch with words of both', () => {
    const codings = [
      suggested('roles/partner', FIRST, ['Samen met', 'wij een plan']),
      suggested('roles/principal', THIRD, ['moeten', 'indienen']),
      suggested('roles/double', UP_TO_THIRD, [], 'paragraph'),
    ];
    assert.deepEqual(
      told(codings).map(({ place }) => place),
      ['wij een plan. Het is zomer. De havens moeten'],
    );
  });

  it('take what was coded by hand as a whole, as far as it lies in the passage', () => {
    const byHand = coding('hand', {
      codePath: 'roles/partner',
      span: { start: 0, end: TEXT.length },
      origin: 'manual',
    });
    const codings = [
      { ...byHand, status: 'confirmed' as const },
      suggested('roles/principal', THIRD, ['moeten']),
      suggested('roles/double', THIRD, [], 'sentence'),
    ];
    assert.deepEqual(told(codings)[0]?.words, [[THIRD], ['moeten']]);
  });

  it('are none any more once somebody decided on them', () => {
    const double = suggested('roles/double', FIRST, [], 'sentence');
    for (const status of ['confirmed', 'rejected'] as const) assert.deepEqual(told([{ ...double, status }]), []);
  });

  it('leave out words of rejected codings and of other coders', () => {
    const codings = [
      suggested('roles/partner', FIRST, ['Samen met']),
      { ...suggested('roles/partner', FIRST, ['maken wij']), status: 'rejected' as const },
      { ...suggested('roles/principal', FIRST, ['de havens']), editable: false },
      suggested('roles/principal', FIRST, ['een plan']),
      suggested('roles/double', FIRST, [], 'sentence'),
    ];
    assert.deepEqual(told(codings)[0]?.words, [['Samen met'], ['een plan']]);
  });
});
