/** The four themes that everything visible is looked at in, by the short name that scripts take. */

/** What `workbench.colorTheme` calls them. */
export const themes = /** @type {const} */ ({
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'hc-dark': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
});

/** What the palette calls them. */
export const themeLabels = /** @type {const} */ ({
  light: 'Light Modern',
  dark: 'Dark Modern',
  'hc-dark': 'Dark High Contrast',
  'hc-light': 'Light High Contrast',
});

/** @typedef {keyof typeof themes} ThemeName */

/** The class by which a window shows that it has put a theme on. */
export const themeClasses = /** @type {const} */ ({
  light: 'vs',
  dark: 'vs-dark',
  'hc-dark': 'hc-black',
  'hc-light': 'hc-light',
});

/**
 * @param {string} name
 * @returns {ThemeName}
 */
export function themeNamed(name) {
  if (Object.hasOwn(themes, name)) return /** @type {ThemeName} */ (name);
  throw new Error(`No theme "${name}". Choose from ${Object.keys(themes).join(', ')}.`);
}
