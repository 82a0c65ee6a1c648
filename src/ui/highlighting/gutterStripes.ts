import * as vscode from 'vscode';
import { type ColourDefaults, currentColours } from '../platform/themeColours.js';
import { knownRole, LANES, lookOf } from './roles.js';

/** What meets on one line: role -> how sure. */
export type LineStripes = ReadonlyMap<string, 'suggested' | 'confirmed'>;

/** Name of a combination of stripes: lines that look alike share a decoration type. */
export function stripesKey(stripes: LineStripes): string {
  return [...stripes]
    .map(([role, status]) => `${role}:${status}`)
    .sort()
    .join(' ');
}

/**
 * The editor draws one picture a line in the gutter, so each combination of stripes is a picture of its own: a lane per
 * role, dashed and dotted like the role's line in the text, narrow where it is only suggested.
 */
export class GutterStripes implements vscode.Disposable {
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();

  #colourOf: ((id: string) => string) | undefined;

  constructor(private readonly colours: ColourDefaults) {}

  of(stripes: LineStripes): vscode.TextEditorDecorationType {
    const key = stripesKey(stripes);
    const existing = this.#types.get(key);
    if (existing) return existing;
    const type = vscode.window.createTextEditorDecorationType({
      gutterIconPath: vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(this.#picture(stripes))}`),
      gutterIconSize: 'contain',
    });
    this.#types.set(key, type);
    return type;
  }

  #picture(stripes: LineStripes): string {
    this.#colourOf ??= currentColours(this.colours);
    const colourOf = this.#colourOf;
    const lines = [...stripes].map(([role, status]) => {
      const colour = colourOf(`policyLens.${knownRole(role)}.mark`);
      return stripe(role, colour, status === 'confirmed');
    });
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}">${lines.join('')}</svg>`;
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
    this.#types.clear();
  }
}

const SIZE = 21;
const LANE_WIDTH = SIZE / LANES;
/** Lengths of stroke and gap: they repeat within a line's height, so stripes run on from line to line. */
const DASHES: Readonly<Record<string, string>> = { dashed: '4.5 2.5', dotted: '1.75 1.75' };

function stripe(role: string, colour: string, isConfirmed: boolean): string {
  const { lane, border, underline } = lookOf(role);
  const x = (lane + 0.5) * LANE_WIDTH;
  if (role === 'double') {
    return `<path d="M${x} 6 l1.5 4.5 l-1.5 4.5 l-1.5 -4.5 z" fill="${colour}"/>`;
  }
  const dash = border === 'bar' ? undefined : (DASHES[border] ?? DASHES[underline.style]);
  const dashes = dash ? ` stroke-dasharray="${dash}"` : '';
  const width = isConfirmed ? 2.6 : 1.4;
  return `<path d="M${x} 0 V${SIZE}" stroke="${colour}" stroke-width="${width}"${dashes}/>`;
}
