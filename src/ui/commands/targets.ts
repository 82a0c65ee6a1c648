import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import type { Code } from '../../core/codebook/codebook.js';
import { overlaps, type Span } from '../../core/text/span.js';
import type { DocumentState } from '../../project/state.js';
import { type CodingTarget, isCodingTarget } from '../platform/codingTarget.js';
import { codeTitle, shortQuote } from '../platform/codingText.js';
import { toSpan } from '../platform/positions.js';

/** A coding together with the document that it is in. */
export interface Located {
  readonly document: DocumentState;
  readonly coding: Coding;
}

export interface TargetSource {
  document(uri: string): DocumentState | undefined;
  code(path: string): Code | undefined;
  /** The codings at or beneath a row of the tree; none for anything else. */
  targetsOfNode(node: unknown): readonly CodingTarget[];
  /** What is selected in the tree. */
  selectedTargets(): readonly CodingTarget[];
  /** What a key pressed in the tree is about. */
  targetsAtKeyboard(): Promise<readonly CodingTarget[]>;
  /** To be called when that has been done. */
  returnKeyboard(): Promise<void>;
}

/** What the keybindings of the tree hand to a command, since VS Code itself hands nothing then. */
export const FROM_TREE = 'tree';

/**
 * The codings that a command is about: those of the tree nodes or the hover link that it came from, what is at the
 * keyboard for a key pressed in the tree, else those at the cursor or in the selected text; where several lie there, the user picks.
 * Throws `CancellationError` when the user does not.
 */
export async function targetsOf(args: readonly unknown[], source: TargetSource): Promise<readonly CodingTarget[]> {
  const [first, several] = args;
  if (first === FROM_TREE) return source.targetsAtKeyboard();
  const named = (Array.isArray(several) && several.length > 0 ? several : [first]).flatMap((value) =>
    isCodingTarget(value) ? [value] : source.targetsOfNode(value),
  );
  return first === undefined ? atCursor(source) : named;
}

/** Today's codings behind targets, each once. What is gone in the meantime is left out: ask again after every `await`. */
export function locate(targets: readonly CodingTarget[], source: TargetSource): readonly Located[] {
  const found = new Map<string, Located>();
  const byId = new Map<string, ReadonlyMap<string, Coding>>();
  for (const { uri, codingId } of targets) {
    const document = source.document(uri);
    if (!document) continue;
    const codings = byId.get(uri) ?? new Map(document.codings.map((coding) => [coding.id, coding]));
    byId.set(uri, codings);
    const coding = codings.get(codingId);
    if (coding) found.set(`${uri} ${codingId}`, { document, coding });
  }
  return [...found.values()];
}

async function atCursor(source: TargetSource): Promise<readonly CodingTarget[]> {
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri.toString() ?? '';
  const codings = source.document(uri)?.codings;
  if (!editor || !codings) return [];
  const selected = toSpan(editor.document, editor.selection);
  const here = codings.filter((coding) => isDecidable(coding) && coding.span && meets(coding.span, selected));
  if (here.length <= 1) return here.map(({ id }) => ({ uri, codingId: id }));
  const items = here.map((coding) => ({
    label: codeTitle(coding.codePath, (path) => source.code(path)),
    description: shortQuote(coding.quote),
    codingId: coding.id,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which coding?') });
  if (!chosen) throw new vscode.CancellationError();
  return [{ uri, codingId: chosen.codingId }];
}

function isDecidable({ status, origin, annotation, editable }: Coding): boolean {
  return status !== 'rejected' && (origin !== 'derived' || annotation !== undefined) && editable;
}

/** A cursor meets what it stands in or beside; a selection only what it shares words with, so that a range can be made longer. */
function meets(span: Span, selected: Span): boolean {
  if (selected.start !== selected.end) return overlaps(span, selected);
  return span.start <= selected.start && selected.start <= span.end;
}
