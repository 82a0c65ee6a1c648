import { assert } from 'chai';
import * as vscode from 'vscode';
import { codingsOf, eventually, extension, openFile, openText } from './extension.js';

/** One sentence for each of two codes, and one for none. */
const LETTER = [
  'Brief aan de besturen',
  '',
  'Coaches helpen de instellingen en wisselen kennis uit in leergroepen. De vergadering is op dinsdag.',
  '',
  'De inspectie houdt toezicht en legt een sanctie op.',
  '',
].join('\n');

export function readingSuite(): void {
  describe('reading a text', () => {
    it('suggests codes for the sentences of a Dutch letter, on exactly their words', async () => {
      const editor = await openText('reading/letter.txt', LETTER);
      const codings = await codingsOf(editor);
      const tops = new Set(codings.map(({ codePath }) => codePath.split('/').slice(0, 2).join('/')));
      assert.ok(tops.has('interventions/relational'), [...tops].join(', '));
      assert.ok(tops.has('interventions/contextual'), [...tops].join(', '));
      for (const { span, quote } of codings) {
        assert.ok(span);
        assert.strictEqual(editor.document.getText().slice(span.start, span.end), quote);
      }
      assert.ok(
        codings.every(({ quote }) => !quote.includes('dinsdag')),
        'the neutral sentence has no code',
      );
    });

    it('explains a suggestion in a hover with links to decide', async () => {
      const editor = await openText('reading/letter.txt', LETTER);
      const [first] = await codingsOf(editor);
      assert.ok(first?.span);
      const at = editor.document.positionAt(first.span.start + 2);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        at,
      );
      const text = hovers
        .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
        .join('\n');
      assert.match(text, /Why/);
      assert.match(text, /command:policyLens\.confirm/);
      assert.match(text, /command:policyLens\.memo/);
    });

    it('follows typing: codings stay on their words, and new text is read', async () => {
      const editor = await openText('reading/typing.txt', LETTER);
      const before = (await codingsOf(editor)).map(({ quote }) => quote);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Beste lezer,\n\n'));
      const after = await codingsOf(editor);
      assert.deepEqual(
        after.map(({ quote }) => quote),
        before,
      );
      const text = editor.document.getText();
      for (const { span, quote } of after) assert.strictEqual(text.slice(span?.start, span?.end), quote);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'De inspectie houdt streng toezicht.\n\n'));
      const more = await codingsOf(editor);
      assert.ok(more.length > after.length, 'the new sentence is suggested');
    });

    it('reads Markdown without its code and the targets of its links', async () => {
      const text =
        '# Toezicht\n\nZie [de tekst](https://toezicht.example/inspectie).\n\n```\nDe inspectie houdt toezicht.\n```\n';
      const editor = await openText('reading/note.md', text);
      assert.deepEqual(
        (await codingsOf(editor)).filter(({ quote }) => quote.includes('houdt')),
        [],
      );
    });

    it('reads an English paragraph and leaves a German one alone', async () => {
      const text =
        'The inspectorate supervises the schools and imposes a sanction.\n\nDie Aufsicht kontrolliert die Schulen und verhängt eine Sanktion.\n';
      const codings = await codingsOf(await openText('reading/two.txt', text));
      assert.ok(codings.length > 0);
      assert.ok(codings.every(({ quote }) => quote.startsWith('The')));
    });

    it('shows the sections of a plain-text document in the outline', async () => {
      const editor = await openFile('notes/aan-zet.txt');
      const symbols = await eventually(async () => {
        const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          editor.document.uri,
        );
        return found && found.length > 0 ? found : undefined;
      }, 'the outline');
      const names = JSON.stringify(symbols.map(({ name, children }) => [name, children.map((child) => child.name)]));
      assert.match(names, /Artikel 2/);
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        editor.document.uri,
      );
      assert.ok(folds.length > 3);
    });

    it('reads an empty file, CRLF and mixed line ends, and an unpaired surrogate', async () => {
      assert.deepEqual(await codingsOf(await openText('reading/empty.txt', '')), []);
      const mixed = 'De inspectie houdt\r\ntoezicht op scholen.\n\nDe inspectie houdt toezicht op zorg.\r\n';
      const editor = await openText('reading/mixed.txt', mixed);
      const text = editor.document.getText();
      const codings = await codingsOf(editor);
      assert.ok(codings.length >= 2);
      for (const { span, quote } of codings) assert.strictEqual(text.slice(span?.start, span?.end), quote);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\uD83D '));
      assert.ok((await codingsOf(editor)).length >= 2);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });

  describe('the extension', () => {
    it('activates with the documents that it reads, and hands out its codings', async () => {
      const lens = await extension();
      assert.strictEqual(typeof lens.whenIdle, 'function');
      assert.deepEqual(lens.codings(vscode.Uri.parse('untitled:none')), []);
    });

    it('has registered every command of its manifest', async () => {
      const found = vscode.extensions.getExtension('policy-lens.policy-lens');
      const manifest = found?.packageJSON as { contributes: { commands: { command: string }[] } };
      const all = new Set(await vscode.commands.getCommands(true));
      for (const { command } of manifest.contributes.commands) assert.ok(all.has(command), command);
    });
  });
}
