import * as vscode from 'vscode';
import type { Message } from '../../core/message.js';
import type { Step, StepOutcome } from '../../project/history.js';
import { refOf } from '../platform/documentRef.js';
import { formatMessage } from '../platform/messages.js';
import { say } from '../platform/say.js';

export interface HistoryParts {
  readonly steps: {
    readonly done: readonly Step[];
    readonly undone: readonly Step[];
    undo(): Promise<StepOutcome | undefined>;
    redo(): Promise<StepOutcome | undefined>;
    undoTo(step: Step): Promise<readonly StepOutcome[]>;
    redoTo(step: Step): Promise<readonly StepOutcome[]>;
  };
}

/** Undo and redo of annotation changes, apart from the editor's own undo of the text. */
export function historyCommands({ steps }: HistoryParts) {
  return {
    undo: async () => {
      const step = await steps.undo();
      tell(step ? [step] : [], 'undone');
    },
    redo: async () => {
      const step = await steps.redo();
      tell(step ? [step] : [], 'redone');
    },
    history: async () => {
      const items = historyItems(steps);
      if (items.length === 0) return tell([], 'undone');
      const title = vscode.l10n.t('Annotation history of this session');
      const placeHolder = vscode.l10n.t('Choose the step to undo, or to do again, with all steps that come between');
      const chosen = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDetail: true });
      await chosen?.go?.();
    },
  };
}

interface HistoryItem extends vscode.QuickPickItem {
  readonly go?: () => Promise<void>;
}

/** The newest first: what can be done again, then what can be undone. */
function historyItems(steps: HistoryParts['steps']): readonly HistoryItem[] {
  const undone = steps.undone.map((step, index): HistoryItem => {
    const go = async () => tell(await steps.redoTo(step), 'redone');
    return { ...rowOf(step, redoSum(index + 1)), iconPath: new vscode.ThemeIcon('redo'), go };
  });
  const done = [...steps.done].reverse().map((step, index): HistoryItem => {
    const go = async () => tell(await steps.undoTo(step), 'undone');
    return { ...rowOf(step, undoSum(index + 1)), iconPath: new vscode.ThemeIcon('discard'), go };
  });
  return [
    ...(undone.length > 0 ? [separator(vscode.l10n.t('Undone'))] : []),
    ...undone.reverse(),
    ...(done.length > 0 ? [separator(vscode.l10n.t('Done'))] : []),
    ...done,
  ];
}

function separator(label: string): HistoryItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function undoSum(count: number): string {
  return count === 1 ? vscode.l10n.t('undo this step') : vscode.l10n.t('undo {0} steps', count);
}

function redoSum(count: number): string {
  return count === 1 ? vscode.l10n.t('do this step again') : vscode.l10n.t('do {0} steps again', count);
}

function rowOf(step: Step, sum: string) {
  const { label, at, changes, files = [] } = step;
  const uris = new Set([...changes.map(({ document }) => document), ...files.map(({ uri }) => uri)]);
  return {
    label,
    description: timeText(at),
    detail: `${placesText([...uris].map((uri) => refOf(vscode.Uri.parse(uri, true)).path))} · ${sum}`,
  };
}

/** The first few by their names. */
const NAMED = 2;

function placesText(paths: readonly string[]): string {
  const [named, more] = [paths.slice(0, NAMED).join(', '), paths.length - NAMED];
  return more > 0 ? vscode.l10n.t('{0} and {1} more', named, more) : named;
}

function timeText(at: Date): string {
  return at.toLocaleTimeString(vscode.env.language, { hour: '2-digit', minute: '2-digit' });
}

/** What was done, where it disturbs least, and what could not be. */
function tell(outcomes: readonly StepOutcome[], what: 'undone' | 'redone'): void {
  say(sentence(outcomes, what));
  const messages: readonly Message[] = outcomes.flatMap((outcome) => outcome.messages);
  for (const message of messages) void vscode.window.showWarningMessage(formatMessage(message));
}

function sentence([first, ...more]: readonly StepOutcome[], what: 'undone' | 'redone'): string {
  if (!first) return vscode.l10n.t('There is no annotation change to undo or redo.');
  const last = more.at(-1)?.label ?? first.label;
  if (what === 'undone') {
    if (more.length === 0) return vscode.l10n.t('Undone: {0}', first.label);
    return vscode.l10n.t('Undone: {0} steps, up to “{1}”', more.length + 1, last);
  }
  if (more.length === 0) return vscode.l10n.t('Done again: {0}', first.label);
  return vscode.l10n.t('Done again: {0} steps, up to “{1}”', more.length + 1, last);
}
