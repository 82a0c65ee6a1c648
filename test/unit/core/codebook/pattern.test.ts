import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { listNames, type PatternPart, parseListEntry, parsePattern } from '../../../../src/core/codebook/pattern.js';

describe('a pattern', () => {
  const kinds = (source: string) =>
    parsePattern(source).pattern?.map(({ alternatives }) =>
      alternatives.map((part) =>
        'list' in part ? `@${part.list}` : 'lemma' in part ? `~${part.lemma}` : `${part.kind} ${part.text}`,
      ),
    );

  it('tells whole words, beginnings, endings and inner parts', () => {
    assert.deepEqual(kinds('coach coach* *toezicht *toezicht*'), [
      ['exact coach'],
      ['prefix coach'],
      ['suffix toezicht'],
      ['contains toezicht'],
    ]);
  });

  it('reads alternatives for one word, with lists among them', () => {
    assert.deepEqual(kinds('wij|@partijen|men* samen'), [['exact wij', '@partijen', 'prefix men'], ['exact samen']]);
  });

  it('reads gaps, also as the one sign that word processors make of three dots', () => {
    const gaps = (source: string) => parsePattern(source).pattern?.map(({ gap }) => gap);
    assert.deepEqual(gaps('wij ... moeten'), [0, 5]);
    assert.deepEqual(gaps('wij … moeten'), [0, 5]);
    assert.deepEqual(gaps('wij ... ... moeten'), [0, 10]);
  });

  it('folds capitals and quotes, unless capitals count', () => {
    assert.deepEqual(kinds('Regio’s'), [["exact regio's"]]);
    assert.deepEqual(parsePattern('IGJ', true).pattern?.[0]?.alternatives, [
      { kind: 'exact', text: 'IGJ', cased: true },
    ]);
  });

  it('says what is wrong with one that cannot match, or would match everything', () => {
    const problem = (source: string) => parsePattern(source).problem?.key;
    assert.equal(problem(''), 'codebook.emptyPattern');
    assert.equal(problem('  '), 'codebook.emptyPattern');
    assert.equal(problem('...'), 'codebook.patternOnlyGap');
    assert.equal(problem('... samen'), 'codebook.patternGapAtEdge');
    assert.equal(problem('samen ...'), 'codebook.patternGapAtEdge');
    assert.equal(problem('*'), 'codebook.patternOnlyWildcard');
    assert.equal(problem('samen **'), 'codebook.patternOnlyWildcard');
    assert.equal(problem('samen|*'), 'codebook.patternOnlyWildcard');
    assert.equal(problem('samen|'), 'codebook.emptyAlternative');
    assert.equal(problem('co*ach'), 'codebook.patternInnerStar');
    assert.equal(problem('samen, met'), 'codebook.patternPunctuation');
    assert.equal(problem('a '.repeat(17)), 'codebook.patternTooLong');
  });

  it('names the lists that it needs', () => {
    const { pattern } = parsePattern('@a ... b|@c');
    assert.deepEqual(pattern && listNames(pattern), ['a', 'c']);
  });

  it('is read or refused whatever is in it, and a read one has letters or digits at every place', () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        const { pattern, problem } = parsePattern(source);
        assert.notEqual(pattern === undefined, problem === undefined);
        for (const { alternatives } of pattern ?? []) {
          for (const part of alternatives)
            if (!('kind' in part) || part.kind !== 'number') assert.match(wordsOf(part), /\S/u);
        }
      }),
    );
  });
});

function wordsOf(part: PatternPart): string {
  if ('list' in part) return part.list;
  return 'lemma' in part ? part.lemma : part.text;
}

describe('an entry of a word list', () => {
  it('is a row of words', () => {
    assert.equal(parseListEntry('raad van bestuur').elements?.length, 3);
  });

  it('has no gap and no list in it', () => {
    assert.equal(parseListEntry('raad ... bestuur').problem?.key, 'codebook.badListEntry');
    assert.equal(parseListEntry('de @andere').problem?.key, 'codebook.badListEntry');
  });
});
