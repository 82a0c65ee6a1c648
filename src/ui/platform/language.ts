import * as vscode from 'vscode';
import type { Bilingual } from '../../core/codebook/codebook.js';

/** The language in which codebooks speak to this user: Dutch where VS Code is Dutch, English elsewhere. */
export function displayLanguage(): keyof Bilingual {
  return vscode.env.language.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}

/** A codebook's text in the user's language. */
export function inDisplayLanguage(text: Bilingual): string {
  return text[displayLanguage()];
}
