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
}
/** What is undefined is left out of JSON. */
type ShippedCode = Omit<Code, 'codes' | 'indicators' | 'derived'> & {
  readonly derived?: Code['derived'];
  readonly codes: readonly ShippedCode[];
  /** Of a `ShippedIndicators`, as JSON: nothing but reading texts asks for them. */
  readonly indicators: string;
};
type ShippedIndicators = Readonly<Record<'nl' | 'en', readonly ShippedIndicator[]>>;
type ShippedIndicator = Partial<Indicator> & Pick<Indicator, 'patterns' | 'weight'>;

/** The text to ship. `source`: the YAML that the codebook was read from. */
export function packCodebook(codebook: Codebook, source: string): string {
  const codes = codebook.codes.map((code) => packCode(code, source));
  const shipped: Shipped = { length: source.length, codebook: quoteStrings({ ...codebook, codes }, source) };
  return JSON.stringify(shipped);
}

function packCode(code: Code, source: string): ShippedCode {
  const { nl, en } = code.indicators;
  const indicators: ShippedIndicators = { nl: nl.map(pack), en: en.map(pack) };
  return {
    ...code,
    codes: code.codes.map((child) => packCode(child, source)),
    indicators: JSON.stringify(quoteStrings(indicators, source)),
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
  const { length, codebook } = JSON.parse(text) as Shipped;
  if (length !== source.length) throw new Error('The codebook does not go with its source.');
  const shipped = unquoteStrings(codebook, source) as Omit<Codebook, 'codes'> & { codes: readonly ShippedCode[] };
  return { ...shipped, codes: shipped.codes.map((code) => unpackCode(code, source)) };
}

function unpackCode({ indicators, ...code }: ShippedCode, source: string): Code {
  let known: Code['indicators'] | undefined;
  return {
    derived: undefined,
    ...code,
    codes: code.codes.map((child) => unpackCode(child, source)),
    get indicators() {
      known ??= unpackIndicators(indicators, source);
      return known;
    },
  };
}

function unpackIndicators(text: string, source: string): Code['indicators'] {
  const { nl, en } = unquoteStrings(JSON.parse(text) as Quoted, source) as ShippedIndicators;
  return { nl: nl.map(unpack), en: en.map(unpack) };
}

function unpack(indicator: ShippedIndicator): Indicator {
  return { ...USUAL_INDICATOR, fitted: undefined, source: sourceOf(indicator.patterns), ...indicator };
}
