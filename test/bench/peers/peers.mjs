/**
 * The peers, each over the same paragraphs with the same phrases, one after the other in a process of its own. Takes
 * `{ paragraphs, phrases }` as JSON on standard input, gives `[{ name, bytes, milliseconds }]`: median CPU time of some
 * rounds, after one that does not count. The slow ones get a part of the paragraphs; speed is per byte.
 */
import { text } from 'node:stream/consumers';
import { TextlintKernel } from '@textlint/kernel';
import textPlugin from '@textlint/textlint-plugin-text';
import nlp from 'compromise';
import { search } from 'nlcst-search';
import { retext } from 'retext';
import retextDutch from 'retext-dutch';
import terminology from 'textlint-rule-terminology';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

const ROUNDS = 5;

/** @type {{ paragraphs: string[], phrases: string[] }} */
const { paragraphs, phrases } = JSON.parse(await text(process.stdin));

/** Paragraphs up to so many UTF-16 units together. */
function part(/** @type {number} */ length) {
  let taken = 0;
  return paragraphs.filter((paragraph) => {
    taken += paragraph.length;
    return taken <= length;
  });
}

function median(/** @type {number[]} */ times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** @type {readonly { name: string, length: number, prepare: () => (paragraph: string) => unknown }[]} */
const peers = [
  {
    name: 'retext-dutch, parsing alone, by paragraph',
    length: 1_000_000,
    prepare() {
      const parser = retext().use(retextDutch).freeze();
      return (paragraph) => parser.parse(paragraph);
    },
  },
  {
    name: 'retext with nlcst-search, by paragraph',
    length: 100_000,
    prepare() {
      const parser = retext().use(retextDutch).freeze();
      return (paragraph) => {
        let found = 0;
        search(parser.parse(paragraph), phrases, () => {
          found += 1;
        });
        return found;
      };
    },
  },
  {
    name: "textlint, terminology rule, as a user's linter runs it, by paragraph",
    length: 100_000,
    prepare() {
      const kernel = new TextlintKernel();
      const plugin = textPlugin.default ?? textPlugin;
      const rule = terminology.default ?? terminology;
      // Each phrase as a term to be spelled in capitals: found wherever it stands.
      const terms = phrases.map((phrase) => [phrase, phrase.toUpperCase()]);
      const options = {
        ext: '.txt',
        filePath: 'paragraph.txt',
        plugins: [{ pluginId: 'text', plugin }],
        rules: [{ ruleId: 'terminology', rule, options: { defaultTerms: false, terms } }],
      };
      return (paragraph) => kernel.lintText(paragraph, options);
    },
  },
  {
    name: 'wink-nlp, custom entities, by paragraph',
    length: 500_000,
    prepare() {
      const wink = winkNLP(winkModel, ['sbd']);
      // Patterns of wink-nlp are in capitals where they mean parts of speech; words stand for themselves.
      wink.learnCustomEntities([{ name: 'phrase', patterns: phrases.map((phrase) => phrase.toLowerCase()) }], {
        matchValue: false,
      });
      return (paragraph) => wink.readDoc(paragraph).customEntities().length();
    },
  },
  {
    name: 'compromise, match of every phrase (buildNet, sweep), by paragraph',
    length: 100_000,
    prepare() {
      const net = nlp.buildNet(phrases.map((phrase) => ({ match: phrase })));
      return (paragraph) => nlp.tokenize(paragraph).sweep(net).found;
    },
  },
];

/** @param {(typeof peers)[number]} peer */
async function measure({ name, length, prepare }) {
  const mine = part(length);
  const look = prepare();
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const before = cpuTime();
    for (const paragraph of mine) await look(paragraph);
    times.push(cpuTime() - before);
  }
  const bytes = mine.reduce((sum, paragraph) => sum + Buffer.byteLength(paragraph), 0);
  return { name, bytes, milliseconds: median(times.slice(1)) };
}

const measured = [];
for (const peer of peers) measured.push(await measure(peer));
process.stdout.write(JSON.stringify(measured));
