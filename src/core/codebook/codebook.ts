/** What is looked for: a codebook as a researcher wrote it, read and checked. See `contracts` and docs/codebooks.md. */

/** A text in both languages of the tool. A codebook that gives only one uses it for both. */
export interface Bilingual {
  readonly nl: string;
  readonly en: string;
}

/** How a code shows in the editor; role language is underlined because it lies over another code. */
export type Appearance = 'background' | 'underline' | 'margin';

/** A stretch in which parts must meet: the sentence, a clause of it, or a number of words. */
export type Within = 'sentence' | 'clause' | number;

/**
 * How the patterns of an indicator go together. `any`: one of them is enough; `all`: each must occur; `order`: each must
 * occur, in this order; `roles`: one of them must occur, with who does it and to whom.
 */
export type Combine = 'any' | 'all' | 'order' | 'roles';

/** What a negation ("niet", "without") does to what was found: it does not count, it is asked for, or it does not matter. */
export type Negated = 'skip' | 'only' | 'any';

/** One piece of evidence to look for. Patterns are written in the pattern language of docs/codebooks.md. */
export interface Indicator {
  readonly combine: Combine;
  /** For `roles`: what is done. */
  readonly patterns: readonly string[];
  /** For `roles`: who does it; empty: anyone. */
  readonly who: readonly string[];
  /** For `roles`: to whom it is done; empty: anyone. */
  readonly to: readonly string[];
  readonly within: Within;
  /** At least one of these must occur in the sentence too; none given: nothing is asked. */
  readonly with: readonly string[];
  /** None of these may occur in the sentence. */
  readonly without: readonly string[];
  /** At least one of these must stand near what was found; none given: nothing is asked. */
  readonly near: readonly string[];
  /** None of these may stand near what was found. */
  readonly notNear: readonly string[];
  readonly negated: Negated;
  /** 0..1: how sure a trained coder would be on this alone. */
  readonly weight: number;
  /** 0..1: the weight that labelled sentences showed (`npm run fit`), in place of the author's; undefined where there were none. */
  readonly fitted: number | undefined;
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

/** How ready to suggest: only what is sure, what is more likely than not worth a look, or nearly all that may be there. */
export type Sensitivity = 'few' | 'balanced' | 'many';

/** What turns evidence for a top code into suggestions, in one language. All are 0..1. */
export interface Scoring extends Readonly<Record<Sensitivity, number>> {
  /** How likely the code is in a sentence in which nothing speaks for or against it. */
  readonly base: number;
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
  /** Of top codes only; what it leaves out is as in `DEFAULT_SCORING`. */
  readonly scoring: { readonly nl: Partial<Scoring>; readonly en: Partial<Scoring> };
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
