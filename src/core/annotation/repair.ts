/** Mends what `verify.ts` finds and can be mended for certain. Gives texts; writes nothing. */
import type { Annotation } from './annotation.js';
import { type AnnotationFile, readAnnotationFile, writeAnnotationFile } from './annotationFile.js';
import { copyId } from './copyId.js';
import { mergeMarked } from './mergeTexts.js';
import { targetOf } from './target.js';
import { type FileToVerify, type Finding, isBefore, isDate, type VerifyContext } from './verify.js';

/**
 * The file's text with what `findings` (of this file) name mended; undefined where nothing of it can be. Moving a file to where
 * it belongs is not among it: its text stays.
 */
export function repairedText(
  { text }: FileToVerify,
  findings: readonly Finding[],
  context: VerifyContext,
): string | undefined {
  const wanted = findings.filter(({ isRepairable }) => isRepairable);
  if (text === undefined || wanted.length === 0) return undefined;
  const readable = readableText(text, wanted);
  const { file, writable } = readAnnotationFile(readable);
  if (!file || !writable) return undefined;
  const repaired = {
    ...file,
    annotations: file.annotations.map((each) => repairedOne(each, file, { wanted, context })),
  };
  const after = writeAnnotationFile(repaired);
  return after === text ? undefined : after;
}

/** What keeps the file from being read comes first: merge marks, and ids that it has twice. */
function readableText(text: string, wanted: readonly Finding[]): string {
  if (wanted.some(({ kind }) => kind === 'marks')) {
    const merged = mergeMarked(text);
    if (merged && 'text' in merged) return merged.text;
  }
  const isIdTwice = wanted.some(({ kind, annotation }) => kind === 'id' && annotation === undefined);
  return isIdTwice ? withSeparateIds(text) : text;
}

/** The second annotation with an id gets one of its own; one that is the same throughout is dropped. */
function withSeparateIds(text: string): string {
  const json = JSON.parse(text.replace(/^\uFEFF/, ''));
  const one = (annotation: unknown) => readAnnotationFile(JSON.stringify({ ...json, annotations: [annotation] })).file;
  const taken = new Map<string, Annotation>();
  for (const each of json.annotations) {
    const [annotation] = one(each)?.annotations ?? [];
    if (!annotation) return text;
    const isTaken = taken.has(annotation.id);
    const id = isTaken ? freeId(annotation, taken) : annotation.id;
    if (id !== undefined) taken.set(id, { ...annotation, id });
  }
  const file = one(json.annotations[0]);
  return file ? writeAnnotationFile({ ...file, annotations: [...taken.values()] }) : text;
}

/** Undefined for an annotation that is there already, as it is. */
function freeId(annotation: Annotation, taken: ReadonlyMap<string, Annotation>): string | undefined {
  const same = JSON.stringify(taken.get(annotation.id)) === JSON.stringify(annotation);
  const id = copyId(annotation);
  return same || taken.has(id) ? undefined : id;
}

interface Wanted {
  readonly wanted: readonly Finding[];
  readonly context: VerifyContext;
}

function repairedOne(annotation: Annotation, file: AnnotationFile, { wanted, context }: Wanted): Annotation {
  const kinds = new Set(wanted.flatMap((finding) => (finding.annotation === annotation.id ? finding.kind : [])));
  let repaired = annotation;
  if (kinds.has('codes')) repaired = { ...repaired, codes: [...new Set(repaired.codes)] };
  if (kinds.has('date')) repaired = { ...repaired, ...repairedDates(repaired) };
  if (kinds.has('words') || kinds.has('context') || kinds.has('length')) {
    repaired = { ...repaired, target: repairedTarget(repaired, file, context) };
  }
  return kinds.has('id')
    ? { ...repaired, id: copyId({ ...repaired, memo: `${file.coder} ${repaired.memo}` }) }
    : repaired;
}

function repairedDates({ created, modified }: Annotation): Pick<Annotation, 'created' | 'modified'> {
  const [made, changed] = [isDate(created) ? created : '', isDate(modified) ? modified : ''];
  const first = made === '' ? changed : made;
  const last = changed === '' || isBefore(changed, first) ? first : changed;
  return { created: first, modified: last };
}

function repairedTarget({ target }: Annotation, file: AnnotationFile, context: VerifyContext): Annotation['target'] {
  const { document } = context;
  const isSame = document !== undefined && (target.sha256 ?? file.sha256) === document.sha256;
  if (!isSame) return { ...target, end: target.start + Math.max(1, target.quote.length) };
  const place = document.text.slice(target.start, target.end) === target.quote ? target : context.place(target);
  return place ? { ...target, ...targetOf(document.text, place) } : target;
}
