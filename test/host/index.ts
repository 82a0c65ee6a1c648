/** Entry of the tests in the Node extension host. */
import Mocha from 'mocha';
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
import { checkoutSuite, writeByNode } from './checkout.suite.js';

export function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    // An editor on a busy machine may hear of a file too late; what was tried again is told (`RigReporter`).
    retries: 1,
    reporter: RigReporter as unknown as Mocha.ReporterConstructor,
  });
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  readingSuite();
  decidingSuite();
  exportingSuite();
  writingSuite();
  learningSuite();
  bulkSuite();
  codesSuite();
  movingSuite();
  annotationFilesSuite();
  anchoringSuite(writeByNode);
  checkoutSuite();
  return finished((done) => mocha.run(done));
}
