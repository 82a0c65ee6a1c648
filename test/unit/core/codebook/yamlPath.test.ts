import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { knownKeys, schemaAt } from '../../../../src/core/codebook/codebookSchema.js';
import { yamlSpotAt } from '../../../../src/core/codebook/yamlPath.js';

/** The spot at the `^` in a text, which is taken out. As `key a/0/b` or `value a/0/b`, with what was typed so far. */
function spot(marked: string): string | undefined {
  const offset = marked.indexOf('^');
  const source = marked.replace('^', '');
  const found = yamlSpotAt(source, offset);
  return found && `${found.expects} ${found.path.join('/')} ${source.slice(found.start, offset)}`.trim();
}

describe('the place in a codebook file', () => {
  it('is a key at the start of a line', () => {
    assert.equal(spot('^'), 'key');
    assert.equal(spot('id: a\nti^'), 'key  ti');
    assert.equal(spot('id: a\n^\ncodes:\n'), 'key');
  });

  it('is a key of a code, in the line of the hyphen and in the lines below', () => {
    assert.equal(spot('codes:\n  - ^'), 'key codes/0');
    assert.equal(spot('codes:\n  - id: a\n    na^'), 'key codes/0 na');
    assert.equal(spot('codes:\n  - id: a\n  - id: b\n    ^'), 'key codes/1');
    assert.equal(spot('codes:\n  - id: a\n    codes:\n      - id: b\n        de^'), 'key codes/0/codes/0 de');
  });

  it('is a key of the code again after its deeper parts', () => {
    assert.equal(spot('codes:\n  - id: a\n    indicators:\n      nl: [x]\n    ^'), 'key codes/0');
    assert.equal(spot('codes:\n  - id: a\n    indicators:\n      ^'), 'key codes/0/indicators');
  });

  it('goes with hyphens that stand right below their key', () => {
    assert.equal(spot('codes:\n- id: a\n  ^'), 'key codes/0');
    assert.equal(spot('codes:\n- id: a\n- id: b\nver^'), 'key  ver');
  });

  it('is a value behind a key', () => {
    assert.equal(spot('codes:\n  - appearance: un^'), 'value codes/0/appearance un');
    assert.equal(spot('codes:\n  - id: a\n    color: ^'), 'value codes/0/color');
  });

  it('is found within braces and brackets', () => {
    assert.equal(spot('title: { ^'), 'key title');
    assert.equal(spot('title: { nl: a, e^'), 'key title e');
    assert.equal(spot('codes:\n  - derived: { all: [a, b], within: [sen^'), 'value codes/0/derived/within/0 sen');
    assert.equal(spot('codes:\n  - indicators:\n      nl: [a, { any: "x, y: z", w^'), 'key codes/0/indicators/nl/1 w');
    assert.equal(
      spot('codes:\n  - indicators:\n      nl:\n        - { any: [a], case: ^ }'),
      'value codes/0/indicators/nl/0/case',
    );
    assert.equal(
      spot('codes:\n  - indicators:\n      nl: [\n        a,\n        { ^\n'),
      'key codes/0/indicators/nl/1',
    );
  });

  it('goes on after braces that are closed', () => {
    assert.equal(spot('title: { nl: a, en: b }\nlists:\n  ^'), 'key lists');
    assert.equal(spot('lists:\n  a: { nl: [x,\n    y] }\nco^'), 'key  co');
  });

  it('is nowhere in comments and in texts over several lines', () => {
    assert.equal(spot('# an^'), undefined);
    assert.equal(spot('id: a # an^'), undefined);
    assert.equal(spot('source: |\n  some te^xt\nid: a'), undefined);
    assert.equal(spot('source: |\n  some text\n  more: x\nver^'), 'key  ver');
  });

  it('knows the keys that are there already', () => {
    assert.deepEqual(yamlSpotAt('id: a\nversion: 1\n', 17)?.keys, ['id', 'version']);
    assert.deepEqual(yamlSpotAt('title: { nl: a, ', 16)?.keys, ['nl']);
  });

  it('is looked for in any text without fail', () => {
    const piece = fc.constantFrom('a:', '- ', '\n', '  ', '{', '}', '[', ']', '"', "'", '#', '|', ', ', 'x', ': ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(80), (pieces, offset) => {
        const source = pieces.join('');
        const found = yamlSpotAt(source, Math.min(offset, source.length));
        assert.ok(!found || found.start <= source.length);
      }),
    );
  });
});

describe('the schema of codebooks', () => {
  it('knows the keys at a path, through references and sub-codes', () => {
    assert.deepEqual(knownKeys(['title']), ['nl', 'en']);
    assert.deepEqual(knownKeys(['codes', 0, 'codes', 3]), knownKeys(['codes', 0]));
    assert.ok(knownKeys(['codes', 0, 'indicators', 'nl', 2]).includes('without'));
    assert.deepEqual(knownKeys(['lists', 'actors']), ['nl', 'en']);
  });

  it('knows what a value can be', () => {
    assert.deepEqual(schemaAt(['codes', 0, 'appearance'])?.enum, ['background', 'underline', 'margin']);
    assert.deepEqual(schemaAt(['codes', 0, 'derived', 'within', 0])?.enum, ['sentence', 'paragraph']);
  });

  it('knows nothing of places that do not exist', () => {
    assert.equal(schemaAt(['codes', 0, 'colour']), undefined);
    assert.equal(schemaAt(['constructor']), undefined);
    assert.deepEqual(knownKeys(['id', 'x', 3]), []);
  });

  it('describes every key', () => {
    const undescribed = (path: readonly (string | number)[], depth: number): readonly string[] =>
      depth > 5
        ? []
        : knownKeys(path).flatMap((key) => [
            ...(schemaAt([...path, key])?.description ? [] : [[...path, key].join('/')]),
            ...undescribed([...path, key], depth + 1),
            ...undescribed([...path, key, 0], depth + 1),
          ]);
    assert.deepEqual(undescribed([], 0), []);
  });
});
