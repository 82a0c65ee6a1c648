import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Coding } from '../../src/core/analysis/coding.js';
import {
  eventually,
  exists,
  extension,
  nameCoder,
  openFile,
  openText,
  readText,
  workspaceUri,
  writeText,
} from './extension.js';

const CODER = 'a.jansen';

/** Different for every test: a text that is gone is looked for by what it says. */
function textAbout(subject: string): string {
  return `Over ${subject} is veel gezegd.\n\nDe inspectie houdt toezicht op ${subject}.\n\nCoaches helpen de ${subject}.\n`;
}

function fileOf(path: string): string {
  return `.policy-lens/annotations/${CODER}/${path}.json`;
}

/** What is quoted in the annotation file of a document; undefined where there is none. */
async function quoted(path: string): Promise<string | undefined> {
  const text = await readText(fileOf(path)).catch(() => undefined);
  if (text === undefined) return undefined;
  const file = JSON.parse(text) as {
    readonly document: string;
    readonly annotations: readonly { readonly target: { readonly quote: string } }[];
  };
  return `${file.document}: ${file.annotations.map(({ target }) => target.quote).join(' | ')}`;
}

function isQuoted(path: string, expected: string | undefined): Promise<true> {
  return eventually(async () => ((await quoted(path)) === expected ? true : undefined), `${path} to have ${expected}`);
}

/** Writes a text and confirms its first suggestion; gives the words. */
async function coded(path: string, subject: string): Promise<string> {
  const editor = await openText(path, textAbout(subject));
  const lens = await extension();
  const uri = editor.document.uri;
  const suggestion = await eventually(
    () => lens.codings(uri).find(({ status, origin }) => status === 'suggested' && origin !== 'derived'),
    'a suggestion',
  );
  await vscode.commands.executeCommand('policyLens.confirm', { uri: uri.toString(), codingId: suggestion.id });
  await isQuoted(path, `${path}: ${suggestion.quote}`);
  return suggestion.quote;
}

async function rename(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(workspaceUri(...from.split('/')), workspaceUri(...to.split('/')));
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** As another program would: the editor is not told. */
async function renameElsewhere(from: string, to: string): Promise<void> {
  const [source, target] = [workspaceUri(...from.split('/')), workspaceUri(...to.split('/'))];
  await vscode.workspace.fs.rename(source, target);
}

function confirmedIn(path: string): Promise<Coding> {
  return eventually(async () => {
    const lens = await extension();
    const codings = lens.codings(workspaceUri(...path.split('/')));
    return codings.find(({ status, span }) => status === 'confirmed' && span !== undefined);
  }, `a confirmed passage in ${path}`);
}

export function movingSuite(): void {
  describe('a document that is renamed', () => {
    before(() => nameCoder(CODER));

    it('takes its annotations along, and undo puts them back where they were', async () => {
      const quote = await coded('moving/open.txt', 'scholen');
      await rename('moving/open.txt', 'moving/deeper/other.txt');
      await isQuoted('moving/deeper/other.txt', `moving/deeper/other.txt: ${quote}`);
      await isQuoted('moving/open.txt', undefined);
      assert.strictEqual((await confirmedIn('moving/deeper/other.txt')).quote, quote);
      await vscode.commands.executeCommand('policyLens.undo');
      await isQuoted('moving/open.txt', `moving/open.txt: ${quote}`);
      await isQuoted('moving/deeper/other.txt', undefined);
      assert.ok(await exists('moving/deeper/other.txt'), 'the document stays where it is');
      await vscode.commands.executeCommand('policyLens.redo');
      await isQuoted('moving/deeper/other.txt', `moving/deeper/other.txt: ${quote}`);
      assert.strictEqual((await confirmedIn('moving/deeper/other.txt')).quote, quote);
    });

    it('keeps every annotation on its words when what was typed has not been saved', async () => {
      const quote = await coded('moving/dirty.txt', 'havens');
      const editor = await openFile('moving/dirty.txt');
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Vooraf.\n\n'));
      await rename('moving/dirty.txt', 'moving/dirtier.txt');
      await isQuoted('moving/dirtier.txt', `moving/dirtier.txt: ${quote}`);
      const { span } = await confirmedIn('moving/dirtier.txt');
      const document = await vscode.workspace.openTextDocument(workspaceUri('moving', 'dirtier.txt'));
      assert.ok(document.isDirty);
      assert.strictEqual(document.getText().slice(span?.start, span?.end), quote);
      assert.ok(await document.save());
      await eventually(async () => {
        const { annotations } = JSON.parse(await readText(fileOf('moving/dirtier.txt')));
        return annotations[0].target.start === span?.start ? true : undefined;
      }, 'the offsets of what was saved');
    });

    it('takes along those of all documents in a folder that is renamed, open or not', async () => {
      const quotes = [
        await coded('moving/folder/one.txt', 'sluizen'),
        await coded('moving/folder/sub/two.txt', 'bruggen'),
      ];
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await rename('moving/folder', 'moving/archive 2026');
      await isQuoted('moving/archive 2026/one.txt', `moving/archive 2026/one.txt: ${quotes[0]}`);
      await isQuoted('moving/archive 2026/sub/two.txt', `moving/archive 2026/sub/two.txt: ${quotes[1]}`);
      await isQuoted('moving/folder/one.txt', undefined);
      await openFile('moving/archive 2026/sub/two.txt');
      assert.strictEqual((await confirmedIn('moving/archive 2026/sub/two.txt')).quote, quotes[1]);
    });

    it('adds them to those that lie under the new name already', async () => {
      const gone = await coded('moving/target.txt', 'dijken');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(workspaceUri('moving', 'target.txt'));
      const quote = await coded('moving/source.txt', 'polders');
      await rename('moving/source.txt', 'moving/target.txt');
      await eventually(async () => {
        const now = await quoted('moving/target.txt');
        return now?.includes(gone) && now.includes(quote) ? true : undefined;
      }, 'both passages');
      await isQuoted('moving/source.txt', undefined);
    });
  });

  describe('a document that another program renamed', () => {
    before(() => nameCoder(CODER));

    it('is found by its text, asked about once, and followed', async () => {
      const quote = await coded('moving/outside.txt', 'gemalen');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await renameElsewhere('moving/outside.txt', 'moving/elsewhere/found.txt');
      await eventually(async () => {
        await vscode.commands.executeCommand('notification.acceptPrimaryAction');
        return (await quoted('moving/elsewhere/found.txt')) === `moving/elsewhere/found.txt: ${quote}`
          ? true
          : undefined;
      }, 'the question to be answered');
      await isQuoted('moving/outside.txt', undefined);
      await openFile('moving/elsewhere/found.txt');
      assert.strictEqual((await confirmedIn('moving/elsewhere/found.txt')).quote, quote);
    });

    it('is found later by a command too', async () => {
      const quote = await coded('moving/later.txt', 'veren');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await renameElsewhere('moving/later.txt', 'moving/elsewhere/later found.txt');
      const found = vscode.commands.executeCommand('policyLens.findMoved');
      await eventually(async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        const now = await quoted('moving/elsewhere/later found.txt');
        return now === `moving/elsewhere/later found.txt: ${quote}` ? true : undefined;
      }, 'the list to be answered');
      await found;
      await isQuoted('moving/later.txt', undefined);
      await vscode.commands.executeCommand('notifications.clearAll');
    });

    it('keeps its annotations where they are when it is only deleted', async () => {
      const quote = await coded('moving/deleted.txt', 'kades');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const edit = new vscode.WorkspaceEdit();
      edit.deleteFile(workspaceUri('moving', 'deleted.txt'));
      assert.ok(await vscode.workspace.applyEdit(edit));
      await isQuoted('moving/deleted.txt', `moving/deleted.txt: ${quote}`);
      await writeText('moving/deleted.txt', textAbout('kades'));
      await openFile('moving/deleted.txt');
      assert.strictEqual((await confirmedIn('moving/deleted.txt')).quote, quote);
    });
  });
}
