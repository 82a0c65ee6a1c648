/** Commands that change codes, on the rows of the codebook view and in the palette. */
import * as vscode from 'vscode';
import { type CodeChange, refusalOf } from '../../core/codebook/changeCodesCheck.js';
import type { Code } from '../../core/codebook/codebook.js';
import { inDisplayLanguage } from '../platform/language.js';
import { say } from '../platform/say.js';
import { type CodesParts, changeCode } from './changeCode.js';
import { choosePlace, isGivable, isPossible } from './codeChoice.js';
import { refusalText } from './codesText.js';
import { askNames } from './renameBoxes.js';
import { recodeUnknown, unknownPathIn } from './unknownCodes.js';

/** What the keybindings of the view hand to a command. */
const FROM_TREE = 'tree';

/** The second argument, where there is one, is the answer: a new id, or the path of where the code goes. */
export function codesCommands(parts: CodesParts) {
  const on =
    (title: string, work: (work: CodeWork, parts: CodesParts) => Promise<void>) =>
    async (...[first, second]: readonly unknown[]) => {
      const code = await codeOf(first, title, parts);
      // A view hands over all that is selected in it.
      const answer = typeof second === 'string' ? second : undefined;
      const isInTree = first === FROM_TREE || idOfRow(first) !== undefined;
      if (code) await work({ code, answer, isInTree }, parts);
    };
  return {
    renameCode: on(vscode.l10n.t('Rename which code?'), rename),
    mergeCode: on(vscode.l10n.t('Merge which code into another?'), merge),
    moveCode: on(vscode.l10n.t('Move which code?'), move),
    deleteCode: on(vscode.l10n.t('Delete which code?'), remove),
    recodeUnknown: (...args: readonly unknown[]) => recodeUnknown(unknownPathIn(args[0]), parts),
  };
}

interface CodeWork {
  readonly code: Code;
  readonly answer: string | undefined;
  readonly isInTree: boolean;
}

/** The code of a row, of the keyboard, or one that is chosen. */
async function codeOf(arg: unknown, title: string, { project, tree }: CodesParts): Promise<Code | undefined> {
  if (arg === FROM_TREE) {
    const path = await tree.codeAtKeyboard();
    if (path === undefined) say(vscode.l10n.t('There is no code here.'));
    return path === undefined ? undefined : project.code(path);
  }
  const named = typeof arg === 'string' ? arg : idOfRow(arg);
  if (named !== undefined) return project.code(named);
  const placeHolder = vscode.l10n.t('Type to find a code by name or definition');
  const chosen = await choosePlace({ title, placeHolder, codebooks: project.codebooks(), isOffered: () => true });
  return chosen === undefined ? undefined : project.code(chosen);
}

function idOfRow(value: unknown): string | undefined {
  const isRow = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'code';
  return isRow && 'id' in value && typeof value.id === 'string' ? value.id : undefined;
}

async function rename({ code, answer: id, isInTree }: CodeWork, parts: CodesParts): Promise<void> {
  const names = id === undefined ? await askNames(code, parts.project.codebooks()) : { id, name: {} };
  if (!names) return;
  const name = inDisplayLanguage(code.name);
  await changeCode(
    {
      change: { kind: 'rename', path: code.path, ...names },
      title: vscode.l10n.t('Rename “{0}”', name),
      what: vscode.l10n.t('rename the code “{0}”', name),
      isInTree,
    },
    parts,
  );
}

async function merge({ code, answer, isInTree }: CodeWork, parts: CodesParts): Promise<void> {
  const { path } = code;
  const codebooks = parts.project.codebooks();
  const name = inDisplayLanguage(code.name);
  const into =
    answer ??
    (await choosePlace({
      title: vscode.l10n.t('Merge “{0}” into which code?', name),
      placeHolder: vscode.l10n.t(
        'Its indicators and examples go along; name and definition are those of the code that stays',
      ),
      codebooks,
      isOffered: (each) => isGivable(each) && isPossible({ kind: 'merge', path, into: each.path }, codebooks),
    }));
  const target = into === undefined ? undefined : parts.project.code(into);
  if (into === undefined || !target) return;
  const other = inDisplayLanguage(target.name);
  await changeCode(
    {
      change: { kind: 'merge', path, into },
      title: vscode.l10n.t('Merge “{0}” into “{1}”', name, other),
      what: vscode.l10n.t('merge the code “{0}” into “{1}”', name, other),
      isInTree,
    },
    parts,
  );
}

async function move({ code, answer, isInTree }: CodeWork, parts: CodesParts): Promise<void> {
  const { path } = code;
  const codebooks = parts.project.codebooks();
  const name = inDisplayLanguage(code.name);
  const title = vscode.l10n.t('Move “{0}”', name);
  const isOffered = (under: string) => isPossible({ kind: 'move', path, under }, codebooks);
  const under =
    answer ??
    (await choosePlace({
      title,
      placeHolder: vscode.l10n.t('Under which code, or into which codebook?'),
      codebooks,
      isOffered: (each) => isOffered(each.path),
      isTopOffered: ({ id }) => isOffered(id),
    }));
  if (under === undefined) return;
  const change = await withFreeId({ kind: 'move', path, under }, title, parts);
  if (change) await changeCode({ change, title, what: vscode.l10n.t('move the code “{0}”', name), isInTree }, parts);
}

/** Asks for another id where its own is taken there. */
async function withFreeId(
  change: CodeChange & { readonly kind: 'move' },
  title: string,
  { project }: CodesParts,
): Promise<CodeChange | undefined> {
  const codebooks = project.codebooks();
  if (refusalOf(change, codebooks)?.reason !== 'taken') return change;
  const id = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('There is a code with this id there already. Which id does it get?'),
    value: `${change.path.split('/').at(-1)}-2`,
    validateInput: (value) => {
      const refusal = refusalOf({ ...change, id: value.trim() }, codebooks);
      return refusal && refusalText(refusal);
    },
  });
  return id === undefined ? undefined : { ...change, id: id.trim() };
}

async function remove({ code: { path, name, codes }, isInTree }: CodeWork, parts: CodesParts): Promise<void> {
  const own = inDisplayLanguage(name);
  const title =
    codes.length === 0 ? vscode.l10n.t('Delete “{0}”', own) : vscode.l10n.t('Delete “{0}” with its sub-codes', own);
  await changeCode(
    { change: { kind: 'delete', path }, title, what: vscode.l10n.t('delete the code “{0}”', own), isInTree },
    parts,
  );
}
