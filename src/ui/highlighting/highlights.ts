import * as vscode from 'vscode';
import {
  type HighlightedCode,
  highlightsOf,
  type StyledSpans,
  stripesOf,
  styleKey,
} from '../../core/analysis/highlights.js';
import { marksOf } from '../../core/analysis/marks.js';
import type { Code } from '../../core/codebook/codebook.js';
import type { DocumentState, ProjectChange } from '../../project/state.js';
import { lengthOf, toEdits, toSpan } from '../platform/positions.js';
import { onDidChangeSettings, readSettings } from '../platform/settings.js';
import type { ColourDefaults } from '../platform/themeColours.js';
import type { Visibility } from '../platform/visibility.js';
import { DecorationTypes } from './decorationTypes.js';
import { type Drawing, Drawings } from './drawings.js';
import { GutterStripes, type LineStripes, stripesKey } from './gutterStripes.js';

/** What highlighting reads of the project. */
export interface HighlightSource {
  document(uri: string): DocumentState | undefined;
  code(path: string): Code | undefined;
  onDidChange(listener: (change: ProjectChange) => void): { dispose(): void };
}

export interface HighlightParts {
  readonly project: HighlightSource;
  readonly visibility: Visibility;
  readonly colours: ColourDefaults;
}

/** Marks the codings of every visible text: in the text, in the gutter and in the overview ruler. */
export class Highlights implements vscode.Disposable {
  readonly #project: HighlightSource;
  readonly #visibility: Visibility;
  readonly #colours: ColourDefaults;
  readonly #subscriptions: { dispose(): void }[];
  #settings = readSettings().highlights;
  #types: DecorationTypes;
  #gutter: GutterStripes;
  #drawings = new Drawings();
  /** Editors that do not show all that they should, since the text changed while it was drawn. */
  readonly #owing = new WeakSet<vscode.TextEditor>();

  constructor({ project, visibility, colours }: HighlightParts) {
    this.#project = project;
    this.#visibility = visibility;
    this.#colours = colours;
    this.#types = new DecorationTypes(this.#settings);
    this.#gutter = new GutterStripes(colours);
    this.#subscriptions = [
      project.onDidChange((change) => this.#projectChanged(change)),
      visibility.onDidChange(() => this.#refreshEditors()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#refreshEditors()),
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.window.onDidChangeActiveColorTheme(() => this.#startAfresh()),
      onDidChangeSettings(() => this.#startAfresh()),
    ];
    this.#refreshEditors();
  }

  /** Decoration types carry the theme's gutter pictures and the settings: they are made anew when those change. */
  #startAfresh(): void {
    this.#settings = readSettings().highlights;
    this.#drawings.dispose();
    this.#types.dispose();
    this.#gutter.dispose();
    this.#types = new DecorationTypes(this.#settings);
    this.#gutter = new GutterStripes(this.#colours);
    this.#drawings = new Drawings();
    this.#refreshEditors();
  }

  #projectChanged({ codebooks, documents, recoded }: ProjectChange): void {
    // Where codings were only pushed along, the editor has moved their marks by itself.
    this.#refreshEditors(
      (uri, editor) => codebooks || recoded.has(uri) || (documents.has(uri) && this.#owing.has(editor)),
    );
  }

  #follow(event: vscode.TextDocumentChangeEvent): void {
    const edits = toEdits(event.contentChanges);
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === event.document && this.#drawings.shift(editor, edits)) this.#owing.add(editor);
    }
  }

  #refreshEditors(concerns: (uri: string, editor: vscode.TextEditor) => boolean = () => true): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (concerns(editor.document.uri.toString(), editor)) this.#refresh(editor);
    }
  }

  #refresh(editor: vscode.TextEditor): void {
    const state = this.#project.document(editor.document.uri.toString());
    // The picture is of an older text while an edit is on its way: keep what is shown until the next change event.
    if (state?.text && state.text.text.length !== lengthOf(editor.document)) {
      this.#owing.add(editor);
      return;
    }
    this.#owing.delete(editor);
    const highlights = state && this.#settings.enabled ? highlightsOf(state.codings, this.#codeToMark) : [];
    const wanted = new Map<string, Drawing>();
    for (const { style, spans } of highlights)
      wanted.set(styleKey(style), { type: this.#types.of(style), marks: marksOf(spans) });
    if (this.#settings.gutter) this.#addStripes(wanted, editor.document, highlights);
    this.#drawings.show(editor, wanted);
  }

  readonly #codeToMark = (path: string): HighlightedCode | undefined => {
    const code = this.#project.code(path);
    return code && this.#visibility.isOn(path) ? code : undefined;
  };

  #addStripes(wanted: Map<string, Drawing>, document: vscode.TextDocument, highlights: readonly StyledSpans[]): void {
    const lineOf = (offset: number) => document.positionAt(offset).line;
    const byLook = new Map<string, { stripes: LineStripes; spans: { start: number; end: number }[] }>();
    for (const [line, stripes] of stripesOf(highlights, lineOf)) {
      const key = `gutter ${stripesKey(stripes)}`;
      const look = byLook.get(key) ?? { stripes, spans: [] };
      look.spans.push(toSpan(document, document.lineAt(line).range));
      byLook.set(key, look);
    }
    for (const [key, { stripes, spans }] of byLook) {
      spans.sort((a, b) => a.start - b.start);
      wanted.set(key, { type: this.#gutter.of(stripes), marks: marksOf(spans) });
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#drawings.dispose();
    this.#types.dispose();
    this.#gutter.dispose();
  }
}
