/** Commands about what was learned from decisions: to see it, to keep it in a codebook, to begin anew. */
import * as vscode from 'vscode';
import type { Project } from '../../project/project.js';
import { codeTitle } from '../platform/codingText.js';
import { say } from '../platform/say.js';
import { readSettings } from '../platform/settings.js';
import { type AdoptionParts, adopt } from './adoption.js';
import type { LearnedDocument } from './learnedDocument.js';
import { learnedText } from './learnedText.js';

/** The text of the document that shows what was learned. */
export function whatWasLearned(project: Project): string {
  const { learns } = readSettings();
  return learnedText({
    reports: project.learning.report(),
    state: !learns ? 'off' : project.learning.isForgotten ? 'forgotten' : 'on',
    titleOf: (path) => codeTitle(path, (each) => project.code(each)),
  });
}

export interface LearningParts extends Pick<AdoptionParts, 'extension' | 'now'> {
  readonly project: Project;
  readonly document: Pick<LearnedDocument, 'show'>;
}

export function learningCommands({ project, document, extension, now }: LearningParts) {
  const { learning } = project;
  const awake = async () => {
    learning.wake();
    await project.whenIdle();
  };
  return {
    showLearned: async () => {
      await awake();
      await document.show();
    },
    forgetLearned: async () => {
      const remember = vscode.l10n.t('Remember Again');
      learning.wake();
      await learning.forget(now());
      await project.whenIdle();
      const told = vscode.l10n.t(
        'Forgotten: from now on only new decisions change what is suggested. Annotations are kept.',
      );
      void vscode.window.showInformationMessage(told, remember).then(async (answer) => {
        if (answer === remember) await vscode.commands.executeCommand('policyLens.rememberLearned');
      });
    },
    rememberLearned: async () => {
      learning.wake();
      await learning.remember();
      await project.whenIdle();
      say(vscode.l10n.t('All decisions count again in what is suggested.'));
    },
    adoptLearned: async (...args: readonly unknown[]) => {
      await awake();
      await adopt({
        ...{ extension, now, wanted: codebookIdIn(args[0]) },
        codebooks: () => project.codebooks(),
        codebookFile: (id) => project.codebookFile(id),
        learned: () => learning.read().flatMap(({ learned }) => learned),
        adopted: (adoption) => learning.adopted(adoption),
      });
    },
  };
}

/** The id itself, or that of a codebook's row in the tree. */
function codebookIdIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const isRow = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'codebook';
  return isRow && 'id' in value && typeof value.id === 'string' ? value.id : undefined;
}
