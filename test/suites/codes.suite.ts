import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  codingsOf,
  eventually,
  exists,
  extension,
  nameCoder,
  openText,
  readText,
  workspaceUri,
  writeText,
} from './extension.js';

const CODER = 'd.coder';
const OTHER = 'e.coder';
const CODEBOOK = '.policy-lens/codebooks/quays.yaml';
const DOCUMENT = 'codes/quay.txt';

const YAML = `schema: policy-lens/codebook@1
id: quays
version: 1
title: { nl: Kades, en: Quays }
codes:
  - id: wall # of stone
    name: { nl: Kademuur, en: Quay wall }
    indicators: { nl: [kademuur*] }
  - id: step
    name: { nl: Trap, en: Steps }
    indicators: { nl: [kadetrap*] }
`;

const TEXT = 'Hier staat een kademuur van steen.\n\nDaar ligt een kadetrap naar het water.\n';

/** Milliseconds: every change of a codebook works out all of them anew. */
const PATIENCE = 60_000;

const annotationsPath = (coder: string) => `.policy-lens/annotations/${coder}/${DOCUMENT}.json`;

function theirs(): string {
  const target = { start: 15, end: 23, quote: 'kademuur', prefix: 'Hier staat een ', suffix: ' van steen.' };
  const annotation = { id: '01J00000000000000000000001', codes: ['quays/wall'], status: 'confirmed', target };
  return `${JSON.stringify({ schema: 'policy-lens/annotations@1', document: DOCUMENT, sha256: '', coder: OTHER, annotations: [annotation] })}\n`;
}

/** Codes in the file of a coder, in its order. */
async function codesOf(coder: string): Promise<string> {
  const { annotations } = JSON.parse(await readText(annotationsPath(coder))) as {
    annotations: readonly { readonly codes: readonly string[] }[];
  };
  return annotations.map(({ codes }) => codes.join('+')).join(' ');
}

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`policyLens.${command}`, ...args);

/** Does something that asks what becomes of annotations, and takes the first answer each time, until `isDone`. */
async function accepting(doing: Thenable<unknown>, isDone: () => Promise<boolean>, what: string): Promise<void> {
  const accept = async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    // A file that is being replaced may not be there for a moment: in a browser the one before is deleted first.
    return (await isDone().catch(() => false)) ? true : undefined;
  };
  await eventually(accept, what, PATIENCE);
  await doing;
  await (await extension()).whenIdle();
}

/** Files of annotations that nobody can read may have any code: who changes one would be asked about them each time. */
async function removeUnusable(): Promise<void> {
  const left = () => {
    const files = vscode.languages.getDiagnostics().filter(([uri]) => uri.path.includes('/.policy-lens/annotations/'));
    return files.flatMap(([uri, problems]) => (problems.length > 0 ? [uri] : []));
  };
  for (const uri of left()) await vscode.workspace.fs.delete(uri);
  await eventually(() => (left().length === 0 ? true : undefined), 'unusable files to be gone', PATIENCE);
}

export function codesSuite(): void {
  describe('codes that change', function () {
    this.timeout(2 * PATIENCE);

    let editor: vscode.TextEditor;

    before(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await nameCoder(CODER);
      await removeUnusable();
      await writeText(CODEBOOK, YAML);
      editor = await openText(DOCUMENT, TEXT);
      await eventually(
        async () => {
          const found = (await codingsOf(editor)).filter(({ codePath }) => codePath.startsWith('quays/'));
          return found.length === 2 ? true : undefined;
        },
        'the codebook',
        PATIENCE,
      );
      await writeText(annotationsPath(OTHER), theirs());
      await eventually(
        async () => ((await codingsOf(editor)).some(({ coder }) => coder === OTHER) ? true : undefined),
        'the annotation of another coder',
      );
      const uri = editor.document.uri.toString();
      const own = (await codingsOf(editor)).filter(
        ({ codePath, status }) => codePath === 'quays/wall' && status === 'suggested',
      );
      assert.ok(own[0]);
      await run('confirm', { uri, codingId: own[0].id });
      assert.strictEqual(await codesOf(CODER), 'quays/wall');
    });

    after(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      if (await exists(CODEBOOK)) await vscode.workspace.fs.delete(workspaceUri(...CODEBOOK.split('/')));
      for (const coder of [CODER, OTHER])
        await vscode.workspace.fs.delete(workspaceUri('.policy-lens', 'annotations', coder), { recursive: true });
      await (await extension()).whenIdle();
    });

    it('take the annotations of all coders along when they are renamed, and back when that is undone', async () => {
      const before = await readText(annotationsPath(OTHER));
      const renamed = async () => (await codesOf(OTHER)) === 'quays/parapet';
      await accepting(run('renameCode', 'quays/wall', 'parapet'), renamed, 'the annotations to follow');
      assert.strictEqual(await codesOf(CODER), 'quays/parapet');
      assert.include(await readText(CODEBOOK), '- id: parapet # of stone\n');
      assert.include(await readText(CODEBOOK), 'version: 2\n');
      const codings = await codingsOf(editor);
      assert.isEmpty(codings.filter(({ codePath }) => codePath === 'quays/wall'));
      assert.strictEqual(codings.filter(({ codePath }) => codePath === 'quays/parapet').length, 2);

      await run('undo');
      assert.strictEqual(await readText(CODEBOOK), YAML);
      assert.strictEqual(await codesOf(CODER), 'quays/wall');
      assert.deepEqual(
        JSON.parse(await readText(annotationsPath(OTHER))).annotations[0].codes,
        JSON.parse(before).annotations[0].codes,
      );
    });

    it('give their annotations to the code that they are merged into', async () => {
      const merged = async () => (await codesOf(OTHER)) === 'quays/step';
      await accepting(run('mergeCode', 'quays/wall', 'quays/step'), merged, 'the annotations to follow');
      assert.strictEqual(await codesOf(CODER), 'quays/step');
      assert.include(await readText(CODEBOOK), 'nl: [kadetrap*, kademuur*]');
      assert.notInclude(await readText(CODEBOOK), 'id: wall');
    });

    it('leave their annotations unknown when they are taken away by hand; those can be given another', async () => {
      const document = await vscode.workspace.openTextDocument(workspaceUri(...CODEBOOK.split('/')));
      const edit = new vscode.WorkspaceEdit();
      const start = document.positionAt(document.getText().indexOf('step\n'));
      edit.replace(document.uri, new vscode.Range(start, start.translate(0, 4)), 'stairs');
      assert.ok(await vscode.workspace.applyEdit(edit));
      await document.save();
      const json = workspaceUri(...annotationsPath(CODER).split('/'));
      await eventually(
        () => {
          const problems = vscode.languages.getDiagnostics(json);
          return problems.some(({ code }) => code === 'annotations.unknownCode') ? true : undefined;
        },
        'the problem in the Problems panel',
        PATIENCE,
      );
      assert.strictEqual(await codesOf(CODER), 'quays/step', 'nothing is changed before somebody says so');

      const opened = await vscode.workspace.openTextDocument(json);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        opened.uri,
        new vscode.Range(0, 0, 0, 1),
      );
      assert.ok(actions.some(({ command }) => command?.command === 'policyLens.recodeUnknown'));

      const given = async () => (await codesOf(OTHER)) !== 'quays/step';
      await accepting(run('recodeUnknown', 'quays/step'), given, 'another code');
      assert.strictEqual(await codesOf(CODER), await codesOf(OTHER));
      await eventually(
        () => (vscode.languages.getDiagnostics(json).length === 0 ? true : undefined),
        'the problem to go',
      );
    });
  });
}
