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
  | CodebookMessageKey
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
  /** Nobody has said who decides. */
  | 'annotations.noCoder'
  /** The document is in no workspace folder, so decisions cannot be kept. Args: the document. */
  | 'annotations.noFolder'
  /** Another window or program had changed the same annotations; both versions are kept. Args: the file, how many. */
  | 'annotations.changedElsewhere'
  /** It was deleted elsewhere at this moment, and is written again with all that was in it. Args: the file. */
  | 'annotations.vanished'
  /** A file that a step changes beside annotations is another than expected, and was left. Args: the file. */
  | 'step.fileChanged'
  /** Its document is elsewhere now, but the file has problems of its own, or is changed all the time. Args: the file, the document. */
  | 'annotations.notMoved'
  /** The file system refused; what was written at the new place is kept. Args: the annotation file, the reason in its words. */
  | 'annotations.notRemoved'
  /** The document was moved to where decisions cannot be kept. Args: the document, as it was named. */
  | 'annotations.movedOutside'
  /** Annotations are not in the order of the document. */
  | 'verify.order'
  /** Args: the annotation's id, the file that has it too. */
  | 'verify.idElsewhere'
  /** The code is in no codebook. Args: the annotation's id, the code path. */
  | 'verify.code'
  /** Of one annotation, whose id is the first argument: a code stands there twice; a date is none; it was changed before it was made. */
  | 'verify.codes'
  | 'verify.date'
  | 'verify.dates'
  /** So many units as the quotation has do not lie between start and end. Args: the annotation's id. */
  | 'verify.length'
  /** Args: the annotation's id, its quotation, what the document says there (the beginnings of both). */
  | 'verify.words'
  /** The words before or after it are others. Args: the annotation's id. */
  | 'verify.context'
  | 'document.binary'
  | 'document.tooLarge'
  | 'document.invalidUtf8'
  | 'document.unreadable'
  /** It has annotations, but is not on disk. Args: the document. */
  | 'document.missing'
  /** No column has the name `path`. */
  | 'documents.csv.noPath'
  /** Args: how many cells the row has, how many the header. */
  | 'documents.csv.cells'
  | 'documents.csv.emptyPath'
  /** Two rows are about one document; the first counts. Args: its path. */
  | 'documents.csv.twice'
  /** Two columns have one name; the last counts. Args: the name. */
  | 'documents.csv.column'
  /** A quotation mark is opened and never closed; nothing of the table is used. */
  | 'documents.csv.quote';

/** What can be wrong with a codebook file; the arguments of each behind it. */
export type CodebookMessageKey =
  | 'codebook.tooLarge' // characters, the most that is read
  | 'codebook.tooDeep' // -
  | 'codebook.tooManyAliases' // -
  | 'codebook.yaml' // the YAML library's own sentence, in English
  | 'codebook.tabIndent' // -
  | 'codebook.needsQuotes' // the text that must stand between quotes
  | 'codebook.duplicateKey' // key
  | 'codebook.notMapping' // -
  | 'codebook.schema' // what `schema` must be
  | 'codebook.newerSchema' // found, the newest that is known
  | 'codebook.unknownKey' // key, the keys that can stand there
  | 'codebook.unknownKeyMeant' // key, the key that it looks like
  | 'codebook.commaInText' // the words behind the comma
  | 'codebook.missingKey' // key
  | 'codebook.expectText' // key or place
  | 'codebook.expectList' // key or place
  | 'codebook.expectMapping' // key or place
  | 'codebook.expectNumber' // key or place
  | 'codebook.expectWholeNumber' // key or place
  | 'codebook.expectTextOrList' // key or place
  | 'codebook.expectTextOrMapping' // key or place
  | 'codebook.expectWithin' // key or place
  | 'codebook.expectBilingual' // key or place
  | 'codebook.expectPhrases' // key or place
  | 'codebook.emptyText' // key or place
  | 'codebook.emptyList' // key or place
  | 'codebook.notOneOf' // key, value, what it can be
  | 'codebook.outOfRange' // key, value, least, most
  | 'codebook.badId' // value
  | 'codebook.badListName' // name
  | 'codebook.duplicateId' // id, line of the first one
  | 'codebook.duplicateCodebook' // id, the other file
  | 'codebook.duplicateIndicator' // indicator, line of the first one
  | 'codebook.anyOrAll' // -
  | 'codebook.rolesWithoutDoes' // who or to: the key that is there
  | 'codebook.doesAlone' // -
  | 'codebook.orderLength' // the most patterns
  | 'codebook.unknownDerived' // id, the ids that exist
  | 'codebook.scoringOfSubCode'
  | 'codebook.derivedFromDerived' // id
  | 'codebook.unknownList' // name, the lists that exist
  | 'codebook.listWithoutLanguage' // name, nl or en
  | 'codebook.badListEntry' // entry
  | 'codebook.listOfItself' // name
  | 'codebook.listUnknownInList' // name of the list that is not there, the lists that exist
  | 'codebook.listTooLong' // name, the most entries
  | 'codebook.emptyPattern' // -
  | 'codebook.emptyAlternative' // -
  | 'codebook.patternOnlyGap' // pattern
  | 'codebook.patternGapAtEdge' // pattern
  | 'codebook.patternTooLong' // pattern, the most words
  | 'codebook.patternOnlyWildcard' // word
  | 'codebook.patternInnerStar' // word
  | 'codebook.patternInnerStart' // word
  | 'codebook.patternStraySign' // word
  | 'codebook.badLemma' // lemma
  | 'codebook.lemmaStar' // lemma
  | 'codebook.patternPunctuation' // word, sign
  | 'codebook.missingLanguage' // key, nl or en
  | 'codebook.onlyOneLanguage'; // nl or en: the one that is missing

export function message(key: MessageKey, args: readonly (string | number)[] = [], place?: Message['place']): Message {
  return place ? { key, args, place } : { key, args };
}
