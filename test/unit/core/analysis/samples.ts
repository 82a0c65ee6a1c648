/** Codebooks, codings and documents for the tests of this folder, as small as a test allows. */
import type { Coding } from '../../../../src/core/analysis/coding.js';
import type { CodedDocument, OutlineNode } from '../../../../src/core/analysis/outline.js';
import type { Bilingual, Code, Codebook } from '../../../../src/core/codebook/codebook.js';

function both(text: string): Bilingual {
  return { nl: text, en: text };
}

export function code(path: string, parts: Partial<Code> = {}): Code {
  return {
    id: path.split('/').at(-1) ?? path,
    path,
    name: both(path),
    definition: both(''),
    useWhen: both(''),
    notWhen: both(''),
    examples: { nl: [], en: [] },
    appearance: 'background',
    color: 'relational',
    enabledByDefault: true,
    indicators: { nl: [], en: [] },
    notHere: { nl: [], en: [] },
    derived: undefined,
    scoring: { nl: {}, en: {} },
    codes: [],
    ...parts,
  };
}

export function codebook(id: string, codes: readonly Code[]): Codebook {
  return {
    id,
    version: 1,
    title: both(id),
    description: both(''),
    source: '',
    lists: {},
    notHere: { nl: [], en: [] },
    codes,
  };
}

export const interventions = codebook('interventions', [
  code('interventions/relational', {
    name: { nl: 'Relationele interventie', en: 'Relational intervention' },
    codes: [code('interventions/relational/coach', { name: { nl: 'Begeleider', en: 'Coach' } })],
  }),
  code('interventions/narrative', { name: { nl: 'Narratieve interventie', en: 'Narrative intervention' } }),
]);

export function coding(id: string, parts: Partial<Coding> = {}): Coding {
  return {
    id,
    codePath: 'interventions/relational',
    status: 'suggested',
    span: { start: 0, end: 10 },
    quote: `quote ${id}`,
    state: 'anchored',
    coder: '',
    editable: true,
    origin: 'suggestion',
    score: 0.8,
    memo: '',
    annotation: undefined,
    suggestion: undefined,
    ...parts,
  };
}

/** A document with ten characters a line. */
export function coded(path: string, codings: readonly Coding[]): CodedDocument {
  return { uri: `file:///${path}`, path, codings, lineOf: (offset) => Math.floor(offset / 10) + 1 };
}

/** An outline as indented lines: `subject (count)` for groups, the coding's id for codings. */
export function drawn(nodes: readonly OutlineNode[], indent = ''): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'coding') return [`${indent}${node.coding.id}`];
    if (node.kind === 'problem') return [`${indent}${node.path}: ${node.message.key}`];
    return [`${indent}${nameOf(node.subject)} (${node.count})`, ...drawn(node.children, `${indent}  `)];
  });
}

function nameOf(subject: Extract<OutlineNode, { kind: 'group' }>['subject']): string {
  switch (subject.kind) {
    case 'codebook':
      return subject.id;
    case 'code':
    case 'document':
      return subject.path;
    case 'status':
      return subject.status;
    default:
      return subject.kind;
  }
}
