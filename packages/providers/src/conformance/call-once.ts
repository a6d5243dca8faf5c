import { startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import type { HttpVendor } from '../spec/adapter.ts';
import type { HttpOperation, ProviderCall } from '../spec/call.ts';
import { sendRequest, testSettings } from './send-request.ts';

/** What a call came to, and what the vendor saw of it. */
export interface CalledOnce<Answer> {
  readonly answer: Answer;
  readonly sent: unknown;
  readonly path: string | undefined;
}

/** Makes one call of a vendor that behaves like this: of any kind whose answer comes whole. */
export async function callOnce<Request, Answer>(
  vendor: HttpVendor,
  operation: HttpOperation<ProviderCall<Request>, Answer>,
  request: Request,
  behaviour: Behaviour,
): Promise<CalledOnce<Answer>> {
  await using upstream = await startScriptedUpstream([behaviour]);
  const call = { request, model: 'conformance', settings: testSettings(upstream.url), dropUnsupported: false };
  const body = await sendRequest(vendor, operation.encode(call), AbortSignal.timeout(10_000));
  const answer = operation.decode(await body.bytes(), call);
  const [seen] = upstream.requests;
  return { answer, sent: seen?.body, path: seen?.path };
}
