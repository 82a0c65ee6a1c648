import { assert } from 'chai';
import * as vscode from 'vscode';
import { contentHash } from '../../src/core/text/contentHash.js';
import { codingsOf, eventually, nameCoder, openFile, openText, readText, writeText } from './extension.js';

const CODER = 'a.anker';
export const PLAN = `De gemeente werkt samen met de bewoners aan een plan voor de haven.

Wij vragen van iedere rederij een verslag over het afgelopen jaar.

Daarna bekijken wij samen hoe het verder gaat.
`;
export const QUOTES = ['een plan voor de haven', 'een verslag', 'hoe het verder gaat'] as const;

/** Writes a file that annotates some words of a text; nothing else has been decided on it. */
export async function annotate(path: string, text: string, quotes: readonly string[] = QUOTES): Promise<void> {
  const annotations = quotes.map((quote) => {
    const start = text.lastIndexOf(quote);
    const end = start + quote.length;
    return {
      ...{ id: `${path}-${start}`, codes: ['interventions/relational'], status: 'confirmed' },
      target: {
        start,
        end,
        quote,
        prefix: text.slice(Math.max(0, start - 32), start),
        suffix: text.slice(end, end + 32),
      },
      ...{ memo: '', origin: { kind: 'manual' }, created: '2026-01-01T00:00:00Z', modified: '2026-01-01T00:00:00Z' },
    };
  });
  const sha256 = contentHash(new TextEncoder().encode(text));
  const file = { schema: 'policy-lens/annotations@1', document: path, sha256, coder: CODER, annotations };
  await writeText(`.policy-lens/annotations/${CODER}/${path}.json`, `${JSON.stringify(file, undefined, 2)}\n`);
}

/** Where the annotations are now: `anchored "een verslag"`. */
export async function placesOf(editor: vscode.TextEditor): Promise<readonly string[]> {
  const decided = (await codingsOf(editor)).filter(({ annotation, coder }) => annotation && coder === CODER);
  return decided.map(({ state, quote }) => `${state} "${quote}"`);
}

export async function untilPlaces(editor: vscode.TextEditor, places: readonly string[]): Promise<void> {
  let last: readonly string[] = [];
  await eventually(
    async () => {
      last = await placesOf(editor);
      return JSON.stringify(last) === JSON.stringify(places) ? true : undefined;
    },
    `${places.join(', ')}`,
  ).catch(() => assert.deepEqual(last, places));
}

const ANCHORED = QUOTES.map((quote) => `anchored "${quote}"`);

async function annotated(path: string, text = PLAN): Promise<vscode.TextEditor> {
  await annotate(path, text);
  const editor = await openText(path, text);
  await untilPlaces(editor, ANCHORED);
  return editor;
}

async function untilText(editor: vscode.TextEditor, text: string): Promise<void> {
  const plain = (words: string) => words.replaceAll('\r\n', '\n');
  await eventually(() => (plain(editor.document.getText()) === plain(text) ? true : undefined), 'the new text');
}

/** `writeOutside`: as another program writes a file. */
export function anchoringSuite(writeOutside: (path: string, text: string) => Promise<void> = writeText): void {
  describe('annotations in a text that changes', () => {
    before(() => nameCoder(CODER));

    it('come back where they were when a deletion is undone, and go when it is done again', async () => {
      const editor = await annotated('anchoring/undo.txt');
      const before = (await codingsOf(editor)).map(({ span }) => span);
      const line = editor.document.lineAt(2).rangeIncludingLineBreak;
      await editor.edit((edit) => edit.delete(line));
      const without = [`anchored "${QUOTES[0]}"`, `anchored "${QUOTES[2]}"`, `orphan "${QUOTES[1]}"`];
      await untilPlaces(editor, without);
      await vscode.commands.executeCommand('undo');
      await untilPlaces(editor, ANCHORED);
      assert.deepEqual(
        (await codingsOf(editor)).map(({ span }) => span),
        before,
      );
      await vscode.commands.executeCommand('redo');
      await untilPlaces(editor, without);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });

    it('stay exactly on their words when lines are moved, and a term is replaced throughout', async () => {
      const editor = await annotated('anchoring/edits.txt');
      editor.selection = new vscode.Selection(2, 0, 2, 0);
      await vscode.commands.executeCommand('editor.action.moveLinesUpAction');
      await untilPlaces(editor, [ANCHORED[1] ?? '', ANCHORED[0] ?? '', ANCHORED[2] ?? ''].sort(byPlaceIn(editor)));
      const text = editor.document.getText();
      await editor.edit((edit) => {
        for (const match of text.matchAll(/een/g)) {
          const from = editor.document.positionAt(match.index);
          edit.replace(new vscode.Range(from, from.translate(0, 3)), 'ons');
        }
      });
      const quotes = (await placesOf(editor)).map((place) => place.replace(/^\w+ /, ''));
      assert.sameMembers([...quotes], ['"ons plan voor de haven"', '"ons verslag"', '"hoe het verder gaat"']);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });

    it('follow a change by another program while the text is open, and one back', async () => {
      const path = 'anchoring/outside-open.txt';
      const editor = await annotated(path);
      const changed = `Vooraf een woord.\n\n${PLAN.replace('plan voor de', 'goed plan voor de hele').replace('hoe het verder gaat', 'niets')}`;
      await writeOutside(path, changed);
      await untilText(editor, changed);
      await untilPlaces(editor, [
        'changed "een goed plan voor de hele haven"',
        'anchored "een verslag"',
        'orphan "hoe het verder gaat"',
      ]);
      await writeOutside(path, PLAN);
      await untilText(editor, PLAN);
      await untilPlaces(editor, ANCHORED);
    });

    it('are found in a text that was changed while it was closed, and that was never written in', async () => {
      const path = 'anchoring/outside-closed.txt';
      await annotated(path);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      const file = await readText(`.policy-lens/annotations/${CODER}/${path}.json`);
      await writeOutside(path, `Vooraf.\n\n${PLAN}`);
      const editor = await openFile(path);
      await untilText(editor, `Vooraf.\n\n${PLAN}`);
      const places = await placesOf(editor);
      assert.deepEqual(
        places.map((place) => place.replace(/^(?:moved|anchored) /, '')),
        QUOTES.map((quote) => `"${quote}"`),
      );
      assert.strictEqual(await readText(`.policy-lens/annotations/${CODER}/${path}.json`), file);
    });

    it('stay on their words when line ends change, and when all lines are broken otherwise', async () => {
      const path = 'anchoring/lines.txt';
      const editor = await annotated(path, PLAN.replaceAll('\n', '\r\n'));
      await writeOutside(path, PLAN);
      await untilText(editor, PLAN);
      await untilPlaces(editor, ANCHORED);
      const wrapped = PLAN.replaceAll(/ (?=aan|iedere|over|bekijken|het)/g, '\n');
      await writeOutside(path, wrapped);
      await untilText(editor, wrapped);
      await eventually(async () => {
        const quotes = (await placesOf(editor)).map((place) => place.replaceAll(/\s+/g, ' '));
        return JSON.stringify(quotes) === JSON.stringify(ANCHORED) ? true : undefined;
      }, 'the same words');
    });
  });
}

/** In the order of the text as it is shown. */
function byPlaceIn({ document }: vscode.TextEditor): (a: string, b: string) => number {
  const at = (place: string) => document.getText().indexOf(place.slice(place.indexOf('"') + 1, -1));
  return (a, b) => at(a) - at(b);
}
