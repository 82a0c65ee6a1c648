import * as vscode from 'vscode';
import type { Sensitivity } from '../../core/codebook/codebook.js';

/** How a double role shows in the Problems panel. */
export type ProblemLevel = 'off' | 'hint' | 'information' | 'warning';

export interface Settings {
  readonly coder: string;
  readonly codebookLanguage: 'auto' | 'nl' | 'en';
  readonly languageIds: readonly string[];
  /** UTF-16 units. */
  readonly maximumLength: number;
  readonly suggestions: Sensitivity;
  /** Whether decisions change what is suggested from then on. */
  readonly learns: boolean;
  /** Whether typing at the edge of an annotated passage makes it longer. */
  readonly growsAtEdges: boolean;
  readonly doubleRoleProblems: ProblemLevel;
  readonly highlights: { readonly enabled: boolean; readonly gutter: boolean; readonly overviewRuler: boolean };
}

const SECTION = 'policyLens';
const MILLION = 1_000_000;

/**
 * The settings in force. A value of the wrong type (settings are typed by hand) gives the default; a number out of range
 * gives the nearest allowed one.
 */
export function readSettings(): Settings {
  const configuration = vscode.workspace.getConfiguration(SECTION);
  const { getBoolean, getNumber } = typed(configuration);
  const ids = configuration.get<unknown>('documents.languageIds');
  const coder = configuration.get<unknown>('coder');
  const language = configuration.get<unknown>('codebooks.language');
  const suggestions = configuration.get<unknown>('suggestions');
  return {
    coder: typeof coder === 'string' ? coder.trim() : '',
    codebookLanguage: language === 'nl' || language === 'en' ? language : 'auto',
    languageIds: Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : ['plaintext', 'markdown'],
    maximumLength: getNumber('documents.maximumLength', { minimum: 1, maximum: 100, otherwise: 20 }) * MILLION,
    suggestions: suggestions === 'few' || suggestions === 'many' ? suggestions : 'balanced',
    learns: getBoolean('learning.enabled', true),
    growsAtEdges: getBoolean('growAtEdges', false),
    doubleRoleProblems: problemLevel(configuration.get<unknown>('doubleRole.problems')),
    highlights: {
      enabled: getBoolean('highlights.enabled', true),
      gutter: getBoolean('highlights.gutter', true),
      overviewRuler: getBoolean('highlights.overviewRuler', true),
    },
  };
}

export function onDidChangeSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SECTION)) listener();
  });
}

/** Keeps the coder's name for all workspaces of this user. */
export async function saveCoder(name: string): Promise<void> {
  await vscode.workspace.getConfiguration(SECTION).update('coder', name, vscode.ConfigurationTarget.Global);
}

/** Switches all highlights, where the user has set them: in the workspace or for every workspace. */
export async function saveHighlightsEnabled(enabled: boolean): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(SECTION);
  const isWorkspace = configuration.inspect('highlights.enabled')?.workspaceValue !== undefined;
  const target = isWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update('highlights.enabled', enabled, target);
}

function problemLevel(value: unknown): ProblemLevel {
  return value === 'off' || value === 'hint' || value === 'warning' ? value : 'information';
}

function typed(configuration: vscode.WorkspaceConfiguration) {
  return {
    getBoolean(key: string, otherwise: boolean): boolean {
      const value = configuration.get<unknown>(key);
      return typeof value === 'boolean' ? value : otherwise;
    },
    getNumber(key: string, range: { minimum: number; maximum: number; otherwise: number }): number {
      const value = configuration.get<unknown>(key);
      if (typeof value !== 'number' || !Number.isFinite(value)) return range.otherwise;
      return Math.min(range.maximum, Math.max(range.minimum, value));
    },
  };
}
