/** *Check Annotations*: what does not hold of the annotation files, with its place; what can be repaired is offered, shown first. */
import * as vscode from 'vscode';
import type { CheckedAnnotations, CheckedFinding } from '../../project/checkAnnotations.js';
import { formatMessage } from '../platform/messages.js';
import { joined } from '../platform/outlineText.js';
import { say } from '../platform/say.js';
import type { CheckReport } from './checkReport.js';
import { proposeChanges } from './fileChoice.js';
import type { AnnotationFileParts } from './parts.js';

export interface CheckCommandParts extends AnnotationFileParts {
  readonly report: CheckReport;
}

export function checkCommands(parts: CheckCommandParts) {
  return {
    checkAnnotations: async () => {
      const checked = await check(parts);
      if (!checked) return say(vscode.l10n.t('The check was cancelled.'));
      if (checked.findings.length > 0) return choose(parts, checked);
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Checked {0} annotations in {1} files: nothing is wrong.', checked.annotations, checked.files),
      );
    },
  };
}

async function check({ project }: CheckCommandParts): Promise<CheckedAnnotations | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Checking annotations'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, (progress, token) =>
    project.check.check((path, done, total) => {
      const message = vscode.l10n.t('{0} ({1} of {2})', path, done + 1, total);
      progress.report({ message, increment: 100 / total });
      return !token.isCancellationRequested;
    }),
  );
}

interface Item extends vscode.QuickPickItem {
  readonly findings: readonly CheckedFinding[];
  readonly does: 'open' | 'repair' | 'report';
}

async function choose(parts: CheckCommandParts, checked: CheckedAnnotations): Promise<void> {
  const title = vscode.l10n.t('Findings in the annotations: {0}', checked.findings.length);
  const placeHolder = vscode.l10n.t('Choose one to go to it, or to repair it');
  const options = { title, placeHolder, matchOnDescription: true, matchOnDetail: true };
  const item = await vscode.window.showQuickPick(itemsOf(checked), options);
  if (!item) return;
  if (item.does === 'report') return parts.report.show(checked);
  if (item.does === 'repair') return repair(parts, item.findings);
  const [finding] = item.findings;
  if (finding) await open(parts, finding);
}

function itemsOf(checked: CheckedAnnotations): readonly Item[] {
  const { findings } = checked;
  const repairable = findings.filter(({ isRepairable }) => isRepairable);
  const all: Item = {
    label: `$(wrench) ${vscode.l10n.t('Repair all that can be repaired ({0})', repairable.length)}`,
    ...{ findings: repairable, does: 'repair' },
  };
  const report: Item = {
    label: `$(list-unordered) ${vscode.l10n.t('Show all as a text')}`,
    ...{ findings, does: 'report' },
  };
  return [...(repairable.length > 0 ? [all] : []), report, ...findings.map(itemOf)];
}

function itemOf(finding: CheckedFinding): Item {
  const { path, message, isRepairable } = finding;
  const icon = isRepairable ? '$(wrench)' : '$(warning)';
  // Below the sentence: beside it there is no room for either.
  const detail = joined(isRepairable ? vscode.l10n.t('Can be repaired') : '', path);
  return {
    ...{ label: `${icon} ${formatMessage(message)}`, detail },
    ...{ findings: [finding], does: isRepairable ? 'repair' : 'open' },
  };
}

async function repair(parts: CheckCommandParts, findings: readonly CheckedFinding[]): Promise<void> {
  const changes = await parts.project.check.repairs(findings);
  if (changes.length === 0) return say(vscode.l10n.t('There is nothing to repair any more; check again.'));
  const [first] = findings;
  const outcome =
    findings.length === 1 && first
      ? `${first.path}: ${formatMessage(first.message)}`
      : vscode.l10n.t('{0} findings are repaired', findings.length);
  await proposeChanges(parts, {
    ...{ label: vscode.l10n.t('repair annotations'), accept: vscode.l10n.t('Repair') },
    ...{ outcome, changes },
  });
}

/** At the annotation, else at the place that the message names. */
async function open({ files }: CheckCommandParts, { uri, annotation, message }: CheckedFinding): Promise<void> {
  const bytes = await files.read(uri);
  if (!bytes) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const offset = annotation === undefined ? -1 : document.getText().indexOf(JSON.stringify(annotation));
  const { line = 1, column = 1 } = message.place ?? {};
  const at = offset < 0 ? new vscode.Position(line - 1, column - 1) : document.positionAt(offset);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}
