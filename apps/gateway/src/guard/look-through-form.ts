import type { ModelRequest } from '../exchange/asked/model-request.ts';
import type { FormRequest } from '../exchange/asked/uploaded-form.ts';
import { Blocked } from './blocked.ts';
import { lookThrough, type LookAt } from './look-through.ts';

export function isForm(request: ModelRequest): request is FormRequest {
  return typeof request.form === 'object' && request.form !== null && 'fields' in request.form;
}

/**
 * Shows guards the fields of a form with files. The form goes on as it came: what would have to be masked in it is
 * refused, and so is one whose fields are not all there yet.
 */
export async function lookThroughForm({ form }: FormRequest, lookAt: LookAt): Promise<void> {
  if (form.digest === undefined)
    throw new Blocked('A guardrail has to look at the form, which is too long to be there as a whole');
  const fields = Object.fromEntries(form.fields);
  if ((await lookThrough(fields, 'request', lookAt)) !== fields) {
    throw new Blocked('What a guardrail has to mask stands in a form with a file, which goes on as it comes');
  }
}
