import { strict as assert } from 'node:assert';
import { commonList, commonListNames } from '../../../../src/core/codebook/commonLists.js';
import { listEntries } from '../../../../src/core/codebook/listEntries.js';
import { parseListEntry } from '../../../../src/core/codebook/pattern.js';
import { codebookOf, codesIn, codeWith, evidenceIn } from './handmade.js';

describe('the common word lists', () => {
  it('are the ones that the documentation names, each with words in both languages', () => {
    assert.deepEqual(
      [...commonListNames].sort(),
      'citizen client government inspectorate institution may must not professional shall they wants we'.split(' '),
    );
    for (const name of commonListNames) {
      for (const language of ['nl', 'en'] as const) assert.ok((commonList(name)?.[language].length ?? 0) > 3, name);
    }
  });

  it('hold nothing that cannot be read, and nothing twice', () => {
    for (const name of commonListNames) {
      const list = commonList(name);
      for (const entries of [list?.nl ?? [], list?.en ?? [], list?.exact ?? []]) {
        for (const entry of entries) assert.equal(parseListEntry(entry).problem, undefined, `${name}: ${entry}`);
        assert.deepEqual(
          entries.filter((entry, index) => entries.indexOf(entry) !== index),
          [],
          name,
        );
      }
    }
  });

  it('find who governs by name, and by abbreviation only in its capitals', () => {
    const codebook = codeWith('["@government ... komt|comes"]');
    assert.deepEqual(evidenceIn(codebook, 'De IGJ komt.'), ['IGJ komt']);
    assert.deepEqual(evidenceIn(codebook, 'Het college van burgemeester en wethouders komt.'), ['wethouders komt']);
    assert.deepEqual(evidenceIn(codebook, 'The county council comes.', { language: 'en' }), ['council comes']);
    assert.deepEqual(codesIn(codebook, 'Wie niet rijk is komt niet.'), []);
    assert.deepEqual(evidenceIn(codebook, 'Het Rijk komt.'), ['Rijk komt']);
    assert.deepEqual(codesIn(codebook, 'De ap komt.'), []);
  });

  it('tell duty, room, wish and plan apart', () => {
    const of = (list: string, text: string, language: 'nl' | 'en' = 'nl') =>
      codesIn(codeWith(`["@${list}"]`), text, { language }).length > 0;
    assert.ok(of('must', 'De haven dient te sluiten.') && !of('may', 'De haven dient te sluiten.'));
    assert.ok(of('may', 'De haven mag sluiten.') && !of('must', 'De haven mag sluiten.'));
    assert.ok(of('wants', 'Wij streven naar rust.') && of('shall', 'Wij zullen rusten.'));
    assert.ok(of('must', 'The port has to close.', 'en') && !of('must', 'The port has closed.', 'en'));
    assert.ok(of('not', "They don't close.", 'en') && !of('not', 'They close.', 'en'));
  });

  it('give way to a list of the same name, which may name the common one', () => {
    const own = (entries: string) => codeWith('["@citizen"]', `lists: { citizen: { nl: [${entries}], en: [x] } }`);
    assert.deepEqual(codesIn(own('schipper'), 'De burger vaart.'), []);
    assert.deepEqual(codesIn(own('schipper'), 'De schipper vaart.'), ['test/it']);
    assert.deepEqual(codesIn(own('schipper, "@citizen"'), 'De burger vaart.'), ['test/it']);
  });

  it('can be named by other lists, without end or explosion', () => {
    const codebook = codeWith(
      '["@wie"]',
      'lists: { wie: { nl: ["@dat", "@we"], en: [x] }, dat: { nl: [haven], en: [x] } }',
    );
    assert.deepEqual(codesIn(codebook, 'De haven ligt stil.'), ['test/it']);
    assert.deepEqual(codesIn(codebook, 'Nu gaan wij.'), ['test/it']);
    const names = Array.from({ length: 60 }, (_, index) => `l${index}`);
    const all = names.map((name) => `@${name}`);
    const tangled = Object.fromEntries(names.map((name) => [name, { nl: [...all, `woord${name}`], en: [] }]));
    assert.equal(listEntries(tangled, 'l0', 'nl').length, 60);
  });
});

describe('an inspectorate of one codebook', () => {
  it('is taken over by the common list of those who govern', () => {
    const codebook = codebookOf(
      'lists: { inspectorate: { nl: [havenmeester], en: [x] } }\ncodes:\n  - id: it\n    name: { nl: Het, en: It }\n    indicators: { nl: ["@government"], en: [x] }\n',
    );
    assert.deepEqual(codesIn(codebook, 'De havenmeester komt.'), ['test/it']);
  });
});
