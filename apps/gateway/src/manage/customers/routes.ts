import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { queryText } from '../query-members.ts';

const customer = { kind: 'json', name: 'Customer', schema: z.looseObject({}) } as const;
const reads = { method: 'get', tag: 'Customers', scope: 'customers:read' } as const;
const writes = { method: 'post', tag: 'Customers', scope: 'customers:write', answer: customer } as const;

/** LiteLLM's older name of the same. */
const also = (verb: string): readonly string[] => [`/end_user/${verb}`];

/** Those for whom calls are made, LiteLLM's end users, in its shapes. */
export const customerRoutes = {
  makeCustomer: { ...writes, path: '/customer/new', aliases: also('new'), summary: 'Make a customer', errors: [] },
  getCustomer: {
    ...reads,
    path: '/customer/info',
    aliases: also('info'),
    summary: 'Read a customer, made or only named by calls',
    query: z.object({ end_user_id: queryText }),
    answer: customer,
    errors: ['NOT_FOUND'],
  },
  listCustomers: {
    ...reads,
    path: '/customer/list',
    aliases: also('list'),
    summary: 'List customers, those first who were made, then those whom calls have named',
    answer: { kind: 'json', name: 'Customers', schema: z.array(z.looseObject({})) },
    errors: [],
  },
  changeCustomer: {
    ...writes,
    path: '/customer/update',
    aliases: also('update'),
    summary: 'Change a customer',
    errors: ['NOT_FOUND'],
  },
  removeCustomers: {
    ...writes,
    path: '/customer/delete',
    aliases: also('delete'),
    summary: 'Delete customers, and what is known of their spend',
    answer: {
      kind: 'json',
      name: 'DeletedCustomers',
      schema: z.object({ deleted_customers: z.int(), message: z.string() }),
    },
    errors: ['NOT_FOUND'],
  },
  blockCustomers: {
    ...writes,
    path: '/customer/block',
    aliases: also('block'),
    summary: 'Refuse all calls for some customers',
    description: 'Those who are not there yet are made.',
    answer: { kind: 'json', name: 'BlockedCustomers', schema: z.object({ blocked_users: z.array(z.looseObject({})) }) },
    errors: [],
  },
  unblockCustomers: {
    ...writes,
    path: '/customer/unblock',
    aliases: also('unblock'),
    summary: 'Let some customers call again; told is who is still blocked',
    answer: { kind: 'json', name: 'StillBlocked', schema: z.object({ blocked_users: z.array(z.string()) }) },
    errors: [],
  },
} as const satisfies RouteTable;
