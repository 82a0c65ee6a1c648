/**
 * An annotation file, `policy-lens/annotations@1` (media/schemas/annotations-1.schema.json). What cannot be written back
 * without losing something is shown as far as it can be read, and never written.
 */
import { type Message, message } from '../message.js';
import { bySpan } from '../text/span.js';
import type { Annotation, UnknownFields } from './annotation.js';
import { annotationToJson, readAnnotation } from './annotationFields.js';
import { type FieldProblem, Fields, isJsonObject } from './fields.js';
import { firstJsonError, jsonPathName, placeOf, placesOf, sizeOf, writtenFields } from './jsonPlace.js';
import { firstMergeMark, markedSides } from './mergeMarks.js';

export const ANNOTATIONS_SCHEMA = 'policy-lens/annotations@1';

/** One coder's annotations of one document. */
export interface AnnotationFile {
  /** Path of the document below the workspace folder, with `/`. */
  readonly document: string;
  /** Hex digest of the document's bytes when the offsets were taken. */
  readonly sha256: string;
  readonly coder: string;
  readonly annotations: readonly Annotation[];
  readonly unknown?: UnknownFields;
}

export interface ReadAnnotations {
  /** What could be read; undefined where nothing could. */
  readonly file?: AnnotationFile;
  readonly messages: readonly Message[];
  /** Whether writing `file` back keeps everything that was in the text. */
  readonly writable: boolean;
}

/** UTF-16 units. 10,000 annotations take about 6 million; a file beyond this is not one of ours. */
const MAX_LENGTH = 64_000_000;

/** Levels. Ours needs 4; a writer gives up at some thousands. */
const MAX_DEPTH = 100;

/** A file that is wrong throughout is wrong for one reason: the first few places tell it. */
const MAX_MESSAGES = 20;

/** Reads a file's text. Never throws. */
export function readAnnotationFile(text: string): ReadAnnotations {
  if (text.length > MAX_LENGTH) return unreadable(message('annotations.tooLarge', [MAX_LENGTH]));
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const value = parseJson(json);
  if (value === undefined) {
    const mark = firstMergeMark(json);
    return mark === undefined ? unreadable(notJson(json)) : readConflicted(json, mark);
  }
  const size = sizeOf(value);
  if (size.depth > MAX_DEPTH) return unreadable(message('annotations.tooDeep', [MAX_DEPTH]));
  const read = readValue(value, json);
  if (writtenFields(json) === size.fields) return read;
  return { ...read, messages: [...read.messages, message('annotations.fieldTwice')], writable: false };
}

function unreadable(problem: Message): ReadAnnotations {
  return { messages: [problem], writable: false };
}

function notJson(json: string): Message {
  return message('annotations.json', [], firstJsonError(json));
}

/** Undefined stands for "not JSON": no JSON text has it as its value. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Shows one's own side of a merge that was left unfinished; only a person can finish it. */
function readConflicted(json: string, mark: number): ReadAnnotations {
  const problem = message('annotations.conflictMarks', [], placeOf(json, mark));
  const ours = parseJson(markedSides(json)?.ours ?? '');
  const file = ours === undefined || sizeOf(ours).depth > MAX_DEPTH ? undefined : readValue(ours, '').file;
  return { ...(file ? { file } : {}), messages: [problem], writable: false };
}

function readValue(value: unknown, json: string): ReadAnnotations {
  const schema = isJsonObject(value) ? value.schema : undefined;
  const version = /^policy-lens\/annotations@(\d+)$/.exec(typeof schema === 'string' ? schema : '')?.[1];
  const problems: FieldProblem[] = [];
  const file = readFields(value, problems);
  if (version !== undefined && Number(version) > 1) {
    const problem = message('annotations.newerSchema', [String(schema)], placesOf(json, [['schema']])[0]);
    return { file, messages: [problem], writable: false };
  }
  if (version !== '1') problems.unshift({ path: ['schema'], expected: ANNOTATIONS_SCHEMA });
  const messages = problemMessages(problems, json);
  return isJsonObject(value) ? { file, messages, writable: messages.length === 0 } : { messages, writable: false };
}

function readFields(value: unknown, problems: FieldProblem[]): AnnotationFile {
  const fields = new Fields(value, () => [], problems);
  fields.value('schema');
  return {
    document: fields.text('document'),
    sha256: fields.text('sha256', ''),
    coder: fields.text('coder'),
    annotations: readAnnotations(fields.list('annotations'), problems),
    ...fields.unknown(),
  };
}

function readAnnotations(values: readonly unknown[], problems: FieldProblem[]): readonly Annotation[] {
  const byId = new Map<string, Annotation>();
  values.forEach((value, index) => {
    const annotation = readAnnotation(value, () => ['annotations', index], problems);
    if (!annotation) return;
    if (byId.has(annotation.id)) problems.push({ path: ['annotations', index, 'id'], expected: 'unique' });
    else byId.set(annotation.id, annotation);
  });
  return [...byId.values()];
}

/** Args: the field, and what was expected there in the words of JSON Schema. */
function problemMessages(problems: readonly FieldProblem[], json: string): readonly Message[] {
  if (problems.length === 0) return [];
  const told = problems.slice(0, MAX_MESSAGES);
  const places = placesOf(
    json,
    told.map((problem) => problem.path),
  );
  return told.map(({ path, expected }, index) =>
    message('annotations.schema', [jsonPathName(path), expected], places[index]),
  );
}

/** Document order; ties by id, so that two writers agree. */
export function inDocumentOrder(annotations: readonly Annotation[]): readonly Annotation[] {
  return [...annotations].sort((a, b) => bySpan(a.target, b.target) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Annotations that did not change since they were last written need not be put into words again. */
const written = new WeakMap<Annotation, string>();

function annotationText(annotation: Annotation): string {
  const known = written.get(annotation);
  if (known !== undefined) return known;
  // Two lists around it put it as far in as it stands in the file: "[\n  [\n    {...}\n  ]\n]".
  const text = JSON.stringify([[annotationToJson(annotation)]], undefined, 2).slice(
    '[\n  [\n    '.length,
    -'\n  ]\n]'.length,
  );
  written.set(annotation, text);
  return text;
}

/** The file's text: document order and one field a line, so that a diff reads well and merges rarely clash. */
export function writeAnnotationFile({ document, sha256, coder, annotations, unknown }: AnnotationFile): string {
  const items = inDocumentOrder(annotations).map((annotation) => `\n    ${annotationText(annotation)}`);
  const fields = [
    ...Object.entries({ schema: ANNOTATIONS_SCHEMA, document, sha256, coder }).map(field),
    `  "annotations": [${items.join(',')}${items.length > 0 ? '\n  ' : ''}]`,
    ...Object.entries(unknown ?? {}).map(field),
  ];
  return `{\n${fields.join(',\n')}\n}\n`;
}

function field([name, value]: readonly [string, unknown]): string {
  return JSON.stringify({ [name]: value }, undefined, 2).slice('{\n'.length, -'\n}'.length);
}
