import { strict as assert } from 'node:assert';
import { parseCommand, UsageError } from '../../../src/cli/options.js';

describe('the command line', () => {
  it('reads a scan with all its options', () => {
    const line = 'scan a.txt notes --codebook one,two --format csv --out rows.csv --jobs 3 --min-score 0.7';
    assert.deepEqual(parseCommand(line.split(' ')), {
      kind: 'scan',
      paths: ['a.txt', 'notes'],
      codebooks: ['one', 'two'],
      format: 'csv',
      out: 'rows.csv',
      jobs: 3,
      minScore: 0.7,
    });
  });

  it('takes the format from the name of the file to write, unless one is asked for', () => {
    const formatOf = (...args: string[]) => {
      const command = parseCommand(['scan', 'a.txt', ...args]);
      return 'format' in command ? command.format : undefined;
    };
    assert.equal(formatOf(), 'json');
    assert.equal(formatOf('--out', 'rows.CSV'), 'csv');
    assert.equal(formatOf('--out', 'rows.jsonl'), 'jsonl');
    assert.equal(formatOf('--out', 'rows'), 'json');
    assert.equal(formatOf('--out', 'rows.csv', '--format', 'json'), 'json');
  });

  it('reads a merge of three files, and a check with or without repair', () => {
    const files = { base: 'b.json', ours: 'o.json', theirs: 't.json' };
    assert.deepEqual(parseCommand(['merge-file', 'b.json', 'o.json', 't.json']), { kind: 'mergeFile', ...files });
    const verify = (...args: readonly string[]) => parseCommand(['verify', '.', ...args]);
    assert.deepEqual(verify(), { kind: 'verify', folder: '.', format: 'text', repair: 'no' });
    assert.deepEqual(verify('--repair', '--dry-run', '--format', 'json'), {
      ...{ kind: 'verify', folder: '.', format: 'json', repair: 'dry' },
    });
    assert.deepEqual(verify('--repair'), { kind: 'verify', folder: '.', format: 'text', repair: 'yes' });
    assert.throws(() => verify('--dry-run'), UsageError);
    assert.throws(() => verify('--format', 'csv'), UsageError);
    assert.throws(() => parseCommand(['merge-file', 'b.json', 'o.json']), UsageError);
  });

  it('reads an export with a coder and a status', () => {
    assert.deepEqual(parseCommand(['export', '.', '--coder', 'a.jansen', '--status', 'confirmed']), {
      kind: 'export',
      folder: '.',
      format: 'json',
      out: undefined,
      coder: 'a.jansen',
      status: 'confirmed',
      learns: true,
    });
    const { learns } = { learns: undefined, ...parseCommand(['export', '.', '--no-learning']) };
    assert.equal(learns, false);
  });

  it('gives help and version wherever they are asked for', () => {
    assert.equal(parseCommand(['--help']).kind, 'help');
    assert.equal(parseCommand(['scan', '-h']).kind, 'help');
    assert.equal(parseCommand(['--version']).kind, 'version');
    const [file] = [parseCommand(['scan', '--', '--help'])];
    assert.deepEqual('paths' in file && file.paths, ['--help']);
  });

  const WRONG: readonly (readonly [string, RegExp])[] = [
    ['', /expected a command/],
    ['rank a', /rank: unknown command; expected scan, export, codebooks/],
    ['toString', /unknown command/],
    ['scan', /expected a file, folder or glob/],
    ['scan a --format html', /--format html: expected json, jsonl, csv/],
    ['export . --format refi-qda', /--format refi-qda: expected json, jsonl, csv/],
    ['export', /expected one folder/],
    ['export a b', /expected one folder/],
    ['export a --status maybe', /--status maybe/],
    ['scan a --jobs 0', /--jobs 0: expected a whole number/],
    ['scan a --jobs 1.5', /--jobs 1.5/],
    ['scan a --min-score 2', /--min-score 2: expected a number from 0 to 1/],
    ['scan a --min-score x', /--min-score x/],
    ['scan a --codebook one,,two', /--codebook one,,two/],
    ['scan a --colour red', /scan: Unknown option '--colour'/],
    ['scan a --out', /scan: .*--out/],
    ['scan --stdin a', /takes no PATH/],
    ['scan --stdin --format csv', /scan --stdin writes jsonl/],
    ['codebooks more', /codebooks: /],
  ];
  for (const [line, expected] of WRONG) {
    it(`refuses "${line}" as wrong use, and says why`, () => {
      const args = line === '' ? [] : line.split(' ');
      assert.throws(
        () => parseCommand(args),
        (error) => error instanceof UsageError && expected.test(error.message),
      );
    });
  }
});
