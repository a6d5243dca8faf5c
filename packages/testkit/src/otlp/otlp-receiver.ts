import { createServer } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { ServiceDefinition } from '@grpc/grpc-js';
import type protobuf from 'protobufjs';
import { closeServer, listenOnLoopback } from '../network/loopback.ts';
import { spansIn, type ReceivedSpan } from './received-span.ts';

/** What came in one request. */
export interface ReceivedTraces {
  readonly protocol: 'http/protobuf' | 'http/json' | 'grpc';
  readonly headers: Readonly<Record<string, unknown>>;
  readonly spans: readonly ReceivedSpan[];
}

/** A receiver of OpenTelemetry's protocol, for its three forms. */
export interface OtlpReceiver {
  /** Of OTLP over HTTP, without a path; it takes traces at `/v1/traces`. */
  readonly url: string;
  /** Of OTLP over gRPC. */
  readonly grpcUrl: string;
  readonly requests: readonly ReceivedTraces[];
  /** All spans that came, the oldest first. */
  readonly spans: readonly ReceivedSpan[];
  close(): Promise<void>;
}

/**
 * Starts one on 127.0.0.1. It decodes what comes by OpenTelemetry's own `.proto` files with protobufjs and grpc-js, and
 * answers 400 to what they do not know.
 */
export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  // Few tests need them, and they take their time to load.
  const { Server, ServerCredentials } = await import('@grpc/grpc-js');
  const request = (await schema()).lookupType('opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest');
  const response = request.root.lookupType('opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse');
  const requests: ReceivedTraces[] = [];
  const decode = (bytes: Uint8Array): readonly ReceivedSpan[] => {
    const message = request.decode(bytes);
    return spansIn(request.toObject(message, { longs: String, enums: Number, bytes: Buffer }));
  };
  const http = createServer((incoming, outgoing) => {
    const take = async (): Promise<void> => {
      const raw = await buffer(incoming);
      const bytes = incoming.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw;
      const type = incoming.headers['content-type'];
      if (incoming.method !== 'POST' || !incoming.url?.endsWith('/v1/traces')) throw new Error('not a trace');
      if (type === 'application/json') {
        const spans = spansIn(JSON.parse(bytes.toString()) as object);
        requests.push({ protocol: 'http/json', headers: incoming.headers, spans });
      } else if (type === 'application/x-protobuf') {
        requests.push({ protocol: 'http/protobuf', headers: incoming.headers, spans: decode(bytes) });
      } else throw new Error(`not a form of the protocol: ${type}`);
      outgoing.writeHead(200, { 'content-type': type }).end(type === 'application/json' ? '{}' : '');
    };
    take().catch((error: unknown) => outgoing.writeHead(400).end(String(error)));
  });
  const url = await listenOnLoopback(http);
  const grpc = new Server();
  const service: ServiceDefinition = {
    export: {
      path: '/opentelemetry.proto.collector.trace.v1.TraceService/Export',
      requestStream: false,
      responseStream: false,
      requestSerialize: (value: Buffer) => value,
      requestDeserialize: decode,
      responseSerialize: () => Buffer.from(response.encode({}).finish()),
      responseDeserialize: () => ({}),
    },
  };
  grpc.addService(service, {
    export: (
      call: { request: readonly ReceivedSpan[]; metadata: { getMap(): Record<string, unknown> } },
      answer: (error: null, value: object) => void,
    ) => {
      requests.push({ protocol: 'grpc', headers: call.metadata.getMap(), spans: call.request });
      answer(null, {});
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    grpc.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return {
    url,
    grpcUrl: `http://127.0.0.1:${port}`,
    requests,
    get spans() {
      return requests.flatMap(({ spans }) => spans);
    },
    close: async () => {
      grpc.forceShutdown();
      await closeServer(http);
    },
  };
}

/** Their names for one another begin at this folder. */
const PROTO = join(import.meta.dirname, 'proto');

async function schema(): Promise<protobuf.Root> {
  const { Root } = (await import('protobufjs')).default;
  const root = new Root();
  root.resolvePath = (_origin, target) => join(PROTO, target);
  return root.load('opentelemetry/proto/collector/trace/v1/trace_service.proto', { keepCase: false });
}
