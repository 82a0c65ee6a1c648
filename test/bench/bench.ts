/** `npm run bench`: measures and gives docs/benchmarks.md its figures, on standard output. */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { analysisFigures } from './analysis.js';
import { policyProse } from './corpus.js';
import { highlightFigures } from './highlights.js';
import type { Figure } from './measure.js';
import { commandLineFigures, loadFigures, sizeFigures } from './programs.js';
import { shippedCodebooks } from './project.js';
import { readingFigures } from './reading.js';
import { typingFigures } from './typing.js';
import { typingAnnotatedFigures } from './typingAnnotated.js';

/** A real text beside the generated one, where the checkout lies next to the corpus. */
const REAL_TEXT = '../shared/corpus/nl/integraal-zorgakkoord-2022.txt';

function table(title: string, figures: readonly Figure[], limit: 'at most' | 'wanted' = 'at most'): string {
  const lines = figures.map(({ what, value, target }) => `| ${what} | ${value} | ${target} |`);
  return `### ${title}\n\n| what | measured | ${limit} |\n|---|---|---|\n${lines.join('\n')}\n`;
}

function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]?.toFixed(1);
  return (
    `Node ${process.versions.node}, ${availableParallelism()} cores (${cpu?.model.trim()}), ${memory} GB; ` +
    `load of the machine when it began: ${load}.\n`
  );
}

async function main(vsix: string): Promise<void> {
  const sections = [machine()];
  const add = (title: string, figures: readonly Figure[], limit?: 'wanted'): void => {
    sections.push(table(title, figures, limit));
    process.stderr.write(`${title}\n`);
  };
  const megabyte = policyProse(1, 1_000_000);
  add('Sizes', sizeFigures(vsix));
  add('Loading', loadFigures());
  add('Opening a long text', await readingFigures('generated, 1.0 MB', megabyte));
  if (existsSync(REAL_TEXT)) {
    const text = readFileSync(REAL_TEXT, 'utf8');
    add('Opening a real one', await readingFigures(`care accord, ${(text.length / 1e6).toFixed(2)} MB`, text));
  }
  const text = existsSync(REAL_TEXT)
    ? { name: 'care accord', text: readFileSync(REAL_TEXT, 'utf8') }
    : { name: 'generated', text: megabyte };
  add('The whole analysis, beside peers', await analysisFigures(await shippedCodebooks(), text), 'wanted');
  add('Typing in the text of 1 MB', await typingFigures(megabyte));
  add('Typing in it with ten thousand annotations', await typingAnnotatedFigures(megabyte));
  add('Ten thousand highlights', await highlightFigures());
  add('The command line', commandLineFigures());
  process.stdout.write(sections.join('\n'));
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
