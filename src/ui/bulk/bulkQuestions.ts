/** The questions before many suggestions are decided on at once: where, which codes, from which score, and whether really. */
import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import type { Code } from '../../core/codebook/codebook.js';
import type { OpenSuggestions, Verdict } from '../../project/openSuggestions.js';
import { codeTitle, scoreText } from '../platform/codingText.js';
import { type HowMany, suggestionCount, wordingOf } from './bulkWording.js';
import { askStep, type StepAnswer } from './stepPick.js';

export const PLACES = ['view', 'document', 'workspace'] as const;

export type Where = (typeof PLACES)[number];

/** How many suggestions there are where a person looks; undefined where no text is open. */
export interface InSight {
  readonly view: number;
  readonly document: number;
  readonly path: string;
}

export interface BulkQuestions {
  readonly verdict: Verdict;
  readonly inSight: InSight | undefined;
  /** Reads what is meant; undefined where the user stops it. */
  find(where: Where): Promise<readonly OpenSuggestions[] | undefined>;
  code(path: string): Code | undefined;
}

const STEPS = 4;

/** Scores from which one may want to choose; another can be typed. */
const SCORES = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/** What is to be decided on, document by document; undefined where the user changed their mind. Empty where there was nothing. */
export async function askBulk(asked: BulkQuestions): Promise<readonly OpenSuggestions[] | undefined> {
  let step = 1;
  let found: readonly OpenSuggestions[] = [];
  let ofCodes = found;
  let chosen = found;
  while (step <= STEPS) {
    const answer = await (step === 1
      ? askWhere(asked)
      : step === 2
        ? askCodes(asked, found)
        : step === 3
          ? askScore(asked, ofCodes)
          : askWhether(asked, chosen));
    if (answer === undefined) return undefined;
    if (answer === 'back') {
      step--;
      continue;
    }
    if (step === 1) found = answer;
    else if (step === 2) ofCodes = answer;
    else if (step === 3) chosen = answer;
    if (countOf(answer) === 0) return [];
    step++;
  }
  return chosen;
}

type Narrowed = readonly OpenSuggestions[] | 'back' | undefined;

async function askWhere({ verdict, inSight, find }: BulkQuestions): Promise<Narrowed> {
  const here = inSight
    ? [
        {
          where: 'view' as const,
          label: `$(eye) ${vscode.l10n.t('What is in view')}`,
          description: suggestionCount(inSight.view),
        },
        {
          where: 'document' as const,
          label: `$(file) ${vscode.l10n.t('This document')}`,
          description: `${suggestionCount(inSight.document)}, ${inSight.path}`,
        },
      ]
    : [];
  const all = {
    where: 'workspace' as const,
    label: `$(files) ${vscode.l10n.t('All texts of the workspace')}`,
    description: vscode.l10n.t('those that are not open are read first'),
  };
  const answer = await askStep<vscode.QuickPickItem & { readonly where: Where }>({
    ...{ title: wordingOf(verdict).title, placeholder: vscode.l10n.t('Where?'), step: 1, steps: STEPS },
    items: [...here, all],
  });
  const [item] = itemsOf(answer);
  return item && find(item.where);
}

async function askCodes({ verdict, code }: BulkQuestions, found: readonly OpenSuggestions[]): Promise<Narrowed> {
  const counts = new Map<string, number>();
  for (const { codings } of found)
    for (const { codePath } of codings) counts.set(codePath, (counts.get(codePath) ?? 0) + 1);
  const items = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([path, count]) => ({
      label: codeTitle(path, code),
      description: `${suggestionCount(count)}, ${path}`,
      path,
    }));
  const answer = await askStep({
    ...{ title: wordingOf(verdict).title, step: 2, steps: STEPS, items, several: true },
    placeholder: vscode.l10n.t('Which codes? Untick what you do not mean, then press Enter'),
  });
  if (answer === 'back' || answer === undefined) return answer;
  const paths = new Set(answer.map(({ path }) => path));
  return narrow(found, ({ codePath }) => paths.has(codePath));
}

interface ScoreItem extends vscode.QuickPickItem {
  readonly from: number;
}

async function askScore({ verdict }: BulkQuestions, found: readonly OpenSuggestions[]): Promise<Narrowed> {
  const scores = found.flatMap(({ codings }) => codings.map(({ score }) => score ?? 0));
  const countFrom = (from: number) => scores.filter((score) => score >= from).length;
  const itemFrom = (from: number): ScoreItem => ({
    label: vscode.l10n.t('Score {0} or higher', scoreText(from)),
    description: suggestionCount(countFrom(from)),
    alwaysShow: true,
    from,
  });
  // A row that comes to as much as the one before it is none.
  const worthwhile = SCORES.filter((from, index) => {
    const count = countFrom(from);
    return count > 0 && count < (index === 0 ? scores.length : countFrom(SCORES[index - 1] ?? 0));
  });
  const all = { label: vscode.l10n.t('Any score'), description: suggestionCount(scores.length), from: 0 };
  const answer = await askStep<ScoreItem>({
    ...{ title: wordingOf(verdict).title, step: 3, steps: STEPS },
    placeholder: vscode.l10n.t('From which score? Choose, or type one from 0 to 1'),
    items: [all, ...worthwhile.map(itemFrom)],
    typed: (value) => {
      const from = Number(value.trim().replace(',', '.'));
      return value.trim() !== '' && from >= 0 && from <= 1 ? itemFrom(from) : undefined;
    },
  });
  const [item] = itemsOf(answer);
  return answer === 'back' ? answer : item && narrow(found, ({ score = 0 }) => score >= item.from);
}

async function askWhether({ verdict }: BulkQuestions, chosen: readonly OpenSuggestions[]): Promise<Narrowed> {
  const { title, sum } = wordingOf(verdict);
  const all = sum(howManyOf(chosen));
  const icon = verdict === 'confirm' ? 'check' : 'close';
  const answer = await askStep<vscode.QuickPickItem & { readonly isYes: boolean }>({
    ...{ title, step: 4, steps: STEPS, placeholder: `${all}?` },
    items: [
      { label: `$(${icon}) ${all}`, detail: vscode.l10n.t('one step, which can be undone'), isYes: true },
      { label: `$(circle-slash) ${vscode.l10n.t('Cancel')}`, isYes: false },
    ],
  });
  return answer === 'back' ? answer : itemsOf(answer)[0]?.isYes ? chosen : undefined;
}

function itemsOf<Item>(answer: StepAnswer<Item>): readonly Item[] {
  return answer === 'back' || answer === undefined ? [] : answer;
}

/** Those codings that are meant, of the documents that have any. */
export function narrow(
  found: readonly OpenSuggestions[],
  isMeant: (coding: Coding) => boolean,
): readonly OpenSuggestions[] {
  return found
    .map((each) => ({ ...each, codings: each.codings.filter(isMeant) }))
    .filter(({ codings }) => codings.length > 0);
}

function countOf(found: readonly OpenSuggestions[]): number {
  return found.reduce((sum, { codings }) => sum + codings.length, 0);
}

export function howManyOf(found: readonly OpenSuggestions[]): HowMany {
  return { count: countOf(found), documents: found.length, path: found[0]?.document.path ?? '' };
}
