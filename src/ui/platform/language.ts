import * as vscode from 'vscode';
import type { Bilingual } from '../../core/codebook/codebook.js';
import { readSettings } from './settings.js';

/**
 * The language in which codebooks speak to this user: the setting, else Dutch where VS Code is Dutch, English elsewhere. A
 * setting, because there is no Dutch language pack for VS Code: most people who read Dutch have it in English.
 */
export function displayLanguage(): keyof Bilingual {
  const { codebookLanguage } = readSettings();
  if (codebookLanguage !== 'auto') return codebookLanguage;
  return vscode.env.language.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}

/** A codebook's text in the user's language. */
export function inDisplayLanguage(text: Bilingual): string {
  return text[displayLanguage()];
}
