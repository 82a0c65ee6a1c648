/** Words that the trees have in common. */
import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import type { Group, Subject } from '../../core/analysis/outline.js';
import { fileName } from './codingText.js';
import { inDisplayLanguage } from './language.js';

export function groupLabel(subject: Subject): string {
  switch (subject.kind) {
    case 'problems':
      return vscode.l10n.t('Files with problems');
    case 'notFound':
      return vscode.l10n.t('No certain place in the text');
    case 'kept':
      return vscode.l10n.t('Kept without a place');
    case 'moved':
      return vscode.l10n.t('The same words, moved');
    case 'unknownCodes':
      return vscode.l10n.t('Unknown codes');
    case 'codebook':
      return inDisplayLanguage(subject.codebook.title);
    case 'code':
      return subject.code ? inDisplayLanguage(subject.code.name) : subject.path;
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

/** What a row says besides its label, as far as there is something to say. */
export function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ');
}

export function lineText(line: number | undefined): string {
  return line === undefined ? '' : vscode.l10n.t('line {0}', line);
}
