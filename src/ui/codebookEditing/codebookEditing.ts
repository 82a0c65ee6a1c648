/** Help with writing one's own codebook: completion, the meaning of keys, and what is wrong. Needs no YAML extension. */
import * as vscode from 'vscode';
import type { Proposal } from '../../core/codebook/proposals.js';
import { codebookSelector } from '../platform/codebookFiles.js';
import { CodebookDiagnostics, type FormatMessage } from './codebookDiagnostics.js';
import { schemaText } from './schemaWording.js';

/** Signs after which a key or a value may begin. */
const TRIGGERS = [' ', '{', '[', ':'];

export function registerCodebookEditing(formatMessage: FormatMessage): vscode.Disposable {
  return vscode.Disposable.from(
    new CodebookDiagnostics(formatMessage),
    vscode.languages.registerCompletionItemProvider(codebookSelector, { provideCompletionItems }, ...TRIGGERS),
    vscode.languages.registerHoverProvider(codebookSelector, { provideHover }),
  );
}

async function provideCompletionItems(
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.CompletionItem[]> {
  const { proposalsAt } = await import('../../core/handwritten.js');
  if (token.isCancellationRequested) return [];
  const offset = document.offsetAt(position);
  return proposalsAt(document.getText(), offset).map((proposal, index) => {
    const isKey = proposal.kind === 'key';
    const kind = isKey ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.EnumMember;
    const item = new vscode.CompletionItem(proposal.label, kind);
    item.insertText = new vscode.SnippetString(snippetAt(proposal, document, position));
    item.range = new vscode.Range(document.positionAt(proposal.start), position);
    // As the schema has them, which is the order in which one writes them.
    item.sortText = String(index).padStart(3, '0');
    if (proposal.description) item.documentation = new vscode.MarkdownString(schemaText(proposal.description));
    return item;
  });
}

/** Inside braces everything stands on one line, and a key that is there already needs no colon. */
function snippetAt(
  { kind, label, snippet }: Proposal,
  document: vscode.TextDocument,
  position: vscode.Position,
): string {
  const line = document.lineAt(position).text;
  if (kind === 'key' && /^[\w-]*\s*:/.test(line.slice(position.character))) return label;
  const isInBraces = /[{[][^}\]]*$/.test(line.slice(0, position.character));
  return isInBraces && snippet.includes('\n') ? `${label}: $1` : snippet;
}

async function provideHover(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const { meaningAt } = await import('../../core/handwritten.js');
  const meaning = meaningAt(document.getText(), document.offsetAt(position));
  if (!meaning) return undefined;
  const range = new vscode.Range(document.positionAt(meaning.start), document.positionAt(meaning.end));
  return new vscode.Hover(new vscode.MarkdownString(`**${meaning.key}** · ${schemaText(meaning.description)}`), range);
}
