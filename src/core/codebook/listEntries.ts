/** What a word list holds, with the lists that it names written out. */
import type { WordLists } from './codebook.js';
import { commonList, commonListNames } from './commonLists.js';
import { listNames, parsePattern } from './pattern.js';

/** More entries make no list that somebody reads, and every pattern that names it grows with them. */
export const MAX_LIST_ENTRIES = 1000;

/** An entry as its author wrote it; `exact`: its capitals count wherever the list is named. */
export interface ListEntry {
  readonly source: string;
  readonly exact: boolean;
}

export interface ListProblem {
  readonly key: 'codebook.listOfItself' | 'codebook.listUnknownInList' | 'codebook.listTooLong';
  readonly args: readonly (string | number)[];
  /** Index of the entry that names the wrong list; -1 for the list as a whole. */
  readonly entry: number;
}

interface Walk {
  readonly lists: WordLists;
  readonly language: 'nl' | 'en';
  /** Lists that are written out already: what names what may go round, and may fan out. */
  readonly seen: Set<string>;
  readonly entries: Map<string, ListEntry>;
}

/** Every entry of a list, each once. A list of a codebook that names itself names the common list of that name. */
export function listEntries(lists: WordLists, name: string, language: 'nl' | 'en'): readonly ListEntry[] {
  const entries = new Map<string, ListEntry>();
  collect(name, Object.hasOwn(lists, name), { lists, language, seen: new Set(), entries });
  return [...entries.values()];
}

function collect(name: string, isOwn: boolean, walk: Walk): void {
  const key = isOwn ? `@${name}` : name;
  if (walk.seen.has(key)) return;
  walk.seen.add(key);
  const common = isOwn ? undefined : commonList(name);
  for (const source of (isOwn ? walk.lists[name] : common)?.[walk.language] ?? []) {
    if (walk.entries.size > MAX_LIST_ENTRIES) return;
    const inner = innerList(source);
    if (inner === undefined) walk.entries.set(source, { source, exact: false });
    else collect(inner, Object.hasOwn(walk.lists, inner) && !(isOwn && inner === name), walk);
  }
  for (const source of common?.exact ?? []) walk.entries.set(`^${source}`, { source, exact: true });
}

/** The list that an entry names; undefined for words. */
function innerList(entry: string): string | undefined {
  const { pattern } = entry.startsWith('@') ? parsePattern(entry) : {};
  return pattern ? listNames(pattern)[0] : undefined;
}

/** What is wrong with the lists that a list names. */
export function listProblem(lists: WordLists, name: string, language: 'nl' | 'en'): ListProblem | undefined {
  const inner = (lists[name]?.[language] ?? []).map(innerList);
  const known = [...new Set([...Object.keys(lists), ...commonListNames])];
  const unknown = inner.findIndex((each) => each !== undefined && !known.includes(each));
  if (unknown >= 0) {
    return { key: 'codebook.listUnknownInList', args: [inner[unknown] ?? '', known.join(', ')], entry: unknown };
  }
  const circular = inner.findIndex((each) => each !== undefined && leadsTo(lists, each, { name, language }));
  if (circular >= 0) return { key: 'codebook.listOfItself', args: [name], entry: circular };
  return listEntries(lists, name, language).length > MAX_LIST_ENTRIES
    ? { key: 'codebook.listTooLong', args: [name, MAX_LIST_ENTRIES], entry: -1 }
    : undefined;
}

/** Whether a list names, through others, the list `name`. A list that names itself directly means the common one. */
function leadsTo(lists: WordLists, from: string, { name, language }: { name: string; language: 'nl' | 'en' }): boolean {
  if (from === name) return commonList(name) === undefined;
  const seen = new Set<string>([name]);
  const queue = [from];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next) || !Object.hasOwn(lists, next)) continue;
    seen.add(next);
    const inner = (lists[next]?.[language] ?? []).map(innerList).filter((each) => each !== undefined);
    if (inner.includes(name)) return true;
    queue.push(...inner.filter((each) => each !== next));
  }
  return false;
}
