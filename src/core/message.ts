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
  /** Args: the field (`annotations[3].target.start`), what was expected (`integer >= 0`). */
  | 'annotations.schema'
  /** Args: the schema found. */
  | 'annotations.newerSchema'
  | 'annotations.conflictMarks'
  /** Args: the most UTF-16 units that are read. */
  | 'annotations.tooLarge'
  /** Args: the most levels that are read. */
  | 'annotations.tooDeep'
  /** A field stands twice in one object, as after a merge that kept both sides. */
  | 'annotations.fieldTwice'
  /** The file lies elsewhere than its `document` and `coder` say. Args: where they say. */
  | 'annotations.misplaced'
  /** Args: the code path, how many annotations have it. */
  | 'annotations.unknownCode'
  /** The file system refused; nothing was written. Args: the annotation file, the reason in its words. */
  | 'annotations.readOnly'
  /** The file has problems of its own, so the decision was not taken. Args: the annotation file. */
  | 'annotations.notWritable'
  /** The document is in no workspace folder, so decisions cannot be kept. Args: the document. */
  | 'annotations.noFolder'
  /** Another window or program had changed the same annotations; both versions are kept. Args: the file, how many. */
  | 'annotations.changedElsewhere'
  | 'document.binary'
  | 'document.tooLarge'
  | 'document.invalidUtf8'
  | 'document.unreadable'
  | 'documents.csv';

export function message(key: MessageKey, args: readonly (string | number)[] = [], place?: Message['place']): Message {
  return place ? { key, args, place } : { key, args };
}
