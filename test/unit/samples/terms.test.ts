import { strict as assert } from 'node:assert';
import { detectBlock } from '../../../src/core/detection/detect.js';
import { parseBlock } from '../../../src/core/text/segments.js';
import { compiled } from './readSamples.js';

/** What programmes of this kind use, said in both languages. */
const TERMS = [
  ['relational/coach', 'De themacoördinator belde elke werf.', 'The theme coordinator called every yard.'],
  ['relational/coach', 'Een gezant sprak de schippers moed in.', 'An envoy encouraged the skippers.'],
  [
    'relational/expertise',
    'Het fonds haalt experts uit de scheepsbouw.',
    'The fund brings in experts on shipbuilding.',
  ],
  ['relational/invite', 'Kooplieden werden uitgenodigd aan tafel.', 'Merchants were invited to the table.'],
  ['narrative/shared-mission', 'De kust heeft één missie.', 'The coast has one mission.'],
  ['narrative/urgency', 'De tijd dringt.', 'It is time to act.'],
  ['narrative/personal', 'Zou u uw eigen moeder laten meevaren?', 'Would you let your own mother sail along?'],
  ['narrative/campaign', 'Dit voorjaar loopt een landelijke campagne.', 'A national campaign will run this spring.'],
  ['symbolic/presence', 'De minister kwam zelf.', 'The minister came in person.'],
  ['symbolic/label', 'Het logo hangt aan de mast.', 'The logo hangs from the mast.'],
  ['symbolic/label', 'Twee werven heten koploper.', 'Two yards are front-runners.'],
  ['symbolic/listing', 'Er hangt een lijst van deelnemers.', 'There is a list of participants.'],
  ['symbolic/celebration', 'De haven viert het succes.', 'The port celebrates its success.'],
  ['symbolic/chosen-words', 'Met opzet spreken wij van buren.', 'The word was chosen with care.'],
  ['contextual/ranking', 'Zij staan op een zwarte lijst.', 'They are on a black list.'],
  ['contextual/ranking', 'Dat heet naming and shaming.', 'That is naming and shaming.'],
  ['contextual/contract', 'Er staat een terugbetaalclausule in.', 'It has a pay-back clause.'],
  ['contextual/indicators', 'Er zijn negen prestatie-indicatoren.', 'There are nine performance indicators.'],
  ['contextual/budget', 'Op het veer wordt bezuinigd.', 'The budget of the ferry is cut.'],
  ['contextual/market', 'De veren concurreren met elkaar.', 'The ferries compete with each other.'],
  ['contextual/quality-framework', 'Het kwaliteitskader ligt er.', 'The quality framework is there.'],
  ['contextual/sanction', 'Dan volgt een boete.', 'Those ships are fined.'],
] as const;

function found(text: string, language: 'nl' | 'en'): readonly string[] {
  const block = parseBlock({ raw: text, kind: 'paragraph', format: 'plain', fallback: language });
  return detectBlock(compiled, { ...block, language }, text).map(({ codePath }) => codePath);
}

describe('the terms of such programmes', () => {
  for (const [code, nl, en] of TERMS) {
    it(`speak for ${code} in both languages: ${nl} / ${en}`, () => {
      assert.ok(found(nl, 'nl').includes(`interventions/${code}`), found(nl, 'nl').join());
      assert.ok(found(en, 'en').includes(`interventions/${code}`), found(en, 'en').join());
    });
  }
});
