import { strict as assert } from 'node:assert';
import type { Target } from '../../../../../src/core/annotation/annotation.js';
import { finished } from '../../../../../src/core/annotation/placing/finished.js';
import type { Place } from '../../../../../src/core/annotation/placing/place.js';
import { placeTargets } from '../../../../../src/core/annotation/placing/placeTargets.js';
import { targetOf } from '../../../../../src/core/annotation/target.js';

const PLAN = `Meedoen in de wijk

De gemeente Waterbeek wil dat alle bewoners kunnen meedoen. Daarom gaan wij in gesprek met huurders, winkeliers
en scholen over wat er beter kan. Een coach helpt jongeren die geen werk hebben.

Wat wij vragen

Elke instelling die subsidie ontvangt, legt ieder kwartaal verantwoording af. Wie de afspraken niet nakomt, krijgt
een waarschuwing en daarna een korting. De wethouder ziet hierop toe.

Wat wij vieren

In het voorjaar houden wij een feest op het plein. De vlag van de wijk hangt dan uit, en kinderen krijgen een
speldje met het nieuwe logo. Zo laten wij zien dat wij trots zijn op onze café's en onze coöperatie.

Tot slot

Het plan geldt voor vier jaar. Halverwege bespreken wij met elkaar wat er is bereikt.
`;

const QUOTES = [
  'gaan wij in gesprek met huurders, winkeliers\nen scholen',
  'Een coach helpt jongeren die geen werk hebben.',
  'legt ieder kwartaal verantwoording af',
  'krijgt\neen waarschuwing en daarna een korting',
  'De vlag van de wijk hangt dan uit',
  "trots zijn op onze café's en onze coöperatie",
  'bespreken wij met elkaar wat er is bereikt',
];

function targetFor(quote: string, text = PLAN): Target {
  const start = text.indexOf(quote);
  assert.ok(start >= 0, quote);
  return targetOf(text, { start, end: start + quote.length });
}

function placesOf(text: string, hasBefore: boolean, quotes: readonly string[] = QUOTES): readonly Place[] {
  const targets = quotes.map((quote) => targetFor(quote));
  return finished(placeTargets({ targets, text, before: hasBefore ? PLAN : undefined }));
}

function told(text: string, { state, span }: Place): string {
  return `${state} ${span ? text.slice(span.start, span.end) : ''}`.trim();
}

/** The same with the old text at hand and without it. */
function both(title: string, check: (hasBefore: boolean) => void): void {
  it(`${title}, with the old text`, () => check(true));
  it(`${title}, without the old text`, () => check(false));
}

function allMoved(text: string, hasBefore: boolean, quoteIn: (quote: string) => string = (quote) => quote): void {
  const places = placesOf(text, hasBefore);
  assert.deepEqual(
    places.map((place) => told(text, place).replace(/^anchored /, 'moved ')),
    QUOTES.map((quote) => `moved ${quoteIn(quote)}`),
  );
}

describe('passages after what happens to texts every day', () => {
  it('are anchored where the old text is the new one and their quotations stand there', () => {
    const { start } = targetFor('De wethouder');
    const places = finished(placeTargets({ targets: [targetFor('De wethouder')], text: PLAN, before: PLAN }));
    assert.deepEqual(places, [{ state: 'anchored', span: { start, end: start + 12 } }]);
  });

  both('move with a whole section', (hasBefore) => {
    const [title, first, second, ...rest] = PLAN.split(/\n\n(?=Wat|Tot)/);
    const turned = [title, second, ...rest.slice(0, -1), first, rest.at(-1)].join('\n\n');
    allMoved(turned, hasBefore);
  });

  both('are the same in a paragraph split in two, or joined with the next', (hasBefore) => {
    allMoved(PLAN.replace('kunnen meedoen. Daarom', 'kunnen meedoen.\n\nDaarom'), hasBefore);
    allMoved(
      PLAN.replace('vier jaar. Halverwege', 'vier jaar.\n\nHalverwege').replace('hebben.\n\nWat', 'hebben. Wat'),
      hasBefore,
    );
  });

  both('are the same with other line ends', (hasBefore) => {
    allMoved(PLAN.replaceAll('\n', '\r\n'), hasBefore, (quote) => quote.replaceAll('\n', '\r\n'));
  });

  both('are the same where lines are broken otherwise', (hasBefore) => {
    allMoved(PLAN.replaceAll(/(?<=\S)\n(?=\S)/g, ' '), hasBefore, (quote) => quote.replaceAll('\n', ' '));
  });

  both('are the same in decomposed letters', (hasBefore) => {
    allMoved(PLAN.normalize('NFD'), hasBefore, (quote) => quote.normalize('NFD'));
  });

  both('are the same with words broken over lines', (hasBefore) => {
    const broken = PLAN.replace('verantwoording af', 'verant-\nwoording af').replace('coöperatie', 'coöpe\u00adratie');
    const inBroken = (quote: string) =>
      quote.replace('verantwoording af', 'verant-\nwoording af').replace('coöperatie', 'coöpe\u00adratie');
    allMoved(broken, hasBefore, inBroken);
  });

  both('are the same as Markdown', (hasBefore) => {
    const marked = PLAN.replace(/^(Meedoen|Wat|Tot)/gm, '## $1')
      .replace('een waarschuwing', '**een waarschuwing**')
      .replace('De vlag', '- De vlag');
    allMoved(marked, hasBefore, (quote) => quote.replace('een waarschuwing', '**een waarschuwing**'));
  });

  both('are the same with curly quotation marks', (hasBefore) => {
    allMoved(PLAN.replaceAll("'", '’'), hasBefore, (quote) => quote.replaceAll("'", '’'));
  });

  both('have changed where words of theirs were edited', (hasBefore) => {
    const edited = PLAN.replace('ieder kwartaal', 'elk half jaar').replace('De vlag', 'De nieuwe vlag');
    const [, , account, , flag] = placesOf(edited, hasBefore).map((place) => told(edited, place));
    assert.equal(account, 'changed legt elk half jaar verantwoording af');
    assert.equal(flag, 'changed De nieuwe vlag van de wijk hangt dan uit');
  });

  both('are orphans where they were deleted', (hasBefore) => {
    const edited = PLAN.replace(' Een coach helpt jongeren die geen werk hebben.', '');
    const [talks, coach] = placesOf(edited, hasBefore);
    assert.equal(talks?.state, 'anchored');
    assert.equal(coach?.state, 'orphan');
  });

  both('are orphans where most of their words are others', (hasBefore) => {
    const edited = PLAN.replace(
      'Een coach helpt jongeren die geen werk hebben.',
      'Het loket van het stadhuis opent om negen uur.',
    );
    assert.equal(placesOf(edited, hasBefore)[1]?.state, 'orphan');
  });

  it('are ambiguous with ranked places where two are as good', () => {
    const section = 'Wij komen graag bij u langs.\n\nBel ons voor een afspraak.\n\nDat kan iedere werkdag.\n\n';
    const thrice = section.repeat(3);
    const start = thrice.indexOf('Bel ons', section.length);
    const target = targetOf(thrice, { start, end: start + 26 });
    const [place] = finished(placeTargets({ targets: [target], text: `Beste lezer,\n\n${thrice}` }));
    assert.equal(place?.state, 'ambiguous');
    assert.ok((place?.candidates?.length ?? 0) > 1);
    const scores = place?.candidates?.map(({ score }) => score) ?? [];
    assert.ok(scores.every((score, index) => score >= 0 && score <= 1 && score <= (scores[index - 1] ?? 1)));
  });

  it('follow their words with the old text where the same words stand elsewhere', () => {
    const line = 'Wij danken u voor uw komst.';
    const before = `Eerst de opening.\n\n${line}\n\nDan de pauze.\n\n${line}\n\nTot ziens.\n`;
    const second = before.lastIndexOf(line);
    const targets = [before.indexOf(line), second].map((start) =>
      targetOf(before, { start, end: start + line.length }),
    );
    const text = before.replace(`${line}\n\nDan`, 'Dan');
    const [first, last] = finished(placeTargets({ targets, text, before }));
    assert.equal(first?.state, 'orphan');
    assert.equal(last?.span?.start, text.indexOf(line));
  });

  it('are looked for by themselves where the quotation does not stand at its offsets in the old text', () => {
    const target = { ...targetFor('De vlag van de wijk hangt dan uit'), start: 3, end: 36 };
    const [place] = finished(placeTargets({ targets: [target], text: PLAN, before: PLAN }));
    assert.equal(place?.span?.start, PLAN.indexOf('De vlag'));
  });
});
