/** Whether an edit did no more to what was found than push it along. */
import type { Shift } from '../annotation/shift.js';
import { placeSuggestion } from '../detection/place.js';
import type { Suggestion } from '../detection/suggestion.js';
import type { Span } from '../text/span.js';
import type { ReadBlock } from './suggestedCodings.js';

/** A block in its place, as it was read. */
export interface Stretch {
  readonly block: Span;
  readonly read: ReadBlock | undefined;
}

/**
 * `before`: the blocks that an edit replaced; `after`: those that stand in their place. True where the same codes are on the
 * same words, each exactly where the edit (and so an editor that moves marks along) puts it.
 */
export function isOnlyPushed(before: readonly Stretch[], after: readonly Stretch[], edit: Shift): boolean {
  const was = before.flatMap(placed);
  const is = after.flatMap(placed);
  return was.length === is.length && was.every((each, index) => isPushed(each, is[index], edit));
}

function placed({ block, read }: Stretch): readonly Suggestion[] {
  return (read?.suggestions ?? []).map((suggestion) => placeSuggestion(suggestion, block.start));
}

function isPushed(was: Suggestion, is: Suggestion | undefined, edit: Shift): boolean {
  if (!is || edit.touches(was) || !isAt(edit.shift(was), is)) return false;
  if (was.codePath !== is.codePath || was.score !== is.score || was.derived !== is.derived) return false;
  if (was.codebook !== is.codebook || was.evidence.length !== is.evidence.length) return false;
  return was.evidence.every((each, index) => {
    const now = is.evidence[index];
    return now?.indicator === each.indicator && isAt(edit.shift(each), now);
  });
}

function isAt(span: Span | undefined, place: Span): boolean {
  return span?.start === place.start && span.end === place.end;
}
