/** What an annotation file says besides its annotations, merged. */
import type { UnknownFields } from './annotation.js';
import type { AnnotationFile } from './annotationFile.js';
import { sameJson } from './sameJson.js';

interface Sides {
  readonly base: AnnotationFile | undefined;
  readonly ours: AnnotationFile;
  readonly theirs: AnnotationFile;
}

/** Undefined where the two are not about one document of one coder. A file that was moved on one side is moved. */
export function mergeFileFields(sides: Sides): Pick<AnnotationFile, 'document' | 'coder' | 'unknown'> | undefined {
  const document = nameOf(sides, 'document');
  const coder = nameOf(sides, 'coder');
  if (document === undefined || coder === undefined) return undefined;
  const unknown = unknownOf(sides);
  return { document, coder, ...(unknown ? { unknown } : {}) };
}

function nameOf({ base, ours, theirs }: Sides, field: 'document' | 'coder'): string | undefined {
  if (ours[field] === theirs[field] || base?.[field] === ours[field]) return theirs[field];
  return base?.[field] === theirs[field] ? ours[field] : undefined;
}

/** A field of another program that both sides set differently stands there twice, the second time under another name. */
function unknownOf({ base, ours, theirs }: Sides): UnknownFields | undefined {
  const names = new Set([...Object.keys(ours.unknown ?? {}), ...Object.keys(theirs.unknown ?? {})]);
  const taken = new Set(names);
  const merged: [string, unknown][] = [];
  for (const name of [...names].sort()) {
    const [first, second] = valuesOf(fieldOf(base, name), fieldOf(ours, name), fieldOf(theirs, name));
    if (first !== undefined) merged.push([name, first]);
    if (second !== undefined) merged.push([freeName(name, taken), second]);
  }
  return merged.length > 0 ? Object.fromEntries(merged) : undefined;
}

/** What is to stay, in an order that does not depend on the side. What one side deleted and the other changed stays. */
function valuesOf(base: unknown, ours: unknown, theirs: unknown): readonly unknown[] {
  if (sameJson(ours, theirs) || sameJson(base, ours)) return [theirs];
  if (sameJson(base, theirs)) return [ours];
  const both = [ours, theirs].filter((value) => value !== undefined);
  return both.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function fieldOf(file: AnnotationFile | undefined, name: string): unknown {
  const fields = file?.unknown;
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function freeName(name: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${name}-${number}`)) number++;
  taken.add(`${name}-${number}`);
  return `${name}-${number}`;
}
