import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'vitest/node';

/** A package or an app of the checkout, as far as its imports go. Paths are relative to the checkout. */
export interface Workspace {
  /** `packages/store` */
  readonly folder: string;
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly developmentDependencies: readonly string[];
  /** What others may import of it: `.`, `./fastify`. */
  readonly doors: readonly string[];
  readonly files: readonly SourceFile[];
}

export interface SourceFile {
  readonly path: string;
  /** Code that never ships: tests, what only tests import, generators and benches. */
  readonly isDevelopment: boolean;
  /** What stands after `from`, in `import` and `export … from`, `import()` and types alike. */
  readonly imports: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly exports?: Record<string, unknown>;
}

const DEVELOPMENT_CODE = /^bench\/|\.test\.ts$|\.conformance\.ts$|\/(__fixtures__|conformance|testing|scripts)\//;

/** Every workspace of the checkout with the imports of its sources. */
export function readWorkspaces(root: string): Workspace[] {
  return globSync('{packages,apps}/*/package.json', { cwd: root })
    .sort()
    .map((path) => {
      const folder = dirname(path);
      const manifest = readManifest(join(root, path));
      return {
        folder,
        name: manifest.name,
        dependencies: Object.keys({
          ...manifest.dependencies,
          ...manifest.optionalDependencies,
          ...manifest.peerDependencies,
        }),
        developmentDependencies: Object.keys(manifest.devDependencies ?? {}),
        doors: Object.keys(manifest.exports ?? {}),
        files: readSources(root, folder),
      };
    });
}

/** The development tools that every test may use, for they are installed for the whole checkout. */
export function rootDevelopmentDependencies(root: string): string[] {
  return Object.keys(readManifest(join(root, 'package.json')).devDependencies ?? {});
}

/** The sources of a folder that is no workspace, such as `bench`. */
export function readSources(root: string, folder: string): SourceFile[] {
  return globSync(`${folder}/**/*.ts`, { cwd: root, exclude: (name) => name === 'node_modules' || name === 'dist' })
    .sort()
    .map((path) => ({
      path,
      isDevelopment: DEVELOPMENT_CODE.test(path),
      imports: readImports(readFileSync(join(root, path), 'utf8')),
    }));
}

/** The import specifiers of a TypeScript source. */
export function readImports(source: string): string[] {
  const found: string[] = [];
  visit(parseAst(source, { lang: 'ts' }), found);
  return found;
}

/** Declarations, `import()` and `import('…')` types all keep what they import in a member `source`. */
function visit(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { type, source } = node as { type?: string; source?: { value?: unknown } };
  if (/^(Import|Export|TSImport)/.test(type ?? '') && typeof source?.value === 'string') found.push(source.value);
  for (const child of Object.values(node)) visit(child, found);
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}
