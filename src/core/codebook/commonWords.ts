/**
 * The word lists that every codebook has. Each entry is written as in a codebook's own list; `exact` holds names and
 * abbreviations whose capitals count, since they are other words without them.
 */
import { entries } from './commonEntries.js';
import { GOVERNMENT, INSPECTORATE } from './commonGovernment.js';
import { CITIZEN, CLIENT, INSTITUTION, PROFESSIONAL } from './commonParties.js';

export interface CommonList {
  readonly nl: readonly string[];
  readonly en: readonly string[];
  readonly exact: readonly string[];
}

function list(nl: string, en: string): CommonList {
  return { nl: entries(nl), en: entries(en), exact: [] };
}

export const COMMON_LISTS: Readonly<Record<string, CommonList>> = {
  government: GOVERNMENT,
  inspectorate: INSPECTORATE,
  institution: INSTITUTION,
  professional: PROFESSIONAL,
  client: CLIENT,
  citizen: CITIZEN,
  must: list(
    'moet, moeten, moest, moesten, dient te, dienen te, diende te, dienden te, te dienen, behoort te, behoren te, ' +
      'behoorde te, behoorden te, hoort te, horen te, is|zijn|was|waren verplicht, verplicht is|zijn|om|tot|te, ' +
      'gehouden te|om|tot, wordt|worden geacht, geacht wordt|worden, verplicht zich, heeft|hebben te voldoen, ' +
      'is vereist, zijn vereist, vereist is, vereist zijn, is noodzakelijk, is verplicht, worden verplicht, ' +
      'voorgeschreven',
    'must, have to, has to, had to, having to, need to, needs to, needed to, ought to, be|is|are|was|were required to, ' +
      'be|is|are|was|were obliged to, be|is|are|was|were obligated to, be|is|are|was|were expected to, ' +
      'be|is|are|was|were bound to, be|is|are|was|were mandated to, mandatory, compulsory',
  ),
  may: list(
    'mag, mogen, mocht, mochten, kan, kunnen, kon, konden, zou kunnen, zouden kunnen, is|zijn bevoegd, bevoegd is|zijn, ' +
      'is|zijn toegestaan, toegestaan is|zijn, heeft|hebben de ruimte, heeft|hebben de vrijheid, heeft|hebben de mogelijkheid, ' +
      'staat het vrij, in staat gesteld, desgewenst',
    'may, might, can, could, is|are allowed to, be allowed to, is|are permitted to, be permitted to, is|are free to, ' +
      'be free to, is|are able to, be able to, is|are entitled to, be entitled to',
  ),
  wants: list(
    'wil, willen, wilde, wilden, wenst, wensen, wenste, wensten, beoogt, beogen, beoogde, beoogden, streeft, streven, ' +
      'streefde, streefden, is|zijn voornemens, voornemens is|zijn, is|zijn van plan, van plan is|zijn, hoopt, hopen, ' +
      'zou|zouden graag, graag, ambieert, ambiëren, heeft|hebben de ambitie, zet|zetten zich in, tracht, trachten, ' +
      'neemt|nemen zich voor',
    'want, wants, wanted, wish, wishes, wished, aim, aims, aimed, intend, intends, intended, seek, seeks, sought, hope, ' +
      'hopes, hoped, strive, strives, strove, plan to, plans to, planned to, would like to, is|are keen to, is|are committed to, ' +
      'look to, looks to, aspire, aspires',
  ),
  shall: list(
    'zal, zullen, zult, zou, zouden, gaat, gaan, ging, gingen, komt te, komen te',
    'shall, will, would, is|are going to, going to',
  ),
  not: list(
    'niet, geen, geenszins, nooit, nimmer, zonder, noch, niemand, nergens, niets, evenmin, allerminst',
    "not, no, never, without, neither, nor, nobody, no one, none, nothing, nowhere, cannot, *n't",
  ),
  we: list('wij, we, ons, onze, ik, mij, me, mijn', 'we, us, our, ours, ourselves, i, me, my'),
  they: list(
    'zij, ze, hun, hen, deze partijen, deze organisaties, deze instellingen, degenen, diegenen',
    'they, them, their, theirs, themselves, those who',
  ),
};
