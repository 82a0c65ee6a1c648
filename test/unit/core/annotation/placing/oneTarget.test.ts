import { strict as assert } from 'node:assert';
import type { Annotation } from '../../../../../src/core/annotation/annotation.js';
import { finished } from '../../../../../src/core/annotation/placing/finished.js';
import { placeTargets } from '../../../../../src/core/annotation/placing/placeTargets.js';
import { targetOf } from '../../../../../src/core/annotation/target.js';

const TEXT = `De gemeente werkt samen met de bewoners aan een plan.

Wij eisen van iedere instelling een verslag.

Wij danken u voor uw aandacht.

De provincie werkt samen met de scholen aan een rooster.

Wij danken u voor uw aandacht.
`;

/** An annotation of the n-th occurrence of some words. */
function annotationOf(quote: string, occurrence = 0, text = TEXT): Annotation {
  let start = text.indexOf(quote);
  for (let n = 0; n < occurrence; n++) start = text.indexOf(quote, start + 1);
  assert.ok(start >= 0);
  return {
    ...{ id: 'a', codes: ['roles/partner'], status: 'confirmed', memo: '', origin: { kind: 'manual' } },
    ...{ created: '', modified: '', target: targetOf(text, { start, end: start + quote.length }) },
  };
}

/** State and words of an annotation in a text. */
function resolved(annotation: Annotation, text: string, sameHash = false): string {
  const [place] = finished(placeTargets({ targets: [annotation.target], text, before: sameHash ? text : undefined }));
  return `${place?.state} ${place?.span ? text.slice(place.span.start, place.span.end) : ''}`.trim();
}

describe("an annotation in today's text", () => {
  it('is anchored where nothing has changed', () => {
    assert.equal(resolved(annotationOf('samen'), TEXT, true), 'anchored samen');
    assert.equal(resolved(annotationOf('samen'), TEXT), 'anchored samen');
  });

  it('is not believed to be anchored where the words at its offsets are others, whatever the hash says', () => {
    const target = { ...annotationOf('een verslag').target, start: 0, end: 11 };
    assert.equal(resolved({ ...annotationOf('een verslag'), target }, TEXT, true), 'moved een verslag');
  });

  it('is moved with its words, also with a whole section', () => {
    const [first, ...rest] = TEXT.split('\n\n');
    const turned = [...rest, first].join('\n\n');
    assert.equal(resolved(annotationOf('samen met de bewoners'), turned), 'moved samen met de bewoners');
    assert.equal(resolved(annotationOf('een verslag'), `Vooraf.\n\n${TEXT}`), 'moved een verslag');
  });

  it('is at the occurrence that has its context', () => {
    const edited = `Een nieuwe aanhef van enige lengte.\n\n${TEXT}`;
    for (const occurrence of [0, 1]) {
      const annotation = annotationOf('werkt samen met de', occurrence);
      const [place] = finished(placeTargets({ targets: [annotation.target], text: edited }));
      assert.equal(place?.span?.start, annotation.target.start + 37);
    }
  });

  it('has only moved where lines are broken otherwise: its words are the same', () => {
    const annotation = annotationOf('een plan.\n\nWij eisen van iedere instelling');
    const windows = TEXT.replaceAll('\n', '\r\n');
    assert.equal(resolved(annotation, windows), 'moved een plan.\r\n\r\nWij eisen van iedere instelling');
    const rewrapped = TEXT.replace('iedere instelling', 'iedere\n  instelling');
    assert.equal(resolved(annotationOf('iedere instelling een'), rewrapped), 'moved iedere\n  instelling een');
  });

  it('is ambiguous where several places are as good', () => {
    const paragraph =
      'Wij hebben uw brief ontvangen.\n\nWij danken u voor uw aandacht.\n\nHet bestuur van de stichting.\n\n';
    const thrice = paragraph.repeat(3);
    const annotation = annotationOf('Wij danken u voor uw aandacht.', 1, thrice);
    assert.equal(resolved(annotation, thrice, true), 'anchored Wij danken u voor uw aandacht.');
    assert.equal(resolved(annotation, `Vooraf nog dit.\n\n${thrice}`), 'ambiguous');
  });

  it('is an orphan where its words are gone', () => {
    assert.equal(resolved(annotationOf('een verslag'), TEXT.replace('een verslag', 'een rapport')), 'orphan');
    assert.equal(resolved(annotationOf('een verslag'), ''), 'orphan');
  });

  it('is an orphan rather than at a short word that stands elsewhere', () => {
    const edited = TEXT.replace('De gemeente werkt samen met de bewoners', 'De gemeente doet het met de bewoners');
    assert.equal(resolved(annotationOf('samen'), edited), 'orphan');
  });

  it('is an orphan rather than at the other of two places when its own was deleted', () => {
    const deleted = TEXT.replace('De gemeente werkt samen met de bewoners aan een plan.\n\n', '');
    assert.equal(resolved(annotationOf('werkt samen met de'), deleted), 'orphan');
  });

  it('survives offsets, quotations and contexts that make no sense', () => {
    const annotation = annotationOf('een verslag');
    const beyond = { ...annotation.target, start: 1e15, end: 1e15 + 11 };
    assert.equal(resolved({ ...annotation, target: beyond }, TEXT), 'moved een verslag');
    const white = { ...annotation.target, quote: ' \n ' };
    assert.equal(resolved({ ...annotation, target: white }, TEXT), 'orphan');
    const bare = { start: 3, end: 4, quote: 'Wij eisen van iedere instelling een verslag.', prefix: '', suffix: '' };
    assert.match(resolved({ ...annotation, target: bare }, TEXT), /^moved Wij eisen/);
  });
});
