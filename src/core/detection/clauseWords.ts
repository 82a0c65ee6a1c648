/** Words at which a clause begins or goes on, per language. */
interface ClauseWords {
  /** These begin a clause wherever they stand. */
  readonly conjunctions: ReadonlySet<string>;
  /** These only do behind a comma or another mark: elsewhere they also mean something else. */
  readonly afterComma: ReadonlySet<string>;
  /** Relatives that also point ('in dat geval'): no clause begins behind a preposition. */
  readonly pointing: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Behind 'en' or 'and' these begin a clause rather than another member of a list. */
  readonly subjects: ReadonlySet<string>;
  /** Finite verbs that are told without a dictionary; behind a comma the clause around a clause goes on with one. */
  readonly verbs: ReadonlySet<string>;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

export const CLAUSE_WORDS: Readonly<Record<'nl' | 'en', ClauseWords>> = {
  nl: {
    conjunctions: words(
      'omdat doordat zodat opdat voordat nadat totdat hoewel ofschoon terwijl indien wanneer mits tenzij zodra zolang ' +
        'waarbij waarin waarmee waardoor waarop waarvan waarvoor waartoe waarna waarover waaraan waaruit waartegen aangezien ' +
        'maar doch want zoals alsof alvorens teneinde',
    ),
    afterComma: words('als toen wat wie welke waar dus of ook en om hetgeen zo'),
    pointing: words('die dat'),
    prepositions: words(
      'aan achter af behalve bij binnen buiten door in langs met na naast namens om onder op over per rond sinds te tegen ' +
        'tijdens tot tussen uit van vanaf vanuit via volgens voor wegens zonder als',
    ),
    subjects: words('ik wij we hij ze er jullie men'),
    verbs: words(
      'is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden moet moeten moest moesten ' +
        'mag mogen mocht mochten wil willen wilde wilden zal zullen zou zouden dient dienen gaat gaan ging gingen blijft ' +
        'blijven bleef bleven komt komen kwam kwamen doet doen deed deden laat laten liet lieten krijgt krijgen kreeg kregen ' +
        'geldt gelden heet blijkt behoort behoren hoeft hoeven',
    ),
  },
  en: {
    conjunctions: words(
      'because although though while whereas unless until which who whom whose whether but provided whenever wherever',
    ),
    afterComma: words('when if where as so and or since yet nor'),
    pointing: words('that'),
    prepositions: words(
      'about above across after against among around as at before behind below beneath beside between beyond by despite ' +
        'during except for from in inside into like near of off on onto out outside over past per since through to toward ' +
        'towards under upon via with within without',
    ),
    subjects: words('i we they he she it you there'),
    verbs: words(
      'is are was were has have had can could must may might will would shall should does do did remains remain',
    ),
  },
};
