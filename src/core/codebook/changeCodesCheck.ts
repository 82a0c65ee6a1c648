/** What can be done to the codes of codebooks, and where each of them is after. Needs no file: it can be asked while a person chooses. */
import { allCodes, type Bilingual, type Code, type Codebook } from './codebook.js';

export type CodeChange =
  /** `id` may be the one that it has; of `name` only what is to be another. */
  | { readonly kind: 'rename'; readonly path: string; readonly id: string; readonly name: Partial<Bilingual> }
  /** `into`: path of the code that stays. */
  | { readonly kind: 'merge'; readonly path: string; readonly into: string }
  /** `under`: path of a code, or id of a codebook for its top. `id`: another one, where its own is taken there. */
  | { readonly kind: 'move'; readonly path: string; readonly under: string; readonly id?: string }
  /** With all that is beneath it. */
  | { readonly kind: 'delete'; readonly path: string };

/** Where codes are now, by where they were; undefined: nowhere. */
export type CodePaths = ReadonlyMap<string, string | undefined>;

export interface Refusal {
  readonly reason: RefusalReason;
  /** What the reason is about: ids or paths. */
  readonly names: readonly string[];
}

export type RefusalReason =
  /** There is no such code, or codebook. */
  | 'unknown'
  /** It would be its own target, or stand under itself. */
  | 'itself'
  /** Not an id. */
  | 'badId'
  /** Its neighbours have one with this id. */
  | 'taken'
  /** The codes named are derived from it. */
  | 'partOfDerived'
  /** It is derived, or would be merged into or stand under a derived one. */
  | 'derived'
  /** A codebook has one code at least. */
  | 'lastCode'
  /** The codebooks named have mistakes, which have to be solved first. */
  | 'mistakes'
  /** A word list that the code needs is another one in the codebook that it goes to. */
  | 'otherList'
  /** The file is laid out in a way that cannot be kept. */
  | 'layout';

/** Thrown while a file is changed, and turned into its refusal by `changeCodes`. */
export class CannotChange extends Error {
  readonly refusal: Refusal;

  constructor(reason: RefusalReason, ...names: readonly string[]) {
    super(reason);
    this.refusal = { reason, names };
  }
}

/** Letters, digits and hyphens; as the schema of codebooks has it. */
export function isCodeId(id: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(id);
}

/** Why a change cannot be made; undefined where it can. */
export function refusalOf(change: CodeChange, codebooks: readonly Codebook[]): Refusal | undefined {
  const code = codeOf(change.path, codebooks);
  if (!code) return refusal('unknown', change.path);
  switch (change.kind) {
    case 'rename':
      return refusalOfId(change.id, parentOf(change.path), change.path, codebooks);
    case 'merge':
      return refusalOfMerge(code, change.into, codebooks) ?? refusalOfLeaving(change, codebooks);
    case 'move':
      return refusalOfMove(code, change, codebooks) ?? refusalOfLeaving(change, codebooks);
    case 'delete':
      return refusalOfLeaving(change, codebooks);
  }
}

function refusalOfId(id: string, under: string, own: string, codebooks: readonly Codebook[]): Refusal | undefined {
  if (!isCodeId(id)) return refusal('badId', id);
  const isTaken = childrenOf(under, codebooks)?.some((each) => each.id === id && each.path !== own);
  return isTaken ? refusal('taken', id) : undefined;
}

function refusalOfMerge(code: Code, into: string, codebooks: readonly Codebook[]): Refusal | undefined {
  const target = codeOf(into, codebooks);
  if (!target) return refusal('unknown', into);
  if (isWithin(into, code.path)) return refusal('itself', into);
  return target.derived ? refusal('derived', into) : undefined;
}

function refusalOfMove(
  code: Code,
  { under, id = code.id }: CodeChange & { readonly kind: 'move' },
  codebooks: readonly Codebook[],
): Refusal | undefined {
  if (!childrenOf(under, codebooks)) return refusal('unknown', under);
  if (isWithin(under, code.path) || under === parentOf(code.path)) return refusal('itself', under);
  const isAway = codebookOf(under) !== codebookOf(code.path);
  const derived = [...allCodes([code])].filter((each) => each.derived);
  if (codeOf(under, codebooks)?.derived) return refusal('derived', under);
  if (isAway && derived.length > 0) return refusal('derived', ...derived.map(({ path }) => path));
  return refusalOfId(id, under, code.path, codebooks);
}

/** Codes that are derived from what would be gone, or from two that would be one. */
function refusalOfLeaving(change: CodeChange, codebooks: readonly Codebook[]): Refusal | undefined {
  const own = codebooks.find(({ id }) => id === codebookOf(change.path));
  if (!own) return refusal('unknown', change.path);
  const paths = pathsAfter(change, codebooks);
  const after = (path: string) => (paths.has(path) ? paths.get(path) : path);
  const broken = [...allCodes(own.codes)].filter(({ path, derived }) => {
    const now = after(path);
    // Of a derived code that is merged itself the rule is gone.
    if (!derived || now === undefined || (change.kind === 'merge' && path === change.path)) return false;
    if (codebookOf(now) !== own.id) return true;
    const parts = derived.all.map((id) => after(`${own.id}/${id}`));
    return (
      parts.some((part) => part === undefined || codebookOf(part) !== own.id) || new Set(parts).size < parts.length
    );
  });
  if (broken.length > 0) return refusal('partOfDerived', ...broken.map(({ path }) => path));
  const stays = own.codes.length > 1 || parentOf(change.path) !== own.id;
  return stays ? undefined : refusal('lastCode', own.id);
}

/** The code with all beneath it, where it is after. */
export function pathsAfter(change: CodeChange, codebooks: readonly Codebook[]): CodePaths {
  const code = codeOf(change.path, codebooks);
  const to = targetPath(change);
  const moved = code && to !== change.path ? [...allCodes([code])] : [];
  return new Map(moved.map(({ path }) => [path, to === undefined ? undefined : to + path.slice(change.path.length)]));
}

function targetPath(change: CodeChange): string | undefined {
  switch (change.kind) {
    case 'rename':
      return `${parentOf(change.path)}/${change.id}`;
    case 'merge':
      return change.into;
    case 'move':
      return `${change.under}/${change.id ?? change.path.split('/').at(-1)}`;
    case 'delete':
      return undefined;
  }
}

function refusal(reason: RefusalReason, ...names: readonly string[]): Refusal {
  return { reason, names };
}

function codeOf(path: string, codebooks: readonly Codebook[]): Code | undefined {
  const own = codebooks.find(({ id }) => id === codebookOf(path));
  return own && [...allCodes(own.codes)].find((code) => code.path === path);
}

/** The codes right under a code, or at the top of a codebook; undefined where there is no such. */
function childrenOf(path: string, codebooks: readonly Codebook[]): readonly Code[] | undefined {
  const codebook = codebooks.find(({ id }) => id === path);
  return codebook ? codebook.codes : codeOf(path, codebooks)?.codes;
}

function codebookOf(path: string): string {
  return path.split('/', 1)[0] ?? '';
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function isWithin(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`);
}
