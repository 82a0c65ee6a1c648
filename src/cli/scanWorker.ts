/** What runs in a scanning thread. Its settings come once, when it starts, so that codebooks are compiled once. */
import { workerData } from 'node:worker_threads';
import { createScanner } from './scanner.js';
import type { ScannedDocument, ScanSettings, ScanSource } from './scanTask.js';

// The pool puts its own data before ours.
const [, settings] = workerData as readonly [unknown, ScanSettings];
const scan = createScanner(settings);

export async function scanBatch(batch: readonly ScanSource[]): Promise<readonly ScannedDocument[]> {
  const scanned: ScannedDocument[] = [];
  for (const source of batch) scanned.push(await scan(source));
  return scanned;
}
