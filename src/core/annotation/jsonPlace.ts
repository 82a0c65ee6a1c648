/** Where in a JSON text something is, for messages. Called only when there is something to say: it is not fast. */
import { findNodeAtLocation, type ParseError, parse, parseTree } from 'jsonc-parser';
import type { Message } from '../message.js';

/** Names of fields and indexes of array elements, from the root. */
export type JsonPath = readonly (string | number)[];

type Place = NonNullable<Message['place']>;

/** Line and column, from 1, of a UTF-16 offset. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** Where a text stops being JSON; undefined where that cannot be told (nested beyond what a parser can follow). */
export function firstJsonError(text: string): Place | undefined {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true });
  } catch {
    return undefined;
  }
  const first = errors[0];
  return first ? placeOf(text, first.offset) : undefined;
}

/** Where each value is, or the nearest one around it that exists; undefined where the text nests too deeply. */
export function placesOf(text: string, paths: readonly JsonPath[]): readonly (Place | undefined)[] {
  try {
    const root = parseTree(text);
    if (!root) return paths.map(() => undefined);
    return paths.map((path) => {
      for (let length = path.length; length >= 0; length--) {
        const node = findNodeAtLocation(root, path.slice(0, length));
        if (node) return placeOf(text, node.offset);
      }
      return undefined;
    });
  } catch {
    return paths.map(() => undefined);
  }
}

/** `annotations[3].target.start`, as messages name a field. */
export function jsonPathName(path: JsonPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

/** How deep and how wide a JSON value is. */
export interface JsonSize {
  readonly depth: number;
  /** Fields of all objects in it. */
  readonly fields: number;
}

/** Walks without recursion, so that no nesting can exhaust the stack. */
export function sizeOf(value: unknown): JsonSize {
  let depth = 0;
  let fields = 0;
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    const children = Object.values(next.value);
    const below = next.depth + 1;
    if (!Array.isArray(next.value)) fields += children.length;
    depth = Math.max(depth, below);
    for (const child of children) open.push({ value: child, depth: below });
  }
  return { depth, fields };
}

/**
 * How many fields a JSON text writes out. More than its value has means that an object names a field twice, of which
 * `JSON.parse` keeps only the last: a merge that kept both sides does this.
 */
export function writtenFields(json: string): number {
  let fields = 0;
  for (let open = json.indexOf('"'); open >= 0; ) {
    const close = endOfString(json, open);
    if (close < 0) break;
    let after = close + 1;
    while (' \t\r\n'.includes(json[after] ?? '-')) after++;
    if (json[after] === ':') fields++;
    open = json.indexOf('"', after);
  }
  return fields;
}

/** Where the string that opens at `open` closes: at the first quotation mark with no odd run of backslashes before it. */
function endOfString(json: string, open: number): number {
  for (let close = json.indexOf('"', open + 1); close >= 0; close = json.indexOf('"', close + 1)) {
    let escapes = 0;
    while (json[close - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return close;
  }
  return -1;
}
