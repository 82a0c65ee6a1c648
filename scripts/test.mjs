/**
 * `npm test`: everything, on a machine with nothing but Node and npm. What is missing is installed first.
 *
 *     npm test -- [--only types,lint,unit,host,web,e2e] [--grep WORDS]
 *
 * A failure does not stop the stages that do not need what failed. The last line counts them all:
 * types, lint, build and package are one check each.
 */

import { parseArgs } from 'node:util';
import { ensurePackages } from './project.mjs';

const { values: options } = parseArgs({ options: { only: { type: 'string' }, grep: { type: 'string' } } });

await ensurePackages();
// Only now: the stages may use what was just installed.
const { stages } = await import('./test-stages.mjs');

const names = stages.map(({ name }) => name);
const asked = options.only?.split(',') ?? names;
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No stage "${unknown.join('", "')}". Choose from ${names.join(', ')}.`);
  process.exit(2);
}

/** @type {Map<string, import('./test-stages.mjs').Counts>} */
const done = new Map();
for (const stage of stages.filter(({ name }) => wanted(name))) {
  const started = Date.now();
  console.log(`\n━━ ${stage.name}: ${stage.title}\n`);
  const counts = await outcome(stage);
  done.set(stage.name, counts);
  console.log(`\n${summary(counts)}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

console.log('\n━━ Result\n');
for (const [name, counts] of done) console.log(`${counts.failed > 0 ? '✖' : '✔'} ${name}: ${summary(counts)}`);
const total = [...done.values()].reduce(
  (sum, { passed, failed, skipped }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
    skipped: sum.skipped + skipped,
  }),
  { passed: 0, failed: 0, skipped: 0 },
);
console.log(`\n${summary(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

/**
 * A stage runs when it was asked for, or when one that was asked for needs it.
 *
 * @param {string} name
 * @returns {boolean}
 */
function wanted(name) {
  return asked.includes(name) || stages.some((stage) => stage.needs.includes(name) && wanted(stage.name));
}

/**
 * @param {import('./test-stages.mjs').Stage} stage
 * @returns {Promise<import('./test-stages.mjs').Counts>}
 */
async function outcome({ name, needs, run }) {
  const broken = needs.find((need) => (done.get(need)?.failed ?? 0) > 0);
  const failure = { passed: 0, failed: 1, skipped: 0 };
  if (broken !== undefined) {
    console.error(`Not run: ${broken} failed.`);
    return failure;
  }
  try {
    const counts = await run(options.grep);
    if (counts.passed + counts.failed > 0 || options.grep !== undefined) return counts;
    console.error(`${name} ran no test at all.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return failure;
}

/** @param {import('./test-stages.mjs').Counts} counts */
function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
