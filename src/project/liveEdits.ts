/**
 * Takes places through the edits of an open text, exactly: what is typed pushes them along, what is deleted takes them with it,
 * and what comes back (undone, or pasted elsewhere) brings them back. Only a stretch that was replaced by another text as a
 * whole (a reload, a formatter, a new version pasted over the old) does not say what became of the words in it: those are
 * to be looked for.
 */
import {
  EditTrail,
  hullOf,
  type PastEdit,
  type Return,
  shiftBack,
  type TextChange,
} from '../core/annotation/editTrail.js';
import { prepareShift, type Shift, trimEdits } from '../core/annotation/shift.js';
import { overlaps, type Span, type TextEdit } from '../core/text/span.js';
import { type LivePlace, type Where, whereOf } from './livePlace.js';
import { ComingBack, lostIn } from './lostWords.js';
import { Search, type Sought } from './sought.js';

/** UTF-16 units on both sides from which a replacement is no longer a term, or words typed over others. */
const REWRITTEN = 200;

/** The same for what goes over several lines. */
const REWRITTEN_LINES = 40;

export interface EditedPlaces {
  /** Whether the words of any place were edited, or any was lost or found; the others were at most pushed along. */
  readonly isTouched: boolean;
  /** Words that are to be looked for in the new text. */
  readonly sought: readonly Sought[];
}

/** Where a span of the text before is in the text after; undefined where it must be looked for again. */
export type Follow = (span: Span) => Span | undefined;

interface Following {
  readonly growsAtEdges: boolean;
  /** Is told how spans in the text before are to be followed. */
  follow(by: Follow): void;
}

export class LiveEdits {
  readonly #trail = new EditTrail<LivePlace, Where>();

  clear(): void {
    this.#trail.clear();
  }

  apply(reported: TextChange, places: Iterable<LivePlace>, { growsAtEdges, follow }: Following): EditedPlaces {
    const edits = trimEdits(reported.text, reported.edits).filter(({ start, end, text }) => start < end || text !== '');
    if (edits.length === 0) return { isTouched: false, sought: [] };
    const change = { ...reported, edits };
    const returned = this.#trail.back(change);
    const rewritten = returned ? undefined : rewrittenIn(change);
    const forth = prepareShift(edits, growsAtEdges);
    const back = shiftBack(change, growsAtEdges);
    follow((span) => (rewritten && overlaps(span, rewritten) ? undefined : forth.shift(span)));
    const edit = new Edit(change, { returned, rewritten, forth, back });
    for (const place of places) edit.move(place);
    this.#trail.add(change, back, edit.taken);
    return { isTouched: edit.isTouched, sought: edit.search.sought() };
  }
}

interface Ways {
  readonly returned: Return<LivePlace, Where> | undefined;
  readonly rewritten: Span | undefined;
  readonly forth: Shift;
  readonly back: Shift;
}

/** One change of a text, as the places are taken through it. */
class Edit {
  readonly #change: TextChange;
  readonly #ways: Ways;
  /** What lies outside is pushed along at most. */
  readonly #within: Span;
  readonly #delta: number;
  readonly #comingBack: ComingBack;
  readonly search: Search;
  readonly taken = new Map<LivePlace, Where>();
  isTouched = false;

  constructor(change: TextChange, ways: Ways) {
    this.#change = change;
    this.#ways = ways;
    this.#within = ways.returned?.within ?? hullOf(change.edits);
    this.#delta = change.newText.length - change.text.length;
    this.#comingBack = new ComingBack(change);
    this.search = new Search(change);
  }

  move(place: LivePlace): void {
    const { span } = place;
    if (place.candidates) this.#moveCandidates(place);
    if (span && span.end < this.#within.start) return;
    if (span && span.start > this.#within.end) {
      if (this.#delta !== 0) place.span = { start: span.start + this.#delta, end: span.end + this.#delta };
      return;
    }
    const before = whereOf(place);
    if (this.#ways.returned) this.#moveBack(place, this.#ways.returned.undone);
    else if (span) this.#moveOn(place, span);
    else this.#comeBack(place);
    if (!isTakenBack(place, before, this.#ways.back)) this.taken.set(place, before);
  }

  #moveOn(place: LivePlace, span: Span): void {
    const { forth, rewritten } = this.#ways;
    if (rewritten && overlaps(span, rewritten)) {
      this.#seek(place, span);
      return;
    }
    if (forth.touches(span)) this.isTouched = true;
    place.span = forth.shift(span);
    if (!place.span) this.#lose(place, span);
  }

  #seek(place: LivePlace, span: Span): void {
    this.isTouched = true;
    place.span = undefined;
    this.search.add(place, span);
  }

  #lose(place: LivePlace, span: Span): void {
    this.isTouched = true;
    place.lost = lostIn(this.#change, place, span);
    Object.assign(place, { span: undefined, state: 'orphan' });
    this.#comeBack(place);
  }

  /** Where the change has brought the words of a lost place: undone in part, or pasted elsewhere. */
  #comeBack(place: LivePlace): void {
    const { lost } = place;
    if (!lost || place.isSought) return;
    const span = this.#comingBack.placeOf(lost);
    if (span) {
      this.isTouched = true;
      Object.assign(place, { span, state: lost.state, lost: undefined });
      return;
    }
    const insertion = this.#comingBack.mayHold(lost, REWRITTEN);
    if (insertion) this.search.addLost(place, lost, insertion);
  }

  /** To where it was in a text that is back. */
  #moveBack(place: LivePlace, undone: readonly PastEdit<LivePlace, Where>[]): void {
    const { span: spanNow } = place;
    let where: Where = whereOf(place);
    for (const { back, taken } of undone) {
      where = taken.get(place) ?? (where.span ? { ...where, span: back.shift(where.span) } : where);
    }
    if (where.span) {
      if (!this.#hasSameWords(spanNow, where.span)) this.isTouched = true;
      Object.assign(place, { ...where, isSought: false });
      return;
    }
    if (!spanNow) return;
    if (where.lost || where.state === 'orphan' || where.state === 'ambiguous') {
      this.isTouched = true;
      Object.assign(place, where);
    } else if (undone.some(({ taken }) => taken.has(place))) this.#seek(place, spanNow);
    else this.#lose(place, spanNow);
  }

  #hasSameWords(before: Span | undefined, after: Span): boolean {
    const { text, newText } = this.#change;
    if (!before || before.end - before.start !== after.end - after.start) return false;
    return text.slice(before.start, before.end) === newText.slice(after.start, after.end);
  }

  #moveCandidates(place: LivePlace): void {
    place.candidates = place.candidates?.flatMap(({ span, score }) => {
      const moved = this.#ways.forth.shift(span);
      return moved ? [{ span: moved, score }] : [];
    });
  }
}

function isTakenBack({ span, lost }: LivePlace, before: Where, back: Shift): boolean {
  if (!span || !before.span) return span === before.span && lost === before.lost;
  const there = back.shift(span);
  return there?.start === before.span.start && there.end === before.span.end;
}

/** The stretch that was replaced by another text as a whole; undefined where edits say themselves what became of what. */
function rewrittenIn({ text, edits }: TextChange): Span | undefined {
  const rewritten = edits.filter((edit) => isRewritten(text, edit));
  return rewritten.length > 0 ? hullOf(rewritten) : undefined;
}

function isRewritten(text: string, { start, end, text: words }: TextEdit): boolean {
  const length = Math.min(end - start, words.length);
  if (length < REWRITTEN_LINES || length >= REWRITTEN) return length >= REWRITTEN;
  return hasLines(words) && hasLines(text.slice(start, end));
}

/** Words on more than one line. */
function hasLines(words: string): boolean {
  return /[\r\n]/.test(words.trim());
}
