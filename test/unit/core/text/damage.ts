/**
 * Damages clean prose the way PDF extraction does, and keeps the way back: for every unit of the clean text where it stands in
 * the damaged one. The same seed gives the same damage.
 */
import type { CleanText } from './policyProse.js';

export type WordBreak = 'hyphen' | 'soft' | 'bare';

export interface DamageOptions {
  readonly seed: number;
  /** Units of a line. */
  readonly width: number;
  /** How words at line ends are broken; none are where it is empty. */
  readonly breaks: readonly WordBreak[];
  readonly lineEnd: '\n' | '\r\n';
  /** A blank line after every line. */
  readonly isSpaced: boolean;
  /** Lines of a page; 0: the text has no pages. */
  readonly pageLines: number;
  /** What stands at the border of a page, besides its number. */
  readonly border: 'number' | 'header' | 'footer' | 'footnote';
  readonly hasFormFeeds: boolean;
  /** Numbers of notes, glued to words and full stops. */
  readonly hasNotes: boolean;
  readonly hasLigatures: boolean;
  readonly isDecomposed: boolean;
  readonly hasSpacedHeadings: boolean;
  readonly bullet: string;
}

/** A paragraph, item or heading of the clean text, with the way to its place in the damaged one. */
export interface CleanPassage {
  readonly kind: 'paragraph' | 'listItem' | 'heading';
  readonly text: string;
  /** For each unit of `text`, where what stands for it starts and ends in the damaged text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export interface Damaged {
  readonly text: string;
  readonly passages: readonly CleanPassage[];
  /** What was put in: offsets of running headers, numbers and footnotes. */
  readonly added: readonly { readonly start: number; readonly end: number }[];
}

/** Mulberry32, a small generator by Tommy Ettinger (public domain): numbers from 0 up to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Options by a seed, for measuring without a property test. */
export function optionsFrom(seed: number): DamageOptions {
  const random = randomFrom(seed);
  const oneOf = <T>(...values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0];
  return {
    seed,
    width: 45 + Math.floor(random() * 60),
    breaks: oneOf<readonly WordBreak[]>([], ['hyphen'], ['soft'], ['bare'], ['hyphen', 'bare', 'soft']),
    lineEnd: oneOf<'\n' | '\r\n'>('\n', '\n', '\r\n'),
    isSpaced: random() < 0.25,
    pageLines: oneOf(0, 9, 14, 23),
    border: oneOf<DamageOptions['border']>('number', 'header', 'footer', 'footnote'),
    hasFormFeeds: random() < 0.7,
    hasNotes: random() < 0.3,
    hasLigatures: random() < 0.3,
    isDecomposed: random() < 0.3,
    hasSpacedHeadings: random() < 0.3,
    bullet: oneOf('• ', '\uf0b7 ', '- ', 'o ', '▪\t', '– '),
  };
}

class Page {
  text = '';
  readonly added: { start: number; end: number }[] = [];
  readonly #options: DamageOptions;
  readonly #title: string;
  #line = 0;
  #page = 1;

  constructor(options: DamageOptions, title: string) {
    this.#options = options;
    this.#title = title;
  }

  /** Ends a line; `mayTurn`: a page may end after it. */
  endLine(mayTurn: boolean): void {
    const { lineEnd, isSpaced, pageLines } = this.#options;
    this.text += isSpaced ? lineEnd + lineEnd : lineEnd;
    this.#line++;
    if (mayTurn && pageLines > 0 && this.#line >= pageLines) this.#turn();
  }

  blankLine(): void {
    this.text += this.#options.lineEnd;
  }

  #turn(): void {
    const { border, hasFormFeeds, lineEnd } = this.#options;
    this.#line = 0;
    this.text += lineEnd;
    if (border === 'footnote') this.#add(`${this.#page + 4} Zie de bijlage bij het besluit, onder het kopje kosten.`);
    if (border === 'footer') this.#add(`${this.#title} | ${this.#page}`);
    else this.#add(String(this.#page));
    this.#page++;
    if (hasFormFeeds) this.text += '\f';
    if (border === 'header') this.#add(this.#title);
  }

  #add(line: string): void {
    const start = this.text.length;
    this.text += line;
    this.added.push({ start, end: this.text.length });
    this.text += this.#options.lineEnd + this.#options.lineEnd;
  }
}

const LIGATURES: readonly (readonly [string, string])[] = [
  ['ffi', 'ﬃ'],
  ['ff', 'ﬀ'],
  ['fi', 'ﬁ'],
  ['fl', 'ﬂ'],
];

/** Words that may lose a piece without a mark: they stand in the text whole, and their pieces do not. */
class Breakable {
  readonly #left = new Map<string, number>();
  readonly #words: ReadonlySet<string>;

  constructor(text: string) {
    const words = text.toLowerCase().match(/[\p{L}]+/gu) ?? [];
    this.#words = new Set(words);
    for (const word of words) this.#left.set(word, (this.#left.get(word) ?? -1) + 1);
    for (const [word, more] of this.#left) this.#left.set(word, Math.floor(more / 2));
  }

  take(first: string, second: string): boolean {
    const word = (first + second).toLowerCase();
    const left = this.#left.get(word) ?? 0;
    if (left < 1 || this.#words.has(first.toLowerCase()) || this.#words.has(second.toLowerCase())) return false;
    this.#left.set(word, left - 1);
    return true;
  }
}

/** The text as it comes out of a PDF. */
export function damage(clean: CleanText, options: DamageOptions): Damaged {
  const random = randomFrom(options.seed ^ 0x5bd1e995);
  const page = new Page(options, clean.title);
  const breakable = new Breakable(allSentences(clean).join(' '));
  const passages: CleanPassage[] = [];
  const write = (kind: CleanPassage['kind'], text: string) => {
    passages.push(writePassage({ kind, text, page, options, breakable, random }));
    page.blankLine();
  };
  for (const part of clean.parts) {
    write('heading', part.heading);
    for (const paragraph of part.paragraphs) write('paragraph', paragraph.join(' '));
    for (const item of part.items) write('listItem', item);
  }
  return { text: page.text, passages, added: page.added };
}

function allSentences(clean: CleanText): string[] {
  return clean.parts.flatMap(({ paragraphs, items }) => [...paragraphs.flat(), ...items]);
}

interface Writing {
  readonly kind: CleanPassage['kind'];
  readonly text: string;
  readonly page: Page;
  readonly options: DamageOptions;
  readonly breakable: Breakable;
  readonly random: () => number;
}

function writePassage(writing: Writing): CleanPassage {
  const { kind, text, page, options } = writing;
  if (kind === 'heading') return writeHeading(writing);
  const starts: number[] = [];
  const ends: number[] = [];
  let column = 0;
  if (kind === 'listItem') page.text += options.bullet;
  const tokens = text.split(' ');
  let at = 0;
  tokens.forEach((token, index) => {
    const cut = column + token.length > options.width ? cutOf(token, writing, options.width - column) : undefined;
    if (column > 0 && column + token.length > options.width && !cut) {
      endLine(writing, tokens[index - 1] ?? '', token);
      column = 0;
    } else if (column > 0) {
      page.text += ' ';
      column++;
    }
    if (index > 0) mark(starts, ends, page.text.length);
    emit(page, cut?.first ?? token, options, { starts, ends });
    if (cut) {
      page.text += { hyphen: '-', soft: '\u00ad', bare: '' }[cut.how];
      endLine(writing, cut.first, cut.second);
      emit(page, cut.second, options, { starts, ends });
      column = 0;
    }
    glueNote(writing, token, tokens[index + 1]);
    column += (cut?.second ?? token).length;
    at += token.length + 1;
  });
  page.endLine(false);
  return { kind, text, starts: starts.slice(0, at - 1), ends };
}

/** A space of the clean text: what it became is nobody's word, and its place is never asked for. */
function mark(starts: number[], ends: number[], place: number): void {
  starts.push(place);
  ends.push(place);
}

/** A page is turned where it can be told that the sentence goes on, or is over. */
function endLine({ page }: Writing, before: string, after: string): void {
  page.endLine(/^\p{Ll}/u.test(after) || (/[.!?]$/.test(before) && !/^(?:o\.a|art|sec)\.$/.test(before)));
}

interface Cut {
  readonly first: string;
  readonly second: string;
  readonly how: WordBreak;
}

/** Where a word is broken that does not fit: pieces of three letters at least, of words of letters only. */
function cutOf(token: string, { options, breakable, random }: Writing, room: number): Cut | undefined {
  const word = /^\p{L}{7,}/u.exec(token)?.[0];
  const how = options.breaks[Math.floor(random() * options.breaks.length)];
  if (!word || !how || room < 6) return undefined;
  const length = 3 + Math.floor(random() * (Math.min(word.length, room) - 5));
  const first = token.slice(0, length);
  const second = token.slice(length);
  if (length > word.length - 3) return undefined;
  return how !== 'bare' || breakable.take(first, word.slice(length)) ? { first, second, how } : undefined;
}

/** A note's number where it can be told from an amount: after a word, or after a full stop before a capital. */
function glueNote({ options, page, random }: Writing, token: string, next: string | undefined): void {
  if (!options.hasNotes || random() > 0.06) return;
  const endsSentence = /\p{Ll}{3}\.$/u.test(token) && next !== undefined && /^\p{Lu}/u.test(next);
  if (endsSentence || (/\p{Ll}{4}$/u.test(token) && next !== undefined))
    page.text += String(1 + Math.floor(random() * 40));
}

interface Places {
  readonly starts: number[];
  readonly ends: number[];
}

function emit(page: Page, token: string, options: DamageOptions, { starts, ends }: Places): void {
  for (let at = 0; at < token.length; ) {
    const ligature = options.hasLigatures ? LIGATURES.find(([letters]) => token.startsWith(letters, at)) : undefined;
    const letters = ligature?.[0] ?? token.charAt(at);
    const start = page.text.length;
    page.text += ligature?.[1] ?? (options.isDecomposed ? letters.normalize('NFD') : letters);
    for (let unit = 0; unit < letters.length; unit++) {
      starts.push(start);
      ends.push(page.text.length);
    }
    at += letters.length;
  }
}

function writeHeading({ kind, text, page, options }: Writing): CleanPassage {
  const starts: number[] = [];
  const ends: number[] = [];
  page.blankLine();
  for (const [index, letter] of [...text].entries()) {
    if (index > 0 && options.hasSpacedHeadings) page.text += ' ';
    starts.push(page.text.length);
    page.text += letter;
    ends.push(page.text.length);
  }
  page.endLine(false);
  page.blankLine();
  return { kind, text, starts, ends };
}
