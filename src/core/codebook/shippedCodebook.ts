/**
 * Codebooks as they ship: made from YAML by the build, checked then, and written so that what every indicator has in common takes no
 * room. They are read a thousand times for each time that they are written.
 */
import type { Code, Codebook, Indicator } from './codebook.js';
import { USUAL_INDICATOR } from './usualIndicator.js';

type Shipped = Omit<Codebook, 'codes'> & { readonly codes: readonly ShippedCode[] };
/** What is undefined is left out of JSON. */
type ShippedCode = Omit<Code, 'codes' | 'indicators' | 'derived'> & {
  readonly derived?: Code['derived'];
  readonly codes: readonly ShippedCode[];
  readonly indicators: { readonly nl: readonly ShippedIndicator[]; readonly en: readonly ShippedIndicator[] };
};
type ShippedIndicator = Partial<Indicator> & Pick<Indicator, 'patterns' | 'weight'>;

/** The text to ship. */
export function packCodebook(codebook: Codebook): string {
  return JSON.stringify({ ...codebook, codes: codebook.codes.map(packCode) });
}

function packCode(code: Code): ShippedCode {
  const { nl, en } = code.indicators;
  return { ...code, codes: code.codes.map(packCode), indicators: { nl: nl.map(pack), en: en.map(pack) } };
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

/** The codebook of a text that `packCodebook` made. Throws where it is no JSON. */
export function unpackCodebook(text: string): Codebook {
  // Made and checked by the build, so taken as it is.
  const shipped = JSON.parse(text) as Shipped;
  return { ...shipped, codes: shipped.codes.map(unpackCode) };
}

function unpackCode(code: ShippedCode): Code {
  const { nl, en } = code.indicators;
  return {
    derived: undefined,
    ...code,
    codes: code.codes.map(unpackCode),
    indicators: { nl: nl.map(unpack), en: en.map(unpack) },
  };
}

function unpack(indicator: ShippedIndicator): Indicator {
  return { ...USUAL_INDICATOR, fitted: undefined, source: sourceOf(indicator.patterns), ...indicator };
}
