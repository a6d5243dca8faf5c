import type { Vendor } from '../spec/adapter.ts';

/** What errors of the local model name. */
export const identity: Vendor = { name: 'local', title: 'The local model' };
