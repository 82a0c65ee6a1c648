/**
 * The forms of a Dutch word. Verbs from their infinitive: present, past, participle (weak ones by 't kofschip, strong ones from
 * a table), with endings of adjectives, the noun in -ing, and for separable verbs what stands together and apart. Rules as in
 * the Algemene Nederlandse Spraakkunst, 2.3 (inflection of verbs) and 12.2 (derived and compound verbs).
 */
import type { Inflection } from './inflect.js';
import { IRREGULAR_DUTCH, OTHER_NOUNS } from './irregularDutch.js';
import { beforeVowel, stems } from './spellDutch.js';

interface VerbForms {
  /** Forms that can be the only verb of a main clause, and so stand apart from their particle. */
  readonly finite: readonly string[];
  /** Of these the ones that are nouns as well, for all that spelling tells: 'werk'. */
  readonly bare: readonly string[];
  readonly participles: readonly string[];
  /** The noun in -ing, whether or not it is made. */
  readonly noun: string;
}

/** Prefixes that never stand apart: with them a participle has no ge-. */
const PREFIXES = ['be', 'ge', 'her', 'ont', 'ver', 'er', 'mis'];

/** Parts that stand apart in some verbs (opleggen) and not in others (onderzoeken). */
const PARTICLES = (
  'aan achter achterna af bij binnen buiten deel dicht door gade gelijk goed hoog in kennis klaar langs leeg los mede mee ' +
  'na neer om onder op open over plaats recht rond samen stil tegemoet tegen teleur terecht teweeg terug thuis toe tussen ' +
  'uit vast vol voor vooraf voorbij voorop voort vooruit vrij waar waarde weer weg zeker'
).split(' ');

/** Particles that are prepositions as well: 'legt de nadruk op samenwerking' is no 'opleggen'. */
const PREPOSITIONS = new Set(
  'aan achter af bij binnen buiten door in langs na om onder op over rond tegen tussen uit voor'.split(' '),
);

/** Verbs that come between a particle and its verb: 'samen kunnen werken'. */
const BETWEEN = (
  'blijven blijft dienen dient doen durven gaan gaat hebben hadden heeft had helpen kan kunnen kon konden laat laten leren ' +
  'mag mocht mochten moest moesten moet moeten mogen wil willen wilde wilden worden wordt werd werden zal zijn zou zouden ' +
  'zullen is was waren willen'
).split(' ');

export function inflectDutch(lemma: string): Inflection {
  const slash = lemma.indexOf('/');
  if (slash >= 0) return separable(lemma.slice(0, slash), lemma.slice(slash + 1));
  if (!isInfinitive(lemma)) return { whole: nominal(lemma), beginnings: [], apart: [], split: undefined };
  const { finite, participles, noun } = verb(lemma);
  const whole = [...finite, ...adjectival(lemma, participles), ...separableParticiples(lemma)];
  return { whole: unique(whole), beginnings: isOwnNoun(lemma, noun) ? [noun] : [], apart: [], split: undefined };
}

function separable(particle: string, infinitive: string): Inflection {
  const { finite, bare, participles, noun } = verb(infinitive);
  const whole = [...finite, ...adjectival(infinitive, participles)].map((form) => particle + form);
  const isNoun = !OTHER_NOUNS.has(particle + noun);
  return {
    whole: unique(whole),
    beginnings: isNoun ? [particle + noun] : [],
    apart: [
      [[particle], ['te'], [infinitive]],
      [[particle], BETWEEN, unique([infinitive, ...participles])],
      [[particle], ['te'], BETWEEN, unique([infinitive, ...participles])],
    ],
    split: {
      finite: finite.filter((form) => !bare.includes(form)),
      stems: bare,
      subjects: ['ik', 'je', 'jij', 'u'],
      particle,
      isPreposition: PREPOSITIONS.has(particle),
    },
  };
}

export function isDutchVerb(lemma: string): boolean {
  return lemma.includes('/') || isInfinitive(lemma);
}

function isInfinitive(word: string): boolean {
  return /(?:[^aeiou]|[aeiou][ijuw]|[eië])en$|(?:aan|ien|oen|zijn)$/u.test(word) && word.length > 3;
}

function verb(infinitive: string): VerbForms {
  const irregular = irregularVerb(infinitive);
  const base = infinitive.endsWith('en') ? infinitive.slice(0, -2) : infinitive.slice(0, -1);
  const own = infinitive.endsWith('en') ? stems(base) : [base];
  const present = [infinitive, ...own, ...own.map((stem) => (stem.endsWith('t') ? stem : `${stem}t`))];
  return {
    finite: unique([
      ...present,
      ...(irregular?.present ?? []),
      ...(irregular?.past ?? own.flatMap((s) => weakPast(s, base))),
    ]),
    bare: own.filter((stem) => !stem.endsWith('t')),
    participles: irregular ? irregular.participles : own.flatMap((stem) => weakParticiples(infinitive, stem, base)),
    noun: `${base}ing`,
  };
}

/** A strong verb, or one with a prefix or particle before it: 'bespreken' goes like 'spreken'. */
function irregularVerb(infinitive: string) {
  const known = IRREGULAR_DUTCH.get(infinitive);
  if (known) return { ...known, participles: [known.participle] };
  for (const prefix of [...PREFIXES, ...PARTICLES]) {
    const inner = infinitive.startsWith(prefix) ? IRREGULAR_DUTCH.get(infinitive.slice(prefix.length)) : undefined;
    if (!inner) continue;
    const bare = inner.participle.startsWith('ge') ? inner.participle.slice(2) : inner.participle;
    return {
      past: inner.past.map((form) => prefix + form),
      present: inner.present.map((form) => prefix + form),
      participles: PREFIXES.includes(prefix) ? [prefix + bare] : [prefix + bare, prefix + inner.participle],
    };
  }
  return undefined;
}

/** 't kofschip, by the infinitive: 'leven' has v, so 'leefde'. */
function isVoiceless(base: string): boolean {
  return /(?:[tkfspx]|ch|sj)$/u.test(base);
}

function weakPast(stem: string, base: string): readonly string[] {
  const ending = isVoiceless(base) ? 'te' : 'de';
  return [stem + ending, `${stem}${ending}n`];
}

function weakParticiples(infinitive: string, stem: string, base: string): readonly string[] {
  const closed = /[td]$/u.test(stem) ? stem : stem + (isVoiceless(base) ? 't' : 'd');
  const prefixed = [...PREFIXES, ...PARTICLES].some((prefix) => infinitive.startsWith(prefix));
  const plain = withGe(closed);
  return prefixed ? [closed, ...plain] : plain;
}

/** 'geëist', 'geïnformeerd': where two vowels would read as one, the second has a diaeresis. */
function withGe(stem: string): readonly string[] {
  if (/^e|^i(?!j)|^u/u.test(stem)) {
    const marked = { e: 'ë', i: 'ï', u: 'ü' }[stem.charAt(0)] ?? '';
    return [`ge${marked}${stem.slice(1)}`, `ge${stem}`];
  }
  return [`ge${stem}`];
}

/** Where the author leaves the slash out ('toepassen'), forms in one piece are found all the same: 'toegepast'. */
function separableParticiples(infinitive: string): readonly string[] {
  return PARTICLES.filter((particle) => infinitive.startsWith(particle)).flatMap((particle) => {
    const inner = infinitive.slice(particle.length);
    if (inner.length < 4 || !isInfinitive(inner)) return [];
    return adjectival(inner, verb(inner).participles).map((form) => particle + form);
  });
}

/** Participles as they stand, and with the endings that adjectives and the nouns made of them have. */
function adjectival(infinitive: string, participles: readonly string[]): readonly string[] {
  const isDoubled = /(tt|dd)en$/u.test(infinitive);
  const inflected = participles.flatMap((form) => {
    if (form.endsWith('en')) return [form];
    const doubled = form + form.slice(-1);
    const stemsOf = isDoubled ? [doubled] : beforeVowel(form).filter((stem) => stem !== doubled);
    return stemsOf.flatMap((stem) => [`${stem}e`, `${stem}en`]);
  });
  return [...participles, ...inflected, `${infinitive}d`, `${infinitive}de`, `${infinitive}den`];
}

/** Plurals of nouns and endings of adjectives. */
function nominal(word: string): readonly string[] {
  const stemsOf = beforeVowel(word);
  const endings = stemsOf.flatMap((stem) => [`${stem}en`, `${stem}e`, `${stem}er`, `${stem}ere`]);
  const more = [word, `${word}s`, `${word}'s`, `${word}st`, `${word}ste`, ...endings];
  if (word.endsWith('heid')) more.push(`${word.slice(0, -3)}eden`);
  if (word.endsWith('ie') || word.endsWith('ee')) more.push(`${word}ën`);
  if (word.endsWith('man')) more.push(`${word.slice(0, -3)}lieden`, `${word.slice(0, -3)}lui`);
  return unique(more);
}

/** Short verbs without a prefix have nouns with a life of their own: 'werking', 'houding'. */
function isOwnNoun(infinitive: string, noun: string): boolean {
  if (!infinitive.endsWith('en') || OTHER_NOUNS.has(noun)) return false;
  return isPrefixed(infinitive) || noun.length > SHORT_NOUN;
}

const SHORT_NOUN = 7;

function isPrefixed(infinitive: string): boolean {
  return [...PREFIXES, ...PARTICLES].some(
    (prefix) => infinitive.startsWith(prefix) && infinitive.length > prefix.length + 4,
  );
}

function unique(forms: readonly string[]): readonly string[] {
  return [...new Set(forms)];
}
