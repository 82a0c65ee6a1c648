/**
 * How many passages are found again, and how many in a wrong place, after random edits whose truth is known; beside other ways
 * of finding them. Gives its tables for docs/benchmarks.md on standard output. Needs the corpus of real texts beside the checkout.
 */
import { existsSync, readFileSync } from 'node:fs';
import { finished } from '../../src/core/annotation/placing/finished.js';
import { placeTargets } from '../../src/core/annotation/placing/placeTargets.js';
import { targetOf } from '../../src/core/annotation/target.js';
import type { Span } from '../../src/core/text/span.js';
import { type EditScript, makeEditScript, makePassages, repeatingText } from '../support/editScripts.js';
import { PEERS } from './anchoringPeers.js';
import { Score } from './anchoringScore.js';
import { cpuTime, median, milliseconds } from './measure.js';

const CORPUS = '../shared/corpus';

/** Each document, and the one that new sentences are taken from. */
const DOCUMENTS = [
  ['nl/coalitieakkoord-2021.txt', 'nl/gala-2023.md'],
  ['nl/integraal-zorgakkoord-2022.txt', 'nl/coalitieakkoord-2021.txt'],
  ['nl/gala-2023.md', 'nl/coalitieakkoord-2021.txt'],
  ['nl/gala-2023-layout.txt', 'nl/coalitieakkoord-2021.txt'],
  ['en/us-open-data-policy-memo.md', 'en/nhs-data-saves-lives-commitments.md'],
  ['en/nhs-data-saves-lives-commitments.md', 'en/us-open-data-policy-memo.md'],
] as const;

interface Trial {
  readonly name: string;
  readonly rate: number;
  readonly isRepeating: boolean;
  readonly seeds: number;
}

const TRIALS: readonly Trial[] = [
  { name: '1 %, ordinary', rate: 0.01, isRepeating: false, seeds: 2 },
  { name: '5 %, ordinary', rate: 0.05, isRepeating: false, seeds: 8 },
  { name: '5 %, most passages occur twice or more', rate: 0.05, isRepeating: true, seeds: 5 },
  { name: '20 %, ordinary', rate: 0.2, isRepeating: false, seeds: 8 },
];

/** None of the seeds with which the constants were chosen. */
const FIRST_SEED = 101;

/** UTF-16 units of text for each passage. */
const DENSITY = 400;

/** Others are slow: they get every tenth passage, of the first seed. */
const PEER_SEEDS = 1;
const PEER_SHARE = 10;

interface Case {
  readonly text: string;
  readonly script: EditScript;
  readonly passages: readonly Span[];
}

function caseOf(document: number, seed: number, { rate, isRepeating }: Trial): Case {
  const [name = '', other = ''] = DOCUMENTS[document] ?? [];
  const donor = readFileSync(`${CORPUS}/${other}`, 'utf8');
  const plain = readFileSync(`${CORPUS}/${name}`, 'utf8');
  const text = isRepeating ? repeatingText(plain, donor, seed) : plain;
  const script = makeEditScript({ text, seed: seed * 7919 + document, rate, donor });
  return { text, script, passages: makePassages(text, Math.round(text.length / DENSITY), seed * 31 + document) };
}

function addOurs(score: Score, { text, script, passages }: Case, before: string | undefined): void {
  const targets = passages.map((passage) => targetOf(text, passage));
  const begin = cpuTime();
  const places = finished(placeTargets({ targets, text: script.text, before }));
  score.milliseconds += cpuTime() - begin;
  places.forEach((place, index) => {
    const passage = passages[index];
    if (passage) score.add(script.placeOf(passage), place);
  });
}

function addPeers(scores: readonly Score[], { text, script, passages }: Case): void {
  PEERS.forEach((peer, index) => {
    const score = scores[index];
    const begin = cpuTime();
    const find = peer.prepare(script.text, text);
    for (const passage of passages.filter((_, at) => at % PEER_SHARE === 0)) {
      const span = find(targetOf(text, passage));
      score?.add(script.placeOf(passage), { state: span ? 'changed' : 'orphan', span });
    }
    if (score) score.milliseconds += cpuTime() - begin;
  });
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
}

function oneIn(part: number, whole: number): string {
  return part === 0 ? `none of ${whole}` : `1 in ${Math.round(whole / part)} (${part})`;
}

function row(name: string, score: Score): string {
  const { kept, deleted } = score;
  const cells = [
    name,
    String(kept),
    percent(score.right, kept),
    oneIn(score.wrong, kept),
    oneIn(score.elsewhere, kept),
    percent(score.ambiguous, kept),
    `${percent(score.deletedOrphaned, deleted)} of ${deleted}`,
    String(score.deletedPlaced),
    `${score.rewrittenElsewhere} of ${score.rewritten}`,
    `${(score.milliseconds / Math.max(1, kept)).toFixed(2)} ms`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const HEAD =
  '| way | passages still there | right | wrong | of those elsewhere | says ambiguous | deleted: says orphan | deleted: placed | rewritten: placed elsewhere | CPU a passage |\n|---|---|---|---|---|---|---|---|---|---|';

function trialTable(trial: Trial): string {
  const scores = { withBefore: new Score(), without: new Score(), peers: PEERS.map(() => new Score()) };
  for (let seed = FIRST_SEED; seed < FIRST_SEED + trial.seeds; seed++) {
    DOCUMENTS.forEach((_, document) => {
      const one = caseOf(document, seed, trial);
      addOurs(scores.withBefore, one, one.text);
      addOurs(scores.without, one, undefined);
      if (seed < FIRST_SEED + PEER_SEEDS) addPeers(scores.peers, one);
    });
    process.stderr.write(`anchoring: ${trial.name}, ${seed - FIRST_SEED + 1} of ${trial.seeds}\n`);
  }
  const rows = [
    row('ours, old text at hand', scores.withBefore),
    row('ours, without it', scores.without),
    ...PEERS.map(({ name, hasBefore }, index) =>
      row(`${name}${hasBefore ? ', old text at hand' : ''}`, scores.peers[index] ?? new Score()),
    ),
  ];
  return `#### Edits of ${trial.name}\n\n${HEAD}\n${rows.join('\n')}\n`;
}

const MANY = 10_000;
const LENGTH = 1_000_000;

/** Ten thousand annotations in a megabyte, after an edit of 5 % outside. */
function speedTable(): string {
  const texts = DOCUMENTS.map(([name]) => readFileSync(`${CORPUS}/${name}`, 'utf8'));
  const text = texts.join('\n\n').slice(0, LENGTH);
  const script = makeEditScript({ text, seed: FIRST_SEED, rate: 0.05, donor: texts.at(-1) ?? '' });
  const passages = makePassages(text, MANY * 1.2, FIRST_SEED).slice(0, MANY);
  const targets = passages.map((passage) => targetOf(text, passage));
  const rows = [text, undefined].map((before) => {
    const rounds = Array.from({ length: 5 }, () => timed(placeTargets({ targets, text: script.text, before })));
    const time = median(rounds.slice(1).map(({ total }) => total));
    const longest = median(rounds.slice(1).map(({ step }) => step));
    const what = before === undefined ? 'without it' : 'old text at hand';
    return `| ${what} | ${milliseconds(time)} | ${milliseconds(longest)} | ${before === undefined ? 3 : 1.5} s, 50 ms |`;
  });
  return `#### ${targets.length} annotations in ${(text.length / 1e6).toFixed(2)} MB\n\n| | CPU in all, median of 4 | longest step (wall), median of 4 | at most |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

function timed(steps: Generator<void, unknown>): { readonly total: number; readonly step: number } {
  const begin = cpuTime();
  let longest = 0;
  let last = performance.now();
  while (!steps.next().done) {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return { total: cpuTime() - begin, step: Math.max(longest, performance.now() - last) };
}

if (existsSync(CORPUS)) {
  const tables = [...TRIALS.map(trialTable), speedTable()];
  process.stdout.write(`### Passages found again\n\n${tables.join('\n')}`);
} else process.stderr.write(`anchoring: no texts in ${CORPUS}, not measured\n`);
