/** Does one thing to many documents as one step, with progress, and says what came of it. */
import * as vscode from 'vscode';
import type { Change } from '../../core/annotation/annotation.js';
import type { Message } from '../../core/message.js';
import type { DocumentRef } from '../../project/state.js';
import type { LongStepOutcome, StepPart, Steps } from '../../project/steps.js';
import { formatMessage } from '../platform/messages.js';
import { say } from '../platform/say.js';
import { type Bulk, type HowMany, wordingOf } from './bulkWording.js';

/** One document of it. */
export interface BulkPart {
  readonly document: DocumentRef;
  /** What is done there, as it is by now; undefined where it has become another text. */
  changes(): Promise<readonly Change[] | undefined>;
}

export interface BulkRun {
  readonly bulk: Bulk;
  readonly howMany: HowMany;
  readonly parts: readonly BulkPart[];
  readonly steps: Pick<Steps, 'applyLong' | 'done' | 'undo'>;
}

interface Outcome extends LongStepOutcome {
  /** Documents that were gone through. */
  readonly seen: number;
  readonly isStopped: boolean;
  /** Paths of the documents that had become another text. */
  readonly changed: readonly string[];
}

export async function runBulk(run: BulkRun): Promise<void> {
  const { bulk, parts } = run;
  const location = parts.length > 1 ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window;
  const options = { location, title: wordingOf(bulk).title, cancellable: true };
  const outcome = await vscode.window.withProgress(options, (progress, token) => decideInTurn(run, progress, token));
  tell(run, outcome);
}

async function decideInTurn(
  { bulk, howMany, parts, steps }: BulkRun,
  progress: vscode.Progress<{ message: string; increment: number }>,
  token: vscode.CancellationToken,
): Promise<Outcome> {
  const changed: string[] = [];
  let seen = 0;
  async function* inTurn(): AsyncGenerator<StepPart> {
    for (const { document, changes: changesNow } of parts) {
      if (token.isCancellationRequested) return;
      const message = vscode.l10n.t('{0} ({1} of {2})', document.path, seen + 1, parts.length);
      progress.report({ message, increment: 100 / parts.length });
      const changes = await changesNow();
      if (changes) yield { document, changes };
      else changed.push(document.path);
      seen++;
    }
  }
  const { sum, label } = wordingOf(bulk);
  const outcome = await steps.applyLong({ intent: sum(howMany), label, parts: inTurn() });
  return { ...outcome, seen, isStopped: seen < parts.length, changed };
}

function tell({ parts, steps }: BulkRun, outcome: Outcome): void {
  const problem = problemOf(outcome);
  if (problem) void vscode.window.showWarningMessage(problem);
  if (outcome.count === 0) {
    say(vscode.l10n.t('Nothing was changed.'));
    return;
  }
  const text = outcome.isStopped
    ? vscode.l10n.t('Stopped after {0} of {1} documents. Done: {2}', outcome.seen, parts.length, outcome.label)
    : vscode.l10n.t('Done: {0}', outcome.label);
  void offerUndo(text, steps);
}

async function offerUndo(text: string, steps: BulkRun['steps']): Promise<void> {
  const step = steps.done.at(-1);
  const undo = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(text, undo)) !== undo) return;
  if (steps.done.at(-1) !== step) {
    return say(vscode.l10n.t('Other steps came after it. Undo up to it in the annotation history.'));
  }
  const undone = await steps.undo();
  for (const message of undone?.messages ?? []) void vscode.window.showWarningMessage(formatMessage(message));
  if (undone) say(vscode.l10n.t('Undone: {0}', undone.label));
}

/** What did not go well, in one sentence however many documents it was. */
function problemOf({ changed, messages }: { changed: readonly string[]; messages: readonly Message[] }) {
  const [path] = changed;
  const [message] = messages;
  if (message && messages.length === 1) return formatMessage(message);
  if (message) return vscode.l10n.t('Problems: {0}; the first: {1}', messages.length, formatMessage(message));
  if (path && changed.length === 1) return vscode.l10n.t('“{0}” was changed in the meantime, and left.', path);
  if (path) return vscode.l10n.t('{0} documents were changed in the meantime, and left.', changed.length);
  return undefined;
}
