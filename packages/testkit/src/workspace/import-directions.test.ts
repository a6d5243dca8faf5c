import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FOLDER_ORDERS, unorderedPlaces, upwardImports } from './folder-order.ts';
import { importFindings } from './import-findings.ts';
import {
  readImports,
  readSources,
  readWorkspaces,
  rootDevelopmentDependencies,
  type Workspace,
} from './read-workspaces.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const workspaces = readWorkspaces(root);
const sharedTools = rootDevelopmentDependencies(root);

/** A workspace with one file, to plant an import in. */
function planted(folder: string, imports: string[], changes: Partial<Workspace> & { file?: string } = {}): Workspace {
  const path = `${folder}/${changes.file ?? 'src/planted.ts'}`;
  return {
    folder,
    name: `@showrunner/${folder.slice(folder.indexOf('/') + 1)}`,
    dependencies: [],
    developmentDependencies: [],
    doors: ['.'],
    files: [{ path, isDevelopment: path.endsWith('.test.ts'), imports }],
    ...changes,
  };
}

describe('the imports of the checkout', () => {
  test('all go the way that the architecture draws, and are declared', () => {
    expect(workspaces.length).toBeGreaterThan(10);
    expect(importFindings(workspaces, sharedTools)).toEqual([]);
  });

  test.each(Object.entries(FOLDER_ORDERS))('inside %s go down its order of folders', (app, order) => {
    expect(upwardImports(app, order, readSources(root, `${app}/src`))).toEqual([]);
  });

  test.each(Object.keys(FOLDER_ORDERS))('leave no folder or file of %s outside its order', (app) => {
    expect(unorderedPlaces(app, FOLDER_ORDERS[app] ?? [], readSources(root, `${app}/src`))).toEqual([]);
  });

  test('of benches are packages by their doors, or their own files', () => {
    const names = new Set(workspaces.flatMap(({ name, doors }) => doors.map((door) => name + door.slice(1))));
    const stray = readSources(root, 'bench').flatMap(({ path, imports }) =>
      imports
        .filter((specifier) => specifier.startsWith('@showrunner/') && !names.has(specifier))
        .map((specifier) => `${path} imports ${specifier}`),
    );
    expect(stray).toEqual([]);
  });
});

describe('the check of imports', () => {
  const errors = planted('packages/errors', []);
  const testkit = planted('packages/testkit', []);

  test.each([
    [
      'a package above',
      planted('packages/errors', ['@showrunner/store']),
      planted('packages/store', []),
      'packages/errors may not import packages/store',
    ],
    [
      'a package beside',
      planted('packages/stack', ['@showrunner/store']),
      planted('packages/store', []),
      'packages/stack may not import packages/store',
    ],
    [
      'an app from an app',
      planted('apps/cli', ['@showrunner/gateway']),
      planted('apps/gateway', []),
      'apps/cli may not import apps/gateway',
    ],
    [
      'an app from a package',
      planted('packages/stack', ['@showrunner/gateway']),
      planted('apps/gateway', []),
      'packages/stack may not import apps/gateway',
    ],
    [
      'the testkit from a source',
      planted('apps/cli', ['@showrunner/testkit']),
      testkit,
      'apps/cli may not import packages/testkit',
    ],
  ])('finds %s', (_what, from, to, sentence) => {
    const declared = { ...from, dependencies: [to.name] };
    expect(importFindings([declared, to], [])).toEqual([expect.stringContaining(sentence)]);
  });

  test.each([
    [
      'a package below',
      planted('packages/store', ['@showrunner/errors'], { dependencies: ['@showrunner/errors'] }),
      errors,
    ],
    [
      'a package below what is below',
      planted('packages/client', ['@showrunner/errors'], { dependencies: ['@showrunner/errors'] }),
      errors,
    ],
    [
      'a package from an app',
      planted('apps/cli', ['@showrunner/errors'], { dependencies: ['@showrunner/errors'] }),
      errors,
    ],
    [
      'the testkit from a test',
      planted('apps/cli', ['@showrunner/testkit'], {
        file: 'src/a.test.ts',
        developmentDependencies: ['@showrunner/testkit'],
      }),
      testkit,
    ],
  ])('allows %s', (_what, from, to) => {
    expect(importFindings([from, to], [])).toEqual([]);
  });

  test('finds a vendor that imports a vendor, and lets both use the kit', () => {
    const providers = planted('packages/providers', []);
    const file = (path: string, imports: string[] = []) => ({
      path: `packages/providers/src/${path}`,
      isDevelopment: false,
      imports,
    });
    const files = [
      file('openai/vendor.ts'),
      file('kit/json.ts'),
      file('groq/vendor.ts', ['../openai/vendor.ts', '../kit/json.ts', './own.ts']),
    ];
    expect(importFindings([{ ...providers, files }], [])).toEqual([
      'packages/providers/src/groq/vendor.ts imports packages/providers/src/openai: no vendor may import another',
    ]);
  });

  test('finds a section of the configuration that imports another, and lets all use what they are read with', () => {
    const gateway = planted('apps/gateway', []);
    const file = (path: string, imports: string[], isDevelopment = false) => ({
      path: `apps/gateway/src/config/${path}`,
      isDevelopment,
      imports,
    });
    const files = [
      file('sections/one.ts', ['./other.ts', '../reading/section.ts']),
      file('sections/other.ts', ['../reading/section.ts']),
      file('sections/parts/first.ts', ['./second.ts']),
      file('sections/other.test.ts', ['./other.ts'], true),
      file('read-sections.ts', ['./sections/one.ts', './sections/other.ts']),
    ];
    expect(importFindings([{ ...gateway, files }], [])).toEqual([
      'apps/gateway/src/config/sections/one.ts imports other.ts: no section of the configuration may import another',
    ]);
  });

  test('finds an import that goes up in an app, and what has no place in its order', () => {
    const file = (path: string, imports: string[], isDevelopment = false) => ({
      path: `apps/cli/src/${path}`,
      isDevelopment,
      imports,
    });
    const files = [
      file('main.ts', ['./commands/all.ts', './output/lines.ts']),
      file('commands/all.ts', ['../output/lines.ts', './own.ts']),
      file('output/lines.ts', ['../commands/all.ts', '../main.ts', 'yaml']),
      file('output/lines.test.ts', ['../main.ts'], true),
      file('stray/one.ts', ['../main.ts']),
    ];
    const order = ['main.ts', 'commands', 'output', 'stack'];
    expect(upwardImports('apps/cli', order, files)).toEqual([
      'apps/cli/src/output/lines.ts imports commands, which stands above output',
      'apps/cli/src/output/lines.ts imports main.ts, which stands above output',
    ]);
    expect(unorderedPlaces('apps/cli', order, files)).toEqual([
      'apps/cli/src/stray has no place',
      'apps/cli/src/stack has a place and is not there',
    ]);
  });

  test('finds imports past a door, out of the folder, undeclared and unused ones', () => {
    const cli = planted('apps/cli', ['@showrunner/errors/src/inner.ts', '../../gateway/src/main.ts', 'yaml'], {
      dependencies: ['@showrunner/errors', 'zod'],
    });
    expect(importFindings([cli, errors], ['yaml'])).toEqual([
      'apps/cli/src/planted.ts imports @showrunner/errors/src/inner.ts, which @showrunner/errors does not export',
      'apps/cli/src/planted.ts reaches out of its package to apps/gateway/src/main.ts; import the package by its name',
      'apps/cli/src/planted.ts imports yaml, which apps/cli/package.json does not declare as a dependency',
      'apps/cli/package.json declares zod, which nothing there imports',
    ]);
  });

  test('reads every form of import, and none from texts', () => {
    const source = `
      import a from 'a'; import type { B } from "b"; import 'c';
      export { d } from 'd'; export * from 'e';
      const f = await import('f');
      type G = import('g').G;
      const text = "import x from 'x'"; // import y from 'y'
    `;
    expect(readImports(source)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });
});
