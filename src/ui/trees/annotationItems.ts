/** How the rows of the annotation tree look. */
import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import { isLost } from '../../core/analysis/groups.js';
import type { Subject } from '../../core/analysis/outline.js';
import type { Message } from '../../core/message.js';
import { KEEP_FOCUS } from '../platform/codingTarget.js';
import { type CodeOf, fileName } from '../platform/codingText.js';
import type { CodingNode, GroupNode, ProblemNode, TreeNode } from '../platform/outlineNodes.js';
import { groupDescription, groupLabel, groupSentence } from '../platform/outlineText.js';
import { roleColour } from '../platform/themeColours.js';
import { leafSentence, leafTexts } from './annotationText.js';

export interface ItemContext {
  readonly codeOf: CodeOf;
  readonly formatMessage: (message: Message) => string;
  /** Whether the group is one of a few that are better seen open. */
  readonly isOpenAtFirst: (node: GroupNode) => boolean;
}

export function itemOf(node: TreeNode, context: ItemContext): vscode.TreeItem {
  switch (node.kind) {
    case 'coding':
      return codingItem(node, context.codeOf);
    case 'group':
      return groupItem(node, context);
    case 'problem':
      return problemItem(node, context.formatMessage);
  }
}

function codingItem(node: CodingNode, codeOf: CodeOf): vscode.TreeItem {
  const { coding, row, id } = node;
  const { label, description } = leafTexts(row, codeOf);
  const item = new vscode.TreeItem(label);
  item.id = id;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(statusIcon(coding), colourOf(coding.codePath, codeOf));
  item.contextValue = flagsOf(coding);
  item.accessibilityInformation = { label: leafSentence(row, codeOf) };
  item.command = { command: 'policyLens.reveal', title: vscode.l10n.t('Show in Text'), arguments: [node, KEEP_FOCUS] };
  return item;
}

/**
 * What the manifest's menus ask with `viewItem =~ /\bsuggested\b/`: `coding`, then the status, `derived` for a code that
 * follows from others, `editable` or `foreign` (another coder's) for one that may or may not be decided on, and `lost` for
 * one that was not found.
 */
function flagsOf(coding: Coding): string {
  const whose = coding.editable ? 'editable' : 'foreign';
  const derived = coding.origin === 'derived' ? ['derived'] : [];
  return ['coding', coding.status, ...derived, whose, ...(isLost(coding) ? ['lost'] : [])].join(' ');
}

function statusIcon(coding: Coding): string {
  if (coding.span === undefined) return 'question';
  return { suggested: 'circle-outline', confirmed: 'pass-filled', rejected: 'circle-slash' }[coding.status];
}

function colourOf(path: string, codeOf: CodeOf): vscode.ThemeColor | undefined {
  const code = codeOf(path);
  return code && roleColour(code.color, 'mark');
}

function groupItem(node: GroupNode, { isOpenAtFirst }: ItemContext): vscode.TreeItem {
  const { subject } = node.row;
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(groupLabel(subject), isOpenAtFirst(node) ? Expanded : Collapsed);
  item.id = node.id;
  item.description = groupDescription(node.row);
  item.iconPath = groupIcon(subject);
  item.contextValue = groupFlags(subject);
  item.accessibilityInformation = { label: groupSentence(node.row) };
  if (subject.kind === 'document') {
    item.resourceUri = vscode.Uri.parse(subject.uri, true);
    item.tooltip = subject.path;
  }
  return item;
}

/** As `flagsOf`; `unknown` for a code that no codebook has, and for the group of these. */
function groupFlags(subject: Subject): string {
  if (subject.kind === 'problems') return 'problems';
  const isUnknown = subject.kind === 'unknownCodes' || (subject.kind === 'code' && !subject.code);
  return `group ${subject.kind}${isUnknown ? ' unknown' : ''}`;
}

function groupIcon(subject: Subject): vscode.ThemeIcon {
  switch (subject.kind) {
    case 'problems':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    case 'notFound':
      return new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground'));
    case 'kept':
      return new vscode.ThemeIcon('archive');
    case 'moved':
      return new vscode.ThemeIcon('move');
    case 'unknownCodes':
      return new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground'));
    case 'codebook':
      return new vscode.ThemeIcon('book');
    case 'code':
      return new vscode.ThemeIcon('tag', subject.code && roleColour(subject.code.color, 'mark'));
    case 'document':
      return vscode.ThemeIcon.File;
    case 'status':
      return new vscode.ThemeIcon(
        { suggested: 'circle-outline', confirmed: 'pass-filled', rejected: 'circle-slash' }[subject.status],
      );
  }
}

function problemItem({ id, row }: ProblemNode, formatMessage: ItemContext['formatMessage']): vscode.TreeItem {
  const { uri, path, message } = row;
  const text = formatMessage(message);
  const line = message.place ? vscode.l10n.t('{0} line {1}', path, message.place.line) : path;
  const item = new vscode.TreeItem(fileName(path));
  item.id = id;
  item.description = text;
  item.tooltip = `${line}\n${text}`;
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.contextValue = message.key === 'document.missing' ? 'problem missing' : 'problem';
  item.accessibilityInformation = { label: vscode.l10n.t('Problem in {0}: {1}', line, text) };
  // What ships with the extension has no file of the user's to open.
  if (uri !== '') item.command = openAt(uri, message);
  return item;
}

function openAt(uri: string, { place }: Message): vscode.Command {
  const at = place && new vscode.Position(Math.max(0, place.line - 1), Math.max(0, place.column - 1));
  const options = at ? [{ selection: new vscode.Range(at, at) }] : [];
  return {
    command: 'vscode.open',
    title: vscode.l10n.t('Open'),
    arguments: [vscode.Uri.parse(uri, true), ...options],
  };
}
