/**
 * Abbreviations of Dutch and English policy texts, in lower case and without their last full stop. `inside` never end a
 * sentence; `either` may: then what follows decides.
 */
export interface Abbreviations {
  readonly inside: ReadonlySet<string>;
  readonly either: ReadonlySet<string>;
}

const NL_INSIDE =
  'aant aanh adv afb afd al. art artt asp bc bijl bijv blz bv burg ca cf ch cons d.d d.i d.m.v d.w.z dd dep dhr dir div dr ' +
  'drs ds dwz ed eds evt ex excl fam fig gebr gem gen hfst hfdst hoogl i.a i.c i.c.m i.d i.h.a i.h.b i.h.k.v i.i.g i.m.v ' +
  'i.o i.o.m i.o.v i.p.v i.s.m i.t.t i.v.m id igv incl ing ir jhr jkvr kand kap kon kst lab lid lic lt m.a.w m.b.t m.b.v ' +
  'm.h.o m.i m.i.v m.m.v m.n m.u.v maj max mej mevr mgr min minr mr mrs ms mw n.a.v n.o.v nl no nr nrs o.a o.b.v o.g.v o.i ' +
  'o.l.v o.m o.v.v onderz ong ontv op.cit opm p.m p/a pag par pers plv plm pp pres prof r.k red resp s.v.p secr sr st ' +
  'jan feb mrt apr aug sept okt nov dec stb stcrt stct t.a.v t.b.v t.b.t t.g.v t.h.v t.n.v t.o.v t.w t.z.v tab tel temp u.e.v uitg v.a v.h v.l.n.r v.v vb vdb ' +
  'vgl vlg vnl voorz jo oa vs w.o wd wetg wethd z.g z.i zgn zg';

const NL_EITHER =
  'a.s a.u.b b.v c.q e.v c.s e.a e.d e.d.m e.e.a e.o enz etc enzv jl jr l.l m.m n.v n.v.t nv o.i.d p.j p.p p.w s.v t.z.t u.a ' +
  'v.o.f v.w.b z.o.z z.s.m p.d a.d.h.v e.e.g n.b';

const EN_INSIDE =
  'approx app apr art arts aug bldg ca cap capt cf ch chap cl cls col comm dec dept dir div doc dr e.g ed eds ed esp est ' +
  'excl feb fig figs fn gen gov hon i.e ibid incl jan jul jun lt mar max messrs min mr mrs ms mt mx no nos nov oct op p ' +
  'para paras pp pres prof pt pub ref refs rep reps resp rev sec secs sect sen sep sept sgt st subpara tab tel v viz vol ' +
  'vols vs w.r.t';

const EN_EITHER = 'a.m al bros co corp etc inc jr l.l.c ltd p.m ph.d plc sr u.k u.n u.s u.s.a d.c e.u';

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

export const ABBREVIATIONS: Readonly<Record<'nl' | 'en', Abbreviations>> = {
  nl: { inside: setOf(NL_INSIDE), either: setOf(NL_EITHER) },
  en: { inside: setOf(EN_INSIDE), either: setOf(EN_EITHER) },
};

/** Initials that are used as words and end sentences. */
export const INITIALS: ReadonlySet<string> = setOf('ggz btw bbp wlz zvw ggd vvt msz tv');

/** Abbreviations that are words too. */
export const AMBIGUOUS: ReadonlySet<string> = setOf(
  'no min max lid art app col est gen ms sen mar dec sep jan tel temp gem kon par fig ing al dir red pers pres',
);

/** Of the ambiguous ones, those that with a capital stand before a name: 'Kon. Besluit', 'Gen. Bakker'. */
export const TITLES: ReadonlySet<string> = setOf('kon gem gen min col dir sen ms pres');

/** Words that rarely follow such an abbreviation with a capital unless they open a sentence. */
export const SENTENCE_OPENERS: ReadonlySet<string> = setOf(
  'de het een dit dat deze die wij we ik u zij ze er hier daar daarom daarnaast ook in op voor met bij als om naast omdat ' +
    'hiermee daarmee verder tot the a an this that these those we they it i he she you there here in on for with at as if ' +
    'our their its all each when however to',
);
