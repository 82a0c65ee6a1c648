/**
 * What the built-in codebooks find is written down beside them, in test/codebooks/<id>.yaml: by code and language, sentences in
 * which its indicators fire, and sentences that look like it and are not. The two default codebooks are measured on labelled
 * sentences instead (`npm run eval`); of them only that which needs no such file is asked here.
 */
import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { allCodes, type Codebook, type Indicator } from '../../../../src/core/codebook/codebook.js';
import { compileCodebooks } from '../../../../src/core/codebook/compile.js';
import { turnedOn } from '../../../../src/core/codebook/enabledCodes.js';
import { parseCodebook } from '../../../../src/core/codebook/parseCodebook.js';
import { detectBlock, firedInSentence } from '../../../../src/core/detection/detect.js';
import { parseBlock } from '../../../../src/core/text/segments.js';

const LANGUAGES = ['nl', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** By code path below the codebook: `partner/trust`. */
interface Sentences {
  readonly codes: Readonly<
    Record<string, Readonly<Record<Language, { fires?: readonly string[]; not?: readonly string[] }>>>
  >;
}

const codebooks = readdirSync('media/codebooks')
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => parseCodebook(readFileSync(`media/codebooks/${file}`, 'utf8'), file).codebook ?? []);

function sentencesOf({ id }: Codebook): Sentences | undefined {
  const file = `test/codebooks/${id}.yaml`;
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as Sentences) : undefined;
}

/** Everything of an indicator that decides where it fires. */
function meaningOf({ weight: _, fitted: _fitted, source: _source, ...meaning }: Indicator): string {
  return JSON.stringify(meaning);
}

function readerOf(codebook: Codebook) {
  const compiled = compileCodebooks([turnedOn(codebook)], {
    enabled: new Set([...allCodes(codebook.codes)].map(({ path }) => path)),
  });
  const read = (text: string, language: Language) => ({
    ...parseBlock({ raw: text, kind: 'paragraph', format: 'plain', fallback: language }),
    language,
  });
  return {
    codesIn: (text: string, language: Language) =>
      detectBlock(compiled, read(text, language), text).map(({ codePath }) => codePath),
    /** Those of a code's own indicators that fire in none of the texts, as they were written. */
    silentIn: (path: string, texts: readonly string[], language: Language) => {
      const index = compiled.index(language);
      const fired = new Set(
        texts.flatMap((text) =>
          read(text, language).sentences.flatMap((sentence) =>
            firedInSentence(compiled, language, { sentence, text }).map(({ indicator }) => indicator.number),
          ),
        ),
      );
      const own = index?.indicators.filter(({ code }) => index.codes[code]?.path === path) ?? [];
      return own.filter(({ number }) => !fired.has(number)).map(({ written }) => written.source);
    },
  };
}

function isAtOrBelow(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}/`);
}

for (const codebook of codebooks) {
  const codes = [...allCodes(codebook.codes)];
  describe(`the codebook ${codebook.id}`, () => {
    it('has no indicator twice, in one code or in several', () => {
      for (const language of LANGUAGES) {
        const places = new Map<string, string[]>();
        for (const code of codes) {
          for (const indicator of code.indicators[language]) {
            const meaning = meaningOf(indicator);
            places.set(meaning, [...(places.get(meaning) ?? []), `${code.path}: ${indicator.source}`]);
          }
        }
        assert.deepEqual(
          [...places.values()].filter(({ length }) => length > 1),
          [],
        );
      }
    });

    const sentences = sentencesOf(codebook);
    if (!sentences) return;
    const { codesIn, silentIn } = readerOf(codebook);
    const pathOf = (below: string) => `${codebook.id}/${below}`;

    it('has two examples of every code in each language', () => {
      const poor = codes.filter(({ examples }) => LANGUAGES.some((language) => examples[language].length < 2));
      assert.deepEqual(
        poor.map(({ path }) => path),
        [],
      );
    });

    it('has sentences for codes that there are', () => {
      const known = new Set(codes.map(({ path }) => path));
      assert.deepEqual(
        Object.keys(sentences.codes).filter((below) => !known.has(pathOf(below))),
        [],
      );
    });

    for (const language of LANGUAGES) {
      it(`has no indicator that fires in none of its own sentences: ${language}`, () => {
        const dead = codes.flatMap(({ path, examples }) => {
          const fires = sentences.codes[path.slice(codebook.id.length + 1)]?.[language]?.fires ?? [];
          return silentIn(path, [...examples[language], ...fires], language).map((source) => `${path}: ${source}`);
        });
        assert.deepEqual(dead, []);
      });

      it(`gives no code to sentences that only look like it: ${language}`, () => {
        const taken = Object.entries(sentences.codes).flatMap(([below, of]) =>
          (of[language]?.not ?? [])
            .filter((text) => codesIn(text, language).some((path) => isAtOrBelow(path, pathOf(below))))
            .map((text) => `${below}: ${text}`),
        );
        assert.deepEqual(taken, []);
      });
    }
  });
}
