/** Checks a codebook against its JSON Schema, and says what is wrong in the words of someone who writes codebooks. */
import { type OutputUnit, Validator } from '@cfworker/json-schema';
import { isJsonObject } from '../annotation/fields.js';
import type { Message } from '../message.js';
import { closest } from './closest.js';
import { type CodebookSchema, knownKeys, schemaAt, schemaFile } from './codebookSchema.js';
import type { YamlPath } from './yamlSource.js';

/** A message without its place, which `path` stands for: the value there, or its key. */
export interface Finding {
  readonly key: Message['key'];
  readonly args: Message['args'];
  readonly path: YamlPath;
  readonly at: 'key' | 'value';
}

/** What `within` may be, in the notation that all messages use for it. */
const WITHIN = 'sentence, clause, 2 … 100';

/** More breaches than these are not worked out: nobody reads them, and each has to be looked up in the file. */
const MAX_FINDINGS = 200;

/** Every breach of the schema, the first one at each place. Throws `RangeError` for a value nested deeper than the stack. */
export function checkSchema(value: unknown): readonly Finding[] {
  const findings = new Map<string, Finding>();
  const seen = new Set<string>();
  for (const error of validate(value)) {
    // A mapping with several unknown keys is reported for each; all of them are found at the first.
    const breach = `${error.instanceLocation} ${error.keyword}`;
    if (seen.has(breach)) continue;
    seen.add(breach);
    const path = pathOf(error.instanceLocation, value);
    for (const finding of findingsOf(error, path, valueAt(value, path))) {
      const place = JSON.stringify([finding.path, finding.key === 'codebook.missingKey' ? finding.args : '']);
      if (!findings.has(place)) findings.set(place, finding);
      if (findings.size >= MAX_FINDINGS) return [...findings.values()];
    }
  }
  return [...findings.values()];
}

function validate(value: unknown): readonly OutputUnit[] {
  try {
    return new Validator({ ...schemaFile }, '7', false).validate(value).errors;
  } catch (error) {
    // The validator writes places as URIs, which a key with half a character (a lone surrogate) cannot be part of.
    if (error instanceof URIError) return [];
    throw error;
  }
}

/** The validator reports every level up to the root; only the breach itself (the leaf) says something. */
function findingsOf({ keyword, keywordLocation }: OutputUnit, path: YamlPath, value: unknown): readonly Finding[] {
  const schema = schemaAt(path);
  if (!schema) return [];
  const name = nameOf(path);
  const finding = (key: Message['key'], ...args: Message['args']): Finding[] => [{ key, args, path, at: 'value' }];
  if (keywordLocation.includes('/propertyNames/')) return badListNames(path, value);
  switch (keyword) {
    case 'required':
      return missingKeys(schema, path, value);
    case 'additionalProperties':
      return schema.additionalProperties === false ? unknownKeys(path, value) : [];
    case 'type':
      return finding(expectation(schema), name);
    case 'enum':
      if (path[0] === 'schema') return finding('codebook.schema', String(schema.enum));
      return finding('codebook.notOneOf', name, String(value), (schema.enum ?? []).join(', '));
    case 'pattern':
      return name === 'within'
        ? finding('codebook.notOneOf', name, String(value), WITHIN)
        : finding('codebook.badId', String(value));
    case 'maxLength':
      return finding('codebook.badId', String(value));
    case 'minimum':
    case 'maximum':
      return finding('codebook.outOfRange', name, Number(value), schema.minimum ?? 0, schema.maximum ?? 0);
    case 'minLength':
      return finding('codebook.emptyText', name);
    case 'minItems':
    case 'minProperties':
      return finding(schema.properties ? expectation(schema) : 'codebook.emptyList', name);
    default:
      return [];
  }
}

const EXPECTATIONS: Readonly<Record<string, Message['key']>> = {
  string: 'codebook.expectText',
  array: 'codebook.expectList',
  object: 'codebook.expectMapping',
  number: 'codebook.expectNumber',
  integer: 'codebook.expectWholeNumber',
  'string,array': 'codebook.expectTextOrList',
  'string,object': 'codebook.expectTextOrMapping',
  'string,integer': 'codebook.expectWithin',
};

function expectation(schema: CodebookSchema): Message['key'] {
  const perLanguage = schema.properties?.nl;
  if (perLanguage) return perLanguage.type === 'string' ? 'codebook.expectBilingual' : 'codebook.expectPhrases';
  return EXPECTATIONS[String(schema.type)] ?? 'codebook.expectText';
}

function missingKeys(schema: CodebookSchema, path: YamlPath, value: unknown): readonly Finding[] {
  if (!isJsonObject(value)) return [];
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(value, key));
  return missing.map((key) => ({ key: 'codebook.missingKey', args: [key], path, at: 'value' }));
}

function unknownKeys(path: YamlPath, value: unknown): readonly Finding[] {
  if (!isJsonObject(value)) return [];
  const known = knownKeys(path);
  const unknown = Object.keys(value)
    .filter((key) => !known.includes(key))
    .slice(0, MAX_FINDINGS);
  return unknown.map((key) => {
    const place = { path: [...path, key], at: 'key' as const };
    // { nl: trust, also in writing }: YAML takes what follows the comma for a key of its own, without a value.
    if (value[key] === null && key.includes(' ')) return { key: 'codebook.commaInText', args: [key], ...place };
    const meant = closest(key, known);
    return meant
      ? { key: 'codebook.unknownKeyMeant', args: [key, meant], ...place }
      : { key: 'codebook.unknownKey', args: [key, known.join(', ')], ...place };
  });
}

function badListNames(path: YamlPath, value: unknown): readonly Finding[] {
  if (!isJsonObject(value)) return [];
  const bad = Object.keys(value).filter((name) => !/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name));
  return bad.map((name) => ({ key: 'codebook.badListName', args: [name], path: [...path, name], at: 'key' }));
}

/** The key that a person reads: the last one on the path that is not a number. */
function nameOf(path: YamlPath): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}

/** `#/codes/0/name` as a path. A step into a list is a number, into a mapping a text, also where it looks like a number. */
function pathOf(location: string, root: unknown): YamlPath {
  const path: (string | number)[] = [];
  let value = root;
  for (const part of location.split('/').slice(1)) {
    const step = decodeURI(part.replaceAll('%23', '#')).replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(step) : step);
    value = valueAt(value, path.slice(-1));
  }
  return path;
}

function valueAt(root: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, root);
}
