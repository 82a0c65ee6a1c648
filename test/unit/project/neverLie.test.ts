import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readAnnotationFile } from '../../../src/core/annotation/annotationFile.js';
import { accept, annotate, changeRange } from '../../../src/core/annotation/decide.js';
import { contentHash } from '../../../src/core/text/contentHash.js';
import type { Project } from '../../../src/project/project.js';
import type { MemoryFiles } from './memoryFiles.js';
import { MemoryKeeping } from './memoryKeeping.js';
import {
  ANNOTATIONS_URI,
  code,
  codingsWith,
  deciding,
  decisions,
  LETTER,
  LETTER_URI,
  letterFiles,
  openLetter,
  retype,
  save,
  textOf,
} from './workspace.js';

const hashOf = (text: string) => contentHash(new TextEncoder().encode(text));

/** What is on disk of an annotation: its words, and the text that they count in. */
function onDisk(files: MemoryFiles): ReadonlyMap<string, { readonly sha256: string; readonly at: string }> {
  const { file } = readAnnotationFile(files.text(ANNOTATIONS_URI) ?? '');
  assert.ok(file);
  return new Map(
    file.annotations.map(({ target }) => [
      target.quote,
      { sha256: target.sha256 ?? file.sha256, at: `${target.start}-${target.end}` },
    ]),
  );
}

/** Every target stands word for word where it says, in the text that it names. */
function assertTrue(files: MemoryFiles, texts: readonly string[]): void {
  const byHash = new Map(texts.map((text) => [hashOf(text), text]));
  const { file } = readAnnotationFile(files.text(ANNOTATIONS_URI) ?? '');
  for (const { target } of file?.annotations ?? []) {
    const text = byHash.get(target.sha256 ?? file?.sha256 ?? '');
    assert.ok(text !== undefined, `"${target.quote}" counts in a text that was there`);
    assert.equal(text.slice(target.start, target.end), target.quote);
  }
}

/** As another program does it, with the document closed. */
async function editedOutside(files: MemoryFiles, project: Project, edit: (text: string) => string): Promise<string> {
  await project.whenIdle();
  project.dispose();
  const text = edit(files.text(LETTER_URI) ?? '');
  files.put(LETTER_URI, text);
  return text;
}

describe('what is not certain', () => {
  it('is never written over: edited outside, one decided, saved, and edited outside again', async () => {
    const keeping = new MemoryKeeping();
    const files = letterFiles();
    let project = await openLetter(files, {}, { keeping });
    for (const quote of ['een plan voor de buurt', 'een verslag', 'hoe het verder gaat']) await code(project, quote);
    const first = hashOf(LETTER);

    const second = await editedOutside(files, project, (text) =>
      `Vooraf.\n\n${text}`.replace('plan voor de', 'goed plan voor heel de').replace('hoe het verder gaat', '...'),
    );
    project = await openLetter(files, {}, { keeping });
    assert.deepEqual(decisions(project), [
      'confirmed changed "een goed plan voor heel de buurt"',
      'confirmed moved "een verslag"',
      'confirmed orphan "hoe het verder gaat"',
    ]);
    await code(project, 'afgelopen jaar');
    await save(project, files);
    assertTrue(files, [LETTER, second]);
    assert.equal(onDisk(files).get('een plan voor de buurt')?.sha256, first);
    assert.equal(onDisk(files).get('hoe het verder gaat')?.sha256, first);
    assert.equal(onDisk(files).get('afgelopen jaar')?.sha256, hashOf(second));

    const changed = codingsWith(project, 'roles/partner').filter(({ state }) => state === 'changed');
    await project.steps.apply('accept', accept(changed, deciding(project)));
    assert.equal(onDisk(files).get('een goed plan voor heel de buurt')?.sha256, hashOf(second));

    const third = await editedOutside(files, project, (text) => `Nog iets.\n\n${text.replace('Vooraf.\n\n', '')}`);
    project = await openLetter(files, {}, { keeping });
    assert.deepEqual(decisions(project), [
      'confirmed moved "een goed plan voor heel de buurt"',
      'confirmed moved "een verslag"',
      'confirmed moved "afgelopen jaar"',
      'confirmed orphan "hoe het verder gaat"',
    ]);
    await save(project, files);
    assertTrue(files, [LETTER, second, third]);

    const fourth = await editedOutside(files, project, (text) =>
      text.replace('Samen bekijken wij', 'Samen bekijken wij hoe het verder gaat'),
    );
    project = await openLetter(files, {}, { keeping });
    const [back] = codingsWith(project, 'roles/partner').filter(
      ({ annotation }) => annotation?.target.quote === 'hoe het verder gaat',
    );
    assert.ok(
      back?.span === undefined || textOf(project).slice(back.span.start, back.span.end) === 'hoe het verder gaat',
    );
    assertTrue(files, [LETTER, second, third, fourth]);
    project.dispose();
  });

  it('still says where it was, after the words around it were edited and saved', async () => {
    const keeping = new MemoryKeeping();
    const files = letterFiles();
    let project = await openLetter(files, {}, { keeping });
    await code(project, 'een plan voor de buurt');
    await editedOutside(files, project, (text) => text.replace('plan voor', 'groot plan voor'));
    project = await openLetter(files, {}, { keeping });
    retype(project, 'De gemeente', 'De grote gemeente');
    const before = files.text(ANNOTATIONS_URI);
    await save(project, files);
    assert.equal(files.text(ANNOTATIONS_URI), before, 'nothing is certain, nothing is written');
    assert.deepEqual(decisions(await openLetter(files, {}, { keeping })), [
      'confirmed changed "een groot plan voor de buurt"',
    ]);
  });

  it('takes a decision back to the words that it was on, also when the text has changed since', async () => {
    const keeping = new MemoryKeeping();
    const files = letterFiles();
    const project = await openLetter(files, {}, { keeping });
    await code(project, 'een plan voor de buurt');
    const [coding] = codingsWith(project, 'roles/partner').filter(({ annotation }) => annotation);
    assert.ok(coding?.annotation);
    const start = LETTER.indexOf('een verslag');
    await project.steps.apply('range', changeRange(coding, { start, end: start + 11 }, deciding(project)));
    assert.deepEqual(decisions(project), ['confirmed anchored "een verslag"']);
    retype(project, 'De gemeente', 'Vooraf.\n\nDe gemeente');
    await save(project, files);
    await project.steps.undo();
    assert.deepEqual(decisions(project), ['confirmed anchored "een plan voor de buurt"']);
    assertTrue(files, [textOf(project)]);
    await project.steps.redo();
    assert.deepEqual(decisions(project), ['confirmed anchored "een verslag"']);
    assertTrue(files, [textOf(project)]);
  });

  it('always stands in the file as it stood in some text, whatever is edited where, and decided in between', async () => {
    const words = fc.constantFrom('', 'X', ' XX', '\n\n', '\r\n');
    const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), words, fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 4 }), async (rounds) => {
        const keeping = new MemoryKeeping();
        const files = letterFiles();
        const texts = [LETTER];
        let letter = 0;
        let project = await openLetter(files, {}, { keeping });
        for (const quote of ['een plan voor de buurt', 'een verslag', 'Samen bekijken wij']) await code(project, quote);
        for (const round of rounds) {
          for (const [at, length, typed, isOutside] of round) {
            const text = textOf(project);
            const start = Math.floor(at * text.length);
            const end = Math.min(text.length, start + length);
            const inserted = typed.replaceAll('X', 'αβγδεζηθικλμ'.charAt(letter++));
            const after = text.slice(0, start) + inserted + text.slice(end);
            if (isOutside) {
              await editedOutside(files, project, () => after);
              project = await openLetter(files, {}, { keeping });
            } else {
              project.edit(LETTER_URI, [{ start, end, text: inserted }], after);
              await save(project, files);
            }
            texts.push(after);
            assertTrue(files, texts);
          }
          const some = textOf(project).indexOf('e');
          if (some < 0) continue;
          await project.steps.apply(
            'code',
            annotate({ start: some, end: some + 1 }, ['roles/partner'], deciding(project)),
          );
          assertTrue(files, texts);
        }
        assert.equal(decisions(project).length, onDiskCount(files), 'none is lost');
        project.dispose();
      }),
      { numRuns: 12 },
    );
  }).timeout(20_000);
});

function onDiskCount(files: MemoryFiles): number {
  return readAnnotationFile(files.text(ANNOTATIONS_URI) ?? '').file?.annotations.length ?? 0;
}
