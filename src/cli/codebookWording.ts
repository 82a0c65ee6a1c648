/** What can be wrong with a codebook file, in English, for the terminal. */
import type { CodebookMessageKey, Message } from '../core/message.js';

type Arguments = Message['args'];

const LANGUAGES = new Map<unknown, string>([
  ['nl', 'Dutch'],
  ['en', 'English'],
]);

export const codebookWording: Readonly<Record<CodebookMessageKey, (args: Arguments) => string>> = {
  'codebook.tooLarge': (args) => `The codebook is too large: ${args[0]} characters, of at most ${args[1]}.`,
  'codebook.tooDeep': () => 'The codebook is nested too deeply to be read.',
  'codebook.tooManyAliases': () => 'The codebook refers back to its own parts (& and *) too often to be read.',
  'codebook.yaml': (args) => `This is not valid YAML: ${args[0]}`,
  'codebook.tabIndent': () => 'Indent with spaces; YAML does not allow tabs.',
  'codebook.needsQuotes': (args) =>
    `Put this between quotes: "${args[0]}". Without them the first sign has a meaning of its own in YAML.`,
  'codebook.duplicateKey': (args) => `"${args[0]}" stands here twice; only the last one counts.`,
  'codebook.notMapping': () =>
    'A codebook begins with lines such as "schema: policy-lens/codebook@1" and "id: my-codes".',
  'codebook.schema': (args) => `"schema" must be ${args[0]}.`,
  'codebook.newerSchema': (args) =>
    `This codebook was made for a newer version of Policy Lens (${args[0]}; this one reads ${args[1]}); it is not used.`,
  'codebook.unknownKey': (args) => `"${args[0]}" has no meaning here. What can stand here: ${args[1]}.`,
  'codebook.unknownKeyMeant': (args) => `"${args[0]}" has no meaning here. Did you mean "${args[1]}"?`,
  'codebook.commaInText': (args) =>
    `Put the whole text between quotes: within {…}, what follows a comma ("${args[0]}") is read as something new.`,
  'codebook.missingKey': (args) => `"${args[0]}" is missing here.`,
  'codebook.expectText': (args) => `"${args[0]}" must be a text. Put numbers, yes and no between quotes.`,
  'codebook.expectList': (args) => `"${args[0]}" must be a list: [one, two], or lines that begin with a hyphen.`,
  'codebook.expectMapping': (args) => `"${args[0]}" must hold keys with values, such as "id: coach".`,
  'codebook.expectNumber': (args) => `"${args[0]}" must be a number.`,
  'codebook.expectWholeNumber': (args) => `"${args[0]}" must be a whole number.`,
  'codebook.expectTextOrList': (args) => `"${args[0]}" must be a pattern or a list of patterns.`,
  'codebook.expectTextOrMapping': () =>
    'An indicator is a pattern, or any: or all: with patterns. Put numbers between quotes.',
  'codebook.expectWithin': (args) => `"${args[0]}" must be sentence, clause or a number of words.`,
  'codebook.expectBilingual': (args) => `"${args[0]}" must have a text per language: { nl: …, en: … }.`,
  'codebook.expectPhrases': (args) => `"${args[0]}" must have a list per language: { nl: […], en: […] }.`,
  'codebook.emptyText': (args) => `"${args[0]}" is empty.`,
  'codebook.emptyList': (args) => `"${args[0]}" has too few entries.`,
  'codebook.notOneOf': (args) => `"${args[0]}" cannot be "${args[1]}". What it can be: ${args[2]}.`,
  'codebook.outOfRange': (args) => `"${args[0]}" is ${args[1]}; it must be from ${args[2]} to ${args[3]}.`,
  'codebook.badId': (args) => `"${args[0]}" cannot be an id: use lower-case letters, digits and hyphens.`,
  'codebook.badListName': (args) => `"${args[0]}" cannot name a word list: use letters, digits and hyphens.`,
  'codebook.duplicateId': (args) =>
    `There is a code "${args[0]}" beside this one already, on line ${args[1]}; this one is left out.`,
  'codebook.duplicateCodebook': (args) => `There is another codebook with the id "${args[0]}": ${args[1]}`,
  'codebook.duplicateIndicator': (args) => `The code has this indicator already, on line ${args[1]}: ${args[0]}`,
  'codebook.anyOrAll': () => 'An indicator has one of any:, all:, order: and does:, and no second of them.',
  'codebook.rolesWithoutDoes': (args) => `"${args[0]}" says who acts, or on whom; say under does: what is done.`,
  'codebook.doesAlone': () => '"does" needs who: or to: beside it. To look for the words alone, write any:.',
  'codebook.orderLength': (args) =>
    `"order" must be a list of 2 to ${args[0]} patterns, in the order in which they must come.`,
  'codebook.listOfItself': (args) =>
    `The word list "${args[0]}" names itself, by way of other lists; this entry is passed over.`,
  'codebook.listUnknownInList': (args) => `There is no word list "${args[0]}" to take over. Lists: ${args[1]}.`,
  'codebook.listTooLong': (args) =>
    `The word list "${args[0]}" is too long: at most ${args[1]} entries, those of lists that it names counted.`,
  'codebook.patternInnerStart': (args) =>
    `"${args[0]}": ^ stands for the beginning of the sentence, so it can only stand before the first word.`,
  'codebook.patternStraySign': (args) =>
    `"${args[0]}" cannot be read: ~ is written before a whole word, # alone, ^ before the first word, @ before the name of a list.`,
  'codebook.badLemma': (args) =>
    `"${args[0]}" is no word to inflect: write ~ and one word of letters, or a verb with a slash, such as ~samen/werken.`,
  'codebook.lemmaStar': (args) =>
    `"${args[0]}": ~ finds every form of the word already; leave out either ~ or the star.`,
  'codebook.unknownDerived': (args) =>
    `There is no code "${args[0]}" in this codebook to derive from. Codes: ${args[1]}.`,
  'codebook.scoringOfSubCode': () =>
    'Only the codes at the top have "scoring"; it holds for their sub-codes too. Move it there.',
  'codebook.derivedFromDerived': (args) =>
    `"${args[0]}" is derived itself; a derived code follows from codes that are found in the text.`,
  'codebook.unknownList': (args) => `There is no word list "${args[0]}". Lists: ${args[1]}.`,
  'codebook.listWithoutLanguage': (args) => `The word list "${args[0]}" has no words under "${args[1]}".`,
  'codebook.badListEntry': (args) =>
    `"${args[0]}" cannot be in a word list: words there stand in a row, without ... and ^; another list (@name) stands alone.`,
  'codebook.emptyPattern': () => 'The pattern is empty.',
  'codebook.emptyAlternative': () => 'There is a | with no word beside it.',
  'codebook.patternOnlyGap': (args) => `"${args[0]}" has only a gap; write words around the ...`,
  'codebook.patternGapAtEdge': (args) => `"${args[0]}" begins or ends with ...; it only has meaning between two words.`,
  'codebook.patternTooLong': (args) => `"${args[0]}" is too long for a pattern: at most ${args[1]} words.`,
  'codebook.patternOnlyWildcard': (args) =>
    `"${args[0]}" would match every word: write letters beside the star, or ... for some words in between.`,
  'codebook.patternInnerStar': (args) =>
    `The star in "${args[0]}" can only stand at the beginning or the end of a word.`,
  'codebook.patternPunctuation': (args) =>
    `"${args[0]}" can never match: ${args[1]} is not part of a word. Leave it out.`,
  'codebook.missingLanguage': ([key, language]) =>
    `"${key}" has no text in ${LANGUAGES.get(language)}; the other language is used.`,
  'codebook.onlyOneLanguage': ([language]) =>
    `Nothing in this codebook is in ${LANGUAGES.get(language)}: texts in that language get no codes from it.`,
};
