// What Redis does for limits, each in one step on the server. Keys are those of the claims, settlements, purses or slots.

/** What a process that died had reserved is free again after this time without a sign of it: longer than most calls. */
const RESERVATION_LEASE_MS = 600_000;

/**
 * Per claim: kind, limit, amount or holder, milliseconds, what is spent at least; in one JSON list, because some twenty claims
 * as arguments of their own take longer to send than to decide. Then which process claims. Looks at all
 * first and counts only when all have room, in one step on the server. Answers, per claim, what was used before, how long
 * its window still runs, and what was reserved. A purse is a hash: what is spent, and what each process has reserved when.
 */
export const CLAIM = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local parts, process = cjson.decode(ARGV[1]), ARGV[2]
local usages, granted, purses = {}, true, {}
for index, key in ipairs(KEYS) do
  local at = index * 5
  local kind, limit, part, span = parts[at - 4], parts[at - 3], parts[at - 2], parts[at - 1]
  local used, left, amount, reserved = 0, 0, 0, 0
  if kind == 'purse' then
    local fields, reservations, seen = redis.call('HGETALL', key), {}, {}
    for field = 1, #fields, 2 do
      local name, value = fields[field], tonumber(fields[field + 1])
      if name == 'spent' then used = value
      elseif name:sub(1, 2) == 'r:' then reservations[name:sub(3)] = value
      else seen[name:sub(3)] = value end
    end
    for holder, value in pairs(reservations) do
      if (seen[holder] or 0) + ${RESERVATION_LEASE_MS} < now then redis.call('HDEL', key, 'r:' .. holder, 't:' .. holder)
      else reserved = reserved + math.max(0, value) end
    end
    used = math.max(used, parts[at])
    amount = part
    if used >= limit or (reserved > 0 and used + reserved + amount > limit) then granted = false end
    purses[index] = { used = used, amount = math.max(0, math.min(amount, limit - used)) }
    usages[#usages + 1] = string.format('%.0f', used)
    usages[#usages + 1] = 0
    usages[#usages + 1] = string.format('%.0f', reserved)
  else
  if kind == 'window' then
    used, left, amount = tonumber(redis.call('GET', key) or '0'), redis.call('PTTL', key), part
    if left < 0 then left = span end
  else
    redis.call('ZREMRANGEBYSCORE', key, '-inf', now)
    used, left, amount = redis.call('ZCARD', key), 0, 1
  end
  if used + amount > limit then granted = false end
  usages[#usages + 1] = used
  usages[#usages + 1] = left
  usages[#usages + 1] = 0
  end
end
if not granted then return table.concat(usages, ' ') end
for index, key in ipairs(KEYS) do
  local at = index * 5
  local kind, part, span = parts[at - 4], parts[at - 2], parts[at - 1]
  if kind == 'purse' then
    redis.call('HSET', key, 'spent', string.format('%.0f', purses[index].used), 't:' .. process, string.format('%.0f', now))
    redis.call('HINCRBY', key, 'r:' .. process, string.format('%.0f', purses[index].amount))
    redis.call('PEXPIRE', key, span)
  elseif kind == 'window' then
    if redis.call('EXISTS', key) == 1 then redis.call('INCRBY', key, part) else redis.call('SET', key, part, 'PX', span) end
  else
    redis.call('ZADD', key, now + span, part)
    redis.call('PEXPIRE', key, span)
  end
end
return table.concat(usages, ' ')
`;

/** Per settlement, in one JSON list: kind, amount or holder, milliseconds, what was reserved; then which process settles. */
export const SETTLE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local parts, process = cjson.decode(ARGV[1]), ARGV[2]
for index, key in ipairs(KEYS) do
  local at = index * 4
  local kind, part, span = parts[at - 3], parts[at - 2], parts[at - 1]
  if kind == 'purse' then
    redis.call('HINCRBY', key, 'spent', string.format('%.0f', part))
    local reserved = parts[at] == 0 and 1 or redis.call('HINCRBY', key, 'r:' .. process, string.format('%.0f', -parts[at]))
    if reserved <= 0 then redis.call('HDEL', key, 'r:' .. process, 't:' .. process)
    elseif parts[at] < 0 then redis.call('HSET', key, 't:' .. process, string.format('%.0f', now)) end
    redis.call('PEXPIRE', key, span)
  elseif kind == 'slot' then
    redis.call('ZREM', key, part)
  elseif redis.call('EXISTS', key) == 1 then
    if redis.call('INCRBY', key, part) < 0 then redis.call('SET', key, 0, 'KEEPTTL') end
  elseif part > 0 then
    redis.call('SET', key, part, 'PX', span)
  end
end
`;

/** Per purse, in one JSON list: spent at least, spent more, reserved by this process in all, milliseconds; then which it is. */
export const RESTATE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local parts, process = cjson.decode(ARGV[1]), ARGV[2]
for index, key in ipairs(KEYS) do
  local at = index * 4
  local spent = math.max(tonumber(redis.call('HGET', key, 'spent') or '0'), parts[at - 3]) + parts[at - 2]
  redis.call('HSET', key, 'spent', string.format('%.0f', spent))
  if parts[at - 1] > 0 then
    redis.call('HSET', key, 'r:' .. process, string.format('%.0f', parts[at - 1]), 't:' .. process, string.format('%.0f', now))
  else
    redis.call('HDEL', key, 'r:' .. process, 't:' .. process)
  end
  redis.call('PEXPIRE', key, parts[at])
end
`;

/** Slots that are held on: those that a flushed server has forgotten come back with it. */
export const RENEW = `
local time = redis.call('TIME')
local ends = time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[1]
for index = 2, #ARGV do redis.call('ZADD', KEYS[1], ends, ARGV[index]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
`;
