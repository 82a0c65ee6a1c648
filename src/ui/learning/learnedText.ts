/** What was learned, in words: a text that can be read, heard and searched. */
import * as vscode from 'vscode';
import type { CodeReport, Example, LearnedCue } from '../../project/learningReport.js';
import { quoted, scoreText } from '../platform/codingText.js';

export interface LearnedText {
  readonly reports: readonly CodeReport[];
  /** Why nothing is learned, where that is so. */
  readonly state: 'on' | 'off' | 'forgotten';
  titleOf(codePath: string): string;
}

/** UTF-16 units of a passage that is named as an example. */
const LONG_EXAMPLE = 120;

/** Chances that are the same to two decimals are. */
const LEAST_MOVE = 0.005;

export function learnedText({ reports, state, titleOf }: LearnedText): string {
  const intro = vscode.l10n.t(
    'What follows from the decisions of all coders in this workspace. It is worked out from their annotations, on this computer, and goes when a decision is undone. A weight is how likely the code is in a sentence where nothing else speaks for it or against it, from 0 to 1.',
  );
  const parts = [vscode.l10n.t('What was learned'), intro, ...stateText(state)];
  if (reports.length === 0 && state !== 'off') parts.push(nothing());
  for (const report of reports) parts.push(...codeText(report, titleOf));
  return `${parts.join('\n\n')}\n`;
}

function stateText(state: LearnedText['state']): readonly string[] {
  switch (state) {
    case 'on':
      return [];
    case 'off':
      return [vscode.l10n.t('Learning is switched off in the settings (policyLens.learning.enabled).')];
    case 'forgotten':
      return [vscode.l10n.t('Older decisions were forgotten; “Remember What Was Learned” lets them count again.')];
  }
}

function nothing(): string {
  return vscode.l10n.t('Nothing yet: confirm or reject suggestions, or code passages by hand.');
}

function codeText(report: CodeReport, titleOf: LearnedText['titleOf']): readonly string[] {
  const { codePath, language, right, wrong, base, indicators, words } = report;
  const title =
    language === 'nl'
      ? vscode.l10n.t('{0}, Dutch', titleOf(codePath))
      : vscode.l10n.t('{0}, English', titleOf(codePath));
  const parts = [
    title.toLocaleUpperCase(vscode.env.language),
    vscode.l10n.t('Decisions that say it is there: {0}; that it is not: {1}.', right, wrong),
  ];
  if (Math.abs(base.after - base.before) >= LEAST_MOVE) {
    parts.push(
      base.after > base.before
        ? vscode.l10n.t(
            'It is suggested sooner: from a start of {0} instead of {1}.',
            scoreText(base.after),
            scoreText(base.before),
          )
        : vscode.l10n.t(
            'It is suggested later: from a start of {0} instead of {1}.',
            scoreText(base.after),
            scoreText(base.before),
          ),
    );
  }
  const owner = (cue: LearnedCue) => (cue.codePath === codePath ? '' : titleOf(cue.codePath));
  const up = indicators.filter(({ before, after }) => after > before);
  const down = indicators.filter(({ before, after }) => after < before);
  parts.push(...cueList(vscode.l10n.t('Indicators that count for more'), up, owner));
  parts.push(...cueList(vscode.l10n.t('Indicators that count for less'), down, owner));
  parts.push(...cueList(vscode.l10n.t('Words that were let in'), words, owner));
  return parts;
}

function cueList(title: string, cues: readonly LearnedCue[], owner: (cue: LearnedCue) => string): readonly string[] {
  if (cues.length === 0) return [];
  return [[title, ...cues.map((cue) => cueText(cue, owner(cue)))].join('\n')];
}

function cueText(cue: LearnedCue, owner: string): string {
  const change = vscode.l10n.t('{0} instead of {1}', scoreText(cue.after), scoreText(cue.before));
  const of = owner === '' ? '' : ` (${owner})`;
  const lines = [`- ${cue.source}${of}: ${change}`];
  return [...lines, ...cue.examples.map((example) => `    - ${exampleText(example)}`)].join('\n');
}

function exampleText({ quote, document, coder, isRight }: Example): string {
  const words = quoted(quote, LONG_EXAMPLE);
  return isRight
    ? vscode.l10n.t('there, says {0}: {1} ({2})', coder, words, document)
    : vscode.l10n.t('not there, says {0}: {1} ({2})', coder, words, document);
}
