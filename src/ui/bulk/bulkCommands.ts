import * as vscode from 'vscode';
import { overlaps, type Span } from '../../core/text/span.js';
import {
  decideOnFound,
  isOpenSuggestion,
  type OpenSuggestions,
  type SuggestionSource,
  type Verdict,
} from '../../project/openSuggestions.js';
import type { Surroundings } from '../../project/ports.js';
import type { Project } from '../../project/project.js';
import type { DocumentRef, DocumentState } from '../../project/state.js';
import { formatMessage } from '../platform/messages.js';
import { toSpan } from '../platform/positions.js';
import { say } from '../platform/say.js';
import { textsOfWorkspace } from '../platform/workspaceTexts.js';
import { askBulk, howManyOf, type InSight, narrow, PLACES, type Where } from './bulkQuestions.js';
import { runBulk } from './bulkRun.js';
import { deleteCommands } from './deleteCommands.js';

export interface BulkParts {
  readonly project: Project;
  readonly surroundings: Surroundings;
  /** Asks for the coder's name where it is not known; undefined where the user does not tell. */
  readonly coderName: () => Promise<string | undefined>;
}

/** Deciding on many suggestions, or deleting many annotations, at once. */
export function bulkCommands(parts: BulkParts) {
  return {
    confirmSuggestions: (...args: readonly unknown[]) => decideOnMany(parts, 'confirm', wishesIn(args)),
    rejectSuggestions: (...args: readonly unknown[]) => decideOnMany(parts, 'reject', wishesIn(args)),
    ...deleteCommands(parts),
  };
}

/** What a keybinding or another extension may give, so that nobody is asked. */
interface Wishes {
  readonly where: Where;
  /** Paths; left out: all of them. */
  readonly codes?: readonly string[];
  /** Score, 0..1. */
  readonly from?: number;
}

function wishesIn([wishes]: readonly unknown[]): Wishes | undefined {
  if (typeof wishes !== 'object' || wishes === null || !('where' in wishes)) return undefined;
  const where = PLACES.find((place) => place === wishes.where);
  if (!where) return undefined;
  const codes = 'codes' in wishes && Array.isArray(wishes.codes) ? wishes.codes : undefined;
  const from = 'from' in wishes && typeof wishes.from === 'number' ? wishes.from : 0;
  return { where, from, ...(codes ? { codes: codes.filter((code) => typeof code === 'string') } : {}) };
}

async function decideOnMany(parts: BulkParts, verdict: Verdict, wishes: Wishes | undefined): Promise<void> {
  const { project } = parts;
  const coder = await parts.coderName();
  if (!coder) return;
  const source = suggestionSource(parts, coder);
  const seen = await inSight(project);
  const findThere = (where: Where) => find(where, seen, parts, source);
  const found = wishes
    ? wished(await findThere(wishes.where), wishes)
    : await askBulk({ verdict, inSight: seen?.counts, code: (path) => project.code(path), find: findThere });
  if (!found) return;
  if (found.length === 0) return say(vscode.l10n.t('There is no suggestion there to decide on.'));
  await runBulk({
    ...{ bulk: verdict, howMany: howManyOf(found), steps: project.steps },
    parts: found.map((each) => ({ document: each.document, changes: () => decideOnFound(source, each, verdict) })),
  });
}

function wished(found: readonly OpenSuggestions[] | undefined, { codes, from = 0 }: Wishes) {
  return found && narrow(found, ({ codePath, score = 0 }) => score >= from && (codes?.includes(codePath) ?? true));
}

function suggestionSource({ project, surroundings }: BulkParts, coder: string): SuggestionSource {
  return {
    ...{ surroundings, coder, tools: project.readingTools },
    shownOf: ({ uri }) => openState(project, uri),
    annotationsOf: (document) => project.annotations(document),
  };
}

function openState(project: Project, uri: string): DocumentState | undefined {
  const state = project.document(uri);
  return state?.isOpen ? state : undefined;
}

/** Where a person looks. */
interface Sight {
  readonly document: DocumentRef;
  readonly spans: readonly Span[];
  readonly counts: InSight;
}

/** The text before the person, once it has been read to its end. */
async function inSight(project: Project): Promise<Sight | undefined> {
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri.toString() ?? '';
  if (openState(project, uri)?.isReading) await project.whenIdle();
  const state = openState(project, uri);
  if (!editor || !state) return undefined;
  const spans = editor.visibleRanges.map((range) => toSpan(editor.document, range));
  const open = state.codings.filter(isOpenSuggestion);
  const view = open.filter(({ span }) => isIn(span, spans)).length;
  return { document: state.ref, spans, counts: { view, document: open.length, path: state.ref.path } };
}

function isIn(span: Span | undefined, spans: readonly Span[]): boolean {
  return span !== undefined && spans.some((each) => overlaps(span, each));
}

async function find(
  where: Where,
  seen: Sight | undefined,
  parts: BulkParts,
  source: SuggestionSource,
): Promise<readonly OpenSuggestions[] | undefined> {
  if (where === 'workspace') return findInWorkspace(parts, source);
  if (!seen) return [];
  const { openSuggestions } = await textWork();
  const found = await openSuggestions(source, seen.document);
  const codings = where === 'view' ? found.codings.filter(({ span }) => isIn(span, seen.spans)) : found.codings;
  return codings.length > 0 ? [{ ...found, codings }] : [];
}

/** Loaded when there is something to read, unless a text was read before. */
const textWork = () => import('../../project/textWork.js');

function findInWorkspace(
  { project }: BulkParts,
  source: SuggestionSource,
): Thenable<readonly OpenSuggestions[] | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Looking for suggestions'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, token) => {
    project.learning.wake();
    await project.whenIdle();
    const { openSuggestions } = await textWork();
    const documents = (await textsOfWorkspace(project, token)).filter(({ folder }) => folder !== undefined);
    const found: OpenSuggestions[] = [];
    for (const [index, document] of documents.entries()) {
      if (token.isCancellationRequested) {
        say(vscode.l10n.t('Nothing was changed.'));
        return undefined;
      }
      const message = vscode.l10n.t('{0} ({1} of {2})', document.path, index + 1, documents.length);
      progress.report({ message, increment: 100 / documents.length });
      found.push(await openSuggestions(source, document));
    }
    tellUnread(found);
    return found.filter(({ codings }) => codings.length > 0);
  });
}

/** Texts that cannot be read are named once; deciding on the others goes on. */
function tellUnread(found: readonly OpenSuggestions[]): void {
  const problems = found.filter(({ codings, messages }) => codings.length === 0 && messages.length > 0);
  const message = problems[0]?.messages[0];
  if (message) {
    const text = vscode.l10n.t(
      'Documents with a problem: {0}; the first: {1}',
      problems.length,
      formatMessage(message),
    );
    void vscode.window.showWarningMessage(text);
  }
}
