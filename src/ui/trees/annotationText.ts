/** The words of the annotation tree. */
import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import { excerptOf } from '../../core/analysis/excerpt.js';
import type { Leaf } from '../../core/analysis/outline.js';
import { type CodeOf, codeName, codeTitle, fileName, scoreText, shortQuote } from '../platform/codingText.js';
import { joined, lineText } from '../platform/outlineText.js';

/**
 * What a row says, first things first, since a narrow side bar shows little more than that: the code where no group
 * above tells it, then the passage, then its place and score.
 */
export function leafTexts({ coding, path, line, untold }: Leaf, codeOf: CodeOf): RowTexts {
  const place = untold.document ? placeInFile(path, line) : lineText(line);
  const score = coding.status === 'suggested' && coding.score !== undefined ? scoreText(coding.score) : '';
  const quote = shortQuote(excerptOf(coding), ROW_QUOTE);
  // The code's own name only: its colour tells what it is part of.
  if (untold.code) return { label: codeName(coding.codePath, codeOf), description: joined(quote, place, score) };
  return { label: quote, description: joined(place, score) };
}

export interface RowTexts {
  readonly label: string;
  readonly description: string;
}

/** UTF-16 units of a quotation in a row: a side bar of common width shows half of it, a wide one all. */
const ROW_QUOTE = 60;

function placeInFile(path: string, line: number | undefined): string {
  return line === undefined ? fileName(path) : `${fileName(path)}:${line}`;
}

/** What a screen reader says of a coding, whole: it does not see the groups above it. */
export function leafSentence({ coding, path, line }: Leaf, codeOf: CodeOf): string {
  const code = codeTitle(coding.codePath, codeOf);
  const quote = shortQuote(coding.quote, 200);
  const place = line === undefined ? path : vscode.l10n.t('{0} line {1}', path, line);
  const kind = kindOf(coding);
  return vscode.l10n.t('{0}: {1}, in {2}: {3}', kind, code, place, quote);
}

/** One word for what a coding is. */
export function kindOf(coding: Coding): string {
  if (coding.state === 'orphan') return vscode.l10n.t('Not found');
  if (coding.state === 'ambiguous') return vscode.l10n.t('Found in several places');
  switch (coding.status) {
    case 'suggested':
      return coding.origin === 'derived' ? vscode.l10n.t('Derived') : vscode.l10n.t('Suggestion');
    case 'confirmed':
      return vscode.l10n.t('Confirmed');
    case 'rejected':
      return vscode.l10n.t('Rejected');
  }
}
