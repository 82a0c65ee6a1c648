/** Rows for analysis: one code on one quotation each, flat, the same in JSON, JSON Lines and CSV. */
import type { Coding, CodingStatus } from '../analysis/coding.js';
import { type AnchorState, CONTEXT_LENGTH } from '../annotation/annotation.js';
import type { Code, Codebook } from '../codebook/codebook.js';
import { allCodes } from '../codebook/codebook.js';
import { type CodePoints, codePoints } from '../text/codePoints.js';
import { LineIndex } from '../text/lineIndex.js';
import type { Language } from '../text/policyText.js';
import type { Span } from '../text/span.js';
import { variableColumn } from './columns.js';
import { evidenceOf } from './evidence.js';
import type { ExportDocument } from './exportDocument.js';
import { type Passage, passageFinder } from './passages.js';

/**
 * A row. `start` and `end` are UTF-16 offsets in the text as stored, `start_cp` and `end_cp` Unicode code points, `line` and
 * `column` (UTF-16) count from 1, `paragraph` and `sentence` from 0 in the document. What has no place has null there, and
 * its quote is the words that were lost. Text that does not apply is empty, a number or time that does not apply is null.
 */
export interface RowFields {
  readonly annotation_id: string;
  readonly document: string;
  readonly document_sha256: string;
  readonly language: Language;
  /** Titles of the headings above the quotation, the outermost first, joined by ` > `. */
  readonly section: string;
  readonly paragraph: number | null;
  readonly sentence: number | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly start_cp: number | null;
  readonly end_cp: number | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly codebook: string;
  readonly code: string;
  readonly code_path: string;
  readonly code_name_nl: string;
  readonly code_name_en: string;
  readonly coder: string;
  readonly status: CodingStatus;
  readonly origin: Coding['origin'];
  /** 0..1, to three places. */
  readonly score: number | null;
  readonly evidence: readonly string[];
  readonly anchor_state: AnchorState;
  readonly memo: string;
  readonly created: string | null;
  readonly modified: string | null;
}

export type Row = RowFields & Readonly<Record<`var_${string}`, string>>;

/** Codes by their path. */
export type CodeIndex = ReadonlyMap<string, Code>;

export function codeIndex(codebooks: readonly Codebook[]): CodeIndex {
  return new Map(codebooks.flatMap((codebook) => [...allCodes(codebook.codes)].map((code) => [code.path, code])));
}

type PlaceFields = Pick<
  RowFields,
  'language' | 'section' | 'paragraph' | 'sentence' | 'start' | 'end' | 'start_cp' | 'end_cp' | 'line' | 'column'
>;
type QuoteFields = Pick<RowFields, 'quote' | 'prefix' | 'suffix'>;
type CodeFields = Pick<RowFields, 'codebook' | 'code' | 'code_path' | 'code_name_nl' | 'code_name_en'>;

interface Places {
  readonly passage: (span: Span) => Passage;
  readonly lines: LineIndex;
  readonly codePoints: CodePoints;
}

function placeFields(span: Span, places: Places): PlaceFields {
  const passage = places.passage(span);
  const position = places.lines.positionAt(span.start);
  return {
    language: passage.language,
    section: passage.section,
    paragraph: passage.paragraph ?? null,
    sentence: passage.sentence ?? null,
    start: span.start,
    end: span.end,
    start_cp: places.codePoints.at(span.start),
    end_cp: places.codePoints.at(span.end),
    line: position.line,
    column: position.column,
  };
}

function withoutPlace(language: Language): PlaceFields {
  const nowhere = { paragraph: null, sentence: null, start: null, end: null, start_cp: null, end_cp: null };
  return { language, section: '', ...nowhere, line: null, column: null };
}

/** A window on the text may cut a surrogate pair in two; half a character is no text that other programs can read. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '');
}

function quoteFields(coding: Coding, text: string): QuoteFields {
  const { span } = coding;
  if (span === undefined) {
    const target = coding.annotation?.target;
    return { quote: coding.quote, prefix: target?.prefix ?? '', suffix: target?.suffix ?? '' };
  }
  return {
    quote: text.slice(span.start, span.end),
    prefix: wholeCharacters(text.slice(Math.max(0, span.start - CONTEXT_LENGTH), span.start)),
    suffix: wholeCharacters(text.slice(span.end, span.end + CONTEXT_LENGTH)),
  };
}

function codeFields(path: string, codes: CodeIndex): CodeFields {
  const parts = path.split('/');
  const name = codes.get(path)?.name;
  return {
    codebook: parts[0] ?? '',
    code: parts.at(-1) ?? '',
    code_path: path,
    code_name_nl: name?.nl ?? '',
    code_name_en: name?.en ?? '',
  };
}

function roundedScore(score: number | undefined): number | null {
  return score === undefined ? null : Math.round(score * 1000) / 1000;
}

function variableFields(document: ExportDocument): Readonly<Record<`var_${string}`, string>> {
  return Object.fromEntries(Object.entries(document.variables).map(([name, value]) => [variableColumn(name), value]));
}

/** The rows of a document, in the order of its codings. */
export function rowsOf(document: ExportDocument, codes: CodeIndex): readonly Row[] {
  const { text } = document.text;
  const places = { passage: passageFinder(document), lines: new LineIndex(text), codePoints: codePoints(text) };
  const variables = variableFields(document);
  return document.codings.map((coding) => ({
    annotation_id: coding.annotation?.id ?? coding.id,
    document: document.path,
    document_sha256: document.sha256,
    ...(coding.span === undefined ? withoutPlace(document.language) : placeFields(coding.span, places)),
    ...quoteFields(coding, text),
    ...codeFields(coding.codePath, codes),
    coder: coding.coder,
    status: coding.status,
    origin: coding.origin,
    score: roundedScore(coding.score),
    evidence: evidenceOf(coding, text),
    anchor_state: coding.state,
    memo: coding.memo,
    created: coding.annotation?.created ?? null,
    modified: coding.annotation?.modified ?? null,
    ...variables,
  }));
}
