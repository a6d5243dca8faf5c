import type { HttpContents, HttpMessages } from '@showrunner/providers';
import type { Deployment } from '../../exchange/deployment/deployment.ts';

/** Kinds of call that a few vendors have in a wire of their own. */
interface NativeKinds {
  messages: HttpMessages;
  contents: HttpContents;
}

/** How a deployment is asked in its vendor's own wire; nothing where it is asked by a chat. */
export function nativeOf<Kind extends keyof NativeKinds>(
  { adapter, vendorModel, mockResponse }: Deployment,
  kind: Kind,
): NativeKinds[Kind] | undefined {
  if (adapter.transport !== 'http' || mockResponse !== undefined) return undefined;
  const operation = adapter[kind] as NativeKinds[Kind] | undefined;
  return operation?.fits?.(vendorModel) === false ? undefined : operation;
}
