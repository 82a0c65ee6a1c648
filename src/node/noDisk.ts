/** Stands in the place of `disk.ts` in the bundle for browsers (esbuild.js). */
import type { Disk } from './disk.js';

export const disk: Disk | undefined = undefined;
