import { strict as assert } from 'node:assert';
import { readPolicyText } from '../../../../src/core/text/edit.js';
import { detectLanguage, documentLanguage, sampleWords } from '../../../../src/core/text/language.js';
import { parseBlock } from '../../../../src/core/text/segments.js';

const SENTENCES = {
  nl: 'Wij gaan met de bewoners in gesprek over wat er in de wijk nodig is en wie dat doet.',
  en: 'We will talk with residents about what the area needs and who is going to do it.',
  de: 'Die Gemeinde spricht mit den Bürgern darüber, was das Viertel nötig hat und wer sich darum kümmert.',
  fr: 'La commune parle avec les habitants de ce que le quartier demande et de ceux qui vont le faire.',
  it: 'Il comune parla con gli abitanti di quello che serve nel quartiere e della gente che lo può fare.',
  pl: 'Gmina rozmawia z mieszkańcami o tym, co jest potrzebne w dzielnicy i kto się tym zajmie na co dzień.',
  tr: 'Belediye, mahallede ne gerektiği ve bunun kimler tarafından yapılacağı için bir toplantı düzenler ve dinler.',
};

function languageOf(text: string, fallback: 'nl' | 'en' | 'other' = 'other') {
  return detectLanguage(sampleWords(text), fallback);
}

describe('The language of a block', () => {
  it('is Dutch or English by its small words', () => {
    assert.equal(languageOf(SENTENCES.nl, 'en'), 'nl');
    assert.equal(languageOf(SENTENCES.en, 'nl'), 'en');
  });

  it('is other for German, French, Italian, Polish and Turkish', () => {
    for (const language of ['de', 'fr', 'it', 'pl', 'tr'] as const) {
      assert.equal(languageOf(SENTENCES[language], 'nl'), 'other', language);
    }
  });

  it('is that of the document for a block that is short or has no small words', () => {
    assert.equal(languageOf('Samen aan de slag', 'en'), 'en');
    assert.equal(languageOf('Actiz InEen Zorgthuis Vilans Movisie Pharos Trimbos Nivel Mulier', 'nl'), 'nl');
    assert.equal(languageOf('', 'nl'), 'nl');
  });

  it('is told by the first words of a long block', () => {
    assert.equal(sampleWords(SENTENCES.nl.repeat(1_000)).length, 120);
  });
});

describe('The language of a paragraph in a document that mixes them', () => {
  const languages = (text: string, fallback: 'nl' | 'en') =>
    readPolicyText(text, 'plain').blocks.map(({ start, end, kind, mends }) => {
      const block = { raw: text.slice(start, end), kind, format: 'plain', mends, fallback } as const;
      return parseBlock(block).language;
    });

  it('is its own', () => {
    const text = Object.values(SENTENCES).join('\n\n');
    assert.deepEqual(languages(text, 'nl'), ['nl', 'en', 'other', 'other', 'other', 'other', 'other']);
  });

  it('is that of a quotation between two paragraphs in another', () => {
    const quoted = `“${SENTENCES.en}”`;
    assert.deepEqual(languages([SENTENCES.nl, quoted, SENTENCES.nl].join('\n\n'), 'nl'), ['nl', 'en', 'nl']);
  });

  it('is not changed by a few words of another', () => {
    const text = 'Wij noemen dit het principe van “comply or explain” en passen het toe op alle gemeenten in de regio.';
    assert.deepEqual(languages(text, 'en'), ['nl']);
  });

  it('is other for letters that are not Latin, however few', () => {
    assert.deepEqual(languages('Политика\n\nنحن نعمل معا\n\nSamen', 'nl').slice(0, 2), ['other', 'other']);
  });

  it('is that of the document for a line of figures', () => {
    assert.deepEqual(languages('De 12 gemeenten 2021 340 560 780 2022 123 456 789', 'en'), ['en']);
  });
});

describe('The language of a document', () => {
  it('is that of most of its prose', () => {
    const text = [SENTENCES.en, ...Array.from({ length: 3 }, () => SENTENCES.nl)].join('\n\n');
    assert.equal(documentLanguage(readPolicyText(text, 'plain'), 'en'), 'nl');
  });

  it('is other for a German document', () => {
    assert.equal(documentLanguage(readPolicyText(SENTENCES.de, 'plain'), 'nl'), 'other');
  });

  it('is what the caller expects where there is no prose', () => {
    assert.equal(documentLanguage(readPolicyText('Plan\n\n12', 'plain'), 'nl'), 'nl');
  });
});
