import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import type { Change } from '../../core/annotation/annotation.js';
import {
  annotate,
  changeRange,
  confirm,
  type Deciding,
  recode,
  reject,
  remove,
  writeMemo,
} from '../../core/annotation/decide.js';
import type { Span } from '../../core/text/span.js';
import type { DocumentState } from '../../project/state.js';
import type { CodePick } from '../coding/codePick.js';
import { askCoderName, coderName } from '../coding/coderName.js';
import { passageToCode } from '../coding/passage.js';
import type { CodingTarget } from '../platform/codingTarget.js';
import { shortQuote } from '../platform/codingText.js';
import { type DecidingParts, decidingIn, tellOutcome } from '../platform/deciding.js';
import { toSpan } from '../platform/positions.js';
import { say } from '../platform/say.js';
import {
  confirmLabel,
  deleteLabel,
  intendedLabel,
  memoLabel,
  rangeLabel,
  recodeLabel,
  rejectLabel,
} from '../platform/stepLabels.js';
import { FROM_TREE, type Located, locate, type TargetSource, targetsOf } from './targets.js';

export interface CodingParts extends DecidingParts {
  readonly source: TargetSource;
  readonly pick: CodePick;
}

/** Deciding on codings, and coding by hand. */
export function codingCommands(parts: CodingParts) {
  const { source, pick } = parts;
  const several = (args: readonly unknown[], action: Action) => decideOn(args, action, parts);
  return {
    confirm: (...args: readonly unknown[]) => several(args, { change: confirm, label: confirmLabel, ...DERIVED_TOO }),
    reject: (...args: readonly unknown[]) => several(args, { change: reject, label: rejectLabel, ...DERIVED_TOO }),
    delete: (...args: readonly unknown[]) => several(args, { change: remove, label: deleteLabel, ...DERIVED_TOO }),
    markIntended: (...args: readonly unknown[]) =>
      several(args, { change: confirm, label: intendedLabel, ...DERIVED_TOO }),
    recode: (...args: readonly unknown[]) =>
      several(args, {
        ask: () => pick.several(vscode.l10n.t('Change code')),
        change: (codings, deciding, codes) => recode(codings, codes ?? [], deciding),
        label: recodeLabel,
      }),
    memo: (...args: readonly unknown[]) =>
      several(args, {
        ask: askMemo,
        change: (codings, deciding, memo) => codings.flatMap((coding) => writeMemo(coding, memo?.[0] ?? '', deciding)),
        label: memoLabel,
        ...DERIVED_TOO,
      }),
    changeRange: async (...args: readonly unknown[]) => {
      const editor = vscode.window.activeTextEditor;
      if (!editor || editor.selection.isEmpty) return say(vscode.l10n.t('Select the new words in the text first.'));
      const span = toSpan(editor.document, editor.selection);
      const [target] = await targetsOf(args, source);
      if (!target) return say(vscode.l10n.t('There is no coding here that you can decide on.'));
      if (target.uri !== editor.document.uri.toString()) {
        return say(vscode.l10n.t('The selection is in another document than the annotation.'));
      }
      return several([target], {
        change: (codings, deciding) => codings.flatMap((coding) => changeRange(coding, span, deciding)),
        label: rangeLabel,
      });
    },
    code: () =>
      codePassage(parts, async (title) => (await pick.one(title).then((path) => path && [path])) || undefined),
    codeWithSeveral: () => codePassage(parts, (title) => pick.several(title)),
    setCoder: () => askCoderName(),
  };
}

/** Gives one coding the code that the user chooses. */
export function giveOtherCode(parts: CodingParts, target: CodingTarget): Promise<void> {
  const ask = async () => {
    const path = await parts.pick.one(vscode.l10n.t('Change code'));
    return path === undefined ? undefined : [path];
  };
  const change: Action['change'] = (codings, deciding, codes) => recode(codings, codes ?? [], deciding);
  return decideOn([target], { ask, change, label: recodeLabel }, parts);
}

/** What is done to codings: perhaps a question first, then the changes it comes to, and what the step is called. */
interface Action {
  readonly ask?: (located: readonly Located[]) => Promise<readonly string[] | undefined>;
  readonly change: (codings: readonly Coding[], deciding: Deciding, answer?: readonly string[]) => readonly Change[];
  /** Of the step, by the number of annotations that it changes, and whether nobody had decided on any of them. */
  readonly label: (count: number, areSuggestions: boolean) => string;
  /** Whether it can be done to derived codings: what they are called and where they are follows from others. */
  readonly derivedToo?: boolean;
}

const DERIVED_TOO = { derivedToo: true } as const;

async function decideOn(args: readonly unknown[], action: Action, parts: CodingParts): Promise<void> {
  const { ask, change } = action;
  // The name first: with it, what is the coder's own may change.
  if (!(await coderName())) return;
  const targets = (await targetsOf(args, parts.source)).filter((target) => target !== undefined);
  const subjects = decidable(locate(targets, parts.source), action);
  if (subjects.length === 0) return say(vscode.l10n.t('There is no coding here that you can decide on.'));
  const answer = await ask?.(subjects);
  if (ask && answer === undefined) return;
  const changes: Change[] = [];
  for (const [document, codings] of byDocument(decidable(locate(targets, parts.source), action))) {
    changes.push(...change(codings, await decidingIn(document, codings, parts), answer));
  }
  if (changes.length === 0) return;
  const areSuggestions = changes.every(({ before, after }) => !before && after?.origin.kind === 'suggestion');
  const label = action.label(changes.length, areSuggestions);
  const messages = await parts.apply(label, changes);
  if (args[0] === FROM_TREE) await parts.source.returnKeyboard();
  tellOutcome(messages, label);
}

/**
 * What may be decided on. A derived suggestion only by itself: among others (a group of the tree) it follows from what is
 * decided on them.
 */
function decidable(located: readonly Located[], { derivedToo = false }: Action): readonly Located[] {
  const own = located.filter(({ coding }) => coding.editable);
  const independent = own.filter(({ coding }) => coding.origin !== 'derived' || (derivedToo && coding.annotation));
  return derivedToo && independent.length === 0 ? own : independent;
}

function byDocument(located: readonly Located[]): ReadonlyMap<DocumentState, readonly Coding[]> {
  const groups = new Map<DocumentState, Coding[]>();
  for (const { document, coding } of located) groups.set(document, [...(groups.get(document) ?? []), coding]);
  return groups;
}

/** Stands for a line break in the box for a memo, which has one line; a memo of several lines keeps them. */
const LINE_BREAK = ' ⏎ ';

async function askMemo(located: readonly Located[]): Promise<readonly string[] | undefined> {
  const [first] = located;
  const memos = new Set(located.map(({ coding }) => coding.memo));
  const memo = await vscode.window.showInputBox({
    title: located.length === 1 ? vscode.l10n.t('Memo') : vscode.l10n.t('One memo for {0} codings', located.length),
    prompt: `“${shortQuote(first?.coding.quote ?? '')}”`,
    placeHolder: vscode.l10n.t('Why this code? What stands out?'),
    // Different memos are not offered as one: an empty box says that they would be replaced.
    value: memos.size === 1 ? (first?.coding.memo.replace(/\r?\n/g, LINE_BREAK) ?? '') : '',
  });
  return memo === undefined ? undefined : [memo.split(LINE_BREAK).join('\n')];
}

async function codePassage(
  parts: CodingParts,
  choose: (title: string) => Promise<readonly string[] | undefined>,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const document = editor && parts.source.document(editor.document.uri.toString());
  if (!editor || !document?.text) return say(vscode.l10n.t('Open a text and select a passage first.'));
  const span = passageToCode(editor, document);
  if (!span) return say(vscode.l10n.t('Select a passage first.'));
  if (!(await coderName())) return;
  const version = editor.document.version;
  const quote = editor.document.getText().slice(span.start, span.end);
  const codes = await choose(vscode.l10n.t('Code for “{0}”', shortQuote(quote, 60)));
  if (!codes) return;
  if (editor.document.version !== version)
    return say(vscode.l10n.t('The text changed meanwhile. Select the passage again.'));
  await codeSpan(parts, { uri: editor.document.uri.toString(), text: editor.document.getText(), span, codes });
}

/** A passage with the codes that somebody chose for it. */
export interface Passage {
  readonly uri: string;
  readonly text: string;
  readonly span: Span;
  readonly codes: readonly string[];
}

/** Codes a passage by hand, under the coder's name, which is asked for when it is not known. */
export async function codeByHand(parts: CodingParts, passage: Passage): Promise<void> {
  if (await coderName()) await codeSpan(parts, passage);
}

async function codeSpan(parts: CodingParts, { uri, text, span, codes }: Passage): Promise<void> {
  const deciding = { document: uri, text, now: parts.now().toISOString(), newId: parts.newId };
  const label = vscode.l10n.t('code “{0}”', shortQuote(text.slice(span.start, span.end), 40));
  tellOutcome(await parts.apply(label, annotate(span, codes, deciding)), label);
}
