// What `npm pack` and `npm publish` run for a package that is installed outside of this workspace. Inside, its exports
// name TypeScript sources; Node strips no types under node_modules, so the tarball carries JavaScript and declarations.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.cwd();
const manifest = join(folder, 'package.json');
const workspaceManifest = join(folder, '.package.workspace.json');

const step = process.argv[2];
if (step === 'prepack') prepack();
else if (step === 'postpack') postpack();
else throw new Error('Say which: package-dist.ts prepack, package-dist.ts postpack.');

function prepack(): void {
  // An earlier pack that was broken off left the packed manifest in place.
  postpack();
  emit();
  const source = readFileSync(manifest, 'utf8');
  writeFileSync(workspaceManifest, source);
  writeFileSync(manifest, `${JSON.stringify(published(JSON.parse(source) as Manifest), null, 2)}\n`);
}

function postpack(): void {
  if (existsSync(workspaceManifest)) renameSync(workspaceManifest, manifest);
}

function emit(): void {
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const compiler = join(import.meta.dirname, '../node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.dist.json'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The package does not compile; the findings are above.');
}

interface Manifest {
  readonly exports: Readonly<Record<string, string>>;
  readonly scripts?: unknown;
  readonly devDependencies?: unknown;
}

/** The manifest with every export's `./src/x.ts` as `./dist/x.js` and its types, without what only the workspace uses. */
function published({ exports, scripts: _scripts, devDependencies: _development, ...rest }: Manifest): unknown {
  const built = Object.entries(exports).map(([name, source]) => {
    const target = source.replace(/^\.\/src\//, './dist/').replace(/\.ts$/, '');
    return [name, { types: `${target}.d.ts`, default: `${target}.js` }];
  });
  return { ...rest, exports: Object.fromEntries(built) as unknown };
}
