/** What the keys of a codebook file mean, in the user's language. */
import * as vscode from 'vscode';

/** By the description that the schema has. The text stands inside `l10n.t` so that the translation tools find it. */
const wording: Readonly<Record<string, () => string>> = {
  'The format of this file.': () => vscode.l10n.t('The format of this file.'),
  'Short name of the codebook, the first part of the path of every code. Lower-case letters, digits and hyphens.': () =>
    vscode.l10n.t(
      'Short name of the codebook, the first part of the path of every code. Lower-case letters, digits and hyphens.',
    ),
  'Whole number, raised when codes or indicators change in meaning. Annotations remember it.': () =>
    vscode.l10n.t('Whole number, raised when codes or indicators change in meaning. Annotations remember it.'),
  'Name of the codebook, in Dutch and English.': () => vscode.l10n.t('Name of the codebook, in Dutch and English.'),
  'What the codebook is for, in Dutch and English.': () =>
    vscode.l10n.t('What the codebook is for, in Dutch and English.'),
  'The publication that the codes come from.': () => vscode.l10n.t('The publication that the codes come from.'),
  'Word lists that patterns name as @name. A list of the name of a common one replaces it, unless it names that one itself.':
    () =>
      vscode.l10n.t(
        'Word lists that patterns name as @name. A list of the name of a common one replaces it, unless it names that one itself.',
      ),
  'Phrases whose words do not count as evidence, for all codes: names, fixed expressions.': () =>
    vscode.l10n.t('Phrases whose words do not count as evidence, for all codes: names, fixed expressions.'),
  'The codes, each with its sub-codes.': () => vscode.l10n.t('The codes, each with its sub-codes.'),
  'In Dutch.': () => vscode.l10n.t('In Dutch.'),
  'In English.': () => vscode.l10n.t('In English.'),
  'For Dutch texts.': () => vscode.l10n.t('For Dutch texts.'),
  'For English texts.': () => vscode.l10n.t('For English texts.'),
  'Short name of the code, unique among its neighbours. Lower-case letters, digits and hyphens.': () =>
    vscode.l10n.t('Short name of the code, unique among its neighbours. Lower-case letters, digits and hyphens.'),
  'Name of the code, in Dutch and English.': () => vscode.l10n.t('Name of the code, in Dutch and English.'),
  'What the code means.': () => vscode.l10n.t('What the code means.'),
  'When to give this code.': () => vscode.l10n.t('When to give this code.'),
  'When not to give this code, and which one instead.': () =>
    vscode.l10n.t('When not to give this code, and which one instead.'),
  'Sentences that carry the code.': () => vscode.l10n.t('Sentences that carry the code.'),
  'Whether the code is looked for before anyone turns it on.': () =>
    vscode.l10n.t('Whether the code is looked for before anyone turns it on.'),
  'How the code shows in the text. Sub-codes take it from their code.': () =>
    vscode.l10n.t('How the code shows in the text. Sub-codes take it from their code.'),
  'Colour role in the theme. Sub-codes take it from their code.': () =>
    vscode.l10n.t('Colour role in the theme. Sub-codes take it from their code.'),
  'Words and phrases from which the code is suggested, per language.': () =>
    vscode.l10n.t('Words and phrases from which the code is suggested, per language.'),
  'Phrases whose words do not count as evidence for this code and its sub-codes.': () =>
    vscode.l10n.t('Phrases whose words do not count as evidence for this code and its sub-codes.'),
  'For a code that follows from others and is never given by hand.': () =>
    vscode.l10n.t('For a code that follows from others and is never given by hand.'),
  'Ids of the codes of this codebook that must meet.': () =>
    vscode.l10n.t('Ids of the codes of this codebook that must meet.'),
  'Where they must meet.': () => vscode.l10n.t('Where they must meet.'),
  'Sub-codes: kinds of this code.': () => vscode.l10n.t('Sub-codes: kinds of this code.'),
  'One of these patterns is enough.': () => vscode.l10n.t('One of these patterns is enough.'),
  'Each of these patterns must occur, in any order.': () =>
    vscode.l10n.t('Each of these patterns must occur, in any order.'),
  'Each of these patterns must occur, in this order.': () =>
    vscode.l10n.t('Each of these patterns must occur, in this order.'),
  'What is done, by `who` and to whom under `to`: in the usual, the inverted and the passive order.': () =>
    vscode.l10n.t('What is done, by `who` and to whom under `to`: in the usual, the inverted and the passive order.'),
  'With `does`: who acts.': () => vscode.l10n.t('With `does`: who acts.'),
  'With `does`: on whom.': () => vscode.l10n.t('With `does`: on whom.'),
  'With `all` and `order`: the stretch in which they must meet: `sentence`, `clause` or a number of words.': () =>
    vscode.l10n.t(
      'With `all` and `order`: the stretch in which they must meet: `sentence`, `clause` or a number of words.',
    ),
  'At least one of these patterns must stand within four words of what was found, in the same clause.': () =>
    vscode.l10n.t('At least one of these patterns must stand within four words of what was found, in the same clause.'),
  'None of these patterns may stand within four words of what was found, in the same clause.': () =>
    vscode.l10n.t('None of these patterns may stand within four words of what was found, in the same clause.'),
  'What is denied ("not", "without"): `skip` passes it over, `only` looks for nothing else, `any` does not mind.': () =>
    vscode.l10n.t(
      'What is denied ("not", "without"): `skip` passes it over, `only` looks for nothing else, `any` does not mind.',
    ),
  'At least one of these patterns must be in the sentence too.': () =>
    vscode.l10n.t('At least one of these patterns must be in the sentence too.'),
  'None of these patterns may be in the sentence.': () =>
    vscode.l10n.t('None of these patterns may be in the sentence.'),
  'For top codes: how evidence becomes suggestions, per language. Written by `npm run fit`; may be set by hand.': () =>
    vscode.l10n.t(
      'For top codes: how evidence becomes suggestions, per language. Written by `npm run fit`; may be set by hand.',
    ),
  'How likely the code is, from 0 to 1, in a sentence in which nothing speaks for it; 0.2 when not given.': () =>
    vscode.l10n.t(
      'How likely the code is, from 0 to 1, in a sentence in which nothing speaks for it; 0.2 when not given.',
    ),
  'The score from which it is suggested to someone who wants few suggestions and sure ones; 0.7 when not given.': () =>
    vscode.l10n.t(
      'The score from which it is suggested to someone who wants few suggestions and sure ones; 0.7 when not given.',
    ),
  'The score from which it is suggested unless asked otherwise; 0.5 when not given.': () =>
    vscode.l10n.t('The score from which it is suggested unless asked otherwise; 0.5 when not given.'),
  'The score from which it is suggested to someone who wants to miss little; 0.3 when not given.': () =>
    vscode.l10n.t('The score from which it is suggested to someone who wants to miss little; 0.3 when not given.'),
  'How sure a careful reader is on this alone, from 0 to 1. From 0.5 one is enough; under 0.2, or the `base` of its code, it speaks against the code; 0.6 when not given.':
    () =>
      vscode.l10n.t(
        'How sure a careful reader is on this alone, from 0 to 1. From 0.5 one is enough; under 0.2, or the `base` of its code, it speaks against the code; 0.6 when not given.',
      ),
  'The weight that labelled sentences showed, which counts in place of `weight`. Written by `npm run fit`; remove it where the indicator is changed.':
    () =>
      vscode.l10n.t(
        'The weight that labelled sentences showed, which counts in place of `weight`. Written by `npm run fit`; remove it where the indicator is changed.',
      ),
  '`exact`: capitals count, as in names and abbreviations.': () =>
    vscode.l10n.t('`exact`: capitals count, as in names and abbreviations.'),
};

/** A description of the schema in the user's language. */
export function schemaText(description: string): string {
  return wording[description]?.() ?? description;
}
