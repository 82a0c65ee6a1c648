/** What steps are called, by the number of annotations that they change: as the undo command and the history name them. */
import * as vscode from 'vscode';

/** `areSuggestions`: whether nobody had decided on any of them before. */
export function confirmLabel(count: number, areSuggestions: boolean): string {
  if (areSuggestions) {
    return count === 1 ? vscode.l10n.t('confirm one suggestion') : vscode.l10n.t('confirm {0} suggestions', count);
  }
  return count === 1 ? vscode.l10n.t('confirm one coding') : vscode.l10n.t('confirm {0} codings', count);
}

export function rejectLabel(count: number, areSuggestions: boolean): string {
  if (areSuggestions) {
    return count === 1 ? vscode.l10n.t('reject one suggestion') : vscode.l10n.t('reject {0} suggestions', count);
  }
  return count === 1 ? vscode.l10n.t('reject one coding') : vscode.l10n.t('reject {0} codings', count);
}

export function intendedLabel(count: number): string {
  return count === 1
    ? vscode.l10n.t('mark a double role as intended')
    : vscode.l10n.t('mark {0} double roles as intended', count);
}

export function deleteLabel(count: number): string {
  return count === 1 ? vscode.l10n.t('delete one annotation') : vscode.l10n.t('delete {0} annotations', count);
}

export function recodeLabel(count: number): string {
  return count === 1
    ? vscode.l10n.t('change the code of one coding')
    : vscode.l10n.t('change the code of {0} codings', count);
}

export function memoLabel(count: number): string {
  return count === 1 ? vscode.l10n.t('write a memo') : vscode.l10n.t('write a memo on {0} codings', count);
}

export function rangeLabel(count: number): string {
  return count === 1 ? vscode.l10n.t('change a range') : vscode.l10n.t('change {0} ranges', count);
}
