/** Word lists that a code needs in the codebook that it goes to. */

import { parse, stringify } from 'yaml';
import { isJsonObject } from '../annotation/fields.js';
import { CannotChange } from './changeCodesCheck.js';
import { valueOfEntry } from './changeCodesLayout.js';
import { noteInYaml } from './yamlEdit.js';

/**
 * `target` with the lists that `entry`, a code of `source`, names and that are `source`'s own. A list that both have must say the
 * same in both: throws `CannotChange` where it does not.
 */
export function withLists(target: string, source: string | undefined, entry: string): string {
  if (source === undefined) return target;
  const theirs = listsOf(source);
  const ours = listsOf(target);
  return needed(valueOfEntry(entry), theirs).reduce((text, name) => {
    if (Object.hasOwn(ours, name)) {
      if (JSON.stringify(ours[name]) === JSON.stringify(theirs[name])) return text;
      throw new CannotChange('otherList', name);
    }
    const value = flow(theirs[name]);
    const hasLists = Object.keys(listsOf(text)).length > 0;
    const note = hasLists
      ? { path: ['lists'], key: name, value, after: [] }
      : { path: [], key: 'lists', value: `{ ${name}: ${value} }`, after: HEAD };
    return noteInYaml(text, [note]);
  }, target);
}

/** What stands above the lists. */
const HEAD = ['id', 'version', 'title', 'description', 'source'];

function flow(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

function listsOf(source: string): Readonly<Record<string, unknown>> {
  const value: unknown = parse(source, { uniqueKeys: false });
  return isJsonObject(value) && isJsonObject(value.lists) ? value.lists : {};
}

/** Names of the lists, and of those that they name themselves. */
function needed(value: unknown, lists: Readonly<Record<string, unknown>>): readonly string[] {
  const names = new Set<string>();
  const look = (each: unknown): void => {
    for (const [, name = ''] of JSON.stringify(each).matchAll(/@([\p{L}\p{N}][\p{L}\p{N}_-]*)/gu)) {
      if (names.has(name) || !Object.hasOwn(lists, name)) continue;
      names.add(name);
      look(lists[name]);
    }
  };
  look(value);
  return [...names];
}
