/** Composition root, for desktop and web: builds the parts and hands them to each other. */
import * as vscode from 'vscode';
import type { Coding } from './core/analysis/coding.js';
import type { Change } from './core/annotation/annotation.js';
import { disk } from './node/disk.js';
import { Project } from './project/project.js';
import { checkCommands } from './ui/annotationFiles/checkCommands.js';
import { CheckReport } from './ui/annotationFiles/checkReport.js';
import { mergeCommands, registerMergeFixes } from './ui/annotationFiles/mergeMarks.js';
import { BalanceStatus } from './ui/balanceStatus.js';
import { bulkCommands } from './ui/bulk/bulkCommands.js';
import { registerCodebookEditing } from './ui/codebookEditing/codebookEditing.js';
import { codesCommands } from './ui/codes/codesCommands.js';
import { GoneCodes } from './ui/codes/goneCodes.js';
import { registerUnknownCodeActions } from './ui/codes/unknownCodeActions.js';
import { CodePick } from './ui/coding/codePick.js';
import { coderName } from './ui/coding/coderName.js';
import { codeByHand, codingCommands, giveOtherCode } from './ui/commands/codingCommands.js';
import { exportCommands } from './ui/commands/exportCommands.js';
import { historyCommands } from './ui/commands/historyCommands.js';
import { navigationCommands } from './ui/commands/navigationCommands.js';
import { registerCommands } from './ui/commands/register.js';
import { roleCommands } from './ui/commands/roleCommands.js';
import { viewCommands } from './ui/commands/viewCommands.js';
import { whyNotCommand } from './ui/commands/whyNotCommand.js';
import { DoubleRoleDiagnostics } from './ui/diagnostics/doubleRole.js';
import { registerQuickFixes } from './ui/diagnostics/quickFixes.js';
import { Documents } from './ui/documents.js';
import { FileDiagnostics } from './ui/fileDiagnostics.js';
import { Highlights } from './ui/highlighting/highlights.js';
import { HistoryStatus } from './ui/historyStatus.js';
import { registerHover } from './ui/hover.js';
import { LearnedDocument } from './ui/learning/learnedDocument.js';
import { learningCommands, whatWasLearned } from './ui/learning/learning.js';
import { findMovedCommand } from './ui/moves/findMoved.js';
import { MovedDocuments } from './ui/moves/movedDocuments.js';
import { placeCommands } from './ui/places/placeCommands.js';
import { PlaceNotice } from './ui/places/placeNotice.js';
import { PlacesTree } from './ui/places/placesTree.js';
import { PlaceTexts } from './ui/places/placeTexts.js';
import { builtInCodebooks, packedIndexes } from './ui/platform/builtInCodebooks.js';
import { contextKeys } from './ui/platform/contextKeys.js';
import { formatMessage } from './ui/platform/messages.js';
import { projectSettings } from './ui/platform/projectSettings.js';
import type { Explain } from './ui/platform/reasonText.js';
import { onDidChangeSettings, readSettings } from './ui/platform/settings.js';
import { editorSurroundings } from './ui/platform/surroundings.js';
import { readColourDefaults } from './ui/platform/themeColours.js';
import { Visibility } from './ui/platform/visibility.js';
import { reviewCommand } from './ui/review/review.js';
import { registerSchemas } from './ui/schemas.js';
import { registerOutline } from './ui/structure/outline.js';
import { AnnotationTree } from './ui/trees/annotationTree.js';
import { CodebookTree } from './ui/trees/codebookTree.js';
import { UnreadTabs } from './ui/unreadTabs.js';
import { versionCommands } from './ui/versions/versionCommands.js';
import { VersionDocuments } from './ui/versions/versionDocuments.js';
import { WorkspaceFolders } from './ui/workspaceFolders.js';

/** What other extensions may ask. */
export interface PolicyLens {
  /** The codings of an open document, in document order. */
  codings(uri: vscode.Uri): readonly Coding[];
  /** Resolves when everything that is open has been read, and every decision written. */
  whenIdle(): Promise<void>;
}

export function activate(context: vscode.ExtensionContext): PolicyLens {
  const own = <T extends { dispose(): unknown }>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const log = own(vscode.window.createOutputChannel('Policy Lens', { log: true }));
  const keys = contextKeys();
  const surroundings = editorSurroundings(context.storageUri, disk);
  const isOnByDefault = (path: string) => project.code(path)?.enabledByDefault ?? true;
  const visibility = own(new Visibility(context.workspaceState, isOnByDefault));
  const project: Project = own(
    new Project({
      surroundings,
      builtInCodebooks: () => builtInCodebooks(context.extensionUri),
      packedIndexes: packedIndexes(context.extensionUri, log),
      settings: projectSettings(visibility),
    }),
  );
  const configure = () => project.configure(projectSettings(visibility));
  own(visibility.onDidChange(configure));
  own(onDidChangeSettings(configure));

  const explain: Explain = (uri, offset) => {
    const [state, compiled] = [project.document(uri), project.readingTools.codebooks()];
    return state && compiled && project.readingTools.reading.library?.explainedAt(state, compiled, offset);
  };

  const annotationTree = own(
    new AnnotationTree({ source: project, keys, memory: context.workspaceState, formatMessage, explain }),
  );
  const codebookTree = own(
    new CodebookTree({ source: project, visibility, onToggle: (paths, on) => visibility.set(paths, on) }),
  );
  const placesTree = own(new PlacesTree(project, keys));
  own(new PlaceNotice(project));
  const placeTexts = own(new PlaceTexts());
  own(new Highlights({ project, visibility, colours: readColourDefaults(context.extension.packageJSON) }));
  own(new FileDiagnostics(project));
  own(registerCodebookEditing(formatMessage));
  own(new DoubleRoleDiagnostics({ source: project, visibility }));
  own(registerQuickFixes(project));
  own(new BalanceStatus(project));
  own(new HistoryStatus(project));
  own(registerHover({ document: (uri) => project.document(uri), code: (path) => project.code(path), explain }));
  own(registerMergeFixes());
  own(registerSchemas(context.extensionUri));
  own(registerOutline('*', (document) => project.splitText(document.uri.toString())));
  own(
    project.onDidChange(() => {
      keys.canUndo.set(project.steps.undoLabel !== undefined);
      keys.canRedo.set(project.steps.redoLabel !== undefined);
    }),
  );

  const source = {
    document: (uri: string) => project.document(uri),
    code: (path: string) => project.code(path),
    targetsOfNode: (node: unknown) => annotationTree.targetsOfNode(node),
    selectedTargets: () => annotationTree.selectedTargets(),
    targetsAtKeyboard: () => annotationTree.targetsAtKeyboard(),
    returnKeyboard: () => annotationTree.returnKeyboard(),
  };
  const coding = {
    source,
    pick: new CodePick(project, context.globalState),
    apply: (label: string, changes: readonly Change[]) => project.steps.apply(label, changes),
    now: surroundings.now,
    newId: surroundings.newId,
  };
  const learned = own(
    new LearnedDocument(
      () => whatWasLearned(project),
      (listener) => project.learning.onDidLearn(listener),
    ),
  );
  own(project.learning.onDidLearn(() => keys.hasForgotten.set(project.learning.isForgotten)));
  const codes = {
    ...{ project, visibility, extension: context.extensionUri, tree: codebookTree },
    coder: () => readSettings().coder,
  };
  own(new GoneCodes({ project, codes, log }));
  own(registerUnknownCodeActions());
  const [deciding, history] = [codingCommands(coding), historyCommands(project)];
  const versionDocuments = own(new VersionDocuments());
  const annotationFiles = { project, files: surroundings.files, documents: versionDocuments };
  own(
    registerCommands(
      {
        ...deciding,
        ...reviewCommand({
          ...{ explain, coderName, confirm: deciding.confirm, reject: deciding.reject, undo: history.undo },
          documents: () => project.documents(),
          compiled: () => project.readingTools.codebooks(),
          code: (path) => project.code(path),
          otherCode: (target) => giveOtherCode(coding, target),
        }),
        ...whyNotCommand({ source, explain, code: (passage) => codeByHand(coding, passage) }),
        ...codesCommands(codes),
        ...learningCommands({
          ...{ project, document: learned, now: surroundings.now },
          extension: context.extensionUri,
        }),
        ...roleCommands({ source, annotationTree }),
        ...placeCommands({ ...coding, source: project, rows: placesTree, texts: placeTexts }),
        ...findMovedCommand({ project, log }),
        ...navigationCommands(source),
        ...history,
        ...bulkCommands({ project, surroundings, coderName }),
        ...versionCommands({ project, coderName, files: surroundings.files, documents: versionDocuments }),
        ...checkCommands({ ...annotationFiles, report: own(new CheckReport()) }),
        ...mergeCommands(annotationFiles),
        ...viewCommands({ source, codebooks: () => project.codebooks(), visibility, annotationTree, codebookTree }),
        ...exportCommands({ project, source, surroundings }),
      },
      log,
    ),
  );
  // Last: from here on texts are read, and every part above hears of it.
  own(new WorkspaceFolders(project, log));
  own(new MovedDocuments(project, log));
  own(new Documents(project, keys));
  own(new UnreadTabs(project, surroundings.files));
  return {
    codings: (uri) => project.document(uri.toString())?.codings ?? [],
    whenIdle: () => project.whenIdle(),
  };
}
