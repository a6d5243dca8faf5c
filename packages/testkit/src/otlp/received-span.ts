/** A span as it was told, whatever form it came in. */
export interface ReceivedSpan {
  /** Hexadecimal. */
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly traceState: string | undefined;
  readonly name: string;
  readonly kind: number;
  /** Since 1970. */
  readonly startNanoseconds: bigint;
  readonly endNanoseconds: bigint;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly events: readonly { readonly name: string; readonly attributes: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code: number; readonly message: string };
  /** Who told of it. */
  readonly resource: Readonly<Record<string, unknown>>;
  readonly scope: string | undefined;
}

type Told = Readonly<Record<string, unknown>>;

/** Those of an `ExportTraceServiceRequest`, as JSON or as what its binary form was decoded to. */
export function spansIn(request: object): readonly ReceivedSpan[] {
  return listIn(request, 'resourceSpans').flatMap((ofResource) => {
    const resource = attributesIn((ofResource.resource ?? {}) as Told);
    return listIn(ofResource, 'scopeSpans').flatMap((ofScope) => {
      const { name: scope } = (ofScope.scope ?? {}) as { name?: string };
      return listIn(ofScope, 'spans').map((span) => ({ ...spanOf(span), resource, scope }));
    });
  });
}

function spanOf(span: Told): Omit<ReceivedSpan, 'resource' | 'scope'> {
  const status = (span.status ?? {}) as { code?: number; message?: string };
  return {
    traceId: idOf(span.traceId) ?? '',
    spanId: idOf(span.spanId) ?? '',
    parentSpanId: idOf(span.parentSpanId),
    traceState: span.traceState as string | undefined,
    name: String(span.name),
    kind: Number(span.kind),
    startNanoseconds: BigInt(span.startTimeUnixNano as string),
    endNanoseconds: BigInt(span.endTimeUnixNano as string),
    attributes: attributesIn(span),
    events: listIn(span, 'events').map((event) => ({ name: String(event.name), attributes: attributesIn(event) })),
    status: { code: status.code ?? 0, message: status.message ?? '' },
  };
}

function listIn(value: object, name: string): readonly Told[] {
  const list = (value as Told)[name];
  return Array.isArray(list) ? (list as Told[]) : [];
}

/** Bytes in one form, hexadecimal digits in the other. */
function idOf(id: unknown): string | undefined {
  if (Buffer.isBuffer(id) || id instanceof Uint8Array)
    return id.length === 0 ? undefined : Buffer.from(id).toString('hex');
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function attributesIn(value: Told): Readonly<Record<string, unknown>> {
  return Object.fromEntries(listIn(value, 'attributes').map((pair) => [pair.key, valueOf(pair.value as Told)]));
}

function valueOf(value: Told): unknown {
  if (value.intValue !== undefined) return Number(value.intValue);
  if (value.arrayValue !== undefined) return listIn(value.arrayValue as Told, 'values').map(valueOf);
  return value.stringValue ?? value.boolValue ?? value.doubleValue;
}
