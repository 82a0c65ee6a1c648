/** How the rows of the places to review look. */
import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import { leavesOf, type Subject } from '../../core/analysis/outline.js';
import { isKept } from '../../core/analysis/placesToReview.js';
import { KEEP_FOCUS } from '../platform/codingTarget.js';
import type { CodeOf } from '../platform/codingText.js';
import type { CodingNode, GroupNode } from '../platform/outlineNodes.js';
import { groupDescription, groupLabel, groupSentence } from '../platform/outlineText.js';
import { rowDescription, rowLabel, rowSentence } from './placeText.js';

export function placeItem(node: CodingNode, codeOf: CodeOf): vscode.TreeItem {
  const { coding, row, id } = node;
  const item = new vscode.TreeItem(rowLabel(row));
  item.id = id;
  item.description = rowDescription(row, codeOf);
  item.iconPath = stateIcon(coding);
  item.contextValue = flagsOf(coding);
  item.accessibilityInformation = { label: rowSentence(row, codeOf) };
  item.command = {
    command: 'policyLens.showPlace',
    title: vscode.l10n.t('Show in Text'),
    arguments: [node, KEEP_FOCUS],
  };
  return item;
}

/** Whether a place was found whose words or position a person may accept. */
export function isAcceptable({ editable, span, state }: Coding): boolean {
  return editable && span !== undefined && state !== 'anchored';
}

/** What the manifest's menus ask with `viewItem =~ /\borphan\b/`: `place`, the state (`kept` for a kept orphan), and whose. */
function flagsOf(coding: Coding): string {
  return ['place', isKept(coding) ? 'kept' : coding.state, coding.editable ? 'editable' : 'foreign'].join(' ');
}

function stateIcon(coding: Coding): vscode.ThemeIcon {
  const warning = new vscode.ThemeColor('list.warningForeground');
  if (isKept(coding)) return new vscode.ThemeIcon('archive');
  switch (coding.state) {
    case 'ambiguous':
      return new vscode.ThemeIcon('question', warning);
    case 'orphan':
      return new vscode.ThemeIcon('search-stop', warning);
    case 'changed':
      return new vscode.ThemeIcon('edit');
    case 'moved':
    case 'anchored':
      return new vscode.ThemeIcon('move');
  }
}

export function placeGroupItem({ id, row }: GroupNode): vscode.TreeItem {
  const { subject } = row;
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(groupLabel(subject), subject.kind === 'document' ? Expanded : Collapsed);
  const canAccept = [...leavesOf(row)].some(({ coding }) => isAcceptable(coding));
  item.id = id;
  item.description = groupDescription(row);
  item.contextValue = canAccept ? 'places acceptable' : 'places';
  item.accessibilityInformation = { label: groupSentence(row) };
  item.iconPath = groupIcon(subject);
  if (subject.kind === 'document') {
    item.resourceUri = vscode.Uri.parse(subject.uri, true);
    item.tooltip = subject.path;
  }
  return item;
}

function groupIcon({ kind }: Subject): vscode.ThemeIcon {
  if (kind === 'document') return vscode.ThemeIcon.File;
  return new vscode.ThemeIcon(kind === 'moved' ? 'move' : 'archive');
}
