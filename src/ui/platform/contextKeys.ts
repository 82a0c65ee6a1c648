import * as vscode from 'vscode';

/** A `when`-clause key, typed, set only when its value is new. */
export class ContextKey<T extends string | number | boolean> {
  #value: T | undefined;

  constructor(readonly name: `policyLens.${string}`) {}

  get value(): T | undefined {
    return this.#value;
  }

  set(value: T): void {
    if (this.#value === value) return;
    this.#value = value;
    void vscode.commands.executeCommand('setContext', this.name, value);
  }
}

/** Every key that the manifest's `when` clauses read. */
export function contextKeys() {
  return {
    /** What the annotations view has to say when it has no rows. */
    viewState: new ContextKey<'reading' | 'empty' | 'unreadable' | 'filled'>('policyLens.viewState'),
    groupBy: new ContextKey<'code' | 'document' | 'status'>('policyLens.groupBy'),
    isFiltered: new ContextKey<boolean>('policyLens.isFiltered'),
    canUndo: new ContextKey<boolean>('policyLens.canUndo'),
    canRedo: new ContextKey<boolean>('policyLens.canRedo'),
    /** Whether decisions are left out of what is learned from. */
    hasForgotten: new ContextKey<boolean>('policyLens.hasForgotten'),
    /** Whether annotations are listed that do not lie where they were. */
    canReviewPlaces: new ContextKey<boolean>('policyLens.canReviewPlaces'),
    /** Whether the active editor shows a text that is read. */
    isReadable: new ContextKey<boolean>('policyLens.isReadable'),
  } as const;
}

export type ContextKeys = ReturnType<typeof contextKeys>;
