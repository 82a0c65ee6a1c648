/**
 * Tells the rig how the tests went, from inside an extension host. All that gets out of there, of the one in
 * Node and the one in a web worker alike, is the console: so every result is one marked line on it.
 */

/** What the rig looks for; `results.mjs` reads it. */
const mark = '[policy-lens-test]';

/** The title of a test with those of the suites around it. */
const titleOf = (test: Mocha.Test): string => test.titlePath().join(' › ');

const say = (result: Readonly<Record<string, unknown>>): void => console.log(`${mark} ${JSON.stringify(result)}`);

/** A mocha reporter, for `new Mocha({ reporter })` in Node and `mocha.setup({ reporter })` in the web worker. */
export class RigReporter {
  constructor(runner: Mocha.Runner) {
    runner.on('pass', (test) => say({ kind: 'passed', title: titleOf(test), ms: test.duration ?? 0 }));
    runner.on('pending', (test) => say({ kind: 'skipped', title: titleOf(test) }));
    runner.on('fail', (test, error: Error) =>
      say({ kind: 'failed', title: titleOf(test), error: error.stack ?? String(error) }),
    );
    runner.on('retry', (test, error: Error) =>
      say({ kind: 'again', title: titleOf(test), error: error.stack ?? String(error) }),
    );
    runner.on('end', () => say({ kind: 'end' }));
  }
}

/** The promise that VS Code wants of a tests module: it rejects when a test failed. */
export function finished(start: (done: (failures: number) => void) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    start((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
  });
}
