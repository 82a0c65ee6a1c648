/** A sentence of a document with the answer to why it has a code, or not. */
import type { CompiledCodebooks } from '../codebook/compile.js';
import { type CodeExplanation, explainSentence, type NearMiss } from '../detection/explain.js';
import type { ParsedBlock, PolicyText } from '../text/policyText.js';
import { containsOffset, type Span } from '../text/span.js';

export interface ExplainedSentence {
  /** Of the sentence, in the document. */
  readonly span: Span;
  /** Best first, as `explainSentence` gives them; offsets count in the document. */
  readonly codes: readonly CodeExplanation[];
}

interface ReadText {
  readonly text: PolicyText | undefined;
  /** One for each block of `text`, as far as it has been read. */
  readonly parsed: readonly (ParsedBlock | undefined)[];
}

/** Of the sentence at an offset or shortly after it; undefined where there is none, or none in a language that is coded. */
export function explainedAt(
  { text, parsed }: ReadText,
  compiled: CompiledCodebooks,
  offset: number,
): ExplainedSentence | undefined {
  const index = text ? blockAt(text.blocks, offset) : -1;
  const [block, read] = [text?.blocks[index], parsed[index]];
  if (!text || !block || !read) return undefined;
  const at = sentenceAt(read.sentences, offset - block.start);
  const sentence = read.sentences[at];
  if (!sentence) return undefined;
  const place = { text: text.text.slice(block.start, block.end), sentence: at };
  const codes = explainSentence(compiled, read, place).map((code) => placed(code, block.start));
  return { span: moved(sentence, block.start), codes };
}

/** A cursor behind the last word of a block is still about it. */
function blockAt(blocks: readonly Span[], offset: number): number {
  const inside = blocks.findIndex((block) => containsOffset(block, offset));
  return inside >= 0 ? inside : blocks.findIndex(({ end }) => end === offset);
}

function sentenceAt(sentences: readonly Span[], offset: number): number {
  const inside = sentences.findIndex((sentence) => containsOffset(sentence, offset));
  return inside >= 0 ? inside : sentences.findIndex(({ end }) => offset <= end);
}

function placed(code: CodeExplanation, start: number): CodeExplanation {
  return {
    ...code,
    contributions: code.contributions.map((each) => ({ ...each, spans: each.spans.map((span) => moved(span, start)) })),
    nearMisses: code.nearMisses.map((each) => ({
      ...each,
      spans: each.spans.map((span) => moved(span, start)),
      reason: placedReason(each.reason, start),
    })),
  };
}

function placedReason(reason: NearMiss['reason'], start: number): NearMiss['reason'] {
  return 'found' in reason ? { ...reason, found: reason.found.map((span) => moved(span, start)) } : reason;
}

function moved<T extends Span>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}
