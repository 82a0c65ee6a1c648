/** `codebooks`: the codebooks in force, with every code, name and definition. */
import type { Code, Codebook } from '../core/codebook/codebook.js';
import { codebookEntry } from '../core/exchange/json.js';
import { codebooksInForce } from './codebooks.js';
import type { Command } from './options.js';
import type { Report } from './report.js';
import { workspaceFolder } from './workspace.js';

function codeLines(code: Code, depth: number): string {
  const indent = '  '.repeat(depth);
  const own = `${indent}${code.path}  ${code.name.en} / ${code.name.nl}\n${indent}    ${code.definition.en}\n`;
  return own + code.codes.map((child) => codeLines(child, depth + 1)).join('');
}

function codebookText(codebook: Codebook): string {
  const { id, version, title, source, codes } = codebook;
  const head = `${id}@${version}  ${title.en} / ${title.nl}\n${source === '' ? '' : `  ${source}\n`}`;
  return `${head}\n${codes.map((code) => codeLines(code, 1)).join('')}`;
}

export async function codebooksCommand(command: Command & { kind: 'codebooks' }, report: Report): Promise<void> {
  const { codebooks } = await codebooksInForce(workspaceFolder(['.']), report);
  const text =
    command.format === 'json'
      ? `${JSON.stringify(codebooks.map(codebookEntry), undefined, 2)}\n`
      : codebooks.map(codebookText).join('\n');
  process.stdout.write(text);
}
