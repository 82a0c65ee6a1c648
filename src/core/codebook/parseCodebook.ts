/** From a codebook file to a codebook. Pulls in the YAML library: load this module when there is a file to read. */
import { isJsonObject } from '../annotation/fields.js';
import { type Message, message } from '../message.js';
import { checkDerived, checkLanguages, checkScoring } from './checkCodebook.js';
import { checkSchema, type Finding } from './checkSchema.js';
import type { Codebook } from './codebook.js';
import { readCodebook } from './readCodebook.js';
import { readYaml, type YamlSource } from './yamlSource.js';

/** Characters: twice the largest built-in codebook. Longer files can be made that keep the YAML library busy for a minute. */
const MAX_LENGTH = 600_000;

/** Levels of brackets or hyphens; codebooks have about six. Checked first, since the YAML library takes seconds to give up. */
const MAX_DEPTH = 100;

/** After so many messages the rest is left unsaid, and not looked up in the file. */
const MAX_MESSAGES = 200;
const MAX_FINDINGS = 500;

/** The number behind `policy-lens/codebook@` that this version reads. */
const SCHEMA_VERSION = 1;
const SCHEMA = `policy-lens/codebook@${SCHEMA_VERSION}`;

export interface ParsedCodebook {
  /** Undefined when nothing in the file can be used. What is right still works: a broken indicator is left out. */
  readonly codebook?: Codebook;
  /** In the order of the file; each with line and column. */
  readonly messages: readonly Message[];
}

/** `file`: the file's name or path; it names a codebook that has no id of its own. Never throws. */
export function parseCodebook(source: string, file: string): ParsedCodebook {
  const start = { line: 1, column: 1 };
  if (source.length > MAX_LENGTH) {
    return { messages: [message('codebook.tooLarge', [source.length, MAX_LENGTH], start)] };
  }
  if (isTooDeep(source)) return { messages: [message('codebook.tooDeep', [], start)] };
  try {
    return parseYaml(readYaml(withoutLoneSurrogates(source)), file);
  } catch (error) {
    if (error instanceof RangeError) return { messages: [message('codebook.tooDeep', [], start)] };
    throw error;
  }
}

function parseYaml(yaml: YamlSource, file: string): ParsedCodebook {
  const { value } = yaml;
  if (value === undefined && yaml.messages.length > 0) return { messages: inOrder(yaml.messages) };
  if (!isJsonObject(value)) return { messages: [message('codebook.notMapping', [], yaml.place([]))] };
  const newer = newerSchema(value.schema);
  if (newer) return { messages: [message('codebook.newerSchema', [newer, SCHEMA], yaml.place(['schema']))] };
  const findings: Finding[] = [...checkSchema(value)];
  const lineOf = (path: Finding['path']): number => yaml.place(path).line;
  const codebook = readCodebook(value, { report: (finding) => findings.push(finding), lineOf }, idOfFile(file));
  if (codebook) findings.push(...checksOf(codebook, value));
  const messages = inOrder([
    ...yaml.messages,
    ...findings.slice(0, MAX_FINDINGS).map(({ key, args, path, at }) => message(key, args, yaml.place(path, at))),
  ]);
  return codebook ? { codebook, messages } : { messages };
}

function checksOf(codebook: Codebook, value: Readonly<Record<string, unknown>>): readonly Finding[] {
  return [...checkDerived(codebook, value.codes), ...checkScoring(value.codes), ...checkLanguages(value)];
}

/** Counts brackets in texts too, which do not come to a hundred without closing. */
function isTooDeep(source: string): boolean {
  if (new RegExp(`(?:[-?] +){${MAX_DEPTH}}`).test(source)) return true;
  let depth = 0;
  for (const [bracket] of source.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

function newerSchema(schema: unknown): string | undefined {
  const number = /^policy-lens\/codebook@(\d+)$/.exec(String(schema))?.[1];
  return number !== undefined && Number(number) > SCHEMA_VERSION ? String(schema) : undefined;
}

function inOrder(messages: readonly Message[]): readonly Message[] {
  const at = ({ place }: Message): number => (place ? place.line * 1_000_000 + place.column : 0);
  return [...messages].sort((a, b) => at(a) - at(b)).slice(0, MAX_MESSAGES);
}

/** `codebooks/My codes.yaml` names the codebook `my-codes`. */
function idOfFile(file: string): string {
  const name = file.split(/[\\/]/u).at(-1) ?? '';
  const id = name
    .replace(/\.ya?ml$/iu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-');
  return id.replace(/^-+|-+$/gu, '').slice(0, 64) || 'codebook';
}

/** Half characters are no text; in their place the sign for what cannot be read, so that every offset stays. */
function withoutLoneSurrogates(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}
