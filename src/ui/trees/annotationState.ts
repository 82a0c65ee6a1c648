/** From the project's state to what the annotation tree shows. */
import * as vscode from 'vscode';
import { isAdvice } from '../../core/codebook/advice.js';
import type { MessageKey } from '../../core/message.js';
import type { DocumentState, FileProblem } from '../../project/state.js';
import type { ContextKeys } from '../platform/contextKeys.js';
import type { TreeSource } from './source.js';

/** Files of the project and documents in the editor that cannot be used as they are. Mere advice is not for this view. */
export function allProblems(source: TreeSource): readonly FileProblem[] {
  const documents = source.documents().map(({ ref, problems }) => {
    return { uri: ref.uri, path: ref.path, messages: problems };
  });
  return [...source.problems(), ...documents].map((file) => {
    return { ...file, messages: file.messages.filter((message) => !isAdvice(message)) };
  });
}

export type ViewState = NonNullable<ContextKeys['viewState']['value']>;

/** Problems of a document that leave nothing of it to show. */
const NOT_READ: ReadonlySet<MessageKey> = new Set(['document.binary', 'document.tooLarge', 'document.unreadable']);

/** What the view has to say when it has no rows. */
export function viewStateOf(source: TreeSource): ViewState {
  if (isUnreadable(activeDocument(source))) return 'unreadable';
  const documents = source.documents();
  if (documents.some(({ codings }) => codings.some(({ status }) => status !== 'rejected'))) return 'filled';
  return documents.some(({ isReading }) => isReading) ? 'reading' : 'empty';
}

/**
 * The problems that get rows: all, unless the file that the user looks at cannot be read and there is nothing else to show.
 * Then the view itself says so, with a way to the reason.
 */
export function problemsWithRows(source: TreeSource): readonly FileProblem[] {
  const problems = allProblems(source).filter(({ messages }) => messages.length > 0);
  const active = activeDocument(source);
  const isAlone = problems.length === 1 && problems[0]?.uri === active?.ref.uri;
  const hasCodings = source.documents().some(({ codings }) => codings.length > 0);
  return isAlone && !hasCodings && isUnreadable(active) ? [] : problems;
}

function isUnreadable(document: DocumentState | undefined): boolean {
  return document?.problems.some(({ key }) => NOT_READ.has(key)) ?? false;
}

/** By the tab, since a file that is not text has no editor. */
function activeDocument(source: TreeSource): DocumentState | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText ? source.document(input.uri.toString()) : undefined;
}
