/** Puts the annotations of documents in their places, in slices; what has its place keeps it. */
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import type { Place } from '../core/annotation/placing/place.js';
import { placeTargets } from '../core/annotation/placing/placeTargets.js';
import { hashOfTarget } from '../core/annotation/target.js';
import { lineEndMap } from '../core/text/lineEnds.js';
import type { Span } from '../core/text/span.js';
import type { DocumentContext } from './documentContext.js';
import type { DocumentEntry } from './documentEntry.js';
import { firstSlice, inSlices } from './inSlices.js';
import type { Following, Taken } from './places.js';
import { unsavedText } from './restate.js';
import { placeSought, putSought, type Sought } from './sought.js';
import type { StoredText } from './storedText.js';
import { type TextGroup, textGroups } from './textGroups.js';

/** How often what was edited while it was looked for is looked for again, before it waits for the next time. */
const ROUNDS = 5;

/** The text in which places are looked for, and the way from there to the one that spans count in. */
interface Base {
  readonly text: string;
  toText(offset: number): number;
}

export class Placing {
  readonly #context: DocumentContext;

  constructor(context: DocumentContext) {
    this.#context = context;
  }

  /** Those of all coders, as soon as it is known what is on disk. A newer call ends an older one. */
  async place(entry: DocumentEntry): Promise<void> {
    await entry.opening;
    const { ref } = entry;
    const store = ref.folder === undefined ? undefined : this.#context.folders.get(ref.folder)?.annotations;
    const files = store?.of(ref.path) ?? [];
    this.#keepText(entry, files);
    const taken = entry.places.take(files);
    for (const group of textGroups(taken.unplaced)) {
      const before = await this.#textBefore(entry, group.sha256);
      if (!taken.isCurrent()) return;
      await this.#placeGroup(entry, { group, before, taken });
    }
  }

  /** The text that annotations count in is kept, for when it is changed where nobody sees it. */
  #keepText({ stored, editor }: DocumentEntry, files: readonly AnnotationFile[]): void {
    const { earlierTexts, tasks, settings } = this.#context;
    const hashes = files.flatMap(({ sha256, annotations }) =>
      annotations.map(({ target }) => hashOfTarget(target, sha256)),
    );
    const named = new Set(hashes);
    const keep = (text: StoredText | undefined) => {
      if (!text || text.text.length > settings().maxLength || !named.has(text.sha256)) return;
      named.delete(text.sha256);
      void tasks.track(earlierTexts.keep(text));
    };
    keep(stored);
    // Decided in before it was saved, which it may never be.
    if (editor && editor.text !== stored?.text && named.size > 0) keep(unsavedText(editor.text));
  }

  async #textBefore({ text, stored, ref }: DocumentEntry, sha256: string): Promise<string | undefined> {
    if (!text || sha256 === '') return undefined;
    return stored?.sha256 === sha256 ? stored.text : this.#context.earlierTexts.find(sha256, ref.uri);
  }

  async #placeGroup(
    entry: DocumentEntry,
    { group, before, taken }: { readonly group: TextGroup; readonly before: string | undefined; readonly taken: Taken },
  ): Promise<void> {
    let { annotations } = group;
    for (let round = 0; annotations.length > 0 && round < ROUNDS; round++) {
      const base = baseOf(entry);
      const following = entry.places.follow();
      const targets = annotations.map(({ target }) => target);
      const steps = placeTargets({ targets, text: base.text, before });
      const found = await inSlices(steps, this.#context.surroundings, taken.isCurrent);
      following.end();
      if (!found || !taken.isCurrent()) return;
      annotations = annotations.filter((annotation, index) => {
        const place = found[index];
        const now = place && placeNow(place, base, following);
        if (now) entry.places.put(group.coder, annotation, now);
        return !now;
      });
    }
  }

  /** Looks for what an edit left to be looked for: at once where that is soon done, else in slices. */
  seek(entry: DocumentEntry, sought: Sought): void {
    const { surroundings, tasks } = this.#context;
    const text = entry.text ?? '';
    const following = entry.places.follow();
    const steps = placeSought(sought, text);
    const done = firstSlice(steps, surroundings);
    if (done) {
      following.end();
      putSought(done.result, { sought, text, follow: following.now });
      return;
    }
    const seeking = inSlices(steps, surroundings, following.isCurrent).then((found) => {
      following.end();
      const again = found && putSought(found, { sought, text, follow: following.now });
      if (again) this.seek(entry, { ...again, within: { start: 0, end: entry.text?.length ?? 0 } });
      entry.changed();
      this.#context.changed(entry.ref.uri);
    });
    void tasks.track(seeking);
  }
}

/** The stored text where the editor's is the same but for its line ends: offsets count there. */
function baseOf({ text = '', stored }: DocumentEntry): Base {
  const toText = stored && lineEndMap(stored.text, text);
  return stored && toText ? { text: stored.text, toText } : { text, toText: (offset) => offset };
}

/** Undefined where the words were edited meanwhile. */
function placeNow({ state, span, candidates }: Place, base: Base, following: Following): Place | undefined {
  const inText = ({ start, end }: Span) => following.now({ start: base.toText(start), end: base.toText(end) });
  const now = span && inText(span);
  if (span && !now) return undefined;
  if (!candidates) return { state, span: now };
  const places = candidates.flatMap(({ span: each, score }) => {
    const there = inText(each);
    return there ? [{ span: there, score }] : [];
  });
  return { state, span: now, candidates: places };
}
