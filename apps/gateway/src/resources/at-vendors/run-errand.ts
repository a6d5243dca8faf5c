import type { Errand, ShelfRequest } from '@showrunner/providers';
import type { BodySource } from '../../exchange/asked/body-source.ts';
import type { Lifetime } from '../../exchange/time/lifetime.ts';
import type { OutgoingRequest, Transports } from '../../exchange/transports.ts';
import type { Mapping } from '../../json/mapping.ts';
import type { Keeper } from './keeper.ts';

/** How an errand's requests go out, and until when. */
export interface ErrandWays {
  readonly transports: Transports;
  readonly lifetime: Lifetime;
}

/** What an errand may send beside what it says itself: a file alone, or as the file of a form. */
export interface ErrandUpload {
  readonly bytes: BodySource;
  form(fields: Readonly<Record<string, string>>): { readonly contentType: string; readonly body: BodySource };
}

/** Sends an errand's requests, one after the other. Rejects with what the vendor says against one of them. */
export async function runErrand(
  errand: Errand,
  keeper: Keeper,
  { transports, lifetime }: ErrandWays,
  upload?: ErrandUpload,
): Promise<Mapping> {
  let step = errand.next();
  while (!step.done) {
    const proved = await authorised(step.value, keeper, lifetime);
    const answer = await transports.ask(lifetime, outgoingOf(proved, upload), keeper.vendor, (whole) => whole);
    step = errand.next(answer);
  }
  return step.value;
}

/** The request with the proof of who asks. */
export function authorised<Request extends ShelfRequest>(
  request: Request,
  keeper: Keeper,
  lifetime: Lifetime,
): Promise<ShelfRequest> | Request {
  const authorise = keeper.vendor.files?.shelf?.authorise;
  return authorise ? lifetime.during(authorise(request, keeper)) : request;
}

function outgoingOf({ sends, ...request }: ShelfRequest, upload: ErrandUpload | undefined): OutgoingRequest {
  if (!sends || !upload) return request;
  if (sends.as === 'bytes') return { ...request, body: upload.bytes };
  const { contentType, body } = upload.form(sends.fields);
  return { ...request, headers: { ...request.headers, 'content-type': contentType }, body };
}
