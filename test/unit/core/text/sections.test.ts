import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readPolicyText } from '../../../../src/core/text/edit.js';
import type { Section } from '../../../../src/core/text/policyText.js';
import { sectionPaths, sectionTree } from '../../../../src/core/text/sections.js';
import { policyTextOf } from './arbitraryText.js';

const PROSE = 'Wij gaan met bewoners in gesprek over wat de wijk nodig heeft en wie wat doet.';
const TEXT = [
  'Vooraf.',
  '3 Afspraken',
  PROSE,
  '3.1\nPas\u00adsende hulp',
  PROSE,
  '3.2 Samen',
  PROSE,
  '4 Geld',
  PROSE,
].join('\n\n');

function outline(sections: readonly Section[]): unknown[] {
  return sections.map(({ title, children }) => (children.length > 0 ? [title, outline(children)] : title));
}

describe('The sections of a text', () => {
  const text = readPolicyText(TEXT, 'plain');

  it('nest as their headings do, titles as they read', () => {
    assert.deepEqual(outline(sectionTree(text)), [['3 Afspraken', ['3.1 Passende hulp', '3.2 Samen']], '4 Geld']);
  });

  it('run from their heading to the next one as deep or less deep', () => {
    const [first, last] = sectionTree(text);
    assert.equal(
      TEXT.slice(first?.start, first?.end).trim(),
      TEXT.slice(TEXT.indexOf('3 A'), TEXT.indexOf('4 G')).trim(),
    );
    assert.equal(TEXT.slice(first?.heading.start, first?.heading.end), '3 Afspraken');
    assert.equal(last?.end, TEXT.length);
  });

  it('have a path for every block', () => {
    const path = sectionPaths(text);
    const paths = text.blocks.map((_, index) => path(index));
    assert.deepEqual(paths, [
      '',
      '3 Afspraken',
      '3 Afspraken',
      '3 Afspraken > 3.1 Passende hulp',
      '3 Afspraken > 3.1 Passende hulp',
      '3 Afspraken > 3.2 Samen',
      '3 Afspraken > 3.2 Samen',
      '4 Geld',
      '4 Geld',
    ]);
    assert.equal(path(99), '');
  });

  it('read Markdown headings without their marks', () => {
    const markdown = readPolicyText('# **Samen** [doen](x)\n\n### 1. Nu\n\nTekst.', 'markdown');
    assert.deepEqual(outline(sectionTree(markdown)), [['Samen doen', ['1. Nu']]]);
  });

  it('hold their children, in order, in any text', () => {
    const check = (sections: readonly Section[], from: number, to: number): void => {
      let at = from;
      for (const { start, end, heading, children } of sections) {
        assert.ok(start >= at && end <= to && heading.start === start && heading.end <= end);
        check(children, heading.end, end);
        at = end;
      }
    };
    fc.assert(
      fc.property(policyTextOf(40), fc.constantFrom<'plain' | 'markdown'>('plain', 'markdown'), (raw, format) => {
        check(sectionTree(readPolicyText(raw, format)), 0, raw.length);
      }),
    );
  }).timeout(20_000);
});
