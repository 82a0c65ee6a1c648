import { strict as assert } from 'node:assert';
import { compileCodebooks } from '../../../../src/core/codebook/compile.js';
import { type ActiveCoding, deriveDoubleRoles } from '../../../../src/core/detection/derived.js';
import { codebookOf, detect, parsedBlock } from '../codebook/handmade.js';

const code = (id: string, words: string, more = '') =>
  `  - { id: ${id}, name: { nl: ${id}, en: ${id} }, indicators: { nl: [${words}] }${more} }\n`;
const ROLES = codebookOf(`
codes:
${code('beside', 'samen', ', codes: [{ id: trust, name: { nl: t, en: t }, indicators: { nl: [vertrouwen] } }]')}
${code('above', 'moeten, { any: eisen, weight: 0.9 }')}
  - { id: both, name: { nl: b, en: b }, derived: { all: [beside, above], within: [sentence, paragraph] } }
`);

const derivedIn = (text: string) => detect(ROLES, text).filter(({ derived }) => derived);

describe('a derived code', () => {
  it('is given to a sentence in which its parts meet, with the words of both sides', () => {
    const text = 'Zij moeten samen werken.';
    const [found, ...more] = derivedIn(text);
    assert.deepEqual(more, []);
    assert.equal(found?.codePath, 'test/both');
    assert.equal(found?.derived, 'sentence');
    assert.deepEqual(
      found?.evidence.map(({ start, end }) => text.slice(start, end)),
      ['moeten', 'samen'],
    );
  });

  it('counts a sub-code for its code', () => {
    assert.equal(derivedIn('Zij moeten vertrouwen.').length, 1);
  });

  it('is as sure as the less sure of its sides', () => {
    assert.equal(derivedIn('Zij eisen samen.')[0]?.score, 0.6);
  });

  it('is given to the stretch of a paragraph from the first to the last sentence that holds a part', () => {
    const text = 'Vooraf. Samen dus. Zomaar iets. Zij moeten. Achteraf.';
    const [found] = derivedIn(text);
    assert.equal(found?.derived, 'paragraph');
    assert.equal(text.slice(found?.start, found?.end), 'Samen dus. Zomaar iets. Zij moeten.');
    assert.equal(found?.sentence, 1);
  });

  it('is not said of a paragraph again when a sentence of it says so', () => {
    assert.deepEqual(
      derivedIn('Zij moeten samen. Samen dus. Zij moeten.').map(({ derived }) => derived),
      ['sentence'],
    );
  });

  it('is not given where a part is missing', () => {
    assert.deepEqual(derivedIn('Samen dus. En weer samen.'), []);
  });
});

describe('deriving again from what people left', () => {
  const text = 'Zij moeten samen werken. Samen dus.';
  const parsed = parsedBlock(text);
  const rules = compileCodebooks([ROLES]).derived;
  const suggestions = detect(ROLES, text).filter(({ derived }) => !derived);
  const given = (codePath: string, start: number, end: number): ActiveCoding => ({
    codePath,
    start,
    end,
    score: 1,
    evidence: [],
  });

  it('gives what the detector gave when nothing was decided', () => {
    assert.deepEqual(deriveDoubleRoles(rules, parsed, suggestions), derivedIn(text));
  });

  it('gives nothing when the only coding of one side was rejected', () => {
    const active = suggestions.filter(({ codePath }) => codePath !== 'test/above');
    assert.deepEqual(deriveDoubleRoles(rules, parsed, active), []);
  });

  it('falls back to the paragraph when the sentence lost one side', () => {
    const active = suggestions.filter(({ codePath, sentence }) => codePath === 'test/above' || sentence === 1);
    assert.deepEqual(
      deriveDoubleRoles(rules, parsed, active).map(({ derived }) => derived),
      ['paragraph'],
    );
  });

  it('counts a coding by hand on a few words, and one over several sentences in each of them', () => {
    assert.deepEqual(
      deriveDoubleRoles(rules, parsed, [given('test/above', 4, 10), given('test/beside', 0, text.length)]).map(
        ({ derived, start, end }) => [derived, text.slice(start, end)],
      ),
      [['sentence', 'Zij moeten samen werken.']],
    );
  });

  it('ignores codings outside every sentence, and codes of the same beginning', () => {
    assert.deepEqual(deriveDoubleRoles(rules, parsed, [given('test/above', 900, 910), given('test/beside', 0, 3)]), []);
    assert.deepEqual(deriveDoubleRoles(rules, parsed, [given('test/above', 0, 3), given('test/besides', 0, 3)]), []);
  });
});
