import { setImmediate } from 'node:timers/promises';
import { ulid } from 'ulid';
import type { Surroundings } from '../project/ports.js';
import { nodeFiles } from './nodeFiles.js';

/** This computer's clock, ids and files. */
export const nodeSurroundings: Surroundings = {
  files: nodeFiles,
  now: () => new Date(),
  newId: () => ulid(),
  pause: () => setImmediate(),
  elapsed: () => performance.now(),
  later(milliseconds, task) {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};
