/** Our sentence borders beside those of retext, on plain prose: where nothing is difficult the two must agree. */
import { strict as assert } from 'node:assert';
import type { Nodes } from 'nlcst';
import retextDutch from 'retext-dutch';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { readPolicyText } from '../../../../src/core/text/edit.js';
import { policyProse } from '../../../bench/corpus.js';
import { assertBorders, sentencesOf } from './borders.js';

const PEERS = { nl: unified().use(retextDutch).freeze(), en: unified().use(retextEnglish).freeze() };

function sentenceNodes(node: Nodes): Nodes[] {
  if (node.type === 'SentenceNode') return [node];
  return 'children' in node ? node.children.flatMap(sentenceNodes) : [];
}

function peerSentences(raw: string, language: 'nl' | 'en'): string[] {
  return sentenceNodes(PEERS[language].parse(raw)).map(({ position }) =>
    raw.slice(position?.start.offset ?? 0, position?.end.offset ?? 0),
  );
}

/** What retext-english does not know as an abbreviation. */
const UNKNOWN_TO_PEER = /approx\./;

describe('Sentences beside those of retext', () => {
  for (const language of ['nl', 'en'] as const) {
    it(`are the same in plain prose: ${language}`, () => {
      const text = policyProse(7, 60_000, language);
      const prose = readPolicyText(text, 'plain').blocks.filter(({ kind }) => kind === 'paragraph');
      const paragraphs = prose
        .map(({ start, end }) => text.slice(start, end))
        .filter((raw) => !UNKNOWN_TO_PEER.test(raw));
      assert.ok(paragraphs.length > 50);
      for (const raw of paragraphs) assert.deepEqual(sentencesOf(raw, language), peerSentences(raw, language));
    });
  }

  const difficult = [
    'Zie art. 4 jo. Bijlage B. | De rest volgt.',
    'Zie hfst. 4, par. 2. | Vraag dhr. Bos.',
    'Zij zei: “Wij komen. Echt waar.” en ging weg. | Dat was het.',
  ];
  for (const marked of difficult) {
    it(`are right where those of retext are not: ${marked}`, () => {
      assertBorders(marked, 'nl');
      const expected = marked.split(' | ');
      assert.notDeepEqual(peerSentences(expected.join(' '), 'nl'), expected);
    });
  }
});
