import { AWS_OPTIONS, awsDomain, awsIdentity, awsOption, awsRegion } from './aws-identity.ts';
import { exceptionIn, loadFrames, textOfBytes, unframing } from './frames.ts';
import { signRequest } from './sign-request.ts';
import { asString, isJsonObject, parseJson } from '../kit/json.ts';
import { defineOpenAiVendor, type OpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Stands for the address of the region, which the settings say. */
const REGIONAL = 'https://runtime.sagemaker';

/**
 * Endpoints of Amazon SageMaker (AWS, "InvokeEndpoint" and "InvokeEndpointWithResponseStream", 2026-11); the model is the
 * endpoint's name, and what is said there is its container's business.
 */
export function sageMakerVendor(name: 'sagemaker' | 'sagemaker_chat', title: string): OpenAiVendor {
  const vendor: OpenAiVendor = defineOpenAiVendor({
    name,
    title,
    environment: {},
    options: [...AWS_OPTIONS, { name: 'sagemaker_base_url', variables: [], isSecret: false }],
    keyRequired: false,
    defaultApiBase: REGIONAL,
    url(apiBase, _path, { model, settings, request }) {
      const whole = awsOption(settings, 'sagemaker_base_url');
      if (whole !== undefined) return whole;
      const region = awsRegion(settings);
      const root = apiBase === REGIONAL ? `${REGIONAL}.${region}.${awsDomain(region)}` : apiBase;
      const isStream = isJsonObject(request) && request.stream === true;
      return `${root}/endpoints/${encodeURIComponent(model)}/${isStream ? 'invocations-response-stream' : 'invocations'}`;
    },
    async authorise(request, { settings }) {
      await loadFrames();
      // A key is for what stands before AWS, which signs by itself.
      if (settings.apiKey !== undefined) return request;
      const region = awsRegion(settings);
      return signRequest(request, awsIdentity(vendor, settings), { service: 'sagemaker', region });
    },
    // The container's own bytes, in pieces of any length.
    unframe: () =>
      unframing({
        eventOf(frame) {
          const exception = exceptionIn(frame);
          const text = textOfBytes(frame.body);
          return exception === undefined ? text : errorEvent(exception, messageIn(text) ?? exception);
        },
        broken: (message) => errorEvent('server_error', message),
      }),
  });
  return vendor;
}

function messageIn(text: string): string | undefined {
  const said = parseJson(text);
  return isJsonObject(said) ? (asString(said.Message) ?? asString(said.message)) : undefined;
}

function errorEvent(type: string, message: string): string {
  return `\n\ndata: ${JSON.stringify({ error: { type, message } })}\n\n`;
}
