/** Asks for the names of a code, one after the other, and for its id. */
import * as vscode from 'vscode';
import { refusalOf } from '../../core/codebook/changeCodesCheck.js';
import type { Bilingual, Code, Codebook } from '../../core/codebook/codebook.js';
import { displayLanguage, inDisplayLanguage } from '../platform/language.js';
import { refusalText } from './codesText.js';

export interface NewNames {
  readonly id: string;
  /** Only what is to be another. */
  readonly name: Partial<Bilingual>;
}

interface Box {
  readonly field: 'nl' | 'en' | 'id';
  readonly prompt: string;
  wrong(value: string): string | undefined;
}

/** Undefined where the user changed their mind. Enter goes on, a button goes back. */
export async function askNames(code: Code, codebooks: readonly Codebook[]): Promise<NewNames | undefined> {
  const values = { ...code.name, id: code.id };
  const boxes = boxesFor(code, codebooks);
  const title = vscode.l10n.t('Rename “{0}”', inDisplayLanguage(code.name));
  let step = 0;
  for (let box = boxes[0]; box; box = boxes[step]) {
    const answer = await ask(box, { title, value: values[box.field], step: step + 1, totalSteps: boxes.length });
    if (answer === 'stop') return undefined;
    if (answer !== 'back') values[box.field] = answer.text.trim();
    step += answer === 'back' ? -1 : 1;
  }
  const { id, ...names } = values;
  const changed = (['nl', 'en'] as const).filter((language) => names[language] !== code.name[language]);
  return { id, name: Object.fromEntries(changed.map((language) => [language, names[language]])) };
}

function boxesFor({ path }: Code, codebooks: readonly Codebook[]): readonly Box[] {
  const isEmpty = (value: string) => (value.trim() === '' ? vscode.l10n.t('A code has a name.') : undefined);
  const dutch: Box = { field: 'nl', prompt: vscode.l10n.t('Name in Dutch'), wrong: isEmpty };
  const english: Box = { field: 'en', prompt: vscode.l10n.t('Name in English'), wrong: isEmpty };
  const id: Box = {
    field: 'id',
    prompt: vscode.l10n.t('Id, which annotations and exports have; the same one leaves them as they are'),
    wrong: (value) => {
      const refusal = refusalOf({ kind: 'rename', path, id: value.trim(), name: {} }, codebooks);
      return refusal && refusalText(refusal);
    },
  };
  return displayLanguage() === 'nl' ? [dutch, english, id] : [english, dutch, id];
}

type Answer = { readonly text: string } | 'back' | 'stop';

interface Shown {
  readonly title: string;
  readonly value: string;
  readonly step: number;
  readonly totalSteps: number;
}

async function ask({ prompt, wrong }: Box, shown: Shown): Promise<Answer> {
  const box = Object.assign(vscode.window.createInputBox(), { ...shown, prompt, ignoreFocusOut: true });
  if (shown.step > 1) box.buttons = [vscode.QuickInputButtons.Back];
  try {
    return await new Promise<Answer>((resolve) => {
      box.onDidChangeValue((value) => {
        box.validationMessage = wrong(value) ?? '';
      });
      box.onDidAccept(() => {
        const text = box.value;
        if (wrong(text) === undefined) resolve({ text });
      });
      box.onDidTriggerButton(() => resolve('back'));
      box.onDidHide(() => resolve('stop'));
      box.show();
    });
  } finally {
    box.dispose();
  }
}
