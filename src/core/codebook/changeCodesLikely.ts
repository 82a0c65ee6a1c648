import type { Code } from './codebook.js';

/**
 * For codes that are gone, those that are new and most likely the same under another id or elsewhere: they have the same names, look
 * for the same, or stand at the same place of a codebook whose id is another. Only where no other one could be meant.
 */
export function likelySuccessors(before: readonly Code[], after: readonly Code[]): ReadonlyMap<string, string> {
  const [pathsBefore, pathsAfter] = [before, after].map((codes) => new Set(codes.map(({ path }) => path)));
  const gone = before.filter(({ path }) => !pathsAfter?.has(path));
  const added = after.filter(({ path }) => !pathsBefore?.has(path));
  const found = new Map<string, string>();
  for (const likeness of [placeOf, namesOf, wordsOf]) {
    for (const code of gone) {
      if (found.has(code.path)) continue;
      const taken = new Set(found.values());
      const alike = (other: Code) => likeness(other) !== undefined && likeness(other) === likeness(code);
      const candidates = added.filter((each) => !taken.has(each.path) && alike(each));
      const rivals = gone.filter((each) => !found.has(each.path) && alike(each));
      const [only] = candidates;
      if (only && candidates.length === 1 && rivals.length === 1) found.set(code.path, only.path);
    }
  }
  return found;
}

/** The path below the codebook. */
function placeOf({ path }: Code): string {
  return path.slice(path.indexOf('/'));
}

function namesOf({ name }: Code): string {
  return JSON.stringify(name);
}

function wordsOf({ indicators, definition }: Code): string | undefined {
  const isEmpty = indicators.nl.length + indicators.en.length === 0 && definition.nl === '';
  return isEmpty ? undefined : JSON.stringify([indicators, definition]);
}
