/** Where words stand in the editor on the screen, and what lies over them. The functions run inside the page. */

/**
 * @typedef {{ x: number, y: number, width: number, height: number }} Box in CSS pixels of the window
 *
 * @typedef {object} TextStyle how a stretch of text looks, with everything that extensions laid over it
 * @property {readonly string[]} backgrounds colours behind it, as CSS says them
 * @property {readonly string[]} borders
 * @property {readonly string[]} underlines
 */

/**
 * The boxes of a text in the active editor, one for each line it runs over. Spaces and
 * line ends do not count, so that a text is found that the editor wraps.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} text
 * @returns {Promise<Box[]>} empty when the text is not on the screen
 */
export function boxesOf(page, text) {
  return page.evaluate((wanted) => {
    const editor = document.querySelector('.editor-group-container.active .editor-instance .monaco-editor');
    const lines = [...(editor?.querySelectorAll('.view-line') ?? [])].sort(
      (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
    );
    /** @type {{ node: Text, offset: number, character: string }[]} */
    const characters = [];
    for (const line of lines) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const content = node.textContent ?? '';
        for (let offset = 0; offset < content.length; offset++) {
          const character = content.charAt(offset);
          if (/\S/.test(character)) characters.push({ node: /** @type {Text} */ (node), offset, character });
        }
      }
    }
    const bare = wanted.replaceAll(/\s/g, '');
    const start = characters
      .map(({ character }) => character)
      .join('')
      .indexOf(bare);
    const first = characters[start];
    const last = characters[start + bare.length - 1];
    if (start === -1 || first === undefined || last === undefined) return [];
    const range = document.createRange();
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset + 1);
    return [...range.getClientRects()]
      .filter(({ width }) => width > 0)
      .map(({ x, y, width, height }) => ({ x, y, width, height }));
  }, text);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {Box} box
 * @returns {Promise<TextStyle>}
 */
export function styleAt(page, box) {
  return page.evaluate(({ x, y, width, height }) => {
    const middle = { x: x + width / 2, y: y + height / 2 };
    const decorations = [...document.querySelectorAll('[class*="TextEditorDecorationType"]')].filter((element) =>
      [...element.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          left <= middle.x && middle.x <= right && top <= middle.y && middle.y <= bottom,
      ),
    );
    const styles = decorations.map((element) => getComputedStyle(element));
    const seen = (/** @type {string[]} */ values, /** @type {(value: string) => boolean} */ shows) => [
      ...new Set(values.filter(shows)),
    ];
    return {
      backgrounds: seen(
        styles.map(({ backgroundColor }) => backgroundColor),
        (value) => value !== 'rgba(0, 0, 0, 0)',
      ),
      borders: seen(
        styles.flatMap(({ borderTop, borderBottom }) => [borderTop, borderBottom]),
        (value) => !/^0px|none/.test(value),
      ),
      underlines: seen(
        styles.map(({ textDecoration }) => textDecoration),
        (value) => !value.startsWith('none'),
      ),
    };
  }, box);
}
