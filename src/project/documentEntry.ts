/** All that the project knows of one document, open or not; it makes the snapshots that views read. */
import type { Coding } from '../core/analysis/coding.js';
import { codingsOf } from '../core/analysis/codings.js';
import { SuggestedCodings } from '../core/analysis/suggestedCodings.js';
import type { CompiledCodebooks } from '../core/codebook/compile.js';
import type { Variables } from '../core/exchange/exportDocument.js';
import { type Message, message } from '../core/message.js';
import type { Format, PolicyText } from '../core/text/policyText.js';
import type { TextEdit } from '../core/text/span.js';
import { frontMatterOf, readFrontMatter } from './documentVariables.js';
import type { Edited, OpenDocument } from './openDocument.js';
import { Places } from './places.js';
import type { Files } from './ports.js';
import type { Sought } from './sought.js';
import type { DocumentRef, DocumentState } from './state.js';
import { readStored, type StoredText } from './storedText.js';

/** What codings depend on besides the document. */
export interface CodingContext {
  readonly coder: string;
  readonly codebooks: CompiledCodebooks | undefined;
}

/** A text in the editor: read, or too long to be. */
export interface EditorText {
  readonly text: string;
  readonly format: Format;
  readonly reading: OpenDocument | undefined;
}

export interface EditedEntry extends Edited {
  /** Words that are to be looked for in the new text. */
  readonly sought: readonly Sought[];
}

export class DocumentEntry {
  readonly ref: DocumentRef;
  readonly places = new Places();
  readonly suggested: SuggestedCodings;
  /** Undefined when the document is not open. */
  editor: EditorText | undefined;
  /** As last seen on disk; of a document that is not open only while its annotations are put in their places. */
  stored: StoredText | undefined;
  /** Settled when `stored` is known, after the document was opened. */
  opening: Promise<unknown> = Promise.resolve();
  /** Why it was not read, or not well. */
  problems: readonly Message[] = [];
  /** Why the editor's text may not be what is stored. */
  encodingProblems: readonly Message[] = [];
  /** Why its annotations could not follow when it was saved. */
  savingProblems: readonly Message[] = [];
  frontMatter: Variables = {};
  /** Whether somebody waits for what is read first. */
  isAwaited = false;
  /** Grows with every change of the text in the editor. */
  version = 0;
  /** Of a document that is not open; those of an open one follow from its text. */
  #settled: readonly Coding[] = [];
  #state: DocumentState | undefined;

  constructor(ref: DocumentRef) {
    this.ref = ref;
    this.suggested = new SuggestedCodings(ref.path);
  }

  /** The text that spans count in: the editor's, else the one on disk. */
  get text(): string | undefined {
    return this.editor?.text ?? this.stored?.text;
  }

  /** Reads what is on disk; gives what is wrong with it. */
  async refreshStored(files: Pick<Files, 'read'>): Promise<readonly Message[]> {
    const { uri, path } = this.ref;
    const read = await readStored(files, uri, path);
    this.stored = read?.stored;
    this.encodingProblems = (read?.messages ?? []).filter(({ key }) => key === 'document.invalidUtf8');
    return read?.messages ?? [message('document.missing', [path])];
  }

  async readFrontMatter(): Promise<void> {
    const { text, editor, ref } = this;
    const isMarkdown = editor ? editor.format === 'markdown' : /\.(?:md|markdown)$/i.test(ref.path);
    const yaml = isMarkdown && text !== undefined ? frontMatterOf(text) : undefined;
    this.frontMatter = yaml === undefined ? {} : await readFrontMatter(yaml);
  }

  /** The next snapshot is a new one. The codings of a document that is not open stay until they are worked out again. */
  changed(): void {
    this.#state = undefined;
  }

  /** The same object as long as nothing has changed. */
  state(context: CodingContext): DocumentState {
    this.#state ??= this.#snapshot(context);
    return this.#state;
  }

  #snapshot(context: CodingContext): DocumentState {
    const { editor, ref } = this;
    const reading = editor?.reading;
    const text = reading?.text ?? (editor && unread(editor));
    const settled = this.#settled;
    const codings = text ? this.#codingsIn(text, context) : () => settled;
    return {
      ref,
      isOpen: editor !== undefined,
      isReading: reading?.isReading() ?? false,
      text,
      parsed: reading?.parsed() ?? [],
      // Most keystrokes only push codings along, and nobody asks for them.
      get codings() {
        return codings();
      },
      problems: [...this.problems, ...(editor ? this.encodingProblems : []), ...this.savingProblems],
    };
  }

  /** For a document that is not open: its codings, worked out while its text is at hand; the text is let go after. */
  settleClosed(context: CodingContext): void {
    if (this.editor) return;
    this.#settled = this.#codingsIn({ text: this.stored?.text ?? '', format: 'plain', blocks: [] }, context)();
    this.#state = undefined;
    this.stored = undefined;
  }

  /** For a document that has been closed: what was decided stays in view until its file has been read. */
  closed(context: CodingContext): void {
    this.editor?.reading?.close();
    this.#settled = this.state(context).codings.filter(({ annotation }) => annotation);
    this.editor = undefined;
    this.#state = undefined;
  }

  /** The codings as everything is at this moment, worked out when they are asked for. */
  #codingsIn(text: PolicyText, { coder, codebooks }: CodingContext): () => readonly Coding[] {
    const read = this.editor?.reading?.blocks() ?? [];
    const annotations = this.places.placed();
    const { suggested } = this;
    return once(() => codingsOf({ text, read, suggested, rules: codebooks?.derived ?? [], annotations, coder }));
  }

  /** Everything that follows from an edit at once: the text, the blocks it touched, the places. */
  edit(edits: readonly TextEdit[], newText: string, growsAtEdges: boolean): EditedEntry {
    const { editor } = this;
    if (!editor) return { isReadOn: false, isRecoded: false, sought: [] };
    this.version++;
    const { text } = editor;
    const edited = editor.reading?.edit(edits, newText) ?? { isReadOn: false, isRecoded: false };
    const { isTouched, sought } = this.places.edit({ text, edits, newText }, growsAtEdges);
    this.editor = { ...editor, text: newText };
    this.changed();
    const isRecoded = edited.isRecoded || isTouched || movesLines(text, edits);
    return { isReadOn: edited.isReadOn, isRecoded, sought };
  }
}

function unread({ text, format }: EditorText): PolicyText {
  return { text, format, blocks: [] };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Whether what follows the edits may stand on other lines after them. */
function movesLines(text: string, edits: readonly TextEdit[]): boolean {
  return edits.some((edit) => /[\r\n]/.test(edit.text) || /[\r\n]/.test(text.slice(edit.start, edit.end)));
}
