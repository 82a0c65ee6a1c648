import { strict as assert } from 'node:assert';
import type { Coding } from '../../../../src/core/analysis/coding.js';
import { excerptOf } from '../../../../src/core/analysis/excerpt.js';
import { coding } from './samples.js';

/** A suggestion for `quote`, at offset 100 of its text, because of the first `words` in it. */
function suggested(quote: string, words: string): Coding {
  const span = { start: 100, end: 100 + quote.length };
  const start = 100 + quote.indexOf(words);
  const evidence = [{ start, end: start + words.length, indicator: words, id: 'i', weight: 0.6, adds: 1 }];
  const rest = { language: 'en', codebook: 'interventions@1', sentence: 0, derived: undefined } as const;
  const suggestion = { ...span, codePath: 'interventions/relational', score: 0.6, evidence, ...rest };
  return coding('a', { quote, span, suggestion });
}

describe('the excerpt of a quotation', () => {
  it('is the quotation on one line', () => {
    const quote = ' Two\r\n  lines of co\u00ADaching ';
    assert.equal(excerptOf(coding('a', { quote })), 'Two lines of coaching');
  });

  it('begins at a word shortly before the words that speak for the code', () => {
    const each = suggested('In the second year every library is given a coach for its evenings.', 'coach');
    assert.equal(excerptOf(each), '…is given a coach for its evenings.');
  });

  it('keeps the beginning where the words stand near it', () => {
    const each = suggested('A new coach helps.', 'coach');
    assert.equal(excerptOf(each), 'A new coach helps.');
  });

  it('counts in the text as stored, soft hyphens and line ends included', () => {
    const each = suggested('Every quarter the men\u00ADtors and\r\n\r\nthe village council talk.', 'council');
    assert.equal(excerptOf(each), '…and the village council talk.');
  });

  it('keeps more before them where they end the passage', () => {
    const each = suggested('The council and the schools in town will evaluate everything together.', 'together');
    assert.equal(excerptOf(each), '…evaluate everything together.');
  });

  it('leaves out a single long word before them', () => {
    assert.equal(excerptOf(suggested(`${'x'.repeat(50)}coach`, 'coach')), '…coach');
  });

  it('shows a lost quotation, and one that the evidence is not in, from the beginning', () => {
    const quote = 'In the second year every library is given a coach.';
    const lost = { ...suggested(quote, 'coach'), span: undefined };
    assert.equal(excerptOf(lost), quote);
    assert.equal(excerptOf({ ...suggested(quote, 'coach'), quote: 'every library' }), 'every library');
    assert.equal(excerptOf({ ...suggested(quote, 'In'), span: { start: 110, end: 130 } }), quote);
  });
});
