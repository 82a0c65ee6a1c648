/** The words of negation, and what looks like one and denies nothing. */

const NEGATORS: Readonly<Record<'nl' | 'en', ReadonlySet<string>>> = {
  nl: new Set(
    'niet geen geenszins nooit nimmer zonder noch niemand nergens niets evenmin allerminst geeneen'.split(' '),
  ),
  en: new Set('not no never without neither nor nobody none nothing nowhere cannot'.split(' ')),
};

/** Set phrases; the word of negation in each marked by a star. */
const FALSE: Readonly<Record<'nl' | 'en', string>> = {
  nl:
    '*niet alleen,*niet slechts,*niet enkel,*niet louter,*niet uitsluitend,*niet in de laatste plaats,' +
    '*niet in de eerste plaats,*niet op de laatste plaats,al dan *niet,wel of *niet,of *niet,*niet voor niets,niet voor *niets,' +
    '*niet zonder,niet *zonder,*niet alle,*niet iedereen,*niet iedere,*niet elke,*niet elk,*niet altijd,*niet overal,' +
    '*niet eerder,*nooit eerder,nog *nooit zo,*nooit zo,*niet minder dan,*niet in het minst,*niets minder dan,*niets anders dan,' +
    '*geen twijfel,*geen enkele twijfel,*zonder twijfel,*zonder meer,*zonder enige twijfel,*geen uitzondering,' +
    '*zonder uitzondering,*niet te vergeten,*niet meer dan logisch,*niet meer dan normaal,waarom *niet,*niet later dan,' +
    '*geen geheim,*geen wonder,*niets liever,*niet ophouden,*niet nalaten',
  en:
    '*not only,*not just,*not merely,*not simply,*not solely,*not exclusively,*not least,whether or *not,or *not,*no doubt,' +
    '*without doubt,*without a doubt,*without exception,*no less than,*no fewer than,*not less than,*no later than,' +
    '*not later than,*not all,*not every,*not everyone,*not always,*never before,*nothing less than,*not to mention,' +
    '*no exception,*no secret,*not without,not *without,*no wonder,*nothing but,*not hesitate,why *not',
};

export interface FalseNegation {
  readonly words: readonly string[];
  /** Index of the word of negation. */
  readonly at: number;
}

function phrases(list: string): readonly FalseNegation[] {
  return list.split(',').map((phrase) => {
    const words = phrase.split(' ');
    const at = words.findIndex((word) => word.startsWith('*'));
    return { words: words.map((word) => word.replace('*', '')), at };
  });
}

export const FALSE_NEGATIONS: Readonly<Record<'nl' | 'en', readonly FalseNegation[]>> = {
  nl: phrases(FALSE.nl),
  en: phrases(FALSE.en),
};

/** These deny each member of a list: 'geen regels, toezicht of dwang'. */
export const LISTING: ReadonlySet<string> = new Set('geen zonder noch no without neither nor'.split(' '));

/** These deny the finite verb that stands before them. */
export const AFTER_VERB: Readonly<Record<'nl' | 'en', ReadonlySet<string>>> = {
  nl: new Set('niet geen nooit nimmer niemand niets nergens geenszins'.split(' ')),
  en: new Set('no nobody none nothing not'.split(' ')),
};

export const AND: ReadonlySet<string> = new Set('en of maar and or but'.split(' '));

export function isNegator(folded: string, language: 'nl' | 'en'): boolean {
  return NEGATORS[language].has(folded) || (language === 'en' && folded.endsWith("n't"));
}
