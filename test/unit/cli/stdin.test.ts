import { strict as assert } from 'node:assert';
import type { Row } from '../../../src/core/exchange/rows.js';
import { policyProse } from '../../bench/corpus.js';
import { ensureBuilt, policyLens } from './commandLine.js';

const SENTENCE = 'Wij zetten een coach in voor de scholen.';

const line = (document: string, text: string): string => `${JSON.stringify({ document, text })}\n`;

async function filter(input: string | Uint8Array, ...args: readonly string[]) {
  const { code, stdout, stderr } = await policyLens(['scan', '--stdin', ...args], { input });
  const rows: readonly Row[] = stdout.split('\n').flatMap((row) => (row === '' ? [] : [JSON.parse(row)]));
  return { code, stderr, rows, documents: [...new Set(rows.map(({ document }) => document))] };
}

describe('policy-lens scan --stdin', function () {
  this.timeout(30_000);
  before(ensureBuilt);

  it('gives rows in the order of its input', async () => {
    const { code, stderr, documents, rows } = await filter(line('b', SENTENCE) + line('a', '') + line('c', SENTENCE));
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(documents, ['b', 'c']);
    assert.equal(rows[0]?.quote, SENTENCE);
  });

  it('gives with several threads what it gives with one', async () => {
    const input = Array.from({ length: 300 }, (_, index) => line(`d${index}`, policyProse(index, 2000))).join('');
    const [one, two] = [await filter(input), await filter(input, '--jobs', '2')];
    assert.equal(one.documents.length, 300);
    assert.deepEqual(two, one);
  });

  it('names a bad line by its number, passes over it, and ends with 1', async () => {
    const bad = [
      'no json',
      '[1]',
      'null',
      '{"document":"x"}',
      '{"document":1,"text":"x"}',
      '{"document":"x","text":null}',
    ];
    const input = line('a', SENTENCE) + bad.map((text) => `${text}\n`).join('') + line('b', SENTENCE);
    const { code, stderr, documents } = await filter(input);
    assert.equal(code, 1);
    assert.deepEqual(documents, ['a', 'b']);
    const numbers = [...stderr.matchAll(/^standard input, line (\d+): (.*)$/gm)].map(([, number]) => Number(number));
    assert.deepEqual(numbers, [2, 3, 4, 5, 6, 7]);
    assert.match(stderr, /line 2: not valid JSON; expected \{"document": "\.\.\.", "text": "\.\.\."\}/);
  });

  it('passes over a line that is not UTF-8', async () => {
    const good = Buffer.from(line('a', SENTENCE));
    const { code, stderr, documents } = await filter(Buffer.concat([Buffer.from([0xff, 0xfe, 10]), good]));
    assert.equal(code, 1);
    assert.match(stderr, /line 1: not valid UTF-8/);
    assert.deepEqual(documents, ['a']);
  });

  it('takes lone surrogates, U+2028 and empty lines', async () => {
    const { code, rows } = await filter(
      `\n${line('a', `\u2028${SENTENCE}`)}\r\n{"document":"b","text":"\\ud800 ${SENTENCE}"}`,
    );
    assert.equal(code, 0);
    assert.deepEqual([...new Set(rows.map(({ document, start }) => `${document}${start}`))].length, 2);
  });

  it('reads a document named .md as Markdown', async () => {
    const text = '```\nWij zetten een coach in.\n```\n';
    const { documents } = await filter(line('a.md', text) + line('a.txt', SENTENCE));
    assert.deepEqual(documents, ['a.txt']);
  });
});
