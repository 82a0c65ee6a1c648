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
import { LineIndex } from '../../core/text/lineIndex.js';
import type { DocumentState, ProjectChange } from '../../project/state.js';
import { lengthOf, toEdits } from '../platform/positions.js';
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
    this.#drawings.show(editor, this.#wanted(state));
  }

  /** What is to be drawn, worked out step by step. */
  *#wanted(state: DocumentState | undefined): Generator<readonly [string, Drawing] | undefined> {
    const highlights = state && this.#settings.enabled ? highlightsOf(state.codings, this.#codeToMark) : [];
    for (const { style, spans } of highlights) {
      yield [styleKey(style), { type: this.#types.of(style), marks: marksOf(spans) }];
    }
    if (state?.text && this.#settings.gutter) yield* this.#stripes(state.text.text, highlights);
  }

  readonly #codeToMark = (path: string): HighlightedCode | undefined => {
    const code = this.#project.code(path);
    return code && this.#visibility.isOn(path) ? code : undefined;
  };

  *#stripes(text: string, highlights: readonly StyledSpans[]): Generator<readonly [string, Drawing] | undefined> {
    const lines = new LineIndex(text);
    yield undefined;
    const byLook = new Map<string, { stripes: LineStripes; lines: number[] }>();
    for (const [line, stripes] of stripesOf(highlights, (offset) => lines.positionAt(offset).line)) {
      const key = `gutter ${stripesKey(stripes)}`;
      const look = byLook.get(key) ?? { stripes, lines: [] };
      look.lines.push(line);
      byLook.set(key, look);
    }
    for (const [key, look] of byLook) {
      yield undefined;
      const spans = look.lines.sort((a, b) => a - b).map((line) => lines.spanOf(line));
      yield [key, { type: this.#gutter.of(look.stripes), marks: marksOf(spans) }];
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#drawings.dispose();
    this.#types.dispose();
    this.#gutter.dispose();
  }
}
