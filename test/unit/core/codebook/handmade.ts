/** Codebooks and parsed blocks made by hand, so that these tests speak of detection and of nothing else. */
import type { Codebook } from '../../../../src/core/codebook/codebook.js';
import { type CompileOptions, compileCodebooks } from '../../../../src/core/codebook/compile.js';
import { parseCodebook } from '../../../../src/core/codebook/parseCodebook.js';
import { detectBlock } from '../../../../src/core/detection/detect.js';
import type { Suggestion } from '../../../../src/core/detection/suggestion.js';
import type { ParsedBlock, Sentence } from '../../../../src/core/text/policyText.js';

const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/** Sentences end with `.`, `!` or `?`; words are letters and digits. */
export function parsedBlock(text: string, language: ParsedBlock['language'] = 'nl'): ParsedBlock {
  const sentences: Sentence[] = [...text.matchAll(/[^.!?\s][^.!?]*[.!?]?/gu)].map((sentence) => ({
    start: sentence.index,
    end: sentence.index + sentence[0].length,
    words: [...sentence[0].matchAll(WORD)].map((word) => ({
      start: sentence.index + word.index,
      end: sentence.index + word.index + word[0].length,
      folded: word[0].normalize('NFC').toLowerCase().replaceAll('’', "'"),
    })),
    breaks: [],
  }));
  return { language, sentences };
}

/** A codebook from the YAML of its codes (and lists, not-here), which must be free of mistakes. */
export function codebookOf(yaml: string): Codebook {
  const head = 'schema: policy-lens/codebook@1\nid: test\nversion: 1\ntitle: { nl: Proef, en: Trial }\n';
  const { codebook, messages } = parseCodebook(head + yaml, 'test.yaml');
  const mistakes = messages.filter(({ key }) => !/anguage$/.test(key));
  if (!codebook || mistakes.length > 0) throw new Error(`not a codebook: ${JSON.stringify(mistakes)}\n${yaml}`);
  return codebook;
}

/** A codebook with one code, `test/it`, with these indicators (YAML of a list) in both languages. */
export function codeWith(indicators: string, more = ''): Codebook {
  return codebookOf(
    `${more}\ncodes:\n  - id: it\n    name: { nl: Het, en: It }\n    indicators:\n      nl: ${indicators}\n      en: ${indicators}\n`,
  );
}

export interface Asked extends CompileOptions {
  readonly language?: ParsedBlock['language'];
}

export function detect(codebook: Codebook, text: string, { language, ...options }: Asked = {}): readonly Suggestion[] {
  return detectBlock(compileCodebooks([codebook], options), parsedBlock(text, language), text);
}

/** The words that speak for the first suggestion, as they stand in the text; empty where nothing is suggested. */
export function evidenceIn(codebook: Codebook, text: string, asked: Asked = {}): readonly string[] {
  return (detect(codebook, text, asked)[0]?.evidence ?? []).map(({ start, end }) => text.slice(start, end));
}

export function codesIn(codebook: Codebook, text: string, asked: Asked = {}): readonly string[] {
  return detect(codebook, text, asked).map(({ codePath }) => codePath);
}
