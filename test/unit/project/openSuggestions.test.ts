import { strict as assert } from 'node:assert';
import { decideOnFound, type OpenSuggestions, type SuggestionSource } from '../../../src/project/openSuggestions.js';
import type { Project } from '../../../src/project/project.js';
import { openSuggestions } from '../../../src/project/readSuggestions.js';
import type { MemoryFiles } from './memoryFiles.js';
import {
  confirmAll,
  LETTER,
  LETTER_URI,
  letterFiles,
  letterRef,
  openLetter,
  retype,
  stateOf,
  surroundingsOf,
} from './workspace.js';

const OTHER = letterRef('notes/other.md');

function sourceOf(project: Project, files: MemoryFiles): SuggestionSource {
  return {
    ...{ surroundings: surroundingsOf(files), coder: 'a.jansen', tools: project.readingTools },
    shownOf: ({ uri }) => {
      const state = project.document(uri);
      return state?.isOpen ? state : undefined;
    },
    annotationsOf: (document) => project.annotations(document),
  };
}

async function open() {
  const files = letterFiles({ [OTHER.uri]: LETTER });
  const project = await openLetter(files);
  const source = sourceOf(project, files);
  return { files, project, source, found: await openSuggestions(source, OTHER) };
}

const inShort = ({ codings }: OpenSuggestions) => codings.map(({ codePath, quote, span }) => [codePath, quote, span]);

async function decide(project: Project, source: SuggestionSource, found: OpenSuggestions) {
  const changes = await decideOnFound(source, found, 'confirm');
  async function* parts() {
    if (changes) yield { document: found.document, changes };
  }
  return project.steps.applyLong({ intent: '', label: (count) => `confirm ${count}`, parts: parts() });
}

describe('suggestions to decide on', () => {
  it('are the same in a document that is open and in one that is not, without the derived ones', async () => {
    const { project, source, found } = await open();
    assert.deepEqual(inShort(found), inShort(await openSuggestions(source, stateOf(project).ref)));
    assert.deepEqual(
      found.codings.map(({ codePath }) => codePath),
      ['roles/partner', 'roles/principal', 'roles/partner', 'roles/principal'],
    );
  });

  it('are no more once they are decided on, whether the document is open or not', async () => {
    const { project, source, found } = await open();
    assert.equal((await decide(project, source, found)).count, 4);
    assert.deepEqual(inShort(await openSuggestions(source, OTHER)), []);
    assert.equal((await decide(project, source, found)).count, 0);
    await confirmAll(project, 'roles/partner');
    const left = await openSuggestions(source, stateOf(project).ref);
    assert.deepEqual(
      left.codings.map(({ codePath }) => codePath),
      ['roles/principal', 'roles/principal'],
    );
  });

  it('are left where the file has become another text', async () => {
    const { files, source, found } = await open();
    files.put(OTHER.uri, `Vooraf.\n\n${LETTER}`);
    assert.equal(await decideOnFound(source, found, 'reject'), undefined);
    files.contents.delete(OTHER.uri);
    assert.equal(await decideOnFound(source, found, 'reject'), undefined);
  });

  it('are decided on in the place where they are by now in an editor', async () => {
    const { project, source } = await open();
    const found = await openSuggestions(source, stateOf(project).ref);
    retype(project, 'De gemeente', 'Kijk: de gemeente');
    await project.whenIdle();
    const changes = (await decideOnFound(source, found, 'confirm')) ?? [];
    const text = stateOf(project).text?.text ?? '';
    // That of the sentence that was typed in is another one by now.
    assert.equal(changes.length, 3);
    for (const { after } of changes)
      assert.equal(text.slice(after?.target.start, after?.target.end), after?.target.quote);
    assert.equal(project.document(LETTER_URI)?.isOpen, true);
  });

  it('say why there are none', async () => {
    const { source } = await open();
    const found = await openSuggestions(source, letterRef('notes/gone.md'));
    assert.deepEqual([found.codings, found.messages], [[], [{ key: 'document.missing', args: ['notes/gone.md'] }]]);
  });
});
