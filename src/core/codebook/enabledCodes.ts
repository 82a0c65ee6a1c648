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
