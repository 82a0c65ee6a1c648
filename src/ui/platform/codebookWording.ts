/** What can be wrong with a codebook file, in the user's language. */
import * as vscode from 'vscode';
import type { CodebookMessageKey, Message } from '../../core/message.js';

type Arguments = Message['args'];

function languageName(code: string | number | undefined): string {
  return code === 'nl' ? vscode.l10n.t('Dutch') : vscode.l10n.t('English');
}

/** One sentence for each key. The text stands inside `l10n.t` so that the translation tools find it. */
export const codebookWording: Readonly<Record<CodebookMessageKey, (args: Arguments) => string>> = {
  'codebook.tooLarge': (args) => vscode.l10n.t('The codebook is too large: {0} characters, of at most {1}.', ...args),
  'codebook.tooDeep': (args) => vscode.l10n.t('The codebook is nested too deeply to be read.', ...args),
  'codebook.tooManyAliases': (args) =>
    vscode.l10n.t('The codebook refers back to its own parts (& and *) too often to be read.', ...args),
  'codebook.yaml': (args) => vscode.l10n.t('This is not valid YAML: {0}', ...args),
  'codebook.tabIndent': (args) => vscode.l10n.t('Indent with spaces; YAML does not allow tabs.', ...args),
  'codebook.needsQuotes': (args) =>
    vscode.l10n.t(
      'Put this between quotes: "{0}". Without them the first sign has a meaning of its own in YAML.',
      ...args,
    ),
  'codebook.duplicateKey': (args) => vscode.l10n.t('"{0}" stands here twice; only the last one counts.', ...args),
  'codebook.notMapping': (args) =>
    vscode.l10n.t('A codebook begins with lines such as "schema: policy-lens/codebook@1" and "id: my-codes".', ...args),
  'codebook.schema': (args) => vscode.l10n.t('"schema" must be {0}.', ...args),
  'codebook.newerSchema': (args) =>
    vscode.l10n.t(
      'This codebook was made for a newer version of Policy Lens ({0}; this one reads {1}); it is not used.',
      ...args,
    ),
  'codebook.unknownKey': (args) => vscode.l10n.t('"{0}" has no meaning here. What can stand here: {1}.', ...args),
  'codebook.unknownKeyMeant': (args) => vscode.l10n.t('"{0}" has no meaning here. Did you mean "{1}"?', ...args),
  'codebook.commaInText': (args) =>
    vscode.l10n.t(
      'Put the whole text between quotes: within {…}, what follows a comma ("{0}") is read as something new.',
      ...args,
    ),
  'codebook.missingKey': (args) => vscode.l10n.t('"{0}" is missing here.', ...args),
  'codebook.expectText': (args) =>
    vscode.l10n.t('"{0}" must be a text. Put numbers, yes and no between quotes.', ...args),
  'codebook.expectList': (args) =>
    vscode.l10n.t('"{0}" must be a list: [one, two], or lines that begin with a hyphen.', ...args),
  'codebook.expectMapping': (args) => vscode.l10n.t('"{0}" must hold keys with values, such as "id: coach".', ...args),
  'codebook.expectNumber': (args) => vscode.l10n.t('"{0}" must be a number.', ...args),
  'codebook.expectWholeNumber': (args) => vscode.l10n.t('"{0}" must be a whole number.', ...args),
  'codebook.expectTextOrList': (args) => vscode.l10n.t('"{0}" must be a pattern or a list of patterns.', ...args),
  'codebook.expectTextOrMapping': (args) =>
    vscode.l10n.t('An indicator is a pattern, or any: or all: with patterns. Put numbers between quotes.', ...args),
  'codebook.expectWithin': (args) => vscode.l10n.t('"{0}" must be sentence, clause or a number of words.', ...args),
  'codebook.expectBilingual': (args) =>
    vscode.l10n.t('"{0}" must have a text per language: { nl: …, en: … }.', ...args),
  'codebook.expectPhrases': (args) =>
    vscode.l10n.t('"{0}" must have a list per language: { nl: […], en: […] }.', ...args),
  'codebook.emptyText': (args) => vscode.l10n.t('"{0}" is empty.', ...args),
  'codebook.emptyList': (args) => vscode.l10n.t('"{0}" has too few entries.', ...args),
  'codebook.notOneOf': (args) => vscode.l10n.t('"{0}" cannot be "{1}". What it can be: {2}.', ...args),
  'codebook.outOfRange': (args) => vscode.l10n.t('"{0}" is {1}; it must be from {2} to {3}.', ...args),
  'codebook.badId': (args) =>
    vscode.l10n.t('"{0}" cannot be an id: use lower-case letters, digits and hyphens.', ...args),
  'codebook.badListName': (args) =>
    vscode.l10n.t('"{0}" cannot name a word list: use letters, digits and hyphens.', ...args),
  'codebook.duplicateId': (args) =>
    vscode.l10n.t('There is a code "{0}" beside this one already, on line {1}; this one is left out.', ...args),
  'codebook.duplicateCodebook': (args) => vscode.l10n.t('There is another codebook with the id "{0}": {1}', ...args),
  'codebook.duplicateIndicator': (args) =>
    vscode.l10n.t('The code has this indicator already, on line {1}: {0}', ...args),
  'codebook.anyOrAll': (args) =>
    vscode.l10n.t('An indicator has one of any:, all:, order: and does:, and no second of them.', ...args),
  'codebook.rolesWithoutDoes': (args) =>
    vscode.l10n.t('"{0}" says who acts, or on whom; say under does: what is done.', ...args),
  'codebook.doesAlone': (args) =>
    vscode.l10n.t('"does" needs who: or to: beside it. To look for the words alone, write any:.', ...args),
  'codebook.orderLength': (args) =>
    vscode.l10n.t('"order" must be a list of 2 to {0} patterns, in the order in which they must come.', ...args),
  'codebook.listOfItself': (args) =>
    vscode.l10n.t('The word list "{0}" names itself, by way of other lists; this entry is passed over.', ...args),
  'codebook.listUnknownInList': (args) =>
    vscode.l10n.t('There is no word list "{0}" to take over. Lists: {1}.', ...args),
  'codebook.listTooLong': (args) =>
    vscode.l10n.t(
      'The word list "{0}" is too long: at most {1} entries, those of lists that it names counted.',
      ...args,
    ),
  'codebook.patternInnerStart': (args) =>
    vscode.l10n.t(
      '"{0}": ^ stands for the beginning of the sentence, so it can only stand before the first word.',
      ...args,
    ),
  'codebook.patternStraySign': (args) =>
    vscode.l10n.t(
      '"{0}" cannot be read: ~ is written before a whole word, # alone, ^ before the first word, @ before the name of a list.',
      ...args,
    ),
  'codebook.badLemma': (args) =>
    vscode.l10n.t(
      '"{0}" is no word to inflect: write ~ and one word of letters, or a verb with a slash, such as ~samen/werken.',
      ...args,
    ),
  'codebook.lemmaStar': (args) =>
    vscode.l10n.t('"{0}": ~ finds every form of the word already; leave out either ~ or the star.', ...args),
  'codebook.unknownDerived': (args) =>
    vscode.l10n.t('There is no code "{0}" in this codebook to derive from. Codes: {1}.', ...args),
  'codebook.scoringOfSubCode': () =>
    vscode.l10n.t('Only the codes at the top have "scoring"; it holds for their sub-codes too. Move it there.'),
  'codebook.derivedFromDerived': (args) =>
    vscode.l10n.t('"{0}" is derived itself; a derived code follows from codes that are found in the text.', ...args),
  'codebook.unknownList': (args) => vscode.l10n.t('There is no word list "{0}". Lists: {1}.', ...args),
  'codebook.listWithoutLanguage': (args) => vscode.l10n.t('The word list "{0}" has no words under "{1}".', ...args),
  'codebook.badListEntry': (args) =>
    vscode.l10n.t(
      '"{0}" cannot be in a word list: words there stand in a row, without ... and ^; another list (@name) stands alone.',
      ...args,
    ),
  'codebook.emptyPattern': (args) => vscode.l10n.t('The pattern is empty.', ...args),
  'codebook.emptyAlternative': (args) => vscode.l10n.t('There is a | with no word beside it.', ...args),
  'codebook.patternOnlyGap': (args) => vscode.l10n.t('"{0}" has only a gap; write words around the ...', ...args),
  'codebook.patternGapAtEdge': (args) =>
    vscode.l10n.t('"{0}" begins or ends with ...; it only has meaning between two words.', ...args),
  'codebook.patternTooLong': (args) => vscode.l10n.t('"{0}" is too long for a pattern: at most {1} words.', ...args),
  'codebook.patternOnlyWildcard': (args) =>
    vscode.l10n.t(
      '"{0}" would match every word: write letters beside the star, or ... for some words in between.',
      ...args,
    ),
  'codebook.patternInnerStar': (args) =>
    vscode.l10n.t('The star in "{0}" can only stand at the beginning or the end of a word.', ...args),
  'codebook.patternPunctuation': (args) =>
    vscode.l10n.t('"{0}" can never match: {1} is not part of a word. Leave it out.', ...args),
  'codebook.missingLanguage': ([key = '', language]) =>
    vscode.l10n.t('"{0}" has no text in {1}; the other language is used.', key, languageName(language)),
  'codebook.onlyOneLanguage': ([language]) =>
    vscode.l10n.t(
      'Nothing in this codebook is in {0}: texts in that language get no codes from it.',
      languageName(language),
    ),
};
