import type { Coding } from './coding.js';

/**
 * How many passages have each code, by code path. A passage with a sub-code counts for the codes above it too. Rejected
 * codings and those that were not found do not count.
 */
export function countByCode(
  documents: readonly { readonly codings: readonly Coding[] }[],
): ReadonlyMap<string, number> {
  const own = new Map<string, number>();
  for (const { codings } of documents) {
    for (const { codePath, status, span } of codings) {
      if (span && status !== 'rejected') own.set(codePath, (own.get(codePath) ?? 0) + 1);
    }
  }
  const counts = new Map<string, number>();
  for (const [path, count] of own) {
    for (const along of pathsAlong(path)) counts.set(along, (counts.get(along) ?? 0) + count);
  }
  return counts;
}

/** `a/b/c` gives `a/b`, `a/b/c`: the codes along a path, without its codebook. */
function pathsAlong(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.slice(1).map((_, index) => segments.slice(0, index + 2).join('/'));
}
