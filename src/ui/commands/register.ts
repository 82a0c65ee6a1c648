import * as vscode from 'vscode';
import { type CommandId, commandIds } from './commandIds.js';

/** What a command does with what the view, hover or keybinding hands it. */
export type Handler = (...args: readonly unknown[]) => unknown;

export type Handlers = Readonly<Record<CommandId, Handler>>;

/**
 * Registers all commands, with one policy for errors: what goes wrong is logged with its context and shown once, in a
 * sentence. Cancelling is not an error. `load` is called when the first of them is run.
 */
export function registerCommands(load: () => Promise<Handlers>, log: vscode.LogOutputChannel): vscode.Disposable {
  let handlers: Promise<Handlers> | undefined;
  return vscode.Disposable.from(
    ...commandIds.map((id) =>
      vscode.commands.registerCommand(`policyLens.${id}`, async (...args: unknown[]) => {
        try {
          handlers ??= load();
          return await (await handlers)[id](...args);
        } catch (error) {
          if (error instanceof vscode.CancellationError) return undefined;
          log.error(`policyLens.${id}`, error instanceof Error ? error : String(error));
          const reason = error instanceof Error ? error.message : String(error);
          void vscode.window.showErrorMessage(vscode.l10n.t('Policy Lens could not do this: {0}', reason));
          return undefined;
        }
      }),
    ),
  );
}
