import { strict as assert } from 'node:assert';
import { balanceOf } from '../../../../src/core/analysis/balance.js';
import type { Coding } from '../../../../src/core/analysis/coding.js';
import { NO_BREAKS } from '../../../../src/core/text/policyText.js';
import { code, coding } from './samples.js';

const DOUBLE = code('roles/double', { derived: { all: ['partner', 'principal'], within: ['sentence'] } });

/** Four sentences of nine characters, two in each block. */
const sentence = (start: number) => ({ start, end: start + 9, words: [], breaks: NO_BREAKS });
const parsed = [0, 1].map(() => ({ language: 'nl' as const, sentences: [sentence(0), sentence(10)] }));
const text = {
  text: ' '.repeat(40),
  format: 'plain' as const,
  blocks: [0, 20].map((start) => ({ start, end: start + 19, kind: 'paragraph' as const, level: 0 })),
};

let count = 0;
const on = (path: string, start: number, end: number, parts: Partial<Coding> = {}) =>
  coding(String(++count), { codePath: `roles/${path}`, span: { start, end }, ...parts });

const counted = (...codings: readonly Coding[]) => {
  const { parts, meetings } = balanceOf({ text, parsed, codings }, DOUBLE);
  return [...parts.map(({ sentences }) => sentences), meetings];
};

describe('the balance of a document', () => {
  it('counts a sentence once for a role, however many sub-codes and coders gave it', () => {
    const twice = [
      on('partner', 0, 9),
      on('partner/trust', 0, 9),
      on('partner', 2, 5, { coder: 'b', editable: false }),
    ];
    assert.deepEqual(counted(...twice, on('principal', 30, 39)), [1, 1, 0]);
  });

  it('counts every sentence that a passage runs over', () => {
    assert.deepEqual(counted(on('partner', 5, 22)), [3, 0, 0]);
  });

  it('counts meetings by passage, and a colleague’s decision on the same one not again', () => {
    const same = on('double', 0, 9, { status: 'confirmed', editable: false });
    assert.deepEqual(counted(on('double', 0, 9), same, on('double', 20, 39)), [0, 0, 2]);
  });

  it('leaves out what is rejected or has no place, and codes that only begin alike', () => {
    const codings = [
      on('partner', 0, 9, { status: 'rejected' }),
      { ...on('partner', 0, 9), span: undefined },
      on('partnership', 0, 9),
    ];
    assert.deepEqual(counted(...codings), [0, 0, 0]);
  });

  it('tells how many sentences the counts are out of, as far as the text is read', () => {
    assert.equal(balanceOf({ text, parsed, codings: [] }, DOUBLE).sentences, 4);
    assert.equal(balanceOf({ text, parsed: [undefined, parsed[1]], codings: [] }, DOUBLE).sentences, 2);
    assert.equal(balanceOf({ text: undefined, parsed: [], codings: [] }, DOUBLE).sentences, 0);
  });
});
