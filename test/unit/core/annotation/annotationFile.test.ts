import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { type Schema, Validator } from '@cfworker/json-schema';
import fc from 'fast-check';
import type { Annotation } from '../../../../src/core/annotation/annotation.js';
import {
  type AnnotationFile,
  readAnnotationFile,
  writeAnnotationFile,
} from '../../../../src/core/annotation/annotationFile.js';

const schema: Schema = JSON.parse(readFileSync('media/schemas/annotations-1.schema.json', 'utf8'));

function annotation(changes: Partial<Annotation> = {}): Annotation {
  return {
    id: '01J9ZX4M1T5X8V7R3W2Q1P0N9A',
    codes: ['interventions/relational/coach'],
    status: 'confirmed',
    target: { start: 4, end: 9, quote: 'coach', prefix: 'een ', suffix: ' helpt' },
    memo: '',
    origin: {
      kind: 'suggestion',
      codebook: 'interventions@1',
      code: 'interventions/relational/coach',
      score: 0.83,
      evidence: ['coach*'],
    },
    created: '2026-01-31T10:00:00Z',
    modified: '2026-01-31T10:00:00Z',
    ...changes,
  };
}

function file(annotations: readonly Annotation[] = [annotation()]): AnnotationFile {
  return { document: 'notes/letter.md', sha256: 'ab', coder: 'a.jansen', annotations };
}

/** The JSON of a file with one annotation, changed by `change`. */
function changedJson(change: (json: ReturnType<typeof JSON.parse>) => void): string {
  const json = JSON.parse(writeAnnotationFile(file()));
  change(json);
  return JSON.stringify(json, undefined, 2);
}

describe('an annotation file', () => {
  it('is written with one field a line, in the order of the contract, with a final newline', () => {
    assert.equal(
      writeAnnotationFile(file()),
      `{
  "schema": "policy-lens/annotations@1",
  "document": "notes/letter.md",
  "sha256": "ab",
  "coder": "a.jansen",
  "annotations": [
    {
      "id": "01J9ZX4M1T5X8V7R3W2Q1P0N9A",
      "codes": [
        "interventions/relational/coach"
      ],
      "status": "confirmed",
      "target": {
        "start": 4,
        "end": 9,
        "quote": "coach",
        "prefix": "een ",
        "suffix": " helpt"
      },
      "memo": "",
      "origin": {
        "kind": "suggestion",
        "codebook": "interventions@1",
        "score": 0.83,
        "evidence": [
          "coach*"
        ]
      },
      "created": "2026-01-31T10:00:00Z",
      "modified": "2026-01-31T10:00:00Z"
    }
  ]
}
`,
    );
  });

  it('is read as it was written, and conforms to its schema', () => {
    const recoded = annotation({ id: 'b', codes: ['interventions/creative'], status: 'rejected', memo: 'Nee: "zo"\n' });
    const byHand = annotation({ id: 'c', origin: { kind: 'manual' } });
    const loneSurrogate = annotation({
      id: 'd',
      target: { start: 1, end: 2, quote: '\ud83d', prefix: '', suffix: '' },
    });
    const before = file([loneSurrogate, annotation(), recoded, byHand]);
    const text = writeAnnotationFile(before);
    assert.deepEqual(readAnnotationFile(text), { file: before, messages: [], writable: true });
    assert.deepEqual(new Validator(schema, '2020-12').validate(JSON.parse(text)).errors, []);
  });

  it('is written in document order whatever the order in memory', () => {
    const later = annotation({ id: 'a', target: { start: 90, end: 95, quote: 'coach', prefix: '', suffix: '' } });
    const written = writeAnnotationFile(file([later, annotation()]));
    assert.equal(written, writeAnnotationFile(file([annotation(), later])));
    assert.ok(written.indexOf('"start": 4') < written.indexOf('"start": 90'));
  });

  it('keeps the fields that it does not know, at every level, and even one named __proto__', () => {
    const text = changedJson((json) => {
      json.tool = { name: 'another', since: [1, 2] };
      json.annotations[0].weight = 3;
      json.annotations[0].target.page = 7;
      json.annotations[0].origin.model = 'x';
      Object.defineProperty(json, '__proto__', { value: 1, enumerable: true });
    });
    const read = readAnnotationFile(text);
    assert.ok(read.file && read.writable);
    assert.deepEqual(JSON.parse(writeAnnotationFile(read.file)), JSON.parse(text));
  });

  it('keeps that an annotation is kept without a place', () => {
    const target = {
      start: 4,
      end: 9,
      quote: 'coach',
      prefix: '',
      suffix: '',
      kept: true,
      unknown: { page: 7 },
    } as const;
    const text = writeAnnotationFile(file([annotation({ target })]));
    assert.deepEqual(new Validator(schema, '2020-12').validate(JSON.parse(text)).errors, []);
    assert.deepEqual(readAnnotationFile(text).file?.annotations[0]?.target, target);
  });

  it('takes fields that a person left out', () => {
    const text = changedJson((json) => {
      delete json.annotations[0].memo;
      delete json.annotations[0].origin;
      delete json.annotations[0].target.prefix;
    });
    const read = readAnnotationFile(text);
    assert.ok(read.writable);
    assert.equal(read.file?.annotations[0]?.memo, '');
    assert.deepEqual(read.file?.annotations[0]?.origin, { kind: 'manual' });
  });
});

describe('an annotation file that cannot be written back', () => {
  it('names the line where it is cut off', () => {
    const text = writeAnnotationFile(file());
    const read = readAnnotationFile(text.slice(0, text.indexOf('"status"')));
    assert.equal(read.writable, false);
    assert.equal(read.file, undefined);
    assert.deepEqual(read.messages, [{ key: 'annotations.json', args: [], place: { line: 12, column: 7 } }]);
  });

  it('shows what it can of a newer schema, read-only', () => {
    const read = readAnnotationFile(changedJson((json) => (json.schema = 'policy-lens/annotations@2')));
    assert.equal(read.writable, false);
    assert.equal(read.file?.annotations.length, 1);
    assert.deepEqual(read.messages[0], {
      key: 'annotations.newerSchema',
      args: ['policy-lens/annotations@2'],
      place: { line: 2, column: 13 },
    });
  });

  it('shows one side of an unfinished merge', () => {
    const text = writeAnnotationFile(file()).replace(
      '      "status": "confirmed",\n',
      '<<<<<<< HEAD\n      "status": "confirmed",\n=======\n      "status": "rejected",\n>>>>>>> other\n',
    );
    const read = readAnnotationFile(text);
    assert.equal(read.writable, false);
    assert.equal(read.file?.annotations[0]?.status, 'confirmed');
    assert.deepEqual(read.messages, [{ key: 'annotations.conflictMarks', args: [], place: { line: 12, column: 1 } }]);
  });

  it('names field, line and column of a wrong type, and shows the annotations that are right', () => {
    const text = changedJson((json) => {
      json.annotations.push({ ...structuredClone(json.annotations[0]), id: 'b' });
      json.annotations[0].target.start = '4';
    });
    const read = readAnnotationFile(text);
    assert.equal(read.writable, false);
    assert.deepEqual(
      read.file?.annotations.map((one) => one.id),
      ['b'],
    );
    assert.deepEqual(read.messages, [
      {
        key: 'annotations.schema',
        args: ['annotations[0].target.start', 'integer >= 0'],
        place: { line: 14, column: 18 },
      },
    ]);
  });

  it('is one in which two annotations have one id', () => {
    const read = readAnnotationFile(changedJson((json) => json.annotations.push(json.annotations[0])));
    assert.equal(read.writable, false);
    assert.deepEqual(read.messages[0]?.args, ['annotations[1].id', 'unique']);
  });

  it('is one in which an object names a field twice', () => {
    const text = writeAnnotationFile(file()).replace('"memo": "",', '"memo": "mine",\n"memo": "the \\" other: \\\\",');
    const read = readAnnotationFile(text);
    assert.equal(read.writable, false);
    assert.deepEqual(read.messages, [{ key: 'annotations.fieldTwice', args: [] }]);
  });

  it('may nest or grow without bounds', () => {
    const deep = changedJson(() => {}).replace('"memo": ""', `"memo": ${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    assert.deepEqual(readAnnotationFile(deep), {
      messages: [{ key: 'annotations.tooDeep', args: [100] }],
      writable: false,
    });
    assert.equal(readAnnotationFile('['.repeat(200_000)).writable, false);
    assert.equal(readAnnotationFile(' '.repeat(64_000_001)).messages[0]?.key, 'annotations.tooLarge');
  });

  it('may hold any JSON value at any place', () => {
    const paths = [[], ['schema'], ['document'], ['annotations'], ['annotations', 0], ['annotations', 0, 'target']];
    const fields = ['id', 'codes', 'status', 'target', 'memo', 'origin', 'created'].map((name) => [
      'annotations',
      0,
      name,
    ]);
    fields.push(['annotations', 0, 'target', 'kept']);
    fc.assert(
      fc.property(fc.constantFrom(...paths, ...fields), fc.jsonValue(), (path, value) => {
        const holder = { root: JSON.parse(writeAnnotationFile(file())) };
        let parent: ReturnType<typeof JSON.parse> = holder;
        const steps = ['root', ...path];
        for (const step of steps.slice(0, -1)) parent = parent[step];
        parent[steps.at(-1) ?? 'root'] = value;
        const read = readAnnotationFile(JSON.stringify(holder.root));
        const isValid = new Validator(schema, '2020-12').validate(holder.root).valid;
        assert.equal(read.writable, isValid, JSON.stringify(read.messages));
        assert.equal(read.writable, read.messages.length === 0);
      }),
      { numRuns: 500 },
    );
  });

  it('may be cut or changed at any place: it is read whole, or said to be damaged', () => {
    const text = writeAnnotationFile(file([annotation(), annotation({ id: 'b' })]));
    fc.assert(
      fc.property(fc.nat(text.length - 3), fc.nat(0x2fff), (offset, unit) => {
        assert.equal(readAnnotationFile(text.slice(0, offset)).writable, false);
        const read = readAnnotationFile(text.slice(0, offset) + String.fromCharCode(unit) + text.slice(offset + 1));
        if (!read.writable) assert.ok(read.messages.length > 0);
        else assert.equal(read.file?.annotations.length, 2);
      }),
    );
  });
});
