/** Words about a coding that more than one view uses. */
import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import type { AnchorState } from '../../core/annotation/annotation.js';
import type { Code } from '../../core/codebook/codebook.js';
import { inDisplayLanguage } from './language.js';

export type CodeOf = (path: string) => Code | undefined;

/** The last part of a path. */
export function fileName(path: string): string {
  return path.split('/').at(-1) ?? path;
}

/** `Relational intervention › Coach`, or the bare path of a code that no codebook has. */
export function codeTitle(path: string, codeOf: CodeOf): string {
  const segments = path.split('/');
  const names = segments.slice(1).map((_, index) => {
    const code = codeOf(segments.slice(0, index + 2).join('/'));
    return code && inDisplayLanguage(code.name);
  });
  return names.every((name) => name !== undefined) && names.length > 0 ? names.join(' › ') : path;
}

/** The code's own name, or its path where no codebook has it. */
export function codeName(path: string, codeOf: CodeOf): string {
  const code = codeOf(path);
  return code ? inDisplayLanguage(code.name) : path;
}

/** Words of a text, between the quotation marks of the user's language; shortened as `shortQuote` does. */
export function quoted(words: string, length?: number): string {
  return vscode.l10n.t('“{0}”', shortQuote(words, length));
}

/** Suggested, confirmed or rejected, and by whom. */
export function statusText(coding: Coding): string {
  if (coding.origin === 'derived' && coding.status === 'suggested') return vscode.l10n.t('derived from other codes');
  switch (coding.status) {
    case 'suggested':
      return vscode.l10n.t('suggestion, not decided on');
    case 'confirmed':
      return coding.origin === 'manual'
        ? vscode.l10n.t('coded by {0}', coding.coder)
        : vscode.l10n.t('confirmed by {0}', coding.coder);
    case 'rejected':
      return vscode.l10n.t('rejected by {0}', coding.coder);
  }
}

/** What became of a place, in a sentence; nothing where all is as it was. */
export function stateText(state: AnchorState): string {
  switch (state) {
    case 'anchored':
      return '';
    case 'moved':
      return vscode.l10n.t('moved: the same words stand elsewhere now');
    case 'changed':
      return vscode.l10n.t('the words were edited since');
    case 'ambiguous':
      return vscode.l10n.t('these words stand in several places now, and it is not certain which one is meant');
    case 'orphan':
      return vscode.l10n.t('these words are no longer in the text; the annotation is kept');
  }
}

/** A score as people read it: two decimals, with the decimal mark of the user's language. */
export function scoreText(score: number): string {
  return score.toLocaleString(vscode.env.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A quotation on one line, shortened at a word where it is longer than `length` UTF-16 units. */
export function shortQuote(quote: string, length = 80): string {
  const line = quote
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))}…`;
}
