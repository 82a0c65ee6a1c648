import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { allCodes, type Code, type Codebook } from '../../../../src/core/codebook/codebook.js';
import { compileCodebooks } from '../../../../src/core/codebook/compile.js';
import { parseCodebook } from '../../../../src/core/codebook/parseCodebook.js';
import { detectBlock } from '../../../../src/core/detection/detect.js';
import { parseBlock } from '../../../../src/core/text/segments.js';

const FOLDER = 'media/codebooks';
const LANGUAGES = ['nl', 'en'] as const;

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
const parsed = files.map((file) => ({ file, ...parseCodebook(readFileSync(`${FOLDER}/${file}`, 'utf8'), file) }));
const codebooks = parsed.flatMap(({ codebook }) => codebook ?? []);
const codesOf = (codebook: Codebook): readonly Code[] => [...allCodes(codebook.codes)];
const everyCode = codebooks.flatMap(codesOf);

/** Code paths found in a text, with every code enabled, in the language that the text is said to be in. */
const compiled = compileCodebooks(codebooks, { enabled: new Set(everyCode.map(({ path }) => path)) });
function found(text: string, language: 'nl' | 'en'): readonly string[] {
  const block = parseBlock({ raw: text, kind: 'paragraph', format: 'plain', fallback: language });
  return detectBlock(compiled, { ...block, language }, text).map(({ codePath }) => codePath);
}

describe('the built-in codebooks', () => {
  it('are the two that a fresh install has on', () => {
    const ids = codebooks.map(({ id }) => id);
    assert.ok(ids.includes('interventions') && ids.includes('partner-principal'), ids.join());
  });

  it('are free of mistakes, complete in both languages, and without an indicator twice in a code', () => {
    for (const { file, messages } of parsed) assert.deepEqual(messages, [], file);
  });

  it('tell of every code what it means, when to use it, when not, and give an example of it', () => {
    for (const code of everyCode) {
      for (const language of LANGUAGES) {
        for (const text of [code.name, code.definition, code.useWhen, code.notWhen]) {
          assert.ok(text[language].trim().length > 2, `${code.path} ${language}`);
        }
        assert.ok(code.examples[language].length > 0, `${code.path} has no example in ${language}`);
      }
    }
  });

  it('have indicators in both languages for every code that is not derived', () => {
    for (const code of everyCode) {
      for (const language of LANGUAGES) {
        assert.equal(code.indicators[language].length > 0, code.derived === undefined, `${code.path} ${language}`);
      }
    }
  });

  it('have patterns that can all be compiled', () => {
    for (const language of LANGUAGES) {
      const written = everyCode.reduce((sum, code) => sum + code.indicators[language].length, 0);
      assert.equal(compiled.index(language)?.indicators.length, written);
    }
  });
});

describe('the examples of the built-in codebooks', () => {
  for (const codebook of codebooks) {
    for (const language of LANGUAGES) {
      it(`are found: ${codebook.id}, ${language}`, () => {
        const missed = codesOf(codebook).flatMap((code) =>
          code.examples[language]
            .filter((example) => !found(example, language).some((path) => isAtOrBelow(path, code.path)))
            .map((example) => `${code.path}: ${example}\n   gets ${found(example, language).join(', ') || 'nothing'}`),
        );
        assert.deepEqual(missed, []);
      });
    }
  }
});

describe('the double role', () => {
  const DOUBLE = 'partner-principal/double-role';
  for (const [language, sentence, paragraph] of [
    [
      'nl',
      'Wij trekken gezamenlijk op, maar de havens zijn verplicht elke storing te melden.',
      'Wij trekken gezamenlijk op met de havens. De boten liggen klaar. De minister verplicht de havens tot een verslag.',
    ],
    [
      'en',
      'We work together as equals, but the ports are required to report every quarter.',
      'We work together as equals with the ports. The boats are ready. The ports are required to report to the minister.',
    ],
  ] as const) {
    it(`is found in one sentence and over a paragraph: ${language}`, () => {
      assert.ok(found(sentence, language).includes(DOUBLE), found(sentence, language).join());
      assert.ok(found(paragraph, language).includes(DOUBLE), found(paragraph, language).join());
    });
  }
});

function isAtOrBelow(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}/`);
}
