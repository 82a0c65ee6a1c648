import * as vscode from 'vscode';
import type { PolicyText, Section } from '../../core/text/policyText.js';
import { toRange } from '../platform/positions.js';

/** The text that the project holds of a document, at the document's own version; undefined where it reads none. */
export type TextOf = (document: vscode.TextDocument) => Promise<PolicyText | undefined>;

/** Outline, breadcrumbs and folding by the sections of plain-text documents. Markdown has its own in the editor. */
export function registerOutline(selector: vscode.DocumentSelector, textOf: TextOf): vscode.Disposable {
  const sectionsOf = async (document: vscode.TextDocument): Promise<readonly Section[]> => {
    const { version } = document;
    const text = await textOf(document);
    if (text?.format !== 'plain') return [];
    const { sectionTree } = await import('../../project/textWork.js');
    // Of another text the editor asks again.
    return document.version === version ? sectionTree(text) : [];
  };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(selector, {
      provideDocumentSymbols: async (document) =>
        (await sectionsOf(document)).map((section) => toSymbol(document, section)),
    }),
    vscode.languages.registerFoldingRangeProvider(selector, {
      provideFoldingRanges: async (document) =>
        (await sectionsOf(document)).flatMap((section) => toFoldings(document, section)),
    }),
  );
}

function toSymbol(document: vscode.TextDocument, section: Section): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    section.title,
    '',
    vscode.SymbolKind.String,
    toRange(document, section),
    toRange(document, section.heading),
  );
  symbol.children = section.children.map((child) => toSymbol(document, child));
  return symbol;
}

/** Folded, a section shows its heading's first line; blank lines before the next heading stay in sight. */
function toFoldings(document: vscode.TextDocument, section: Section): vscode.FoldingRange[] {
  const { start, end } = toRange(document, section);
  let last = end.character > 0 ? end.line : end.line - 1;
  while (last > start.line && document.lineAt(last).isEmptyOrWhitespace) last--;
  const inside = section.children.flatMap((child) => toFoldings(document, child));
  return last > start.line ? [new vscode.FoldingRange(start.line, last), ...inside] : inside;
}
