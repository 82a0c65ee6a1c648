/**
 * Random edit scripts with known truth: what writers, programs and scanners do to a text between two readings. The same seed
 * gives the same script. Every script moves at least one whole section and replaces at least one term throughout.
 */
import { trimSpan } from '../../src/core/annotation/target.js';
import type { Span, TextEdit } from '../../src/core/text/span.js';
import { EDITORS, type EditKind, type Making } from './editKinds.js';
import { blocksOf, chance, pickOf, randomOf, wordsOf } from './textParts.js';
import { type TracedEdit, TracedText, type TruePlace } from './tracedText.js';

export interface EditBatch {
  readonly kind: EditKind;
  /** All count in the text before the batch, and do not overlap: what an editor reports as one change. */
  readonly edits: readonly TextEdit[];
}

export interface EditScript {
  /** In the order in which they were made. */
  readonly batches: readonly EditBatch[];
  /** After all of them. */
  readonly text: string;
  /** Where a passage of the first text is now. */
  placeOf(span: Span): TruePlace;
}

export interface ScriptWish {
  readonly text: string;
  readonly seed: number;
  /** Share, 0..1, of the words that edits touch; breaking lines otherwise and changing line ends come on top. */
  readonly rate: number;
  /** Where typed sentences come from: another text, so that they are none of this one's. */
  readonly donor: string;
  /** Kinds left out, as by a test that cannot follow them. */
  readonly without?: readonly EditKind[];
}

/** How the words that are touched spread over the kinds. */
const SHARES: Readonly<Partial<Record<EditKind, number>>> = {
  'replace words': 0.2,
  noise: 0.15,
  'type words': 0.08,
  'type sentences': 0.08,
  'type paragraphs': 0.08,
  'delete words': 0.08,
  'delete sentences': 0.09,
  'delete paragraphs': 0.06,
  'move sections': 0.1,
  'replace terms': 0.08,
};

/** How often a text as a whole goes through each of these between two readings. */
const WHOLE: Readonly<Partial<Record<EditKind, number>>> = {
  'wrap all lines': 0.25,
  'change line ends': 0.25,
  'join broken words': 0.15,
  normalise: 0.1,
};

/** Edits in one batch, at most: as one save after some work. */
const BATCH = 40;

export function makeEditScript({ text, seed, rate, donor, without = [] }: ScriptWish): EditScript {
  const random = randomOf(seed);
  const traced = new TracedText(text);
  const budget = wordsOf(text).length * rate;
  const batches: EditBatch[] = [];
  for (const { kind, words } of plan(random, budget, blocksOf(text).length * rate)) {
    if (without.includes(kind)) continue;
    const making: Making = { text: traced.text, random, words, donor };
    const edits = withoutOverlaps(EDITORS[kind](making));
    if (edits.length === 0) continue;
    traced.apply(edits);
    batches.push({ kind, edits: edits.map(({ start, end, text: typed }) => ({ start, end, text: typed })) });
  }
  return { batches, text: traced.text, placeOf: (span) => traced.placeOf(span) };
}

interface Step {
  readonly kind: EditKind;
  /** To be touched; for wrapping, splitting and joining, blocks. */
  readonly words: number;
}

function plan(random: () => number, budget: number, blocks: number): readonly Step[] {
  const steps: Step[] = [];
  for (const [kind, share] of entries(SHARES)) {
    const words = share * budget;
    const isLarge = kind === 'move sections' || kind === 'replace terms';
    const count = isLarge ? 1 + Math.floor(words / 1500) : Math.max(1, Math.ceil(words / BATCH / 4));
    for (let step = 0; step < count; step++) steps.push({ kind, words: words / count });
  }
  for (const kind of ['wrap paragraphs', 'split paragraphs', 'join paragraphs'] as const) {
    steps.push({ kind, words: blocks });
  }
  for (const [kind, share] of entries(WHOLE)) if (chance(random, share)) steps.push({ kind, words: budget });
  return shuffled(steps, random);
}

function entries(record: Readonly<Partial<Record<EditKind, number>>>): readonly (readonly [EditKind, number])[] {
  // The keys of a record of edit kinds are edit kinds.
  return Object.entries(record) as unknown as readonly (readonly [EditKind, number])[];
}

export function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  const rest = [...items];
  const order: Item[] = [];
  while (rest.length > 0) {
    const at = Math.floor(random() * rest.length);
    order.push(...rest.splice(at, 1));
  }
  return order;
}

/** Edits of one batch may have chosen the same place: the first one stands. What is cut and put elsewhere goes together. */
function withoutOverlaps(edits: readonly TracedEdit[]): readonly TracedEdit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let end = -1;
  return sorted.filter((edit) => {
    if (edit.start < end || (edit.start === end && edit.end === edit.start)) return false;
    end = Math.max(edit.end, edit.start);
    return true;
  });
}

/** What tables and blank pages make of "sentences" is no quotation: UTF-16 units at most, words (no numbers) at least. */
const LONGEST = 3000;
const FEWEST_WORDS = 2;

/** Passages as coders mark them: a few words, a clause, a sentence, several sentences. In document order. */
export function makePassages(text: string, count: number, seed: number): readonly Span[] {
  const random = randomOf(seed);
  const words = wordsOf(text);
  const sentences = [...text.matchAll(/[^\s][\s\S]*?(?:[.!?](?=\s+\p{Lu})|\n[ \t]*\r?\n|$)/gu)].map(
    ({ index, 0: match }) => ({
      start: index,
      end: index + match.trimEnd().length,
    }),
  );
  const passages = Array.from({ length: count }, () => {
    const kind = random();
    if (kind < 0.5) {
      const length = kind < 0.25 ? 2 + Math.floor(random() * 4) : 6 + Math.floor(random() * 7);
      const from = Math.floor(random() * Math.max(1, words.length - length));
      return { start: words[from]?.start ?? 0, end: words[from + length - 1]?.end ?? text.length };
    }
    const length = kind < 0.8 ? 1 : 2 + Math.floor(random() * 3);
    const from = pickIndex(sentences.length - length, random);
    return { start: sentences[from]?.start ?? 0, end: sentences[from + length - 1]?.end ?? text.length };
  });
  return passages
    .flatMap((span) => trimSpan(text, span) ?? [])
    .filter(({ start, end }) => end - start < LONGEST && tellingWords(text.slice(start, end)) >= FEWEST_WORDS)
    .sort((first, second) => first.start - second.start);
}

function tellingWords(quote: string): number {
  return quote.match(/\p{L}{2,}/gu)?.length ?? 0;
}

function pickIndex(count: number, random: () => number): number {
  return Math.floor(random() * Math.max(1, count));
}

/** A text in which most passages occur twice: 3 of 5 of its paragraphs are quoted again in an annex, in runs of up to six. */
export function repeatingText(text: string, donor: string, seed: number): string {
  const random = randomOf(seed);
  const blocks = blocksOf(text).map(({ start, end }) => text.slice(start, end));
  const runs: string[] = [];
  for (let at = 0; at < blocks.length; ) {
    const length = 1 + Math.floor(random() * 6);
    if (chance(random, 0.6)) runs.push(blocks.slice(at, at + length).join('\n\n'));
    at += length;
  }
  const others = blocksOf(donor).filter(({ start, end }) => end - start > 60);
  const annex = shuffled(runs, random).flatMap((run) => {
    const other = pickOf(others, random);
    return chance(random, 0.5) && other ? [donor.slice(other.start, other.end), run] : [run];
  });
  return `${[...blocks, ...annex].join('\n\n')}\n`;
}
