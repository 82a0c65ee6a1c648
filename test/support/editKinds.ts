/** What happens to texts, each as edits of one text. `words` says how many words to touch, about. */
import type { Span } from '../../src/core/text/span.js';
import { blocksOf, chance, pickOf, sentencesOf, wordsOf } from './textParts.js';
import type { TracedEdit } from './tracedText.js';

export type EditKind =
  | 'replace words'
  | 'noise'
  | 'type words'
  | 'type sentences'
  | 'type paragraphs'
  | 'delete words'
  | 'delete sentences'
  | 'delete paragraphs'
  | 'move sections'
  | 'replace terms'
  | 'wrap paragraphs'
  | 'wrap all lines'
  | 'split paragraphs'
  | 'join paragraphs'
  | 'change line ends'
  | 'join broken words'
  | 'normalise';

export interface Making {
  readonly text: string;
  readonly random: () => number;
  readonly words: number;
  readonly donor: string;
}

type Editor = (making: Making) => readonly TracedEdit[];

/** Half of the edits are spread over the whole text, the others gather in a few places that are worked on. */
function places({ text, random, words }: Making, perEdit: number): readonly number[] {
  const count = Math.max(1, Math.round(words / perEdit));
  const centres = Array.from({ length: 1 + Math.floor(count / 8) }, () => random() * text.length);
  return Array.from({ length: count }, () => {
    if (chance(random, 0.5)) return Math.floor(random() * text.length);
    const near = (pickOf(centres, random) ?? 0) + (random() + random() - 1) * 1500;
    return Math.floor(Math.min(text.length - 1, Math.max(0, near)));
  });
}

/** The index of the last span that begins at or before an offset. */
function indexAt(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function chosen(making: Making, spans: readonly Span[], perEdit: number): readonly Span[] {
  const indexes = new Set(places(making, perEdit).map((offset) => indexAt(spans, offset)));
  return [...indexes].flatMap((index) => spans[index] ?? []);
}

const replaceWords: Editor = (making) => {
  const words = wordsOf(making.text);
  const typed = wordsOf(making.donor);
  return chosen(making, words, 1.5).map((word) => {
    const count = chance(making.random, 0.3) ? 2 : 1;
    const last = words[indexAt(words, word.start) + count - 1] ?? word;
    return {
      start: word.start,
      end: last.end,
      text: donated(making, typed, 1 + Math.floor(making.random() * 2)),
      mark: 'other',
    };
  });
};

function donated({ donor, random }: Making, words: readonly Span[], count: number): string {
  const from = Math.floor(random() * Math.max(1, words.length - count));
  return donor.slice(words[from]?.start ?? 0, words[from + count - 1]?.end ?? 0).replaceAll(/\s+/g, ' ');
}

/** Pairs that scanners take for each other. */
const CONFUSED = [
  'rn',
  'm',
  'l',
  '1',
  'O',
  '0',
  'e',
  'c',
  'h',
  'b',
  'ii',
  'u',
  'i',
  'j',
  't',
  'f',
  'vv',
  'w',
  'a',
  'o',
  'n',
  'r',
];

const noise: Editor = (making) => {
  const { text, random } = making;
  return chosen(making, wordsOf(text), 1).map((word) => {
    const at = word.start + Math.floor(random() * (word.end - word.start));
    const kind = random();
    const letter = text.charAt(at);
    const known = CONFUSED.indexOf(letter);
    if (kind < 0.6) {
      const other = known >= 0 ? CONFUSED[known ^ 1] : pickOf(CONFUSED, random);
      return { start: at, end: at + 1, text: other ?? 'x', mark: 'same' };
    }
    if (kind < 0.8)
      return { start: at, end: at + 1, text: `${letter}${pickOf(['.', ' ', "'", 'i'], random)}`, mark: 'same' };
    return { start: at, end: at + 1, text: word.end - word.start > 2 ? '' : letter, mark: 'same' };
  });
};

const typeWords: Editor = (making) => {
  const typed = wordsOf(making.donor);
  return chosen(making, wordsOf(making.text), 5).map(({ end }) => {
    const text = ` ${donated(making, typed, 2 + Math.floor(making.random() * 7))}`;
    return { start: end, end, text, mark: 'other' };
  });
};

/** Nine of ten are new; the tenth says again what the text says elsewhere, as writers do. */
function newSentence({ text, donor, random }: Making): string {
  const source = chance(random, 0.9) ? donor : text;
  const blocks = blocksOf(source.slice(0, 200_000)).filter(({ start, end }) => end - start > 80);
  const block = pickOf(blocks, random);
  const sentence = block && pickOf(sentencesOf(source, block), random);
  return sentence ? source.slice(sentence.start, sentence.end).replaceAll(/\s+/g, ' ') : 'Dit is nieuw.';
}

const typeSentences: Editor = (making) => {
  const blocks = blocksOf(making.text);
  return chosen(making, blocks, 18).flatMap((block) => {
    const after = pickOf(sentencesOf(making.text, block), making.random);
    return after ? [{ start: after.end, end: after.end, text: ` ${newSentence(making)}`, mark: 'other' as const }] : [];
  });
};

const typeParagraphs: Editor = (making) =>
  chosen(making, blocksOf(making.text), 60).map(({ end }) => {
    const sentences = Array.from({ length: 3 }, () => newSentence(making));
    return { start: end, end, text: `\n\n${sentences.join(' ')}`, mark: 'other' };
  });

const deleteWords: Editor = (making) => {
  const words = wordsOf(making.text);
  return chosen(making, words, 3).map((word) => {
    const last = words[indexAt(words, word.start) + Math.floor(making.random() * 5)] ?? word;
    return { start: word.start, end: last.end, text: '', mark: 'other' };
  });
};

const deleteSentences: Editor = (making) =>
  chosen(making, blocksOf(making.text), 18).flatMap((block) => {
    const sentence = pickOf(sentencesOf(making.text, block), making.random);
    return sentence ? [{ ...sentence, text: '', mark: 'other' as const }] : [];
  });

const deleteParagraphs: Editor = (making) =>
  chosen(making, blocksOf(making.text), 60).map((block) => ({ ...block, text: '', mark: 'other' }));

/** Cut and put elsewhere as a whole: a run of blocks of at least 120 words, or the budget if that is more. */
const moveSections: Editor = ({ text, random, words }) => {
  const blocks = blocksOf(text);
  const first = Math.floor(random() * Math.max(1, blocks.length - 2));
  const wanted = Math.max(120, words) * 6;
  let last = first;
  while (last + 1 < blocks.length && (blocks[last]?.end ?? 0) - (blocks[first]?.start ?? 0) < wanted) last++;
  const from = { start: blocks[first]?.start ?? 0, end: blocks[last]?.end ?? 0 };
  const goals = blocks.filter(({ start }) => start < from.start || start > from.end);
  const to = pickOf(goals, random)?.start;
  if (to === undefined) return [];
  // With the white space before it, so that it stays a block of its own; the text's first block has none.
  while (from.start > 0 && /\s/.test(text.charAt(from.start - 1))) from.start--;
  const goal = blocks[indexAt(blocks, to)]?.end ?? to;
  if (goal >= from.start && goal <= from.end) return [];
  return [
    { ...from, text: '', mark: 'other' },
    { start: goal, end: goal, text: text.slice(from.start, from.end), mark: 'same', from },
  ];
};

/** A word of some length that occurs several times, at every place. */
const replaceTerms: Editor = ({ text, random, words, donor }) => {
  const counts = new Map<string, Span[]>();
  for (const span of wordsOf(text)) {
    const word = text.slice(span.start, span.end);
    if (word.length < 6) continue;
    const spans = counts.get(word);
    if (spans) spans.push(span);
    else counts.set(word, [span]);
  }
  const most = Math.max(8, words * 1.5);
  const terms = [...counts.values()].filter((spans) => spans.length > 2 && spans.length <= most);
  const longWords = wordsOf(donor.slice(0, 50_000)).filter(({ start, end }) => end - start > 6);
  const edits: TracedEdit[] = [];
  while (edits.length < Math.max(3, words) && terms.length > 0) {
    const [spans] = terms.splice(Math.floor(random() * terms.length), 1);
    const other = pickOf(longWords, random);
    const term = other ? donor.slice(other.start, other.end) : 'samenwerkingsverband';
    for (const span of spans ?? []) edits.push({ ...span, text: term, mark: 'other' });
  }
  return edits;
};

/** Lines of a block broken at another width; a list or table is left as it is. */
function wrapped(text: string, block: Span, width: number): readonly TracedEdit[] {
  const edits: TracedEdit[] = [];
  let column = 0;
  for (const { index, 0: run } of text.slice(block.start, block.end).matchAll(/\s+/g)) {
    const start = block.start + index;
    const next = text.slice(start + run.length, block.end).search(/\s|$/);
    const isFull = index - column + next > width;
    if (isFull) column = index + run.length;
    const typed = isFull ? '\n' : ' ';
    if (typed !== run) edits.push({ start, end: start + run.length, text: typed, mark: 'same' });
  }
  return edits;
}

const wrapParagraphs: Editor = (making) => {
  const width = 50 + Math.floor(making.random() * 70);
  const counted = { ...making, words: making.words * 3 };
  return chosen(counted, blocksOf(making.text), 1).flatMap((block) => wrapped(making.text, block, width));
};

const wrapAll: Editor = ({ text, random }) => {
  const width = chance(random, 0.5) ? 1e9 : 50 + Math.floor(random() * 70);
  return blocksOf(text).flatMap((block) => wrapped(text, block, width));
};

const splitParagraphs: Editor = (making) =>
  chosen(making, blocksOf(making.text), 1).flatMap((block) => {
    const sentences = sentencesOf(making.text, block);
    const after = sentences[Math.floor(making.random() * (sentences.length - 1))];
    if (!after || sentences.length < 2) return [];
    const space = /^\s*/.exec(making.text.slice(after.end))?.[0] ?? '';
    return [{ start: after.end, end: after.end + space.length, text: '\n\n', mark: 'same' as const }];
  });

const joinParagraphs: Editor = (making) =>
  chosen(making, blocksOf(making.text), 1).flatMap(({ end }) => {
    const space = /^\s+(?=\S)/.exec(making.text.slice(end))?.[0];
    return space ? [{ start: end, end: end + space.length, text: ' ', mark: 'same' as const }] : [];
  });

const changeLineEnds: Editor = ({ text }) => {
  const isWindows = text.includes('\r\n');
  return Array.from(text.matchAll(/\r?\n/g), ({ index, 0: match }) => ({
    ...{ start: index, end: index + match.length, mark: 'same' as const },
    text: isWindows ? '\n' : '\r\n',
  }));
};

const joinBrokenWords: Editor = ({ text }) =>
  Array.from(text.matchAll(/(?<=\p{Ll})[-\u00ad]\r?\n[ \t]*(?=\p{Ll})/gu), ({ index, 0: match }) => ({
    ...{ start: index, end: index + match.length, mark: 'same' as const },
    text: '',
  }));

const normalise: Editor = ({ text }) =>
  Array.from(text.matchAll(/[\u00c0-\u017f]/g), ({ index, 0: match }) => ({
    ...{ start: index, end: index + 1, mark: 'same' as const },
    text: match.normalize('NFD'),
  }));

export const EDITORS: Readonly<Record<EditKind, Editor>> = {
  'replace words': replaceWords,
  noise,
  'type words': typeWords,
  'type sentences': typeSentences,
  'type paragraphs': typeParagraphs,
  'delete words': deleteWords,
  'delete sentences': deleteSentences,
  'delete paragraphs': deleteParagraphs,
  'move sections': moveSections,
  'replace terms': replaceTerms,
  'wrap paragraphs': wrapParagraphs,
  'wrap all lines': wrapAll,
  'split paragraphs': splitParagraphs,
  'join paragraphs': joinParagraphs,
  'change line ends': changeLineEnds,
  'join broken words': joinBrokenWords,
  normalise,
};
