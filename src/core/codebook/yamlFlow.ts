/** What stands at a place inside `{…}` or `[…]` of YAML, which may be unfinished: it is being typed. */
import type { YamlPath } from './yamlSource.js';

/** A bracket that is open at the place, and how far it has come. */
interface OpenBracket {
  readonly kind: '{' | '[';
  readonly keys: string[];
  /** The key before the last colon; undefined while a key is being typed. */
  key: string | undefined;
  index: number;
}

export interface FlowSpot {
  /** Steps from the value that the outermost bracket opens. */
  readonly path: YamlPath;
  readonly expects: 'key' | 'value';
  /** Where what is being typed starts. */
  readonly start: number;
  /** Keys that stand in the innermost braces already. */
  readonly keys: readonly string[];
}

export interface FlowScan {
  /** Offset behind the closing bracket; undefined where it is not closed before `end`. */
  readonly closedAt: number | undefined;
  readonly spot: FlowSpot;
}

/** Reads from the bracket at `start` to its end, or to `end`. */
export function scanFlow(source: string, start: number, end: number): FlowScan {
  const open: OpenBracket[] = [];
  let typedFrom = start;
  for (let at = start; at < end; at++) {
    const sign = source.charAt(at);
    if (sign === '"' || sign === "'") {
      at = closingQuote(source, at, end);
    } else if (sign === '{' || sign === '[') {
      open.push({ kind: sign, keys: [], key: undefined, index: 0 });
      typedFrom = at + 1;
    } else if (sign === '}' || sign === ']') {
      open.pop();
      if (open.length === 0) return { closedAt: at + 1, spot: spotOf(open, typedFrom) };
    } else if (sign === ',' || (sign === ':' && /[\s"'[{]|$/.test(source.charAt(at + 1)))) {
      step(open.at(-1), sign, source.slice(typedFrom, at));
      typedFrom = at + 1;
    }
  }
  const lead = /^\s*/.exec(source.slice(typedFrom, end))?.[0].length ?? 0;
  return { closedAt: undefined, spot: spotOf(open, typedFrom + lead) };
}

function step(bracket: OpenBracket | undefined, sign: ',' | ':', typed: string): void {
  if (!bracket) return;
  if (sign === ',') {
    bracket.key = undefined;
    bracket.index++;
  } else if (bracket.kind === '{') {
    bracket.key = unquoted(typed.trim());
    bracket.keys.push(bracket.key);
  }
}

function closingQuote(source: string, from: number, end: number): number {
  const quote = source.charAt(from);
  for (let at = from + 1; at < end; at++) {
    if (source.charAt(at) === '\\' && quote === '"') at++;
    else if (source.charAt(at) === quote) return at;
  }
  return end;
}

function spotOf(open: readonly OpenBracket[], start: number): FlowSpot {
  const path = open.flatMap(
    ({ kind, key, index }): YamlPath => (kind === '[' ? [index] : key === undefined ? [] : [key]),
  );
  const last = open.at(-1);
  const expects = last?.kind === '{' && last.key === undefined ? 'key' : 'value';
  return { path, expects, start, keys: last?.keys ?? [] };
}

export function unquoted(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}
