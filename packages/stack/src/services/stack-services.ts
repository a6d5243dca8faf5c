import type { ServiceDefinition } from '../service-definition.ts';
import type { OwnRedis } from './find-redis.ts';
import { gatewayService } from './gateway.ts';
import { mpcApiService } from './mpc-api.ts';
import { redisService } from './redis.ts';
import type { StackSettings } from './stack-settings.ts';

/** The services of the stack as processes of this machine, with a Redis of their own where there is one. */
export function stackServices(settings: StackSettings, redis: OwnRedis | undefined): ServiceDefinition[] {
  if (!redis) return [gatewayService(settings), mpcApiService(settings)];
  const told = { REDIS_HOST: '127.0.0.1', REDIS_PORT: String(redis.port) };
  const withRedis = { ...settings, environment: { ...settings.environment, ...told } };
  const servers = [gatewayService(withRedis), mpcApiService(withRedis)];
  return [redisService(settings, redis), ...servers.map(afterRedis)];
}

function afterRedis(service: ServiceDefinition): ServiceDefinition {
  return { ...service, dependsOn: [{ service: 'redis', condition: 'healthy' }, ...service.dependsOn] };
}
