/** Where codes stand in the file of a codebook. */
import { isMap, isScalar, isSeq } from 'yaml';
import { CannotChange, type CodePaths } from './changeCodesCheck.js';
import type { YamlPath } from './yamlSource.js';
import type { YamlText } from './yamlText.js';

/**
 * Place of a code by its id and those above it, from that of a code (of the codebook itself, where it is left out) on. Throws
 * `CannotChange` where there is none.
 */
export function codeAt({ document }: YamlText, ids: readonly string[], from: YamlPath = []): YamlPath {
  const path: (string | number)[] = [...from];
  for (const id of ids) {
    const list = document.getIn([...path, 'codes'], true);
    const index = isSeq(list) ? list.items.findIndex((item) => isMap(item) && item.get('id') === id) : -1;
    if (index < 0) throw new CannotChange('layout', id);
    path.push('codes', index);
  }
  return path;
}

/** The keys of the mapping at a place. */
export function keysAt({ document }: YamlText, path: YamlPath): readonly string[] {
  const map = document.getIn(path, true);
  return isMap(map) ? map.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')) : [];
}

/** The file with the parts of derived codes named as they are called now. */
export function renamedInDerived({ document, source }: YamlText, codebook: string, paths: CodePaths): string {
  const places: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const look = (path: YamlPath): void => {
    const list = document.getIn([...path, 'codes'], true);
    if (!isSeq(list)) return;
    list.items.forEach((_, index) => {
      const here = [...path, 'codes', index];
      const parts = document.getIn([...here, 'derived', 'all'], true);
      for (const part of isSeq(parts) ? parts.items : []) {
        const now = isScalar(part) ? paths.get(`${codebook}/${String(part.value)}`) : undefined;
        if (!isScalar(part) || !part.range || now === undefined) continue;
        places.push({ start: part.range[0], end: part.range[1], text: now.slice(codebook.length + 1) });
      }
      look(here);
    });
  };
  look([]);
  return places
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), source);
}
