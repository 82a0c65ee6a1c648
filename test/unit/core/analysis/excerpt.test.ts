import { strict as assert } from 'node:assert';
import type { Coding } from '../../../../src/core/analysis/coding.js';
import { excerptOf } from '../../../../src/core/analysis/excerpt.js';
import { coding } from './samples.js';

/** A suggestion for `quote`, at offset 100 of its text, because of the first `words` in it. */
function suggested(quote: string, words: string): Coding {
  const span = { start: 100, end: 100 + quote.length };
  const start = 100 + quote.indexOf(words);
  const evidence = [{ start, end: start + words.length, indicator: words, weight: 0.6 }];
  const rest = { language: 'en', codebook: 'interventions@1', sentence: 0, derived: undefined } as const;
  const suggestion = { ...span, codePath: 'interventions/relational', score: 0.6, evidence, ...rest };
  return coding('a', { quote, span, suggestion });
}

function focused(each: Coding): string {
  const { text, focus } = excerptOf(each);
  return focus ? text.slice(focus.start, focus.end) : '';
}

describe('the excerpt of a quotation', () => {
  it('is the quotation on one line', () => {
    const quote = ' Two\r\n  lines of co\u00ADaching ';
    assert.deepEqual(excerptOf(coding('a', { quote })), { text: 'Two lines of coaching', focus: undefined });
  });

  it('begins at a word shortly before the words that speak for the code', () => {
    const each = suggested('In the second year every library is given a coach for its evenings.', 'coach');
    assert.equal(excerptOf(each).text, '…is given a coach for its evenings.');
    assert.equal(focused(each), 'coach');
  });

  it('keeps the beginning where the words stand near it', () => {
    const each = suggested('A new coach helps.', 'coach');
    assert.equal(excerptOf(each).text, 'A new coach helps.');
    assert.equal(focused(each), 'coach');
  });

  it('finds the words across line ends and soft hyphens', () => {
    const each = suggested('We\n talk  with the vil\u00ADlage\ncouncil often.', 'vil\u00ADlage\ncouncil');
    assert.equal(focused(each), 'village council');
  });

  it('leaves out a single long word before them', () => {
    assert.equal(excerptOf(suggested(`${'x'.repeat(30)}coach`, 'coach')).text, '…coach');
  });

  it('shows a lost quotation, and one that the evidence is not in, from the beginning', () => {
    const quote = 'In the second year every library is given a coach.';
    const lost = { ...suggested(quote, 'coach'), span: undefined };
    assert.deepEqual(excerptOf(lost), { text: quote, focus: undefined });
    assert.deepEqual(excerptOf({ ...suggested(quote, 'coach'), quote: 'every library' }).focus, undefined);
    assert.deepEqual(excerptOf({ ...suggested(quote, 'In'), span: { start: 110, end: 130 } }).focus, undefined);
  });
});
