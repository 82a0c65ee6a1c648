import * as vscode from 'vscode';
import { readSettings, saveCoder } from '../platform/settings.js';

/**
 * The name under which decisions are kept: the setting, or what the user answers now and is remembered for all workspaces.
 * Undefined when the user does not want to say; then nothing is decided.
 */
export async function coderName(): Promise<string | undefined> {
  const { coder } = readSettings();
  return coder || askCoderName();
}

export async function askCoderName(): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Your name as a coder'),
    prompt: vscode.l10n.t('Your decisions are kept under this name in .policy-lens/annotations, beside the texts.'),
    placeHolder: vscode.l10n.t('For example: a.jansen'),
    value: readSettings().coder,
    ignoreFocusOut: true,
    validateInput: (name) =>
      isUsableName(name)
        ? undefined
        : vscode.l10n.t('Use 1 to 64 letters, digits, spaces, dots, hyphens or underscores.'),
  });
  const name = answer?.trim();
  if (!name) return undefined;
  await saveCoder(name);
  return name;
}

/** A coder's name is a folder's name too, on every operating system. */
function isUsableName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u.test(name.trim());
}
