import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { meaningAt, proposalsAt } from '../../../../src/core/codebook/proposals.js';

/** Labels proposed at the `^`, which is taken out. */
function labels(marked: string): readonly string[] {
  return proposalsAt(marked.replace('^', ''), marked.indexOf('^')).map(({ label }) => label);
}

describe('what is proposed in a codebook file', () => {
  it('is the keys that can stand there and do not yet', () => {
    assert.deepEqual(labels('schema: x\nid: a\nversion: 1\n^'), [
      'title',
      'description',
      'source',
      'lists',
      'not-here',
      'codes',
    ]);
    assert.deepEqual(labels('codes:\n  - id: a\n    derived: { all: [a], ^'), ['within']);
    assert.deepEqual(labels('title: { nl: a, ^'), ['en']);
  });

  it('is the values that are possible', () => {
    assert.deepEqual(labels('codes:\n  - id: a\n    appearance: ^'), ['background', 'underline', 'margin']);
    assert.deepEqual(labels('codes:\n  - derived:\n      within:\n        - ^'), ['sentence', 'paragraph']);
    assert.deepEqual(labels('codes:\n  - default: o^'), ['on', 'off']);
    assert.deepEqual(labels('schema: ^'), ['policy-lens/codebook@1']);
  });

  it('is nothing in free text and at places that the schema does not know', () => {
    assert.deepEqual(labels('source: ^'), []);
    assert.deepEqual(labels('colours:\n  ^'), []);
    assert.deepEqual(labels('# ^'), []);
  });

  it('replaces what was typed so far, and writes both languages where there are two', () => {
    const [title] = proposalsAt('id: a\nti', 8).filter(({ label }) => label === 'title');
    assert.equal(title?.start, 6);
    assert.equal(title?.snippet, 'title: { nl: $1, en: $2 }');
  });
});

describe('the meaning of a key in a codebook file', () => {
  const source = 'id: a\ncodes:\n  - id: b\n    name: { nl: x, en: y }\n    colour: red\n';

  it('is what the schema says of it at that place', () => {
    const meaning = meaningAt(source, source.indexOf('name') + 1);
    assert.equal(meaning?.description, 'Name of the code, in Dutch and English.');
    assert.equal(source.slice(meaning?.start, meaning?.end), 'name');
    assert.notEqual(meaningAt(source, 0)?.description, meaningAt(source, source.indexOf('id: b'))?.description);
    assert.equal(meaningAt(source, source.indexOf('en:'))?.description, 'In English.');
  });

  it('is not there for values and unknown keys', () => {
    assert.equal(meaningAt(source, source.indexOf('x,')), undefined);
    assert.equal(meaningAt(source, source.indexOf('colour')), undefined);
    assert.equal(meaningAt(source, source.indexOf('red')), undefined);
  });

  it('is there in Dutch for every key', () => {
    const dutch: Record<string, string> = JSON.parse(readFileSync('l10n/bundle.l10n.nl.json', 'utf8'));
    const wording = readFileSync('src/ui/codebookEditing/schemaWording.ts', 'utf8');
    const schema = readFileSync('media/schemas/codebook-1.schema.json', 'utf8');
    for (const [, quoted = '""'] of schema.matchAll(/"description": ("(?:[^"\\]|\\.)*")/g)) {
      const description: string = JSON.parse(quoted);
      if (description.startsWith('Codes to look for')) continue;
      assert.ok(dutch[description], description);
      assert.ok(wording.includes(description), description);
    }
  });
});
