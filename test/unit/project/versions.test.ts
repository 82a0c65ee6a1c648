import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { ulid } from 'ulid';
import { reject } from '../../../src/core/annotation/decide.js';
import { MAX_VERSIONS, spaced, type Version } from '../../../src/project/versionSpacing.js';
import { Versions } from '../../../src/project/versions.js';
import { MemoryFiles } from './memoryFiles.js';
import { MemoryKeeping } from './memoryKeeping.js';
import {
  ANNOTATIONS_URI,
  code,
  codingsWith,
  deciding,
  decisions,
  FOLDER,
  letterFiles,
  openLetter,
  retype,
  save,
  stateOf,
} from './workspace.js';

const URI = `${FOLDER}/.policy-lens/annotations/a.jansen/letter.md.json`;
const MINUTE = 60_000;

const NO_FOLDERS = { get: () => undefined };

function clocked() {
  const files = new MemoryFiles();
  const keeping = new MemoryKeeping();
  const clock = { now: Date.parse('2026-01-31T10:00:00Z') };
  const versions = new Versions(
    { files, keeping, now: () => new Date(clock.now), newId: () => ulid(clock.now) },
    NO_FOLDERS,
  );
  const write = async (text: string) => {
    await versions.beforeWrite(URI);
    files.put(URI, text);
  };
  const texts = async () => {
    const known = await versions.of(URI);
    return Promise.all(known.map((version) => versions.textOf(URI, version)));
  };
  return { files, keeping, clock, versions, write, texts };
}

describe('versions of an annotation file', () => {
  it('are kept after a pause, not at every write', async () => {
    const { clock, write, texts } = clocked();
    await write('one');
    await write('two');
    clock.now += MINUTE;
    await write('three');
    assert.deepEqual(await texts(), []);
    clock.now += 10 * MINUTE;
    await write('four');
    await write('five');
    assert.deepEqual(await texts(), ['three']);
    clock.now += 10 * MINUTE;
    await write('six');
    assert.deepEqual(await texts(), ['five', 'three']);
  });

  it('are kept every hour of steady work', async () => {
    const { clock, write, versions } = clocked();
    for (let minute = 0; minute < 150; minute += 2) {
      await write(`after ${minute} minutes`);
      clock.now += 2 * MINUTE;
    }
    assert.equal((await versions.of(URI)).length, 2);
  });

  it('are kept before a bulk action, with its name, and once where nothing changed between', async () => {
    const { files, versions, texts } = clocked();
    files.put(URI, 'one');
    await versions.beforeBulk(URI, 'confirm 14 suggestions');
    await versions.beforeBulk(URI, 'reject 3 suggestions');
    files.put(URI, 'two');
    await versions.beforeBulk(URI, 'delete 2 annotations');
    assert.deepEqual(await texts(), ['two', 'one']);
    assert.deepEqual(
      (await versions.of(URI)).map(({ before }) => before),
      ['delete 2 annotations', 'confirm 14 suggestions'],
    );
  });

  it('never stand in the way, and are none where their storage refuses or is spoiled', async () => {
    const { files, keeping, versions } = clocked();
    files.put(URI, 'one');
    keeping.refusal = new Error('quota');
    await versions.beforeBulk(URI, 'confirm');
    keeping.refusal = undefined;
    assert.deepEqual(await versions.of(URI), []);
    await versions.beforeBulk(URI, 'confirm');
    const [version] = await versions.of(URI);
    assert.ok(version);
    for (const name of keeping.contents.keys()) await keeping.write(name, new TextEncoder().encode('{"schema":'));
    assert.deepEqual([await versions.of(URI), await versions.textOf(URI, version)], [[], undefined]);
    const without = new Versions({ files, now: () => new Date(), newId: () => ulid() }, NO_FOLDERS);
    await without.beforeBulk(URI, 'confirm');
    assert.deepEqual([without.areKept, await without.of(URI)], [false, []]);
  });

  it('leave nothing behind of those that are given up', async () => {
    const { clock, keeping, versions, write } = clocked();
    for (let day = 0; day < 60; day++) {
      await write(`day ${day}`);
      clock.now += 24 * 60 * MINUTE;
    }
    const known = await versions.of(URI);
    assert.ok(known.length <= MAX_VERSIONS && known.length > 10, String(known.length));
    assert.equal(keeping.contents.size, known.length + 1);
  });
});

describe('versions of an annotation file that moves', () => {
  it('go along, and are there where it was too, for the way back', async () => {
    const { files, versions, texts, clock, write } = clocked();
    const there = `${URI}.moved`;
    files.put(URI, 'one');
    await versions.beforeBulk(URI, 'confirm');
    await versions.follow(URI, there);
    await versions.follow(URI, there);
    const [version, ...more] = await versions.of(there);
    assert.ok(version && more.length === 0);
    assert.equal(await versions.textOf(there, version), 'one');
    files.put(there, 'two');
    clock.now += MINUTE;
    await versions.beforeBulk(there, 'reject');
    await versions.follow(there, URI);
    assert.deepEqual(await texts(), ['two', 'one']);
    for (let day = 0; day < 60; day++) {
      clock.now += 24 * 60 * MINUTE;
      await write(`day ${day}`);
    }
    assert.equal(await versions.textOf(there, version), undefined);
    assert.equal((await versions.of(there)).length, 2);
  });
});

describe('the spacing of versions', () => {
  it('keeps few, the newest among them, and one before a bulk action rather than another of its hour', () => {
    const minutes = fc.array(fc.record({ age: fc.nat(60 * 24 * 90), isBulk: fc.boolean() }), { maxLength: 200 });
    const now = new Date('2026-06-01T00:00:00Z');
    fc.assert(
      fc.property(minutes, (ages) => {
        const versions = ages
          .sort((a, b) => a.age - b.age)
          .map(({ age, isBulk }): Version => {
            const at = now.getTime() - age * MINUTE;
            const named = isBulk ? { before: 'confirm' } : {};
            return {
              ...{ id: ulid(at), at: new Date(at).toISOString(), sha256: '', length: 10, annotations: 1, codes: 1 },
              ...named,
            };
          });
        const kept = spaced(versions, now);
        assert.ok(kept.length <= MAX_VERSIONS);
        assert.deepEqual(kept.slice(0, 8), versions.slice(0, 8));
        assert.deepEqual(spaced(kept, now), kept);
      }),
    );
  });

  it('gives up old ones of files that are very large', () => {
    const version = (id: string): Version => {
      return { id, at: '2026-01-31T10:00:00Z', sha256: '', length: 40_000_000, annotations: 1, codes: 1 };
    };
    assert.deepEqual(spaced([version('2'), version('1')], new Date('2026-01-31T11:00:00Z')), [version('2')]);
  });
});

describe('a project that keeps versions', () => {
  const open = async () => {
    const [files, keeping] = [letterFiles(), new MemoryKeeping()];
    return { files, keeping, project: await openLetter(files, {}, { keeping }) };
  };

  it('keeps one before a long step, and restores it as a step that can be undone', async () => {
    const { files, project } = await open();
    await code(project, 'een plan voor de buurt');
    const before = files.text(ANNOTATIONS_URI);
    const { ref } = stateOf(project);
    async function* parts() {
      yield { document: ref, changes: reject(codingsWith(project, 'roles/principal'), deciding(project)) };
    }
    const label = (count: number) => `reject ${count}`;
    const outcome = await project.steps.applyLong({ intent: 'reject all', label, parts: parts() });
    assert.deepEqual(outcome, { label: 'reject 2', count: 2, documents: 1, messages: [] });
    const after = files.text(ANNOTATIONS_URI);
    const [version] = await project.versions.of(ANNOTATIONS_URI);
    assert.ok(version);
    assert.deepEqual([version.before, version.annotations, version.codes], ['reject all', 1, 1]);
    const text = await project.versions.textOf(ANNOTATIONS_URI, version);
    assert.equal(text, before);
    await project.steps.apply('restore', [], [{ uri: ANNOTATIONS_URI, before: after, after: text }]);
    await project.whenIdle();
    assert.equal(files.text(ANNOTATIONS_URI), before);
    assert.deepEqual(decisions(project), ['confirmed anchored "een plan voor de buurt"']);
    const [kept] = await project.versions.of(ANNOTATIONS_URI);
    assert.ok(kept);
    assert.deepEqual([kept.before, await project.versions.textOf(ANNOTATIONS_URI, kept)], ['restore', after]);
    await project.steps.undo();
    await project.whenIdle();
    assert.equal(files.text(ANNOTATIONS_URI), after);
    assert.equal(decisions(project).length, 3);
  });
});

describe('an annotation file that another program replaces', () => {
  it('is kept as it was last seen, if it was written here', async () => {
    const [files, keeping] = [letterFiles(), new MemoryKeeping()];
    const project = await openLetter(files, {}, { keeping });
    await code(project, 'een plan');
    await code(project, 'een verslag');
    const ours = files.text(ANNOTATIONS_URI);
    const theirs = ANNOTATIONS_URI.replace('a.jansen', 'b.smit');
    for (const [uri, text] of [
      [ANNOTATIONS_URI, ours?.replaceAll('confirmed', 'rejected')],
      [theirs, ours?.replaceAll('a.jansen', 'b.smit')],
      [theirs, ours?.replaceAll('a.jansen', 'b.smit').replaceAll('confirmed', 'rejected')],
    ] as const) {
      files.put(uri, text ?? '');
      await project.fileChanged(uri);
    }
    const [version] = await project.versions.of(ANNOTATIONS_URI);
    assert.ok(version);
    assert.equal(await project.versions.textOf(ANNOTATIONS_URI, version), ours);
    assert.deepEqual(await project.versions.of(theirs), []);
  });
});

describe('a version that was restored', () => {
  it('is taken back also when the document was edited and saved since', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    await code(project, 'een plan');
    const early = files.text(ANNOTATIONS_URI);
    await code(project, 'een verslag');
    const late = files.text(ANNOTATIONS_URI);
    await project.steps.apply('restore', [], [{ uri: ANNOTATIONS_URI, before: late, after: early }]);
    await project.whenIdle();
    retype(project, 'De gemeente', 'Onze gemeente');
    await save(project, files);
    assert.notEqual(files.text(ANNOTATIONS_URI), early);
    assert.deepEqual(await project.steps.undo(), { label: 'restore', messages: [] });
    await project.whenIdle();
    assert.deepEqual(
      stateOf(project).codings.flatMap(({ annotation, quote }) => (annotation ? [quote] : [])),
      ['een plan', 'een verslag'],
    );
    await project.steps.redo();
    await project.whenIdle();
    assert.deepEqual(decisions(project), ['confirmed anchored "een plan"']);
  });
});
