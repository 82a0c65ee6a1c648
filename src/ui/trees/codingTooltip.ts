import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import type { Leaf } from '../../core/analysis/outline.js';
import { type CodeOf, codeTitle, scoreText, shortQuote, stateText, statusText } from '../platform/codingText.js';
import { inDisplayLanguage } from '../platform/language.js';
import { escapeMarkdown, field } from '../platform/markdown.js';
import { type Explain, reasonsOf } from '../platform/reasonText.js';

/** A quotation in a tooltip is cut here (UTF-16 units): the text itself is one click away. */
const LONG_QUOTE = 600;

export interface TooltipContext {
  /** Of the coding's document. */
  readonly uri: string;
  readonly codeOf: CodeOf;
  readonly explain: Explain;
}

/** All there is to know about a coding. Quotations, memos and codebooks are anybody's text: escaped, nothing trusted. */
export function codingTooltip({ coding, path, line }: Leaf, { uri, codeOf, explain }: TooltipContext) {
  const { why, change } = reasonsOf(coding, uri, explain);
  const definition = codeOf(coding.codePath)?.definition;
  const place = line === undefined ? path : vscode.l10n.t('{0} line {1}', path, line);
  const paragraphs = [
    `**${escapeMarkdown(codeTitle(coding.codePath, codeOf))}**`,
    definition ? escapeMarkdown(inDisplayLanguage(definition)) : '',
    `> ${escapeMarkdown(shortQuote(coding.quote, LONG_QUOTE))}`,
    field(vscode.l10n.t('Why'), why),
    escapeMarkdown(change),
    field(vscode.l10n.t('Decision'), decision(coding)),
    field(vscode.l10n.t('Memo'), coding.memo),
    field(vscode.l10n.t('Where'), place),
    field(vscode.l10n.t('State'), stateText(coding.state)),
  ];
  return new vscode.MarkdownString(paragraphs.filter(Boolean).join('\n\n'));
}

function decision(coding: Coding): string {
  const score = coding.score === undefined ? '' : vscode.l10n.t('score {0}', scoreText(coding.score));
  return [statusText(coding), score].filter(Boolean).join(', ');
}
