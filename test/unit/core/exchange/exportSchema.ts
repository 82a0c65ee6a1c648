import { Validator } from '@cfworker/json-schema';
import schema from '../../../../media/schemas/export-1.schema.json';

// The validator writes its own marks into the schema that it is given.
const validatorOf = (part: object): Validator => new Validator(structuredClone(part), '2020-12', false);
const validator = validatorOf(schema);
const rowValidator = validatorOf({ ...schema.$defs.row, $defs: schema.$defs });

const complaints = (validated: ReturnType<Validator['validate']>): readonly string[] =>
  validated.errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);

/** What the schema has against an export; empty for a valid one. */
export function exportProblems(value: unknown): readonly string[] {
  return complaints(validator.validate(value));
}

/** What the schema has against one row. */
export function rowProblems(value: unknown): readonly string[] {
  return complaints(rowValidator.validate(value));
}

export const exportSchema = schema;
