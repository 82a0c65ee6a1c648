/** Mocha's own `spec` or `dot` report, with the counts put in a file for `test.mjs` to add up. */

const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

const { POLICY_LENS_REPORT: form = 'spec', POLICY_LENS_COUNTS: file } = process.env;

module.exports = class extends (form === 'dot' ? reporters.Dot : reporters.Spec) {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    /** @type {Set<string>} */
    const again = new Set();
    runner.on('retry', (test, error) => again.add(`${test.fullTitle()}: ${error.message.split('\n')[0]}`));
    runner.once('end', () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      // Never silently: what needs a second try is a fault to be found, in the test or in what it tests.
      for (const each of again) console.log(`Tried a second time: ${each}`);
      if (file !== undefined) writeFileSync(file, JSON.stringify({ passed, failed, skipped }));
    });
  }
};
