import { strict as assert } from 'node:assert';
import { finished } from '../../../../../src/core/annotation/placing/finished.js';
import { placeTargets } from '../../../../../src/core/annotation/placing/placeTargets.js';
import { targetOf } from '../../../../../src/core/annotation/target.js';

/** What a passage of the old text says in the new one: its words there, or its state. */
function placed(before: string, text: string, quote: string): string {
  const start = before.indexOf(quote);
  assert.ok(start >= 0, quote);
  const target = targetOf(before, { start, end: start + quote.length });
  const [place] = finished(placeTargets({ targets: [target], text, before }));
  return place?.span ? text.slice(place.span.start, place.span.end) : (place?.state ?? '');
}

const BEFORE = `De raad van Waterbeek stelt ieder voorjaar de kaders vast. Daarna beschrijft de wethouder hoe regionale
samenwerkingsafspraken tot stand komen, en wie daarvan op de hoogte is. Tegen het einde van het jaar volgt een verslag.`;

describe('the edges of a passage with the old text at hand', () => {
  it('are those of a word that a scanner has put a stop or a space into', () => {
    const text = BEFORE.replace('samenwerkingsafspraken', 'samenwerk.ingsafspraken').replace('hoogte', 'hoog te');
    assert.equal(placed(BEFORE, text, 'regionale\nsamenwerkingsafspraken'), 'regionale\nsamenwerk.ingsafspraken');
    assert.equal(placed(BEFORE, text, 'samenwerkingsafspraken tot'), 'samenwerk.ingsafspraken tot');
    assert.equal(placed(BEFORE, text, 'op de hoogte'), 'op de hoog te');
  });

  it('are those of a word that was written in pieces', () => {
    const parted = BEFORE.replace('samenwerkingsafspraken', 'samenwerkings- afspraken');
    assert.equal(placed(parted, BEFORE, 'regionale\nsamenwerkings- afspraken'), 'regionale\nsamenwerkingsafspraken');
    assert.equal(placed(parted, BEFORE, 'afspraken tot stand'), 'afspraken tot stand');
  });

  it('hold words that were put in the place of exactly the outermost one', () => {
    const text = BEFORE.replace('regionale', 'de plaatselijke');
    assert.equal(placed(BEFORE, text, 'regionale\nsamenwerkingsafspraken'), 'de plaatselijke\nsamenwerkingsafspraken');
    const shorter = BEFORE.replace('beschrijft de', 'vertelt');
    assert.equal(placed(BEFORE, shorter, 'Daarna beschrijft de'), 'Daarna vertelt');
  });

  it('leave out what was put in the place of words on both sides of an edge', () => {
    const text = BEFORE.replace('hoe regionale', 'waarom');
    assert.equal(placed(BEFORE, text, 'regionale\nsamenwerkingsafspraken'), 'samenwerkingsafspraken');
  });

  it('are ambiguous where much was typed for a word at one', () => {
    const text = BEFORE.replace('hoe regionale', 'met veel woorden en cijfers wat regionale');
    assert.equal(placed(BEFORE, text, 'wethouder hoe'), 'ambiguous');
  });

  it('keep to their own word where the same one begins a sentence that was typed before it', () => {
    const text = BEFORE.replace('vast. Daarna', 'gewoonlijk. Daarna kiest men een voorzitter voor de avond. Daarna');
    const quote = 'Daarna beschrijft de wethouder';
    assert.equal(placed(BEFORE, text, quote), quote);
  });

  it('keep a word with a slip of the pen behind which a long piece was typed', () => {
    const typed = 'Met elkaar maken bewoners, winkeliers en scholen afspraken over de markt. '.repeat(5);
    const text = BEFORE.replace('vast. Daarna', `vost. ${typed}Later`);
    assert.equal(placed(BEFORE, text, 'ieder voorjaar de kaders vast'), 'ieder voorjaar de kaders vost');
  });

  it('keep to their sentence where one that was typed before it begins with the same word', () => {
    const text = BEFORE.replace('vast. Daarna', 'vast. Daarna kiest men een voorzitter voor de avond. Daarna');
    const quote = 'Daarna beschrijft de wethouder';
    assert.equal(placed(BEFORE, text, quote), quote);
  });

  it('keep to their sentence where the one before it lost its end', () => {
    const text = BEFORE.replace('kaders vast. Daarna', 'grote lijnen. Tegen de avond, daarna borrel. Daarna');
    const quote = 'Daarna beschrijft de wethouder';
    assert.equal(placed(BEFORE, text, quote), quote);
  });
});
