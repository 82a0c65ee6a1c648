import { assert } from 'chai';
import * as vscode from 'vscode';
import { codingsOf, eventually, exists, extension, nameCoder, openText, readText, writeText } from './extension.js';

const TEXT = 'De inspectie houdt toezicht op de scholen.\n\nCoaches helpen de instellingen.\n';
const CODER = 'b.bulk';

/** A code that no other text of the workspace has. */
const CODEBOOK = `schema: policy-lens/codebook@1
id: bulk
version: 1
title: { nl: Bruggen, en: Bridges }
codes:
  - id: bridge
    name: { nl: Brug, en: Bridge }
    indicators: { nl: [{ any: [zwaluwbrug], weight: 0.9 }], en: [{ any: [zwaluwbrug], weight: 0.9 }] }
`;

const BRIDGES = 'De zwaluwbrug gaat open voor de bewoners.\n\nWij sluiten de zwaluwbrug in de winter.\n';

interface StoredAnnotation {
  readonly codes: readonly string[];
  readonly status: string;
  readonly target: { readonly start: number; readonly end: number; readonly quote: string };
}

const fileOf = (path: string) => `.policy-lens/annotations/${CODER}/${path}.json`;

async function stored(path: string): Promise<readonly StoredAnnotation[]> {
  if (!(await exists(fileOf(path)))) return [];
  return (JSON.parse(await readText(fileOf(path))) as { annotations: readonly StoredAnnotation[] }).annotations;
}

const isOpen = ({ status, origin }: { readonly status: string; readonly origin: string }) =>
  status === 'suggested' && origin !== 'derived';

export function bulkSuite(): void {
  describe('deciding on many at once', () => {
    before(() => nameCoder(CODER));

    it('confirms in documents that are open and not, as one step that is undone and done again', async () => {
      await writeText('.policy-lens/codebooks/bulk.yaml', CODEBOOK);
      await writeText('bulk/closed.txt', BRIDGES);
      const editor = await openText('bulk/open.txt', BRIDGES);
      const code = 'bulk/bridge';
      await eventually(async () => {
        const found = await codingsOf(editor);
        return found.some(({ codePath }) => codePath === code) ? true : undefined;
      }, 'the codebook');
      await vscode.commands.executeCommand('policyLens.confirmSuggestions', { where: 'workspace', codes: [code] });
      const inBoth = async () => [await stored('bulk/open.txt'), await stored('bulk/closed.txt')];
      const [open, closed] = await inBoth();
      assert.strictEqual(open?.length, 2);
      assert.deepEqual(
        closed?.map(({ codes, status, target }) => ({ codes, status, target })),
        open?.map(({ codes, status, target }) => ({ codes, status, target })),
      );
      for (const { status, codes, target } of open ?? []) {
        assert.deepEqual([status, codes], ['confirmed', [code]]);
        assert.strictEqual(BRIDGES.slice(target.start, target.end), target.quote);
      }
      await vscode.commands.executeCommand('policyLens.undo');
      assert.deepEqual(await inBoth(), [[], []]);
      await vscode.commands.executeCommand('policyLens.redo');
      assert.deepEqual(await inBoth(), [open, closed]);
      assert.strictEqual(await readText('bulk/closed.txt'), BRIDGES);
    });

    it('rejects in this document only, above a score', async () => {
      await writeText('bulk/other.txt', TEXT);
      const editor = await openText('bulk/score.txt', TEXT);
      const open = (await codingsOf(editor)).filter(isOpen);
      const from = Math.max(...open.map(({ score }) => score ?? 0));
      await vscode.commands.executeCommand('policyLens.rejectSuggestions', { where: 'document', from });
      const meant = open.filter(({ score }) => (score ?? 0) >= from);
      const codes = (await stored('bulk/score.txt')).map((annotation) => annotation.codes[0]);
      assert.sameMembers(
        codes,
        meant.map(({ codePath }) => codePath),
      );
      assert.deepEqual(await stored('bulk/other.txt'), []);
      assert.deepEqual(
        (await codingsOf(editor)).filter(isOpen).map(({ id }) => id),
        open.filter((coding) => !meant.includes(coding)).map(({ id }) => id),
      );
    });

    it('restores the version that was kept before, as a step that can be undone', async () => {
      const editor = await openText('bulk/restore.txt', TEXT);
      const open = (await codingsOf(editor)).filter(isOpen);
      const [first] = open;
      assert.ok(first && open.length > 1, 'there are suggestions');
      await vscode.commands.executeCommand('policyLens.confirmSuggestions', {
        where: 'document',
        codes: [first.codePath],
      });
      const before = await readText(fileOf('bulk/restore.txt'));
      await vscode.commands.executeCommand('policyLens.rejectSuggestions', { where: 'document' });
      const after = await readText(fileOf('bulk/restore.txt'));
      assert.notStrictEqual(after, before);
      const restored = vscode.commands.executeCommand('policyLens.restoreVersion');
      let shown: readonly vscode.TextDocument[] = [];
      await eventually(async () => {
        if ((await readText(fileOf('bulk/restore.txt'))) === before) return true;
        const versions = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'policy-lens-version');
        if (versions.length > 0) shown = versions;
        // The newest version, then yes; before a list is there this does nothing.
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return undefined;
      }, 'the version to be restored');
      await restored;
      const lens = await extension();
      await lens.whenIdle();
      assert.ok(
        shown.some((document) => document.getText().includes(first.quote)),
        'the difference is shown in words',
      );
      assert.deepEqual(
        shown.flatMap(({ uri }) => lens.codings(uri)),
        [],
        'and is no text to be coded',
      );
      const decided = lens.codings(editor.document.uri).filter(({ coder }) => coder === CODER);
      assert.deepEqual(
        decided.map(({ status, codePath }) => [status, codePath]),
        JSON.parse(before).annotations.map(() => ['confirmed', first.codePath]),
      );
      await vscode.commands.executeCommand('policyLens.undo');
      assert.strictEqual(await readText(fileOf('bulk/restore.txt')), after);
    });
  });
}
