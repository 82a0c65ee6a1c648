/** The words of the review of places. */
import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import type { Leaf } from '../../core/analysis/outline.js';
import { isKept } from '../../core/analysis/placesToReview.js';
import {
  type CodeOf,
  codeName,
  codeTitle,
  fileName,
  shortQuote,
  stateText,
  statusText,
} from '../platform/codingText.js';
import { escapeMarkdown, field } from '../platform/markdown.js';
import { joined, lineText } from '../platform/outlineText.js';

/**
 * UTF-16 units of a quotation in a row, for a screen reader, and in a tooltip. In a row it leaves room for the state and the code,
 * even in a narrow side bar.
 */
const ROW_QUOTE = 20;
const SPOKEN_QUOTE = 200;
const LONG_QUOTE = 600;

/** One word for what became of a place. */
export function stateWord(coding: Coding): string {
  if (isKept(coding)) return vscode.l10n.t('kept');
  switch (coding.state) {
    case 'anchored':
      return vscode.l10n.t('in its place');
    case 'moved':
      return vscode.l10n.t('moved');
    case 'changed':
      return vscode.l10n.t('changed');
    case 'ambiguous':
      return vscode.l10n.t('several places');
    case 'orphan':
      return vscode.l10n.t('not found');
  }
}

/** The words that were coded, as they are kept: those of today may be others. */
export function keptQuote({ annotation, quote }: Coding): string {
  return annotation?.target.quote ?? quote;
}

/** The names of all codes of an annotation. */
export function codesOf({ annotation, codePath }: Coding, codeOf: CodeOf, name = codeName): string {
  return (annotation?.codes ?? [codePath]).map((path) => name(path, codeOf)).join(', ');
}

/** The words that were coded: rows of one document tend to have the same code. */
export function rowLabel({ coding }: Leaf): string {
  return shortQuote(keptQuote(coding), ROW_QUOTE);
}

export function rowDescription({ coding, path, line, untold }: Leaf, codeOf: CodeOf): string {
  return joined(
    stateWord(coding),
    codesOf(coding, codeOf),
    untold.document ? fileName(path) : '',
    lineText(line),
    whose(coding),
  );
}

/** Says only what is not as one expects: that it is another's, or a rejection. */
function whose(coding: Coding): string {
  return coding.editable && coding.status === 'confirmed' ? '' : statusText(coding);
}

/** What a screen reader says of a row, whole. */
export function rowSentence({ coding, path, line }: Leaf, codeOf: CodeOf): string {
  const place = line === undefined ? path : vscode.l10n.t('{0} line {1}', path, line);
  const codes = codesOf(coding, codeOf, codeTitle);
  const sentence = vscode.l10n.t(
    '{0}: {1}, in {2}: {3}',
    ...[stateWord(coding), codes, place, shortQuote(keptQuote(coding), SPOKEN_QUOTE)],
  );
  const memo = coding.memo && vscode.l10n.t('Memo: {0}', shortQuote(coding.memo, SPOKEN_QUOTE));
  return [sentence, whose(coding), memo].filter(Boolean).join('. ');
}

/** All there is to know. Quotations and memos are anybody's text: escaped, nothing trusted. */
export function placeTooltip({ coding, path, line }: Leaf, codeOf: CodeOf): vscode.MarkdownString {
  const then = keptQuote(coding);
  const now = coding.span && coding.quote !== then ? coding.quote : '';
  const place = line === undefined ? path : vscode.l10n.t('{0} line {1}', path, line);
  const paragraphs = [
    `**${escapeMarkdown(codesOf(coding, codeOf, codeTitle))}**`,
    `> ${escapeMarkdown(shortQuote(then, LONG_QUOTE))}`,
    field(vscode.l10n.t('State'), stateText(coding.state)),
    field(vscode.l10n.t('Now'), shortQuote(now, LONG_QUOTE)),
    field(vscode.l10n.t('Decision'), statusText(coding)),
    field(vscode.l10n.t('Memo'), coding.memo),
    field(vscode.l10n.t('Where'), place),
  ];
  return new vscode.MarkdownString(paragraphs.filter(Boolean).join('\n\n'));
}

/** How many wait, for the badge. */
export function waitingText(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 annotation does not lie where it was')
    : vscode.l10n.t('{0} annotations do not lie where they were', count);
}
