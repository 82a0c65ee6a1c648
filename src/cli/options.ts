/** The command line as data: every way to write it wrong is a `UsageError`, and nothing has run yet. */
import { parseArgs } from 'node:util';
import type { CodingStatus } from '../core/analysis/coding.js';
import { ROW_FORMATS, type RowFormat } from '../core/exchange/rowFormats.js';

/** Wrong use: exit code 2. */
export class UsageError extends Error {}

/** Where rows go and how they are written. `out` undefined: standard output. */
export interface OutputOptions {
  readonly format: RowFormat;
  readonly out: string | undefined;
}

/** Which suggestions count. */
export interface DetectionOptions {
  /** Ids of codebooks; undefined: all that are in force. */
  readonly codebooks: readonly string[] | undefined;
  /** 0..1; undefined: the detector's own. */
  readonly minScore: number | undefined;
  readonly jobs: number;
}

export type Command =
  | { readonly kind: 'help' | 'version' }
  | ({ readonly kind: 'scan'; readonly paths: readonly string[] } & OutputOptions & DetectionOptions)
  | ({ readonly kind: 'scanStdin'; readonly out: string | undefined } & DetectionOptions)
  | ({
      readonly kind: 'export';
      readonly folder: string;
      readonly coder: string | undefined;
      readonly status: CodingStatus | undefined;
      /** Whether the decisions in the folder change what is suggested. */
      readonly learns: boolean;
    } & OutputOptions)
  | { readonly kind: 'codebooks'; readonly format: 'json' | 'text' }
  | { readonly kind: 'mergeFile'; readonly base: string; readonly ours: string; readonly theirs: string }
  | {
      readonly kind: 'verify';
      readonly folder: string;
      readonly format: 'json' | 'text';
      /** `dry`: what would be repaired is told, and nothing written. */
      readonly repair: 'no' | 'dry' | 'yes';
    };

const STATUSES: readonly CodingStatus[] = ['suggested', 'confirmed', 'rejected'];

const STRING = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;
const OUTPUT = { format: STRING, out: STRING } as const;
const DETECTION = { codebook: STRING, 'min-score': STRING, jobs: STRING } as const;

function oneOf<T extends string>(value: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`${option} ${value}: expected ${allowed.join(', ')}`);
  return found;
}

function formatOf(value: string | undefined, out: string | undefined): RowFormat {
  if (value !== undefined) return oneOf(value, ROW_FORMATS, '--format');
  const ending = out?.slice(out.lastIndexOf('.') + 1).toLowerCase();
  return ROW_FORMATS.find((format) => format === ending) ?? 'json';
}

function scoreOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const score = Number(value);
  if (value.trim() === '' || !(score >= 0 && score <= 1)) {
    throw new UsageError(`--min-score ${value}: expected a number from 0 to 1`);
  }
  return score;
}

function jobsOf(value: string | undefined): number {
  const jobs = Number(value ?? '1');
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256) {
    throw new UsageError(`--jobs ${value}: expected a whole number from 1 to 256`);
  }
  return jobs;
}

function idsOf(value: string | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const ids = value.split(',').map((id) => id.trim());
  if (ids.some((id) => id === '')) throw new UsageError(`--codebook ${value}: expected ids, separated by commas`);
  return ids;
}

interface DetectionValues {
  readonly codebook?: string | undefined;
  readonly 'min-score'?: string | undefined;
  readonly jobs?: string | undefined;
}

function detectionOf(values: DetectionValues): DetectionOptions {
  return {
    codebooks: idsOf(values.codebook),
    minScore: scoreOf(values['min-score']),
    jobs: jobsOf(values.jobs),
  };
}

function scanCommand(args: string[]): Command {
  const options = { ...OUTPUT, ...DETECTION, stdin: FLAG } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.stdin === true) {
    if (positionals.length > 0) throw new UsageError('scan --stdin reads standard input and takes no PATH');
    if (values.format !== undefined && values.format !== 'jsonl') {
      throw new UsageError(`--format ${values.format}: scan --stdin writes jsonl`);
    }
    return { kind: 'scanStdin', out: values.out, ...detectionOf(values) };
  }
  if (positionals.length === 0) throw new UsageError('scan: expected a file, folder or glob, or --stdin');
  const format = formatOf(values.format, values.out);
  return { kind: 'scan', paths: positionals, format, out: values.out, ...detectionOf(values) };
}

function exportCommand(args: string[]): Command {
  const options = { ...OUTPUT, coder: STRING, status: STRING, 'no-learning': FLAG } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError('export: expected one folder');
  return {
    kind: 'export',
    folder,
    format: formatOf(values.format, values.out),
    out: values.out,
    coder: values.coder,
    status: values.status === undefined ? undefined : oneOf(values.status, STATUSES, '--status'),
    learns: values['no-learning'] !== true,
  };
}

function codebooksCommand(args: string[]): Command {
  const { values } = parseArgs({ args, options: { format: STRING } });
  return { kind: 'codebooks', format: oneOf(values.format ?? 'text', ['json', 'text'], '--format') };
}

function mergeFileCommand(args: string[]): Command {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  const [base, ours, theirs, ...more] = positionals;
  if (base === undefined || ours === undefined || theirs === undefined || more.length > 0) {
    throw new UsageError('merge-file: expected three files, BASE OURS THEIRS');
  }
  return { kind: 'mergeFile', base, ours, theirs };
}

function verifyCommand(args: string[]): Command {
  const options = { format: STRING, repair: FLAG, 'dry-run': FLAG } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError('verify: expected one folder');
  if (values['dry-run'] === true && values.repair !== true) throw new UsageError('--dry-run: only with --repair');
  const repair = values.repair !== true ? 'no' : values['dry-run'] === true ? 'dry' : 'yes';
  return { kind: 'verify', folder, format: oneOf(values.format ?? 'text', ['json', 'text'], '--format'), repair };
}

const COMMANDS: Readonly<Record<string, (args: string[]) => Command>> = {
  scan: scanCommand,
  export: exportCommand,
  codebooks: codebooksCommand,
  'merge-file': mergeFileCommand,
  verify: verifyCommand,
};

function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** The command that `args` (without node and script) ask for. Throws `UsageError` where they are wrong. */
export function parseCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') return { kind: 'version' };
  if (name === undefined) throw new UsageError('expected a command');
  const beforeEnd = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (name === 'help' || beforeEnd.includes('--help') || beforeEnd.includes('-h')) return { kind: 'help' };
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    throw new UsageError(`${name}: unknown command; expected ${Object.keys(COMMANDS).join(', ')}`);
  }
  try {
    return command(rest);
  } catch (error) {
    if (isArgumentError(error)) throw new UsageError(`${name}: ${error.message}`);
    throw error;
  }
}
