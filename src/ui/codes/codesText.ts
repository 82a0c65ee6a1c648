/** What the questions about codes say. */
import * as vscode from 'vscode';
import type { Refusal } from '../../core/codebook/changeCodesCheck.js';
import type { Touched } from '../../project/codeChanges.js';

/** Why a code cannot be changed so. */
export function refusalText({ reason, names }: Refusal): string {
  const named = names.join(', ');
  switch (reason) {
    case 'unknown':
      return vscode.l10n.t('There is no “{0}” any more.', named);
    case 'itself':
      return vscode.l10n.t('A code cannot go into itself, under itself, or where it is.');
    case 'badId':
      return vscode.l10n.t('Use lower-case letters, digits and hyphens, 64 at most.');
    case 'taken':
      return vscode.l10n.t('There is a code with the id “{0}” beside it already.', named);
    case 'partOfDerived':
      return vscode.l10n.t('This code is a part of {0}, which is derived from it. Change that one first.', named);
    case 'derived':
      return vscode.l10n.t(
        '{0} is derived from other codes: it has no place elsewhere, and no annotations of other codes.',
        named,
      );
    case 'lastCode':
      return vscode.l10n.t(
        'This is the last code of its codebook “{0}”. Delete the file of the codebook instead.',
        named,
      );
    case 'mistakes':
      return vscode.l10n.t('There are mistakes in the codebook “{0}”, or it cannot be read. Solve them first.', named);
    case 'otherList':
      return vscode.l10n.t(
        'Both codebooks have a word list “{0}”, with other words in it. Give one of them another name first.',
        named,
      );
    case 'layout':
      return vscode.l10n.t(
        'The file of the codebook is laid out in a way that cannot be kept. Change it by hand: when it is saved you are asked what becomes of the annotations.',
      );
  }
}

export function annotationsText(count: number): string {
  return count === 1 ? vscode.l10n.t('one annotation') : vscode.l10n.t('{0} annotations', count);
}

function documentsText(count: number): string {
  return count === 1 ? vscode.l10n.t('one document') : vscode.l10n.t('{0} documents', count);
}

function codersText(count: number): string {
  return count === 1 ? vscode.l10n.t('one other coder') : vscode.l10n.t('{0} other coders', count);
}

/** `42 annotations in 9 documents, also of 2 other coders`. `coder`: who asks. */
export function touchedText({ annotations, documents, coders }: Touched, coder: string): string {
  const [what, where] = [annotationsText(annotations), documentsText(documents)];
  const others = [...coders.keys()].filter((name) => name !== coder).length;
  if (others === 0) return vscode.l10n.t('{0} in {1}', what, where);
  return others < coders.size
    ? vscode.l10n.t('{0} in {1}, also of {2}', what, where, codersText(others))
    : vscode.l10n.t('{0} in {1}, of {2}', what, where, codersText(others));
}

/** How a step is called: what was done, and to how many annotations. */
export function stepLabel(what: string, annotations: number): string {
  return annotations === 0 ? what : vscode.l10n.t('{0}, with {1}', what, annotationsText(annotations));
}
