/** Word lists that every codebook has without defining them; what they hold stands in `commonWords.ts`. */
import { COMMON_LISTS, type CommonList } from './commonWords.js';

export const commonListNames: readonly string[] = Object.keys(COMMON_LISTS);

export function commonList(name: string): CommonList | undefined {
  return Object.hasOwn(COMMON_LISTS, name) ? COMMON_LISTS[name] : undefined;
}
