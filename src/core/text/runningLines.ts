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

interface Places {
  count: number;
  atBorder: number;
  cutting: number;
  /** How often another line stands before it than the time before: a passage that comes back brings its lines along. */
  changes: number;
  before: string;
}

interface Seen {
  readonly shape: string;
  /** The line as it stands, its start. */
  readonly words: string;
  /** A page number, a rule. */
  readonly isFurniture: boolean;
  /** Whether a new page starts with this line. */
  readonly opensPage: boolean;
  readonly isOpen: boolean;
  readonly startsLower: boolean;
}

/** A line without its numbers and in lower case; empty for one that cannot run: too long, a sentence, or a part of one. */
export function lineShape(text: string, line: Line): string {
  if (line.end - line.from > MAX_RUNNING || /[.!?:;,]/.test(text.charAt(line.end - 1))) return '';
  if (!/[\p{Lu}\d#]/u.test(text.charAt(line.from))) return '';
  return text.slice(line.from, line.end).toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
}

/** Collects the lines of a text, a stretch at a time. */
export class RunningLines {
  readonly #places = new Map<string, Places>();
  /** The last five lines that are not blank: the one in the middle is judged. */
  readonly #window: Seen[] = [];
  #opensPage = true;
  /** Whether form feeds part the text's pages. */
  #hasPages = false;

  /** Reads the lines that start from `from` up to `to`; gives where the next one starts. */
  add(text: string, from: number, to: number): number {
    let at = from;
    while (at < to) {
      const line = lineAt(text, at);
      if (!isBlank(line)) {
        this.#push(seenLine(text, line, this.#opensPage));
        this.#opensPage = false;
      }
      if (line.pageEnd) {
        this.#opensPage = true;
        this.#hasPages = true;
      }
      at = line.next;
    }
    return at;
  }

  #push(line: Seen): void {
    this.#window.push(line);
    if (this.#window.length > 5) this.#window.shift();
    this.#judge(this.#window.length - 3);
  }

  #judge(index: number): void {
    const line = this.#window[index];
    if (!line || line.isFurniture || line.shape === '') return;
    let places = this.#places.get(line.shape);
    if (!places) {
      if (this.#places.size >= MAX_SHAPES) return;
      places = { count: 0, atBorder: 0, cutting: 0, changes: 0, before: '' };
      this.#places.set(line.shape, places);
    }
    const before = this.#window[index - 1]?.words ?? '';
    if (before !== places.before) places.changes++;
    places.before = before;
    places.count++;
    if (isAtBorder(this.#window, index, this.#hasPages)) places.atBorder++;
    if (cutsSentence(this.#window, index)) places.cutting++;
  }

  /** The shapes of the lines that run, once all lines have been read. */
  shapes(): ReadonlySet<string> {
    this.#judge(this.#window.length - 2);
    this.#judge(this.#window.length - 1);
    const running = [...this.#places].filter(([shape, places]) => isRunning(shape, places));
    return new Set(running.map(([shape]) => shape));
  }
}

function seenLine(text: string, line: Line, opensPage: boolean): Seen {
  const isShort = line.end - line.from <= MAX_RUNNING;
  const words = text.slice(line.from, Math.min(line.end, line.from + MAX_RUNNING));
  return {
    shape: isShort ? lineShape(text, line) : '',
    words,
    isFurniture: isShort && isFurniture(words),
    opensPage,
    isOpen: !isClosed(text, line.from, line.end),
    startsLower: startsLower(words),
  };
}

/** A page starts or ends with it, its number aside; in a text without form feeds, a page number stands beside it. */
function isAtBorder(window: readonly Seen[], index: number, hasPages: boolean): boolean {
  const [before, line, after, second] = [window[index - 1], window[index], window[index + 1], window[index + 2]];
  if (!hasPages) return before?.isFurniture === true || after?.isFurniture === true;
  if (line?.opensPage || after?.opensPage) return true;
  return (before?.opensPage && before.isFurniture) || (second?.opensPage && after?.isFurniture) || false;
}

function cutsSentence(window: readonly Seen[], index: number): boolean {
  const before = window[index - 1]?.isFurniture ? window[index - 2] : window[index - 1];
  const after = window[index + 1]?.isFurniture ? window[index + 2] : window[index + 1];
  return before?.isOpen === true && !before.isFurniture && after?.startsLower === true;
}

function isRunning(shape: string, { count, atBorder, cutting, changes }: Places): boolean {
  if (count < 2 || changes < Math.max(2, count * OTHERS_BEFORE) || !/\p{L}/u.test(shape)) return false;
  if (cutting >= Math.max(2, count * CUTTING)) return true;
  if (atBorder < count * AT_BORDER || NUMBERED_HEADING.test(shape)) return false;
  return count > 2 || cutting > 0;
}
