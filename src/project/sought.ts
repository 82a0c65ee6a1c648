/** Words that an edit leaves to be looked for: what placing is asked, and what becomes of the places when it has answered. */
import type { Target } from '../core/annotation/annotation.js';
import type { TextChange } from '../core/annotation/editTrail.js';
import type { Place } from '../core/annotation/placing/place.js';
import { placeTargets } from '../core/annotation/placing/placeTargets.js';
import { squeeze } from '../core/annotation/squeeze.js';
import { targetOf } from '../core/annotation/target.js';
import type { Span } from '../core/text/span.js';
import type { LivePlace, Lost } from './livePlace.js';
import type { Insertion } from './lostWords.js';

/** UTF-16 units around a rewritten stretch in which placing may look for context. */
const AROUND = 500;

/** Places that are looked for together, in a stretch of a text. */
export interface Sought {
  readonly places: readonly LivePlace[];
  /** One for each place, with offsets in `before`. */
  readonly targets: readonly Target[];
  readonly before: string;
  /** The stretch in the text after the edit. */
  readonly within: Span;
  /** Whether they were deleted before: what is not found stays lost as it is. */
  readonly areLost: boolean;
}

/** Gathers what one change leaves to be looked for. */
export class Search {
  readonly #change: TextChange;
  readonly #rewritten = new Map<LivePlace, Span>();
  readonly #lost = new Map<
    string,
    { readonly insertion: Insertion; readonly places: LivePlace[]; targets: Target[] }
  >();

  constructor(change: TextChange) {
    this.#change = change;
  }

  /** A place in a stretch that was replaced as a whole; `span`: where it was before. */
  add(place: LivePlace, span: Span): void {
    this.#rewritten.set(place, span);
    place.isSought = true;
  }

  addLost(place: LivePlace, { block, target }: Lost, insertion: Insertion): void {
    const group = this.#lost.get(block) ?? { insertion, places: [], targets: [] };
    group.places.push(place);
    group.targets.push(target);
    this.#lost.set(block, group);
    place.isSought = true;
  }

  sought(): readonly Sought[] {
    const lost = [...this.#lost].map(([before, { insertion, places, targets }]): Sought => {
      return { places, targets, before, within: { start: insertion.start, end: insertion.end }, areLost: true };
    });
    return this.#rewritten.size > 0 ? [this.#inRewritten(), ...lost] : lost;
  }

  #inRewritten(): Sought {
    const { text, newText, edits } = this.#change;
    const spans = [...this.#rewritten.values()];
    const stretches = [...edits, ...spans];
    const start = Math.max(0, Math.min(...stretches.map((each) => each.start)) - AROUND);
    const end = Math.min(text.length, Math.max(...stretches.map((each) => each.end)) + AROUND);
    const targets = spans.map((span): Target => {
      const target = targetOf(text, span);
      return { ...target, start: span.start - start, end: span.end - start };
    });
    return {
      ...{ places: [...this.#rewritten.keys()], targets, before: text.slice(start, end), areLost: false },
      within: { start, end: end + newText.length - text.length },
    };
  }
}

/** Asks for the places in the text after the edit. */
export function placeSought({ targets, before, within }: Sought, text: string): Generator<void, readonly Place[]> {
  return placeTargets({ targets, text: text.slice(within.start, within.end), before });
}

/** How an answer comes into the text as it is now. */
export interface Answered {
  readonly sought: Sought;
  /** Right after the edit. */
  readonly text: string;
  /** From the text after the edit into the one of now. */
  follow(span: Span): Span | undefined;
}

/** Puts the places where they were found. Gives what is to be looked for again, for its words were edited meanwhile. */
export function putSought(found: readonly Place[], answered: Answered): Sought | undefined {
  const { sought, text } = answered;
  const again = sought.places.flatMap((place, index) => {
    const [target, answer] = [sought.targets[index], found[index]];
    // Undone meanwhile, it is where it was before.
    if (!target || !answer || !place.isSought || put(place, { target, answer }, answered)) return [];
    return [{ place, target }];
  });
  if (again.length === 0) return undefined;
  const within = { start: 0, end: text.length };
  return { ...sought, places: again.map(({ place }) => place), targets: again.map(({ target }) => target), within };
}

function put(
  place: LivePlace,
  { target, answer }: { readonly target: Target; readonly answer: Place },
  { sought, text, follow }: Answered,
): boolean {
  const intoText = ({ start, end }: Span) => ({ start: start + sought.within.start, end: end + sought.within.start });
  if (answer.span) {
    const after = intoText(answer.span);
    const span = follow(after);
    if (!span) return false;
    // Lines that were broken elsewhere before the person's eyes leave the words as they are.
    const isSame = squeeze(text.slice(after.start, after.end)) === squeeze(target.quote);
    const state = isSame ? (place.lost?.state ?? place.state) : 'changed';
    Object.assign(place, { span, state, lost: undefined, candidates: undefined, isSought: false });
    return true;
  }
  place.isSought = false;
  if (sought.areLost) return true;
  const candidates = answer.candidates?.flatMap(({ span, score }) => {
    const now = follow(intoText(span));
    return now ? [{ span: now, score }] : [];
  });
  place.lost = { block: target.quote, target: { ...target, start: 0, end: target.quote.length }, state: place.state };
  Object.assign(place, { span: undefined, candidates, state: answer.state === 'ambiguous' ? 'ambiguous' : 'orphan' });
  return true;
}
