import * as vscode from 'vscode';
import { beforeAndAfter, inSentenceLines } from '../../core/analysis/beforeAndAfter.js';
import type { Coding } from '../../core/analysis/coding.js';
import { isKept } from '../../core/analysis/placesToReview.js';
import type { Change } from '../../core/annotation/annotation.js';
import { accept, changeRange, type Deciding, keep, remove } from '../../core/annotation/decide.js';
import { likelyPlaces, withMorePlaces } from '../../core/annotation/likelyPlaces.js';
import { hashOfTarget } from '../../core/annotation/target.js';
import type { Span } from '../../core/text/span.js';
import type { DocumentRef } from '../../project/state.js';
import { KEEP_FOCUS } from '../platform/codingTarget.js';
import { codeName, fileName, shortQuote } from '../platform/codingText.js';
import { type DecidingParts, decidingIn, tellOutcome } from '../platform/deciding.js';
import { toSpan } from '../platform/positions.js';
import { say } from '../platform/say.js';
import { openText, placeOrLikely, showSpan } from './placeEditor.js';
import { isAcceptable } from './placeItems.js';
import { pickPlace } from './placePick.js';
import { byDocument, FROM_KEY, isSame, type Place, type PlaceRows, placesOf, placesToday } from './places.js';
import type { PlacesSource } from './placesSource.js';
import { codesOf, keptQuote, stateWord } from './placeText.js';
import type { PlaceTexts } from './placeTexts.js';

export interface PlaceParts extends DecidingParts {
  readonly source: PlacesSource;
  readonly rows: PlaceRows;
  readonly texts: PlaceTexts;
}

/** UTF-16 units of a quotation in the status bar, which cuts off what is longer than some 75. */
const SAID_QUOTE = 28;

/** Going through annotations that do not lie where they were, and deciding on each. */
export function placeCommands(parts: PlaceParts) {
  const several = (args: readonly unknown[], action: Action) => decideOn(args, action, parts);
  // A key that is pressed again goes on from where the press before it leads.
  let steps: Promise<unknown> = Promise.resolve();
  const stepBy = (by: 1 | -1) => {
    const next = steps.then(() => step(by, parts));
    steps = next.catch(() => undefined);
    return next;
  };
  const one = (args: readonly unknown[], act: (place: Place) => Promise<unknown>) => withOne(args, act, parts);
  return {
    reviewPlaces: (uri: unknown) => review(uri, parts),
    nextPlace: () => stepBy(1),
    previousPlace: () => stepBy(-1),
    showPlace: async (...args: readonly unknown[]) => {
      const [place] = await placesOf(args, parts);
      if (place) await show(place, args.includes(KEEP_FOCUS));
    },
    acceptPlace: async (...args: readonly unknown[]) => {
      const places = await placesOf(args, parts);
      const [place] = places;
      // The key for what a row is mainly there for: those without a place are given one.
      if (args[0] === FROM_KEY && places.length === 1 && place && !isAcceptable(place.coding)) {
        return isKept(place.coding) ? decide(places, takeUp, parts) : choose(place, parts);
      }
      await decide(places, acceptance, parts);
      if (args[0] === FROM_KEY) await parts.rows.returnKeyboard();
    },
    comparePlace: (...args: readonly unknown[]) => one(args, (place) => compare(place, parts)),
    choosePlace: (...args: readonly unknown[]) => one(args, (place) => choose(place, parts)),
    searchPlace: (...args: readonly unknown[]) => one(args, (place) => choose(place, parts, true)),
    placeHere: (...args: readonly unknown[]) => one(args, (place) => placeAtSelection(place, parts)),
    keepPlace: (...args: readonly unknown[]) => several(args, keeping),
    takeUpPlace: (...args: readonly unknown[]) => several(args, takeUp),
    deletePlace: (...args: readonly unknown[]) => several(args, deletion),
  };
}

/** What is done to annotations: the changes that it comes to, and what the step is called. */
interface Action {
  readonly change: (codings: readonly Coding[], deciding: Deciding) => readonly Change[];
  readonly label: (count: number, places: readonly Place[]) => string;
}

const acceptance: Action = {
  change: accept,
  label: (count) =>
    count === 1
      ? vscode.l10n.t('accept the place of one annotation')
      : vscode.l10n.t('accept the places of {0} annotations', count),
};

const keeping: Action = {
  change: (codings, deciding) => keep(codings, true, deciding),
  label: (count) =>
    count === 1
      ? vscode.l10n.t('keep one annotation without a place')
      : vscode.l10n.t('keep {0} annotations without a place', count),
};

const takeUp: Action = {
  change: (codings, deciding) => keep(codings, false, deciding),
  label: (count) =>
    count === 1
      ? vscode.l10n.t('take up one annotation without a place again')
      : vscode.l10n.t('take up {0} annotations without a place again', count),
};

const deletion: Action = {
  change: remove,
  label: (count, [place]) =>
    count === 1 && place
      ? vscode.l10n.t('delete the annotation of “{0}”', shortQuote(keptQuote(place.coding), 40))
      : vscode.l10n.t('delete {0} annotations', count),
};

function placing(span: Span): Action {
  return {
    change: ([coding], deciding) => (coding ? changeRange(coding, span, deciding) : []),
    label: () => vscode.l10n.t('choose the place of an annotation'),
  };
}

async function decideOn(args: readonly unknown[], action: Action, parts: PlaceParts): Promise<void> {
  await decide(await placesOf(args, parts), action, parts);
  if (args[0] === FROM_KEY) await parts.rows.returnKeyboard();
}

/** As one step, whatever the number of documents. */
async function decide(places: readonly Place[], { change, label }: Action, parts: PlaceParts): Promise<void> {
  const changes: Change[] = [];
  for (const [document, codings] of byDocument(places.filter(({ coding }) => coding.editable))) {
    changes.push(...change(codings, await decidingIn(document, codings, parts)));
  }
  if (changes.length === 0)
    return say(vscode.l10n.t('There is nothing selected in Places to Review that this can be done to.'));
  const name = label(changes.length, places);
  tellOutcome(await parts.apply(name, changes), name);
}

async function withOne(
  args: readonly unknown[],
  act: (place: Place) => Promise<unknown>,
  parts: PlaceParts,
): Promise<void> {
  const [place] = await placesOf(args, parts);
  if (!place) return say(vscode.l10n.t('Select a row in Places to Review first.'));
  await act(place);
}

async function show({ document, coding }: Place, preserveFocus: boolean): Promise<void> {
  const text = await openText(document.ref.uri, document.ref.path);
  if (!text) return;
  const span = placeOrLikely(coding, text.getText());
  const nowhere = Math.min(coding.annotation?.target.start ?? 0, text.getText().length);
  await showSpan({ document: text, span: span ?? { start: nowhere, end: nowhere }, preserveFocus });
  if (coding.span) return;
  const state = stateWord(coding);
  const quote = shortQuote(keptQuote(coding), SAID_QUOTE);
  say(
    span
      ? vscode.l10n.t('{0}: “{1}”. The likeliest place is shown.', state, quote)
      : vscode.l10n.t('{0}: “{1}”. Nothing in this text is like it.', state, quote),
  );
}

async function review(uri: unknown, parts: PlaceParts): Promise<void> {
  const wasHidden = !parts.rows.isVisible();
  await vscode.commands.executeCommand('policyLens.places.focus');
  const waiting = parts.rows.waiting();
  const first = waiting.find((leaf) => leaf.uri === uri) ?? waiting[0];
  if (!first) return say(vscode.l10n.t('Every annotation lies where it was.'));
  await go(first, parts);
  // In a view that was folded until now there was no room yet to bring the row into.
  if (wasHidden) await parts.rows.select(first);
}

/** From the row that is selected, else from the cursor's document; round the end of the list. */
async function step(by: 1 | -1, parts: PlaceParts): Promise<void> {
  const waiting = parts.rows.waiting();
  if (waiting.length === 0) return say(vscode.l10n.t('Every annotation lies where it was.'));
  const [current] = placesToday(parts.rows.selection(), parts.source);
  const at = waiting.findIndex((leaf) => current && isSame(leaf, current));
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const begin = Math.max(
    0,
    waiting.findIndex(({ uri }) => uri === active),
  );
  const next = at < 0 ? begin : (at + by + waiting.length) % waiting.length;
  const leaf = waiting[next];
  if (leaf) await go(leaf, parts);
}

async function go(leaf: Parameters<PlaceRows['select']>[0], { rows, source }: PlaceParts): Promise<void> {
  const state = source.document(leaf.uri);
  if (state) await show({ document: state, coding: leaf.coding, codings: [leaf.coding] }, true);
  await rows.select(leaf);
}

async function compare({ document, coding }: Place, { source, texts }: PlaceParts): Promise<void> {
  const text = await openText(document.ref.uri, document.ref.path);
  const span = text && placeOrLikely(coding, text.getText());
  const target = coding.annotation?.target;
  if (!text || !target) return;
  if (!span) return say(vscode.l10n.t('Nothing in this text is like “{0}”.', shortQuote(target.quote, SAID_QUOTE)));
  const name = fileName(document.ref.path);
  await texts.show({
    ...inSentenceLines(
      beforeAndAfter({ target, span, text: text.getText(), earlier: await earlierText(document.ref, coding, source) }),
    ),
    name,
    title: vscode.l10n.t('{0}: as coded ↔ now', name),
  });
}

/** The text that an annotation was made on, where it is kept. */
async function earlierText(
  ref: DocumentRef,
  { coder, annotation }: Coding,
  source: PlacesSource,
): Promise<string | undefined> {
  const file = source.annotations(ref).find((each) => each.coder === coder);
  return file && annotation && source.earlierTexts.find(hashOfTarget(annotation.target, file.sha256), ref.uri);
}

/** Asks which of the likely places it is; with `isSearch` also of those that have little in common with it. */
async function choose(place: Place, parts: PlaceParts, isSearch = false): Promise<void> {
  const { document, coding } = place;
  const target = coding.annotation?.target;
  const text = target && (await openText(document.ref.uri, document.ref.path));
  if (!text) return;
  if (!coding.editable)
    return say(vscode.l10n.t('This annotation is of {0}; only that coder decides on it.', coding.coder));
  const { version } = text;
  const known = (coding.candidates ?? []).filter(({ span }) => span.end <= text.getText().length);
  const isEnough = known.length > 1 && !isSearch;
  const places = isEnough ? known : withMorePlaces(known, likelyPlaces(target, text.getText()));
  if (places.length === 0)
    return say(vscode.l10n.t('Nothing in this text is like “{0}”.', shortQuote(target.quote, SAID_QUOTE)));
  const span = await pickPlace({
    title: vscode.l10n.t(
      'Place of {0}',
      codesOf(coding, (path) => parts.source.code(path), codeName),
    ),
    ...{ quote: target.quote, document: text, places, sections: await sectionsOf(document.ref.uri, parts.source) },
  });
  if (!span) return;
  if (text.version !== version) return say(vscode.l10n.t('The text changed meanwhile. Choose again.'));
  await decide([place], placing(span), parts);
}

async function sectionsOf(uri: string, source: PlacesSource) {
  const text = await source.splitText(uri);
  const { sectionTree } = await import('../../project/textWork.js');
  return text ? sectionTree(text) : [];
}

/** The words that are selected in the text become the place. */
async function placeAtSelection(place: Place, parts: PlaceParts): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.selection.isEmpty) return say(vscode.l10n.t('Select the new words in the text first.'));
  if (editor.document.uri.toString() !== place.document.ref.uri) {
    return say(vscode.l10n.t('The selection is in another document than the annotation.'));
  }
  await decide([place], placing(toSpan(editor.document, editor.selection)), parts);
}
