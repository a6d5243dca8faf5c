import { done } from '../port/effects.ts';
import type { Kind } from '../port/kind.ts';
import type { Operation } from '../port/operation.ts';
import type { PartOperations } from './parts.ts';
import { packageInputOf, packageOutputOf, type PackageInput, type PackageOutput } from './schema.ts';
import { writePackage, type PartEvent } from './write.ts';

declare module '../port/operation-types.ts' {
  interface OperationTypes {
    readonly package: { readonly input: Readonly<Record<string, unknown>>; readonly output: PackageOutput };
  }
}

/**
 * Script, thumbnails and metadata for one topic in one request. Its inputs and outputs are made of those of its parts,
 * which it is given and runs by name.
 */
export function packageKindOf(parts: PartOperations): Kind {
  const operation: Operation<PackageInput, PackageOutput, PackageOutput, PartEvent> = {
    name: 'package',
    title: 'Package',
    description:
      'Writes a script, and from it thumbnail concepts and metadata: everything that one video is published with.',
    version: versionOf(parts, 'version'),
    promptVersion: versionOf(parts, 'promptVersion'),
    input: packageInputOf(parts),
    example: { prompt: 'How espresso works', duration: 45, platforms: ['youtube', 'tiktok'], image_models: ['openai'] },
    output: packageOutputOf(parts),
    references: [],
    speechSeconds: ({ script }) => parts.script.speechSeconds?.(parts.script.input.parse(script)) ?? 0,
    languageOf: ({ script }) => parts.script.languageOf?.(parts.script.input.parse(script)),
    write: writePackage,
    check: () => [],
    repair: (draft) => done(draft),
    deliver: (draft) => done(draft),
  };
  return { name: 'package', title: 'Package', operations: [operation], checks: [], guarantees: [] };
}

/** It changes when one of its parts does. */
function versionOf(parts: PartOperations, which: 'version' | 'promptVersion'): string {
  return Object.values(parts)
    .map((part) => part[which])
    .join('+');
}
