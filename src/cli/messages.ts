/** Core's messages in English, for the terminal. The file that they are about is named in front of them. */
import type { Message, MessageKey } from '../core/message.js';
import { codebookWording } from './codebookWording.js';

type Wording = (args: Message['args']) => string;

const WORDING: Readonly<Record<MessageKey, Wording>> = {
  ...codebookWording,
  'annotations.json': () => 'not valid JSON; its annotations are left out',
  'annotations.schema': ([field, expected]) => `${field}: expected ${expected}`,
  'annotations.newerSchema': ([schema]) => `written by a newer version of Policy Lens (${schema})`,
  'annotations.conflictMarks': () => 'has merge conflict marks; its annotations are left out',
  'annotations.tooLarge': ([limit]) => `too large for an annotation file (limit ${limit} characters)`,
  'annotations.tooDeep': ([limit]) => `nested too deeply for an annotation file (limit ${limit} levels)`,
  'annotations.fieldTwice': () => 'a field stands twice in one object, as after a merge that kept both sides',
  'annotations.misplaced': ([place]) => `lies elsewhere than its document and coder say: ${place}`,
  'annotations.unknownCode': ([code, count]) => `the code "${code}" (${count} times) is in no codebook`,
  'annotations.readOnly': ([file, reason]) => `${file} cannot be written: ${reason}`,
  'annotations.notWritable': ([file]) => `${file} has problems of its own and is left as it is`,
  'annotations.noFolder': () => 'in no workspace folder, so that decisions cannot be kept',
  'annotations.noCoder': () => 'nobody has said who decides',
  'annotations.changedElsewhere': ([file]) => `${file} was changed elsewhere at the same time; both versions are kept`,
  'step.fileChanged': ([file]) => `${file} was changed elsewhere in the meantime and is left as it is`,
  'annotations.notMoved': ([file, document]) => `${file} was not moved to ${document}`,
  'annotations.notRemoved': ([file, reason]) => `${file} could not be moved away: ${reason}`,
  'annotations.movedOutside': ([path]) => `${path} was moved out of the folders that are open; its annotations stay`,
  'annotations.vanished': ([file]) => `${file} was deleted elsewhere; it is written again with all that was in it`,
  'verify.order': () => 'annotations are not in the order of the document',
  'verify.idElsewhere': ([id, other]) => `annotation ${id} has the id of one in ${other}`,
  'verify.code': ([id, code]) => `annotation ${id}: the code "${code}" is in no codebook`,
  'verify.codes': ([id]) => `annotation ${id} has one code twice`,
  'verify.date': ([id]) => `annotation ${id} has a date that is none`,
  'verify.dates': ([id]) => `annotation ${id} was changed before it was made`,
  'verify.length': ([id]) => `annotation ${id}: its quotation is longer or shorter than its place`,
  'verify.words': ([id, quote, there]) =>
    `annotation ${id}: its quotation is "${quote}", but the text there is "${there}"`,
  'verify.context': ([id]) => `annotation ${id}: the text before or after its quotation is another`,
  'document.binary': () => 'not a text file',
  'document.tooLarge': ([, size, limit]) => `too long to read: ${size} million characters (limit ${limit})`,
  'document.invalidUtf8': ([, byte]) => `not valid UTF-8 from byte ${byte} on`,
  'document.unreadable': (args) => `cannot be read: ${args.at(-1)}`,
  'document.missing': () => 'no such document any more; its annotations have no place',
  'documents.csv.noPath': () => 'no column "path"; its variables are left out',
  'documents.csv.cells': ([found, expected]) => `the row has ${found} cells, the header ${expected}`,
  'documents.csv.emptyPath': () => 'the row names no document',
  'documents.csv.twice': ([path]) => `another row is about ${path} too; the first counts`,
  'documents.csv.quote': () => 'a quotation mark is opened and never closed; the variables are left out',
  'documents.csv.column': ([name]) => `two columns have the name "${name}"; the last counts`,
};

export function messageText({ key, args }: Message): string {
  return WORDING[key](args);
}
