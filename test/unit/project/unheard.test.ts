import { strict as assert } from 'node:assert';
import { annotationsUri, fileText } from './annotationFiles.js';
import { ANNOTATIONS_URI, decisions, LETTER, LETTER_URI, letterFiles, letterRef, openLetter } from './workspace.js';

describe('an annotation file that no watcher tells of', () => {
  it('is read when its document is opened, where its coder is known', async () => {
    const other = fileText('notes/other.md', ['een plan']);
    const files = letterFiles({ [annotationsUri('a.jansen/notes/other.md')]: other });
    const project = await openLetter(files);
    project.close(LETTER_URI);
    files.put(ANNOTATIONS_URI, fileText('notes/letter.md', ['een verslag']));
    project.open(letterRef(), LETTER, 'markdown');
    await project.whenIdle();
    assert.deepEqual(decisions(project), ['confirmed anchored "een verslag"']);
    project.dispose();
  });
});
