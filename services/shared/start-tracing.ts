import type { Attributes as OtelAttributes } from '@opentelemetry/api';
import { setTracer, type Tracer } from './tracing';

export interface TracingOptions {
  /** e.g. `gateway`; shown as `power-list-hub-gateway`. */
  service: string;
  /** Where a collector takes OTLP over HTTP, e.g. `http://127.0.0.1:4318`; null: nothing is traced, and nothing is loaded. */
  endpoint: string | null | undefined;
}

/** Starts tracing this process; the result ends it, after sending what has not been sent. */
export async function startTracing({ service, endpoint }: TracingOptions): Promise<() => Promise<void>> {
  if (!endpoint) return async () => undefined;
  const tracer = await openTelemetry(service, endpoint);
  setTracer(tracer);
  return async () => {
    setTracer(null);
    await tracer.stop();
  };
}

async function openTelemetry(service: string, endpoint: string): Promise<Tracer> {
  const { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = await import('@opentelemetry/api');
  const { BatchSpanProcessor, NodeTracerProvider } = await import('@opentelemetry/sdk-trace-node');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  process.env.OTEL_SERVICE_NAME ??= `power-list-hub-${service}`;
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
  provider.register();
  const tracer = provider.getTracer('power-list-hub');
  const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT };
  return {
    begin(name, { kind, attributes, from } = {}) {
      const parent = from ? propagation.extract(ROOT_CONTEXT, from) : context.active();
      const span = tracer.startSpan(name, { kind: kind ? kinds[kind] : SpanKind.INTERNAL, attributes: attributes as OtelAttributes }, parent);
      return {
        run: (work) => context.with(trace.setSpan(parent, span), work),
        end({ name: better, attributes: more, fault } = {}) {
          if (better) span.updateName(better);
          if (more) span.setAttributes(more);
          if (fault !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: fault instanceof Error ? fault.name : 'Error' });
          span.end();
        },
      };
    },
    headers() {
      const carrier: Record<string, string> = {};
      propagation.inject(context.active(), carrier);
      return carrier;
    },
    async stop() {
      await provider.shutdown().catch(() => undefined); // a collector that is gone must not keep the hub from stopping cleanly
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}
