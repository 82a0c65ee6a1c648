import { strict as assert } from 'node:assert';
import type { Coding } from '../../../../src/core/analysis/coding.js';
import { entryFilter } from '../../../../src/core/analysis/filter.js';
import { coding, interventions } from './samples.js';

function finds(query: string, parts: Partial<Coding>): boolean {
  const entry = { uri: 'file:///notes/letter.txt', path: 'notes/letter.txt', line: 1, coding: coding('a', parts) };
  return entryFilter(query, [interventions])(entry);
}

describe('the filter of the annotation tree', () => {
  it('wants everything when nothing is asked', () => {
    assert.ok(finds('', {}));
    assert.ok(finds('  ', {}));
  });

  it('finds words of the quotation in any case and with or without accents', () => {
    assert.ok(finds('COORDINATOR', { quote: 'De coördinator helpt.' }));
    assert.ok(finds('coördinator', { quote: 'de coordinator helpt' }));
    assert.ok(!finds('coach', { quote: 'De coördinator helpt.' }));
  });

  it('reads a quotation across line ends and soft hyphens', () => {
    assert.ok(finds('samenwerking', { quote: 'samen\u00ADwerking' }));
  });

  it('finds the memo, the coder and the document', () => {
    assert.ok(finds('ironie', { memo: 'Bedoeld als ironie?' }));
    assert.ok(finds('a.jansen', { coder: 'a.jansen' }));
    assert.ok(finds('letter.txt', {}));
  });

  it('finds a code by its Dutch and its English name, and by the name of the code above it', () => {
    const coach = { codePath: 'interventions/relational/coach' };
    assert.ok(finds('begeleider', coach));
    assert.ok(finds('coach', coach));
    assert.ok(finds('relationele', coach));
    assert.ok(!finds('narratieve', coach));
  });

  it('finds an unknown code by its path', () => {
    assert.ok(finds('gone/code', { codePath: 'gone/code' }));
  });

  it('finds the evidence', () => {
    const suggestion = {
      start: 0,
      end: 10,
      codePath: 'interventions/relational',
      score: 0.8,
      evidence: [{ start: 0, end: 5, indicator: 'netwerk*', id: 'i', weight: 0.6, adds: 1 }],
      language: 'nl',
      codebook: 'interventions@1',
      sentence: 0,
      derived: undefined,
    } as const;
    assert.ok(finds('netwerk', { suggestion }));
  });

  it('asks for every word, wherever each of them stands', () => {
    const parts = { quote: 'samen aan tafel', memo: 'mooi' };
    assert.ok(finds('mooi samen relational', parts));
    assert.ok(!finds('mooi samen narrative', parts));
  });
});
