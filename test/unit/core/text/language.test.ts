import { strict as assert } from 'node:assert';
import { readPolicyText } from '../../../../src/core/text/edit.js';
import { detectLanguage, documentLanguage, sampleWords } from '../../../../src/core/text/language.js';

const SENTENCES = {
  nl: 'Wij gaan met de bewoners in gesprek over wat er in de wijk nodig is en wie dat doet.',
  en: 'We will talk with residents about what the area needs and who is going to do it.',
  de: 'Die Gemeinde spricht mit den Bürgern darüber, was das Viertel nötig hat und wer sich darum kümmert.',
  fr: 'La commune parle avec les habitants de ce que le quartier demande et de ceux qui vont le faire.',
};

function languageOf(text: string, fallback: 'nl' | 'en' | 'other' = 'other') {
  return detectLanguage(sampleWords(text), fallback);
}

describe('The language of a block', () => {
  it('is Dutch or English by its small words', () => {
    assert.equal(languageOf(SENTENCES.nl, 'en'), 'nl');
    assert.equal(languageOf(SENTENCES.en, 'nl'), 'en');
  });

  it('is other for German and French', () => {
    assert.equal(languageOf(SENTENCES.de, 'nl'), 'other');
    assert.equal(languageOf(SENTENCES.fr, 'nl'), 'other');
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
