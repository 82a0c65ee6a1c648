import { strict as assert } from 'node:assert';
import type { Annotation, Target } from '../../../../src/core/annotation/annotation.js';
import {
  type AnnotationFile,
  readAnnotationFile,
  writeAnnotationFile,
} from '../../../../src/core/annotation/annotationFile.js';
import { repairedText } from '../../../../src/core/annotation/repair.js';
import { targetOf } from '../../../../src/core/annotation/target.js';
import {
  type FileToVerify,
  type VerifyContext,
  verifyFile,
  verifyIds,
} from '../../../../src/core/annotation/verify.js';

const TEXT = 'Wij werken samen aan een plan voor de buurt en de school.\n';

function at(words: string): Target {
  const start = TEXT.indexOf(words);
  return targetOf(TEXT, { start, end: start + words.length });
}

function annotation(id: string, changes: Partial<Annotation> = {}): Annotation {
  return {
    ...{ id, codes: ['roles/partner'], status: 'confirmed', target: at('samen'), memo: '', origin: { kind: 'manual' } },
    ...{ created: '2026-01-01T00:00:00Z', modified: '2026-01-02T00:00:00Z', ...changes },
  };
}

function fileOf(annotations: readonly Annotation[], changes: Partial<AnnotationFile> = {}): AnnotationFile {
  return { document: 'a.md', sha256: 'now', coder: 'a', annotations, ...changes };
}

/** As it would be read from disk. */
function toVerify(text: string, path = 'a/a.md.json'): FileToVerify {
  const { file, messages } = readAnnotationFile(text);
  return { path, text, file, messages };
}

const context: VerifyContext = {
  document: { text: TEXT, sha256: 'now' },
  isKnown: (code) => code.startsWith('roles/'),
  place(target) {
    const start = TEXT.indexOf(target.quote);
    return start < 0 ? undefined : { ...target, start, end: start + target.quote.length };
  },
};

/** What is found, and what is still found after what can be repaired has been. */
function checked(text: string): readonly (readonly string[])[] {
  const to = toVerify(text);
  const findings = verifyFile(to, context);
  const after = repairedText(to, findings, context);
  const rest = after === undefined ? findings : verifyFile(toVerify(after), context);
  return [findings.map(({ kind }) => kind), rest.map(({ kind }) => kind)];
}

const checkedFile = (...annotations: readonly Annotation[]) => checked(writeAnnotationFile(fileOf(annotations)));

describe('checking an annotation file', () => {
  it('finds nothing in one that is as it should be, and does not repair it', () => {
    assert.deepEqual(checkedFile(annotation('a'), annotation('b', { target: at('plan') })), [[], []]);
    const to = toVerify(writeAnnotationFile(fileOf([annotation('a')])));
    assert.equal(repairedText(to, verifyFile(to, context), context), undefined);
  });

  it('finds words that are not there, and puts them where they are when that is certain', () => {
    const moved = { ...at('plan voor de buurt'), start: 3, end: 21 };
    assert.deepEqual(checkedFile(annotation('a', { target: moved })), [['words'], []]);
    const gone = { ...at('plan'), quote: 'niets' };
    assert.deepEqual(checkedFile(annotation('a', { target: { ...gone, end: gone.start + 5 } })), [
      ['words'],
      ['words'],
    ]);
  });

  it('says nothing of words in a text that changed since: they are looked for', () => {
    const old = fileOf([annotation('a', { target: { ...at('plan'), start: 3, end: 7 } })], { sha256: 'before' });
    assert.deepEqual(checked(writeAnnotationFile(old)), [[], []]);
  });

  it('finds other words around, a wrong length, a code twice, and dates that are none, and mends them', () => {
    assert.deepEqual(checkedFile(annotation('a', { target: { ...at('samen'), prefix: 'x' } })), [['context'], []]);
    assert.deepEqual(checkedFile(annotation('a', { codes: ['roles/a', 'roles/a'] })), [['codes'], []]);
    assert.deepEqual(checkedFile(annotation('a', { created: 'gisteren' })), [['date'], []]);
    assert.deepEqual(checkedFile(annotation('a', { created: '2026-13-01T00:00:00Z' })), [['date'], []]);
    assert.deepEqual(checkedFile(annotation('a', { modified: '2025-01-01T00:00:00Z' })), [['date'], []]);
    const long = fileOf([annotation('a', { target: { ...at('samen'), end: 40 } })], { sha256: 'before' });
    assert.deepEqual(checked(writeAnnotationFile(long)), [['length'], []]);
  });

  it('finds codes that no codebook has and a document that is gone, which only a person can mend', () => {
    assert.deepEqual(checkedFile(annotation('a', { codes: ['other/x'] })), [['code'], ['code']]);
    const to = toVerify(writeAnnotationFile(fileOf([annotation('a')])));
    const findings = verifyFile(to, { ...context, document: undefined });
    assert.deepEqual(
      findings.map(({ kind, isRepairable }) => [kind, isRepairable]),
      [['document', false]],
    );
  });

  it('finds another order than that of the document', () => {
    const text = writeAnnotationFile(fileOf([annotation('a')])).replace(/\n {2}\]\n\}\n$/, (end) => {
      const first = JSON.stringify({ ...annotation('b', { target: { ...at('Wij'), start: 0, end: 3 } }) });
      return `,\n    ${first}${end}`;
    });
    assert.deepEqual(checked(text), [['order'], []]);
  });

  it('gives the second annotation with an id one of its own, and drops one that is the same', () => {
    const json = JSON.parse(writeAnnotationFile(fileOf([annotation('a'), annotation('b', { memo: 'x' })])));
    json.annotations[1].id = 'a';
    json.annotations.push(json.annotations[0]);
    json.tool = 'x';
    const to = toVerify(JSON.stringify(json));
    const findings = verifyFile(to, context);
    assert.deepEqual(new Set(findings.map(({ kind }) => kind)), new Set(['id']));
    const again = readAnnotationFile(repairedText(to, findings, context) ?? '');
    assert.equal(again.writable, true);
    assert.deepEqual(again.file?.annotations.map(({ memo }) => memo).sort(), ['', 'x']);
    assert.deepEqual(again.file?.unknown, { tool: 'x' });
  });

  it('mends only what is asked for', () => {
    const to = toVerify(
      writeAnnotationFile(fileOf([annotation('a', { codes: ['roles/a', 'roles/a'], created: 'x' })])),
    );
    const findings = verifyFile(to, context);
    const after = repairedText(
      to,
      findings.filter(({ kind }) => kind === 'codes'),
      context,
    );
    assert.deepEqual(
      verifyFile(toVerify(after ?? ''), context).map(({ kind }) => kind),
      ['date'],
    );
  });

  it('finds what cannot be read, and resolves merge marks', () => {
    const text = writeAnnotationFile(fileOf([annotation('a')]));
    assert.deepEqual(checked(text.slice(0, 200)), [['unreadable'], ['unreadable']]);
    assert.deepEqual(checked(text.replace('"confirmed"', '"maybe"'))[0], ['unreadable']);
    const marked = text.replace(
      '      "memo": "",\n',
      '<<<<<<< a\n      "memo": "",\n=======\n      "memo": "x",\n>>>>>>> b\n',
    );
    assert.deepEqual(checked(marked), [['marks'], []]);
  });

  it('finds an id that two files have; the first keeps it', () => {
    const text = writeAnnotationFile(fileOf([annotation('a')]));
    const files = [toVerify(text, 'one.json'), toVerify(text.replace('"coder": "a"', '"coder": "b"'), 'two.json')];
    const findings = verifyIds(files);
    assert.deepEqual(
      findings.map(({ path, message }) => [path, ...message.args]),
      [['two.json', 'a', 'one.json']],
    );
    const second = files[1];
    assert.ok(second);
    const after = repairedText(second, findings, context);
    assert.deepEqual(verifyIds([toVerify(text, 'one.json'), toVerify(after ?? '', 'two.json')]), []);
  });
});
