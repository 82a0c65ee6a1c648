/**
 * Running headers and footers: lines that come back, their numbers aside, at the borders of pages or in the middle of
 * sentences. Headings come back too ('Acties gemeenten'), but no heading stands between two halves of a sentence.
 */
import { isFurniture, startsLower } from './lineKinds.js';
import { isBlank, isClosed, type Line, lineAt } from './lines.js';

/** Longer lines are prose. UTF-16 units. */
const MAX_RUNNING = 90;

/** Distinct short lines that are remembered. */
const MAX_SHAPES = 50_000;

/** Share of a line's places that must be at the border of a page. */
const AT_BORDER = 0.6;

/** Share of a line's places where it cuts a sentence in two; in a text without page marks that is the only sign. */
const CUTTING = 0.25;

/** Share of a line's places that have another line before them than the one before. */
const OTHERS_BEFORE = 0.6;

/** 'Artikel 4' comes back on every page of some laws, and is a heading there. */
const NUMBERED_HEADING = /^(?:artikel|article|hoofdstuk|chapter|bijlage|annex|paragraaf|section|deel|part|stap|step)\b/;

/** Places of lines that are judged in a step: a few milliseconds. */
const STEP = 5_000;

interface Places {
  count: number;
  atBorder: number;
  cutting: number;
  /** How often another line stands before it than the time before: a passage that comes back brings its lines along. */
  changes: number;
  before: string;
}

/** A line without its numbers and in lower case; empty for one that cannot run: too long, a sentence, or a part of one. */
export function lineShape(text: string, line: Line): string {
  if (line.end - line.from > MAX_RUNNING || SENTENCE_SIGNS.includes(text.charAt(line.end - 1))) return '';
  if (!opensShape(text, line.from)) return '';
  return text.slice(line.from, line.end).toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
}

const SENTENCE_SIGNS = '.!?:;,';

/** A capital, a digit or the mark of a heading. */
function opensShape(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 35;
  return /\p{Lu}/u.test(text.charAt(at));
}

/** Collects the lines of a text, a stretch at a time, and judges those that come back when it has them all. */
export class RunningLines {
  /** Those that are not blank. */
  readonly #lines: Line[] = [];
  /** The indexes of lines that start a new page. */
  readonly #pageOpeners = new Set<number>();
  /** By shape, the indexes of its lines. */
  readonly #indexes = new Map<string, number[]>();
  #opensPage = true;
  /** How many lines come before the first form feed; form feeds part the text's pages where there are any. */
  #pagesFrom = Number.POSITIVE_INFINITY;

  /** Reads the lines that start from `from` up to `to`; gives where the next one starts. */
  add(text: string, from: number, to: number): number {
    let at = from;
    while (at < to) {
      const line = lineAt(text, at);
      if (!isBlank(line)) this.#push(text, line);
      if (line.pageEnd) {
        this.#opensPage = true;
        this.#pagesFrom = Math.min(this.#pagesFrom, this.#lines.length);
      }
      at = line.next;
    }
    return at;
  }

  #push(text: string, line: Line): void {
    const index = this.#lines.push(line) - 1;
    if (this.#opensPage) this.#pageOpeners.add(index);
    this.#opensPage = false;
    const shape = lineShape(text, line);
    if (shape === '') return;
    const indexes = this.#indexes.get(shape);
    if (indexes) indexes.push(index);
    else if (this.#indexes.size < MAX_SHAPES) this.#indexes.set(shape, [index]);
  }

  /** The shapes of the lines that run, once all lines of `text` have been read. */
  *shapesInSteps(text: string): Generator<undefined, ReadonlySet<string>> {
    const running = new Set<string>();
    let judged = 0;
    for (const [shape, indexes] of this.#indexes) {
      if (indexes.length < 2) continue;
      const places: Places = { count: 0, atBorder: 0, cutting: 0, changes: 0, before: '' };
      for (const index of indexes) {
        this.#judge(text, index, places);
        if (++judged % STEP === 0) yield undefined;
      }
      if (isRunning(shape, places)) running.add(shape);
    }
    return running;
  }

  #judge(text: string, index: number, places: Places): void {
    if (this.#isFurniture(text, index)) return;
    const before = this.#words(text, index - 1);
    if (before !== places.before) places.changes++;
    places.before = before;
    places.count++;
    if (this.#isAtBorder(text, index)) places.atBorder++;
    if (this.#cutsSentence(text, index)) places.cutting++;
  }

  /** The start of a line as it stands; nothing where there is no such line. */
  #words(text: string, index: number): string {
    const line = this.#lines[index];
    return line ? text.slice(line.from, Math.min(line.end, line.from + MAX_RUNNING)) : '';
  }

  /** A page number, a rule. */
  #isFurniture(text: string, index: number): boolean {
    const line = this.#lines[index];
    return line !== undefined && line.end - line.from <= MAX_RUNNING && isFurniture(this.#words(text, index));
  }

  /** A page starts or ends with it, its number aside; before the first form feed, a page number stands beside it. */
  #isAtBorder(text: string, index: number): boolean {
    const opensPage = (at: number) => this.#pageOpeners.has(at);
    if (index + 2 < this.#pagesFrom) return this.#isFurniture(text, index - 1) || this.#isFurniture(text, index + 1);
    if (opensPage(index) || opensPage(index + 1)) return true;
    if (opensPage(index - 1) && this.#isFurniture(text, index - 1)) return true;
    return opensPage(index + 2) && this.#isFurniture(text, index + 1);
  }

  #cutsSentence(text: string, index: number): boolean {
    const before = this.#isFurniture(text, index - 1) ? index - 2 : index - 1;
    const after = this.#isFurniture(text, index + 1) ? index + 2 : index + 1;
    const line = this.#lines[before];
    if (!line || isClosed(text, line.from, line.end) || this.#isFurniture(text, before)) return false;
    return startsLower(this.#words(text, after));
  }
}

function isRunning(shape: string, { count, atBorder, cutting, changes }: Places): boolean {
  if (count < 2 || changes < Math.max(2, count * OTHERS_BEFORE) || !/\p{L}/u.test(shape)) return false;
  if (cutting >= Math.max(2, count * CUTTING)) return true;
  if (atBorder < count * AT_BORDER || NUMBERED_HEADING.test(shape)) return false;
  return count > 2 || cutting > 0;
}
