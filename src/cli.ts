/** The command line. The exit code is 0 (done), 1 (something was passed over, named on standard error) or 2 (wrong use). */
import { run } from './cli/run.js';

run(process.argv.slice(2)).then((exitCode) => {
  // Not `process.exit`: what is still on its way to a pipe would be lost.
  process.exitCode = exitCode;
});
