/**
 * Annotations follow their documents when these are renamed or moved. The files of all coders do: a colleague's would be about
 * nothing otherwise.
 */
import { type Message, message } from '../core/message.js';
import type { Documents } from './documents.js';
import type { Folders } from './folders.js';
import type { FileChange } from './history.js';
import { type FoundMove, isThere, type ListCandidates, MovedElsewhere } from './movedElsewhere.js';
import { moveAnnotationFile } from './moveFile.js';
import { type DocumentMove, MovePlan, type PlannedMove, type Rename } from './movePlan.js';
import type { Surroundings } from './ports.js';
import type { DocumentRef } from './state.js';
import type { Steps } from './steps.js';
import type { TaskQueue } from './taskQueue.js';
import type { Versions } from './versions.js';

export interface MovesParts {
  readonly surroundings: Surroundings;
  readonly tasks: TaskQueue;
  readonly folders: Folders;
  readonly documents: Documents;
  readonly steps: Pick<Steps, 'note'>;
  readonly versions: Pick<Versions, 'follow'>;
}

/** What was moved, and what stayed and why. */
export interface Moved {
  /** Only documents of which annotations were moved. */
  readonly documents: readonly DocumentMove[];
  /** How many, of all coders. */
  readonly annotations: number;
  readonly messages: readonly Message[];
}

/** What the step is called, in the user's language. */
export type MoveLabel = (documents: readonly DocumentMove[]) => string;

export class Moves {
  readonly #parts: MovesParts;
  readonly #plan: MovePlan;
  readonly #elsewhere: MovedElsewhere;

  constructor(parts: MovesParts) {
    this.#parts = parts;
    this.#plan = new MovePlan(parts.surroundings.files, parts.folders);
    this.#elsewhere = new MovedElsewhere({ ...parts, plan: this.#plan });
  }

  /** The documents that have annotations and are not there, once everything that was begun is done. */
  async missing(): Promise<readonly DocumentRef[]> {
    await this.#parts.tasks.whenIdle();
    return this.#elsewhere.missing();
  }

  /**
   * Where documents that are missing may be now. `list` is asked only where there are such documents; what it gives is read in
   * slices, and is not counted among what `whenIdle` waits for.
   */
  async find(missing: readonly DocumentRef[], list: ListCandidates): Promise<readonly FoundMove[]> {
    const found = await this.#elsewhere.find(missing, list);
    return this.#stillMissing(found);
  }

  /**
   * Moves the annotations of documents that were found, but for those that are there again by now, or are gone from where they
   * were found. As `renamed`.
   */
  async follow(found: readonly DocumentMove[], label: MoveLabel): Promise<Moved> {
    const { files } = this.#parts.surroundings;
    const areThere = await Promise.all(found.map(({ to }) => isThere(files, to.uri)));
    const moves = await this.#stillMissing(found.filter((_, index) => areThere[index]));
    return this.renamed(
      moves.map(({ from, to }) => ({ from: from.uri, to: to.uri })),
      label,
    );
  }

  async #stillMissing<Move extends DocumentMove>(moves: readonly Move[]): Promise<readonly Move[]> {
    const { files } = this.#parts.surroundings;
    const areThere = await Promise.all(moves.map(({ from }) => isThere(files, from.uri)));
    return moves.filter((_, index) => !areThere[index]);
  }

  /** To be told before it happens: open documents are then known under their new names, with what was typed and not saved. */
  renaming(renames: readonly Rename[]): void {
    const { carried } = this.#parts.documents;
    carried.clear();
    for (const { from, to } of renames) carried.keep(from, to);
  }

  /**
   * Moves the annotation files of all documents that were renamed, or lie below a folder that was, one rename after the other:
   * the second may be about what the first has brought. One step, which undoing takes back without touching the documents. What
   * lies at the new place already is merged with what comes, annotation by annotation. Never rejects.
   */
  renamed(renames: readonly Rename[], label: MoveLabel): Promise<Moved> {
    return this.#parts.tasks.inOrder(async () => {
      const done: OfDocument[] = [];
      for (const rename of renames) {
        for (const planned of this.#plan.moves(rename)) done.push(await this.#move(planned));
      }
      const documents = wholeWays(done.filter(({ changes }) => changes.length > 0));
      const changes = netChanges(done.flatMap((each) => each.changes));
      if (changes.length > 0) this.#parts.steps.note(label(documents), changes);
      return {
        documents,
        annotations: done.reduce((sum, { annotations }) => sum + annotations, 0),
        messages: done.flatMap(({ messages }) => messages),
      };
    });
  }

  async #move({ from, to, store, files }: PlannedMove): Promise<OfDocument> {
    const { surroundings, folders, documents, versions } = this.#parts;
    const target = to.folder === undefined ? undefined : folders.get(to.folder);
    if (!target) {
      return { from, to, changes: [], annotations: 0, messages: [message('annotations.movedOutside', [from.path])] };
    }
    const moved = [];
    for (const { uri } of files) {
      const move = { surroundings, from: store, uri, to: target.annotations, document: to.path };
      const outcome = await moveAnnotationFile(move);
      const [there] = outcome.changes;
      if (there) await versions.follow(uri, there.uri);
      moved.push(outcome);
    }
    const source = from.folder === undefined ? undefined : folders.get(from.folder);
    if (source) documents.annotationsChanged(source, [from.path]);
    documents.annotationsChanged(target, [to.path]);
    return {
      ...{ from, to },
      changes: moved.flatMap(({ changes }) => changes),
      annotations: moved.reduce((sum, { annotations }) => sum + annotations, 0),
      messages: moved.flatMap(({ messages }) => messages),
    };
  }
}

interface OfDocument extends DocumentMove {
  readonly changes: readonly FileChange[];
  readonly annotations: number;
  readonly messages: readonly Message[];
}

/** A document that was moved on and on is named by where it was and where it is. */
function wholeWays(moves: readonly DocumentMove[]): readonly DocumentMove[] {
  const ways = new Map<string, DocumentMove>();
  for (const { from, to } of moves) {
    const before = ways.get(from.uri);
    ways.delete(from.uri);
    ways.set(to.uri, { from: before?.from ?? from, to });
  }
  return [...ways.values()];
}

/** What became of each file in all. */
function netChanges(changes: readonly FileChange[]): readonly FileChange[] {
  const net = new Map<string, FileChange>();
  for (const { uri, before, ...rest } of changes) {
    const first = net.get(uri);
    // Behind what was done before: undone in the other order, nothing is ever nowhere.
    net.delete(uri);
    net.set(uri, { ...rest, uri, before: first ? first.before : before });
  }
  return [...net.values()].filter(({ before, after }) => before !== after);
}
