import { assert } from 'chai';
import * as vscode from 'vscode';
import { codingsOf, eventually, nameCoder, openText, workspaceUri, writeText } from './extension.js';

const BOTH = 'Samen met de veren maken wij een plan, dat de schippers verplicht moeten indienen.';
const TEXT = `Aan de schippers.\n\n${BOTH}\n\nDe vergadering is op dinsdag.\n`;

const DOUBLE_ROLE = 'partner-principal/double-role';

function problemsOf({ document }: vscode.TextEditor): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ code }) => typeof code === 'object' && code.value === 'double-role');
}

/** The problems of a text, as soon as there are `count`. */
function problems(editor: vscode.TextEditor, count = 1): Promise<vscode.Diagnostic[]> {
  return eventually(
    () => {
      const found = problemsOf(editor);
      return found.length === count ? found : undefined;
    },
    `${count} problems in ${editor.document.uri.path}, now ${problemsOf(editor).length}`,
  );
}

async function fixesAt(editor: vscode.TextEditor, range: vscode.Range): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

async function runFix(editor: vscode.TextEditor, range: vscode.Range, title: string): Promise<void> {
  const fix = (await fixesAt(editor, range)).find((each) => each.title === title);
  assert.ok(fix?.command, title);
  await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
}

async function configure(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('policyLens').update(key, value, vscode.ConfigurationTarget.Global);
}

export function writingSuite(): void {
  describe('a double role, for writers', () => {
    before(() => nameCoder('a.jansen'));

    it('is in the Problems panel, on its sentence, with the words of both roles as related places', async () => {
      const editor = await openText('writing/both.txt', TEXT);
      const [problem] = await problems(editor);
      assert.ok(problem);
      assert.strictEqual(editor.document.getText(problem.range), BOTH);
      assert.strictEqual(problem.severity, vscode.DiagnosticSeverity.Information);
      assert.strictEqual(problem.source, 'Policy Lens');
      assert.match(problem.message, /^This sentence speaks as partner \(“.+”\) and as principal \(“.+”\)\.$/);
      const related = problem.relatedInformation ?? [];
      assert.ok(related.some(({ message }) => message.startsWith('partner: “Samen met')));
      assert.ok(related.some(({ message }) => message.startsWith('principal: “')));
      for (const { message, location } of related) {
        assert.include(message, editor.document.getText(location.range), 'the place is on the words that it names');
      }
      const { code } = problem;
      assert.ok(typeof code === 'object' && code.target.toString().startsWith('command:policyLens.showCode'));
    });

    it('is underlined in a paragraph only from the words of one role to those of the other', async () => {
      const text =
        'De kade is lang. Samen met de veren maken wij een plan. Het is er druk. De schippers zijn verplicht het plan in te dienen. Het wordt zomer.\n';
      const editor = await openText('writing/paragraph.txt', text);
      const [problem] = await problems(editor);
      assert.ok(problem);
      assert.match(problem.message, /^This paragraph speaks as partner/);
      const words = editor.document.getText(problem.range);
      assert.notInclude(words, 'kade');
      assert.notInclude(words, 'zomer');
    });

    it('comes and goes while somebody types', async () => {
      const editor = await openText('writing/typing.txt', TEXT);
      await problems(editor);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Vooraf.\n\n'));
      await eventually(
        () => (problemsOf(editor)[0]?.range.start.line === 4 ? true : undefined),
        'the problem to follow its sentence',
      );
      const at = editor.document.positionAt(editor.document.getText().indexOf(', dat de'));
      const sentenceEnd = editor.document.positionAt(editor.document.getText().indexOf(' indienen.'));
      await editor.edit((edit) => edit.delete(new vscode.Range(at, sentenceEnd)));
      await problems(editor, 0);
      await vscode.commands.executeCommand('undo');
      await problems(editor);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });

    it('is gone when the file is closed', async () => {
      await writeText('writing/closed.txt', TEXT);
      const uri = workspaceUri('writing', 'closed.txt');
      // Not by `openTextDocument`: what an extension opens so stays open for minutes.
      await vscode.commands.executeCommand('vscode.open', uri);
      const editor = await eventually(
        () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.path === uri.path),
        'the editor',
      );
      await problems(editor);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await problems(editor, 0);
    });

    it('has quick fixes, of which one marks it as intended; undo brings it back', async () => {
      const editor = await openText('writing/fixes.txt', TEXT);
      const [problem] = await problems(editor);
      assert.ok(problem);
      const titles = (await fixesAt(editor, problem.range)).map(({ title }) => title);
      assert.includeMembers(titles, ['Mark as intended', 'Show both roles', 'Open the definition of the double role']);
      await runFix(editor, problem.range, 'Mark as intended');
      await problems(editor, 0);
      const decided = (await codingsOf(editor)).find(({ codePath }) => codePath === DOUBLE_ROLE);
      assert.strictEqual(decided?.status, 'confirmed');
      assert.deepEqual(await fixesAt(editor, problem.range), [], 'nothing is left to fix');
      await vscode.commands.executeCommand('policyLens.undo');
      await problems(editor);
      await vscode.commands.executeCommand('policyLens.redo');
      await problems(editor, 0);
      const [again] = (await codingsOf(editor)).filter(({ codePath }) => codePath === DOUBLE_ROLE);
      await vscode.commands.executeCommand('policyLens.delete', {
        uri: editor.document.uri.toString(),
        codingId: again?.id,
      });
      await problems(editor);
    });

    it('is no problem when it was rejected, nor when one of its sides was', async () => {
      for (const path of [DOUBLE_ROLE, 'partner-principal/principal']) {
        const editor = await openText(`writing/rejected-${path.split('/').at(-1)}.txt`, TEXT);
        await problems(editor);
        for (const coding of await codingsOf(editor)) {
          if (!coding.codePath.startsWith(path)) continue;
          const target = { uri: editor.document.uri.toString(), codingId: coding.id };
          await vscode.commands.executeCommand('policyLens.reject', target);
        }
        await problems(editor, 0);
      }
    });

    it('is explained in the hover, beside its sides with what each word adds', async () => {
      const editor = await openText('writing/hover.txt', TEXT);
      await problems(editor);
      const at = editor.document.positionAt(TEXT.indexOf(BOTH) + 2);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        at,
      );
      const parts = hovers.flatMap(({ contents }) => contents);
      const text = parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
      assert.match(text, /“Samen met.*” adds 0\\?\.\d\d/);
      assert.match(text, /Without “Samen met.*” it would not be suggested/);
      assert.match(text, /command:policyLens\.markIntended/);
    });

    it('is as severe as the user wants, or not there', async () => {
      const editor = await openText('writing/severity.txt', TEXT);
      try {
        const severities = { warning: 'Warning', hint: 'Hint', information: 'Information' } as const;
        for (const [value, name] of Object.entries(severities)) {
          await configure('doubleRole.problems', value);
          await eventually(
            () => (problemsOf(editor)[0]?.severity === vscode.DiagnosticSeverity[name] ? true : undefined),
            value,
          );
        }
        await configure('doubleRole.problems', 'off');
        await problems(editor, 0);
      } finally {
        await configure('doubleRole.problems', undefined);
      }
      await problems(editor);
    });
  });
}
