import { strict as assert } from 'node:assert';
import { NO_BREAKS } from '../../../../src/core/text/policyText.js';
import { parseBlock } from '../../../../src/core/text/segments.js';

const SIGNS = { comma: ',', strong: ';', open: '(', close: ')' };

/** The words of the first sentence with a sign for each break. */
function parted(raw: string): string {
  const sentence = parseBlock({ raw, kind: 'paragraph', format: 'plain', fallback: 'nl' }).sentences[0];
  assert.ok(sentence);
  const parts: string[] = [];
  for (let index = 0; index <= sentence.words.length; index++) {
    parts.push(...sentence.breaks.filter(({ before }) => before === index).map(({ kind }) => SIGNS[kind]));
    parts.push(sentence.words[index]?.folded ?? '');
  }
  return parts.join(' ').trim();
}

describe('The breaks of a sentence', () => {
  const cases: readonly (readonly [why: string, raw: string, parted: string])[] = [
    ['commas', 'Wij kiezen, wij delen, en klaar.', 'wij kiezen , wij delen , en klaar'],
    ['semicolons and colons', 'Een keus: wij; of zij.', 'een keus ; wij ; of zij'],
    ['dashes between spaces', 'Wij - en zij – en ieder — samen -- doen.', 'wij ; en zij ; en ieder ; samen ; doen'],
    ['a dash without them in English', 'We act—they wait.', 'we act ; they wait'],
    [
      'no hyphens, ranges and numbers',
      'De zorg- en e-mail in 2020–2024 om 12:30 voor 3,5.',
      'de zorg- en e-mail in 2020–2024 om 12:30 voor 3,5',
    ],
    ['brackets in pairs', 'Wij (en zij [ook]) doen mee.', 'wij ( en zij ( ook ) ) doen mee'],
    ['several marks in a row', 'De eerste (a), (b) en meer.', 'de eerste ( a ) , ( b ) en meer'],
    ['brackets around it all', '(Wij doen mee.)', '( wij doen mee )'],
    ['a bracket alone as a strong one', 'Onder a) staat meer dan (hier.', 'onder a ; staat meer dan ; hier'],
    ['nothing for brackets around nothing', 'Dat (!) is […] zo.', 'dat is zo'],
    ['nothing at the edges', ', wij doen mee;', 'wij doen mee'],
    ['one for a mark twice', 'Wij,, zij.', 'wij , zij'],
  ];
  for (const [why, raw, expected] of cases) {
    it(`are ${why}: ${raw}`, () => assert.equal(parted(raw).replace('2020 2024', '2020–2024'), expected));
  }

  it('are one empty array where there are none', () => {
    const raw = 'Wij doen mee. Zij ook. En wij, samen.';
    const { sentences } = parseBlock({ raw, kind: 'paragraph', format: 'plain', fallback: 'nl' });
    assert.deepEqual(
      sentences.map(({ breaks }) => breaks === NO_BREAKS),
      [true, true, false],
    );
    assert.deepEqual(sentences[2]?.breaks, [{ before: 2, kind: 'comma' }]);
  });
});
