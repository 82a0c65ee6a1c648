/** What is done to many annotations at once, in words. */
import * as vscode from 'vscode';
import { confirmLabel, deleteLabel, rejectLabel } from '../platform/stepLabels.js';

export type Bulk = 'confirm' | 'reject' | 'delete';

export interface HowMany {
  readonly count: number;
  readonly documents: number;
  /** Path of the first document: named where there is but one. */
  readonly path: string;
}

interface Wording {
  /** Of the whole, as titles have it. */
  readonly title: string;
  /** What it comes to, as a question has it without its mark. */
  readonly sum: (howMany: HowMany) => string;
  /** As the undo command names the step. */
  readonly label: (count: number) => string;
}

export function wordingOf(bulk: Bulk): Wording {
  switch (bulk) {
    case 'confirm':
      return {
        title: vscode.l10n.t('Confirm suggestions'),
        sum: confirmSum,
        label: (count) => confirmLabel(count, true),
      };
    case 'reject':
      return { title: vscode.l10n.t('Reject suggestions'), sum: rejectSum, label: (count) => rejectLabel(count, true) };
    case 'delete':
      return { title: vscode.l10n.t('Delete annotations'), sum: deleteSum, label: deleteLabel };
  }
}

function confirmSum({ count, documents, path }: HowMany): string {
  if (count === 1) return vscode.l10n.t('Confirm one suggestion in “{0}”', path);
  if (documents === 1) return vscode.l10n.t('Confirm {0} suggestions in “{1}”', count, path);
  return vscode.l10n.t('Confirm {0} suggestions in {1} documents', count, documents);
}

function rejectSum({ count, documents, path }: HowMany): string {
  if (count === 1) return vscode.l10n.t('Reject one suggestion in “{0}”', path);
  if (documents === 1) return vscode.l10n.t('Reject {0} suggestions in “{1}”', count, path);
  return vscode.l10n.t('Reject {0} suggestions in {1} documents', count, documents);
}

function deleteSum({ count, documents, path }: HowMany): string {
  if (count === 1) return vscode.l10n.t('Delete one annotation in “{0}”', path);
  if (documents === 1) return vscode.l10n.t('Delete {0} annotations in “{1}”', count, path);
  return vscode.l10n.t('Delete {0} annotations in {1} documents', count, documents);
}

export function suggestionCount(count: number): string {
  return count === 1 ? vscode.l10n.t('one suggestion') : vscode.l10n.t('{0} suggestions', count);
}

export function annotationCount(count: number): string {
  return count === 1 ? vscode.l10n.t('one annotation') : vscode.l10n.t('{0} annotations', count);
}
