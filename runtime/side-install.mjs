// An installation is made beside the one in use and then takes its place: `npm ci` empties node_modules before it
// fetches, and a registry that is not reached would leave nothing to run, under running services too.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** In the checkout, so that taking the place is a rename on one file system. */
const SIDE = '.showrunner-next';

/** Makes a folder that holds what `npm ci` reads of the checkout, and nothing else. */
export function openSide(root) {
  const side = join(root, SIDE);
  rmSync(side, { recursive: true, force: true });
  const manifests = workspaces(root).map((folder) => join(folder, 'package.json'));
  for (const file of ['package.json', 'package-lock.json', '.npmrc', ...manifests]) {
    if (!existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(side, file)), { recursive: true });
    copyFileSync(join(root, file), join(side, file));
  }
  return side;
}

/** Gives what was installed in the side folder its place. Links to workspaces are relative and hold in both places. */
export function takePlace(root) {
  // The root's last: its stamp says that all of it is there.
  for (const folder of [...workspaces(root), '.']) {
    const next = join(root, SIDE, folder, 'node_modules');
    replace(join(root, folder, 'node_modules'), existsSync(next) ? next : undefined);
  }
}

export function closeSide(root) {
  rmSync(join(root, SIDE), { recursive: true, force: true });
}

/** By renaming, so that the place is empty for a moment only. */
function replace(place, next) {
  const before = `${place}.before`;
  rmSync(before, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, before);
  if (next) renameSync(next, place);
  rmSync(before, { recursive: true, force: true });
}

/** The folders that package.json's `workspaces` name; ours are all of the form `folder/*`. */
function workspaces(root) {
  const { workspaces: patterns = [] } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return patterns
    .map((pattern) => pattern.replace(/\/\*$/, ''))
    .filter((parent) => existsSync(join(root, parent)))
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(parent, name)))
    .filter((folder) => existsSync(join(root, folder, 'package.json')));
}
