/** The annotation tree by code: codebook, code, sub-code, passages. */
import { allCodes, type Code, type Codebook } from '../codebook/codebook.js';
import { bucketed, groupOf, type RowContext, rowsOf } from './groups.js';
import type { Entry, Group, OutlineNode } from './outline.js';

type Buckets = ReadonlyMap<string, readonly Entry[]>;

/**
 * Codes in the order of their codebook, sub-codes before the passages of the code itself. Codes that no codebook has come
 * last, together: an annotation is never hidden because a codebook changed.
 */
export function groupByCode(entries: readonly Entry[], codebooks: readonly Codebook[], context: RowContext): Group[] {
  const buckets = bucketed(entries, ({ coding }) => coding.codePath);
  const known = codebooks.flatMap((codebook) => {
    const children = codebook.codes.flatMap((code) => codeGroup(code, buckets, context));
    return children.length === 0 ? [] : [groupOf(`code|${codebook.id}`, subjectOf(codebook), children)];
  });
  const unknown = unknownPaths(buckets, codebooks).map((path) => {
    return groupOf(`code|${path}`, { kind: 'code', path, code: undefined }, passages(path, buckets, context));
  });
  return unknown.length === 0 ? known : [...known, groupOf('unknownCodes', { kind: 'unknownCodes' }, unknown)];
}

function subjectOf(codebook: Codebook): Group['subject'] {
  return { kind: 'codebook', id: codebook.id, codebook };
}

function codeGroup(code: Code, buckets: Buckets, context: RowContext): Group[] {
  const { path } = code;
  const children = [
    ...code.codes.flatMap((subCode) => codeGroup(subCode, buckets, context)),
    ...passages(path, buckets, context),
  ];
  return children.length === 0 ? [] : [groupOf(`code|${path}`, { kind: 'code', path, code }, children)];
}

function passages(path: string, buckets: Buckets, context: RowContext): readonly OutlineNode[] {
  return rowsOf(buckets.get(path) ?? [], `code|${path}`, { code: false, document: context.hasSeveralDocuments });
}

/** Paths that no codebook has, in alphabetical order: those of one codebook together. */
function unknownPaths(buckets: Buckets, codebooks: readonly Codebook[]): readonly string[] {
  const known = new Set(codebooks.flatMap(({ codes }) => [...allCodes(codes)].map(({ path }) => path)));
  return [...buckets.keys()].filter((path) => !known.has(path)).sort();
}
