import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const FILE = path.resolve('syntaxes/policy-text.tmLanguage.json');

async function loadGrammar(): Promise<IGrammar> {
  const wasm = fs.readFileSync(path.resolve('node_modules/vscode-oniguruma/release/onig.wasm'));
  const registry = new Registry({
    onigLib: loadWASM(wasm).then(() => ({ createOnigScanner, createOnigString })),
    loadGrammar: async () => parseRawGrammar(fs.readFileSync(FILE, 'utf8'), FILE),
  });
  const grammar = await registry.loadGrammar('text.policy');
  assert.ok(grammar);
  return grammar;
}

describe('The grammar of policy texts', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  /** The stretches of a line that have a scope of their own: `scope=text`, the outermost scope first. */
  function scopes(line: string): string[] {
    const { tokens } = grammar.tokenizeLine(line, INITIAL);
    return tokens
      .filter(({ scopes }) => scopes.length > 1)
      .map(({ scopes, startIndex, endIndex }) => {
        const names = scopes.slice(1).map((scope) => scope.replace('.policy', ''));
        return `${names.join(' ')}=${line.slice(startIndex, endIndex)}`;
      });
  }

  function kindOf(line: string): string | undefined {
    return scopes(line)[0]?.split(/[ =]/)[0];
  }

  it('sets the number and the title of a heading apart', () => {
    assert.deepEqual(scopes('3.1 Samen aan de slag'), [
      'markup.heading constant.numeric.section=3.1',
      'markup.heading= ',
      'markup.heading entity.name.section=Samen aan de slag',
    ]);
    assert.deepEqual(scopes('Artikel 4. Reikwijdte'), [
      'markup.heading constant.numeric.section=Artikel 4',
      'markup.heading entity.name.section=. Reikwijdte',
    ]);
  });

  const kinds: readonly (readonly [string, string | undefined])[] = [
    ['3 Afspraken', 'markup.heading'],
    ['Hoofdstuk 2', 'markup.heading'],
    ['Bijlage A: Begrippen', 'markup.heading'],
    ['Annex II', 'markup.heading'],
    ['WERKAGENDA', 'markup.heading'],
    ['C o m p l e x i t e i t', 'markup.heading'],
    ['Artikel 4 van de wet regelt dat', undefined],
    ['12 december 2020', undefined],
    ['3 gemeenten doen mee', undefined],
    ['De gemeente gaat in gesprek.', undefined],
    ['• een punt', 'markup.list'],
    ['- een punt', 'markup.list'],
    ['(iv) een punt', 'markup.list'],
    ['\uf0b7 een punt', 'markup.list'],
    ['> gezegd', 'markup.quote'],
    ['12', 'comment.line.furniture'],
    ['Pagina 1 van 2', 'comment.line.furniture'],
    ['Plan voor de wijk 2030 | 7', 'comment.line.furniture'],
    ['8 | Plan voor de wijk 2030', 'comment.line.furniture'],
    ['1 Inleiding .......... 4', 'comment.line.furniture'],
    ['Tabel 3: Wat het kost', 'entity.name.section.caption'],
    ['Tabel 3 laat zien wat het kost', undefined],
  ];
  for (const [line, kind] of kinds) {
    it(`takes '${line}' for ${kind ?? 'text'}`, () => assert.equal(kindOf(line), kind));
  }

  it('marks the number of a note and no other number', () => {
    assert.deepEqual(scopes('De koplopers.5 De rest12, en 30 km2 volgens art. 5 in 2030.'), [
      'constant.numeric.footnote=5',
      'constant.numeric.footnote=12',
    ]);
  });
});
