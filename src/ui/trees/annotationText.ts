/** The words of the annotation tree. */
import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import type { Group, Leaf, Subject } from '../../core/analysis/outline.js';
import type { Code } from '../../core/codebook/codebook.js';
import { codeTitle, scoreText, shortQuote } from '../platform/codingText.js';
import { inDisplayLanguage } from '../platform/language.js';

export type CodeOf = (path: string) => Code | undefined;

export function groupLabel(subject: Subject): string {
  switch (subject.kind) {
    case 'problems':
      return vscode.l10n.t('Cannot be read');
    case 'notFound':
      return vscode.l10n.t('Not found in the text');
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

/** What a screen reader says of a group. */
export function groupSentence({ subject, count }: Group): string {
  const label = groupLabel(subject);
  if (subject.kind === 'problems') return `${label}: ${count}`;
  return count === 1 ? vscode.l10n.t('{0}: 1 passage', label) : vscode.l10n.t('{0}: {1} passages', label, count);
}

/** Whatever the groups above do not say: code, place, score. */
export function leafDescription({ coding, path, line, untold }: Leaf, codeOf: CodeOf): string {
  return [
    untold.code ? codeName(coding.codePath, codeOf) : '',
    untold.document ? placeInFile(path, line) : lineText(line),
    coding.status === 'suggested' && coding.score !== undefined ? scoreText(coding.score) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The code's own name; its colour tells what it is part of. */
function codeName(path: string, codeOf: CodeOf): string {
  const code = codeOf(path);
  return code ? inDisplayLanguage(code.name) : path;
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

export function fileName(path: string): string {
  return path.split('/').at(-1) ?? path;
}
