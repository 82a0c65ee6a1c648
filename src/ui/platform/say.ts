import * as vscode from 'vscode';

/** Milliseconds: long enough to read a sentence. */
const SHOWN = 5000;

/** Said where it disturbs least; screen readers announce the status bar. */
export function say(text: string): void {
  vscode.window.setStatusBarMessage(text, SHOWN);
}
