import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readVariables } from '../../../src/core/analysis/variables.js';
import { codeIndex, rowsOf } from '../../../src/core/exchange/rows.js';
import { wholeCodings } from '../../../src/project/wholeDocument.js';
import {
  codebooks,
  codesOn,
  compiled,
  everyCode,
  readSamples,
  type Sample,
  samplePaths,
  WORKSPACE,
} from './readSamples.js';

const WELCOME = 'notes/warm-welkom.md';
const FORWARD = 'notes/aan-zet.txt';
const STEPS = 'notes/quicker-steps.txt';
const ROOM = 'notes/room-to-work.md';
const LETTER = 'letters/brief-aan-besturen.txt';
const REPORT = 'extracted/eindrapport-lichter-werken.txt';

const PARTNER = 'partner-principal/partner';
const PRINCIPAL = 'partner-principal/principal';
const DOUBLE_ROLE = 'partner-principal/double-role';

/** Sentences in which partner and principal meet, by a few of their words. */
const DOUBLE_SENTENCES = [
  [WELCOME, 'Wij vertrouwen erop dat de centra'],
  [STEPS, 'We are in this together'],
  [ROOM, 'We give the schools all the room'],
  [LETTER, 'Samen hebben we gezocht'],
  [LETTER, 'Ik wil u het vertrouwen geven'],
  [LETTER, 'Ik ondersteun u graag'],
  [LETTER, 'U krijgt alle ruimte voor eigen keuzes'],
  [LETTER, 'U bent vrij om daar onderwerpen'],
  [LETTER, 'Wie meedoet, doet dat vrijwillig'],
  [LETTER, 'Ik kijk ernaar uit om samen'],
] as const;

/** Paragraphs in which one sentence is a partner's and another a principal's. */
const DOUBLE_PARAGRAPHS = [
  [FORWARD, 'Wij willen een bondgenoot zijn', 'stelt het ministerie eenzijdig vast'],
  [LETTER, 'Ik heb daar vooral geluisterd', 'Ik leg het u per 1 januari op'],
  [LETTER, 'mijn gelijkwaardige partner', 'Mijn departement zit de stuurgroep voor'],
  [ROOM, 'Onze buddy is een collega geworden', 'Toch bepaalt het ministerie'],
  [ROOM, 'share ownership of the plan', 'The Ministry allocates the remaining funds'],
] as const;

/** Sentences beside coded ones, with words that look like a code's. */
const NEUTRAL = [
  [WELCOME, 'De posters worden gedrukt op gerecycled papier.'],
  [WELCOME, "In de zes regio's staan samen 212 dagcentra."],
  [FORWARD, 'De website wordt elke maandag bijgewerkt.'],
  [FORWARD, 'De kwekerij levert planten aan drie gemeenten en een tuincentrum.'],
  [STEPS, 'The portal closes on the last Friday of each month.'],
  [STEPS, 'The average stay is nine weeks.'],
  [ROOM, 'Most of them travel by train.'],
  [ROOM, 'The calendar of visits is published in August.'],
  [LETTER, 'De koffie was overal goed.'],
  [LETTER, 'De agenda voor november is nog leeg.'],
  [LETTER, 'Zijn bezoek is geen inspectie.'],
  [REPORT, 'Samen hebben zij ongeveer duizend mede- werkers in dienst'],
  [REPORT, 'laat zich moeilijk in een rooster passen.'],
] as const;

/** Words as the extraction broke them, and the code that they speak for all the same. */
const BROKEN = [
  ['terug-\nbetaalclausule', 'interventions/contextual/contract'],
  ['kop-\nlopers', 'interventions/symbolic/label'],
  ['leer\u00AD\ngroepen', 'interventions/relational/network'],
  ['goed-\nkeuring', 'partner-principal/principal/decide'],
  ['pres\u00AD\ntatie-indicatoren', 'interventions/contextual/indicators'],
  ['ver\u00AD\n\nantwoordingseisen', 'interventions/contextual/indicators'],
  ['ge-\nvierd', 'interventions/symbolic/celebration'],
] as const;

let samples: readonly Sample[] = [];

function sample(path: string): Sample {
  const found = samples.find((each) => each.path === path);
  assert.ok(found, `no sample ${path}`);
  return found;
}

const isAtOrBelow = (path: string, ancestor: string): boolean => path === ancestor || path.startsWith(`${ancestor}/`);

describe('the sample workspace', () => {
  before(async () => {
    samples = await readSamples();
  });

  it('holds every code and sub-code', () => {
    const found = samples.flatMap(({ read }) => read.suggestions.map(({ codePath }) => codePath));
    const missing = everyCode.filter(({ path }) => !found.some((each) => isAtOrBelow(each, path)));
    assert.deepEqual(
      missing.map(({ path }) => path),
      [],
    );
  });

  for (const [path, words] of DOUBLE_SENTENCES) {
    it(`has a double role in one sentence of ${path}: ${words}`, () => {
      const codes = codesOn(sample(path), words);
      assert.ok(codes.includes(DOUBLE_ROLE), codes.join());
    });
  }

  for (const [path, beside, above] of DOUBLE_PARAGRAPHS) {
    it(`has a double role over a paragraph of ${path}: ${beside} / ${above}`, () => {
      const document = sample(path);
      assert.ok(codesOn(document, beside).some((code) => isAtOrBelow(code, PARTNER)));
      assert.ok(codesOn(document, above).some((code) => isAtOrBelow(code, PRINCIPAL)));
      const quotes = document.read.suggestions
        .filter(({ derived }) => derived === 'paragraph')
        .map(({ start, end }) => document.text.slice(start, end).replace(/\s+/g, ' '));
      assert.ok(
        quotes.some((quote) => quote.includes(beside) && quote.includes(above)),
        quotes.join('\n'),
      );
    });
  }

  for (const [path, sentence] of NEUTRAL) {
    it(`has a sentence without a code in ${path}: ${sentence}`, () => {
      assert.deepEqual(codesOn(sample(path), sentence), []);
    });
  }
});

describe('the sample with the damage of PDF extraction', () => {
  before(async () => {
    samples = await readSamples();
  });

  for (const [broken, code] of BROKEN) {
    it(`finds ${JSON.stringify(broken)} where it stands`, () => {
      const { read, text } = sample(REPORT);
      const words = read.suggestions
        .filter(({ codePath }) => codePath === code)
        .flatMap(({ evidence }) => evidence.map(({ start, end }) => text.slice(start, end)));
      assert.ok(
        words.some((each) => each.includes(broken)),
        words.map((each) => JSON.stringify(each)).join(),
      );
    });
  }

  it('gives quotations that are exactly the words of the file', () => {
    const { path, read, text } = sample(REPORT);
    const codings = wholeCodings({ path, read, derived: compiled.derived, annotations: [], coder: '' });
    const document = { ...read, path, sha256: '', codings, variables: {}, source: 'stored' } as const;
    const rows = rowsOf(document, codeIndex(codebooks));
    assert.ok(rows.length > 20, `${rows.length} rows`);
    for (const { start, end, quote } of rows) assert.equal(quote, text.slice(start ?? 0, end ?? 0));
    assert.ok(rows.some(({ quote }) => quote.includes('terug-\nbetaalclausule')));
  });
});

describe('the files about the sample workspace', () => {
  it('give every document its variables, and no other', () => {
    const { byPath, messages } = readVariables(readFileSync(join(WORKSPACE, '.policy-lens/documents.csv'), 'utf8'));
    assert.deepEqual(messages, []);
    assert.deepEqual([...byPath.keys()].sort(), samplePaths());
    for (const [path, variables] of byPath) {
      assert.deepEqual(Object.keys(variables), ['year', 'programme', 'role'], path);
      assert.ok(
        Object.values(variables).every((value) => value !== ''),
        path,
      );
    }
  });

  it('name every document in the README', () => {
    const readme = readFileSync(join(WORKSPACE, 'README.md'), 'utf8');
    const named = [...readme.matchAll(/^\| `([^`]+)` \|/gm)].map(([, path]) => path);
    assert.deepEqual(named.sort(), ['.policy-lens/documents.csv', ...samplePaths()]);
  });
});
