import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  codingsOf,
  eventually,
  extension,
  nameCoder,
  openText,
  readText,
  workspaceUri,
  writeText,
} from './extension.js';

const CODER = 'c.learner';
const CODE = 'kerbs/kerb';
const CODEBOOK = '.policy-lens/codebooks/kerbs.yaml';

const YAML = `schema: policy-lens/codebook@1
id: kerbs
version: 1
title: { nl: Stoepen, en: Kerbs }
codes:
  - id: kerb
    name: { nl: Stoep, en: Kerb }
    definition: { nl: Er is een stoep., en: There is a kerb. }
    color: extra2
    indicators:
      nl:
        - { any: stoeprand, weight: 0.8 } # as everybody writes it
      en: [kerbstone]
`;

const TEXT = Array.from({ length: 12 }, (_, index) => `Straat ${index}: daar ligt een stoeprand.\n\n`).join('');

async function suggestedIn(editor: vscode.TextEditor) {
  return (await codingsOf(editor)).filter(({ codePath, status }) => codePath === CODE && status === 'suggested');
}

async function scoreIn(editor: vscode.TextEditor): Promise<number | undefined> {
  return (await suggestedIn(editor))[0]?.score;
}

function run(command: string, ...args: readonly unknown[]) {
  return vscode.commands.executeCommand(`policyLens.${command}`, ...args);
}

export function learningSuite(): void {
  describe('learning from decisions', () => {
    let editor: vscode.TextEditor;

    before(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await nameCoder(CODER);
      await writeText(CODEBOOK, YAML);
      editor = await openText('learning/kerbs.txt', TEXT);
      await eventually(async () => ((await suggestedIn(editor)).length === 12 ? true : undefined), 'the codebook');
      assert.strictEqual(await scoreIn(editor), 0.8);
    });

    after(async () => {
      await run('rememberLearned');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(workspaceUri(...CODEBOOK.split('/')));
      await vscode.workspace.fs.delete(workspaceUri('.policy-lens', 'annotations', CODER), { recursive: true });
      await (await extension()).whenIdle();
    });

    it('reviews suggestions by key: Enter confirms, the next one is asked, Escape stops', async () => {
      const review = run('reviewSuggestions');
      const first = await eventually(() => (editor.selection.isEmpty ? undefined : editor.selection), 'a question');
      assert.match(editor.document.getText(first), /stoeprand/);
      const before = (await suggestedIn(editor)).length;
      await eventually(async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return (await suggestedIn(editor)).length < before ? true : undefined;
      }, 'the answer to be kept');
      await eventually(() => (editor.selection.isEqual(first) ? undefined : true), 'the next question');
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await review;
      const confirmed = (await codingsOf(editor)).filter(({ status }) => status === 'confirmed');
      assert.isAtLeast(confirmed.length, 1);
      assert.strictEqual(editor.document.getText(), TEXT, 'no key went into the text');
      for (const _ of confirmed) await run('undo');
      assert.strictEqual((await suggestedIn(editor)).length, 12);
    });

    it('takes off from what was rejected, at once, and gives it back when that is undone', async () => {
      const uri = editor.document.uri.toString();
      const targets = (await suggestedIn(editor)).slice(0, 6).map(({ id }) => ({ uri, codingId: id }));
      await run('reject', targets[0], targets);
      const learned = await eventually(async () => {
        const score = await scoreIn(editor);
        return score !== undefined && score < 0.75 ? score : undefined;
      }, 'a lower score');
      await run('undo');
      await eventually(async () => ((await scoreIn(editor)) === 0.8 ? true : undefined), 'the score of the codebook');
      await run('redo');
      await eventually(async () => ((await scoreIn(editor)) === learned ? true : undefined), 'the learned score');
    });

    it('lists what was learned in words, in a text that follows', async () => {
      await run('showLearned');
      const shown = vscode.window.activeTextEditor?.document;
      assert.strictEqual(shown?.uri.scheme, 'policy-lens-learned');
      assert.match(shown?.getText() ?? '', /stoeprand: 0\.\d\d instead of 0\.80/);
      assert.match(shown?.getText() ?? '', /c\.learner/);
      await vscode.window.showTextDocument(editor.document);
    });

    it('forgets, keeps the annotations, and remembers again', async () => {
      const learned = await scoreIn(editor);
      await run('forgetLearned');
      assert.strictEqual(await scoreIn(editor), 0.8);
      assert.strictEqual((await codingsOf(editor)).filter(({ status }) => status === 'rejected').length, 6);
      await run('rememberLearned');
      assert.strictEqual(await scoreIn(editor), learned);
    });

    it('writes what was learned into a codebook, as an edit to be saved, and begins anew from there', async () => {
      const learned = (await scoreIn(editor)) ?? 0;
      await run('adoptLearned', 'kerbs');
      const document = vscode.window.activeTextEditor?.document;
      assert.strictEqual(document?.uri.toString(), workspaceUri(...CODEBOOK.split('/')).toString());
      assert.ok(document?.isDirty);
      assert.match(document?.getText() ?? '', /^version: 2$/m);
      assert.match(document?.getText() ?? '', /weight: 0\.[3-7]\d? \} # as everybody writes it/);
      assert.match(await readText(CODEBOOK), /weight: 0\.8 /, 'not before it is saved');
      await document?.save();
      // Of the codebook alone, to two decimals, what it had been with what was learned.
      const adopted = await eventually(async () => {
        await (await extension()).whenIdle();
        const score = await scoreIn(editor);
        return score !== learned ? score : undefined;
      }, 'the codebook to be read');
      assert.closeTo(adopted, learned, 0.1);
      await run('showLearned');
      const shown = vscode.window.activeTextEditor?.document;
      assert.strictEqual(shown?.uri.scheme, 'policy-lens-learned');
      // The text was open before, and follows what was learned in its own time.
      await eventually(
        () => (shown?.getText().includes('stoeprand') ? undefined : true),
        'nothing to be learned twice',
      );
    });
  });
}
