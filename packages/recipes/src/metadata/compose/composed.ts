import type { PlatformMetadata } from '../schema.ts';
import type { Cut } from './cut.ts';

/** The draft as one platform takes it, and what code had to take away for that. */
export interface Composed {
  readonly metadata: PlatformMetadata;
  readonly cuts: readonly Cut[];
}
