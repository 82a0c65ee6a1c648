import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readAnnotation } from '../../../src/core/annotation/annotationFields.js';
import { invertEdits, shiftSpan, trimEdits } from '../../../src/core/annotation/shift.js';
import { targetOf } from '../../../src/core/annotation/target.js';
import { applyEdits } from '../../../src/core/text/applyEdits.js';
import type { Span, TextEdit } from '../../../src/core/text/span.js';
import { Places } from '../../../src/project/places.js';

const TEXT = `De gemeente werkt samen met de bewoners.\nWij eisen een verslag, en wel op tijd.\r\n\r\nSamen bekijken wij het.\n`;

function annotationOn(id: number, text: string, span: Span) {
  const target = targetOf(text, span);
  const annotation = readAnnotation(
    { id: `${id}`, codes: ['roles/partner'], status: 'confirmed', target },
    () => [],
    [],
  );
  assert.ok(annotation);
  return annotation;
}

/** Places with an annotation on each span. */
function placesOn(text: string, spans: readonly Span[]): Places {
  const places = new Places();
  spans.forEach((span, id) => {
    places.put('a.jansen', annotationOn(id, text, span), { state: 'anchored', span });
  });
  return places;
}

function spansOf(places: Places, count: number): readonly (Span | undefined)[] {
  return Array.from({ length: count }, (_, id) => places.get('a.jansen', `${id}`)?.span);
}

/** A moment between two edits. */
interface Moment {
  readonly text: string;
  readonly spans: readonly (Span | undefined)[];
}

/** What an editor undoes together. */
interface Group {
  readonly before: Moment;
  readonly after: Moment;
  /** Where it was one edit: its reverse. */
  readonly reverse: readonly TextEdit[] | undefined;
  readonly edits: readonly TextEdit[] | undefined;
}

/** An editor with a history of its own, which may report what it undoes as one replacement. */
class Editor {
  text: string;
  readonly #places: Places;
  readonly #count: number;
  readonly #growsAtEdges: boolean;
  readonly #done: Group[] = [];
  readonly #undone: Group[] = [];
  truth: readonly (Span | undefined)[];

  constructor(text: string, spans: readonly Span[], growsAtEdges: boolean) {
    this.text = text;
    this.truth = spans;
    this.#count = spans.length;
    this.#places = placesOn(text, spans);
    this.#growsAtEdges = growsAtEdges;
  }

  #report(edits: readonly TextEdit[], newText: string): void {
    this.#places.edit({ text: this.text, edits, newText }, this.#growsAtEdges);
    this.text = newText;
  }

  edit(edits: readonly TextEdit[], isJoined: boolean): void {
    const before = { text: this.text, spans: this.truth };
    const trimmed = trimEdits(this.text, edits);
    this.truth = this.truth.map((span) => span && shiftSpan(span, trimmed, this.#growsAtEdges));
    const reverse = invertEdits(this.text, edits);
    this.#report(edits, applyEdits(this.text, edits));
    const after = { text: this.text, spans: this.truth };
    const joined = isJoined ? this.#done.pop() : undefined;
    this.#done.push(
      joined
        ? { before: joined.before, after, reverse: undefined, edits: undefined }
        : { before, after, reverse, edits },
    );
    this.#undone.length = 0;
  }

  undo(asOne: boolean): void {
    const group = this.#done.pop();
    if (!group) return;
    this.#undone.push(group);
    this.#goTo(group.before, asOne ? undefined : group.reverse);
  }

  redo(asOne: boolean): void {
    const group = this.#undone.pop();
    if (!group) return;
    this.#done.push(group);
    this.#goTo(group.after, asOne ? undefined : group.edits);
  }

  #goTo({ text, spans }: Moment, edits = [replacement(this.text, text)] as readonly TextEdit[]): void {
    this.#report(edits, text);
    this.truth = spans;
  }

  check(): void {
    assert.deepEqual(spansOf(this.#places, this.#count), this.truth, JSON.stringify(this.text));
  }
}

/** One edit that makes one text of another, a little larger than it need be. */
function replacement(from: string, to: string): TextEdit {
  let start = 0;
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start++;
  let end = 0;
  const most = Math.min(from.length, to.length) - start;
  while (end < most && from.at(-1 - end) === to.at(-1 - end)) end++;
  start = Math.max(0, start - 2);
  return { start, end: from.length - end, text: to.slice(start, to.length - end) };
}

type Step =
  | { readonly kind: 'edit'; readonly at: readonly (readonly [number, number, number])[]; readonly isJoined: boolean }
  | { readonly kind: 'undo' | 'redo'; readonly asOne: boolean };

const EDITED = fc.record({
  kind: fc.constant('edit' as const),
  // For each cursor: how far from the one before, how much is replaced, by how much.
  at: fc.array(fc.tuple(fc.nat(40), fc.oneof(fc.constant(0), fc.nat(25)), fc.nat(6)), { minLength: 1, maxLength: 3 }),
  isJoined: fc.boolean(),
});
const UNDONE = fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), asOne: fc.boolean() });
const STEPS: fc.Arbitrary<readonly Step[]> = fc.array(fc.oneof(EDITED, EDITED, UNDONE), { maxLength: 14 });
const SPANS = fc
  .array(fc.tuple(fc.nat(TEXT.length - 2), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 8 })
  .map((spans) => spans.map(([start, length]): Span => ({ start, end: Math.min(TEXT.length, start + length) })));

/** Edits from where cursors are; what is typed in each step is found nowhere else. */
function editsOf({ at }: Step & { kind: 'edit' }, text: string, step: number): readonly TextEdit[] {
  let offset = 0;
  return at.flatMap(([gap, length, typed]) => {
    const start = (offset + gap) % (text.length + 1);
    if (start < offset) return [];
    const end = Math.min(text.length, start + length);
    offset = end + 1;
    return [{ start, end, text: String.fromCodePoint(0x4e00 + step).repeat(typed) }];
  });
}

describe('places in a text that is edited', () => {
  for (const growsAtEdges of [false, true]) {
    it(`are exact through any edits, undone and done again${growsAtEdges ? ', where they grow at their edges' : ''}`, () => {
      fc.assert(
        fc.property(SPANS, STEPS, (spans, steps) => {
          const editor = new Editor(TEXT, spans, growsAtEdges);
          for (const [number, step] of steps.entries()) {
            if (step.kind === 'edit') editor.edit(editsOf(step, editor.text, number), step.isJoined);
            else editor[step.kind](step.asOne);
            editor.check();
          }
        }),
        { numRuns: 500 },
      );
    });
  }

  it('that are to be chosen from are pushed along, and go with their words', () => {
    const places = new Places();
    const at = [TEXT.indexOf('werkt'), TEXT.indexOf('eisen')].map((start) => ({
      span: { start, end: start + 5 },
      score: 0.5,
    }));
    places.put('a.jansen', annotationOn(0, TEXT, { start: 0, end: 5 }), {
      state: 'ambiguous',
      span: undefined,
      candidates: at,
    });
    const words = () => {
      const [placed] = places.placed();
      return placed?.candidates?.map(({ span }) => text.slice(span.start, span.end));
    };
    let text = TEXT;
    const edit = (one: TextEdit) => {
      const newText = applyEdits(text, [one]);
      places.edit({ text, edits: [one], newText }, false);
      text = newText;
    };
    edit({ start: 0, end: 2, text: 'Onze' });
    assert.deepEqual(words(), ['werkt', 'eisen']);
    edit({ start: text.indexOf('werkt'), end: text.indexOf('werkt') + 5, text: '' });
    assert.deepEqual(words(), ['eisen']);
  });

  it('are not those of another text any more, when there is one', () => {
    const places = placesOn(TEXT, [{ start: 3, end: 11 }]);
    const following = places.follow();
    places.forget();
    assert.equal(following.isCurrent(), false);
    assert.deepEqual(places.placed(), []);
  });
});
