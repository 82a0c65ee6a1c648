import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Annotation } from '../../../../src/core/annotation/annotation.js';
import {
  type AnnotationFile,
  readAnnotationFile,
  writeAnnotationFile,
} from '../../../../src/core/annotation/annotationFile.js';
import { markedSides } from '../../../../src/core/annotation/mergeMarks.js';
import { mergeAnnotationTexts, mergeMarked } from '../../../../src/core/annotation/mergeTexts.js';
import { repairedText } from '../../../../src/core/annotation/repair.js';
import { verifyFile, verifyIds } from '../../../../src/core/annotation/verify.js';

function annotation(id: string): Annotation {
  return {
    ...{ id, codes: ['roles/partner', 'roles/other'], status: 'confirmed', memo: 'één "memo"\n' },
    target: { start: 4, end: 9, quote: 'samen', prefix: 'Wij ', suffix: ' werken' },
    origin: { kind: 'suggestion', codebook: 'roles@1', code: 'roles/partner', score: 0.8, evidence: ['samen'] },
    ...{ created: '2026-01-01T00:00:00Z', modified: '2026-01-01T00:00:00Z' },
    unknown: { nested: { deep: [1, { two: null }] } },
  };
}

const FILE: AnnotationFile = {
  ...{ document: 'a.md', sha256: 'h', coder: 'a', annotations: ['a', 'b', 'c'].map(annotation) },
  unknown: { tool: 'x' },
};
const TEXT = writeAnnotationFile(FILE);
const BYTES = new TextEncoder().encode(TEXT);

const context = { document: undefined, isKnown: () => true, place: () => undefined };

/** Everything that is ever done with a file's text; none of it may throw. What can be written back must say the same again. */
function handle(text: string): void {
  const read = readAnnotationFile(text);
  assert.equal(read.writable, read.file !== undefined && read.messages.length === 0);
  if (read.writable && read.file) {
    const again = readAnnotationFile(writeAnnotationFile(read.file));
    assert.equal(again.writable, true);
    assert.deepEqual(new Set(again.file?.annotations), new Set(read.file.annotations));
    assert.deepEqual(JSON.parse(writeAnnotationFile(read.file)).tool, JSON.parse(text.replace(/^\uFEFF/, '')).tool);
  }
  const to = { path: 'a.json', text, file: read.file, messages: read.messages };
  const findings = [...verifyFile(to, context), ...verifyIds([to, { ...to, path: 'b.json' }])];
  const repaired = repairedText(to, findings, context);
  if (repaired !== undefined) assert.equal(readAnnotationFile(repaired).writable, true);
  markedSides(text);
  mergeMarked(text);
  const merged = mergeAnnotationTexts({ base: text, ours: text, theirs: TEXT });
  // What cannot be read whole is not merged, so that nothing of it is lost.
  if (!read.writable) assert.ok('problems' in merged);
}

describe('an annotation file from anywhere', () => {
  it('may be cut at any place, twice', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(TEXT.length), (a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        handle(TEXT.slice(0, first) + TEXT.slice(second));
        handle(TEXT.slice(first, second));
      }),
      { numRuns: 300 },
    );
  });

  it('may have any of its bits turned', () => {
    const flips = fc.array(fc.record({ at: fc.nat(BYTES.length - 1), bit: fc.nat(7) }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(flips, (turned) => {
        const bytes = BYTES.slice();
        for (const { at, bit } of turned) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        handle(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('may be any JSON, and any text', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (json) => handle(json)),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => handle(text)),
      { numRuns: 300 },
    );
  });

  it('may be put together of lines of files, merge marks and marks of the order of bytes', () => {
    const pieces = [
      ...TEXT.split(/(?<=\n)/),
      '<<<<<<< a\n',
      '||||||| b\n',
      '=======\n',
      '>>>>>>> c\r\n',
      '\uFEFF',
      '{',
      ']',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 120 }), (lines) => handle(lines.join(''))),
      { numRuns: 300 },
    );
  });

  it('may hold any value in the place of any other', () => {
    const places: (readonly (string | number)[])[] = [];
    const visit = (value: unknown, path: readonly (string | number)[]): void => {
      places.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value))
        visit(child, [...path, Array.isArray(value) ? Number(key) : key]);
    };
    visit(JSON.parse(TEXT), []);
    const values = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 1e308, 2 ** 53, '', [], {}, '\ud800', '__proto__'));
    fc.assert(
      fc.property(fc.constantFrom(...places), values, (path, value) => {
        const holder: { root: unknown } = { root: JSON.parse(TEXT) };
        const steps = ['root', ...path];
        let parent: Record<string | number, unknown> = holder;
        // Every step but the last leads to an object or an array.
        for (const step of steps.slice(0, -1)) parent = parent[step] as Record<string | number, unknown>;
        parent[steps.at(-1) ?? 'root'] = value;
        handle(JSON.stringify(holder.root));
      }),
      { numRuns: 500 },
    );
  });

  it('may name fields twice, and fields that objects have of themselves', () => {
    const names = [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'id',
      'codes',
      'target',
      'annotations',
      'schema',
    ];
    const lines = TEXT.split('\n');
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(lines.length - 1),
        fc.json({ maxDepth: 2 }),
        (name, line, value) => {
          handle([...lines.slice(0, line), `${JSON.stringify(name)}: ${value},`, ...lines.slice(line)].join('\n'));
        },
      ),
      { numRuns: 500 },
    );
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    const text = TEXT.replace('"tool": "x"', '"__proto__": { "polluted": true }');
    const { file, writable } = readAnnotationFile(text);
    assert.ok(file && writable);
    assert.equal('polluted' in {}, false);
    assert.deepEqual(JSON.parse(writeAnnotationFile(file)), JSON.parse(text));
  });

  it('may nest without end anywhere', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ]) {
      for (const place of ['"x"', '"memo": "', '"quote": "', '"score": ']) {
        const deep = `${open?.repeat(50_000)}1${close?.repeat(50_000)}`;
        handle(TEXT.replace(place, `"deep": ${deep}, ${place}`));
        handle(TEXT.replace(place, `${open?.repeat(50_000)}${place}`));
      }
    }
  });

  it('may be huge: with very many annotations, fields or quotation marks', () => {
    const many = Array.from({ length: 4_000 }, (_, index) => annotation(`${index % 3_000}`));
    const text = writeAnnotationFile({ ...FILE, annotations: many });
    assert.equal(readAnnotationFile(text).messages.length, 20);
    handle(`{${'"a": 1,'.repeat(50_000)}"b": 2}`);
    handle('"'.repeat(300_000));
    handle(`"${'\\'.repeat(300_000)}`);
    handle('<'.repeat(300_000));
    handle('<<<<<<<\n'.repeat(50_000));
    handle(`<<<<<<<${' '.repeat(300_000)}x`);
  });
});
