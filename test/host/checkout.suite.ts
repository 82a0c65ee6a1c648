import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { annotate, PLAN, QUOTES, untilPlaces } from '../suites/anchoring.suite.js';
import { nameCoder, openFile, workspaceUri } from '../suites/extension.js';

const FOLDER = 'checkout';
const root = () => workspaceUri(FOLDER).fsPath;

function git(...words: readonly string[]): void {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'core.autocrlf=false'];
  execFileSync('git', [...who, ...words], { cwd: root(), stdio: 'pipe' });
}

function commit(name: string, text: string): void {
  writeFileSync(join(root(), name), text);
  git('add', name);
  git('commit', '-q', '-m', 'a version');
}

/** As another program writes a file. */
export async function writeByNode(path: string, text: string): Promise<void> {
  writeFileSync(workspaceUri(...path.split('/')).fsPath, text);
}

export function checkoutSuite(): void {
  describe('annotations and git', () => {
    before(async () => {
      await nameCoder('a.anker');
      mkdirSync(root(), { recursive: true });
      git('init', '-q', '-b', 'main');
    });

    it('are where they were after a checkout of another branch and back', async () => {
      commit('plan.txt', PLAN);
      git('checkout', '-q', '-b', 'other');
      commit('plan.txt', `Vooraf.\n\n${PLAN.replace('hoe het verder gaat', 'niets')}`);
      git('checkout', '-q', 'main');
      await annotate(`${FOLDER}/plan.txt`, PLAN);
      const editor = await openFile(`${FOLDER}/plan.txt`);
      const anchored = QUOTES.map((quote) => `anchored "${quote}"`);
      await untilPlaces(editor, anchored);
      git('checkout', '-q', 'other');
      await untilPlaces(editor, [...anchored.slice(0, 2), `orphan "${QUOTES[2]}"`]);
      git('checkout', '-q', 'main');
      await untilPlaces(editor, anchored);
    });

    it('are found by the committed text that they were made on', async () => {
      const repeated = 'Wij vragen een verslag. Wij overleggen samen.\n\n'.repeat(6);
      commit('repeated.txt', repeated);
      commit(
        'repeated.txt',
        `Vooraf.\n\n${repeated.replace('samen', 'altijd samen')}${'Wij overleggen samen.\n\n'.repeat(2)}`,
      );
      const extension = vscode.extensions.getExtension('vscode.git');
      assert.ok(extension, 'the git extension is there');
      const api = (await extension.activate()).getAPI(1);
      assert.ok(await api.openRepository(workspaceUri(FOLDER)), 'the repository is open');
      await annotate(`${FOLDER}/repeated.txt`, repeated, ['samen']);
      const editor = await openFile(`${FOLDER}/repeated.txt`);
      await untilPlaces(editor, ['moved "samen"']);
    });
  });
}
