import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path/posix';
import type { SourceFile, Workspace } from './read-workspaces.ts';

/**
 * Which packages a package may import (docs/ARCHITECTURE.md, "Folders"). Arrows go down; what is below something below is
 * below too. Apps may import every package.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  access: ['store', 'errors'],
  recipes: ['errors'],
  exports: ['recipes', 'errors'],
  routes: ['errors'],
  contract: ['exports', 'recipes', 'routes', 'errors'],
  client: ['contract', 'exports', 'recipes', 'routes', 'errors'],
  mcp: ['client', 'contract', 'exports', 'recipes', 'routes', 'errors'],
  models: ['errors'],
  providers: ['models', 'errors'],
  store: ['errors'],
  service: ['routes', 'errors'],
  stack: ['errors'],
  testkit: [],
};

/** Folders whose subfolders are peers that know nothing of each other, and the file that makes a subfolder a peer. */
const PEERS = [
  { folder: 'packages/providers/src', mark: 'vendor.ts', noun: 'vendor', shared: 'packages/providers/src/spec' },
  { folder: 'packages/recipes/src', mark: 'kind.ts', noun: 'kind of content', shared: 'packages/recipes/src/port' },
];

/** Folders whose files, or folders of files, are peers that know nothing of each other. */
const PEER_FILES = [{ folder: 'apps/gateway/src/config/sections', noun: 'section of the configuration' }];

const TESTKIT = '@showrunner/testkit';

/** Everything in the workspaces' imports that the architecture does not allow, as sentences. */
export function importFindings(workspaces: readonly Workspace[], sharedTools: readonly string[]): string[] {
  const findings = [
    ...workspaces.flatMap((workspace) => [
      ...workspace.files.flatMap((file) => fileFindings(file, workspace, workspaces, sharedTools)),
      ...unusedDependencies(workspace),
    ]),
    ...peerFindings(workspaces),
    ...peerFileFindings(workspaces),
  ];
  return [...new Set(findings)];
}

function fileFindings(
  file: SourceFile,
  workspace: Workspace,
  workspaces: readonly Workspace[],
  sharedTools: readonly string[],
): string[] {
  return file.imports.flatMap((specifier) => {
    if (isBuiltin(specifier)) return [];
    if (specifier.startsWith('.')) return leavesFolder(file, specifier, workspace);
    const name = packageName(specifier);
    const target = workspaces.find((candidate) => candidate.name === name);
    return [
      ...(target === undefined ? [] : workspaceFindings(file, specifier, workspace, target)),
      ...undeclared(file, name, workspace, sharedTools),
    ];
  });
}

function leavesFolder(file: SourceFile, specifier: string, { folder }: Workspace): string[] {
  const target = join(dirname(file.path), specifier);
  return relative(folder, target).startsWith('..')
    ? [`${file.path} reaches out of its package to ${target}; import the package by its name`]
    : [];
}

function workspaceFindings(file: SourceFile, specifier: string, from: Workspace, to: Workspace): string[] {
  const door = `.${specifier.slice(to.name.length)}`;
  return [
    ...(to.doors.includes(door) ? [] : [`${file.path} imports ${specifier}, which ${to.name} does not export`]),
    ...(isAllowed(file, from, to)
      ? []
      : [`${file.path} imports ${to.name}: ${from.folder} may not import ${to.folder}`]),
  ];
}

function isAllowed(file: SourceFile, from: Workspace, to: Workspace): boolean {
  if (to.name === TESTKIT) return file.isDevelopment;
  if (to.folder.startsWith('apps/')) return false;
  if (from.folder.startsWith('apps/')) return true;
  return (MAY_IMPORT[shortName(from)] ?? []).includes(shortName(to));
}

function undeclared(file: SourceFile, name: string, workspace: Workspace, sharedTools: readonly string[]): string[] {
  const { dependencies, developmentDependencies } = workspace;
  // The testkit is itself made of the test tools.
  const takesTools = file.isDevelopment || workspace.name === TESTKIT;
  const declared = takesTools ? [...dependencies, ...developmentDependencies, ...sharedTools] : dependencies;
  return declared.includes(name) || name === workspace.name
    ? []
    : [
        `${file.path} imports ${name}, which ${workspace.folder}/package.json does not declare${takesTools ? '' : ' as a dependency'}`,
      ];
}

function unusedDependencies({ folder, dependencies, developmentDependencies, files }: Workspace): string[] {
  const used = new Set(files.flatMap((file) => file.imports.map((specifier) => packageName(specifier))));
  return [...dependencies, ...developmentDependencies]
    .filter((name) => !used.has(name) && !name.startsWith('@types/'))
    .map((name) => `${folder}/package.json declares ${name}, which nothing there imports`);
}

function peerFindings(workspaces: readonly Workspace[]): string[] {
  const files = workspaces.flatMap((workspace) => workspace.files);
  return PEERS.flatMap(({ folder, mark, noun, shared }) => {
    const peers = files
      .map(({ path }) => path)
      .filter((path) => path.startsWith(`${folder}/`) && path.endsWith(`/${mark}`))
      .map((path) => dirname(path))
      .filter((path) => path !== shared);
    const peerOf = (path: string): string | undefined => peers.find((peer) => path.startsWith(`${peer}/`));
    return files.flatMap((file) => {
      const own = peerOf(file.path);
      if (own === undefined) return [];
      return file.imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => peerOf(join(dirname(file.path), specifier)))
        .filter((other) => other !== undefined && other !== own)
        .map((other) => `${file.path} imports ${other}: no ${noun} may import another`);
    });
  });
}

function peerFileFindings(workspaces: readonly Workspace[]): string[] {
  const files = workspaces.flatMap((workspace) => workspace.files).filter(({ isDevelopment }) => !isDevelopment);
  return PEER_FILES.flatMap(({ folder, noun }) => {
    const peerOf = (path: string): string | undefined =>
      path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/')[0] : undefined;
    return files.flatMap(({ path, imports }) => {
      const own = peerOf(path);
      if (own === undefined) return [];
      return imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => peerOf(join(dirname(path), specifier)))
        .filter((other) => other !== undefined && other !== own)
        .map((other) => `${path} imports ${other}: no ${noun} may import another`);
    });
  });
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function shortName({ folder }: Workspace): string {
  return folder.slice(folder.lastIndexOf('/') + 1);
}
