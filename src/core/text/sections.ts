/** The sections of a text, from its headings. */
import type { Block, PolicyText, Section } from './policyText.js';
import { readBlock } from './reading.js';
import type { Span } from './span.js';

/** Between the titles of a section path. */
export const PATH_SEPARATOR = ' > ';

interface OpenSection {
  readonly title: string;
  readonly level: number;
  readonly heading: Span;
  readonly children: Section[];
}

/** Top-level sections; what stands before the first heading is in none. */
export function sectionTree(text: PolicyText): Section[] {
  const roots: Section[] = [];
  const open: OpenSection[] = [];
  const closeDownTo = (level: number, end: number) => {
    for (let last = open.at(-1); last && last.level >= level; last = open.at(-1)) {
      open.pop();
      (open.at(-1)?.children ?? roots).push({ ...last, start: last.heading.start, end });
    }
  };
  for (const block of text.blocks) {
    if (block.kind !== 'heading') continue;
    closeDownTo(block.level, block.start);
    const heading = { start: block.start, end: block.end };
    open.push({ title: titleOf(text, block), level: block.level, heading, children: [] });
  }
  closeDownTo(0, text.text.length);
  return roots;
}

/** A heading as it reads, its number kept, on one line. */
function titleOf(text: PolicyText, heading: Block): string {
  const raw = text.text.slice(heading.start, heading.end);
  const number = text.format === 'plain' ? (/^\d{1,2}(?:\.\d{1,2})*[A-Z]?[.)]?(?=\s)/.exec(raw)?.[0] ?? '') : '';
  const words = readBlock(raw, { kind: 'heading', format: text.format, mends: heading.mends }).text;
  return `${number} ${words}`.replace(/\s+/g, ' ').trim();
}

/** For each block the titles of the sections around it, the outermost first: '3 Afspraken > 3.1 Passende zorg'. */
export function sectionPaths(text: PolicyText): (blockIndex: number) => string {
  const open: { level: number; path: string }[] = [];
  const paths = text.blocks.map((block) => {
    if (block.kind === 'heading') {
      while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
      const parent = open.at(-1)?.path;
      const title = titleOf(text, block);
      open.push({ level: block.level, path: parent === undefined ? title : parent + PATH_SEPARATOR + title });
    }
    return open.at(-1)?.path ?? '';
  });
  return (blockIndex) => paths[blockIndex] ?? '';
}
