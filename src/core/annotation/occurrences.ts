/** Where words occur in a text, asked thousands of times: an index of short pieces instead of a search through it all. */

/** UTF-16 units of a piece. Shorter words are searched for; longer pieces would not find them. */
const PIECE = 8;

/** How many pieces of the words are looked at for one that is rare in the text. */
const TRIES = 8;

/** A power of two, a quarter of a long text's length. */
const BUCKETS = 1 << 18;

/** Of the polynomial that names a piece: odd, and large enough to spread letters over all buckets. */
const BASE = 0x01000193;

/** BASE to the power of PIECE: what the unit that leaves a rolling piece weighs. */
const LEAVING = Array.from({ length: PIECE }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** Ascending offsets of words in a text, overlapping ones too, at most as many as asked for. */
export type Occurrences = (words: string, most: number) => readonly number[];

export function indexOccurrences(text: string): Occurrences {
  const counts = new Int32Array(BUCKETS);
  forEachPiece(text, (bucket) => {
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  });
  // Offsets by bucket, ascending in each: bucket b has those from ends[b] - counts[b] up to ends[b].
  const ends = new Int32Array(BUCKETS);
  for (let bucket = 1; bucket < BUCKETS; bucket++) {
    ends[bucket] = (ends[bucket - 1] ?? 0) + (counts[bucket - 1] ?? 0);
  }
  const offsets = new Int32Array(Math.max(0, text.length - PIECE + 1));
  forEachPiece(text, (bucket, at) => {
    const place = ends[bucket] ?? 0;
    offsets[place] = at;
    ends[bucket] = place + 1;
  });
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

/** Calls with the bucket and the offset of every piece, from one piece to the next by what leaves and enters. */
function forEachPiece(text: string, call: (bucket: number, at: number) => void): void {
  let hash = 0;
  for (let end = 0; end < text.length; end++) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(end)) | 0;
    if (end >= PIECE) hash = (hash - Math.imul(text.charCodeAt(end - PIECE), LEAVING)) | 0;
    if (end >= PIECE - 1) call(toBucket(hash), end - PIECE + 1);
  }
}

function bucketOf(words: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + PIECE; index++) hash = (Math.imul(hash, BASE) + words.charCodeAt(index)) | 0;
  return toBucket(hash);
}

/** The upper bits take part too: the lower ones depend on the lower bits of the units alone. */
function toBucket(hash: number): number {
  return (hash ^ (hash >>> 14)) & (BUCKETS - 1);
}
