/** What can be written at a place of a codebook file, and what a key there means: from the JSON Schema of codebooks. */
import { type CodebookSchema, dereferenced, schemaAt } from './codebookSchema.js';
import { yamlSpotAt } from './yamlPath.js';

export interface Proposal {
  /** The key or the value. */
  readonly label: string;
  readonly kind: 'key' | 'value';
  /** What to write; `$1`, `$2` … are the places to go on writing, `$` and `}` of the text escaped. */
  readonly snippet: string;
  /** In English, as the schema has it; undefined for values. */
  readonly description: string | undefined;
  /** UTF-16 offset from which the proposal replaces what is typed. */
  readonly start: number;
}

export function proposalsAt(source: string, offset: number): readonly Proposal[] {
  const spot = yamlSpotAt(source, offset);
  const schema = spot && schemaAt(spot.path);
  if (!spot || !schema) return [];
  const { start } = spot;
  const keys = spot.expects === 'key' ? Object.entries(schema.properties ?? {}) : [];
  const values = schema.enum ?? schema.examples ?? [];
  return [
    ...keys
      .filter(([key]) => !spot.keys.includes(key))
      .map(([key, property]): Proposal => {
        const target = dereferenced(property);
        return { label: key, kind: 'key', snippet: snippetOf(key, target), description: target.description, start };
      }),
    ...values.map((value): Proposal => {
      return { label: String(value), kind: 'value', snippet: String(value), description: undefined, start };
    }),
  ];
}

/** A key with as much behind it as there is always to write. */
function snippetOf(key: string, { properties, type }: CodebookSchema): string {
  const nl = properties?.nl;
  if (nl?.type === 'string') return `${key}: { nl: $1, en: $2 }`;
  if (nl) return `${key}:\n  nl: [$1]\n  en: [$2]`;
  if (properties || key === 'codes' || key === 'lists') return `${key}:\n  $1`;
  return type === 'array' || String(type) === 'string,array' ? `${key}: [$1]` : `${key}: $1`;
}

export interface KeyMeaning {
  readonly key: string;
  /** In English, as the schema has it. */
  readonly description: string;
  /** UTF-16 offsets of the key. */
  readonly start: number;
  readonly end: number;
}

/** The key at an offset and what it means; undefined where there is no key, or one that the schema does not know. */
export function meaningAt(source: string, offset: number): KeyMeaning | undefined {
  const start = offset - (/[\w-]*$/.exec(source.slice(0, offset))?.[0].length ?? 0);
  const end = offset + (/^[\w-]*/.exec(source.slice(offset))?.[0].length ?? 0);
  const key = source.slice(start, end);
  const spot = yamlSpotAt(source, end);
  if (spot?.expects !== 'key' || spot.start !== start || !/^["']?\s*:/.test(source.slice(end))) return undefined;
  const description = schemaAt([...spot.path, key])?.description;
  return description === undefined ? undefined : { key, description, start, end };
}
