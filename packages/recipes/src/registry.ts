import { metadataKind, metadataOperation } from './metadata/kind.ts';
import { packageKindOf } from './package/kind.ts';
import type { Kind } from './port/kind.ts';
import type { Operation } from './port/operation.ts';
import { scriptKind, scriptOperation } from './script/kind.ts';
import { thumbnailKind, thumbnailOperation } from './thumbnail-prompt/kind.ts';

const packageKind = packageKindOf({
  script: scriptOperation,
  'thumbnail-prompt': thumbnailOperation,
  metadata: metadataOperation,
});

/** Every kind of content, in the order in which they are listed. To add one, add a folder and its line here. */
export const kinds: readonly Kind[] = [scriptKind, thumbnailKind, metadataKind, packageKind];

/** Everything that callers can ask for. */
export const operations: readonly Operation[] = kinds.flatMap((kind) => kind.operations);
