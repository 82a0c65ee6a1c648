import { strict as assert } from 'node:assert';
import { evidenceOf } from '../../../../src/core/exchange/evidence.js';
import { decidedCoding, EXAMPLE_ANNOTATION, suggestedCoding } from './exampleDocument.js';

/** A suggestion for a sentence, with the given indicators on the given words of it. */
function suggestion(text: string, found: readonly (readonly [indicator: string, words: string])[], shift = 0) {
  const coding = suggestedCoding(text, text.trim());
  assert.ok(coding.suggestion);
  const evidence = found.map(([indicator, words]) => {
    const start = text.indexOf(words) - shift;
    return { indicator, id: indicator, weight: 0.6, adds: 1.7918, start, end: start + words.length };
  });
  const { start, end } = coding.suggestion;
  return { ...coding, suggestion: { ...coding.suggestion, start: start - shift, end: end - shift, evidence } };
}

describe('evidence', () => {
  it('is the indicator and the words that it matched, where these differ', () => {
    const text = 'Twee Coaches gaan in gesprek.';
    const coding = suggestion(text, [
      ['coach*', 'Coaches'],
      ['In gesprek', 'in gesprek'],
    ]);
    assert.deepEqual(evidenceOf(coding, text), ['coach*: Coaches (+1.79)', 'In gesprek (+1.79)']);
  });

  it('is put together from words that PDF extraction broke', () => {
    const text = 'Een over-\n  eenkomst en een wijk\u00ADteam, in\r\ngesprek.';
    const coding = suggestion(text, [
      ['overeenkomst', 'over-\n  eenkomst'],
      ['*team', 'wijk\u00ADteam'],
      ['in gesprek', 'in\r\ngesprek'],
    ]);
    assert.deepEqual(evidenceOf(coding, text), [
      'overeenkomst (+1.79)',
      '*team: wijkteam (+1.79)',
      'in gesprek (+1.79)',
    ]);
  });

  it('counts from the suggestion, wherever that counts from', () => {
    const text = '\n\n  Een coach.';
    assert.deepEqual(evidenceOf(suggestion(text, [['coach*', 'coach']], 4), text), ['coach*: coach (+1.79)']);
  });

  it('is said once', () => {
    const text = 'Samen, samen.';
    const coding = suggestion(text, [
      ['samen', 'Samen'],
      ['samen', 'samen'],
    ]);
    assert.deepEqual(evidenceOf(coding, text), ['samen (+1.79)']);
  });

  it('says once what several words of one indicator add, and what speaks against the code', () => {
    const text = 'Samen en gezamenlijk, zonder dossier.';
    const coding = suggestion(text, [
      ['samen', 'Samen'],
      ['gezamenlijk', 'gezamenlijk'],
      ['dossier', 'dossier'],
    ]);
    const evidence = coding.suggestion.evidence.map((each) =>
      each.indicator === 'dossier' ? { ...each, adds: -0.4 } : { ...each, id: 'together' },
    );
    assert.deepEqual(evidenceOf({ ...coding, suggestion: { ...coding.suggestion, evidence } }, text), [
      'samen (+1.79)',
      'gezamenlijk',
      'dossier (-0.40)',
    ]);
  });

  it('of a decision is what it was when it was taken', () => {
    assert.deepEqual(evidenceOf(decidedCoding('een coach', 'coach'), 'een coach'), ['coach*: coach']);
    const manual = decidedCoding('een coach', 'coach', {
      annotation: { ...EXAMPLE_ANNOTATION, origin: { kind: 'manual' } },
    });
    assert.deepEqual(evidenceOf(manual, 'een coach'), []);
  });
});
