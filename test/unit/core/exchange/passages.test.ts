import { strict as assert } from 'node:assert';
import { documentEntry } from '../../../../src/core/exchange/documentEntry.js';
import { firstEndingAfter, passageFinder } from '../../../../src/core/exchange/passages.js';
import { exampleDocument } from './exampleDocument.js';

const MARKDOWN = `Voor de eerste kop staat een zin die bij geen enkele paragraaf hoort.

# Aanpak

Wij gaan met alle scholen in gesprek. Daarna besluiten wij over het vervolg.

\`\`\`
geen tekst maar code
\`\`\`

## Geld

- Er is geld voor een coach op elke school.
- Er is geen geld voor een nieuw gebouw.
`;

const document = exampleDocument(MARKDOWN, { format: 'markdown' });
const find = passageFinder(document);

function at(quote: string) {
  const start = MARKDOWN.indexOf(quote);
  assert.notEqual(start, -1);
  return find({ start, end: start + quote.length });
}

describe('passages', () => {
  it('count sentences and paragraphs through the document, headings and list items too', () => {
    const numbers = ['Voor', 'Aanpak', 'Wij', 'Daarna', 'Geld', 'Er is geld', 'Er is geen'].map((quote) => {
      const { paragraph, sentence } = at(quote);
      return [paragraph, sentence];
    });
    assert.deepEqual(numbers, [
      [0, 0],
      [1, 1],
      [2, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [5, 6],
    ]);
  });

  it('are numbered below the counts of the document, which are the denominators', () => {
    const entry = documentEntry(document);
    assert.deepEqual([entry?.paragraphs, entry?.sentences], [6, 7]);
    assert.equal(entry?.characters, [...MARKDOWN].length);
    assert.ok((entry?.words ?? 0) > 30);
  });

  it('name the headings above them', () => {
    assert.equal(at('Voor').section, '');
    assert.equal(at('Daarna').section, 'Aanpak');
    assert.equal(at('Er is geld').section, 'Aanpak > Geld');
  });

  it('have no number in code', () => {
    const { paragraph, sentence, section } = at('geen tekst maar');
    assert.deepEqual([paragraph, sentence, section], [undefined, undefined, 'Aanpak']);
  });

  it('begin where a quotation of several sentences begins', () => {
    assert.equal(at('Wij gaan met alle scholen in gesprek. Daarna besluiten').sentence, 2);
    assert.equal(at('gesprek. Daarna').sentence, 2);
    assert.equal(at(' Daarna').sentence, 3);
  });

  it('are not found in an empty text', () => {
    const empty = passageFinder(exampleDocument(''))({ start: 0, end: 0 });
    assert.deepEqual(empty, { section: '', paragraph: undefined, sentence: undefined, language: 'nl' });
  });

  it('are looked up by where they end', () => {
    const spans = [
      { start: 0, end: 3 },
      { start: 5, end: 8 },
    ];
    assert.deepEqual(
      [0, 2, 3, 7, 8, 99].map((offset) => firstEndingAfter(spans, offset)),
      [0, 0, 1, 1, 2, 2],
    );
  });
});

describe('the list of documents', () => {
  it('leaves out a document that is gone, and marks one that is not saved', () => {
    assert.equal(documentEntry({ ...document, source: 'missing' }), undefined);
    assert.equal(documentEntry({ ...document, source: 'unsaved' })?.unsaved, true);
    assert.equal(documentEntry(document)?.unsaved, false);
  });
});
