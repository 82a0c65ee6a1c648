import { strict as assert } from 'node:assert';
import { type OutlineInput, outlineOf } from '../../../../src/core/analysis/grouping.js';
import { LONG_LIST } from '../../../../src/core/analysis/groups.js';
import { indexOf, leavesOf } from '../../../../src/core/analysis/outline.js';
import { message } from '../../../../src/core/message.js';
import { coded, coding, drawn, interventions } from './samples.js';

function outline(input: Partial<OutlineInput>) {
  return outlineOf({
    documents: [],
    codebooks: [interventions],
    problems: [],
    groupBy: 'code',
    isWanted: () => true,
    ...input,
  });
}

const coach = { codePath: 'interventions/relational/coach' };
const narrative = { codePath: 'interventions/narrative' };

describe('the annotation tree by code', () => {
  it('puts passages under sub-code, code and codebook, in the order of the codebook, with counts', () => {
    const documents = [
      coded('letter.txt', [coding('a', narrative), coding('b'), coding('c', coach), coding('d', coach)]),
    ];
    assert.deepEqual(drawn(outline({ documents }).roots), [
      'interventions (4)',
      '  interventions/relational (3)',
      '    interventions/relational/coach (2)',
      '      c',
      '      d',
      '    b',
      '  interventions/narrative (1)',
      '    a',
    ]);
  });

  it('keeps annotations whose code or codebook is unknown, together, after the known ones', () => {
    const documents = [
      coded('letter.txt', [
        coding('a', { codePath: 'gone/code' }),
        coding('b', { codePath: 'interventions/renamed' }),
        coding('c', narrative),
      ]),
    ];
    assert.deepEqual(drawn(outline({ documents }).roots), [
      'interventions (1)',
      '  interventions/narrative (1)',
      '    c',
      'unknownCodes (2)',
      '  gone/code (1)',
      '    a',
      '  interventions/renamed (1)',
      '    b',
    ]);
  });

  it('leaves rejected codings out', () => {
    const documents = [coded('letter.txt', [coding('a', { status: 'rejected' })])];
    assert.deepEqual(outline({ documents }), { roots: [], shown: 0, total: 0 });
  });

  it('lists a few passages of several documents together, by path and place, and has each name its document', () => {
    const documents = [coded('round10.txt', [coding('a')]), coded('round2.txt', [coding('b'), coding('c')])];
    const { roots } = outline({ documents });
    assert.deepEqual(drawn(roots).slice(2), ['    b', '    c', '    a']);
    assert.ok(roots.flatMap((root) => [...leavesOf(root)]).every(({ untold }) => untold.document && !untold.code));
  });

  it('does not repeat the name of the only document', () => {
    const [root] = outline({ documents: [coded('a.txt', [coding('a')]), coded('empty.txt', [])] }).roots;
    assert.ok(root);
    assert.deepEqual(
      [...leavesOf(root)].map(({ untold }) => untold.document),
      [false],
    );
  });

  it('puts a level of documents into a long list', () => {
    const many = Array.from({ length: LONG_LIST - 1 }, (_, index) => coding(`m${index}`));
    const rows = drawn(outline({ documents: [coded('one.txt', [coding('a')]), coded('many.txt', many)] }).roots);
    assert.deepEqual(rows.slice(1, 4), [`  interventions/relational (${LONG_LIST})`, '    many.txt (49)', '      m0']);
    assert.deepEqual(rows.slice(-2), ['    one.txt (1)', '      a']);
  });
});

describe('the annotation tree by document', () => {
  it('has the documents by path and their passages in document order, each naming its code', () => {
    const documents = [coded('b.txt', [coding('c')]), coded('a.txt', [coding('a', narrative), coding('b')])];
    const { roots } = outline({ documents, groupBy: 'document' });
    assert.deepEqual(drawn(roots), ['a.txt (2)', '  a', '  b', 'b.txt (1)', '  c']);
    assert.ok(roots.flatMap((root) => [...leavesOf(root)]).every(({ untold }) => untold.code && !untold.document));
  });

  it('leaves out documents without codings', () => {
    assert.deepEqual(outline({ documents: [coded('a.txt', [])], groupBy: 'document' }).roots, []);
  });
});

describe('the annotation tree by status', () => {
  it('has suggestions first, then confirmed, then rejected codings', () => {
    const documents = [
      coded('a.txt', [
        coding('a', { status: 'rejected' }),
        coding('b', { status: 'confirmed' }),
        coding('c'),
        coding('d', { status: 'rejected', span: undefined, state: 'orphan' }),
      ]),
    ];
    assert.deepEqual(drawn(outline({ documents, groupBy: 'status' }).roots), [
      'suggested (1)',
      '  c',
      'confirmed (1)',
      '  b',
      'rejected (2)',
      '  a',
      '  d',
    ]);
  });
});

describe('what needs attention', () => {
  const lost = coding('lost', { status: 'confirmed', span: undefined, state: 'orphan' });
  const unsure = coding('unsure', { status: 'confirmed', span: undefined, state: 'ambiguous' });
  const documents = [coded('a.txt', [coding('a'), lost, unsure])];

  for (const groupBy of ['code', 'document', 'status'] as const) {
    it(`is grouped first when annotations are not found, by ${groupBy}`, () => {
      const rows = drawn(outline({ documents, groupBy }).roots);
      assert.deepEqual(rows.slice(0, 3), ['notFound (2)', '  lost', '  unsure']);
      assert.equal(rows.filter((row) => row.includes('lost')).length, 1);
    });
  }

  it('comes after files that cannot be read, which no filter hides', () => {
    const problems = [{ uri: 'file:///b.json', path: 'b.json', messages: [message('annotations.json', ['x'])] }];
    const { roots, shown, total } = outline({ documents, problems, isWanted: () => false });
    assert.deepEqual(drawn(roots), ['problems (1)', '  b.json: annotations.json']);
    assert.deepEqual({ shown, total }, { shown: 0, total: 3 });
  });
});

describe('rows of the annotation tree', () => {
  it('have ids of their own when a file is reported on twice', () => {
    const problem = { uri: 'file:///a.txt', path: 'a.txt', messages: [message('document.unreadable')] };
    assert.equal(indexOf(outline({ problems: [problem, problem] })).size, 3);
  });

  it('have ids of their own, also for one coding id in two documents', () => {
    const documents = [coded('a.txt', [coding('a'), coding('b', coach)]), coded('b.txt', [coding('a')])];
    const built = outline({ documents });
    const count = drawn(built.roots).length;
    assert.equal(indexOf(built).size, count);
  });

  it('keep their id when other codings come and go', () => {
    const [before] = outline({ documents: [coded('a.txt', [coding('a')])] }).roots;
    const [after] = outline({ documents: [coded('a.txt', [coding('z'), coding('a')])] }).roots;
    assert.ok(before && after);
    const ids = [...leavesOf(after)].map(({ id }) => id);
    assert.ok([...leavesOf(before)].every(({ id }) => ids.includes(id)));
  });

  it('know their line, and none where there is no place', () => {
    const documents = [
      coded('a.txt', [
        coding('a', { span: { start: 25, end: 30 } }),
        coding('b', { span: undefined, status: 'rejected' }),
      ]),
    ];
    const rows = outline({ documents, groupBy: 'status' }).roots.flatMap((root) => [...leavesOf(root)]);
    assert.deepEqual(
      rows.map(({ line }) => line),
      [3, undefined],
    );
  });
});
