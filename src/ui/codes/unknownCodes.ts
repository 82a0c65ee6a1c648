/** Annotations whose code no codebook has: they are kept, and given another code when somebody says which. */
import * as vscode from 'vscode';
import type { Recoding } from '../../core/annotation/recodeAnnotations.js';
import { codeTitle } from '../platform/codingText.js';
import { tellOutcome } from '../platform/deciding.js';
import { say } from '../platform/say.js';
import type { CodesParts } from './changeCode.js';
import { choosePlace, isGivable } from './codeChoice.js';
import { stepLabel, touchedText } from './codesText.js';
import { askFate, goOnWithout } from './fate.js';

/** The path of an unknown code that a row of the annotation view, or somebody else, hands to a command. */
export function unknownPathIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const row = property(value, 'row');
  const path = property(property(row, 'subject'), 'path');
  return typeof path === 'string' ? path : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}

/** Asks which of them, where there are several and none was named. */
export async function recodeUnknown(named: string | undefined, parts: CodesParts): Promise<void> {
  const unknown = parts.project.codeChanges.unknownCodes();
  if (unknown.length === 0) return say(vscode.l10n.t('Every annotation has a code that is in a codebook.'));
  const items = unknown.map((each) => ({
    label: each.path,
    description: touchedText(each, parts.coder()),
    picked: true,
    path: each.path,
  }));
  const isNamed = items.some(({ path }) => path === named);
  const title = vscode.l10n.t('Annotations of which unknown codes?');
  const chosen =
    isNamed || items.length === 1
      ? items.filter(({ path }) => !isNamed || path === named)
      : await vscode.window.showQuickPick(items, { title, canPickMany: true });
  if (chosen && chosen.length > 0)
    await recodeGone(
      chosen.map(({ path }) => path),
      new Map(),
      parts,
    );
}

/** Asks what becomes of the annotations of codes that are gone. `likely`: by such a code, the one that took its place. */
export async function recodeGone(
  codes: readonly string[],
  likely: ReadonlyMap<string, string>,
  parts: CodesParts,
): Promise<void> {
  const { codeChanges } = parts.project;
  const [first = ''] = codes;
  const name = codes.length === 1 ? first : vscode.l10n.t('{0} unknown codes', codes.length);
  const fate = await askFate({
    title: `${name}: ${touchedText(codeChanges.touched(codes), parts.coder())}`,
    successor: codes.every((code) => likely.has(code)) ? successorText(codes, likely, parts) : undefined,
  });
  if (fate === undefined || fate === 'leave') return;
  const recoding = await recodingOf(fate, { codes, likely }, parts);
  if (!recoding || !(await goOnWithout(codeChanges.touched(recoding.keys()).unwritable))) return;
  const what =
    fate === 'delete'
      ? vscode.l10n.t('delete annotations of unknown codes')
      : vscode.l10n.t('give annotations of unknown codes another code');
  const label = stepLabel(what, codeChanges.touched(recoding.keys()).annotations);
  tellOutcome(await codeChanges.apply({ label, recoding, files: [] }), label);
}

function successorText(
  [first = '', ...others]: readonly string[],
  likely: ReadonlyMap<string, string>,
  { project }: CodesParts,
): string {
  if (others.length > 0) return vscode.l10n.t('the codes that took their places');
  return codeTitle(likely.get(first) ?? '', (path) => project.code(path));
}

interface Gone {
  readonly codes: readonly string[];
  readonly likely: ReadonlyMap<string, string>;
}

async function recodingOf(
  fate: 'follow' | 'other' | 'delete',
  { codes, likely }: Gone,
  { project }: CodesParts,
): Promise<Recoding | undefined> {
  if (fate === 'delete') return new Map(codes.map((code) => [code, []]));
  const recoding = new Map<string, readonly string[]>();
  for (const code of codes) {
    const successor = likely.get(code);
    const chosen =
      fate === 'follow'
        ? successor
        : await choosePlace({
            title: vscode.l10n.t('Another code for the annotations of {0}', code),
            placeHolder: vscode.l10n.t('Which code do they get?'),
            codebooks: project.codebooks(),
            isOffered: isGivable,
            likely: successor,
          });
    if (chosen === undefined) return undefined;
    recoding.set(code, [chosen]);
  }
  return recoding;
}
