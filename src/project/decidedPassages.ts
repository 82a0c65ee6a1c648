/** Annotations as passages to learn from: which codes somebody says are there, and which are not. */
import type { Annotation } from '../core/annotation/annotation.js';
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import { topCodePath } from '../core/codebook/codebook.js';
import type { DecidedPassage } from '../core/detection/lessons.js';
import type { ParsedBlock } from '../core/text/policyText.js';
import type { BlockToParse } from '../core/text/segments.js';
import { formatOfPath } from './documentFormat.js';

/** UTF-16 units. A passage of pages says little of any sentence in it. */
const MAX_LENGTH = 4000;

/**
 * The newest of these are learned from: enough for what one coder does in weeks, and read again in well under a second. What came
 * before shows in the codebook, once it is adopted.
 */
const MAX_PASSAGES = 2000;

/** What people decided on one stretch of a document, by one coder. */
export interface Passage {
  readonly document: string;
  readonly coder: string;
  readonly quote: string;
  /** Paths of top codes. */
  readonly right: ReadonlySet<string>;
  readonly wrong: ReadonlySet<string>;
  /** Milliseconds since 1970: when the last of its decisions was taken or changed. */
  readonly at: number;
}

export type ReadPassage = Passage & DecidedPassage;

/** Decisions of all coders, each about what follows from no other code, by age. `isDerived`: by path. */
export function passagesOf(files: readonly AnnotationFile[], isDerived: (path: string) => boolean): readonly Passage[] {
  return files
    .flatMap((file) => passagesIn(file, isDerived))
    .filter(({ quote }) => quote.trim() !== '' && quote.length <= MAX_LENGTH)
    .sort((a, b) => a.at - b.at || compare(a.document, b.document) || compare(a.coder, b.coder))
    .slice(-MAX_PASSAGES);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What was decided on one stretch in several annotations is one passage: a code of one of them is not missing in the others. */
function passagesIn(file: AnnotationFile, isDerived: (path: string) => boolean): readonly Passage[] {
  const byPlace = new Map<string, Annotation[]>();
  for (const annotation of file.annotations) {
    const { start, end } = annotation.target;
    const key = `${start} ${end}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), annotation]);
  }
  return [...byPlace.values()].flatMap((annotations) => {
    const passage = passageOf(file, annotations, isDerived);
    return passage.right.size + passage.wrong.size > 0 ? [passage] : [];
  });
}

function passageOf(
  { document, coder }: AnnotationFile,
  annotations: readonly Annotation[],
  isDerived: (path: string) => boolean,
): Passage {
  const right = new Set(annotations.flatMap((each) => rightIn(each)).filter((path) => !isDerived(path)));
  const wrong = annotations.flatMap((each) => wrongIn(each)).filter((path) => !isDerived(path) && !right.has(path));
  const at = Math.max(...annotations.map(({ modified }) => Date.parse(modified) || 0));
  return { document, coder, quote: annotations[0]?.target.quote ?? '', right, wrong: new Set(wrong), at };
}

function rightIn({ status, codes }: Annotation): readonly string[] {
  return status === 'confirmed' ? codes.map(topCodePath) : [];
}

/** What was rejected, or suggested and replaced by another code. */
function wrongIn({ status, codes, origin }: Annotation): readonly string[] {
  if (status === 'rejected') return codes.map(topCodePath);
  return origin.kind === 'suggestion' ? [topCodePath(origin.code)] : [];
}

/** The passages that are written in a language that is coded. `parse` as in `BlockReading`. */
export function readPassages(
  passages: readonly Passage[],
  parse: (block: BlockToParse) => ParsedBlock | undefined,
): readonly ReadPassage[] {
  return passages.flatMap((passage) => {
    const { quote, document } = passage;
    const parsed = parse({ raw: quote, kind: 'paragraph', format: formatOfPath(document), fallback: 'nl' });
    return parsed ? [{ ...passage, text: quote, parsed }] : [];
  });
}
