import { strict as assert } from 'node:assert';
import { enabledCodes, turnedOn, usualCodes } from '../../../../src/core/codebook/enabledCodes.js';
import { codebookOf } from './handmade.js';

const code = (id: string, more = '') =>
  `  - { id: ${id}, name: { nl: ${id}, en: ${id} }, indicators: { nl: [${id}] }${more} }`;

const SOME = codebookOf(`codes:\n${code('a')}\n${code('b', ', default: off')}\n`);
const NONE = codebookOf(
  `codes:\n${code('a', `, default: off, codes: [{ id: deep, name: { nl: d, en: d }, default: off }]`)}\n${code('b', ', default: off')}\n`,
);

const found = (codebook: typeof SOME) => [...enabledCodes(codebook, new Set())].map((each) => each.code.path);

describe('turning a codebook on', () => {
  it('leaves what is asked for by its own name as it is', () => {
    assert.deepEqual(
      usualCodes(SOME).map(({ id }) => id),
      ['a'],
    );
    assert.equal(turnedOn(SOME), SOME);
    assert.deepEqual(found(turnedOn(SOME)), ['test/a']);
  });

  it('turns all of it on where it waits to be asked for, but for the sub-codes that wait besides', () => {
    assert.deepEqual(found(NONE), []);
    assert.deepEqual(found(turnedOn(NONE)), ['test/a', 'test/b']);
  });
});
