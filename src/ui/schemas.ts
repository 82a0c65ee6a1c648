import * as vscode from 'vscode';

/** Scheme of the names that exports give in `$schema`: names, not addresses on a network. */
const SCHEME = 'policy-lens';

/** Opens `policy-lens:/schemas/…` from the package, so that the editor checks and explains an export offline. */
export function registerSchemas(extension: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ path }) {
      const name = /^\/schemas\/([\w.-]+\.schema\.json)$/.exec(path)?.[1];
      if (!name) return undefined;
      const file = vscode.Uri.joinPath(extension, 'media', 'schemas', name);
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    },
  });
}
