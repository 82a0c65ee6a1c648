import * as vscode from 'vscode';

export type Answer = 'confirm' | 'reject' | 'otherCode' | 'skip' | 'back' | 'stop';

/** What is asked of one suggestion, in words. */
export interface Question {
  /** How far the review is. */
  readonly title: string;
  /** The passage. */
  readonly quote: string;
  /** Its first words, to be heard with the code. */
  readonly heard: string;
  /** The code, with its score. */
  readonly code: string;
  /** What speaks for it. */
  readonly why: string;
}

interface AnswerItem extends vscode.QuickPickItem {
  readonly answer: Answer;
  /** The one key that gives it. */
  readonly key: string;
}

/**
 * Asks with a list that answers at one key. A list is read aloud, works by keyboard alone and in every window; it stays open
 * while an answer is being kept, so that a key pressed too early is lost rather than typed into the text.
 */
export class ReviewPick implements vscode.Disposable {
  readonly #pick = vscode.window.createQuickPick<AnswerItem>();
  readonly #subscriptions: vscode.Disposable[];
  #give: ((answer: Answer) => void) | undefined;
  #isAside = false;
  /** Left while an answer was being kept. */
  #isLeft = false;

  constructor() {
    const pick = this.#pick;
    // The passage is shown in the editor meanwhile.
    pick.ignoreFocusOut = true;
    this.#subscriptions = [
      pick,
      pick.onDidChangeValue((value) => this.#typed(value)),
      pick.onDidAccept(() => this.#answer(pick.activeItems[0]?.answer)),
      pick.onDidHide(() => {
        if (this.#isAside) return;
        if (this.#give) this.#answer('stop');
        else this.#isLeft = true;
      }),
    ];
  }

  async ask({ title, quote, heard, code, why }: Question): Promise<Answer> {
    if (this.#isLeft) return 'stop';
    const pick = this.#pick;
    const items = answerItems();
    const [first] = items;
    // What is asked is in the first row too: that is what a screen reader reads when the question changes.
    if (first) items[0] = { ...first, description: code, detail: why ? `${heard} · ${why}` : heard };
    pick.title = title;
    pick.placeholder = quote;
    pick.value = '';
    pick.items = items;
    pick.activeItems = items.slice(0, 1);
    pick.busy = false;
    this.#isAside = false;
    pick.show();
    return new Promise((resolve) => {
      this.#give = resolve;
    });
  }

  /** Another list is going to be shown in between. */
  stepAside(): void {
    this.#isAside = true;
  }

  #typed(value: string): void {
    if (value === '') return;
    this.#pick.value = '';
    const key = value.slice(-1).toLowerCase();
    this.#answer(this.#pick.items.find((item) => item.key === key)?.answer);
  }

  #answer(answer: Answer | undefined): void {
    const give = this.#give;
    if (!answer || !give) return;
    this.#give = undefined;
    this.#pick.busy = true;
    give(answer);
  }

  dispose(): void {
    this.#isAside = true;
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function answerItems(): AnswerItem[] {
  return [
    answerItem('confirm', 'check', vscode.l10n.t('Confirm (y)')),
    answerItem('reject', 'close', vscode.l10n.t('Reject (n)')),
    answerItem('otherCode', 'arrow-swap', vscode.l10n.t('Other code (o)')),
    answerItem('skip', 'debug-step-over', vscode.l10n.t('Skip (s)')),
    answerItem('back', 'discard', vscode.l10n.t('Back, and undo (u)')),
    answerItem('stop', 'circle-slash', vscode.l10n.t('Stop (Escape)')),
  ];
}

/** The key is the letter that the label shows between brackets, in every language of the display. */
function answerItem(answer: Answer, icon: string, label: string): AnswerItem {
  const key = /\((.)\)$/.exec(label)?.[1] ?? '';
  return { label: `$(${icon}) ${label}`, answer, key: key.toLowerCase(), alwaysShow: true };
}
