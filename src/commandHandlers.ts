/**
 * Composition root of the commands: what each of them does. Loaded when the first one is run (`ui/commands/register.ts`): a
 * session needs none of it to show its texts.
 */
import type * as vscode from 'vscode';
import type { Change } from './core/annotation/annotation.js';
import type { Surroundings } from './project/ports.js';
import type { Project } from './project/project.js';
import { checkCommands } from './ui/annotationFiles/checkCommands.js';
import type { CheckReport } from './ui/annotationFiles/checkReport.js';
import { mergeCommands } from './ui/annotationFiles/mergeMarks.js';
import { bulkCommands } from './ui/bulk/bulkCommands.js';
import type { CodesParts } from './ui/codes/changeCode.js';
import { codesCommands } from './ui/codes/codesCommands.js';
import { CodePick } from './ui/coding/codePick.js';
import { coderName } from './ui/coding/coderName.js';
import { codeByHand, codingCommands, giveOtherCode } from './ui/commands/codingCommands.js';
import { exportCommands } from './ui/commands/exportCommands.js';
import { historyCommands } from './ui/commands/historyCommands.js';
import { navigationCommands } from './ui/commands/navigationCommands.js';
import type { Handlers } from './ui/commands/register.js';
import { roleCommands } from './ui/commands/roleCommands.js';
import { viewCommands } from './ui/commands/viewCommands.js';
import { whyNotCommand } from './ui/commands/whyNotCommand.js';
import type { LearnedDocument } from './ui/learning/learnedDocument.js';
import { learningCommands } from './ui/learning/learning.js';
import { findMovedCommand } from './ui/moves/findMoved.js';
import { placeCommands } from './ui/places/placeCommands.js';
import type { PlacesTree } from './ui/places/placesTree.js';
import type { PlaceTexts } from './ui/places/placeTexts.js';
import type { Explain } from './ui/platform/reasonText.js';
import type { Visibility } from './ui/platform/visibility.js';
import { reviewCommand } from './ui/review/review.js';
import type { AnnotationTree } from './ui/trees/annotationTree.js';
import type { CodebookTree } from './ui/trees/codebookTree.js';
import { versionCommands } from './ui/versions/versionCommands.js';
import type { VersionDocuments } from './ui/versions/versionDocuments.js';

export { recodeGone } from './ui/codes/unknownCodes.js';
export { whatWasLearned } from './ui/learning/learning.js';

/** The parts of a session that commands work on. */
export interface CommandParts {
  readonly context: Pick<vscode.ExtensionContext, 'extensionUri' | 'globalState'>;
  readonly project: Project;
  readonly surroundings: Surroundings;
  readonly log: vscode.LogOutputChannel;
  readonly visibility: Visibility;
  readonly codes: CodesParts;
  readonly explain: Explain;
  readonly trees: {
    readonly annotations: AnnotationTree;
    readonly codebooks: CodebookTree;
    readonly places: PlacesTree;
  };
  readonly documents: {
    readonly learned: LearnedDocument;
    readonly places: PlaceTexts;
    readonly versions: VersionDocuments;
    readonly check: CheckReport;
  };
}

export function commandHandlers(parts: CommandParts): Handlers {
  const { context, project, surroundings, log, visibility, explain, trees, documents } = parts;
  const { files, now } = surroundings;
  const coding = codingParts(parts);
  const { source } = coding;
  const [deciding, history] = [codingCommands(coding), historyCommands(project)];
  const annotationFiles = { project, files, documents: documents.versions };
  return {
    ...deciding,
    ...reviewCommand({
      ...{ explain, coderName, confirm: deciding.confirm, reject: deciding.reject, undo: history.undo },
      documents: () => project.documents(),
      compiled: () => project.readingTools.codebooks(),
      code: (path) => project.code(path),
      otherCode: (target) => giveOtherCode(coding, target),
    }),
    ...whyNotCommand({ source, explain, code: (passage) => codeByHand(coding, passage) }),
    ...codesCommands(parts.codes),
    ...learningCommands({ project, document: documents.learned, now, extension: context.extensionUri }),
    ...roleCommands({ source, annotationTree: trees.annotations }),
    ...placeCommands({ ...coding, source: project, rows: trees.places, texts: documents.places }),
    ...findMovedCommand({ project, log }),
    ...navigationCommands(source),
    ...history,
    ...bulkCommands({ project, surroundings, coderName }),
    ...versionCommands({ project, coderName, files, documents: documents.versions }),
    ...checkCommands({ ...annotationFiles, report: documents.check }),
    ...mergeCommands(annotationFiles),
    ...viewCommands({
      ...{ source, visibility, annotationTree: trees.annotations, codebookTree: trees.codebooks },
      codebooks: () => project.codebooks(),
    }),
    ...exportCommands({ project, source, surroundings }),
  };
}

function codingParts({ context, project, surroundings: { now, newId }, trees: { annotations } }: CommandParts) {
  return {
    source: {
      document: (uri: string) => project.document(uri),
      code: (path: string) => project.code(path),
      targetsOfNode: (node: unknown) => annotations.targetsOfNode(node),
      selectedTargets: () => annotations.selectedTargets(),
      targetsAtKeyboard: () => annotations.targetsAtKeyboard(),
      returnKeyboard: () => annotations.returnKeyboard(),
    },
    pick: new CodePick(project, context.globalState),
    apply: (label: string, changes: readonly Change[]) => project.steps.apply(label, changes),
    ...{ now, newId },
  };
}
