/** What runs in a scanning thread. Its settings come once, when it starts, so that codebooks are compiled once. */
import { workerData } from 'node:worker_threads';
import { createScanner } from './scanner.js';
import type { ScannedDocument, ScanSettings, ScanSource } from './scanTask.js';

/** Made by the first batch: the same file is loaded where nothing is to be scanned in a thread. */
let scan: ReturnType<typeof createScanner> | undefined;

function scanner(): ReturnType<typeof createScanner> {
  // The pool puts its own data before ours.
  const [, settings] = workerData as readonly [unknown, ScanSettings];
  scan ??= createScanner(settings);
  return scan;
}

export async function scanBatch(batch: readonly ScanSource[]): Promise<readonly ScannedDocument[]> {
  const scanned: ScannedDocument[] = [];
  for (const source of batch) scanned.push(await scanner()(source));
  return scanned;
}
