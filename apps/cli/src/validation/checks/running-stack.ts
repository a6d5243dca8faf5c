import { error, skipped, warning, type Check } from '../check.ts';
import { isStack } from '../installation.ts';

export const stackHealth: Check = {
  id: 'stack.health',
  title: 'what runs is healthy',
  async run({ stack }, signal) {
    if (!isStack(stack)) return skipped('the settings describe no stack');
    const runtime = await stack.openRuntime();
    const { services } = await runtime.ps();
    if (services.every(({ state }) => state.status === 'stopped' || state.status === 'pending')) {
      return skipped('the stack is not running');
    }
    const answers = await runtime.health(signal);
    return answers
      .filter(({ ok }) => !ok)
      .map(({ name }) =>
        error(`${name} is not well`, `showrunner health, then showrunner logs ${name} --tail 50`, name),
      );
  },
};

/** Another program that holds the port may never answer, which is no fault of the clock. */
const ANSWER_MS = 2_000;

/** A virtual machine that slept is minutes behind; tokens and TLS fail from then on. */
const MOST_SKEW_MS = 30_000;

export const clock: Check = {
  id: 'stack.clock',
  title: 'the clock of the running gateway is that of this machine',
  async run({ stack }, signal) {
    if (!isStack(stack)) return skipped('the settings describe no stack');
    const url = `http://127.0.0.1:${stack.settings.gatewayPort}/health/liveliness`;
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]) }).catch(
      () => undefined,
    );
    await response?.body?.cancel();
    const date = Date.parse(response?.headers.get('date') ?? '');
    if (Number.isNaN(date)) return skipped('the gateway does not answer');
    const skew = date - Date.now();
    return Math.abs(skew) <= MOST_SKEW_MS
      ? []
      : [
          warning(
            `The clock of the gateway is ${Math.round(Math.abs(skew) / 1000)} s ${skew < 0 ? 'behind' : 'ahead'}`,
            'restart Docker (its virtual machine slept), or set the clock',
            url,
          ),
        ];
  },
};
