/** Where words occur in a text, asked thousands of times: an index of short pieces instead of a search through it all. */

/** UTF-16 units of a piece. Shorter words are searched for; longer pieces would not find them. */
const PIECE = 8;

/** How many pieces of the words are looked at for one that is rare in the text. */
const TRIES = 8;

const BUCKET_BITS = 18;

/** Ascending offsets of words in a text, overlapping ones too, at most as many as asked for. */
export type Occurrences = (words: string, most: number) => readonly number[];

export function indexOccurrences(text: string): Occurrences {
  const counts = new Int32Array(1 << BUCKET_BITS);
  const pieces = Math.max(0, text.length - PIECE + 1);
  for (let at = 0; at < pieces; at++) {
    const bucket = bucketOf(text, at);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  // Offsets by bucket, ascending in each: bucket b has those from ends[b] - counts[b] up to ends[b].
  const ends = new Int32Array(counts.length);
  let total = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    ends[bucket] = total;
    total += counts[bucket] ?? 0;
  }
  const offsets = new Int32Array(pieces);
  for (let at = 0; at < pieces; at++) {
    const bucket = bucketOf(text, at);
    const place = ends[bucket] ?? 0;
    offsets[place] = at;
    ends[bucket] = place + 1;
  }
  return (words, most) => {
    if (words.length < PIECE) return search(text, words, most);
    const piece = rarestPiece(words, counts);
    const bucket = bucketOf(words, piece);
    const last = ends[bucket] ?? 0;
    const found: number[] = [];
    for (let place = last - (counts[bucket] ?? 0); place < last && found.length < most; place++) {
      const start = (offsets[place] ?? 0) - piece;
      if (start >= 0 && text.startsWith(words, start)) found.push(start);
    }
    return found;
  };
}

function search(text: string, words: string, most: number): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && found.length < most; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

/** Offset in the words of the piece, among some, that has the fewest places in the text. */
function rarestPiece(words: string, counts: Int32Array): number {
  const last = words.length - PIECE;
  const step = Math.max(1, Math.floor(last / TRIES));
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at <= last; at += step) {
    const count = counts[bucketOf(words, at)] ?? 0;
    if (count >= least) continue;
    least = count;
    best = at;
  }
  return best;
}

/** FNV-1a over the units, folded to the number of buckets. */
function bucketOf(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let index = at; index < at + PIECE; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return ((hash >>> BUCKET_BITS) ^ hash) & ((1 << BUCKET_BITS) - 1);
}
