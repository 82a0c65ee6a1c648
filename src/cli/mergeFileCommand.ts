/**
 * `merge-file BASE OURS THEIRS`: git's merge driver for annotation files. The result takes the place of OURS. As of git's own
 * merge, exit code 1 leaves both versions in the file, between marks.
 */
import { readFile } from 'node:fs/promises';
import type { MergeClash } from '../core/annotation/mergeFiles.js';
import { firstMergeMark } from '../core/annotation/mergeMarks.js';
import { type MergeRefusal, mergeAnnotationTexts, type TextSides, withMarks } from '../core/annotation/mergeTexts.js';
import { atomicWrite } from '../project/atomicWrite.js';
import { nodeFiles, uriOf } from './nodeFiles.js';
import type { Command } from './options.js';
import type { Report } from './report.js';
import { nodeSurroundings } from './surroundings.js';
import { systemReason } from './systemReason.js';

type MergeFileCommand = Command & { kind: 'mergeFile' };

async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch (error) {
    throw new Error(`${path}: ${systemReason(error)}`);
  }
}

async function writeText(path: string, text: string): Promise<void> {
  await atomicWrite(nodeFiles, uriOf(path), new TextEncoder().encode(text), nodeSurroundings.newId());
}

function clashText({ id, kind, beside }: MergeClash): string {
  if (kind === 'deleted') return `annotation ${id}: deleted on one side and changed on the other; it is kept`;
  return `annotation ${id}: changed on both sides; both are kept, the earlier one as ${beside}`;
}

function refuse(command: MergeFileCommand, { problems }: MergeRefusal, report: Report): void {
  if (problems.length === 0) report.problem(command.ours, 'the two files are about different documents or coders');
  for (const { side, messages } of problems) report.messages(command[side], messages);
}

export async function mergeFileCommand(command: MergeFileCommand, report: Report): Promise<void> {
  const [base, ours, theirs] = await Promise.all([command.base, command.ours, command.theirs].map(readText));
  const sides: TextSides = { base, ours: ours ?? '', theirs: theirs ?? '' };
  const merged = mergeAnnotationTexts(sides);
  if ('problems' in merged) {
    refuse(command, merged, report);
    // Marks within marks would belong to nobody.
    const hasMarks = [sides.ours, sides.theirs].some((text) => firstMergeMark(text) !== undefined);
    if (!hasMarks) await writeText(command.ours, withMarks(sides));
    return;
  }
  for (const clash of merged.clashes) report.note(command.ours, clashText(clash));
  if (merged.text !== sides.ours) await writeText(command.ours, merged.text);
}
