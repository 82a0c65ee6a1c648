/** From the project's state to what the annotation tree shows. */
import * as vscode from 'vscode';
import { isLost } from '../../core/analysis/groups.js';
import type { CodedDocument } from '../../core/analysis/outline.js';
import { isAdvice } from '../../core/codebook/advice.js';
import type { MessageKey } from '../../core/message.js';
import { LineIndex } from '../../core/text/lineIndex.js';
import type { PolicyText } from '../../core/text/policyText.js';
import type { DocumentState, FileProblem } from '../../project/state.js';
import type { ContextKeys } from '../platform/contextKeys.js';
import type { TreeSource } from './source.js';

/** Line numbers for the texts at hand; an index is made once a text, when a line is first asked for. */
export class Lines {
  readonly #indexes = new WeakMap<PolicyText, LineIndex>();

  lineOf(text: PolicyText, offset: number): number {
    const index = this.#indexes.get(text) ?? new LineIndex(text.text);
    this.#indexes.set(text, index);
    return index.positionAt(offset).line;
  }
}

export function codedDocument({ ref, codings, text }: DocumentState, lines: Lines): CodedDocument {
  const lineOf = (offset: number) => text && lines.lineOf(text, offset);
  return { uri: ref.uri, path: ref.path, codings, lineOf };
}

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

/** The only thing that asks for attention unasked: annotations whose words are gone. */
export function badgeOf(source: TreeSource): vscode.ViewBadge | undefined {
  const value = source.documents().reduce((sum, { codings }) => sum + codings.filter(isLost).length, 0);
  if (value === 0) return undefined;
  const tooltip =
    value === 1
      ? vscode.l10n.t('1 annotation was not found in its text')
      : vscode.l10n.t('{0} annotations were not found in their texts', value);
  return { value, tooltip };
}
