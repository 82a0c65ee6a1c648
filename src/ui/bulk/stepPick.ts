import * as vscode from 'vscode';

/** What was chosen in one of several steps: rows, a step back, or nothing more. */
export type StepAnswer<Item> = readonly Item[] | 'back' | undefined;

export interface StepQuestion<Item extends vscode.QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  /** From 1. */
  readonly step: number;
  readonly steps: number;
  readonly items: readonly Item[];
  /** Several may be chosen; all are, at first. */
  readonly several?: boolean;
  /** A row for what was typed, above the others. */
  readonly typed?: (value: string) => Item | undefined;
}

/** Asks one of several questions in a row, in a list; every one but the first can be gone back from. */
export function askStep<Item extends vscode.QuickPickItem>(question: StepQuestion<Item>): Promise<StepAnswer<Item>> {
  const pick = vscode.window.createQuickPick<Item>();
  const { title, placeholder, step, steps, items, several = false, typed } = question;
  Object.assign(pick, { title, placeholder, step, totalSteps: steps, items, canSelectMany: several });
  pick.matchOnDescription = true;
  if (several) pick.selectedItems = items;
  if (step > 1) pick.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const answer = (given: StepAnswer<Item>) => {
      resolve(given);
      pick.dispose();
    };
    pick.onDidTriggerButton(() => answer('back'));
    pick.onDidAccept(() => answer(several ? pick.selectedItems : pick.activeItems));
    pick.onDidHide(() => answer(undefined));
    if (typed) {
      pick.onDidChangeValue((value) => {
        const own = typed(value);
        pick.items = own ? [own, ...items] : items;
      });
    }
    pick.show();
  });
}
