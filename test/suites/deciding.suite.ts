import { assert } from 'chai';
import * as vscode from 'vscode';
import { codingsOf, eventually, exists, nameCoder, openText, readText, writeText } from './extension.js';

const TEXT = 'De inspectie houdt toezicht op de scholen.\n\nCoaches helpen de instellingen.\n';
const CODER = 'a.jansen';

interface StoredAnnotation {
  readonly id: string;
  readonly codes: readonly string[];
  readonly status: string;
  readonly memo: string;
  readonly target: { readonly start: number; readonly end: number; readonly quote: string };
}

async function stored(path: string): Promise<readonly StoredAnnotation[]> {
  const file = `.policy-lens/annotations/${CODER}/${path}.json`;
  if (!(await exists(file))) return [];
  return (JSON.parse(await readText(file)) as { annotations: readonly StoredAnnotation[] }).annotations;
}

async function firstSuggestion(editor: vscode.TextEditor) {
  const found = (await codingsOf(editor)).find(({ status, origin }) => status === 'suggested' && origin !== 'derived');
  assert.ok(found, 'there is a suggestion');
  return found;
}

const targetOf = (editor: vscode.TextEditor, codingId: string) => ({ uri: editor.document.uri.toString(), codingId });

export function decidingSuite(): void {
  describe('deciding', () => {
    before(() => nameCoder(CODER));

    it('confirms a suggestion into a file beside the text, and never writes the text itself', async () => {
      const editor = await openText('deciding/confirm.txt', TEXT);
      const suggestion = await firstSuggestion(editor);
      await vscode.commands.executeCommand('policyLens.confirm', targetOf(editor, suggestion.id));
      const [annotation] = await stored('deciding/confirm.txt');
      assert.strictEqual(annotation?.status, 'confirmed');
      assert.strictEqual(annotation?.target.quote, suggestion.quote);
      assert.deepEqual(annotation?.codes, [suggestion.codePath]);
      const codings = await codingsOf(editor);
      assert.strictEqual(codings.filter(({ codePath }) => codePath === suggestion.codePath).length, 1);
      assert.strictEqual(await readText('deciding/confirm.txt'), TEXT);
    });

    it('keeps a rejection, so that the suggestion does not come back', async () => {
      const editor = await openText('deciding/reject.txt', TEXT);
      const suggestion = await firstSuggestion(editor);
      await vscode.commands.executeCommand('policyLens.reject', targetOf(editor, suggestion.id));
      const same = (await codingsOf(editor)).filter(({ codePath }) => codePath === suggestion.codePath);
      assert.deepEqual(
        same.map(({ status }) => status),
        ['rejected'],
      );
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Vooraf.\n\n'));
      const after = (await codingsOf(editor)).filter(({ codePath }) => codePath === suggestion.codePath);
      assert.deepEqual(
        after.map(({ status }) => status),
        ['rejected'],
      );
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });

    it('undoes and redoes decisions by commands of their own', async () => {
      const editor = await openText('deciding/undo.txt', TEXT);
      const suggestion = await firstSuggestion(editor);
      await vscode.commands.executeCommand('policyLens.confirm', targetOf(editor, suggestion.id));
      assert.strictEqual((await stored('deciding/undo.txt')).length, 1);
      await vscode.commands.executeCommand('policyLens.undo');
      assert.strictEqual((await stored('deciding/undo.txt')).length, 0);
      assert.strictEqual((await codingsOf(editor)).find(({ id }) => id === suggestion.id)?.status, 'suggested');
      await vscode.commands.executeCommand('policyLens.redo');
      assert.strictEqual((await stored('deciding/undo.txt')).length, 1);
    });

    it('keeps an annotation on its words through typing and saving', async () => {
      const editor = await openText('deciding/typing.txt', TEXT);
      const suggestion = await firstSuggestion(editor);
      await vscode.commands.executeCommand('policyLens.confirm', targetOf(editor, suggestion.id));
      const [before] = await stored('deciding/typing.txt');
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Inleiding.\n\n'));
      await editor.document.save();
      const moved = await eventually(async () => {
        await codingsOf(editor);
        const [now] = await stored('deciding/typing.txt');
        return now && now.target.start !== before?.target.start ? now : undefined;
      }, 'the new offsets');
      const text = await readText('deciding/typing.txt');
      assert.strictEqual(text.slice(moved.target.start, moved.target.end), suggestion.quote);
      assert.strictEqual(moved.id, before?.id);
    });

    it('finds an annotation again after an edit elsewhere, and lists it when its words are gone', async () => {
      const editor = await openText('deciding/outside.txt', TEXT);
      const suggestion = await firstSuggestion(editor);
      await vscode.commands.executeCommand('policyLens.confirm', targetOf(editor, suggestion.id));
      await writeText('deciding/outside.txt', `Een nieuwe eerste regel.\n\n${TEXT}`);
      await eventually(
        () => (editor.document.getText().startsWith('Een nieuwe') ? true : undefined),
        'the editor to follow',
      );
      const found = (await codingsOf(editor)).find(({ status }) => status === 'confirmed');
      assert.strictEqual(editor.document.getText().slice(found?.span?.start, found?.span?.end), suggestion.quote);
      await writeText('deciding/outside.txt', 'Alles is anders.\n');
      await eventually(
        () => (editor.document.getText().startsWith('Alles') ? true : undefined),
        'the editor to follow',
      );
      const lost = (await codingsOf(editor)).find(({ status }) => status === 'confirmed');
      assert.strictEqual(lost?.state, 'orphan');
      assert.strictEqual(lost?.quote, suggestion.quote);
      assert.strictEqual((await stored('deciding/outside.txt')).length, 1, 'nothing is deleted');
    });

    it('changes the range of an annotation to the selection, and deletes it', async () => {
      const editor = await openText('deciding/range.txt', TEXT);
      const suggestion = await firstSuggestion(editor);
      await vscode.commands.executeCommand('policyLens.confirm', targetOf(editor, suggestion.id));
      const [annotation] = await stored('deciding/range.txt');
      const coding = (await codingsOf(editor)).find(({ id }) => id.startsWith(annotation?.id ?? '?'));
      assert.ok(coding);
      editor.selection = new vscode.Selection(0, 0, 0, 'De inspectie'.length);
      await vscode.commands.executeCommand('policyLens.changeRange', targetOf(editor, coding.id));
      assert.strictEqual((await stored('deciding/range.txt'))[0]?.target.quote, 'De inspectie');
      await vscode.commands.executeCommand('policyLens.delete', targetOf(editor, coding.id));
      assert.deepEqual(await stored('deciding/range.txt'), []);
    });
  });

  describe('annotation files that cannot be used', () => {
    const decideOn = async (path: string, content: string) => {
      await writeText(`.policy-lens/annotations/${CODER}/${path}.json`, content);
      const editor = await openText(path, TEXT);
      const suggestion = await firstSuggestion(editor);
      await vscode.commands.executeCommand('policyLens.confirm', targetOf(editor, suggestion.id));
      assert.strictEqual(await readText(`.policy-lens/annotations/${CODER}/${path}.json`), content, 'left as it was');
      const uri = vscode.workspace.workspaceFolders?.[0]?.uri;
      assert.ok(uri);
      const file = vscode.Uri.joinPath(uri, '.policy-lens', 'annotations', CODER, `${path}.json`);
      return eventually(
        () => vscode.languages.getDiagnostics(file).find(({ source }) => source === 'Policy Lens'),
        'the problem',
      );
    };

    it('are left as they are when cut off, with the place in the Problems panel', async () => {
      const problem = await decideOn('bad/cut.txt', '{\n  "schema": "policy-lens/annotations@1",\n  "docum');
      assert.strictEqual(problem.range.start.line, 2);
    });

    it('are left as they are when they have merge marks', async () => {
      const problem = await decideOn('bad/merge.txt', '<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n');
      assert.match(problem.message, /merge/);
    });

    it('are left as they are when a newer version wrote them', async () => {
      const problem = await decideOn(
        'bad/newer.txt',
        '{ "schema": "policy-lens/annotations@99", "document": "bad/newer.txt", "coder": "a.jansen", "annotations": [] }\n',
      );
      assert.match(problem.message, /newer/);
    });
  });

  describe('own codebooks', () => {
    it('are read when they are written, and their errors are shown at their place', async () => {
      await writeText(
        '.policy-lens/codebooks/own.yaml',
        [
          'schema: policy-lens/codebook@1',
          'id: own',
          'version: 1',
          'title: { nl: Eigen, en: Own }',
          'codes:',
          '  - id: vergadering',
          '    name: { nl: Vergadering, en: Meeting }',
          '    definition: { nl: Er wordt vergaderd., en: People meet. }',
          '    color: extra1',
          '    indicators: { nl: [vergadering*], en: [meeting*] }',
          '',
        ].join('\n'),
      );
      const editor = await openText(
        'own/text.txt',
        'De vergadering van de raad begint om negen uur in het stadhuis.\n',
      );
      await eventually(
        async () => (await codingsOf(editor)).find(({ codePath }) => codePath === 'own/vergadering'),
        'a suggestion of the own codebook',
      );
      await writeText(
        '.policy-lens/codebooks/wrong.yaml',
        'schema: policy-lens/codebook@1\nid: wrong\nversion: 1\ntitel: { nl: Fout, en: Wrong }\ncodes: []\n',
      );
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
      assert.ok(folder);
      const file = vscode.Uri.joinPath(folder, '.policy-lens', 'codebooks', 'wrong.yaml');
      const problem = await eventually(
        () => vscode.languages.getDiagnostics(file).find(({ message }) => message.includes('titel')),
        'the error',
      );
      assert.strictEqual(problem.range.start.line, 3);
    });

    it('are written with help: keys that can stand there, what they mean, and mistakes as they are made', async () => {
      const path = '.policy-lens/codebooks/help.yaml';
      const text = 'schema: policy-lens/codebook@1\nid: help\nversion: 1\ntitle: { nl: Hulp, en: Help }\n\n';
      const editor = await openText(path, text);
      const { uri } = editor.document;
      const keys = await eventually(async () => {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          uri,
          new vscode.Position(4, 0),
        );
        const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
        return labels.includes('codes') ? labels : undefined;
      }, 'proposals');
      assert.include(keys, 'source');
      assert.notInclude(keys, 'title', 'it is there already');
      const at = new vscode.Position(3, 2);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
      assert.isAbove(hovers.length, 0, 'the meaning of a key');
      await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), 'colour: red'));
      await eventually(
        () => vscode.languages.getDiagnostics(uri).find(({ message }) => message.includes('colour')),
        'the mistake',
      );
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });
}
