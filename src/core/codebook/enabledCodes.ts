import type { Code, Codebook } from './codebook.js';

/** A code that is looked for, with where it stands in the tree. */
export interface EnabledCode {
  readonly code: Code;
  readonly parent: EnabledCode | undefined;
}

/**
 * The codes to look for, parents before their sub-codes. A code that its codebook has off by default takes its sub-codes with
 * it, unless one of these is enabled by its own path.
 */
export function* enabledCodes(codebook: Codebook, enabled: ReadonlySet<string>): Generator<EnabledCode> {
  yield* walk(codebook.codes, { enabled, parent: undefined, isOn: true });
}

/**
 * The top codes that turning a codebook on turns on: those it has on by default; all of one that has them all off, as the
 * frameworks have that wait to be asked for.
 */
export function usualCodes({ codes }: Pick<Codebook, 'codes'>): readonly Code[] {
  const usual = codes.filter(({ enabledByDefault }) => enabledByDefault);
  return usual.length > 0 ? usual : codes;
}

/** The codebook as it is when somebody asks for it by name. */
export function turnedOn(codebook: Codebook): Codebook {
  const usual = new Set(usualCodes(codebook));
  if ([...usual].every(({ enabledByDefault }) => enabledByDefault)) return codebook;
  return {
    ...codebook,
    codes: codebook.codes.map((code) => (usual.has(code) ? { ...code, enabledByDefault: true } : code)),
  };
}

interface Walk {
  readonly enabled: ReadonlySet<string>;
  readonly parent: EnabledCode | undefined;
  readonly isOn: boolean;
}

function* walk(codes: readonly Code[], { enabled, parent, isOn }: Walk): Generator<EnabledCode> {
  for (const code of codes) {
    const on = enabled.has(code.path) || (isOn && code.enabledByDefault);
    const entry = { code, parent };
    if (on) yield entry;
    yield* walk(code.codes, { enabled, parent: on ? entry : parent, isOn: on });
  }
}
