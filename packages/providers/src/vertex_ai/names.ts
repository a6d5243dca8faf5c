import type { Vendor } from '../spec/adapter.ts';

export const NAME = { name: 'vertex_ai', title: 'Vertex AI' } as const satisfies Vendor;

/** What the AI SDK's package takes for Vertex AI, and sends no ids of calls to, which Vertex refuses. */
export const VERTEX_PACKAGE = 'google.vertex.chat';
