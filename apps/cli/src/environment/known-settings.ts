import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every setting of this version: what `.env.example` lists and what Compose hands on, which includes the variables of
 * all vendors. Both are made of the programs' own schemas, which are not loaded for it: they bring the vendors along.
 */
export function knownSettings(root: string): ReadonlySet<string> {
  const compose = readIfThere(join(root, 'docker-compose.yml'));
  return new Set([
    ...exampleSettings(root),
    ...Array.from(compose.matchAll(/\$\{([A-Z][A-Z0-9_]+)/g), ([, name = '']) => name),
  ]);
}

/** What `.env.example` lists, what stands there commented out included. */
export function exampleSettings(root: string): string[] {
  const example = readIfThere(join(root, '.env.example'));
  return Array.from(example.matchAll(/^#?[ \t]?([A-Z][A-Z0-9_]+)=/gm), ([, name = '']) => name);
}

/** Empty where it cannot be read: who needs the file says why, and `down` needs none. */
export function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
