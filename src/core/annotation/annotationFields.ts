/** One annotation of a file, to and from JSON (`policy-lens/annotations@1`). */
import type { Annotation, Decision, Origin, Target } from './annotation.js';
import { type FieldProblem, Fields } from './fields.js';
import type { JsonPath } from './jsonPlace.js';

/** The annotation, or undefined with the reasons added to `problems`. */
export function readAnnotation(value: unknown, path: () => JsonPath, problems: FieldProblem[]): Annotation | undefined {
  const before = problems.length;
  const fields = new Fields(value, path, problems);
  const codes = fields.texts('codes');
  if (codes.length === 0 || codes.includes('')) fields.problem('codes', 'code path');
  const annotation: Annotation = {
    id: fields.text('id'),
    codes,
    status: readStatus(fields),
    target: readTarget(fields, problems),
    memo: fields.text('memo', ''),
    origin: readOrigin(fields, codes[0] ?? '', problems),
    created: fields.text('created', ''),
    modified: fields.text('modified', ''),
    ...fields.unknown(),
  };
  if (annotation.id === '') fields.problem('id', 'id');
  return problems.length === before ? annotation : undefined;
}

function readStatus(fields: Fields): Decision {
  const status = fields.value('status');
  if (status === 'confirmed' || status === 'rejected') return status;
  fields.problem('status', 'confirmed | rejected');
  return 'confirmed';
}

function readTarget(annotation: Fields, problems: FieldProblem[]): Target {
  const fields = new Fields(annotation.value('target'), () => annotation.path('target'), problems);
  const start = fields.offset('start', 0);
  return {
    start,
    end: fields.offset('end', start + 1),
    quote: fields.text('quote'),
    prefix: fields.text('prefix', ''),
    suffix: fields.text('suffix', ''),
    ...readKept(fields),
    ...readHash(fields),
    ...fields.unknown(),
  };
}

/** There is no `false`: what is not kept without a place says nothing of it. */
function readKept(target: Fields): Pick<Target, 'kept'> {
  const kept = target.value('kept');
  if (kept === true) return { kept };
  if (kept !== undefined) target.problem('kept', 'true');
  return {};
}

/** Left out where it is the file's own, which is nearly always. */
function readHash(target: Fields): Pick<Target, 'sha256'> {
  const sha256 = target.value('sha256');
  if (typeof sha256 === 'string') return { sha256 };
  if (sha256 !== undefined) target.problem('sha256', 'string');
  return {};
}

/** `code` is left out of the file where it is the annotation's first code, which is nearly always. */
function readOrigin(annotation: Fields, firstCode: string, problems: FieldProblem[]): Origin {
  const value = annotation.value('origin');
  const fields = new Fields(
    value === undefined ? { kind: 'manual' } : value,
    () => annotation.path('origin'),
    problems,
  );
  const kind = fields.value('kind');
  if (kind === 'manual') return { kind, ...fields.unknown() };
  if (kind !== 'suggestion') {
    fields.problem('kind', 'manual | suggestion');
    return { kind: 'manual' };
  }
  return {
    kind,
    codebook: fields.text('codebook', ''),
    code: fields.text('code', firstCode),
    score: fields.number('score'),
    evidence: fields.texts('evidence', []),
    ...fields.unknown(),
  };
}

/** As it stands in the file: known fields first, in the order of the contract. */
export function annotationToJson(annotation: Annotation): object {
  const { target, origin } = annotation;
  return {
    id: annotation.id,
    codes: annotation.codes,
    status: annotation.status,
    target: {
      start: target.start,
      end: target.end,
      quote: target.quote,
      prefix: target.prefix,
      suffix: target.suffix,
      ...(target.kept ? { kept: target.kept } : {}),
      ...(target.sha256 === undefined ? {} : { sha256: target.sha256 }),
      ...target.unknown,
    },
    memo: annotation.memo,
    origin: originToJson(origin, annotation.codes[0]),
    created: annotation.created,
    modified: annotation.modified,
    ...annotation.unknown,
  };
}

function originToJson(origin: Origin, firstCode: string | undefined): object {
  if (origin.kind === 'manual') return { kind: origin.kind, ...origin.unknown };
  return {
    kind: origin.kind,
    codebook: origin.codebook,
    ...(origin.code === firstCode ? {} : { code: origin.code }),
    score: origin.score,
    evidence: origin.evidence,
    ...origin.unknown,
  };
}
