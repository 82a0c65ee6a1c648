/** `scan --stdin`: a filter from documents to rows, line by line, that holds no more than it works on. */
import { codebooksToUse } from './codebooks.js';
import { type Line, linesOf } from './lines.js';
import type { Command } from './options.js';
import { withOutput } from './output.js';
import type { Report } from './report.js';
import { scanAll } from './scanPool.js';
import type { ScanSource } from './scanTask.js';

/** Bytes of a line: more than any document that is read, so that only damage is passed over. */
const LONGEST_LINE = 128 * 1024 * 1024;

const PROBLEMS = {
  invalidUtf8: 'not valid UTF-8',
  tooLong: `longer than ${LONGEST_LINE / 1024 / 1024} MB`,
} as const;

const EXPECTED = 'expected {"document": "...", "text": "..."}';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The document that a line holds, or what is wrong with it. */
function sourceOf(line: Line): ScanSource | string {
  if ('problem' in line) return PROBLEMS[line.problem];
  const value = parsed(line.text);
  if (value === undefined) return `not valid JSON; ${EXPECTED}`;
  if (typeof value !== 'object' || value === null || !('document' in value) || !('text' in value)) return EXPECTED;
  const { document, text } = value;
  if (typeof document !== 'string' || typeof text !== 'string') return EXPECTED;
  return { name: document, variables: {}, from: { text } };
}

async function* sourcesOf(input: AsyncIterable<Uint8Array>, report: Report): AsyncGenerator<ScanSource> {
  for await (const line of linesOf(input, LONGEST_LINE)) {
    if ('text' in line && line.text.trim() === '') continue;
    const source = sourceOf(line);
    if (typeof source === 'string') report.problem(`standard input, line ${line.number}`, source);
    else yield source;
  }
}

export async function scanStdin(command: Command & { kind: 'scanStdin' }, report: Report): Promise<void> {
  const inForce = await codebooksToUse(undefined, command.codebooks, report);
  const settings = { ...inForce, minScore: command.minScore, format: 'jsonl', variables: [] } as const;
  await withOutput(command.out, async (write) => {
    for await (const scanned of scanAll(sourcesOf(process.stdin, report), settings, command.jobs)) {
      report.messages(scanned.name, scanned.problems);
      await write(scanned.rows);
    }
  });
}
