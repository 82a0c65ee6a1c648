/** Where everything is in documents that are being renamed while they are open: it is there under the new name too. */
import type { DocumentEntry } from './documentEntry.js';
import type { LivePlace } from './livePlace.js';

interface Carried {
  readonly text: string;
  readonly places: readonly LivePlace[];
}

export class CarriedPlaces {
  readonly #entries: ReadonlyMap<string, DocumentEntry>;
  /** By the new URI. */
  readonly #carried = new Map<string, Carried>();

  constructor(entries: ReadonlyMap<string, DocumentEntry>) {
    this.#entries = entries;
  }

  /** Keeps those of the documents that are `from`, or lie below it; both are URIs. */
  keep(from: string, to: string): void {
    for (const { ref, editor, places } of this.#entries.values()) {
      if (!editor || (ref.uri !== from && !ref.uri.startsWith(`${from}/`))) continue;
      this.#carried.set(to + ref.uri.slice(from.length), { text: editor.text, places: places.copies() });
    }
  }

  /** Hands them to the document that was opened under its new name, if that is the very text. */
  handTo({ ref, editor, places }: DocumentEntry): void {
    const carried = this.#carried.get(ref.uri);
    this.#carried.delete(ref.uri);
    if (carried && carried.text === editor?.text) places.expect(carried.places);
  }

  /** Whatever was not asked for. */
  clear(): void {
    this.#carried.clear();
  }
}
