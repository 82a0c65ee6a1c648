/** How the rows of the codebook tree look. */
import * as vscode from 'vscode';
import { inDisplayLanguage } from '../platform/language.js';
import { escapeMarkdown } from '../platform/markdown.js';
import { roleColour } from '../platform/themeColours.js';
import { type CodebookNode, type CodebookTreeNode, type CodeNode, type Fact, factsOf } from './codebookNodes.js';

export interface CodebookItemContext {
  /** Passages with this code, or with a code below it, in the open documents. */
  readonly countOf: (path: string) => number;
  readonly isOn: (path: string) => boolean;
  /** Path of the workspace's file that a codebook is in; undefined for one that comes with the extension. */
  readonly fileOf: (id: string) => string | undefined;
}

export function codebookItemOf(node: CodebookTreeNode, context: CodebookItemContext): vscode.TreeItem {
  switch (node.kind) {
    case 'codebook':
      return codebookItem(node, context);
    case 'code':
      return codeItem(node, context);
    case 'fact':
      return factItem(node);
  }
}

function codebookItem({ id, codebook, children }: CodebookNode, context: CodebookItemContext): vscode.TreeItem {
  const title = inDisplayLanguage(codebook.title);
  const count = children.reduce((sum, code) => sum + context.countOf(code.id), 0);
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  const file = context.fileOf(codebook.id);
  const owned = file === undefined ? '' : vscode.l10n.t('in the workspace: {0}', file);
  item.description = [countText(count), owned].filter(Boolean).join(' · ');
  item.iconPath = new vscode.ThemeIcon('book');
  item.contextValue = 'codebook';
  item.checkboxState = checkbox(
    title,
    children.some((code) => context.isOn(code.id)),
  );
  const said = sentence(title, count);
  item.accessibilityInformation = { label: owned ? `${said}, ${owned}` : said };
  return item;
}

function codeItem(node: CodeNode, { countOf, isOn }: CodebookItemContext): vscode.TreeItem {
  const { id, code, parent, children } = node;
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const name = inDisplayLanguage(code.name);
  const item = new vscode.TreeItem(name, children.length > 0 ? Collapsed : None);
  item.id = id;
  item.description = countText(countOf(id));
  item.iconPath = new vscode.ThemeIcon('tag', roleColour(code.color, 'mark'));
  item.contextValue = 'code';
  // A code and its sub-codes are highlighted together: the switch is on the code.
  if (parent.kind === 'codebook') item.checkboxState = checkbox(name, isOn(id));
  item.accessibilityInformation = { label: sentence(name, countOf(id)) };
  return item;
}

function checkbox(name: string, isOn: boolean): NonNullable<vscode.TreeItem['checkboxState']> {
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  return {
    state: isOn ? Checked : Unchecked,
    tooltip: isOn ? vscode.l10n.t('Highlighted in the text') : vscode.l10n.t('Not highlighted in the text'),
    accessibilityInformation: { label: vscode.l10n.t('Highlight {0}', name) },
  };
}

function countText(count: number): string {
  return count > 0 ? String(count) : '';
}

function sentence(name: string, count: number): string {
  return count === 1 ? vscode.l10n.t('{0}: 1 passage', name) : vscode.l10n.t('{0}: {1} passages', name, count);
}

const FACT_ICONS = { definition: 'info', useWhen: 'check', notWhen: 'close', example: 'quote' } as const;

function factItem({ id, fact, text }: Fact & { readonly id: string }): vscode.TreeItem {
  const label = factText({ fact, text });
  const item = new vscode.TreeItem(label);
  item.id = id;
  item.tooltip = text;
  // A screen reader would be read the tooltip, which does not tell "use when" from "not when".
  item.accessibilityInformation = { label };
  item.iconPath = new vscode.ThemeIcon(FACT_ICONS[fact]);
  item.contextValue = 'fact';
  return item;
}

function factText({ fact, text }: Fact): string {
  switch (fact) {
    case 'definition':
      return vscode.l10n.t('Definition: {0}', text);
    case 'useWhen':
      return vscode.l10n.t('Use when: {0}', text);
    case 'notWhen':
      return vscode.l10n.t('Not when: {0}', text);
    case 'example':
      return vscode.l10n.t('Example: “{0}”', text);
  }
}

/** A codebook is anybody's text: escaped, nothing trusted. */
export function codebookTooltip(node: CodebookTreeNode): vscode.MarkdownString | undefined {
  if (node.kind === 'fact') return undefined;
  const paragraphs =
    node.kind === 'code'
      ? [`**${escapeMarkdown(inDisplayLanguage(node.code.name))}**`, ...factsOf(node.code).map(asMarkdown)]
      : [
          `**${escapeMarkdown(inDisplayLanguage(node.codebook.title))}**`,
          escapeMarkdown(inDisplayLanguage(node.codebook.description)),
          node.codebook.source && escapeMarkdown(vscode.l10n.t('Source: {0}', node.codebook.source)),
        ];
  return new vscode.MarkdownString(paragraphs.filter(Boolean).join('\n\n'));
}

function asMarkdown(fact: Fact): string {
  return escapeMarkdown(factText(fact));
}
