import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { nodeFiles, uriOf } from '../../../src/cli/nodeFiles.js';
import type { Annotation } from '../../../src/core/annotation/annotation.js';
import {
  type AnnotationFile,
  readAnnotationFile,
  writeAnnotationFile,
} from '../../../src/core/annotation/annotationFile.js';
import { lockFile } from '../../../src/node/fileLock.js';
import { AnnotationStore, type Updated } from '../../../src/project/annotationStore.js';
import type { Files } from '../../../src/project/ports.js';
import { type Failing, FailingFiles, type Replacing } from './failingFiles.js';
import { MemoryFiles } from './memoryFiles.js';
import { ANNOTATIONS_URI, FOLDER } from './workspace.js';

const OWN = { coder: 'a.jansen', document: 'notes/letter.md' };
const PATH = '.policy-lens/annotations/a.jansen/notes/letter.md.json';

function annotation(id: string, changes: Partial<Annotation> = {}): Annotation {
  const target = { start: 0, end: 5, quote: 'samen', prefix: '', suffix: '' };
  return {
    ...{ id, codes: ['roles/partner'], status: 'confirmed', target, memo: '', origin: { kind: 'manual' } },
    ...{ created: '2026-01-01T00:00:00Z', modified: '2026-01-01T00:00:00Z', ...changes },
  };
}

function fileOf(...ids: readonly string[]): AnnotationFile {
  return { ...OWN, sha256: 'h', annotations: ids.map((id) => annotation(id)) };
}

async function storeOn(files: Files, folder = FOLDER): Promise<AnnotationStore> {
  const store = new AnnotationStore({ files, newId: () => ulid(), now: () => new Date() }, folder);
  await store.load();
  return store;
}

const add = (store: AnnotationStore, id: string): Promise<Updated> =>
  store.update(OWN, (before) => ({ ...before, annotations: [...before.annotations, annotation(id)] }));

const idsIn = (text: string | undefined) => {
  if (text === undefined) return [];
  const { file, writable } = readAnnotationFile(text);
  assert.ok(file && writable, text);
  return file.annotations.map(({ id }) => id);
};

const temporaries = (files: MemoryFiles) => [...files.contents.keys()].filter((uri) => uri.includes('.tmp-'));

describe('saving on a file system on which anything may go wrong', () => {
  const replacings: readonly Replacing[] = ['in one step', 'in two steps'];
  const failings: readonly Failing[] = ['refuses once', 'refuses from then on', 'writes half of it', 'ends'];
  for (const replacing of replacings) {
    for (const failing of failings) {
      it(`that replaces ${replacing} and ${failing}, at any step: the version before or the one after`, async () => {
        for (let at = 0; ; at++) {
          const real = new MemoryFiles({ [ANNOTATIONS_URI]: writeAnnotationFile(fileOf('a', 'b')) });
          const files = new FailingFiles(real, replacing, at, failing);
          const store = await storeOn(files);
          const { file, messages } = await add(store, 'c');
          // What a next program finds, be it that the last one was ended.
          const next = await storeOn(new FailingFiles(real, replacing));
          const ids = next.of(OWN.document).flatMap(({ annotations }) => annotations.map(({ id }) => id));
          const outcome = `step ${at}: ${ids}`;
          if (file) assert.deepEqual([ids, messages], [['a', 'b', 'c'], []], outcome);
          else {
            assert.ok(ids.length === 2 || ids.length === 3, outcome);
            assert.deepEqual(ids.slice(0, 2), ['a', 'b'], outcome);
            assert.equal(messages[0]?.key, 'annotations.readOnly');
            assert.equal(messages[0]?.args[0], PATH);
          }
          if (files.steps <= at) break;
        }
      });
    }
  }

  it('takes the version that was on its way for the file when the program was ended between both steps', async () => {
    const real = new MemoryFiles();
    real.put(`${ANNOTATIONS_URI}.tmp-${ulid(1000)}`, writeAnnotationFile(fileOf('a')));
    real.put(`${ANNOTATIONS_URI}.tmp-${ulid(2000)}`, writeAnnotationFile(fileOf('a', 'b')));
    real.put(`${ANNOTATIONS_URI}.tmp-${ulid(3000)}`, '{ "schema": "policy-lens/anno');
    const store = await storeOn(real);
    assert.deepEqual(idsIn(real.text(ANNOTATIONS_URI)), ['a', 'b']);
    assert.deepEqual(temporaries(real), []);
    assert.deepEqual(store.problems(), []);
  });

  it('does so too when another window was ended while this one was open', async () => {
    const real = new MemoryFiles({ [ANNOTATIONS_URI]: writeAnnotationFile(fileOf('a')) });
    const store = await storeOn(real);
    real.contents.delete(ANNOTATIONS_URI);
    real.put(`${ANNOTATIONS_URI}.tmp-${ulid()}`, writeAnnotationFile(fileOf('a', 'b')));
    await add(store, 'c');
    assert.deepEqual(idsIn(real.text(ANNOTATIONS_URI)), ['a', 'b', 'c']);
  });

  it('takes nothing for the file that lies beside another place than it says', async () => {
    const real = new MemoryFiles();
    const other = { ...fileOf('a'), document: 'elsewhere.md' };
    real.put(`${ANNOTATIONS_URI}.tmp-${ulid()}`, writeAnnotationFile(other));
    await storeOn(real);
    assert.equal(real.text(ANNOTATIONS_URI), undefined);
  });
});

describe('saving while another program does', () => {
  it('keeps what was written just before the file is replaced', async () => {
    const files = new MemoryFiles({ [ANNOTATIONS_URI]: writeAnnotationFile(fileOf('a')) });
    const store = await storeOn(files);
    const read = files.read.bind(files);
    let reads = 0;
    // The last look before replacing is the third reading of the file.
    files.read = async (uri) => {
      if (uri === ANNOTATIONS_URI && ++reads === 3) files.put(uri, writeAnnotationFile(fileOf('a', 'theirs')));
      return read(uri);
    };
    const { messages } = await add(store, 'ours');
    assert.deepEqual(messages, []);
    assert.deepEqual(idsIn(files.text(ANNOTATIONS_URI)).sort(), ['a', 'ours', 'theirs']);
  });

  it('puts back what another one overwrote that had not seen it', async () => {
    const files = new MemoryFiles({ [ANNOTATIONS_URI]: writeAnnotationFile(fileOf('a', 'b')) });
    const store = await storeOn(files);
    const replace = files.replace.bind(files);
    let isFirst = true;
    files.replace = async (from, to) => {
      await replace(from, to);
      if (isFirst) files.put(to, writeAnnotationFile(fileOf('a', 'theirs')));
      isFirst = false;
    };
    const { file } = await add(store, 'ours');
    // Theirs took away `b`, ours came before that.
    assert.deepEqual(idsIn(files.text(ANNOTATIONS_URI)).sort(), ['a', 'ours', 'theirs']);
    assert.deepEqual(file?.annotations.map(({ id }) => id).sort(), ['a', 'ours', 'theirs']);
  });

  it('is not disturbed by a window that opens and takes what lies beside for left behind', async () => {
    const files = new MemoryFiles();
    const store = await storeOn(files);
    const write = files.write.bind(files);
    files.write = async (uri, bytes) => {
      await write(uri, bytes);
      await storeOn(files);
    };
    assert.deepEqual((await add(store, 'a')).messages, []);
    assert.deepEqual(idsIn(files.text(ANNOTATIONS_URI)), ['a']);
    assert.deepEqual(temporaries(files), []);
  });

  it('says so when it cannot get through, and leaves what is there', async () => {
    const files = new MemoryFiles({ [ANNOTATIONS_URI]: writeAnnotationFile(fileOf('a')) });
    const store = await storeOn(files);
    const write = files.write.bind(files);
    let count = 0;
    files.write = async (uri, bytes) => {
      await write(uri, bytes);
      files.put(ANNOTATIONS_URI, writeAnnotationFile(fileOf('a', `theirs-${count++}`)));
    };
    const { file, messages } = await add(store, 'ours');
    assert.deepEqual([file, messages[0]?.key], [undefined, 'annotations.readOnly']);
    assert.deepEqual(idsIn(files.text(ANNOTATIONS_URI)), ['a', `theirs-${count - 1}`]);
    assert.deepEqual(temporaries(files), []);
  });

  it('writes a file that vanished at this moment again, with all that was in it, and says so', async () => {
    const files = new MemoryFiles({ [ANNOTATIONS_URI]: writeAnnotationFile(fileOf('a', 'b')) });
    const store = await storeOn(files);
    files.contents.delete(ANNOTATIONS_URI);
    const { file, messages } = await add(store, 'c');
    assert.equal(file?.annotations.length, 3);
    assert.deepEqual(messages, [{ key: 'annotations.vanished', args: [PATH] }]);
    assert.deepEqual(idsIn(files.text(ANNOTATIONS_URI)), ['a', 'b', 'c']);
  });

  it('begins anew where it is known that the file is gone', async () => {
    const files = new MemoryFiles({ [ANNOTATIONS_URI]: writeAnnotationFile(fileOf('a', 'b')) });
    const store = await storeOn(files);
    files.contents.delete(ANNOTATIONS_URI);
    await store.reload(ANNOTATIONS_URI);
    assert.deepEqual((await add(store, 'c')).messages, []);
    assert.deepEqual(idsIn(files.text(ANNOTATIONS_URI)), ['c']);
  });

  it('writes nothing when nothing changed, also in a folder that is read-only', async () => {
    const files = new MemoryFiles({ [ANNOTATIONS_URI]: writeAnnotationFile(fileOf('a')) });
    const store = await storeOn(files);
    files.refusal = new Error('read-only');
    const { file, messages } = await store.update(OWN, (before) => ({ ...before }));
    assert.deepEqual([file?.annotations.length, messages, files.written], [1, [], []]);
  });
});

describe('files on a disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-lens-disk-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const own = join('.policy-lens', 'annotations', 'a.jansen', 'notes');
  const now = (root = folder) => readFileSync(join(root, own, 'letter.md.json'), 'utf8');

  it('are left whole by a disk that is full, with a word, and written once there is room', async function () {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      // Only root may; what a full disk does is tried above too, step by step.
      this.skip();
    }
    try {
      const store = await storeOn(nodeFiles, uriOf(disk));
      let count = 0;
      let refused: Updated;
      do refused = await add(store, `id-${count++}`);
      while (refused.file);
      assert.ok(count > 20, `${count} saves`);
      const [said] = refused.messages;
      assert.equal(said?.key, 'annotations.readOnly');
      assert.match(String(said?.args[1]), /ENOSPC|no space/);
      assert.equal(idsIn(now(disk)).length, count - 1);
      assert.deepEqual(readdirSync(join(disk, own)), ['letter.md.json']);
      await store.update(OWN, (before) => ({ ...before, annotations: before.annotations.slice(0, 5) }));
      assert.ok((await add(store, 'again')).file);
      assert.deepEqual(idsIn(now(disk)).length, 6);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('that are read-only are left as they are, with a word', async function () {
    const disk = join(folder, 'disk');
    mkdirSync(join(disk, own), { recursive: true });
    writeFileSync(join(disk, own, 'letter.md.json'), writeAnnotationFile(fileOf('a')));
    try {
      execFileSync('mount', ['--bind', disk, disk], { stdio: 'ignore' });
      execFileSync('mount', ['-o', 'remount,ro,bind', disk], { stdio: 'ignore' });
    } catch {
      this.skip();
    }
    try {
      const store = await storeOn(nodeFiles, uriOf(disk));
      const { file, messages } = await add(store, 'b');
      assert.deepEqual([file, messages[0]?.key], [undefined, 'annotations.readOnly']);
      assert.match(String(messages[0]?.args[1]), /EROFS/);
      assert.deepEqual(idsIn(now(disk)), ['a']);
      // Nothing to write is nothing to refuse.
      assert.deepEqual((await store.update(OWN, (before) => before)).messages, []);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('keep who may read and write them', async () => {
    const store = await storeOn(nodeFiles, uriOf(folder));
    await add(store, 'a');
    const file = join(folder, own, 'letter.md.json');
    chmodSync(file, 0o664);
    await add(store, 'b');
    assert.equal(statSync(file).mode & 0o777, 0o664);
  });

  it('are free again after each write, and a lock of a program that is gone is taken away at once', async () => {
    const store = await storeOn(nodeFiles, uriOf(folder));
    await add(store, 'a');
    const path = join(folder, own, 'letter.md.json');
    const program = `require('node:fs').writeFileSync(process.argv[1], process.argv[2] + process.pid + ' x')`;
    const release = await lockFile(path);
    const [place = ''] = readFileSync(`${path}.lock`, 'utf8').split(` ${process.pid} `);
    await release();
    execFileSync(process.execPath, ['-e', program, `${path}.lock`, `${place} `]);
    assert.ok((await add(store, 'b')).file);
    assert.deepEqual(readdirSync(join(folder, own)), ['letter.md.json']);
  });

  it('whose lock another computer left are written after its lock was watched long enough', async () => {
    const path = join(folder, 'file.json');
    writeFileSync(`${path}.lock`, 'elsewhere/linux/ 4711 x');
    const release = await lockFile(path, { stale: 30, patience: 60_000 });
    await release();
    assert.deepEqual(readdirSync(folder), []);
  });

  it('say so when others hold them all the time', async () => {
    const path = join(folder, 'file.json');
    writeFileSync(`${path}.lock`, 'elsewhere/linux/ 4711 x');
    await assert.rejects(lockFile(path, { stale: 60_000, patience: 30 }), /all the time/);
    assert.deepEqual(readdirSync(folder), ['file.json.lock']);
  });
});
