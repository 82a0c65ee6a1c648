import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Annotation } from '../../../src/core/annotation/annotation.js';
import {
  type AnnotationFile,
  readAnnotationFile,
  writeAnnotationFile,
} from '../../../src/core/annotation/annotationFile.js';
import { mergeMarked } from '../../../src/core/annotation/mergeTexts.js';
import { ensureBuilt, Folder, policyLens } from './commandLine.js';

const PATH = '.policy-lens/annotations/a.jansen/letter.md.json';

function annotation(id: string, changes: Partial<Annotation> = {}): Annotation {
  const target = { start: 0, end: 5, quote: 'samen', prefix: '', suffix: '' };
  return {
    ...{ id, codes: ['roles/partner'], status: 'confirmed', target, memo: '', origin: { kind: 'manual' } },
    ...{ created: '2026-01-01T00:00:00Z', modified: '2026-01-01T00:00:00Z', ...changes },
  };
}

function text(annotations: readonly Annotation[]): string {
  const file: AnnotationFile = { document: 'letter.md', sha256: 'h', coder: 'a.jansen', annotations };
  return writeAnnotationFile(file);
}

const memosIn = (json: string) => readAnnotationFile(json).file?.annotations.map(({ id, memo }) => `${id} ${memo}`);

describe('policy-lens merge-file', () => {
  let folder: Folder;
  before(function () {
    this.timeout(60_000);
    ensureBuilt();
  });
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => folder.remove());

  async function merge(base: string, ours: string, theirs: string) {
    const files = [folder.write('base', base), folder.write('ours', ours), folder.write('theirs', theirs)];
    const finished = await policyLens(['merge-file', ...files]);
    return { ...finished, result: readFileSync(join(folder.path, 'ours'), 'utf8') };
  }

  it('puts the result in the place of OURS', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => annotation(id));
    assert.ok(a && b && c);
    const { code, result, stderr } = await merge(text([a]), text([a, b]), text([a, c]));
    assert.deepEqual([code, stderr, memosIn(result)], [0, '', ['a ', 'b ', 'c ']]);
  });

  it('keeps both where both changed one thing, and names them', async () => {
    const memo = (words: string, day: number) =>
      annotation('a', { memo: words, modified: `2026-02-0${day}T00:00:00Z` });
    const { code, result, stderr } = await merge(text([annotation('a')]), text([memo('o', 1)]), text([memo('t', 2)]));
    assert.equal(code, 0);
    assert.equal(memosIn(result)?.length, 2);
    assert.match(stderr, /annotation a: changed on both sides; both are kept/);
  });

  it('leaves both between marks where one cannot be read, with exit code 1', async () => {
    const base = text([annotation('a')]);
    const newer = base.replace('annotations@1', 'annotations@2');
    const { code, result, stderr } = await merge(base, base, newer);
    assert.equal(code, 1);
    assert.match(stderr, /newer version/);
    assert.ok(result.startsWith('<<<<<<< ours\n{') && result.endsWith('}\n>>>>>>> theirs\n'));
    assert.ok(result.includes(newer));
  });

  it('leaves a file with marks of its own as it is', async () => {
    const marked = '<<<<<<< HEAD\n=======\n>>>>>>> x\n';
    const { code, result } = await merge('', marked, text([]));
    assert.deepEqual([code, result], [1, marked]);
  });

  it('is wrong use without three files', async () => {
    assert.equal((await policyLens(['merge-file', 'one', 'two'])).code, 2);
    assert.equal((await policyLens(['merge-file', 'no-1', 'no-2', 'no-3'])).code, 1);
  });
});

describe('git', () => {
  let folder: Folder;
  before(function () {
    this.timeout(60_000);
    ensureBuilt();
  });
  beforeEach(() => {
    folder = new Folder();
    git('init', '-q', '-b', 'main');
    git('config', 'user.name', 'Test');
    git('config', 'user.email', 'test@example.org');
  });
  afterEach(() => folder.remove());

  function git(...args: readonly string[]): string {
    return execFileSync('git', args, { cwd: folder.path, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** The two lines that the README gives, with this build in the place of the one on the path. */
  function configureDriver(): void {
    const readme = readFileSync('README.md', 'utf8');
    const attribute = /^\.policy-lens\/annotations\/.* merge=policy-lens$/m.exec(readme)?.[0];
    const driver = /^git config merge\.policy-lens\.driver "policy-lens (.*)"$/m.exec(readme)?.[1];
    assert.ok(attribute && driver, 'the README gives both lines');
    const command = folder.write(
      '.git/policy-lens',
      `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli.js')}" "$@"\n`,
    );
    chmodSync(command, 0o755);
    folder.write('.gitattributes', `${attribute}\n`);
    git('config', 'merge.policy-lens.driver', `.git/policy-lens ${driver}`);
  }

  function commit(json: string): void {
    folder.write(PATH, json);
    git('add', '-A');
    git('commit', '-q', '-m', 'change');
  }

  function branches(base: string, ours: string, theirs: string): void {
    commit(base);
    git('checkout', '-q', '-b', 'other');
    commit(theirs);
    git('checkout', '-q', 'main');
    commit(ours);
  }

  const mergeOther = (...options: readonly string[]) =>
    spawnSync('git', [...options, 'merge', '-q', '-m', 'merge', 'other'], { cwd: folder.path, encoding: 'utf8' });
  const now = () => readFileSync(join(folder.path, PATH), 'utf8');
  const first = annotation('a');
  const memo = (words: string) => ({ ...first, memo: words, modified: `2026-02-01T00:00:00Z ${words}`.slice(0, 20) });

  it('merges what two branches added in the same place', () => {
    configureDriver();
    branches(text([first]), text([first, annotation('b')]), text([first, annotation('c')]));
    assert.equal(mergeOther().status, 0);
    assert.deepEqual(memosIn(now()), ['a ', 'b ', 'c ']);
    assert.equal(git('status', '--porcelain'), '');
  });

  it('merges files that two branches began, also in rebase and cherry-pick', () => {
    configureDriver();
    commit(text([]));
    git('rm', '-q', PATH);
    git('commit', '-q', '-m', 'none');
    git('checkout', '-q', '-b', 'other');
    commit(text([annotation('c')]));
    git('checkout', '-q', 'main');
    commit(text([annotation('b')]));
    git('rebase', '-q', 'other');
    assert.deepEqual(memosIn(now()), ['b ', 'c ']);
    assert.equal(git('status', '--porcelain'), '');
  });

  it('keeps both memos, and says so', () => {
    configureDriver();
    branches(text([first]), text([memo('ours')]), text([memo('theirs')]));
    const merge = mergeOther();
    assert.equal(merge.status, 0);
    assert.match(merge.stdout + merge.stderr, /both are kept/);
    assert.equal(memosIn(now())?.length, 2);
  });

  it('stops where one side cannot be read, with both between marks', () => {
    configureDriver();
    const base = text([first]);
    branches(base, text([first, annotation('b')]), base.replace('annotations@1', 'annotations@2'));
    assert.equal(mergeOther().status, 1);
    assert.match(git('status', '--porcelain'), /^UU /m);
    assert.match(now(), /^<<<<<<< ours$/m);
  });

  for (const style of ['merge', 'diff3', 'zdiff3']) {
    it(`without the driver leaves marks of the style ${style}, of which the same result is made`, () => {
      const base = text([first, annotation('d', { memo: 'x' })]);
      branches(
        base,
        text([memo('ours'), annotation('b')]),
        text([first, annotation('c'), annotation('d', { memo: 'x' })]),
      );
      const merge = mergeOther('-c', `merge.conflictStyle=${style}`);
      assert.equal(merge.status, 1, merge.stderr);
      const marked = now();
      assert.match(marked, /^<<<<<<< /m);
      const resolved = mergeMarked(marked);
      assert.ok(resolved && 'text' in resolved, JSON.stringify(resolved));
      const memos = memosIn(resolved.text) ?? [];
      for (const expected of ['a ours', 'b ', 'c ']) assert.ok(memos.includes(expected), `${expected} of ${memos}`);
    });
  }
});
