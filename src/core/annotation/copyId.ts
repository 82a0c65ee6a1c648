import { contentHash } from '../text/contentHash.js';
import type { Annotation } from './annotation.js';
import { annotationToJson } from './annotationFields.js';

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Crockford's base 32, in which a ULID is written. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Letters of a ULID that tell the time; the rest tells it from others of that time. */
const TIME_LENGTH = 10;
const REST_LENGTH = 16;

/**
 * An id for a copy of an annotation that must stand beside another one with the same id. It follows from what the annotation
 * says, so that two people who merge the same files get the same result, and a merge that is done again adds nothing.
 */
export function copyId(annotation: Annotation): string {
  const hash = contentHash(new TextEncoder().encode(JSON.stringify(annotationToJson(annotation))));
  if (!ULID.test(annotation.id)) return `${annotation.id}-${hash.slice(0, 16)}`;
  let rest = '';
  for (let at = 0; at < REST_LENGTH; at++) {
    rest += DIGITS[Number.parseInt(hash.slice(2 * at, 2 * at + 2), 16) % DIGITS.length];
  }
  return annotation.id.slice(0, TIME_LENGTH) + rest;
}
