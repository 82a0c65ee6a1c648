import { assert } from 'chai';
import * as vscode from 'vscode';
import { eventually, extension, nameCoder, openText, readText, workspaceUri, writeText } from './extension.js';

const CODER = 'c.files';
const TEXT = 'De gemeente werkt samen met de bewoners.\n';
const fileOf = (path: string) => `.policy-lens/annotations/${CODER}/${path}.json`;

function annotation(id: string, changes: object = {}): object {
  const start = TEXT.indexOf('samen');
  return {
    ...{ id, codes: ['interventions/relational'], status: 'confirmed' },
    target: { start, end: start + 5, quote: 'samen', prefix: TEXT.slice(0, start), suffix: ' met de bewoners.\n' },
    ...{ memo: '', origin: { kind: 'manual' }, created: '2026-01-01T00:00:00Z', modified: '2026-01-01T00:00:00Z' },
    ...changes,
  };
}

function fileText(document: string, annotations: readonly object[]): string {
  const file = { schema: 'policy-lens/annotations@1', document, sha256: '', coder: CODER, annotations };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** Accepts whatever is asked until the file is another one; before a list is there accepting does nothing. */
async function acceptUntilChanged(path: string, before: string): Promise<string> {
  return eventually(async () => {
    // In the browser the old version may be gone for a moment before the new one is in its place.
    const text = await readText(path).catch(() => before);
    if (text !== before) return text;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return undefined;
  }, `another ${path}`);
}

export function annotationFilesSuite(): void {
  describe('annotation files', () => {
    before(() => nameCoder(CODER));

    it('with marks of a merge are resolved where the problem is named, as a step that can be undone', async () => {
      const path = 'files/merged.txt';
      await openText(path, TEXT);
      const memo = (words: string) => `      "memo": "${words}",\n`;
      const marks = `<<<<<<< HEAD\n${memo('ours')}=======\n${memo('theirs')}>>>>>>> other\n`;
      const marked = fileText(path, [annotation('m')]).replace(memo(''), marks);
      await writeText(fileOf(path), marked);
      const uri = workspaceUri(...fileOf(path).split('/'));
      const problem = await eventually(
        () => vscode.languages.getDiagnostics(uri).find(({ code }) => code === 'annotations.conflictMarks'),
        'the problem',
      );
      await vscode.workspace.openTextDocument(uri);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        problem.range,
      );
      const action = actions.find(({ command }) => command?.command === 'policyLens.resolveMerge');
      assert.ok(action?.command, 'resolving is offered');
      const resolving = vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
      const resolved = JSON.parse(await acceptUntilChanged(fileOf(path), marked));
      await resolving;
      const memos = resolved.annotations.map((each: { memo: string }) => each.memo);
      assert.sameMembers(memos, ['ours', 'theirs']);
      await (await extension()).whenIdle();
      await vscode.commands.executeCommand('policyLens.undo');
      assert.strictEqual(await readText(fileOf(path)), marked);
      await vscode.commands.executeCommand('policyLens.redo');
      assert.deepEqual(JSON.parse(await readText(fileOf(path))), resolved);
    });

    it('are checked, and repaired when that is accepted, as a step that can be undone', async () => {
      const path = 'files/checked.txt';
      await openText(path, TEXT);
      const code = 'interventions/relational';
      const broken = fileText(path, [annotation('c', { codes: [code, code] })]);
      await writeText(fileOf(path), broken);
      const lens = await extension();
      await eventually(() => {
        const codings = lens.codings(workspaceUri(...path.split('/')));
        return codings.some(({ coder }) => coder === CODER) ? true : undefined;
      }, 'the annotation');
      const checking = vscode.commands.executeCommand('policyLens.checkAnnotations');
      const repaired = JSON.parse(await acceptUntilChanged(fileOf(path), broken));
      await checking;
      assert.deepEqual(repaired.annotations[0].codes, [code]);
      await lens.whenIdle();
      await vscode.commands.executeCommand('policyLens.undo');
      assert.strictEqual(await readText(fileOf(path)), broken);
      await vscode.commands.executeCommand('policyLens.redo');
    });
  });
}
