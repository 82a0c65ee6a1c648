import * as vscode from 'vscode';
import type { ExplainedSentence } from '../../core/analysis/explained.js';
import type { CodeExplanation } from '../../core/detection/explain.js';
import type { Span } from '../../core/text/span.js';
import { codeTitle, quoted, scoreText } from '../platform/codingText.js';
import { toRange, toSpan } from '../platform/positions.js';
import {
  changeText,
  contributionText,
  type Explain,
  nearMissText,
  quotedWords,
  type WordsAt,
} from '../platform/reasonText.js';
import { say } from '../platform/say.js';
import type { Passage } from './codingCommands.js';
import type { TargetSource } from './targets.js';

export interface WhyNotParts {
  readonly source: Pick<TargetSource, 'document' | 'code'>;
  readonly explain: Explain;
  readonly code: (passage: Passage) => Promise<void>;
}

/** A sentence somebody asks about, in the text as it was then. */
interface Asked {
  readonly document: vscode.TextDocument;
  readonly version: number;
  /** Without derived codes: those follow from others, and are not given by hand. */
  readonly explained: ExplainedSentence;
  /** What would be coded: the selection, else the sentence. */
  readonly passage: Span;
  readonly titleOf: (codePath: string) => string;
  readonly wordsAt: WordsAt;
}

interface CodeItem extends vscode.QuickPickItem {
  readonly code?: CodeExplanation;
}

interface AnswerItem extends vscode.QuickPickItem {
  /** What choosing it does; nothing for what is only to be read. */
  readonly run?: () => unknown;
}

/**
 * Answers, for the sentence at the cursor, which codes it nearly has and why not: in a list, which can be read by keyboard and by
 * screen reader. Choosing a code tells its reasons; from there it can be given all the same.
 */
export function whyNotCommand(parts: WhyNotParts) {
  return {
    whyNot: async () => {
      const asked = askedNow(parts);
      if (!asked) return say(vscode.l10n.t('There is no sentence here that is looked into for codes.'));
      const code = await chooseCode(asked);
      if (code) await answer(parts, asked, code);
    },
  };
}

function askedNow({ source, explain }: WhyNotParts): Asked | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const selected = toSpan(document, selection);
  // White space before the first selected word may belong to the sentence before.
  const lead = document.getText(selection).search(/\S/);
  const explained = explain(document.uri.toString(), selected.start + Math.max(0, lead));
  const codes = explained?.codes.filter(({ codePath }) => !source.code(codePath)?.derived) ?? [];
  if (!explained || codes.length === 0) return undefined;
  return {
    document,
    version: document.version,
    explained: { span: explained.span, codes },
    passage: lead >= 0 ? selected : explained.span,
    titleOf: (path) => codeTitle(path, (each) => source.code(each)),
    wordsAt: (span) => document.getText(toRange(document, span)),
  };
}

async function chooseCode(asked: Asked): Promise<CodeExplanation | undefined> {
  const { codes, span } = asked.explained;
  const open = codes.filter(({ isSuggested, instead }) => !isSuggested && instead.length === 0);
  const suggested = codes.filter(({ isSuggested }) => isSuggested);
  const distance = ({ score, threshold }: CodeExplanation) => threshold - score;
  const nearest = [...open].sort((a, b) => distance(a) - distance(b));
  const items: CodeItem[] = [
    separator(vscode.l10n.t('Not suggested, nearest first')),
    ...nearest.map((code) => codeItem(code, asked)),
    ...(suggested.length > 0 ? [separator(vscode.l10n.t('Suggested'))] : []),
    ...suggested.map((code) => codeItem(code, asked)),
  ];
  const title = vscode.l10n.t('Why this code, or not? {0}', quoted(asked.wordsAt(span), 60));
  const placeHolder = vscode.l10n.t('Choose a code to see what speaks for it and against it');
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDetail: true });
  return chosen?.code;
}

function codeItem(code: CodeExplanation, { titleOf, wordsAt }: Asked): CodeItem {
  const [first] = code.contributions;
  const [miss] = code.nearMisses;
  const detail = first
    ? contributionText(first, wordsAt)
    : miss
      ? vscode.l10n.t('Nearly: {0}', missText(miss, wordsAt))
      : vscode.l10n.t('Nothing in this sentence speaks for it.');
  return { label: titleOf(code.codePath), description: scoreOfThreshold(code), detail, code };
}

function scoreOfThreshold({ score, threshold }: CodeExplanation): string {
  return vscode.l10n.t('score {0}, suggested from {1}', scoreText(score), scoreText(threshold));
}

function missText(miss: CodeExplanation['nearMisses'][number], wordsAt: WordsAt): string {
  return `${quotedWords(miss.spans, wordsAt) || miss.source}, ${nearMissText(miss, wordsAt)}`;
}

async function answer(parts: WhyNotParts, asked: Asked, code: CodeExplanation): Promise<void> {
  const { titleOf } = asked;
  const title = `${titleOf(code.codePath)}: ${scoreOfThreshold(code)}`;
  const placeHolder = changeText(code, asked.wordsAt);
  const items = [...actionItems(parts, asked, code), ...contributionItems(asked, code), ...nearMissItems(asked, code)];
  const options = code.isSuggested && placeHolder ? { title, placeHolder } : { title };
  const chosen = await vscode.window.showQuickPick<AnswerItem>(items, options);
  await chosen?.run?.();
}

function actionItems(parts: WhyNotParts, asked: Asked, { codePath, isSuggested }: CodeExplanation): AnswerItem[] {
  if (isSuggested) return [];
  const label = vscode.l10n.t('Give this code all the same');
  return [{ label: `$(tag) ${label}`, run: () => codeAnyway(parts, asked, codePath) }];
}

async function codeAnyway({ code }: WhyNotParts, asked: Asked, codePath: string): Promise<void> {
  const { document, version, passage } = asked;
  if (document.version !== version) {
    return say(vscode.l10n.t('The text changed meanwhile. Select the passage again.'));
  }
  await code({ uri: document.uri.toString(), text: document.getText(), span: passage, codes: [codePath] });
}

function contributionItems(asked: Asked, { base, contributions }: CodeExplanation): AnswerItem[] {
  const start = { label: vscode.l10n.t('Without any evidence the score is {0}', scoreText(base)) };
  const items = contributions.map((each): AnswerItem => {
    const icon = each.adds < 0 ? '$(remove)' : '$(add)';
    const learned = each.learned === 0 ? {} : { description: vscode.l10n.t('partly learned from decisions') };
    return {
      label: `${icon} ${contributionText(each, asked.wordsAt)}`,
      ...learned,
      run: () => show(asked, each.spans),
    };
  });
  return [separator(vscode.l10n.t('What counts')), start, ...items];
}

function nearMissItems(asked: Asked, { nearMisses }: CodeExplanation): AnswerItem[] {
  if (nearMisses.length === 0) return [];
  const items = nearMisses.map((miss): AnswerItem => {
    const would = miss.isEnough
      ? vscode.l10n.t('would make it {0}: enough', scoreText(miss.scoreWith))
      : vscode.l10n.t('would make it {0}: not enough', scoreText(miss.scoreWith));
    return {
      label: `$(circle-slash) ${missText(miss, asked.wordsAt)}`,
      detail: `${would} · ${miss.source}`,
      run: () => show(asked, miss.spans),
    };
  });
  return [separator(vscode.l10n.t('What nearly counts')), ...items];
}

/** Selects the words in the text, where they still are. */
async function show({ document, version }: Asked, spans: readonly Span[]): Promise<void> {
  if (spans.length === 0 || document.version !== version) return;
  const editor = await vscode.window.showTextDocument(document);
  const ranges = spans.map((span) => toRange(document, span));
  const [first] = ranges;
  const last = ranges.at(-1);
  if (!first || !last) return;
  editor.selection = new vscode.Selection(first.start, last.end);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function separator(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
