import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandIds } from '../../../src/ui/commands/commandIds.js';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string }[];
    readonly menus: Readonly<Record<string, readonly { command?: string; submenu?: string; when?: string }[]>>;
    readonly submenus: readonly { id: string }[];
    readonly keybindings: readonly { command: string; when: string }[];
    readonly views: { readonly policyLens: readonly { id: string }[] };
    readonly viewsWelcome: readonly { view: string; when: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { scope?: string; markdownDescription?: string }>>;
    };
    readonly colors: readonly { id: string; defaults: Readonly<Record<string, string>> }[];
    readonly grammars: readonly { path: string }[];
    readonly jsonValidation: readonly { url: string }[];
  };
  readonly activationEvents: readonly string[];
  readonly capabilities: { untrustedWorkspaces: { supported: boolean }; virtualWorkspaces: boolean };
  readonly icon: string;
}

const json = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const manifest = json<Manifest>('package.json');
const { contributes } = manifest;
const declared = contributes.commands.map(({ command }) => command);

/** Source of a folder's TypeScript files, joined. */
function sourceOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

describe('the manifest', () => {
  it('declares every command that is registered, and no other', () => {
    assert.deepEqual([...declared].sort(), commandIds.map((id) => `policyLens.${id}`).sort());
    for (const { command, category } of contributes.commands) assert.equal(category, 'Policy Lens', command);
  });

  it('names only its own commands and submenus in menus and keybindings', () => {
    const submenus = contributes.submenus.map(({ id }) => id);
    for (const entry of Object.values(contributes.menus).flat()) {
      if (entry.command) assert.ok(declared.includes(entry.command), entry.command);
      else assert.ok(submenus.includes(entry.submenu ?? ''), entry.submenu);
    }
    for (const { command, when } of contributes.keybindings) {
      assert.ok(declared.includes(command), command);
      assert.ok(when, `${command} has a key everywhere`);
    }
  });

  it('names only views that it declares', () => {
    const views = contributes.views.policyLens.map(({ id }) => id);
    for (const { view } of contributes.viewsWelcome) assert.ok(views.includes(view), view);
    const named = JSON.stringify(contributes.menus).match(/view == [\w.]+/g) ?? [];
    assert.ok(named.length > 0);
    for (const when of named) assert.ok(views.includes(when.replace('view == ', '')), when);
  });

  it('reads in `when` clauses only context keys that are set somewhere', () => {
    const keys = new Set(JSON.stringify(contributes).match(/policyLens\.(viewState|groupBy|is\w+|can\w+)\b/g));
    const source = readFileSync('src/ui/platform/contextKeys.ts', 'utf8');
    assert.ok(keys.size > 3);
    for (const key of keys) if (declared.includes(key) === false) assert.ok(source.includes(`'${key}'`), key);
  });

  it('declares every setting that is read, with a scope and a description', () => {
    const source = readFileSync('src/ui/platform/settings.ts', 'utf8');
    const read = new Set(
      [
        ...source.matchAll(
          /'((?:documents|highlights|codebooks|doubleRole|learning)\.\w+|coder|suggestions|growAtEdges)'/g,
        ),
      ].map(([, key]) => `policyLens.${key}`),
    );
    assert.deepEqual([...read].sort(), Object.keys(contributes.configuration.properties).sort());
    for (const [key, setting] of Object.entries(contributes.configuration.properties)) {
      assert.ok(setting.scope && setting.markdownDescription, key);
    }
  });

  it('gives every colour a default for all four kinds of theme', () => {
    for (const { id, defaults } of contributes.colors) {
      assert.deepEqual(Object.keys(defaults).sort(), ['dark', 'highContrast', 'highContrastLight', 'light'], id);
      for (const value of Object.values(defaults)) assert.match(value, /^#([0-9a-f]{6}|[0-9a-f]{8})$/, id);
    }
  });

  it('points to files that exist', () => {
    const files = [
      manifest.icon,
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.jsonValidation.map(({ url }) => url),
    ];
    for (const file of files) assert.ok(existsSync(file), file);
  });

  it('never activates on start-up as such, and works in Restricted Mode and virtual workspaces', () => {
    for (const event of manifest.activationEvents)
      assert.match(event, /^(onLanguage:.+|workspaceContains:\.policy-lens\/.+)$/);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
  });
});

describe('every string', () => {
  const [english, dutch] = [
    json<Record<string, string>>('package.nls.json'),
    json<Record<string, string>>('package.nls.nl.json'),
  ];
  const used = new Set([...readFileSync('package.json', 'utf8').matchAll(/%([\w.]+)%/g)].map(([, key]) => key ?? ''));

  it('of the manifest is there in English and in Dutch, and none is left over', () => {
    assert.deepEqual(Object.keys(english).sort(), [...used].sort());
    assert.deepEqual(Object.keys(dutch).sort(), [...used].sort());
    for (const [key, text] of Object.entries(dutch)) assert.ok(text.trim(), key);
  });

  it('of the source that a user reads is translated into Dutch, with the same places, and none is left over', () => {
    const bundle = json<Record<string, string>>('l10n/bundle.l10n.nl.json');
    const source = sourceOf('src');
    const literal = /l10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\$]|\\.)*)`)/g;
    const texts = [...source.matchAll(literal)].map(([, single, double, tick]) =>
      (single ?? double ?? tick ?? '').replace(/\\(.)/g, '$1'),
    );
    const calls = source.match(/l10n\.t\(/g) ?? [];
    assert.equal(texts.length, calls.length, 'every l10n.t call has its text inside it, so that it can be translated');
    const untranslated = [...new Set(texts)].filter((text) => !(text in bundle));
    assert.deepEqual(untranslated, []);
    assert.deepEqual(
      Object.keys(bundle).filter((key) => !texts.includes(key)),
      [],
    );
    const places = (text: string) => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();
    for (const [key, translation] of Object.entries(bundle)) assert.deepEqual(places(translation), places(key), key);
  });
});
