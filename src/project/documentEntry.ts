/** All that the project knows of one document, open or not; it makes the snapshots that views read. */
import type { Coding } from '../core/analysis/coding.js';
import { codingsOf } from '../core/analysis/codings.js';
import { SuggestedCodings } from '../core/analysis/suggestedCodings.js';
import type { Annotation, Target } from '../core/annotation/annotation.js';
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import { createResolver, type Place, type Resolver } from '../core/annotation/resolve.js';
import { targetOf } from '../core/annotation/target.js';
import type { CompiledCodebooks } from '../core/codebook/compile.js';
import type { Variables } from '../core/exchange/exportDocument.js';
import type { Message } from '../core/message.js';
import { contentHash } from '../core/text/contentHash.js';
import { lineEndMap } from '../core/text/lineEnds.js';
import type { Format, PolicyText } from '../core/text/policyText.js';
import type { TextEdit } from '../core/text/span.js';
import type { Edited, OpenDocument } from './openDocument.js';
import { type FindTarget, Places } from './places.js';
import type { DocumentRef, DocumentState } from './state.js';
import type { StoredText } from './storedText.js';

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
  #finder: { readonly text: string; readonly stored: StoredText | undefined; readonly find: FindTarget } | undefined;

  constructor(ref: DocumentRef) {
    this.ref = ref;
    this.suggested = new SuggestedCodings(ref.path);
  }

  /** The text that spans count in: the editor's, else the one on disk. */
  get text(): string | undefined {
    return this.editor?.text ?? this.stored?.text;
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
    this.#finder = undefined;
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
  edit(edits: readonly TextEdit[], newText: string): Edited {
    const { editor } = this;
    if (!editor) return { isReadOn: false, isRecoded: false };
    this.version++;
    const edited = editor.reading?.edit(edits, newText) ?? { isReadOn: false, isRecoded: false };
    const isReplaced = this.places.shift(editor.text, edits);
    this.editor = { ...editor, text: newText };
    const isFound = this.places.refind(edits, (target) => this.find(target, { sha256: '' }));
    this.changed();
    const isRecoded = edited.isRecoded || isReplaced || isFound || movesLines(editor.text, edits);
    return { isReadOn: edited.isReadOn, isRecoded };
  }

  /**
   * Finds a target in the text as it is now. Where that is the stored text (but for its line ends), the target is looked for
   * there, where its offsets count.
   */
  readonly find: FindTarget = (target, file) => {
    const text = this.text ?? '';
    if (this.#finder?.text !== text || this.#finder.stored !== this.stored) {
      this.#finder = { text, stored: this.stored, find: finderIn(text, this.stored) };
    }
    return this.#finder.find(target, file);
  };

  /**
   * The file with its targets as they are in the stored text now. Only those are touched whose place is sure: the quotation
   * stands there word for word, or was edited in the editor. The same object when nothing is to be changed.
   *
   * Text that has not been saved cannot be counted in: the targets in `fresh` are then put where their quotation is in the
   * stored text, else kept as they are (they will be found by their quotation once the text is saved), and others left alone.
   */
  restate(file: AnnotationFile, fresh: ReadonlySet<string>): AnnotationFile {
    const text = this.text ?? '';
    const stored = this.stored ?? unsavedText(text);
    const toStored = lineEndMap(text, stored.text);
    const toTarget = toStored
      ? this.#placedTarget(file.coder, stored.text, toStored)
      : storedTarget(stored.text, fresh);
    const annotations = file.annotations.map((annotation) => {
      const target = toTarget(annotation);
      return !target || isSame(target, annotation.target) ? annotation : withTarget(annotation, target);
    });
    const sha256 = toStored || file.sha256 === '' ? stored.sha256 : file.sha256;
    const isChanged = sha256 !== file.sha256 || annotations.some((each, index) => each !== file.annotations[index]);
    return isChanged ? { ...file, sha256, annotations } : file;
  }

  #placedTarget(coder: string, stored: string, toStored: (offset: number) => number) {
    return ({ id }: Annotation): Target | undefined => {
      const live = this.places.get(coder, id);
      if (!live?.span || (live.state === 'changed' && !live.isEdited)) return undefined;
      return targetOf(stored, { start: toStored(live.span.start), end: toStored(live.span.end) });
    };
  }
}

function unread({ text, format }: EditorText): PolicyText {
  return { text, format, blocks: [] };
}

function finderIn(text: string, stored: StoredText | undefined): FindTarget {
  const toText = stored && lineEndMap(stored.text, text);
  const resolver = lazily(() => createResolver(stored && toText ? stored.text : text));
  if (!stored || !toText) return (target) => resolver(target, false);
  return (target, { sha256 }): Place => {
    const { state, span } = resolver(target, sha256 === stored.sha256);
    return { state, span: span && { start: toText(span.start), end: toText(span.end) } };
  };
}

function lazily(make: () => Resolver): Resolver {
  const resolver = once(make);
  return (target, sameHash) => resolver()(target, sameHash);
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

function unsavedText(text: string): StoredText {
  return { text, sha256: contentHash(new TextEncoder().encode(text)) };
}

function storedTarget(stored: string, fresh: ReadonlySet<string>) {
  const resolver = lazily(() => createResolver(stored));
  return ({ id, target }: Annotation): Target | undefined => {
    const span = fresh.has(id) ? resolver(target, false).span : undefined;
    return span && targetOf(stored, span);
  };
}

function withTarget(annotation: Annotation, target: Target): Annotation {
  const { unknown } = annotation.target;
  return { ...annotation, target: unknown ? { ...target, unknown } : target };
}

function isSame(a: Target, b: Target): boolean {
  return (
    a.start === b.start && a.end === b.end && a.quote === b.quote && a.prefix === b.prefix && a.suffix === b.suffix
  );
}
