/** The whole analysis of a text, from its words to scored rows, beside what peers do with the same paragraphs and phrases. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createScanner } from '../../src/cli/scanner.js';
import type { Codebook } from '../../src/core/codebook/codebook.js';
import { allCodes } from '../../src/core/codebook/codebook.js';
import { readPolicyText } from '../../src/core/text/edit.js';
import { cpuTime, type Figure, median, milliseconds } from './measure.js';

const PEERS = 'test/bench/peers/peers.mjs';

const ROUNDS = 7;

/** As many phrases as the field has been measured with before; peers take time and memory for each. */
const PHRASES = 582;

interface PeerTime {
  readonly name: string;
  readonly bytes: number;
  readonly milliseconds: number;
}

export interface AnalysisText {
  readonly name: string;
  readonly text: string;
}

const speed = (bytes: number, time: number): number => bytes / 1e6 / (time / 1000);

/** Words and phrases that the codebooks look for, as far as a peer can look for them: stems without their ending, no gaps. */
function plainPhrases(codebooks: readonly Codebook[]): readonly string[] {
  const patterns = codebooks.flatMap(({ codes }) =>
    [...allCodes(codes)].flatMap(({ indicators }) => indicators.nl.flatMap((indicator) => indicator.patterns)),
  );
  const words = patterns.flatMap((pattern) => {
    const choices = pattern.split(' ').map((word) => word.split('|')[0]?.replaceAll(/^[~*]|\*$/g, '') ?? '');
    return choices.every((word) => /^[\p{L}-]{2,}$/u.test(word)) ? [choices.join(' ')] : [];
  });
  return [...new Set(words)].slice(0, PHRASES);
}

async function ours(codebooks: readonly Codebook[], text: string): Promise<readonly number[]> {
  const scan = createScanner({ codebooks, areBuiltIn: true, minScore: undefined, format: 'jsonl', variables: [] });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = cpuTime();
    await scan({ name: 'text.txt', variables: {}, from: { text } });
    times.push(cpuTime() - before);
  }
  return times;
}

function theirs(paragraphs: readonly string[], phrases: readonly string[]): readonly PeerTime[] {
  const input = JSON.stringify({ paragraphs, phrases });
  const { stdout, stderr } = spawnSync(process.execPath, [PEERS], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (stdout === '') throw new Error(stderr);
  // Written by the program above.
  return JSON.parse(stdout) as readonly PeerTime[];
}

/** The first scan counts getting the codebooks ready, as a cold process does. */
export async function analysisFigures(
  codebooks: readonly Codebook[],
  { name, text }: AnalysisText,
): Promise<readonly Figure[]> {
  if (!existsSync(PEERS)) throw new Error(`${PEERS} is missing`);
  const bytes = Buffer.byteLength(text);
  const [first = Number.NaN, ...later] = await ours(codebooks, text);
  const our = speed(bytes, median(later));
  const paragraphs = readPolicyText(text, 'plain')
    .blocks.map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/g, ' '))
    .filter((paragraph) => paragraph.length > 20);
  const peers = theirs(paragraphs, plainPhrases(codebooks));
  return [
    {
      what: `${name}: text to scored rows, one core, CPU, median of ${later.length}`,
      value: `${our.toFixed(1)} MB/s`,
      target: '5 MB/s',
    },
    { what: `${name}: the first time in a process`, value: milliseconds(first), target: '' },
    ...peers.map((peer) => {
      const their = speed(peer.bytes, peer.milliseconds);
      return {
        what: peer.name,
        value: `${their.toFixed(2)} MB/s; ours ${(our / their).toFixed(1)} times as fast`,
        target: 'slower than ours',
      };
    }),
  ];
}
