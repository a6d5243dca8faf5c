export { freePort } from './network/loopback.ts';
export { startServer, type StartedServer, type StartServerOptions } from './process/start-server.ts';
export { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts';
export type { Behaviour } from './upstream/behaviour.ts';
export {
  startScriptedUpstream,
  type RecordedRequest,
  type ScriptedUpstream,
  type UpstreamScript,
} from './upstream/scripted-upstream.ts';
export {
  anthropicError,
  anthropicEvents,
  anthropicMessage,
  type AnthropicEvent,
  type AnthropicMessageOptions,
  type AnthropicToolUse,
  type AnthropicUsage,
} from './wire/anthropic.ts';
export {
  openAiChunks,
  openAiCompletion,
  openAiError,
  type OpenAiChunksOptions,
  type OpenAiCompletionOptions,
  type OpenAiToolCall,
  type OpenAiUsage,
} from './wire/openai.ts';
