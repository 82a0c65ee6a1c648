/** The annotation tree by code: codebook, code, sub-code, passages. */
import { allCodes, type Code, type Codebook } from '../codebook/codebook.js';
import { bucketed, groupOf, type RowContext, rowsOf } from './groups.js';
import type { Entry, Group, OutlineNode } from './outline.js';

type Buckets = ReadonlyMap<string, readonly Entry[]>;

/**
 * Codes in the order of their codebook, sub-codes before the passages of the code itself. Codes that no codebook has come
 * last, under the codebook that their path names: an annotation is never hidden because a codebook changed.
 */
export function groupByCode(entries: readonly Entry[], codebooks: readonly Codebook[], context: RowContext): Group[] {
  const buckets = bucketed(entries, ({ coding }) => coding.codePath);
  const unknown = unknownPaths(buckets, codebooks);
  const known = codebooks.flatMap((codebook) => {
    const groups = codebook.codes.flatMap((code) => codeGroup(code, buckets, context));
    const children = [...groups, ...unknownGroups(unknown.get(codebook.id) ?? [], buckets, context)];
    return codebookGroup(codebook.id, codebook, children);
  });
  const isKnown = new Set(codebooks.map(({ id }) => id));
  const others = [...unknown].flatMap(([id, paths]) => {
    return isKnown.has(id) ? [] : codebookGroup(id, undefined, unknownGroups(paths, buckets, context));
  });
  return [...known, ...others];
}

function codebookGroup(id: string, codebook: Codebook | undefined, children: readonly OutlineNode[]): Group[] {
  return children.length === 0 ? [] : [groupOf(`code|${id}`, { kind: 'codebook', id, codebook }, children)];
}

function codeGroup(code: Code, buckets: Buckets, context: RowContext): Group[] {
  const { path } = code;
  const children = [
    ...code.codes.flatMap((subCode) => codeGroup(subCode, buckets, context)),
    ...passages(path, buckets, context),
  ];
  return children.length === 0 ? [] : [groupOf(`code|${path}`, { kind: 'code', path, code }, children)];
}

function unknownGroups(paths: readonly string[], buckets: Buckets, context: RowContext): Group[] {
  return paths.map((path) => {
    return groupOf(`code|${path}`, { kind: 'code', path, code: undefined }, passages(path, buckets, context));
  });
}

function passages(path: string, buckets: Buckets, context: RowContext): readonly OutlineNode[] {
  return rowsOf(buckets.get(path) ?? [], `code|${path}`, { code: false, document: context.hasSeveralDocuments });
}

/** Paths that no codebook has, by the id of the codebook that they name, in alphabetical order. */
function unknownPaths(buckets: Buckets, codebooks: readonly Codebook[]): ReadonlyMap<string, readonly string[]> {
  const known = new Set(codebooks.flatMap(({ codes }) => [...allCodes(codes)].map(({ path }) => path)));
  const unknown = new Map<string, string[]>();
  for (const path of [...buckets.keys()].filter((each) => !known.has(each)).sort()) {
    const codebook = path.split('/', 1)[0] ?? path;
    unknown.set(codebook, [...(unknown.get(codebook) ?? []), path]);
  }
  return unknown;
}
