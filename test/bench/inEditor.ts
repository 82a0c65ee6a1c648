/** What only the real editor can show: runs inside the extension host of VS Code, and leaves its figures in the workspace. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import type { PolicyLens } from '../../src/extension.js';
import { finished, RigReporter } from '../vscode/mocha.js';
import { policyProse, seededRandom } from './corpus.js';
import { type Figure, milliseconds, quantile } from './measure.js';

/** As scripts/bench.mjs reads it. */
const FIGURES_FILE = 'in-editor.json';
const KEYSTROKES = 100;
/** Milliseconds between two keystrokes of a fast typist. */
const BETWEEN_KEYS = 100;

const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
/** Milliseconds of CPU that the extension host has used: all of it, our part and the editor's. */
const hostCpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds between two looks at the clock: often enough to see a stretch of 50, seldom enough to cost nothing. */
const LOOK = 5;

/** Milliseconds of the longest stretch in which nothing else could run in the extension host, while `work` goes on. */
async function longestStretch(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - LOOK);
    last = now;
  }, LOOK);
  await work();
  clearInterval(timer);
  return longest;
}

async function activation(): Promise<{ lens: PolicyLens; figures: readonly Figure[] }> {
  const extension = vscode.extensions.getExtension<PolicyLens>('policy-lens.policy-lens');
  if (!extension || extension.isActive) throw new Error('the extension is missing, or active too soon');
  const before = hostCpu();
  const lens = await extension.activate();
  const value = milliseconds(hostCpu() - before);
  return { lens, figures: [{ what: 'loading and activating, CPU of the extension host', value, target: '60 ms' }] };
}

async function openAndType(lens: PolicyLens, name: string, length: number): Promise<readonly Figure[]> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('no folder is open');
  const uri = vscode.Uri.joinPath(folder, `${name}.txt`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(policyProse(length, length)));
  const began = performance.now();
  const opening = await longestStretch(async () => {
    await vscode.window.showTextDocument(uri);
    await lens.whenIdle();
    await wait(600);
  });
  const opened = performance.now() - began - 600;
  const typed = await type(await vscode.window.showTextDocument(uri));
  const marks = lens.codings(uri).length;
  const title = `${(length / 1e6).toFixed(1)} MB, ${marks} codings`;
  return [
    {
      what: `${title}: from opening to the last coding`,
      value: milliseconds(opened),
      target: length > 1e6 ? '' : '1 s',
    },
    { what: `${title}: longest stretch without a pause while opening`, value: milliseconds(opening), target: '50 ms' },
    { what: `${title}: the same while typing`, value: milliseconds(typed.longest), target: '50 ms' },
    {
      what: `${title}: CPU of the extension host a keystroke, ten a second (its part of the editor included)`,
      value: milliseconds(typed.cpu),
      target: '16 ms',
    },
    {
      what: `${title}: until the editor has taken a keystroke, median / 99th percentile`,
      value: `${milliseconds(quantile(typed.times, 0.5))} / ${milliseconds(quantile(typed.times, 0.99))}`,
      target: '',
    },
  ];
}

async function type(editor: vscode.TextEditor) {
  const random = seededRandom(3);
  const times: number[] = [];
  const before = hostCpu();
  const longest = await longestStretch(async () => {
    for (let index = 0; index < KEYSTROKES; index += 1) {
      const line = Math.floor(random() * editor.document.lineCount);
      const began = performance.now();
      await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), 'e'), {
        undoStopBefore: false,
        undoStopAfter: false,
      });
      times.push(performance.now() - began);
      await wait(BETWEEN_KEYS);
    }
  });
  return { times, longest, cpu: (hostCpu() - before) / KEYSTROKES };
}

export function run(): Promise<void> {
  const mocha = new Mocha({ timeout: 180_000, reporter: RigReporter as unknown as Mocha.ReporterConstructor });
  mocha.suite.addTest(
    new Mocha.Test('measures', async () => {
      const { lens, figures } = await activation();
      const megabyte = await openAndType(lens, 'megabyte', 1_000_000);
      const dense = await openAndType(lens, 'ten-thousand', 2_800_000);
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
      writeFileSync(join(folder, FIGURES_FILE), JSON.stringify([...figures, ...megabyte, ...dense]));
    }),
  );
  return finished((done) => mocha.run(done));
}
