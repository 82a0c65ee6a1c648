/** Why a passage has a code, or not, in words that can be read and heard. */
import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import type { ExplainedSentence } from '../../core/analysis/explained.js';
import type { CodeExplanation, Contribution, NearMiss } from '../../core/detection/explain.js';
import type { Span } from '../../core/text/span.js';
import { quoted, scoreText } from './codingText.js';

/** Asks why the sentence at an offset of an open text has the codes that it has; undefined where nobody knows. */
export type Explain = (uri: string, offset: number) => ExplainedSentence | undefined;

/** Reasons of a coding that are told in one breath; more are counted. */
const TOLD = 5;

/** Patterns of a list that are named where none of them was found. */
const NAMED = 4;

/** UTF-16 units of the words of one reason. */
const LONG_WORDS = 40;

export interface Reasons {
  /** What speaks for the coding and against it, strongest first; empty where nothing is known. */
  readonly why: string;
  /** What would change the answer. */
  readonly change: string;
}

/** The reasons of a coding, with how much each adds to its score; as remembered from the decision where the text says nothing now. */
export function reasonsOf(coding: Coding, uri: string, explain: Explain): Reasons {
  const { suggestion, annotation, codePath } = coding;
  if (!suggestion) {
    return { why: annotation?.origin.kind === 'suggestion' ? annotation.origin.evidence.join('; ') : '', change: '' };
  }
  const explained = suggestion.derived ? undefined : explain(uri, suggestion.start);
  const code = explained?.codes.find((each) => each.codePath === codePath && each.isSuggested);
  const words = wordsOf(coding);
  if (!code) return { why: bareReasons(coding, words), change: '' };
  const told = code.contributions.slice(0, TOLD).map((each) => contributionText(each, words));
  const more = code.contributions.length - told.length;
  const why = more > 0 ? [...told, vscode.l10n.t('and {0} more', more)] : told;
  return { why: why.join('; '), change: coding.status === 'suggested' ? changeText(code, words) : '' };
}

/** Finds the words at a span, where they are part of the quotation; it may be narrower than the sentence. */
function wordsOf({ quote, span }: Coding): WordsAt {
  return ({ start, end }) => (span && start >= span.start ? quote.slice(start - span.start, end - span.start) : '');
}

/** Words of a text; empty where they are not at hand. */
export type WordsAt = (span: Span) => string;

/** The words alone, for derived codes and where the numbers are not known. */
function bareReasons({ suggestion }: Coding, wordsAt: WordsAt): string {
  const words = (suggestion?.evidence ?? []).map((each) => wordsAt(each)).filter(Boolean);
  return [...new Set(words)].map((each) => quoted(each, LONG_WORDS)).join('; ');
}

/** `“together with” adds 0.31 (together with*)` */
export function contributionText(contribution: Contribution, wordsAt: WordsAt): string {
  const { points, source } = contribution;
  const words = quotedWords(contribution.spans, wordsAt) || source;
  const size = scoreText(Math.abs(points));
  const text =
    points < 0 ? vscode.l10n.t('{0} takes off {1}', words, size) : vscode.l10n.t('{0} adds {1}', words, size);
  return words === source || words === quoted(source) ? text : `${text} (${source})`;
}

export function quotedWords(spans: readonly Span[], wordsAt: WordsAt): string {
  const words = spans.map((span) => wordsAt(span)).filter(Boolean);
  return [...new Set(words)].map((each) => quoted(each, LONG_WORDS)).join(' … ');
}

/** What would make a suggested code not suggested, or that nothing would by itself. */
export function changeText({ contributions }: CodeExplanation, wordsAt: WordsAt): string {
  const decisive = contributions.filter(({ isDecisive, adds }) => isDecisive && adds > 0);
  const names = decisive.map(({ spans, source }) => quotedWords(spans, wordsAt) || source);
  const or = new Intl.ListFormat(vscode.env.language, { type: 'disjunction' });
  if (names.length > 0) return vscode.l10n.t('Without {0} it would not be suggested.', or.format(names));
  return contributions.length > 1
    ? vscode.l10n.t('No single one of these decides: without it the rest is enough.')
    : '';
}

/** Why an indicator that nearly fired did not. */
export function nearMissText({ reason }: NearMiss, wordsAt: WordsAt): string {
  switch (reason.kind) {
    case 'missing':
      return vscode.l10n.t('missing here: {0}', named(reason.patterns));
    case 'apart':
      return vscode.l10n.t('its parts are here, but too far apart or in another order');
    case 'with':
      return vscode.l10n.t('counts only in a sentence with one of these: {0}', named(reason.patterns));
    case 'near':
      return vscode.l10n.t('counts only close to one of these: {0}', named(reason.patterns));
    case 'without':
      return vscode.l10n.t('does not count in a sentence with {0}', quotedWords(reason.found, wordsAt));
    case 'not-near':
      return vscode.l10n.t('does not count so close to {0}', quotedWords(reason.found, wordsAt));
    case 'not-here':
      return vscode.l10n.t('does not count as part of {0}', quotedWords(reason.found, wordsAt));
    case 'negated':
      return vscode.l10n.t('does not count, for it is negated');
    case 'not-negated':
      return vscode.l10n.t('counts only where it is negated');
    case 'roles':
      return vscode.l10n.t('is not done by, or to, those whom it is about');
  }
}

function named(patterns: readonly string[]): string {
  return [...patterns.slice(0, NAMED), ...(patterns.length > NAMED ? ['…'] : [])].join(', ');
}
