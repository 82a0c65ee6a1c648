import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { inflect } from '../../../../src/core/codebook/inflect.js';

function holds(lemma: string, language: 'nl' | 'en', forms: string): void {
  const { whole } = inflect(lemma, language);
  for (const form of forms.split(' ')) assert.ok(whole.includes(form), `${lemma}: ${form} not in ${whole.join(' ')}`);
}

function lacks(lemma: string, language: 'nl' | 'en', forms: string): void {
  const { whole } = inflect(lemma, language);
  for (const form of forms.split(' ')) assert.ok(!whole.includes(form), `${lemma}: ${form}`);
}

describe('the forms of a Dutch word', () => {
  it('follow open and closed syllables', () => {
    holds('lopen', 'nl', 'loop loopt liep liepen gelopen lopend lopende');
    holds('zetten', 'nl', 'zet zette zetten gezet gezette');
    holds('delen', 'nl', 'deel deelt deelde deelden gedeeld gedeelde');
    holds('beoordelen', 'nl', 'beoordeel beoordeelt beoordeelde beoordeeld beoordeelde');
    holds('handelen', 'nl', 'handel handelt handelde gehandeld');
    holds('creëren', 'nl', 'creëer creëert creëerde gecreëerd');
    holds('initiëren', 'nl', 'initieer initieert geïnitieerd');
  });

  it('have f for v and s for z at the end, and the past of the infinitive', () => {
    holds('leven', 'nl', 'leef leeft leefde geleefd');
    holds('reizen', 'nl', 'reis reist reisde gereisd');
    holds('maken', 'nl', 'maakt maakte maakten gemaakt gemaakte');
    holds('eisen', 'nl', 'eist eiste geëist geëiste');
  });

  it('have no ge- behind a prefix', () => {
    holds('begeleiden', 'nl', 'begeleidt begeleidde begeleid begeleide');
    holds('verplichten', 'nl', 'verplicht verplichtte verplichte');
    holds('ondersteunen', 'nl', 'ondersteunt ondersteund ondersteunde');
  });

  it('are those of the table for strong verbs, with any prefix', () => {
    holds('besluiten', 'nl', 'besluit besloot besloten');
    holds('bespreken', 'nl', 'bespreekt besprak bespraken besproken');
    holds('ontnemen', 'nl', 'ontneemt ontnam ontnomen');
    holds('hebben', 'nl', 'heb heeft had gehad');
  });

  it('stand together and apart for separable verbs', () => {
    holds('samen/werken', 'nl', 'samenwerken samenwerkt samengewerkt samenwerkende');
    holds('op/leggen', 'nl', 'oplegt opgelegd opgelegde opleggen');
    holds('toe/zien', 'nl', 'toeziet toezag toegezien');
    const { split, apart, beginnings } = inflect('samen/werken', 'nl');
    assert.equal(split?.particle, 'samen');
    assert.ok(split?.finite.includes('werkten'));
    assert.ok(apart.some((words) => words.length === 3 && words[1]?.includes('te')));
    assert.deepEqual(beginnings, ['samenwerking']);
  });

  it('are no words of other verbs and nouns', () => {
    lacks('zetten', 'nl', 'gezeten');
    lacks('besluiten', 'nl', 'sluiten gesloten besluitde');
    assert.deepEqual(inflect('werken', 'nl').beginnings, []);
    assert.deepEqual(inflect('in/stellen', 'nl').beginnings, []);
    assert.deepEqual(inflect('be/regelen', 'nl').split?.particle, 'be');
  });

  it('are plurals of nouns and endings of adjectives', () => {
    holds('brief', 'nl', 'brief brieven');
    holds('instelling', 'nl', 'instelling instellingen');
    holds('regio', 'nl', "regio regio's");
    holds('moeilijkheid', 'nl', 'moeilijkheden');
    holds('lokaal', 'nl', 'lokaal lokale');
    holds('stok', 'nl', 'stokken');
  });
});

describe('the forms of an English word', () => {
  it('double a consonant, drop an -e, and change -y', () => {
    holds('plan', 'en', 'plan plans planned planning');
    holds('require', 'en', 'requires required requiring');
    holds('apply', 'en', 'applies applied applying');
    holds('oversee', 'en', 'oversees oversaw overseen overseeing');
    holds('teach', 'en', 'teaches taught teaching');
    holds('organise', 'en', 'organises organised organize organized organizing');
  });

  it('stand together and apart for phrasal verbs', () => {
    const { split, apart } = inflect('carry/out', 'en');
    assert.ok(split?.finite.includes('carried'));
    assert.deepEqual(apart[0]?.[1], ['out']);
  });

  it('are no words of other words', () => {
    lacks('plan', 'en', 'plane planing planed');
    lacks('require', 'en', 'requireed requirement');
  });
});

describe('the forms of any word', () => {
  it('hold the word itself, and are not many', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abdegiklmnoprstuvwëij'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(word, fc.constantFrom<'nl' | 'en'>('nl', 'en'), (lemma, language) => {
        const { whole, beginnings } = inflect(lemma, language);
        assert.ok(whole.includes(lemma));
        assert.ok(whole.length + beginnings.length < 200, String(whole.length));
        for (const each of beginnings) assert.ok(each.length > 4);
      }),
    );
  });
});
