import { strict as assert } from 'node:assert';
import { documentEntry } from '../../../src/core/exchange/documentEntry.js';
import type { ExportDocument } from '../../../src/core/exchange/exportDocument.js';
import { codeIndex, type Row, rowsOf } from '../../../src/core/exchange/rows.js';
import { contentHash } from '../../../src/core/text/contentHash.js';
import { type ExportRequest, exportDocuments } from '../../../src/project/exportDocuments.js';
import { exportVariables } from '../../../src/project/exportVariables.js';
import type { Project } from '../../../src/project/project.js';
import type { DocumentState } from '../../../src/project/state.js';
import type { MemoryFiles } from './memoryFiles.js';
import { confirmAll, LETTER, LETTER_URI, letterFiles, letterRef, newProject, openLetter } from './workspace.js';

interface Exported {
  readonly document: ExportDocument | undefined;
  readonly rows: readonly Row[];
  readonly problems: readonly string[];
}

function shownBy(project: Project, uri: string): DocumentState | undefined {
  const state = project.document(uri);
  return state?.isOpen ? state : undefined;
}

async function exportOne(
  project: Project,
  files: MemoryFiles,
  changes: Partial<ExportRequest> = {},
): Promise<Exported> {
  const request: ExportRequest = {
    documents: [letterRef()],
    files,
    tools: project.readingTools,
    coder: 'a.jansen',
    shownOf: async ({ uri }) => shownBy(project, uri),
    annotationsOf: (ref) => project.annotations(ref),
    variablesOf: (ref, text) => exportVariables(ref.path, text, project.variables(ref)),
    includes: () => true,
    ...changes,
  };
  for await (const { document, messages } of exportDocuments(request)) {
    const rows = document ? rowsOf(document, codeIndex(project.codebooks())) : [];
    return { document, rows, problems: messages.map(({ key }) => key) };
  }
  throw new Error('no document');
}

const hashOf = (text: string): string => contentHash(new TextEncoder().encode(text));

describe('an export', () => {
  it('gives the same rows for a document that is open and one that is not', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    await confirmAll(project, 'roles/principal');
    const open = await exportOne(project, files);
    const closed = await exportOne(project, files, { shownOf: async () => undefined });
    assert.ok(open.rows.some(({ status }) => status === 'confirmed'));
    assert.ok(open.rows.some(({ status }) => status === 'suggested'));
    assert.deepEqual(open.rows, closed.rows);
    assert.deepEqual(open.document && documentEntry(open.document), closed.document && documentEntry(closed.document));
    project.dispose();
  });

  it('counts in the text of the editor and says so, where that has unsaved changes', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    const added = 'Vooraf. ';
    project.edit(LETTER_URI, [{ start: 0, end: 0, text: added }], added + LETTER);
    await project.whenIdle();
    const { document, rows } = await exportOne(project, files);
    assert.equal(document?.source, 'unsaved');
    assert.equal(document && documentEntry(document)?.unsaved, true);
    assert.equal(document?.sha256, hashOf(added + LETTER));
    for (const { start, end, quote } of rows) {
      assert.equal((added + LETTER).slice(start ?? -1, end ?? -1), quote);
    }
    project.dispose();
  });

  it('counts in the file, where the editor has made its mixed line ends one kind', async () => {
    const files = letterFiles();
    const mixed = LETTER.replace('\n\n', '\r\n\r\n');
    files.put(LETTER_URI, `\uFEFF${mixed}`);
    const project = newProject(files);
    await project.addFolder({ uri: 'memory:/work', name: 'work' });
    project.open(letterRef(), LETTER, 'markdown');
    await project.whenIdle();
    const { document, rows } = await exportOne(project, files);
    assert.equal(document?.source, 'stored');
    assert.equal(document?.sha256, hashOf(`\uFEFF${mixed}`));
    assert.ok(rows.length > 3);
    for (const { start, end, quote, evidence } of rows) {
      assert.equal(mixed.slice(start ?? -1, end ?? -1), quote);
      assert.ok(
        evidence.length > 0 && evidence.every((each) => /^(?:samen|eisen) \(\+\d\.\d\d\)$/i.test(each)),
        evidence.join(),
      );
    }
    assert.ok(rows.some(({ line, start }) => line === 3 && start === mixed.indexOf('Wij')));
    project.dispose();
  });

  it('takes only what is asked for', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    const { rows, document } = await exportOne(project, files, {
      includes: (_ref, { codePath }) => codePath === 'roles/partner',
    });
    assert.deepEqual([...new Set(rows.map(({ code }) => code))], ['partner']);
    assert.ok(document && (documentEntry(document)?.sentences ?? 0) > 2);
    project.dispose();
  });

  it('says why a document gives nothing', async () => {
    const files = letterFiles();
    const project = newProject(files);
    await project.addFolder({ uri: 'memory:/work', name: 'work' });
    const shownOf = async () => undefined;
    files.contents.set(LETTER_URI, Uint8Array.of(80, 75, 3, 4, 0, 0));
    assert.deepEqual((await exportOne(project, files, { shownOf })).problems, ['document.binary']);
    files.contents.delete(LETTER_URI);
    const gone = await exportOne(project, files, { shownOf });
    assert.deepEqual([gone.document, gone.problems], [undefined, ['document.missing']]);
    const refusing = {
      read: async () => {
        throw new Error('no access');
      },
    };
    const refused = await exportOne(project, files, { shownOf, files: refusing });
    assert.deepEqual([refused.document, refused.problems], [undefined, ['document.unreadable']]);
    project.dispose();
  });

  it('keeps the annotations of a document that is gone as orphans', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    await confirmAll(project, 'roles/principal');
    project.close(LETTER_URI);
    files.contents.delete(LETTER_URI);
    const { document, rows, problems } = await exportOne(project, files);
    assert.deepEqual(problems, ['document.missing']);
    assert.equal(document && documentEntry(document), undefined);
    assert.equal(document?.sha256, hashOf(LETTER));
    assert.ok(rows.length > 0);
    for (const { anchor_state, start, quote } of rows) {
      assert.deepEqual([anchor_state, start], ['orphan', null]);
      assert.ok(LETTER.includes(quote));
    }
    project.dispose();
  });
});
