/** Notices, when a codebook that was edited by hand is saved, which codes are gone from it that annotations have. */
import * as vscode from 'vscode';
import { isAdvice } from '../../core/codebook/advice.js';
import { likelySuccessors } from '../../core/codebook/changeCodesLikely.js';
import { allCodes, type Code } from '../../core/codebook/codebook.js';
import type { Project } from '../../project/project.js';
import { isCodebookFile } from '../platform/codebookFiles.js';
import { annotationsText } from './codesText.js';

export interface GoneCodesParts {
  readonly project: Pick<Project, 'codebooks' | 'codebookFile' | 'code' | 'codeChanges' | 'fileChanged' | 'problems'>;
  /** Asks what becomes of the annotations of codes that are gone. `likely`: by such a code, the one that took its place. */
  readonly recodeGone: (codes: readonly string[], likely: ReadonlyMap<string, string>) => Promise<void>;
  readonly log: vscode.LogOutputChannel;
}

export class GoneCodes implements vscode.Disposable {
  readonly #parts: GoneCodesParts;
  /** By URI of a codebook that is being edited: its codes before. */
  readonly #before = new Map<string, readonly Code[]>();
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(parts: GoneCodesParts) {
    this.#parts = parts;
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#edited(document)),
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.#saved(document).catch((error: unknown) =>
          parts.log.error(error instanceof Error ? error : String(error)),
        );
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#before.delete(uri.toString())),
    ];
  }

  /** What a file is read anew for by somebody else is no edit by hand. */
  #edited({ uri, isDirty }: vscode.TextDocument): void {
    const key = uri.toString();
    if (!isDirty || !isCodebookFile(uri) || this.#before.has(key)) return;
    this.#before.set(key, this.#codesIn(key));
  }

  #codesIn(uri: string): readonly Code[] {
    const { project } = this.#parts;
    const own = project.codebooks().filter(({ id }) => project.codebookFile(id)?.uri === uri);
    return own.flatMap(({ codes }) => [...allCodes(codes)]);
  }

  async #saved({ uri }: vscode.TextDocument): Promise<void> {
    const { project } = this.#parts;
    const key = uri.toString();
    const before = this.#before.get(key);
    if (!before) return;
    await project.fileChanged(key);
    // Codes that are not read because of a mistake are not gone: it is going to be solved.
    if (project.problems().some((file) => file.uri === key && file.messages.some((message) => !isAdvice(message))))
      return;
    this.#before.delete(key);
    const known = new Set(before.map(({ path }) => path));
    const unknown = project.codeChanges.unknownCodes().map(({ path }) => path);
    const used = unknown.filter((path) => known.has(path));
    if (used.length > 0) await this.#offer(used, likelySuccessors(before, this.#codesIn(key)));
  }

  async #offer(gone: readonly string[], likely: ReadonlyMap<string, string>): Promise<void> {
    const { project, recodeGone } = this.#parts;
    const having = annotationsText(project.codeChanges.touched(gone).annotations);
    const choose = vscode.l10n.t('Choose…');
    const told =
      gone.length === 1
        ? vscode.l10n.t('The code {0} is gone, which {1} had. Choose what becomes of them.', gone.join(), having)
        : vscode.l10n.t('{0} codes are gone, which {1} had. Choose what becomes of them.', gone.length, having);
    if ((await vscode.window.showWarningMessage(told, choose)) !== choose) return;
    // Undone, or saved again, meanwhile.
    const still = gone.filter((path) => !project.code(path));
    if (still.length === 0) return;
    await recodeGone(still, likely);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
