/** `verify FOLDER`: what does not hold of the annotation files of a workspace; `--repair` mends what can be mended for certain. */
import { relative, sep } from 'node:path';
import { allCodes, type Code, type Codebook } from '../core/codebook/codebook.js';
import { AnnotationStore } from '../project/annotationStore.js';
import { atomicWrite, ChangedMeanwhile } from '../project/atomicWrite.js';
import { type CheckedFinding, type CheckParts, checkAnnotations, repairsOf } from '../project/checkAnnotations.js';
import type { FileChange } from '../project/history.js';
import { codebooksInForce } from './codebooks.js';
import { requireFolder } from './inputs.js';
import { messageText } from './messages.js';
import { nodeFiles, pathOf, uriOf } from './nodeFiles.js';
import type { Command } from './options.js';
import type { Report } from './report.js';
import { nodeSurroundings } from './surroundings.js';
import { systemReason } from './systemReason.js';

type VerifyCommand = Command & { kind: 'verify' };

export const VERIFICATION_SCHEMA = 'policy-lens/verification@1';

/** Below `.policy-lens`: files as they were before a repair, a folder for each. */
const KEPT = 'before-repair';

export async function verifyCommand(command: VerifyCommand, report: Report): Promise<void> {
  const { folder, repair } = command;
  await requireFolder(folder);
  const { codebooks } = await codebooksInForce(folder, report);
  const annotations = new AnnotationStore(nodeSurroundings, uriOf(folder));
  await annotations.load();
  const parts: CheckParts = {
    ...{ surroundings: nodeSurroundings, folder: uriOf(folder), annotations },
    isKnown: isKnownIn(codebooks),
    onFile: (path, done, total) => {
      report.progress(`${done + 1}/${total} ${path}`);
      return true;
    },
  };
  const checked = await checkAnnotations(parts);
  report.endProgress();
  if (!checked) return;
  // A folder that cannot be listed has no file to name.
  for (const { uri, path, messages } of annotations.problems()) {
    if (!annotations.stored(uri)) report.messages(path, messages);
  }
  const changes = repair === 'no' ? [] : await repairsOf(parts, checked.findings);
  const repaired = repair === 'yes' ? await write(folder, changes, report) : new Set<string>();
  tell(command, { ...checked, changes, repaired }, report);
}

function isKnownIn(codebooks: readonly Codebook[]): (code: string) => boolean {
  const codes: readonly Code[] = codebooks.flatMap((codebook) => [...allCodes(codebook.codes)]);
  const known = new Set(codes.map(({ path }) => path));
  return (code) => known.has(code);
}

interface Outcome {
  readonly files: number;
  readonly annotations: number;
  readonly findings: readonly CheckedFinding[];
  readonly changes: readonly FileChange[];
  /** URIs of files that were repaired. */
  readonly repaired: ReadonlySet<string>;
}

function tell({ folder, format, repair }: VerifyCommand, outcome: Outcome, report: Report): void {
  const { files, annotations, findings, changes, repaired } = outcome;
  const isRepaired = ({ uri, isRepairable }: CheckedFinding) => isRepairable && repaired.has(uri);
  for (const finding of findings) {
    const { path, message, isRepairable } = finding;
    if (isRepaired(finding)) report.note(path, `${messageText(message)} (repaired)`);
    else report.messages(path, [message], isRepairable ? ' (can be repaired)' : '');
  }
  if (repair === 'dry') {
    for (const { uri, after } of changes)
      report.note(named(folder, uri), after === undefined ? 'would go' : 'would be written');
  }
  if (format === 'text') {
    const count = `${files} files, ${annotations} annotations, ${findings.length} findings`;
    process.stdout.write(
      repair === 'yes' ? `${count}, ${findings.filter(isRepaired).length} repaired\n` : `${count}\n`,
    );
    return;
  }
  const listed = findings.map((finding) => ({
    ...{ kind: finding.kind, path: finding.path, annotation: finding.annotation ?? null },
    ...{ message: messageText(finding.message), ...finding.message.place },
    ...{ repairable: finding.isRepairable, repaired: isRepaired(finding) },
  }));
  const written = { schema: VERIFICATION_SCHEMA, files, annotations, findings: listed };
  process.stdout.write(`${JSON.stringify(written, undefined, 2)}\n`);
}

function named(folder: string, uri: string): string {
  return relative(folder, pathOf(uri)).split(sep).join('/');
}

/** Writes the changes, and gives the URIs of the files that are mended. Each file is kept as it was. */
async function write(folder: string, changes: readonly FileChange[], report: Report): Promise<ReadonlySet<string>> {
  const kept = nodeFiles.join(uriOf(folder), '.policy-lens', KEPT, nodeSurroundings.newId());
  const done = new Set<string>();
  let isLastDone = true;
  for (const change of changes) {
    const name = named(folder, change.uri);
    // A file that is moved must not go before it is there: that comes right before it.
    if (change.after === undefined && !isLastDone) continue;
    try {
      if (change.before !== undefined) await keep(nodeFiles.join(kept, ...name.split('/').slice(2)), change.before);
      await put(change);
      done.add(change.uri);
      isLastDone = true;
    } catch (error) {
      report.problem(name, `cannot be repaired: ${systemReason(error)}`);
      isLastDone = false;
    }
  }
  if (done.size > 0) report.note(named(folder, kept), 'the files as they were');
  return done;
}

async function keep(uri: string, text: string): Promise<void> {
  await atomicWrite(nodeFiles, uri, new TextEncoder().encode(text), nodeSurroundings.newId());
}

async function put({ uri, before, after }: FileChange): Promise<void> {
  const release = await nodeFiles.lock?.(uri);
  try {
    const isUnchanged = (there: Uint8Array | undefined) =>
      (there && new TextDecoder('utf-8', { ignoreBOM: true }).decode(there)) === before;
    if (after !== undefined) {
      await atomicWrite(nodeFiles, uri, new TextEncoder().encode(after), nodeSurroundings.newId(), { isUnchanged });
    } else if (isUnchanged(await nodeFiles.read(uri))) await nodeFiles.remove(uri);
    else throw new ChangedMeanwhile();
  } finally {
    await release?.();
  }
}
