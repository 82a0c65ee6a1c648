/** What is looked for: a codebook as a researcher wrote it, read and checked. See `contracts` and docs/codebooks.md. */

/** A text in both languages of the tool. A codebook that gives only one uses it for both. */
export interface Bilingual {
  readonly nl: string;
  readonly en: string;
}

/** How a code shows in the editor; role language is underlined because it lies over another code. */
export type Appearance = 'background' | 'underline' | 'margin';

/** A stretch of a sentence or paragraph in which parts must meet: `sentence`, or a number of words. */
export type Within = 'sentence' | number;

/**
 * One piece of evidence to look for. `patterns` are written in the pattern language of docs/codebooks.md. `any`: one of
 * them is enough; `all`: each must occur, in any order, `within` the stretch.
 */
export interface Indicator {
  readonly combine: 'any' | 'all';
  readonly patterns: readonly string[];
  readonly within: Within;
  /** At least one of these must occur in the sentence too; none given: nothing is asked. */
  readonly with: readonly string[];
  /** None of these may occur in the sentence. */
  readonly without: readonly string[];
  /** 0..1: how sure a trained coder would be on this alone. */
  readonly weight: number;
  readonly caseSensitive: boolean;
  /** As the researcher wrote it, shown as the reason of a suggestion and in `evidence`. */
  readonly source: string;
}

/** A code that follows from others (the double role); never given by hand. */
export interface Derived {
  /** Ids of codes of the same codebook, each with its sub-codes. */
  readonly all: readonly string[];
  readonly within: readonly ('sentence' | 'paragraph')[];
}

export interface Code {
  readonly id: string;
  /** `codebook/code[/sub-code]` */
  readonly path: string;
  readonly name: Bilingual;
  readonly definition: Bilingual;
  readonly useWhen: Bilingual;
  readonly notWhen: Bilingual;
  readonly examples: { readonly nl: readonly string[]; readonly en: readonly string[] };
  readonly appearance: Appearance;
  /** A theme colour role: `contributes.colors` has `policyLens.<role>…` for each. */
  readonly color: string;
  /** Off by default: not suggested until the user turns it on. */
  readonly enabledByDefault: boolean;
  readonly indicators: { readonly nl: readonly Indicator[]; readonly en: readonly Indicator[] };
  readonly notHere: { readonly nl: readonly string[]; readonly en: readonly string[] };
  readonly derived: Derived | undefined;
  readonly codes: readonly Code[];
}

/** A word list that patterns name as `@name`. */
export interface WordLists {
  readonly [name: string]: { readonly nl: readonly string[]; readonly en: readonly string[] };
}

export interface Codebook {
  readonly id: string;
  readonly version: number;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly source: string;
  readonly lists: WordLists;
  readonly notHere: { readonly nl: readonly string[]; readonly en: readonly string[] };
  readonly codes: readonly Code[];
}

/** `interventions@1`: what annotations remember of the codebook that suggested them. */
export function codebookVersion(codebook: Pick<Codebook, 'id' | 'version'>): string {
  return `${codebook.id}@${codebook.version}`;
}

/** Every code of a codebook, parents before their sub-codes. */
export function* allCodes(codes: readonly Code[]): Generator<Code> {
  for (const code of codes) {
    yield code;
    yield* allCodes(code.codes);
  }
}

/** The code at the second level of a path: `interventions/relational` for `interventions/relational/coach`. */
export function topCodePath(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}
