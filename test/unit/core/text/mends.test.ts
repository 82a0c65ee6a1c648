import { strict as assert } from 'node:assert';
import { readPolicyText, readPolicyTextInSteps } from '../../../../src/core/text/edit.js';
import type { Format } from '../../../../src/core/text/policyText.js';
import { parseBlock } from '../../../../src/core/text/segments.js';

/** The sentences of a text as they are read, words with a space between, the furniture left out. */
function read(text: string, format: Format = 'plain'): string[] {
  return readPolicyText(text, format).blocks.flatMap((block) => {
    const raw = text.slice(block.start, block.end);
    const { sentences } = parseBlock({ ...block, raw, format, fallback: 'nl' });
    return sentences.map(({ words }) => words.map(({ folded }) => folded).join(' '));
  });
}

const LINE = 'De gemeente gaat in alle wijken van de stad met bewoners in gesprek over';

describe('Words that were broken', () => {
  const cases: readonly (readonly [why: string, text: string, word: string])[] = [
    ['by a line end, where the rest can be no word', `${LINE} volksgezond\nheid in de wijk.`, 'volksgezondheid'],
    ['where the whole word stands elsewhere', `${LINE} meer\ndere zaken. Er zijn meerdere plannen.`, 'meerdere'],
    ['by a space', 'De volksgezond heid telt. Wij meten de volksgezondheid elk jaar.', 'volksgezondheid'],
    ['by a hyphen at a line end', `${LINE} de zorg-\nverlener in de wijk.`, 'zorgverlener'],
    ['with the trema that the hyphen stood for', 'Wij zijn ge-\nevalueerd. Dat is geëvalueerd.', 'geëvalueerd'],
  ];
  for (const [why, text, word] of cases) {
    it(`are put together: ${why}`, () => {
      assert.ok(read(text)[0]?.split(' ').includes(word), read(text)[0] ?? '');
    });
  }

  it('keep a hyphen that is theirs', () => {
    assert.match(read(`${LINE} een e-\nmail die zij kregen.`)[0] ?? '', / e-mail /);
    assert.match(read('Het niet-\nzorggerelateerde deel telt mee.')[0] ?? '', /niet-zorggerelateerde/);
    assert.match(read('Het sociaal-\nculturele werk. Ook sociaal-culturele hulp.')[0] ?? '', /sociaal-culturele/);
    assert.match(read('De zorg-\nen welzijnspartijen doen mee.')[0] ?? '', /^de zorg- en /);
    assert.match(read('De provincie Noord-\nHolland doet mee.')[0] ?? '', /noord-holland/);
  });

  it('are not made of words that stand beside each other by intention', () => {
    for (const text of [
      `${LINE} wat zij samen\nwerken noemen. Wij werken graag; wie wil werken, wil samenwerken.`,
      `${LINE} het geld dat zij in\nhet fonds storten. Inhet bestaat niet.`,
      `${LINE} de zorg\nen het welzijn. Zorgen kost geld.`,
      'Wat komt in\nzicht? Dat zicht is er, en inzicht ook.',
    ]) {
      assert.doesNotMatch(read(text)[0] ?? '', /samenwerken|inhet|zorgen|inzicht/);
    }
  });
});

describe('Sentences that the border of a page cuts in two', () => {
  const borders = [
    '\n12\n\f',
    '\n\n12\n\n',
    '\n\n\f',
    '\n\nPlan voor de wijk | 4\n\n\f',
    '\n\n4\n\fPlan voor de wijk\n\n',
    '\n\n3 Zie de brief van de minister,\nbijlage 2.\n\n12\n\f',
  ];
  for (const border of borders) {
    it(`go on over ${JSON.stringify(border)}`, () => {
      const text = `${LINE}${border}wat de wijk nodig heeft.`;
      assert.deepEqual(read(text), [`${LINE.toLowerCase()} wat de wijk nodig heeft`]);
      const [block] = readPolicyText(text, 'plain').blocks;
      assert.equal(block?.end, text.length);
    });
  }

  it('do not go on with what begins anew', () => {
    for (const next of ['Samen doen wij meer.', '• een punt', 'a. een punt', 'Bijlage 1', '2.3 Wonen']) {
      assert.ok(read(`${LINE}\n12\n\f${next}`).length > 1 || next === '', next);
    }
    assert.equal(read(`${LINE} de wijk.\n12\n\fwat volgt is los.`).length, 2);
  });

  it('leave out a running header that comes back without a number', () => {
    const page = (number: number) =>
      `Wijkplan\n\n${LINE}\nplan ${number}, en dat is wat wij willen, samen met de bewoners van`;
    const text = [page(1), page(2), page(3), 'de wijk.'].join('\n\n');
    assert.ok(read(text).every((sentence) => !sentence.includes('van wijkplan')));
  });

  it('go on in Markdown too', () => {
    assert.equal(read(`${LINE}\n\nPlan | 11\n\n## Page 12\n\nwat de wijk nodig heeft.`, 'markdown').length, 1);
  });
});

describe('Columns and tables', () => {
  it('never run together into one sentence', () => {
    const text = 'Wie doet het      Wat gebeurt er      Wanneer\nDe gemeente       Zij coacht teams     In mei';
    assert.deepEqual(read(text), [
      'wie doet het',
      'wat gebeurt er',
      'wanneer',
      'de gemeente',
      'zij coacht teams',
      'in mei',
    ]);
  });

  it('are not seen in running text with a space too many', () => {
    assert.equal(read('Wij gaan   samen aan de slag\nmet de bewoners van de wijk.').length, 1);
    assert.equal(read('1.   Wij gaan samen aan de slag\n     met de bewoners.').length, 1);
  });
});

describe('Reading a text in steps', () => {
  it('gives what reading it at once gives', () => {
    const text = `${LINE} meer\ndere zaken. Er zijn meerdere plannen.\n\n`.repeat(4_000);
    const steps = readPolicyTextInSteps(text, 'plain');
    let count = 0;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        assert.deepEqual(step.value.blocks, readPolicyText(text, 'plain').blocks);
        break;
      }
      count++;
    }
    assert.ok(count > 5);
  });
});
