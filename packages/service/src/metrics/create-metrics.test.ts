import { describe, expect, it } from 'vitest';
import { createMetrics } from './create-metrics.ts';

describe('plain metrics', () => {
  it('are folded in when they are scraped', async () => {
    const metrics = createMetrics();
    const requests = metrics.counter({ name: 'requests_total', help: 'Requests.', labelNames: ['model'] });
    const series = requests.series({ model: 'a' });
    series.value += 2;
    requests.increment({ model: 'b"\n' });
    await metrics.render();
    series.value += 1;
    const text = await metrics.render();
    expect(text).toContain('# TYPE requests_total counter');
    expect(text).toContain('requests_total{model="a"} 3');
    expect(text).toContain('requests_total{model="b\\"\\n"} 1');
  });

  it('fill cumulative buckets, their bounds included', async () => {
    const metrics = createMetrics();
    const latency = metrics.histogram({
      name: 'latency_seconds',
      help: 'Latency.',
      labelNames: ['model'],
      buckets: [0.1, 1],
    });
    const series = latency.series({ model: 'a' });
    for (const seconds of [0.05, 0.1, 0.5, 3]) series.observe(seconds);
    const text = await metrics.render();
    expect(
      text.split('\n').filter((line) => line.startsWith('latency_seconds') || line.startsWith('# TYPE latency')),
    ).toEqual([
      '# TYPE latency_seconds histogram',
      'latency_seconds_bucket{model="a",le="0.1"} 2',
      'latency_seconds_bucket{model="a",le="1.0"} 3',
      'latency_seconds_bucket{model="a",le="+Inf"} 4',
      'latency_seconds_sum{model="a"} 3.65',
      'latency_seconds_count{model="a"} 4',
    ]);
  });

  it('share one series beyond their bound, and count nothing twice', async () => {
    const metrics = createMetrics();
    const requests = metrics.counter({ name: 'r_total', help: 'x', labelNames: ['a', 'b'], mostSeries: 2 });
    for (const a of ['1', '2', '3', '4', '1']) requests.increment({ a, b: 'x' });
    const lines = (await metrics.render()).split('\n').filter((line) => line.startsWith('r_total'));
    expect(lines).toEqual(['r_total{a="1",b="x"} 2', 'r_total{a="2",b="x"} 1', 'r_total{a="other",b="other"} 2']);
    requests.forgetUnused(performance.now() + 1);
    requests.increment({ a: '5', b: 'y' });
    expect(await metrics.render()).toMatch(/counter\nr_total\{a="5",b="y"\} 1\nr_total\{a="other",b="other"\} 2\n/);
  });

  it('are read when they are scraped, and give their name up', async () => {
    const metrics = createMetrics();
    const read = () => [{ labels: { team: 'None' }, value: Infinity }];
    metrics.gauges({ name: 'left', help: 'x', labelNames: ['team'], read });
    expect(await metrics.render()).toContain('left{team="None"} +Inf');
    metrics.remove('left');
    metrics.gauges({ name: 'left', help: 'x', labelNames: [], read: async () => [{ labels: {}, value: 1 }] });
    expect(await metrics.render()).toContain('left 1');
  });

  it('refuse a second metric of the same name', () => {
    const metrics = createMetrics();
    metrics.histogram({ name: 'twice', help: 'x', buckets: [1] });
    expect(() => metrics.histogram({ name: 'twice', help: 'x', buckets: [1] })).toThrow('already been registered');
  });
});
