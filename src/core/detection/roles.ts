/**
 * Who acts on whom in a clause. In an active clause the one who acts stands before the one acted upon, in the usual and in the
 * inverted order alike ('de minister verplicht de havens', 'daarom verplicht de minister de havens'), and behind no preposition; in
 * a passive one 'door' or 'by' marks who acts.
 */
import type { CompiledIndicator } from '../codebook/languageIndex.js';
import type { Surroundings } from './fire.js';
import type { Found, Matches } from './matches.js';
import { ROLE_WORDS } from './roleWords.js';
import type { SentenceReading } from './sentenceReading.js';

/** Of each role this many in a clause are tried: no clause of a person has more. */
const MAX_TRIED = 12;

/** Words between a preposition and the noun that it marks: 'door de nieuwe regionale inspectie'. */
const PHRASE_WORDS = 3;

const NOTHING: readonly Found[] = [];

/** The first deed of which doer and undergoer are as asked, with these; none where the roles do not fit. */
export function withRoles(
  indicator: CompiledIndicator,
  deeds: readonly Found[],
  { seen, reading }: Surroundings,
): readonly Found[] {
  const who = byClause(seen, indicator.who, reading);
  const to = byClause(seen, indicator.to, reading);
  for (const deed of deeds) {
    const clause = reading.clauses[deed.first] ?? 0;
    const cast = new Cast(deed, reading);
    const doers = indicator.who.length > 0 ? cast.others(who.get(clause)) : [undefined];
    const undergoers = indicator.to.length > 0 ? cast.others(to.get(clause)) : [undefined];
    for (const doer of doers) {
      const undergoer = undergoers.find((each) => cast.fits(doer, each));
      if (undergoers.length === 0 || (undergoer === undefined && !cast.fitsAlone(doer, undergoers))) continue;
      return [deed, doer, undergoer].filter((each) => each !== undefined).sort((a, b) => a.first - b.first);
    }
  }
  return NOTHING;
}

function byClause(
  seen: Matches,
  patterns: readonly number[],
  { clauses }: SentenceReading,
): ReadonlyMap<number, readonly Found[]> {
  const found = new Map<number, Found[]>();
  for (const pattern of patterns) {
    for (const each of seen.of(pattern)) {
      const clause = clauses[each.first] ?? 0;
      const known = found.get(clause) ?? [];
      if (known.length < MAX_TRIED) known.push(each);
      found.set(clause, known);
    }
  }
  return found;
}

/** The parts that are played around one deed. */
class Cast {
  readonly #deed: Found;
  readonly #reading: SentenceReading;
  readonly #isPassive: boolean;

  constructor(deed: Found, reading: SentenceReading) {
    this.#deed = deed;
    this.#reading = reading;
    this.#isPassive = isPassive(deed, reading);
  }

  others(candidates: readonly Found[] | undefined): readonly Found[] {
    return (candidates ?? []).filter(
      (each) => each.first > this.#deed.last || each.last < this.#deed.first || this.#isInGap(each),
    );
  }

  /** Between the halves of a verb: 'legt de havens een plicht op'. */
  #isInGap({ first, last }: Found): boolean {
    return first > this.#deed.first && last < this.#deed.last;
  }

  fitsAlone(doer: Found | undefined, undergoers: readonly (Found | undefined)[]): boolean {
    return undergoers[0] === undefined && this.fits(doer, undefined);
  }

  fits(doer: Found | undefined, undergoer: Found | undefined): boolean {
    if (doer && undergoer && doer.first <= undergoer.last && undergoer.first <= doer.last) return false;
    return this.#isPassive ? this.#fitsPassive(doer, undergoer) : this.#fitsActive(doer, undergoer);
  }

  #fitsPassive(doer: Found | undefined, undergoer: Found | undefined): boolean {
    const { agents } = ROLE_WORDS[this.#reading.language];
    if (doer && !this.#isMarked(doer, agents)) return false;
    return !undergoer || !this.#isMarked(undergoer, agents);
  }

  #fitsActive(doer: Found | undefined, undergoer: Found | undefined): boolean {
    const { language } = this.#reading;
    const { prepositions, agents } = ROLE_WORDS[language];
    if (doer && (this.#isMarked(doer, prepositions) || this.#isMarked(doer, agents))) return false;
    if (doer && language === 'en' && doer.first > this.#deed.first) return false;
    if (!undergoer) return true;
    if (this.#isMarked(undergoer, agents)) return false;
    if (this.#isMarked(undergoer, prepositions)) return true;
    return doer ? doer.last < undergoer.first && this.#isObject(undergoer) : undergoer.first > this.#deed.first;
  }

  /** In English the object follows its verb; in Dutch it may also stand before it. */
  #isObject(undergoer: Found): boolean {
    return this.#reading.language === 'nl' || undergoer.first > this.#deed.first;
  }

  /** Whether one of these words stands before a noun and the few words that belong to it. */
  #isMarked({ first }: Found, markers: ReadonlySet<string>): boolean {
    const { words, language } = this.#reading;
    const { determiners } = ROLE_WORDS[language];
    for (let index = first - 1; index >= 0 && first - index <= PHRASE_WORDS; index--) {
      const word = words[index]?.folded ?? '';
      if (!this.#reading.areInOneClause(index, first)) return false;
      if (markers.has(word)) return true;
      const isAdjective = language === 'nl' ? /e$/u.test(word) : index === first - 1;
      if (!determiners.has(word) && !isAdjective) return false;
    }
    return false;
  }
}

/** A participle with 'worden', or with 'zijn' and no 'hebben' in its clause; in English with 'be'. */
function isPassive({ first, last }: Found, reading: SentenceReading): boolean {
  const { passives, perfects } = ROLE_WORDS[reading.language];
  const clause = reading.clauses[first];
  if (![first, last].some((index) => isParticiple(reading, index))) return false;
  let hasPassive = false;
  for (
    let index = clauseStart(reading, first);
    index < reading.words.length && index <= last + AUXILIARY_WORDS;
    index++
  ) {
    if (reading.clauses[index] !== clause) continue;
    const word = reading.words[index]?.folded ?? '';
    if (passives.has(word)) hasPassive = true;
    if (perfects.has(word) && reading.language === 'nl') return false;
  }
  return hasPassive;
}

/** How far from a participle its auxiliary verb is looked for. */
const AUXILIARY_WORDS = 24;

function clauseStart({ clauses }: SentenceReading, index: number): number {
  const earliest = Math.max(0, index - AUXILIARY_WORDS);
  for (let at = earliest; at < index; at++) if (clauses[at] === clauses[index]) return at;
  return index;
}

/** English words behind which a verb is no participle. */
const BEFORE_INFINITIVE: ReadonlySet<string> = new Set(
  'to can could must may might will would shall should do does did not'.split(' '),
);

/** By its shape: verbs that are no participle hardly ever stand beside a passive auxiliary. */
function isParticiple({ words, language }: SentenceReading, index: number): boolean {
  const word = words[index]?.folded ?? '';
  if (language === 'nl') {
    return /ge.|^(?:be|her|ont|ver|er|onder|over|door|om|voor)./u.test(word) && /(?:[dt]|en|aan|ien)$/u.test(word);
  }
  if (BEFORE_INFINITIVE.has(words[index - 1]?.folded ?? '')) return /ed$/u.test(word);
  return !/ing$|[^s]s$/u.test(word);
}
