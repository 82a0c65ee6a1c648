/** Small words that tell who acts on whom, per language. */
interface RoleWords {
  /** Before the one who acts in a passive clause. */
  readonly agents: ReadonlySet<string>;
  /** Before one who is no subject. */
  readonly prepositions: ReadonlySet<string>;
  /** These make a participle passive. */
  readonly passives: ReadonlySet<string>;
  /** These make it a perfect, so that the subject acts. */
  readonly perfects: ReadonlySet<string>;
  /** Words that can stand between a preposition and its noun. */
  readonly determiners: ReadonlySet<string>;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

export const ROLE_WORDS: Readonly<Record<'nl' | 'en', RoleWords>> = {
  nl: {
    agents: words('door vanwege namens'),
    prepositions: words(
      'aan achter bij binnen buiten in met naar naast om onder op over per rond sinds tegen tegenover tijdens tot tussen uit ' +
        'van vanuit via voor zonder jegens',
    ),
    passives: words('wordt worden werd werden geworden word is zijn was waren'),
    perfects: words('heeft hebben had hadden heb'),
    determiners: words(
      'de het een deze die dit dat alle elke iedere onze ons hun haar zijn uw mijn andere betrokken lokale regionale ' +
        'verschillende meer veel enkele sommige beide zowel ook één',
    ),
  },
  en: {
    agents: words('by'),
    prepositions: words(
      'to on upon for with from at of in into onto against toward towards between among under over through without about',
    ),
    passives: words('is are was were be been being get gets got am'),
    perfects: words('has have had having'),
    determiners: words(
      'the a an this that these those all each every our their its his her your my other local regional any some many both no',
    ),
  },
};
