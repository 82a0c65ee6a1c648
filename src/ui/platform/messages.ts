import * as vscode from 'vscode';
import type { Message, MessageKey } from '../../core/message.js';
import { codebookWording } from './codebookWording.js';

/** Core's messages in the user's language. Places are `{0}`, `{1}`, … in the order of the message's arguments. */
export function formatMessage({ key, args }: Message): string {
  return wording[key](args);
}

type Arguments = Message['args'];

/** One sentence for each key. The text stands inside `l10n.t` so that the translation tools find it. */
const wording: Readonly<Record<MessageKey, (args: Arguments) => string>> = {
  ...codebookWording,
  'annotations.json': () => vscode.l10n.t('Not valid JSON from here on. The file is left as it is.'),
  'annotations.schema': (args) => vscode.l10n.t('“{0}” must be {1}. The file is left as it is.', ...args),
  'annotations.newerSchema': (args) =>
    vscode.l10n.t('Written by a newer version of Policy Lens ({0}): shown, but not changed.', ...args),
  'annotations.conflictMarks': () =>
    vscode.l10n.t('The file has merge conflict marks. Resolve them; until then it is left as it is.'),
  'annotations.tooLarge': (args) =>
    vscode.l10n.t('The file is longer than {0} characters and is left as it is.', ...args),
  'annotations.tooDeep': (args) =>
    vscode.l10n.t('The file is nested deeper than {0} levels and is left as it is.', ...args),
  'annotations.fieldTwice': () =>
    vscode.l10n.t(
      'A field stands twice in one object, as after a merge that kept both sides. The file is left as it is.',
    ),
  'annotations.misplaced': (args) =>
    vscode.l10n.t('The file says that it belongs in “{0}”. It is shown, but not changed.', ...args),
  'annotations.unknownCode': (args) =>
    vscode.l10n.t('The code “{0}” is in no codebook. Annotations with it: {1}. They are kept.', ...args),
  'annotations.readOnly': (args) => vscode.l10n.t('“{0}” cannot be written: {1}. Nothing was changed.', ...args),
  'annotations.notWritable': (args) =>
    vscode.l10n.t('“{0}” has a problem of its own and is left as it is; see the Problems panel.', ...args),
  'annotations.noCoder': () => vscode.l10n.t('Set your name as a coder first.'),
  'annotations.noFolder': (args) =>
    vscode.l10n.t(
      '“{0}” is in no folder that is open, so decisions on it cannot be kept. Open its folder first.',
      ...args,
    ),
  'annotations.changedElsewhere': (args) =>
    vscode.l10n.t('“{0}” was changed elsewhere at the same time. Both versions are kept ({1}).', ...args),
  'step.fileChanged': (args) =>
    vscode.l10n.t('“{0}” was changed elsewhere in the meantime and is left as it is.', ...args),
  'annotations.notMoved': (args) =>
    vscode.l10n.t(
      '“{0}” stays where it is, though its document is now “{1}”: it has a problem of its own, or is being changed.',
      ...args,
    ),
  'annotations.notRemoved': (args) => vscode.l10n.t('“{0}” could not be moved away: {1}. Nothing is lost.', ...args),
  'annotations.movedOutside': (args) =>
    vscode.l10n.t('“{0}” was moved out of the folders that are open. Its annotations stay where they were.', ...args),
  'annotations.vanished': (args) =>
    vscode.l10n.t('“{0}” was deleted elsewhere. It was written again, with all annotations that it had.', ...args),
  'verify.order': () => vscode.l10n.t('The annotations are not in the order of the document.'),
  'verify.idElsewhere': (args) => vscode.l10n.t('Annotation {0} has the id of one in “{1}”.', ...args),
  'verify.code': (args) => vscode.l10n.t('The code “{1}” of annotation {0} is in no codebook.', ...args),
  'verify.codes': (args) => vscode.l10n.t('Annotation {0} has one code twice.', ...args),
  'verify.date': (args) => vscode.l10n.t('Annotation {0} has a date that is none.', ...args),
  'verify.dates': (args) => vscode.l10n.t('Annotation {0} was changed before it was made.', ...args),
  'verify.length': (args) =>
    vscode.l10n.t('The quotation of annotation {0} is longer or shorter than its place.', ...args),
  'verify.words': (args) =>
    vscode.l10n.t('The quotation of annotation {0} is “{1}”, but the text there is “{2}”.', ...args),
  'verify.context': (args) =>
    vscode.l10n.t('The text before or after the quotation of annotation {0} is another.', ...args),
  'document.binary': (args) => vscode.l10n.t('“{0}” is not a text file.', ...args),
  'document.tooLarge': (args) =>
    vscode.l10n.t('“{0}” is too long to read here: {1} million characters, at most {2} million.', ...args),
  'document.invalidUtf8': (args) =>
    vscode.l10n.t('“{0}” is not valid UTF-8 from byte {1} on; characters there may be wrong.', ...args),
  'document.unreadable': (args) => vscode.l10n.t('“{0}” cannot be read: {1}', ...args),
  'document.missing': (args) =>
    vscode.l10n.t('“{0}” has annotations, but is not there any more. They are kept.', ...args),
  'documents.csv.noPath': () => vscode.l10n.t('No column has the name “path”.'),
  'documents.csv.cells': (args) => vscode.l10n.t('This row has {0} cells, and the header {1}.', ...args),
  'documents.csv.emptyPath': () => vscode.l10n.t('This row names no document.'),
  'documents.csv.twice': (args) => vscode.l10n.t('“{0}” has a row already; the first one counts.', ...args),
  'documents.csv.quote': () =>
    vscode.l10n.t('A quotation mark is opened and never closed; nothing of the table is used.'),
  'documents.csv.column': (args) => vscode.l10n.t('Two columns have the name “{0}”; the last one counts.', ...args),
};
