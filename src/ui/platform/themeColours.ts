import * as vscode from 'vscode';

/** The manifest's colours by id, each with a default per theme kind. */
export type ColourDefaults = ReadonlyMap<string, Readonly<Record<ThemeKind, string>>>;

type ThemeKind = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

/** A theme colour of a role, for whatever takes theme colours. */
export function roleColour(role: string, part: 'suggestion' | 'confirmed' | 'border' | 'mark'): vscode.ThemeColor {
  return new vscode.ThemeColor(`policyLens.${role}.${part}`);
}

/** Reads `contributes.colors`, so that the manifest stays the one place where colours are written. */
export function readColourDefaults(manifest: { contributes?: { colors?: readonly unknown[] } }): ColourDefaults {
  const defaults = new Map<string, Readonly<Record<ThemeKind, string>>>();
  for (const entry of manifest.contributes?.colors ?? []) {
    // The manifest is our own file, and a test checks that every colour has four defaults.
    const { id, defaults: colours } = entry as { id: string; defaults: Record<ThemeKind, string> };
    defaults.set(id, colours);
  }
  return defaults;
}

/**
 * Gives the value of one of our colours in the theme of this moment, for pictures, which cannot refer to theme colours: what
 * the user customised, else the default for the kind of theme. The settings are looked into once, for all colours.
 */
export function currentColours(defaults: ColourDefaults): (id: string) => string {
  const customised = vscode.workspace.getConfiguration('workbench').get<Record<string, unknown>>('colorCustomizations');
  const kind = themeKind();
  return (id) => {
    const value = customised?.[id];
    // It goes into an SVG: nothing but a colour may pass.
    if (typeof value === 'string' && /^#[0-9a-f]{3,8}$/i.test(value)) return value;
    return defaults.get(id)?.[kind] ?? '#808080';
  };
}

function themeKind(): ThemeKind {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light:
      return 'light';
    case vscode.ColorThemeKind.Dark:
      return 'dark';
    case vscode.ColorThemeKind.HighContrast:
      return 'highContrast';
    default:
      return 'highContrastLight';
  }
}
