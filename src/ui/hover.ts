import * as vscode from 'vscode';
import type { Coding } from '../core/analysis/coding.js';
import type { Code } from '../core/codebook/codebook.js';
import { containsOffset } from '../core/text/span.js';
import type { DocumentState } from '../project/state.js';
import { codeTitle, scoreText, statusText } from './platform/codingText.js';
import { inDisplayLanguage } from './platform/language.js';
import { toRange } from './platform/positions.js';

export interface HoverSource {
  document(uri: string): DocumentState | undefined;
  code(path: string): Code | undefined;
}

/** Commands that a hover may run: nothing else in it is trusted, since memos and quotations are anybody's text. */
const commands = {
  confirm: 'policyLens.confirm',
  reject: 'policyLens.reject',
  recode: 'policyLens.recode',
  memo: 'policyLens.memo',
  delete: 'policyLens.delete',
} as const;

/** Explains the codings under the pointer: what, why, how sure, who; with links to decide. */
export class CodingHover implements vscode.HoverProvider {
  constructor(private readonly source: HoverSource) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const uri = document.uri.toString();
    const state = this.source.document(uri);
    const offset = document.offsetAt(position);
    const here = (state?.codings ?? []).filter(
      ({ span, status }) => span && status !== 'rejected' && containsOffset(span, offset),
    );
    const [first] = here;
    if (!first?.span) return undefined;
    return new vscode.Hover(
      here.map((coding) => this.#explain(uri, coding)),
      toRange(document, first.span),
    );
  }

  #explain(uri: string, coding: Coding): vscode.MarkdownString {
    const text = new vscode.MarkdownString();
    text.isTrusted = { enabledCommands: Object.values(commands) };
    text.appendMarkdown('**').appendText(codeTitle(coding.codePath, (path) => this.source.code(path)));
    text.appendMarkdown('** — ').appendText(headline(coding)).appendMarkdown('\n\n');
    const definition = this.source.code(coding.codePath)?.definition;
    if (definition) text.appendText(inDisplayLanguage(definition)).appendMarkdown('\n\n');
    appendWhy(text, coding);
    if (coding.memo) {
      text
        .appendMarkdown(`**${vscode.l10n.t('Memo')}:** `)
        .appendText(coding.memo)
        .appendMarkdown('\n\n');
    }
    text.appendMarkdown(links(uri, coding).join(' · '));
    return text;
  }
}

function headline(coding: Coding): string {
  const score = coding.score === undefined ? '' : `, ${vscode.l10n.t('score {0}', scoreText(coding.score))}`;
  return statusText(coding) + score;
}

/** The words that speak for the code, each with the indicator that found it and what it weighs. */
function appendWhy(text: vscode.MarkdownString, coding: Coding): void {
  const evidence = coding.suggestion?.evidence ?? [];
  const span = coding.suggestion;
  if (evidence.length > 0 && span) {
    text.appendMarkdown(`**${vscode.l10n.t('Why')}:** `);
    evidence.forEach(({ indicator, weight, start, end }, index) => {
      const words = coding.quote.slice(start - span.start, end - span.start);
      text.appendText(`${index > 0 ? '; ' : ''}“${words.replace(/\s+/g, ' ')}”`);
      text.appendText(` (${indicator}, ${scoreText(weight)})`);
    });
    text.appendMarkdown('\n\n');
    return;
  }
  const { annotation } = coding;
  if (annotation?.origin.kind !== 'suggestion' || annotation.origin.evidence.length === 0) return;
  text.appendMarkdown(`**${vscode.l10n.t('Why')}:** `).appendText(annotation.origin.evidence.join('; '));
  text.appendMarkdown('\n\n');
}

function links(uri: string, coding: Coding): string[] {
  if (!coding.editable || coding.origin === 'derived') return [];
  const link = (command: string, label: string) => {
    const target = encodeURIComponent(JSON.stringify([{ uri, codingId: coding.id }]));
    return `[${label}](command:${command}?${target})`;
  };
  const isSuggested = coding.status === 'suggested';
  return [
    ...(isSuggested ? [link(commands.confirm, vscode.l10n.t('Confirm'))] : []),
    link(commands.reject, vscode.l10n.t('Reject')),
    link(commands.recode, vscode.l10n.t('Change code')),
    link(commands.memo, vscode.l10n.t('Write memo')),
    ...(isSuggested ? [] : [link(commands.delete, vscode.l10n.t('Delete'))]),
  ];
}
