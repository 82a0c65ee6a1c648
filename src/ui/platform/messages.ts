import * as vscode from 'vscode';
import type { Message, MessageKey } from '../../core/message.js';
import { codebookWording } from '../codebookEditing/codebookWording.js';

/** Core's messages in the user's language. Places are `{0}`, `{1}`, … in the order of the message's arguments. */
export function formatMessage({ key, args }: Message): string {
  return wording[key](args);
}

type Arguments = Message['args'];

/** One sentence for each key. The text stands inside `l10n.t` so that the translation tools find it. */
const wording: Readonly<Record<MessageKey, (args: Arguments) => string>> = {
  ...codebookWording,
  'annotations.json': (args) => vscode.l10n.t('Not valid JSON: {0}. The file is left as it is.', ...args),
  'annotations.schema': (args) => vscode.l10n.t('{0}: {1}', ...args),
  'annotations.newerSchema': (args) =>
    vscode.l10n.t('Written by a newer version of Policy Lens ({0}): shown, but not changed.', ...args),
  'annotations.conflictMarks': () =>
    vscode.l10n.t('The file has merge conflict marks. Resolve them; until then it is left as it is.'),
  'annotations.unknownCode': (args) => vscode.l10n.t('The code "{0}" is in no codebook.', ...args),
  'annotations.readOnly': (args) => vscode.l10n.t('"{0}" cannot be written: {1}', ...args),
  'annotations.changedElsewhere': (args) =>
    vscode.l10n.t('"{0}" was changed elsewhere at the same time; both versions are kept.', ...args),
  'document.binary': (args) => vscode.l10n.t('"{0}" is not a text file.', ...args),
  'document.tooLarge': (args) =>
    vscode.l10n.t('"{0}" is too long to read here: {1} million characters (limit {2}).', ...args),
  'document.invalidUtf8': (args) =>
    vscode.l10n.t('"{0}" is not valid UTF-8 from byte {1} on; characters there may be wrong.', ...args),
  'document.unreadable': (args) => vscode.l10n.t('"{0}" cannot be read: {1}', ...args),
  'documents.csv': (args) => vscode.l10n.t('{0}', ...args),
};
