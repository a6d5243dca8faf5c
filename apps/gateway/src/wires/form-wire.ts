import type { FormRequest } from '../exchange/asked/uploaded-form.ts';
import type { MediaWire } from './media-wire.ts';

/** How a family of clients speaks a kind of call whose request is a form with files. */
export interface FormWire extends MediaWire<FormRequest> {
  /** Whether a field is the vendor's, and not the gateway's own. */
  isSent(field: string): boolean;
}
