/** The rows of the codebook tree: codebooks, codes, and under each code what its author says about it. */
import type { Code, Codebook } from '../../core/codebook/codebook.js';
import { displayLanguage, inDisplayLanguage } from '../platform/language.js';

export interface CodebookNode {
  readonly kind: 'codebook';
  readonly id: string;
  readonly codebook: Codebook;
  readonly parent: undefined;
  readonly children: readonly CodeNode[];
}

export interface CodeNode {
  readonly kind: 'code';
  /** The code's path. */
  readonly id: string;
  readonly code: Code;
  readonly parent: CodebookNode | CodeNode;
  readonly children: readonly (FactNode | CodeNode)[];
}

export type FactKind = 'definition' | 'useWhen' | 'notWhen' | 'example';

/** One thing that the codebook says about a code: a row of its own, so that the keyboard and a screen reader reach it. */
export interface FactNode {
  readonly kind: 'fact';
  readonly id: string;
  readonly fact: FactKind;
  readonly text: string;
  readonly parent: CodeNode;
}

export type CodebookTreeNode = CodebookNode | CodeNode | FactNode;

export function codebookNode(codebook: Codebook): CodebookNode {
  const children: CodeNode[] = [];
  const node: CodebookNode = { kind: 'codebook', id: codebook.id, codebook, parent: undefined, children };
  children.push(...codebook.codes.map((code) => codeNode(code, node)));
  return node;
}

function codeNode(code: Code, parent: CodebookNode | CodeNode): CodeNode {
  const children: (FactNode | CodeNode)[] = [];
  const node: CodeNode = { kind: 'code', id: code.path, code, parent, children };
  children.push(...factsOf(code).map((fact, index) => factNode(fact, index, node)));
  children.push(...code.codes.map((subCode) => codeNode(subCode, node)));
  return node;
}

export interface Fact {
  readonly fact: FactKind;
  readonly text: string;
}

function factNode({ fact, text }: Fact, index: number, parent: CodeNode): FactNode {
  return { kind: 'fact', id: `${parent.id}|${fact}|${index}`, fact, text, parent };
}

/** What the codebook says about a code, in the user's language; nothing for what it leaves out. */
export function factsOf({ definition, useWhen, notWhen, examples }: Code): readonly Fact[] {
  const facts: readonly Fact[] = [
    { fact: 'definition', text: inDisplayLanguage(definition) },
    { fact: 'useWhen', text: inDisplayLanguage(useWhen) },
    { fact: 'notWhen', text: inDisplayLanguage(notWhen) },
    ...examples[displayLanguage()].map((text): Fact => ({ fact: 'example', text })),
  ];
  return facts.filter(({ text }) => text.trim() !== '');
}

/** Every code of a codebook's rows. */
export function* codeNodes(node: CodebookTreeNode): Generator<CodeNode> {
  if (node.kind === 'code') yield node;
  if (node.kind === 'fact') return;
  for (const child of node.children) yield* codeNodes(child);
}
