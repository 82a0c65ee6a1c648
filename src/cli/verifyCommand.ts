import type { Command } from './options.js';
import type { Report } from './report.js';

export async function verifyCommand(_command: Command & { kind: 'verify' }, _report: Report): Promise<void> {}
