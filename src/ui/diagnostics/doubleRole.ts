import * as vscode from 'vscode';
import { DOUBLE_ROLE, type DoubleRole, openDoubleRoles, type RoleSide } from '../../core/analysis/doubleRoles.js';
import type { Code } from '../../core/codebook/codebook.js';
import type { DocumentState, ProjectChange } from '../../project/state.js';
import { codeName, quoted } from '../platform/codingText.js';
import { commandLink } from '../platform/commandLink.js';
import { lengthOf, toRange } from '../platform/positions.js';
import { onDidChangeSettings, type ProblemLevel, readSettings } from '../platform/settings.js';

/** By which quick fixes, and whoever filters problems, know this one. */
const PROBLEM_CODE = 'double-role';

export function isDoubleRoleProblem({ code }: vscode.Diagnostic): boolean {
  return typeof code === 'object' && code.value === PROBLEM_CODE;
}

/** Words of a role that are quoted in the message; and places that are listed. A long paragraph has dozens. */
const QUOTED = 3;
const LISTED = 5;

/**
 * Milliseconds without an edit after which problems that were only pushed along are given their new places: until then the editor
 * moves what it shows of them by itself.
 */
const SETTLED = 1_000;

/** UTF-16 units of a stretch of words in a message. */
const LONG_WORDS = 40;

export interface DoubleRoleParts {
  readonly source: {
    documents(): readonly DocumentState[];
    document(uri: string): DocumentState | undefined;
    code(path: string): Code | undefined;
    onDidChange(listener: (change: ProjectChange) => void): { dispose(): void };
  };
  /** Which codes the user wants to see. */
  readonly visibility: { isOn(path: string): boolean; readonly onDidChange: vscode.Event<void> };
}

/**
 * Tells writers, in the Problems panel, where an open text speaks as partner and as principal at once, with the words of each
 * side. Only as long as nobody has said that it is meant so.
 */
export class DoubleRoleDiagnostics implements vscode.Disposable {
  readonly #parts: DoubleRoleParts;
  readonly #collection = vscode.languages.createDiagnosticCollection('policyLens.doubleRole');
  /** By document: what is shown of it, as text to compare with. */
  readonly #shown = new Map<string, string>();
  readonly #subscriptions: readonly { dispose(): void }[];
  /** Names of codes as sentences have them: asking for one asks the settings for the language, hundreds of times. */
  readonly #names = new Map<string, string>();
  /** Documents with problems that edits have pushed along since. */
  readonly #pushed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #level = readSettings().doubleRoleProblems;

  constructor(parts: DoubleRoleParts) {
    this.#parts = parts;
    this.#subscriptions = [
      parts.source.onDidChange(({ documents, recoded, codebooks }) => {
        this.#refresh(codebooks ? [...this.#known(), ...documents] : recoded);
        // Where codings were only pushed along, problems that are shown move with them, and no others come.
        this.#settleLater([...documents].filter((uri) => !recoded.has(uri) && this.#shown.has(uri)));
      }),
      parts.visibility.onDidChange(() => this.#refresh(this.#known())),
      onDidChangeSettings(() => this.#settingsChanged()),
    ];
    this.#refresh(this.#known());
  }

  #settleLater(pushed: readonly string[]): void {
    for (const uri of pushed) this.#pushed.add(uri);
    if (this.#pushed.size === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#refresh(this.#pushed);
      this.#pushed.clear();
    }, SETTLED);
  }

  #known(): readonly string[] {
    return [...this.#shown.keys(), ...this.#parts.source.documents().map(({ ref }) => ref.uri)];
  }

  #settingsChanged(): void {
    this.#level = readSettings().doubleRoleProblems;
    this.#refresh(this.#known());
  }

  #nameOf(path: string): string {
    const name = this.#names.get(path) ?? codeName(path, (code) => this.#parts.source.code(code)).toLocaleLowerCase();
    this.#names.set(path, name);
    return name;
  }

  #refresh(uris: Iterable<string>): void {
    this.#names.clear();
    const wanted = new Set(uris);
    if (wanted.size === 0) return;
    const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
    for (const uri of wanted) {
      const document = open.get(uri);
      const state = this.#parts.source.document(uri);
      // The picture is of an older text while an edit is on its way; the editor moves what it shows along by itself.
      if (document && state?.text && state.text.text.length !== lengthOf(document)) continue;
      this.#show(uri, document && state?.isOpen ? this.#problemsIn(document, state) : []);
    }
  }

  #problemsIn(document: vscode.TextDocument, { codings }: DocumentState): readonly vscode.Diagnostic[] {
    const code = this.#parts.source.code(DOUBLE_ROLE);
    const severity = severities[this.#level];
    if (!code || severity === undefined || !this.#parts.visibility.isOn(DOUBLE_ROLE)) return [];
    return openDoubleRoles(codings, code).map((role) => this.#toDiagnostic(document, role, severity));
  }

  #show(uri: string, problems: readonly vscode.Diagnostic[]): void {
    // Every pause in typing comes by here, and hardly one changes what is to be told.
    const wanted = problems.length === 0 ? undefined : JSON.stringify(problems);
    if (this.#shown.get(uri) === wanted) return;
    if (wanted === undefined) this.#shown.delete(uri);
    else this.#shown.set(uri, wanted);
    this.#collection.set(vscode.Uri.parse(uri, true), problems);
  }

  #toDiagnostic(
    document: vscode.TextDocument,
    role: DoubleRole,
    severity: vscode.DiagnosticSeverity,
  ): vscode.Diagnostic {
    const nameOf = (path: string) => this.#nameOf(path);
    const diagnostic = new vscode.Diagnostic(
      toRange(document, role.place),
      messageOf(document, role, nameOf),
      severity,
    );
    const target = { uri: document.uri.toString(), codingId: role.coding.id };
    diagnostic.source = 'Policy Lens';
    diagnostic.code = { value: PROBLEM_CODE, target: vscode.Uri.parse(commandLink('policyLens.showCode', target)) };
    diagnostic.relatedInformation = role.sides.flatMap(({ codePath, words }) =>
      words.slice(0, LISTED).map((span) => {
        const range = toRange(document, span);
        const text = `${nameOf(codePath)}: ${quoted(document.getText(range), LONG_WORDS)}`;
        return new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, range), text);
      }),
    );
    return diagnostic;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#collection.dispose();
  }
}

const severities: Readonly<Record<ProblemLevel, vscode.DiagnosticSeverity | undefined>> = {
  off: undefined,
  hint: vscode.DiagnosticSeverity.Hint,
  information: vscode.DiagnosticSeverity.Information,
  warning: vscode.DiagnosticSeverity.Warning,
};

function messageOf(document: vscode.TextDocument, role: DoubleRole, nameOf: (path: string) => string): string {
  const voiceOf = ({ codePath, words }: RoleSide) => {
    const quotes = words.slice(0, QUOTED).map((span) => quoted(document.getText(toRange(document, span)), LONG_WORDS));
    const more = words.length > QUOTED ? [...quotes, '…'] : quotes;
    return vscode.l10n.t('as {0} ({1})', nameOf(codePath), more.join(', '));
  };
  const voices = new Intl.ListFormat(vscode.env.language).format(role.sides.map(voiceOf));
  return role.within === 'sentence'
    ? vscode.l10n.t('This sentence speaks {0}.', voices)
    : vscode.l10n.t('This paragraph speaks {0}.', voices);
}
