/** From rows and arguments of commands to annotations as they are today. */
import type { Coding } from '../../core/analysis/coding.js';
import { type Leaf, leavesOf } from '../../core/analysis/outline.js';
import type { DocumentState } from '../../project/state.js';
import { CodingNode, GroupNode, type TreeNode } from '../platform/outlineNodes.js';
import type { PlacesSource } from './placesSource.js';

/** What the keybindings of the view hand to a command, since VS Code itself hands nothing then. */
export const FROM_KEY = 'places';

/** What commands ask of the view. */
export interface PlaceRows {
  isVisible(): boolean;
  waiting(): readonly Leaf[];
  selection(): readonly TreeNode[];
  nodesAtKeyboard(): Promise<readonly TreeNode[]>;
  returnKeyboard(): Promise<void>;
  select(leaf: Leaf): Promise<void>;
}

/** An annotation in its document. */
export interface Place {
  readonly document: DocumentState;
  /** One for each of its codes. */
  readonly codings: readonly Coding[];
  /** The first of them, which stands for all. */
  readonly coding: Coding;
}

/** The annotations that a command is about: those of the rows that it came from, of the keyboard's row, else of what is selected. */
export async function placesOf(
  [first, several]: readonly unknown[],
  { rows, source }: { readonly rows: PlaceRows; readonly source: PlacesSource },
): Promise<readonly Place[]> {
  if (first === FROM_KEY) return placesToday(await rows.nodesAtKeyboard(), source);
  const named = Array.isArray(several) && several.length > 0 ? several : [first];
  return placesToday(first === undefined ? rows.selection() : named, source);
}

/** Each annotation once; what is gone in the meantime is left out. */
export function placesToday(nodes: readonly unknown[], source: PlacesSource): readonly Place[] {
  const leaves = new Map(nodes.flatMap(leavesBeneath).map((leaf) => [leaf.id, leaf]));
  return [...leaves.values()].flatMap((leaf) => placeToday(leaf, source) ?? []);
}

function leavesBeneath(node: unknown): readonly Leaf[] {
  return node instanceof CodingNode || node instanceof GroupNode ? [...leavesOf(node.row)] : [];
}

function placeToday({ uri, coding: { coder, annotation } }: Leaf, source: PlacesSource): Place | undefined {
  const document = source.document(uri);
  const codings = document?.codings.filter((each) => each.coder === coder && each.annotation?.id === annotation?.id);
  const coding = codings?.[0];
  return document && codings && coding ? { document, codings, coding } : undefined;
}

/** Whether a row is about a place. */
export function isSame({ uri, coding }: Leaf, place: Place): boolean {
  const isIn = place.document.ref.uri === uri;
  return isIn && place.coding.coder === coding.coder && place.coding.annotation?.id === coding.annotation?.id;
}

export function byDocument(places: readonly Place[]): ReadonlyMap<DocumentState, readonly Coding[]> {
  const groups = new Map<DocumentState, Coding[]>();
  for (const { document, codings } of places) groups.set(document, [...(groups.get(document) ?? []), ...codings]);
  return groups;
}
