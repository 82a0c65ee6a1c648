/** How highlights are told apart on the screen: what a reader sees of a stretch of text. */

/** @typedef {import('./editorText.mjs').TextStyle} TextStyle */

/**
 * How strong a tint lies behind a text.
 *
 * @param {TextStyle} style
 * @returns {number} 0 for none to 1 for opaque; the strongest where several lie there
 */
export function tint({ backgrounds }) {
  return Math.max(0, ...backgrounds.map(opacity));
}

/** @param {string} colour as CSS computes it */
function opacity(colour) {
  return Number(/^rgba\(.*, ([\d.]+)\)$/.exec(colour)?.[1] ?? 1);
}

/**
 * The styles of the lines under and around a text: `dotted`, `double` and their like.
 *
 * @param {TextStyle} style
 * @returns {readonly string[]}
 */
export function lineStyles({ borders, underlines }) {
  const styles = ['solid', 'dashed', 'dotted', 'double'];
  return styles.filter((name) => [...borders, ...underlines].some((line) => line.includes(` ${name} `)));
}

/**
 * The lines, from 1, that have a picture in the gutter and are on the screen.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<readonly number[]>} in order
 */
export function linesWithStripes(page) {
  return page.evaluate(() => {
    const editor = document.querySelector('.editor-group-container.active .monaco-editor');
    const top = (/** @type {Element} */ element) => Math.round(element.getBoundingClientRect().top);
    const numbers = new Map(
      [...(editor?.querySelectorAll('.line-numbers') ?? [])].map((element) => [top(element), element.textContent]),
    );
    return [...(editor?.querySelectorAll('.cgmr[class*="TextEditorDecorationType"]') ?? [])]
      .filter((element) => getComputedStyle(element).backgroundImage.startsWith('url("data:image/svg'))
      .map((element) => Number(numbers.get(top(element))))
      .sort((a, b) => a - b);
  });
}

/**
 * Looks at every frame that is painted, while something is done, for highlights that are gone for a moment.
 *
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<void>} action
 * @returns {Promise<{ frames: number, fewest: number }>} how many frames were seen, and the fewest highlights in one
 */
export async function watchHighlights(page, action) {
  await page.evaluate(() => {
    const seen = { frames: 0, fewest: Number.POSITIVE_INFINITY, isOver: false };
    Object.assign(window, { seenHighlights: seen });
    const look = () => {
      const marks = document.querySelectorAll('.view-overlays [class*="TextEditorDecorationType"]');
      seen.frames += 1;
      seen.fewest = Math.min(seen.fewest, marks.length);
      if (!seen.isOver) requestAnimationFrame(look);
    };
    look();
  });
  await action();
  return page.evaluate(() => {
    const { seenHighlights } =
      /** @type {Window & { seenHighlights: { isOver: boolean, frames: number, fewest: number } }} */ (
        /** @type {unknown} */ (window)
      );
    seenHighlights.isOver = true;
    return { frames: seenHighlights.frames, fewest: seenHighlights.fewest };
  });
}
