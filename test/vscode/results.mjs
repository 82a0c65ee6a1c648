/** Collects what `mocha.ts` says from inside an extension host. */

/**
 * @typedef {{ title: string, error: string }} Failure
 * @typedef {object} Results
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {Failure[]} failures
 */

const mark = '[policy-lens-test] ';

/** The results of one run, read line by line from a console. */
export class ResultCollector {
  /** @type {Results} */
  results = { passed: 0, failed: 0, skipped: 0, failures: [] };

  /** Whether the run came to its end. */
  ended = false;

  /**
   * @param {string} line
   * @returns {string | undefined} what to show of it, when it was a result
   */
  read(line) {
    const start = line.indexOf(mark);
    if (start === -1) return undefined;
    const result = JSON.parse(line.slice(start + mark.length));
    switch (result.kind) {
      case 'passed':
        this.results.passed += 1;
        return `  ✔ ${result.title} (${result.ms} ms)`;
      case 'skipped':
        this.results.skipped += 1;
        return `  - ${result.title}`;
      // Never silently: what needs a second try is a fault to be found, in the test or in what it tests.
      case 'again':
        return `  Tried a second time: ${result.title}\n${indent(result.error)}`;
      case 'failed':
        this.fail(result.title, result.error);
        return `  ✖ ${result.title}\n${indent(result.error)}`;
      default:
        this.ended = true;
        return undefined;
    }
  }

  /**
   * Counts a failure that is no test's own, such as a run that never came to its end.
   *
   * @param {string} title
   * @param {string} error
   */
  fail(title, error) {
    this.results.failed += 1;
    this.results.failures.push({ title, error });
  }
}

/** @param {string} text */
const indent = (text) => text.replaceAll(/^/gm, '      ');
