import { ulid } from 'ulid';
import type { Coding } from '../../../src/core/analysis/coding.js';
import { annotate, confirm, type Deciding } from '../../../src/core/annotation/decide.js';
import { parseCodebook } from '../../../src/core/codebook/parseCodebook.js';
import type { Surroundings } from '../../../src/project/ports.js';
import { Project } from '../../../src/project/project.js';
import type { ProjectSettings } from '../../../src/project/projectSettings.js';
import type { DocumentRef, DocumentState } from '../../../src/project/state.js';
import { MemoryFiles } from './memoryFiles.js';

export const FOLDER = 'memory:/work';

export const CODEBOOK = `schema: policy-lens/codebook@1
id: roles
version: 1
title: { nl: Rollen, en: Roles }
codes:
  - id: partner
    name: { nl: Partner, en: Partner }
    scoring: { nl: { few: 0.85 }, en: { few: 0.85 } }
    indicators: { nl: [{ any: [samen], weight: 0.8 }], en: [{ any: [together], weight: 0.8 }] }
  - id: principal
    name: { nl: Principaal, en: Principal }
    indicators: { nl: [{ any: [eisen], weight: 0.9 }], en: [{ any: [demand], weight: 0.9 }] }
  - id: double
    name: { nl: Dubbelrol, en: Double role }
    derived: { all: [partner, principal], within: [sentence, paragraph] }
`;

export const LETTER = `De gemeente werkt samen met de bewoners aan een plan voor de buurt.

Wij eisen van iedere instelling een verslag over het afgelopen jaar.

Samen bekijken wij hoe het verder gaat, en wij eisen dat iedereen daaraan meewerkt.
`;

export const LETTER_URI = `${FOLDER}/notes/letter.md`;
export const ANNOTATIONS_URI = `${FOLDER}/.policy-lens/annotations/a.jansen/notes/letter.md.json`;

/** `own`: what is otherwise, as what one computer keeps for itself (`keeping`). */
export function surroundingsOf(files: MemoryFiles, own: Partial<Surroundings> = {}): Surroundings {
  return {
    files,
    now: () => new Date('2026-01-31T10:00:00Z'),
    newId: () => ulid(),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    elapsed: () => performance.now(),
    later(milliseconds, task) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    ...own,
  };
}

export function letterRef(path = 'notes/letter.md'): DocumentRef {
  return { uri: `${FOLDER}/${path}`, folder: FOLDER, path };
}

/** A project on files, as one window has it. */
export function newProject(
  files: MemoryFiles,
  settings: Partial<ProjectSettings> = {},
  own: Partial<Surroundings> = {},
): Project {
  return new Project({
    surroundings: surroundingsOf(files, own),
    builtInCodebooks: async () => {
      const { codebook, messages } = parseCodebook(CODEBOOK, 'roles.yaml');
      if (!codebook) throw new Error(JSON.stringify(messages));
      return [codebook];
    },
    settings: {
      coder: 'a.jansen',
      sensitivity: 'balanced',
      maxLength: 1_000_000,
      enabledCodes: new Map(),
      // Scores stay those of the codebook, except where learning is what is tried.
      learns: false,
      growsAtEdges: false,
      ...settings,
    },
  });
}

/** A window with the folder added and the letter open. */
export async function openLetter(
  files: MemoryFiles,
  settings: Partial<ProjectSettings> = {},
  own: Partial<Surroundings> = {},
): Promise<Project> {
  const project = newProject(files, settings, own);
  project.open(letterRef(), files.text(LETTER_URI) ?? '', 'markdown');
  await project.addFolder({ uri: FOLDER, name: 'work' });
  await project.whenIdle();
  return project;
}

export function letterFiles(texts: Readonly<Record<string, string>> = {}): MemoryFiles {
  return new MemoryFiles({ [LETTER_URI]: LETTER, ...texts });
}

export function stateOf(project: Project, uri = LETTER_URI): DocumentState {
  const state = project.document(uri);
  if (!state) throw new Error(`${uri} is not listed`);
  return state;
}

export function textOf(project: Project, uri = LETTER_URI): string {
  return stateOf(project, uri).text?.text ?? '';
}

export function deciding(project: Project, uri = LETTER_URI): Deciding {
  return { document: uri, text: textOf(project, uri), now: '2026-01-31T10:00:00Z', newId: () => ulid() };
}

/** Codes a passage by hand. */
export async function code(project: Project, quote: string, path = 'roles/partner') {
  const start = textOf(project).indexOf(quote);
  return project.steps.apply('code', annotate({ start, end: start + quote.length }, [path], deciding(project)));
}

/** Confirms the suggestions of a code. */
export async function confirmAll(project: Project, path: string) {
  return project.steps.apply('confirm', confirm(codingsWith(project, path), deciding(project)));
}

export function codingsWith(project: Project, path: string, uri = LETTER_URI): readonly Coding[] {
  return stateOf(project, uri).codings.filter((coding) => coding.codePath === path);
}

/** What is decided, in short: `confirmed anchored "samen"`. */
export function decisions(project: Project, uri = LETTER_URI): readonly string[] {
  return stateOf(project, uri)
    .codings.filter(({ annotation }) => annotation)
    .map(({ status, state, quote }) => `${status} ${state} "${quote}"`);
}

/** Replaces the first occurrence of some words in the editor. */
export function retype(project: Project, words: string, by: string): void {
  const text = textOf(project);
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  const end = start + words.length;
  project.edit(LETTER_URI, [{ start, end, text: by }], text.slice(0, start) + by + text.slice(end));
}

/** Saves what the editor shows, as an editor does. */
export async function save(project: Project, files: MemoryFiles): Promise<void> {
  files.put(LETTER_URI, textOf(project));
  await project.saved(LETTER_URI);
}
