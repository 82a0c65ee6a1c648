import type { CodingTarget } from './codingTarget.js';

/** A link that runs a command on a coding, for hovers and whatever else takes links. */
export function commandLink(command: `policyLens.${string}`, target: CodingTarget): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([target]))}`;
}
