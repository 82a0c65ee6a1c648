/**
 * What core has to say to a person, as data: the edges put it into words in the user's language. `key` is a stable name,
 * `args` fill the places; `place` says where, with line and column from 1.
 */
export interface Message {
  readonly key: MessageKey;
  readonly args: readonly (string | number)[];
  readonly place?: { readonly line: number; readonly column: number };
}

/** Each key has its sentence in `ui/platform/messages.ts` (both languages) and in `cliMessages.ts` (English). */
export type MessageKey =
  | 'codebook.yaml'
  | 'codebook.schema'
  | 'codebook.newerSchema'
  | 'codebook.duplicateId'
  | 'codebook.unknownList'
  | 'codebook.badPattern'
  | 'codebook.unknownDerived'
  | 'codebook.missingLanguage'
  | 'codebook.duplicateCodebook'
  | 'codebook.tooLarge'
  | 'annotations.json'
  | 'annotations.schema'
  | 'annotations.newerSchema'
  | 'annotations.conflictMarks'
  | 'annotations.unknownCode'
  | 'annotations.readOnly'
  | 'annotations.changedElsewhere'
  | 'document.binary'
  | 'document.tooLarge'
  | 'document.invalidUtf8'
  | 'document.unreadable'
  | 'documents.csv';

export function message(key: MessageKey, args: readonly (string | number)[] = [], place?: Message['place']): Message {
  return place ? { key, args, place } : { key, args };
}
