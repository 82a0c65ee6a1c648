/**
 * Looks for the documents that were renamed or moved while nobody here was told: by another program, by git, on another
 * computer. A text with the same bytes is the document; one with its name and most of its words may be.
 */
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import { sharesContent } from '../core/annotation/sharedContent.js';
import { contentHash } from '../core/text/contentHash.js';
import { decodeText } from '../core/text/decode.js';
import type { Documents } from './documents.js';
import type { Folders } from './folders.js';
import type { DocumentMove, MovePlan } from './movePlan.js';
import type { Files, Surroundings } from './ports.js';
import type { DocumentRef } from './state.js';

/** A file that may be a text. */
export interface Candidate {
  readonly uri: string;
  /** Bytes. */
  readonly size: number;
}

/** Where a missing document may be now. */
export interface FoundMove extends DocumentMove {
  /** How many annotations it has, of all coders. */
  readonly annotations: number;
  /** `same`: byte for byte; `edited`: of the same name, with most of what is quoted and what stands around it. */
  readonly text: 'same' | 'edited';
  /** Whether there are annotations at the new place already. */
  readonly hasOwn: boolean;
}

/** Gives the files whose names end so (`md`, without the full stop). */
export type ListCandidates = (endings: ReadonlySet<string>) => Promise<readonly Candidate[]>;

export interface MovedElsewhereParts {
  readonly surroundings: Pick<Surroundings, 'files' | 'pause'>;
  readonly folders: Folders;
  readonly documents: Pick<Documents, 'states'>;
  readonly plan: MovePlan;
}

/** Texts are these, and whatever the missing documents were. */
const ENDINGS = ['txt', 'md', 'markdown'];

/** Bytes. The longest policy texts have some 5 million; hashing more than this at once would be felt. */
const LARGEST = 8_000_000;

/** Bytes, of all candidates together: some seconds of hashing, in slices. */
const LARGEST_IN_ALL = 400_000_000;

/** Candidates. A workspace with more texts than this is no folder of documents. */
const MOST = 5000;

/** Bytes. The words of one that was edited are looked for one by one. */
const LARGEST_EDITED = 2_000_000;

interface Missing {
  readonly ref: DocumentRef;
  readonly files: readonly AnnotationFile[];
}

export class MovedElsewhere {
  readonly #parts: MovedElsewhereParts;

  constructor(parts: MovedElsewhereParts) {
    this.#parts = parts;
  }

  /** The documents that have annotations and are not there, also those that an editor still shows. */
  async missing(): Promise<readonly DocumentRef[]> {
    const { documents, surroundings } = this.#parts;
    const missing: DocumentRef[] = [];
    for (const { ref, isOpen, problems } of documents.states()) {
      const isTold = problems.some(({ key }) => key === 'document.missing');
      const isMissing = isOpen ? this.#isAnnotated(ref) && !(await isThere(surroundings.files, ref.uri)) : isTold;
      if (isMissing) missing.push(ref);
    }
    return missing;
  }

  /** The best place for each of these documents, where there is one; no file is given to two of them. Nothing is read where none is missing. */
  async find(missing: readonly DocumentRef[], list: ListCandidates): Promise<readonly FoundMove[]> {
    const sought = missing.map((ref): Missing => ({ ref, files: this.#filesOf(ref) }));
    if (sought.length === 0) return [];
    const [byHash, byStem] = [groupsBy(sought, hashesOf), groupsBy(sought, ({ ref }) => [stemOf(ref.path)])];
    const endings = new Set([...ENDINGS, ...missing.flatMap(({ path }) => endingOf(path) ?? [])]);
    const found: RankedMove[] = [];
    for await (const candidate of this.#texts(await list(endings), new Set(byStem.keys()))) {
      const same = byHash.get(candidate.hash) ?? [];
      const alike = (byStem.get(stemOf(candidate.ref.path)) ?? []).filter((each) => !same.includes(each));
      for (const each of same) found.push(this.#move(each, candidate.ref, 'same'));
      for (const each of alike) if (isEdited(each, candidate)) found.push(this.#move(each, candidate.ref, 'edited'));
    }
    return bestOf(found);
  }

  #move({ ref: from, files }: Missing, to: DocumentRef, text: FoundMove['text']): RankedMove {
    const annotations = files.reduce((sum, file) => sum + file.annotations.length, 0);
    return { from, to, annotations, text, hasOwn: this.#isAnnotated(to), rank: rankOf(from, to, text) };
  }

  #filesOf({ folder, path }: DocumentRef): readonly AnnotationFile[] {
    return (folder === undefined ? undefined : this.#parts.folders.get(folder)?.annotations.of(path)) ?? [];
  }

  #isAnnotated(ref: DocumentRef): boolean {
    return this.#filesOf(ref).some(({ annotations }) => annotations.length > 0);
  }

  /** Reads the candidates one by one, giving way in between; first those that have the name of one that is missing. */
  async *#texts(candidates: readonly Candidate[], names: ReadonlySet<string>): AsyncGenerator<ReadCandidate> {
    const { surroundings } = this.#parts;
    const fit = candidates.filter(({ uri, size }) => size <= LARGEST && this.#mayBe(uri));
    const [named, others] = [
      fit.filter(({ uri }) => names.has(stemOf(uri))),
      fit.filter(({ uri }) => !names.has(stemOf(uri))),
    ];
    let left = LARGEST_IN_ALL;
    for (const { uri, size } of [...named, ...others].slice(0, MOST)) {
      left -= size;
      if (left < 0) return;
      await surroundings.pause();
      // What cannot be read is not the one, and is nobody's problem here.
      const bytes = await surroundings.files.read(uri).catch(() => undefined);
      if (!bytes || bytes.length > LARGEST) continue;
      yield { ref: this.#parts.plan.refOf(uri), bytes, hash: contentHash(bytes) };
    }
  }

  #mayBe(uri: string): boolean {
    const folder = this.#parts.folders.holding(uri);
    return folder !== undefined && !this.#parts.folders.isOwn(folder, uri);
  }
}

/** What cannot be read is there, in whatever state. */
export async function isThere(files: Pick<Files, 'read'>, uri: string): Promise<boolean> {
  return files.read(uri).then(
    (bytes) => bytes !== undefined,
    () => true,
  );
}

interface ReadCandidate {
  readonly ref: DocumentRef;
  readonly bytes: Uint8Array;
  readonly hash: string;
}

interface RankedMove extends FoundMove {
  readonly rank: number;
}

function groupsBy(all: readonly Missing[], keysOf: (missing: Missing) => readonly string[]) {
  const groups = new Map<string, Missing[]>();
  for (const missing of all) {
    for (const key of new Set(keysOf(missing))) groups.set(key, [...(groups.get(key) ?? []), missing]);
  }
  return groups;
}

/** Of the text as each coder last knew it. */
function hashesOf({ files }: Missing): readonly string[] {
  return files.map(({ sha256 }) => sha256.toLowerCase());
}

function isEdited({ files }: Missing, { bytes }: ReadCandidate): boolean {
  if (bytes.length > LARGEST_EDITED) return false;
  const { text, binary } = decodeText(bytes);
  const annotations = files.flatMap((file) => file.annotations);
  return !binary && sharesContent(annotations, text);
}

/** The same text before an edited one; then the same name; then a place near by, by the folders that both are in. */
function rankOf(from: DocumentRef, to: DocumentRef, text: FoundMove['text']): number {
  const [here, there] = [from.path.split('/'), to.path.split('/')];
  const [name, other] = [here.pop(), there.pop()];
  const apart = here.findIndex((folder, level) => folder !== there[level]);
  const shared = apart < 0 ? here.length : apart;
  const near = (1 + shared) / (1 + Math.max(here.length, there.length));
  return (text === 'same' ? 4 : 0) + (name === other ? 2 : 0) + (from.folder === to.folder ? near : 0);
}

/** The best first, each document and each file once. */
function bestOf(found: readonly RankedMove[]): readonly FoundMove[] {
  const taken = new Set<string>();
  const best: FoundMove[] = [];
  for (const { rank: _, ...each } of [...found].sort((a, b) => b.rank - a.rank)) {
    if (taken.has(each.from.uri) || taken.has(each.to.uri)) continue;
    taken.add(each.from.uri).add(each.to.uri);
    best.push(each);
  }
  return best.sort((a, b) => (a.from.path < b.from.path ? -1 : a.from.path > b.from.path ? 1 : 0));
}

/** In lower case, without the full stop. */
function endingOf(path: string): string | undefined {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
}

/** The name without folders and ending: a text that became Markdown keeps it. */
function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return decodedName(name.replace(/(?<=.)\.[^.]+$/, '')).toLowerCase();
}

/** A name in a URI is percent-encoded; one in a path may have a percent sign of its own. */
function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
