/**
 * Renames, merges, moves and deletes codes in the files of codebooks, which stay as their authors laid them out, comments too. What
 * becomes of annotations follows from `paths`.
 */
import { isJsonObject } from '../annotation/fields.js';
import type { Message } from '../message.js';
import { isAdvice } from './advice.js';
import {
  CannotChange,
  type CodeChange,
  type CodePaths,
  pathsAfter,
  type Refusal,
  refusalOf,
} from './changeCodesCheck.js';
import { appendEntry, changeEntry, cutEntry, entriesAt, valueOfEntry } from './changeCodesLayout.js';
import { withLists } from './changeCodesLists.js';
import { codeAt, keysAt, renamedInDerived } from './changeCodesPlaces.js';
import { allCodes, type Code, type Codebook } from './codebook.js';
import { parseCodebook } from './parseCodebook.js';
import { noteInYaml, type YamlNote } from './yamlEdit.js';
import { YamlText } from './yamlText.js';

/** The files of the codebooks that a change is about, by the id of the codebook. */
export type CodebookTexts = ReadonlyMap<string, string>;

export interface CodesChanged {
  /** Those of the files that are others now. */
  readonly texts: CodebookTexts;
  /** Every code that is elsewhere or gone. */
  readonly paths: CodePaths;
}

export type CodesChange = CodesChanged | { readonly refused: Refusal };

/** Lists of a code that are joined when it is merged into another: what speaks for the one speaks for the other from then on. */
const JOINED = ['indicators', 'examples', 'not-here'] as const;
const LANGUAGES = ['nl', 'en'] as const;

/**
 * Changes the files. Merging joins indicators, examples and what does not count as evidence; name, definition and rules are
 * those of the code that stays, and sub-codes follow. The version of a codebook is raised where the paths of its codes change.
 */
export function changeCodes(change: CodeChange, texts: CodebookTexts): CodesChange {
  const codebooks = new Map<string, Codebook>();
  for (const [id, text] of texts) {
    const codebook = withoutMistakes(text, id);
    if (!codebook) return { refused: { reason: 'mistakes', names: [id] } };
    codebooks.set(id, codebook);
  }
  const refused = refusalOf(change, [...codebooks.values()]);
  if (refused) return { refused };
  try {
    const paths = pathsAfter(change, [...codebooks.values()]);
    const after = new Map([...texts, ...changed(change, texts, paths)]);
    const raised = [...after].map(([id, text]): [string, string] => [id, raisedVersion(id, text, paths, codebooks)]);
    const result = new Map(raised.filter(([id, text]) => text !== texts.get(id)));
    return isAsMeant(result, codebooks, paths) ? { texts: result, paths } : { refused: BY_HAND };
  } catch (error) {
    if (error instanceof CannotChange) return { refused: error.refusal };
    throw error;
  }
}

const BY_HAND: Refusal = { reason: 'layout', names: [] };

/** The codebook, where nothing in its file would be left out. */
function withoutMistakes(text: string, id: string): Codebook | undefined {
  const { codebook, messages } = parseCodebook(text, `${id}.yaml`);
  return messages.every((message: Message) => isAdvice(message)) ? codebook : undefined;
}

function changed(change: CodeChange, texts: CodebookTexts, paths: CodePaths): CodebookTexts {
  const [own = '', ...ids] = change.path.split('/');
  const source = new YamlText(texts.get(own) ?? '');
  const inDerived = (text: string) => renamedInDerived(new YamlText(text), own, paths);
  if (change.kind === 'rename') {
    return new Map([[own, inDerived(noteInYaml(source.source, renamed(source, codeAt(source, ids), change)))]]);
  }
  const { rest, entry } = cutEntry(source, codeAt(source, ids));
  if (change.kind === 'delete') return new Map([[own, rest]]);
  const [other = '', ...above] = (change.kind === 'merge' ? change.into : change.under).split('/');
  const isAway = other !== own;
  const target = new YamlText(isAway ? withLists(texts.get(other) ?? '', source.source, entry) : rest);
  const put =
    change.kind === 'merge'
      ? changeEntry(target, codeAt(target, above), (stays) => joined(stays, [], entry))
      : placed(target, above, entryOf(entry, change.id, above.length === 0));
  return isAway ? new Map([...[[own, rest] as const], [other, put]]) : new Map([[own, inDerived(put)]]);
}

function renamed(source: YamlText, path: ReturnType<typeof codeAt>, change: CodeChange & { kind: 'rename' }) {
  const notes: YamlNote[] = [];
  if (change.id !== change.path.split('/').at(-1)) notes.push({ path, key: 'id', value: change.id, after: [] });
  const hasName = keysAt(source, path).includes('name');
  const names = LANGUAGES.flatMap((language) => {
    const name = change.name[language];
    return name === undefined ? [] : [{ language, value: inYaml(name) }];
  });
  if (hasName)
    return [
      ...notes,
      ...names.map(({ language, value }) => ({ ...NOTE, path: [...path, 'name'], key: language, value })),
    ];
  const value = `{ ${names.map((each) => `${each.language}: ${each.value}`).join(', ')} }`;
  return names.length === 0 ? notes : [...notes, { path, key: 'name', value, after: ['id'] }];
}

const NOTE = { after: [] } as const;

/** Words that YAML takes for words stand without quotes, as people write them. */
function inYaml(text: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{N}'’ .-]*$/u.test(text) && !text.endsWith(' ') && !/^(?:true|false|null)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** Puts a code at the end of a codebook, or of the sub-codes of a code. */
function placed(target: YamlText, above: readonly string[], entry: string): string {
  return appendEntry(target, [...codeAt(target, above), 'codes'], entry);
}

/** A code under another id, where that is given; thresholds have only those at the top. */
function entryOf(entry: string, id: string | undefined, isTop: boolean): string {
  const notes: YamlNote[] = [];
  if (id !== undefined) notes.push({ path: [0], key: 'id', value: id, after: [] });
  if (!isTop) notes.push({ path: [0], key: 'scoring', value: undefined, after: [] });
  return notes.length > 0 ? noteInYaml(entry, notes) : entry;
}

/** The code `stays` with what `entry` has but for what it says of itself; with `ids`, in that one beneath it. */
function joined(stays: string, ids: readonly string[], entry: string): string {
  let text = new YamlText(stays);
  const from = new YamlText(entry);
  for (const path of JOINED.flatMap((kind) => LANGUAGES.map((language) => [kind, language]))) {
    const list = [...codeAt(text, ids, [0]), ...path];
    const known = new Set(entriesAt(text, list).map(meaning));
    for (const each of entriesAt(from, [0, ...path])) {
      if (!known.has(meaning(each))) text = new YamlText(appendEntry(text, list, each));
    }
  }
  for (const each of entriesAt(from, [0, 'codes'])) {
    const id = idOfEntry(each);
    const list = [...codeAt(text, ids, [0]), 'codes'];
    const isKnown = entriesAt(text, list).some((other) => idOfEntry(other) === id);
    text = new YamlText(isKnown ? joined(text.source, [...ids, id], each) : appendEntry(text, list, each));
  }
  return text.source;
}

function idOfEntry(entry: string): string {
  const value = valueOfEntry(entry);
  return isJsonObject(value) ? String(value.id) : '';
}

/** What an indicator or a phrase looks for, whatever it weighs. */
function meaning(entry: string): string {
  const value = valueOfEntry(entry);
  if (!isJsonObject(value)) return JSON.stringify([['any', [value]]]);
  const parts = Object.entries(value).filter(([key]) => key !== 'weight' && key !== 'fitted');
  return JSON.stringify(parts.map(([key, each]) => [key, typeof each === 'string' ? [each] : each]).sort());
}

function raisedVersion(id: string, text: string, paths: CodePaths, codebooks: ReadonlyMap<string, Codebook>): string {
  const isTouched = [...paths].some((pair) => pair.some((path) => path?.split('/')[0] === id));
  const version = codebooks.get(id)?.version;
  if (!isTouched || version === undefined) return text;
  return noteInYaml(text, [{ path: [], key: 'version', value: String(version + 1), after: ['id'] }]);
}

/** Reads the new files: every code is where it should be and says what it said; one that was joined at least as much. */
function isAsMeant(after: CodebookTexts, before: ReadonlyMap<string, Codebook>, paths: CodePaths): boolean {
  const codes = [...before.values()].flatMap((codebook) => [...allCodes(codebook.codes)]);
  const whereNow = ({ path }: Code) => (paths.has(path) ? paths.get(path) : path);
  return [...after].every(([id, text]) => {
    const found = [...allCodes(withoutMistakes(text, id)?.codes ?? [])];
    const expected = new Map<string, Code[]>();
    for (const code of codes) {
      const path = whereNow(code);
      if (path?.split('/')[0] === id) expected.set(path, [...(expected.get(path) ?? []), code]);
    }
    return found.length === expected.size && found.every((code) => saysAll(code, expected.get(code.path) ?? []));
  });
}

function saysAll(code: Code, before: readonly Code[]): boolean {
  const [only] = before;
  if (!only) return false;
  if (before.length === 1) return ownWords(code) === ownWords(only);
  return before.every((each) =>
    LANGUAGES.every((language) => each.indicators[language].length <= code.indicators[language].length),
  );
}

function ownWords({ definition, useWhen, notWhen, examples, indicators, notHere }: Code): string {
  return JSON.stringify([definition, useWhen, notWhen, examples, indicators, notHere]);
}
