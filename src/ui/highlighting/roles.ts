/**
 * How each colour role is drawn, apart from its hue: so that codes are told apart without colour too. The colours
 * themselves are in the manifest (`contributes.colors`), one set per theme kind.
 */

type LineStyle = 'solid' | 'dashed' | 'dotted' | 'double';

export interface RoleLook {
  /** Line around words and confirmed passages, where the role tints the background; `bar` is thick at the top. */
  readonly border: 'solid' | 'dashed' | 'dotted' | 'bar';
  /**
   * Line under the words, where the role underlines. `text` runs close under the letters, `line` along the foot of the
   * line: two roles that meet on the same words use one each, and both stay readable.
   */
  readonly underline: { readonly style: LineStyle; readonly place: 'text' | 'line' };
  /** Column of the role's stripe in the gutter, 0..6 from the left. */
  readonly lane: number;
}

/** Lanes in the gutter; the last is shared by roles that seldom meet. */
export const LANES = 7;

const looks: Readonly<Record<string, RoleLook>> = {
  relational: { border: 'solid', underline: { style: 'solid', place: 'line' }, lane: 0 },
  narrative: { border: 'dashed', underline: { style: 'dashed', place: 'line' }, lane: 1 },
  symbolic: { border: 'dotted', underline: { style: 'dotted', place: 'line' }, lane: 2 },
  contextual: { border: 'bar', underline: { style: 'double', place: 'line' }, lane: 3 },
  partner: { border: 'dotted', underline: { style: 'dotted', place: 'text' }, lane: 4 },
  principal: { border: 'bar', underline: { style: 'double', place: 'line' }, lane: 5 },
  knowledge: { border: 'dashed', underline: { style: 'dashed', place: 'line' }, lane: 6 },
  counterweight: { border: 'dashed', underline: { style: 'dashed', place: 'text' }, lane: 6 },
  double: { border: 'solid', underline: { style: 'solid', place: 'line' }, lane: 6 },
  extra1: { border: 'solid', underline: { style: 'solid', place: 'line' }, lane: 0 },
  extra2: { border: 'dashed', underline: { style: 'dashed', place: 'line' }, lane: 1 },
  extra3: { border: 'dotted', underline: { style: 'dotted', place: 'line' }, lane: 2 },
  extra4: { border: 'bar', underline: { style: 'double', place: 'line' }, lane: 3 },
  extra5: { border: 'solid', underline: { style: 'solid', place: 'text' }, lane: 4 },
  extra6: { border: 'dashed', underline: { style: 'dashed', place: 'text' }, lane: 5 },
};

const fallback: RoleLook = { border: 'solid', underline: { style: 'solid', place: 'line' }, lane: LANES - 1 };

/** A role that a codebook names and that we do not know is drawn plainly, in the colours of `extra1` (see `knownRole`). */
export function lookOf(role: string): RoleLook {
  return looks[role] ?? fallback;
}

export function knownRole(role: string): string {
  return role in looks ? role : 'extra1';
}
