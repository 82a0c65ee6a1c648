/**
 * Names of people and documents as names of files, on every operating system: without separators, `..`, characters and
 * names that Windows reserves. Percent-encoding keeps them readable and different names different.
 */
import { contentHash } from '../core/text/contentHash.js';

const encoder = new TextEncoder();

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be in a file name.
const UNSAFE = /[\u0000-\u001f\u007f<>:"|?*\\/%]/g;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** Bytes. Most file systems allow 255; `.json` and the ending of a temporary file come after it. */
const MAX_BYTES = 180;

/** One segment of a path. */
export function safeSegment(name: string): string {
  const wellFormed = name.normalize('NFC').replace(/\p{Surrogate}/gu, percent);
  let segment = wellFormed.replace(UNSAFE, percent).replace(/[. ]+$/, (end) => end.replace(/[. ]/g, percent));
  if (RESERVED.test(segment)) segment = percent(segment.slice(0, 1)) + segment.slice(1);
  const bytes = encoder.encode(segment);
  if (bytes.length <= MAX_BYTES) return segment === '' ? '%' : segment;
  return `${[...segment].slice(0, 40).join('')}~${contentHash(bytes).slice(0, 16)}`;
}

/** ASCII as one byte; a lone surrogate, which has no bytes, by its number. */
function percent(unit: string): string {
  return `%${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Where a coder's annotations of a document lie below `.policy-lens/annotations`. */
export function annotationSegments(coder: string, document: string): readonly string[] {
  const segments = document.split('/').map(safeSegment);
  return [safeSegment(coder), ...segments.slice(0, -1), `${segments.at(-1)}.json`];
}

/** Whether a path of a document stays below its folder, whichever way a system separates its parts. */
export function isBelowFolder(document: string): boolean {
  return document.split(/[\\/]/).every((part) => part !== '' && part !== '.' && part !== '..');
}

/** Whether two URIs differ at most in upper and lower case or in how accents are written, which to many file systems is one name. */
export function isSameName(uri: string, other: string): boolean {
  return uri === other || foldedName(uri) === foldedName(other);
}

function foldedName(uri: string): string {
  try {
    return decodeURIComponent(uri).normalize('NFC').toLowerCase();
  } catch {
    return uri.toLowerCase();
  }
}
