import { strict as assert } from 'node:assert';
import { noteInYaml, type YamlNote } from '../../../../src/core/codebook/yamlEdit.js';

const SOURCE = `# a codebook
codes:
  - id: one   # first
    name: { nl: Een, en: One }
    indicators:
      nl:
        # plain words
        - coach*
        - "in gesprek"
        - *toezicht
        - any: [samen,
            gezamenlijk]
          weight: 0.65  # surely
        - { any: [a, b], weight: 0.4 }
        - any:
            - x
            - y
      en: [coach, { any: b }]
`;

const at = (index: number, value: string | undefined, language = 'nl'): YamlNote => ({
  path: ['codes', 0, 'indicators', language, index],
  key: 'fitted',
  value,
  after: ['weight'],
});

/** The lines that are other than before, as they are now. */
function changed(notes: readonly YamlNote[], source = SOURCE): readonly string[] {
  const before = new Set(source.split('\n'));
  return noteInYaml(source, notes)
    .split('\n')
    .filter((line) => !before.has(line));
}

describe('a value noted in a codebook file', () => {
  it('turns an indicator that is only a pattern into a mapping', () => {
    assert.deepEqual(changed([at(0, '0.7')]), ['        - { any: coach*, fitted: 0.7 }']);
    assert.deepEqual(changed([at(1, '0.7')]), ['        - { any: "in gesprek", fitted: 0.7 }']);
    assert.deepEqual(changed([at(2, '0.7')]), ['        - { any: "*toezicht", fitted: 0.7 }']);
    assert.deepEqual(changed([at(0, '0.7', 'en')]), ['      en: [{ any: coach, fitted: 0.7 }, { any: b }]']);
  });

  it('stands on a line of its own in a mapping of several lines, and leaves comments where they are', () => {
    assert.deepEqual(changed([at(3, '0.7')]), ['          fitted: 0.7']);
    assert.ok(
      noteInYaml(SOURCE, [at(3, '0.7')]).includes('weight: 0.65  # surely\n          fitted: 0.7\n        - {'),
    );
    assert.ok(noteInYaml(SOURCE, [at(5, '0.7')]).includes('            - y\n          fitted: 0.7\n      en'));
  });

  it('stands behind the weight in a mapping between brackets', () => {
    assert.deepEqual(changed([at(4, '0.7')]), ['        - { any: [a, b], weight: 0.4, fitted: 0.7 }']);
  });

  it('goes behind the keys that are named, else behind all others', () => {
    const note = { path: ['codes', 0], key: 'scoring', value: '{ nl: { base: 0.1 } }', after: ['id', 'name'] };
    assert.ok(noteInYaml(SOURCE, [note]).includes('en: One }\n    scoring: { nl: { base: 0.1 } }\n    indicators'));
    assert.ok(
      noteInYaml(SOURCE, [{ ...note, after: [] }]).endsWith('{ any: b }]\n    scoring: { nl: { base: 0.1 } }\n'),
    );
  });

  it('is the same when noted again, is replaced by another, and can be taken away', () => {
    const notes = [0, 1, 3, 4, 5].map((index) => at(index, '0.7'));
    const once = noteInYaml(SOURCE, notes);
    assert.equal(noteInYaml(once, notes), once);
    const other = noteInYaml(
      once,
      [0, 1, 3, 4, 5].map((index) => at(index, '0.25')),
    );
    assert.equal(other, once.replaceAll('fitted: 0.7', 'fitted: 0.25'));
    assert.equal(
      noteInYaml(
        once,
        [3, 4, 5].map((index) => at(index, undefined)),
      ).split('fitted').length,
      3,
    );
    assert.equal(noteInYaml(noteInYaml(SOURCE, [at(3, '1')]), [at(3, undefined)]), SOURCE);
    assert.equal(noteInYaml(noteInYaml(SOURCE, [at(4, '1')]), [at(4, undefined)]), SOURCE);
  });

  it('is passed over where the file has no such place', () => {
    assert.equal(noteInYaml(SOURCE, [at(17, '0.7'), at(0, undefined)]), SOURCE);
  });
});
