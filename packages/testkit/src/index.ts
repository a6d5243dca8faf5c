export {
  keepData,
  oldDataIn,
  openOldData,
  type DatabaseName,
  type DataPlace,
  type OldData,
  type OldDataCase,
} from './data/old-data.ts';
export { startFaultProxy, type FaultProxy, type NetworkFault } from './network/fault-proxy.ts';
export { freePort, freePortPair } from './network/loopback.ts';
export { startOtlpReceiver, type OtlpReceiver, type ReceivedTraces } from './otlp/otlp-receiver.ts';
export type { ReceivedSpan } from './otlp/received-span.ts';
export { packPackages, runInProject } from './process/pack-packages.ts';
export { startServer, type StartedServer, type StartServerOptions } from './process/start-server.ts';
export { emptyPostgresDatabase } from './servers/empty-postgres-database.ts';
export { localhostCertificate, type Certificate } from './servers/localhost-certificate.ts';
export { startPooler, type RunningPooler } from './servers/pooler.ts';
export { dumpPostgres, restorePostgres } from './data/postgres-dump.ts';
export { startPostgres, type RunningPostgres } from './servers/postgres.ts';
export {
  startPrometheus,
  type PrometheusSample,
  type PrometheusTarget,
  type RunningPrometheus,
} from './servers/prometheus.ts';
export { startRedis, type RedisOptions, type RunningRedis } from './servers/redis.ts';
export { startRedisCluster, type RunningRedisCluster } from './servers/redis-cluster.ts';
export { mountSmallDisk, type SmallDisk } from './small-disk.ts';
export { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts';
export { requireTool } from './tools/require-tool.ts';
export { testChromium, testPowerShell, testPython, type ToolName } from './tools/tools.ts';
export type { Behaviour } from './upstream/behaviour.ts';
export {
  startScriptedUpstream,
  type RecordedRequest,
  type ScriptedUpstream,
  type UpstreamScript,
} from './upstream/scripted-upstream.ts';
export { plainestValue, type PlainSchema } from './upstream/plainest-value.ts';
export { waitUntil } from './wait-until.ts';
export {
  anthropicError,
  anthropicEvents,
  anthropicMessage,
  type AnthropicEvent,
  type AnthropicMessageOptions,
  type AnthropicToolUse,
  type AnthropicUsage,
} from './wire/anthropic.ts';
export { bedrockException, bedrockFrames, converseFrames, sageMakerFrames } from './wire/bedrock.ts';
export {
  openAiChunks,
  openAiCompletion,
  openAiError,
  type OpenAiChunksOptions,
  type OpenAiCompletionOptions,
  type OpenAiToolCall,
  type OpenAiUsage,
} from './wire/openai.ts';
