/** A plan that was rewritten after it was coded: one annotation for each thing that may become of a place. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { annotationFile, coder, sha256 } from './onDisk.mjs';

export const plan = 'plans/lindestraat.txt';

/** Where they were: the beginning of the plan stayed as it was. */
const anchored = [
  'De gemeente nodigt alle bewoners uit voor een gesprek',
  'Wie niet kan komen, belt met het wijkteam',
  'wat de buurt zelf kan doen en wat niet',
  'Samen schrijven wij op hoe de straat er over tien jaar uitziet',
  'een kist met gereedschap die iedereen mag lenen',
];
export const moved = 'Wij planten dit najaar twaalf bomen langs het water.';
export const changed = 'De school zet haar plein open voor de buurt.';
export const changedNow = 'De school zet haar grote plein open voor de hele buurt.';
export const twice = 'overleggen wij met de wijkraad over de kosten';
export const rewritten = 'De wethouder brengt de ondernemers bij elkaar aan een lange tafel.';
const rewrittenNow = 'Aan een lange tafel zitten ondernemers en de wethouder straks samen.';
/** What has words of it. */
export const rewrittenWords = 'Aan een lange tafel zitten ondernemers en de wethouder';
export const gone = 'Ieder huishouden krijgt een brief met de datum van de sloop.';
export const ofOther = 'Op het pleintje komt een bank voor wie moe is.';

export const ownQuotes = [...anchored, moved, changed, twice, rewritten, gone];

const beginning = `Plan voor de Lindestraat

${anchored[0]} over de straat. De avond begint om half acht, en er is koffie.

${anchored[1]}. Daar ligt ook een lijst met vragen die al gesteld zijn.

Op de eerste avond vertellen wij ${anchored[2]}. Daarna gaan wij in groepen uiteen.

${anchored[3]}. Niemand hoeft daarvoor te kunnen tekenen.

In de hal van het buurthuis staat ${anchored[4]}. Het slot gaat open met de code van de week.`;

const about = `Elke eerste dinsdag van de maand ${twice} van alles wat hier staat. Wie wil, schuift aan.`;

const end = `${moved} De kuilen zijn dan al gegraven door de dienst van het groen.

${ofOther} De bank is van hout uit het eigen bos, en staat er in het voorjaar.`;

export const textThen = `${beginning}

${about}

${changed} Na vijven sluit de conciërge het hek.

${rewritten}

${gone}

${end}
`;

export const textNow = `${beginning}

${about}

${about}

${changedNow} Na vijven sluit de conciërge het hek.

${rewrittenNow}

Wij zoeken nog geld en tijd.

${end}
`;

/**
 * @param {string} quote
 * @param {number} number of the annotation
 */
export function annotation(quote, number) {
  const start = textThen.indexOf(quote);
  const end = start + quote.length;
  const time = '2026-01-31T10:00:00Z';
  return {
    id: `01J9ZX4M1T5X8V7R3W2Q1P0N${number}A`,
    codes: ['interventions/relational'],
    status: 'confirmed',
    target: {
      ...{ start, end, quote },
      prefix: textThen.slice(Math.max(0, start - 32), start),
      suffix: textThen.slice(end, end + 32),
    },
    memo: quote === gone ? 'Wanneer dan?' : '',
    ...{ origin: { kind: 'manual' }, created: time, modified: time },
  };
}

/**
 * @param {string} file
 * @param {string} name
 * @param {readonly string[]} quotes
 */
function writeAnnotations(file, name, quotes) {
  const annotations = quotes.map(annotation);
  const content = { schema: 'policy-lens/annotations@1', document: plan, coder: name, annotations };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...content, sha256: sha256(Buffer.from(textThen)) }, undefined, 2));
}

/** @param {string} workspace */
export function prepare(workspace) {
  mkdirSync(dirname(join(workspace, plan)), { recursive: true });
  writeFileSync(join(workspace, plan), textNow);
  const own = annotationFile(workspace, plan);
  writeAnnotations(own, coder, ownQuotes);
  writeAnnotations(own.replace(coder, 'b.smit'), 'b.smit', [ofOther]);
}
