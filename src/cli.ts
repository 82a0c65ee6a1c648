/**
 * The command line. The exit code is 0 (done), 1 (something was passed over, named on standard error) or 2 (wrong use). In a
 * scanning thread the same file gives the batch that the pool asks for: a file of its own would ship everything twice.
 */
import { isMainThread } from 'node:worker_threads';
import { run } from './cli/run.js';

export { scanBatch } from './cli/scanWorker.js';

if (isMainThread) {
  run(process.argv.slice(2)).then((exitCode) => {
    // Not `process.exit`: what is still on its way to a pipe would be lost.
    process.exitCode = exitCode;
  });
}
