import { atomKey, type ResolvedElement, type WordRow } from './automaton.js';
import type { WordLists } from './codebook.js';
import { isAtom, parseListEntry, parsePattern } from './pattern.js';

/** A language that has indicators. */
export type CodedLanguage = 'nl' | 'en';

/** What the lists of one codebook hold in one language; written out once, however many patterns name them. */
export class ListResolver {
  readonly #lists: WordLists;
  readonly #language: CodedLanguage;
  readonly #known = new Map<string, readonly WordRow[]>();
  /** Tells this codebook's lists from another's of the same name. */
  readonly scope: string;

  constructor(lists: WordLists, language: CodedLanguage, scope: string) {
    this.#lists = lists;
    this.#language = language;
    this.scope = scope;
  }

  rowsOf(list: string, caseSensitive: boolean): readonly WordRow[] {
    const key = caseSensitive ? `^${list}` : list;
    const known = this.#known.get(key);
    if (known) return known;
    const entries = Object.hasOwn(this.#lists, list) ? (this.#lists[list]?.[this.#language] ?? []) : [];
    const rows = entries.flatMap((entry) => {
      const { words } = parseListEntry(entry, caseSensitive);
      return words ? [words] : [];
    });
    this.#known.set(key, rows);
    return rows;
  }
}

/** A pattern with its word lists written out; undefined when it, or a list that it needs, cannot be read. */
export function resolvePattern(
  source: string,
  lists: ListResolver,
  caseSensitive: boolean,
): readonly ResolvedElement[] | undefined {
  const { pattern } = parsePattern(source, caseSensitive);
  if (!pattern) return undefined;
  const elements = pattern.map(({ gap, alternatives }) => {
    const atoms = alternatives.filter(isAtom);
    const names = alternatives.flatMap((part) => (isAtom(part) ? [] : [part.list]));
    const entries = names.flatMap((name) => lists.rowsOf(name, caseSensitive));
    const listKeys = names.map((name) => `${caseSensitive ? '^' : ''}@${lists.scope}/${name}`);
    const key = `${gap} ${[...atoms.map(atomKey), ...listKeys].sort().join('|')}`;
    return { key, gap, rows: atoms.length > 0 ? [[atoms], ...entries] : entries };
  });
  return elements.every((element) => element.rows.length > 0) ? elements : undefined;
}
