import type { EncodedRequest, ProviderCall } from './call.ts';

/** A field of a form: its name and what it says. */
export type FormField = readonly [name: string, value: string];

/** A form with files that is ready to be sent: the files and their fields come from the caller, as they came. */
export interface EncodedUpload extends Omit<EncodedRequest, 'body'> {
  /** Fields that the vendor gets in front of the caller's, the model among them. */
  readonly fields: readonly FormField[];
  /** What becomes of a field of the caller's on the way; nothing where it is not sent. */
  readonly onward: (field: FormField) => FormField | undefined;
}

/** One kind of call whose request is a form with files, and whose answer is passed on as it comes. */
export interface UploadOperation<Call extends ProviderCall> {
  /** Throws a `ProviderError` with status 400 where the request asks for what the vendor cannot do. */
  encode(call: Call): EncodedUpload;
}

/** One kind of call whose answer is passed on as it comes: sound, or pictures that come by and by. */
export interface PassedOperation<Call extends ProviderCall> {
  /** Throws a `ProviderError` with status 400 where the request asks for what the vendor cannot do. */
  encode(call: Call): EncodedRequest;
  /** A whole answer as OpenAI gives it, of a vendor that gives it in another form. Throws where it is none. */
  inOpenAiForm?(body: Uint8Array): object;
}
