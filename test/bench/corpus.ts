/**
 * Policy prose from a seed, for measuring: the same seed gives the same text on every computer. Sentences are put together
 * from parts so that about one in four speaks of an intervention or a role, and words repeat no more than in real texts.
 */

/** Numbers from 0 up to 1, by a linear congruential generator (Numerical Recipes): speed matters here, quality does not. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Parts {
  readonly who: readonly string[];
  readonly plain: readonly string[];
  readonly coded: readonly string[];
  readonly what: readonly string[];
  readonly when: readonly string[];
}

const NL: Parts = {
  who: [
    'De minister',
    'Het ministerie',
    'De gemeente',
    'Elke regio',
    'De werkgroep',
    'Een aantal zorgaanbieders',
    'Het bestuur',
    'De directie',
    'De woningcorporatie',
    'Het wijkteam',
    'De staatssecretaris',
    'De landelijke koepel',
  ],
  plain: [
    'werkt in het komende jaar aan',
    'beschrijft in een bijlage',
    'ziet een toename van',
    'verwacht veel van',
    'schrijft een nota over',
    'houdt rekening met',
    'maakt een begin met',
    'noemt als voorbeeld',
  ],
  coded: [
    'zet een coach in voor',
    'gaat in gesprek over',
    'houdt toezicht op',
    'stelt strenge eisen aan',
    'geeft ruimte en vertrouwen bij',
    'besluit over de subsidie voor',
    'deelt kennis in een leernetwerk over',
    'vertelt een gezamenlijk verhaal over',
    'reikt een keurmerk uit voor',
    'rekent instellingen af op',
  ],
  what: [
    'de zorg in de wijk',
    'het aantal wachtenden (ca. 1.200 per jaar)',
    'de tabellen van bijlage 4, blz. 12 e.v.',
    'de overgang van school naar werk',
    'de lange wachttijden',
    'het wonen van ouderen, o.a. in krimpgebieden',
    'de digitale gegevensuitwisseling',
    'de kwaliteit van het onderwijs',
    'de vroegtijdige signalering van schulden',
    'het vervoer op het platteland',
    'de opvang van jonge ouders',
    'de uitvoering van het programma',
  ],
  when: [
    'vóór het einde van 2019',
    'zodra de cijfers bekend zijn',
    'in de loop van het voorjaar',
    'zonder dat dit tot extra kosten leidt',
    'zoals eerder aan de Kamer gemeld',
    'gedurende drie jaar',
    'op basis van het rapport van dr. Bakker',
    'in alle provincies',
  ],
};

const EN: Parts = {
  who: [
    'The minister',
    'The department',
    'Every council',
    'The working group',
    'A number of providers',
    'The board',
    'The secretariat',
    'The local team',
    'The programme office',
    'The national association',
  ],
  plain: [
    'works this year on',
    'describes in an annex',
    'sees an increase in',
    'expects much of',
    'writes a paper on',
    'takes account of',
    'makes a start with',
    'mentions as an example',
  ],
  coded: [
    'sends a coach to help with',
    'enters into dialogue about',
    'supervises and inspects',
    'sets strict requirements for',
    'gives room and trust in',
    'decides on the budget for',
    'shares knowledge in a network on',
    'tells a shared story about',
    'awards a quality mark for',
    'holds institutions to account for',
  ],
  what: [
    'care in the neighbourhood',
    'the number of people waiting (approx. 1,200 a year)',
    'the tables of annex 4, p. 12 ff.',
    'the move from school to work',
    'long waiting times',
    'housing for older people, e.g. in rural areas',
    'the exchange of data',
    'the quality of education',
    'early signs of debt',
    'transport in the countryside',
    'the execution of the programme',
  ],
  when: [
    'before the end of 2019',
    'as soon as the figures are known',
    'in the course of the spring',
    'without extra cost',
    'as reported to parliament before',
    'for three years',
    'on the basis of the report by Dr. Baker',
    'in all provinces',
  ],
};

type Random = () => number;

function pick(parts: readonly string[], random: Random): string {
  return parts[Math.floor(random() * parts.length)] ?? '';
}

function sentence(parts: Parts, random: Random): string {
  const verb = pick(random() < 0.25 ? parts.coded : parts.plain, random);
  const number = random() < 0.1 ? ` (${Math.floor(random() * 9000) + 1000})` : '';
  return `${pick(parts.who, random)} ${verb} ${pick(parts.what, random)}${number} ${pick(parts.when, random)}.`;
}

function paragraph(parts: Parts, random: Random): string {
  const sentences = Array.from({ length: 3 + Math.floor(random() * 6) }, () => sentence(parts, random));
  return sentences.join(' ');
}

/** A plain text of at least `length` UTF-16 units, by a paragraph too long at most, with a numbered heading now and then. */
export function policyProse(seed: number, length: number, language: 'nl' | 'en' = 'nl'): string {
  const random = seededRandom(seed);
  const parts = language === 'nl' ? NL : EN;
  const blocks: string[] = [];
  let written = 0;
  for (let chapter = 1; written < length; chapter += 1) {
    const heading = `${chapter} ${pick(parts.what, random).replace(/^(de|het|the) /, '')}`;
    const paragraphs = Array.from({ length: 4 + Math.floor(random() * 8) }, () => paragraph(parts, random));
    for (const block of [heading, ...paragraphs]) {
      if (written >= length) break;
      blocks.push(block);
      written += block.length + 2;
    }
  }
  return `${blocks.join('\n\n')}\n`;
}
