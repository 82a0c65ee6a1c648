import * as vscode from 'vscode';

/**
 * The row that the keyboard is on in the view that has the focus. VS Code tells a view what is selected, but not where the keyboard
 * is: selecting that row too, and back again, tells it.
 */
export async function rowAtKeyboard<Row>(view: vscode.TreeView<Row>): Promise<Row | undefined> {
  const before = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const after = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const added = after.find((row) => !before.includes(row));
  const removed = before.find((row) => !after.includes(row));
  return added ?? removed;
}
