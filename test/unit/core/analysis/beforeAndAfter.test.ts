import { strict as assert } from 'node:assert';
import { beforeAndAfter, inSentenceLines } from '../../../../src/core/analysis/beforeAndAfter.js';
import { targetOf } from '../../../../src/core/annotation/target.js';

const THEN =
  'Eerst dit. De gemeente nodigt bewoners uit voor een gesprek. Daarna volgt een lang verhaal over het geld.';
const NOW = THEN.replace('bewoners', 'alle bewoners');
const quote = 'De gemeente nodigt bewoners uit';

function spanOf(text: string, words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

describe('a passage before and after', () => {
  const target = targetOf(THEN, spanOf(THEN, quote));
  const span = spanOf(NOW, 'De gemeente nodigt alle bewoners uit');

  it('differs in what was changed, with as much around it as is kept', () => {
    assert.deepEqual(beforeAndAfter({ target, span, text: NOW }), {
      before: 'Eerst dit. De gemeente nodigt bewoners uit voor een gesprek. Daarna volgt ',
      after: 'Eerst dit. De gemeente nodigt alle bewoners uit voor een gesprek. Daarna volgt ',
    });
  });

  it('has more around it where the earlier text is at hand', () => {
    assert.deepEqual(beforeAndAfter({ target, span, text: NOW, earlier: THEN }), { before: THEN, after: NOW });
  });

  it('does not take another text for the earlier one', () => {
    const { before } = beforeAndAfter({ target, span, text: NOW, earlier: 'Iets heel anders.' });
    assert.match(before, /^Eerst dit\. De gemeente/);
  });

  it('has a sentence on each line, and leaves abbreviations and lines as they are', () => {
    const before = 'Zie art. 5 en p. 8. “Wij wachten.” (Dat duurt.) Straks\nvolgt het. einde';
    const lines = 'Zie art. 5 en p. 8.\n“Wij wachten.”\n(Dat duurt.)\nStraks\nvolgt het. einde';
    assert.deepEqual(inSentenceLines({ before, after: 'Eén. Étage.' }), { before: lines, after: 'Eén.\nÉtage.' });
  });
});
