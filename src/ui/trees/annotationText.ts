/** The words of the annotation tree. */
import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import { excerptOf } from '../../core/analysis/excerpt.js';
import type { Group, Leaf, Subject } from '../../core/analysis/outline.js';
import { type CodeOf, codeName, codeTitle, fileName, scoreText, shortQuote } from '../platform/codingText.js';
import { inDisplayLanguage } from '../platform/language.js';

export function groupLabel(subject: Subject): string {
  switch (subject.kind) {
    case 'problems':
      return vscode.l10n.t('Files with problems');
    case 'notFound':
      return vscode.l10n.t('Not found in the text');
    case 'kept':
      return vscode.l10n.t('Kept without a place');
    case 'codebook':
      return subject.codebook ? inDisplayLanguage(subject.codebook.title) : subject.id;
    case 'code':
      return subject.code ? inDisplayLanguage(subject.code.name) : subject.path.split('/').slice(1).join('/');
    case 'document':
      return fileName(subject.path);
    case 'status':
      return statusLabel(subject.status);
  }
}

function statusLabel(status: Coding['status']): string {
  switch (status) {
    case 'suggested':
      return vscode.l10n.t('Suggestions');
    case 'confirmed':
      return vscode.l10n.t('Confirmed');
    case 'rejected':
      return vscode.l10n.t('Rejected');
  }
}

/** How many, and for a document in which folder. */
export function groupDescription({ subject, count }: Group): string {
  const folder = subject.kind === 'document' ? subject.path.slice(0, -fileName(subject.path).length - 1) : '';
  return joined(String(count), folder);
}

/** What a screen reader says of a group. */
export function groupSentence({ subject, count }: Group): string {
  const label = subject.kind === 'document' ? subject.path : groupLabel(subject);
  if (subject.kind === 'problems') return `${label}: ${count}`;
  return count === 1 ? vscode.l10n.t('{0}: 1 passage', label) : vscode.l10n.t('{0}: {1} passages', label, count);
}

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

function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ');
}

function lineText(line: number | undefined): string {
  return line === undefined ? '' : vscode.l10n.t('line {0}', line);
}

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
