import * as vscode from 'vscode';
import { type Reviewable, reviewQueue } from '../../core/analysis/reviewQueue.js';
import type { Code } from '../../core/codebook/codebook.js';
import type { CompiledCodebooks } from '../../core/codebook/compile.js';
import type { DocumentState } from '../../project/state.js';
import type { CodingTarget } from '../platform/codingTarget.js';
import { codeTitle, quoted, scoreText } from '../platform/codingText.js';
import { toRange } from '../platform/positions.js';
import { type Explain, reasonsOf } from '../platform/reasonText.js';
import { say } from '../platform/say.js';
import { type Answer, type Question, ReviewPick } from './reviewPick.js';

type Decide = (target: CodingTarget) => Promise<unknown>;

export interface ReviewParts {
  documents(): readonly DocumentState[];
  compiled(): CompiledCodebooks | undefined;
  code(path: string): Code | undefined;
  readonly explain: Explain;
  /** Asks for the coder's name where it is not known; undefined where the user does not tell. */
  readonly coderName: () => Promise<string | undefined>;
  /** The ways of deciding, each one step that can be undone. */
  readonly confirm: Decide;
  readonly reject: Decide;
  readonly otherCode: Decide;
  readonly undo: () => Promise<unknown>;
}

/** UTF-16 units of a passage that are shown where it is asked about; the text itself shows it whole. */
const LONG_QUOTE = 160;

/** UTF-16 units of it before the reasons, which should not be cut off. */
const SHORT_QUOTE = 50;

/** `Review Suggestions`: asks about one suggestion after the other, least certain first. */
export function reviewCommand(parts: ReviewParts) {
  return {
    reviewSuggestions: async () => {
      if (!(await parts.coderName())) return;
      const review = new Review(parts);
      try {
        await review.run();
      } finally {
        review.dispose();
      }
    },
  };
}

type Asked = Reviewable<DocumentState>;

/** What was answered, to go back to. */
interface Step {
  readonly target: CodingTarget;
  readonly isDecided: boolean;
}

class Review implements vscode.Disposable {
  readonly #parts: ReviewParts;
  readonly #pick = new ReviewPick();
  /** Round the passage that is asked about: a selection in an editor without the keyboard is faint. */
  readonly #mark = vscode.window.createTextEditorDecorationType({
    outline: '1px solid',
    outlineColor: new vscode.ThemeColor('focusBorder'),
  });
  readonly #done: Step[] = [];
  #again: CodingTarget | undefined;

  constructor(parts: ReviewParts) {
    this.#parts = parts;
  }

  async run(): Promise<void> {
    for (;;) {
      // What was learned from the last answer counts in what is asked next.
      const left = this.#left();
      const next = left.find((each) => isSame(targetOf(each), this.#again)) ?? left[0];
      if (!next) break;
      this.#again = undefined;
      await this.#show(next);
      const answer = await this.#pick.ask(this.#questionOf(next, left.length));
      if (answer === 'stop') break;
      await this.#take(answer, targetOf(next));
    }
    this.#tellEnd();
  }

  #left(): readonly Asked[] {
    const compiled = this.#parts.compiled();
    if (!compiled) return [];
    const tabs = urisInTabs();
    const open = this.#parts.documents().filter(({ isOpen, ref }) => isOpen && tabs.has(ref.uri));
    return reviewQueue(open, compiled).filter(
      (each) => !this.#done.some(({ target }) => isSame(target, targetOf(each))),
    );
  }

  async #take(answer: Exclude<Answer, 'stop'>, target: CodingTarget): Promise<void> {
    if (answer === 'back') return this.#back();
    if (answer === 'skip') return void this.#done.push({ target, isDecided: false });
    if (answer === 'otherCode') this.#pick.stepAside();
    await this.#parts[answer](target);
    const isDecided = !this.#isOpen(target);
    // No other code was chosen: the same question again.
    if (!isDecided && answer === 'otherCode') this.#again = target;
    else this.#done.push({ target, isDecided });
  }

  async #back(): Promise<void> {
    const last = this.#done.pop();
    if (last?.isDecided) await this.#parts.undo();
    this.#again = last?.target;
  }

  #isOpen({ uri, codingId }: CodingTarget): boolean {
    const document = this.#parts.documents().find(({ ref }) => ref.uri === uri);
    return document?.codings.some(({ id, status }) => id === codingId && status === 'suggested') ?? false;
  }

  async #show({ document, coding }: Asked): Promise<void> {
    const text = await vscode.workspace.openTextDocument(vscode.Uri.parse(document.ref.uri, true));
    const editor = await vscode.window.showTextDocument(text, { preserveFocus: true, preview: false });
    if (!coding.span) return;
    const range = toRange(text, coding.span);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    for (const each of vscode.window.visibleTextEditors)
      each.setDecorations(this.#mark, each === editor ? [range] : []);
  }

  #questionOf({ document, coding }: Asked, left: number): Question {
    const done = this.#done.length;
    const title = codeTitle(coding.codePath, (path) => this.#parts.code(path));
    return {
      title: vscode.l10n.t('Review suggestions: {0} of {1}, {2}', done + 1, done + left, document.ref.path),
      quote: quoted(coding.quote, LONG_QUOTE),
      heard: quoted(coding.quote, SHORT_QUOTE),
      code: vscode.l10n.t('{0}, score {1}', title, scoreText(coding.score ?? 0)),
      why: reasonsOf(coding, document.ref.uri, this.#parts.explain).why,
    };
  }

  #tellEnd(): void {
    const decided = this.#done.filter(({ isDecided }) => isDecided).length;
    const left = this.#left().length + this.#done.length - decided;
    const isNothing = left === 0 && decided === 0;
    say(
      isNothing
        ? vscode.l10n.t('No suggestion is left to review in the open texts.')
        : vscode.l10n.t('Review: {0} decided, {1} left in the open texts', decided, left),
    );
  }

  dispose(): void {
    this.#pick.dispose();
    this.#mark.dispose();
  }
}

/** What a person has open: VS Code keeps other texts at hand for a while. */
function urisInTabs(): ReadonlySet<string> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return new Set(tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : [])));
}

function targetOf({ document, coding }: Asked): CodingTarget {
  return { uri: document.ref.uri, codingId: coding.id };
}

function isSame(a: CodingTarget, b: CodingTarget | undefined): boolean {
  return a.uri === b?.uri && a.codingId === b.codingId;
}
