import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { splitBlocks } from '../../../../src/core/text/blocks.js';
import { editPolicyText, readPolicyText, settlePolicyText } from '../../../../src/core/text/edit.js';
import type { Format, PolicyText } from '../../../../src/core/text/policyText.js';
import { applyEdits, editsOf, policyTextOf } from './arbitraryText.js';

const format = fc.constantFrom<Format>('plain', 'markdown');

function edited(lines: number) {
  return policyTextOf(lines).chain((text) => fc.record({ text: fc.constant(text), edits: editsOf(text), format }));
}

function blockTexts({ text, blocks }: PolicyText): string[] {
  return blocks.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
}

describe('Editing a policy text', () => {
  it('gives the blocks that splitting the new text from the start gives, after any edits', () => {
    fc.assert(
      fc.property(edited(60), ({ text, edits, format }) => {
        const newText = applyEdits(text, edits);
        const after = editPolicyText(readPolicyText(text, format), edits, newText);
        assert.deepEqual(after.text.blocks, splitBlocks(newText, format, after.text.traits));
        assert.deepEqual(settlePolicyText(after.text).text, readPolicyText(newText, format));
      }),
      { numRuns: 400 },
    );
  }).timeout(20_000);

  it('does so deep in a long text too, where only the surroundings of the edit are read again', () => {
    fc.assert(
      fc.property(edited(2_500), ({ text, edits, format }) => {
        const newText = applyEdits(text, edits);
        const after = editPolicyText(readPolicyText(text, format), edits, newText);
        assert.deepEqual(after.text.blocks, splitBlocks(newText, format, after.text.traits));
      }),
      { numRuns: 60 },
    );
  }).timeout(20_000);

  it('says of each block whether the old one has the same words and kind', () => {
    fc.assert(
      fc.property(edited(200), ({ text, edits, format }) => {
        const before = readPolicyText(text, format);
        const after = editPolicyText(before, edits, applyEdits(text, edits));
        const old = blockTexts(before);
        const now = blockTexts(after.text);
        assert.equal(after.reused.length, now.length);
        after.reused.forEach((index, at) => {
          if (index >= 0) assert.equal(old[index], now[at]);
        });
        const kept = after.reused.filter((index) => index >= 0);
        assert.deepEqual(
          kept,
          [...new Set(kept)].sort((a, b) => a - b),
          'each old block once, in order',
        );
      }),
      { numRuns: 200 },
    );
  }).timeout(20_000);

  it('keeps every block but the one that was typed in', () => {
    const text = Array.from({ length: 50 }, (_, index) => `Alinea ${index} gaat over de wijk.`).join('\n\n');
    const at = text.indexOf('Alinea 20') + 6;
    const edits = [{ start: at, end: at, text: 'x' }];
    const { reused } = editPolicyText(readPolicyText(text, 'plain'), edits, applyEdits(text, edits));
    assert.deepEqual(
      reused,
      Array.from({ length: 50 }, (_, index) => (index === 20 ? -1 : index)),
    );
  });

  it('keeps the blocks between two places that are edited at once', () => {
    const text = ['Een', 'Twee', 'Drie', 'Vier'].map((word) => `${word} staat hier als alinea.`).join('\n\n');
    const last = text.indexOf('Vier');
    const edits = [
      { start: last, end: last, text: 'Nummer ' },
      { start: 0, end: 0, text: 'Nummer ' },
    ];
    const { reused } = editPolicyText(readPolicyText(text, 'plain'), edits, applyEdits(text, edits));
    assert.deepEqual(reused, [-1, 1, 2, -1]);
  });

  it('reads the rest of a Markdown text as code once a fence is opened, and back', () => {
    const open = 'Een.\n\n```\n\nTwee.\n\nDrie.';
    const before = readPolicyText(open.replace('```', 'x'), 'markdown');
    const fenced = editPolicyText(before, [{ start: 6, end: 7, text: '```' }], open);
    assert.deepEqual(
      fenced.text.blocks.map(({ kind }) => kind),
      ['paragraph', 'code'],
    );
    const back = editPolicyText(fenced.text, [{ start: 6, end: 9, text: 'x' }], before.text);
    assert.deepEqual(back.text, before);
  });
});
