import { isNegator } from '../detection/negationWords.js';
import { atomKey, GapRule, type ResolvedElement, type RowWord, type WordRow } from './automaton.js';
import type { WordLists } from './codebook.js';
import { type Inflection, inflect, type Split } from './inflect.js';
import { type ListEntry, listEntries } from './listEntries.js';
import { type Atom, isAtom, type Pattern, type PatternPart, parseListEntry } from './pattern.js';

/** A language that has indicators. */
export type CodedLanguage = 'nl' | 'en';

/**
 * Words that may stand between the halves of a verb: a Dutch clause holds its objects there ("legt ... op"). Only within a
 * clause, so that more of them do no harm.
 */
const SPLIT_WORDS = { nl: 15, en: 4 } as const;

/** What the lists and lemmas of one codebook hold in one language; written out once, however many patterns name them. */
export class ListResolver {
  readonly #lists: WordLists;
  readonly #language: CodedLanguage;
  readonly #knownLists = new Map<string, readonly WordRow[]>();
  readonly #knownLemmas = new Map<string, readonly WordRow[]>();
  readonly #negations = new Map<string, boolean>();
  /** Tells this codebook's lists from another's of the same name. */
  readonly scope: string;

  constructor(lists: WordLists, language: CodedLanguage, scope: string) {
    this.#lists = lists;
    this.#language = language;
    this.scope = scope;
  }

  /** The rows of words of which any may stand in the place of these parts. */
  rowsOf(parts: readonly PatternPart[], caseSensitive: boolean): readonly WordRow[] {
    const [only] = parts;
    // Lists and lemmas as they are: what is the same object is taken up once.
    if (parts.length === 1 && only && 'list' in only) return this.#rowsOfList(only.list, caseSensitive);
    if (parts.length === 1 && only && 'lemma' in only) return this.#rowsOfLemma(only.lemma);
    const atoms = parts.filter(isAtom);
    if (atoms.length === parts.length) return [rowOf([atoms])];
    const rows: WordRow[] = atoms.length > 0 ? [rowOf([atoms])] : [];
    for (const part of parts) {
      if ('list' in part) rows.push(...this.#rowsOfList(part.list, caseSensitive));
      if ('lemma' in part) rows.push(...this.#rowsOfLemma(part.lemma));
    }
    return joined(rows);
  }

  /** Whether a word of the list is a negation. */
  holdsNegation(list: string): boolean {
    const known = this.#negations.get(list) ?? this.#rowsOfList(list, false).some(isNegation(this.#language));
    this.#negations.set(list, known);
    return known;
  }

  #rowsOfList(list: string, caseSensitive: boolean): readonly WordRow[] {
    const key = caseSensitive ? `^${list}` : list;
    const known = this.#knownLists.get(key);
    if (known) return known;
    const entries = listEntries(this.#lists, list, this.#language);
    const rows = joined(entries.flatMap((entry) => this.#rowsOfEntry(entry, caseSensitive)));
    this.#knownLists.set(key, rows);
    return rows;
  }

  #rowsOfEntry({ source, exact }: ListEntry, caseSensitive: boolean): readonly WordRow[] {
    const { elements } = parseListEntry(source, exact || caseSensitive);
    if (!elements) return [];
    const [only] = elements;
    if (elements.length === 1 && only) return this.rowsOf(only, exact || caseSensitive);
    // In a row of words a verb stands in one piece.
    const words = elements.map((parts) =>
      parts.flatMap((part) => ('lemma' in part ? this.#whole(part.lemma) : isAtom(part) ? [part] : [])),
    );
    return [rowOf(words)];
  }

  #whole(lemma: string): readonly Atom[] {
    return this.#rowsOfLemma(lemma).flatMap((row) => (row.length === 1 ? (row[0]?.atoms ?? []) : []));
  }

  #rowsOfLemma(lemma: string): readonly WordRow[] {
    const known = this.#knownLemmas.get(lemma);
    if (known) return known;
    const rows = rowsOfForms(inflect(lemma, this.#language), SPLIT_WORDS[this.#language]);
    this.#knownLemmas.set(lemma, rows);
    return rows;
  }
}

function isNegation(language: CodedLanguage): (row: WordRow) => boolean {
  return (row) =>
    row.some(({ atoms }) => atoms.some(({ kind, text }) => kind === 'exact' && isNegator(text, language)));
}

function rowsOfForms({ whole, beginnings, split, apart }: Inflection, gap: number): readonly WordRow[] {
  const rows: WordRow[] = [
    [
      {
        gap: 0,
        rule: GapRule.free,
        atoms: [...whole.map((text) => atom('exact', text)), ...beginnings.map((text) => atom('prefix', text))],
      },
    ],
  ];
  for (const words of apart) rows.push(rowOf(words.map((forms) => forms.map((text) => atom('exact', text)))));
  if (split) rows.push(...splitRows(split, gap));
  return rows;
}

/** A finite form, and behind up to so many words its particle. */
function splitRows({ finite, stems, subjects, particle, isPreposition }: Split, gap: number): readonly WordRow[] {
  const rule = isPreposition ? GapRule.closing : GapRule.clause;
  const next = (texts: readonly string[]) => ({
    gap: 0,
    rule: GapRule.free,
    atoms: texts.map((text) => atom('exact', text)),
  });
  const last = { gap, rule, atoms: [atom('exact', particle)] };
  const rows: WordRow[] = [[next(finite), last]];
  if (stems.length > 0) {
    // One object for what is the same, by which it is known as that.
    const stem = next(stems);
    const subject = next(subjects);
    rows.push([stem, { ...last, gap: 0 }], [subject, stem, last], [stem, subject, last]);
  }
  return rows;
}

function atom(kind: 'exact' | 'prefix', text: string): Atom {
  return { kind, text, cased: false };
}

function rowOf(words: readonly (readonly Atom[])[]): WordRow {
  return words.map((atoms): RowWord => ({ gap: 0, rule: GapRule.free, atoms }));
}

/** Rows of one word as one row: any of its tests will do. */
function joined(rows: readonly WordRow[]): readonly WordRow[] {
  const single = rows.flatMap((row) => (row.length === 1 ? (row[0]?.atoms ?? []) : []));
  const longer = rows.filter((row) => row.length > 1);
  const unique = [...new Map(single.map((each) => [atomKey(each), each])).values()];
  return unique.length > 0 ? [rowOf([unique]), ...longer] : longer;
}

/** A pattern with its word lists written out; undefined when a list that it needs holds nothing. */
export function resolvePattern(
  pattern: Pattern,
  lists: ListResolver,
  caseSensitive: boolean,
): readonly ResolvedElement[] | undefined {
  const elements = pattern.map(({ gap, alternatives, atStart }): ResolvedElement => {
    const names = alternatives.map((part) => nameOf(part, lists.scope, caseSensitive));
    const key = `${atStart ? '^ ' : ''}${gap} ${names.sort().join('|')}`;
    return { key, gap, atStart, rows: lists.rowsOf(alternatives, caseSensitive) };
  });
  return elements.every((element) => element.rows.length > 0) ? elements : undefined;
}

function nameOf(part: PatternPart, scope: string, caseSensitive: boolean): string {
  if ('list' in part) return `${caseSensitive ? '^' : ''}@${scope}/${part.list}`;
  return 'lemma' in part ? `~${part.lemma}` : atomKey(part);
}
