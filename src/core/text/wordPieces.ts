/** What Dutch and English say of the pieces of a broken word: which can be no words, and which always are. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** Never a word in Dutch or English: where one follows a word, it is the rest of that word. */
export const NEVER_WORDS = words(
  `heid heids lijke lijken lijker lijkheid lijkheden dere ningen teit teiten iteit iteiten isch ische isering iseren
  ologie ologisch zaamheid baarheid schappelijk schappelijke schappelijkheid heidszorg heidszorgs ingsplan
  tion tions tional ments ness sion sions ously ology ising izing`,
);

/** Rarely or never words: the rest of a word that stands whole elsewhere in the text. */
export const BOUND_ENDS = words(
  `lijk tie ties tief tieve ment menten ring ringen ving vingen ning king kingen ding dige digen schap schappen baar bare
  zaam zame heden seerd seerde seren sering eel ele ele ief ieve atie aties atief gen ten den sen der ders ter ters
  able ible ally ated ting ing ings ity ities ure ures ance ence ive ives ized ised`,
);

/** Prefixes that are no Dutch words; 'be', 'ver' and 'her' are words of English or rare ones: the text must not use them so. */
export const PREFIXES = words('ont ge be ver her');

/** Those that are words in neither language, so that a space after them is no space between words. */
export const SPACED_PREFIXES = words('ont ge');

/** Words that stand by themselves and that no neighbour may swallow. */
export const STANDALONE = words(
  `de het een en of van in op te voor met die dat dit deze is zijn hun aan bij door om uit per niet kan wordt worden als ook
  maar er ze we wij zij hij ik je jij u mij ons onze hem haar dan nog al wel meer zo naar over tot na toe tegen onder tussen
  alle veel geen was waren heeft hebben had moet zal zou wat wie hoe waar daar hier nu af mee ten der den ter des
  the a an and or to for by with that this these those are their our not on at as it its was were will can has have from
  they but all any be been do does so if no she he his her them us you your may must than then there here who what how`,
);

/** Those that also end the plurals and verbs of short words: 'wijk' 'en' is no piece and its rest. */
export const ENDINGS = words('en of de te er in is');

/** Words that verbs and nouns are made with, and that stand before them as words of their own too ('samen werken'). */
export const PARTICLES = words(
  'aan af bij door in mee na om op over samen terug toe tot uit vast voor weg tegen onder tussen open los mede goed in out up over',
);

/** After a hyphen they join two words of which the first is cut short: 'zorg- en welzijn'. */
export const SUSPENDING = words('en of and or als tot to dan maar noch nor');

/** Parts that keep their hyphen: 'niet-zorggerelateerd'. */
export const HYPHENATED_STARTS = words('niet');
