import { metadataKind } from './metadata/kind.ts';
import type { Kind } from './port/kind.ts';
import type { Operation } from './port/operation.ts';
import { scriptKind } from './script/kind.ts';
import { thumbnailKind } from './thumbnail-prompt/kind.ts';

/** Every kind of content, in the order in which they are listed. To add one, add a folder and its line here. */
export const kinds: readonly Kind[] = [scriptKind, thumbnailKind, metadataKind];

/** Everything that callers can ask for. */
export const operations: readonly Operation[] = kinds.flatMap((kind) => kind.operations);
