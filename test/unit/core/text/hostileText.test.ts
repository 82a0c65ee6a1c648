import { strict as assert } from 'node:assert';
import { readPolicyText } from '../../../../src/core/text/edit.js';
import type { ParsedBlock } from '../../../../src/core/text/policyText.js';
import { parseBlock } from '../../../../src/core/text/segments.js';
import { placesOfWords } from '../../../../src/core/text/words.js';

function parse(text: string): ParsedBlock[] {
  return readPolicyText(text, 'plain').blocks.map(({ start, end, kind, mends }) =>
    parseBlock({ raw: text.slice(start, end), kind, format: 'plain', mends, fallback: 'nl' }),
  );
}

function wordCount(blocks: readonly ParsedBlock[]): number {
  return blocks.flatMap(({ sentences }) => sentences).reduce((sum, { words }) => sum + words.length, 0);
}

/** Milliseconds of this program's own processor time, the least of some rounds: what else the computer does hardly counts. */
function leastTime(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const begin = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** Eight times the text may cost eight times the time, and much for noise; what grows with the square costs 64 times. */
function assertLinear(make: (times: number) => string, times: number): void {
  const one = (text: string) => () => parseBlock({ raw: text, kind: 'paragraph', format: 'plain', fallback: 'nl' });
  const [short, long] = [make(times), make(times * 8)];
  one(long)();
  const measure = (): number => leastTime(one(long)) / Math.max(leastTime(one(short)), 0.5);
  // What grows with the square does so each time; a cache that others use up is not full each time.
  let ratio = measure();
  for (let again = 0; ratio >= 30 && again < 3; again += 1) ratio = Math.min(ratio, measure());
  assert.ok(ratio < 30, `eight times the text took ${ratio.toFixed(1)} times the time`);
}

describe('Text that nobody wrote', () => {
  const pieces: Readonly<Record<string, string>> = {
    'one word': 'samen',
    'words without an end': 'wij doen mee en ',
    'sentences without a space': 'De wijk.',
    'full stops': '.',
    'full stops apart': '. ',
    abbreviations: 'o.a. ',
    'letters and full stops': 'a.',
    numbers: '1.',
    commas: ',',
    'opening brackets': '(',
    'brackets in brackets': '((a) ',
    'opening quotes': '“a. B ',
    'straight quotes': 'a "b. C ',
    'single quotes': '‘a. B ',
    apostrophes: "'",
    hyphens: '-',
    'hyphens apart': '- ',
    slashes: 'a/',
    addresses: 'http://',
    'capitals after full stops': 'ab.Cd',
    marks: 'a\u0301\u0301',
    'marks alone': '\u0301',
    'half characters': '\ud800',
    emoji: '😀 ',
    'right to left': 'سلام. ',
    'mixed scripts': 'aб中 ',
    'ellipses in brackets': '[…] A ',
    'zero-width joiners': 'a\u200d',
  };
  for (const [what, piece] of Object.entries(pieces)) {
    it(`takes time in proportion to its length: ${what}`, () => {
      assertLinear((times) => piece.repeat(times), 5_000);
    }).timeout(20_000);
  }

  it('is read to its end on a line of a hundred thousand words', () => {
    const words = 100_000;
    assert.equal(wordCount(parse('wij doen samen mee '.repeat(words / 4))), words);
  });

  it('has no words where it has no letters', () => {
    for (const raw of ['?!… ...', '“”‘’()', '• – —', '\u0301\u0301', '\ud800\udfff\ud800', '😀😀']) {
      const places = placesOfWords(raw);
      assert.deepEqual([places.starts, places.ends], [[], []], raw);
    }
  });

  it('keeps its words between emoji, half characters and other scripts', () => {
    const raw = 'Wij 😀 doen \ud800 samen\udc00 mee с вами.';
    const { sentences } = parseBlock({ raw, kind: 'paragraph', format: 'plain', fallback: 'nl' });
    assert.deepEqual(
      sentences.flatMap(({ words }) => words.map(({ start, end }) => raw.slice(start, end))),
      ['Wij', 'doen', 'samen', 'mee', 'с', 'вами'],
    );
  });
});
