import type { Wire } from '../../exchange/wire.ts';

/** Of a wire whose answers come in one piece: nothing ends a stream, and none breaks. */
export const noStream: Pick<Wire, 'streamEnd' | 'errorEvent'> = { streamEnd: '', errorEvent: () => '' };
