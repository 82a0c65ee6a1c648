/** Does what was asked for with a code: its codebook, and its annotations wherever they are, as one step. */
import * as vscode from 'vscode';
import type { Recoding } from '../../core/annotation/recodeAnnotations.js';
import { type CodeChange, type CodePaths, type Refusal, refusalOf } from '../../core/codebook/changeCodesCheck.js';
import { topCodePath } from '../../core/codebook/codebook.js';
import type { Touched } from '../../project/codeChanges.js';
import type { Project } from '../../project/project.js';
import { builtInText, mayCopy } from '../platform/codebookCopy.js';
import { codeTitle } from '../platform/codingText.js';
import { tellOutcome } from '../platform/deciding.js';
import { inDisplayLanguage } from '../platform/language.js';
import { say } from '../platform/say.js';
import type { Visibility } from '../platform/visibility.js';
import { choosePlace, isGivable } from './codeChoice.js';
import { refusalText, stepLabel, touchedText } from './codesText.js';
import { askFate, type Fate, goOnWithout } from './fate.js';

export interface CodesParts {
  readonly project: Pick<Project, 'codebooks' | 'code' | 'codebookFile' | 'codeChanges' | 'whenIdle'>;
  /** Where the extension is: what comes with it is read from there. */
  readonly extension: vscode.Uri;
  /** Who asks. */
  coder(): string;
  /** What the user switched on or off stays so. */
  readonly visibility: Pick<Visibility, 'choices' | 'set'>;
  readonly tree: {
    /** Path of the code that the keyboard is on in the codebook view. */
    codeAtKeyboard(): Promise<string | undefined>;
    revealCode(path: string): Thenable<unknown>;
  };
}

/** What is asked for, in words. */
export interface Asked {
  readonly change: CodeChange;
  /** Heads the questions. */
  readonly title: string;
  /** What the step is called. */
  readonly what: string;
  /** Whether it was asked in the codebook view: there the keyboard stays with the code. */
  readonly isInTree: boolean;
}

export async function changeCode(asked: Asked, parts: CodesParts): Promise<void> {
  const { change, title, what } = asked;
  const { codeChanges } = parts.project;
  const refused = refusalOf(change, parts.project.codebooks());
  if (refused) return refuse(refused);
  if (!(await savedFirst(parts)) || !(await copiesAllowed(change, parts))) return;
  const prepared = await codeChanges.prepare(change, (id) => builtInText(parts.extension, id));
  if ('refused' in prepared) return refuse(prepared.refused);
  const { files, paths } = prepared;
  if (files.length === 0) return;
  const touched = codeChanges.touched(paths.keys());
  const recoding = await recodingFor({ asked, paths, touched }, parts);
  if (!recoding || (touched.annotations === 0 && change.kind === 'delete' && !(await isSure(title)))) return;
  const moved = codeChanges.touched(recoding.keys());
  if (!(await goOnWithout(moved.unwritable))) return;
  const label = stepLabel(what, moved.annotations);
  tellOutcome(await codeChanges.apply({ label, recoding, files }), label);
  await parts.project.whenIdle();
  await keepSwitches(paths, parts);
  const now = paths.get(change.path) ?? (change.kind === 'delete' ? undefined : change.path);
  if (asked.isInTree && now !== undefined) await parts.tree.revealCode(now);
}

/** Codes at the top have a switch of their own; one that is merged takes over that of the code that stays. */
async function keepSwitches(paths: CodePaths, { visibility, project }: CodesParts): Promise<void> {
  for (const [path, to] of paths) {
    const choice = visibility.choices.get(path);
    if (choice === undefined || to === undefined || to !== topCodePath(to) || visibility.choices.has(to)) continue;
    if (project.code(to)) await visibility.set([to], choice);
  }
}

function refuse(refusal: Refusal): void {
  void vscode.window.showWarningMessage(refusalText(refusal));
}

interface Affected {
  readonly asked: Asked;
  readonly paths: CodePaths;
  readonly touched: Touched;
}

/** What becomes of the annotations; undefined where the user changed their mind. */
async function recodingFor({ asked, paths, touched }: Affected, parts: CodesParts): Promise<Recoding | undefined> {
  if (touched.annotations === 0) return new Map();
  const { project } = parts;
  const counted = touchedText(touched, parts.coder());
  const successor = successorOf(asked.change, paths, parts);
  const fate = await askFate({ title: `${asked.title}: ${counted}`, successor });
  if (fate !== 'other') return fate && recodingOf(fate, paths);
  const chosen = await choosePlace({
    title: asked.title,
    placeHolder: vscode.l10n.t('Which code do they get?'),
    codebooks: project.codebooks(),
    isOffered: (each) => isGivable(each) && !paths.has(each.path),
  });
  if (chosen === undefined) return undefined;
  return new Map([...paths.keys()].map((path) => [path, [chosen]]));
}

function recodingOf(fate: Exclude<Fate, 'other'>, paths: CodePaths): Recoding {
  if (fate === 'leave') return new Map();
  return new Map([...paths].map(([path, to]) => [path, fate === 'delete' || to === undefined ? [] : [to]]));
}

/** What the code that takes over is called: a new one has no name yet but its path. */
function successorOf({ kind, path }: CodeChange, paths: CodePaths, { project }: CodesParts): string | undefined {
  const to = kind === 'delete' ? undefined : paths.get(path);
  return to === undefined ? undefined : codeTitle(to, (each) => project.code(each));
}

async function isSure(title: string): Promise<boolean> {
  const yes = vscode.l10n.t('Delete');
  const detail = vscode.l10n.t('No annotation has it. Undo Annotation Change brings it back.');
  return (await vscode.window.showWarningMessage(`${title}?`, { modal: true, detail }, yes)) === yes;
}

async function copiesAllowed(change: CodeChange, { project }: CodesParts): Promise<boolean> {
  const ids = project.codeChanges.copies(change);
  const titles = project.codebooks().flatMap(({ id, title }) => (ids.includes(id) ? [inDisplayLanguage(title)] : []));
  if (titles.length === 0) return true;
  if (!vscode.workspace.workspaceFolders?.length) {
    say(vscode.l10n.t('Open a folder first: a codebook that comes with Policy Lens is changed in a copy there.'));
    return false;
  }
  return mayCopy(
    vscode.l10n.t('“{0}” comes with Policy Lens. Change it in a copy in this workspace?', titles.join('”, “')),
  );
}

/** What is being typed in a codebook is neither lost nor left out: it is saved before. */
async function savedFirst({ project }: CodesParts): Promise<boolean> {
  const uris = new Set(project.codebooks().flatMap(({ id }) => project.codebookFile(id)?.uri ?? []));
  const unsaved = vscode.workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && uris.has(uri.toString()));
  if (unsaved.length === 0) return true;
  const save = vscode.l10n.t('Save and Go On');
  const question = vscode.l10n.t('A codebook has changes that are not saved.');
  if ((await vscode.window.showWarningMessage(question, { modal: true }, save)) !== save) return false;
  for (const document of unsaved) if (!(await document.save())) return false;
  await project.whenIdle();
  return true;
}
