import * as vscode from 'vscode';
import type { Coding } from '../core/analysis/coding.js';
import type { Code } from '../core/codebook/codebook.js';
import { containsOffset } from '../core/text/span.js';
import type { DocumentState } from '../project/state.js';
import { codeTitle, scoreText, statusText } from './platform/codingText.js';
import { commandLink } from './platform/commandLink.js';
import { inDisplayLanguage } from './platform/language.js';
import { escapeMarkdown, field } from './platform/markdown.js';
import { toRange } from './platform/positions.js';
import { type Explain, reasonsOf } from './platform/reasonText.js';

export interface HoverSource {
  document(uri: string): DocumentState | undefined;
  code(path: string): Code | undefined;
  readonly explain: Explain;
}

/** Commands that a hover may run: nothing else in it is trusted, since memos and quotations are anybody's text. */
const commands = {
  confirm: 'policyLens.confirm',
  reject: 'policyLens.reject',
  recode: 'policyLens.recode',
  memo: 'policyLens.memo',
  delete: 'policyLens.delete',
  markIntended: 'policyLens.markIntended',
  showBothRoles: 'policyLens.showBothRoles',
} as const;

/** In every text that the project reads; others have no codings. */
export function registerHover(source: HoverSource): vscode.Disposable {
  return vscode.languages.registerHoverProvider('*', new CodingHover(source));
}

/** Explains the codings under the pointer: what, why, how sure, who; with links to decide. */
class CodingHover implements vscode.HoverProvider {
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
    const explanations = here.map((coding) => this.#explain(uri, coding));
    return new vscode.Hover(explanations, toRange(document, first.span));
  }

  #explain(uri: string, coding: Coding): vscode.MarkdownString {
    const code = this.source.code(coding.codePath);
    const title = codeTitle(coding.codePath, (path) => this.source.code(path));
    const { why, change } = reasonsOf(coding, uri, this.source.explain);
    const paragraphs = [
      `**${escapeMarkdown(title)}** — ${escapeMarkdown(headline(coding))}`,
      code ? escapeMarkdown(inDisplayLanguage(code.definition)) : '',
      field(vscode.l10n.t('Why'), why),
      escapeMarkdown(change),
      field(vscode.l10n.t('Memo'), coding.memo),
      links(uri, coding).join(' · '),
    ];
    const text = new vscode.MarkdownString(paragraphs.filter(Boolean).join('\n\n'));
    text.isTrusted = { enabledCommands: Object.values(commands) };
    return text;
  }
}

function headline(coding: Coding): string {
  const score = coding.score === undefined ? '' : `, ${vscode.l10n.t('score {0}', scoreText(coding.score))}`;
  return statusText(coding) + score;
}

function links(uri: string, coding: Coding): string[] {
  if (!coding.editable) return [];
  const link = (command: keyof typeof commands, label: string) =>
    `[${label}](${commandLink(commands[command], { uri, codingId: coding.id })})`;
  const isSuggested = coding.status === 'suggested';
  if (coding.origin === 'derived' && isSuggested) {
    return [
      link('markIntended', vscode.l10n.t('Mark as intended')),
      link('reject', vscode.l10n.t('Reject')),
      link('showBothRoles', vscode.l10n.t('Show both roles')),
    ];
  }
  return [
    ...(isSuggested ? [link('confirm', vscode.l10n.t('Confirm'))] : []),
    link('reject', vscode.l10n.t('Reject')),
    ...(coding.origin === 'derived' ? [] : [link('recode', vscode.l10n.t('Change code'))]),
    link('memo', vscode.l10n.t('Write memo')),
    ...(isSuggested ? [] : [link('delete', vscode.l10n.t('Delete'))]),
  ];
}
