/** Random texts that look like policy texts, with all that the splitter takes note of, and random edits in them. */
import fc from 'fast-check';
import type { TextEdit } from '../../../../src/core/text/span.js';

const FRAGMENTS = [
  'De gemeente gaat met bewoners in gesprek over de wijk.',
  'Wij leggen vast wie wat doet en wanneer het klaar is, zodat iedereen weet waar hij aan toe is en wij elkaar',
  'kunnen aanspreken op de afspraken die wij samen hebben gemaakt.',
  'vervolg van een zin die op de vorige regel begon',
  '3.1 Samen aan de slag',
  '3.1',
  '4',
  'Samen aan de slag',
  'Artikel 4 Reikwijdte',
  '• Een punt in een lijst',
  '- Een punt met een streepje',
  '2. Een genummerd punt',
  '(a) een punt met een letter',
  '> Een aangehaalde regel',
  '“Een alinea die wie het zei wil laten staan.”',
  'Tabel 3: Uitgaven per jaar',
  'Figuur 2 laat zien dat het kan',
  'Plan voor de wijk 2030 | 12',
  '12',
  'Pagina 1 van 2',
  'Inhoud',
  '1 Inleiding .......... 4',
  'WERKAGENDA',
  'I n l e i d i n g',
  '```',
  '```yaml',
  '---',
  '===',
  '<!-- weg',
  'weg -->',
  '# Een kop',
  '## Page 3',
  '| a | b |',
  '',
  '   ',
  '\f',
  '        ingesprongen regel met een vervolg',
];

const lineEnd = fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n', '\r', '\f', '\n\n\n', ' \n\n');

function joined(lines: readonly (readonly [string, string])[]): string {
  return lines.map(([line, end]) => line + end).join('');
}

/** `size`: the most lines. */
export function policyTextOf(size: number): fc.Arbitrary<string> {
  const line = fc.tuple(fc.constantFrom(...FRAGMENTS), lineEnd);
  return fc.array(line, { maxLength: size, size: 'max' }).map(joined);
}

const replacement = fc.oneof(
  fc.constantFrom('', 'x', ' ', '\n', '\n\n', '\f', '.', '```\n', '\n3.1 Kop\n', '- ', '"', '\r', '\ud83c\udf33'),
  fc.constantFrom(...FRAGMENTS),
);

/** Edits of `text` as an editor reports them: in the old text, without overlap, in any order. */
export function editsOf(text: string): fc.Arbitrary<readonly TextEdit[]> {
  const cut = fc.tuple(fc.nat(text.length), fc.nat(40), replacement);
  return fc.array(cut, { minLength: 1, maxLength: 3 }).map((cuts) => {
    const edits: TextEdit[] = [];
    for (const [start, length, text_] of cuts) {
      const edit = { start, end: Math.min(text.length, start + length), text: text_ };
      if (edits.every((other) => edit.end < other.start || edit.start > other.end)) edits.push(edit);
    }
    return edits;
  });
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((changed, edit) => changed.slice(0, edit.start) + edit.text + changed.slice(edit.end), text);
}
