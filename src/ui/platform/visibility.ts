import * as vscode from 'vscode';
import { topCodePath } from '../../core/codebook/codebook.js';

const STORAGE_KEY = 'policyLens.visibleCodes';

/**
 * Which codes are highlighted, per workspace. A code and its sub-codes share one switch. Codes that a codebook leaves off
 * by default are suggested only when switched on here.
 */
export class Visibility implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #choices: ReadonlyMap<string, boolean>;

  constructor(
    private readonly memento: vscode.Memento,
    private readonly isOnByDefault: (path: string) => boolean,
  ) {
    const stored = memento.get<Record<string, unknown>>(STORAGE_KEY, {});
    this.#choices = new Map(
      Object.entries(stored).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
    );
  }

  /** Only what the user chose; codes that are not in it keep their codebook's default. */
  get choices(): ReadonlyMap<string, boolean> {
    return this.#choices;
  }

  isOn(path: string): boolean {
    const top = topCodePath(path);
    return this.#choices.get(top) ?? this.isOnByDefault(top);
  }

  async set(paths: readonly string[], on: boolean): Promise<void> {
    const choices = new Map(this.#choices);
    for (const path of paths) choices.set(topCodePath(path), on);
    this.#choices = choices;
    this.#changed.fire();
    await this.memento.update(STORAGE_KEY, Object.fromEntries(choices));
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
