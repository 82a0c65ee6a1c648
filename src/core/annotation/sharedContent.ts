/** Whether a text may be the one that annotations were made on, though it was edited since. */
import type { Annotation } from './annotation.js';
import { squeeze } from './squeeze.js';

/** How much must be there: an offer that is wrong costs a person more than one that is not made. */
const HIGH_BAR = 0.8;

/** UTF-16 units. Shorter pieces ("in overleg") are in many texts. */
const SHORTEST = 16;

/** UTF-16 units of pieces altogether: about a paragraph. Less proves nothing. */
const ENOUGH = 240;

/** Annotations whose pieces are looked for, spread over all: more would not tell more, and each takes a walk through the text. */
const MOST = 30;

/**
 * Whether most of what annotations quote, and of what stood around it, stands in a text word for word; line breaks do not count.
 * Never where there is too little to tell.
 */
export function sharesContent(annotations: readonly Annotation[], text: string): boolean {
  const pieces = piecesOf(annotations);
  const whole = pieces.reduce((sum, { length }) => sum + length, 0);
  if (whole < ENOUGH) return false;
  const squeezed = squeeze(text);
  let left = (1 - HIGH_BAR) * whole;
  return pieces.every((piece) => {
    if (!squeezed.includes(piece)) left -= piece.length;
    return left >= 0;
  });
}

/** Each once: a passage that was coded twice counts once. */
function piecesOf(annotations: readonly Annotation[]): readonly string[] {
  const step = Math.max(1, annotations.length / MOST);
  const pieces = new Set<string>();
  for (let index = 0; index < annotations.length; index += step) {
    const target = annotations[Math.floor(index)]?.target;
    for (const part of target ? [target.prefix, target.quote, target.suffix] : []) {
      const piece = squeeze(part).trim();
      if (piece.length >= SHORTEST) pieces.add(piece);
    }
  }
  return [...pieces];
}
