import * as vscode from 'vscode';
import type { CheckedAnnotations, CheckedFinding } from '../../project/checkAnnotations.js';
import { formatMessage } from '../platform/messages.js';

/** Listed in `documents.ts` as no document of the workspace. */
const SCHEME = 'policy-lens-check';

/** All findings as a Markdown text that cannot be written in, file by file. */
export class CheckReport implements vscode.Disposable, vscode.TextDocumentContentProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registration: vscode.Disposable;
  #text = '';

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  provideTextDocumentContent(): string {
    return this.#text;
  }

  async show(checked: CheckedAnnotations): Promise<void> {
    this.#text = reportText(checked);
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('Check of annotations')}.md` });
    this.#changed.fire(uri);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

function reportText({ files, annotations, findings }: CheckedAnnotations): string {
  const byPath = new Map<string, CheckedFinding[]>();
  for (const finding of findings) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  const counts = vscode.l10n.t('Annotations: {0}; files: {1}; findings: {2}', annotations, files, findings.length);
  const parts = [...byPath].map(([path, ofFile]) => `## ${path}\n\n${ofFile.map(findingLine).join('\n')}\n`);
  return [`# ${vscode.l10n.t('Check of annotations')}\n\n${counts}\n`, ...parts].join('\n');
}

function findingLine({ message, isRepairable }: CheckedFinding): string {
  const { place } = message;
  const where = place ? ` (${place.line}:${place.column})` : '';
  const mending = isRepairable ? ` *${vscode.l10n.t('Can be repaired')}*` : '';
  return `- ${formatMessage(message)}${where}${mending}`;
}
