/** Scans in this thread or in several: the same results in the same order. */
import { Tinypool } from 'tinypool';
import { grouped, mapInOrder } from './mapInOrder.js';
import { createScanner } from './scanner.js';
import type { ScannedDocument, ScanSettings, ScanSource } from './scanTask.js';

/** Bytes that go to a thread at once: enough that messages between threads cost next to nothing. */
const BATCH_SIZE = 256 * 1024;

/** A file's own size is not asked for; most policy texts are about as long. */
const FILE_SIZE = 32 * 1024;

/** Batches under way for each thread: one in hand, one waiting. */
const BATCHES_A_THREAD = 2;

type Sources = Iterable<ScanSource> | AsyncIterable<ScanSource>;

function sizeOf({ from }: ScanSource): number {
  return 'text' in from ? from.text.length : FILE_SIZE;
}

async function* scanHere(sources: Sources, settings: ScanSettings): AsyncGenerator<ScannedDocument> {
  const scan = createScanner(settings);
  for await (const source of sources) yield await scan(source);
}

async function* scanInThreads(sources: Sources, settings: ScanSettings, jobs: number): AsyncGenerator<ScannedDocument> {
  const pool = new Tinypool({
    // This very bundle, which gives a thread its batches (see cli.ts).
    filename: __filename,
    name: 'scanBatch',
    minThreads: jobs,
    maxThreads: jobs,
    workerData: settings,
  });
  try {
    const batches = grouped(sources, BATCH_SIZE, sizeOf);
    const scan = (batch: readonly ScanSource[]): Promise<readonly ScannedDocument[]> => pool.run(batch);
    for await (const scanned of mapInOrder(batches, jobs * BATCHES_A_THREAD, scan)) yield* scanned;
  } finally {
    await pool.destroy();
  }
}

/** The documents in the order of `sources`, of which no more are taken than are being worked on. */
export function scanAll(sources: Sources, settings: ScanSettings, jobs: number): AsyncGenerator<ScannedDocument> {
  return jobs === 1 ? scanHere(sources, settings) : scanInThreads(sources, settings, jobs);
}
