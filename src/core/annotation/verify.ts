/**
 * What must hold of annotation files, and where it does not. Only looks: `repair.ts` mends. What merely changed in a document, so
 * that an annotation has to be looked for, is no finding: only what contradicts itself is.
 */
import type { Message } from '../message.js';
import { message } from '../message.js';
import type { Annotation, Target } from './annotation.js';
import { type AnnotationFile, inDocumentOrder } from './annotationFile.js';
import { mergeMarked } from './mergeTexts.js';
import { targetOf } from './target.js';

/**
 * `unreadable`: cannot be read, or not wholly; `marks`: git left merge marks; `misplaced`: lies elsewhere than it says;
 * `document`: there is no such document; `words`: the text of the very document that was annotated says something else there;
 * `context`: so do the words around it; `length`: the words are not as long as the span; `id`: of several annotations;
 * `code`: in no codebook; `codes`: one code twice; `date`: none, or changed before it was made; `order`: not that of the document.
 */
export type FindingKind =
  | 'unreadable'
  | 'marks'
  | 'misplaced'
  | 'document'
  | 'words'
  | 'context'
  | 'length'
  | 'id'
  | 'code'
  | 'codes'
  | 'date'
  | 'order';

export interface Finding {
  readonly kind: FindingKind;
  /** Of the annotation file, below the workspace folder. */
  readonly path: string;
  /** Id of the annotation; left out where the whole file is meant. */
  readonly annotation?: string;
  readonly message: Message;
  /** Whether `repair` can mend it. */
  readonly isRepairable: boolean;
}

export interface FileToVerify {
  readonly path: string;
  /** As it stands on disk; undefined where it cannot be read at all. */
  readonly text: string | undefined;
  /** What could be read of it, and what is wrong with it. */
  readonly file: AnnotationFile | undefined;
  readonly messages: readonly Message[];
  /** Where its document and coder say that it belongs, where that is elsewhere. */
  readonly belongs?: { readonly path: string; readonly isFree: boolean };
}

export interface VerifyContext {
  /** The document as it is stored; undefined where there is none. */
  readonly document: { readonly text: string; readonly sha256: string } | undefined;
  /** Whether a codebook has a code. */
  isKnown(code: string): boolean;
  /** Where words are that are not where they should be; undefined where that is not certain. */
  place(target: Target): Target | undefined;
}

/** What is wrong with one file, in itself and with its document. */
export function verifyFile(to: FileToVerify, context: VerifyContext): readonly Finding[] {
  const { path, file } = to;
  const findings = fileFindings(to);
  if (!file) return findings;
  const found = (kind: FindingKind, said: Message, rest: Partial<Finding> = {}): Finding => ({
    ...{ kind, path, message: said, isRepairable: false, ...rest },
  });
  if (!context.document) findings.push(found('document', message('document.missing', [file.document])));
  if (isOutOfOrder(file)) findings.push(found('order', message('verify.order'), { isRepairable: true }));
  for (const annotation of file.annotations) {
    for (const { kind, said, isRepairable } of annotationFindings(annotation, file, context)) {
      findings.push(found(kind, said, { annotation: annotation.id, isRepairable }));
    }
  }
  return findings;
}

function fileFindings({ path, text, messages, belongs }: FileToVerify): Finding[] {
  return messages.map((said): Finding => {
    if (said.key === 'annotations.conflictMarks') {
      const merged = mergeMarked(text ?? '');
      return { kind: 'marks', path, message: said, isRepairable: merged !== undefined && 'text' in merged };
    }
    if (said.key === 'annotations.misplaced') {
      return { kind: 'misplaced', path, message: said, isRepairable: belongs?.isFree ?? false };
    }
    const isIdTwice = said.key === 'annotations.schema' && said.args[1] === 'unique';
    return { kind: isIdTwice ? 'id' : 'unreadable', path, message: said, isRepairable: isIdTwice };
  });
}

/** Ids that several files have, in the order of `files`; the first one that has it keeps it. */
export function verifyIds(files: readonly FileToVerify[]): readonly Finding[] {
  const first = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { path, file } of files) {
    for (const { id } of file?.annotations ?? []) {
      const other = first.get(id);
      if (other === undefined) first.set(id, path);
      else {
        const said = message('verify.idElsewhere', [id, other]);
        findings.push({ kind: 'id', path, annotation: id, message: said, isRepairable: true });
      }
    }
  }
  return findings;
}

function isOutOfOrder({ annotations }: AnnotationFile): boolean {
  return inDocumentOrder(annotations).some((annotation, index) => annotation !== annotations[index]);
}

interface Said {
  readonly kind: FindingKind;
  readonly said: Message;
  readonly isRepairable: boolean;
}

function annotationFindings(annotation: Annotation, file: AnnotationFile, context: VerifyContext): readonly Said[] {
  const { codes, created, modified, id } = annotation;
  const said: Said[] = [];
  const add = (kind: FindingKind, words: Message, isRepairable: boolean) =>
    said.push({ kind, said: words, isRepairable });
  for (const code of new Set(codes)) {
    if (!context.isKnown(code)) add('code', message('verify.code', [id, code]), false);
  }
  if (new Set(codes).size < codes.length) add('codes', message('verify.codes', [id]), true);
  if (!isDate(created) || !isDate(modified)) add('date', message('verify.date', [id]), true);
  else if (isBefore(modified, created)) add('date', message('verify.dates', [id]), true);
  const place = placeFinding(annotation, file, context);
  if (place) said.push(place);
  return said;
}

/** Where the document is the very one that was annotated, the words must be there; else there is nothing to compare with. */
function placeFinding({ id, target }: Annotation, file: AnnotationFile, context: VerifyContext): Said | undefined {
  const { document } = context;
  const isSame = document !== undefined && (target.sha256 ?? file.sha256) === document.sha256;
  if (!isSame) {
    const isLong = target.end - target.start === target.quote.length;
    return isLong ? undefined : { kind: 'length', said: message('verify.length', [id]), isRepairable: true };
  }
  const there = targetOf(document.text, target);
  if (there.quote !== target.quote) {
    const said = message('verify.words', [id, short(target.quote), short(there.quote)]);
    return { kind: 'words', said, isRepairable: context.place(target) !== undefined };
  }
  const isContext = there.prefix === target.prefix && there.suffix === target.suffix;
  return isContext ? undefined : { kind: 'context', said: message('verify.context', [id]), isRepairable: true };
}

/** UTF-16 units of a quotation that a message shows. */
const SHOWN = 60;

function short(quote: string): string {
  return quote.length <= SHOWN ? quote : `${quote.slice(0, SHOWN - 1)}…`;
}

/** ISO 8601 in UTC. A date that was left out is none that is wrong. */
export function isDate(text: string): boolean {
  const [, month = '', day = '', hour = '', minute = '', second = ''] =
    /^\d{4}-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?Z$/.exec(text) ?? [];
  if (month === '') return text === '';
  const isIn = (part: string, least: number, most: number) => Number(part) >= least && Number(part) <= most;
  return isIn(month, 1, 12) && isIn(day, 1, 31) && isIn(hour, 0, 23) && isIn(minute, 0, 59) && isIn(second, 0, 60);
}

export function isBefore(date: string, other: string): boolean {
  // To the second: a fraction may be written or not.
  return date !== '' && other !== '' && date.slice(0, 19) < other.slice(0, 19);
}
