/** The JSON Schema of codebook files, and the way from a place in a codebook to what the schema says about it. */
import schemaJson from '../../../media/schemas/codebook-1.schema.json';

/** As much of JSON Schema (draft 7) as the codebook schema uses. */
export interface CodebookSchema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number)[];
  readonly examples?: readonly (string | number)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, CodebookSchema>>;
  readonly additionalProperties?: boolean | CodebookSchema;
  readonly items?: CodebookSchema;
  readonly definitions?: Readonly<Record<string, CodebookSchema>>;
  readonly $ref?: string;
}

export const codebookSchema: CodebookSchema = schemaJson;

/** The same, for a validator that knows all of JSON Schema. */
export const schemaFile: object = schemaJson;

/** What stands behind a `$ref`; the description beside the reference goes before the one behind it. */
export function dereferenced(schema: CodebookSchema): CodebookSchema {
  const name = schema.$ref?.replace('#/definitions/', '');
  const target = name === undefined ? undefined : codebookSchema.definitions?.[name];
  if (!target) return schema;
  return schema.description === undefined ? target : { ...target, description: schema.description };
}

/** The schema of the value at a path, or undefined where the schema knows no such place. */
export function schemaAt(path: readonly (string | number)[]): CodebookSchema | undefined {
  let schema: CodebookSchema | undefined = codebookSchema;
  for (const step of path) {
    if (!schema) return undefined;
    schema = typeof step === 'number' ? schema.items : propertySchema(schema, step);
    if (schema) schema = dereferenced(schema);
  }
  return schema;
}

function propertySchema({ properties, additionalProperties }: CodebookSchema, key: string): CodebookSchema | undefined {
  if (properties && Object.hasOwn(properties, key)) return properties[key];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

/** Keys that the schema knows at a path; empty where any key will do. */
export function knownKeys(path: readonly (string | number)[]): readonly string[] {
  return Object.keys(schemaAt(path)?.properties ?? {});
}
