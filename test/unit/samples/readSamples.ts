/** The sample workspace, read as the extension and the command line read it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readingTools } from '../../../src/cli/readingTools.js';
import { allCodes, type Code } from '../../../src/core/codebook/codebook.js';
import { compileCodebooks } from '../../../src/core/codebook/compile.js';
import { parseCodebook } from '../../../src/core/codebook/parseCodebook.js';
import { overlaps, type Span } from '../../../src/core/text/span.js';
import { formatOfPath } from '../../../src/project/documentFormat.js';
import { readWhole, type WholeDocument } from '../../../src/project/wholeDocument.js';

export const WORKSPACE = 'samples/workspace';
const CODEBOOKS = 'media/codebooks';

export const codebooks = readdirSync(CODEBOOKS)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => parseCodebook(readFileSync(join(CODEBOOKS, file), 'utf8'), file).codebook ?? []);
export const everyCode: readonly Code[] = codebooks.flatMap(({ codes }) => [...allCodes(codes)]);

/** All codes are looked for, also those that are off in a fresh install. */
export const compiled = compileCodebooks(codebooks, { enabled: new Set(everyCode.map(({ path }) => path)) });

export interface Sample {
  /** From the workspace, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly read: WholeDocument;
}

/** Paths of the documents, from the workspace. */
export function samplePaths(): readonly string[] {
  return readdirSync(WORKSPACE, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.includes('/') && !path.startsWith('.') && /\.(?:md|txt)$/.test(path))
    .sort();
}

export async function readSamples(): Promise<readonly Sample[]> {
  const tools = readingTools(compiled);
  return Promise.all(
    samplePaths().map(async (path) => {
      const text = readFileSync(join(WORKSPACE, path), 'utf8');
      return { path, text, read: await readWhole(text, formatOfPath(path), tools) };
    }),
  );
}

/** Where sentences stand in the text. */
function sentencesOf({ read }: Sample): readonly Span[] {
  return read.parsed.flatMap(({ sentences }, index) => {
    const by = read.text.blocks[index]?.start ?? 0;
    return sentences.map(({ start, end }) => ({ start: start + by, end: end + by }));
  });
}

/** Paths of the codes on the sentence in which some words stand; they must occur once, however their lines are broken. */
export function codesOn(sample: Sample, words: string): readonly string[] {
  const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
  const places = [...sample.text.matchAll(new RegExp(pattern, 'gu'))];
  const [place] = places;
  if (!place || places.length > 1) throw new Error(`${places.length} times in the sample: ${words}`);
  const sentence = sentencesOf(sample).find(
    ({ start, end }) => start <= place.index && place.index + place[0].length <= end,
  );
  if (!sentence) throw new Error(`Not in one sentence: ${words}`);
  return sample.read.suggestions
    .filter((each) => each.derived !== 'paragraph' && overlaps(each, sentence))
    .map(({ codePath }) => codePath);
}
