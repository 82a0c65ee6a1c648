/** Adds an entry to a list in a codebook file, laid out as the list is, and leaves all the rest as its author wrote it. */
import { isNode, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import type { YamlPath } from './yamlSource.js';

/** `entry`: on one line, as YAML. The same text where the file has no list at the path that has entries already. */
export function appendInYaml(source: string, path: YamlPath, entry: string): string {
  const list = parseDocument(source, { keepSourceTokens: false, uniqueKeys: false }).getIn(path, true);
  const last = isSeq(list) ? list.items.at(-1) : undefined;
  if (!isSeq(list) || !isNode(last) || !last.range) return source;
  // Entries of several lines end after their last line break.
  const end = source.slice(0, last.range[1]).trimEnd().length;
  if (list.flow) return `${source.slice(0, end)}, ${entry}${source.slice(end)}`;
  const newline = source.indexOf('\n', end);
  const at = newline < 0 ? source.length : newline;
  return `${source.slice(0, at)}\n${hyphenIndent(list, source)}- ${entry}${source.slice(at)}`;
}

function hyphenIndent({ range }: YAMLSeq, source: string): string {
  const start = range?.[0] ?? 0;
  return ' '.repeat(start - (source.lastIndexOf('\n', start - 1) + 1));
}
