import { assert } from 'chai';
import * as vscode from 'vscode';
import { codingsOf, nameCoder, openText, readText, workspaceUri } from './extension.js';

const TEXT =
  'De inspectie houdt toezicht op de scholen.\n\nCoaches helpen de instellingen. 😀 De vergadering is dinsdag.\n';

interface ExportedRow {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly start_cp: number;
  readonly quote: string;
  readonly code_path: string;
  readonly status: string;
  readonly coder: string;
}

interface Exported {
  readonly $schema: string;
  readonly schema: string;
  readonly documents: readonly { readonly path: string }[];
  readonly annotations: readonly ExportedRow[];
}

const wish = (format: string, file: string) => ({ format, to: workspaceUri('exports', file).toString() });
const readExport = async (file: string) => JSON.parse(await readText(`exports/${file}`)) as Exported;

export function exportingSuite(): void {
  describe('exporting', () => {
    before(() => nameCoder('a.jansen'));

    it('writes this document as JSON in which every quotation stands at its offsets', async () => {
      const editor = await openText('exporting/letter.txt', TEXT);
      const codings = await codingsOf(editor);
      const suggested = codings.find(({ status }) => status === 'suggested');
      const target = { uri: editor.document.uri.toString(), codingId: suggested?.id };
      await vscode.commands.executeCommand('policyLens.confirm', target);
      await vscode.commands.executeCommand('policyLens.exportDocument', wish('json', 'letter.json'));
      const exported = await readExport('letter.json');
      assert.strictEqual(exported.schema, 'policy-lens/export@1');
      assert.match(exported.$schema, /export-1\.schema\.json$/);
      assert.deepEqual(
        exported.documents.map(({ path }) => path),
        ['exporting/letter.txt'],
      );
      assert.ok(exported.annotations.some(({ status, coder }) => status === 'confirmed' && coder === 'a.jansen'));
      assert.ok(exported.annotations.some(({ status, coder }) => status === 'suggested' && coder === ''));
      for (const row of exported.annotations) {
        assert.strictEqual(TEXT.slice(row.start, row.end), row.quote);
        assert.strictEqual([...TEXT].slice(row.start_cp).join('').startsWith(row.quote), true);
      }
    });

    it('writes the whole workspace, also the documents without a code', async () => {
      await openText('exporting/neutral.txt', 'Het dorp ligt aan een meer.\n');
      await vscode.commands.executeCommand('policyLens.exportWorkspace', wish('json', 'workspace.json'));
      const { documents, annotations } = await readExport('workspace.json');
      const paths = documents.map(({ path }) => path);
      assert.include(paths, 'exporting/neutral.txt');
      assert.include(paths, 'letters/brief-aan-besturen.txt');
      assert.isFalse(annotations.some(({ document }) => document === 'exporting/neutral.txt'));
      assert.isTrue(annotations.some(({ document }) => document === 'letters/brief-aan-besturen.txt'));
      assert.isTrue(annotations.some(({ code_path }) => code_path === 'partner-principal/double-role'));
    });

    it('writes JSON Lines and CSV with the same rows', async () => {
      await openText('exporting/letter.txt', TEXT);
      await vscode.commands.executeCommand('policyLens.exportDocument', wish('jsonl', 'letter.jsonl'));
      await vscode.commands.executeCommand('policyLens.exportDocument', wish('csv', 'letter.csv'));
      const lines = (await readText('exports/letter.jsonl')).trimEnd().split('\n');
      const rows = lines.map((line) => JSON.parse(line) as ExportedRow);
      assert.isAbove(rows.length, 0);
      const csv = (await readText('exports/letter.csv')).trimEnd().split('\r\n');
      assert.match(csv[0] ?? '', /^annotation_id,document,document_sha256,language,section,/);
      assert.strictEqual(csv.length, rows.length + 1);
    });
  });
}
