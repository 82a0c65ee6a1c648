import { codebooksCommand } from './codebooksCommand.js';
import { exportCommand } from './exportCommand.js';
import { HELP } from './help.js';
import { mergeFileCommand } from './mergeFileCommand.js';
import { type Command, parseCommand, UsageError } from './options.js';
import { endWithStandardOutput } from './output.js';
import { Report } from './report.js';
import { scanCommand } from './scanCommand.js';
import { scanStdin } from './scanStdin.js';
import { systemReason } from './systemReason.js';
import { TOOL } from './tool.js';
import { verifyCommand } from './verifyCommand.js';

async function execute(command: Command, report: Report): Promise<void> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(HELP);
      return;
    case 'version':
      process.stdout.write(`${TOOL.version}\n`);
      return;
    case 'scan':
      return scanCommand(command, report);
    case 'scanStdin':
      return scanStdin(command, report);
    case 'export':
      return exportCommand(command, report);
    case 'codebooks':
      return codebooksCommand(command, report);
    case 'mergeFile':
      return mergeFileCommand(command, report);
    case 'verify':
      return verifyCommand(command, report);
  }
}

/** Runs one command line and gives its exit code; nothing is thrown. */
export async function run(args: readonly string[]): Promise<0 | 1 | 2> {
  const report = new Report(process.stderr);
  endWithStandardOutput();
  try {
    await execute(parseCommand(args), report);
    return report.exitCode;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`policy-lens: ${error.message}\nSee policy-lens --help.\n`);
      return 2;
    }
    report.problem('policy-lens', systemReason(error));
    return 1;
  }
}
