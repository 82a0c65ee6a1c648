import * as vscode from 'vscode';
import type { RankedPlace } from '../../core/annotation/annotation.js';
import { surroundings } from '../../core/annotation/likelyPlaces.js';
import { LineIndex } from '../../core/text/lineIndex.js';
import type { Section } from '../../core/text/policyText.js';
import { containsOffset, type Span } from '../../core/text/span.js';
import { scoreText, shortQuote } from '../platform/codingText.js';
import { joined, lineText } from '../platform/outlineText.js';
import { toRange } from '../platform/positions.js';
import { rememberView, showSpan } from './placeEditor.js';

/** UTF-16 units of the words of a place, and of what stands on either side of them. */
const WORDS = 100;
const AROUND = 32;

export interface PlaceQuestion {
  readonly title: string;
  /** What was coded. */
  readonly quote: string;
  readonly document: vscode.TextDocument;
  /** Best first. */
  readonly places: readonly RankedPlace[];
  readonly sections: readonly Section[];
}

interface PlaceItem extends vscode.QuickPickItem {
  readonly span: Span;
}

/**
 * Asks for one of several places, and shows each in the text while a person moves through them. Undefined where none was chosen:
 * everything is then as it was before.
 */
export async function pickPlace(question: PlaceQuestion): Promise<Span | undefined> {
  const { document } = question;
  const bringBack = rememberView(document.uri);
  const mark = vscode.window.createTextEditorDecorationType({
    outline: '1px solid',
    outlineColor: new vscode.ThemeColor('focusBorder'),
  });
  let shown: Promise<unknown> = Promise.resolve();
  const show = (span: Span) => {
    shown = shown.then(async () => {
      const editor = await showSpan({ document, span, preserveFocus: true });
      editor.setDecorations(mark, [toRange(document, span)]);
    });
  };
  const chosen = await ask(question, show);
  await shown;
  mark.dispose();
  if (!chosen) await bringBack();
  return chosen;
}

async function ask(question: PlaceQuestion, show: (span: Span) => void): Promise<Span | undefined> {
  const pick = vscode.window.createQuickPick<PlaceItem>();
  pick.title = question.title;
  pick.placeholder = shortQuote(question.quote, WORDS);
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = itemsOf(question);
  try {
    return await new Promise<Span | undefined>((resolve) => {
      pick.onDidChangeActive(([item]) => item && show(item.span));
      pick.onDidAccept(() => resolve(pick.activeItems[0]?.span));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

function itemsOf({ document, places, sections }: PlaceQuestion): readonly PlaceItem[] {
  const text = document.getText();
  const lines = new LineIndex(text);
  return places.map(({ span, score }) => {
    const { before, words, after } = surroundings(text, span, AROUND);
    return {
      label: shortQuote(words, WORDS),
      description: joined(
        lineText(lines.positionAt(span.start).line),
        sectionAt(sections, span.start),
        vscode.l10n.t('score {0}', scoreText(score)),
      ),
      detail: oneLine(`…${before}[${words}]${after}…`),
      span,
    };
  });
}

function oneLine(text: string): string {
  return text.replace(/\u00AD/g, '').replace(/\s+/g, ' ');
}

/** The title of the innermost section around an offset. */
function sectionAt(sections: readonly Section[], offset: number): string {
  const section = sections.find((each) => containsOffset(each, offset));
  return section ? sectionAt(section.children, offset) || section.title : '';
}
