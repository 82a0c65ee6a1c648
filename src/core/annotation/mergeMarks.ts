/** The marks that git leaves in a file that it could not merge, and the sides that they hold. */

/** Both sides of an unfinished merge as whole texts; `base` where the marks have it (git's style diff3 or zdiff3). */
export interface MarkedSides {
  readonly ours: string;
  readonly theirs: string;
  readonly base?: string;
}

/** No line of JSON begins like this: a text between quotation marks has no line ends. */
const OPEN = /^<{7}(?: .*)?$/;
const BASE = /^\|{7}(?: .*)?$/;
const MIDDLE = /^={7}$/;
const CLOSE = /^>{7}(?: .*)?$/;

type Part = 'all' | 'ours' | 'base' | 'theirs';

/** UTF-16 offset of the first mark; undefined where there is none. */
export function firstMergeMark(text: string): number | undefined {
  const offset = text.search(/^<{7}(?: .*)?\r?$/m);
  return offset < 0 ? undefined : offset;
}

/** Undefined where there are no marks, or they do not pair. */
export function markedSides(text: string): MarkedSides | undefined {
  const sides = { ours: '', base: '', theirs: '' };
  let part: Part = 'all';
  let hunks = 0;
  let bases = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const next = partAfter(line.replace(/\r?\n$/, ''), part);
    if (next === 'wrong') return undefined;
    if (next === undefined) {
      if (part === 'all') for (const side of ['ours', 'base', 'theirs'] as const) sides[side] += line;
      else sides[part] += line;
      continue;
    }
    if (next === 'ours') hunks++;
    if (next === 'base') bases++;
    part = next;
  }
  if (part !== 'all' || hunks === 0) return undefined;
  return { ours: sides.ours, theirs: sides.theirs, ...(bases === hunks ? { base: sides.base } : {}) };
}

/** What a mark opens; undefined for a line that is none, `wrong` for one that cannot stand there. */
function partAfter(line: string, part: Part): Part | 'wrong' | undefined {
  if (OPEN.test(line)) return part === 'all' ? 'ours' : 'wrong';
  if (BASE.test(line)) return part === 'ours' ? 'base' : 'wrong';
  if (MIDDLE.test(line)) return part === 'ours' || part === 'base' ? 'theirs' : 'wrong';
  if (CLOSE.test(line)) return part === 'theirs' ? 'all' : 'wrong';
  return undefined;
}
