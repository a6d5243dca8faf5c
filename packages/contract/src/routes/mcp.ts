import type { RouteTable } from '@showrunner/routes';

/** Where agents call the recipes as tools. A protocol of its own, which stands in no reference of this one. */
export const mcpRoutes = {
  callTools: {
    method: 'post',
    path: '/mcp',
    tag: 'MCP',
    summary: 'Model Context Protocol, streamable HTTP',
    scope: 'any',
    answer: { kind: 'text', mediaType: 'text/event-stream' },
    errors: [],
  },
} as const satisfies RouteTable;
