/** Composition root, for desktop and web: builds the parts and hands them to each other. */
import * as vscode from 'vscode';
import type { CommandParts } from './commandHandlers.js';
import type { Coding } from './core/analysis/coding.js';
import { disk } from './node/disk.js';
import { Project } from './project/project.js';
import { CheckReport } from './ui/annotationFiles/checkReport.js';
import { registerMergeFixes } from './ui/annotationFiles/mergeFixes.js';
import { BalanceStatus } from './ui/balanceStatus.js';
import { registerCodebookEditing } from './ui/codebookEditing/codebookEditing.js';
import { GoneCodes } from './ui/codes/goneCodes.js';
import { registerUnknownCodeActions } from './ui/codes/unknownCodeActions.js';
import { registerCommands } from './ui/commands/register.js';
import { DoubleRoleDiagnostics } from './ui/diagnostics/doubleRole.js';
import { registerQuickFixes } from './ui/diagnostics/quickFixes.js';
import { Documents } from './ui/documents.js';
import { FileDiagnostics } from './ui/fileDiagnostics.js';
import { Highlights } from './ui/highlighting/highlights.js';
import { HistoryStatus } from './ui/historyStatus.js';
import { registerHover } from './ui/hover.js';
import { LearnedDocument } from './ui/learning/learnedDocument.js';
import { MovedDocuments } from './ui/moves/movedDocuments.js';
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
import { registerSchemas } from './ui/schemas.js';
import { registerOutline } from './ui/structure/outline.js';
import { AnnotationTree } from './ui/trees/annotationTree.js';
import { CodebookTree } from './ui/trees/codebookTree.js';
import { UnreadTabs } from './ui/unreadTabs.js';
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

  const loaded = () => import('./commandHandlers.js');
  const learned = own(
    new LearnedDocument(
      async () => (await loaded()).whatWasLearned(project),
      (listener) => project.learning.onDidLearn(listener),
    ),
  );
  own(project.learning.onDidLearn(() => keys.hasForgotten.set(project.learning.isForgotten)));
  const codes = {
    ...{ project, visibility, extension: context.extensionUri, tree: codebookTree },
    coder: () => readSettings().coder,
  };
  own(
    new GoneCodes({
      ...{ project, log },
      recodeGone: async (gone, likely) => (await loaded()).recodeGone(gone, likely, codes),
    }),
  );
  own(registerUnknownCodeActions());
  const commandParts: CommandParts = {
    ...{ context, project, surroundings, log, visibility, codes, explain },
    trees: { annotations: annotationTree, codebooks: codebookTree, places: placesTree },
    documents: {
      learned,
      places: own(new PlaceTexts()),
      versions: own(new VersionDocuments()),
      check: own(new CheckReport()),
    },
  };
  own(registerCommands(async () => (await loaded()).commandHandlers(commandParts), log));
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
