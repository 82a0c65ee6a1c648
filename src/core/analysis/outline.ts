/**
 * The rows of the annotation tree as data: what stands under what, without words, icons or an editor. Every node has an
 * id that stays the same as long as it is the same row, so that a tree keeps its expansion and its selection.
 */
import type { Code, Codebook } from '../codebook/codebook.js';
import type { Message } from '../message.js';
import type { Coding, CodingStatus } from './coding.js';

export type GroupBy = 'code' | 'document' | 'status';

/** A document with its codings in document order, as a tree needs it. */
export interface CodedDocument {
  readonly uri: string;
  readonly path: string;
  readonly codings: readonly Coding[];
  /** Line of an offset, from 1; undefined where the text is not at hand. */
  readonly lineOf: (offset: number) => number | undefined;
}

/** A coding and where it stands. */
export interface Entry {
  readonly uri: string;
  readonly path: string;
  /** From 1; undefined for a coding without a place and for a document that is not open. */
  readonly line: number | undefined;
  readonly coding: Coding;
}

/** What a row must say itself, because no group above it does. */
export interface Untold {
  readonly code: boolean;
  readonly document: boolean;
}

export interface Leaf extends Entry {
  readonly kind: 'coding';
  readonly id: string;
  readonly untold: Untold;
}

/** What the rows of a group have in common. A code is undefined where no codebook has it. */
export type Subject =
  | { readonly kind: 'problems' }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'kept' }
  | { readonly kind: 'moved' }
  /** Codes that no codebook has. */
  | { readonly kind: 'unknownCodes' }
  | { readonly kind: 'codebook'; readonly id: string; readonly codebook: Codebook }
  | { readonly kind: 'code'; readonly path: string; readonly code: Code | undefined }
  | { readonly kind: 'document'; readonly uri: string; readonly path: string }
  | { readonly kind: 'status'; readonly status: CodingStatus };

export interface Group {
  readonly kind: 'group';
  readonly id: string;
  readonly subject: Subject;
  /** Codings (or problems) beneath it, at any depth. */
  readonly count: number;
  readonly children: readonly OutlineNode[];
}

/** One reason why a file cannot be used as it is. */
export interface ProblemRow {
  readonly kind: 'problem';
  readonly id: string;
  readonly uri: string;
  readonly path: string;
  readonly message: Message;
}

export type OutlineNode = Group | Leaf | ProblemRow;

export interface Outline {
  readonly roots: readonly OutlineNode[];
  /** Codings in the tree. */
  readonly shown: number;
  /** Codings that would be in the tree without a filter. */
  readonly total: number;
}

export const emptyOutline: Outline = { roots: [], shown: 0, total: 0 };

export function childrenOf(node: OutlineNode): readonly OutlineNode[] {
  return node.kind === 'group' ? node.children : [];
}

/** Every coding at or beneath a node. */
export function* leavesOf(node: OutlineNode): Generator<Leaf> {
  if (node.kind === 'coding') yield node;
  for (const child of childrenOf(node)) yield* leavesOf(child);
}

export interface Placed {
  readonly node: OutlineNode;
  readonly parent: Group | undefined;
}

/** Every node of an outline by its id, with the group that holds it. */
export function indexOf(outline: Outline): ReadonlyMap<string, Placed> {
  const index = new Map<string, Placed>();
  const add = (nodes: readonly OutlineNode[], parent: Group | undefined): void => {
    for (const node of nodes) {
      index.set(node.id, { node, parent });
      if (node.kind === 'group') add(node.children, node);
    }
  };
  add(outline.roots, undefined);
  return index;
}
