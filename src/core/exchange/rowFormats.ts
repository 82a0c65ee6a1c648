/** The forms of an export, by name; `formats.ts` has what they are. */
export type RowFormat = 'json' | 'jsonl' | 'csv';

export const ROW_FORMATS: readonly RowFormat[] = ['json', 'jsonl', 'csv'];
