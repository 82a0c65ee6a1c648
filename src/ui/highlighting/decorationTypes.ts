import * as vscode from 'vscode';
import { type Style, styleKey } from '../../core/analysis/highlights.js';
import { roleColour } from '../platform/themeColours.js';
import { knownRole, lookOf } from './roles.js';

/**
 * The decoration types, one for each style, made when first needed. A type is shared by all editors; giving it all its
 * ranges in one call is what keeps thousands of highlights fast.
 */
export class DecorationTypes implements vscode.Disposable {
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();

  constructor(private readonly options: { readonly overviewRuler: boolean }) {}

  of(style: Style): vscode.TextEditorDecorationType {
    const key = styleKey(style);
    const existing = this.#types.get(key);
    if (existing) return existing;
    const type = vscode.window.createTextEditorDecorationType(renderOptions(style, this.options.overviewRuler));
    this.#types.set(key, type);
    return type;
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
    this.#types.clear();
  }
}

function renderOptions(style: Style, overviewRuler: boolean): vscode.DecorationRenderOptions {
  return {
    // Typing at the edge of a quotation does not make it longer.
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    ...(style.appearance === 'background' ? backgroundLook(style) : {}),
    ...(style.appearance === 'underline' ? underlineLook(style) : {}),
    ...(overviewRuler && style.layer !== 'evidence' ? rulerLook(style) : {}),
  };
}

function backgroundLook({ role, layer }: Style): vscode.DecorationRenderOptions {
  const known = knownRole(role);
  if (layer === 'suggestion') return { backgroundColor: roleColour(known, 'suggestion') };
  const { border } = lookOf(role);
  return {
    backgroundColor: roleColour(known, 'confirmed'),
    borderColor: roleColour(known, 'border'),
    ...(border === 'bar'
      ? { borderStyle: 'solid', borderWidth: '2px 1px 1px 1px', borderRadius: '0' }
      : { borderStyle: border, borderWidth: '1px', borderRadius: '3px' }),
  };
}

function underlineLook({ role, layer }: Style): vscode.DecorationRenderOptions {
  // A whole sentence underlined on mere suspicion would drown the text: suggestions underline the words that count.
  if (layer === 'suggestion') return {};
  const known = knownRole(role);
  const { style, place } = lookOf(role).underline;
  if (place === 'text') {
    return { textDecoration: `underline ${style} 2px var(--vscode-policyLens-${known}-mark)` };
  }
  return {
    borderColor: roleColour(known, 'mark'),
    borderStyle: `none none ${style} none`,
    borderWidth: style === 'double' ? '0 0 3px 0' : '0 0 2px 0',
  };
}

/** Interventions keep to the left of the ruler, role language to the right, so that neither hides the other. */
function rulerLook({ role, appearance }: Style): vscode.DecorationRenderOptions {
  const lanes = {
    background: vscode.OverviewRulerLane.Left,
    underline: vscode.OverviewRulerLane.Right,
    margin: vscode.OverviewRulerLane.Center,
  };
  return { overviewRulerColor: roleColour(knownRole(role), 'mark'), overviewRulerLane: lanes[appearance] };
}
