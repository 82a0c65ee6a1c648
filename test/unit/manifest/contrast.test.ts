import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';

type Rgb = readonly [number, number, number];

/** Text and background of the default theme of each kind, as VS Code ships them. */
const themes = {
  light: { text: '#3b3b3b', background: '#ffffff' },
  dark: { text: '#cccccc', background: '#1f1f1f' },
  highContrast: { text: '#ffffff', background: '#000000' },
  highContrastLight: { text: '#292929', background: '#ffffff' },
} as const;

type ThemeKind = keyof typeof themes;
const kinds = Object.keys(themes) as ThemeKind[];

const { colors } = (
  JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { colors: readonly { id: string; defaults: Readonly<Record<ThemeKind, string>> }[] };
  }
).contributes;

function parse(hex: string): { rgb: Rgb; alpha: number } {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return { rgb: [channel(1), channel(3), channel(5)], alpha: hex.length === 9 ? channel(7) / 255 : 1 };
}

/** `hex` painted over an opaque colour. */
function over(hex: string, under: Rgb): Rgb {
  const { rgb, alpha } = parse(hex);
  const mix = (index: 0 | 1 | 2) => rgb[index] * alpha + under[index] * (1 - alpha);
  return [mix(0), mix(1), mix(2)];
}

/** WCAG 2.1, relative luminance. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** WCAG 2.1, contrast ratio: 1..21. */
function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function defaultOf(id: string, kind: ThemeKind): string {
  const found = colors.find((colour) => colour.id === id)?.defaults[kind];
  assert.ok(found, id);
  return found;
}

describe('colours, in the default theme of each kind', () => {
  for (const kind of kinds) {
    const text = parse(themes[kind].text).rgb;
    const background = parse(themes[kind].background).rgb;

    it(`keep text at WCAG AA (4.5:1) on every tint: ${kind}`, () => {
      for (const { id, defaults } of colors.filter((colour) => /\.(suggestion|confirmed)$/.test(colour.id))) {
        const ratio = contrast(text, over(defaults[kind], background));
        assert.ok(ratio >= 4.5, `${id} ${ratio.toFixed(2)}`);
      }
    });

    it(`keep text at WCAG AA where the words of all four interventions lie on each other: ${kind}`, () => {
      const roles = ['relational', 'narrative', 'symbolic', 'contextual'];
      const tints = roles.flatMap((role) => [`policyLens.${role}.suggestion`, `policyLens.${role}.confirmed`]);
      const stacked = tints.reduce((under, id) => over(defaultOf(id, kind), under), background);
      const ratio = contrast(text, stacked);
      assert.ok(ratio >= 4.5, ratio.toFixed(2));
    });

    it(`show underlines and stripes at 3:1 or more: ${kind}`, () => {
      for (const { id, defaults } of colors.filter((colour) => colour.id.endsWith('.mark'))) {
        const ratio = contrast(over(defaults[kind], background), background);
        assert.ok(ratio >= 3, `${id} ${ratio.toFixed(2)}`);
      }
    });
  }
});
