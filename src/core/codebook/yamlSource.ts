/** Reads YAML that a person wrote, and keeps the way back from every value to its line and column. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  Scalar,
  visit,
} from 'yaml';
import { type Message, message } from '../message.js';

export type YamlPath = readonly (string | number)[];
type Place = NonNullable<Message['place']>;

/** More uses of anchors than any hand-written codebook has, fewer than a file made to fill the memory needs. */
const MAX_ALIASES = 50;

/** One mistake in the structure makes the parser stumble over what follows: the first few tell enough. */
const MAX_STRUCTURE_ERRORS = 5;

/** Mistakes that leave no doubt about what was meant, so that the rest can be used. */
const HARMLESS: ReadonlySet<string> = new Set(['BAD_SCALAR_START', 'TAG_RESOLVE_FAILED']);

export interface YamlSource {
  /** Plain data; undefined when the structure of the file is broken. */
  readonly value: unknown;
  readonly messages: readonly Message[];
  /** Where the value at a path, or its key, stands; for a missing one the nearest that is there. Lines and columns from 1. */
  place(path: YamlPath, at?: 'key' | 'value'): Place;
}

/** Throws `RangeError` for a file that is nested deeper than the stack. */
export function readYaml(source: string): YamlSource {
  const lines = new LineCounter();
  // uniqueKeys compares every key with every other; `duplicateKeys` does not.
  const options = { prettyErrors: false, strict: true, uniqueKeys: false, logLevel: 'error' } as const;
  const document = parseDocument(source, { ...options, lineCounter: lines });
  // The library reports the first overflow of the stack as a mistake in the file, and goes on to the next.
  if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) throw new RangeError('nested too deeply');
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const at = (key: Message['key'], args: Message['args'], offset: number): Message =>
    message(key, args, placeAt(offset));
  const place: YamlSource['place'] = (path, side = 'value') => placeAt(offsetOf(document, path, side));

  const harmless = document.errors.filter((error) => HARMLESS.has(error.code));
  const structural = document.errors.filter((error) => !HARMLESS.has(error.code));
  const aliases = quoteAliases(document);
  const messages = [
    ...structural.slice(0, MAX_STRUCTURE_ERRORS).map((error) => at(...describe(error, source))),
    ...harmless.map((error) => at(...describe(error, source))),
    ...aliases.unquoted.map(([text, offset]) => at('codebook.needsQuotes', [text], offset)),
    ...duplicateKeys(document).map(([key, offset]) => at('codebook.duplicateKey', [key], offset)),
  ];
  if (structural.length > 0) return { value: undefined, messages, place };
  const swelling = { value: undefined, messages: [...messages, at('codebook.tooManyAliases', [], 0)], place };
  if (aliases.count > MAX_ALIASES) return swelling;
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }), messages, place };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return swelling;
  }
}

interface YamlProblem {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

function describe(
  { code, message: text, pos }: YamlProblem,
  source: string,
): [Message['key'], Message['args'], number] {
  if (code === 'TAB_AS_INDENT') return ['codebook.tabIndent', [], pos[0]];
  if (code === 'BAD_SCALAR_START') return ['codebook.needsQuotes', [plainTextAt(source, pos[0])], pos[0]];
  return ['codebook.yaml', [text], pos[0]];
}

/** The unquoted text that starts at an offset, up to the end of the entry or the line. */
function plainTextAt(source: string, offset: number): string {
  return (/^[^\n,\]}#]*/.exec(source.slice(offset, offset + 200))?.[0] ?? '').trim();
}

interface Aliases {
  /** Texts that should have stood between quotes, with their offsets. */
  readonly unquoted: readonly (readonly [string, number])[];
  /** How many refer to an anchor that is there. */
  readonly count: number;
}

/**
 * `*toezicht` without quotes is an alias to YAML, but to a researcher a word that ends so. Where no such anchor exists, it is
 * taken as text. (Not by `alias.resolve`, which searches the whole file each time.)
 */
function quoteAliases(document: Document.Parsed): Aliases {
  const anchors = new Set<string>();
  visit(document, {
    Value(_key, { anchor }) {
      if (anchor !== undefined) anchors.add(anchor);
    },
  });
  const unquoted: [string, number][] = [];
  let count = 0;
  visit(document, {
    Alias(_key, alias) {
      if (anchors.has(alias.source)) {
        count++;
        return undefined;
      }
      const text = new Scalar(`*${alias.source}`);
      text.range = alias.range ?? null;
      unquoted.push([text.value, alias.range?.[0] ?? 0]);
      return text;
    },
  });
  return { unquoted, count };
}

function duplicateKeys(document: Document.Parsed): [string, number][] {
  const found: [string, number][] = [];
  visit(document, {
    Map(_key, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) found.push([name, key.range?.[0] ?? 0]);
        seen.add(name);
      }
    },
  });
  return found;
}

function offsetOf(document: Document.Parsed, path: YamlPath, side: 'key' | 'value'): number {
  let node: Node | null | undefined = document.contents;
  let offset = startOf(node, 0);
  for (const [index, step] of path.entries()) {
    const { key, value } = childOf(isAlias(node) ? node.resolve(document) : node, step);
    const isLast = index === path.length - 1;
    if (!key && !value) return offset;
    offset = isLast && side === 'key' ? startOf(key ?? value, offset) : startOf(value ?? key, offset);
    node = value;
  }
  return offset;
}

interface Child {
  readonly key?: Node | undefined;
  readonly value?: Node | undefined;
}

function childOf(node: Node | null | undefined, step: string | number): Child {
  if (isSeq<Node>(node) && typeof step === 'number') return { value: node.items[step] };
  if (!isMap<Node, Node | null>(node)) return {};
  // The last of two equal keys, as in the value.
  const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair ? { key: pair.key, value: pair.value ?? undefined } : {};
}

function startOf(node: Node | null | undefined, otherwise: number): number {
  return node?.range?.[0] ?? otherwise;
}
