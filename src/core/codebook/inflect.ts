/** The forms of a word, as patterns with `~` look for them. */
import { inflectDutch, isDutchVerb } from './inflectDutch.js';
import { inflectEnglish } from './inflectEnglish.js';

/** Forms that are no words at all do no harm: no text has them. So both are given where spelling alone does not decide. */
export interface Inflection {
  /** Forms of one word. */
  readonly whole: readonly string[];
  /** Beginnings of words, for compounds: `samenwerking`. */
  readonly beginnings: readonly string[];
  /** Forms of several words next to each other, such as 'op te leggen': for each place the forms that may stand there. */
  readonly apart: readonly (readonly (readonly string[])[])[];
  /** For a verb that can stand apart: a finite form, and further on its particle. */
  readonly split: Split | undefined;
}

export interface Split {
  readonly finite: readonly string[];
  /** A form that is a noun as well ('werk'): it counts beside its subject, or with the particle right behind it. */
  readonly stems: readonly string[];
  /** The subjects that such a form has. */
  readonly subjects: readonly string[];
  readonly particle: string;
  /** Whether the particle is a preposition too, so that it only counts where nothing follows that it could belong to. */
  readonly isPreposition: boolean;
}

/** `lemma`: folded, with a slash behind the part that can stand apart. */
export function inflect(lemma: string, language: 'nl' | 'en'): Inflection {
  return language === 'nl' ? inflectDutch(lemma) : inflectEnglish(lemma);
}

/** Whether a lemma is inflected as a verb. English words may be anything; what negations ask of verbs does no harm there. */
export function isVerbLemma(lemma: string, language: 'nl' | 'en'): boolean {
  return language === 'en' || isDutchVerb(lemma);
}
