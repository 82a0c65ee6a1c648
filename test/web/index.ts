/** Entry of the tests in the web worker: the same suites as in Node, with mocha's build for browsers. */
import 'mocha/mocha.js';
import { anchoringSuite } from '../suites/anchoring.suite.js';
import { annotationFilesSuite } from '../suites/annotationFiles.suite.js';
import { bulkSuite } from '../suites/bulk.suite.js';
import { codesSuite } from '../suites/codes.suite.js';
import { decidingSuite } from '../suites/deciding.suite.js';
import { exportingSuite } from '../suites/exporting.suite.js';
import { learningSuite } from '../suites/learning.suite.js';
import { movingSuite } from '../suites/moving.suite.js';
import { readingSuite } from '../suites/reading.suite.js';
import { writingSuite } from '../suites/writing.suite.js';
import { finished, RigReporter } from '../vscode/mocha.js';

export function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 30_000, retries: 1, reporter: RigReporter as never });
  readingSuite();
  decidingSuite();
  exportingSuite();
  writingSuite();
  learningSuite();
  bulkSuite();
  codesSuite();
  movingSuite();
  annotationFilesSuite();
  anchoringSuite();
  return finished((done) => mocha.run(done));
}
