/**
 * Codebooks as they ship: made from YAML by the build, checked then, and written so that what every indicator has in common takes no
 * room, nor does what stands in the YAML, which ships too. They are read a thousand times for each time that they are written.
 */
import type { Code, Codebook, Indicator } from './codebook.js';
import { type Quoted, quoteStrings, unquoteStrings } from './quotedStrings.js';
import { USUAL_INDICATOR } from './usualIndicator.js';

interface Shipped {
  /** UTF-16 units of the YAML. */
  readonly length: number;
  /** The codebook with a `ShippedCode` for each code. */
  readonly codebook: Quoted;
  /** `ShippedIndicators`: nothing but reading texts asks for them. */
  readonly indicators: readonly Quoted[];
}
/** What is undefined is left out of JSON. */
type ShippedCode = Omit<Code, 'codes' | 'indicators' | 'derived'> & {
  readonly derived?: Code['derived'];
  readonly codes: readonly ShippedCode[];
  /** Index into `Shipped.indicators`. */
  readonly indicators: number;
};
type ShippedIndicators = Readonly<Record<'nl' | 'en', readonly ShippedIndicator[]>>;
type ShippedIndicator = Partial<Indicator> & Pick<Indicator, 'patterns' | 'weight'>;

/** The text to ship. `source`: the YAML that the codebook was read from. */
export function packCodebook(codebook: Codebook, source: string): string {
  const indicators: Quoted[] = [];
  const keep = (each: ShippedIndicators): number => indicators.push(quoteStrings(each, source)) - 1;
  const codes = codebook.codes.map((code) => packCode(code, keep));
  const shipped: Shipped = {
    length: source.length,
    codebook: quoteStrings({ ...codebook, codes }, source),
    indicators,
  };
  return JSON.stringify(shipped);
}

function packCode(code: Code, keep: (indicators: ShippedIndicators) => number): ShippedCode {
  const { nl, en } = code.indicators;
  return {
    ...code,
    codes: code.codes.map((child) => packCode(child, keep)),
    indicators: keep({ nl: nl.map(pack), en: en.map(pack) }),
  };
}

function pack(indicator: Indicator): ShippedIndicator {
  const { patterns, weight, source, ...rest } = indicator;
  const special = Object.entries(rest).filter(([key, value]) => JSON.stringify(value) !== USUAL_TEXTS.get(key));
  return { patterns, weight, ...(source === sourceOf(patterns) ? {} : { source }), ...Object.fromEntries(special) };
}

const USUAL_TEXTS = new Map(Object.entries(USUAL_INDICATOR).map(([key, value]) => [key, JSON.stringify(value)]));

function sourceOf(patterns: readonly string[]): string {
  return patterns.join(', ');
}

/** The codebook of a text that `packCodebook` made with the same source. Throws where it is no JSON, or the source another. */
export function unpackCodebook(text: string, source: string): Codebook {
  // Made and checked by the build, so taken as it is; the same below.
  const { length, codebook, indicators } = JSON.parse(text) as Shipped;
  if (length !== source.length) throw new Error('The codebook does not go with its source.');
  const shipped = unquoteStrings(codebook, source) as Omit<Codebook, 'codes'> & { codes: readonly ShippedCode[] };
  const read = (number: number) => unpackIndicators(indicators[number], source);
  return { ...shipped, codes: shipped.codes.map((code) => unpackCode(code, read)) };
}

function unpackCode({ indicators, ...code }: ShippedCode, read: (number: number) => Code['indicators']): Code {
  let known: Code['indicators'] | undefined;
  return {
    derived: undefined,
    ...code,
    codes: code.codes.map((child) => unpackCode(child, read)),
    get indicators() {
      known ??= read(indicators);
      return known;
    },
  };
}

function unpackIndicators(quoted: Quoted | undefined, source: string): Code['indicators'] {
  if (!quoted) return { nl: [], en: [] };
  const { nl, en } = unquoteStrings(quoted, source) as ShippedIndicators;
  return { nl: nl.map(unpack), en: en.map(unpack) };
}

function unpack(indicator: ShippedIndicator): Indicator {
  return { ...USUAL_INDICATOR, fitted: undefined, source: sourceOf(indicator.patterns), ...indicator };
}
