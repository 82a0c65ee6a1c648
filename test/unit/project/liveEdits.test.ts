import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { annotate } from '../../../src/core/annotation/decide.js';
import { shiftSpan, trimEdits } from '../../../src/core/annotation/shift.js';
import type { Span, TextEdit } from '../../../src/core/text/span.js';
import { deciding, LETTER, LETTER_URI, letterFiles, openLetter, save, stateOf, textOf } from './workspace.js';

/** What edits put in place of what stood there; each step has a letter of its own, so that nothing deleted comes back. */
const WORDS = fc.constantFrom('', 'X', 'XX', '\n\n', 'XX XX. ', 'X\r\nX');

const SCRIPTS = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(25), WORDS), { maxLength: 8 });

const QUOTES = ['een plan voor de buurt', 'iedere instelling', 'verslag over het', 'Samen bekijken wij', 'eisen dat'];

function applied(text: string, { start, end, text: words }: TextEdit): string {
  return text.slice(0, start) + words + text.slice(end);
}

describe('any edits in the editor', () => {
  it('leave every annotation on its words, also when the text is saved and opened again', async () => {
    await fc.assert(
      fc.asyncProperty(SCRIPTS, async (script) => {
        const files = letterFiles();
        const project = await openLetter(files);
        const made = QUOTES.flatMap((quote) => {
          const start = LETTER.indexOf(quote);
          return annotate({ start, end: start + quote.length }, ['roles/partner'], deciding(project));
        });
        await project.steps.apply('code', made);
        let spans = made.map(({ after }): Span | undefined => after?.target);
        for (const [step, [at, length, words]] of script.entries()) {
          const text = words.replaceAll('X', 'αβγδεζηθ'.charAt(step));
          const before = textOf(project);
          const start = Math.floor(at * before.length);
          const edit = { start, end: Math.min(before.length, start + length), text };
          project.edit(LETTER_URI, [edit], applied(before, edit));
          spans = spans.map((span) => span && shiftSpan(span, trimEdits(before, [edit])));
        }
        const words = spans.map((span) => span && textOf(project).slice(span.start, span.end));
        const found = made.map(({ after }) => {
          const coding = stateOf(project).codings.find(({ annotation }) => annotation?.id === after?.id);
          return coding?.span && coding.quote;
        });
        assert.deepEqual(found, words);
        await save(project, files);
        const again = await openLetter(files);
        const states = made.map(({ after }) => {
          const coding = stateOf(again).codings.find(({ annotation }) => annotation?.id === after?.id);
          return [coding?.state, coding?.span && coding.quote];
        });
        assert.deepEqual(
          states,
          words.map((each) => (each === undefined ? ['orphan', undefined] : ['anchored', each])),
        );
        project.dispose();
        again.dispose();
      }),
      { numRuns: 60 },
    );
  });
});
